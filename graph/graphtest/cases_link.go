package graphtest

import (
	"fmt"
	"testing"

	"recital/graph"
)

// short writes a link in few words: "CITES A/HRC/RES/90/3#PP1>iccpr".
func short(l graph.Link) string { return fmt.Sprintf("%s %s>%s", l.Type, l.From, l.To) }

// wantLinks asks for all links of one node, and then for them in small pages both ways.
func wantLinks(t *testing.T, store graph.Store, id graph.ID, f graph.LinkFilter, want []string) {
	t.Helper()
	ask := func(p graph.PageRequest) (graph.Page[graph.LinkView], error) {
		pages, err := store.Links(t.Context(), []graph.ID{id}, f, p)
		if err != nil {
			return graph.Page[graph.LinkView]{}, err
		}
		if len(pages) != 1 {
			t.Fatalf("got %d pages, want 1", len(pages))
		}
		return pages[0], nil
	}
	page, err := ask(graph.PageRequest{First: graph.MaxPage, Total: true})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range page.Items() {
		got = append(got, short(v.Link))
	}
	if diff := diff(want, got); diff != "" {
		t.Errorf("links of %s (-want +got):\n%s", id, diff)
	}
	if page.Total != len(want) {
		t.Errorf("total: got %d, want %d", page.Total, len(want))
	}
	wantPages(t, page, ask)
}

func testLinksOut(t *testing.T, store graph.Store) {
	for _, c := range []struct {
		name string
		id   graph.ID
		want []string
	}{
		{"an instrument's are its paragraphs' too, in the order of the text", "A/HRC/RES/87/2", []string{
			"ADOPTED_BY A/HRC/RES/87/2>actor:human-rights-council",
			"CITES A/HRC/RES/87/2#PP1>A/RES/99/175", "RESTS_ON A/HRC/RES/87/2>A/RES/99/175",
			"CITES A/HRC/RES/87/2#PP1>iccpr", "RESTS_ON A/HRC/RES/87/2>iccpr",
			"NAMES A/HRC/RES/87/2#PP1>right:privacy",
			"NAMES A/HRC/RES/87/2#OP1>actor:states", "NAMES A/HRC/RES/87/2#OP1>right:equality",
		}},
		{"a paragraph's", "A/HRC/RES/87/2#PP1", []string{
			"PART_OF A/HRC/RES/87/2#PP1>A/HRC/RES/87/2",
			"CITES A/HRC/RES/87/2#PP1>A/RES/99/175", "CITES A/HRC/RES/87/2#PP1>iccpr",
			"NAMES A/HRC/RES/87/2#PP1>right:privacy",
		}},
		{"a mention's candidates", "A/HRC/RES/87/2#PP1!mention-1", []string{
			"MAY_MEAN A/HRC/RES/87/2#PP1!mention-1>A/HRC/RES/48/4", "MAY_MEAN A/HRC/RES/87/2#PP1!mention-1>A/RES/48/4",
			"PART_OF A/HRC/RES/87/2#PP1!mention-1>A/HRC/RES/87/2#PP1",
		}},
		{"a mandate's", "A/HRC/RES/90/3#OP1!mandate-1", []string{
			"ADDRESSES A/HRC/RES/90/3#OP1!mandate-1>actor:ohchr", "PART_OF A/HRC/RES/90/3#OP1!mandate-1>A/HRC/RES/90/3#OP1",
		}},
		{"a right's", "right:privacy", []string{"BASED_ON right:privacy>iccpr#17"}},
		{"a provision's", "iccpr#17", []string{"PART_OF iccpr#17>iccpr"}},
		{"a citation of itself is no RestsOn", "S/PRST/2033/7", []string{
			"CITES S/PRST/2033/7#PP1>S/RES/9001(2033)", "RESTS_ON S/PRST/2033/7>S/RES/9001(2033)", "CITES S/PRST/2033/7#PP1>S/PRST/2033/7",
		}},
		{"of an actor", "actor:ohchr", nil},
		{"of nothing", "nothing", nil},
	} {
		t.Run(c.name, func(t *testing.T) { wantLinks(t, store, c.id, graph.LinkFilter{}, c.want) })
	}
}

