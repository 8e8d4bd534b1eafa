package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// Chain returns what an instrument rests on, or what rests on it, to a depth. Zero fields of the request get their defaults; one above
// its cap is [ErrBadRequest], an unknown start [ErrNotFound]. It asks r itself where that is a [Walker].
func Chain(ctx context.Context, r Reader, request ChainRequest) (Subgraph, error) {
	request.Direction = cmp.Or(request.Direction, Out)
	request.Depth = cmp.Or(request.Depth, DefaultDepth)
	request.Limit = cmp.Or(request.Limit, DefaultWalkNodes)
	if err := checkWalk("chain", request.Depth, request.Limit); err != nil {
		return Subgraph{}, err
	}
	if request.Direction != Out && request.Direction != In {
		return Subgraph{}, fmt.Errorf("chain in direction %q: %w: no such direction", request.Direction, ErrBadRequest)
	}
	if walker, ok := r.(Walker); ok {
		return walker.Chain(ctx, request)
	}
	return WalkChain(ctx, newReaderGraph(r), request)
}

// WalkChain is [Chain] over an Adjacency; the request is complete.
func WalkChain[N comparable](ctx context.Context, g Adjacency[N], request ChainRequest) (Subgraph, error) {
	w := newSpread(g, []Direction{request.Direction}, &request.Filter)
	w.weight = func(v Vertex) int { return v.CitedBy }
	w.before = func(a, b Vertex) int { return strings.Compare(string(a.ID), string(b.ID)) }
	return w.run(ctx, request.Start, request.Depth, request.Limit)
}

// Neighbourhood returns the nodes around an instrument, in both directions, those of a depth from the most connected; otherwise as [Chain].
func Neighbourhood(ctx context.Context, r Reader, request NeighbourhoodRequest) (Subgraph, error) {
	request.Depth = cmp.Or(request.Depth, defaultNeighbourhoodDepth)
	request.Limit = cmp.Or(request.Limit, defaultNeighbourhoodNodes)
	if err := checkWalk("neighbourhood", request.Depth, request.Limit); err != nil {
		return Subgraph{}, err
	}
	if walker, ok := r.(Walker); ok {
		return walker.Neighbourhood(ctx, request)
	}
	return WalkNeighbourhood(ctx, newReaderGraph(r), request)
}

// WalkNeighbourhood is [Neighbourhood] over an Adjacency; the request is complete.
func WalkNeighbourhood[N comparable](ctx context.Context, g Adjacency[N], request NeighbourhoodRequest) (Subgraph, error) {
	w := newSpread(g, []Direction{Out, In}, &request.Filter)
	w.weight = func(v Vertex) int { return v.Cites + v.CitedBy }
	w.before = func(a, b Vertex) int {
		return cmp.Or(cmp.Compare(w.weight(b), w.weight(a)), strings.Compare(string(a.ID), string(b.ID)))
	}
	return w.run(ctx, request.Start, request.Depth, request.Limit)
}

// Defaults of a neighbourhood: what a drawing shows without crossing itself out.
const (
	defaultNeighbourhoodDepth = 2
	defaultNeighbourhoodNodes = 50
)

func checkWalk(walk string, depth, limit int) error {
	switch {
	case depth < 0 || depth > MaxDepth:
		return fmt.Errorf("%s of depth %d: %w: from 1 to %d", walk, depth, ErrBadRequest, MaxDepth)
	case limit < 0 || limit > MaxWalkNodes:
		return fmt.Errorf("%s of %d nodes: %w: from 1 to %d", walk, limit, ErrBadRequest, MaxWalkNodes)
	}
	return nil
}

// spread walks level by level from one node. It asks for the links of every node of the answer, those at the full depth too, since
// [Step.More] counts them.
type spread[N comparable] struct {
	graph      Adjacency[N]
	directions []Direction
	filter     *WalkFilter
	weight     func(Vertex) int      // the heaviest are kept where there is no room for all of a level, ties by id
	before     func(a, b Vertex) int // the order of a level in the answer
	depth      map[N]int
	reached    []N // in the order of the answer
	hops       [][]Hop[N]
}

func newSpread[N comparable](g Adjacency[N], directions []Direction, f *WalkFilter) *spread[N] {
	return &spread[N]{graph: g, directions: directions, filter: f, depth: make(map[N]int)}
}

