package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// wipe drops blanks and makes dashes, slashes and brackets alike.
func (f *symbolForm) wipe() string {
	depth, gap := 0, false
	for i := 0; i < len(f.input); {
		r, size := rune(f.input[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(f.input[i:])
		}
		c, kind := symbolByte(r)
		switch {
		case kind == blankByte:
			gap = gap || f.clean.length > 0
		case kind == strangeByte && r == '*' && strings.Trim(f.input[i:], "* ") == "":
			i = len(f.input) // a reissue's mark
			continue
		case kind == strangeByte:
			return f.fail(i, "a character that no symbol has")
		case kind == keptByte:
			if gap && depth == 0 && !f.mayClose(c, i) {
				return f.fail(i, "a blank within")
			}
			if c == '-' && depth == 0 && f.joint(i+size) {
				f.next = i + size
				return ""
			}
			switch c {
			case '(':
				depth++
			case ')':
				depth--
			}
			if f.clean.length == MaxSymbol {
				return f.fail(i, "longer than any symbol")
			}
			f.clean.add(c)
			gap = false
		}
		i += size
	}
	if f.clean.length == 0 {
		return f.fail(0, "empty")
	}
	return ""
}

// byteKind says what a character is to a symbol.
type byteKind int

const (
	keptByte byteKind = iota
	blankByte
	ignoredByte
	strangeByte
)

func symbolByte(r rune) (byte, byteKind) {
	switch {
	case 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || '0' <= r && r <= '9', r == '/', r == '.', r == '-', r == '(', r == ')':
		return byte(r), keptByte
	case r == '[':
		return '(', keptByte
	case r == ']':
		return ')', keptByte
	case r == ' ', unicode.IsSpace(r):
		return 0, blankByte
	case 0x2010 <= r && r <= 0x2015, r == 0x2212, r == 0xfe63, r == 0xff0d: // hyphens and dashes, of all widths
		return '-', keptByte
	case r == 0x2044, r == 0x2215, r == 0xff0f: // slashes
		return '/', keptByte
	case r == 0x00ad, 0x200b <= r && r <= 0x200f, r == 0x2060, r == 0xfeff: // soft hyphen, invisible signs
		return 0, ignoredByte
	default:
		return 0, strangeByte
	}
}

// mayClose reports whether a blank before byte c, at input[at], can be dropped without joining two things: "A/RES/ 70/1",
// "59/113 A", "2200 A (XXI)" and "Add. 1", but not "HRC 53/29" nor "70/1 and".
func (f *symbolForm) mayClose(c byte, at int) bool {
	last := f.clean.memory[f.clean.length-1]
	if !isAlnum(c) || strings.IndexByte("/.-(", last) >= 0 {
		return true
	}
	if isDigit(c) {
		run := f.clean.length
		for run > 0 && isLetter(f.clean.memory[run-1]) {
			run--
		}
		return isSupplement(f.clean.bytes()[run:])
	}
	if isLetter(last) {
		return false
	}
	letters := at
	for letters < len(f.input) && isLetter(f.input[letters]) {
		letters++
	}
	rest := strings.TrimLeft(f.input[letters:], " \u00a0*")
	return letters-at <= 2 && (rest == "" || strings.IndexByte("(/-[", rest[0]) >= 0 || strings.HasPrefix(rest, "\u2010") || strings.HasPrefix(rest, "\u2011"))
}

// isSupplement reports whether the word numbers a supplement to a document: "Add", "Rev".
func isSupplement(word []byte) bool {
	for _, known := range []string{"Add", "Corr", "Rev", "Amend"} {
		if len(word) == len(known) && equalFold(word, known) {
			return true
		}
	}
	return false
}

// joint reports whether a hyphen before input[at] begins the next half of a joint symbol: what follows is a series and a slash.
func (f *symbolForm) joint(at int) bool {
	if f.clean.length == 0 || at >= len(f.input) {
		return false
	}
	if last := f.clean.memory[f.clean.length-1]; !isDigit(last) && last != ')' {
		return false
	}
	rest := strings.TrimLeft(f.input[at:], " \u00a0")
	letters := 0
	for letters < len(rest) && isLetter(rest[letters]) {
		letters++
	}
	if letters == 0 {
		return false
	}
	rest = strings.TrimLeft(rest[letters:], "0123456789.() ")
	return rest != "" && rest[0] == '/'
}
