package extract

import (
	"slices"
	"sort"
	"strings"

	"recital/graph"
	"recital/loader/catalog"
)

// seriesAt reads "vol. 1577, No. 27531" at the word "vol": a place in the Treaty Series. Source: form 79.
func (s *scan) seriesAt(i int) int {
	switch w := lower(s.string(i)); w {
	case "vol", "vols":
	case "op", "loc":
		if s.mark(i+1, fullStop) && i+2 < len(s.words) && lower(s.string(i+2)) == "cit" {
			return s.pointBack(backOpCit, i, i+3)
		}
		return i + 1
	default:
		return i + 1
	}
	if !s.mark(i+1, fullStop) || !s.mark(i+2, numeral) {
		return i + 1
	}
	at := i + 3
	for at < len(s.words) && at < i+10 && !s.is(at, roleNumber) {
		at++
	}
	for s.is(at, roleNumber) || s.mark(at, fullStop) {
		at++
	}
	if !s.mark(at, numeral) {
		return i + 1
	}
	s.mentions = append(s.mentions, mention{kind: backward, back: backSeries, from: i, to: at + 1, head: -1, noun: i + 2})
	return at + 1
}

// series resolves a place in the Treaty Series by volume and number, or by the number of the treaty that the volume's protocol belongs to.
func (d *document) series(u unit, m *mention) {
	volume, number := d.scan.string(m.noun), d.scan.string(m.to-1)
	if at, ok := d.x.printed[volume+":"+number]; ok {
		d.keep(u, m, at, "treaty-series", 0.97)
		return
	}
	before := d.scan.text[max(0, int(d.scan.words[m.from].start)-60):d.scan.words[m.from].start]
	if !strings.Contains(before, "Treaty Series") {
		return
	}
	words := d.span(m.from, m.to)
	d.found = append(d.found, Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Kind: graph.Treaty, Status: graph.Open, Rule: "treaty-series",
		Confidence: 0.9, Reason: "a number of the Treaty Series that the catalogue does not have",
	})
}

// ibid resolves "Ibid." in a note to what the note before it cited last. Where a place in a series, a symbol or a number follows, that is read by itself.
func (d *document) ibid(u unit, m *mention, i int) {
	for j := i + 1; j < len(d.scan.mentions) && d.scan.mentions[j].from < m.to+30; j++ {
		after := &d.scan.mentions[j]
		if after.from >= m.to && (after.kind == symbolled || after.kind == numbered || after.back == backSeries && after.kind == backward) {
			return
		}
	}
	if u.note < 0 || d.lastNote.id == "" || !d.samePlace(m.to) {
		return
	}
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: d.span(m.from, m.to)}, Core: d.span(m.from, m.to), Target: d.lastNote.id,
		Kind: d.lastNote.kind, Status: graph.Resolved, Confidence: 0.9, Rule: "ibid",
	}
	if c.Kind != graph.Resolution {
		c.Symbol = d.lastNote.symbol
	}
	if others := d.lastNote.others; len(others) > 0 {
		c.Candidates = append(slices.Clone(others), Candidate{Target: c.Target, Symbol: d.lastNote.symbol, Kind: c.Kind})
		for i := range c.Candidates {
			c.Candidates[i].Confidence = 1 / float64(len(c.Candidates)+1)
		}
		c.Target, c.Symbol, c.Status, c.Confidence, c.Reason = "", graph.Symbol{}, graph.Ambiguous, 0.5, "the note before cites several texts"
	}
	d.pinpoint(m, &c)
	d.found = append(d.found, c)
}

// samePlace reports whether the words behind "Ibid." leave the text that it means as it was: they name a place in it, or end. What names another year,
// session, supplement, meeting or volume of the same records is another text: "Ibid., Third Year, Special Supplement No. 1".
func (d *document) samePlace(at int) bool {
	s := &d.scan
	for s.mark(at, fullStop) || s.mark(at, comma) {
		at++
	}
	if at >= len(s.words) || s.mark(at, semicolon) || s.mark(at, closing) || s.mark(at, opening) {
		return true
	}
	switch word := lower(s.string(at)); word {
	case "vol", "vols", "suppl", "no", "nos":
		return false
	case "see", "and", "at", "pp", "p", "item", "table", "foreword", "figure", "advisory", "recommendation", "footnote", "note":
		return true
	}
	return s.is(at, rolePinpoint) || s.is(at, roleAnnex) || s.is(at, roleAbbreviated)
}

