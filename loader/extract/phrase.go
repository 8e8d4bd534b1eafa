package extract

import (
	"fmt"
	"strings"

	"recital/graph"
)

// maxExpansion bounds how many plain phrases one pattern may stand for: more is a slip in the data.
const maxExpansion = 4096

// expand returns the plain phrases that a pattern stands for: "[the ](High Commissioner|Office)" is four.
// Brackets hold what may be left out, parentheses alternatives; both nest.
func expand(pattern string) ([]string, error) {
	e := expander{text: pattern}
	phrases, err := e.alternatives()
	if err != nil {
		return nil, err
	}
	if e.at < len(pattern) {
		return nil, &graph.SyntaxError{What: "phrase", Input: pattern, Offset: e.at, Reason: "closing bracket without its opening"}
	}
	for i, p := range phrases {
		phrases[i] = strings.Join(strings.Fields(p), " ")
	}
	return phrases, nil
}

type expander struct {
	text string
	at   int
}

// alternatives reads sequences parted by bars, up to a closing bracket or the end.
func (e *expander) alternatives() ([]string, error) {
	var all []string
	for {
		some, err := e.sequence()
		if err != nil {
			return nil, err
		}
		if all = append(all, some...); len(all) > maxExpansion {
			return nil, &graph.SyntaxError{What: "phrase", Input: e.text, Offset: e.at, Reason: "stands for too many phrases"}
		}
		if e.at == len(e.text) || e.text[e.at] != '|' {
			return all, nil
		}
		e.at++
	}
}

func (e *expander) sequence() ([]string, error) {
	all := []string{""}
	for e.at < len(e.text) {
		var part []string
		switch c := e.text[e.at]; c {
		case '|', ')', ']':
			return all, nil
		case '(', '[':
			var err error
			if part, err = e.group(c); err != nil {
				return nil, err
			}
		default:
			end := e.at + 1
			for end < len(e.text) && !strings.ContainsRune("|()[]", rune(e.text[end])) {
				end++
			}
			part = []string{e.text[e.at:end]}
			e.at = end
		}
		if len(all)*len(part) > maxExpansion {
			return nil, &graph.SyntaxError{What: "phrase", Input: e.text, Offset: e.at, Reason: "stands for too many phrases"}
		}
		all = product(all, part)
	}
	return all, nil
}

// group reads a bracketed part; the bracket is at e.at.
func (e *expander) group(bracket byte) ([]string, error) {
	from := e.at
	e.at++
	part, err := e.alternatives()
	if err != nil {
		return nil, err
	}
	want := byte(')')
	if bracket == '[' {
		want = ']'
		part = append(part, " ")
	}
	if e.at == len(e.text) || e.text[e.at] != want {
		return nil, &graph.SyntaxError{What: "phrase", Input: e.text, Offset: from, Reason: "bracket is not closed"}
	}
	e.at++
	return part, nil
}

func product(heads, tails []string) []string {
	all := make([]string, 0, len(heads)*len(tails))
	for _, h := range heads {
		for _, t := range tails {
			all = append(all, h+t)
		}
	}
	return all
}

// sense is one meaning of a phrase.
type sense struct {
	value    int32  // whatever the phrases were added with
	capitals uint32 // bit i: the i-th word must begin with a capital
	closed   bool   // what follows must be a mark, a function word or the end
}

// phrases is a set of word sequences, matched longest first. It is filled while the vocabulary is compiled, then only read.
type phrases struct {
	lexicon *lexicon
	first   []int32 // by word id: the node after that word, 0 for none
	edges   edgeTable
	senses  [][]sense // by node
}

func newPhrases(l *lexicon) *phrases {
	return &phrases{lexicon: l, senses: make([][]sense, 1)}
}

// add adds what a pattern stands for. A word written with a capital must have one in the text; a closing "$" asks that the
// phrase be followed by a mark, a function word or the end of the text.
func (p *phrases) add(pattern string, value int32) error {
	plain, err := expand(pattern)
	if err != nil {
		return err
	}
	for _, text := range plain {
		text, closed := strings.CutSuffix(text, "$")
		if err := p.addPlain(text, sense{value: value, closed: closed}); err != nil {
			return fmt.Errorf("phrase %q: %w", pattern, err)
		}
	}
	return nil
}

func (p *phrases) addPlain(text string, s sense) error {
	words := p.lexicon.words(text, nil)
	if len(words) == 0 || len(words) > 32 {
		return &graph.SyntaxError{What: "phrase", Input: text, Reason: "want 1 to 32 words"}
	}
	node := int32(0)
	for i, w := range words {
		if w.id == unknownWord {
			w.id = p.lexicon.add(strings.ToLower(text[w.start:w.end]))
		}
		if w.capital {
			s.capitals |= 1 << i
		}
		node = p.step(node, w.id)
	}
	p.senses[node] = append(p.senses[node], s)
	return nil
}

