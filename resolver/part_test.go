package resolver

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/resolver/internal/scalar"
)

// readTypes are the types of which a link has fields.
var readTypes = []string{"Citation", "Reliance", "Pinpoint", "Naming", "Evidence", "Node", "Instrument", "Paragraph"}

// SchemaOf reads the schema, for the tests beside this package too.
func SchemaOf(t *testing.T) *ast.Schema {
	t.Helper()
	text, err := os.ReadFile("../schema.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	parsed, err := gqlparser.LoadSchema(&ast.Source{Name: "schema.graphqls", Input: string(text)})
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

// TestReadingsAreOfTheSchema: of each field that can be asked of a link it is known what it reads, and of no other.
func TestReadingsAreOfTheSchema(t *testing.T) {
	parsed := SchemaOf(t)
	want := make(map[scalar.FieldOf]bool)
	for _, name := range readTypes {
		for _, field := range parsed.Types[name].Fields {
			want[scalar.FieldOf{Type: name, Name: field.Name}] = true
		}
	}
	got := make(map[scalar.FieldOf]bool)
	for field := range readings {
		got[field] = true
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fields (-schema +readings):\n%s", diff)
	}
}

// blind leaves out all that may be left out, also what was asked for.
type blind struct{ graph.Reader }

func (b blind) Links(
	ctx context.Context, ids []graph.ID, f graph.LinkFilter, page graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	pages, err := b.Reader.Links(ctx, ids, f, page)
	return graphtest.Pare(pages, graph.LinkAlone), err
}

// lists are the lists of links, with PATH for what is asked of each entry.
func lists() map[string]string {
	const instrument = `{ instrument(symbol: "A/HRC/RES/90/3") { LIST { nodes { PATH } } } }`
	const beside = `{ nodes(ids: ["A/HRC/RES/90/3", "S/RES/9001(2033)", "A/RES/99/175"]) { ... on Instrument { LIST { edges { node { PATH } } } } } }`
	const within = `{ node(id: "A/HRC/RES/90/3#PP2") { ... on Paragraph { LIST { nodes { PATH } } } } }`
	const of = `{ node(id: "right:privacy") { ... on Right { LIST { nodes { PATH } } } } }`
	paged := make(map[string]string)
	for _, l := range []struct{ question, list, entry string }{
		{instrument, "cites", "Citation"},
		{beside, "cites(first: 3)", "Citation"},
		{within, "cites", "Citation"},
		{instrument, "citedBy", "Citation"},
		{beside, "citedBy(filter: {minConfidence: 0.5})", "Citation"},
		{instrument, "restsOn", "Reliance"},
		{beside, "restsOn(last: 2)", "Reliance"},
		{instrument, "reliedOnBy", "Reliance"},
		{beside, "reliedOnBy(filter: {minConfidence: 0.5})", "Reliance"},
		{within, "pinpoints", "Pinpoint"},
		{instrument, "rights", "Naming"},
		{beside, "actors", "Naming"},
		{of, "namedBy", "Naming"},
		{instrument, "paragraphs", "Paragraph"},
		{beside, "paragraphs", "Paragraph"},
		{beside, "provisions", "Provision"},
	} {
		paged[strings.Replace(l.question, "LIST", l.list, 1)] = l.entry
	}
	return paged
}

// TestEachFieldAsksForWhatItReads asks of each list of links every field alone, to the depth at which nothing comes from the link any more, once of a store
// that hands out everything and once of one that leaves out what was not asked for: the answers are the same. Each field that reads a part has
// another answer of a store that leaves it out.
func TestEachFieldAsksForWhatItReads(t *testing.T) {
	model := graphtest.NewModel()
	if err := model.Apply(t.Context(), func(yield func(*graph.Document, error) bool) {
		for _, d := range graphtest.Fixture() {
			if !yield(d, nil) {
				return
			}
		}
	}); err != nil {
		t.Fatal(err)
	}
	var stores [3]http.Handler
	for i, reader := range []graph.Reader{model, graphtest.Sparing{Reader: model}, blind{model}} {
		handler, err := New(Options{Reader: reader, AnswerBytes: -1})
		if err != nil {
			t.Fatal(err)
		}
		stores[i] = handler
	}
	p := paths{schema: SchemaOf(t)}
	told, asked := make(map[scalar.FieldOf]bool), 0
	for question, entry := range lists() {
		depth := 0
		if strings.Contains(question, "nodes(ids:") {
			depth = 1 // the same lists as those of one instrument
		}
		for _, path := range p.of(entry, depth) {
			query := strings.Replace(question, "PATH", path.text, 1)
			want, got := askOne(t, stores[0], query), askOne(t, stores[1], query)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: something is read that was not asked for (-whole +parts):\n%s", query, diff)
			}
			if path.leaf != (scalar.FieldOf{}) && readings[path.leaf].parts != 0 && !told[path.leaf] {
				told[path.leaf] = askOne(t, stores[2], query) != want
			}
			asked++
		}
	}
	cursors := strings.NewReplacer("nodes { PATH }", "edges { cursor }", "edges { node { PATH } }", "edges { cursor }")
	missed := 0
	for question := range lists() {
		query := cursors.Replace(question)
		want, got := askOne(t, stores[0], query), askOne(t, stores[1], query)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: cursors are read that were not asked for (-whole +parts):\n%s", query, diff)
		}
		if askOne(t, stores[2], query) != want {
			missed++
		}
	}
	if missed == 0 {
		t.Error("no list misses the cursors that are left out")
	}
	for field, r := range readings {
		if r.parts != 0 && r.to == nowhere && !told[field] {
			t.Errorf("%v has the same answer without what it reads", field)
		}
	}
	t.Logf("%d questions", asked)
}

