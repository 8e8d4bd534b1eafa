package graph

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
)

// Revision is a fingerprint of what a graph says. That of a graph is the sum of its documents' fingerprints, so it does not depend on
// the order they came in and one replaced document changes it without reading the others. The zero value is that of the empty graph.
type Revision [16]byte

// Add returns r with document d's fingerprint put in or, where it was in, taken out: addition is exclusive or.
func (r Revision) Add(d Revision) Revision {
	for i := range r {
		r[i] ^= d[i]
	}
	return r
}

// String returns the revision in hexadecimal, 32 digits.
func (r Revision) String() string { return hex.EncodeToString(r[:]) }

// ParseRevision reads what String wrote.
func ParseRevision(s string) (Revision, error) {
	var r Revision
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(r) {
		return Revision{}, &SyntaxError{What: "revision", Input: s, Reason: "want 32 hexadecimal digits"}
	}
	copy(r[:], b)
	return r, nil
}

// Fingerprint returns the fingerprint of what the document says: nodes and links, but not its Source nor what a store fills in (the
// dates of paragraphs, mandates and mentions; counts). Documents that say the same have the same.
func (d *Document) Fingerprint() Revision {
	var e encoder
	e.instrument(&d.Instrument)
	e.count(len(d.Paragraphs))
	for i := range d.Paragraphs {
		e.paragraph(&d.Paragraphs[i])
	}
	e.count(len(d.Mandates))
	for i := range d.Mandates {
		e.mandate(&d.Mandates[i])
	}
	e.count(len(d.Mentions))
	for i := range d.Mentions {
		e.mention(&d.Mentions[i])
	}
	e.count(len(d.Stubs))
	for _, stub := range d.Stubs {
		e.node(stub)
	}
	e.count(len(d.Links))
	for i := range d.Links {
		e.link(&d.Links[i])
	}
	sum := sha256.Sum256(e.b)
	return Revision(sum[:len(Revision{})])
}

// encodeNode returns bytes that are equal for equal nodes alone, what a store fills in left out.
func encodeNode(n Node) []byte {
	var e encoder
	e.node(n)
	return e.b
}

// encoder writes values one after the other so that no two different rows of values give the same bytes.
type encoder struct{ b []byte }

func (e *encoder) count(n int)   { e.b = binary.AppendUvarint(e.b, uint64(n)) }
func (e *encoder) int(n int64)   { e.b = binary.AppendVarint(e.b, n) }
func (e *encoder) text(s string) { e.b = appendString(e.b, s) }
func (e *encoder) date(d Date)   { e.b = appendDate(e.b, d) }
func (e *encoder) span(s Span)   { e.int(int64(s.Start)); e.int(int64(s.End)) }

func (e *encoder) bool(v bool) {
	if v {
		e.b = append(e.b, 1)
	} else {
		e.b = append(e.b, 0)
	}
}

func (e *encoder) float(f float64) { e.b = binary.BigEndian.AppendUint64(e.b, math.Float64bits(f)) }

func encodeTexts[S ~string](e *encoder, texts []S) {
	e.count(len(texts))
	for _, s := range texts {
		e.text(string(s))
	}
}

func (e *encoder) node(n Node) {
	e.text(string(n.NodeKind()))
	switch n := n.(type) {
	case *Instrument:
		e.instrument(n)
	case *Paragraph:
		e.paragraph(n)
	case *Provision:
		e.text(string(n.ID))
		e.text(n.Label)
	case *Right:
		e.text(string(n.ID))
		e.text(n.Title)
		encodeTexts(e, n.Basis)
	case *Actor:
		e.text(string(n.ID))
		e.text(n.Title)
		e.text(n.Category)
	case *Mandate:
		e.mandate(n)
	case *Mention:
		e.mention(n)
	}
}

func (e *encoder) instrument(i *Instrument) {
	e.text(string(i.ID))
	e.text(i.Symbol.text)
	e.count(len(i.Aliases))
	for _, alias := range i.Aliases {
		e.text(alias.text)
	}
	encodeTexts(e, i.Names)
	e.text(string(i.Kind))
	e.text(i.Title)
	e.date(i.Date)
	e.text(string(i.Body))
	e.text(i.Session)
	e.text(string(i.Basis))
	e.bool(i.Held)
	e.text(i.Procedure)
	encodeTexts(e, i.Subjects)
}

func (e *encoder) paragraph(p *Paragraph) {
	e.text(string(p.ID))
	e.text(string(p.Place))
	e.text(string(p.Part))
	e.int(int64(p.Order))
	e.text(p.Opening)
	e.text(string(p.Act))
	e.text(p.Text)
	e.count(len(p.Notes))
	for i := range p.Notes {
		n := &p.Notes[i]
		e.text(n.Mark)
		e.text(n.Text)
		e.span(n.Span)
		e.int(int64(n.At))
	}
	e.span(p.Span)
}

func (e *encoder) mandate(m *Mandate) {
	e.text(string(m.ID))
	e.int(m.Order)
	e.text(string(m.Act))
	e.text(string(m.Addressee))
	e.text(m.Product)
	e.text(string(m.Forum))
	e.int(int64(m.Session))
	e.text(m.Due)
	e.int(int64(m.Months))
	e.evidence(&m.Evidence)
}

func (e *encoder) mention(m *Mention) {
	e.text(string(m.ID))
	e.int(m.Order)
	e.text(string(m.Status))
	e.text(string(m.Act))
	e.text(m.Reason)
	e.evidence(&m.Evidence)
	e.findings(m.Findings)
}

func (e *encoder) link(l *Link) {
	e.text(string(l.Type))
	e.text(string(l.From))
	e.text(string(l.To))
	e.text(string(l.Owner))
	e.int(l.Order)
	e.date(l.Date)
	e.text(string(l.Act))
	e.evidence(l.Evidence)
	e.float(l.Confidence)
	e.text(l.Pinpoint)
	e.date(l.Claim.Date)
	e.text(l.Claim.Title)
	e.text(string(l.Role))
	e.int(int64(l.Count))
	encodeTexts(e, l.Acts)
	e.text(string(l.Paragraph))
	e.findings(l.Findings)
	e.count(len(l.Alternatives))
	for _, a := range l.Alternatives {
		e.text(string(a.Instrument))
		e.float(a.Confidence)
	}
}

func (e *encoder) evidence(v *Evidence) {
	e.bool(v != nil)
	if v == nil {
		return
	}
	e.text(v.Quote)
	e.span(v.Span)
	e.span(v.Words)
	e.text(v.Note)
	e.text(v.Rule)
}

func (e *encoder) findings(findings []Finding) {
	e.count(len(findings))
	for _, f := range findings {
		e.text(string(f.Kind))
		e.text(f.Detail)
	}
}
