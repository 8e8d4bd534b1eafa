package parse

import (
	"strings"
	"unicode/utf8"
)

// invisible are characters that stand within words and are not seen: soft hyphens, zero-width blanks and joiners, marks of direction.
const invisible = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff"

// plainSigns are characters that look like a plain one and are meant as it: strokes and the minus sign.
var plainSigns = map[rune]string{'\u2044': "/", '\u2215': "/", '\u29f8': "/", '\u2571': "/", '\u2212': "-", '\ufb00': "ff", '\ufb03': "ffi", '\ufb04': "ffl"}

// twins are Cyrillic letters that look like those of the symbols' first parts: А/RES/77/1 typed on a Russian keyboard.
var twins = map[rune]string{'\u0410': "A", '\u0415': "E"}

// rune handles a character beyond ASCII.
func (z *squeezer) rune(i int) int {
	s := z.text[i:]
	if s[0] == 0xe2 && len(s) > 1 && s[1] == 0x80 && len(s) > 2 && s[2] >= 0x90 && s[2] <= 0xa7 {
		return 0 // dashes, quotation marks, bullets: most of what texts have beyond ASCII
	}
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError:
		return 0
	case strings.ContainsRune(invisible, r):
		if i == 0 {
			return 0 // a byte-order mark
		}
		z.keep(i)
		if r == '\u00ad' {
			n += lineEnd(s[n:])
		}
		return n
	case r >= '\uff01' && r <= '\uff5e':
		return z.fullWidth(i, r, n)
	}
	if plain, ok := plainSigns[r]; ok {
		return z.replaceStroke(i, n, plain)
	}
	if plain, ok := twins[r]; ok && len(s) > n+1 && s[n] == '/' && upper(s[n+1]) && (i == 0 || z.text[i-1] < utf8.RuneSelf && !letter(z.text[i-1])) {
		return z.replace(i, n, plain)
	}
	return 0
}

// fullWidth makes characters of East Asian width plain: letters and digits always, signs beside them, for Chinese text has them by right.
func (z *squeezer) fullWidth(i int, r rune, n int) int {
	plain := byte(r - 0xff01 + '!')
	if plain == '/' {
		return z.replaceStroke(i, n, "/")
	}
	if !letter(plain) && !digit(plain) && !z.besideLatin(i, n) {
		return 0
	}
	return z.replace(i, n, string(plain))
}

// besideLatin reports whether a letter or digit, of any width, stands on either side of the n bytes at i.
func (z *squeezer) besideLatin(i, n int) bool {
	before, _ := utf8.DecodeLastRuneInString(z.text[:i])
	after, _ := utf8.DecodeRuneInString(z.text[i+n:])
	for _, r := range [...]rune{before, after} {
		if r >= '\uff10' && r <= '\uff5a' {
			r -= 0xfee0
		}
		if r < utf8.RuneSelf && (letter(byte(r)) || digit(byte(r))) {
			return true
		}
	}
	return false
}

// lineEnd returns the length of one line end, with the blanks around it, at the beginning of s; 0 where none stands there or an empty line follows.
func lineEnd(s string) int {
	i := 0
	for i < len(s) && (s[i] == ' ' || s[i] == '\r') {
		i++
	}
	if i >= len(s) || s[i] != '\n' {
		return 0
	}
	i++
	for i < len(s) && s[i] == ' ' {
		i++
	}
	if i >= len(s) || !letter(s[i]) {
		return 0
	}
	return i
}
