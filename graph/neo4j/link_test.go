package neo4j_test

import (
	"fmt"
	"testing"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
)

// filled opens a store and a model with the same texts, which have links enough for several pages.
func filled(t *testing.T) (*neo4j.Store, *graphtest.Model, graphtest.Synthetic) {
	t.Helper()
	store, model := open(t, neo4jtest.Shared(t)), graphtest.NewModel()
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	texts := graphtest.Synthetic{Documents: 24, RedLinks: 12, Paragraphs: 4, Citations: 10, Namings: 2, Words: 3}
	for _, w := range []graph.Writer{store, model} {
		if err := w.Apply(t.Context(), texts.All()); err != nil {
			t.Fatal(err)
		}
	}
	return store, model, texts
}

// TestLeanLists compares the lists that have statements of their own with the model, page by page, forward and backward.
func TestLeanLists(t *testing.T) {
	store, model, texts := filled(t)
	ids := []graph.ID{"nothing", "right:right-0", "A/RES/1/1", "A/RES/1/2"}
	for n := range texts.Documents {
		ids = append(ids, texts.Symbol(n))
	}
	parts := someParts()
	asked := 0
	for _, kind := range []graph.LinkType{graph.Cites, graph.RestsOn} {
		for _, direction := range []graph.Direction{graph.Out, graph.In} {
			for _, f := range leanFilters() {
				f.Types, f.Direction = []graph.LinkType{kind}, direction
				for n, page := range leanPages(t, model, ids, f) {
					page.Parts = parts[(asked+n)%len(parts)]
					got, err := store.Links(t.Context(), ids, f, page)
					if err != nil {
						t.Fatal(err)
					}
					want, err := graphtest.Sparing{Reader: model}.Links(t.Context(), ids, f, page)
					if err != nil {
						t.Fatal(err)
					}
					got = graphtest.Pare(got, page.Parts)
					for i := range want {
						asked += len(want[i].Edges)
					}
					sameItems(t, fmt.Sprintf("%+v %+v", f, page), withoutNil(got), withoutNil(want))
				}
			}
		}
	}
	if asked < 1000 {
		t.Errorf("compared %d links: too few", asked)
	}
}

// someParts are sets of parts, whole links among them.
func someParts() []graph.LinkParts {
	sets := []graph.LinkParts{0, graph.LinkAlone}
	for part := graph.LinkQuote; part <= graph.ParagraphText; part <<= 1 {
		sets = append(sets, part, graph.LinkAlone|part<<1|part>>1)
	}
	return append(sets[:len(sets)-1], graph.SourceParts|graph.ParagraphParts)
}

// leanFilters are filters of links, the one that lets all through among them.
func leanFilters() []graph.LinkFilter {
	return []graph.LinkFilter{
		{},
		{Acts: graph.Acts()[:len(graph.Acts())/2]},
		{Since: graph.MustParseDate("1980-01-01"), Until: graph.MustParseDate("2005-01-01")},
		{FarNodes: []graph.NodeKind{graph.InstrumentNode}},
		{FarKinds: []graph.InstrumentKind{graph.Resolution}},
		{FarBodies: []graph.Body{graph.GeneralAssembly}},
		{MinConfidence: 0.5},
		{Roles: []graph.Role{"", graph.Addressee}},
		{Roles: []graph.Role{graph.Addressee}},
		{Findings: true},
	}
}

// leanPages are requests around a link in the middle of a list.
func leanPages(t *testing.T, model graph.Reader, ids []graph.ID, f graph.LinkFilter) []graph.PageRequest {
	t.Helper()
	pages := []graph.PageRequest{{First: 3, Total: true}, {First: 2}, {First: graph.MaxPage}, {Last: 3, Total: true}}
	lists, err := model.Links(t.Context(), ids, f, graph.PageRequest{First: graph.MaxPage})
	if err != nil {
		t.Fatal(err)
	}
	for _, list := range lists {
		if n := len(list.Edges); n > 4 {
			middle := list.Edges[n/2].Cursor
			return append(pages, graph.PageRequest{First: 3, After: middle, Total: true}, graph.PageRequest{Last: 2, Before: middle})
		}
	}
	return pages
}

// withoutNil makes no difference between an empty page and none.
func withoutNil(pages []graph.Page[graph.LinkView]) []graph.Page[graph.LinkView] {
	for i := range pages {
		if len(pages[i].Edges) == 0 {
			pages[i].Edges = nil
		}
	}
	return pages
}
