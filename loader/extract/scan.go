package extract

import (
	"recital/graph"
	"recital/loader/catalog"
)

// mentionKind says what a mention is, before it is known what it means.
type mentionKind uint8

const (
	numbered mentionKind = iota // a number after "resolution", "decision", or with a date
	symbolled
	named
	backward // "the Convention", "those resolutions", "Ibid."
)

// mention is words of a unit that may stand for an instrument.
type mention struct {
	kind     mentionKind
	from, to int // words
	number   number
	head     int // index into scan.heads; -1 for none
	date     graph.Date
	own      bool // the date is printed with this very number
	shared   bool // the date is printed with a later member of the list
	strict   bool // nothing but connecting words lies between it and the member or head before
	alias    int  // of a named one
	symbol   graph.Symbol
	extra    []graph.Symbol // elided addenda after a symbol
	back     backKind
	noun     int  // the word that says what is meant, of a backward one
	many     bool // it is a plural
}

// naming says how a head's body is known, from the surest.
type naming uint8

const (
	unnamed   naming = iota
	byName           // "Human Rights Council resolution"
	byShort          // "Council resolution"
	byAfter          // "resolution 60/2 ... adopted by the Commission on the Status of Women"
	byIts            // "the General Assembly, in its resolution"
	inherited        // ", and resolution 16/21" after a list
)

// head is the word "resolution", "decision" ... that opens a list of numbers.
type head struct {
	kind   graph.InstrumentKind
	at     int // its word
	bodies []int
	how    naming
	from   int // index of the first mention after it
	parent int // the head that an inherited one follows; -1
	itsBy  int // index into scan.places of the body that "its" may mean; -1 for the speaker
	plural bool
	years  bool // one of its numbers has a year in brackets
	// decided is the body of its last number.
	decided *catalog.Body
}

// place is a body named in the unit.
type place struct {
	bodies   []int
	short    bool
	from, to int
}

// scan reads one unit from left to right and collects its mentions.
type scan struct {
	reader
	x        *citer
	mentions []mention
	heads    []head
	places   []place
	open     bool // the last head's list may go on
	last     int  // where the last member, or the head without members, ends

	// What the next document uses again.
	spare   []word     // a buffer for the words of notes
	found   []Citation // a buffer for what is found
	targets map[string]*target
}

func (s *scan) reset(x *citer, text string, words []word) {
	s.reader = reader{grammar: x.grammar, text: text, words: words}
	s.x = x
	s.mentions, s.heads, s.places = s.mentions[:0], s.heads[:0], s.places[:0]
	s.open, s.last = false, 0
}

// run collects the mentions. Each word is looked at once, and a bounded stretch around each number.
func (s *scan) run() {
	for i := 0; i < len(s.words); {
		if s.words[i].opens&s.x.begins == 0 {
			i++ // most words
			continue
		}
		i = s.step(i)
	}
}

// step reads what begins at word i and returns where to go on.
func (s *scan) step(i int) int {
	w := s.words[i]
	switch {
	case w.id == numeral:
		if alias, end := s.x.names.longest(s.text, s.words, i); end > i {
			return s.name(i, end, alias) // "2030 Agenda"
		}
		return s.numeralAt(i)
	case w.id == fullStop:
		s.stop(i)
		return i + 1
	case w.capital && i+1 < len(s.words) && s.words[i+1].id == slash:
		if end := s.symbolAt(i); end > i {
			return end
		}
	}
	if alias, end := s.x.names.longest(s.text, s.words, i); end > i && !s.goesOn(end) {
		return s.name(i, end, alias)
	}
	if value, end := s.x.bodies.longest(s.text, s.words, i); end > i {
		if end = s.body(i, end, value); end > i {
			return end
		}
	}
	return s.role(i)
}

