package extract

import (
	"recital/graph"
	"recital/loader/catalog"
)

// draft resolves "53/27 rev.1": the resolution of that session whose title the unit names, else the draft itself.
func (d *document) draft(m *mention) decision {
	n := &m.number
	draft := "A/HRC/" + n.session + "/L." + n.serial + "/Rev." + n.revision
	if adopted, ok := d.x.catalogue.Titled(graph.HumanRightsCouncil, n.session, d.scan.text); ok {
		return decision{symbols: []string{adopted.String()}, kind: graph.Resolution, rule: "draft-by-title", confidence: 0.9, reason: draft + ", adopted in that session under this title"}
	}
	return decision{symbols: []string{draft}, kind: graph.Draft, rule: "draft-number", confidence: 0.85}
}

// securityCouncil reads 1325 (2000).
func (d *document) securityCouncil(m *mention, h head) decision {
	if (h.how == byName || h.how == byAfter) && h.bodies != nil {
		b := &d.x.catalogue.Bodies()[h.bodies[0]]
		if b.ID != graph.SecurityCouncil && !b.Numbers("n(year)") {
			if len(m.number.serial) < 3 || b.Resolution("1", "1") == "" {
				return decision{kind: h.kind, rule: "named-body", confidence: 0.9}
			}
		}
	}
	b := d.bodyOf(graph.SecurityCouncil)
	year := m.number.session
	if h.kind == graph.PresidentialStatement { // "Presidential Statement 11 (2012)"
		return decision{kind: h.kind, rule: "year-in-brackets", confidence: 0.95, symbols: []string{"S/PRST/" + year + "/" + m.number.serial}}
	}
	out := decision{kind: graph.Resolution, rule: "year-in-brackets", confidence: 0.999, symbols: []string{b.Resolution(year, m.number.serial)}}
	known := d.x.catalogue.YearOf(graph.SecurityCouncil, decimal(m.number.serial))
	if known != 0 && known < securityCouncilKnown && itoa(known) != year {
		out.confidence = 0.9
		detail := "resolution " + m.number.serial + " of the Security Council was adopted in " + itoa(known) + ", not in " + year
		out.findings = []graph.Finding{{Kind: graph.ImpossibleNumber, Detail: detail}}
		if !slip(year, itoa(known)) {
			out.symbols, out.reason = nil, detail
		}
	}
	return out
}

// slip reports whether one year may be printed for the other: they are neighbours, or one figure differs. Where they are far apart the number is as
// likely to be wrong as the year, and nothing is resolved: "86 (1964)" for 186 (1964).
func slip(printed, known string) bool {
	differ := 0
	for i := range printed {
		if i < len(known) && printed[i] != known[i] {
			differ++
		}
	}
	years := decimal(printed) - decimal(known)
	return differ == 1 || years == 1 || years == -1
}

// securityCouncilKnown is the year from which on the numbers of the Security Council are not checked: the catalogue's are rounded.
const securityCouncilKnown = 2022

// bareNumber reads a number without session or year: in a list of the Security Council's (forms 12 and 13), or of a body that numbers on.
func (d *document) bareNumber(m *mention, h head) decision {
	council := d.bodyOf(graph.SecurityCouncil)
	b, rule, confidence := d.bareBody(m, h)
	switch {
	case b == nil:
		return decision{skip: true}
	case b != council && b.Numbers("n"):
		return decision{symbols: []string{b.Resolution("", m.number.serial)}, kind: h.kind, rule: rule, confidence: confidence}
	case b != council:
		return decision{kind: h.kind, rule: rule, confidence: confidence}
	}
	year := d.x.catalogue.YearOf(graph.SecurityCouncil, decimal(m.number.serial))
	if year == 0 || m.number.letters != "" {
		return decision{skip: true}
	}
	return decision{symbols: []string{council.Resolution(itoa(year), m.number.serial)}, kind: graph.Resolution, rule: "year-by-number", confidence: confidence}
}

// bareBody decides whose number a bare one is; nil where it is likely no number of a resolution.
func (d *document) bareBody(m *mention, h head) (*catalog.Body, string, float64) {
	council := d.bodyOf(graph.SecurityCouncil)
	switch {
	case h.how == byName || h.how == byAfter || h.how == byShort:
		for _, at := range h.bodies {
			if b := &d.x.catalogue.Bodies()[at]; b == council || !d.principal(at) {
				return b, "named-body", 0.97
			}
		}
		return nil, "", 0
	case len(m.number.serial) < 3:
		return nil, "", 0
	}
	if h.years {
		return council, "list", 0.99
	}
	if d.speaker >= 0 && &d.x.catalogue.Bodies()[d.speaker] == council {
		return council, "speaker", 0.99
	}
	if h.how == byIts && h.itsBy >= 0 {
		for _, at := range d.scan.places[h.itsBy].bodies {
			if &d.x.catalogue.Bodies()[at] == council {
				return council, "its", 0.95
			}
		}
	}
	return nil, "", 0
}
