package embedded

import (
	"fmt"
	"strings"

	"recital/graph"
)

// unpackDocument reads what pack wrote. Without texts (nil) the texts, and the quotes that are words of them, are empty:
// enough for an image, which shows none.
func unpackDocument(facts string, texts *string) (*graph.Document, error) {
	u := newDocumentUnpacker(unpackCopy(facts), texts)
	return u.document()
}

// unpackOwn is unpackDocument without the stubs: the image has what all documents together say of them.
func unpackOwn(facts, texts string) (*graph.Document, error) {
	u := newDocumentUnpacker(unpack(facts), &texts)
	u.stubless = true
	return u.document()
}

func newDocumentUnpacker(words unpacker, texts *string) documentUnpacker {
	u := documentUnpacker{unpacker: words, textless: texts == nil}
	if texts != nil {
		u.texts = *texts
	}
	return u
}

func (u *documentUnpacker) document() (*graph.Document, error) {
	doc := &graph.Document{Source: u.source(), Instrument: u.instrument()}
	doc.Instrument.Held = true
	u.of, u.day = doc.Instrument.ID, doc.Instrument.Date
	u.readParagraphs()
	doc.Paragraphs = u.paragraphs
	doc.Mandates = make([]graph.Mandate, u.count())
	for i := range doc.Mandates {
		doc.Mandates[i] = u.mandate()
	}
	doc.Mentions = make([]graph.Mention, u.count())
	for i := range doc.Mentions {
		doc.Mentions[i] = u.mention()
	}
	doc.Stubs = u.stubs()
	doc.Links = make([]graph.Link, u.count())
	evidence := make(evidenceRoom, 0, len(doc.Links))
	for i := range doc.Links {
		u.link(&doc.Links[i], &evidence)
	}
	return doc, u.fault()
}

func (u *documentUnpacker) fault() error {
	if err := u.err(); err != nil {
		return fmt.Errorf("document %q: %w", u.of, err)
	}
	return nil
}

// documentUnpacker reads a packed document. A copy reads on from where the other stands.
type documentUnpacker struct {
	unpacker
	of         graph.ID   // the document's instrument
	day        graph.Date // of the instrument
	paragraphs []graph.Paragraph
	ids        []graph.ID // by number within the document
	owners     []int      // of mandates and mentions, in the order of ids: the number of their paragraph
	texts      string
	textless   bool
	stubless   bool
	at         int
	last       int64       // the order of the last link
	held       *heldReader // answers for paragraphs and ids where the document is outlined
}

