package extract

import (
	"slices"
	"strings"
	"time"

	"recital/graph"
	"recital/loader/catalog"
)

// document is what is known while one document is read: who speaks, what was named.
type document struct {
	x       *citer
	in      Input
	speaker int            // index of the speaker's body; -1 where it is not known
	own     []graph.Symbol // its symbols
	scan    scan
	found   []Citation
	// lastNamed counts, for each body, how often its full name was read.
	lastNamed []int
	recent    []recent
	titled    []int // entries that the document's title names
	self      own
	sure      map[numberKey]*catalog.Body
	noteTexts []noteText
	ahead     mention          // targets whose Goals are named next
	called    map[kindWord]int // what a short name in brackets was said to mean
	units     int              // how many units were read
	lists     []list
	report    *catalog.Body // whose report the unit has named
	offset    int           // of the stretch that is read in its text
	lastNote  noted
	words     []word // buffer of the notes' words
}

// noted is what a note cited last, and before that.
type noted struct {
	id     graph.ID
	kind   graph.InstrumentKind
	symbol graph.Symbol
	others []Candidate // what else it cited, as it stands there
}

func newDocument(x *citer, in Input) *document {
	d := &document{x: x, in: in, speaker: -1, lastNamed: make([]int, len(x.catalogue.Bodies()))}
	for at := range x.catalogue.Bodies() {
		if x.catalogue.Bodies()[at].ID == in.Instrument.Body {
			d.speaker = at
		}
	}
	if in.Instrument.Kind == graph.OtherDocument {
		// The day that a report or rules of procedure name somewhere bounds nothing; the year of their symbol does.
		d.in.Instrument.Date = graph.Date{}
		if year := in.Instrument.Symbol.Year(); year > 0 {
			d.in.Instrument.Date = graph.Date{Year: year, Month: time.December, Day: 31}
		}
	}
	d.titled = x.namesIn(in.Instrument.Title)
	d.self.title = x.ownNouns(in.Instrument.Title, d.titled)
	if !in.Instrument.Symbol.IsZero() {
		d.own = append(d.own, in.Instrument.Symbol)
	}
	d.own = append(d.own, in.Instrument.Aliases...)
	d.ownEntries()
	return d
}

// read finds the citations of one unit.
func (d *document) read(u unit, words []word) {
	d.units++
	d.report = nil
	d.forget()
	d.scan.reset(d.x, u.text, words)
	d.scan.run()
	d.share()
	d.places()
	first, titleEnd := len(d.found), 0
	for i := range d.scan.mentions {
		m := &d.scan.mentions[i]
		switch m.kind {
		case numbered:
			titleEnd = d.numbered(u, m, i)
		case symbolled:
			d.symbolled(u, m)
			if b, ok := d.x.catalogue.ReportOf(m.symbol); ok && d.report == nil {
				d.report = b
			}
		case named:
			if m.from < titleEnd {
				d.remember(m)
				continue
			}
			d.named(u, m)
		case backward:
			switch {
			case m.back == backOpinion:
				titleEnd = max(titleEnd, d.opinion(u, m))
			case m.back == backOpCit:
				d.opCit(u, m, first)
			case m.from >= titleEnd || m.back == backSeries:
				d.backward(u, m, i)
			}
		}
	}
	if u.note >= 0 {
		d.lastNote = d.notedFrom(first)
		d.keepNote(u.text)
	}
}

// notedFrom returns what a note has cited last, of the citations from the first on: nothing where it cites nothing, since "Ibid." in the next note
// means what this one speaks of. A document named with its addenda is the document.
func (d *document) notedFrom(first int) noted {
	at := len(d.found) - 1
	if at < first {
		return noted{}
	}
	for i := first; i < at; i++ {
		if strings.HasPrefix(d.found[at].Symbol.String(), d.found[i].Symbol.String()+"/") {
			at = i
		}
	}
	if d.found[at].Rule == "ibid" && d.found[at].Target == "" {
		return d.lastNote // a chain of "Ibid." speaks of the same
	}
	last := noted{id: d.found[at].Target, kind: d.found[at].Kind, symbol: d.found[at].Symbol}
	for _, c := range d.found[first:at] {
		if c.Target != "" && c.Target != last.id && !slices.ContainsFunc(last.others, func(o Candidate) bool { return o.Target == c.Target }) && len(last.others) < maxBodiesBack {
			last.others = append(last.others, Candidate{Target: c.Target, Symbol: c.Symbol, Kind: c.Kind})
		}
	}
	return last
}

