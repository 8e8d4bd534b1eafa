package parse

import (
	"cmp"
	"slices"
)

// A mender takes blanks out of numbers and words that a scanner cut ("7 0/125", "resolut ion"), and puts those back that it lost
// ("resolution70/125of19 December"). It reads the text as [squeeze] leaves it. What can be nothing but one number is always mended; words only in a
// text that has the signs of a scanner.
type mender struct {
	text  string
	edits []edit
	leads map[int]bool   // numbers that notes begin with; nil until they are asked for
	words map[string]int // how often each stands in the text, one letter alone never
	// buffer is room for a word.
	buffer []byte
}

// An edit drops the blank at a place, or puts one before it.
type edit struct {
	at     int
	insert bool
}

// mend returns the text with its numbers and words whole, and the map back; nil where nothing changed.
func mend(raw Raw) (Raw, Map) {
	if len(raw.Blocks) > 0 {
		return raw, nil
	}
	var back Map
	if scanned(raw.Text) {
		m := mender{text: raw.Text}
		m.scannedWords()
		raw.Text, back = m.apply()
	}
	m := mender{text: raw.Text}
	m.numbers()
	if len(m.edits) == 0 {
		return raw, back
	}
	text, before := m.apply()
	raw.Text = text
	if back == nil {
		return raw, before
	}
	return raw, compose(before, back)
}

func (m *mender) drop(at int)   { m.edits = append(m.edits, edit{at: at}) }
func (m *mender) insert(at int) { m.edits = append(m.edits, edit{at: at, insert: true}) }

// apply makes the edits. A blank that is put in stands for nothing of the text: the byte before it and the blank are one piece.
func (m *mender) apply() (string, Map) {
	slices.SortFunc(m.edits, func(a, b edit) int { return cmp.Compare(a.at, b.at) })
	m.edits = slices.Compact(m.edits)
	if len(m.edits) == 0 {
		return m.text, nil
	}
	out := make([]byte, 0, len(m.text)+len(m.edits))
	var back Map
	start := 0
	keep := func(end int) {
		if end > start {
			back = append(back, Piece{Text: len(out), Raw: start, Len: end - start})
			out = append(out, m.text[start:end]...)
			start = end
		}
	}
	for _, e := range m.edits {
		if e.at < start || e.insert && e.at-1 < start {
			continue
		}
		if !e.insert {
			keep(e.at)
			start = e.at + 1
			continue
		}
		keep(e.at - 1)
		back = append(back, Piece{Text: len(out), Raw: start, Wide: 1})
		out = append(out, m.text[start], ' ')
		start++
	}
	keep(len(m.text))
	return string(out), back
}

// Of the text, some stretches are looked at for the signs of a scanner.
const (
	stretches     = 4
	stretchLength = 1 << 10
	signEvery     = 1 << 10 // bytes of which at least one is a sign, in a scanned text
	fewSigns      = 2       // any text may have so many
)

// scanned reports whether a text has the signs of a scanner: letters alone between blanks ("r esolution"), digits glued to words ("of19 December").
func scanned(text string) bool {
	signs, length := 0, 0
	for i := range stretches {
		from := len(text) / stretches * i
		part := text[from:min(len(text), from+stretchLength)]
		signs += signsOf(part)
		length += len(part)
	}
	return signs > fewSigns && signs*signEvery > length
}

// signsOf counts the signs in a stretch of text, eight places at once.
func signsOf(text string) int {
	signs := 0
	for i := 0; i+8 <= len(text); i += 6 {
		signs += signsAt(text, i)
	}
	return signs
}

// signsAt counts those that begin at the first six of the eight bytes at i: blank, letter, blank; digit, letter, letter; letter, digit, digit.
func signsAt(text string, i int) int {
	const each, top = 0x0101010101010101, 0x8080808080808080
	b := eightBytes(text[i : i+8])
	zero := func(x uint64) uint64 { return ^((x&^top + (top - each)) | x) & top }
	blanks := zero(b ^ each*' ')
	digits := zero(b&(each*0xf0) ^ each*0x30)
	small := zero(b&(each*0xe0) ^ each*0x60)
	first := uint64(1)<<(6*8) - 1
	alone := blanks & (small >> 8) & (blanks >> 16) & first
	glued := (digits&(small>>8)&(small>>16) | small&(digits>>8)&(digits>>16)) & first
	if alone|glued == 0 {
		return 0
	}
	n := 0
	for k := range 6 {
		at := uint64(0x80) << (8 * k)
		if alone&at != 0 && text[i+k+1] != 'a' || glued&at != 0 && isGlued(text[i+k:]) {
			n++
		}
	}
	return n
}

// isGlued reports whether s begins with a word glued to a number, or a number to a word, other than an ordinal: "3rd".
func isGlued(s string) bool {
	if digit(s[0]) {
		word := s[1:3]
		return letter(s[1]) && letter(s[2]) && word != "st" && word != "nd" && word != "rd" && word != "th"
	}
	return letter(s[0]) && digit(s[1])
}

// eightBytes returns the first eight bytes of s as a number, the first of them lowest: one load.
func eightBytes(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
