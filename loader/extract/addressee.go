package extract

import (
	"slices"

	"recital/graph"
)

// asking is a verb of the paragraph that asks something of someone, or decides something of them.
type asking struct {
	act  graph.Act
	verb int     // its first word
	body int     // the first word of what is asked
	end  int     // where the next verb, or the paragraph, ends what is asked
	who  []int32 // actors asked, each once, in the order of the text
	// other says that someone is asked who is no actor of the vocabulary: "the Commission of Inquiry".
	other bool
	// decides: the paragraph itself acts: "Decides to extend".
	decides bool
	// scheduled: "Decides that the panel discussion shall be held": body is the modal, nobody is asked.
	scheduled bool
}

// asks are the acts whose object is someone who is asked.
var asks = map[graph.Act]bool{
	graph.Requests: true, graph.Urges: true, graph.Encourages: true, graph.Invites: true, graph.CallsUpon: true, graph.Appeals: true,
	graph.Recommends: true, graph.Demands: true, graph.Authorizes: true,
}

// maxObject bounds the words between a verb and the infinitive that says what is asked.
const maxObject = 160

// findAddressees finds whom the paragraph's operative verbs ask; open is the line that it is an item of.
func (p *passage) findAddressees(open chapeau) {
	decides := open.act == graph.Decides && !open.tasks
	for k, v := range p.clauses {
		if !v.finite && (!v.open || !decides) { // "(a) To request ..." after "Decides:" asks
			continue
		}
		end := p.nextFinite(k)
		switch {
		case asks[v.act]:
			p.asked = append(p.asked, p.object(v, end, k))
		case v.act == graph.Decides, v.act == graph.Resolves, v.act == graph.Extends, v.act == graph.Establishes:
			p.asked = append(p.asked, p.decision(v, end))
		case v.act == graph.Reiterates:
			if to := p.call(v.at + 1); to > v.at+1 {
				v.to = to
				p.asked = append(p.asked, p.object(v, end, k))
			}
		}
	}
	if decides && (p.id(p.start) == p.word.to || p.id(p.start) == p.word.that) && (len(p.clauses) == 0 || !p.clauses[0].open) {
		p.asked = append(p.asked, p.decision(verb{at: p.start, to: p.start, act: graph.Decides}, len(p.words)))
	}
	p.alsoCharged()
}

// nextFinite returns where the next finite verb after the k-th clause begins: participles between ("taking into account") do not end
// what is asked.
func (p *passage) nextFinite(k int) int {
	for _, v := range p.clauses[k+1:] {
		if v.finite {
			return v.at
		}
	}
	return len(p.words)
}

// call returns the word after "its strong call upon", "its request to", "its invitation to"; i where there is none.
func (p *passage) call(i int) int {
	for j := i; j < len(p.words) && j < i+6; j++ {
		switch p.id(j) {
		case p.word.call, p.word.calls, p.word.request, p.word.invitation, p.word.appeal:
			if p.has(j+1, preposition) || p.id(j+1) == p.word.to {
				return j + 2
			}
			return i
		}
	}
	return i
}

// object reads whom the verb asks: the names up to the infinitive that says what.
func (p *passage) object(v verb, end, clause int) asking {
	a := asking{act: v.act, verb: v.at, body: end, end: end}
	v.to = p.afterAdverbs(v.to)
	if p.id(v.to-1) == p.word.forWhom && !p.nextIsName(v.to) {
		return a // "Calls for an end to all violence against children": nobody is asked
	}
	if to := p.afterPointer(v.to); to > v.to {
		a.who, a.body = p.before(clause), to
		return a
	}
	if p.id(v.to) == p.word.that {
		return p.clauseOf(a, v.to+1)
	}
	stop, asked := p.infinitive(v.to, min(end, v.to+maxObject))
	if !asked && !p.sharesObject(end, clause) {
		return a
	}
	a.body = stop
	if a.who = p.askedIn(v.to, stop); len(a.who) == 0 && p.namesHolder(v.to, stop) {
		a.who = []int32{p.special.specialRapporteur}
	}
	a.other = len(a.who) == 0 && p.isOrgan(v.to, stop)
	return a
}

// nextIsName reports whether an actor's name stands at i, after determiners.
func (p *passage) nextIsName(i int) bool {
	names := p.namesFrom(i)
	return len(names) > 0 && p.onlyBefore(i, names[0].from)
}

// afterPointer returns the "to" after "them", "him or her", "him/her"; i where none of these stands before it.
func (p *passage) afterPointer(i int) int {
	j := i
	for p.has(j, pointer) || j > i && (p.id(j) == slash || p.has(j, conjunction)) {
		j++
	}
	if p.id(j) == p.word.to {
		return j
	}
	return i
}

