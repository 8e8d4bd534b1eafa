package parse

import (
	"html"
	"strings"
)

// maxEntity is how long an entity of HTML may be: "&CounterClockwiseContourIntegral;" stands in no resolution.
const maxEntity = 10

// entity writes the character that an entity of HTML left in a text stands for: "&nbsp;", "&#8220;", "&amp;ldquo;".
func (z *squeezer) entity(i int) int {
	s := z.text[i:]
	n := entityLength(s)
	if n == 0 {
		return 0
	}
	name := s[:n]
	if name == "&amp;" {
		if m := entityLength("&" + s[n:]); m > 0 {
			name, n = "&"+s[n:n+m-1], n+m-1
		}
	}
	plain := html.UnescapeString(name)
	switch {
	case plain == name:
		return 0
	case strings.Contains(invisible, plain):
		return z.drop(i, n)
	case plain == "\u00a0":
		plain = " "
	case plain == "\u2010" || plain == "\u2011":
		plain = "-"
	case plain == "<" || plain == ">":
		return 0
	}
	return z.replace(i, n, plain)
}

// entityLength returns the length of the entity that s begins with; 0 for none.
func entityLength(s string) int {
	end := strings.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 3 {
		return 0
	}
	for i := 1; i < end; i++ {
		if c := s[i]; !letter(c) && !digit(c) && (c != '#' || i > 1) {
			return 0
		}
	}
	return end + 1
}

// inlineTags are tags within a paragraph, blockTags such as stand between paragraphs.
var (
	inlineTags = wordSet("a abbr acronym b big center cite code del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup tt u var wbr img")
	blockTags  = wordSet("address article aside blockquote body dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul")
)

// maxTag is how long a tag may be, with its attributes.
const maxTag = 600

// tag takes tags of HTML out of a text: those of blocks leave an empty line, line breaks a line end, raised digits are marks of notes.
func (z *squeezer) tag(i int) int {
	s := z.text[i:min(len(z.text), i+maxTag)]
	end := strings.IndexByte(s, '>')
	if end < 2 {
		return 0
	}
	name := strings.TrimPrefix(s[1:end], "/")
	if at := strings.IndexAny(name, " \t\n/"); at >= 0 {
		name = name[:at]
	}
	switch name = strings.ToLower(name); {
	case name == "sup":
		if number, n := raised(s[end+1:]); n > 0 {
			return z.raise(i, end+1+n, number)
		}
		return z.drop(i, end+1)
	case name == "br":
		return z.replace(i, end+1, "\n")
	case inlineTags[name]:
		return z.drop(i, end+1)
	case blockTags[name]:
		return z.replace(i, end+1, "\n\n")
	}
	return 0
}

// raised reads the number of a note and the tag that ends its superscript.
func raised(s string) (number string, size int) {
	stop := strings.IndexByte(s, '<')
	if stop <= 0 || !strings.HasPrefix(strings.ToLower(s[stop:]), "</sup>") {
		return "", 0
	}
	if number = strings.Trim(s[:stop], "[]() "); !allDigits(number) || len(number) > 3 {
		return "", 0
	}
	return number, stop + len("</sup>")
}

// raise writes the number of a note as a superscript for the n bytes at i.
func (z *squeezer) raise(i, n int, number string) int {
	var small strings.Builder
	for _, d := range number {
		small.WriteRune([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[d-'0'])
	}
	return z.replace(i, n, small.String())
}