func askOne(t *testing.T, handler http.Handler, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(string(body)))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", query, w.Code, w.Body)
	}
	return w.Body.String()
}

// paths makes selections of one leaf each.
type paths struct{ schema *ast.Schema }

// path is a selection and the field of readTypes that it ends at.
type path struct {
	text string
	leaf scalar.FieldOf
}

// Depths, in fields that lead to objects: all fields are asked for to the first; beyond it only those on the way back to what the link brought, and
// there.
const (
	allDepth  = 2
	backDepth = 3
)

// of returns the selections of a type.
func (p *paths) of(name string, depth int) []path {
	definition := p.schema.Types[name]
	var found []path
	if definition.Kind != ast.Object {
		for _, possible := range p.schema.GetPossibleTypes(definition) {
			for _, inner := range p.of(possible.Name, depth) {
				found = append(found, path{fmt.Sprintf("... on %s { %s }", possible.Name, inner.text), inner.leaf})
			}
		}
		if definition.Kind == ast.Union {
			return found
		}
	}
	for _, field := range definition.Fields {
		found = append(found, p.field(name, field, depth)...)
	}
	if slices.Contains(definition.Interfaces, "Node") {
		for _, field := range []string{"id", "label"} {
			found = append(found, path{"... on Node { " + field + " }", scalar.FieldOf{Type: "Node", Name: field}})
		}
	}
	return found
}

func (p *paths) field(of string, field *ast.FieldDefinition, depth int) []path {
	leaf := scalar.FieldOf{Type: of, Name: field.Name}
	to := p.schema.Types[field.Type.Name()]
	call := field.Name
	for _, argument := range field.Arguments {
		switch {
		case !argument.Type.NonNull:
		case argument.Name == "place":
			call += `(place: "PP1")`
		default: // the keys of facets: nothing of a link
			return nil
		}
	}
	through := strings.HasSuffix(of, "Connection") || strings.HasSuffix(of, "Edge")
	leads := slices.Contains([]string{"target", "citations", "citedBy", "reliedOnBy", "nodes"}, field.Name)
	if to.Kind == ast.Scalar || to.Kind == ast.Enum {
		if depth > allDepth && of != "Instrument" {
			return nil
		}
		return []path{{call, leaf}}
	}
	if r, known := readings[leaf]; known && r.to == nowhere && !r.back {
		if text := p.aside(to); text != "" {
			return []path{{call + " { " + text + " }", leaf}}
		}
	}
	if !through {
		depth++
	}
	if depth > allDepth && !leads || depth > backDepth || through && !leads {
		if depth > allDepth+1 {
			return nil
		}
		return []path{{call + " { __typename }", leaf}}
	}
	var found []path
	for _, inner := range p.of(to.Name, depth) {
		if !slices.Contains(readTypes, inner.leaf.Type) && slices.Contains(readTypes, of) {
			inner.leaf = leaf // as Citation.claim, of which the fields are no links'
		}
		found = append(found, path{call + " { " + inner.text + " }", inner.leaf})
	}
	return found
}

// aside selects of what is read by itself, a node or a list, all that has no fields: if anything of it came from the link after all, it would not
// have been asked for. Empty for what is part of the link.
func (p *paths) aside(of *ast.Definition) string {
	if nodes := of.Fields.ForName("nodes"); nodes != nil {
		return "nodes { __typename " + p.aside(p.schema.Types[nodes.Type.Name()]) + " }"
	}
	if !slices.Contains(readTypes, of.Name) {
		return ""
	}
	var names []string
	for _, field := range of.Fields {
		if kind := p.schema.Types[field.Type.Name()].Kind; kind == ast.Scalar || kind == ast.Enum {
			names = append(names, field.Name)
		}
	}
	return strings.Join(names, " ")
}
