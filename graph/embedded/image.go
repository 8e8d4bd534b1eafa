package embedded

import (
	"slices"
	"strings"
	"sync"

	"recital/graph"
)

// number names a node within one image: instruments, provisions, rights and actors (each kind sorted by id), then paragraphs,
// mandates and mentions (by document, in reading order).
type number uint32

const none = ^number(0)

// image is one revision of the graph as arrays. It is never changed after it was built, so any number of readers share it.
type image struct {
	generation int64
	revision   graph.Revision
	stats      graph.Stats

	outside  []graph.Node // by number: all nodes that are no part of a document, settled
	starts   map[graph.NodeKind]number
	ends     map[graph.NodeKind]number
	byID     map[graph.ID]number // of outside
	bySymbol map[string]number   // symbols and aliases that are no ids
	about    []number            // by number of a provision, from the first: its instrument, or none

	documents  []document       // by instrument's id
	documentOf []int32          // by number of an instrument: index into documents, -1 for none
	byKey      map[int64]uint32 // index into documents by key in the file
	paragraphs []paragraph
	words      []string // places and acts of paragraphs
	mandates   []part[graph.Mandate]
	mentions   []part[graph.Mention]

	rows         []row    // all links in the order of In lists
	catalogue    span     // of rows: those without an owner
	catalogueOut []uint32 // of these, sorted by From, for each From in the order of Out lists
	inStart      []uint32 // by number: where its links begin in inRows
	inRows       []uint32 // indices into rows, for each To in the order of In lists
	actSets      [][]graph.Act
	acts         []graph.Act
	roles        []graph.Role

	lists   sync.Map // listKey to []number: the nodes of a kind in an order, sorted when first asked for
	named   namedNodes
	matches matches
	states  mandateStates
	walked  rests
}

type span struct{ from, to uint32 }

// document is a held instrument's place in the file and in the arrays.
type document struct {
	key        int64
	instrument number
	date       graph.Date
	paragraphs span // of image.paragraphs
	mandates   span
	mentions   span
	rows       span // of image.rows, in the order of Out lists
}

// paragraph has no pointers, which the collector would follow each time: there are more paragraphs than anything but links.
type paragraph struct {
	place    uint32 // index into words
	act      uint32 // index into words
	document uint32
	placed   uint32 // its rank among the document's paragraphs by id
}

// part is a mandate or mention without its evidence.
type part[T any] struct {
	node     T
	document uint32
}

// row is what filters and orders ask of a link.
type row struct {
	order      int64
	confidence float64
	from, to   number
	document   uint32 // noDocument for a link of the catalogue
	act        uint32 // index into acts
	acts       uint32 // index into actSets, of a RestsOn
	kind       uint8  // index into linkTypes
	role       uint8  // index into roles
	findings   bool
}

const noDocument = ^uint32(0)

// linkTypes in the order in which lists of links compare them, which is that of their words.
var linkTypes = slices.Sorted(slices.Values(graph.LinkTypes()))

func linkTypeIndex(t graph.LinkType) uint8 { return uint8(max(0, slices.Index(linkTypes, t))) }

// Indices into linkTypes.
var (
	citesType     = linkTypeIndex(graph.Cites)
	namesType     = linkTypeIndex(graph.Names)
	pinpointsType = linkTypeIndex(graph.Pinpoints)
	restsOnType   = linkTypeIndex(graph.RestsOn)
)

// kinds in the order of their numbers.
func kinds() []graph.NodeKind {
	return []graph.NodeKind{
		graph.InstrumentNode, graph.ProvisionNode, graph.RightNode, graph.ActorNode, graph.ParagraphNode, graph.MandateNode,
		graph.MentionNode,
	}
}

// instrument returns the settled instrument with a number, nil where it is no instrument's.
func (g *image) instrument(n number) *graph.Instrument {
	if n >= g.ends[graph.InstrumentNode] {
		return nil
	}
	return g.outside[n].(*graph.Instrument)
}

// owner returns the index of the document that a paragraph, mandate or mention is part of.
func (g *image) owner(n number) (index uint32, ok bool) {
	switch {
	case n < g.starts[graph.ParagraphNode]:
		return 0, false
	case n < g.ends[graph.ParagraphNode]:
		return g.paragraphs[n-g.starts[graph.ParagraphNode]].document, true
	case n < g.ends[graph.MandateNode]:
		return g.mandates[n-g.starts[graph.MandateNode]].document, true
	default:
		return g.mentions[n-g.starts[graph.MentionNode]].document, true
	}
}

// instrumentOf returns the number of the instrument that a node is, or is part of; none for rights and actors.
func (g *image) instrumentOf(n number) number {
	if n < g.ends[graph.InstrumentNode] {
		return n
	}
	if n < g.ends[graph.ProvisionNode] {
		return g.about[n-g.starts[graph.ProvisionNode]]
	}
	if d, ok := g.owner(n); ok {
		return g.documents[d].instrument
	}
	return none
}

