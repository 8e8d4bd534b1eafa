package extract

// pinpointReach bounds the words looked through for a provision before or after a mention.
const pinpointReach = 24

// pinpoint sets the provision that is cited with an instrument: "articles 19 and 20 of the ...", "..., annex, paras. 3 and 4". Source: forms 65, 80-82.
func (d *document) pinpoint(m *mention, c *Citation) {
	if from, to := d.placeBefore(m); to > from {
		c.Pinpoint = d.scan.text[d.scan.words[from].start:d.scan.words[to-1].end]
		c.Provisions = d.provisions(from, to)
		return
	}
	if from, to := d.placeAfter(m); to > from {
		c.Pinpoint = d.scan.text[d.scan.words[from].start:d.scan.words[to-1].end]
		c.Provisions = d.provisions(from, to)
	}
}

// placeBefore returns the words of a provision before the mention: "paragraph 5 (f) of its resolution", "Chapter VII of the Charter".
func (d *document) placeBefore(m *mention) (from, to int) {
	s := &d.scan
	at := m.from - 1
	if m.head >= 0 {
		h := &s.heads[m.head]
		if h.at < m.from && (h.at+1 == m.from || m.strict && d.firstOf(m)) {
			at = h.at - 1
		} else if h.at < m.from {
			return 0, 0
		}
	}
	for n := 0; n < 8 && at >= 0; n++ {
		if s.is(at, roleOf) || s.is(at, roleTo) {
			break
		}
		if r := s.reader.role(s.words[at].id); r != roleThe && r != roleIts && r != roleOrdinary && r != roleThat && r != roleAnd && !s.words[at].capital {
			return 0, 0
		}
		at--
	}
	if at < 1 || !s.is(at, roleOf) && !s.is(at, roleTo) {
		return 0, 0
	}
	to = at
	for at--; at >= 0 && to-at <= pinpointReach; at-- {
		if s.is(at, rolePinpoint) || s.is(at, roleAnnex) || s.is(at, roleAbbreviated) && s.mark(at+1, fullStop) {
			if at+1 == to && !s.is(at, roleAnnex) && lower(s.string(at)) != "preamble" {
				return 0, 0
			}
			from = at
			if !d.partOfPlace(at - 1) {
				return from, to
			}
			continue
		}
		if !d.partOfPlace(at) {
			break
		}
	}
	if from == 0 && !s.is(0, rolePinpoint) || from >= to {
		return 0, 0
	}
	return from, to
}

// firstOf reports whether the mention is the first of its list.
func (d *document) firstOf(m *mention) bool {
	h := &d.scan.heads[m.head]
	return h.from < len(d.scan.mentions) && &d.scan.mentions[h.from] == m
}

// partOfPlace reports whether word i may be part of a provision's number: "10 (a)-(d)", "19 and 20", "VII".
func (d *document) partOfPlace(i int) bool {
	s := &d.scan
	if i < 0 {
		return false
	}
	w := s.words[i]
	switch w.id {
	case numeral, opening, closing, comma, dash, fullStop:
		return true
	}
	switch s.reader.role(w.id) {
	case roleAnd, roleTo, rolePinpoint, roleAbbreviated, roleAnnex, roleNumber:
		return true
	}
	return w.end-w.start == 1 || isRoman(s.string(i)) || isLowerRoman(s.string(i))
}

func isLowerRoman(s string) bool {
	for i := range len(s) {
		if s[i] != 'i' && s[i] != 'v' && s[i] != 'x' {
			return false
		}
	}
	return s != ""
}

