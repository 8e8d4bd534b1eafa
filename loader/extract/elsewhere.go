package extract

import (
	"strings"

	"recital/graph"
)

// Organizations beside the United Nations number in ways of their own. Their numbers are symbols as they stand, and are read so.

// symbolMention notes that the words [from, to) are the symbol, and returns where to go on; i where the text is none.
func (s *scan) symbolMention(i, from, to int, text string) int {
	symbol, err := graph.ParseSymbol(text)
	if err != nil {
		return i
	}
	m := mention{kind: symbolled, from: from, to: to, head: -1, symbol: symbol}
	if s.open {
		m.head = len(s.heads) - 1
	}
	if date, after := s.dateAt(m.to); after > m.to {
		m.date, m.own, m.to = date, true, after
	}
	s.mentions = append(s.mentions, m)
	s.last = m.to
	return m.to
}

// elsewhereAt reads what begins at the numeral i, or ends with it, as a number of another organization; i where it is none.
func (s *scan) elsewhereAt(i int) int {
	if i > 1 && s.mark(i+1, slash) {
		if end := s.organAt(i); end > i {
			return end
		}
	}
	if s.bracketed(i+1) && s.mark(i-1, fullStop) && s.touches(i) && s.touches(i-1) {
		return s.maritimeAt(i)
	}
	if s.bracketed(i + 1) {
		return s.healthDecisionAt(i)
	}
	if i+1 < len(s.words) && s.string(i+1) == "EX" && s.mark(i+2, slash) {
		return s.executiveAt(i)
	}
	return i
}

// organAt reads, at the numeral i, symbols whose first part ends in the number of a session: "GC.18/3" and "IDB.47/Dec.7" of the United Nations Industrial
// Development Organization (A/RES/77/180), "C-25/DEC.9" of the Organisation for the Prohibition of Chemical Weapons (A/RES/77/230). It must not read
// "para.3/4" and "C-25/1".
func (s *scan) organAt(i int) int {
	from, dotted := i-1, s.mark(i-1, fullStop) && s.touches(i-1)
	if dotted {
		from--
	}
	if !dotted && !s.words[i].glued || s.words[from].glued {
		return i
	}
	switch organ := s.string(from); {
	case dotted && (organ == "GC" || organ == "IDB"), !dotted && (organ == "C" || organ == "EC"):
	default:
		return i
	}
	end := i + 3
	switch part := lower(s.text[s.words[i+1].end:min(len(s.text), int(s.words[i+1].end)+4)]); {
	case (part == "dec." || part == "res.") && s.mark(i+4, numeral) && s.touches(i+4):
		end = i + 5
	case !dotted || !s.mark(i+2, numeral) || !s.touches(i+2):
		return i
	}
	return s.symbolMention(i, from, end, s.text[s.words[from].start:s.words[end-1].end])
}

// bracketed reports whether word i opens a bracket that touches the word before and holds a numeral of at most three digits alone.
func (s *scan) bracketed(i int) bool {
	return s.mark(i, opening) && s.touches(i) && s.touches(i+1) && s.numeral(i+1, 3) != "" && s.mark(i+2, closing)
}

// maritimeAt reads "A.1117(30)" and "MEPC.320(74)" at the numeral 1117: resolutions of the Assembly and committees of the International Maritime
// Organization. Source: A/RES/75/239, "resolution A.1117(30)". It must not read "para.5(30)".
func (s *scan) maritimeAt(i int) int {
	organ := s.string(i - 2)
	if len(organ) > 5 || organ != strings.ToUpper(organ) || s.words[i-2].glued || !s.open && !s.namedPlace("imo-assembly") {
		return i
	}
	return s.symbolMention(i, i-2, i+4, organ+"."+s.string(i)+"("+s.string(i+2)+")")
}

// healthDecisionAt reads "74(16)" after "World Health Assembly decision". Source: form 44, A/HRC/RES/49/25.
func (s *scan) healthDecisionAt(i int) int {
	if !s.open || s.heads[len(s.heads)-1].kind != graph.Decision || s.numeral(i, 2) == "" || !s.namedPlace("world-health-assembly") {
		return i
	}
	return s.symbolMention(i, i, i+4, "WHA"+s.string(i)+"("+s.string(i+2)+")")
}