func (w *spread[N]) run(ctx context.Context, start ID, depth, limit int) (Subgraph, error) {
	first, err := w.graph.Find(ctx, start)
	if err != nil {
		return Subgraph{}, err
	}
	level := []N{first}
	w.depth[first] = 0
	for d := 0; len(level) > 0; d++ {
		if err := ctx.Err(); err != nil {
			return Subgraph{}, err
		}
		hops, err := hopsOf(ctx, w.graph, level, w.directions, w.filter)
		if err != nil {
			return Subgraph{}, err
		}
		w.reached = append(w.reached, level...)
		w.hops = append(w.hops, hops...)
		if d == depth {
			break
		}
		level = w.next(hops, limit-len(w.reached))
		for _, n := range level {
			w.depth[n] = d + 1
		}
	}
	return w.answer(ctx, depth)
}

// hopsOf returns the hops of the nodes in all the directions.
func hopsOf[N comparable](ctx context.Context, g Adjacency[N], nodes []N, directions []Direction, f *WalkFilter) ([][]Hop[N], error) {
	hops, err := g.Hops(ctx, nodes, directions[0], f)
	if err != nil {
		return nil, err
	}
	for _, d := range directions[1:] {
		more, err := g.Hops(ctx, nodes, d, f)
		if err != nil {
			return nil, err
		}
		for i := range hops {
			hops[i] = slices.Concat(hops[i], more[i])
		}
	}
	return hops, nil
}

// next returns the nodes that the hops reach for the first time, in the order of the answer.
func (w *spread[N]) next(hops [][]Hop[N], room int) []N {
	var level []N
	seen := make(map[N]struct{})
	for _, from := range hops {
		for _, hop := range from {
			if _, reached := w.depth[hop.Far]; reached {
				continue
			}
			if _, found := seen[hop.Far]; !found {
				seen[hop.Far] = struct{}{}
				level = append(level, hop.Far)
			}
		}
	}
	if len(level) > room {
		level = w.heaviest(level, room)
	}
	slices.SortFunc(level, func(a, b N) int { return w.before(w.graph.About(a), w.graph.About(b)) })
	return level
}

// heaviest returns the count heaviest of the nodes, ties by id. It never sorts more than twice as many, since a treaty is cited by
// tens of thousands.
func (w *spread[N]) heaviest(nodes []N, count int) []N {
	type ranked struct {
		node   N
		id     ID
		weight int
	}
	compare := func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(string(a.id), string(b.id)))
	}
	if count <= 0 {
		return nil
	}
	best := make([]ranked, 0, 2*count)
	cut := func() {
		slices.SortFunc(best, compare)
		best = best[:min(count, len(best))]
	}
	bounded := false // best[count-1] is the last that counts
	for _, n := range nodes {
		v := w.graph.About(n)
		r := ranked{n, v.ID, w.weight(v)}
		if bounded && compare(r, best[count-1]) > 0 {
			continue
		}
		if best = append(best, r); len(best) == cap(best) {
			cut()
			bounded = true
		}
	}
	cut()
	kept := make([]N, len(best))
	for i := range best {
		kept[i] = best[i].node
	}
	return kept
}

// answer reads the instruments and links of the nodes reached.
func (w *spread[N]) answer(ctx context.Context, depth int) (Subgraph, error) {
	instruments, err := w.graph.Instruments(ctx, w.reached)
	if err != nil {
		return Subgraph{}, err
	}
	sub := Subgraph{Steps: make([]Step, len(w.reached))}
	var inside []int
	for i, n := range w.reached {
		step := Step{Node: instruments[i], Depth: w.depth[n]}
		for _, hop := range w.hops[i] {
			if _, reached := w.depth[hop.Far]; !reached {
				step.More++
			} else if step.Depth < depth {
				inside = append(inside, hop.Link)
			}
		}
		// A node within the depth that is not there was left out, or hangs on one that was.
		sub.Truncated = sub.Truncated || step.More > 0 && step.Depth < depth
		sub.Steps[i] = step
	}
	sub.Links, err = w.graph.Links(ctx, inside)
	if err != nil {
		return Subgraph{}, err
	}
	slices.SortFunc(sub.Links, compareEnds)
	// In both directions a link is met from both its ends.
	sub.Links = slices.CompactFunc(sub.Links, func(a, b Link) bool { return compareEnds(a, b) == 0 })
	return sub, nil
}

func compareEnds(a, b Link) int {
	return cmp.Or(strings.Compare(string(a.From), string(b.From)), strings.Compare(string(a.To), string(b.To)))
}
