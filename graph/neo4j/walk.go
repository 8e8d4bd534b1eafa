package neo4j

import (
	"context"
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// Walks are graph's own over an adjacency that asks for no more than they look at: one statement for each step from all nodes reached, one
// for the nodes of the answer and one for its links. Their semantics (which nodes are kept where there is no room for all, simple
// paths in order) do not fit into one statement of Cypher that ends in time on nodes which thousands cite.

var _ graph.Walker = (*Store)(nil)

// Chain implements graph.Walker.
func (s *Store) Chain(ctx context.Context, request graph.ChainRequest) (graph.Subgraph, error) {
	found, err := graph.WalkChain(ctx, newAdjacency(s), request)
	return found, classify(ctx, "walk a chain", err)
}

// Neighbourhood implements graph.Walker.
func (s *Store) Neighbourhood(ctx context.Context, request graph.NeighbourhoodRequest) (graph.Subgraph, error) {
	found, err := graph.WalkNeighbourhood(ctx, newAdjacency(s), request)
	return found, classify(ctx, "walk a neighbourhood", err)
}

// Paths implements graph.Walker.
func (s *Store) Paths(ctx context.Context, request graph.PathsRequest) (graph.PathSet, error) {
	found, err := graph.WalkPaths(ctx, newAdjacency(s), request)
	return found, classify(ctx, "walk paths", err)
}

// Common implements graph.Walker.
func (s *Store) Common(ctx context.Context, request graph.CommonRequest) (graph.SharedSet, error) {
	found, err := graph.WalkCommon(ctx, newAdjacency(s), request)
	return found, classify(ctx, "walk to common authorities", err)
}

// adjacency is the graph.Adjacency of one walk.
type adjacency struct {
	store *Store
	known map[graph.ID]graph.Vertex
	pairs [][2]graph.ID // the ends of the links that hops name
	names map[[2]graph.ID]int
}

func newAdjacency(s *Store) *adjacency {
	return &adjacency{store: s, known: make(map[graph.ID]graph.Vertex), names: make(map[[2]graph.ID]int)}
}

// Find implements graph.Adjacency.
func (a *adjacency) Find(ctx context.Context, id graph.ID) (graph.ID, error) {
	nodes, err := a.store.Nodes(ctx, []graph.ID{id})
	if err != nil {
		return "", err
	}
	i, ok := nodes[0].(*graph.Instrument)
	if !ok {
		return "", fmt.Errorf("instrument %q: %w", id, graph.ErrNotFound)
	}
	a.known[i.ID] = graph.Vertex{ID: i.ID, Cites: i.Cites, CitedBy: i.CitedBy, Kind: i.Kind, Body: i.Body}
	return i.ID, nil
}

// Hops implements graph.Adjacency.
func (a *adjacency) Hops(
	ctx context.Context, ids []graph.ID, d graph.Direction, f *graph.WalkFilter,
) ([][]graph.Hop[graph.ID], error) {
	hops := make([][]graph.Hop[graph.ID], len(ids))
	if len(ids) == 0 {
		return hops, nil
	}
	parameters := filtered(map[string]any{
		"ids": textsOf(ids), "incoming": d == graph.In, "acts": textsOf(f.Acts), "until": dateOf(f.AsOf),
		"farKinds": textsOf(f.FarKinds), "farBodies": textsOf(f.FarBodies),
	})
	err := a.store.read(ctx, readHops, parameters, func(r *neo4j.Record) error {
		at, err := index(r.Values[0], len(ids))
		if err != nil {
			return err
		}
		hops[at], err = a.follow(ids[at], d, r.Values[1])
		return err
	})
	return hops, err
}

// follow reads the hops from one node.
func (a *adjacency) follow(id graph.ID, d graph.Direction, value any) ([]graph.Hop[graph.ID], error) {
	rows, _ := value.([]any)
	hops := make([]graph.Hop[graph.ID], 0, len(rows))
	for _, row := range rows {
		values, ok := row.([]any)
		if !ok || len(values) != 5 {
			return nil, fmt.Errorf("%w: a link of %s is %v", graph.ErrCorrupt, id, row)
		}
		f := &fields{values: map[string]any{"id": values[0], "citedBy": values[1], "kind": values[2], "body": values[3], "cites": values[4]}}
		far := graph.Vertex{
			ID: graph.ID(f.text("id")), Cites: f.int("cites"), CitedBy: f.int("citedBy"),
			Kind: graph.InstrumentKind(f.text("kind")), Body: graph.Body(f.text("body")),
		}
		if f.bad != nil {
			return nil, f.bad
		}
		a.known[far.ID] = far
		pair := [2]graph.ID{id, far.ID}
		if d == graph.In {
			pair = [2]graph.ID{far.ID, id}
		}
		hops = append(hops, graph.Hop[graph.ID]{Far: far.ID, Link: a.name(pair)})
	}
	return hops, nil
}

// name returns the number of the link between two nodes, the same from both ends.
func (a *adjacency) name(pair [2]graph.ID) int {
	name, found := a.names[pair]
	if !found {
		name = len(a.pairs)
		a.names[pair] = name
		a.pairs = append(a.pairs, pair)
	}
	return name
}

// About implements graph.Adjacency.
func (a *adjacency) About(id graph.ID) graph.Vertex { return a.known[id] }

// Instruments implements graph.Adjacency.
func (a *adjacency) Instruments(ctx context.Context, ids []graph.ID) ([]*graph.Instrument, error) {
	instruments := make([]*graph.Instrument, 0, len(ids))
	for len(ids) > 0 {
		batch := ids[:min(graph.MaxBatch, len(ids))]
		ids = ids[len(batch):]
		nodes, err := a.store.Nodes(ctx, batch)
		if err != nil {
			return nil, err
		}
		for _, n := range nodes {
			i, ok := n.(*graph.Instrument)
			if !ok {
				return nil, errChanged
			}
			instruments = append(instruments, i)
		}
	}
	return instruments, nil
}

// Links implements graph.Adjacency.
func (a *adjacency) Links(ctx context.Context, hops []int) ([]graph.Link, error) {
	links := make([]graph.Link, len(hops))
	if len(hops) == 0 {
		return links, nil
	}
	pairs := make([][]string, len(hops))
	for i, hop := range hops {
		pairs[i] = []string{string(a.pairs[hop][0]), string(a.pairs[hop][1])}
	}
	err := a.store.read(ctx, readWalkLinks, filtered(map[string]any{"pairs": pairs}), func(r *neo4j.Record) error {
		at, err := index(r.Values[0], len(hops))
		if err != nil {
			return err
		}
		pair := a.pairs[hops[at]]
		links[at], err = decodeLink(graph.RestsOn, pair[0], pair[1], r.Values[1])
		return err
	})
	if err != nil {
		return nil, err
	}
	for i := range links {
		if links[i].Type == "" { // taken out since
			return nil, errChanged
		}
	}
	return links, nil
}
