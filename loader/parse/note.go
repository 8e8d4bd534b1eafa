package parse

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// noteLine takes a line that begins or continues a footnote, and reports whether it did.
func (a *assembler) noteLine(l line, s string) bool {
	mark, n := superscripts(s)
	if n == 0 {
		mark, n = bracketMark(s)
	}
	if n > 0 && n < len(s) && (!lower(s[n]) || !a.unended()) {
		a.beginNote(l, mark, n)
		return true
	}
	if mark, n := plainMark(s); n > 0 && a.isNote(l, s[n:], mark) {
		a.beginNote(l, mark, n)
		return true
	}
	if mark, n := gluedMark(s); n > 0 && a.isGluedNote(l, s[n:], mark) {
		a.beginNote(l, mark, n)
		return true
	}
	if a.note < 0 || l.broken {
		return false
	}
	note := &a.fragments[a.note]
	if (l.blank > 0 || l.column) && (!a.area || a.leavesArea(s)) || a.noteOver(note, s) {
		a.note, a.area = -1, false
		return false
	}
	note.lines = a.extend(note.lines, l)
	return true
}

// noteOver reports whether a note has ended and its line is followed by body at once, as at the foot of a column: the note ends with a full stop, on a line that is
// not full or before a line that begins as a paragraph does.
func (a *assembler) noteOver(note *fragment, s string) bool {
	last := note.last(a.text)
	if a.width == 0 || a.body < 0 || !strings.HasSuffix(last, ".") {
		return false
	}
	_, n := label(s)
	return len(last) < a.width*3/4 || openingOf(s[n:]) != noOpening && surelyOpens(s[n:])
}

// unended reports that the last line of the body breaks off: a line that begins with a superscript may go on with it.
func (a *assembler) unended() bool {
	return a.body >= 0 && a.body == len(a.fragments)-1 && !finished(a.fragments[a.body].last(a.text))
}

// leavesArea reports whether a line after an empty one, below the rule, is body again.
func (a *assembler) leavesArea(s string) bool {
	if !label0(s) || openingOf(s) != noOpening || formula(s) || meeting(s) || annex(s) || titleNumber(s) > 0 {
		return true
	}
	return a.body >= 0 && !finished(a.fragments[a.body].last(a.text)) && lower(s[0])
}

func (a *assembler) beginNote(l line, mark string, n int) {
	l.start += n
	a.fragments = append(a.fragments, fragment{
		kind: NoteBlock, lead: l.start - n, mark: mark, at: -1, broken: l.broken, blank: l.blank > 0,
		lines: a.extend(nil, l),
	})
	a.note = len(a.fragments) - 1
	if v := leadingNumber(mark); v > 0 {
		a.lastNote = v
	}
}

// superscripts reads a superscript number and the blanks after it: the mark in plain digits, and its length in bytes.
func superscripts(s string) (mark string, size int) {
	i := 0
	for i < len(s) {
		d, n := superscript(s[i:])
		if n == 0 {
			break
		}
		mark += string(d)
		i += n
	}
	if i == 0 || len(mark) > 3 {
		return "", 0
	}
	for i < len(s) && blankLength(s[i:]) > 0 {
		i += blankLength(s[i:])
	}
	return mark, i
}

// superscript reads one superscript digit.
func superscript(s string) (d byte, size int) {
	if s == "" || s[0] != 0xc2 && s[0] != 0xe2 {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '¹':
		return '1', n
	case r == '²':
		return '2', n
	case r == '³':
		return '3', n
	case r == '⁰' || '⁴' <= r && r <= '⁹':
		return byte('0' + r - '⁰'), n
	}
	return 0, 0
}

// bracketMark reads Markdown's "[^7]: ".
func bracketMark(s string) (string, int) {
	rest, ok := strings.CutPrefix(s, "[^")
	if !ok {
		return "", 0
	}
	mark, after, ok := strings.Cut(rest, "]:")
	if !ok || len(mark) > 4 {
		return "", 0
	}
	return mark, len(s) - len(strings.TrimLeft(after, " "))
}

// plainMark reads the mark of a note in plain text: "7 See ...", "* Reissued ...". Not "7. Requests" nor "7 March".
func plainMark(s string) (string, int) {
	for _, arrow := range [...]string{"↑", "^"} { // the way back to the text, on web pages
		if rest, ok := strings.CutPrefix(s, arrow); ok {
			lead := len(s) - len(strings.TrimLeft(rest, " "))
			mark, n := plainMark(s[lead:])
			return mark, n + min(n, 1)*lead
		}
	}
	i := 0
	for i < len(s) && i < 4 && digit(s[i]) {
		i++
	}
	if i == 0 {
		for i < len(s) && i < 3 && s[i] == '*' {
			i++
		}
		if i == 0 || i >= len(s) || blankLength(s[i:]) == 0 {
			return "", 0
		}
	}
	mark := s[:i]
	if i > 3 && s[0] != '*' || s[0] == '0' {
		return "", 0
	}
	if i < len(s) && s[i] == '/' { // "7/ See", as typewritten documents have it
		i++
	}
	blanks := 0
	for i < len(s) && blankLength(s[i:]) > 0 {
		i += blankLength(s[i:])
		blanks++
	}
	if blanks == 0 || i >= len(s) {
		return "", 0
	}
	return mark, i
}

