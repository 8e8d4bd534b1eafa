package embedded

import (
	"fmt"

	"recital/graph"
)

// unpackDocument reads what pack wrote. Without texts (a nil slice) the texts, and the quotes that are words of them, are empty:
// enough for an image, which shows none.
func unpackDocument(facts, texts []byte) (*graph.Document, error) {
	u := &documentUnpacker{unpacker: unpack(facts), doc: &graph.Document{}, texts: string(texts), textless: texts == nil}
	return u.document()
}

// unpackOwn is unpackDocument without the stubs: the image has what all documents together say of them.
func unpackOwn(facts, texts []byte) (*graph.Document, error) {
	u := &documentUnpacker{unpacker: unpack(facts), doc: &graph.Document{}, texts: string(texts), stubless: true}
	return u.document()
}

func (u *documentUnpacker) document() (*graph.Document, error) {
	u.source()
	u.doc.Instrument = u.instrument()
	u.doc.Instrument.Held = true
	u.ids = append(u.ids, u.doc.Instrument.ID)
	u.paragraphs()
	u.mandates()
	u.mentions()
	u.stubs()
	u.links()
	if err := u.err(); err != nil {
		return nil, fmt.Errorf("document %q: %w", u.doc.Instrument.ID, err)
	}
	return u.doc, nil
}

type documentUnpacker struct {
	*unpacker
	doc      *graph.Document
	ids      []graph.ID // by number within the document
	owners   []int      // of mandates and mentions, in the order of ids: the number of their paragraph
	texts    string
	textless bool
	stubless bool
	at       int
}

func (u *documentUnpacker) source() {
	u.doc.Source = graph.Source{Name: u.word(), Format: u.word(), Digest: u.word(), Size: u.uint(), Quality: u.float()}
}

// unpackSymbol reads a symbol, which was one when it was written.
func unpackSymbol(u *unpacker) graph.Symbol {
	s := u.word()
	if s == "" {
		return graph.Symbol{}
	}
	symbol, err := graph.ParseSymbol(s)
	if err != nil {
		u.bad = true
	}
	return symbol
}

func (u *documentUnpacker) instrument() graph.Instrument {
	i := graph.Instrument{ID: graph.ID(u.word()), Symbol: unpackSymbol(u.unpacker)}
	for range u.count() {
		i.Aliases = append(i.Aliases, unpackSymbol(u.unpacker))
	}
	i.Names = unpackWords[string](u.unpacker)
	i.Kind = graph.InstrumentKind(u.word())
	i.Title = u.word()
	i.Date = u.date()
	i.Body = graph.Body(u.word())
	i.Session = u.word()
	i.Basis = graph.Basis(u.word())
	i.Procedure = u.word()
	i.Subjects = unpackWords[string](u.unpacker)
	return i
}

func (u *documentUnpacker) text() string {
	n := u.uint()
	if u.textless {
		return ""
	}
	if n > len(u.texts) {
		u.bad = true
		return ""
	}
	s := u.texts[:n]
	u.texts = u.texts[n:]
	return s
}

func (u *documentUnpacker) span() graph.Span {
	u.at += int(u.int())
	return graph.Span{Start: u.at, End: u.at + int(u.int())}
}

func (u *documentUnpacker) paragraphs() {
	u.doc.Paragraphs = make([]graph.Paragraph, u.count())
	for i := range u.doc.Paragraphs {
		g := &u.doc.Paragraphs[i]
		g.Place = graph.Place(u.word())
		g.ID = u.doc.Instrument.ID.At(string(g.Place))
		u.ids = append(u.ids, g.ID)
		g.Part = graph.Part(u.word())
		g.Order = i + 1
		g.Opening = u.word()
		g.Act = graph.Act(u.word())
		g.Text = u.text()
		g.Span = u.span()
		g.Date = u.doc.Instrument.Date
		for range u.count() {
			g.Notes = append(g.Notes, graph.Note{Mark: u.word(), Text: u.text(), Span: u.span(), At: u.uint()})
		}
	}
}

func (u *documentUnpacker) part() (graph.ID, *graph.Paragraph) {
	id := u.doc.Instrument.ID + graph.ID(u.word())
	u.ids = append(u.ids, id)
	n := u.uint()
	u.owners = append(u.owners, n)
	return id, u.paragraph(n)
}

// paragraph returns the paragraph with a number within the document, nil where there is none.
func (u *documentUnpacker) paragraph(n int) *graph.Paragraph {
	if n < 1 || n > len(u.doc.Paragraphs) {
		return nil
	}
	return &u.doc.Paragraphs[n-1]
}

func (u *documentUnpacker) mandates() {
	u.doc.Mandates = make([]graph.Mandate, u.count())
	for i := range u.doc.Mandates {
		m := &u.doc.Mandates[i]
		id, of := u.part()
		*m = graph.Mandate{
			ID: id, Order: u.int(), Act: graph.Act(u.word()), Addressee: graph.ID(u.word()), Product: u.word(),
			Forum: graph.Body(u.word()), Session: u.uint(), Due: u.word(), Months: u.uint(), Date: u.doc.Instrument.Date,
		}
		m.Evidence = u.evidence(of)
	}
}

