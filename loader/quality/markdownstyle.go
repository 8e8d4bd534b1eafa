package quality

import (
	"strings"
)

// markdownStyles are ways in which converters write a resolution as Markdown.
var markdownStyles = []style{
	{marks: caret, leads: caretLead, head: "# ", damage: []damage{emphasised("*", "*")}},
	{marks: caret, leads: caretLead, damage: []damage{emphasised("_", "_"), hyperlinks("](https://undocs.org/en/", ")")}},
	{marks: caret, leads: caretLead, head: "## ", number: "\\.", damage: []damage{escapes, emphasised("**", "**"), hyperlinks("](https://docs.un.org/", ` "open")`)}},
	{marks: escapedMark, leads: escapedLead, notes: underNote, head: "### ", number: "\\.", damage: []damage{escapes, emphasised("***", "***")}},
	{marks: raised, leads: raisedLead, damage: []damage{emphasised("*", "*"), hyperlinks("](/symbol/", ")")}, width: 80},
	{marks: tagged, leads: pointLead, notes: underNote, damage: []damage{emphasised("_", "_"), hyperlinks("](<https://undocs.org/", ">)")}},
	{marks: bracketed, leads: bracketLead, damage: []damage{hyperlinks("][ref-", "]"), emphasised("**", "**")}, width: 72},
	{marks: noteLink, leads: spacedLead, notes: underNote, damage: []damage{escapes, emphasised("*", "*")}},
	{marks: caret, leads: caretLead, indent: "> ", damage: []damage{emphasised("*", "*")}},
}

func noteLink(n int) string { return "[" + bare(n) + "](#fn" + bare(n) + ")" }

// hyperlinks writes some links as Markdown does, "[77/211](address)".
func hyperlinks(between, after string) damage {
	return func(d *dice, glyphs []glyph) []glyph {
		var out []glyph
		for i := 0; i < len(glyphs); {
			end := i
			for end < len(glyphs) && glyphs[end].of == glyphs[i].of {
				end++
			}
			if glyphs[i].of <= 0 || d.one(3) {
				out = append(out, glyphs[i:end]...)
				i = end
				continue
			}
			out = append(out, glyph{char: '['})
			out = append(out, glyphs[i:end]...)
			out = append(out, glyphsOf(between+address(glyphs[i:end])+after, glyph{})...)
			i = end
		}
		return out
	}
}

// address makes the address of a link of its own words.
func address(glyphs []glyph) string {
	var b strings.Builder
	for _, g := range glyphs {
		b.WriteRune(g.char)
	}
	words := b.String()
	if !strings.Contains(words, "RES") {
		words = "A/RES/" + words
	}
	return strings.NewReplacer(" ", "%20", "\\", "").Replace(words)
}

// escapes sets a stroke before signs that mean something in Markdown.
var escapes = exchange(map[rune]string{'*': "\\*", '_': "\\_", '[': "\\[", ']': "\\]", '(': "\\(", ')': "\\)", '-': "\\-"})
