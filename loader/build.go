package loader

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"recital/graph"
	"recital/loader/catalog"
	"recital/loader/extract"
	"recital/loader/parse"
	"recital/loader/source"
)

// head turns what the heading says into the instrument that the document is.
func (l *Loader) head(from graph.Source, h parse.Head) graph.Instrument {
	instrument := graph.Instrument{
		Symbol: h.Symbol, Aliases: h.Aliases, Kind: h.Kind, Title: h.Title, Date: h.Date, Body: h.Body, Session: h.Session,
		Basis: graph.FromText, Held: true, Procedure: h.Procedure, Subjects: h.Subjects,
	}
	instrument.Aliases = slices.Concat(h.Aliases, h.Drafts, h.Symbol.Parts())
	slices.SortFunc(instrument.Aliases, graph.Symbol.Compare)
	instrument.Aliases = slices.DeleteFunc(slices.Compact(instrument.Aliases), func(s graph.Symbol) bool { return s == h.Symbol || s.IsZero() })
	if h.Symbol.IsZero() {
		instrument.ID = textID(from.Name)
		return instrument
	}
	instrument.ID = l.catalogue.IDFor(h.Symbol)
	if known, ok := l.catalogue.Instrument(instrument.ID); ok {
		instrument.Names = known.Names
	}
	if known, ok := l.catalogue.Known(h.Symbol); ok {
		if instrument.Date.IsZero() {
			instrument.Date = known.Date
		}
		instrument.Title = cmp.Or(instrument.Title, known.Title)
	}
	if instrument.Body == "" {
		instrument.Body = h.Symbol.Body()
	}
	if instrument.Session == "" {
		instrument.Session = h.Symbol.Session()
	}
	if instrument.Kind == "" {
		instrument.Kind = h.Symbol.Kind()
	}
	return instrument
}

// textID names a text that has no symbol after its file: "text:ECNL-commentary".
func textID(name string) graph.ID {
	base := path.Base(strings.ReplaceAll(name, "!", "/"))
	base = strings.TrimSuffix(base, path.Ext(base))
	words := strings.FieldsFunc(base, func(r rune) bool { return r == '#' || r == '!' || r == ' ' || r == '/' })
	return graph.ID("text:" + strings.Join(words, "-"))
}

// builder gathers the parts of one document.
type builder struct {
	catalogue *catalog.Catalog
	raw       string
	parsed    parse.Document
	document  *graph.Document
	stubs     map[graph.ID]graph.Node
	mandates  map[graph.ID]int // how many of them each paragraph has
	mentions  map[graph.ID]int
	links     []graph.Link // not sorted yet
	inOrder   []*graph.Link
}

// newBuilder returns a builder with the buffers of one that is done.
func (l *Loader) newBuilder() *builder {
	if b, ok := l.builders.Get().(*builder); ok {
		return b
	}
	return &builder{
		catalogue: l.catalogue, stubs: make(map[graph.ID]graph.Node), mandates: make(map[graph.ID]int), mentions: make(map[graph.ID]int),
	}
}

// maxSpare bounds the links that a builder keeps room for: few documents have more.
const maxSpare = 1 << 14

// free keeps a builder's buffers for the next document, but nothing that leads to this one.
func (l *Loader) free(b *builder) {
	clear(b.links)
	clear(b.inOrder)
	clear(b.stubs)
	clear(b.mandates)
	clear(b.mentions)
	b.raw, b.parsed, b.document = "", parse.Document{}, nil
	if b.links, b.inOrder = b.links[:0], b.inOrder[:0]; cap(b.links) <= maxSpare {
		l.builders.Put(b)
	}
}

