package extract

import (
	"slices"
	"strings"

	"recital/graph"
)

// nameSet is a set of proper names, matched longest first. Marks within a name may stand in the text or be left out.
type nameSet struct {
	*phrases
	digits [][]string // by value: the numerals of the name, in order
}

func newNameSet(l *lexicon) *nameSet { return &nameSet{phrases: newPhrases(l)} }

// add adds a name as it is written, with the value it is found by: values are given out from 0. The first word, where it has a
// capital, must have one in the text, and so must all capitals of a name of one or two words; longer names are known by their words.
func (n *nameSet) add(name string, value int) {
	words := n.lexicon.words(name, nil)
	node, count := int32(0), 0
	s := sense{value: int32(value)}
	short := len(words) <= 2
	for len(n.digits) <= value {
		n.digits = append(n.digits, nil)
	}
	for _, w := range words {
		if isQuiet(w.id) {
			continue
		}
		text := name[w.start:w.end]
		switch w.id {
		case unknownWord:
			w.id = n.lexicon.add(lower(text))
		case numeral:
			n.digits[value] = append(n.digits[value], text)
		}
		if w.capital && (count == 0 || short) {
			s.capitals |= 1 << min(count, 31)
		}
		node = n.step(node, w.id)
		count++
	}
	if node != 0 {
		n.mean(node, s)
	}
}

// isQuiet reports whether a mark within a name may stand or be left out.
func isQuiet(id wordID) bool {
	switch id {
	case comma, colon, quoteMark, dash, possessive:
		return true
	}
	return false
}

// longest returns the value of the longest name that begins at words[at], and the index after it; -1 and at where there is none.
func (n *nameSet) longest(text string, words []word, at int) (value, end int) {
	value, end = -1, at
	if words[at].opens&n.bit == 0 || words[at].glued && at > 0 {
		return value, at
	}
	state := n.begin(words[at].id)
	capitals := uint32(0)
	if words[at].capital {
		capitals = 1
	}
	for count, i := 1, at+1; ; i++ {
		if state >= n.accepting {
			for _, s := range n.sensesOf(state) {
				if s.capitals&^capitals == 0 && (i == len(words) || !words[i].glued) && n.sameDigits(int(s.value), text, words[at:i]) {
					value, end = int(s.value), i
				}
			}
		}
		if state >= n.leaves {
			return value, end
		}
		for quiet := 0; i < len(words) && isQuiet(words[i].id) && quiet < 3; quiet++ {
			i++
		}
		if i == len(words) {
			return value, end
		}
		if state = n.next(state, words[i].id); state == 0 {
			return value, end
		}
		if words[i].capital {
			capitals |= 1 << min(count, 31)
		}
		count++
	}
}

// sameDigits reports whether the numerals among the words are those of the name.
func (n *nameSet) sameDigits(value int, text string, words []word) bool {
	want := n.digits[value]
	for _, w := range words {
		if w.id != numeral {
			continue
		}
		if len(want) == 0 || text[w.start:w.end] != want[0] {
			return false
		}
		want = want[1:]
	}
	return len(want) == 0
}

// addNames adds the names of the catalogue's instruments. A name that stands for several, "Additional Protocols", stands for each.
func (x *citer) addNames() {
	aliases := make(map[string]int)
	for at := range x.catalogue.Instruments() {
		entry := &x.catalogue.Instruments()[at]
		names := append([]string{entry.Title}, entry.Names...)
		if at := strings.LastIndex(entry.Title, " ("); at > 0 && strings.HasSuffix(entry.Title, ")") {
			// "(No. 29)" may be left out, "(Employment and Occupation) Convention" may not.
			if head := entry.Title[:at]; !strings.Contains(head, "Convention,") && !strings.HasPrefix(head, "Protocol Additional") {
				names = append(names, head)
			}
		}
		for _, name := range spellings(names) {
			k, ok := aliases[name]
			if !ok {
				k = len(x.aliases)
				aliases[name] = k
				x.aliases = append(x.aliases, nil)
				x.names.add(name, k)
			}
			if !slices.Contains(x.aliases[k], at) {
				x.aliases[k] = append(x.aliases[k], at)
			}
		}
	}
}

// respelled are words that texts of one decade write otherwise than those of another.
var respelled = strings.NewReplacer("Co-operation", "Cooperation", "Cooperation", "Co-operation", "Organization", "Organisation", "Organisation", "Organization",
	"Ageing", "Aging", "Aging", "Ageing")

// spellings adds to names what they are in the other spelling: "Declaration on ... Co-operation" of 1970 is cited as "... Cooperation" today.
func spellings(names []string) []string {
	for _, name := range slices.Clone(names) {
		if other := respelled.Replace(name); !slices.Contains(names, other) {
			names = append(names, other)
		}
	}
	return names
}

// relate indexes the catalogue's instruments by what short names and notes say of them.
func (x *citer) relate() {
	entries := x.catalogue.Instruments()
	x.nouns, x.children = make([][]wordID, len(entries)), make([][]int, len(entries))
	x.ids, x.printed = make(map[graph.ID]int, len(entries)), make(map[string]int)
	for at := range entries {
		x.ids[entries[at].ID] = at
		if entries[at].Kind == graph.Judgment {
			x.judgments = append(x.judgments, at)
		}
		for _, place := range entries[at].Series {
			if _, taken := x.printed[place]; !taken {
				x.printed[place] = at
			}
		}
		x.nouns[at] = x.nounsOf(entries[at].Title)
		for _, name := range entries[at].Names {
			if len(x.nouns[at]) == 0 {
				x.nouns[at] = x.nounsOf(name)
			}
		}
	}
	for at := range entries {
		if parent, ok := x.ids[entries[at].Parent]; ok {
			x.children[parent] = append(x.children[parent], at)
		}
	}
}

// nounsOf returns the nouns that say what an instrument is, from the head of its title: "Convention" of "Convention on ...".
func (x *citer) nounsOf(title string) []wordID {
	var nouns []wordID
	for _, w := range x.lexicon.words(title, nil) {
		switch x.grammar.role(w.id) {
		case roleNoun:
			nouns = append(nouns, w.id)
		case roleOf, roleOn, roleTo:
			if len(nouns) > 0 && !strings.HasPrefix(title[w.end:], " Action and") {
				return nouns
			}
		}
		if text := title[w.start:w.end]; len(nouns) > 0 && (text == "for" || text == "against") {
			return nouns
		}
	}
	return nouns
}

// entry returns the index of a catalogue's entry; -1 where it has none.
func (x *citer) entry(id graph.ID) int {
	if at, ok := x.ids[id]; ok {
		return at
	}
	return -1
}

// plural reports whether the entry's own name has the noun in the plural: "the Guiding Principles", not "the Conventions".
func (x *citer) plural(at int, noun wordID) bool { return slices.Contains(x.nouns[at], noun) }

// namesIn returns the named instruments that a title names.
func (x *citer) namesIn(title string) []int {
	var all []int
	words := x.lexicon.words(title, nil)
	for i := 0; i < len(words); i++ {
		if alias, end := x.names.longest(title, words, i); end > i {
			all = append(all, x.aliases[alias]...)
			i = end - 1
		}
	}
	return all
}