// sharesObject reports whether what is asked follows after the next verb: "Urges States and encourages others to act".
func (p *passage) sharesObject(end, clause int) bool {
	if clause+1 >= len(p.clauses) || !p.has(end-1, conjunction) {
		return false
	}
	next := p.clauses[clause+1]
	return next.at == end && next.finite && asks[next.act] && end-p.clauses[clause].to < 12
}

// namesHolder reports whether "the new mandate holder" is asked, after a special rapporteur was named in the paragraph.
func (p *passage) namesHolder(from, to int) bool {
	if m := p.findWord(from, min(to, from+4), p.word.mandate); m < 0 || p.id(m+1) != p.word.holder {
		return false
	}
	for k := len(p.names) - len(p.namesFrom(from)) - 1; k >= 0 && p.names[k].from > from-maxBackward; k-- {
		if p.names[k].actor == p.special.specialRapporteur {
			return true
		}
	}
	return false
}

// infinitive returns where what is asked begins: "to" and a verb, or a colon; ok is false where neither comes before end.
func (p *passage) infinitive(from, end int) (at int, ok bool) {
	for i := from; i < end; i++ {
		switch id := p.id(i); {
		case id == colon:
			return i, true
		case id == semicolon:
			return i, false
		case id == p.word.to && p.id(i-1) != p.word.order && p.id(i-1) != p.word.so && !p.rightTo(i) && p.isVerb(i+1):
			return i, true
		}
	}
	return end, false
}

// rightTo reports whether the "to" at i belongs to "right to": not to the capitalised end of an office's name.
func (p *passage) rightTo(i int) bool {
	return p.has(i-1, rightNoun|freedomNoun) && !p.words[i-1].capital
}

// isVerb reports whether the word after "to" is a verb: not a noun's article, a name or a gerund.
func (p *passage) isVerb(i int) bool {
	if i >= len(p.words) || p.mark(i) || p.words[i].capital || p.has(i, notInfinitive) || p.id(i) == numeral {
		return false
	}
	if p.endsIn(i, "ing") || p.endsIn(i, "ings") {
		return p.words[i].end-p.words[i].start <= 5 // "bring"
	}
	if p.has(i, startsAdverb) && p.id(i+1) != unknownWord && p.has(i+1, notInfinitive) {
		return false
	}
	return true
}

// askedIn returns the actors asked among the names between two words: those that are the object itself, or coordinated with it, not
// those in what limits it ("in consultation with States").
func (p *passage) askedIn(from, to int) []int32 {
	var who []int32
	cut, sticky, titled := false, false, false
	names, at := p.namesFrom(from), 0
	for i := from; i < to; i++ {
		switch id := p.id(i); {
		case id == comma:
			cut = sticky || p.limits(i+1) || cut && p.has(i+1, listLink)
			titled = titled && !p.has(i+1, conjunction)
		case p.has(i, consultation) && (p.id(i+1) == p.word.with || p.id(i+1) == p.word.and):
			cut, sticky = true, true // whom they consult is listed up to the infinitive
		case p.relative(i):
			cut = true
		}
		for at < len(names) && names[at].from < i {
			at++
		}
		for k := at; k < len(names) && names[k].from == i; k++ {
			name := names[k]
			if cut || name.to > to || !p.isObject(from, name, len(who) > 0) || titled && p.actorList[name.actor].Category == "group" {
				continue
			}
			who = appendOnce(who, name.actor)
			if (name.actor == p.special.specialRapporteur || name.actor == p.special.workingGroup) && p.has(name.to, preposition) {
				titled = true
			}
		}
	}
	return who
}

// limits reports whether the words after a comma limit the object rather than continue it.
func (p *passage) limits(i int) bool {
	if !p.has(i, preposition) || p.id(i) == p.word.as && p.id(i+1) == p.word.well {
		return false
	}
	return p.id(i) != p.word.in || p.id(i+1) != p.lexicon.ids["particular"]
}

// relative reports whether a relative clause begins at i.
func (p *passage) relative(i int) bool {
	id := p.id(i)
	return id == p.word.that || id == p.word.which || id == p.word.who
}