// once adds a plain phrase with a value of its own, the same each time it is added, and returns the value.
func (p *phrases) once(text string) int32 {
	node := int32(0)
	for _, w := range p.lexicon.words(text, nil) {
		if w.id == unknownWord {
			w.id = p.lexicon.add(strings.ToLower(text[w.start:w.end]))
		}
		node = p.step(node, w.id)
	}
	if len(p.senses[node]) == 0 {
		p.senses[node] = []sense{{value: node}}
	}
	return node
}

// step returns the node that a word leads to, new where there is none.
func (p *phrases) step(node int32, id wordID) int32 {
	if node == 0 {
		for len(p.first) <= int(id) {
			p.first = append(p.first, 0)
		}
		if p.first[id] == 0 {
			p.first[id] = p.grow()
		}
		return p.first[id]
	}
	key := uint64(node)<<16 | uint64(id)
	next := p.edges.get(key)
	if next == 0 {
		next = p.grow()
		p.edges.put(key, next)
	}
	return next
}

// next returns the node that a word leads to; ok is false where no phrase goes on with it.
func (p *phrases) next(node int32, id wordID) (next int32, ok bool) {
	next = p.edges.get(uint64(node)<<16 | uint64(id))
	return next, next != 0
}

func (p *phrases) grow() int32 {
	p.senses = append(p.senses, nil)
	return int32(len(p.senses) - 1)
}

// starts reports whether a phrase begins with the word.
func (p *phrases) starts(id wordID) bool { return int(id) < len(p.first) && p.first[id] != 0 }

// longest returns the values of the longest phrase at words[at] and the index after it; end is at where there is none.
// A phrase does not begin or end within a hyphenated word, and none is found at an unknown word.
func (p *phrases) longest(words []word, at int, ends func(word) bool, into []int32) (values []int32, end int) {
	values, end = into[:0], at
	if !p.starts(words[at].id) || words[at].glued && at > 0 {
		return values, at
	}
	node := p.first[words[at].id]
	for i := at + 1; ; i++ {
		if found := p.senses[node]; len(found) > 0 && (i == len(words) || !words[i].glued) {
			values, end = p.fitting(found, words, at, i, ends, values, end)
		}
		if i == len(words) {
			return values, end
		}
		next, ok := p.next(node, words[i].id)
		if !ok {
			return values, end
		}
		node = next
	}
}

// fitting puts the senses that fit words[at:i] in the place of values, or leaves these where none fits.
func (p *phrases) fitting(found []sense, words []word, at, i int, ends func(word) bool, values []int32, end int) ([]int32, int) {
	closed := i == len(words) || ends(words[i])
	fresh := false
	for _, s := range found {
		if s.closed && !closed || !hasCapitals(words[at:i], s.capitals) {
			continue
		}
		if !fresh {
			values, end, fresh = values[:0], i, true
		}
		values = append(values, s.value)
	}
	return values, end
}

func hasCapitals(words []word, wanted uint32) bool {
	for i := range words {
		if wanted>>i&1 == 1 && !words[i].capital {
			return false
		}
	}
	return true
}

// edgeTable maps a node and a word to the next node, by open addressing: the look-ups of every word of every text go through it,
// and it takes a third of the time of a map.
type edgeTable struct {
	keys  []uint64
	nodes []int32 // 0: free
	count int
}

// slot returns where the key stands, or the free place where it would.
func (t *edgeTable) slot(key uint64) int {
	mask := uint64(len(t.keys) - 1)
	at := key * 0x9E3779B97F4A7C15 >> 24 & mask // Fibonacci hashing
	for t.nodes[at] != 0 && t.keys[at] != key {
		at = (at + 1) & mask
	}
	return int(at)
}

// get returns the next node, 0 for none.
func (t *edgeTable) get(key uint64) int32 {
	if t.count == 0 {
		return 0
	}
	return t.nodes[t.slot(key)]
}

// put adds an edge that is not there yet; the table stays at most half full.
func (t *edgeTable) put(key uint64, node int32) {
	if 2*t.count >= len(t.keys) {
		old := *t
		size := max(64, 2*len(old.keys))
		t.keys, t.nodes = make([]uint64, size), make([]int32, size)
		for i, n := range old.nodes {
			if n != 0 {
				at := t.slot(old.keys[i])
				t.keys[at], t.nodes[at] = old.keys[i], n
			}
		}
	}
	at := t.slot(key)
	t.keys[at], t.nodes[at] = key, node
	t.count++
}