func testLinksIn(t *testing.T, store graph.Store) {
	for _, c := range []struct {
		name string
		id   graph.ID
		want []string
	}{
		{"from the latest; of one text in its order", "A/HRC/RES/87/2", []string{
			"CITES A/HRC/RES/90/3#PP1>A/HRC/RES/87/2", "RESTS_ON A/HRC/RES/90/3>A/HRC/RES/87/2",
			"CITES A/HRC/RES/90/3#OP2>A/HRC/RES/87/2",
			"PART_OF A/HRC/RES/87/2#PP1>A/HRC/RES/87/2", "PART_OF A/HRC/RES/87/2#OP1>A/HRC/RES/87/2",
			"CITES A/RES/99/175#PP2>A/HRC/RES/87/2", "RESTS_ON A/RES/99/175>A/HRC/RES/87/2",
		}},
		{"of one day by owner", "A/HRC/53/45", []string{
			"CITES A/HRC/RES/90/3#OP2>A/HRC/53/45", "RESTS_ON A/HRC/RES/90/3>A/HRC/53/45",
			"CITES S/RES/9001(2033)#PP2>A/HRC/53/45", "RESTS_ON S/RES/9001(2033)>A/HRC/53/45",
		}},
		{"unknown days last", "S/RES/9001(2033)", []string{
			"PART_OF S/RES/9001(2033)#PP1>S/RES/9001(2033)", "PART_OF S/RES/9001(2033)#PP2>S/RES/9001(2033)",
			"PART_OF S/RES/9001(2033)#OP1>S/RES/9001(2033)",
			"CITES S/PRST/2033/7#PP1>S/RES/9001(2033)", "RESTS_ON S/PRST/2033/7>S/RES/9001(2033)",
		}},
		{"the catalogue's last", "iccpr", []string{
			"CITES A/HRC/RES/90/3#PP2>iccpr", "RESTS_ON A/HRC/RES/90/3>iccpr",
			"CITES A/HRC/RES/87/2#PP1>iccpr", "RESTS_ON A/HRC/RES/87/2>iccpr",
			"PART_OF iccpr#17>iccpr",
		}},
		{"of a provision", "iccpr#17", []string{"PINPOINTS A/HRC/RES/90/3#PP2>iccpr#17", "BASED_ON right:privacy>iccpr#17"}},
		{"of a right", "right:privacy", []string{
			"NAMES A/HRC/RES/90/3#PP2>right:privacy", "NAMES A/HRC/RES/90/3#OP1>right:privacy", "NAMES S/RES/9001(2033)#OP1>right:privacy",
			"NAMES A/HRC/RES/87/2#PP1>right:privacy",
		}},
		{"of an actor", "actor:ohchr", []string{
			"NAMES A/HRC/RES/90/3#OP1>actor:ohchr", "ADDRESSES A/HRC/RES/90/3#OP1!mandate-1>actor:ohchr", "NAMES A/98/895#PP1>actor:ohchr",
		}},
		{"of a candidate", "A/RES/48/4", []string{"MAY_MEAN A/HRC/RES/87/2#PP1!mention-1>A/RES/48/4"}},
		{"of nothing", "nothing", nil},
	} {
		t.Run(c.name, func(t *testing.T) { wantLinks(t, store, c.id, graph.LinkFilter{Direction: graph.In}, c.want) })
	}
}

