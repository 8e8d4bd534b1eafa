package graph

import (
	"cmp"
	"container/heap"
	"context"
	"fmt"
	"slices"
)

// Paths returns the shortest ways from one instrument to another; otherwise as [Chain]. From an instrument to itself there are none.
func Paths(ctx context.Context, r Reader, request PathsRequest) (PathSet, error) {
	request.Count = cmp.Or(request.Count, DefaultPaths)
	request.MaxLength = cmp.Or(request.MaxLength, MaxPathLength)
	switch {
	case request.Count < 0 || request.Count > MaxPaths:
		return PathSet{}, fmt.Errorf("%d paths: %w: from 1 to %d", request.Count, ErrBadRequest, MaxPaths)
	case request.MaxLength < 0 || request.MaxLength > MaxPathLength:
		return PathSet{}, fmt.Errorf("paths of %d hops: %w: from 1 to %d", request.MaxLength, ErrBadRequest, MaxPathLength)
	}
	if walker, ok := r.(Walker); ok {
		return walker.Paths(ctx, request)
	}
	return WalkPaths(ctx, newReaderGraph(r), request)
}

// WalkPaths is [Paths] over an Adjacency; the request is complete.
//
// It grows a ball around each of the two ends, always the one with fewer nodes to go on from. Once their radii add up to a length, all paths of
// that length lie within them, and the distance to the target of each node on such a path is known; a best-first search led
// by these distances then meets the paths in order, and hardly anything else.
func WalkPaths[N comparable](ctx context.Context, g Adjacency[N], request PathsRequest) (PathSet, error) {
	from, err := g.Find(ctx, request.From)
	if err != nil {
		return PathSet{}, err
	}
	to, err := g.Find(ctx, request.To)
	if err != nil || from == to {
		return PathSet{}, err
	}
	s := newPathSearch(g, from, to, &request.Filter)
	var found []route[N]
	truncated := false
	for length := 1; length <= request.MaxLength; length++ {
		grown, err := s.grow(ctx)
		if err != nil {
			return PathSet{}, err
		}
		if !grown {
			truncated = true
			break
		}
		if !s.touching() {
			continue
		}
		routes, cut, err := s.routes(ctx, length, request.Count+1)
		if err != nil {
			return PathSet{}, err
		}
		found = routes
		if truncated = cut || len(found) > request.Count; truncated {
			break
		}
	}
	set, err := s.pathSet(ctx, found[:min(len(found), request.Count)])
	set.Truncated = truncated
	return set, err
}

// pathSearch holds the two balls of a search for paths.
type pathSearch[N comparable] struct {
	graph    Adjacency[N]
	filter   *WalkFilter
	backward WalkFilter // without what the filter asks of the node that a link reaches, which going backward is the near one
	from, to N

	ahead      map[N][]Hop[N] // Out hops of the nodes around from
	behind     map[N][]Hop[N] // Out hops of the nodes around to, into its ball
	fromRim    []N            // nodes of the ball around from that have not been gone on from
	toRim      []N
	seen       map[N]struct{} // nodes of the ball around from
	toDistance map[N]int      // hops to the target of the nodes of its ball
}

func newPathSearch[N comparable](g Adjacency[N], from, to N, f *WalkFilter) *pathSearch[N] {
	return &pathSearch[N]{
		graph: g, filter: f, backward: WalkFilter{Acts: f.Acts, AsOf: f.AsOf}, from: from, to: to,
		ahead: make(map[N][]Hop[N]), behind: make(map[N][]Hop[N]),
		fromRim: []N{from}, toRim: []N{to},
		seen: map[N]struct{}{from: {}}, toDistance: map[N]int{to: 0},
	}
}

// grow widens one of the balls by one hop; false where they have grown as large as they may.
func (s *pathSearch[N]) grow(ctx context.Context) (bool, error) {
	if err := ctx.Err(); err != nil {
		return false, err
	}
	if len(s.seen)+len(s.toDistance) > maxVisited {
		return false, nil
	}
	if len(s.fromRim) <= len(s.toRim) {
		return true, s.growAhead(ctx)
	}
	return true, s.growBehind(ctx)
}

func (s *pathSearch[N]) growAhead(ctx context.Context) error {
	rim := s.fromRim
	s.fromRim = nil
	if len(rim) == 0 {
		return nil // all that can be reached is there
	}
	hops, err := s.graph.Hops(ctx, rim, Out, s.filter)
	if err != nil {
		return err
	}
	for i, n := range rim {
		s.ahead[n] = hops[i]
		for _, hop := range hops[i] {
			if _, found := s.seen[hop.Far]; !found {
				s.seen[hop.Far] = struct{}{}
				s.fromRim = append(s.fromRim, hop.Far)
			}
		}
	}
	return nil
}