func (u *documentUnpacker) source() graph.Source {
	return graph.Source{Name: u.word(), Format: u.word(), Digest: u.word(), Size: u.uint(), Quality: u.float()}
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
	i := graph.Instrument{ID: graph.ID(u.word()), Symbol: unpackSymbol(&u.unpacker)}
	for range u.count() {
		i.Aliases = append(i.Aliases, unpackSymbol(&u.unpacker))
	}
	i.Names = unpackWords[string](&u.unpacker)
	i.Kind = graph.InstrumentKind(u.word())
	i.Title = u.word()
	i.Date = u.date()
	i.Body = graph.Body(u.word())
	i.Session = u.word()
	i.Basis = graph.Basis(u.word())
	i.Procedure = u.word()
	i.Subjects = unpackWords[string](&u.unpacker)
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

func (u *documentUnpacker) readParagraphs() {
	u.paragraphs = make([]graph.Paragraph, u.count())
	for i := range u.paragraphs {
		u.readParagraph(&u.paragraphs[i], i)
	}
	u.nameParagraphs()
}

// readParagraph reads the i-th paragraph, but for its id.
func (u *documentUnpacker) readParagraph(g *graph.Paragraph, i int) {
	g.Place = graph.Place(u.word())
	g.Part = graph.Part(u.word())
	g.Order = i + 1
	g.Opening = u.word()
	g.Act = graph.Act(u.word())
	g.Text = u.text()
	g.Span = u.span()
	g.Date = u.day
	for range u.count() {
		g.Notes = append(g.Notes, graph.Note{Mark: u.word(), Text: u.text(), Span: u.span(), At: u.uint()})
	}
}

// nameParagraphs gives the paragraphs their ids: parts of one string.
func (u *documentUnpacker) nameParagraphs() {
	prefix, length := string(u.of.At("")), 0
	for i := range u.paragraphs {
		length += len(prefix) + len(u.paragraphs[i].Place)
	}
	var all strings.Builder
	all.Grow(length)
	u.ids = append(make([]graph.ID, 0, 1+numbersEach*len(u.paragraphs)), u.of)
	for i := range u.paragraphs {
		from := all.Len()
		all.WriteString(prefix)
		all.WriteString(string(u.paragraphs[i].Place))
		u.paragraphs[i].ID = graph.ID(all.String()[from:])
		u.ids = append(u.ids, u.paragraphs[i].ID)
	}
}

// numbersEach is how many numbers a document has for each paragraph, mostly: its own, and that of something cited.
const numbersEach = 3

func (u *documentUnpacker) part() (graph.ID, *graph.Paragraph) {
	id := u.of + graph.ID(u.word())
	u.ids = append(u.ids, id)
	n := u.uint()
	u.owners = append(u.owners, n)
	return id, u.paragraph(n)
}

// paragraph returns the paragraph with a number within the document, nil where there is none.
func (u *documentUnpacker) paragraph(n int) *graph.Paragraph {
	if u.held != nil {
		return u.held.paragraph(n)
	}
	if n < 1 || n > len(u.paragraphs) {
		return nil
	}
	return &u.paragraphs[n-1]
}

func (u *documentUnpacker) mandate() graph.Mandate {
	id, of := u.part()
	m := graph.Mandate{
		ID: id, Order: u.int(), Act: graph.Act(u.word()), Addressee: graph.ID(u.word()), Product: u.word(),
		Forum: graph.Body(u.word()), Session: u.uint(), Due: u.word(), Months: u.uint(), Date: u.day,
	}
	m.Evidence = u.evidence(of)
	return m
}

func (u *documentUnpacker) mention() graph.Mention {
	id, of := u.part()
	m := graph.Mention{
		ID: id, Order: u.int(), Status: graph.Status(u.word()), Act: graph.Act(u.word()), Reason: u.word(),
		Findings: u.findings(), Date: u.day,
	}
	m.Evidence = u.evidence(of)
	return m
}

func (u *documentUnpacker) stubs() []graph.Node {
	if u.stubless {
		for _, word := range u.skipStubs() {
			u.ids = append(u.ids, graph.ID(u.wordAt(int(word))))
		}
		return nil
	}
	stubs := make([]graph.Node, u.count())
	for i := range stubs {
		var n graph.Node
		switch u.uint() {
		case packedInstrument:
			stub := u.instrument()
			n = &stub
		case packedProvision:
			n = &graph.Provision{ID: graph.ID(u.word()), Label: u.word()}
		case packedRight:
			n = &graph.Right{ID: graph.ID(u.word()), Title: u.word(), Basis: unpackWords[graph.ID](&u.unpacker)}
		default:
			n = &graph.Actor{ID: graph.ID(u.word()), Title: u.word(), Category: u.word()}
		}
		stubs[i] = n
		u.ids = append(u.ids, n.NodeID())
	}
	return stubs
}

func (u *documentUnpacker) findings() []graph.Finding {
	var findings []graph.Finding
	for range u.count() {
		findings = append(findings, graph.Finding{Kind: graph.FindingKind(u.word()), Detail: u.word()})
	}
	return findings
}

// end reads the number of a link's end.
func (u *documentUnpacker) end() (number int, id graph.ID) {
	n := u.uint()
	switch {
	case u.held != nil:
		id = u.held.id(n)
	case n < len(u.ids):
		id = u.ids[n]
	}
	if id == "" {
		u.bad = true
	}
	return n, id
}

// evidenceRoom is room for the evidence of links that are read together.
type evidenceRoom []graph.Evidence

// next returns the place of one more.
func (r *evidenceRoom) next() *graph.Evidence {
	if len(*r) == cap(*r) {
		*r = make([]graph.Evidence, 0, evidenceTogether) // what was handed out stays where it is
	}
	*r = (*r)[:len(*r)+1]
	return &(*r)[len(*r)-1]
}

// evidenceTogether is as many as a page has by default.
const evidenceTogether = graph.DefaultPage

// packedKinds are indices into linkTypes by the number that a type is packed as.
var packedKinds = func() (kinds []uint8) {
	for _, t := range graph.LinkTypes() {
		kinds = append(kinds, linkTypeIndex(t))
	}
	return kinds
}()

// kind reads a link's index into linkTypes.
func (u *documentUnpacker) kind() uint8 { return packedKinds[min(u.uint(), len(packedKinds)-1)] }

// link reads the next link, its evidence into the room.
func (u *documentUnpacker) link(l *graph.Link, evidence *evidenceRoom) {
	l.Type = linkTypes[u.kind()]
	var from int
	from, l.From = u.end()
	_, l.To = u.end()
	u.last += u.int()
	l.Order = u.last
	l.Act = graph.Act(u.word())
	l.Confidence = u.float()
	l.Role = graph.Role(u.word())
	l.Pinpoint = u.word()
	l.Claim = graph.Claim{Date: u.date(), Title: u.word()}
	l.Findings = u.findings()
	parts := u.uint()
	if parts&linkIsOwned != 0 {
		l.Owner, l.Date = u.of, u.day
	}
	if parts&linkHasEvidence != 0 {
		l.Evidence = evidence.next()
		*l.Evidence = u.evidence(u.bearer(from))
	}
	if parts&linkHasAlternatives != 0 {
		l.Alternatives = u.alternatives()
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
	if u.held != nil {
		return u.held.paragraph(u.held.bearer(from))
	}
	if part := from - 1 - len(u.paragraphs); part >= 0 && part < len(u.owners) {
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