// placeAfter returns the words of a provision after the mention: ", annex", ", sect. C, para. 3", " (article 5)".
func (d *document) placeAfter(m *mention) (from, to int) {
	s := &d.scan
	at := m.to
	if !s.mark(at, comma) && !s.mark(at, opening) {
		return 0, 0
	}
	at++
	if s.is(at, roleIn) && s.string(min(at+1, len(s.words)-1)) == "particular" {
		at += 2
	}
	abbreviated := s.is(at, roleAbbreviated) && s.mark(at+1, fullStop)
	if !s.is(at, rolePinpoint) && !s.is(at, roleAnnex) && !abbreviated {
		return 0, 0
	}
	from = at
	for to = at + 1; to < len(s.words) && to-from <= pinpointReach && d.partOfPlace(to); to++ {
		if s.mark(to, fullStop) && to+1 < len(s.words) && s.words[to+1].capital && !s.is(to-1, roleAbbreviated) {
			break
		}
	}
	for to > from && (s.mark(to-1, comma) || s.mark(to-1, semicolon) || s.mark(to-1, fullStop) || s.is(to-1, roleAnd) || s.is(to-1, roleTo) || s.mark(to-1, opening) || s.mark(to-1, dash)) {
		to--
	}
	if s.mark(to-1, closing) && !d.opened(from, to) {
		to--
	}
	if to == from+1 && s.is(from, rolePinpoint) {
		return 0, 0
	}
	return from, to
}

// opened reports whether the words hold an opening bracket.
func (d *document) opened(from, to int) bool {
	for i := from; i < to; i++ {
		if d.scan.mark(i, opening) {
			return true
		}
	}
	return false
}

// provisions reads the single places out of a pinpoint: "articles 19 and 20" is "19", "20"; "paragraph 5 (f)" is "5(f)"; "paragraphs 3 to 5" is "3", "4", "5";
// a chapter, section or annex keeps its word, since its numbers run beside those of articles: "chapter-VII", "annex".
func (d *document) provisions(from, to int) []string {
	s := &d.scan
	var all []string
	kind := ""
	for i := from; i < to; i++ {
		switch {
		case s.is(i, roleAnnex):
			kind = "annex"
			if i+1 == to || !d.numbersPlace(i+1) {
				all = append(all, "annex")
			}
		case s.is(i, rolePinpoint), s.is(i, roleAbbreviated):
			kind = placeKind(lower(s.string(i)))
		case d.numbersPlace(i):
			text := s.string(i)
			last := i
			for i+3 < to+1 && s.mark(i+1, opening) && s.mark(i+3, closing) {
				text += "(" + s.string(i+2) + ")"
				i += 3
			}
			if ranged := d.ranged(last, i, to); ranged > 0 && text == s.string(last) {
				for n := decimal(text); n <= ranged && len(all) < 60; n++ {
					all = append(all, kind+itoa(n))
				}
				i += 2
				continue
			}
			if kind == "annex" {
				all = append(all, "annex-"+text)
				continue
			}
			all = append(all, kind+text)
		}
	}
	return all
}

// numbersPlace reports whether word i is a number or letter of a place.
func (d *document) numbersPlace(i int) bool {
	w := d.scan.words[i]
	if w.id == numeral {
		return true
	}
	text := d.scan.string(i)
	return w.capital && (w.end-w.start == 1 || isRoman(text))
}

// ranged returns the end of a range that begins with the numeral at word first: "3 to 5"; 0 where there is none.
func (d *document) ranged(first, last, to int) int {
	s := &d.scan
	if first != last || !s.mark(first, numeral) || last+2 >= to || !s.is(last+1, roleTo) && !s.mark(last+1, dash) || !s.mark(last+2, numeral) {
		return 0
	}
	begin, end := decimal(s.numeral(first, 4)), decimal(s.numeral(last+2, 4))
	if begin == 0 || end <= begin || end > begin+50 {
		return 0
	}
	return end
}

// placeKind is the prefix of a place that is no article, paragraph, principle or rule.
func placeKind(word string) string {
	switch word {
	case "chapter", "chapters", "chap", "chaps":
		return "chapter-"
	case "section", "sections", "sect", "sects":
		return "section-"
	case "part", "parts":
		return "part-"
	case "appendix":
		return "appendix-"
	}
	return ""
}