// role reads a word of the grammar.
func (s *scan) role(i int) int {
	switch s.reader.role(s.words[i].id) {
	case roleResolution:
		if s.those(i) {
			return i + 1
		}
		s.openHead(i, graph.Resolution)
	case roleDecision:
		s.openHead(i, graph.Decision)
		return max(s.letteredAt(i+1), i+1)
	case roleStatement:
		if s.datedStatementAt(i) {
			return s.mentions[len(s.mentions)-1].to
		}
		if s.is(i-1, rolePresident) || s.mark(i-1, possessive) && s.is(i-2, rolePresident) {
			s.openHead(i, graph.PresidentialStatement)
		}
	case roleHealth:
		return max(s.healthAt(i), i+1)
	case rolePRST:
		return max(s.statementAt(i), i+1)
	case roleAgency:
		return s.bracketHeadAt(i)
	default:
		return s.backAt(i)
	}
	return i + 1
}

// name notes a named instrument.
func (s *scan) name(from, to, alias int) int {
	s.mentions = append(s.mentions, mention{kind: named, from: from, to: to, alias: alias, head: -1})
	return to
}

// goesOn reports whether what ends before word to looks like a name and is a description that goes on: "the United Nations guiding principles of
// humanitarian assistance" (S/RES/2609(2021)). A date may follow a name: "of 12 August 1949".
func (s *scan) goesOn(to int) bool {
	if s.words[to-1].capital || !s.is(to-1, roleNoun) || to+1 >= len(s.words) {
		return false
	}
	return (s.is(to, roleOf) || s.is(to, roleOn) || s.string(to) == "for") && !s.mark(to+1, numeral)
}

// openHead begins a list at the word "resolution" or the like.
func (s *scan) openHead(i int, kind graph.InstrumentKind) {
	h := head{kind: kind, at: i, from: len(s.mentions), parent: -1, itsBy: len(s.places) - 1}
	word := s.string(i)
	h.plural = word[len(word)-1]|0x20 == 's'
	j := i - 1
	for n := 0; n < 3 && (s.is(j, roleOrdinary) || s.is(j, roleNumber) || s.is(j, rolePresident)); n++ {
		j--
	}
	if s.is(j, roleDraft) {
		h.kind = graph.Draft
		j--
	}
	owner := j
	if s.mark(owner, possessive) {
		owner--
	}
	switch p := len(s.places) - 1; {
	case p >= 0 && s.places[p].to == owner+1:
		h.bodies, h.how = s.places[p].bodies, byName
		if s.places[p].short {
			h.how = byShort
		}
		if p > 0 && s.is(s.places[p].from-1, roleAnd) && s.places[p-1].to == s.places[p].from-1 {
			// "General Assembly and Security Council resolutions 70/262 and 2282 (2016)" (A/RES/75/201)
			h.bodies = append(append([]int(nil), h.bodies...), s.places[p-1].bodies...)
		}
	case s.is(j, roleIts) || s.is(j, roleBoth) && s.is(j-1, roleIts) || s.is(j, roleOf) && s.is(j-1, roleBoth):
		h.how = byIts
	case s.open && len(s.heads) > 0 && s.last > 0 && s.connects(s.last, j+1):
		h.how, h.parent = inherited, len(s.heads)-1
	}
	s.heads = append(s.heads, h)
	s.open, s.last = true, i+1
}

// maxGap bounds the stretch looked through between two members of a list.
const maxGap = 24

// connects reports whether the words from one member to the next only connect: commas, "and", "as well as", pinpoints.
func (s *scan) connects(from, to int) bool {
	if to-from > maxGap {
		return false
	}
	pinpoint := false
	for i := from; i < to; i++ {
		w := s.words[i]
		switch w.id {
		case comma, semicolon, quoteMark, dash:
			continue
		case numeral, opening, closing, fullStop, colon:
			if !pinpoint {
				return false
			}
			continue
		}
		switch s.reader.role(w.id) {
		case roleAnd, roleTo, roleBoth, roleAs, roleOf, roleThe, roleIn, roleLink, roleIts, roleOrdinary, roleNumber:
		case rolePinpoint, roleAbbreviated, roleAnnex:
			pinpoint = true
		default:
			if !pinpoint || w.end-w.start > 1 && !isRoman(s.string(i)) {
				return false
			}
		}
	}
	return true
}

