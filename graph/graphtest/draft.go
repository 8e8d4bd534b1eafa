package graphtest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"recital/graph"
)

// A Draft writes one document as a reader of texts would: it keeps count of places, orders and spans, so that a test says only
// what matters to it. Its methods return the Draft itself.
type Draft struct {
	doc    graph.Document
	stubs  map[graph.ID]graph.Node
	offset int // bytes of source text written so far
}

// Write begins the document of a held instrument.
func Write(i graph.Instrument) *Draft {
	i.Held, i.Basis = true, graph.FromText
	return &Draft{
		doc:   graph.Document{Instrument: i, Source: graph.Source{Name: "test.txt", Format: "text", Quality: 1}},
		stubs: make(map[graph.ID]graph.Node),
	}
}

// Quality sets how whole the text is.
func (w *Draft) Quality(q float64) *Draft {
	w.doc.Source.Quality = q
	return w
}

// Paragraph adds a paragraph; notes are its footnotes, marked from 1.
func (w *Draft) Paragraph(place graph.Place, part graph.Part, act graph.Act, text string, notes ...string) *Draft {
	p := graph.Paragraph{
		ID: w.doc.Instrument.ID.At(string(place)), Place: place, Part: part, Order: len(w.doc.Paragraphs) + 1,
		Act: act, Text: text, Span: w.advance(text), Date: w.doc.Instrument.Date,
	}
	p.Opening, _, _ = strings.Cut(text, " ")
	for i, note := range notes {
		p.Notes = append(p.Notes, graph.Note{Mark: fmt.Sprint(i + 1), Text: note, Span: w.advance(note), At: len(text)})
		p.Span.End = w.offset
	}
	w.offset++ // the line break
	w.doc.Paragraphs = append(w.doc.Paragraphs, p)
	w.link(graph.Link{Type: graph.PartOf, From: p.ID, To: w.doc.Instrument.ID, Order: int64(p.Order) << 32})
	return w
}

func (w *Draft) advance(text string) graph.Span {
	start := w.offset
	w.offset += len(text)
	return graph.Span{Start: start, End: w.offset}
}

// last returns the paragraph being written.
func (w *Draft) last() *graph.Paragraph { return &w.doc.Paragraphs[len(w.doc.Paragraphs)-1] }

// evidence finds the quote in the last paragraph or its notes, and says where.
func (w *Draft) evidence(quote, rule string) graph.Evidence {
	p := w.last()
	if at := strings.Index(p.Text, quote); at >= 0 {
		start := p.Span.Start + at
		return graph.Evidence{
			Quote: quote, Rule: rule,
			Span: graph.Span{Start: start, End: start + len(quote)}, Words: graph.Span{Start: at, End: at + len(quote)},
		}
	}
	for i := range p.Notes {
		note := &p.Notes[i]
		if at := strings.Index(note.Text, quote); at >= 0 {
			start := note.Span.Start + at
			return graph.Evidence{
				Quote: quote, Rule: rule, Note: note.Mark,
				Span: graph.Span{Start: start, End: start + len(quote)}, Words: graph.Span{Start: at, End: at + len(quote)},
			}
		}
	}
	panic(fmt.Sprintf("graphtest: %q is not in paragraph %s", quote, p.ID))
}

// order is the place in reading order of words in the last paragraph.
func (w *Draft) order(e graph.Evidence) int64 {
	return int64(w.last().Order)<<32 + int64(e.Words.Start)
}

// link adds a link that the document itself makes.
func (w *Draft) link(l graph.Link) {
	l.Owner, l.Date = w.doc.Instrument.ID, w.doc.Instrument.Date
	w.doc.Links = append(w.doc.Links, l)
}

// Cites adds a citation in the last paragraph. More sets what else is to be said of the link.
func (w *Draft) Cites(quote string, to graph.Node, more ...func(*graph.Link)) *Draft {
	e := w.evidence(quote, "test.cites")
	l := graph.Link{
		Type: graph.Cites, From: w.last().ID, To: to.NodeID(), Order: w.order(e), Act: w.last().Act,
		Evidence: &e, Confidence: 0.99,
	}
	for _, f := range more {
		f(&l)
	}
	w.link(l)
	return w.Knows(to)
}

// Pinpoints adds a citation of a provision, beside the Cites of the same words.
func (w *Draft) Pinpoints(quote string, p *graph.Provision, of *graph.Instrument) *Draft {
	e := w.evidence(quote, "test.pinpoint")
	w.link(graph.Link{
		Type: graph.Pinpoints, From: w.last().ID, To: p.ID, Order: w.order(e), Act: w.last().Act, Evidence: &e,
	})
	w.catalogue(graph.Link{Type: graph.PartOf, From: p.ID, To: of.ID})
	return w.Knows(p).Knows(of)
}

