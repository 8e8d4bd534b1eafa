package quality

import (
	"strings"
	"unicode"
)

// Measures of the damage.
const (
	softWord   = 8 // letters of a word that is hyphenated
	softEvery  = 4 // letters between its soft hyphens
	blankEvery = 3 // of how many links one has a blank in it
)

// glyphsOf returns a string as glyphs that belong to what g belongs to.
func glyphsOf(s string, g glyph) []glyph {
	out := make([]glyph, 0, len(s))
	for _, c := range s {
		out = append(out, glyph{char: c, of: g.of})
	}
	return out
}

// softHyphens puts soft hyphens into long words.
func softHyphens(_ *dice, glyphs []glyph) []glyph {
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

// hidden puts characters that are not seen into links, and now and then into other words.
func hidden(signs ...string) damage {
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		for i, g := range glyphs {
			out = append(out, g)
			within := i+1 < len(glyphs) && g.char != ' ' && glyphs[i+1].char != ' ' && g.of >= 0 && glyphs[i+1].of == g.of
			if within && (g.of > 0 && (g.char == '/' || d.one(6)) || d.one(40)) {
				out = append(out, glyphsOf(signs[d.IntN(len(signs))], g)...)
			}
		}
		return out
	}
}

// hardBlanks sets other blanks than the plain one beside digits, and now and then elsewhere.
func hardBlanks(signs ...string) damage {
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		for i, g := range glyphs {
			beside := i > 0 && i+1 < len(glyphs) && (unicode.IsDigit(glyphs[i-1].char) || unicode.IsDigit(glyphs[i+1].char))
			if g.char == ' ' && (beside || d.one(12)) {
				out = append(out, glyphsOf(signs[d.IntN(len(signs))], g)...)
				continue
			}
			out = append(out, g)
		}
		return out
	}
}

// wideDigits are the digits as East Asian type sets them.
var wideDigits = map[rune]string{
	'0': "０", '1': "１", '2': "２", '3': "３", '4': "４", '5': "５", '6': "６", '7': "７", '8': "８", '9': "９",
}

// exchange prints characters otherwise.
func exchange(signs map[rune]string) damage {
	return func(_ *dice, glyphs []glyph) []glyph {
		var out []glyph
		for _, g := range glyphs {
			if s, ok := signs[g.char]; ok && g.of >= 0 {
				out = append(out, glyphsOf(s, g)...)
				continue
			}
			out = append(out, g)
		}
		return out
	}
}

// exchangeLinked prints characters of links otherwise.
func exchangeLinked(signs map[rune]string) damage {
	change := exchange(signs)
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		for _, g := range glyphs {
			if g.of > 0 {
				out = append(out, change(d, []glyph{g})...)
				continue
			}
			out = append(out, g)
		}
		return out
	}
}

// blanks prints the stroke of some linked numbers with blanks, and cuts every few of their digits apart, as scanned pages have them: "74/ 12", "7 4/12".
func blanks(stroke string, digits int) damage {
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		hit := map[int]bool{}
		for i, g := range glyphs {
			if _, seen := hit[g.of]; !seen && g.of > 0 {
				hit[g.of] = d.one(blankEvery)
			}
			if g.of <= 0 || !hit[g.of] {
				out = append(out, g)
				continue
			}
			if g.char == '/' {
				out = append(out, glyphsOf(stroke, g)...)
				continue
			}
			out = append(out, g)
			cut := i+1 < len(glyphs) && unicode.IsDigit(g.char) && unicode.IsDigit(glyphs[i+1].char) && glyphs[i+1].of == g.of
			if cut && digits > 0 && d.one(digits) {
				out = append(out, glyph{char: ' ', of: g.of})
			}
		}
		return out
	}
}

// cutWords puts a blank into one of so many words, behind its first letter or in its midst: "r esolution".
func cutWords(of int) damage {
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		for i, g := range glyphs {
			out = append(out, g)
			if i == 0 || i+3 >= len(glyphs) || glyphs[i-1].char != ' ' || !unicode.IsLower(g.char) || !d.one(of) {
				continue
			}
			if unicode.IsLower(glyphs[i+1].char) && unicode.IsLower(glyphs[i+2].char) && unicode.IsLower(glyphs[i+3].char) {
				out = append(out, glyph{char: ' ', of: g.of})
			}
		}
		return out
	}
}

// misread prints a digit of some linked numbers as the letter that it looks like.
func misread(d *dice, glyphs []glyph) []glyph {
	out := append([]glyph(nil), glyphs...)
	for i, g := range out {
		if g.of > 0 && i > 0 && out[i-1].of == g.of && d.one(8) {
			switch g.char {
			case '1':
				out[i].char = 'l'
			case '0':
				out[i].char = 'O'
			}
		}
	}
	return out
}

// straight prints quotation marks as typewriters do.
var straight = exchange(map[rune]string{'“': `"`, '”': `"`, '’': "'", '‘': "'", '–': "-", '—': "--"})

// entities leaves characters as HTML writes them.
func entities(d *dice, glyphs []glyph) []glyph {
	named := map[rune][]string{
		'“': {"&ldquo;", "&#8220;", "&#x201C;"}, '”': {"&rdquo;", "&#8221;", "&#x201D;"}, '’': {"&rsquo;", "&#8217;", "&#39;"},
		'–': {"&ndash;", "&#8211;"}, '&': {"&amp;"}, '"': {"&quot;"}, 'é': {"&eacute;", "&#233;"}, '\u2011': {"&#8209;"}, '-': {"-", "-", "-", "&#45;"},
	}
	var out []glyph
	for i, g := range glyphs {
		if all := named[g.char]; all != nil {
			out = append(out, glyphsOf(all[d.IntN(len(all))], g)...)
			continue
		}
		if beside := i+1 < len(glyphs) && unicode.IsDigit(glyphs[i+1].char); g.char == ' ' && (beside && d.one(2) || d.one(30)) {
			out = append(out, glyphsOf([]string{"&nbsp;", "&#160;", "&#xA0;"}[d.IntN(3)], g)...)
			continue
		}
		out = append(out, g)
	}
	return out
}

// mojibake prints characters beyond ASCII as UTF-8 that was read as Windows-1252.
var mojibake = exchange(map[rune]string{
	'“': "â€œ", '”': "â€\u009d", '’': "â€™", '–': "â€“", 'é': "Ã©", '\u00a0': "Â ", '¹': "Â¹", '²': "Â²", '³': "Â³",
	'⁰': "â\u0081°", '⁴': "â\u0081´", '⁵': "â\u0081µ", '⁶': "â\u0081¶", '⁷': "â\u0081·", '⁸': "â\u0081¸", '⁹': "â\u0081¹",
})

// emphasised sets signs around the word that opens a paragraph, and around some words within.
func emphasised(before, after string) damage {
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		for i := 0; i < len(glyphs); {
			end := i
			for end < len(glyphs) && unicode.IsLetter(glyphs[end].char) && glyphs[end].of == 0 {
				end++
			}
			opens := end > i+4 && unicode.IsUpper(glyphs[i].char) && (i == 0 || i > 1 && i < 6 && glyphs[i-1].char == ' ' && strings.ContainsRune(".)", glyphs[i-2].char))
			if whole := end > i+4 && end < len(glyphs) && (i == 0 || glyphs[i-1].char == ' '); opens || whole && d.one(80) {
				out = append(out, glyphsOf(before, glyph{})...)
				out = append(append(out, glyphs[i:end]...), glyphsOf(after, glyph{})...)
				i = end
				continue
			}
			end = max(end, i+1)
			out = append(out, glyphs[i:end]...)
			i = end
		}
		return out
	}
}