// build puts the graph of one document together from what was found in it. It needs the document and the catalogue alone.
func (l *Loader) build(head graph.Instrument, read source.Document, parsed parse.Document, found extract.Result) *graph.Document {
	b := l.newBuilder()
	defer l.free(b)
	b.raw, b.parsed = read.Raw.Text, parsed
	b.document = &graph.Document{Instrument: head, Source: read.Source}
	b.document.Source.Quality = parsed.Quality
	b.paragraphs(found.Openings)
	b.adoption(&b.document.Instrument, head.ID)
	for i := range found.Citations {
		b.citation(&found.Citations[i])
	}
	for _, naming := range found.Rights {
		b.naming(naming)
	}
	for _, naming := range found.Actors {
		b.naming(naming)
	}
	for _, mandate := range found.Mandates {
		b.mandate(mandate)
	}
	return b.finish()
}

func (b *builder) paragraphs(openings []extract.Opening) {
	owner := b.document.Instrument.ID
	b.document.Paragraphs = slices.Grow(b.document.Paragraphs, len(b.parsed.Paragraphs))
	for i := range b.parsed.Paragraphs {
		p := b.parsed.Paragraphs[i].Paragraph
		p.ID = owner.At(string(p.Place))
		p.Order = i + 1
		p.Opening, p.Act = openings[i].Words, openings[i].Act
		p.Date = b.document.Instrument.Date
		b.document.Paragraphs = append(b.document.Paragraphs, p)
		b.link(graph.Link{Type: graph.PartOf, From: p.ID, To: owner, Order: int64(p.Order) << placeBits})
	}
}

// placeBits is the room for the place of words within a paragraph in a link's Order, noteBits that for a note's.
const (
	placeBits = 32
	noteBits  = 24
)

// paragraph returns the paragraph that words stand in.
func (b *builder) paragraph(w extract.Where) *graph.Paragraph {
	return &b.document.Paragraphs[w.Paragraph]
}

// order returns the place of words in the reading order; those of a note come after the paragraph that bears its mark.
func (b *builder) order(w extract.Where) int64 {
	order := int64(b.paragraph(w).Order) << placeBits
	if w.Note >= 0 {
		order += int64(w.Note+1) << noteBits
	}
	return order + int64(w.Words.Start)
}

// evidence leads from words in a paragraph or note back to the raw text. Where page furniture, a footnote or the line of another column stands
// between the words, the evidence is their core alone, and where it stands within the core, the longest part of that, so that the quote holds
// nothing of the page.
func (b *builder) evidence(w extract.Where, core graph.Span, rule string) *graph.Evidence {
	p := b.parsed.Paragraphs[w.Paragraph]
	way, note := p.Map, ""
	if w.Note >= 0 {
		way, note = p.NoteMaps[w.Note], p.Notes[w.Note].Mark
	}
	words := w.Words
	if core.Len() > 0 && b.broken(way, words) {
		words = core
		if b.broken(way, core) {
			words = way.Longest(b.raw, core)
		}
	}
	span := way.Raw(words)
	return &graph.Evidence{Quote: b.raw[span.Start:span.End], Span: span, Words: words, Note: note, Rule: rule}
}

// broken reports whether a page or paragraph ends within the words, or other words stand between them.
func (b *builder) broken(way parse.Map, words graph.Span) bool {
	span := way.Raw(words)
	raw := b.raw[span.Start:span.End]
	return strings.ContainsAny(raw, "\f") || strings.Contains(raw, "\n\n") || way.Longest(b.raw, words) != words
}

func (b *builder) citation(c *extract.Citation) {
	if c.Status != graph.Resolved {
		b.mention(c)
		return
	}
	b.instrument(c.Target, c.Symbol, c.Kind)
	link := graph.Link{
		Type: graph.Cites, From: b.paragraph(c.Where).ID, To: c.Target, Order: b.order(c.Where), Act: c.Act,
		Evidence: b.evidence(c.Where, c.Core, c.Rule), Confidence: c.Confidence, Pinpoint: c.Pinpoint, Claim: c.Claim,
	}
	link.Findings = slices.Concat(c.Findings, b.linked(c, link.Evidence.Span))
	for _, other := range c.Candidates {
		link.Alternatives = append(link.Alternatives, graph.Alternative{Instrument: other.Target, Confidence: other.Confidence})
	}
	b.link(link)
	for _, place := range c.Provisions {
		provision := c.Target.At(place)
		b.provision(provision, c.Target, place)
		pin := link
		pin.Type, pin.To, pin.Claim, pin.Findings = graph.Pinpoints, provision, graph.Claim{}, nil
		pin.Confidence, pin.Alternatives = 0, nil
		b.link(pin)
	}
}