// executiveAt reads "211 EX/Decision 29": a decision of the Executive Board of UNESCO.
func (s *scan) executiveAt(i int) int {
	at := i + 3
	if at < len(s.words) && (s.is(at, roleDecision) || s.string(at) == "Dec") {
		at++
	}
	for s.mark(at, fullStop) {
		at++
	}
	if s.numeral(i, 3) == "" || s.numeral(at, 3) == "" {
		return i
	}
	return s.symbolMention(i, i, at+1, s.string(i)+"EX/DEC/"+s.string(at))
}

// namedPlace reports whether the unit has named the body.
func (s *scan) namedPlace(id graph.Body) bool {
	for p := len(s.places) - 1; p >= max(0, len(s.places)-maxBodiesBack); p-- {
		if s.x.catalogue.Bodies()[s.places[p].bodies[0]].ID == id {
			return true
		}
	}
	return false
}

// bracketHeadAt reads a symbol whose first part has brackets, "GC(66)/RES/9", at its letters.
func (s *scan) bracketHeadAt(i int) int {
	if !s.mark(i+1, opening) || !s.touches(i+1) || !s.mark(i+3, closing) || !s.mark(i+4, slash) {
		return i + 1
	}
	return max(s.symbolAt(i), i+1)
}

// healthAt reads "WHA72.8" at i. Source: form 44, A/HRC/RES/49/25.
func (s *scan) healthAt(i int) int {
	if s.string(i) == "WHA" && s.touches(i+1) && s.numeral(i+1, 2) != "" {
		if s.bracketed(i + 2) { // decision WHA73(8)
			return s.symbolMention(i, i, i+5, "WHA"+s.string(i+1)+"("+s.string(i+3)+")")
		}
		if s.mark(i+2, slash) { // WHA73/2020/REC/1
			return s.symbolAt(i)
		}
	}
	if s.string(i) != "WHA" || !s.touches(i+1) || s.numeral(i+1, 2) == "" || !s.mark(i+2, fullStop) || s.numeral(i+3, 2) == "" || !s.touches(i+3) {
		return i
	}
	n := number{shape: byHealth, session: s.string(i + 1), serial: s.string(i + 3), from: i, to: i + 4}
	m := mention{kind: numbered, from: i, to: i + 4, number: n, head: -1}
	if s.open {
		m.head = len(s.heads) - 1
	}
	m.date, m.to = s.dateAt(n.to)
	m.own = m.to > n.to
	s.mentions = append(s.mentions, m)
	s.last = m.to
	return m.to
}

// romanAt reads decision IX/16 at i. Source: form 49, A/RES/75/239.
func (s *scan) romanAt(i int) int {
	serial := s.numeral(i+2, 3)
	if serial == "" || !s.open || !s.near(i+2) {
		return i
	}
	n := number{shape: romanFirst, session: s.string(i), serial: serial, from: i, to: i + 3}
	if i > 1 && s.mark(i-1, fullStop) && s.touches(i) && s.string(i-2) == "SS" { // a special session of the Governing Council of UNEP
		n.session, n.from = "SS."+n.session, i-2
	}
	n.letters, n.to = s.lettersAt(n.to)
	m := mention{kind: numbered, from: n.from, to: n.to, number: n, head: len(s.heads) - 1, strict: true}
	m.date, m.to = s.dateAt(n.to)
	m.own = m.to > n.to
	s.mentions = append(s.mentions, m)
	s.last = m.to
	return m.to
}

// letteredAt reads "J (70)" right behind the word "decision": the Economic Commission for Europe's. Source: E/RES/2023/21.
func (s *scan) letteredAt(i int) int {
	if s.capital(i) == 0 || !s.mark(i+1, opening) || s.touches(i+1) || s.numeral(i+2, 2) == "" || !s.mark(i+3, closing) {
		return i
	}
	n := number{shape: byLetter, session: s.string(i + 2), serial: s.string(i), from: i, to: i + 4}
	m := mention{kind: numbered, from: n.from, to: n.to, number: n, head: len(s.heads) - 1, strict: true}
	m.date, m.to = s.dateAt(n.to)
	m.own = m.to > n.to
	s.mentions = append(s.mentions, m)
	s.last = m.to
	return m.to
}
