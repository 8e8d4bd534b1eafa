package extract

import (
	"strings"

	"recital/graph"
)

// verb is a verb of the paragraph's own speaker: the opening one, or a later one that a conjunction joins to it.
type verb struct {
	at, to int // words; at is the verb's own first word, to where its object begins
	act    graph.Act
	finite bool
	open   bool // it opens the paragraph
}

// maxFeeling bounds the words between "expresses" and what is expressed: "its deep and growing concern".
const maxFeeling = 9

// findVerbs finds the opening verb and the later ones.
func (p *passage) findVerbs() {
	at := p.afterAdverbs(p.speaker())
	if at < len(p.words) {
		if v, ok := p.verbAt(at); ok {
			v.open = true
			p.clauses = append(p.clauses, v)
			at = v.to
		}
	}
	for i := max(at, p.start+1); i < len(p.words); i++ {
		if !p.opens(i, p.verbs.bit) || !p.joined(i) {
			continue
		}
		if v, ok := p.verbAt(i); ok && p.speaks(v) {
			p.clauses = append(p.clauses, v)
			i = v.to - 1
		}
	}
}

// speaker returns the first word after "The Security Council", where the paragraph names who speaks (presidential statements), or
// after "To" of a lettered item.
func (p *passage) speaker() int {
	if p.id(p.start) == p.word.to {
		return p.start + 1
	}
	the := p.afterAdverbs(p.start) // "In this regard, the Security Council"
	if p.id(the) == comma {
		the++
	}
	if p.id(the) != p.word.the {
		return p.start
	}
	if values, end := p.longest(p.actors, the+1); end > the+1 && values[0] != decoy {
		if next := p.afterAdverbs(end); p.has(next, startsVerb) {
			return end
		}
	}
	return p.start
}

func (p *passage) afterAdverbs(i int) int {
	for p.has(i, startsAdverb) {
		_, end := p.longest(p.adverbs, i)
		if end == i {
			break
		}
		i = end
	}
	return i
}

// joined reports whether a verb at the i-th word may continue the sentence: a mark, a conjunction or "while" stands before it, or
// adverbs after one of these.
func (p *passage) joined(i int) bool {
	for back := i - 1; back >= p.start && back > i-8; back-- {
		switch id := p.id(back); {
		case id == comma, id == semicolon, id == colon, id == fullStop, id == dash, p.has(back, conjunction), id == p.word.council:
			return true
		case id == p.word.while:
			return true
		case p.has(back, startsAdverb|adverbTail):
		default:
			return false
		}
	}
	return false
}

// verbAt reads the verb at the i-th word.
func (p *passage) verbAt(i int) (verb, bool) {
	values, end := p.longest(p.verbs, i)
	if end == i {
		return verb{}, false
	}
	form, found := values[0], verb{at: i, to: end}
	for _, v := range values {
		if v&expressingVerb != 0 {
			if act, to := p.feeling(end); to > end {
				return verb{at: i, to: to, act: act, finite: !p.endsIn(i, "ing")}, true
			}
			if len(values) == 1 {
				return verb{at: i, to: end, act: graph.Other, finite: !p.endsIn(i, "ing")}, true
			}
			continue
		}
		form = v
	}
	found.act, found.finite = p.acts[form&actIndex], form&finiteVerb != 0
	return found, true
}

func (p *passage) endsIn(i int, suffix string) bool {
	return strings.HasSuffix(p.text[p.words[i].start:p.words[i].end], suffix)
}

// feeling reads what is expressed; it returns the index after it, i where nothing the catalogue knows is.
func (p *passage) feeling(i int) (graph.Act, int) {
	for j := i; j < len(p.words) && j-i < maxFeeling; j++ {
		if p.mark(j) && p.id(j) != comma {
			break
		}
		values, end := p.longest(p.feelings, j)
		if end > j {
			return p.acts[values[0]&actIndex], end
		}
		if p.has(j, preposition) {
			break
		}
	}
	return graph.Other, i
}

