package embedded

import (
	"cmp"
	"slices"

	"recital/graph"
)

// index works out what follows from the nodes, documents and links of an image by counting.
func (g *image) index() {
	g.byID = make(map[graph.ID]number, len(g.outside))
	for n, node := range g.outside {
		g.byID[node.NodeID()] = number(n)
	}
	g.documentOf = slices.Repeat([]int32{-1}, int(g.ends[graph.InstrumentNode]))
	g.byKey = make(map[int64]uint32, len(g.documents))
	for i := range g.documents {
		g.documentOf[g.documents[i].instrument] = int32(i)
		g.byKey[g.documents[i].key] = uint32(i)
	}
	g.indexAbout()
	g.indexLinks()
	g.indexSymbols()
	g.indexRests()
}

// indexAbout notes the instruments of provisions.
func (g *image) indexAbout() {
	g.about = slices.Repeat([]number{none}, int(g.ends[graph.ProvisionNode]-g.starts[graph.ProvisionNode]))
	for i := range g.about {
		id := g.outside[int(g.starts[graph.ProvisionNode])+i].NodeID()
		if at, found := g.byID[id.Instrument()]; found && at < g.ends[graph.InstrumentNode] {
			g.about[i] = at
		}
	}
}

// indexLinks sorts links by the node they end at, and those of the catalogue by the node they start from; each node's stay in order.
func (g *image) indexLinks() {
	g.catalogueOut = make([]uint32, g.catalogue.to-g.catalogue.from)
	for i := range g.catalogueOut {
		g.catalogueOut[i] = g.catalogue.from + uint32(i)
	}
	slices.SortStableFunc(g.catalogueOut, func(x, y uint32) int { return cmp.Compare(g.rows[x].from, g.rows[y].from) })
	nodes := int(g.ends[graph.MentionNode])
	g.inStart = make([]uint32, nodes+2)
	for i := range g.rows {
		g.inStart[g.rows[i].to+2]++
	}
	for n := range nodes {
		g.inStart[n+2] += g.inStart[n+1]
	}
	g.inRows = make([]uint32, len(g.rows))
	for i := range g.rows {
		at := &g.inStart[g.rows[i].to+1]
		g.inRows[*at] = uint32(i)
		*at++
	}
	g.inStart = g.inStart[:nodes+1]
}

// indexSymbols notes which symbols and aliases stand for which instruments: a symbol goes before an alias, the smaller id before the
// greater.
func (g *image) indexSymbols() {
	g.bySymbol = make(map[string]number)
	note := func(s graph.Symbol, n number) {
		if s.IsZero() {
			return
		}
		if _, taken := g.byID[graph.ID(s.String())]; taken {
			return
		}
		if _, taken := g.bySymbol[s.String()]; !taken {
			g.bySymbol[s.String()] = n
		}
	}
	for n := range g.ends[graph.InstrumentNode] {
		note(g.instrument(n).Symbol, n)
	}
	for n := range g.ends[graph.InstrumentNode] {
		for _, alias := range g.instrument(n).Aliases {
			note(alias, n)
		}
	}
}
