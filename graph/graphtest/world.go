package graphtest

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"recital/graph"
)

// world is what a set of documents says, worked out: all nodes and links as a store hands them out.
type world struct {
	nodes    map[graph.ID]graph.Node
	links    []graph.Link
	revision graph.Revision
}

// linkID is what there is at most one link of.
type linkID struct {
	kind     graph.LinkType
	from, to graph.ID
	order    int64
}

// derive works out the world of documents. The documents are not changed.
func derive(documents map[graph.ID]*graph.Document) *world {
	w := &world{nodes: make(map[graph.ID]graph.Node)}
	links := make(map[linkID]graph.Link)
	for _, d := range documents {
		w.revision = w.revision.Add(d.Fingerprint())
		for _, stub := range d.Stubs {
			w.nodes[stub.NodeID()] = graph.Merge(w.nodes[stub.NodeID()], stub)
		}
		w.nodes[d.Instrument.ID] = graph.Merge(w.nodes[d.Instrument.ID], &d.Instrument)
		for _, l := range slices.Concat(d.Links, graph.Aggregate(d)) {
			id := linkID{l.Type, l.From, l.To, l.Order}
			// What a text says of itself goes before what others know of it.
			if other, found := links[id]; !found || other.Owner < l.Owner {
				links[id] = l
			}
		}
	}
	for _, d := range documents {
		w.addParts(d)
	}
	w.links = slices.Collect(maps.Values(links))
	w.settle()
	return w
}

// addParts adds the document's own nodes, each with the document's date. They go before what others know of the same ids.
func (w *world) addParts(d *graph.Document) {
	for _, p := range d.Paragraphs {
		p.Date = d.Instrument.Date
		w.nodes[p.ID] = &p
	}
	for _, m := range d.Mandates {
		m.Date = d.Instrument.Date
		w.nodes[m.ID] = &m
	}
	for _, m := range d.Mentions {
		m.Date = d.Instrument.Date
		w.nodes[m.ID] = &m
	}
}

// settle fills in what a store counts and what only all citations together tell.
func (w *world) settle() {
	for id, n := range w.nodes {
		switch n := n.(type) {
		case *graph.Instrument:
			i := *n
			i.Cites = len(w.far(graph.RestsOn, id, graph.Out))
			i.CitedBy = len(w.far(graph.RestsOn, id, graph.In))
			if i.Basis == graph.FromCitations && !i.Held {
				claim := graph.Consensus(w.into(graph.Cites, id))
				if claim.Title != "" {
					i.Title = claim.Title
				}
				if !claim.Date.IsZero() {
					i.Date = claim.Date
				}
			}
			w.nodes[id] = &i
		case *graph.Right:
			r := *n
			r.Mentions = len(w.far(graph.Names, id, graph.In))
			w.nodes[id] = &r
		case *graph.Actor:
			a := *n
			a.Mentions = len(w.far(graph.Names, id, graph.In))
			w.nodes[id] = &a
		}
	}
}

// into returns the links of a type that end at id.
func (w *world) into(kind graph.LinkType, id graph.ID) []graph.Link {
	var links []graph.Link
	for _, l := range w.links {
		if l.Type == kind && l.To == id {
			links = append(links, l)
		}
	}
	return links
}

// far returns the ids that links of a type join to id.
func (w *world) far(kind graph.LinkType, id graph.ID, d graph.Direction) map[graph.ID]bool {
	set := make(map[graph.ID]bool)
	for _, l := range w.links {
		if l.Type == kind && d == graph.Out && l.From == id {
			set[l.To] = true
		}
		if l.Type == kind && d == graph.In && l.To == id {
			set[l.From] = true
		}
	}
	return set
}

// find returns the node with an id, a symbol or an alias, in this order; of several instruments the one with the smallest id.
func (w *world) find(id graph.ID) graph.Node {
	if n := w.nodes[id]; n != nil {
		return n
	}
	var bySymbol, byAlias graph.Node
	for _, at := range slices.Sorted(maps.Keys(w.nodes)) {
		i, ok := w.nodes[at].(*graph.Instrument)
		if !ok || id == "" {
			continue
		}
		if bySymbol == nil && i.Symbol.String() == string(id) {
			bySymbol = i
		}
		if byAlias == nil && slices.ContainsFunc(i.Aliases, func(s graph.Symbol) bool { return s.String() == string(id) }) {
			byAlias = i
		}
	}
	if bySymbol == nil {
		return byAlias
	}
	return bySymbol
}

