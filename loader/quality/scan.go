package quality

import "unicode"

// cutAnywhere puts a blank into words, numbers and symbols, behind one of so many characters: "resolut ion 7 0/1 25".
func cutAnywhere(of int) damage {
	return cut(of, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '/' })
}

// cutNumbers puts a blank into numbers, dates and symbols, behind one of so many digits and strokes: "1 9 December 20 15, 70/ 125".
func cutNumbers(of int) damage {
	return cut(of, func(r rune) bool { return unicode.IsDigit(r) || r == '/' })
}

// cut puts a blank between two characters of a kind, once in so many times. The marks of notes are left alone.
func cut(of int, kind func(rune) bool) damage {
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		for i, g := range glyphs {
			out = append(out, g)
			if i+1 < len(glyphs) && g.of >= 0 && glyphs[i+1].of == g.of && kind(g.char) && kind(glyphs[i+1].char) && d.one(of) {
				out = append(out, glyph{char: ' ', of: g.of})
			}
		}
		return out
	}
}

// loseBlanks leaves out one of so many blanks, and more often those beside digits: "resolution70/125of19 December2015".
func loseBlanks(of int) damage {
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		for i, g := range glyphs {
			if g.char == ' ' && g.of >= 0 && i > 0 && i+1 < len(glyphs) && glyphs[i-1].char != '.' {
				before, after := glyphs[i-1].char, glyphs[i+1].char
				numeral := unicode.IsDigit(before) != unicode.IsDigit(after) && (unicode.IsLetter(before) || unicode.IsLetter(after))
				if numeral && d.one(max(of/12, 2)) || !numeral && d.one(of) {
					continue
				}
			}
			out = append(out, g)
		}
		return out
	}
}