func (u *documentUnpacker) mentions() {
	u.doc.Mentions = make([]graph.Mention, u.count())
	for i := range u.doc.Mentions {
		m := &u.doc.Mentions[i]
		id, of := u.part()
		*m = graph.Mention{
			ID: id, Order: u.int(), Status: graph.Status(u.word()), Act: graph.Act(u.word()), Reason: u.word(),
			Findings: u.findings(), Date: u.doc.Instrument.Date,
		}
		m.Evidence = u.evidence(of)
	}
}

func (u *documentUnpacker) stubs() {
	if u.stubless {
		u.skipStubs()
		return
	}
	u.doc.Stubs = make([]graph.Node, u.count())
	for i := range u.doc.Stubs {
		var n graph.Node
		switch u.uint() {
		case packedInstrument:
			stub := u.instrument()
			n = &stub
		case packedProvision:
			n = &graph.Provision{ID: graph.ID(u.word()), Label: u.word()}
		case packedRight:
			n = &graph.Right{ID: graph.ID(u.word()), Title: u.word(), Basis: unpackWords[graph.ID](u.unpacker)}
		default:
			n = &graph.Actor{ID: graph.ID(u.word()), Title: u.word(), Category: u.word()}
		}
		u.doc.Stubs[i] = n
		u.ids = append(u.ids, n.NodeID())
	}
}

// skipStubs reads the ids of stubs, which links name, and passes over the rest.
func (u *documentUnpacker) skipStubs() {
	for range u.count() {
		kind := u.uint()
		u.ids = append(u.ids, graph.ID(u.word()))
		switch kind {
		case packedInstrument:
			u.skipInstrument()
		case packedProvision:
			u.skip(1) // the label
		case packedRight:
			u.skip(1) // the title
			u.skip(u.count())
		default:
			u.skip(2) // the title and the category
		}
	}
}

// skipInstrument passes over what instrument reads after the id.
func (u *documentUnpacker) skipInstrument() {
	u.skip(1)
	u.skip(u.count()) // aliases
	u.skip(u.count()) // names
	u.skip(2)
	u.int() // the date
	u.skip(4)
	u.skip(u.count()) // subjects
}

// skip passes over so many words.
func (u *documentUnpacker) skip(words int) {
	for range words {
		u.uint()
	}
}

func (u *documentUnpacker) findings() []graph.Finding {
	var findings []graph.Finding
	for range u.count() {
		findings = append(findings, graph.Finding{Kind: graph.FindingKind(u.word()), Detail: u.word()})
	}
	return findings
}

// end reads the number of a link's end.
func (u *documentUnpacker) end() int {
	n := u.uint()
	if n >= len(u.ids) {
		u.bad = true
		return 0
	}
	return n
}

func (u *documentUnpacker) links() {
	types := graph.LinkTypes()
	u.doc.Links = make([]graph.Link, u.count())
	evidence := make([]graph.Evidence, 0, len(u.doc.Links))
	last := int64(0)
	for i := range u.doc.Links {
		l := &u.doc.Links[i]
		l.Type = types[min(u.uint(), len(types)-1)]
		from := u.end()
		l.From, l.To = u.ids[from], u.ids[u.end()]
		last += u.int()
		l.Order = last
		l.Act = graph.Act(u.word())
		l.Confidence = u.float()
		l.Role = graph.Role(u.word())
		l.Pinpoint = u.word()
		l.Claim = graph.Claim{Date: u.date(), Title: u.word()}
		l.Findings = u.findings()
		parts := u.uint()
		if parts&linkIsOwned != 0 {
			l.Owner, l.Date = u.doc.Instrument.ID, u.doc.Instrument.Date
		}
		if parts&linkHasEvidence != 0 {
			evidence = append(evidence, u.evidence(u.bearer(from)))
			l.Evidence = &evidence[len(evidence)-1]
		}
		if parts&linkHasAlternatives != 0 {
			l.Alternatives = u.alternatives()
		}
	}
}

func (u *documentUnpacker) alternatives() []graph.Alternative {
	var alternatives []graph.Alternative
	for range u.count() {
		alternatives = append(alternatives, graph.Alternative{Instrument: graph.ID(u.word()), Confidence: u.float()})
	}
	return alternatives
}

// bearer returns the paragraph that evidence of a link from a node stands in.
func (u *documentUnpacker) bearer(from int) *graph.Paragraph {
	if part := from - 1 - len(u.doc.Paragraphs); part >= 0 && part < len(u.owners) {
		return u.paragraph(u.owners[part])
	}
	return u.paragraph(from)
}

func (u *documentUnpacker) evidence(of *graph.Paragraph) graph.Evidence {
	e := graph.Evidence{Rule: u.word(), Note: u.word()}
	e.Words.Start = int(u.int())
	e.Words.End = e.Words.Start + int(u.int())
	length := e.Words.Len()
	if u.uint() == quoteIsWritten {
		e.Quote = u.word()
		length = len(e.Quote)
	} else if words, ok := wordsOf(of, &e); ok {
		e.Quote = words
	} else if !u.textless {
		u.bad = true
	}
	u.at += int(u.int())
	e.Span = graph.Span{Start: u.at, End: u.at + length + int(u.int())}
	return e
}
