package extract

import (
	"slices"
	"strings"

	"recital/graph"
)

// opinionReach is how many words after "advisory opinion" or "judgment" the court and the day may be named.
const opinionReach = 16

// opinionAt reads "the advisory opinion of the International Court of Justice of 9 July 2004", "the judgment of 7 March 2023 of the European Court of Human
// Rights" at the word "opinion" or "judgment"; it needs a court and a day. Source: form 64, A/HRC/RES/52/35.
func (s *scan) opinionAt(i int) int {
	from := i
	if s.string(i)[0]|0x20 == 'o' {
		if i == 0 || lower(s.string(i-1)) != "advisory" {
			return i + 1
		}
		from--
	}
	m := mention{kind: backward, back: backOpinion, from: from, to: i + 1, head: -1, noun: i}
	court := s.courtAt(from-6, from)
	for at := i + 1; at < len(s.words) && at < i+opinionReach && !s.mark(at, semicolon) && !s.mark(at, fullStop); at++ {
		if end := s.courtAt(at, at+1); end > 0 {
			court = end
		}
		if date, end := s.dayAt(at); end > at && m.date.IsZero() {
			m.date, m.to = date, end
		}
		if court > 0 && !m.date.IsZero() {
			m.to = max(m.to, court)
			break
		}
	}
	if court == 0 || m.date.IsZero() {
		return i + 1
	}
	s.mentions = append(s.mentions, m)
	return m.to
}

// courtAt returns where the name of a court ends that begins at one of the words [from, to); 0 for none.
func (s *scan) courtAt(from, to int) int {
	for i := max(from, 0); i < to && i < len(s.words); i++ {
		if !s.words[i].capital || s.string(i) != "Court" {
			continue
		}
		end := i + 1
		for end+1 < len(s.words) && (s.is(end, roleOf) || s.is(end, roleOn) || s.words[end].capital) && (s.words[end+1].capital || s.words[end].capital) {
			end++
		}
		return end
	}
	return 0
}

// opinion resolves a court's opinion by its day, and returns where the words end that say what it is about: they are its title.
func (d *document) opinion(u unit, m *mention) int {
	words := d.span(m.from, m.to)
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Kind: graph.Judgment, Status: graph.Resolved, Confidence: 0.95,
		Rule: "opinion-by-date", Claim: graph.Claim{Date: m.date},
	}
	at := slices.IndexFunc(d.x.judgments, func(at int) bool { return d.x.catalogue.Instruments()[at].Date == m.date })
	if at < 0 || d.scan.string(m.noun)[0]|0x20 != 'o' {
		c.Status, c.Confidence, c.Reason = graph.Open, 0.9, "a judgment that the catalogue does not have"
		d.found = append(d.found, c)
		return 0
	}
	entry := &d.x.catalogue.Instruments()[d.x.judgments[at]]
	c.Target, c.Symbol = entry.ID, ownSymbol(entry)
	d.pinpoint(m, &c)
	d.found = append(d.found, c)
	end := m.to
	if s := &d.scan; s.is(end, roleOn) {
		for end < len(s.words) && end < m.to+maxTitle && !endsClause(s.words[end].id) {
			end++
		}
	}
	return end
}

// noteText is what a note says and cited, for "op. cit." in a later one.
type noteText struct {
	text string
	last noted
}

// maxNotesBack bounds how many notes "op. cit." is looked up in.
const maxNotesBack = 64

// opCit resolves "op. cit." in a note: what the note itself names is cited already; else the last note before that names the same author, "Smith, op. cit., p. 5", says
// what he wrote. Without an author it is what the note before cited.
func (d *document) opCit(u unit, m *mention, first int) {
	if u.note < 0 || len(d.found) > first {
		return
	}
	words := d.span(m.from, m.to)
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Kind: graph.OtherDocument, Status: graph.Open, Rule: "op-cit",
		Confidence: 0.85, Reason: "the work is named by its author alone",
	}
	last := d.lastNote
	if author := d.author(m.from); author != "" {
		last = noted{}
		for i := len(d.noteTexts) - 1; i >= 0 && last.id == ""; i-- {
			if strings.Contains(d.noteTexts[i].text, author) {
				last = d.noteTexts[i].last
			}
		}
	}
	if last.id != "" {
		c.Target, c.Kind, c.Status, c.Reason = last.id, last.kind, graph.Resolved, ""
	}
	d.pinpoint(m, &c)
	d.found = append(d.found, c)
}

// author returns the last capitalised word of the sentence before word i: who wrote the work.
func (d *document) author(i int) string {
	for at := i - 1; at >= 0 && at > i-12; at-- {
		if w := d.scan.words[at]; w.capital && w.end-w.start > 2 && d.scan.string(at) != "See" {
			return d.scan.string(at)
		}
	}
	return ""
}

// keepNote keeps what a note says for the notes after it.
func (d *document) keepNote(text string) {
	if len(d.noteTexts) == maxNotesBack {
		d.noteTexts = append(d.noteTexts[:0], d.noteTexts[1:]...)
	}
	d.noteTexts = append(d.noteTexts, noteText{text: text, last: d.lastNote})
}
