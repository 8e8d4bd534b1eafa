package parse

import (
	"strings"

	"recital/graph"
)

const (
	// maxLinked is how long the words of a link in Markdown may be, maxAddress its address.
	maxLinked  = 400
	maxAddress = 600
)

// escape drops the stroke that Markdown sets before a sign, and before a line end.
func (z *squeezer) escape(i int) int {
	if i+1 >= len(z.text) {
		return 0
	}
	c := z.text[i+1]
	switch {
	case c == '\n':
		return z.drop(i, 1)
	case c == '[':
		if n := z.noteMark(i, "\\[", "\\]"); n > 0 {
			return n
		}
	case c == '*' || c == '_' || c == '`' || strings.IndexByte(".#]()-+!\\{}>|~", c) < 0:
		return 0 // those that mean something to the builder keep their stroke until then
	}
	z.keep(i)
	z.start = i + 1
	z.keep(i + 2)
	return 2
}

// lineSign drops the signs of headings and of quoted text at the beginning of a line.
func (z *squeezer) lineSign(i int) int {
	if !z.lineStart(i) {
		return 0
	}
	n := 1
	for z.text[i] == '#' && i+n < len(z.text) && z.text[i+n] == '#' {
		n++
	}
	if i+n < len(z.text) && z.text[i+n] == ' ' && n <= 6 {
		return z.drop(i, n+1)
	}
	return 0
}

// bracket handles the bracket at i: a note's mark "[7]" or "[^7]", a link "[77/211](address)" or "[77/211][ref]", the line that defines a reference.
func (z *squeezer) bracket(i int) int {
	if n := z.definition(i); n > 0 {
		return z.drop(i, n)
	}
	if n := z.noteMark(i, "[^", "]"); n > 0 {
		return n
	}
	closing, end := z.linkEnd(i)
	if end == 0 {
		return z.noteMark(i, "[", "]")
	}
	words := strings.Trim(z.text[i+1:closing], "\\[]^ ")
	if z.text[closing+1] == '(' && z.text[closing+2] == '#' && allDigits(words) && len(words) <= 3 {
		return z.raise(i, end-i, words)
	}
	if words == "" {
		return 0
	}
	z.skips = append(z.skips, graph.Span{Start: closing, End: end})
	return z.drop(i, 1)
}

// skip leaves out the address of a link whose words end at i.
func (z *squeezer) skip(i int) int {
	for len(z.skips) > 0 && z.skips[0].Start < i {
		z.skips = z.skips[1:]
	}
	if len(z.skips) == 0 || z.skips[0].Start != i {
		return 0
	}
	return z.drop(i, z.skips[0].Len())
}

// definition returns the length of a line like "[ref]: https://..." that begins at i, 0 for none.
func (z *squeezer) definition(i int) int {
	if !z.lineStart(i) {
		return 0
	}
	s := z.text[i:min(len(z.text), i+maxAddress)]
	at := strings.Index(s, "]: ")
	end := strings.IndexByte(s, '\n')
	if end < 0 {
		end = len(s)
	}
	if at < 0 || at > 60 || at > end || !address(strings.TrimLeft(s[at+3:end], " ")) || strings.HasPrefix(s, "[^") {
		return 0
	}
	if strings.ContainsRune(strings.TrimSpace(s[at+3:end]), ' ') && strings.IndexByte(s[at+3:end], '"') < 0 {
		return 0
	}
	return end
}

// address reports whether s begins as the address of a link does.
func address(s string) bool {
	s = strings.TrimPrefix(s, "<")
	for _, lead := range []string{"http://", "https://", "/", "#", "./", "../", "mailto:", "www.", "undocs.org", "docs.un.org"} {
		if strings.HasPrefix(s, lead) {
			return true
		}
	}
	return false
}

// linkEnd returns where the words of a link that begins at i end, and where the link itself does; 0, 0 where none begins.
func (z *squeezer) linkEnd(i int) (closing, end int) {
	text := z.text
	depth := 0
	limit := min(len(text), i+maxLinked)
	for at := i; at < limit; at++ {
		switch text[at] {
		case '\\':
			at++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				return z.addressEnd(at)
			}
		case '\n':
			if at+1 < limit && text[at+1] == '\n' {
				return 0, 0
			}
		}
	}
	return 0, 0
}

// addressEnd returns closing, where a bracket ends the words of a link, and the end of the address behind it; 0, 0 where none follows.
func (z *squeezer) addressEnd(closing int) (at, end int) {
	text := z.text
	if closing+2 >= len(text) {
		return 0, 0
	}
	limit := min(len(text), closing+maxAddress)
	if text[closing+1] == '[' { // [words][reference]
		if end := strings.IndexByte(text[closing:limit], ']'); end == 0 {
			if stop := strings.IndexByte(text[closing+1:limit], ']'); stop > 0 && stop < 60 && !strings.ContainsAny(text[closing+2:closing+1+stop], " \n[") {
				return closing, closing + stop + 2
			}
		}
		return 0, 0
	}
	if text[closing+1] != '(' || !address(text[closing+2:limit]) {
		return 0, 0
	}
	depth := 0
	for at := closing + 1; at < limit; at++ {
		switch text[at] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return closing, at + 1
			}
		case '\n':
			if at+1 < limit && text[at+1] == '\n' {
				return 0, 0
			}
		}
	}
	return 0, 0
}

// noteMark writes a note's number in brackets as a superscript: close to the word before it, or before the note itself, at the beginning of a line.
func (z *squeezer) noteMark(i int, open, closing string) int {
	s := z.text[i:]
	if !strings.HasPrefix(s, open) {
		return 0
	}
	n := len(open)
	for n < len(s) && digit(s[n]) {
		n++
	}
	number := s[len(open):n]
	if number == "" || len(number) > 3 || number[0] == '0' || !strings.HasPrefix(s[n:], closing) {
		return 0
	}
	n += len(closing)
	if z.lineStart(i) {
		if n < len(s) && s[n] == ':' {
			n++
		}
		if n < len(s) && blankLength(s[n:]) > 0 {
			return z.raise(i, n, number)
		}
		return 0
	}
	before := z.text[i-1]
	if before == '/' || before == '(' || before == '[' || n < len(s) && (letter(s[n]) || digit(s[n]) || s[n] == '/' || s[n] == '(') {
		return 0
	}
	return z.raise(i, n, number)
}
