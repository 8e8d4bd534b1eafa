package embedded

import (
	"slices"
	"strings"

	"recital/graph"
)

// pack returns a document's facts and, apart, the texts of its paragraphs and notes one after the other. What follows from the
// rest (ids of paragraphs, dates, owners, words that are a stretch of the text) is not written.
func pack(d *graph.Document) (facts, texts []byte) {
	p := &documentPacker{packer: newPacker(), doc: d, number: make(map[graph.ID]int)}
	p.source()
	p.instrument(&d.Instrument)
	p.paragraphs()
	p.mandates()
	p.mentions()
	p.stubs()
	p.links()
	return p.bytes(), p.texts
}

type documentPacker struct {
	*packer
	doc    *graph.Document
	number map[graph.ID]int // of each node within the document, by which links name their ends
	texts  []byte
	at     int // where the last words stand in the source: the next stand near
}

func (p *documentPacker) node(id graph.ID) { p.number[id] = len(p.number) }

func (p *documentPacker) source() {
	s := &p.doc.Source
	p.word(s.Name)
	p.word(s.Format)
	p.word(s.Digest)
	p.uint(s.Size)
	p.float(s.Quality)
}

func (p *documentPacker) instrument(i *graph.Instrument) {
	p.node(i.ID)
	p.word(string(i.ID))
	p.word(i.Symbol.String())
	p.uint(len(i.Aliases))
	for _, alias := range i.Aliases {
		p.word(alias.String())
	}
	packWords(p.packer, i.Names)
	p.word(string(i.Kind))
	p.word(i.Title)
	p.date(i.Date)
	p.word(string(i.Body))
	p.word(i.Session)
	p.word(string(i.Basis))
	p.word(i.Procedure)
	packWords(p.packer, i.Subjects)
}

func (p *documentPacker) text(s string) {
	p.uint(len(s))
	p.texts = append(p.texts, s...)
}

// span writes a stretch of the source relative to the last one.
func (p *documentPacker) span(s graph.Span) {
	p.int(int64(s.Start - p.at))
	p.int(int64(s.Len()))
	p.at = s.Start
}

func (p *documentPacker) paragraphs() {
	p.uint(len(p.doc.Paragraphs))
	for i := range p.doc.Paragraphs {
		g := &p.doc.Paragraphs[i]
		p.node(g.ID)
		p.word(string(g.Place))
		p.word(string(g.Part))
		p.word(g.Opening)
		p.word(string(g.Act))
		p.text(g.Text)
		p.span(g.Span)
		p.uint(len(g.Notes))
		for n := range g.Notes {
			note := &g.Notes[n]
			p.word(note.Mark)
			p.text(note.Text)
			p.span(note.Span)
			p.uint(note.At)
		}
	}
}

// part writes the id of a mandate or mention: what follows the instrument's.
func (p *documentPacker) part(id graph.ID) *graph.Paragraph {
	p.node(id)
	p.word(strings.TrimPrefix(string(id), string(p.doc.Instrument.ID)))
	owner, _, _ := strings.Cut(string(id), "!")
	n := p.number[graph.ID(owner)]
	p.uint(n)
	return &p.doc.Paragraphs[n-1]
}

func (p *documentPacker) mandates() {
	p.uint(len(p.doc.Mandates))
	for i := range p.doc.Mandates {
		m := &p.doc.Mandates[i]
		of := p.part(m.ID)
		p.int(m.Order)
		p.word(string(m.Act))
		p.word(string(m.Addressee))
		p.word(m.Product)
		p.word(string(m.Forum))
		p.uint(m.Session)
		p.word(m.Due)
		p.uint(m.Months)
		p.evidence(&m.Evidence, of)
	}
}

func (p *documentPacker) mentions() {
	p.uint(len(p.doc.Mentions))
	for i := range p.doc.Mentions {
		m := &p.doc.Mentions[i]
		of := p.part(m.ID)
		p.int(m.Order)
		p.word(string(m.Status))
		p.word(string(m.Act))
		p.word(m.Reason)
		p.findings(m.Findings)
		p.evidence(&m.Evidence, of)
	}
}

// Kinds of packed stubs.
const (
	packedInstrument = iota
	packedProvision
	packedRight
	packedActor
)