// commentAt reads "general comment No. 16 (2013)", "general recommendations Nos. 19 and 35" at the word "general". Source: forms 71 and 72.
func (s *scan) commentAt(i int) int {
	if !s.is(i+1, roleComment) {
		return i + 1
	}
	at := i + 2
	for s.is(at, roleNumber) || s.mark(at, fullStop) {
		at++
	}
	from, found := i, false
	for s.mark(at, numeral) && len(s.string(at)) <= 2 || at < len(s.words) && s.words[at].capital && isRoman(s.string(at)) {
		to := at + 1
		if s.mark(to, opening) && s.mark(to+1, numeral) && s.mark(to+2, closing) {
			to += 3
		}
		s.mentions = append(s.mentions, mention{kind: backward, back: backComment, from: from, to: to, head: -1, noun: at})
		found = true
		next := to
		for s.mark(next, comma) || s.is(next, roleAnd) || s.is(next, roleNumber) || s.mark(next, fullStop) && s.is(next-1, roleNumber) {
			next++
		}
		if next == to || !s.mark(next, numeral) && (next >= len(s.words) || !isRoman(s.string(next))) {
			return to
		}
		from, at = next, next
	}
	if !found {
		return i + 1
	}
	return at
}

// comment resolves a general comment by its committee: the one named right after it, the one named last before it, else the only one that the document names.
func (d *document) comment(u unit, m *mention) {
	words := d.span(m.from, m.to)
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: d.span(m.noun, m.to), Kind: graph.GeneralComment, Status: graph.Resolved,
		Confidence: 0.97, Rule: "general-comment",
	}
	if b := d.committee(m); b != nil {
		d.add(c, b.Comment(arabic(d.scan.string(m.noun))))
		return
	}
	c.Status, c.Reason = graph.Open, "the committee is not named"
	d.found = append(d.found, c)
}

// arabic returns a number in figures: the Committee on the Elimination of Racial Discrimination numbered its general recommendations in Roman ones.
func arabic(number string) string {
	if !isRoman(number) {
		return number
	}
	total, last := 0, 0
	for i := len(number) - 1; i >= 0; i-- {
		value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}[number[i]]
		if value < last {
			value = -value
		} else {
			last = value
		}
		total += value
	}
	return itoa(total)
}

// commentReach is how many words after a general comment its committee may be named.
const commentReach = 24

func (d *document) committee(m *mention) *catalog.Body {
	var before, after *catalog.Body
	places := d.scan.places
	first := sort.Search(len(places), func(i int) bool { return places[i].from >= m.from })
	for _, p := range places[max(0, first-maxBodiesBack):min(len(places), first+maxBodiesBack)] {
		b := &d.x.catalogue.Bodies()[p.bodies[0]]
		switch {
		case p.short || b.Comment("1") == "":
		case p.to <= m.from:
			before = b
		case after == nil && p.from < m.to+commentReach && d.owns(m, p.from):
			after = b
		}
	}
	switch {
	case after != nil:
		return after
	case before != nil:
		return before
	}
	var only *catalog.Body
	for at, n := range d.lastNamed {
		if b := &d.x.catalogue.Bodies()[at]; n > 0 && b.Comment("1") != "" {
			if only != nil {
				return nil
			}
			only = b
		}
	}
	return only
}

// owns reports whether a committee named at word `at` after the mention is said to have made it: "of the Committee", "adopted by the Committee".
func (d *document) owns(m *mention, at int) bool {
	before := at - 1
	if d.scan.is(before, roleThe) {
		before--
	}
	if !d.scan.is(before, roleOf) && !d.scan.is(before, roleBy) {
		return false
	}
	for i := m.to; i < before; i++ {
		if d.scan.mark(i, semicolon) || d.scan.mark(i, fullStop) {
			return false
		}
	}
	return true
}
