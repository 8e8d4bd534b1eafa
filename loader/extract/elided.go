package extract

import (
	"strings"

	"recital/graph"
)

// elided reads the addenda and corrigenda named after a symbol by their last parts: "and Add.1-3", ", Corr.1 and Add.2". Source: form 59, S/RES/145 (1960).
func (s *scan) elided(symbol graph.Symbol, i int) ([]graph.Symbol, int) {
	var extra []graph.Symbol
	base, latest := symbol.String(), symbol.String()
	for {
		if s.mark(i, slash) && s.touches(i) && s.touches(i+1) && s.is(i+1, roleElided) && len(extra) > 0 && s.mark(i+3, numeral) {
			if part, err := graph.ParseSymbol(latest + "/" + s.string(i+1) + "." + s.string(i+3)); err == nil { // "Add.1/Corr.1": the corrigendum alone
				extra[len(extra)-1], latest = part, base
				i += 4
				continue
			}
		}
		at := i
		for s.mark(at, comma) || s.is(at, roleAnd) {
			at++
		}
		var part string
		switch {
		case at > i && s.is(at, roleElided) && s.mark(at+1, fullStop) && (s.mark(at+2, numeral) || s.scannedOne(at+2)):
			part = s.string(at)
		case at == i+1 && len(extra) > 0 && s.is(i, roleAnd) && s.mark(at, numeral) && s.closes(at+1): // "Add.1 and 2)"
			part, _, _ = strings.Cut(latest[strings.LastIndexByte(latest, '/')+1:], ".")
			at -= 2
		default:
			return extra, i
		}
		first := decimal(s.numeral(at+2, 3))
		if first == 0 && s.scannedOne(at+2) {
			first = 1
		}
		last := first
		at += 3
		if at < len(s.words) && (s.words[at].glued && s.mark(at, numeral)) {
			last = decimal(s.numeral(at, 3))
			at++
		} else if s.mark(at, dash) && s.mark(at+1, numeral) {
			last = decimal(s.numeral(at+1, 3))
			at += 2
		}
		stem, _, _ := strings.Cut(base, "/"+part+".") // "A/72/1/Add.1 and Add.2": of the document, not of its addendum
		for n := first; n <= last && n < first+40; n++ {
			if more, err := graph.ParseSymbol(stem + "/" + part + "." + itoa(n)); err == nil {
				extra, latest = append(extra, more), more.String()
			}
		}
		i = at
	}
}

// scannedOne reports whether word i is a one as scanners read it: "Corr. I and 2".
func (s *scan) scannedOne(i int) bool {
	return i < len(s.words) && s.string(i) == "I" && (i+1 == len(s.words) || s.is(i+1, roleAnd) || s.mark(i+1, comma) || s.mark(i+1, closing))
}

// closes reports whether a bracket ends at word i, with or without a full stop.
func (s *scan) closes(i int) bool {
	return s.mark(i, closing) || s.mark(i, fullStop) && (i+1 == len(s.words) || s.mark(i+1, closing))
}
