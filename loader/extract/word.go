package extract

import (
	"unicode"
	"unicode/utf8"
)

// wordID names a word of the lexicon, without case; the zero value is every word that no phrase and no rule knows.
type wordID uint16

// Marks that are words of their own, with fixed ids.
const (
	unknownWord wordID = iota
	comma
	semicolon
	colon
	fullStop
	opening // a bracket
	closing
	quoteMark
	possessive // 's, or the apostrophe after a plural
	numeral    // a run of digits
	dash
	slash
	firstWord // the first id of a word with letters
)

// marks are the marks above as patterns write them.
var marks = [...]string{
	comma: ",", semicolon: ";", colon: ":", fullStop: ".", opening: "(", closing: ")", quoteMark: `"`,
	possessive: "'s", numeral: "0", dash: "—", slash: "/",
}

// word is a word or mark of a text.
type word struct {
	id         wordID
	capital    bool    // begins with a capital letter
	glued      bool    // a hyphen joins it to the word before
	opens      setMask // the sets that may have a phrase beginning with it, and its classes
	start, end int32
}

// Classes of bytes.
const (
	blankByte = iota
	letterByte
	digitByte
	markByte // punctuation that is a word
	wideByte // begins a rune of more than one byte
	quietByte
)

var (
	byteClass = makeByteClass()
	foldTable = makeFoldTable()
	markOf    = [128]wordID{
		',': comma, ';': semicolon, ':': colon, '.': fullStop, '(': opening, '[': opening, ')': closing, ']': closing, '"': quoteMark, '/': slash,
	}
)

func makeByteClass() (class [256]uint8) {
	for c := range class {
		switch {
		case c >= utf8.RuneSelf:
			class[c] = wideByte
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			class[c] = letterByte
		case c >= '0' && c <= '9':
			class[c] = digitByte
		case markOf[c] != 0:
			class[c] = markByte
		case c == '\'' || c == '-':
			class[c] = quietByte
		}
	}
	return class
}

func makeFoldTable() (fold [256]byte) {
	for c := range fold {
		fold[c] = byte(c)
		if c >= 'A' && c <= 'Z' {
			fold[c] = byte(c) + 'a' - 'A'
		}
	}
	return fold
}

// words appends the words of text to into. Each byte is looked at a bounded number of times.
func (l *lexicon) words(text string, into []word) []word {
	into, _ = l.read(text, into)
	return into
}

// read is words that also returns all that one of the words or another opens.
func (l *lexicon) read(text string, into []word) ([]word, setMask) {
	from := len(into)
	into = l.split(text, into)
	return into, l.openers.mark(into[from:])
}

// split is words without what they open. The common case is in its loop, a call for each word would take as long again: a word of few plain
// letters, and a blank.
func (l *lexicon) split(text string, into []word) []word {
	last := len(text) - (keyLetters + 2) // up to there a key can be read
	glued := false
	for i := 0; i < len(text); {
		c := text[i]
		switch class := byteClass[c]; {
		case class == letterByte && i <= last:
			var k wordKey
			n, first := lettersOf(eight(text[i:]))
			m := 0
			if k.first = first; n == 8 {
				m, k.second = lettersOf(eight(text[i+8:]))
			}
			end := i + n + m
			if m == 8 || text[end] >= utf8.RuneSelf {
				break
			}
			into = append(into, word{id: l.find(k), capital: c < 'a', glued: glued, start: int32(i), end: int32(end)})
			if i, glued = end, false; text[i] == ' ' {
				i++
			}
			continue
		case class == blankByte:
			i, glued = i+1, false
			continue
		case class == markByte:
			into = append(into, word{id: markOf[c], start: int32(i), end: int32(i + 1)})
			i, glued = i+1, false
			continue
		}
		into, i, glued = l.part(text, i, into, glued)
	}
	return into
}

