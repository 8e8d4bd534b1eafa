package extract

import (
	"sort"

	"recital/graph"
)

// passage is one paragraph while it is read; its slices are used again for the next.
type passage struct {
	*namer
	text   string
	part   graph.Part
	words  []word
	opened setMask // all that its words open
	values []int32 // scratch for phrase matches

	start   int // the first word after the paragraph's number
	clauses []verb
	names   []actorName // in the order of their first words
	covered []stretch   // titles of instruments: their words name no actor and no right, in order
	claims  []rightName
	listed  int // the end of the last list of rights: heads before it have been read

	asked   []asking
	due     []mandate
	pending []mandate // texts asked for, whose session a later clause may name

	organsFound []organ // buffer of those named before a session

	// Buffers of what a document names.
	rightsFound   []Naming
	actorsFound   []Naming
	mandatesFound []Mandate
}

// stretch is a half-open range of words.
type stretch struct{ from, to int }

// actorName is words that name an actor.
type actorName struct {
	actor    int32 // index into actorList
	from, to int   // words; to is where reading goes on
	end      int   // the end of the name, beyond to where coordination draws it apart
	rule     string
}

// rightName is words that name a right.
type rightName struct {
	right    int32 // index into rightList
	from, to int
	rule     string
}

func (p *passage) reset(text string, part graph.Part) {
	p.text, p.part = text, part
	p.words, p.opened = p.lexicon.read(text, p.words[:0])
	p.clauses, p.names, p.covered, p.claims = p.clauses[:0], p.names[:0], p.covered[:0], p.claims[:0]
	p.listed = 0
	p.asked, p.due, p.pending = p.asked[:0], p.due[:0], p.pending[:0]
	p.start = p.afterNumber()
}

// afterNumber returns the first word after "3." or "(a)", or both, and after the quotation mark that opens the paragraphs of a
// presidential statement.
func (p *passage) afterNumber() int {
	w := p.words
	at := 0
	if len(w) > 1 && w[0].id == quoteMark {
		at = 1
	}
	if len(w) > at+1 && w[at].id == numeral {
		switch {
		case w[at+1].id == fullStop:
			at += 2
		case w[at+1].capital && p.has(at+1, startsVerb|startsAdverb):
			at++ // "3 Calls upon": the stop is missing
		}
	}
	for len(w) > at+2 && w[at].id == opening && w[at+2].id == closing && w[at+1].end-w[at+1].start <= 5 {
		at += 3
	}
	return at
}

// id returns the id of the i-th word, the unknown word's beyond the text.
func (p *passage) id(i int) wordID {
	if i < 0 || i >= len(p.words) {
		return unknownWord
	}
	return p.words[i].id
}

// has reports whether the i-th word has one of the classes.
func (p *passage) has(i int, c class) bool { return i >= 0 && i < len(p.words) && p.is(p.words[i], c) }

// mark reports whether the i-th word is punctuation.
func (p *passage) mark(i int) bool { return p.id(i) != unknownWord && p.id(i) < possessive }

// ended reports whether nothing that belongs to a name follows before the i-th word.
func (p *passage) ended(i int) bool { return i >= len(p.words) || p.ends(p.words[i]) }

// opens reports whether a phrase of one of the sets may begin at the i-th word; false is sure.
func (p *passage) opens(i int, sets setMask) bool {
	return i >= 0 && i < len(p.words) && p.words[i].opens&sets != 0
}

// longest matches a phrase at the i-th word; the values are good until the next match.
func (p *passage) longest(set *phrases, i int) (values []int32, end int) {
	if !p.opens(i, set.bit) {
		return nil, i
	}
	p.values, end = set.longest(p.words, i, p.values)
	return p.values, end
}

// span returns the bytes of the words from..to.
func (p *passage) span(from, to int) graph.Span {
	return graph.Span{Start: int(p.words[from].start), End: int(p.words[to-1].end)}
}

// inTitle reports whether the i-th word stands in a title.
func (p *passage) inTitle(i int) bool {
	k := sort.Search(len(p.covered), func(k int) bool { return p.covered[k].to > i })
	return k < len(p.covered) && p.covered[k].from <= i
}

// namesFrom returns the names that begin at the i-th word or after it.
func (p *passage) namesFrom(i int) []actorName {
	return p.names[sort.Search(len(p.names), func(k int) bool { return p.names[k].from >= i }):]
}
