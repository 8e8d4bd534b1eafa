package graph

import (
	"bytes"
	"slices"
)

// symbolForm brings a symbol into its canonical form without taking memory: it holds its texts itself, and its methods return what is
// wrong, "" for nothing, and say where in at, since an error would keep the form beyond the call.
type symbolForm struct {
	input string
	at    int
	clean symbolText // the input without blanks, dashes and brackets made alike
	out   symbolText // the canonical form
	from  int        // byte of clean at which out's next part begins
	next  int        // byte of input at which a joint symbol's next half begins; 0: none
	lower bool       // the series (the first segment) has small letters
}

// symbolText is a text of bounded length: a symbol, with room for the dots and the year that it leaves out.
type symbolText struct {
	memory [MaxSymbol + 48]byte
	length int
}

// bytes returns the text; it is valid until the text changes.
func (t *symbolText) bytes() []byte { return t.memory[:t.length] }

func (t *symbolText) add(c byte) {
	t.memory[t.length] = c
	t.length++
}

func (t *symbolText) addString(s string) { t.length += copy(t.memory[t.length:], s) }

func (t *symbolText) addUpper(word []byte) {
	for _, c := range word {
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		t.add(c)
	}
}

func (f *symbolForm) fail(at int, reason string) string {
	f.at = at
	return reason
}

func (f *symbolForm) read() string {
	if wrong := f.wipe(); wrong != "" {
		return wrong
	}
	for f.from < f.clean.length {
		if wrong := f.piece(); wrong != "" {
			return wrong
		}
	}
	if wrong := f.series(); wrong != "" {
		return wrong
	}
	f.moveLetter()
	f.addYear()
	if f.out.length > MaxSymbol {
		return f.fail(len(f.input), "longer than any symbol")
	}
	return ""
}

// piece writes the next piece of the symbol: a run of letters, a run of digits, a bracket or a sign.
func (f *symbolForm) piece() string {
	c := f.clean.memory[f.from]
	switch {
	case isDigit(c):
		f.out.add(c)
		f.from++
	case isLetter(c):
		f.word()
	case c == '(':
		return f.bracket()
	case c == ')':
		return f.fail(f.offset(), "a bracket that nothing opens")
	default:
		if f.from == 0 || f.from == f.clean.length-1 || !isAlnum(f.clean.memory[f.from-1]) && f.clean.memory[f.from-1] != ')' || f.clean.memory[f.from+1] == ')' {
			return f.fail(f.offset(), "a sign with nothing before or after it")
		}
		f.out.add(c)
		f.from++
	}
	return ""
}

// offset returns the byte of input that clean[from] was read from.
func (f *symbolForm) offset() int {
	kept := 0
	for i, r := range f.input {
		if _, kind := symbolByte(r); kind == keptByte {
			if kept == f.from {
				return i
			}
			kept++
		}
	}
	return len(f.input)
}

// word writes a run of letters in its canonical case.
func (f *symbolForm) word() {
	end := f.from
	for end < f.clean.length && isLetter(f.clean.memory[end]) {
		end++
	}
	run := f.clean.memory[f.from:end]
	next := byte(0)
	if end < f.clean.length {
		next = f.clean.memory[end]
	}
	if name := symbolWord(run, next, f.out.bytes()); name != "" {
		f.out.addString(name)
		if isDigit(next) && isSupplement(run) {
			f.out.add('.') // "Add1"
		}
	} else {
		inSeries := bytes.IndexByte(f.out.bytes(), '/') < 0
		f.lower = f.lower || inSeries && slices.ContainsFunc(run, func(c byte) bool { return 'a' <= c && c <= 'z' })
		f.out.addUpper(run)
	}
	f.from = end
}

// symbolWord returns the canonical form of a word that is not all capitals; "" for the others. Before is what is written before it.
func symbolWord(word []byte, next byte, before []byte) string {
	if len(word) < 2 || len(word) > len("resumption") {
		return ""
	}
	var memory [10]byte
	lower := memory[:0]
	for _, c := range word {
		lower = append(lower, c|0x20)
	}
	segment := len(before) == 0 || before[len(before)-1] == '/'
	for _, known := range mixedWords {
		if known.lower != string(lower) {
			continue
		}
		if known.where == numberedSegment && (!segment || next != '.' || string(before) == "AG/") || known.where == firstSegment && len(before) > 0 {
			return "" // the Organization of American States writes "AG/RES.3039"
		}
		return known.canonical
	}
	return ""
}

