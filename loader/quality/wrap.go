package quality

import "unicode"

// wrap breaks glyphs at blanks into lines of the style's width. A longer word has a line of its own, or is cut, where the style cuts words.
func (r *renderer) wrap(glyphs []glyph) [][]glyph {
	w := wrapper{width: r.style.width, hyphen: []rune(r.style.hyphen)}
	for from := 0; from < len(glyphs); {
		to := from
		for to < len(glyphs) && glyphs[to].char != ' ' {
			to++
		}
		if to > from {
			w.word(glyphs[from:to])
		}
		for to < len(glyphs) && glyphs[to].char == ' ' {
			to++
		}
		if from == 0 && glyphs[0].char == ' ' { // an indent
			w.line = append(w.line, glyphs[:to]...)
			w.indented = true
		}
		from = to
	}
	if len(w.line) > 0 {
		w.lines = append(w.lines, w.line)
	}
	return w.lines
}

// A wrapper fills lines.
type wrapper struct {
	width    int
	hyphen   []rune
	lines    [][]glyph
	line     []glyph
	indented bool // the line holds nothing but an indent
}

// word sets a word, cutting it where it does not fit and may be cut.
func (w *wrapper) word(word []glyph) {
	for {
		gap := 1
		if len(w.line) == 0 || w.indented {
			gap = 0
		}
		if len(w.line) == 0 || len(w.line)+gap+len(word) <= w.width {
			w.set(word, gap)
			return
		}
		if cut, hyphen := w.cut(word, w.width-len(w.line)-gap); cut > 0 {
			part := append([]glyph(nil), word[:cut]...)
			if hyphen {
				part = append(part, glyphsOf(string(w.hyphen), joint(word[cut-1], word[cut]))...)
			}
			w.set(part, gap)
			word = word[cut:]
		}
		w.lines = append(w.lines, w.line)
		w.line = nil
	}
}

// joint is what a sign between two glyphs belongs to: their link, if they have one.
func joint(a, b glyph) glyph {
	if a.of == b.of {
		return a
	}
	return glyph{}
}

// set appends a word to the line.
func (w *wrapper) set(word []glyph, gap int) {
	if gap > 0 {
		w.line = append(w.line, glyph{char: ' ', of: joint(w.line[len(w.line)-1], word[0]).of})
	}
	w.line = append(w.line, word...)
	w.indented = false
}

// cut returns where a word is cut so that its part and a hyphen fit the room: behind a stroke, without a hyphen, or between letters; 0 for nowhere.
func (w *wrapper) cut(word []glyph, room int) (at int, hyphen bool) {
	if len(w.hyphen) == 0 {
		return 0, false
	}
	for at = min(room, len(word)-1); at > 1; at-- {
		a, b := word[at-1], word[at]
		switch {
		case a.char == '/' && unicode.IsDigit(b.char), a.char == '-' && unicode.IsLetter(b.char):
			return at, false
		case at+len(w.hyphen) > room || at+2 >= len(word):
		case at > 2 && unicode.IsLetter(word[at-2].char) && unicode.IsLetter(a.char) && unicode.IsLower(b.char) && unicode.IsLower(word[at+1].char) && vowel(a.char) != vowel(b.char):
			return at, true
		}
	}
	return 0, false
}

func vowel(c rune) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y':
		return true
	}
	return false
}