// part reads what begins at i, a word or mark or a part of neither; glued says that a hyphen stands before it.
func (l *lexicon) part(text string, i int, into []word, glued bool) (out []word, next int, nextGlued bool) {
	c := text[i]
	switch byteClass[c] {
	case letterByte:
		w := l.letters(text, i)
		w.glued = glued
		return append(into, w), int(w.end), false
	case digitByte:
		end := i + 1
		for end < len(text) && byteClass[text[end]] == digitByte {
			end++
		}
		return append(into, word{id: numeral, glued: glued, start: int32(i), end: int32(end)}), end, false
	case markByte:
		return append(into, word{id: markOf[c], start: int32(i), end: int32(i + 1)}), i + 1, false
	case quietByte:
		if c == '-' {
			return into, i + 1, touches(into, i)
		}
		into, next = l.apostrophe(text, i, i+1, into)
		return into, next, glued
	case wideByte:
		return l.wide(text, i, into, glued)
	}
	return into, i + 1, false
}

// touches reports whether the last word ends where i stands.
func touches(words []word, i int) bool { return len(words) > 0 && int(words[len(words)-1].end) == i }

// letters reads the word that starts at i, near the end of the text or not in the common way.
func (l *lexicon) letters(text string, i int) word {
	k, n := keyAt(text, i)
	if end := i + n; n <= keyLetters && (end == len(text) || text[end] < utf8.RuneSelf) {
		return word{id: l.find(k), capital: text[i] < 'a', start: int32(i), end: int32(end)}
	}
	return l.anyLetters(text, i)
}

// anyLetters reads the word that starts at i, one letter after the other: a long one, or one with other letters than those of ASCII.
func (l *lexicon) anyLetters(text string, i int) word {
	var folded [maxName]byte
	end := i
	for end < len(text) {
		size := 1
		if c := text[end]; c >= utf8.RuneSelf {
			var r rune
			if r, size = utf8.DecodeRuneInString(text[end:]); !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
		} else if byteClass[c] != letterByte {
			break
		}
		for ; size > 0; size-- {
			if end-i < maxName {
				folded[end-i] = foldTable[text[end]]
			}
			end++
		}
	}
	c := text[i]
	w := word{capital: c >= 'A' && c <= 'Z', start: int32(i), end: int32(end)}
	if end-i <= maxName {
		w.id = l.ids[string(folded[:end-i])]
	}
	return w
}

// wide reads what begins with a byte above ASCII.
func (l *lexicon) wide(text string, i int, into []word, glued bool) (out []word, next int, nextGlued bool) {
	r, size := utf8.DecodeRuneInString(text[i:])
	mark := unknownWord
	switch r {
	case '’', '‘', 'ʼ':
		into, i = l.apostrophe(text, i, i+size, into)
		return into, i, false
	case '‐', '‑', '\u00ad':
		return into, i + size, touches(into, i)
	case '“', '”', '«', '»', '„':
		mark = quoteMark
	case '–', '—', '―':
		mark = dash
	}
	switch {
	case mark != unknownWord:
		return append(into, word{id: mark, start: int32(i), end: int32(i + size)}), i + size, false
	case unicode.IsLetter(r):
		w := l.letters(text, i)
		w.glued, w.capital = glued, unicode.IsUpper(r)
		return append(into, w), int(w.end), false
	default:
		return into, i + size, false
	}
}

// apostrophe reads an apostrophe at i that ends at next: the possessive after a word, else nothing.
func (l *lexicon) apostrophe(text string, i, next int, into []word) (out []word, end int) {
	if !touches(into, i) || into[len(into)-1].id == possessive {
		return into, next
	}
	if next < len(text) && text[next]|0x20 == 's' && (next+1 == len(text) || byteClass[text[next+1]] != letterByte) {
		return append(into, word{id: possessive, start: int32(i), end: int32(next + 1)}), next + 1
	}
	last := text[i-1] | 0x20
	if last == 's' && (next == len(text) || byteClass[text[next]] != letterByte) {
		return append(into, word{id: possessive, start: int32(i), end: int32(next)}), next
	}
	return into, next
}
