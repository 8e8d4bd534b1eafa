package extract

import "math/bits"

// lexicon gives the words that the phrases and rules know their ids. It is filled while the vocabulary is compiled, then only read.
type lexicon struct {
	names []string // by id
	ids   map[string]wordID
	// The look-up of every word of every text: the letters of a word of up to keyLetters of them are two numbers, its key. slots holds ids by the
	// hash of the key (open addressing, at most a quarter full), keys the keys by id: both stay in the processor's nearest memory.
	slots []wordID
	keys  []wordKey

	openers openers
}

// wordKey is the first eight letters of a word in lower case, and those after them; the first letter is the lowest byte, what is left is 0.
type wordKey struct{ first, second uint64 }

// keyLetters is the number of letters that a key holds, less one: so much of the text must be left to read a key in two steps, and to see
// that the word ends there.
const keyLetters = 15

// maxName bounds the bytes of a word that the lexicon may know.
const maxName = 64

func newLexicon() *lexicon {
	l := &lexicon{names: []string{""}, ids: make(map[string]wordID), slots: make([]wordID, 1<<14), keys: make([]wordKey, 1)}
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
	l.keys = append(l.keys, newWordKey(name))
	if 4*len(l.names) > len(l.slots) {
		l.slots = make([]wordID, 2*len(l.slots))
		for id := range l.keys {
			l.place(wordID(id))
		}
		return id
	}
	l.place(id)
	return id
}

// place puts a word into the table, where it has a key.
func (l *lexicon) place(id wordID) {
	if l.keys[id] == (wordKey{}) {
		return
	}
	at := l.slot(l.keys[id])
	for l.slots[at] != unknownWord {
		at = (at + 1) & (len(l.slots) - 1)
	}
	l.slots[at] = id
}

// slot returns where the search for a key begins: the upper bits of a product, where each bit of the key has a say.
func (l *lexicon) slot(k wordKey) int {
	h := (k.first ^ k.second*0x9FB21C651E98DF25) * 0x9E3779B97F4A7C15
	return int(h>>40) & (len(l.slots) - 1)
}

// find returns the id of the word that has the key.
func (l *lexicon) find(k wordKey) wordID {
	for at := l.slot(k); ; at = (at + 1) & (len(l.slots) - 1) {
		id := l.slots[at]
		if id == unknownWord || l.keys[id] == k {
			return id
		}
	}
}

// newWordKey returns the key of a word; the zero value where it has none: it is long, or holds more than plain letters.
func newWordKey(name string) wordKey {
	k, n := keyAt(name, 0)
	if n != len(name) || n > keyLetters {
		return wordKey{}
	}
	return k
}

// keyAt returns the key of the letters that begin at i, and how many they are: more than keyLetters for more than a key holds.
func keyAt(text string, i int) (k wordKey, n int) {
	n, k.first = lettersOf(upTo8(text, i))
	if n == 8 {
		m, second := lettersOf(upTo8(text, i+8))
		n, k.second = n+m, second
	}
	return k, n
}

// upTo8 returns the eight bytes from i as [eight] does, zeros for those beyond the end of the text.
func upTo8(text string, i int) uint64 {
	var padded [8]byte
	switch left := len(text) - i; {
	case left >= 8:
		return eight(text[i:])
	case left <= 0:
		return 0
	case len(text) >= 8:
		return eight(text[len(text)-8:]) >> (64 - 8*left)
	}
	copy(padded[:], text[i:])
	return eight(padded[:])
}

// eight returns the first eight bytes of a text as a number, the first of them lowest: one load.
func eight[T string | []byte](text T) uint64 {
	b := text[:8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// lettersOf returns how many of eight bytes are ASCII letters before the first that is none, and these letters in lower case, the other
// bytes 0. All eight are compared at once, each in its byte: 'a' carries into the byte's top bit when 31 is added, what is above 'z' when 5 is.
func lettersOf(eight uint64) (n int, folded uint64) {
	const each, top = 0x0101010101010101, 0x8080808080808080
	low := (eight | each*0x20) &^ top
	letter := (low + each*(0x80-'a')) &^ (low + each*(0x7f-'z')) &^ eight & top
	if letter == top {
		return 8, low
	}
	width := uint(bits.TrailingZeros64(letter^top)) - 7
	return int(width / 8), low & (1<<width - 1)
}
