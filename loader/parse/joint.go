package parse

import (
	"slices"
	"strconv"
	"strings"
)

// A jointer finds where line ends between paragraphs were lost, as when a page of the web is copied as one line: "The General Assembly,
// Recalling its resolution 1/1,Noting ..., 1. Requests ...". What it looks for is not written within a paragraph: an enacting formula with an
// opening word behind it; behind the formula, a capital opening word after a comma or semicolon; the next number with a verb; notes in their order.
type jointer struct {
	text    string
	out     []line
	formula bool   // an enacting formula has been seen
	item    int    // the number of the last operative paragraph
	note    int    // and of the last note
	mark    string // of the next
}

// joints cuts lines at such places.
func joints(text string, all []line) []line {
	j := jointer{text: text, mark: superscriptOf(1)}
	for i, l := range all {
		s := text[l.start:l.end]
		cuts := j.cuts(s)
		if len(cuts) == 0 {
			if j.out != nil {
				j.out = append(j.out, l)
			}
			j.formula = j.formula || formula(s)
			continue
		}
		if j.out == nil {
			j.out = append(make([]line, 0, len(all)+len(cuts)), all[:i]...)
		}
		j.cut(l, cuts)
	}
	if j.out == nil {
		return all
	}
	return j.out
}

// cut writes a line in parts, each as if an empty line stood before it.
func (j *jointer) cut(l line, cuts []int) {
	foot := l.foot
	start := l.start
	for i := 0; i <= len(cuts); i++ {
		end := l.end
		if i < len(cuts) {
			end = l.start + cuts[i]
		}
		part := l
		part.start, part.end = trim(j.text, start, end)
		part.foot = foot && i == len(cuts)
		if i > 0 {
			part.blank, part.broken, part.column, part.top, part.indent = 1, false, false, 0, 0
		}
		if part.start < part.end {
			j.out = append(j.out, part)
		}
		start = end
	}
}

// cuts returns where the parts of a line begin, but for the first.
func (j *jointer) cuts(s string) []int {
	var cuts []int
	from := 0
	if !j.formula {
		start, end := jointFormula(s)
		if end == 0 {
			return nil
		}
		if start > 0 { // else it runs on into its first paragraph, and is read as such
			cuts = append(j.headCuts(s[:start]), start, end)
		}
		from, j.formula = end, true
	}
	comma, semicolon := from-1, from-1
	for {
		comma, semicolon = following(s, ',', comma, min(comma, semicolon)), following(s, ';', semicolon, min(comma, semicolon))
		i := min(comma, semicolon)
		if i+2 >= len(s) {
			break
		}
		if at := j.opensBehind(s, i); at > 0 {
			cuts = append(cuts, at)
		}
	}
	return j.noteCuts(s, cuts)
}

// following returns where the byte stands next behind the place that is done, len(s) where it does not; at is where it stood last.
func following(s string, c byte, at, done int) int {
	if at > done {
		return at
	}
	next := strings.IndexByte(s[done+1:], c)
	if next < 0 {
		return len(s)
	}
	return done + 1 + next
}

// opensBehind returns where a paragraph begins behind the sign at i, 0 where none does.
func (j *jointer) opensBehind(s string, i int) int {
	at := i + 1
	if s[at] == ' ' {
		at++
	}
	switch c := s[at]; {
	case lower(c):
		return 0 // most of them
	case c == ' ':
		return 0 // the next column, perhaps
	case c >= 0x80:
		if _, mark := superscripts(s[at:]); mark > 0 {
			at += mark // "...,² Noting ..."
		}
	}
	if at >= len(s) {
		return 0
	}
	rest := s[at:]
	switch c := rest[0]; {
	case upper(c):
		kind := openingOf(rest)
		if (kind == preambularOpening || kind == operativeOpening && s[i] == ';') && surelyOpens(rest) && !entitles(rest) {
			return at
		}
	case digit(c):
		number, n := label(rest)
		v := leadingNumber(number)
		if n > 0 && (v == j.item+1 || v == 1) && strconv.Itoa(v) == number && upper(rest[n]) && openingOf(rest[n:]) == operativeOpening {
			j.item = v
			return at
		}
	}
	return 0
}