// instrument returns the instrument with an id, nil where there is none.
func (w *world) instrument(id graph.ID) *graph.Instrument {
	i, _ := w.nodes[id].(*graph.Instrument)
	return i
}

// sourceOf returns the instrument that a node is a part of; nil for nodes that are no part.
func (w *world) sourceOf(n graph.Node) *graph.Instrument {
	switch n.(type) {
	case *graph.Paragraph, *graph.Mandate, *graph.Mention:
		return w.instrument(n.NodeID().Instrument())
	default:
		return nil
	}
}

// views returns the links of a node that the filter lets through, in no order.
func (w *world) views(id graph.ID, f graph.LinkFilter) []graph.LinkView {
	var views []graph.LinkView
	for _, l := range w.links {
		near, far := l.From, l.To
		if f.Direction == graph.In {
			near, far = l.To, l.From
		}
		lifted := f.Direction != graph.In && near.Instrument() == id && w.kind(near) == graph.ParagraphNode &&
			(l.Type == graph.Cites || l.Type == graph.Names || l.Type == graph.Pinpoints)
		if near != id && !lifted || !f.Match(&l, w.instrument(far.Instrument())) {
			continue
		}
		v := graph.LinkView{Link: l, Far: w.nodes[far]}
		if l.Owner != "" {
			v.Source = w.instrument(l.Owner)
		}
		v.SourceParagraph = w.paragraphOf(l)
		views = append(views, v)
	}
	return views
}

func (w *world) kind(id graph.ID) graph.NodeKind {
	if n := w.nodes[id]; n != nil {
		return n.NodeKind()
	}
	return ""
}

// paragraphOf returns the paragraph that a link starts from, or that of the first citation of a RestsOn.
func (w *world) paragraphOf(l graph.Link) *graph.Paragraph {
	from := l.From
	if l.Type == graph.RestsOn {
		from = l.Paragraph
	}
	p, _ := w.nodes[from].(*graph.Paragraph)
	return p
}

