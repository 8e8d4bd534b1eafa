package parse

import "strings"

// continues decides whether a line goes on with the fragment before it.
func (a *assembler) continues(previous *fragment, l line, s string) bool {
	last := previous.last(a.text)
	switch {
	case formula(s), formula(last) && len(previous.lines) == 1, annex(last) && len(previous.lines) == 1:
		return false
	case (annex(s) || meeting(s)) && (l.blank > 0 || finished(last)), s[0] == '[' && finished(last):
		return false
	case l.blank > 0 && digit(s[0]) && entitled(s): // the next resolution on the page, below a table
		return false
	case l.blank > 0 || l.broken || l.column:
		return a.resumes(previous, l, s, last)
	}
	return a.wraps(previous, l, s, last)
}

// resumes decides for a line after an empty line or a page break: it goes on only where the fragment before breaks off in the middle.
func (a *assembler) resumes(previous *fragment, l line, s, last string) bool {
	if a.numbered(s, finished(last), true) || bullet(s) > 0 && s[0] != '*' && (finished(last) || strings.HasPrefix(s, "•")) {
		return false
	}
	c := strings.TrimLeft(s, "*_")
	if c == "" {
		return false
	}
	hyphened := strings.HasSuffix(last, "-") || strings.HasSuffix(last, "\u00ad")
	if !finished(last) && (lower(c[0]) || hyphened) {
		return a.paragraph(previous) || previous.size() > 40
	}
	broken := l.broken || l.column
	switch end := ending(last); {
	case end == 0:
		return a.midway(previous, broken, last) && !surelyOpens(c) && c[0] != '[' && !votes(c)
	case !broken || end == '.':
		return false
	case lower(c[0]):
		return true
	default: // a comma may stand at the end of a page within a paragraph
		return end == ',' && l.blank <= 1 && openingOf(c) == noOpening && a.paragraph(previous)
	}
}

// midway reports whether a fragment whose last line does not end as a paragraph breaks off in its midst, for it is no heading and the line is full.
func (a *assembler) midway(f *fragment, broken bool, last string) bool {
	if f.size() > 20 && surelyOpens(f.first(a.text)) {
		return true
	}
	return a.paragraph(f) && (f.size() > 120 || broken && len(last)*10 > a.width*7)
}

// paragraph reports whether a fragment is a paragraph, not a heading: numbered, with opening words, or long.
func (a *assembler) paragraph(f *fragment) bool {
	if f.number != "" || f.size() > 250 {
		return true
	}
	first := f.first(a.text)
	return openingOf(first) != noOpening && (f.size() > 60 || len(f.lines) > 1)
}

// wraps decides for a line that follows at once.
func (a *assembler) wraps(previous *fragment, l line, s, last string) bool {
	done := finished(last)
	if a.numbered(s, done, false) || done && bullet(s) > 0 {
		return false
	}
	if !done {
		return a.width > 0 || !headingBreak(previous, last, s, a.text)
	}
	if a.width == 0 { // a paragraph a line
		return lower(s[0])
	}
	short := len(last) < a.width*3/4
	if openingOf(s) != noOpening && (short || l.indent >= 2) || surelyOpens(s) && upper(s[0]) {
		return false
	}
	return l.indent < 4 || !upper(s[0]) || previous.number == ""
}

// headingBreak reports whether a short line that is not finished ends there: a heading above a paragraph.
func headingBreak(previous *fragment, last, s, text string) bool {
	return len(last) < 70 && len(s) > 200 && previous.number == "" && openingOf(previous.first(text)) == noOpening
}

// numbered reports whether a line begins with a paragraph number that can be one here. Within a wrapped paragraph a line may begin with
// "3. " or "(b)" by chance: then the number must follow the last one, and the line before must have ended.
func (a *assembler) numbered(s string, done, apart bool) bool {
	number, n := label(s)
	if n == 0 {
		return false
	}
	rest := s[n:]
	if strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "or ") || strings.HasPrefix(rest, "to ") && !done || strings.HasPrefix(rest, "of ") && !done {
		return false
	}
	if number[0] == '(' {
		return done || apart && !lower(rest[0])
	}
	next := leadingNumber(number)
	if done {
		return true
	}
	return upper(rest[0]) && (next == a.lastItem+1 || apart && next > 0) && openingOf(rest) != noOpening
}
