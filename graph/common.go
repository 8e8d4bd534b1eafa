package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
)

// Bounds of a question about common authorities: what fits a table.
const (
	minCommon          = 2
	maxCommon          = 10
	defaultCommonDepth = 1
)

// maxVisited is the number of nodes that a search visits from one instrument at the most, so that no question costs the whole of a
// large graph. An answer that it cut short says so.
const maxVisited = 100_000

// Common returns what two or more instruments all rest on; otherwise as [Chain]. The instruments asked about are not in the answer.
func Common(ctx context.Context, r Reader, request CommonRequest) (SharedSet, error) {
	request.Depth = cmp.Or(request.Depth, defaultCommonDepth)
	request.Limit = cmp.Or(request.Limit, DefaultWalkNodes)
	if err := checkWalk("common authorities", request.Depth, request.Limit); err != nil {
		return SharedSet{}, err
	}
	if n := len(request.IDs); n < minCommon || n > maxCommon {
		return SharedSet{}, fmt.Errorf("common authorities of %d instruments: %w: from %d to %d", n, ErrBadRequest, minCommon, maxCommon)
	}
	if walker, ok := r.(Walker); ok {
		return walker.Common(ctx, request)
	}
	return WalkCommon(ctx, newReaderGraph(r), request)
}

// WalkCommon is [Common] over an Adjacency; the request is complete.
func WalkCommon[N comparable](ctx context.Context, g Adjacency[N], request CommonRequest) (SharedSet, error) {
	starts := make([]N, len(request.IDs))
	depths := make([]map[N]int, len(request.IDs))
	truncated := false
	for i, id := range request.IDs {
		start, err := g.Find(ctx, id)
		if err != nil {
			return SharedSet{}, err
		}
		starts[i] = start
	}
	for i, start := range starts {
		found, cut, err := reach(ctx, g, start, request.Depth, &request.Filter)
		if err != nil {
			return SharedSet{}, err
		}
		depths[i], truncated = found, truncated || cut
	}
	shared := intersect(depths, starts)
	slices.SortFunc(shared, func(a, b sharedNode[N]) int {
		x, y := g.About(a.node), g.About(b.node)
		return cmp.Or(cmp.Compare(a.sum, b.sum), cmp.Compare(y.CitedBy, x.CitedBy), strings.Compare(string(x.ID), string(y.ID)))
	})
	set := SharedSet{Truncated: truncated || len(shared) > request.Limit}
	shared = shared[:min(len(shared), request.Limit)]
	nodes := make([]N, len(shared))
	for i := range shared {
		nodes[i] = shared[i].node
	}
	instruments, err := g.Instruments(ctx, nodes)
	if err != nil {
		return SharedSet{}, err
	}
	for i := range shared {
		set.Shared = append(set.Shared, Shared{Node: instruments[i], Depths: shared[i].depths})
	}
	return set, nil
}

type sharedNode[N comparable] struct {
	node   N
	depths []int
	sum    int
}

// intersect returns the nodes that all the walks reached, but for those they started from.
func intersect[N comparable](depths []map[N]int, starts []N) []sharedNode[N] {
	smallest := slices.MinFunc(depths, func(a, b map[N]int) int { return cmp.Compare(len(a), len(b)) })
	var shared []sharedNode[N]
	for n := range smallest {
		if slices.Contains(starts, n) {
			continue
		}
		s := sharedNode[N]{node: n}
		for _, reached := range depths {
			depth, found := reached[n]
			if !found {
				break
			}
			s.depths = append(s.depths, depth)
			s.sum += depth
		}
		if len(s.depths) == len(depths) {
			shared = append(shared, s)
		}
	}
	return shared
}

// reach returns how far from start each node is that can be reached along Out links within the depth, and whether it had to stop before.
func reach[N comparable](ctx context.Context, g Adjacency[N], start N, depth int, f *WalkFilter) (map[N]int, bool, error) {
	reached := map[N]int{start: 0}
	level := []N{start}
	for d := 1; d <= depth && len(level) > 0; d++ {
		if err := ctx.Err(); err != nil {
			return nil, false, err
		}
		hops, err := g.Hops(ctx, level, Out, f)
		if err != nil {
			return nil, false, err
		}
		var next []N
		for _, from := range hops {
			for _, hop := range from {
				if _, found := reached[hop.Far]; !found {
					reached[hop.Far] = d
					next = append(next, hop.Far)
				}
			}
		}
		if len(reached) > maxVisited {
			return reached, d < depth, nil
		}
		level = next
	}
	return reached, false, nil
}
