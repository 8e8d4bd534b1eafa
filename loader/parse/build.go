package parse

import (
	"strings"
	"unicode/utf8"

	"recital/graph"
)

// A builder makes the clean text of fragments, with the map back to the raw text. It holds the notes that wait for their marks.
type builder struct {
	text  string
	notes *noteBook
	out   []byte
	pages []Piece // arena of maps
	found []bound // marks found in the fragment being built

	searches int // for words that line ends cut
	marked   map[noteKey]int
}

// A bound is a mark that was found in a fragment: the note it belongs to, and where it stands in the clean text.
type bound struct {
	note int // index into noteBook.notes; -1 for a mark whose note is lost
	at   int
}

// acts marks the bytes at which the builder must look twice; all others are copied.
var acts = func() (t [256]bool) {
	for _, c := range []byte("*_\\\t[`\r\n\f\v") {
		t[c] = true
	}
	for c := 0x80; c < 256; c++ {
		t[c] = true
	}
	return t
}()

// build makes the text of a fragment. Marks are looked for only in body fragments.
func (b *builder) build(f *fragment, body bool) (string, Map, []bound) {
	b.found = nil
	if len(f.lines) == 1 && (!body || !b.notes.within(f.lines[0])) {
		if l := f.lines[0]; b.clean(l) {
			b.pages = append(b.pages, Piece{Raw: l.Start, Len: l.Len()})
			return b.text[l.Start:l.End], b.pages[len(b.pages)-1 : len(b.pages) : len(b.pages)], nil
		}
	}
	b.out = b.out[:0]
	from := len(b.pages)
	for i, l := range f.lines {
		if i > 0 {
			b.join(l, from)
		}
		b.line(l, from, body)
	}
	for len(b.out) > 0 && b.out[len(b.out)-1] == ' ' {
		b.out = b.out[:len(b.out)-1]
	}
	m := Map(b.pages[from:len(b.pages):len(b.pages)])
	return string(b.out), m.cut(len(b.out)), b.found
}

// cut drops pieces beyond the end of the clean text, whose trailing blanks were taken off.
func (m Map) cut(end int) Map {
	for len(m) > 0 && m[len(m)-1].Text >= end {
		m = m[:len(m)-1]
	}
	if n := len(m) - 1; n >= 0 && m[n].Text+m[n].Len > end {
		m[n].Len = end - m[n].Text
	}
	return m
}

// clean reports whether a line is its own clean text.
func (b *builder) clean(l graph.Span) bool {
	s := b.text[l.Start:l.End]
	for i := 0; i < len(s); {
		i += calm(s[i:])
		for stop := min(i+8, len(s)); i < stop; i++ {
			c := s[i]
			if acts[c] {
				if c == 0xe2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] >= 0x93 && s[i+2] <= 0x9e {
					i += 2 // dashes and quotation marks are kept
					continue
				}
				if c == 0xc3 && i+1 < len(s) {
					i++ // accented letters
					continue
				}
				return false
			}
			if c == ' ' && i+1 < len(s) && s[i+1] == ' ' {
				return false
			}
		}
	}
	return true
}

// calm returns the length of a beginning of the text, in steps of eight bytes, that is copied as it stands: no byte in it acts, and each
// blank in it is followed by something else. Eight bytes are tried at once, each in its byte: an addition carries into the byte's top bit where the
// byte is not under a bound. The brackets ']' and '^' end it too: they stand between those that act.
func calm(s string) int {
	const each, top = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 < len(s); i += 8 {
		w := eightBytes(s[i : i+8])
		low := w &^ top
		calm := (low + each*(0x80-' ')) & ((low ^ each*'*') + each*0x7f) // no control, no asterisk
		calm &^= (low + each*(0x80-'[')) &^ (low + each*(0x7f-'`'))      // none of [ \ _ and the grave accent
		blank := ^((low ^ each*' ') + each*0x7f) & top
		if w&top != 0 || calm&top != top || blank&(blank>>8) != 0 || blank>>63 != 0 && s[i+8] == ' ' {
			return i
		}
	}
	return i
}

// copy appends raw bytes to the clean text and to the map.
func (b *builder) copy(start, end, from int) {
	if start == end {
		return
	}
	at := len(b.out)
	b.out = append(b.out, b.text[start:end]...)
	if n := len(b.pages) - 1; n >= from {
		if p := &b.pages[n]; p.Wide == 0 && p.Raw+p.Len == start && p.Text+p.Len == at {
			p.Len += end - start
			return
		}
	}
	b.pages = append(b.pages, Piece{Text: at, Raw: start, Len: end - start})
}