// noteCuts adds where notes begin that stand in their order, each behind the end of a sentence.
func (j *jointer) noteCuts(s string, cuts []int) []int {
	found := false
	for from := 0; ; {
		at := strings.Index(s[from:], j.mark)
		if at < 0 {
			break
		}
		at += from
		from = at + len(j.mark)
		before := strings.TrimRight(s[:at], " ")
		read, n := superscripts(s[at:])
		if before == "" || before[len(before)-1] != '.' && before[len(before)-1] != ';' || leadingNumber(read) != j.note+1 || at+n == len(s) || lower(s[at+n]) {
			continue
		}
		if j.note == 0 && len(before) == at && !strings.Contains(s[from:], superscriptOf(2)) {
			continue // the mark of the only note, behind a sentence
		}
		j.note++
		j.mark = superscriptOf(j.note + 1)
		cuts, found = append(cuts, at), true
	}
	if found {
		slices.Sort(cuts)
	}
	return cuts
}

// superscriptOf writes a number in superscript digits.
func superscriptOf(n int) string {
	var b strings.Builder
	for _, c := range strconv.Itoa(n) {
		b.WriteString([]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}[c-'0'])
	}
	return b.String()
}

// entitles reports whether an opening word belongs to a title: "..., Acting United Nations Mediator", "Declaration on ..., Taking into Particular Account ...".
func entitles(s string) bool {
	word, rest := firstWord(s)
	next, rest := firstWord(strings.TrimLeft(rest, " *_"))
	third, _ := firstWord(strings.TrimLeft(rest, " *_"))
	switch word {
	case "Acting":
		return next != "under" && next != "in"
	case "Taking":
		return next != "note" && (third == "" || upper(third[0]))
	}
	return false
}

// jointFormula finds an enacting formula that an opening word follows, and returns where it begins and ends; 0, 0 for none.
func jointFormula(s string) (start, end int) {
	for at := 0; ; at++ {
		next := strings.Index(s[at:], "The ")
		if next < 0 {
			return 0, 0
		}
		at += next
		if n := formulaLead(s[at:]); n > 0 && strings.IndexByte(s[at:at+n], ',') > 0 {
			return at, at + n
		}
	}
}

// headCuts returns where the lines of a heading that was joined into one begin: "United Nations A/RES/77/1 General Assembly Resolution adopted by the General
// Assembly on 7 October 2022 77/1. Title".
func (j *jointer) headCuts(s string) []int {
	var cuts []int
	at := headSymbol(s)
	if at > 0 {
		cuts = append(cuts, at)
	}
	if adopted := strings.Index(s[at:], "Resolution adopted "); adopted > 0 {
		at += adopted
		cuts = append(cuts, at)
	}
	for i := max(at, 4); i < len(s); i++ {
		if digit(s[i]) && (s[i-1] == ' ' && year(strings.TrimRight(s[:i], " ")) || year(s[:i])) && titleNumber(s[i:]) > 0 {
			return append(cuts, i)
		}
	}
	return cuts
}

// headSymbol returns where the document's own symbol ends that a heading begins with, after "United Nations" or not; 0 for none.
func headSymbol(s string) int {
	first := strings.TrimLeft(strings.TrimPrefix(s, "United Nations"), " ")
	word, _, _ := strings.Cut(first, " ")
	if end := strings.LastIndexAny(word, "0123456789)"); end >= 0 { // "A/RES/77/1General"
		word = word[:end+1]
	}
	if !strings.Contains(word, "/RES/") || ownSymbol(word) == "" {
		return 0
	}
	return len(s) - len(first) + len(word)
}

// year reports whether s ends with a year of the United Nations.
func year(s string) bool {
	if len(s) < 4 {
		return false
	}
	n := leadingNumber(s[len(s)-4:])
	return n >= 1945 && n <= 2200
}