// list returns the nodes that the filter lets through, in no order.
func (w *world) list(f graph.NodeFilter) []graph.Node {
	var nodes []graph.Node
	for _, n := range w.nodes {
		if f.Match(n, w.sourceOf(n)) && w.says(n, f) && w.isIn(n, f.States, f.AsOf) {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// says reports whether an instrument or paragraph names, cites and has found what the filter asks.
func (w *world) says(n graph.Node, f graph.NodeFilter) bool {
	named, cited, findings := make(map[graph.ID]bool), make(map[graph.ID]bool), 0
	for _, l := range w.links {
		inText := n.NodeKind() == graph.InstrumentNode && l.Owner == n.NodeID()
		if l.From != n.NodeID() && !inText {
			continue
		}
		switch l.Type {
		case graph.Names:
			named[l.To] = true
		case graph.Cites:
			cited[l.To] = true
			findings += len(l.Findings)
		}
	}
	for _, id := range f.Names {
		if !named[id] {
			return false
		}
	}
	for _, id := range f.Cites {
		if !cited[id] {
			return false
		}
	}
	return !f.Findings || findings > 0 || n.NodeKind() == graph.MentionNode
}

// isIn reports whether a mandate is in one of the states on a day; without states all nodes are.
func (w *world) isIn(n graph.Node, states []graph.MandateState, asOf graph.Date) bool {
	m, ok := n.(*graph.Mandate)
	if len(states) == 0 || !ok {
		return len(states) == 0
	}
	answered, last := false, 0
	for _, asked := range w.links {
		late := (m.Date.IsZero() || !asked.Date.IsZero() && asked.Date.Compare(m.Date) >= 0) && wasThere(asked.Date, asOf)
		for _, l := range w.links {
			if asked.Type == graph.RestsOn && asked.To == m.ID.Instrument() && late && l.Type == graph.RestsOn && l.From == asked.From {
				answered = answered || m.Awaits(w.instrument(l.To))
			}
		}
	}
	for _, n := range w.nodes {
		if i, ok := n.(*graph.Instrument); ok && i.Held && i.Body == m.Forum && slices.Contains(graph.SessionKinds(), i.Kind) && wasThere(i.Date, asOf) {
			last = max(last, graph.SessionNumber(i.Session))
		}
	}
	return slices.Contains(states, m.State(answered, last))
}

// wasThere reports whether what has a date was there on a day; on no day in particular all was.
func wasThere(date, asOf graph.Date) bool {
	return asOf.IsZero() || !date.IsZero() && date.Compare(asOf) <= 0
}

// values returns for each entry of the list that a facet counts the values it has, each once.
func (w *world) values(r graph.FacetRequest, key graph.FacetKey) [][]string {
	var values [][]string
	if r.Links == nil {
		for _, n := range w.list(r.Nodes) {
			i, ok := n.(*graph.Instrument)
			if !ok {
				i = w.sourceOf(n)
			}
			naming := n.NodeID()
			var acts []graph.Act
			switch n := n.(type) {
			case *graph.Instrument:
				acts = w.actsOf(n.ID)
			case *graph.Paragraph:
				acts = []graph.Act{n.Act}
			case *graph.Mandate:
				if key == graph.FacetActor {
					values = append(values, []string{n.Addressee.Vocabulary()})
					continue
				}
				acts, naming = []graph.Act{n.Act}, n.ID.Paragraph()
			case *graph.Mention:
				acts, naming = []graph.Act{n.Act}, n.ID.Paragraph()
			}
			values = append(values, w.valuesOf(key, i, acts, naming))
		}
		return values
	}
	for _, v := range w.views(r.ID, *r.Links) {
		acts := []graph.Act{v.Act}
		if v.Type == graph.RestsOn {
			acts = v.Acts
		}
		var paragraph graph.ID
		if v.SourceParagraph != nil {
			paragraph = v.SourceParagraph.ID
		}
		values = append(values, w.valuesOf(key, w.instrument(v.Far.NodeID().Instrument()), acts, paragraph))
	}
	return values
}

// actsOf returns the acts of an instrument's paragraphs, each once.
func (w *world) actsOf(instrument graph.ID) []graph.Act {
	set := make(map[graph.Act]bool)
	for _, n := range w.nodes {
		if p, ok := n.(*graph.Paragraph); ok && p.ID.Instrument() == instrument {
			set[p.Act] = true
		}
	}
	return slices.Collect(maps.Keys(set))
}

// valuesOf returns the values of one entry: i is its instrument, naming the instrument or paragraph whose namings count.
func (w *world) valuesOf(key graph.FacetKey, i *graph.Instrument, acts []graph.Act, naming graph.ID) []string {
	switch key {
	case graph.FacetAct:
		var values []string
		for _, act := range acts {
			values = append(values, string(act))
		}
		return values
	case graph.FacetRight:
		return w.named(naming, graph.RightNode)
	case graph.FacetActor:
		return w.named(naming, graph.ActorNode)
	}
	if i == nil {
		return nil
	}
	switch key {
	case graph.FacetBody:
		return []string{string(i.Body)}
	case graph.FacetSession:
		return []string{i.Session}
	case graph.FacetKind:
		return []string{string(i.Kind)}
	default: // FacetYear
		if i.Date.IsZero() {
			return nil
		}
		return []string{strconv.Itoa(i.Date.Year)}
	}
}

// named returns the rights or actors that a paragraph, or any paragraph of an instrument, names.
func (w *world) named(by graph.ID, kind graph.NodeKind) []string {
	set := make(map[string]bool)
	for _, l := range w.links {
		if by != "" && l.Type == graph.Names && (l.From == by || l.Owner == by) && w.kind(l.To) == kind {
			set[l.To.Vocabulary()] = true
		}
	}
	return slices.Collect(maps.Keys(set))
}

// stats counts everything.
func (w *world) stats() graph.Stats {
	s := graph.Stats{
		Revision: w.revision.String(), Nodes: make(map[graph.NodeKind]int), Links: make(map[graph.LinkType]int),
	}
	bodies := make(map[graph.Body]graph.BodyCount)
	for _, n := range w.nodes {
		s.Nodes[n.NodeKind()]++
		switch n := n.(type) {
		case *graph.Instrument:
			b := bodies[n.Body]
			b.Body = n.Body
			if n.Held {
				b.Held++
			} else {
				b.Cited++
			}
			bodies[n.Body] = b
		case *graph.Mention:
			s.Findings += len(n.Findings)
			if n.Status == graph.Ambiguous {
				s.Ambiguous++
			} else {
				s.Open++
			}
		}
	}
	for _, l := range w.links {
		s.Links[l.Type]++
		s.Findings += len(l.Findings)
	}
	s.Resolved = s.Links[graph.Cites]
	delete(bodies, "")
	s.Bodies = slices.SortedFunc(maps.Values(bodies), func(a, b graph.BodyCount) int {
		if a.Held != b.Held {
			return b.Held - a.Held
		}
		return strings.Compare(string(a.Body), string(b.Body))
	})
	return s
}