// speaks reports whether a verb that was found within the paragraph is its speaker's, not a noun or another subject's.
func (p *passage) speaks(v verb) bool {
	if v.finite {
		next := p.id(v.to)
		return p.part != graph.Preamble && !p.mark(v.to-1) && next != p.word.of && next != p.word.from && next != comma && next != fullStop && next != semicolon
	}
	if p.endsIn(v.at, "ing") || p.id(v.at) == p.word.taking {
		return withinParagraphs[v.act]
	}
	// "concerned", "mindful": not "committed", which is said of others.
	return p.part == graph.Preamble && (v.act == graph.Concerned || v.act == graph.Convinced || v.act == graph.BearsInMind)
}

// withinParagraphs are the acts that a participle within a paragraph does ("and noting"); of others ("establishing", "proposing") it
// says what someone else does.
var withinParagraphs = map[graph.Act]bool{
	graph.Acknowledges: true, graph.Affirms: true, graph.Appeals: true, graph.BearsInMind: true, graph.CallsUpon: true,
	graph.Commends: true, graph.Concerned: true, graph.Condemns: true, graph.Convinced: true, graph.Demands: true, graph.Deplores: true,
	graph.Emphasizes: true, graph.Encourages: true, graph.Endorses: true, graph.Appreciates: true, graph.ExpressesGratitude: true,
	graph.Invites: true, graph.Notes: true, graph.Reaffirms: true, graph.Recalls: true, graph.Recognizes: true, graph.Regrets: true,
	graph.Reiterates: true, graph.Rejects: true, graph.Requests: true, graph.Stresses: true, graph.TakesNote: true,
	graph.Underlines: true, graph.Urges: true, graph.Welcomes: true,
}

// opening returns the opening words as printed, adverbs included, and their act; chapeau is the act that a lettered item without
// a verb of its own continues.
func (p *passage) opening(chapeau graph.Act, item bool) Opening {
	if p.start >= len(p.words) {
		return Opening{Act: graph.Other}
	}
	if len(p.clauses) == 0 || !p.clauses[0].open {
		if item && chapeau != "" {
			return Opening{Act: chapeau}
		}
		first := p.words[p.start]
		if p.endsIn(p.start, "ing") || p.endsIn(p.start, "ed") || p.endsIn(p.start, "es") {
			return Opening{Words: p.text[first.start:first.end], Act: graph.Other}
		}
		return Opening{Act: graph.Other}
	}
	v := p.clauses[0]
	if item && chapeau != "" && !v.finite {
		return Opening{Act: chapeau} // "(b) Adopting laws": what those are to do whom the chapeau asks
	}
	from := p.start
	if after := p.speaker(); p.id(from) != p.word.to {
		from = after
	}
	to := p.openingEnd(v)
	s := p.span(from, to)
	return Opening{Words: p.text[s.Start:s.End], Act: v.act}
}

// beginsObject reports whether a verb's object can begin at i: an article, a name, "that", a mark.
func (p *passage) beginsObject(i int) bool {
	return i >= len(p.words) || p.mark(i) || p.words[i].capital || p.has(i, determiner|preposition) || p.id(i) == p.word.that || p.id(i) == p.word.to
}

// openingEnd returns the end of the opening words: the verb, "with deep concern", "also".
func (p *passage) openingEnd(v verb) int {
	to := v.to
	for {
		next := p.afterAdverbs(to)
		if p.id(next) == p.word.with {
			if _, end := p.feeling(next + 1); end > next+1 {
				next = end
			}
		}
		if next == to || p.id(next-1) == p.word.further && !p.beginsObject(next) {
			return to // "Encourages further efforts" encourages
		}
		to = next
	}
}

// clause is where, in bytes, an act of a paragraph begins.
type clause struct {
	at  int
	act graph.Act
}
