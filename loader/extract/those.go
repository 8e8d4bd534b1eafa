package extract

import (
	"slices"
	"sort"

	"recital/graph"
)

// Bounds of how many lists "those resolutions" gathers, or may mean, and of how many are looked through for them.
const (
	maxListsBack   = 8
	maxListsPassed = 64
)

// list is the members of a list of resolutions or decisions.
type list struct {
	kind      graph.InstrumentKind
	head      int
	unit      int
	paragraph int
	note      bool // it stands in a note
	members   []graph.ID
}

// those reads "those resolutions", "the same resolution", "the resolutions mentioned above" when word i is "resolution" and no number follows it; it reports
// whether it is one.
func (s *scan) those(i int) bool {
	if i+1 < len(s.words) && (s.mark(i+1, numeral) || s.mark(i+1, dash)) {
		return false
	}
	from, to := i-1, i+1
	switch {
	case s.is(from, roleSame):
		above := s.saysAbove(from)
		if s.mark(from-1, dash) || s.words[from].glued {
			from--
		}
		for from > 0 && !s.is(from, roleThe) && !s.is(from, roleIts) && i-from < 4 {
			from--
		}
		if !s.is(from, roleThe) && (!above || !s.is(from, roleIts)) {
			return false
		}
	case s.is(from, roleThat):
		switch lower(s.string(from)) {
		case "that", "those", "said":
		default:
			return false
		}
		if lower(s.string(from)) == "said" && (s.is(from-1, roleThe) || s.is(from-1, roleIts)) {
			from--
		}
	case s.is(from, roleThe):
		if to = s.above(i + 1); to == i+1 {
			return false
		}
	default:
		return false
	}
	s.mentions = append(s.mentions, mention{kind: backward, back: backResolutions, from: from, to: to, head: -1, noun: i, many: s.plural(i)})
	return true
}

// saysAbove reports whether word i says that what follows was named farther up: "above-mentioned", "aforesaid", not "same" or "latter".
func (s *scan) saysAbove(i int) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	switch lower(s.string(i)) {
	case "mentioned", "aforementioned", "aforesaid", "abovementioned", "said":
		return true
	}
	return false
}

// above returns where "mentioned above", "cited above" or "referred to above" at word i ends; i where none stands there.
func (s *scan) above(i int) int {
	at := i
	switch {
	case s.is(at, roleSame):
		at++
	case at < len(s.words) && s.string(at) == "referred" && s.is(at+1, roleTo):
		at += 2
	default:
		return i
	}
	if at < len(s.words) && s.string(at) == "above" {
		return at + 1
	}
	return i
}

// listed keeps the member for "those resolutions".
func (d *document) listed(u unit, m *mention, kind graph.InstrumentKind, id graph.ID) {
	if n := len(d.lists) - 1; n >= 0 && d.lists[n].unit == d.units && d.lists[n].head == m.head {
		d.lists[n].members = append(d.lists[n].members, id)
		return
	}
	d.lists = append(d.lists, list{kind: kind, head: m.head, unit: d.units, paragraph: u.paragraph, note: u.note >= 0, members: []graph.ID{id}})
}

// those resolves "those resolutions": the members of the list named last, in the paragraph or the one before; "that resolution" is its last member.
func (d *document) those(u unit, m *mention) {
	last := d.listBefore(u, len(d.lists))
	if last < 0 || u.paragraph-d.lists[last].paragraph > 1 {
		// A note that gives the number of what the text names: "the 2005 World Summit Outcome" with its note, then "that resolution" (S/RES/1645 (2005)).
		last = d.listBefore(unit{note: 0}, len(d.lists))
	}
	if last < 0 || u.paragraph-d.lists[last].paragraph > 1 {
		if d.scan.saysAbove(m.noun-1) || m.to > m.noun+1 {
			d.farther(u, m)
		}
		return
	}
	members := d.lists[last].members
	switch {
	case !m.many && len(members) > 0:
		members = members[len(members)-1:]
	case len(members) == 1: // "resolution 60/288 and, recalling resolution 62/272, ... those resolutions": the lists of the same unit before it too
		for before := last - 1; before >= max(0, last-maxListsBack) && d.lists[before].unit == d.lists[last].unit && d.lists[before].kind != graph.Decision; before-- {
			members = append(slices.Clone(d.lists[before].members), members...)
		}
	}
	d.pointTo(u, m, members, 0.9)
}

