package parse

import (
	"strings"
	"unicode/utf8"
)

// A line of the raw text: [start, end) without its line end and the blanks around it. Empty lines are not kept but counted.
type line struct {
	start, end int
	indent     int  // blanks before it
	blank      int  // empty lines before it, since the line before
	broken     bool // a page break stands before it
	column     bool // the right column of a page begins with it
	foot       bool // the last of its page
	top        int  // its number on its page, from 1; 0 on the first page
}

// lines cuts the text into lines. A form feed ends a line and a page.
func lines(text string) []line {
	all := make([]line, 0, 1+len(text)/200)
	blank, broken, top := 0, false, 0
	for at := 0; at < len(text); {
		end := strings.IndexByte(text[at:], '\n')
		next := at + end + 1
		if end < 0 {
			end, next = len(text)-at, len(text)
		}
		end += at
		for at <= end {
			stop, feed := end, strings.IndexByte(text[at:end], '\f')
			if feed >= 0 {
				stop = at + feed
			}
			if start, trimmed := trim(text, at, stop); start == trimmed {
				blank++
			} else {
				if broken || top > 0 {
					top++
				}
				all = append(all, line{start: start, end: trimmed, indent: start - at, blank: blank, broken: broken, top: top})
				blank, broken = 0, false
			}
			if feed < 0 {
				break
			}
			broken, top = true, 0
			if len(all) > 0 {
				all[len(all)-1].foot = true
			}
			if at = stop + 1; at == end {
				break // the line ended with the page
			}
		}
		at = next
	}
	return all
}

// trim moves start and end inwards over blanks of every kind, and a byte-order mark.
func trim(text string, start, end int) (int, int) {
	for start < end {
		c := text[start]
		if c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' {
			start++
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		n := blankAt(text[start:end])
		if n == 0 {
			break
		}
		start += n
	}
	for end > start {
		c := text[end-1]
		if c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f' {
			end--
			continue
		}
		if c < utf8.RuneSelf {
			break
		}
		_, n := utf8.DecodeLastRuneInString(text[start:end])
		if blankAt(text[end-n:end]) != n {
			break
		}
		end -= n
	}
	return start, end
}

// blankAt returns the length of the blank, other than ASCII's, that s begins with: non-breaking, next line, thin, ideographic, zero width; 0 for none.
func blankAt(s string) int {
	switch {
	case strings.HasPrefix(s, "\u00a0"), strings.HasPrefix(s, "\u0085"):
		return 2
	case len(s) < 3 || s[0] != 0xe2 && s[0] != 0xe3 && s[0] != 0xef:
		return 0
	case s[:3] == "\u3000" || s[:3] == "\ufeff" || s[:3] == "\u202f" || s[:3] == "\u205f" || s[:3] == "\u2060":
		return 3
	case s[:2] == "\xe2\x80" && (s[2] >= 0x80 && s[2] <= 0x8b || s[2] == 0xa8 || s[2] == 0xa9):
		return 3 // U+2000 to U+200B, line and paragraph separators
	}
	return 0
}
