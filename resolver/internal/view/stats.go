package view

import "recital/graph"

// Stats is the counts of a graph, its maps as lists.
type Stats struct {
	graph.Stats
}

// NodeCount counts a kind of nodes.
type NodeCount struct {
	Kind  graph.NodeKind
	Count int
}

// LinkCount counts a type of links.
type LinkCount struct {
	Type  graph.LinkType
	Count int
}

// Nodes by kind, in the domain's order of kinds; kinds without nodes are left out.
func (s *Stats) Nodes() []*NodeCount {
	counts := make([]*NodeCount, 0, len(s.Stats.Nodes))
	for _, kind := range graph.NodeKinds() {
		if n := s.Stats.Nodes[kind]; n > 0 {
			counts = append(counts, &NodeCount{kind, n})
		}
	}
	return counts
}

// Links by type, in the domain's order of types; types without links are left out.
func (s *Stats) Links() []*LinkCount {
	counts := make([]*LinkCount, 0, len(s.Stats.Links))
	for _, t := range graph.LinkTypes() {
		if n := s.Stats.Links[t]; n > 0 {
			counts = append(counts, &LinkCount{t, n})
		}
	}
	return counts
}

// Bodies are the organs, the most held first.
func (s *Stats) Bodies() []*graph.BodyCount { return Pointers(s.Stats.Bodies) }

// Dataset is what the graph was made from.
func (s *Stats) Dataset() *graph.Manifest { return &s.Manifest }
