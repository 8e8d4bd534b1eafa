package graph

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Check reports whether the document keeps the rules: ids are well formed and belong together, lists are sorted and hold nothing twice, links
// join nodes of the document of the right kinds, and spans lie inside their texts. The error names the first breach and
// is an [ErrInvalidDocument].
func (d *Document) Check() error {
	c := checker{document: d, nodes: make(map[ID]Node, 1+len(d.Paragraphs)+len(d.Stubs)), candidates: make(map[ID]int)}
	for _, step := range []func() error{c.instrument, c.paragraphs, c.mandates, c.mentions, c.stubs, c.links, c.ambiguous} {
		if err := step(); err != nil {
			return fmt.Errorf("document %q: %w: %w", d.Instrument.ID, ErrInvalidDocument, err)
		}
	}
	return nil
}

type checker struct {
	document   *Document
	nodes      map[ID]Node
	candidates map[ID]int // MayMean links of each mention
}

func (c *checker) add(n Node) error {
	id := n.NodeID()
	if c.nodes[id] != nil {
		return fmt.Errorf("two nodes have the id %q", id)
	}
	c.nodes[id] = n
	return nil
}

func (c *checker) instrument() error {
	i := &c.document.Instrument
	switch {
	case i.ID == "":
		return fmt.Errorf("instrument without an id")
	case strings.ContainsAny(string(i.ID), placeSeparator+partSeparator):
		return fmt.Errorf("id of an instrument with a place in it")
	case !i.Held:
		return fmt.Errorf("instrument is not held")
	case !utf8.ValidString(i.Title):
		return fmt.Errorf("title is not UTF-8")
	}
	return c.add(i)
}

