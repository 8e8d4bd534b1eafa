package extract

import (
	"strings"

	"recital/graph"
)

// isOrganNoun reports whether the i-th word says that an organ is named which meets in sessions: with a capital, or "the committee" and "the
// working group" without. The Assembly's Main Committees are none of their own: their sessions are the Assembly's.
func (p *passage) isOrganNoun(i int) bool {
	if !p.has(i, sessionOrgan) {
		return false
	}
	if p.words[i].capital {
		return p.id(i) != p.word.committee || p.ordinal(i-1) == 0
	}
	return p.has(i-1, organAdjective) || p.has(i, plainOrgan) && p.has(i-1, determiner)
}

// organName returns the words of the name whose noun is at i, "the Scientific and Technical Subcommittee", "the Commission on Crime
// Prevention and Criminal Justice"; it ends before limit.
func (p *passage) organName(i, limit int) (from, to int) {
	from = i
	for p.start < from && i-from < maxOrganWords && !p.mark(from-1) && !p.isClauseVerb(from-1) &&
		(p.words[from-1].capital || p.has(from-1, organAdjective) || p.has(from-1, conjunction) && from > 1 && p.words[from-2].capital) &&
		!p.has(from-1, determiner) {
		from--
	}
	to = i + 1
	for j := to; j < limit && j < i+maxOrganWords; j++ {
		switch {
		case p.words[j].capital:
			to = j + 1
		case p.has(j, titleLink), p.id(j) == comma, p.id(j) == p.word.by, p.id(j) == p.word.as:
		default:
			return from, to
		}
	}
	return from, to
}

// isClauseVerb reports whether the word opens a clause: "Requests Commission ...".
func (p *passage) isClauseVerb(i int) bool {
	return p.has(i, startsVerb) && (i == p.start || p.mark(i-1) || p.has(i-1, conjunction))
}

// ownName returns the body that speaks where the words are its name or the short of it, "the Assembly", "the Environment Assembly", also where another's
// name before left open which is meant; nothing for other organs, such as "the Conference of the Parties serving as the meeting of the Parties", which counts its own
// sessions.
func (p *passage) ownName(from, to int, b *bodies) graph.Body {
	w := p.span(from, to)
	if b.speaker == "" || p.id(to) == p.word.serving || !strings.Contains(b.title, " "+p.text[w.Start:w.End]+" ") {
		return ""
	}
	return b.speaker
}

// tied returns the organ with how it stands to the session; its name begins at from.
func (p *passage) tied(o organ, from int, s *sessionWords) organ {
	governor := p.governor(from)
	o.beside = p.isBeside(o.to, s.at)
	spoken := p.speaksOf(governor)
	switch {
	case p.id(governor) == p.word.through && p.id(governor-1) == comma && p.id(o.to) == comma:
		o.tie = looseTie // "to the Assembly, through the Committee, at its fiftieth session"
	case spoken && !o.beside:
		o.tie = looseTie
	case spoken, p.id(governor) == p.word.through:
		o.tie = nearTie // "to the Assembly through the Committee at its": whose number it is
	case p.id(governor) != p.word.to && p.has(governor, preposition) && !o.beside:
		o.tie = looseTie
	case from < s.from:
		o.tie = askedTie
	default:
		o.tie = firmTie
	}
	return o
}

// governor returns the word that a name which begins at i depends on: the one before its article, or before those that it is joined to by "and".
func (p *passage) governor(i int) int {
	at := p.beforeDeterminers(i)
	if !p.has(at, conjunction) {
		return at
	}
	for j := at - 1; j > at-maxOrganWords && !p.mark(j); j-- {
		if p.id(j) == p.word.to || p.id(j) == p.word.of || p.has(j, preposition) {
			return j
		}
	}
	return at
}

// speaksOf reports whether the word before a name says that the organ is only spoken of: "the report of", "relating to".
func (p *passage) speaksOf(governor int) bool {
	switch p.id(governor) {
	case p.word.of, p.word.on:
		return !p.has(governor-1, receiving)
	case p.word.to:
		return p.has(governor-1, governsTo|leadsTo)
	case p.word.by:
		return p.has(governor-1, pastVerb)
	case p.word.through:
		return false
	}
	return p.has(governor, aboutWord|eventVerb|heldVerb)
}

// isBeside reports whether nothing but "for its consideration" stands between a name and "at its fiftieth session".
func (p *passage) isBeside(to, at int) bool {
	if at-to > maxBesides {
		return false
	}
	for i := to; i < at; i++ {
		if p.id(i) != comma && p.id(i) != p.word.forWhom && !p.has(i, determiner|conjunction|receiving) {
			return false
		}
	}
	return true
}

// attributive reports whether a name before the i-th word says which resolution is meant: "Council resolution 5/1".
func (p *passage) attributive(i int) bool { return p.has(i, adoptedNoun) }
