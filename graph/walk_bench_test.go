package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// arrayGraph is an Adjacency over arrays, as the embedded store's: the walks must not tell it from a Reader.
type arrayGraph struct {
	instruments []*Instrument
	at          map[ID]int32
	links       []Link
	out, in     [][]Hop[int32]
}

func newArrayGraph(g *citeGraph) *arrayGraph {
	a := &arrayGraph{at: make(map[ID]int32), links: g.links}
	for id, it := range g.instruments {
		a.at[id] = int32(len(a.instruments))
		a.instruments = append(a.instruments, it)
	}
	a.join()
	return a
}

func (a *arrayGraph) join() {
	a.out, a.in = make([][]Hop[int32], len(a.instruments)), make([][]Hop[int32], len(a.instruments))
	for i := range a.links {
		from, to := a.at[a.links[i].From], a.at[a.links[i].To]
		a.out[from] = append(a.out[from], Hop[int32]{to, i})
		a.in[to] = append(a.in[to], Hop[int32]{from, i})
	}
}

func (a *arrayGraph) Find(_ context.Context, id ID) (int32, error) {
	n, found := a.at[id]
	if !found {
		return 0, ErrNotFound
	}
	return n, nil
}

func (a *arrayGraph) Hops(_ context.Context, nodes []int32, d Direction, f *WalkFilter) ([][]Hop[int32], error) {
	all := a.out
	if d == In {
		all = a.in
	}
	hops := make([][]Hop[int32], len(nodes))
	for i, n := range nodes {
		if len(f.Acts)+len(f.FarKinds)+len(f.FarBodies) == 0 && f.AsOf.IsZero() {
			hops[i] = all[n]
			continue
		}
		for _, hop := range all[n] {
			if f.Match(&a.links[hop.Link], a.instruments[hop.Far]) {
				hops[i] = append(hops[i], hop)
			}
		}
	}
	return hops, nil
}

func (a *arrayGraph) About(n int32) Vertex {
	i := a.instruments[n]
	return Vertex{i.ID, i.Cites, i.CitedBy, i.Kind, i.Body}
}

func (a *arrayGraph) Instruments(_ context.Context, nodes []int32) ([]*Instrument, error) {
	instruments := make([]*Instrument, len(nodes))
	for i, n := range nodes {
		instruments[i] = a.instruments[n]
	}
	return instruments, nil
}

func (a *arrayGraph) Links(_ context.Context, hops []int) ([]Link, error) {
	links := make([]Link, len(hops))
	for i, hop := range hops {
		links[i] = a.links[hop]
	}
	return links, nil
}

func TestWalksOverArrays(t *testing.T) {
	for seed := range uint64(100) {
		rnd := rand.New(rand.NewPCG(seed, 2))
		g := randomCiteGraph(rnd, 3+rnd.IntN(15), 5+rnd.IntN(60))
		a := newArrayGraph(g)
		from, to, f := g.pick(rnd), g.pick(rnd), randomWalkFilter(rnd)
		chain := ChainRequest{Start: from, Direction: In, Depth: 3, Limit: 10, Filter: f}
		want, err := Chain(t.Context(), g, chain)
		if err != nil {
			t.Fatal(err)
		}
		got, err := WalkChain(t.Context(), a, chain)
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(Symbol{})); err != nil || diff != "" {
			t.Fatalf("seed %d: chain %v (-reader +arrays):\n%s", seed, err, diff)
		}
		paths := PathsRequest{From: from, To: to, Count: 4, MaxLength: 5, Filter: f}
		wantPaths, err := Paths(t.Context(), g, paths)
		if err != nil {
			t.Fatal(err)
		}
		gotPaths, err := WalkPaths(t.Context(), a, paths)
		if diff := cmp.Diff(wantPaths, gotPaths, cmp.AllowUnexported(Symbol{})); err != nil || diff != "" {
			t.Fatalf("seed %d: paths %v (-reader +arrays):\n%s", seed, err, diff)
		}
		common := CommonRequest{IDs: []ID{from, to}, Depth: 2, Limit: 5, Filter: f}
		wantCommon, err := Common(t.Context(), g, common)
		if err != nil {
			t.Fatal(err)
		}
		gotCommon, err := WalkCommon(t.Context(), a, common)
		if diff := cmp.Diff(wantCommon, gotCommon, cmp.AllowUnexported(Symbol{})); err != nil || diff != "" {
			t.Fatalf("seed %d: common %v (-reader +arrays):\n%s", seed, err, diff)
		}
	}
}

// largeGraph makes n instruments that each cite ten earlier ones, a third of them among the few that all cite.
func largeGraph(n int) *arrayGraph {
	rnd := rand.New(rand.NewPCG(7, 7))
	a := &arrayGraph{at: make(map[ID]int32, n)}
	for i := range n {
		it := &Instrument{ID: ID(fmt.Sprintf("A/RES/%d/%d", i/500, i%500)), Kind: Resolution}
		a.at[it.ID] = int32(i)
		a.instruments = append(a.instruments, it)
		cited := make(map[int]bool)
		for range min(i, 10) {
			to := rnd.IntN(i)
			if rnd.IntN(3) == 0 {
				to = rnd.IntN(min(i, 200))
			}
			if cited[to] {
				continue
			}
			cited[to] = true
			a.instruments[to].CitedBy++
			a.links = append(a.links, Link{Type: RestsOn, From: it.ID, To: a.instruments[to].ID, Order: int64(i), Acts: []Act{Recalls}})
		}
	}
	a.join()
	return a
}

func BenchmarkWalks(b *testing.B) {
	const n = 100_000
	a := largeGraph(n)
	b.Logf("%d nodes, %d links", len(a.instruments), len(a.links))
	last, middle := a.instruments[n-1].ID, a.instruments[n/2].ID
	b.Run("chain of depth 4", func(b *testing.B) {
		for b.Loop() {
			if _, err := WalkChain(b.Context(), a, ChainRequest{Start: last, Direction: Out, Depth: 4, Limit: DefaultWalkNodes}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("chain of depth 4 and 2000 nodes", func(b *testing.B) {
		for b.Loop() {
			if _, err := WalkChain(b.Context(), a, ChainRequest{Start: last, Direction: Out, Depth: 4, Limit: MaxWalkNodes}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("what rests on the most cited", func(b *testing.B) {
		for b.Loop() {
			if _, err := WalkChain(b.Context(), a, ChainRequest{Start: a.instruments[5].ID, Direction: In, Depth: 2, Limit: DefaultWalkNodes}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("three paths", func(b *testing.B) {
		for b.Loop() {
			if _, err := WalkPaths(b.Context(), a, PathsRequest{From: last, To: middle, Count: 3, MaxLength: MaxPathLength}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("no path", func(b *testing.B) {
		for b.Loop() {
			if _, err := WalkPaths(b.Context(), a, PathsRequest{From: middle, To: last, Count: 3, MaxLength: MaxPathLength}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("twenty paths to the most cited", func(b *testing.B) {
		for b.Loop() {
			if _, err := WalkPaths(b.Context(), a, PathsRequest{From: last, To: a.instruments[5].ID, Count: 20, MaxLength: MaxPathLength}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("common of depth 3", func(b *testing.B) {
		for b.Loop() {
			if _, err := WalkCommon(b.Context(), a, CommonRequest{IDs: []ID{last, middle}, Depth: 3, Limit: DefaultWalkNodes}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
