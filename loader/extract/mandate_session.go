package extract

import (
	"slices"

	"recital/graph"
)

// ordinals are the words of ordinal numbers, and of the tens before them.
var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
	"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
	"seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}

// sessionsIn returns the sessions that something is due at between two words; clause is where a forum may be looked for.
func (p *passage) sessionsIn(from, to, clause int, b *bodies) []dueSession {
	var dues []dueSession
	for i := from + 1; i < to; i++ {
		if p.id(i) != p.word.session && p.id(i) != p.word.sessions {
			continue
		}
		numbers, years, first, end := p.numbersAt(i, from)
		if len(numbers) == 0 {
			continue
		}
		at, ok := p.dueWord(first)
		if !ok {
			continue
		}
		past, held := p.past(at, from)
		if past {
			continue
		}
		w := sessionWords{clause: clause, from: from, at: at, first: first, noun: i, number: numbers[0]}
		if len(years) > 0 {
			w.number = years[0]
		}
		forum, over := p.whose(&w, b)
		switch yearly := slices.Contains(graph.YearlyBodies(), forum); {
		case !yearly && numbers[0] >= graph.FirstSessionYear:
			continue
		case yearly && len(years) > 0:
			numbers = years // "its first regular session of 1991"
		}
		d := dueSession{forum: forum, from: at, to: end, held: held, over: over, prior: p.has(at, priorWord) || p.has(at-1, priorWord)}
		for _, d.session = range numbers {
			if !slices.ContainsFunc(dues, d.same) {
				dues = append(dues, d)
			}
		}
		if p.id(i+1) == p.word.respectively || p.id(i+2) == p.word.respectively {
			p.pairForums(dues, clause, first)
		}
	}
	return slices.DeleteFunc(dues, func(d dueSession) bool { return d.over })
}

// same reports whether two stand for one session: "at its resumed fiftieth session if possible, but no later than by the end of its fiftieth session".
func (d dueSession) same(other dueSession) bool {
	return d.forum == other.forum && d.session == other.session
}

// numbersAt reads the numbers of the sessions at i, and the years that name them, from the first of their words to the end: of "its resumed fiftieth
// session" the one, of "its 2024 session" the other as both, of "its first regular session of 1991" each. Special sessions have numbers of their own,
// and none is returned.
func (p *passage) numbersAt(i, from int) (numbers, years []int, first, end int) {
	if p.id(i-1) == p.word.special {
		return nil, nil, i, i
	}
	numbers, first = p.ordinalsBefore(i, from)
	years, end = p.yearsAfter(i)
	if len(numbers) == 0 {
		for first = i; first-1 > from && p.has(first-1, sessionAdjective); {
			first--
		}
		if year := p.yearAt(first - 1); year != 0 && first-1 > from {
			years, first = []int{year}, first-1
		}
		numbers = years
	}
	for first-1 > from && p.has(first-1, sessionAdjective) {
		first--
	}
	return numbers, years, first, end
}

// yearsAfter reads the years of "sessions of 2010 and 2011", the noun at i, and where they end.
func (p *passage) yearsAfter(i int) (years []int, end int) {
	end = i + 1
	if p.id(end) != p.word.of {
		return nil, end
	}
	for j := i + 2; p.yearAt(j) != 0; j++ {
		years, end = append(years, p.yearAt(j)), j+1
		if p.id(j+1) == comma || p.has(j+1, conjunction) {
			j++
		}
	}
	return years, end
}

// yearAt reads the number at i as a year; 0 where it is none.
func (p *passage) yearAt(i int) int {
	if p.id(i) != numeral || p.words[i].end-p.words[i].start != 4 {
		return 0
	}
	if year := decimal(p.text[p.words[i].start:p.words[i].end]); year >= graph.FirstSessionYear && year <= lastYear {
		return year
	}
	return 0
}

// lastYear is the last that a number of four digits is read as.
const lastYear = 2100

// dueWord returns the word before "its fiftieth session", "both the fiftieth", "the Council's fiftieth" or "the first part of its fiftieth", where what
// says which session begins at first; ok says whether something is due then.
func (p *passage) dueWord(first int) (at int, ok bool) {
	begin := first
	if p.id(first-1) == possessive {
		if begin, _, ok = p.possessor(first - 1); !ok {
			return first - 1, false
		}
	}
	at = p.beforePart(p.beforeDeterminers(begin))
	return at, at < first-1 && p.isDue(at)
}

// possessor returns where the name of the organ begins that ends at the possessive at i, and its body, empty for one outside the vocabulary.
func (p *passage) possessor(i int) (from int, forum graph.Body, ok bool) {
	for _, name := range p.namesFrom(i - maxPossessor) {
		if name.to == i {
			return name.from, p.forumOf(name.actor), true
		}
		if name.from >= i {
			break
		}
	}
	if !p.isOrganNoun(i - 1) {
		return i, "", false
	}
	from, _ = p.organName(i-1, i)
	return from, "", true
}

// Bounds of what says which session it is, in words.
const (
	maxPossessor = 5 // of the vocabulary's name in "the Human Rights Council's"
	maxPart      = 9 // of "at the operational activities for development segment of"
)

