package view

import "recital/graph"

// Reading is the instruments that an input can stand for.
type Reading struct {
	Text       string
	Candidates []*graph.Instrument
}

// Instrument returns the only candidate where it is sure; else nil.
func (r *Reading) Instrument() *graph.Instrument { return graph.Sure(r.Text, r.Candidates) }

// Subgraph is what a walk found, its links with both ends.
type Subgraph struct {
	Steps     []*graph.Step
	Links     []*Reliance
	Truncated bool
}

// SubgraphOf gives the links of a walk their ends, which are among its steps.
func SubgraphOf(s *graph.Subgraph) *Subgraph {
	nodes := make(map[graph.ID]*graph.Instrument, len(s.Steps))
	for i := range s.Steps {
		nodes[s.Steps[i].Node.ID] = s.Steps[i].Node
	}
	return &Subgraph{Steps: Pointers(s.Steps), Links: joined(s.Links, nodes), Truncated: s.Truncated}
}

// Path is one way, its hops with both ends.
type Path struct {
	Nodes []*graph.Instrument
	Hops  []*Reliance
}

// Length is the number of hops.
func (p *Path) Length() int { return len(p.Hops) }

// PathSet is the ways from one instrument to another.
type PathSet struct {
	Paths     []*Path
	Truncated bool
}

// PathSetOf gives the links of the paths their ends.
func PathSetOf(s *graph.PathSet) *PathSet {
	v := &PathSet{Paths: make([]*Path, 0, len(s.Paths)), Truncated: s.Truncated}
	for _, p := range s.Paths {
		nodes := make(map[graph.ID]*graph.Instrument, len(p.Nodes))
		for _, n := range p.Nodes {
			nodes[n.ID] = n
		}
		v.Paths = append(v.Paths, &Path{Nodes: p.Nodes, Hops: joined(p.Links, nodes)})
	}
	return v
}

func joined(links []graph.Link, nodes map[graph.ID]*graph.Instrument) []*Reliance {
	views := make([]*Reliance, 0, len(links))
	for i := range links {
		l := &links[i]
		views = append(views, &Reliance{Link: l, Source: nodes[l.From], Target: nodes[l.To]})
	}
	return views
}

// Comparison is two instruments side by side.
type Comparison struct {
	Left, Right         *graph.Instrument
	Both                []*SharedReliance
	OnlyLeft, OnlyRight []*Reliance
}

// SharedReliance is an instrument that two others cite.
type SharedReliance struct {
	Target      *graph.Instrument
	Left, Right *Reliance
}

// Compare sorts what two instruments rest on into what both do and what only one does, in the order given.
func Compare(left, right *graph.Instrument, leftLinks, rightLinks []*Reliance) *Comparison {
	c := &Comparison{Left: left, Right: right}
	byTarget := make(map[graph.ID]*Reliance, len(rightLinks))
	for _, r := range rightLinks {
		byTarget[r.Link.To] = r
	}
	both := make(map[graph.ID]bool)
	for _, l := range leftLinks {
		if r := byTarget[l.Link.To]; r != nil {
			both[l.Link.To] = true
			c.Both = append(c.Both, &SharedReliance{Target: l.Target, Left: l, Right: r})
		} else {
			c.OnlyLeft = append(c.OnlyLeft, l)
		}
	}
	for _, r := range rightLinks {
		if !both[r.Link.To] {
			c.OnlyRight = append(c.OnlyRight, r)
		}
	}
	return c
}

// Matrix is rights against actors.
type Matrix struct {
	Rights []*graph.Right
	Actors []*graph.Actor
	Cells  []*Cell
}

// Cell counts the paragraphs that name a right and an actor.
type Cell struct {
	Right, Actor graph.ID
	Count        int
}

// YearCount is a year and its citations.
type YearCount struct {
	Year, Count int
}