// places counts the bodies that the unit names; a conference of the parties names its convention too.
func (d *document) places() {
	for _, p := range d.scan.places {
		if p.short {
			continue
		}
		d.lastNamed[p.bodies[0]]++
		for i := p.from + 1; i < p.to; i++ {
			if alias, end := d.x.names.longest(d.scan.text, d.scan.words, i); end > i {
				d.remember(&mention{alias: alias, from: i})
				break
			}
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
	return graph.Span{Start: d.offset + int(d.scan.words[from].start), End: d.offset + int(d.scan.words[to-1].end)}
}

// maxRecent bounds how many named instruments are remembered for short names.
const maxRecent = 256

// forget drops the oldest of what was named.
func (d *document) forget() {
	if len(d.recent) > maxRecent {
		d.recent = append(d.recent[:0], d.recent[len(d.recent)-maxRecent/2:]...)
	}
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

// numbered resolves a number, and returns where the title that follows it ends.
func (d *document) numbered(u unit, m *mention, i int) int {
	targets := d.decide(m)
	if targets.skip {
		return 0
	}
	c := Citation{Where: d.where(u, m), Core: d.span(m.number.from, m.number.to), Claim: graph.Claim{Date: m.date}, Status: graph.Resolved}
	c.Kind, c.Rule, c.Confidence = targets.kind, targets.rule, targets.confidence
	c.Reason, c.Candidates = targets.reason, targets.candidates
	from, end := d.title(m, i)
	if end > from {
		c.Claim.Title = d.scan.text[d.scan.words[from].start:d.scan.words[end-1].end]
	}
	d.pinpoint(m, &c)
	switch {
	case len(targets.symbols) == 0 && len(targets.candidates) > 1:
		c.Status = graph.Ambiguous
		d.found = append(d.found, c)
	case len(targets.symbols) == 0:
		c.Status = graph.Open
		if c.Reason == "" {
			c.Reason = "the body's numbers have no symbols that we know"
		}
		d.found = append(d.found, c)
	}
	for _, symbol := range targets.symbols {
		t := d.target(symbol)
		one := c.at(t, symbol)
		one.Findings = targets.findings
		d.check(&one, t, m.own)
		if one.Symbol.IsZero() || !slices.Contains(d.own, one.Symbol) || d.speaksOfItself(u, m) {
			d.found = append(d.found, one)
		}
		d.listed(u, m, targets.kind, one.Target)
	}
	return end
}

// remember keeps a named instrument as what a short name may mean later, without a citation.
func (d *document) remember(m *mention) {
	for _, at := range d.x.aliases[m.alias] {
		d.recent = append(d.recent, recent{entry: at, from: m.from, unit: d.units})
	}
}

// add keeps a citation of a symbol, but none of the document itself.
func (d *document) add(c Citation, symbol string) {
	if c = c.at(d.target(symbol), symbol); c.Symbol.IsZero() || !slices.Contains(d.own, c.Symbol) {
		d.found = append(d.found, c)
	}
}

// at returns the citation with the target that the symbol stands for; nil where it is no symbol that can be read.
func (c Citation) at(t *target, symbol string) Citation {
	c.Symbol, c.Target = graph.Symbol{}, graph.ID(symbol)
	if t != nil {
		c.Symbol, c.Target = t.symbol, t.id
	}
	return c
}

func (d *document) symbolled(u unit, m *mention) {
	if slices.Contains(d.own, m.symbol) {
		return
	}
	c := Citation{
		Where: d.where(u, m), Status: graph.Resolved, Confidence: 0.999, Rule: "symbol", Kind: kindOf(m.symbol.String()), Claim: graph.Claim{Date: m.date},
	}
	if c.Kind == graph.OtherDocument {
		c.Kind = m.symbol.Kind()
	}
	c.Core = c.Words
	if n := len(d.found); n > 0 {
		last := &d.found[n-1]
		if last.Paragraph == c.Paragraph && last.Note == c.Note && last.Symbol == m.symbol && c.Words.Start-last.Words.End <= 3 {
			last.Words.End = c.Words.End // "resolution 48/13 (A/HRC/RES/48/13)" is one mention
			return
		}
	}
	d.found = append(d.found, d.checkedSymbol(c, m))
	for _, symbol := range m.extra {
		d.add(c, symbol.String())
	}
}

func (d *document) named(u unit, m *mention) {
	if d.defined(u, m) {
		return
	}
	goals := d.toGoals(m)
	before := len(d.found)
	for _, at := range d.x.aliases[m.alias] {
		d.keep(u, m, d.longer(m, d.court(m, at)), "name", 0.99)
	}
	if goals.to == goals.from {
		goals = d.ahead
	}
	d.ahead = mention{}
	if goals.to > goals.from && len(d.found) > before {
		d.inGoals(&d.found[before], &goals)
	}
	if len(d.found) == before+1 {
		d.checkName(&d.found[before], m)
	}
}

// defined reports whether the name stands in brackets right behind another name, or number, of the same instrument: one mention.
// "(the Nelson Mandela Rules)", form 76.
func (d *document) defined(u unit, m *mention) bool {
	n := len(d.found)
	at := m.from - 1
	if d.scan.is(at, roleThe) {
		at--
	}
	for d.scan.mark(at, quoteMark) {
		at--
	}
	if n == 0 || !d.scan.mark(at, opening) || !d.scan.mark(m.to, closing) {
		return false
	}
	last := &d.found[n-1]
	if last.Paragraph != u.paragraph || last.Note != u.note || len(d.x.aliases[m.alias]) != 1 || last.Words.End > d.offset+int(d.scan.words[at].start) ||
		d.offset+int(d.scan.words[at].start)-last.Words.End > 12 || d.x.entry(last.Target) != d.x.aliases[m.alias][0] {
		return false
	}
	last.Words.End = d.offset + int(d.scan.words[m.to].end)
	return true
}

// ownSymbol is the symbol of a text that is cited by its name: that of the text alone. A treaty annexed to a resolution is not the
// resolution: its name does not cite 44/25.
func ownSymbol(entry *catalog.Entry) graph.Symbol {
	if kindOf(entry.Symbol.String()) == graph.Resolution {
		return graph.Symbol{}
	}
	return entry.Symbol
}
