package extract

import (
	"slices"
	"strings"
)

// recent is a named instrument that was read, in order.
type recent struct {
	entry int
	from  int // its first word
	unit  int
}

// shortName resolves "the Convention": what the document calls so, else the last named instrument whose name has that noun.
func (d *document) shortName(u unit, m *mention) {
	noun := d.scan.words[m.noun].id
	if m.many {
		noun = d.x.grammar.singular(noun)
	}
	if d.ofItself(u, m, noun) || d.calls(u, m, noun) {
		return
	}
	word := lower(d.scan.string(m.noun))
	at := d.meaning(m, noun)
	switch {
	case word == "charter":
		at = d.charter(at)
	case word == "goals" && at >= 0 && d.x.catalogue.Instruments()[at].ID == "mdgs":
		at = d.whichGoals()
	}
	switch {
	case at < 0:
		return
	case m.many && word == "covenants":
		d.keep(u, m, d.x.entry("iccpr"), "short-name", 0.95)
		d.keep(u, m, d.x.entry("icescr"), "short-name", 0.95)
	case m.many && !d.x.plural(at, d.scan.words[m.noun].id):
		return // "the Conventions", "the Protocols": which, the words do not say
	default:
		others, before := d.nameAlternatives(m, noun, at, 0.93), len(d.found)
		d.keep(u, m, at, "short-name", 0.93)
		if len(d.found) > before {
			d.found[before].Candidates = others
		}
	}
}

// calls reads a short name in brackets behind what it stands for, "the United Nations Convention on the Law of the Sea (“the Convention”)": from there on it means
// that, or nothing where what stands before the brackets is not in the catalogue. It reports whether the words are such.
func (d *document) calls(u unit, m *mention, noun wordID) bool {
	s := &d.scan
	before, after := m.from-1, m.to
	for s.mark(before, quoteMark) {
		before--
	}
	for s.mark(after, quoteMark) {
		after++
	}
	if !s.mark(before, opening) || !s.mark(after, closing) || !s.is(m.from, roleThe) {
		return false
	}
	entry, start := -1, d.offset+int(s.words[before].start)
	for n := len(d.found) - 1; n >= 0 && entry < 0 && d.found[n].Paragraph == u.paragraph && d.found[n].Note == u.note; n-- {
		last := &d.found[n]
		gap := start - last.Words.End
		if gap < 0 || gap > sameClause {
			break
		}
		if at := d.x.entry(last.Target); at >= 0 && slices.Contains(d.x.nouns[at], noun) {
			entry = at
		}
		if entry >= 0 && gap <= adjacent {
			last.Words.End = d.offset + int(s.words[after].end) // one mention
		}
	}
	if at, unit := d.lastWith(noun, ""); entry < 0 && at >= 0 && unit == d.units && before-d.lastFrom(at) <= longName {
		entry = at // named in a title: "its resolution 57/143 on the Agreement for ... (“the Agreement”)"
	}
	if d.called == nil {
		d.called = make(map[kindWord]int)
	}
	d.called[kindWord{noun: noun, action: m.to > m.noun+2}] = entry
	return true
}

// adjacent is how many bytes may stand between a name and its short form in brackets: a blank, a footnote's mark.
const adjacent = 12

// sameClause is how many bytes may stand between where the name is longer than the catalogue has it: "... for Responsible Fisheries of the Food and
// Agriculture Organization of the United Nations (“the Code”)".
const sameClause = 160

// longName is how many words a name with its short form behind it may have.
const longName = 48

// lastFrom returns the first word of the entry's last mention.
func (d *document) lastFrom(entry int) int {
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		if d.recent[i].entry == entry {
			return d.recent[i].from
		}
	}
	return 0
}

// meaning returns the entry that a short name means, -1 for none: what the document has called so, the last with the noun in the unit, the one that the
// document's title names, the last in the document. "That Convention" is the last.
func (d *document) meaning(m *mention, noun wordID) int {
	modifier, that := d.modifier(m), d.scan.is(m.from, roleThat)
	if at, ok := d.called[kindWord{noun: noun, action: m.to > m.noun+2}]; ok && !that {
		return at
	}
	last, unit := d.lastWith(noun, modifier)
	switch {
	case last >= 0 && unit == d.units:
		return last
	case that && d.units-unit > 1 && !d.alone(last, noun):
		return -1 // "that Protocol": one that was just named, and is not in the catalogue
	case that:
		return last
	}
	for _, at := range d.titled {
		if d.hasNoun(at, noun, modifier) {
			return at
		}
	}
	return last
}

// alone reports whether the entry is the only one with the noun that the document has named.
func (d *document) alone(entry int, noun wordID) bool {
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		if at := d.recent[i].entry; at != entry && slices.Contains(d.x.nouns[at], noun) {
			return false
		}
	}
	return true
}

// modifier returns the word before the noun that is part of the short name: "Guiding" of "the Guiding Principles"; empty for none.
func (d *document) modifier(m *mention) string {
	if m.noun > m.from && d.scan.is(m.noun-1, roleModifier) {
		return d.scan.string(m.noun - 1)
	}
	return ""
}

// hasNoun reports whether an entry's name has the noun, and the modifier in it.
func (d *document) hasNoun(at int, noun wordID, modifier string) bool {
	return slices.Contains(d.x.nouns[at], noun) && (modifier == "" || strings.Contains(d.x.catalogue.Instruments()[at].Title, modifier))
}

// oneOf reports whether an entry is several of what the noun says, as the Geneva Conventions are: one of them was named.
func (d *document) oneOf(at int, noun wordID) bool {
	return slices.ContainsFunc(d.x.nouns[at], func(n wordID) bool { return n != noun && d.x.grammar.singular(n) == noun })
}

// lastWith returns the last named entry whose name has the noun and the modifier, and the unit that named it; -1 where none has.
func (d *document) lastWith(noun wordID, modifier string) (entry, unit int) {
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		at, unit := d.recent[i].entry, d.recent[i].unit
		if d.hasNoun(at, noun, modifier) || unit == d.units && modifier == "" && d.oneOf(at, noun) {
			return at, unit
		}
	}
	return -1, 0
}

// charter returns what "the Charter" means: that of the United Nations, but where the unit has just named another.
func (d *document) charter(last int) int {
	if last >= 0 {
		for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent) && d.recent[i].unit == d.units; i-- {
			if d.recent[i].entry == last {
				return last
			}
		}
	}
	return d.x.entry("un-charter")
}

// court returns the statute that "the Statute of the Court" means: that of the International Court of Justice, but where the document has named the Rome Statute last.
func (d *document) court(m *mention, at int) int {
	if s := &d.scan; at == d.x.entry("icj-statute") && m.to-m.from == shortStatute {
		if last, _ := d.lastWith(s.words[m.from].id, ""); last >= 0 && last == d.x.entry("rome-statute") {
			return last
		}
	}
	return at
}

// shortStatute is how many words "Statute of the Court" has.
const shortStatute = 4

// longer returns what a name of two words means where the unit has named an instrument whose name goes on from there: "the Vienna Declaration" behind "the
// Vienna Declaration on Crime and Justice".
func (d *document) longer(m *mention, at int) int {
	if m.to-m.from != 2 {
		return at
	}
	words := d.scan.text[d.scan.words[m.from].start:d.scan.words[m.to-1].end]
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent) && d.recent[i].unit == d.units; i-- {
		entry := d.recent[i].entry
		if entry == at {
			return at
		}
		if rest, ok := strings.CutPrefix(d.x.catalogue.Instruments()[entry].Title, words); ok && strings.HasPrefix(rest, " ") {
			return entry
		}
	}
	return at
}
