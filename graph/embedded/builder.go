package embedded

import (
	"cmp"
	"slices"
	"strings"

	"recital/graph"
)

// builder takes documents one after the other, in any order, and gives an image. Nodes outside of documents get numbers as they
// come; build sorts and renumbers.
type builder struct {
	words     map[string]string
	outside   []graph.Node
	numbers   map[graph.ID]number
	held      []heldRows
	catalogue map[linkID]row
	claims    map[number][]claim
	acts      index[graph.Act]
	roles     index[graph.Role]
	actSets   index[string]
	parted    index[string] // words of the image
	meet      bool          // a provision is a paragraph of a held text
	image     *image
}

// heldRows is one document with the links that it owns. Their ends are numbers of outside nodes, or local (see localNode).
type heldRows struct {
	document
	paragraphs []paragraph
	mandates   []graph.Mandate
	mentions   []graph.Mention
	rows       []row
}

// localNode marks a number as one within the document: its paragraphs, mandates and mentions in this order.
const localNode = number(1) << 31

// linkID is what there is at most one link of.
type linkID struct {
	from, to number
	order    int64
	kind     uint8
}

// claim is what one text says of an instrument.
type claim struct {
	owner number
	graph.Claim
}

// index numbers values as they come.
type index[T comparable] struct {
	values  []T
	numbers map[T]uint32
}

func (x *index[T]) of(v T) uint32 {
	if x.numbers == nil {
		x.numbers = make(map[T]uint32)
	}
	n, found := x.numbers[v]
	if !found {
		n = uint32(len(x.values))
		x.values = append(x.values, v)
		x.numbers[v] = n
	}
	return n
}

func newBuilder() *builder {
	return &builder{
		words: make(map[string]string), numbers: make(map[graph.ID]number), catalogue: make(map[linkID]row),
		claims: make(map[number][]claim), image: &image{stats: graph.Stats{
			Nodes: make(map[graph.NodeKind]int), Links: make(map[graph.LinkType]int),
		}},
	}
}

// word returns one copy of s for all that are equal: documents as read from the file would keep their whole table alive.
func (b *builder) word(s string) string {
	if s == "" {
		return ""
	}
	kept, found := b.words[s]
	if !found {
		kept = strings.Clone(s)
		b.words[kept] = kept
	}
	return kept
}

// add takes one document as kept in the file under key, and the links that it owns.
func (b *builder) add(key int64, d *graph.Document, own []*graph.Link) {
	h := heldRows{document: document{key: key, instrument: b.node(&d.Instrument), date: d.Instrument.Date}}
	local := make(map[graph.ID]number, 1+len(d.Paragraphs)+len(d.Mandates)+len(d.Mentions)+len(d.Stubs))
	local[d.Instrument.ID] = h.instrument
	for _, stub := range d.Stubs {
		local[stub.NodeID()] = b.node(stub)
	}
	b.parts(&h, d, local)
	for i := range d.Links {
		if l := &d.Links[i]; l.Owner == "" {
			r := b.row(l, local)
			r.document = noDocument
			b.catalogue[linkID{r.from, r.to, r.order, r.kind}] = r
		}
	}
	h.rows = make([]row, len(own))
	for i, l := range own {
		h.rows[i] = b.row(l, local)
	}
	b.held = append(b.held, h)
}

// parts takes over the document's own nodes.
func (b *builder) parts(h *heldRows, d *graph.Document, local map[graph.ID]number) {
	h.paragraphs = make([]paragraph, len(d.Paragraphs))
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		local[p.ID] = localNode | number(i)
		h.paragraphs[i] = paragraph{place: b.parted.of(b.word(string(p.Place))), act: b.parted.of(b.word(string(p.Act)))}
	}
	for i := range d.Mandates {
		m := &d.Mandates[i]
		local[m.ID] = localNode | number(len(d.Paragraphs)+i)
		h.mandates = append(h.mandates, graph.Mandate{
			ID: graph.ID(strings.Clone(string(m.ID))), Order: m.Order, Act: graph.Act(b.word(string(m.Act))),
			Addressee: graph.ID(b.word(string(m.Addressee))), Product: b.word(m.Product), Forum: graph.Body(b.word(string(m.Forum))),
			Session: m.Session, Date: m.Date,
		})
	}
	stats := &b.image.stats
	for i := range d.Mentions {
		m := &d.Mentions[i]
		local[m.ID] = localNode | number(len(d.Paragraphs)+len(d.Mandates)+i)
		h.mentions = append(h.mentions, graph.Mention{
			ID: graph.ID(strings.Clone(string(m.ID))), Order: m.Order, Status: graph.Status(b.word(string(m.Status))),
			Act: graph.Act(b.word(string(m.Act))), Findings: make([]graph.Finding, len(m.Findings)), Date: m.Date,
		})
		stats.Findings += len(m.Findings)
		if m.Status == graph.Ambiguous {
			stats.Ambiguous++
		} else {
			stats.Open++
		}
	}
}

// ownLinks returns the links that a document owns, what it rests on included, in the order of Out lists.
func ownLinks(d *graph.Document) []*graph.Link {
	rests := graph.Aggregate(d)
	links := make([]*graph.Link, 0, len(d.Links)+len(rests))
	for i := range d.Links {
		if d.Links[i].Owner != "" {
			links = append(links, &d.Links[i])
		}
	}
	for i := range rests {
		links = append(links, &rests[i])
	}
	slices.SortFunc(links, compareOwn)
	return links
}

