package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/resolver/export"
)

func fixture(t testing.TB) graph.Store {
	t.Helper()
	model := graphtest.NewModel()
	var all iter.Seq2[*graph.Document, error] = func(yield func(*graph.Document, error) bool) {
		for _, d := range graphtest.Fixture() {
			if !yield(d, nil) {
				return
			}
		}
	}
	if err := model.Apply(context.Background(), all); err != nil {
		t.Fatal(err)
	}
	return model
}

func written(t testing.TB, format export.Format, selection export.Selection) []byte {
	t.Helper()
	var b bytes.Buffer
	request := export.Request{Reader: fixture(t), Format: format, Selection: selection}
	if err := export.Write(t.Context(), &b, request); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// selections are the parts that every format is written of.
func selections() map[string]export.Selection {
	return map[string]export.Selection{
		"all":    {},
		"chain":  {Chain: &graph.ChainRequest{Start: "A/HRC/RES/90/3"}},
		"search": {Search: &graph.TextQuery{Text: "privacy"}},
		"list":   {List: &graph.NodeFilter{Bodies: []graph.Body{graph.HumanRightsCouncil}}},
		"none":   {Search: &graph.TextQuery{Text: "nothing at all"}},
	}
}

// network is what the readers of GraphML and GEXF find in a file.
type network struct{ Nodes, Edges int }

func wanted(t testing.TB, selection export.Selection) network {
	t.Helper()
	store := fixture(t)
	if selection.Chain != nil {
		found, err := graph.Chain(t.Context(), store, *selection.Chain)
		if err != nil {
			t.Fatal(err)
		}
		return network{len(found.Steps), len(found.Links)}
	}
	stats, err := store.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return network{stats.Nodes[graph.InstrumentNode], stats.Links[graph.RestsOn]}
}

func TestNetworksHaveTheRightCounts(t *testing.T) {
	for _, name := range []string{"all", "chain"} {
		for _, format := range []export.Format{export.GraphML, export.GEXF} {
			t.Run(name+" as "+string(format), func(t *testing.T) {
				text := written(t, format, selections()[name])
				if diff := cmp.Diff(wanted(t, selections()[name]), counted(t, text)); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

// counted counts the nodes and edges of a file, whose ends must all be nodes of it.
func counted(t *testing.T, text []byte) network {
	t.Helper()
	var n network
	ids := make(map[string]bool)
	d := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		}
		if err != nil {
			t.Fatal(err)
		}
		element, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		attributes := make(map[string]string)
		for _, a := range element.Attr {
			attributes[a.Name.Local] = a.Value
		}
		switch element.Name.Local {
		case "node":
			n.Nodes++
			ids[attributes["id"]] = true
		case "edge":
			n.Edges++
			if !ids[attributes["source"]] || !ids[attributes["target"]] {
				t.Errorf("an end of %v is no node", attributes)
			}
		}
	}
}

func TestTables(t *testing.T) {
	for name, selection := range selections() {
		t.Run(name, func(t *testing.T) {
			for _, format := range []export.Format{export.CSV, export.CSVNodes} {
				if _, err := csv.NewReader(bytes.NewReader(written(t, format, selection))).ReadAll(); err != nil {
					t.Errorf("%s: %v", format, err)
				}
			}
		})
	}
	rows, err := csv.NewReader(bytes.NewReader(written(t, export.CSV, export.Selection{}))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	stats, err := fixture(t).Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got, want := len(rows)-1, stats.Links[graph.Cites]; got != want {
		t.Errorf("%d citations, want %d", got, want)
	}
}

func TestLinesAreEveryNodeAndLink(t *testing.T) {
	nodes, links := make(map[string]int), make(map[string]int)
	for _, line := range bytes.Split(bytes.TrimSpace(written(t, export.JSONL, export.Selection{})), []byte("\n")) {
		var r struct{ Node, Link string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
		if r.Node != "" {
			nodes[r.Node]++
		} else {
			links[r.Link]++
		}
	}
	stats, err := fixture(t).Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	wantNodes, wantLinks := make(map[string]int), make(map[string]int)
	for kind, n := range stats.Nodes {
		wantNodes[string(kind)] = n
	}
	for kind, n := range stats.Links {
		wantLinks[string(kind)] = n
	}
	if diff := cmp.Diff(wantNodes, nodes); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(wantLinks, links); diff != "" {
		t.Error(diff)
	}
}

func TestLinkedData(t *testing.T) {
	for name, selection := range selections() {
		t.Run(name, func(t *testing.T) {
			var document struct {
				Graph []struct {
					ID    string
					Cites []string
				} `json:"@graph"`
			}
			if err := json.Unmarshal(written(t, export.JSONLD, selection), &document); err != nil {
				t.Fatal(err)
			}
			if name == "chain" {
				want := wanted(t, selection)
				got := network{Nodes: len(document.Graph)}
				for _, r := range document.Graph {
					got.Edges += len(r.Cites)
				}
				if got != want {
					t.Errorf("%+v, want %+v", got, want)
				}
			}
		})
	}
}

func TestReferences(t *testing.T) {
	ris := string(written(t, export.RIS, selections()["chain"]))
	if got, want := strings.Count(ris, "\nER  - "), wanted(t, selections()["chain"]).Nodes; got != want {
		t.Errorf("RIS has %d references, want %d", got, want)
	}
	bib := string(written(t, export.BibTeX, selections()["all"]))
	if got, want := strings.Count(bib, "\n@")+1, wanted(t, selections()["all"]).Nodes; got != want {
		t.Errorf("BibTeX has %d entries, want %d", got, want)
	}
	if strings.Count(bib, "{") != strings.Count(bib, "}") {
		t.Error("BibTeX has unequal braces")
	}
}

func TestCypherIsOneStatementEach(t *testing.T) {
	text := string(written(t, export.Cypher, export.Selection{}))
	for _, statement := range strings.Split(strings.TrimSpace(text), ";\n") {
		if !strings.HasPrefix(statement, "CREATE CONSTRAINT ") && !strings.HasPrefix(statement, "UNWIND [") {
			t.Errorf("a statement begins %.80q", statement)
		}
	}
}

func TestFormulasAreNoFormulas(t *testing.T) {
	store := graphtest.NewModel()
	document := &graph.Document{
		Instrument: graph.Instrument{
			ID: "A/1/1", Symbol: graph.MustParseSymbol("A/1/1"), Kind: graph.OtherDocument, Title: `=HYPERLINK("a")`, Held: true, Basis: graph.FromText,
		},
		Source: graph.Source{Name: "a", Format: "text", Quality: 1},
	}
	err := store.Apply(t.Context(), func(yield func(*graph.Document, error) bool) { yield(document, nil) })
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := export.Write(t.Context(), &b, export.Request{Reader: store, Format: export.CSVNodes}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "'=HYPERLINK") {
		t.Error(b.String())
	}
}

func TestRefusals(t *testing.T) {
	store := fixture(t)
	for _, tc := range []struct {
		name    string
		request export.Request
		want    error
	}{
		{"an unknown format", export.Request{Reader: store, Format: "docx"}, graph.ErrBadRequest},
		{"an unknown start", export.Request{Reader: store, Format: export.CSV, Selection: export.Selection{
			Chain: &graph.ChainRequest{Start: "nothing"},
		}}, graph.ErrNotFound},
		{"two selections", export.Request{Reader: store, Format: export.CSV, Selection: export.Selection{
			Chain: &graph.ChainRequest{Start: "udhr"}, Search: &graph.TextQuery{Text: "a"},
		}}, graph.ErrBadRequest},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := export.Write(t.Context(), &b, tc.request); !errors.Is(err, tc.want) || b.Len() > 0 {
				t.Errorf("error %v after %d bytes, want %v after none", err, b.Len(), tc.want)
			}
		})
	}
}

func TestStopsWithItsReceiver(t *testing.T) {
	for _, format := range export.Formats() {
		request := export.Request{Reader: fixture(t), Format: format}
		if err := export.Write(t.Context(), failing{}, request); !errors.Is(err, io.ErrShortWrite) {
			t.Errorf("%s: error %v", format, err)
		}
	}
}

// failing takes nothing.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

// TestAuthors are organs in full: the first letters of an id's words make no name.
func TestAuthors(t *testing.T) {
	store := graphtest.NewModel()
	for body, want := range map[graph.Body]string{
		graph.HumanRightsCouncil:            "United Nations, Human Rights Council",
		"unfccc-cop":                        "Conference of the Parties to the United Nations Framework Convention on Climate Change",
		"ece":                               "United Nations, Economic Commission for Europe",
		"cescr":                             "United Nations, Committee on Economic, Social and Cultural Rights",
		"african-union-assembly":            "African Union, Assembly",
		"world-health-assembly":             "World Health Assembly",
		"commission-on-the-status-of-women": "United Nations, Commission on the Status of Women",
	} {
		d := &graph.Document{Instrument: graph.Instrument{
			ID: "A/HRC/RES/90/1", Symbol: graph.MustParseSymbol("A/HRC/RES/90/1"), Kind: graph.Resolution, Body: body, Title: "A title", Held: true,
		}}
		one := func(yield func(*graph.Document, error) bool) { yield(d, nil) }
		if err := store.Apply(t.Context(), one); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := export.Write(t.Context(), &b, export.Request{Reader: store, Format: export.RIS}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "AU  - "+want+"\r\n") {
			t.Errorf("%s: %s", body, b.String())
		}
	}
}