// gluedMark reads the number of a note that lost the blank behind it: "7See ...".
func gluedMark(s string) (string, int) {
	i := 0
	for i < len(s) && i < 4 && digit(s[i]) {
		i++
	}
	if i == 0 || i > 3 || s[0] == '0' || i >= len(s) || !upper(s[i]) {
		return "", 0
	}
	rest := strings.TrimLeft(s[i:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	if rest == "" || !lower(rest[0]) && rest[0] != '/' {
		return "", 0
	}
	return s[:i], i
}

// isGluedNote decides whether a line that begins with a number and a word is a footnote: it begins as notes do, or follows one, with the next number.
func (a *assembler) isGluedNote(l line, rest, mark string) bool {
	n := leadingNumber(mark)
	if n <= a.lastNote || n > a.lastNote+4 || month(rest) {
		return false
	}
	return n == a.lastNote+1 && (a.note >= 0 || a.area) || (l.blank > 0 || a.note >= 0) && (citesFirst(rest) || leadsNote(rest))
}

// plainBlanks returns the beginning of s, enough to know words by, with its blanks plain.
func plainBlanks(s string) string {
	const enough = 60
	if strings.IndexByte(s[:min(len(s), enough)], 0xc2) < 0 {
		return s
	}
	return strings.ReplaceAll(s[:min(len(s), enough)], "\u00a0", " ")
}

// leadsNote reports whether s begins as notes do.
func leadsNote(s string) bool {
	s = plainBlanks(s)
	for _, lead := range noteLeads {
		if strings.HasPrefix(s, lead) {
			return true
		}
	}
	return false
}

// noteLeads are how footnotes of resolutions begin. Source: the notes of the General Assembly's resolutions, sessions 75 to 77.
var noteLeads = []string{
	"See ", "Ibid", "Resolution", "Resolutions", "United Nations, ", "Official Records", "A/", "S/", "E/", "General Assembly resolution",
	"Adopted ", "Report of ", "The ", "Decision", "Document", "International Labour", "UNEP/", "FCCC/", "For the ", "Including ", "Op. cit",
	"Economic and Social Council", "Security Council resolution", "Human Rights Council", "CRC/", "CEDAW/", "CCPR/", "Available", "Reissued", "As ",
}

// isNote decides whether a line that begins with a bare number or an asterisk is a footnote. Below the rule at the foot of a page it is one when its
// number follows; elsewhere it must begin as notes do, too.
func (a *assembler) isNote(l line, rest, mark string) bool {
	if mark[0] == '*' {
		return a.area || strings.HasPrefix(rest, "Reissued") || strings.HasPrefix(rest, "The present") || strings.HasPrefix(rest, "Previously")
	}
	n, err := strconv.Atoi(mark)
	if err != nil || lower(rest[0]) && !strings.HasPrefix(rest, "http") || month(rest) || sessionNumber(rest) {
		return false
	}
	if a.area {
		return a.lastNote == 0 || n > a.lastNote && n <= a.lastNote+5 || a.note < 0
	}
	next := n == a.lastNote+1 || a.lastNote == 0 || n > a.lastNote && n <= a.lastNote+4
	if !next {
		return a.note >= 0 && citesFirst(rest) // a number that was scanned wrong
	}
	if l.blank == 0 && a.note < 0 && !a.afterClosing() {
		return false
	}
	if a.note >= 0 || a.afterClosing() {
		return n > a.lastNote
	}
	return leadsNote(rest)
}

// sessionNumber reports whether s begins with a session in Roman figures and a full stop: "217 (III). International Bill ..." is the heading of a resolution.
func sessionNumber(s string) bool {
	inside, after, ok := strings.Cut(strings.TrimPrefix(s, "("), ")")
	return ok && s[0] == '(' && strings.HasPrefix(after, ".") && inside != "" && strings.Trim(inside, "IVXLS-") == ""
}

// afterClosing reports whether the last fragment of the body is the line of the adopting meeting.
func (a *assembler) afterClosing() bool {
	return a.body >= 0 && meeting(a.fragments[a.body].first(a.text))
}

// month reports whether s begins with the name of a month: "7 March" is no note.
func month(s string) bool {
	for _, m := range months {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	return false
}

var months = [...]string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
}
