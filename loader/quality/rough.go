package quality

import "unicode"

// Measures of the damage.
const (
	softWord   = 8 // letters of a word that is hyphenated
	softEvery  = 4 // letters between its soft hyphens
	blankEvery = 3 // of how many links one has a blank in it
)

// roughen damages laid out glyphs as the mode has it; the two modes of the official measure stay as they are.
func (r *renderer) roughen(glyphs []glyph) []glyph {
	switch r.mode {
	case Soft:
		return softHyphens(glyphs)
	case Blanks:
		return blanks(glyphs)
	}
	return glyphs
}

// softHyphens puts soft hyphens into long words.
func softHyphens(glyphs []glyph) []glyph {
	var out []glyph
	for i := 0; i < len(glyphs); {
		end := i
		for end < len(glyphs) && unicode.IsLetter(glyphs[end].char) {
			end++
		}
		if end == i {
			out = append(out, glyphs[i])
			i++
			continue
		}
		for k, g := range glyphs[i:end] {
			if k > 0 && k%softEvery == 0 && end-i >= softWord {
				out = append(out, glyph{char: '\u00ad', of: g.of})
			}
			out = append(out, g)
		}
		i = end
	}
	return out
}

// blanks puts a blank behind the stroke of some linked numbers.
func blanks(glyphs []glyph) []glyph {
	var out []glyph
	for i, g := range glyphs {
		out = append(out, g)
		digits := i > 0 && i+1 < len(glyphs) && unicode.IsDigit(glyphs[i-1].char) && unicode.IsDigit(glyphs[i+1].char)
		if g.char == '/' && digits && g.of > 0 && g.of%blankEvery == 0 {
			out = append(out, glyph{char: ' ', of: g.of})
		}
	}
	return out
}
