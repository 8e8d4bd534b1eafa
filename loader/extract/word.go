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
	capital    bool // begins with a capital letter
	glued      bool // a hyphen joins it to the word before
	start, end int32
}

// lexicon gives the words that the phrases and rules know their ids. It is filled while the vocabulary is compiled, then only read.
type lexicon struct {
	names []string // by id
	ids   map[string]wordID
	slots []slot // open addressing by hash, a power of two, at most half full
}

// slot is a place of the lexicon's table: the tag, from the hash, spares the comparison with most other words.
type slot struct {
	id  wordID
	tag uint16
}

func newLexicon() *lexicon {
	l := &lexicon{names: []string{""}, ids: make(map[string]wordID), slots: make([]slot, 1<<14)}
	for _, name := range marks[1:] {
		l.add(name)
	}
	return l
}

// add returns the id of a word, lower case, new where it was not known.
func (l *lexicon) add(name string) wordID {
	if id, ok := l.ids[name]; ok {
		return id
	}
	id := wordID(len(l.names))
	l.names = append(l.names, name)
	l.ids[name] = id
	h := uint32(hashSeed)
	for i := range len(name) {
		h = hashByte(h, name[i])
	}
	mask := uint32(len(l.slots) - 1)
	at := h & mask
	for l.slots[at].id != unknownWord {
		at = (at + 1) & mask
	}
	l.slots[at] = slot{id: id, tag: uint16(h >> 16)}
	return id
}

// FNV-1a: short words, few bytes, no tables.
const hashSeed = 2166136261

func hashByte(h uint32, c byte) uint32 { return (h ^ uint32(c)) * 16777619 }

// find returns the id of a word of the text, whose folded bytes hash to h.
func (l *lexicon) find(text string, h uint32) wordID {
	mask := uint32(len(l.slots) - 1)
	for at := h & mask; ; at = (at + 1) & mask {
		s := l.slots[at]
		if s.id == unknownWord || s.tag == uint16(h>>16) && equalFolded(l.names[s.id], text) {
			return s.id
		}
	}
}

// equalFolded reports whether text is name but for the case of its ASCII letters.
func equalFolded(name, text string) bool {
	if len(name) != len(text) {
		return false
	}
	for i := range len(text) {
		if name[i] != foldTable[text[i]] {
			return false
		}
	}
	return true
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
	var glued bool
	for i := 0; i < len(text); {
		c := text[i]
		switch byteClass[c] {
		case letterByte:
			w := l.letters(text, i)
			w.glued = glued
			into, i, glued = append(into, w), int(w.end), false
		case digitByte:
			end := i + 1
			for end < len(text) && byteClass[text[end]] == digitByte {
				end++
			}
			into, i, glued = append(into, word{id: numeral, glued: glued, start: int32(i), end: int32(end)}), end, false
		case markByte:
			into, i, glued = append(into, word{id: markOf[c], start: int32(i), end: int32(i + 1)}), i+1, false
		case quietByte:
			if c == '-' {
				glued = touches(into, i)
				i++
				continue
			}
			into, i = l.apostrophe(text, i, i+1, into)
		case wideByte:
			into, i, glued = l.wide(text, i, into, glued)
		default:
			i, glued = i+1, false
		}
	}
	return into
}

// touches reports whether the last word ends where i stands.
func touches(words []word, i int) bool { return len(words) > 0 && int(words[len(words)-1].end) == i }

// letters reads the word that starts at i. Soft hyphens in it are part of it and do not match: the parser takes them out.
func (l *lexicon) letters(text string, i int) word {
	h := uint32(hashSeed)
	end := i
	for end < len(text) {
		c := foldTable[text[end]]
		for c-'a' < 26 {
			h = hashByte(h, c)
			if end++; end == len(text) {
				break
			}
			c = foldTable[text[end]]
		}
		if end == len(text) || c < utf8.RuneSelf {
			break
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		for k := range size {
			h = hashByte(h, text[end+k])
		}
		end += size
	}
	c := text[i]
	return word{id: l.find(text[i:end], h), capital: c >= 'A' && c <= 'Z', start: int32(i), end: int32(end)}
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