// Names adds a naming of a right or an actor; role is empty for a right, whose BasedOn links are added by Catalogue.
func (w *Draft) Names(quote string, n graph.Node, role graph.Role) *Draft {
	e := w.evidence(quote, "test.names")
	w.link(graph.Link{
		Type: graph.Names, From: w.last().ID, To: n.NodeID(), Order: w.order(e), Act: w.last().Act, Role: role, Evidence: &e,
	})
	return w.Knows(n)
}

// Asks adds a mandate in the last paragraph; to may be nil.
func (w *Draft) Asks(quote string, to *graph.Actor, m graph.Mandate) *Draft {
	m.Evidence = w.evidence(quote, "test.mandate")
	m.ID = w.last().ID.Part("mandate", w.parts(w.last().ID)+1)
	m.Order, m.Act, m.Date = w.order(m.Evidence), w.last().Act, w.doc.Instrument.Date
	w.link(graph.Link{Type: graph.PartOf, From: m.ID, To: w.last().ID, Order: m.Order})
	if to != nil {
		m.Addressee = to.ID
		w.link(graph.Link{Type: graph.Addresses, From: m.ID, To: to.ID, Order: m.Order})
		w.Knows(to)
	}
	w.doc.Mandates = append(w.doc.Mandates, m)
	return w
}

// parts counts the mandates of a paragraph written so far.
func (w *Draft) parts(paragraph graph.ID) int {
	n := 0
	for i := range w.doc.Mandates {
		if strings.HasPrefix(string(w.doc.Mandates[i].ID), string(paragraph)+"!") {
			n++
		}
	}
	return n
}

// Unsure adds a mention whose target is not sure: with candidates it is ambiguous, without open.
func (w *Draft) Unsure(quote, reason string, candidates ...*graph.Instrument) *Draft {
	e := w.evidence(quote, "test.unsure")
	n := 1
	for i := range w.doc.Mentions {
		if strings.HasPrefix(string(w.doc.Mentions[i].ID), string(w.last().ID)+"!") {
			n++
		}
	}
	m := graph.Mention{
		ID: w.last().ID.Part("mention", n), Order: w.order(e), Status: graph.Open, Act: w.last().Act,
		Reason: reason, Evidence: e, Date: w.doc.Instrument.Date,
	}
	w.link(graph.Link{Type: graph.PartOf, From: m.ID, To: w.last().ID, Order: m.Order})
	for i, candidate := range candidates {
		m.Status = graph.Ambiguous
		w.link(graph.Link{
			Type: graph.MayMean, From: m.ID, To: candidate.ID, Order: m.Order,
			Confidence: 0.5 / float64(i+1), Evidence: &e,
		})
		w.Knows(candidate)
	}
	w.doc.Mentions = append(w.doc.Mentions, m)
	return w
}

// Finding adds a finding to the last mention.
func (w *Draft) Finding(f graph.Finding) *Draft {
	m := &w.doc.Mentions[len(w.doc.Mentions)-1]
	m.Findings = append(m.Findings, f)
	return w
}

// AdoptedBy says which organ adopted the document.
func (w *Draft) AdoptedBy(a *graph.Actor) *Draft {
	w.link(graph.Link{Type: graph.AdoptedBy, From: w.doc.Instrument.ID, To: a.ID})
	return w.Knows(a)
}

// Catalogue adds a link of the catalogue between nodes that the document knows.
func (w *Draft) Catalogue(kind graph.LinkType, from, to graph.Node) *Draft {
	w.catalogue(graph.Link{Type: kind, From: from.NodeID(), To: to.NodeID()})
	return w.Knows(from).Knows(to)
}

func (w *Draft) catalogue(l graph.Link) {
	for i := range w.doc.Links {
		m := &w.doc.Links[i]
		if m.Type == l.Type && m.From == l.From && m.To == l.To && m.Order == l.Order {
			return
		}
	}
	w.doc.Links = append(w.doc.Links, l)
}

// Knows adds a node outside the document.
func (w *Draft) Knows(n graph.Node) *Draft {
	if n.NodeID() != w.doc.Instrument.ID {
		w.stubs[n.NodeID()] = n
	}
	return w
}

// Done returns the document, sorted and complete.
func (w *Draft) Done() *graph.Document {
	d := w.doc
	d.Source.Size = w.offset
	sum := sha256.Sum256([]byte(fmt.Sprint(d.Instrument.ID, d.Source.Quality, d.Paragraphs)))
	d.Source.Digest = hex.EncodeToString(sum[:])
	for _, n := range w.stubs {
		d.Stubs = append(d.Stubs, n)
	}
	slices.SortFunc(d.Stubs, func(a, b graph.Node) int {
		return strings.Compare(string(a.NodeID()), string(b.NodeID()))
	})
	slices.SortFunc(d.Links, graph.CompareLinks)
	return &d
}