// stop ends the open list at a full stop that ends a sentence.
func (s *scan) stop(i int) {
	if i == 0 || i+1 >= len(s.words) || !s.words[i+1].capital {
		return
	}
	before := s.words[i-1]
	if before.end-before.start == 1 && before.capital || s.is(i-1, roleAbbreviated) || s.is(i-1, roleNumber) || s.is(i-1, roleElided) {
		return
	}
	if s.words[i+1].end-s.words[i+1].start == 1 && s.is(i-1, rolePinpoint) {
		return
	}
	if s.touches(i+1) && s.string(i-1) == "SS" { // "decision SS.IV/1" of a special session
		return
	}
	s.open = false
}

// numeralAt reads a number at word i and returns where to go on.
func (s *scan) numeralAt(i int) int {
	if end := s.elsewhereAt(i); end > i {
		return end
	}
	n := s.numberAt(i)
	if n.shape == noShape {
		return i + 1
	}
	m := mention{kind: numbered, from: n.from, to: n.to, number: n, head: -1}
	m.date, m.to = s.dateAt(n.to)
	m.own = m.to > n.to
	if s.open {
		m.head = len(s.heads) - 1
		m.strict = s.connects(s.last, n.from)
	}
	if !s.accepts(&m) {
		return i + 1
	}
	if m.head >= 0 && n.shape == withYear {
		s.heads[m.head].years = true
	}
	s.reach(&m)
	s.last = m.to
	s.mentions = append(s.mentions, m)
	return m.to
}

// reach gives a member the date that "both of" or "all of" shares with those before it.
func (s *scan) reach(m *mention) {
	at := m.to
	if s.mark(at, comma) {
		at++
	}
	if m.own || !s.is(at, roleBoth) || !s.is(at+1, roleOf) {
		return
	}
	if date, end := s.dayAt(at + 2); end > at+2 {
		m.date, m.to = date, end
	}
}

// accepts reports whether a number is one of a resolution or decision: false shapes (form 103) are left alone.
func (s *scan) accepts(m *mention) bool {
	if s.is(m.from-1, roleNumber) && m.number.shape == withYear || s.mark(m.from-1, fullStop) && s.is(m.from-2, roleNumber) {
		return false // "No. 16 (2013)": a general comment
	}
	switch m.number.shape {
	case bare:
		return m.head >= 0 && m.strict && s.acceptsBare(m)
	case withRoman:
		return m.head >= 0 || m.own || len(m.number.serial) > 2
	case withYear:
		return m.head >= 0 || m.own || len(m.number.serial) > 2 && s.x.catalogue.YearOf(graph.SecurityCouncil, decimal(m.number.serial)) == decimal(m.number.session)
	case byEmergency:
		return true
	case asDraft:
		return m.head >= 0 || s.is(m.from-1, roleDraft)
	case byHealth:
		return m.head >= 0 && m.strict
	case ofYear:
		return m.head >= 0 && m.strict
	}
	if m.head < 0 {
		return m.own
	}
	if m.strict || m.own {
		return true
	}
	before := m.from - 1
	listed := s.mark(before, comma) || s.mark(before, semicolon) || s.is(before, roleAnd) || s.mark(before, quoteMark)
	return listed && s.ends(m.to)
}

// acceptsBare reports whether a number alone is one of a list: it stands right after the head or a member, and a list goes on or ends after it.
func (s *scan) acceptsBare(m *mention) bool {
	h := &s.heads[m.head]
	if h.kind != graph.Resolution || len(m.number.serial) > 4 || s.last == 0 {
		return false
	}
	for i := s.last; i < m.from; i++ {
		if !s.mark(i, comma) && !s.is(i, roleAnd) && !s.is(i, roleNumber) && !s.mark(i, fullStop) {
			return false
		}
	}
	if m.from > h.at+1 && s.last == m.from {
		return false
	}
	return s.ends(m.to) && !s.is(m.to, roleMonth) && !s.mark(m.to, slash)
}
