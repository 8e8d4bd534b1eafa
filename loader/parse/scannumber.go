package parse

import "strings"

// numbers finds the blanks within numbers: before and behind strokes, and before a year or session in brackets; and the dollar that scanners read into "S/".
func (m *mender) numbers() {
	text := m.text
	for i := 0; ; i++ {
		n := strings.IndexByte(text[i:], '/')
		if n < 0 {
			break
		}
		i += n
		if i > 1 && i+2 < len(text) {
			m.before(i)
			m.behind(i)
			m.glued(i)
			if text[i-1] == '$' && text[i-2] == 'S' && (i < 3 || !letter(text[i-3])) && digit(text[i+1]) { // "document S$/12611"
				m.drop(i - 1)
			}
		}
	}
	for i := 0; ; i++ {
		n := strings.IndexByte(text[i:], '(')
		if n < 0 {
			break
		}
		if i += n; i > 3 && blank(text[i-1]) && (digit(text[i-2]) || upper(text[i-2]) && text[i-3] == ' ') {
			m.bracketed(i)
			if upper(text[i-2]) {
				m.glued(i - 3)
			}
			m.glued(i - 1)
		}
	}
}

// glued parts the number that ends at end from the word before, where that is one of those that stand before numbers: "resolutions70/1 and71/2".
func (m *mender) glued(end int) {
	text := m.text
	start := digitsBefore(text, end)
	if start == end || start == 0 || !letter(text[start-1]) {
		return
	}
	from := start
	for from > 0 && letter(text[from-1]) && start-from < longGlued {
		from--
	}
	word := strings.ToLower(text[from:start])
	for _, head := range [...]string{"resolution", "resolutions", "decision", "decisions"} {
		if rest, ok := strings.CutSuffix(word, head); ok {
			m.insert(start)
			if rest != "" {
				m.insert(start - len(head))
			}
			return
		}
	}
	switch word {
	case "and", "of", "to", "in", "by", "or", "see", "its":
		m.insert(start)
	}
}

// longGlued bounds the words that may be glued together: "Assemblyresolutions".
const longGlued = 24

// maxGroups bounds the parts into which a number may be cut.
const maxGroups = 4

// before mends the number that ends at the stroke at i: "7 0/125", "20 2 0/23", "A/6 6/174".
func (m *mender) before(i int) {
	text := m.text
	start := digitsBefore(text, i)
	if start == i || start < 3 || !blank(text[start-1]) || !digit(text[start-2]) {
		return
	}
	blanks := []int{start - 1}
	number := text[start:i]
	best := 0
	for from := start - 1; len(blanks) < maxGroups; from = blanks[len(blanks)-1] {
		left := digitsBefore(text, from)
		if left == from || len(number)+from-left > 4 {
			break
		}
		last := number
		number = text[left:from] + number
		if m.session(left, i, number, last) {
			best = len(blanks)
		}
		if left < 2 || !blank(text[left-1]) {
			break
		}
		blanks = append(blanks, left-1)
	}
	for _, at := range blanks[:best] {
		m.drop(at)
	}
}

// session reports whether a number, from left to the stroke at i, is that of a session or year, and its last group is not one alone: the digits
// before may be a note's mark.
func (m *mender) session(left, i int, number, last string) bool {
	text := m.text
	if number[0] == '0' {
		return false
	}
	whole := leadingNumber(number)
	year := len(number) == 4 && whole >= 1946 && whole <= 2100
	switch before := text[:left]; {
	case strings.HasSuffix(before, "S-"), strings.HasSuffix(before, "S\u2011"):
		return len(number) == 2
	case strings.HasSuffix(before, "/"), strings.HasSuffix(before, "."):
		return (year || len(number) < 4) && inSymbol(before)
	case !year && len(number) != 2, left > 0 && (letter(before[left-1]) || before[left-1] >= 0x80):
		return false
	}
	switch serial := leadingNumber(text[i+1:]); {
	case last[0] == '0', headed(text[:max(0, left-1)]), m.datedSession(i, whole, leadingNumber(last)):
		return true
	case len(last) == 1 && serial > lastCouncil: // neither the Assembly has had such a session, nor the Council so many resolutions in one
		return true
	}
	return m.listed(left) && !m.lead(leadingNumber(number[:len(number)-len(last)]))
}

// lastCouncil is more resolutions than the Human Rights Council adopts in a session.
const lastCouncil = 60

// listed reports whether the number at left follows another in a list: "63/119, 6 4/110".
func (m *mender) listed(left int) bool {
	before := m.text[max(0, left-2):left]
	return before == ", " || before == "; "
}

// inSymbol reports whether what ends at a stroke or full stop is the beginning of a symbol: "A/", "NPT/CONF.".
func inSymbol(before string) bool {
	before = before[max(0, len(before)-16):]
	word := before[strings.LastIndexByte(before, ' ')+1:]
	for word != "" && digit(word[0]) { // "AC.1 09/"
		rest := strings.TrimSuffix(before[:len(before)-len(word)], " ")
		if rest == "" {
			return false
		}
		word = before[strings.LastIndexByte(rest, ' ')+1:]
	}
	word = strings.TrimLeft(word, "(“\"")
	return len(word) > 1 && upper(word[0]) && strings.ToUpper(word) == word
}