// mention keeps a citation that is not sure, with its candidates.
func (b *builder) mention(c *extract.Citation) {
	paragraph := b.paragraph(c.Where).ID
	b.mentions[paragraph]++
	id := paragraph.Part("mention", b.mentions[paragraph])
	evidence := b.evidence(c.Where, c.Core, c.Rule)
	b.document.Mentions = append(b.document.Mentions, graph.Mention{
		ID: id, Status: c.Status, Act: c.Act, Reason: c.Reason, Evidence: *evidence, Findings: c.Findings,
		Order: b.order(c.Where), Date: b.document.Instrument.Date,
	})
	b.link(graph.Link{Type: graph.PartOf, From: id, To: paragraph, Order: b.order(c.Where)})
	for _, candidate := range c.Candidates {
		b.instrument(candidate.Target, candidate.Symbol, candidate.Kind)
		b.link(graph.Link{
			Type: graph.MayMean, From: id, To: candidate.Target, Order: b.order(c.Where), Evidence: evidence,
			Confidence: candidate.Confidence, Act: c.Act,
		})
	}
}

func (b *builder) naming(n extract.Naming) {
	b.known(n.ID)
	b.link(graph.Link{
		Type: graph.Names, From: b.paragraph(n.Where).ID, To: n.ID, Order: b.order(n.Where), Act: n.Act, Role: n.Role,
		Evidence: b.evidence(n.Where, graph.Span{}, n.Rule),
	})
}

func (b *builder) mandate(m extract.Mandate) {
	paragraph := b.paragraph(m.Where).ID
	b.mandates[paragraph]++
	id := paragraph.Part("mandate", b.mandates[paragraph])
	b.document.Mandates = append(b.document.Mandates, graph.Mandate{
		ID: id, Act: m.Act, Addressee: m.Addressee, Product: m.Product, Forum: m.Forum, Session: m.Session, Due: m.Due,
		Months: m.Months, Evidence: *b.evidence(m.Where, graph.Span{}, m.Rule), Order: b.order(m.Where),
		Date: b.document.Instrument.Date,
	})
	b.link(graph.Link{Type: graph.PartOf, From: id, To: paragraph, Order: b.order(m.Where)})
	if m.Addressee != "" {
		b.known(m.Addressee)
		b.link(graph.Link{Type: graph.Addresses, From: id, To: m.Addressee, Order: b.order(m.Where), Act: m.Act})
	}
}

// finish sorts what was gathered: the same document gives the same bytes.
func (b *builder) finish() *graph.Document {
	d := b.document
	d.Stubs = slices.Grow(d.Stubs, len(b.stubs))
	for id := range b.stubs {
		d.Stubs = append(d.Stubs, b.stubs[id])
	}
	slices.SortFunc(d.Stubs, func(x, y graph.Node) int { return cmp.Compare(x.NodeID(), y.NodeID()) })
	d.Links = b.sorted()
	return d
}

// sorted returns the links in the order of a document, alike ones once. Links are large: it sorts pointers and moves each link once.
func (b *builder) sorted() []graph.Link {
	b.inOrder = slices.Grow(b.inOrder, len(b.links))
	for i := range b.links {
		b.inOrder = append(b.inOrder, &b.links[i])
	}
	slices.SortStableFunc(b.inOrder, (*graph.Link).Compare)
	order := slices.CompactFunc(b.inOrder, func(x, y *graph.Link) bool { return x.Compare(y) == 0 })
	sorted := make([]graph.Link, len(order))
	for i, l := range order {
		sorted[i] = *l
	}
	return sorted
}
