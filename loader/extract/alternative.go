package extract

import (
	"math"
	"slices"

	"recital/graph"
	"recital/loader/catalog"
)

// numberAlternatives returns what a number may mean instead where its body was decided from what stands around it: the same number of
// every other body that the decision may have been about and that can have adopted it. Where the body is printed with the number, here or
// elsewhere in the document, or the date tells, there are none (resolution 48/4 of the Council is also a number of the General Assembly: A/RES/48/4).
func (d *document) numberAlternatives(m *mention, h head, chosen *catalog.Body, rule string, confidence float64) []Candidate {
	if rule == "date" || rule == "emergency-session" || d.printed(h) || rule != "list" && d.sure[keyOf(m, h)] == chosen {
		return nil
	}
	var all []Candidate
	for _, b := range d.contenders(m, h) {
		if b == chosen || len(all) == graph.MaxAlternatives || !d.possible(b, m, h.kind) {
			continue
		}
		if symbols := d.render(m, h, b, "", 0).symbols; len(symbols) == 1 {
			c := Candidate{Target: graph.ID(symbols[0]), Kind: h.kind}
			if t := d.target(symbols[0]); t != nil {
				c.Target, c.Symbol = t.id, t.symbol
			}
			all = append(all, c)
		}
	}
	return shareRest(all, confidence)
}

// printed reports whether the list, or the one that it goes on from, names its body in full.
func (d *document) printed(h head) bool {
	for h.how == inherited && h.parent >= 0 {
		h = d.scan.heads[h.parent]
	}
	return h.how == byName || h.how == byAfter
}

// contenders returns the bodies that a number without a printed body may be of, the likeliest first, each once: those of a shared name; else the
// speaker, those named before it, and the organs whose numbers look alike, as far as the document names them.
func (d *document) contenders(m *mention, h head) []*catalog.Body {
	var all []*catalog.Body
	add := func(bodies ...int) {
		for _, at := range bodies {
			if b := &d.x.catalogue.Bodies()[at]; !slices.Contains(all, b) {
				all = append(all, b)
			}
		}
	}
	if h.how == byShort {
		add(d.familiar(h.bodies)...)
		return all
	}
	if d.speaker >= 0 {
		add(d.speaker)
	}
	for p := h.itsBy; p >= max(0, h.itsBy-maxBodiesBack); p-- {
		if place := &d.scan.places[p]; !place.short {
			add(place.bodies[0])
		}
	}
	for _, id := range []graph.Body{graph.GeneralAssembly, graph.HumanRightsCouncil, graph.EconomicAndSocialCouncil, graph.CommissionOnHumanRights} {
		b := d.bodyOf(id)
		if slices.Contains(all, b) || id != graph.GeneralAssembly && !d.hasNamed(b) || id == graph.CommissionOnHumanRights && m.number.shape != byYear {
			continue
		}
		all = append(all, b)
	}
	return all
}

// nameAlternatives returns what a short name may mean instead: the other instruments of that noun that the document has named, the last first.
func (d *document) nameAlternatives(m *mention, noun wordID, chosen int, confidence float64) []Candidate {
	modifier := d.modifier(m)
	seen := []int{chosen}
	var all []Candidate
	for i := len(d.recent) - 1; i >= max(0, len(d.recent)-maxRecent) && len(all) < graph.MaxAlternatives; i-- {
		at := d.recent[i].entry
		if slices.Contains(seen, at) || !d.hasNoun(at, noun, modifier) {
			continue
		}
		seen = append(seen, at)
		entry := &d.x.catalogue.Instruments()[at]
		all = append(all, Candidate{Target: entry.ID, Symbol: ownSymbol(entry), Kind: entry.Kind})
	}
	return shareRest(all, confidence)
}

// shareRest divides what the decision leaves open among the alternatives, to four places, and leaves an equal share for something else altogether.
func shareRest(all []Candidate, confidence float64) []Candidate {
	for i := range all {
		all[i].Confidence = math.Round((1-confidence)/float64(len(all)+1)*1e4) / 1e4
	}
	return all
}
