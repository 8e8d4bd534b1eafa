package graph

import (
	"context"
	"fmt"
)

// Adjacency is what walks run on: instruments as values of N, and the RestsOn links between them. The walks are written once
// over it; any [Reader] is one by its Links, a store that holds its links in memory can be one by itself and hand its [Walker]
// methods on to [WalkChain], [WalkNeighbourhood], [WalkPaths] and [WalkCommon].
type Adjacency[N comparable] interface {
	// Find returns the instrument with the id, symbol or alias; [ErrNotFound] where there is none.
	Find(ctx context.Context, id ID) (N, error)
	// Hops returns, for each of the nodes, the RestsOn links that leave it (Out) or reach it (In) and that the filter lets through,
	// each once, in any order. The far end that the filter looks at is the Far of the hop.
	Hops(ctx context.Context, nodes []N, d Direction, f *WalkFilter) ([][]Hop[N], error)
	// About returns what a walk asks of a node that Find or Hops returned.
	About(n N) Vertex
	// Instruments returns the nodes' instruments, in their order.
	Instruments(ctx context.Context, nodes []N) ([]*Instrument, error)
	// Links returns the links of hops, given by their Link, in their order.
	Links(ctx context.Context, hops []int) ([]Link, error)
}

// Hop is a link seen from one of its ends.
type Hop[N comparable] struct {
	// Far is the node at the other end.
	Far N
	// Link names the link to [Adjacency.Links].
	Link int
}

// Vertex is what a walk asks of an instrument.
type Vertex struct {
	ID             ID
	Cites, CitedBy int
	Kind           InstrumentKind
	Body           Body
}

// readerGraph is the Adjacency of a Reader, for one walk.
type readerGraph struct {
	reader Reader
	known  map[ID]*Instrument
	links  []Link
}

func newReaderGraph(r Reader) *readerGraph {
	return &readerGraph{reader: r, known: make(map[ID]*Instrument)}
}

// Find implements [Adjacency].
func (g *readerGraph) Find(ctx context.Context, id ID) (ID, error) {
	nodes, err := g.reader.Nodes(ctx, []ID{id})
	if err != nil {
		return "", err
	}
	instrument, ok := nodes[0].(*Instrument)
	if !ok {
		return "", fmt.Errorf("instrument %q: %w", id, ErrNotFound)
	}
	g.known[instrument.ID] = instrument
	return instrument.ID, nil
}

// Hops implements [Adjacency].
func (g *readerGraph) Hops(ctx context.Context, ids []ID, d Direction, f *WalkFilter) ([][]Hop[ID], error) {
	filter := LinkFilter{
		Types: []LinkType{RestsOn}, Direction: d,
		Acts: f.Acts, FarKinds: f.FarKinds, FarBodies: f.FarBodies, Until: f.AsOf,
	}
	hops := make([][]Hop[ID], 0, len(ids))
	for len(ids) > 0 {
		batch := ids[:min(MaxBatch, len(ids))]
		ids = ids[len(batch):]
		pages, err := g.reader.Links(ctx, batch, filter, PageRequest{First: MaxPage})
		if err != nil {
			return nil, err
		}
		for i, page := range pages {
			found, err := g.follow(ctx, batch[i], filter, page)
			if err != nil {
				return nil, err
			}
			hops = append(hops, found)
		}
	}
	return hops, nil
}

// follow reads the pages that come after the first.
func (g *readerGraph) follow(ctx context.Context, id ID, filter LinkFilter, page Page[LinkView]) ([]Hop[ID], error) {
	var hops []Hop[ID]
	for {
		for _, edge := range page.Edges {
			far, ok := edge.Node.Far.(*Instrument)
			if !ok {
				return nil, fmt.Errorf("link from %q to %q: far end is no instrument: %w", edge.Node.From, edge.Node.To, ErrCorrupt)
			}
			g.known[far.ID] = far
			hops = append(hops, Hop[ID]{far.ID, len(g.links)})
			g.links = append(g.links, edge.Node.Link)
		}
		if !page.HasNext || len(page.Edges) == 0 {
			return hops, nil
		}
		after := page.Edges[len(page.Edges)-1].Cursor
		pages, err := g.reader.Links(ctx, []ID{id}, filter, PageRequest{First: MaxPage, After: after})
		if err != nil {
			return nil, err
		}
		page = pages[0]
	}
}

// About implements [Adjacency].
func (g *readerGraph) About(id ID) Vertex {
	i := g.known[id]
	return Vertex{i.ID, i.Cites, i.CitedBy, i.Kind, i.Body}
}

// Instruments implements [Adjacency].
func (g *readerGraph) Instruments(_ context.Context, ids []ID) ([]*Instrument, error) {
	instruments := make([]*Instrument, len(ids))
	for i, id := range ids {
		instruments[i] = g.known[id]
	}
	return instruments, nil
}

// Links implements [Adjacency].
func (g *readerGraph) Links(_ context.Context, hops []int) ([]Link, error) {
	links := make([]Link, len(hops))
	for i, hop := range hops {
		links[i] = g.links[hop]
	}
	return links, nil
}