// replace appends one byte that stands for wide raw bytes.
func (b *builder) replace(c byte, raw, wide int) {
	if c == ' ' && (len(b.out) == 0 || b.out[len(b.out)-1] == ' ') {
		return
	}
	b.pages = append(b.pages, Piece{Text: len(b.out), Raw: raw, Wide: wide})
	b.out = append(b.out, c)
}

// line appends one line.
func (b *builder) line(l graph.Span, from int, body bool) {
	i, start := l.Start, l.Start
	marks := b.notes.marksIn(l)
	for i < l.End {
		if body && len(marks) > 0 && i == marks[0].start {
			b.copy(start, i, from)
			b.bind(marks[0])
			i, marks = marks[0].end, marks[1:]
			start = b.afterMark(i, l.End)
			i = start
			continue
		}
		c := b.text[i]
		if !acts[c] && (c != ' ' || i+1 < l.End && b.text[i+1] != ' ' && !b.blankLast(start, i)) {
			end := l.End
			if body && len(marks) > 0 && marks[0].start > i {
				end = marks[0].start
			}
			i += max(1, calm(b.text[i:end]))
			continue
		}
		b.copy(start, i, from)
		n := b.special(i, l.End, from, body)
		i += n
		start = i
	}
	b.copy(start, l.End, from)
}

// blankLast reports whether the clean text, with what waits to be copied, ends in a blank.
func (b *builder) blankLast(start, i int) bool {
	if i > start {
		return false
	}
	return len(b.out) == 0 || b.out[len(b.out)-1] == ' '
}

// afterMark skips the blank after a mark that stood with blanks on both sides.
func (b *builder) afterMark(i, end int) int {
	if i < end && b.text[i] == ' ' && (len(b.out) == 0 || b.out[len(b.out)-1] == ' ') {
		return i + 1
	}
	return i
}

// bind notes that the mark of a note stands here.
func (b *builder) bind(m mark) {
	b.found = append(b.found, bound{note: m.note, at: b.end()})
}

// end returns where the clean text ends, a blank at its end left out: a mark stands with the word before it.
func (b *builder) end() int {
	n := len(b.out)
	if n > 0 && b.out[n-1] == ' ' {
		n--
	}
	return n
}

// special handles the character at i, whatever it needs, and returns its length in the raw text.
func (b *builder) special(i, end, from int, body bool) int {
	s := b.text[i:end]
	switch c := s[0]; {
	case isBlank(c):
		b.replaceBlank(i, 1, from)
		return 1
	case c == '*', c == '`':
		return b.asterisks(s, body)
	case c == '_':
		if b.emphasis(i, end) {
			return 1
		}
	case c == '\\':
		if len(s) > 1 && strings.IndexByte("*_.#[]()-+!\\`", s[1]) >= 0 {
			b.copy(i+1, i+2, from)
			return 2
		}
	case c == '[':
		return b.bracket(i, s, from, body)
	case c < utf8.RuneSelf:
	default:
		return b.wide(i, s, from, body)
	}
	b.copy(i, i+1, from)
	return 1
}

func isBlank(c byte) bool {
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v'
}

// replaceBlank appends a blank; a plain one is copied, so that the map stays short.
func (b *builder) replaceBlank(i, n, from int) {
	if len(b.out) == 0 || b.out[len(b.out)-1] == ' ' {
		return
	}
	if b.text[i] == ' ' {
		b.copy(i, i+1, from)
		return
	}
	b.replace(' ', i, n)
}

// asterisks drops Markdown's signs; one that is the mark of a note binds it.
func (b *builder) asterisks(s string, body bool) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	if body && s[0] == '*' {
		if note := b.notes.take(s[:n]); note >= 0 {
			b.found = append(b.found, bound{note: note, at: b.end()})
		}
	}
	return n
}

// emphasis reports whether an underscore is Markdown's: at the edge of a word, not within one.
func (b *builder) emphasis(i, end int) bool {
	before := i == 0 || !wordByte(b.text[i-1])
	after := i+1 >= end || !wordByte(b.text[i+1])
	return before != after
}

func wordByte(c byte) bool { return letter(c) || digit(c) || c >= utf8.RuneSelf }

