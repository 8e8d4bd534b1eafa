package extract

import (
	"slices"
	"strings"

	"recital/graph"
	"recital/loader/catalog"
)

// backKind says how a mention points back, or what it is when it is neither a number nor a name.
type backKind uint8

const (
	backNoun        backKind = iota // "the Convention", "the Guiding Principles"
	backThereto                     // "the Optional Protocol thereto"
	backResolutions                 // "those resolutions"
	backInstruments                 // "those instruments"
	backIbid                        // "Ibid."
	backGoal                        // "Goal 5", "target 16.10"
	backSeries                      // "Treaty Series, vol. 1577, No. 27531"
	backComment                     // "general comment No. 16 (2013)"
	backStatement                   // "the statement of its President of 9 February 2001"
	backOpinion                     // "the advisory opinion of the International Court of Justice of 9 July 2004"
	backOpCit                       // "op. cit."
	backUnknown                     // "the Convention on ..." that the catalogue does not have
	backArticle                     // "its article 20", "article 49 thereof"
)

// backAt reads words that point back, or a goal or general comment, at word i and returns where to go on.
func (s *scan) backAt(i int) int {
	switch s.reader.role(s.words[i].id) {
	case roleNoun:
		return s.nounAt(i)
	case roleInstruments:
		if s.is(i-1, roleThat) && lower(s.string(i-1)) != "this" && !s.is(i+1, roleOn) { // "those instruments concerning" points on, not back
			return s.pointBack(backInstruments, i-1, i+1)
		}
	case roleIbid:
		return s.pointBack(backIbid, i, i+1)
	case roleGoal:
		return s.goalAt(i)
	case roleAbbreviated:
		return s.seriesAt(i)
	case roleGeneral:
		return s.commentAt(i)
	case roleOpinion:
		return s.opinionAt(i)
	case rolePinpoint:
		return s.articleAt(i)
	}
	return i + 1
}

func (s *scan) pointBack(kind backKind, from, to int) int {
	s.mentions = append(s.mentions, mention{kind: backward, back: kind, from: from, to: to, head: -1, noun: from})
	return to
}

func (s *scan) plural(i int) bool {
	w := s.string(i)
	return w[len(w)-1]|0x20 == 's'
}

// nounAt reads a short name at its noun: "the Convention", "the Optional Protocol thereto". Source: forms 66 and 67.
func (s *scan) nounAt(i int) int {
	noun := lower(s.string(i))
	if noun == "goals" && s.mark(i+1, numeral) {
		return s.goalAt(i)
	}
	if !s.words[i].capital && noun != "compact" || s.words[i].glued {
		return i + 1
	}
	from := i
	optional := false
	for n := 0; n < 2 && s.is(from-1, roleModifier) && s.words[from-1].capital; n++ {
		from--
		optional = optional || s.string(from) == "Optional"
	}
	present := s.is(from-1, rolePresent)
	determined := s.is(from-1, roleThe) || s.is(from-1, roleThat) || s.is(from-1, roleIts) || present
	possessed := s.is(from-1, roleIts)
	to := i + 1
	if (s.is(to, roleOf) || s.text[s.words[i].start] == 'P' && to < len(s.words) && s.string(to) == "for") && to+1 < len(s.words) && (s.string(to+1) == "Action" || s.string(to+1) == "Conduct") {
		to += 2
	}
	m := mention{kind: backward, back: backNoun, from: from, to: to, head: -1, noun: i, many: s.plural(i)}
	protocol := strings.HasPrefix(noun, "protocol")
	switch {
	case present:
	case s.is(to, roleThereto):
		m.back, m.to = backThereto, to+1
	case protocol && s.is(to, roleOf) && s.mark(to+1, numeral) && s.is(to+2, roleThereto): // "the Protocol of 2014 thereto" (A/HRC/RES/44/4)
		m.back, m.to = backThereto, to+3
	case protocol && s.is(to, roleTo) && s.is(to+1, roleThe) && s.is(to+2, roleNoun) && !s.continues(to+3):
		m.back, m.to, m.noun = backThereto, to+3, to+2
	case possessed && protocol:
		m.back = backThereto
	case !determined:
		return i + 1
	case noun != "compact" && s.continues(to):
		m.back = backUnknown
		if !s.unknownName(&m) {
			return i + 1
		}
	}
	if determined {
		m.from--
	}
	if m.back == backNoun && optional && !present {
		m.back = backThereto
	}
	s.mentions = append(s.mentions, m)
	return m.to
}

