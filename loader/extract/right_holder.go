package extract

import "slices"

// holdersOf finds the rights that are named by whose they are: "rights of women and children", "children's rights", "enjoyment
// of human rights by older persons", "persons with disabilities ... their rights".
func (p *passage) holdersOf() {
	if p.opened&opensHolders == 0 {
		return
	}
	slices.SortStableFunc(p.claims, func(a, b rightName) int { return a.from - b.from })
	before := p.claims
	at := 0 // the first name after the word
	for i := p.start; i < len(p.words); i++ {
		if p.words[i].opens&opensHolders == 0 || p.inTitle(i) {
			continue
		}
		for at < len(p.names) && p.names[at].from <= i {
			at++
		}
		if p.withinName(i, at) {
			continue
		}
		if p.id(i) != p.word.rights && claimed(before, i) {
			continue // "right of children to education" is that to education
		}
		if next, ok := p.holderLink(i + 1); ok {
			p.holderList(i, next, at)
		}
		if p.id(i) == p.word.rights && p.id(i+1) != p.word.to {
			p.holderBefore(i, at)
		}
	}
}

// withinName reports whether the name of an actor runs beyond the word at i: "women's rights organizations"; at is the first name
// after the word.
func (p *passage) withinName(i, at int) bool {
	for k := at - 1; k >= 0 && p.names[k].from > i-8; k-- {
		if p.names[k].to > i+1 {
			return true
		}
	}
	return false
}

// claimed reports whether one of the sorted claims begins with "right" at i.
func claimed(claims []rightName, i int) bool {
	_, found := slices.BinarySearchFunc(claims, i, func(c rightName, i int) int { return c.from - i })
	return found
}

// holderLink returns the word after what joins "rights" to its holders: "of", "by", "and respect for the dignity of", ", requirements
// and needs of".
func (p *passage) holderLink(i int) (next int, ok bool) {
	if p.id(i) == p.word.and && p.id(i+1) == p.word.fundamental && p.id(i+2) == p.word.freedoms {
		i += 3
	}
	if p.id(i) == p.word.of || p.id(i) == p.word.by || p.id(i) == p.word.forWhom {
		return i + 1, true
	}
	if p.id(i) != p.word.and && p.id(i) != comma {
		return i, false
	}
	for j := i + 1; j < i+8 && j < len(p.words); j++ {
		switch {
		case p.id(j) == p.word.of:
			return j + 1, true
		case p.mark(j) && p.id(j) != comma, p.has(j, modal|startsVerb|rightNoun|freedomNoun|pointer|listLink), p.id(j) == p.word.to:
			return i, false
		}
	}
	return i, false
}

// holderList claims the rights of the groups listed from the i-th word on; at is the first name there may be.
func (p *passage) holderList(head, i, at int) {
	last := -1
	for ; at < len(p.names); at++ {
		name := p.names[at]
		if name.from < i && name.from != last {
			continue
		}
		if name.from != last && (!p.onlyBetween(p.afterOrigin(i), name.from) || p.id(name.from-1) != comma && p.has(name.from-1, listLink)) {
			return // "including women with disabilities" adds no holder
		}
		last = name.from
		if right, ok := p.holders[name.actor]; ok {
			p.claim(right, head, name.end, ruleRightHolder)
		}
		i = max(i, name.to)
	}
}

// afterOrigin returns the word after an adjective with a capital that says where holders are from, "rights of the Afghan women"; i
// where none follows the determiners there.
func (p *passage) afterOrigin(i int) int {
	at := i
	for p.has(at, determiner) {
		at++
	}
	if at < len(p.words) && p.words[at].capital && !p.has(at, startsActor) && !p.mark(at) {
		return at + 1
	}
	return i
}

// onlyBetween reports whether nothing but what joins the members of a list stands between two words.
func (p *passage) onlyBetween(from, to int) bool {
	if to-from > 6 {
		return false
	}
	for i := from; i < to; i++ {
		if p.id(i) != comma && !p.has(i, conjunction|determiner|listLink) && p.id(i) != p.word.of {
			return false
		}
	}
	return true
}

// holderBefore claims the rights of who stands before "rights" at i: a possessive, or "their" and whom it means.
func (p *passage) holderBefore(i, at int) {
	for j := i - 1; j >= p.start && j > i-9; j-- {
		switch id := p.id(j); {
		case id == possessive:
			p.owners(i, j, at)
			return
		case id == p.word.of && p.enjoyedBy(i, j, at):
			return
		case id == p.word.their:
			if p.id(i+1) != p.word.obligations {
				p.meant(i, j, at)
			}
			return
		case !p.has(j, holderAdjective|conjunction) && id != comma && id != p.word.of:
			return
		}
	}
}

// enjoyedBy claims the rights of the group between "by" and "of" at j: "enjoyment by persons with disabilities of human rights".
func (p *passage) enjoyedBy(i, j, at int) bool {
	found := false
	for k := at - 1; k >= 0 && p.names[k].from >= j-8; k-- {
		name := p.names[k]
		if name.to > j || !p.onlyBetween(name.to, j) {
			continue
		}
		right, ok := p.holders[name.actor]
		if by := p.beforeDeterminers(name.from); ok && p.id(by) == p.word.by {
			p.claim(right, name.from, i+1, ruleRightHolder)
			found = true
		}
	}
	return found
}

// beforeDeterminers returns the last word before i that is no determiner.
func (p *passage) beforeDeterminers(i int) int {
	i--
	for p.has(i, determiner) {
		i--
	}
	return i
}

// owners claims the rights of the names that end at the possessive at j, and of those joined to them.
func (p *passage) owners(i, j, at int) {
	for k := at - 1; k >= 0; k-- {
		name := p.names[k]
		to := name.to
		if p.id(to-1) == possessive {
			to-- // "children's" is a name as a whole
		}
		if to > j {
			continue
		}
		gap := p.id(to) == possessive
		if to != j && !gap || j-to > 6 {
			return
		}
		if right, ok := p.holders[name.actor]; ok {
			p.claim(right, name.from, i+1, ruleRightHolder)
		}
		if !p.onlyBetween(to+1, j) && to != j {
			return
		}
		j = name.from
		if p.has(j-1, conjunction) {
			j--
		}
		if p.id(j-1) == possessive {
			j--
		}
	}
}

// meant claims the rights of the group that "their" at j means: the last name before it, with those that are joined
// to that one ("women and children", "girls with disabilities").
func (p *passage) meant(i, j, at int) {
	edge := -1
	for k := at - 1; k >= 0; k-- {
		name := p.names[k]
		if name.from < j-maxBackward {
			return
		}
		if name.from >= j || p.id(name.from-1) == p.word.their {
			continue // "their children": not whom this "their" means
		}
		if edge >= 0 && name.to < edge && !p.onlyBetween(name.to, edge) {
			return
		}
		right, ok := p.holders[name.actor]
		if !ok {
			return
		}
		p.claim(right, j, i+1, ruleRightBack)
		edge = name.from
	}
}