// wordPlace says where in a symbol a word has its mixed case.
type wordPlace int

const (
	anySegment wordPlace = iota
	firstSegment
	numberedSegment // at the beginning of a segment, with a number behind: "Res.14"
)

// mixedWords lists the words that are not all capitals; it is never changed.
var mixedWords = []struct {
	lower, canonical string
	where            wordPlace
}{
	{"add", "Add", anySegment},
	{"corr", "Corr", anySegment},
	{"rev", "Rev", anySegment},
	{"amend", "Amend", anySegment},
	{"decl", "Decl", anySegment},
	{"resumption", "Resumption", anySegment},
	{"assembly", "Assembly", anySegment},
	{"ozl", "OzL", anySegment},
	{"pro", "Pro", anySegment},
	{"res", "Res", numberedSegment},
	{"dec", "Dec", numberedSegment},
	{"sub", "Sub", numberedSegment},
	{"ext", "Ext", firstSegment},
	{"hg", "Hg", firstSegment},
}

// bracket writes a bracket: "(2000)", "(XXI)", "(Sect.29A)", "(PartI)". "(Supp)", which some links add, says nothing.
func (f *symbolForm) bracket() string {
	inside := f.clean.bytes()[f.from+1:]
	length := bytes.IndexByte(inside, ')')
	if length > 0 && inside[0] == '(' { // "([XX])"
		inside = inside[1:]
		length--
		if length+1 >= len(inside) || inside[length+1] != ')' {
			return f.fail(f.offset(), "brackets within brackets")
		}
		f.from += 2
	}
	if length < 0 {
		return f.fail(f.offset(), "a bracket that nothing closes")
	}
	inside = inside[:length]
	if length == 0 || bytes.IndexByte(inside, '(') >= 0 || !isAlnum(inside[0]) || !isAlnum(inside[length-1]) && inside[length-1] != '.' {
		return f.fail(f.offset(), "a bracket with nothing in it")
	}
	f.from += length + 2
	name, rest := bracketWord(inside)
	rest = bytes.TrimPrefix(rest, []byte("."))
	if name == "Supp." && len(rest) == 0 {
		before := f.out.bytes()
		if f.from < f.clean.length && f.clean.memory[f.from] != '/' || len(before) == 0 || !isAlnum(before[len(before)-1]) && before[len(before)-1] != ')' {
			return f.fail(f.offset(), "a supplement to nothing")
		}
		return ""
	}
	f.out.add('(')
	f.out.addString(name)
	f.out.addUpper(rest)
	if name != "" {
		lowerAnd(f.out.bytes())
	}
	f.out.add(')')
	return ""
}

// bracketWord returns the canonical form of a word that a bracket begins with, "" for none, and what follows it; blanks are gone, so it runs
// into what follows: "PartI", "PartsIandII", "Sect29A".
func bracketWord(inside []byte) (name string, rest []byte) {
	for _, known := range bracketWords {
		if len(inside) >= len(known.word) && equalFold(inside[:len(known.word)], known.word) {
			return known.canonical, inside[len(known.word):]
		}
	}
	return "", inside
}

// bracketWords lists words that brackets begin with, the longer before those they begin with; it is never changed.
var bracketWords = []struct{ word, canonical string }{
	{"parts", "Parts"},
	{"part", "Part"},
	{"sections", "Sects."},
	{"section", "Sect."},
	{"sects", "Sects."},
	{"sect", "Sect."},
	{"volumes", "Vols."},
	{"volume", "Vol."},
	{"vols", "Vols."},
	{"vol", "Vol."},
	{"supplement", "Supp."},
	{"suppl", "Supp."},
	{"supp", "Supp."},
	{"resumption", "Resumption"},
}

// lowerAnd writes the "and" of "(Parts I and II)" small, where out ends with it.
func lowerAnd(out []byte) {
	if i := bytes.LastIndex(out, []byte("AND")); i > bytes.LastIndexByte(out, '(') {
		copy(out[i:], "and")
	}
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' }
func isAlnum(c byte) bool  { return isDigit(c) || isLetter(c) }

// equalFold reports whether word is known in any case; they are equally long.
func equalFold(word []byte, known string) bool {
	for i := range word {
		if word[i]|0x20 != known[i]|0x20 {
			return false
		}
	}
	return true
}