// beforePart returns the word before "the first part of", where the "of" is at i; i where there is none.
func (p *passage) beforePart(i int) int {
	if p.id(i) != p.word.of || !p.has(i-1, partNoun) {
		return i
	}
	for j := i - 2; j > i-maxPart; j-- {
		if p.has(j, duePreposition|priorWord) && p.has(j+1, determiner) {
			return j
		}
	}
	return i
}

// isDue reports whether the word before "its fiftieth session" says that something is due then: "at", "before", "starting from", or
// "and" after another session.
func (p *passage) isDue(i int) bool {
	if p.has(i, conjunction) {
		return p.id(i-1) == p.word.session || p.id(i-1) == p.word.sessions || p.isSessionOf(i)
	}
	if p.id(i) == p.word.from && p.id(i-1) == comma {
		return true // "to update the Council, from its fiftieth session"
	}
	return p.has(i, duePreposition|priorWord) || p.has(i-1, startingWord)
}

// isSessionOf reports whether "session of the General Assembly" ends before i.
func (p *passage) isSessionOf(i int) bool {
	for _, name := range p.namesFrom(i - maxPossessor) {
		if name.to == i {
			of := p.beforeDeterminers(name.from)
			return p.id(of) == p.word.of && (p.id(of-1) == p.word.session || p.id(of-1) == p.word.sessions)
		}
	}
	return false
}

// pairForums gives each session its forum where both are listed: "to the Council and the Assembly, at the thirty-first session and the
// seventy-first session respectively".
func (p *passage) pairForums(dues []dueSession, clause, first int) {
	var forums []graph.Body
	for _, name := range p.namesFrom(max(clause+1, first-maxBackward)) {
		if name.to > first {
			break
		}
		if p.isForum(name.actor) {
			forums = append(forums, p.bodyOf(name.actor))
		}
	}
	if len(forums) == len(dues) {
		for k := range dues {
			dues[k].forum, dues[k].over = forums[k], false
		}
	}
}

// maxNumbers bounds the numbers of "fortieth, forty-third and forty-sixth sessions".
const maxNumbers = 16

// ordinalsBefore reads the ordinals that stand before "session(s)" at i: "fortieth and forty-third". It returns them in the order of
// the text and the first of their words.
func (p *passage) ordinalsBefore(i, from int) (numbers []int, first int) {
	j := i - 1
	for j > from && p.has(j, sessionAdjective) {
		j--
	}
	first = i
	for j > from && len(numbers) < maxNumbers {
		n, start := p.ordinalAt(j, from)
		if n == 0 {
			break
		}
		numbers = append([]int{n}, numbers...)
		first, j = start, start-1
		if p.id(j) == comma || p.has(j, conjunction) {
			j--
		}
	}
	return numbers, first
}

// ordinalAt reads the ordinal whose last word is at i and returns its first; 0 where there is none.
func (p *passage) ordinalAt(i, from int) (n, start int) {
	v := p.ordinal(i)
	if v == 0 {
		if p.id(i-1) == numeral && p.words[i].start == p.words[i-1].end {
			return decimal(p.text[p.words[i-1].start:p.words[i-1].end]), i - 1
		}
		return 0, i
	}
	n, start = v, i
	if v < 10 && i-1 > from {
		if tens := p.ordinal(i - 1); tens >= 20 && tens < 100 && (p.words[i].glued || p.endsIn(i-1, "ty")) { // "fifty sixth"
			n, start = n+tens, i-1
		}
	}
	j := start - 1
	if p.id(j) == p.word.and {
		j--
	}
	if p.id(j) == p.word.hundred && j > from {
		return n + 100, j - 1
	}
	return n, start
}

func (p *passage) ordinal(i int) int {
	if i < 0 || int(p.words[i].id) >= len(p.ordinalOf) {
		return 0
	}
	return p.ordinalOf[p.words[i].id]
}

// past reports whether what stands before the preposition at i says that the session was, or that an event is to be held at it.
func (p *passage) past(i, from int) (past, held bool) {
	for j := i - 1; j > from && j > i-12; j-- {
		switch {
		case p.has(j, pastVerb|heldVerb):
			future := p.id(j-1) == p.word.be
			return !future, future && p.has(j, heldVerb)
		case p.id(j) == p.word.session, p.id(j) == p.word.sessions, p.id(j) == p.word.to && p.isVerb(j+1) && p.id(j+1) != p.word.be, p.id(j) == comma && p.id(j+1) != p.word.as:
			return false, false
		}
	}
	return false, false
}

// spokenOf takes away and returns the text that was asked for where an order says at which session its author speaks of it: "to present a report and to
// engage in a dialogue with the Assembly at its fiftieth session"; nil where it says nothing of the sort.
func (p *passage) spokenOf(it *order, who int32) *mandate {
	if len(it.dues) == 0 || !p.has(it.verb, engageVerb) {
		return nil
	}
	i := slices.IndexFunc(p.pending, func(m mandate) bool { return m.who == who })
	if i < 0 || p.separate(&p.pending[i], []graph.Body{it.dues[0].forum}) {
		return nil
	}
	return p.settle(who)
}

// isForum reports whether reports are due at sessions of the actor.
func (p *passage) isForum(actor int32) bool { return p.actorList[actor].Category == "un-body" }

func (p *passage) bodyOf(actor int32) graph.Body {
	return graph.Body(p.actorList[actor].ID.Vocabulary())
}
