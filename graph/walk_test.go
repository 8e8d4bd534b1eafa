package graph

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
)

// drawSubgraph writes a subgraph in one line: nodes with depth and more, links, "..." where truncated.
func drawSubgraph(s Subgraph) string {
	var words []string
	for _, step := range s.Steps {
		word := fmt.Sprintf("%s:%d", step.Node.ID, step.Depth)
		if step.More > 0 {
			word += fmt.Sprintf("+%d", step.More)
		}
		words = append(words, word)
	}
	for _, l := range s.Links {
		words = append(words, fmt.Sprintf("%s>%s", l.From, l.To))
	}
	if s.Truncated {
		words = append(words, "...")
	}
	return strings.Join(words, " ")
}

// a ──> b ──> d ──> f
// │     │     ^
// └──> c ─────┘     and f ──> a, g ──> a
const drawing = "a>b a>c b>c b>d c>d d>f f>a g>a"

func TestChain(t *testing.T) {
	tests := []struct {
		name    string
		request ChainRequest
		want    string
	}{
		{"to the default depth", ChainRequest{Start: "a"}, "a:0 b:1 c:1 d:2 f:3 a>b a>c b>c b>d c>d d>f"},
		{"one step", ChainRequest{Start: "a", Depth: 1}, "a:0 b:1+1 c:1+1 a>b a>c"},
		{"back to the start", ChainRequest{Start: "a", Depth: 4}, "a:0 b:1 c:1 d:2 f:3 a>b a>c b>c b>d c>d d>f f>a"},
		{"what rests on it", ChainRequest{Start: "d", Direction: In, Depth: 2}, "d:0 b:1 c:1 a:2+2 a>b a>c b>c b>d c>d"},
		{"no room", ChainRequest{Start: "a", Depth: 2, Limit: 2}, "a:0+1 c:1+1 a>c ..."},
		{"room for one alone", ChainRequest{Start: "a", Limit: 1}, "a:0+2 ..."},
		{"a leaf", ChainRequest{Start: "g", Direction: In}, "g:0"},
		{"an alias", ChainRequest{Start: "alias of g", Direction: In}, "g:0"},
		{"a filter that nothing passes", ChainRequest{Start: "a", Filter: WalkFilter{FarKinds: []InstrumentKind{Treaty}}}, "a:0"},
	}
	g := newCiteGraph(drawing)
	g.aliases["alias of g"] = "g"
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Chain(t.Context(), g, test.request)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(test.want, drawSubgraph(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNeighbourhood(t *testing.T) {
	tests := []struct {
		name    string
		request NeighbourhoodRequest
		want    string
	}{
		{"one step", NeighbourhoodRequest{Start: "a", Depth: 1}, "a:0 b:1+1 c:1+1 f:1+1 g:1 a>b a>c f>a g>a"},
		{"two steps", NeighbourhoodRequest{Start: "a"}, "a:0 b:1 c:1 f:1 g:1 d:2 a>b a>c b>c b>d c>d d>f f>a g>a"},
	}
	g := newCiteGraph(drawing)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Neighbourhood(t.Context(), g, test.request)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(test.want, drawSubgraph(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestNeighbourhoodKeepsTheMostConnected(t *testing.T) {
	got, err := Neighbourhood(t.Context(), newCiteGraph("a>b a>c a>d x>c y>c d>x d>y d>z"), NeighbourhoodRequest{Start: "a", Limit: 3, Depth: 1})
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff("a:0+1 d:1+3 c:1+2 a>c a>d ...", drawSubgraph(got)); diff != "" {
		t.Errorf("the most connected are kept, first (-want +got):\n%s", diff)
	}
}

// drawPaths writes paths as "a>b>d a>c>d", "..." where truncated.
func drawPaths(s PathSet) string {
	var words []string
	for _, p := range s.Paths {
		var ids []string
		for _, n := range p.Nodes {
			ids = append(ids, string(n.ID))
		}
		words = append(words, strings.Join(ids, ">"))
	}
	if s.Truncated {
		words = append(words, "...")
	}
	return strings.Join(words, " ")
}

func TestPaths(t *testing.T) {
	tests := []struct {
		name    string
		request PathsRequest
		want    string
	}{
		{"all", PathsRequest{From: "a", To: "d", Count: 5}, "a>b>d a>c>d a>b>c>d"},
		{"exactly as many as there are", PathsRequest{From: "a", To: "d"}, "a>b>d a>c>d a>b>c>d"},
		{"fewer than there are", PathsRequest{From: "a", To: "d", Count: 1}, "a>b>d ..."},
		{"no longer than", PathsRequest{From: "a", To: "d", MaxLength: 2}, "a>b>d a>c>d"},
		{"no way", PathsRequest{From: "a", To: "g"}, ""},
		{"to itself", PathsRequest{From: "a", To: "a"}, ""},
		{"around", PathsRequest{From: "d", To: "c"}, "d>f>a>c d>f>a>b>c"},
	}
	g := newCiteGraph(drawing)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Paths(t.Context(), g, test.request)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(test.want, drawPaths(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for _, p := range got.Paths {
				for i, l := range p.Links {
					if l.From != p.Nodes[i].ID || l.To != p.Nodes[i+1].ID {
						t.Errorf("link %s>%s does not join %s to %s", l.From, l.To, p.Nodes[i].ID, p.Nodes[i+1].ID)
					}
				}
			}
		})
	}
}

func TestCommon(t *testing.T) {
	g := newCiteGraph("a>x b>x a>y b>c c>y c>z a>d d>z a>b q>x")
	draw := func(s SharedSet) string {
		var words []string
		for _, shared := range s.Shared {
			words = append(words, fmt.Sprintf("%s%v", shared.Node.ID, shared.Depths))
		}
		if s.Truncated {
			words = append(words, "...")
		}
		return strings.Join(words, " ")
	}
	tests := []struct {
		name    string
		request CommonRequest
		want    string
	}{
		{"what both cite", CommonRequest{IDs: []ID{"a", "b"}}, "x[1 1]"},
		{"two steps", CommonRequest{IDs: []ID{"a", "b"}, Depth: 2}, "x[1 1] y[1 2] c[2 1] z[2 2]"},
		{"in the order of the request", CommonRequest{IDs: []ID{"b", "a"}, Depth: 2}, "x[1 1] y[2 1] c[1 2] z[2 2]"},
		{"no room", CommonRequest{IDs: []ID{"a", "b"}, Depth: 2, Limit: 1}, "x[1 1] ..."},
		{"of three", CommonRequest{IDs: []ID{"a", "b", "q"}, Depth: 2}, "x[1 1 1]"},
		{"of a leaf", CommonRequest{IDs: []ID{"a", "z"}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Common(t.Context(), g, test.request)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(test.want, draw(got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWalksRefuse(t *testing.T) {
	g := newCiteGraph(drawing)
	ctx := t.Context()
	chain := func(r ChainRequest) error { _, err := Chain(ctx, g, r); return err }
	around := func(r NeighbourhoodRequest) error { _, err := Neighbourhood(ctx, g, r); return err }
	paths := func(r PathsRequest) error { _, err := Paths(ctx, g, r); return err }
	common := func(r CommonRequest) error { _, err := Common(ctx, g, r); return err }
	tests := []struct {
		name string
		err  error
		want error
	}{
		{"chain from nowhere", chain(ChainRequest{Start: "nowhere"}), ErrNotFound},
		{"chain too deep", chain(ChainRequest{Start: "a", Depth: MaxDepth + 1}), ErrBadRequest},
		{"chain of negative depth", chain(ChainRequest{Start: "a", Depth: -1}), ErrBadRequest},
		{"chain too large", chain(ChainRequest{Start: "a", Limit: MaxWalkNodes + 1}), ErrBadRequest},
		{"chain sideways", chain(ChainRequest{Start: "a", Direction: "SIDEWAYS"}), ErrBadRequest},
		{"neighbourhood of nowhere", around(NeighbourhoodRequest{Start: "nowhere"}), ErrNotFound},
		{"neighbourhood too large", around(NeighbourhoodRequest{Start: "a", Limit: MaxWalkNodes + 1}), ErrBadRequest},
		{"paths from nowhere", paths(PathsRequest{From: "nowhere", To: "a"}), ErrNotFound},
		{"paths to nowhere", paths(PathsRequest{From: "a", To: "nowhere"}), ErrNotFound},
		{"too many paths", paths(PathsRequest{From: "a", To: "b", Count: MaxPaths + 1}), ErrBadRequest},
		{"too long paths", paths(PathsRequest{From: "a", To: "b", MaxLength: MaxPathLength + 1}), ErrBadRequest},
		{"common of one", common(CommonRequest{IDs: []ID{"a"}}), ErrBadRequest},
		{"common of eleven", common(CommonRequest{IDs: make([]ID, 11)}), ErrBadRequest},
		{"common with nowhere", common(CommonRequest{IDs: []ID{"a", "nowhere"}}), ErrNotFound},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if !errors.Is(test.err, test.want) {
				t.Errorf("got %v, want %v", test.err, test.want)
			}
		})
	}
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Chain(ended, g, ChainRequest{Start: "a"}); !errors.Is(err, context.Canceled) {
		t.Errorf("chain with an ended context: %v", err)
	}
	if _, err := Paths(ended, g, PathsRequest{From: "a", To: "d"}); !errors.Is(err, context.Canceled) {
		t.Errorf("paths with an ended context: %v", err)
	}
}

// TestWalksAgainstDefinition compares the walks on random graphs with what their contract says, written down naively.
func TestWalksAgainstDefinition(t *testing.T) {
	for seed := range uint64(300) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		g := randomCiteGraph(rnd, 3+rnd.IntN(12), 5+rnd.IntN(40))
		filter := randomWalkFilter(rnd)
		from, to := g.pick(rnd), g.pick(rnd)

		request := PathsRequest{From: from, To: to, Count: 1 + rnd.IntN(6), MaxLength: 1 + rnd.IntN(6), Filter: filter}
		got, err := Paths(t.Context(), g, request)
		if err != nil {
			t.Fatal(err)
		}
		if want := naivePaths(g, request); want != drawPaths(got) {
			t.Fatalf("seed %d: paths %+v\nwant %s\ngot  %s", seed, request, want, drawPaths(got))
		}
		for _, d := range []Direction{Out, In} {
			request := ChainRequest{Start: from, Direction: d, Depth: 1 + rnd.IntN(4), Limit: 1 + rnd.IntN(15), Filter: filter}
			got, err := Chain(t.Context(), g, request)
			if err != nil {
				t.Fatal(err)
			}
			if want := naiveSpread(g, request, d); want != drawSubgraph(got) {
				t.Fatalf("seed %d: chain %+v\nwant %s\ngot  %s", seed, request, want, drawSubgraph(got))
			}
		}
		around := NeighbourhoodRequest{Start: from, Depth: 1 + rnd.IntN(3), Limit: 1 + rnd.IntN(15), Filter: filter}
		sub, err := Neighbourhood(t.Context(), g, around)
		if err != nil {
			t.Fatal(err)
		}
		if want := naiveSpread(g, ChainRequest{Start: from, Depth: around.Depth, Limit: around.Limit, Filter: filter}, Out, In); want != drawSubgraph(sub) {
			t.Fatalf("seed %d: neighbourhood %+v\nwant %s\ngot  %s", seed, around, want, drawSubgraph(sub))
		}
	}
}

func (g *citeGraph) pick(rnd *rand.Rand) ID {
	return ID(fmt.Sprintf("n%02d", rnd.IntN(len(g.instruments))))
}

func randomWalkFilter(rnd *rand.Rand) WalkFilter {
	var f WalkFilter
	if rnd.IntN(4) == 0 {
		f.Acts = []Act{Recalls, Notes}
	}
	if rnd.IntN(4) == 0 {
		f.FarKinds = []InstrumentKind{Resolution, Treaty}
	}
	if rnd.IntN(6) == 0 {
		f.FarBodies = []Body{GeneralAssembly}
	}
	if rnd.IntN(4) == 0 {
		f.AsOf = Date{2015, 1, 1}
	}
	return f
}

// naivePaths walks every simple path.
func naivePaths(g *citeGraph, r PathsRequest) string {
	var all [][]ID
	var walk func(path []ID)
	walk = func(path []ID) {
		last := path[len(path)-1]
		if last == r.To {
			if len(path) > 1 {
				all = append(all, slices.Clone(path))
			}
			return
		}
		if len(path) > r.MaxLength {
			return
		}
		for i := range g.links {
			l := &g.links[i]
			if l.From == last && !slices.Contains(path, l.To) && r.Filter.Match(l, g.instruments[l.To]) {
				walk(append(slices.Clone(path), l.To))
			}
		}
	}
	walk([]ID{r.From})
	slices.SortFunc(all, func(a, b []ID) int { return cmp.Or(cmp.Compare(len(a), len(b)), slices.Compare(a, b)) })
	var words []string
	for i, path := range all {
		if i == r.Count {
			words = append(words, "...")
			break
		}
		var ids []string
		for _, id := range path {
			ids = append(ids, string(id))
		}
		words = append(words, strings.Join(ids, ">"))
	}
	return strings.Join(words, " ")
}

// naiveSpread walks level by level, looking at all links each time.
func naiveSpread(g *citeGraph, r ChainRequest, directions ...Direction) string {
	step := func(l *Link, d Direction) (near, far ID, follow bool) {
		near, far = l.From, l.To
		if d == In {
			near, far = l.To, l.From
		}
		return near, far, r.Filter.Match(l, g.instruments[far])
	}
	weight := func(i *Instrument) int { return i.CitedBy }
	if len(directions) == 2 {
		weight = func(i *Instrument) int { return i.Cites + i.CitedBy }
	}
	depths := map[ID]int{r.Start: 0}
	for d := 1; d <= r.Depth; d++ {
		var level []*Instrument
		for i := range g.links {
			for _, direction := range directions {
				near, far, follow := step(&g.links[i], direction)
				depth, reached := depths[near]
				if _, already := depths[far]; follow && reached && depth == d-1 && !already && !slices.Contains(level, g.instruments[far]) {
					level = append(level, g.instruments[far])
				}
			}
		}
		slices.SortFunc(level, func(a, b *Instrument) int {
			return cmp.Or(cmp.Compare(weight(b), weight(a)), cmp.Compare(a.ID, b.ID))
		})
		for _, n := range level[:min(len(level), r.Limit-len(depths))] {
			depths[n.ID] = d
		}
	}
	var sub Subgraph
	inside := make(map[string]Link)
	for id, depth := range depths {
		s := Step{Node: g.instruments[id], Depth: depth}
		for i := range g.links {
			for _, direction := range directions {
				near, far, follow := step(&g.links[i], direction)
				if near != id || !follow {
					continue
				}
				if _, found := depths[far]; !found {
					s.More++
					sub.Truncated = sub.Truncated || depth < r.Depth
				} else if depth < r.Depth {
					inside[string(g.links[i].From+">"+g.links[i].To)] = g.links[i]
				}
			}
		}
		sub.Steps = append(sub.Steps, s)
	}
	slices.SortFunc(sub.Steps, func(a, b Step) int {
		byWeight := 0
		if len(directions) == 2 {
			byWeight = cmp.Compare(weight(b.Node), weight(a.Node))
		}
		return cmp.Or(cmp.Compare(a.Depth, b.Depth), byWeight, cmp.Compare(a.Node.ID, b.Node.ID))
	})
	for _, l := range inside {
		sub.Links = append(sub.Links, l)
	}
	slices.SortFunc(sub.Links, compareEnds)
	return drawSubgraph(sub)
}
