package embedded

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"recital/graph"
)

// List implements graph.Reader.
func (s *Store) List(ctx context.Context, filter graph.NodeFilter, page graph.PageRequest) (graph.Page[graph.Node], error) {
	return ask(ctx, s, "list nodes of", func(g *image) (graph.Page[graph.Node], error) {
		var none graph.Page[graph.Node]
		if err := filter.Check(); err != nil {
			return none, err
		}
		window, err := page.Window()
		if err != nil {
			return none, err
		}
		var bound graph.NodeKey
		if window.Bound != "" {
			if bound, err = graph.ParseNodeCursor(window.Bound, filter.Order); err != nil {
				return none, err
			}
		}
		admits := newNodeAdmitter(g, &filter)
		nodes := g.list(filter.Kind, filter.Order, admits.document)
		c := cutPage(
			len(nodes), page, window,
			func(i int) int { return graph.KeyOf(g.sketch(nodes[i]), filter.Order).Compare(bound) },
			func(i int) bool { return admits.admit(nodes[i]) },
		)
		return pageOf(c, func(i int, e *graph.Edge[graph.Node]) error {
			n, err := s.node(ctx, g, nodes[i])
			if err != nil {
				return err
			}
			e.Node, e.Cursor = n, graph.KeyOf(n, filter.Order).Cursor()
			return nil
		})
	})
}

// sketch returns a node as far as the image knows it: all that filters and orders ask about. Of paragraphs, mandates and
// mentions that is not the whole node.
func (g *image) sketch(n number) graph.Node {
	switch {
	case n < g.ends[graph.ActorNode]:
		return g.outside[n]
	case n < g.ends[graph.ParagraphNode]:
		at := uint32(n - g.starts[graph.ParagraphNode])
		p := &g.paragraphs[at]
		d := &g.documents[p.document]
		return &graph.Paragraph{ID: g.id(n), Act: graph.Act(g.words[p.act]), Order: int(at-d.paragraphs.from) + 1, Date: d.date}
	case n < g.ends[graph.MandateNode]:
		return &g.mandates[n-g.starts[graph.MandateNode]].node
	default:
		return &g.mentions[n-g.starts[graph.MentionNode]].node
	}
}

// listKey names a sorted list of all nodes of a kind.
type listKey struct {
	kind  graph.NodeKind
	order graph.NodeOrder
}

// list returns the nodes of a kind in an order: all, or those of one document where d is one.
func (g *image) list(kind graph.NodeKind, order graph.NodeOrder, d *document) []number {
	if d != nil {
		return g.sortParts(kind, order, d)
	}
	key := listKey{kind, order}
	if sorted, ok := g.lists.Load(key); ok {
		return sorted.([]number)
	}
	var nodes []number
	if !isPart(kind) {
		nodes = g.sortOutside(kind, order)
	} else {
		nodes = make([]number, 0, g.ends[kind]-g.starts[kind])
		for _, d := range g.sortDocuments(order) {
			nodes = append(nodes, g.sortParts(kind, order, &g.documents[d])...)
		}
	}
	sorted, _ := g.lists.LoadOrStore(key, nodes)
	return sorted.([]number)
}

// isPart reports whether nodes of a kind are parts of documents.
func isPart(kind graph.NodeKind) bool {
	return kind == graph.ParagraphNode || kind == graph.MandateNode || kind == graph.MentionNode
}

// sortOutside sorts nodes that are no parts of documents. By number they are sorted by id.
func (g *image) sortOutside(kind graph.NodeKind, order graph.NodeOrder) []number {
	nodes := make([]number, 0, g.ends[kind]-g.starts[kind])
	for n := g.starts[kind]; n < g.ends[kind]; n++ {
		nodes = append(nodes, n)
	}
	if order == graph.ByID {
		return nodes
	}
	keys := make(map[number]graph.NodeKey, len(nodes))
	for _, n := range nodes {
		keys[n] = graph.KeyOf(g.outside[n], order)
	}
	slices.SortFunc(nodes, func(a, b number) int { return keys[a].Compare(keys[b]) })
	return nodes
}

// sortDocuments returns the documents in the order in which an order of nodes has their parts: ids of parts compare as those of their
// instruments with the separator behind.
func (g *image) sortDocuments(order graph.NodeOrder) []int {
	documents := make([]int, len(g.documents))
	ids := make([]string, len(g.documents))
	for i := range documents {
		documents[i] = i
		ids[i] = string(g.outside[g.documents[i].instrument].NodeID())
	}
	if order == graph.ByText {
		return documents // they are sorted by their instruments' ids
	}
	for i := range ids {
		ids[i] += "#"
	}
	slices.SortFunc(documents, func(a, b int) int {
		c := 0
		if x, y := g.documents[a].date, g.documents[b].date; x != y && (order == graph.ByDate || order == graph.ByDateAsc) {
			c = graph.NodeKey{Order: order, Date: x}.Compare(graph.NodeKey{Order: order, Date: y})
		}
		return cmp.Or(c, strings.Compare(ids[a], ids[b]))
	})
	return documents
}