// isObject reports whether a name is asked itself: not a possessive, and after a preposition only where those are asked who
// stand for it ("members of").
func (p *passage) isObject(from int, name actorName, later bool) bool {
	if p.id(name.to) == possessive {
		return false
	}
	for i := name.from - 1; i >= from && i > name.from-5; i-- {
		if p.id(i) == comma || p.has(i, conjunction) {
			return true
		}
		if p.id(i) == p.word.to && i > from && p.words[i-1].capital {
			return false // "the Special Adviser to the Secretary-General"
		}
		if p.id(i) == p.word.of || p.has(i, preposition) && !p.has(i, listLink) {
			return !later && p.has(i-1, carrier) && p.id(i) == p.word.of
		}
	}
	return true
}

func appendOnce(list []int32, v int32) []int32 {
	for _, have := range list {
		if have == v {
			return list
		}
	}
	return append(list, v)
}

// clauseOf reads "Recommends that States consider", "Requests that the Working Group submit": who is to do it.
func (p *passage) clauseOf(a asking, from int) asking {
	for _, name := range p.namesFrom(from) {
		if name.from < from {
			continue // a second meaning of the words just read
		}
		if name.from > from+12 || name.from >= a.end || !p.onlyBefore(from, name.from) || p.id(name.to) == possessive {
			break
		}
		a.who = appendOnce(a.who, name.actor)
		from = name.to
		a.body = name.to
	}
	switch {
	case p.passive(from, a.end):
		a.who, a.body = nil, a.end // "that the Office be provided with resources" asks another
	case len(a.who) == 0 && p.isOrgan(from, min(a.end, from+maxOrganName)):
		a.other, a.body = true, p.afterOrgan(from)
	}
	return a
}

// maxOrganName bounds the words of the name of an organ that the vocabulary does not know.
const maxOrganName = 6

// passive reports whether "be" and a participle follow whom a clause is about, before any other verb that rules know.
func (p *passage) passive(from, end int) bool {
	for i := from; i+1 < end && i < from+maxCoordination; i++ {
		if p.id(i) == p.word.be && p.id(i-1) != p.word.to {
			return p.endsIn(i+1, "ed") || p.endsIn(i+1, "en") || p.endsIn(i+1, "de")
		}
		if p.id(i) == p.word.to || p.mark(i) || p.has(i, textVerb|eventVerb|giveVerb|modal) {
			return false
		}
	}
	return false
}

// afterOrgan returns the word after the name of an organ that begins at i or soon after it.
func (p *passage) afterOrgan(i int) int {
	for !p.has(i, organNoun|officerNoun) && i < len(p.words) {
		i++
	}
	for i++; i+1 < len(p.words); {
		switch {
		case p.words[i].capital:
			i++
		case p.has(i, titleLink) && p.words[i+1].capital:
			i += 2
		default:
			return i
		}
	}
	return i
}

// onlyBefore reports whether only determiners, carriers and their "of" stand between two words.
func (p *passage) onlyBefore(from, to int) bool {
	for i := from; i < to; i++ {
		if !p.has(i, determiner|carrier|conjunction) && p.id(i) != p.word.of && p.id(i) != comma {
			return false
		}
	}
	return true
}

// before returns the actors that "them" means: the first names of the clause before, with those joined to them.
func (p *passage) before(clause int) []int32 {
	var who []int32
	from, limit := p.start, p.clauses[clause].at
	if clause > 0 {
		from = p.clauses[clause-1].to
	}
	last := -1
	for _, name := range p.namesFrom(from) {
		if name.from >= limit || last >= 0 && !p.onlyBetween(last, name.from) {
			break
		}
		who, last = appendOnce(who, name.actor), name.to
	}
	return who
}

// isOrgan reports whether the object is an organ that the vocabulary does not know: a capitalised name that says so.
func (p *passage) isOrgan(from, to int) bool {
	for i := from; i < to && i < from+14; i++ {
		if p.has(i, officerNoun) && p.words[i].capital && i < from+maxOrganName && !p.isNamed(i) {
			return true // "the Executive Director"; not "the next report of the Secretary-General"
		}
		if p.has(i, organNoun) && (p.words[i].capital || i < from+6 && !p.has(i, vagueOrgan) || p.has(i, carrier) && i < from+4 && p.id(i+1) == p.word.of) {
			return true
		}
		if p.id(i) == comma {
			return false
		}
	}
	return false
}

// isNamed reports whether the i-th word belongs to the name of an actor.
func (p *passage) isNamed(i int) bool {
	return slices.ContainsFunc(p.namesFrom(i-maxOrganName), func(n actorName) bool { return n.from <= i && i < n.to })
}

// namesIn returns the actors named between two words.
func (p *passage) namesIn(from, to int) []int32 {
	var who []int32
	for _, name := range p.namesFrom(from) {
		if name.from >= to {
			break
		}
		who = appendOnce(who, name.actor)
	}
	return who
}
