package parse

import (
	"sort"
	"strconv"
)

// Weights of what may be the mark of a note. What is certain, by itself, is above strong.
const (
	certain  = 20 // a superscript, or digits that cannot be anything else: the year "20303"
	strong   = 10 // digits glued to a word or to its punctuation: "Rights,1"
	doubtful = 2  // digits that could belong to the number before them: "70/17"
	faint    = 1  // a number that stands by itself: "Rights 1 and"
)

// A candidate is digits in the body of the text that may be the mark of a note.
type candidate struct {
	start, end int
	number     int
	weight     int
	alone      bool // certain even without a note: it cannot be read otherwise
	spaced     bool
	raised     bool // a superscript
	note       int
	before     int // in the best chain; -1 for none
	score      int
}

// align finds the marks of notes that stand in the text as bare digits: as many as fit the sequence of the notes, each before its note and behind
// the notes of the page before. "70/17" is 70/1 and note 7 when note 7 is due there and stands nowhere more clearly.
func (b *noteBook) align(text string, fragments []fragment, order readingOrder) {
	all := candidates(text, fragments)
	if len(all) == 0 {
		return
	}
	bounds := b.bounds(fragments, order)
	var known []candidate
	for _, c := range all {
		if c.note = b.waiting(c.number, order.at(c.start), bounds); c.note >= 0 {
			known = append(known, c)
		}
	}
	chain := bestChain(b.likely(known), len(b.notes), faint)
	for _, c := range chain {
		b.marks = append(b.marks, mark{start: c.start, end: c.end, note: c.note, spaced: c.spaced})
		b.taken[c.note] = true
	}
	b.stray(all)
	b.sort()
}

// likely keeps the candidates that are of the kind that the text's marks are: superscripts where most notes have one, numbers between blanks where
// most notes have one and few have digits glued to words. Digits that may belong to a number are marks only in a text that has marks of which
// there is no doubt: elsewhere its marks may all be lost.
func (b *noteBook) likely(known []candidate) []candidate {
	raised := b.count(known, func(c *candidate) bool { return c.raised })
	sure := b.count(known, func(c *candidate) bool { return c.weight >= strong })
	spaced := b.count(known, func(c *candidate) bool { return c.spaced })
	keep := func(c *candidate) bool { return c.weight >= strong || c.spaced && c.weight >= 2*doubtful }
	switch notes := len(b.notes); {
	case raised*2 >= notes:
		keep = func(c *candidate) bool { return c.raised }
	case spaced*10 >= notes*6 && sure*10 < notes*3:
		keep = func(c *candidate) bool { return c.spaced || c.weight >= strong }
	case sure*10 >= notes*3:
		keep = func(*candidate) bool { return true }
	}
	var all []candidate
	for i := range known {
		if keep(&known[i]) {
			all = append(all, known[i])
		}
	}
	return all
}

// count returns how many notes have a candidate of a kind.
func (b *noteBook) count(known []candidate, kind func(*candidate) bool) int {
	seen, n := make([]bool, len(b.notes)), 0
	for i := range known {
		if c := &known[i]; kind(c) && !seen[c.note] {
			seen[c.note] = true
			n++
		}
	}
	return n
}

// bounds returns, for each note, the span of the text, in reading order, that its mark may stand in: from the notes before those it stands with, to itself.
func (b *noteBook) bounds(fragments []fragment, order readingOrder) [][2]int {
	bounds := make([][2]int, 0, len(b.notes))
	from, next, apart := 0, 0, true
	for i := range fragments {
		f := &fragments[i]
		if f.kind != NoteBlock {
			apart = true
			continue
		}
		if apart {
			from, apart = next, false
		}
		lead := order.at(f.lead)
		bounds = append(bounds, [2]int{from, lead})
		next = lead
	}
	return bounds
}

// waiting returns the note with the number whose mark may stand at a place; -1 where there is none.
func (b *noteBook) waiting(number, at int, bounds [][2]int) int {
	for _, i := range b.byKey[strconv.Itoa(number)] {
		if bounds[i][0] <= at && at < bounds[i][1] && !b.taken[i] {
			return i
		}
		if bounds[i][0] > at {
			break
		}
	}
	return -1
}

// stray adds the marks whose notes are lost, where nothing else can be meant: digits that make a year of five figures, or that hang on a word or its
// punctuation. Other digits glued to a word count where they go on with the numbers of marks around them.
func (b *noteBook) stray(all []candidate) {
	taken := make(map[int]bool, len(b.marks))
	for _, m := range b.marks {
		taken[m.end] = true
	}
	due := 0 // the number after the last mark found
	for i := range all {
		c := &all[i]
		if taken[c.end] {
			due = c.number + 1
			continue
		}
		if c.spaced || c.weight < strong || c.weight > strong && c.weight < certain {
			continue
		}
		if !c.alone && (due == 0 || c.number != due) && !follows(all[i+1:], c.number+1) {
			continue
		}
		due = c.number + 1
		taken[c.end] = true
		b.marks = append(b.marks, mark{start: c.start, end: c.end, note: -1})
	}
}

// follows reports whether a mark with the number comes among the next candidates: one alone may be chance.
func follows(rest []candidate, number int) bool {
	const window = 40
	for i := range rest[:min(len(rest), window)] {
		if rest[i].number == number && rest[i].weight == strong {
			return true
		}
	}
	return false
}

// bestChain returns the candidates of at least the weight least that, in the order of the text, give notes in their order, with the greatest sum of weights.
// It takes time n log n: a Fenwick tree keeps, for each note, the best chain that ends at or before it.
func bestChain(all []candidate, notes, least int) []candidate {
	tree := make([]int, notes+1) // index into all, plus one; of the best chain
	better := func(i, j int) bool { return j == 0 || i != 0 && all[i-1].score > all[j-1].score }
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && all[to].end == all[from].end {
			to++
		}
		for i := from; i < to; i++ { // first look, then enter: of the candidates of one run of digits only one is chosen
			c := &all[i]
			best := 0
			for at := c.note; at > 0; at -= at & -at {
				if better(tree[at], best) {
					best = tree[at]
				}
			}
			c.before, c.score = best-1, c.weight
			if best > 0 {
				c.score += all[best-1].score
			}
		}
		for i := from; i < to; i++ {
			if all[i].weight < least {
				continue
			}
			for at := all[i].note + 1; at <= notes; at += at & -at {
				if better(i+1, tree[at]) {
					tree[at] = i + 1
				}
			}
		}
		from = to
	}
	best := 0
	for at := notes; at > 0; at -= at & -at {
		if better(tree[at], best) {
			best = tree[at]
		}
	}
	var chain []candidate
	for i := best - 1; i >= 0; i = all[i].before {
		chain = append(chain, all[i])
	}
	sort.Slice(chain, func(i, j int) bool { return chain[i].start < chain[j].start })
	return chain
}
