package extract

import (
	"slices"
	"strings"

	"recital/graph"
)

// Rules that find actors.
const (
	ruleActorName        = "actor-name"        // its name
	ruleActorCoordinated = "actor-coordinated" // "regional and international organizations"
	ruleActorShort       = "actor-short"       // "the Council"
)

// maxCoordination bounds the words between an adjective and the noun it shares with others.
const maxCoordination = 16

// bodies says which bodies the text has named, so that short names find theirs.
type bodies struct {
	own                                  int32 // the adopting body
	council, assembly, office, committee int32 // the last named of each sort in the document; -1 for none or another
	near                                 int32 // the last council named in this paragraph
	open                                 chapeau
	speaker                              graph.Body // the adopting body, also one outside the vocabulary
	title                                string     // its name, between blanks
	calendar
}

func (n *namer) newBodies(in graph.Instrument) bodies {
	b := bodies{own: n.actor(string(in.Body)), council: -1, assembly: -1, office: -1, committee: -1, near: -1, calendar: newCalendar(n.catalogue, &in)}
	if body, ok := n.catalogue.Body(in.Body); ok && (b.own >= 0 || slices.Contains(graph.SessionKinds(), in.Kind)) {
		b.speaker, b.title = in.Body, " "+body.Title+" "
	}
	switch in.Body {
	case graph.HumanRightsCouncil:
		b.office, b.assembly, b.council = n.special.ohchr, n.special.generalAssembly, b.own
	case graph.SecurityCouncil, graph.EconomicAndSocialCouncil:
		b.council, b.assembly = b.own, n.special.generalAssembly
	case graph.GeneralAssembly:
		b.assembly = b.own
	}
	return b
}

// findActors finds the actors that the paragraph names, the longest name first to be read at each word.
func (p *passage) findActors(b *bodies) {
	b.near = -1
	named := p.actors.bit | p.adjectives.bit | opensTitle
	for i := p.speaker(); i < len(p.words); { // who speaks is not named
		opens := p.words[i].opens
		if opens&named == 0 {
			i++
			continue
		}
		if next := p.actorAt(i, b); next > i {
			i = next
			continue
		}
		if opens&opensTitle != 0 {
			if end := p.titleEnd(i); end > i {
				p.covered = append(p.covered, stretch{i, end})
				i = end
				continue
			}
		}
		if next := p.coordinated(i); next > i {
			i = next
			continue
		}
		i++
	}
}

// actorAt reads the name at the i-th word; it returns i where there is none.
func (p *passage) actorAt(i int, b *bodies) int {
	values, end := p.longest(p.actors, i)
	for _, v := range values {
		switch {
		case v >= 0 && p.isFree(i):
		case v >= 0:
			p.names = append(p.names, actorName{actor: v, from: i, to: end, end: end, rule: ruleActorName})
			b.saw(&p.special, v)
			if p.has(i, titleNoun) || p.namesRights(i, end) {
				p.covered = append(p.covered, stretch{i, end})
			}
		case v == decoy:
			if p.has(end-1, titleNoun) && p.words[end-1].capital && end-1 > i {
				end-- // "United Nations Declaration": a title begins
			}
			p.covered = append(p.covered, stretch{i, end})
		default:
			if p.foreign(i, end) {
				v = foreignOf[v]
			}
			if v = b.refer(&p.special, v); v >= 0 {
				p.names = append(p.names, actorName{actor: v, from: i, to: end, end: end, rule: ruleActorShort})
			}
		}
	}
	return end
}

// isFree reports whether "freedom of (the)" stands before the i-th word: that of the press names no journalist.
func (p *passage) isFree(i int) bool {
	of := p.beforeDeterminers(i)
	return p.id(of) == p.word.of && p.id(of-1) == p.word.freedom
}

// namesRights reports whether a name has "Rights" in it, as that of the High Commissioner has: it names no right.
func (p *passage) namesRights(from, to int) bool {
	for i := from; i < to; i++ {
		if p.has(i, rightNoun) && p.words[i].capital {
			return true
		}
	}
	return false
}

// foreign reports whether a short name at the i-th word is part of a longer one that nobody here knows: "Supreme Judicial Council",
// "Council for Women".
func (p *passage) foreign(i, end int) bool {
	if i > p.start && p.words[i-1].capital && p.id(i-1) != p.word.the && !p.has(i-1, startsVerb|startsAdverb) {
		return true
	}
	if p.id(end) != p.word.of && p.id(end) != p.word.forWhom && p.id(end) != p.word.on {
		return false
	}
	return end+1 < len(p.words) && p.words[end+1].capital
}