// far returns the instrument that a node is, or is part of, nil for rights and actors.
func (g *image) far(n number) *graph.Instrument {
	if n = g.instrumentOf(n); n == none {
		return nil
	}
	return g.instrument(n)
}

// id returns a node's id.
func (g *image) id(n number) graph.ID {
	switch {
	case n < g.ends[graph.ActorNode]:
		return g.outside[n].NodeID()
	case n < g.ends[graph.ParagraphNode]:
		p := &g.paragraphs[n-g.starts[graph.ParagraphNode]]
		return g.outside[g.documents[p.document].instrument].NodeID().At(g.words[p.place])
	case n < g.ends[graph.MandateNode]:
		return g.mandates[n-g.starts[graph.MandateNode]].node.ID
	default:
		return g.mentions[n-g.starts[graph.MentionNode]].node.ID
	}
}

// find returns the number of the node with exactly this id.
func (g *image) find(id graph.ID) number {
	if n, found := g.byID[id]; found {
		return n
	}
	i, found := g.byID[id.Instrument()]
	if !found || i >= g.ends[graph.InstrumentNode] || g.documentOf[i] < 0 {
		return none
	}
	d := &g.documents[g.documentOf[i]]
	if !strings.Contains(string(id), "!") {
		return g.findParagraph(d, id.Place())
	}
	for n := d.mandates.from; n < d.mandates.to; n++ {
		if g.mandates[n].node.ID == id {
			return g.starts[graph.MandateNode] + number(n)
		}
	}
	for n := d.mentions.from; n < d.mentions.to; n++ {
		if g.mentions[n].node.ID == id {
			return g.starts[graph.MentionNode] + number(n)
		}
	}
	return none
}

func (g *image) findParagraph(d *document, place string) number {
	for n := d.paragraphs.from; n < d.paragraphs.to; n++ {
		if g.words[g.paragraphs[n].place] == place {
			return g.starts[graph.ParagraphNode] + number(n)
		}
	}
	return none
}

// findAny is find, but that symbols and aliases of instruments serve too.
func (g *image) findAny(id graph.ID) number {
	if n := g.find(id); n != none {
		return n
	}
	if n, found := g.bySymbol[string(id)]; found {
		return n
	}
	return none
}

// in returns the indices of the links that end at a node, in the order of In lists.
func (g *image) in(n number) []uint32 { return g.inRows[g.inStart[n]:g.inStart[n+1]] }

// out returns the indices of the links that start at a node, in the order of Out lists; those of an instrument include what its
// paragraphs cite, name and pinpoint.
func (g *image) out(n number) []uint32 {
	var rows []uint32
	if d := g.documentAt(n); d != nil {
		rows = make([]uint32, 0, d.rows.to-d.rows.from)
		lifts := n < g.ends[graph.InstrumentNode]
		for i := d.rows.from; i < d.rows.to; i++ {
			r := &g.rows[i]
			if r.from == n || lifts && (r.kind == citesType || r.kind == namesType || r.kind == pinpointsType) {
				rows = append(rows, i)
			}
		}
	}
	known := g.fromCatalogue(n)
	if len(rows) == 0 || len(known) == 0 {
		return append(rows, known...)
	}
	rows = append(rows, known...)
	slices.SortFunc(rows, g.compareOut)
	return rows
}

// documentAt returns the document of the instrument that a node is, or is part of; nil where it is not held.
func (g *image) documentAt(n number) *document {
	of := g.instrumentOf(n)
	if of == none || g.documentOf[of] < 0 {
		return nil
	}
	return &g.documents[g.documentOf[of]]
}

// fromCatalogue returns the links without an owner that start at a node.
func (g *image) fromCatalogue(n number) []uint32 {
	from, _ := slices.BinarySearchFunc(g.catalogueOut, n, func(i uint32, n number) int { return int(g.rows[i].from) - int(n) })
	to := from
	for to < len(g.catalogueOut) && g.rows[g.catalogueOut[to]].from == n {
		to++
	}
	return g.catalogueOut[from:to]
}

// compareOut orders links as Out lists do.
func (g *image) compareOut(a, b uint32) int { return g.compareRows(&g.rows[a], &g.rows[b]) }

func (g *image) compareRows(a, b *row) int {
	switch {
	case a.order != b.order:
		if a.order < b.order {
			return -1
		}
		return 1
	case a.kind != b.kind:
		return int(a.kind) - int(b.kind)
	case a.from != b.from:
		return strings.Compare(string(g.id(a.from)), string(g.id(b.from)))
	default:
		return strings.Compare(string(g.id(a.to)), string(g.id(b.to)))
	}
}

// key returns a link's place in the lists of a direction.
func (g *image) key(i uint32, d graph.Direction) graph.LinkKey {
	r := &g.rows[i]
	l := graph.Link{Type: linkTypes[r.kind], From: g.id(r.from), To: g.id(r.to), Order: r.order}
	if r.document != noDocument {
		of := &g.documents[r.document]
		l.Owner, l.Date = g.outside[of.instrument].NodeID(), of.date
	}
	return l.Key(d)
}