// bracket handles Markdown's notes "[^7]" and links "[words](address)"; other brackets are kept.
func (b *builder) bracket(i int, s string, from int, body bool) int {
	if body && strings.HasPrefix(s, "[^") {
		if end := strings.IndexByte(s[:min(len(s), 8)], ']'); end > 2 {
			b.found = append(b.found, bound{note: b.notes.take(s[2:end]), at: b.end()})
			return end + 1
		}
	}
	if len(s) > 8 {
		window := s[:min(len(s), 300)]
		if at := strings.Index(window, "](http"); at > 0 {
			if end := strings.IndexByte(window[at:], ')'); end > 0 && strings.IndexByte(window[1:at], '[') < 0 {
				b.copy(i+1, i+at, from)
				return at + end + 1
			}
		}
	}
	b.copy(i, i+1, from)
	return 1
}

// wide handles a character beyond ASCII: blanks and hyphens of all kinds become plain, invisible ones go, superscript digits are marks.
func (b *builder) wide(i int, s string, from int, body bool) int {
	if n := blankAt(s); n > 0 {
		if r, _ := utf8.DecodeRuneInString(s); r == '\u200b' || r == '\ufeff' || r == '\u2060' {
			return n
		}
		b.replaceBlank(i, n, from)
		return n
	}
	r, n := utf8.DecodeRuneInString(s)
	switch r {
	case '\u00ad', '\u200c', '\u200d', '\u200e', '\u200f':
		return n
	case '\u2010', '\u2011', '\u00af':
		b.replace('-', i, n)
		return n
	case '\ufb01', '\ufb02':
		b.replace('f', i, n)
		b.replace(map[rune]byte{'\ufb01': 'i', '\ufb02': 'l'}[r], i, n)
		return n
	}
	if _, size := superscript(s); size > 0 && body {
		return b.superscriptMark(i, s, from)
	}
	b.copy(i, i+n, from)
	return n
}

// superscriptMark drops a superscript number that is the mark of a note; "km²" stays.
func (b *builder) superscriptMark(i int, s string, from int) int {
	mark, n := "", 0
	for n < len(s) {
		d, size := superscript(s[n:])
		if size == 0 {
			break
		}
		mark += string(d)
		n += size
	}
	if unit(b.out) || len(mark) > 3 {
		b.copy(i, i+n, from)
		return n
	}
	b.found = append(b.found, bound{note: b.notes.take(mark), at: b.end()})
	return n
}

// unit reports whether the text ends in a unit of length: "km", "1,000 m".
func unit(out []byte) bool {
	n := len(out)
	return n > 2 && out[n-1] == 'm' && (out[n-2] == ' ' || out[n-2] == 'k' && (out[n-3] == ' ' || digit(out[n-3])))
}

// join appends what stands between two lines: nothing after a hyphen that the line end made, or within a symbol, else a blank.
func (b *builder) join(next graph.Span, from int) {
	n := len(b.out)
	if n == 0 || b.out[n-1] == ' ' || next.Len() == 0 {
		return
	}
	c := b.text[next.Start]
	switch last := b.out[n-1]; {
	case strings.HasSuffix(b.text[:b.rawEnd(from)], "\u00ad"):
		return
	case last == '/' && (digit(c) || letter(c)):
		return
	case last == '-' && n > 1 && (letter(b.out[n-2]) || digit(b.out[n-2])):
		rest := b.text[next.Start:next.End]
		if strings.HasPrefix(rest, "and ") || strings.HasPrefix(rest, "or ") || strings.HasPrefix(rest, "to ") { // "short- and long-term"
			break
		}
		if b.softHyphen(rest) {
			b.out = b.out[:n-1]
			b.shorten(from, n-1)
		}
		return
	}
	b.out = append(b.out, ' ')
}

// rawEnd returns where the raw text of the last piece, and a soft hyphen after it, ends.
func (b *builder) rawEnd(from int) int {
	if len(b.pages) <= from {
		return 0
	}
	p := b.pages[len(b.pages)-1]
	end := p.Raw + max(p.Len, p.Wide)
	if strings.HasPrefix(b.text[end:], "\u00ad") {
		end += len("\u00ad")
	}
	return end
}

// shorten takes the last byte of the clean text off the map.
func (b *builder) shorten(from, at int) {
	n := len(b.pages) - 1
	if n < from {
		return
	}
	if p := &b.pages[n]; p.Wide > 0 || p.Text == at {
		b.pages = b.pages[:n]
	} else {
		p.Len = at - p.Text
	}
}