// foreignOf gives the references to bodies of other names for those to the bodies of short name.
var foreignOf = map[int32]int32{
	aCouncil: otherCouncil, anAssembly: otherAssembly, anOffice: otherOffice, aCommittee: otherCommittee,
	otherCouncil: otherCouncil, otherAssembly: otherAssembly, otherOffice: otherOffice, otherCommittee: otherCommittee,
}

// saw notes a body named in full.
func (b *bodies) saw(s *specialActors, actor int32) {
	switch actor {
	case s.humanRightsCouncil, s.securityCouncil, s.ecosoc:
		b.council, b.near = actor, actor
	case s.generalAssembly:
		b.assembly = actor
	case s.ohchr:
		b.office = actor
	case s.treatyBodies:
		b.committee = actor
	}
}

// refer returns the actor that a short name stands for, -1 for none; it notes the full names of others of the sort.
func (b *bodies) refer(s *specialActors, reference int32) int32 {
	switch reference {
	case aCouncil:
		return b.whichCouncil(s)
	case anAssembly:
		return b.assembly
	case anOffice:
		return b.office
	case aCommittee:
		return b.committee
	case otherCouncil:
		b.near = -2
	case otherAssembly:
		b.assembly = -1
	case otherOffice:
		b.office = -1
	case otherCommittee:
		b.committee = -1
	}
	return -1
}

// whichCouncil: the last council named in the paragraph, else the one that speaks, else the last named in the document.
func (b *bodies) whichCouncil(s *specialActors) int32 {
	switch {
	case b.near == -2:
		return -1
	case b.near >= 0:
		return b.near
	case b.own == s.humanRightsCouncil || b.own == s.securityCouncil || b.own == s.ecosoc:
		return b.own
	default:
		return b.council
	}
}

// titleEnd returns the end of the title of an instrument that begins at the i-th word ("Convention on the Rights of the Child"), i
// where there is none: capitalised words joined by small ones.
func (p *passage) titleEnd(i int) int {
	if !p.has(i+1, titleLink) || p.words[i+1].capital {
		return i
	}
	if id := p.id(i); p.id(i+1) == p.word.of && (id == p.word.conference || id == p.word.commission || id == p.word.committee) {
		return i
	}
	end := i
	links := 1
	for j := i + 2; j < len(p.words) && links < 5; j++ {
		w := p.words[j]
		switch {
		case p.id(j-1) == p.word.the && p.id(j-2) == p.word.of && p.organAt(j):
			return end // "of the World Health Organization": whose it is
		case w.capital || w.id == numeral && end == j:
			end, links = j+1, 0
		case w.id == comma || w.id == possessive:
			if links > 0 || p.id(j+1) == p.word.states || p.id(j+1) == p.word.governments {
				return end
			}
			links++
		case w.id == p.word.and && (p.id(j+1) == p.word.the || p.id(j+1) == p.word.states):
			return end
		case p.is(w, titleLink):
			links++
		default:
			return end
		}
	}
	return end
}

// organAt reports whether the name of an organ or agency of several words begins at the i-th word.
func (p *passage) organAt(i int) bool {
	if !p.has(i, startsActor) {
		return false
	}
	values, end := p.longest(p.actors, i)
	return end > i+2 && values[0] >= 0 && strings.HasPrefix(p.actorList[values[0]].Category, organCategory)
}

// coordinated reads an adjective whose noun stands further on, "regional and international organizations". It returns the
// word after the adjective: the others are read by themselves.
func (p *passage) coordinated(i int) int {
	values, after := p.longest(p.adjectives, i)
	if after == i {
		return i
	}
	adjective := values[0]
	for j := after; j < len(p.words) && j-after <= maxCoordination; {
		values, end := p.longest(p.nouns, j)
		for _, noun := range values {
			actors := p.pairs[[2]int32{adjective, noun}]
			for _, actor := range actors {
				p.names = append(p.names, actorName{actor: actor, from: i, to: after, end: end, rule: ruleActorCoordinated})
			}
			if len(actors) > 0 {
				return after
			}
		}
		_, next := p.longest(p.between, j)
		if next == j {
			if _, next = p.longest(p.adjectives, j); next == j {
				return i
			}
		}
		j = next
	}
	return i
}
