package extract

// openers tells of a word and the next which sets of phrases have one that may begin there: most words that begin some phrase of some set
// ("the", "of") begin none here, and the next word shows it. One look serves all sets. It is filled as the sets are compiled.
type openers struct {
	words []opener  // by word id
	pairs []setMask // by pairSlot
	sets  int       // so many have been added
}

// setMask has a bit for each set of phrases, from the lowest, and for each class of words that is looked for in every text, from the highest.
type setMask uint16

// Classes of words that are looked for in every text.
const (
	opensTitle   setMask = 1 << (15 - iota) // a noun with a capital that opens a title: "Convention"
	opensRights                             // "right", "freedom", "civil" ...
	opensHolders                            // "right", "rights"
	opensMention                            // a number, a symbol, a word with a role in citations: no name begins with it
	lowestClass  = opensMention
)

// opener is the sets that have phrases beginning with a word, and the classes of the word.
type opener struct {
	alone   setMask // the word is one by itself
	capital setMask // the word is one by itself, with a capital
	longer  setMask // those with more words
}

// pairBits is the size of the table of pairs, as a power of two: some ten times as many as the vocabulary has.
const pairBits = 15

// pairSlot is the place of a first word, with a capital or without, and the word after it. Two pairs may share a place: what is
// found there may be, it need not.
func pairSlot(first wordID, capital bool, second wordID) uint32 {
	key := uint32(first)<<wordBits | uint32(second)
	if capital {
		key = ^key
	}
	return key * 0x9E3779B1 >> (32 - pairBits)
}

// add adds the phrases of a set and returns its bit; words is how many the lexicon has. Between the words of a quiet set marks may stand.
func (o *openers) add(t *trie, words int, quiet bool) setMask {
	bit := setMask(1) << o.sets
	if bit >= lowestClass {
		panic("extract: more sets of phrases than a setMask has bits")
	}
	o.sets++
	if o.pairs == nil {
		o.pairs = make([]setMask, 1<<pairBits)
	}
	for len(o.words) < words {
		o.words = append(o.words, opener{})
	}
	small := t.smalls()
	edges := t.edges.sorted()
	for id, node := range t.first {
		if node == 0 {
			continue
		}
		first := wordID(id)
		for _, s := range t.found[node] {
			if s.capitals&1 == 0 {
				o.words[id].alone |= bit
			} else {
				o.words[id].capital |= bit
			}
		}
		after := edgesOf(edges, node)
		if len(after) == 0 {
			continue
		}
		o.words[id].longer |= bit
		for _, e := range after {
			o.pair(first, e.word(), bit, small[e.node])
		}
		for mark := comma; quiet && mark < firstWord; mark++ {
			if isQuiet(mark) {
				o.pair(first, mark, bit, small[node])
			}
		}
	}
	return bit
}

func (o *openers) pair(first, second wordID, bit setMask, small bool) {
	o.pairs[pairSlot(first, true, second)] |= bit
	if small {
		o.pairs[pairSlot(first, false, second)] |= bit
	}
}

// class puts a word into a class; one that is none without a capital goes into the other.
func (o *openers) class(id wordID, alone, capital setMask) {
	o.words[id].alone |= alone
	o.words[id].capital |= capital
}

// mark says of each word which sets may have a phrase that begins with it, and which classes it is of. It returns all of these together.
func (o *openers) mark(words []word) (opened setMask) {
	if len(words) == 0 || o.pairs == nil {
		return 0
	}
	pairs := (*[1 << pairBits]setMask)(o.pairs)
	next := unknownWord
	for i := len(words) - 1; i >= 0; i-- {
		w := &words[i]
		if int(w.id) >= len(o.words) {
			return 0 // the vocabulary is being compiled
		}
		open := &o.words[w.id]
		may := open.alone
		if w.capital {
			may |= open.capital
			if next == slash {
				may |= opensMention // "A/HRC/53/29"
			}
		}
		w.opens = may | open.longer&pairs[pairSlot(w.id, w.capital, next)]
		next = w.id
		opened |= w.opens
	}
	return opened
}
