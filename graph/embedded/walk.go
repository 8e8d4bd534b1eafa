package embedded

import (
	"context"
	"fmt"

	"recital/graph"
)

// rests holds the RestsOn links by instrument, both ways: the arrays that walks run on.
type rests struct {
	outStart, inStart []uint32 // by number of an instrument; one more than there are
	out, in           []uint32 // indices into rows
}

// indexRests makes the arrays of walks.
func (g *image) indexRests() {
	w := &g.walked
	for n := range g.ends[graph.InstrumentNode] {
		w.outStart, w.inStart = append(w.outStart, uint32(len(w.out))), append(w.inStart, uint32(len(w.in)))
		if d := g.documentAt(n); d != nil {
			for i := d.rows.from; i < d.rows.to; i++ {
				if g.rows[i].kind == restsOnType {
					w.out = append(w.out, i)
				}
			}
		}
		for _, i := range g.in(n) {
			if g.rows[i].kind == restsOnType {
				w.in = append(w.in, i)
			}
		}
	}
	w.outStart, w.inStart = append(w.outStart, uint32(len(w.out))), append(w.inStart, uint32(len(w.in)))
}

// adjacency is the graph.Adjacency of an image, for one walk.
type adjacency struct {
	store *Store
	image *image
}

// Find implements graph.Adjacency.
func (a adjacency) Find(_ context.Context, id graph.ID) (number, error) {
	n := a.image.findAny(id)
	if n == none || n >= a.image.ends[graph.InstrumentNode] {
		return none, fmt.Errorf("instrument %q: %w", id, graph.ErrNotFound)
	}
	return n, nil
}

// Hops implements graph.Adjacency.
func (a adjacency) Hops(ctx context.Context, nodes []number, d graph.Direction, f *graph.WalkFilter) ([][]graph.Hop[number], error) {
	g := a.image
	start, rows := g.walked.outStart, g.walked.out
	if d == graph.In {
		start, rows = g.walked.inStart, g.walked.in
	}
	open := len(f.Acts) == 0 && len(f.FarKinds) == 0 && len(f.FarBodies) == 0 && f.AsOf.IsZero()
	total := 0
	for _, n := range nodes {
		total += int(start[n+1] - start[n])
	}
	all := make([]graph.Hop[number], 0, total)
	hops := make([][]graph.Hop[number], len(nodes))
	for i, n := range nodes {
		from := len(all)
		for _, at := range rows[start[n]:start[n+1]] {
			r := &g.rows[at]
			far := r.to
			if d == graph.In {
				far = r.from
			}
			if !open {
				if l := g.outline(r); !f.Match(&l, g.instrument(far)) {
					continue
				}
			}
			all = append(all, graph.Hop[number]{Far: far, Link: int(at)})
		}
		hops[i] = all[from:len(all):len(all)]
	}
	return hops, ctx.Err()
}

// About implements graph.Adjacency.
func (a adjacency) About(n number) graph.Vertex {
	i := a.image.instrument(n)
	return graph.Vertex{ID: i.ID, Cites: i.Cites, CitedBy: i.CitedBy, Kind: i.Kind, Body: i.Body}
}

// Instruments implements graph.Adjacency.
func (a adjacency) Instruments(_ context.Context, nodes []number) ([]*graph.Instrument, error) {
	instruments := make([]*graph.Instrument, len(nodes))
	for i, n := range nodes {
		instruments[i] = a.image.instrument(n)
	}
	return instruments, nil
}

// Links implements graph.Adjacency.
func (a adjacency) Links(ctx context.Context, hops []int) ([]graph.Link, error) {
	links := make([]graph.Link, len(hops))
	r := linkReader{store: a.store, image: a.image}
	for i, hop := range hops {
		if _, err := r.link(ctx, uint32(hop), &links[i]); err != nil {
			return nil, err
		}
	}
	return links, nil
}

// Chain implements graph.Walker.
func (s *Store) Chain(ctx context.Context, request graph.ChainRequest) (graph.Subgraph, error) {
	return ask(ctx, s, "walk in", func(g *image) (graph.Subgraph, error) {
		return graph.WalkChain(ctx, adjacency{s, g}, request)
	})
}

// Neighbourhood implements graph.Walker.
func (s *Store) Neighbourhood(ctx context.Context, request graph.NeighbourhoodRequest) (graph.Subgraph, error) {
	return ask(ctx, s, "walk in", func(g *image) (graph.Subgraph, error) {
		return graph.WalkNeighbourhood(ctx, adjacency{s, g}, request)
	})
}

// Paths implements graph.Walker.
func (s *Store) Paths(ctx context.Context, request graph.PathsRequest) (graph.PathSet, error) {
	return ask(ctx, s, "walk in", func(g *image) (graph.PathSet, error) {
		return graph.WalkPaths(ctx, adjacency{s, g}, request)
	})
}

// Common implements graph.Walker.
func (s *Store) Common(ctx context.Context, request graph.CommonRequest) (graph.SharedSet, error) {
	return ask(ctx, s, "walk in", func(g *image) (graph.SharedSet, error) {
		return graph.WalkCommon(ctx, adjacency{s, g}, request)
	})
}
