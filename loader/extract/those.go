package extract

import (
	"slices"

	"recital/graph"
)

// maxListsBack bounds how many lists "those resolutions" gathers.
const maxListsBack = 8

// those resolves "those resolutions": the members of the list named last; "that resolution" is its last member.
func (d *document) those(u unit, m *mention) {
	last := len(d.lists) - 1
	for last >= 0 && d.lists[last].kind == graph.Decision {
		last--
	}
	if last < 0 || d.units-d.lists[last].unit > 1 {
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
	for _, target := range members {
		words := d.span(m.from, m.to)
		d.found = append(d.found, Citation{
			Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Target: target, Kind: graph.Resolution,
			Status: graph.Resolved, Confidence: 0.9, Rule: "those",
		})
	}
}