func (p *documentPacker) stubs() {
	p.uint(len(p.doc.Stubs))
	for _, stub := range p.doc.Stubs {
		switch n := stub.(type) {
		case *graph.Instrument:
			p.uint(packedInstrument)
			p.instrument(n)
		case *graph.Provision:
			p.uint(packedProvision)
			p.node(n.ID)
			p.word(string(n.ID))
			p.word(n.Label)
		case *graph.Right:
			p.uint(packedRight)
			p.node(n.ID)
			p.word(string(n.ID))
			p.word(n.Title)
			packWords(p.packer, n.Basis)
		case *graph.Actor:
			p.uint(packedActor)
			p.node(n.ID)
			p.word(string(n.ID))
			p.word(n.Title)
			p.word(n.Category)
		}
	}
}

func (p *documentPacker) findings(findings []graph.Finding) {
	p.uint(len(findings))
	for _, f := range findings {
		p.word(string(f.Kind))
		p.word(f.Detail)
	}
}

// paragraphOf returns the paragraph that evidence of a link from the node stands in, nil where the node is no part of a paragraph.
func paragraphOf(d *graph.Document, from graph.ID, number int) *graph.Paragraph {
	if number >= 1 && number <= len(d.Paragraphs) {
		return &d.Paragraphs[number-1]
	}
	owner, _, found := strings.Cut(string(from), "!")
	if !found {
		return nil
	}
	n := slices.IndexFunc(d.Paragraphs, func(g graph.Paragraph) bool { return g.ID == graph.ID(owner) })
	if n < 0 {
		return nil
	}
	return &d.Paragraphs[n]
}

func (p *documentPacker) links() {
	p.uint(len(p.doc.Links))
	last := int64(0)
	for i := range p.doc.Links {
		l := &p.doc.Links[i]
		from := p.number[l.From]
		p.uint(slices.Index(graph.LinkTypes(), l.Type))
		p.uint(from)
		p.uint(p.number[l.To])
		p.int(l.Order - last) // links of a type ascend
		last = l.Order
		p.word(string(l.Act))
		p.float(l.Confidence)
		p.word(string(l.Role))
		p.word(l.Pinpoint)
		p.date(l.Claim.Date)
		p.word(l.Claim.Title)
		p.findings(l.Findings)
		p.uint(partsOf(l))
		if l.Evidence != nil {
			p.evidence(l.Evidence, paragraphOf(p.doc, l.From, from))
		}
		if len(l.Alternatives) > 0 {
			p.alternatives(l.Alternatives)
		}
	}
}

// Parts that a packed link may have.
const (
	linkIsOwned = 1 << iota
	linkHasEvidence
	linkHasAlternatives
)

func partsOf(l *graph.Link) int {
	parts := 0
	if l.Owner != "" {
		parts |= linkIsOwned
	}
	if l.Evidence != nil {
		parts |= linkHasEvidence
	}
	if len(l.Alternatives) > 0 {
		parts |= linkHasAlternatives
	}
	return parts
}

func (p *documentPacker) alternatives(alternatives []graph.Alternative) {
	p.uint(len(alternatives))
	for _, a := range alternatives {
		p.word(string(a.Instrument))
		p.float(a.Confidence)
	}
}

// Forms of a quote.
const (
	quoteIsWords = iota // it is the words of the paragraph's or the note's text
	quoteIsWritten
)

func (p *documentPacker) evidence(e *graph.Evidence, of *graph.Paragraph) {
	p.word(e.Rule)
	p.word(e.Note)
	p.int(int64(e.Words.Start))
	p.int(int64(e.Words.Len()))
	if words, ok := wordsOf(of, e); ok && words == e.Quote {
		p.uint(quoteIsWords)
	} else {
		p.uint(quoteIsWritten)
		p.word(e.Quote)
	}
	p.int(int64(e.Span.Start - p.at))
	p.int(int64(e.Span.Len() - len(e.Quote)))
	p.at = e.Span.Start
}

// wordsOf returns the words of the paragraph, or of its note, that the evidence points at.
func wordsOf(g *graph.Paragraph, e *graph.Evidence) (string, bool) {
	if g == nil {
		return "", false
	}
	text := g.Text
	if e.Note != "" {
		n := slices.IndexFunc(g.Notes, func(n graph.Note) bool { return n.Mark == e.Note })
		if n < 0 {
			return "", false
		}
		text = g.Notes[n].Text
	}
	if e.Words.Start < 0 || e.Words.End > len(text) || e.Words.Start > e.Words.End {
		return "", false
	}
	return text[e.Words.Start:e.Words.End], true
}