// continues reports whether a longer name goes on at word i: "the Convention on ...".
func (s *scan) continues(i int) bool {
	if i >= len(s.words) {
		return false
	}
	switch s.reader.role(s.words[i].id) {
	case roleOf, roleOn:
		return s.is(i, roleOf) || !s.mark(i+1, numeral) && !s.aside(i+1) // not "the entry into force of the Convention on 2 September 1990"
	case roleTo:
		return i+1 < len(s.words) && s.words[i+1].capital
	}
	switch s.string(i) {
	case "for", "against", "between", "under", "establishing", "supplementing":
		if s.is(i+1, roleThe) && i+2 < len(s.words) && strings.HasPrefix(s.string(i+2), "State") {
			return false // "the entry into force of the Convention for the State concerned"
		}
		return i+1 < len(s.words) && (s.words[i+1].capital || s.is(i+1, roleThe) && i+2 < len(s.words) && s.words[i+2].capital)
	}
	return false
}

// aside reports whether the words behind "on" are those of a phrase and no subject: "the Code of Conduct on the basis of".
func (s *scan) aside(i int) bool {
	if s.is(i, roleThe) {
		i++
	}
	if i >= len(s.words) {
		return false
	}
	if (s.string(i) == "a" || s.string(i) == "an") && i+1 < len(s.words) && !s.words[i+1].capital {
		return true // "the Plan of Action on a four-year basis"
	}
	switch s.string(i) {
	case "basis", "part", "ground", "grounds", "occasion", "one", "other", "agenda", "behalf", "which", "that", "this", "its", "condition":
		return true
	}
	return false
}

// unknownName takes a treaty's name that the catalogue does not have as far as its capitals go: an open mention.
func (s *scan) unknownName(m *mention) bool {
	switch lower(s.string(m.noun)) {
	case "convention", "treaty", "protocol", "covenant":
	default:
		return false
	}
	if !s.is(m.to, roleOn) && s.string(m.to) != "against" && s.string(m.to) != "for" {
		return false
	}
	to, capitals := m.to+1, 0
	for to < len(s.words) && to < m.to+20 {
		w := s.words[to]
		if !w.capital && s.reader.role(w.id) == noRole && s.string(to) != "for" && s.string(to) != "from" {
			break
		}
		if w.capital {
			capitals = to + 1
		}
		to++
	}
	if capitals == 0 {
		return false
	}
	m.to = capitals
	return true
}

// backward resolves a mention that points back.
func (d *document) backward(u unit, m *mention, i int) {
	switch m.back {
	case backNoun:
		d.shortName(u, m)
	case backThereto:
		d.thereto(u, m)
	case backResolutions:
		d.those(u, m)
	case backInstruments:
		for _, at := range d.namedIn(m) {
			d.keep(u, m, at, "those", 0.85)
		}
	case backIbid:
		d.ibid(u, m, i)
	case backGoal:
		d.goal(u, m, i)
	case backSeries:
		d.series(u, m)
	case backComment:
		d.comment(u, m)
	case backStatement:
		d.statement(u, m)
	case backArticle:
		d.article(u, m)
	case backUnknown:
		d.found = append(d.found, Citation{
			Where: d.where(u, m), Core: d.span(m.from, m.to), Kind: graph.Treaty, Status: graph.Open, Rule: "unknown-name", Confidence: 0.9,
			Reason: "a treaty that the catalogue does not have",
		})
	}
}

// keep adds a citation of a named instrument.
func (d *document) keep(u unit, m *mention, at int, rule string, confidence float64) {
	entry := &d.x.catalogue.Instruments()[at]
	d.recent = append(d.recent, recent{entry: at, from: m.from, unit: d.units})
	if d.itself(entry) || u.part == graph.Annexed && slices.Contains(d.own, entry.Symbol) {
		return
	}
	words := d.span(m.from, m.to)
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Target: entry.ID, Symbol: ownSymbol(entry), Kind: entry.Kind,
		Status: graph.Resolved, Confidence: confidence, Rule: rule,
	}
	d.pinpoint(m, &c)
	d.found = append(d.found, c)
}

