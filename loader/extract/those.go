package extract

import "recital/graph"

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
	if !m.many && len(members) > 0 {
		members = members[len(members)-1:]
	}
	for _, target := range members {
		words := d.span(m.from, m.to)
		d.found = append(d.found, Citation{
			Where: Where{Paragraph: u.paragraph, Note: u.note, Words: words}, Core: words, Target: target, Kind: graph.Resolution,
			Status: graph.Resolved, Confidence: 0.9, Rule: "those",
		})
	}
}
