package extract

import "strings"

// body notes a body's name and returns where it ends; from where the words are none. A short name after another capitalised word is part of a
// longer name that we do not know: "the Governing Council", "the National Assembly".
func (s *scan) body(from, to, value int) int {
	name := &s.x.places[value]
	if name.short && from > 1 && s.words[from-1].capital && !s.words[from-1].glued && s.noun(from-1) {
		return from
	}
	if strings.HasSuffix(name.text, toTheConvention) {
		if _, end := s.x.names.longest(s.text, s.words, to-1); end > to {
			to -= 3 // "the Conference of the Parties to the Convention on International Trade in Endangered Species": another's
		}
	}
	if name.short && s.is(to, roleOf) && s.is(to+1, roleThe) && to+2 < len(s.words) && s.words[to+2].capital && name.text != "Conference of the Parties" {
		return from // "the Conference of the Leaders", "Commission of the African Union"
	}
	s.places = append(s.places, place{bodies: name.bodies, short: name.short, from: from, to: to})
	s.bodyAfter(len(s.places) - 1)
	return to
}

// toTheConvention ends the names that conferences of parties share where their treaty was named before.
const toTheConvention = "to the Convention"

// noun reports whether a capitalised word may belong to the name that follows it, unlike the verb that opens a paragraph.
func (s *scan) noun(i int) bool {
	w := s.string(i)
	n := len(w)
	participle := n > 3 && w[n-3:] == "ing"
	finite := n > 1 && w[n-1] == 's' && i < 2
	return !participle && !finite
}

// bodyAfter gives the open list the body that is named behind it: "resolutions 5/1 and 5/2 of the Human Rights Council",
// "resolution 60/2 on ..., adopted by the Commission on the Status of Women" (form 9).
func (s *scan) bodyAfter(p int) {
	if !s.open || len(s.heads) == 0 {
		return
	}
	h := &s.heads[len(s.heads)-1]
	if h.how == byName || h.how == byAfter {
		return
	}
	at := s.places[p].from - 1
	if s.is(at, roleThe) {
		at--
	}
	direct := s.last == at+1 || at == s.last && (s.is(at, roleOf) || s.is(at, roleBy)) ||
		at == s.last+1 && s.is(at, roleBy) && s.is(at-1, roleAdopted)
	adopted := s.is(at, roleBy) && s.is(at-1, roleAdopted) && s.mark(at-2, comma) && h.from < len(s.mentions)
	if !direct && !adopted || s.is(at, roleBy) && h.how == byIts || !s.is(at, roleOf) && !s.is(at, roleBy) {
		return
	}
	h.bodies, h.how = s.places[p].bodies, byAfter
	if s.places[p].short {
		h.how = byShort
	}
	if h.from == len(s.mentions) {
		return // "resolution 34/20, and relevant resolutions of the General Assembly" (A/HRC/RES/37/8): the number is not the Assembly's
	}
	for up := h.parent; up >= 0 && (s.heads[up].how == unnamed || s.heads[up].how == inherited); up = s.heads[up].parent {
		s.heads[up].bodies, s.heads[up].how = h.bodies, h.how // "resolution 91 and decisions 250/2002 of the African Commission" (form 19)
	}
}
