package extract

// Rules that find rights.
const (
	ruleRightName   = "right-name"   // "right to privacy", "property rights"
	ruleRightList   = "right-list"   // a member of "the rights to life, food and education"
	ruleRightHolder = "right-holder" // "rights of the child", "women's rights"
	ruleRightBack   = "right-back"   // "women and girls ... their rights"
	ruleRightFamily = "right-family" // "economic, social and cultural rights"
)

// Bounds of what rules look over, in words.
const (
	maxHolderClause = 40 // "right of everyone, individually and in association with others, to"
	maxListItem     = 6  // a member of a list that is no right we know
	maxBackward     = 40 // from "their rights" to whose they are
)

// findRights finds the rights that the paragraph names; the actors must have been found.
func (p *passage) findRights() {
	if p.opened&(p.rights.bit|opensRights) == 0 {
		return
	}
	for i := p.start; i < len(p.words); {
		if p.words[i].opens&(p.rights.bit|opensRights) == 0 || p.inTitle(i) {
			i++
			continue
		}
		next := i + 1
		if values, end := p.longest(p.rights, i); end > i && !p.runsOn(i, end) {
			for _, v := range values {
				p.claim(v, i, end, ruleRightName)
			}
			next = max(next, p.headWithin(i, end))
		}
		switch {
		case p.has(i, rightNoun):
			p.afterRight(i)
		case p.has(i, freedomNoun):
			p.afterFreedom(i)
		case p.has(i, rightsFamily):
			next = max(next, p.family(i))
		}
		i = next
	}
	p.holdersOf()
}

// runsOn reports whether the phrase from..to is the beginning of an actor's name: "women's rights organizations".
func (p *passage) runsOn(from, to int) bool {
	for _, name := range p.namesFrom(from) {
		if name.from >= to {
			break
		}
		if name.to > to {
			return true
		}
	}
	return false
}

// headWithin returns the first head of a list within the phrase from..to, after its first word; else to.
func (p *passage) headWithin(from, to int) int {
	for i := from + 1; i < to; i++ {
		if p.has(i, rightNoun|freedomNoun) {
			return i
		}
	}
	return to
}

func (p *passage) claim(right int32, from, to int, rule string) {
	p.claims = append(p.claims, rightName{right: right, from: from, to: to, rule: rule})
}

// afterRight reads what follows "right" or "rights" at i: "to ...", "of ...", or a holder and then "to ...".
func (p *passage) afterRight(i int) {
	switch p.id(i + 1) {
	case p.word.to:
		p.list(i, i+2, afterTo|afterOf)
	case p.word.of:
		if !p.list(i, i+2, afterOf) {
			p.afterHolder(i)
		}
	case p.word.not:
		p.list(i, i+1, afterTo)
	case comma:
		if p.has(i+2, asideWord) {
			p.afterHolder(i)
		} else if p.has(i+2, listLink) {
			p.examples(i)
		}
	default:
		next := i + 1
		if p.id(next) == p.word.forWhom && p.has(next+1, beforeMember) {
			next += 2 // "equal rights for all with respect to property"
		}
		if to := p.regarding(next); to > i {
			p.list(i, to, afterTo|afterOf)
		}
	}
}

// examples reads "human rights, especially privacy" and "rights, including those relating to health".
func (p *passage) examples(i int) {
	j := p.afterSeparator(i + 1)
	if p.id(j) == p.word.those {
		if to := p.regarding(j + 1); to > j {
			j = to
		}
	}
	p.list(i, j, afterTo|afterOf)
}

// regarding returns the word after "relating to", "with respect to"; 0 where there is none.
func (p *passage) regarding(i int) int {
	for j := i; j < i+3; j++ {
		if p.id(j) == p.word.to && p.has(j-1, governsTo) && j > i {
			return j + 1
		}
		if !p.has(j, governsTo) && p.id(j) != p.word.with && p.id(j) != p.word.in {
			return 0
		}
	}
	return 0
}

// afterHolder finds the "to" after whose right it is, and reads the list there.
func (p *passage) afterHolder(i int) {
	begun := false // a first "to" was read: "to be registered and to acquire nationality"
	for j := i + 2; j < len(p.words) && j < i+maxHolderClause; j++ {
		switch id := p.id(j); id {
		case semicolon, fullStop, colon:
			return
		case p.word.to:
			// "relating to the rights of persons, and to their participation" goes on with what relates, not with what they have a right to
			if p.has(j-1, governsTo) || !begun && p.has(j-1, conjunction) {
				continue
			}
			if begun = true; p.list(i, j+1, afterTo|afterOf) {
				return
			}
		}
	}
}

// afterFreedom reads "freedom of ...", "freedom from ...".
func (p *passage) afterFreedom(i int) {
	switch p.id(i + 1) {
	case p.word.of:
		p.list(i, i+2, afterOf)
	case p.word.from:
		p.list(i, i+2, afterFrom)
	}
}

// list reads rights one by one from the i-th word, members of a list whose head allows forms. It reports whether it found one.
func (p *passage) list(head, i int, forms object) bool {
	if head < p.listed {
		return true // within a list that was read: so no list is read twice
	}
	found, unknown := false, 0
	for i < len(p.words) {
		start, more := p.beforeObject(i, forms)
		forms |= more
		end := p.objectAt(head, start, forms)
		if end == start {
			if end = p.unknownMember(start); end == start || !found || unknown > 0 {
				return found
			}
			unknown++
		} else {
			found, unknown, p.listed = true, 0, end
		}
		next := p.afterSeparator(end)
		if next == end {
			if next = p.skipModifier(end); next == end {
				return found
			}
		}
		i = next
	}
	return found
}