// itself reports whether the named instrument is the document that is read.
func (d *document) itself(entry *catalog.Entry) bool {
	return d.in.Instrument.ID == entry.ID || entry.Primary && (slices.Contains(d.own, entry.Symbol) || slices.Contains(d.own, entry.Symbol.Base()))
}

// namedIn returns the named instruments of the unit before the mention, or of the unit before it, each once.
func (d *document) namedIn(m *mention) []int {
	var all []int
	for unit := d.units; unit >= d.units-1 && len(all) == 0; unit-- {
		for _, r := range d.recent[max(0, len(d.recent)-maxRecent):] {
			if r.unit == unit && (unit < d.units || r.from < m.from) && !slices.Contains(all, r.entry) {
				all = append(all, r.entry)
			}
		}
	}
	return all
}

// thereto resolves "the Optional Protocol thereto": the protocols of the treaty named last that has any, narrowed by the words that follow.
func (d *document) thereto(u unit, m *mention) {
	parent := -1
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent) && parent < 0; i-- {
		at := d.recent[i].entry
		if d.scan.is(m.from, roleIts) && d.recent[i].unit != d.units {
			break // "the Barcelona Convention and its Protocols": of one that is not in the catalogue
		}
		if m.to-1 > m.noun || !d.scan.is(m.noun, roleNoun) || strings.HasPrefix(lower(d.scan.string(m.noun)), "protocol") || slices.Contains(d.x.nouns[at], d.scan.words[m.noun].id) {
			if n := len(d.x.children[at]); n > 1 || n == 1 && !m.many {
				parent = at
			}
		}
	}
	if parent < 0 {
		return
	}
	children := d.qualified(parent, m)
	if !m.many && len(children) > 1 {
		if d.x.catalogue.Instruments()[parent].ID == "iccpr" {
			children = children[:1] // "the Optional Protocol" is the first; the second bears its number
		} else {
			d.ambiguous(u, m, children)
			return
		}
	}
	for _, at := range children {
		d.keep(u, m, at, "thereto", 0.92)
	}
}

// qualified returns the protocols to a treaty that had been adopted by the document's date; only those whose subject follows, where one does.
func (d *document) qualified(parent int, m *mention) []int {
	var all, named []int
	end := len(d.scan.text)
	if m.to < len(d.scan.words) {
		end = min(end, int(d.scan.words[m.to-1].end)+240)
	}
	after := d.scan.text[d.scan.words[m.to-1].end:end]
	if stop := strings.IndexByte(after, ';'); stop >= 0 {
		after = after[:stop]
	}
	for _, at := range d.x.children[parent] {
		entry := &d.x.catalogue.Instruments()[at]
		if own := d.in.Instrument.Date; !own.IsZero() && entry.Date.Compare(own) > 0 {
			continue
		}
		all = append(all, at)
		if _, subject, ok := strings.Cut(entry.Title, " on the "); ok {
			if last := strings.LastIndex(subject, " on the "); last >= 0 {
				subject = subject[last+8:]
			}
			if len(subject) > 12 && strings.Contains(after, subject[:12]) {
				named = append(named, at)
			}
		}
	}
	if len(named) > 0 {
		return named
	}
	return all
}

func (d *document) ambiguous(u unit, m *mention, entries []int) {
	words := d.span(m.from, m.to)
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Kind: graph.Treaty, Status: graph.Ambiguous, Rule: "thereto",
		Reason: "the words do not say which", Confidence: 0.5,
	}
	for _, at := range entries {
		entry := &d.x.catalogue.Instruments()[at]
		c.Candidates = append(c.Candidates, Candidate{Target: entry.ID, Symbol: entry.Symbol, Kind: entry.Kind, Confidence: 1 / float64(len(entries)+1)})
	}
	d.found = append(d.found, c)
}
