package extract

import (
	"strings"
	"time"

	"recital/graph"
	"recital/loader/catalog"
)

// unnamed decides for a number whose list names no body: the report it is printed in, a body named before in the unit, the speaker.
func (d *document) unnamed(m *mention, h head) (*catalog.Body, string, float64) {
	if b := d.reported(); b != nil && d.possible(b, m, h.kind) {
		return b, "official-records", 0.98
	}
	near := d.before(h.itsBy, m, h.kind)
	speaker := d.speaks(m, h.kind)
	switch {
	case near != nil && near != speaker && d.fits(near, m) && (speaker == nil || !d.fits(speaker, m)):
		return near, "date", 0.98
	case speaker == nil && near != nil:
		return near, "nearest-body", 0.9
	case near != nil && near != speaker && d.beside(h):
		return near, "nearest-body", 0.85 // "submitted to the Human Rights Council pursuant to resolution 34/24" (A/RES/75/190)
	case speaker != nil && (near == nil || near == speaker):
		return speaker, "speaker", 0.995
	case speaker != nil:
		return speaker, "speaker", 0.85
	}
	if b := d.byMonth(m, h.kind); b != nil {
		return b, "month", 0.9
	}
	if b := d.byShape(m); b != nil && d.credible(b) && d.possible(b, m, h.kind) && d.unrivalled(b, m, h) {
		return b, "shape", 0.9
	}
	if b := d.other(m, h.kind); b != nil {
		return b, "only-possible", 0.8
	}
	if rivals := d.rivals(m, h); len(rivals) == 1 {
		return rivals[0], "only-possible", 0.8
	}
	return nil, "", 0
}

// unrivalled reports whether no other body that numbers by session can have adopted the number, or is known to have.
func (d *document) unrivalled(b *catalog.Body, m *mention, h head) bool {
	rivals := d.rivals(m, h)
	return len(rivals) == 0 || len(rivals) == 1 && rivals[0] == b
}

// rivals returns the two bodies that number by session as far as they can have adopted the number; the one alone whose text the registry holds, where
// it holds one of two.
func (d *document) rivals(m *mention, h head) []*catalog.Body {
	if m.number.shape != bySession && m.number.shape != bySpecial {
		return nil
	}
	var all, known []*catalog.Body
	for _, id := range []graph.Body{graph.GeneralAssembly, graph.HumanRightsCouncil} {
		b := d.bodyOf(id)
		if !d.possible(b, m, h.kind) {
			continue
		}
		all = append(all, b)
		for _, text := range d.render(m, h, b, "", 0).symbols {
			if t := d.target(text); t != nil && t.listed {
				known = append(known, b)
				break
			}
		}
	}
	if len(known) == 1 {
		all = known
	}
	if len(all) == 1 && all[0].ID == graph.HumanRightsCouncil && d.speaker >= 0 && !d.hasNamed(all[0]) {
		return nil // another body's number that looks like the Council's: "decision 3/102" of a committee of experts
	}
	return all
}

// hasNamed reports whether the document has named the body in full, or is its own.
func (d *document) hasNamed(b *catalog.Body) bool {
	for at := range d.lastNamed {
		if &d.x.catalogue.Bodies()[at] == b {
			return d.lastNamed[at] > 0 || at == d.speaker
		}
	}
	return false
}

// credible reports whether a body may be taken for the shape of a number alone: the General Assembly, and those that alone number so; the Economic and
// Social Council in the texts of the principal organs and of its own commissions; in the texts of others, whose boards and committees number in
// the same ways, only a body that is named there.
func (d *document) credible(b *catalog.Body) bool {
	switch b.ID {
	case graph.GeneralAssembly, "world-health-assembly", "unesco-general-conference", "unep-governing-council":
		return true
	case "cbd-cop":
		last := len(d.found) - 1
		return d.hasNamed(b) || d.lastTreaty() == "cbd" || last >= 0 && d.found[last].Symbol.Body() == b.ID // "UNEP/CBD/COP/10/27, annex, decision X/2"
	case graph.EconomicAndSocialCouncil:
		if at := d.speaker; at >= 0 && (d.principal(at) || strings.HasPrefix(d.in.Instrument.Symbol.String(), "E/CN.")) {
			return true
		}
	}
	return d.hasNamed(b)
}