func (c *checker) paragraphs() error {
	for n := range c.document.Paragraphs {
		p := &c.document.Paragraphs[n]
		switch {
		case p.Place == "" || strings.ContainsAny(string(p.Place), placeSeparator+partSeparator):
			return fmt.Errorf("paragraph %q: place %q is none", p.ID, p.Place)
		case p.ID != c.document.Instrument.ID.At(string(p.Place)):
			return fmt.Errorf("paragraph %q: id does not follow from its place %q", p.ID, p.Place)
		case p.Order != n+1:
			return fmt.Errorf("paragraph %q: order %d, want %d", p.ID, p.Order, n+1)
		case !utf8.ValidString(p.Text):
			return fmt.Errorf("paragraph %q: text is not UTF-8", p.ID)
		case !p.Span.valid():
			return fmt.Errorf("paragraph %q: span [%d, %d)", p.ID, p.Span.Start, p.Span.End)
		}
		for i := range p.Notes {
			if note := &p.Notes[i]; !note.Span.valid() || note.At < 0 || p.Text != "" && note.At > len(p.Text) {
				return fmt.Errorf("paragraph %q: note %q stands outside", p.ID, note.Mark)
			}
		}
		if err := c.add(p); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) mandates() error {
	for n := range c.document.Mandates {
		m := &c.document.Mandates[n]
		if n > 0 && c.document.Mandates[n-1].Order > m.Order {
			return fmt.Errorf("mandate %q: not in reading order", m.ID)
		}
		if err := c.part(m, &m.Evidence); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) mentions() error {
	for n := range c.document.Mentions {
		m := &c.document.Mentions[n]
		switch {
		case n > 0 && c.document.Mentions[n-1].Order > m.Order:
			return fmt.Errorf("mention %q: not in reading order", m.ID)
		case m.Status != Ambiguous && m.Status != Open:
			return fmt.Errorf("mention %q: status %q", m.ID, m.Status)
		}
		if err := c.part(m, &m.Evidence); err != nil {
			return err
		}
	}
	return nil
}

// part checks a node that is part of a paragraph.
func (c *checker) part(n Node, evidence *Evidence) error {
	owner, _, found := strings.Cut(string(n.NodeID()), partSeparator)
	paragraph, ok := c.nodes[ID(owner)].(*Paragraph)
	if !found || !ok {
		return fmt.Errorf("%s %q: no paragraph of the document bears it", n.NodeKind(), n.NodeID())
	}
	if err := paragraph.bears(evidence); err != nil {
		return fmt.Errorf("%s %q: %w", n.NodeKind(), n.NodeID(), err)
	}
	return c.add(n)
}

func (c *checker) stubs() error {
	for n, stub := range c.document.Stubs {
		if stub == nil {
			return fmt.Errorf("stub %d is nil", n)
		}
		id := stub.NodeID()
		if n > 0 && c.document.Stubs[n-1].NodeID() >= id {
			return fmt.Errorf("stub %q: not sorted", id)
		}
		switch stub := stub.(type) {
		case *Instrument:
			if stub.Held {
				return fmt.Errorf("stub %q: held", id)
			}
		case *Provision, *Right, *Actor:
		default:
			return fmt.Errorf("stub %q: a %s is no stub", id, stub.NodeKind())
		}
		if id == "" {
			return fmt.Errorf("stub without an id")
		}
		if err := c.add(stub); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) links() error {
	links := c.document.Links
	for n := range links {
		l := &links[n]
		if err := c.link(l); err != nil {
			return fmt.Errorf("%s from %q to %q: %w", l.Type, l.From, l.To, err)
		}
		if n > 0 && links[n-1].Compare(l) >= 0 {
			return fmt.Errorf("%s from %q to %q: not sorted, or there twice", l.Type, l.From, l.To)
		}
	}
	return nil
}

func (c *checker) link(l *Link) error {
	from, to := c.nodes[l.From], c.nodes[l.To]
	switch {
	case from == nil:
		return fmt.Errorf("its start is not in the document")
	case to == nil:
		return fmt.Errorf("its end is not in the document")
	case !mayJoin(l.Type, from.NodeKind(), to.NodeKind()):
		return fmt.Errorf("such a link does not join a %s to a %s", from.NodeKind(), to.NodeKind())
	case !(l.Confidence >= 0 && l.Confidence <= 1):
		return fmt.Errorf("confidence %v", l.Confidence)
	case l.Owner != c.document.Instrument.ID && (l.Owner != "" || l.From.Instrument() == c.document.Instrument.ID):
		return fmt.Errorf("owner %q", l.Owner)
	case l.Owner != "" && l.Date != c.document.Instrument.Date:
		return fmt.Errorf("date %q is not the document's", l.Date)
	}
	if l.Type == MayMean {
		c.candidates[l.From]++
	}
	if err := l.checkAlternatives(); err != nil {
		return err
	}
	if l.Type != Cites && l.Type != Pinpoints && l.Type != Names {
		return nil
	}
	if l.Evidence == nil {
		return fmt.Errorf("no evidence")
	}
	return from.(*Paragraph).bears(l.Evidence)
}

// checkAlternatives checks that they are few, of a citation, name other instruments than its end, and are less sure than that.
func (l *Link) checkAlternatives() error {
	if len(l.Alternatives) > MaxAlternatives {
		return fmt.Errorf("%d alternatives", len(l.Alternatives))
	}
	for n, a := range l.Alternatives {
		switch {
		case l.Type != Cites:
			return fmt.Errorf("such a link has no alternatives")
		case a.Instrument == "" || a.Instrument == l.To || strings.ContainsAny(string(a.Instrument), placeSeparator+partSeparator):
			return fmt.Errorf("alternative %q is no other instrument", a.Instrument)
		case !(a.Confidence >= 0 && a.Confidence <= l.Confidence):
			return fmt.Errorf("alternative %q: confidence %v", a.Instrument, a.Confidence)
		case n > 0 && l.Alternatives[n-1].Confidence < a.Confidence:
			return fmt.Errorf("alternative %q: not sorted", a.Instrument)
		}
	}
	return nil
}

// ambiguous checks that mentions have the candidates that their status speaks of.
func (c *checker) ambiguous() error {
	for i := range c.document.Mentions {
		m := &c.document.Mentions[i]
		if n := c.candidates[m.ID]; m.Status == Ambiguous && n < 2 || m.Status == Open && n > 0 {
			return fmt.Errorf("mention %q: %s with %d candidates", m.ID, m.Status, n)
		}
	}
	return nil
}

// mayJoin reports whether links of type t lead from the one kind of node to the other; of a document, so RestsOn does not.
func mayJoin(t LinkType, from, to NodeKind) bool {
	switch t {
	case Cites:
		return from == ParagraphNode && to == InstrumentNode
	case Pinpoints:
		return from == ParagraphNode && to == ProvisionNode
	case Names:
		return from == ParagraphNode && (to == RightNode || to == ActorNode)
	case PartOf:
		return (from == ParagraphNode || from == ProvisionNode) && to == InstrumentNode ||
			(from == MandateNode || from == MentionNode) && to == ParagraphNode
	case BasedOn:
		return from == RightNode && (to == InstrumentNode || to == ProvisionNode)
	case AdoptedBy:
		return from == InstrumentNode && to == ActorNode
	case Addresses:
		return from == MandateNode && to == ActorNode
	case MayMean:
		return from == MentionNode && to == InstrumentNode
	default:
		return false
	}
}

// bears reports whether the evidence can stand in the paragraph. Without texts (a data set of facts) only the shape is checked.
func (p *Paragraph) bears(e *Evidence) error {
	if !e.Span.valid() || !e.Words.valid() {
		return fmt.Errorf("evidence %q: span [%d, %d), words [%d, %d)", e.Quote, e.Span.Start, e.Span.End, e.Words.Start, e.Words.End)
	}
	if e.Quote != "" && e.Span.Len() != len(e.Quote) {
		return fmt.Errorf("evidence %q: the span holds %d bytes", e.Quote, e.Span.Len())
	}
	text := p.Text
	if e.Note != "" {
		n := slices.IndexFunc(p.Notes, func(n Note) bool { return n.Mark == e.Note })
		if n < 0 {
			if p.Text == "" {
				return nil
			}
			return fmt.Errorf("evidence %q: no note %q", e.Quote, e.Note)
		}
		text = p.Notes[n].Text
	}
	if text != "" && e.Words.End > len(text) {
		return fmt.Errorf("evidence %q: words [%d, %d) in a text of %d bytes", e.Quote, e.Words.Start, e.Words.End, len(text))
	}
	return nil
}

// valid reports whether the span can be one of a text.
func (s Span) valid() bool { return s.Start >= 0 && s.Start <= s.End }