// sortParts returns the parts of one document in an order.
func (g *image) sortParts(kind graph.NodeKind, order graph.NodeOrder, d *document) []number {
	parts := map[graph.NodeKind]span{
		graph.ParagraphNode: d.paragraphs, graph.MandateNode: d.mandates, graph.MentionNode: d.mentions,
	}[kind]
	nodes := make([]number, 0, parts.to-parts.from)
	for n := parts.from; n < parts.to; n++ {
		nodes = append(nodes, g.starts[kind]+number(n))
	}
	switch {
	case kind == graph.ParagraphNode && order == graph.ByText:
	case kind == graph.ParagraphNode:
		slices.SortFunc(nodes, func(a, b number) int {
			return cmp.Compare(g.paragraphs[a-g.starts[kind]].placed, g.paragraphs[b-g.starts[kind]].placed)
		})
	default:
		slices.SortFunc(nodes, func(a, b number) int {
			return graph.KeyOf(g.sketch(a), order).Compare(graph.KeyOf(g.sketch(b), order))
		})
	}
	return nodes
}

// numberSet is a set of nodes, a bit for each.
type numberSet []uint64

func (g *image) newSet() numberSet { return make(numberSet, g.ends[graph.MentionNode]/64+1) }

func (s numberSet) add(n number)      { s[n/64] |= 1 << (n % 64) }
func (s numberSet) has(n number) bool { return s[n/64]&(1<<(n%64)) != 0 }

// nodeAdmitter says which nodes a filter lets through: graph.NodeFilter.Match tells what nodes tell of themselves, sets of numbers what
// links tell.
type nodeAdmitter struct {
	image    *image
	filter   graph.NodeFilter
	document *document          // where the filter asks for the parts of one
	sets     []numberSet        // each of which the node must be in
	last     map[graph.Body]int // of the day that states are asked of: see lastSessions
	nothing  bool
}

func newNodeAdmitter(g *image, f *graph.NodeFilter) *nodeAdmitter {
	a := &nodeAdmitter{image: g, filter: *f}
	if f.PartOf != "" && isPart(f.Kind) {
		if n := g.find(f.PartOf); n == none || n >= g.ends[graph.InstrumentNode] || g.documentOf[n] < 0 {
			a.nothing = true
		} else {
			a.document = &g.documents[g.documentOf[n]]
		}
	}
	if f.Kind == graph.MandateNode && len(f.States) > 0 && !f.AsOf.IsZero() {
		a.last = g.lastSessions(f.AsOf)
	}
	if f.Kind != graph.InstrumentNode && f.Kind != graph.ParagraphNode {
		return a
	}
	for _, id := range f.Names {
		a.sets = append(a.sets, a.saying(id, namesType))
	}
	for _, id := range f.Cites {
		a.sets = append(a.sets, a.saying(id, citesType))
	}
	if f.Findings {
		a.sets = append(a.sets, a.finding())
	}
	return a
}

// saying returns the paragraphs, or the instruments whose paragraphs, have a link of a type to a node.
func (a *nodeAdmitter) saying(id graph.ID, kind uint8) numberSet {
	g := a.image
	set := g.newSet()
	n := g.find(id)
	if n == none {
		return set
	}
	for _, i := range g.in(n) {
		if r := &g.rows[i]; r.kind == kind {
			set.add(a.sayer(r))
		}
	}
	return set
}

func (a *nodeAdmitter) sayer(r *row) number {
	if a.filter.Kind == graph.InstrumentNode {
		return a.image.documents[r.document].instrument
	}
	return r.from
}

// finding returns the paragraphs, or the instruments, with a citation that has findings.
func (a *nodeAdmitter) finding() numberSet {
	set := a.image.newSet()
	for i := range a.image.rows {
		if r := &a.image.rows[i]; r.findings && r.kind == citesType {
			set.add(a.sayer(r))
		}
	}
	return set
}

func (a *nodeAdmitter) admit(n number) bool {
	if a.nothing {
		return false
	}
	for _, set := range a.sets {
		if !set.has(n) {
			return false
		}
	}
	g := a.image
	var source *graph.Instrument
	if _, ok := g.owner(n); ok {
		source = g.far(n)
	}
	if !a.filter.Match(g.sketch(n), source) {
		return false
	}
	return len(a.filter.States) == 0 || slices.Contains(a.filter.States, a.stateOf(n))
}