// compareOwn orders links as Out lists do.
func compareOwn(a, b *graph.Link) int {
	if a.Order != b.Order {
		return cmp.Compare(a.Order, b.Order)
	}
	return a.Compare(b)
}

func (b *builder) row(l *graph.Link, local map[graph.ID]number) row {
	r := row{
		order: l.Order, confidence: l.Confidence, from: local[l.From], to: local[l.To], kind: linkTypeIndex(l.Type),
		act: b.acts.of(graph.Act(b.word(string(l.Act)))), role: uint8(b.roles.of(graph.Role(b.word(string(l.Role))))),
		findings: len(l.Findings) > 0,
	}
	stats := &b.image.stats
	switch l.Type {
	case graph.RestsOn:
		r.acts = b.actSets.of(b.word(joinActs(l.Acts)))
	case graph.Cites:
		stats.Findings += len(l.Findings)
		if l.Claim != (graph.Claim{}) && r.to&localNode == 0 {
			b.claims[r.to] = append(b.claims[r.to], claim{local[l.Owner], graph.Claim{Date: l.Claim.Date, Title: b.word(l.Claim.Title)}})
		}
	}
	return r
}

// actSeparator joins acts to a set; no act has it.
const actSeparator = " "

func joinActs(acts []graph.Act) string {
	var s strings.Builder
	for i, act := range acts {
		if i > 0 {
			s.WriteString(actSeparator)
		}
		s.WriteString(string(act))
	}
	return s.String()
}

func splitActs(s string) []graph.Act {
	if s == "" {
		return nil
	}
	var acts []graph.Act
	for act := range strings.SplitSeq(s, actSeparator) {
		acts = append(acts, graph.Act(act))
	}
	return acts
}

// node merges what a document says of a node outside it, or of its instrument, with what others say, and returns its number.
func (b *builder) node(n graph.Node) number {
	at, found := b.numbers[n.NodeID()]
	if !found {
		kept := b.keep(n)
		at = number(len(b.outside))
		b.outside = append(b.outside, kept)
		b.numbers[kept.NodeID()] = at
		return at
	}
	if !sameNode(b.outside[at], n) {
		b.outside[at] = b.keep(graph.Merge(b.outside[at], n))
	}
	return at
}

// sameNode reports whether n adds nothing to the node known: the common case, and cheaper to see than to merge.
func sameNode(known, n graph.Node) bool {
	switch n := n.(type) {
	case *graph.Instrument:
		k, ok := known.(*graph.Instrument)
		return ok && k.Symbol == n.Symbol && k.Kind == n.Kind && k.Title == n.Title && k.Date == n.Date && k.Body == n.Body &&
			k.Session == n.Session && k.Basis == n.Basis && k.Held == n.Held && k.Procedure == n.Procedure &&
			slices.Equal(k.Aliases, n.Aliases) && slices.Equal(k.Names, n.Names) && slices.Equal(k.Subjects, n.Subjects)
	case *graph.Provision:
		k, ok := known.(*graph.Provision)
		return ok && *k == *n
	case *graph.Right:
		k, ok := known.(*graph.Right)
		return ok && k.Title == n.Title && slices.Equal(k.Basis, n.Basis)
	case *graph.Actor:
		k, ok := known.(*graph.Actor)
		return ok && *k == *n
	default:
		return false
	}
}

// keep returns a copy of a node that shares no memory with what was read, and counts nothing.
func (b *builder) keep(n graph.Node) graph.Node {
	switch n := n.(type) {
	case *graph.Instrument:
		i := *n
		i.ID = graph.ID(b.word(string(n.ID)))
		i.Symbol = b.symbol(n.Symbol)
		i.Aliases = make([]graph.Symbol, len(n.Aliases))
		for a, alias := range n.Aliases {
			i.Aliases[a] = b.symbol(alias)
		}
		i.Names, i.Subjects = keepWords(b, n.Names), keepWords(b, n.Subjects)
		i.Kind, i.Title = graph.InstrumentKind(b.word(string(n.Kind))), b.word(n.Title)
		i.Body, i.Session = graph.Body(b.word(string(n.Body))), b.word(n.Session)
		i.Basis, i.Procedure = graph.Basis(b.word(string(n.Basis))), b.word(n.Procedure)
		i.Cites, i.CitedBy = 0, 0
		return &i
	case *graph.Provision:
		return &graph.Provision{ID: graph.ID(b.word(string(n.ID))), Label: b.word(n.Label)}
	case *graph.Right:
		return &graph.Right{ID: graph.ID(b.word(string(n.ID))), Title: b.word(n.Title), Basis: keepWords(b, n.Basis)}
	case *graph.Actor:
		return &graph.Actor{ID: graph.ID(b.word(string(n.ID))), Title: b.word(n.Title), Category: b.word(n.Category)}
	default:
		return n
	}
}

func keepWords[S ~string](b *builder, list []S) []S {
	kept := make([]S, len(list))
	for i, s := range list {
		kept[i] = S(b.word(string(s)))
	}
	return kept
}

// symbol returns a symbol whose text is the builder's own.
func (b *builder) symbol(s graph.Symbol) graph.Symbol {
	if s.IsZero() {
		return s
	}
	kept, err := graph.ParseSymbol(b.word(s.String()))
	if err != nil || kept != s {
		return s
	}
	return kept
}
