package extract

import (
	"recital/graph"
	"recital/loader/catalog"
)

// decided finds the mandates that the paragraph's body gives by its own decision.
func (p *passage) decided(a asking, b *bodies) {
	at, ok := p.infinitive(a.verb, a.end)
	if a.act == graph.Extends || a.act == graph.Establishes {
		at, ok = a.body-2, true
	}
	if !ok {
		return
	}
	verb := p.mainVerb(at+1, a.end)
	m := mandate{act: a.act, who: -1, from: a.verb, to: a.end, rule: ruleMandateProduct}
	if len(a.who) > 0 {
		m.who = a.who[0]
	}
	switch {
	case a.act == graph.Extends || p.has(verb, extendVerb):
		if p.findWord(verb, a.end, p.word.mandate) < 0 {
			return
		}
		m.product, m.rule = "mandate extension", ruleMandateExtension
		m.months, m.due = p.monthsIn(verb, a.end)
		p.emit(m)
		p.further(a, verb, m.who, b)
	case a.act == graph.Establishes || p.has(verb, foundVerb):
		if len(a.who) == 0 && !p.foundsOrgan(verb, a.end) {
			return
		}
		m.product, m.rule = "establishment", ruleMandateFounding
		m.months, m.due = p.monthsIn(verb, a.end)
		p.emit(m)
		p.further(a, verb, m.who, b)
	case p.has(verb, eventVerb):
		it := p.order(verb, a.end, b, a.verb)
		if it.product < 0 || p.delivery(it.product) != catalog.EventProduct {
			return
		}
		m.who, m.product = -1, p.productName(it.product)
		if dues := p.dueAt(&it, false); len(dues) > 0 {
			p.emitDue(m, dues)
			return
		}
		p.emit(m)
	}
}

// further finds what a decision on a mandate goes on to ask of its holder: "and to present a report at its next session".
func (p *passage) further(a asking, verb int, who int32, b *bodies) {
	if at, ok := p.infinitive(verb, a.end); ok && p.id(at) == p.word.to {
		a.body = at
		p.orders(a, who, b)
	}
}

// scheduled finds the event that a decision sets a session for: "Decides that the next debate will be held at its thirtieth session".
func (p *passage) scheduled(a asking, b *bodies) {
	m := mandate{act: a.act, who: -1, from: a.verb, to: a.end, rule: ruleMandateDue}
	at := p.eventIn(a.verb, a.body)
	if at < 0 {
		return
	}
	values, _ := p.longest(p.products, at)
	m.product = p.productName(values[0])
	var dues []dueSession
	for _, d := range p.sessionsIn(a.verb, a.body, a.verb, b) {
		if d.held {
			dues = append(dues, d) // "the discussion to be held at its thirtieth session will be on lakes"
		}
	}
	if p.id(a.body) == p.word.be {
		dues = append(dues, p.sessionsIn(a.body-1, a.end, a.verb, b)...)
	}
	p.emitDue(m, dues)
}

// eventIn returns where the first event between two words is named, -1 where none is.
func (p *passage) eventIn(from, to int) int {
	for i := from; i < to; i++ {
		if values, end := p.longest(p.products, i); end > i && p.delivery(values[0]) == catalog.EventProduct && !p.isManner(i) {
			return i
		}
	}
	return -1
}

// isManner reports whether the words at i say how something is done: "in close consultation".
func (p *passage) isManner(i int) bool { return p.id(i-1) == p.word.in || p.id(i-2) == p.word.in }

// mandateOf returns the words that say whose mandate a decision extends, or whom it establishes.
func (p *passage) mandateOf(from, end int) (first, last int, ok bool) {
	at, found := p.infinitive(from, end)
	if !found {
		return 0, 0, false
	}
	verb := p.mainVerb(at+1, end)
	switch {
	case p.has(verb, extendVerb):
		m := p.findWord(verb, end, p.word.mandate)
		if m < 0 {
			return 0, 0, false
		}
		return m + 1, min(end, m+14), true
	case p.has(verb, foundVerb):
		return verb + 1, min(end, verb+30), true
	}
	return 0, 0, false
}

// ownersOf returns the first organ named between two words, before any preposition but "of" leads elsewhere.
func (p *passage) ownersOf(from, to int) []int32 {
	for _, name := range p.namesFrom(from) {
		if name.from >= to || p.leadsAway(from, name.from) {
			break
		}
		if len(p.organs([]int32{name.actor})) > 0 && p.actorList[name.actor].Category != "un-body" {
			return []int32{name.actor}
		}
	}
	return nil
}

// leadsAway reports whether what stands between two words leads from whose mandate it is to others: "appointed by", a name of its own.
func (p *passage) leadsAway(from, to int) bool {
	for i := from; i < to; i++ {
		if p.id(i) == p.word.by || p.id(i) == p.word.with || p.relative(i) || p.words[i].capital && p.has(i, organNoun) {
			return true
		}
	}
	return false
}

// findWord returns the first place of the word between two words, -1 for none.
func (p *passage) findWord(from, to int, id wordID) int {
	for i := from; i < to; i++ {
		if p.id(i) == id {
			return i
		}
	}
	return -1
}

// foundsOrgan reports whether what is established is an organ: a commission, a mission, a mechanism.
func (p *passage) foundsOrgan(from, to int) bool {
	for i := from; i < to && i < from+30; i++ {
		if p.has(i, organNoun) {
			return true
		}
	}
	return false
}

// monthsIn reads "for a period of three years": 36, and "three years" as printed. 0 where no length is given.
func (p *passage) monthsIn(from, to int) (months int, printed string) {
	for i := from; i+1 < to; i++ {
		unit := 0
		switch p.id(i + 1) {
		case p.word.year, p.word.years:
			unit = 12
		case p.word.month, p.word.months:
			unit = 1
		}
		if unit == 0 {
			continue
		}
		if n := p.cardinal(i); n > 0 {
			s := p.span(i, i+2)
			return n * unit, p.text[s.Start:s.End]
		}
	}
	return 0, ""
}

// dateIn reads "by the end of 2025", "in 2025", "annually", as printed; empty where no date is given.
func (p *passage) dateIn(from, to int) string {
	for i := from; i < to; i++ {
		if p.id(i) == p.word.annually {
			return "annually"
		}
		if p.id(i) != numeral || p.words[i].end-p.words[i].start != 4 || p.text[p.words[i].start] > '2' {
			continue
		}
		if i+1 < to && p.words[i+1].capital {
			continue // "at the 2022 Social Forum"
		}
		for j := i - 1; j >= from && j > i-6; j-- {
			if p.has(j, duePreposition|priorWord) && p.id(j) != p.word.than || p.id(j) == p.word.in {
				s := p.span(j+1, i+1)
				return p.text[s.Start:s.End]
			}
			if !p.has(j, dateWord) && p.id(j) != numeral {
				break
			}
		}
	}
	return ""
}

func (p *passage) cardinal(i int) int {
	if p.id(i) == numeral {
		if n := decimal(p.text[p.words[i].start:p.words[i].end]); n > 0 && n < 120 {
			return n
		}
		return 0
	}
	if id := int(p.id(i)); id < len(p.cardinalOf) {
		return p.cardinalOf[id]
	}
	return 0
}

// cardinals are the numbers in words that lengths of mandates are given in.
var cardinals = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12, "eighteen": 18,
}
