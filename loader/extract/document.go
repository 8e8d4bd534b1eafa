package extract

import (
	"recital/graph"
	"recital/loader/catalog"
)

// document is what is known while one document is read: who speaks, what was named.
type document struct {
	x       *citer
	in      Input
	speaker int // index of the speaker's body; -1 where it is not known
	own     map[graph.Symbol]bool
	scan    scan
	found   []Citation
	// lastNamed counts, for each body, how often its full name was read.
	lastNamed []int
}

func newDocument(x *citer, in Input) *document {
	d := &document{x: x, in: in, speaker: -1, own: map[graph.Symbol]bool{}, lastNamed: make([]int, len(x.catalogue.Bodies()))}
	for at := range x.catalogue.Bodies() {
		if x.catalogue.Bodies()[at].ID == in.Instrument.Body {
			d.speaker = at
		}
	}
	if !in.Instrument.Symbol.IsZero() {
		d.own[in.Instrument.Symbol] = true
	}
	for _, alias := range in.Instrument.Aliases {
		d.own[alias] = true
	}
	return d
}

// read finds the citations of one unit.
func (d *document) read(u unit) {
	d.scan.reset(d.x, u.text)
	d.scan.run()
	d.share()
	for _, p := range d.scan.places {
		if !p.short {
			d.lastNamed[p.bodies[0]]++
		}
	}
	for i := range d.scan.mentions {
		m := &d.scan.mentions[i]
		switch m.kind {
		case numbered:
			d.numbered(u, m)
		case symbolled:
			d.symbolled(u, m)
		case named:
			d.named(u, m)
		}
	}
}

// share gives the members of a list the date that is printed once for them: "5/1 and 5/2 of 18 June 2007", "both of 20 December 2005".
func (d *document) share() {
	ms := d.scan.mentions
	for i := len(ms) - 2; i >= 0; i-- {
		a, b := &ms[i], &ms[i+1]
		if a.kind == numbered && b.kind == numbered && a.date.IsZero() && !b.date.IsZero() && b.strict {
			a.date, a.shared = b.date, true
		}
	}
}

// span returns the bytes of words [from, to).
func (d *document) span(from, to int) graph.Span {
	return graph.Span{Start: int(d.scan.words[from].start), End: int(d.scan.words[to-1].end)}
}

// where places a mention: its words with the word "resolution" before and the date after where they belong to it alone.
func (d *document) where(u unit, m *mention) Where {
	from, to := m.from, m.to
	if m.head >= 0 {
		h := &d.scan.heads[m.head]
		if !h.plural && h.at+1 == m.from {
			from = h.at
		}
	}
	if !m.own && m.kind == numbered {
		to = m.number.to
	}
	return Where{Paragraph: u.paragraph, Note: u.note, Words: d.span(from, to)}
}

func (d *document) numbered(u unit, m *mention) {
	targets := d.decide(m)
	if targets.skip {
		return
	}
	c := Citation{Where: d.where(u, m), Core: d.span(m.number.from, m.number.to), Claim: graph.Claim{Date: m.date}}
	c.Kind, c.Rule, c.Confidence = targets.kind, targets.rule, targets.confidence
	c.Status = graph.Resolved
	if len(targets.candidates) > 1 {
		c.Status, c.Candidates, c.Reason = graph.Ambiguous, targets.candidates, "the adopting body is not sure"
		d.found = append(d.found, c)
		return
	}
	if len(targets.symbols) == 0 {
		c.Status, c.Reason = graph.Open, "the body's numbers have no symbols that we know"
		d.found = append(d.found, c)
		return
	}
	for _, symbol := range targets.symbols {
		d.add(c, symbol)
	}
}

// add keeps a citation of a symbol, but none of the document itself.
func (d *document) add(c Citation, symbol string) {
	c.Symbol, c.Target = graph.Symbol{}, graph.ID(symbol)
	if parsed, err := graph.ParseSymbol(symbol); err == nil {
		c.Symbol, c.Target = parsed, d.x.catalogue.IDFor(parsed)
	}
	if d.own[c.Symbol] && !c.Symbol.IsZero() {
		return
	}
	d.found = append(d.found, c)
}

func (d *document) symbolled(u unit, m *mention) {
	if d.own[m.symbol] {
		return
	}
	c := Citation{
		Where: d.where(u, m), Status: graph.Resolved, Confidence: 0.999, Rule: "symbol", Kind: kindOf(m.symbol.String()), Claim: graph.Claim{Date: m.date},
	}
	c.Core = c.Words
	if n := len(d.found); n > 0 {
		last := &d.found[n-1]
		if last.Paragraph == c.Paragraph && last.Note == c.Note && last.Symbol == m.symbol && c.Words.Start-last.Words.End <= 3 {
			last.Words.End = c.Words.End // "resolution 48/13 (A/HRC/RES/48/13)" is one mention
			return
		}
	}
	d.add(c, m.symbol.String())
	for _, symbol := range m.extra {
		d.add(c, symbol.String())
	}
}

func (d *document) named(u unit, m *mention) {
	words := d.span(m.from, m.to)
	for _, at := range d.x.aliases[m.alias] {
		entry := &d.x.catalogue.Instruments()[at]
		if d.in.Instrument.ID == entry.ID || d.own[entry.Symbol] && entry.Primary {
			continue
		}
		d.found = append(d.found, Citation{
			Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Target: entry.ID, Symbol: ownSymbol(entry), Kind: entry.Kind,
			Status: graph.Resolved, Confidence: 0.99, Rule: "name",
		})
	}
}

// ownSymbol is the symbol of a text that is cited by its name: that of the text alone. A treaty annexed to a resolution is not the
// resolution: its name does not cite 44/25.
func ownSymbol(entry *catalog.Entry) graph.Symbol {
	if kindOf(entry.Symbol.String()) == graph.Resolution {
		return graph.Symbol{}
	}
	return entry.Symbol
}