// listBefore returns the list of resolutions before index i that words of the unit may mean, -1 for none: a paragraph does not speak of what stands in its notes.
func (d *document) listBefore(u unit, i int) int {
	for stop := max(0, i-maxListsPassed); i > stop; i-- {
		if l := &d.lists[i-1]; l.kind != graph.Decision && (!l.note || u.note >= 0) {
			return i - 1
		}
	}
	return -1
}

// farther resolves "the above-mentioned resolutions" where none stands in this paragraph or the one before: the only list of the document, "the aforesaid resolution" the
// only one that it cites. Of several, which ones is not said.
func (d *document) farther(u unit, m *mention) {
	var members []graph.ID
	lists := 0
	for at := d.listBefore(u, len(d.lists)); at >= 0 && lists < maxListsBack && len(members) < maxListsBack; at = d.listBefore(u, at) {
		lists++
		for _, member := range slices.Backward(d.lists[at].members) {
			if !slices.Contains(members, member) && len(members) < maxListsBack {
				members = append(members, member)
			}
		}
	}
	slices.Reverse(members)
	if len(members) == 1 || m.many && lists == 1 {
		d.pointTo(u, m, members, 0.8)
		return
	}
	words := d.span(m.from, m.to)
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Kind: graph.Resolution, Rule: "those", Confidence: 0.5,
		Status: graph.Ambiguous, Reason: "which of the resolutions above is not said",
	}
	if len(members) == 0 {
		c.Status, c.Reason = graph.Open, "no resolution is cited above"
	}
	for _, id := range members {
		c.Candidates = append(c.Candidates, Candidate{Target: id, Kind: graph.Resolution, Confidence: 1 / float64(len(members)+1)})
	}
	d.found = append(d.found, c)
}

// bodyOf returns who adopted what has the id, a resolution or an instrument of the catalogue that is known by its name.
func (x *citer) bodyOf(id graph.ID) graph.Body {
	if at := x.entry(id); at >= 0 {
		return x.catalogue.Instruments()[at].Symbol.Body()
	}
	symbol, err := graph.ParseSymbol(string(id))
	if err != nil {
		return ""
	}
	return symbol.Body()
}

// adopters returns the bodies that are said behind the words to have adopted the resolutions, "those resolutions of the General Assembly and the Human Rights
// Council": none where no body is named, said tells whether somebody is.
func (d *document) adopters(m *mention) (bodies []int, said bool) {
	s := &d.scan
	if !s.is(m.to, roleOf) {
		return nil, false
	}
	for at := m.to + 1; at < len(s.words); {
		if s.is(at, roleThe) || said && (s.mark(at, comma) || s.is(at, roleAnd)) {
			at++
			continue
		}
		i := sort.Search(len(s.places), func(i int) bool { return s.places[i].from >= at })
		if i == len(s.places) || s.places[i].from > at {
			return bodies, said || s.words[at].capital && !s.is(at, roleMonth)
		}
		bodies, said, at = append(bodies, s.places[i].bodies...), true, s.places[i].to
	}
	return bodies, said
}

// pointTo adds a citation of each of the resolutions that the words point back to, of those bodies alone that the words name.
func (d *document) pointTo(u unit, m *mention, members []graph.ID, confidence float64) {
	words := d.span(m.from, m.to)
	bodies, said := d.adopters(m)
	for _, target := range members {
		if said && !slices.ContainsFunc(bodies, func(b int) bool { return d.x.catalogue.Bodies()[b].ID == d.x.bodyOf(target) }) {
			continue
		}
		d.found = append(d.found, Citation{
			Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Target: target, Kind: graph.Resolution,
			Status: graph.Resolved, Confidence: confidence, Rule: "those",
		})
	}
}