// beforeObject skips what may stand before a member: "to", "the full enjoyment of", "the right to", "freedom of".
func (p *passage) beforeObject(i int, forms object) (start int, more object) {
	for ; i < len(p.words); i++ {
		switch id := p.id(i); {
		case id == p.word.of:
			if i > 0 && p.has(i-1, freedomNoun) {
				more |= afterOf
			}
		case id == p.word.from:
			if i > 0 && (p.has(i-1, freedomNoun) || p.id(i-1) == p.word.free && p.id(i-2) == p.word.be) {
				more |= afterFrom
			}
		case id == p.word.to && forms&afterTo == 0, p.mark(i):
			return i, more
		case p.joinsAdverbs(i):
		case id == p.word.to, id == p.word.be, id == p.word.free, p.has(i, rightNoun|freedomNoun|beforeMember):
		default:
			return i, more
		}
		if values, end := p.longest(p.objects, i); end > i && fits(values, forms|more) {
			return i, more
		}
	}
	return i, more
}

func fits(values []int32, forms object) bool {
	for _, v := range values {
		if object(v)&forms != 0 {
			return true
		}
	}
	return false
}

// objectAt reads a known member of a list and claims its right.
func (p *passage) objectAt(head, i int, forms object) (end int) {
	if i >= len(p.words) {
		return i
	}
	values, end := p.longest(p.objects, i)
	if end == i || !p.closes(i, end) || !fits(values, forms) {
		return i
	}
	if p.listed > head && p.id(i-1) == p.word.the && p.id(end) == p.word.of {
		return i // "the right to privacy and the work of the Special Rapporteur"
	}
	for _, v := range values {
		if object(v)&forms != 0 {
			p.claim(v&int32(objectRight), p.firstOf(head, i), end, ruleRightList)
		}
	}
	return end
}

// closes reports whether a member of a list ends where its phrase does: "education", not "education services". Long phrases say
// enough by themselves.
func (p *passage) closes(from, to int) bool {
	return to-from > 2 || p.ended(to) || p.has(to-1, functionWord) || to < len(p.words) && p.endsIn(to, "ly")
}

// firstOf returns where the words of a member begin: with the head for the first, alone for the others.
func (p *passage) firstOf(head, i int) int {
	for k := head; k < i; k++ {
		if p.id(k) == comma || p.has(k, conjunction) && !p.joinsAdverbs(k) {
			return i
		}
	}
	return head
}

// joinsAdverbs reports whether the word at i joins two adverbs: "actively and equally".
func (p *passage) joinsAdverbs(i int) bool {
	return p.has(i, conjunction) && i > 0 && i+1 < len(p.words) && p.endsIn(i-1, "ly") && p.endsIn(i+1, "ly")
}

// unknownMember skips a member that is no right we know, up to the next separator; i where the list ends here: a clause follows,
// not a noun.
func (p *passage) unknownMember(i int) int {
	if p.has(i, preposition) || i > 0 && p.id(i-1) == p.word.to {
		return i
	}
	for j := i; j < len(p.words) && j < i+maxListItem; j++ {
		if p.id(j) == comma || p.has(j, conjunction) {
			return j
		}
		if p.mark(j) || p.has(j, modal|startsVerb) {
			return i
		}
	}
	return i
}

// afterSeparator returns the word after what joins members of a list; i where nothing does.
func (p *passage) afterSeparator(i int) int {
	for i < len(p.words) && (p.id(i) == comma || p.id(i) == slash || p.has(i, conjunction|listLink)) {
		i++
	}
	return i
}

// skipModifier skips what limits a member, "of everyone", "for all", up to the next separator.
func (p *passage) skipModifier(i int) int {
	if !p.has(i, preposition) && p.id(i) != p.word.of {
		return i
	}
	for j := i + 1; j < len(p.words) && j < i+maxListItem; j++ {
		if p.id(j) == comma || p.has(j, conjunction) {
			return p.afterSeparator(j)
		}
		if p.mark(j) || p.has(j, modal|startsVerb) {
			return i
		}
	}
	return i
}

// family reads "civil, political, economic, social and cultural rights" at its first adjective and returns the word after it; i where
// it is none.
func (p *passage) family(i int) int {
	var economic, civil bool
	j := i
	for ; j < len(p.words) && j < i+12; j++ {
		switch id := p.id(j); {
		case p.has(j, rightsFamily):
			economic = economic || id == p.word.economic || id == p.word.social
			civil = civil || id != p.word.economic && id != p.word.social && id != p.word.cultural
		case id == comma, p.has(j, conjunction), id == p.word.as, id == p.word.well, id == p.word.human:
		case id == p.word.rights:
			if p.has(j-1, conjunction) || p.id(j-1) == comma {
				return i
			}
			if economic {
				p.claim(p.known.esc, i, j+1, ruleRightFamily)
			}
			if civil {
				p.claim(p.known.cp, i, j+1, ruleRightFamily)
			}
			return j + 1
		default:
			return i
		}
	}
	return i
}