// lastTreaty returns the treaty that the document has named last; empty for none of late.
func (d *document) lastTreaty() graph.ID {
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent); i-- {
		if entry := &d.x.catalogue.Instruments()[d.recent[i].entry]; entry.Kind == graph.Treaty {
			return entry.ID
		}
	}
	return ""
}

// byMonth tells the Commission on Human Rights, which adopted its resolutions in March and April, and its Sub-Commission, which met in August,
// from the Economic and Social Council by the printed date, where the three number alike.
func (d *document) byMonth(m *mention, kind graph.InstrumentKind) *catalog.Body {
	if m.number.shape != byYear || m.date.IsZero() || m.shared || m.date.Year != decimal(m.number.session) || m.date.Year < 1992 {
		return nil
	}
	var b *catalog.Body
	switch m.date.Month {
	case time.March, time.April:
		b = d.bodyOf(graph.CommissionOnHumanRights)
	case time.August:
		b = d.bodyOf("sub-commission-on-human-rights")
	}
	if b == nil || !d.possible(b, m, kind) {
		return nil
	}
	return b
}

// undecided keeps a number whose body nothing tells: ambiguous between the two that it may be, open where none that we know can have
// adopted it; a number that stands in no list and has no date is left alone.
func (d *document) undecided(m *mention, h head) decision {
	out := decision{kind: h.kind, rule: "undecided", confidence: 0.5, reason: "no body that we know can have adopted this number"}
	if rivals := d.rivals(m, h); len(rivals) > 1 {
		out.reason = "the adopting body is not sure"
		for _, b := range rivals {
			for _, text := range d.render(m, h, b, "", 0).symbols {
				c := Candidate{Target: graph.ID(text), Kind: h.kind, Confidence: 0.45}
				if t := d.target(text); t != nil {
					c.Target, c.Symbol = t.id, t.symbol
				}
				out.candidates = append(out.candidates, c)
			}
		}
		return out
	}
	if m.head < 0 || !m.own && !m.strict {
		return decision{skip: true}
	}
	return out
}

// beside reports whether the last body named before the head stands within a few words of it, no comma between.
func (d *document) beside(h head) bool {
	if h.itsBy < 0 || h.at-d.scan.places[h.itsBy].to > 4 {
		return false
	}
	for i := d.scan.places[h.itsBy].to; i < h.at; i++ {
		if d.scan.mark(i, comma) || d.scan.is(i, roleAnd) {
			return false
		}
	}
	return true
}

// other returns the one body beside the principal ones that the document names and that can have adopted the number.
func (d *document) other(m *mention, kind graph.InstrumentKind) *catalog.Body {
	var only *catalog.Body
	for at, n := range d.lastNamed {
		if n == 0 || d.principal(at) || m.number.shape == byYear && strings.HasPrefix(string(d.x.catalogue.Bodies()[at].ID), "commission-") {
			continue // boards number by year as commissions do
		}
		if b := d.first([]int{at}, m, kind, true); b != nil {
			if only != nil {
				return nil
			}
			only = b
		}
	}
	return only
}

// byShape is the body that alone numbers so, where nothing else speaks.
func (d *document) byShape(m *mention) *catalog.Body {
	switch m.number.shape {
	case bySession, bySpecial, byEmergency:
		return d.bodyOf(graph.GeneralAssembly)
	case byYear:
		return d.bodyOf(graph.EconomicAndSocialCouncil)
	case withRoman:
		return d.byRoman(m)
	case byHealth:
		return d.bodyOf("world-health-assembly")
	case byConference:
		return d.bodyOf("unesco-general-conference")
	case romanFirst:
		if strings.HasPrefix(m.number.session, "SS.") {
			return d.bodyOf("unep-governing-council")
		}
		return d.bodyOf("cbd-cop")
	}
	return nil
}

// byRoman tells the General Assembly's numbers, which run from 1 (I) to 3541 (XXX), from the Economic and Social Council's.
func (d *document) byRoman(m *mention) *catalog.Body {
	if strings.Contains(m.number.session, "S-") {
		return d.bodyOf(graph.GeneralAssembly)
	}
	session, ok := d.x.catalogue.Session(graph.GeneralAssembly, m.number.session)
	serial := decimal(m.number.serial)
	if ok && (session.First == 0 || serial >= session.First-20 && serial <= session.Last+20) {
		return d.bodyOf(graph.GeneralAssembly)
	}
	return d.bodyOf(graph.EconomicAndSocialCouncil)
}
