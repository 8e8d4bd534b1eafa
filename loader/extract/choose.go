package extract

import (
	"strings"

	"recital/graph"
	"recital/loader/catalog"
)

// first returns the first of the bodies that can have adopted the number.
func (d *document) first(bodies []int, m *mention, kind graph.InstrumentKind, dated bool) *catalog.Body {
	for _, at := range bodies {
		b := &d.x.catalogue.Bodies()[at]
		if !b.Numbers(shapeName(m.number.shape)) {
			continue
		}
		if len(bodies) == 1 && !dated || d.possible(b, m, kind) {
			return b
		}
	}
	return nil
}

// short returns the body that a shared name, "Council", stands for: of those that can have adopted the number the one named last,
// else the first.
func (d *document) short(h head, m *mention) *catalog.Body {
	for p := h.itsBy - 1; p >= max(0, h.itsBy-maxBodiesBack); p-- {
		place := &d.scan.places[p]
		if !place.short && contains(h.bodies, place.bodies[0]) {
			if b := d.first(place.bodies, m, h.kind, true); b != nil {
				return b
			}
		}
	}
	if d.speaker >= 0 && !d.principal(d.speaker) && contains(h.bodies, d.speaker) {
		if b := d.first([]int{d.speaker}, m, h.kind, true); b != nil {
			return b
		}
	}
	for _, at := range h.bodies {
		if d.lastNamed[at] > 0 && at != d.speaker && !d.principal(at) {
			if b := d.first([]int{at}, m, h.kind, true); b != nil {
				return b
			}
		}
	}
	if b := d.parties(h.bodies, m, h.kind); b != nil {
		return b
	}
	return d.first(d.familiar(h.bodies), m, h.kind, true)
}

// parties returns the conference of the parties to the treaty that was named last: "the Conference of the Parties to the Convention", A/RES/75/219.
func (d *document) parties(bodies []int, m *mention, kind graph.InstrumentKind) *catalog.Body {
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		treaty := d.x.catalogue.Instruments()[d.recent[i].entry].ID
		for _, at := range bodies {
			id, ok := strings.CutSuffix(string(d.x.catalogue.Bodies()[at].ID), "-cop")
			if !ok {
				id, ok = strings.CutSuffix(id, "-cosp")
			}
			if !ok || graph.ID(id) != treaty {
				continue
			}
			if b := d.first([]int{at}, m, kind, true); b != nil {
				return b
			}
		}
	}
	return nil
}

// familiar returns the bodies of a shared name that need not be introduced by their full names: the principal organs, the Commission on Human
// Rights, the speaker and its own kin, as the Governing Council is to the Environment Assembly. "The Conference" is never one of them.
func (d *document) familiar(bodies []int) []int {
	var all []int
	for _, at := range bodies {
		if d.principal(at) || at == d.speaker || d.x.catalogue.Bodies()[at].ID == graph.CommissionOnHumanRights || d.kin(at) {
			all = append(all, at)
		}
	}
	return all
}

// kin reports whether the body's symbols begin as the speaker's do, where they are not those of a principal organ: "UNEP", "HSP".
func (d *document) kin(at int) bool {
	if d.speaker < 0 || d.principal(d.speaker) {
		return false
	}
	own, _, _ := strings.Cut(d.x.catalogue.Bodies()[d.speaker].Resolution("1", "1"), "/")
	other, _, _ := strings.Cut(d.x.catalogue.Bodies()[at].Resolution("1", "1"), "/")
	return own == other && len(own) > 1
}

// maxBodiesBack bounds how many named bodies are looked back at: more do not stand in one sentence.
const maxBodiesBack = 24

// before returns the last body named before that can have adopted the number.
func (d *document) before(p int, m *mention, kind graph.InstrumentKind) *catalog.Body {
	for last := max(p-maxBodiesBack, -1); p > last; p-- {
		bodies := d.scan.places[p].bodies
		if d.scan.places[p].short && !d.principal(bodies[0]) {
			continue
		}
		if d.scan.places[p].short {
			bodies = bodies[:d.principals(bodies)]
		}
		if b := d.first(bodies, m, kind, true); b != nil {
			return b
		}
	}
	return nil
}

// maxToSubject bounds the words from "in its resolution" to the body that is meant.
const maxToSubject = 24

// subject returns the body that a sentence names behind "In its decision 1998/1, ..., the Commission decided" (E/CN.9/2000/1): "its" at the head of a
// sentence, or of what is said in one ("recalls that, in its resolution 75/180, the General Assembly requested"), is the subject's.
func (d *document) subject(m *mention, h head) *catalog.Body {
	s := &d.scan
	at := h.at - 1
	for at > h.at-3 && at >= 0 && !s.is(at, roleIts) {
		at--
	}
	at--
	opens := at <= 0 || s.mark(at-1, fullStop) || s.mark(at-1, comma) && at > 1 && s.string(at-2) == "that"
	next := h.itsBy + 1
	if !opens || !s.is(at, roleIn) && !s.is(at, roleBy) || next >= len(s.places) {
		return nil
	}
	p := &s.places[next]
	if p.from-h.at > maxToSubject || !s.is(p.from-1, roleThe) || !s.mark(p.from-2, comma) {
		return nil
	}
	if p.short {
		h.bodies = p.bodies
		return d.short(h, m)
	}
	return d.first(p.bodies, m, h.kind, true)
}

// principals counts the leading principal bodies.
func (d *document) principals(bodies []int) int {
	n := 0
	for n < len(bodies) && d.principal(bodies[n]) {
		n++
	}
	return n
}

// speaks returns the body whose text this is, where it can have adopted the number.
func (d *document) speaks(m *mention, kind graph.InstrumentKind) *catalog.Body {
	if d.speaker < 0 {
		return nil
	}
	return d.first([]int{d.speaker}, m, kind, true)
}

// principal reports whether the body is one of those that others are named beside: a mere mention of them is no antecedent.
func (d *document) principal(at int) bool {
	switch d.x.catalogue.Bodies()[at].ID {
	case graph.GeneralAssembly, graph.HumanRightsCouncil, graph.SecurityCouncil, graph.EconomicAndSocialCouncil:
		return true
	}
	return false
}

// reported returns the body whose report the unit names before the number: resolutions of the Human Rights Council are printed in Supplement
// No. 53 of the Official Records of the General Assembly (form 61).
func (d *document) reported() *catalog.Body {
	return d.report
}