func (s *pathSearch[N]) growBehind(ctx context.Context) error {
	rim := slices.DeleteFunc(s.toRim, func(n N) bool {
		about := s.graph.About(n)
		return !matchFar(&Instrument{Kind: about.Kind, Body: about.Body}, s.filter.FarKinds, s.filter.FarBodies)
	})
	s.toRim = nil
	if len(rim) == 0 {
		return nil
	}
	hops, err := s.graph.Hops(ctx, rim, In, &s.backward)
	if err != nil {
		return err
	}
	for i, n := range rim {
		for _, hop := range hops[i] {
			s.behind[hop.Far] = append(s.behind[hop.Far], Hop[N]{n, hop.Link})
			if _, found := s.toDistance[hop.Far]; !found {
				s.toDistance[hop.Far] = s.toDistance[n] + 1
				s.toRim = append(s.toRim, hop.Far)
			}
		}
	}
	return nil
}

// touching reports whether a node lies in both balls: before, there is no path.
func (s *pathSearch[N]) touching() bool {
	if len(s.seen) > len(s.toDistance) {
		for n := range s.toDistance {
			if _, found := s.seen[n]; found {
				return true
			}
		}
		return false
	}
	for n := range s.seen {
		if _, found := s.toDistance[n]; found {
			return true
		}
	}
	return false
}

// distances returns the number of hops to the target of all nodes that a path within the balls can touch: those of the target's ball, and
// those of the other from which a way leads into it.
func (s *pathSearch[N]) distances() map[N]int {
	distances := make(map[N]int, len(s.toDistance))
	before := make(map[N][]N)
	for n, hops := range s.ahead {
		for _, hop := range hops {
			before[hop.Far] = append(before[hop.Far], n)
		}
	}
	levels := make([][]N, MaxPathLength+2)
	for n, distance := range s.toDistance {
		distances[n] = distance
		if distance < len(levels) && len(before[n]) > 0 {
			levels[distance] = append(levels[distance], n)
		}
	}
	for distance := 0; distance+1 < len(levels); distance++ {
		for _, n := range levels[distance] {
			for _, previous := range before[n] {
				if _, found := distances[previous]; !found {
					distances[previous] = distance + 1
					levels[distance+1] = append(levels[distance+1], previous)
				}
			}
		}
	}
	return distances
}

// route is the beginning of a path, or a whole one.
type route[N comparable] struct {
	nodes []N
	ids   []ID
	links []int
	least int // hops of the shortest path that begins so
}

// routeHeap holds routes by the length of the path they can become, then by ids: the order in which paths are returned.
type routeHeap[N comparable] []route[N]

func (h routeHeap[N]) Len() int      { return len(h) }
func (h routeHeap[N]) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h routeHeap[N]) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(h[i].least, h[j].least), slices.Compare(h[i].ids, h[j].ids)) < 0
}

// Push implements [heap.Interface].
func (h *routeHeap[N]) Push(x any) { *h = append(*h, x.(route[N])) }

// Pop implements [heap.Interface].
func (h *routeHeap[N]) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// maxRoutes is the number of beginnings that a search for paths looks at, at the most: where loops keep leading back, it
// would not end in a lifetime.
const maxRoutes = 100_000

// routes returns the first count paths of at most the given length, in order, and whether it gave up before it knew.
func (s *pathSearch[N]) routes(ctx context.Context, length, count int) (found []route[N], cut bool, err error) {
	distances := s.distances()
	least, reachable := distances[s.from]
	if !reachable || least > length {
		return nil, false, nil
	}
	open := routeHeap[N]{{nodes: []N{s.from}, ids: []ID{s.graph.About(s.from).ID}, least: least}}
	for looked := 0; len(open) > 0 && len(found) < count; looked++ {
		if looked == maxRoutes {
			return found, true, nil
		}
		if looked%1024 == 0 && ctx.Err() != nil {
			return nil, false, ctx.Err()
		}
		r := heap.Pop(&open).(route[N])
		last := r.nodes[len(r.nodes)-1]
		if last == s.to {
			found = append(found, r)
			continue
		}
		for _, hop := range s.onward(last) {
			distance, reaches := distances[hop.Far]
			least := len(r.links) + 1 + distance
			if !reaches || least > length || slices.Contains(r.nodes, hop.Far) {
				continue
			}
			heap.Push(&open, route[N]{
				nodes: append(slices.Clip(r.nodes), hop.Far),
				ids:   append(slices.Clip(r.ids), s.graph.About(hop.Far).ID),
				links: append(slices.Clip(r.links), hop.Link),
				least: least,
			})
		}
	}
	return found, false, nil
}

// onward returns the hops that a path can take from n.
func (s *pathSearch[N]) onward(n N) []Hop[N] {
	if hops, found := s.ahead[n]; found {
		return hops
	}
	return s.behind[n]
}

func (s *pathSearch[N]) pathSet(ctx context.Context, routes []route[N]) (PathSet, error) {
	var set PathSet
	for _, r := range routes {
		nodes, err := s.graph.Instruments(ctx, r.nodes)
		if err != nil {
			return PathSet{}, err
		}
		links, err := s.graph.Links(ctx, r.links)
		if err != nil {
			return PathSet{}, err
		}
		set.Paths = append(set.Paths, Path{Nodes: nodes, Links: links})
	}
	return set, nil
}
