package source

import (
	"strings"
	"unicode/utf8"

	"recital/graph"
	"recital/loader/parse"
)

// A writer makes the text of a structured document, paragraph by paragraph with a blank line between, and keeps where
// its blocks and hyperlinks stand. White space is folded; a note's mark stands in the text, in superscript, and the note follows
// the paragraph that bears it.
type writer struct {
	text   []byte
	blocks []parse.Block
	links  []parse.Link
	notes  []pendingNote
	gap    bool // a blank is due before the next word
	bare   bool // nothing of the present paragraph has been written yet
	held   bool // after a note's mark that took away the blank before it
}

// A pendingNote is a footnote whose mark was written and whose text is due after the paragraph.
type pendingNote struct {
	mark string
	at   int
	body *element
}

func (w *writer) raw() parse.Raw {
	return parse.Raw{Text: string(w.text), Blocks: w.blocks, Links: w.links}
}

// paragraph begins a new paragraph of the text.
func (w *writer) paragraph() {
	for len(w.text) > 0 && isSpace(w.text[len(w.text)-1]) {
		w.text = w.text[:len(w.text)-1]
	}
	if len(w.text) > 0 {
		w.text = append(w.text, "\n\n"...)
	}
	w.gap, w.bare, w.held = false, true, false
}

// line begins a new line within the paragraph.
func (w *writer) line() {
	if !w.bare {
		w.text = append(w.text, '\n')
		w.gap, w.held = false, false
	}
}

// words writes text with white space folded to single blanks.
func (w *writer) words(s string) {
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && !isSpace(s[j]) {
			j++
		}
		if j > i {
			w.word(s[i:j])
		}
		if j < len(s) {
			w.gap = true
		}
		i = j + 1
	}
}

// verbatim writes text with its lines and blanks as they are.
func (w *writer) verbatim(s string) {
	if w.gap && !w.bare {
		w.text = append(w.text, ' ')
	}
	w.text = append(w.text, s...)
	w.gap, w.held, w.bare = false, false, w.bare && strings.TrimSpace(s) == ""
}

func (w *writer) word(s string) {
	blank := w.gap && !w.bare
	if w.held { // the mark stands before the blank: "Rights ,¹" never, "Rights¹ and" yes
		r, _ := utf8.DecodeRuneInString(s)
		blank = (blank || w.held) && isWordRune(r)
		w.held = false
	}
	if blank && len(w.text) > 0 && w.text[len(w.text)-1] != '\n' {
		w.text = append(w.text, ' ')
	}
	w.text = append(w.text, s...)
	w.gap, w.bare = false, false
}

// mark writes the mark of a note, close to the word before it.
func (w *writer) mark(mark string, body *element) {
	w.held = w.gap
	w.notes = append(w.notes, pendingNote{mark: mark, at: len(w.text), body: body})
	w.text = append(w.text, superscript(mark)...)
	w.gap, w.bare = false, false
}

// block keeps the text from start as a block, without the blanks around it; nothing where it is empty.
func (w *writer) block(b parse.Block, start int) {
	end := len(w.text)
	for start < end && isSpace(w.text[start]) {
		start++
	}
	for end > start && isSpace(w.text[end-1]) {
		end--
	}
	if start == end {
		return
	}
	b.Span = graph.Span{Start: start, End: end}
	w.blocks = append(w.blocks, b)
}

// flush writes the notes that are due, each a paragraph; inline writes what a note holds.
func (w *writer) flush(inline func(*element)) {
	for len(w.notes) > 0 {
		due := w.notes
		w.notes = nil
		for _, n := range due {
			w.paragraph()
			w.text = append(w.text, superscript(n.mark)...)
			w.text = append(w.text, ' ')
			start := len(w.text)
			inline(n.body)
			w.block(parse.Block{Kind: parse.NoteBlock, Mark: n.mark, At: n.at}, start)
		}
	}
}

func isSpace(b byte) bool {
	return b == ' ' || b == '\n' || b == '\t' || b == '\r' || b == '\f' || b == '\v'
}

func isWordRune(r rune) bool {
	return r >= utf8.RuneSelf && r != '”' && r != '’' && r != '»' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '('
}

// superscript writes digits small; other marks ("*") stand as they are.
func superscript(mark string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0']
		}
		return r
	}, mark)
}