// behind mends the number that begins behind the stroke at i: "70/12 5 of", "A/76/2 3)", "69/2 8 3, annex".
func (m *mender) behind(i int) {
	text := m.text
	first := i + 1
	for first < len(text) && first < i+6 && letter(text[first]) {
		first++
	}
	if first > i+1 && first < len(text) && text[first] == '.' {
		first++ // "Add.3 7"
	}
	end := first
	for end < len(text) && digit(text[end]) {
		end++
	}
	if end == first || end+1 >= len(text) || text[end] != ' ' || !digit(text[end+1]) || !m.takesSerial(i) {
		return
	}
	room := 3
	if start := digitsBefore(text, i); start > 0 && text[start-1] == '/' || start == i {
		room = 4 // of a document
	}
	var blanks []int
	number, best := end-first, 0
	for at := end; len(blanks) < maxGroups && at+1 < len(text) && text[at] == ' ' && digit(text[at+1]); {
		stop := at + 1
		for stop < len(text) && digit(text[stop]) {
			stop++
		}
		if number += stop - at - 1; number > room {
			break
		}
		blanks = append(blanks, at)
		if m.serial(text[at+1:stop], stop) {
			best = len(blanks)
		}
		at = stop
	}
	for _, at := range blanks[:best] {
		m.drop(at)
	}
}

// takesSerial reports whether the stroke at i stands within a number or symbol: "70/", "S-9/", "A/76/", but not "1/2 3".
func (m *mender) takesSerial(i int) bool {
	start := digitsBefore(m.text, i)
	switch {
	case start == i:
		return inSymbol(m.text[:i+1])
	case start > 0 && (m.text[start-1] == '/' || m.text[start-1] == '-' || m.text[start-1] == '.'):
		return true
	case start > 1 && m.text[start-1] == ' ' && digit(m.text[start-2]):
		return true
	}
	return i-start > 1 || headed(m.text[:max(0, start-1)])
}

// serial reports whether digits behind a number, which end at stop, may belong to it: what follows ends a citation, and they are neither the day of a
// date nor the mark of a note.
func (m *mender) serial(group string, stop int) bool {
	rest := m.text[stop:]
	if rest == "" {
		return false
	}
	dated := strings.HasPrefix(rest, " of ") && len(rest) > 5 && digit(rest[4])
	switch c := rest[0]; {
	case c == '/', c == '%', letter(c), c == '.' && len(rest) > 1 && digit(rest[1]):
		return false
	case c == ' ' && len(rest) > 1 && !dated:
		word, _ := firstWord(rest[1:])
		if !behindNumber[word] && rest[1] != '(' {
			return false
		}
	}
	return group[0] == '0' || dated || !m.lead(leadingNumber(group))
}

// behindNumber are words that stand behind a citation, and parts of resolutions.
var behindNumber = wordSet("of and or on in to as by is was which with should adopted entitled dated also annex concerning regarding at from A B C D E")

// bracketed mends the number before the bracket at i, which holds a year or session: "235 3 (2017)". The digits before the blank belong to it behind the word
// "resolution", and where the Security Council had no such number in the year, but the whole.
func (m *mender) bracketed(i int) {
	text := m.text
	closing := strings.IndexByte(text[i:min(len(text), i+maxSession)], ')')
	if closing < 2 {
		return
	}
	inner := text[i+1 : i+closing]
	year := 0
	if yearLike(inner) && clean(inner) {
		year = leadingNumber(inner)
	} else if strings.Trim(inner, "IVXL") != "" {
		return
	}
	last := i - 1
	if upper(text[last-1]) {
		last -= 2 // "3 0 26 A (XXVII)"
	}
	var blanks []int
	best, number := 0, ""
	for end := last; len(blanks) < maxGroups; {
		start := digitsBefore(text, end)
		if start == end || start == 0 || len(number)+end-start > 4 {
			break
		}
		number = text[start:end] + number
		part, whole := leadingNumber(text[digitsBefore(text, last):last]), leadingNumber(number)
		fits := headed(text[:start-1]) || year > 0 && !numbersOf(year, part) && numbersOf(year, whole) ||
			year == 0 && m.listed(start) && !m.lead(leadingNumber(text[start:end]))
		if len(blanks) > 0 && number[0] != '0' && fits {
			best = len(blanks)
		}
		if !blank(text[start-1]) {
			break
		}
		blanks, end = append(blanks, start-1), start-1
	}
	for _, at := range blanks[:best] {
		m.drop(at)
	}
}

// lead reports whether a note begins with the number, in plain digits at the start of a line.
func (m *mender) lead(number int) bool {
	if m.leads == nil {
		m.leads = make(map[int]bool)
		if raised := strings.ContainsAny(m.text, "¹²³⁴⁵⁶⁷⁸⁹"); raised {
			return false // marks are in superscript
		}
		for line := range strings.SplitSeq(m.text, "\n") {
			if line = strings.TrimLeft(line, " *[("); line == "" || !digit(line[0]) {
				continue
			}
			if rest := strings.TrimLeft(line, "0123456789"); rest != "" && rest[0] != '/' && openingOf(strings.TrimLeft(rest, ". ")) == noOpening {
				m.leads[leadingNumber(line)] = true
			}
		}
	}
	return m.leads[number]
}

// blank: a blank, or the end of a line.
func blank(c byte) bool { return c == ' ' || c == '\n' }
