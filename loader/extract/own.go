package extract

import (
	"slices"

	"recital/graph"
)

// own is what a document's own texts are called in it: words that point at them cite nothing.
type own struct {
	// title has the nouns of names in the document's title that the catalogue does not have: "the Convention" is that one.
	title []kindWord
	// annex has the nouns by which an annexed text has spoken of itself, "this Convention", and those of its name where the catalogue has it.
	annex []kindWord
}

// kindWord is the noun of a short name: "Programme" and "Programme of Action" are two.
type kindWord struct {
	noun   wordID
	action bool
}

// ownNouns returns the nouns of a title that belong to no name of the catalogue; of the entries that it names too the nouns are theirs.
func (x *citer) ownNouns(title string, entries []int) []kindWord {
	var all []kindWord
	var named []wordID
	for _, at := range entries {
		named = append(named, x.nouns[at]...)
	}
	words := x.lexicon.words(title, nil)
	for i := 0; i < len(words); i++ {
		if _, end := x.names.longest(title, words, i); end > i {
			i = end - 1
			continue
		}
		if words[i].capital && x.grammar.role(words[i].id) == roleNoun && !slices.Contains(named, words[i].id) {
			action := i+2 < len(words) && lower(title[words[i+2].start:words[i+2].end]) == "action"
			all = append(all, kindWord{noun: x.grammar.singular(words[i].id), action: action})
		}
	}
	return all
}

// ofItself reports whether a short name means a text of the document itself, or the one that its title names and the catalogue does not have: no
// citation, and above all none of an instrument of the same kind that happened to be named before. "This Convention" in an annexed treaty, and
// then "the Convention"; "this Declaration" below the title "Declaration on ...". A name read in the same unit is nearer.
func (d *document) ofItself(u unit, m *mention, noun wordID) bool {
	word := kindWord{noun: d.x.grammar.singular(noun), action: m.to > m.noun+2}
	present := d.scan.is(m.from, rolePresent)
	if present || u.part == graph.Annexed && lower(d.scan.string(m.from)) == "this" {
		if u.part == graph.Annexed && !slices.Contains(d.self.annex, word) {
			d.self.annex = append(d.self.annex, word)
		}
		return true
	}
	known := slices.Contains(d.self.title, word) && lower(d.scan.string(m.noun)) != "charter" || u.part == graph.Annexed && slices.Contains(d.self.annex, word)
	return known && !d.namedHere(word.noun)
}

// ownEntries notes the nouns of the instruments that the document itself brings, where its title names them.
func (d *document) ownEntries() {
	for _, at := range d.titled {
		if entry := &d.x.catalogue.Instruments()[at]; d.itself(entry) || slices.Contains(d.own, entry.Symbol) {
			for _, noun := range d.x.nouns[at] {
				d.self.annex = append(d.self.annex, kindWord{noun: d.x.grammar.singular(noun)})
			}
		}
	}
}

// namedHere reports whether the unit has named an instrument with the noun.
func (d *document) namedHere(noun wordID) bool {
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent) && d.recent[i].unit == d.units; i-- {
		if slices.Contains(d.x.nouns[d.recent[i].entry], noun) {
			return true
		}
	}
	return false
}

// speaksOfItself reports whether the document's own number is a mention of it: within a sentence of its body, its annex or its notes, behind the
// word "resolution" or with its date, as in the text that it recommends for adoption to another body ("through its resolution 16/1 of 23 March
// 2011", A/HRC/RES/16/1, annex). The number in a heading, or that begins a line, names the page: it cites nothing.
func (d *document) speaksOfItself(u unit, m *mention) bool {
	from := m.from
	if m.head >= 0 && m.strict {
		from = min(from, d.scan.heads[m.head].at)
	}
	return u.part != graph.Heading && from > 0 && !d.scan.mark(from-1, fullStop) && (m.own || m.head >= 0 && m.strict)
}
