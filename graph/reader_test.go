package graph

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
)

// citeGraph is a Reader over instruments and RestsOn links, for the walks; its pages are small, so that walks must follow them.
type citeGraph struct {
	instruments map[ID]*Instrument
	aliases     map[ID]ID
	links       []Link
	calls       int
}

const citeGraphPage = 3

// newCiteGraph reads edges such as "a>b".
func newCiteGraph(edges string) *citeGraph {
	g := &citeGraph{instruments: make(map[ID]*Instrument), aliases: make(map[ID]ID)}
	for i, edge := range strings.Fields(edges) {
		from, to, _ := strings.Cut(edge, ">")
		g.cite(ID(from), ID(to), int64(i))
	}
	return g
}

func (g *citeGraph) cite(from, to ID, order int64) *Link {
	a, b := g.instrument(from), g.instrument(to)
	a.Cites++
	b.CitedBy++
	g.links = append(g.links, Link{Type: RestsOn, From: from, To: to, Owner: from, Order: order, Count: 1, Acts: []Act{Recalls}})
	return &g.links[len(g.links)-1]
}

func (g *citeGraph) instrument(id ID) *Instrument {
	if g.instruments[id] == nil {
		g.instruments[id] = &Instrument{ID: id, Kind: Resolution}
	}
	return g.instruments[id]
}

// randomCiteGraph makes a graph of n instruments, some cited often, some in circles.
func randomCiteGraph(rnd *rand.Rand, n, links int) *citeGraph {
	g := newCiteGraph("")
	kinds := []InstrumentKind{Resolution, Treaty, Decision}
	bodies := []Body{GeneralAssembly, HumanRightsCouncil}
	for i := range n {
		it := g.instrument(ID(fmt.Sprintf("n%02d", i)))
		it.Kind, it.Body = kinds[rnd.IntN(len(kinds))], bodies[rnd.IntN(len(bodies))]
	}
	seen := make(map[[2]int]bool)
	for i := range links {
		from, to := rnd.IntN(n), rnd.IntN(n)
		if rnd.IntN(3) > 0 {
			to = rnd.IntN(1 + to/2)
		}
		if from == to || seen[[2]int{from, to}] {
			continue
		}
		seen[[2]int{from, to}] = true
		l := g.cite(ID(fmt.Sprintf("n%02d", from)), ID(fmt.Sprintf("n%02d", to)), int64(i))
		l.Acts = []Act{[]Act{Recalls, Notes, Reaffirms}[rnd.IntN(3)]}
		if rnd.IntN(4) > 0 {
			l.Date = Date{2000 + rnd.IntN(20), 1, 1}
		}
	}
	return g
}

func (g *citeGraph) Nodes(_ context.Context, ids []ID) ([]Node, error) {
	nodes := make([]Node, len(ids))
	for i, id := range ids {
		if to, found := g.aliases[id]; found {
			id = to
		}
		if it := g.instruments[id]; it != nil {
			nodes[i] = it
		}
	}
	return nodes, nil
}

func (g *citeGraph) Links(_ context.Context, ids []ID, f LinkFilter, p PageRequest) ([]Page[LinkView], error) {
	g.calls++
	if len(ids) > MaxBatch || p.First > MaxPage {
		return nil, ErrBadRequest
	}
	pages := make([]Page[LinkView], len(ids))
	for i, id := range ids {
		var views []LinkView
		for _, l := range g.links {
			far := l.To
			if f.Direction == In {
				far = l.From
			}
			near := l.From
			if f.Direction == In {
				near = l.To
			}
			if near == id && f.Match(&l, g.instruments[far]) {
				views = append(views, LinkView{Link: l, Far: g.instruments[far]})
			}
		}
		slices.SortFunc(views, func(a, b LinkView) int { return a.Key(f.Direction).Compare(b.Key(f.Direction)) })
		start := 0
		if p.After != "" {
			after, err := ParseLinkCursor(p.After, f.Direction)
			if err != nil {
				return nil, err
			}
			for start < len(views) && views[start].Key(f.Direction).Compare(after) <= 0 {
				start++
			}
		}
		end := min(len(views), start+citeGraphPage)
		for _, view := range views[start:end] {
			pages[i].Edges = append(pages[i].Edges, Edge[LinkView]{view.Key(f.Direction).Cursor(), view})
		}
		pages[i].HasNext = end < len(views)
	}
	return pages, nil
}

func (g *citeGraph) Search(_ context.Context, query TextQuery, _ PageRequest) (Page[Hit], error) {
	q, err := PrepareQuery(query)
	if err != nil {
		return Page[Hit]{}, err
	}
	var page Page[Hit]
	for _, it := range g.instruments {
		if class, found := q.Classify(it); found {
			page.Edges = append(page.Edges, Edge[Hit]{Node: q.Hit(it, class, nil)})
		}
	}
	slices.SortFunc(page.Edges, func(a, b Edge[Hit]) int { return a.Node.Key().Compare(b.Node.Key()) })
	return page, nil
}

func (*citeGraph) List(context.Context, NodeFilter, PageRequest) (Page[Node], error) {
	return Page[Node]{}, ErrUnavailable
}

func (*citeGraph) Facets(context.Context, FacetRequest) ([]Facet, error) { return nil, ErrUnavailable }

func (*citeGraph) Stats(context.Context) (Stats, error) { return Stats{}, ErrUnavailable }
