package extract

import "recital/graph"

// datedStatementAt reads "the statement of its President of 9 February 2001", "its Presidential Statement of 5 November 2014" at the word "statement"; it reports
// whether it is one without a usable symbol behind it. Source: forms 55 and 56, S/RES/1344 (2001) and S/PRST/2015/1.
func (s *scan) datedStatementAt(i int) bool {
	presidential := s.is(i-1, rolePresident) || s.mark(i-1, possessive) && s.is(i-2, rolePresident)
	at := i + 1
	for n := 0; n < 4 && (s.is(at, roleOf) || s.is(at, roleBy) || s.is(at, roleIts) || s.is(at, roleThe) || s.is(at, rolePresident)); n++ {
		presidential = presidential || s.is(at, rolePresident)
		at++
	}
	if !presidential || !s.is(at-1, roleOf) {
		return false
	}
	date, end := s.dayAt(at)
	if end == at {
		return false
	}
	if s.mark(end, opening) && s.symbolFollows(end+1) {
		return false
	}
	if s.mark(end, opening) && end+1 < len(s.words) { // the broken symbol is part of the mention
		start := int(s.words[end+1].start)
		_, size := symbolText(s.text[start:])
		if to := s.wordAfter(end+1, start+size); size > 0 && s.mark(to, closing) {
			end = to + 1
		}
	}
	s.mentions = append(s.mentions, mention{kind: backward, back: backStatement, from: i, to: end, head: -1, noun: i, date: date})
	return true
}

// symbolFollows reports whether a whole symbol of a statement, with its year, begins at word i: "S/PRST/1999/30", not "S/PRST/4".
func (s *scan) symbolFollows(i int) bool {
	if i >= len(s.words) {
		return false
	}
	text, _ := symbolText(s.text[s.words[i].start:])
	symbol, err := graph.ParseSymbol(text)
	if err != nil {
		return false
	}
	_, known := s.x.catalogue.Known(symbol)
	return known || symbol.Kind() != graph.PresidentialStatement || symbol.Year() > 1990
}

// statement resolves a presidential statement of the Security Council by its date alone.
func (d *document) statement(u unit, m *mention) {
	words := d.span(m.from, m.to)
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Kind: graph.PresidentialStatement, Status: graph.Resolved,
		Rule: "statement-by-date", Confidence: 0.9, Claim: graph.Claim{Date: m.date},
	}
	switch on := d.x.catalogue.Statements(m.date); {
	case len(on) == 1:
		d.add(c, on[0].String())
	case len(on) > 1:
		c.Status, c.Confidence, c.Reason = graph.Ambiguous, 0.5, "several statements were made on that day"
		for _, symbol := range on {
			c.Candidates = append(c.Candidates, Candidate{Target: symbol.ID(), Symbol: symbol, Kind: c.Kind, Confidence: 1 / float64(len(on)+1)})
		}
		d.found = append(d.found, c)
	default:
		c.Status, c.Reason = graph.Open, "no statement of that day is known"
		d.found = append(d.found, c)
	}
}
