package graphtest

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"recital/graph"
)

func testBadRequests(t *testing.T, store graph.Store) {
	many := make([]graph.ID, graph.MaxBatch+1)
	rights := graph.NodeFilter{Kind: graph.RightNode}
	in := graph.LinkFilter{Direction: graph.In}
	one := []graph.ID{"A/HRC/RES/90/3"}
	list, err := store.List(t.Context(), rights, graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	links, err := store.Links(t.Context(), one, in, graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	ofNodes, ofLinks := list.Edges[0].Cursor, links[0].Edges[0].Cursor
	for _, c := range []struct {
		name string
		want error
		ask  func(context.Context) error
	}{
		{"too many ids of nodes", graph.ErrBadRequest, func(ctx context.Context) error { _, err := store.Nodes(ctx, many); return err }},
		{"too many ids of links", graph.ErrBadRequest, askLinks(store, many, in, graph.PageRequest{})},
		{"first above the cap", graph.ErrBadRequest, askLinks(store, one, in, graph.PageRequest{First: graph.MaxPage + 1})},
		{"first below 0", graph.ErrBadRequest, askList(store, rights, graph.PageRequest{First: -1})},
		{"last above the cap", graph.ErrBadRequest, askList(store, rights, graph.PageRequest{Last: graph.MaxPage + 1})},
		{"unknown parts", graph.ErrBadRequest, askLinks(store, one, in, graph.PageRequest{Parts: 1 << 15})},
		{"first and last", graph.ErrBadRequest, askList(store, rights, graph.PageRequest{First: 1, Last: 1})},
		{"after and before", graph.ErrBadRequest, askList(store, rights, graph.PageRequest{After: ofNodes, Before: ofNodes})},
		{"first of a search", graph.ErrBadRequest, askSearch(store, graph.TextQuery{Text: "a"}, graph.PageRequest{First: -1})},
		{"no cursor at all", graph.ErrBadCursor, askList(store, rights, graph.PageRequest{After: "?"})},
		{"no cursor at all, for no ids", graph.ErrBadCursor, askLinks(store, nil, in, graph.PageRequest{After: "?"})},
		{"cursor of nodes for links", graph.ErrBadCursor, askLinks(store, one, in, graph.PageRequest{After: ofNodes})},
		{"cursor of links for nodes", graph.ErrBadCursor, askList(store, rights, graph.PageRequest{Before: ofLinks})},
		{"cursor of the other direction", graph.ErrBadCursor, askLinks(store, one, graph.LinkFilter{}, graph.PageRequest{After: ofLinks})},
		{"cursor of another order", graph.ErrBadCursor, askList(store, with(rights, graph.ByCitedBy), graph.PageRequest{After: ofNodes})},
		{"cursor of nodes for hits", graph.ErrBadCursor, askSearch(store, graph.TextQuery{Text: "a"}, graph.PageRequest{After: ofNodes})},
		{"cursor for a search without words", graph.ErrBadCursor, askSearch(store, graph.TextQuery{}, graph.PageRequest{After: "?"})},
		{"no kind", graph.ErrBadRequest, askList(store, graph.NodeFilter{}, graph.PageRequest{})},
		{"unknown state", graph.ErrBadRequest, askList(
			store, graph.NodeFilter{Kind: graph.MandateNode, States: []graph.MandateState{"LATE"}}, graph.PageRequest{},
		)},
		{"unknown kind", graph.ErrBadRequest, askList(store, graph.NodeFilter{Kind: "Rite"}, graph.PageRequest{})},
		{"unknown order", graph.ErrBadRequest, askList(store, with(rights, "SHUFFLED"), graph.PageRequest{})},
		{"unknown direction", graph.ErrBadRequest, askLinks(store, one, graph.LinkFilter{Direction: "UP"}, graph.PageRequest{})},
		{"search for mandates", graph.ErrBadRequest, askSearch(store, graph.TextQuery{
			Text: "a", Kinds: []graph.NodeKind{graph.MandateNode},
		}, graph.PageRequest{})},
		{"unknown facet", graph.ErrBadRequest, func(ctx context.Context) error {
			_, err := store.Facets(ctx, graph.FacetRequest{Nodes: rights, Keys: []graph.FacetKey{"COLOUR"}})
			return err
		}},
		{"facets of an unknown kind", graph.ErrBadRequest, func(ctx context.Context) error {
			_, err := store.Facets(ctx, graph.FacetRequest{Keys: []graph.FacetKey{graph.FacetBody}})
			return err
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if err := c.ask(t.Context()); !errors.Is(err, c.want) {
				t.Errorf("got error %v, want %v", err, c.want)
			}
		})
	}
}

func askLinks(store graph.Store, ids []graph.ID, f graph.LinkFilter, p graph.PageRequest) func(context.Context) error {
	return func(ctx context.Context) error { _, err := store.Links(ctx, ids, f, p); return err }
}

func askList(store graph.Store, f graph.NodeFilter, p graph.PageRequest) func(context.Context) error {
	return func(ctx context.Context) error { _, err := store.List(ctx, f, p); return err }
}

func askSearch(store graph.Store, q graph.TextQuery, p graph.PageRequest) func(context.Context) error {
	return func(ctx context.Context) error { _, err := store.Search(ctx, q, p); return err }
}

// testEndedContext: every method gives the context's own error.
func testEndedContext(t *testing.T, store graph.Store) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	one := []graph.ID{"iccpr"}
	for name, ask := range map[string]func(context.Context) error{
		"nodes":  func(ctx context.Context) error { _, err := store.Nodes(ctx, one); return err },
		"links":  askLinks(store, one, graph.LinkFilter{}, graph.PageRequest{}),
		"list":   askList(store, graph.NodeFilter{Kind: graph.RightNode}, graph.PageRequest{}),
		"search": askSearch(store, graph.TextQuery{Text: "privacy"}, graph.PageRequest{}),
		"facets": func(ctx context.Context) error {
			_, err := store.Facets(ctx, graph.FacetRequest{Nodes: graph.NodeFilter{Kind: graph.RightNode}})
			return err
		},
		"stats": func(ctx context.Context) error { _, err := store.Stats(ctx); return err },
		"apply": func(ctx context.Context) error { return store.Apply(ctx, sequence(Fixture()...)) },
	} {
		if err := ask(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: got error %v, want %v", name, err, context.Canceled)
		}
	}
}

// testLikeModel asks the store and the model a plain row of questions about every node.
func testLikeModel(t *testing.T, store graph.Store) {
	model := modelOf(t, Fixture()...)
	compareAnswers(t, t.Context(), store, model, everything(Fixture()))
}

// everything asks for all there is in the documents: each node, its links both ways, each list in each order.
func everything(documents []*graph.Document) []question {
	ids := idsIn(documents)
	questions := []question{
		{"stats", func(ctx context.Context, r graph.Reader) (any, error) { return r.Stats(ctx) }},
		{"all nodes", func(ctx context.Context, r graph.Reader) (any, error) { return r.Nodes(ctx, ids) }},
	}
	for _, direction := range []graph.Direction{graph.Out, graph.In} {
		for _, p := range []graph.PageRequest{{First: graph.MaxPage, Total: true}, {Last: 3}} {
			questions = append(questions, question{fmt.Sprintf("all links %s %+v", direction, p), func(ctx context.Context, r graph.Reader) (any, error) {
				return r.Links(ctx, ids, graph.LinkFilter{Direction: direction}, p)
			}})
		}
	}
	for _, kind := range graph.NodeKinds() {
		for _, order := range orders() {
			f := graph.NodeFilter{Kind: kind, Order: order}
			questions = append(questions, question{fmt.Sprintf("list %+v", f), func(ctx context.Context, r graph.Reader) (any, error) {
				return r.List(ctx, f, graph.PageRequest{First: graph.MaxPage, Total: true})
			}})
		}
		f := graph.FacetRequest{Nodes: graph.NodeFilter{Kind: kind}, Keys: graph.FacetKeys()}
		questions = append(questions, question{fmt.Sprintf("facets of %s", kind), func(ctx context.Context, r graph.Reader) (any, error) {
			return r.Facets(ctx, f)
		}})
	}
	return questions
}

func orders() []graph.NodeOrder {
	return []graph.NodeOrder{graph.ByID, graph.ByDate, graph.ByDateAsc, graph.ByCitedBy, graph.ByText}
}

// idsIn returns the ids of all nodes that the documents know, and one that nobody knows.
func idsIn(documents []*graph.Document) []graph.ID {
	ids := []graph.ID{"nothing"}
	seen := make(map[graph.ID]bool)
	add := func(id graph.ID) {
		if !seen[id] && len(ids) < graph.MaxBatch {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, d := range documents {
		add(d.Instrument.ID)
		for i := range d.Paragraphs {
			add(d.Paragraphs[i].ID)
		}
		for i := range d.Mandates {
			add(d.Mandates[i].ID)
		}
		for i := range d.Mentions {
			add(d.Mentions[i].ID)
		}
		for _, stub := range d.Stubs {
			add(stub.NodeID())
		}
	}
	return ids
}
