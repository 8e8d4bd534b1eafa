package extract

import (
	"encoding/binary"
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

// append appends the sense to bytes that tell it from all others.
func (s sense) append(to []byte) []byte {
	to = binary.LittleEndian.AppendUint32(to, uint32(s.value))
	to = binary.LittleEndian.AppendUint32(to, s.capitals)
	if s.closed {
		return append(to, 1)
	}
	return append(to, 0)
}

// phrases is a set of word sequences, matched longest first. It is filled while the vocabulary is compiled, then only read.
type phrases struct {
	lexicon *lexicon
	trie
	automaton
	closing []bool  // by word id: a name that may be the beginning of a longer one ends before it
	bit     setMask // of the set in what a word opens
}

func newPhrases(l *lexicon) *phrases {
	return &phrases{lexicon: l, trie: newTrie()}
}

// compile makes the set ready for reading: nothing is added after it. Between the words of a quiet set marks may stand.
func (p *phrases) compile(closing []bool, quiet bool) {
	p.bit = p.lexicon.openers.add(&p.trie, len(p.lexicon.names), quiet)
	p.automaton, p.closing = p.merged(), closing
	p.trie = trie{}
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
	p.mean(node, s)
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
	if len(p.found[node]) == 0 {
		p.mean(node, sense{value: node})
	}
	return node
}

// longest returns the values of the longest phrase at words[at] and the index after it; end is at where there is none.
// A phrase does not begin or end within a hyphenated word, and none is found at an unknown word.
func (p *phrases) longest(words []word, at int, into []int32) (values []int32, end int) {
	values, end = into[:0], at
	if words[at].opens&p.bit == 0 || words[at].glued && at > 0 {
		return values, at
	}
	state := p.begin(words[at].id)
	for i := at + 1; ; i++ {
		if state >= p.accepting && (i == len(words) || !words[i].glued) {
			values, end = p.fitting(p.sensesOf(state), words, at, i, values, end)
		}
		if i == len(words) || state >= p.leaves {
			return values, end
		}
		if state = p.next(state, words[i].id); state == 0 {
			return values, end
		}
	}
}

// fitting puts the senses that fit words[at:i] in the place of values, or leaves these where none fits.
func (p *phrases) fitting(found []sense, words []word, at, i int, values []int32, end int) ([]int32, int) {
	closed := i == len(words) || p.closing[words[i].id]
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
	for i := 0; wanted != 0; i, wanted = i+1, wanted>>1 {
		if wanted&1 == 1 && !words[i].capital {
			return false
		}
	}
	return true
}