// testLinkViews checks what comes with a link.
func testLinkViews(t *testing.T, store graph.Store) {
	ids := []graph.ID{"A/HRC/RES/90/3", "nothing", "A/HRC/RES/90/3", "iccpr"}
	f := graph.LinkFilter{Types: []graph.LinkType{graph.RestsOn}, Acts: []graph.Act{graph.Notes}}
	pages, err := store.Links(t.Context(), ids, f, graph.PageRequest{Total: true})
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) != len(ids) {
		t.Fatalf("got %d pages for %d ids", len(pages), len(ids))
	}
	for i, want := range []int{1, 0, 1, 0} {
		if len(pages[i].Edges) != want || pages[i].Total != want {
			t.Errorf("page of %s: %d links, total %d, want %d", ids[i], len(pages[i].Edges), pages[i].Total, want)
		}
	}
	v := pages[0].Items()[0]
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"far end", v.Far.NodeID(), graph.ID("A/HRC/53/45")},
		{"far end is settled", v.Far.(*graph.Instrument).Title, "The digital age and rights"},
		{"source", v.Source.ID, graph.ID("A/HRC/RES/90/3")},
		{"source is settled", v.Source.CitedBy, 1},
		{"paragraph of the first citation", v.SourceParagraph.ID, graph.ID("A/HRC/RES/90/3#OP2")},
		{"its text", v.SourceParagraph.Text, "Takes note of the report, and again of resolution 87/2;"},
		{"its note", v.SourceParagraph.Notes[0].Text, "See A/HRC/53/45, on the digital age."},
		{"evidence", v.Evidence.Quote, "A/HRC/53/45"},
		{"evidence stands in the note", v.Evidence.Note, "1"},
		{"date is the owner's", v.Date, graph.MustParseDate("2033-07-14")},
		{"acts", v.Acts, []graph.Act{graph.Notes}},
		{"count", v.Count, 1},
	} {
		if diff := diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	pages, err = store.Links(t.Context(), []graph.ID{"right:privacy"}, graph.LinkFilter{}, graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if v := pages[0].Items()[0]; v.Source != nil || v.SourceParagraph != nil || v.Far.NodeID() != "iccpr#17" {
		t.Errorf("a link of the catalogue: got source %v, paragraph %v, far %v", v.Source, v.SourceParagraph, v.Far)
	}
}

// testAlternatives checks that what a citation may mean instead comes with it, from either end.
func testAlternatives(t *testing.T, store graph.Store) {
	want := []graph.Alternative{{Instrument: "A/HRC/RES/99/175", Confidence: 0.05}, {Instrument: "A/RES/99/176", Confidence: 0.03}}
	for id, f := range map[graph.ID]graph.LinkFilter{
		"A/HRC/RES/90/3":     {Types: []graph.LinkType{graph.Cites}},
		"A/HRC/RES/90/3#PP1": {Types: []graph.LinkType{graph.Cites}},
		"A/RES/99/175":       {Types: []graph.LinkType{graph.Cites}, Direction: graph.In},
	} {
		for _, page := range []graph.PageRequest{{}, {Last: 50}} {
			pages, err := store.Links(t.Context(), []graph.ID{id}, f, page)
			if err != nil {
				t.Fatal(err)
			}
			seen := false
			for _, v := range pages[0].Items() {
				expected := want
				if v.Owner != "A/HRC/RES/90/3" || v.To != "A/RES/99/175" {
					expected = nil
				}
				seen = seen || expected != nil
				if diff := diff(expected, v.Alternatives); diff != "" {
					t.Errorf("%s, %s to %s: alternatives (-want +got):\n%s", id, v.From, v.To, diff)
				}
			}
			if !seen {
				t.Errorf("%s: the citation of A/RES/99/175 is not there", id)
			}
		}
	}
}

func testLinkFilters(t *testing.T, store graph.Store) {
	cites := []graph.LinkType{graph.Cites}
	for _, c := range []struct {
		name string
		id   graph.ID
		f    graph.LinkFilter
		want []string
	}{
		{"acts of a RestsOn are all its acts", "A/HRC/RES/90/3", graph.LinkFilter{
			Types: []graph.LinkType{graph.RestsOn}, Acts: []graph.Act{graph.Recalls, graph.GuidedBy},
		}, []string{
			"RESTS_ON A/HRC/RES/90/3>A/HRC/RES/87/2", "RESTS_ON A/HRC/RES/90/3>A/RES/99/175", "RESTS_ON A/HRC/RES/90/3>iccpr",
		}},
		{"roles", "A/HRC/RES/90/3", graph.LinkFilter{
			Types: []graph.LinkType{graph.Names}, Roles: []graph.Role{graph.Addressee},
		}, []string{"NAMES A/HRC/RES/90/3#OP1>actor:ohchr"}},
		{"far kinds", "A/HRC/RES/90/3", graph.LinkFilter{Types: cites, FarKinds: []graph.InstrumentKind{graph.Treaty, graph.Report}}, []string{
			"CITES A/HRC/RES/90/3#PP2>iccpr", "CITES A/HRC/RES/90/3#OP2>A/HRC/53/45",
		}},
		{"far bodies, of a paragraph's instrument", "A/HRC/RES/87/2", graph.LinkFilter{
			Direction: graph.In, Types: cites, FarBodies: []graph.Body{graph.GeneralAssembly},
		}, []string{"CITES A/RES/99/175#PP2>A/HRC/RES/87/2"}},
		{"far bodies leave rights out", "A/HRC/RES/87/2#OP1", graph.LinkFilter{
			Types: []graph.LinkType{graph.Names}, FarBodies: []graph.Body{graph.HumanRightsCouncil},
		}, nil},
		{"dates, both bounds included", "right:privacy", graph.LinkFilter{
			Direction: graph.In, Since: graph.MustParseDate("2031-07-13"), Until: graph.MustParseDate("2031-07-13"),
		}, []string{"NAMES A/HRC/RES/87/2#PP1>right:privacy"}},
		{"a link without a date passes no bound", "S/RES/9001(2033)", graph.LinkFilter{
			Direction: graph.In, Types: cites, Until: graph.MustParseDate("2099-01-01"),
		}, nil},
		{"confidence of links that have one", "A/HRC/RES/90/3#PP1", graph.LinkFilter{MinConfidence: 0.95}, []string{
			"PART_OF A/HRC/RES/90/3#PP1>A/HRC/RES/90/3", "CITES A/HRC/RES/90/3#PP1>A/HRC/RES/87/2",
		}},
		{"confidence is met when equal", "A/HRC/RES/90/3#PP1", graph.LinkFilter{MinConfidence: 0.9, Types: cites}, []string{
			"CITES A/HRC/RES/90/3#PP1>A/HRC/RES/87/2", "CITES A/HRC/RES/90/3#PP1>A/RES/99/175",
		}},
		{"findings", "S/RES/9001(2033)", graph.LinkFilter{Findings: true}, []string{"CITES S/RES/9001(2033)#PP1>A/HRC/RES/90/3"}},
		{"all at once", "A/HRC/RES/90/3", graph.LinkFilter{
			Types: cites, Direction: graph.In, Acts: []graph.Act{graph.Recalls}, FarKinds: []graph.InstrumentKind{graph.Resolution},
			FarBodies: []graph.Body{graph.SecurityCouncil}, Since: graph.MustParseDate("2033-07-14"), MinConfidence: 0.5, Findings: true,
		}, []string{"CITES S/RES/9001(2033)#PP1>A/HRC/RES/90/3"}},
	} {
		t.Run(c.name, func(t *testing.T) { wantLinks(t, store, c.id, c.f, c.want) })
	}
}
