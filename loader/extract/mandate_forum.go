package extract

import (
	"slices"

	"recital/graph"
)

// sessionWords is where "at its fiftieth session" stands.
type sessionWords struct {
	clause int // the first word of the verb that asks
	from   int // the first word of the order
	at     int // the word before "its"
	first  int // of the ordinals
	noun   int // "session"
	number int // the first of the sessions
}

// tie is how an organ that is named before a session stands to it.
type tie int

const (
	looseTie tie = iota // "a report on the Committee": it is spoken of
	nearTie             // "the work of the Committee at its": spoken of, just before the session
	askedTie            // "Requests the Committee": named before the order, as one that does something
	firmTie             // "to the Committee", "by the Committee at its": it is told, or it acts
)

// organ is an organ named before a session; forum is empty for one that is none of the vocabulary's bodies.
type organ struct {
	forum  graph.Body
	tie    tie
	to     int  // the word after its name
	beside bool // nothing but "for its consideration" stands between its name and the session
}

// Bounds of the search for whose session it is, in words.
const (
	maxForumWords = 240 // back from the session
	maxOrganWords = 14  // of an organ's name, before its noun and behind it
	maxBesides    = 6   // of "for its consideration and adoption"
	maxOwner      = 6   // from "session" to the organ in "session of the open-ended working group"
)

// whose returns the body whose session it is, empty for an organ outside the vocabulary: what the sessions of such a one are due at nobody
// here knows, and the session of another organ would be a wrong one. The organ named nearest in the grammar decides, not the nearest in the
// text; where grammar leaves it open, the one that can hold a session of that number. Over says that the text names a session that has been:
// "his report to the General Assembly at its seventy-first session".
func (p *passage) whose(s *sessionWords, b *bodies) (forum graph.Body, over bool) {
	if owner, named := p.ownerAfter(s, b); named {
		return owner, b.over(owner, s.number)
	}
	if p.id(s.first-1) == possessive {
		_, owner, _ := p.possessor(s.first - 1)
		return owner, b.over(owner, s.number)
	}
	organs := p.organsBefore(s, b)
	told := firstOrgan(organs, firmTie)
	if told == nil || told.forum == "" && p.id(s.first-1) == p.word.the && b.canHold(b.speaker, s.number) {
		return p.unsaid(organs, s, b), false // "to the Working Group at the seventieth session": not at its own
	}
	if b.adopted > 0 && !b.canHold(told.forum, s.number) {
		for _, o := range organs {
			if o.to > told.to && o.tie != askedTie && (o.tie == nearTie && o.forum == "" || b.canHold(o.forum, s.number)) {
				return o.forum, false
			}
		}
	}
	if b.over(told.forum, s.number) {
		return "", told.beside
	}
	return told.forum, false
}

// unsaid returns whose session it is where nobody is told what is due: the speaker's, in most texts.
func (p *passage) unsaid(organs []organ, s *sessionWords, b *bodies) graph.Body {
	own := b.speaker
	holds := b.canHold(own, s.number)
	if near := firstOrgan(organs, nearTie); near != nil && !holds {
		return b.unlessOver(near.forum, s.number)
	}
	asked := firstOrgan(organs, askedTie)
	switch {
	case asked != nil && asked.forum == "" && !p.has(p.mainVerb(s.from, s.first), reportVerb|deliverVerb|textVerb):
		return "" // "Requests the Commission to consider it at its fiftieth session"
	case asked != nil && asked.forum != "" && (b.canHold(asked.forum, s.number) || !holds):
		return b.unlessOver(asked.forum, s.number)
	case asked != nil && !holds:
		return ""
	case own != "" && !b.over(own, s.number) && !b.far(own, s.number):
		return own
	}
	if loose := firstOrgan(organs, looseTie); loose != nil && (own == "" || b.canHold(loose.forum, s.number)) {
		return b.unlessOver(loose.forum, s.number)
	}
	return ""
}

// firstOrgan returns the organ of that tie which stands nearest to the session; nil where there is none.
func firstOrgan(organs []organ, t tie) *organ {
	if i := slices.IndexFunc(organs, func(o organ) bool { return o.tie == t }); i >= 0 {
		return &organs[i]
	}
	return nil
}

// ownerAfter returns the body of "the session of the General Assembly"; named is false where no organ follows the word "session".
func (p *passage) ownerAfter(s *sessionWords, b *bodies) (forum graph.Body, named bool) {
	if p.id(s.noun+1) != p.word.of || p.id(s.noun+2) == numeral {
		return "", false // "session of 1991"
	}
	for _, name := range p.namesFrom(s.noun + 2) {
		if name.from > s.noun+3 {
			break
		}
		if p.isForum(name.actor) {
			return p.bodyOf(name.actor), true
		}
	}
	if p.id(s.first-1) == p.word.its || p.id(s.first-1) == p.word.their {
		return "", false // "to inform the Council at its fiftieth session of the steps taken"
	}
	for i := s.noun + 2; i < min(s.noun+maxOwner, len(p.words)); i++ {
		if p.isOrganNoun(i) {
			from, to := p.organName(i, len(p.words))
			return p.ownName(from, to, b), true
		}
		named = named || p.words[i].capital
	}
	return "", named
}

// forumOf returns the actor's body where it is a forum of the vocabulary, else nothing.
func (p *passage) forumOf(actor int32) graph.Body {
	if !p.isForum(actor) {
		return ""
	}
	return p.bodyOf(actor)
}

// organsBefore returns the organs that are named in the clause before the session, the nearest first: not those in quotation marks, the title of
// an item, nor in brackets.
func (p *passage) organsBefore(s *sessionWords, b *bodies) []organ {
	organs := p.organsFound[:0]
	names := p.names[:len(p.names)-len(p.namesFrom(s.at+1))]
	quoted, depth, earlier := false, 0, false
	for i := s.at; i >= s.clause && i > s.at-maxForumWords && !firm(organs); i-- {
		for len(names) > 0 && names[len(names)-1].from > i {
			names = names[:len(names)-1]
		}
		switch id := p.id(i); {
		case id == quoteMark:
			quoted = !quoted
		case id == closing:
			depth++
		case id == opening && depth > 0:
			depth--
		case quoted || depth > 0:
		case id == p.word.session || id == p.word.sessions:
			earlier = true
		case id == p.word.it && p.id(i-1) == p.word.to && b.speaker != "":
			organs = append(organs, p.tied(organ{forum: b.speaker, to: i + 1}, i, s))
		case len(names) > 0 && names[len(names)-1].to > i:
			name := names[len(names)-1]
			if o, ok := p.named(name, s); ok {
				organs = append(organs, o)
			}
			i = name.from
		case p.isOrganNoun(i):
			from, to := p.organName(i, s.at)
			if !p.attributive(to) && p.id(to) != possessive && p.id(from-1) != p.word.a && p.id(from-1) != p.word.an {
				o := p.tied(organ{forum: p.ownName(from, to, b), to: to}, from, s)
				if earlier && o.forum == "" {
					o.tie = min(o.tie, askedTie) // the session between is its own
				}
				organs = append(organs, o)
			}
			i = from
		}
	}
	if len(organs) == 0 || !slices.ContainsFunc(organs, func(o organ) bool { return o.tie >= askedTie }) {
		organs = append(organs, p.charged(b)...)
	}
	p.organsFound = organs
	return organs
}

// firm reports whether the last organ found is one that is told what is due: what stands before it decides nothing.
func firm(organs []organ) bool { return len(organs) > 0 && organs[len(organs)-1].tie == firmTie }

// charged returns the organs that the opening line charges with what the item asks.
func (p *passage) charged(b *bodies) []organ {
	if b.open.other {
		return []organ{{tie: askedTie}}
	}
	for _, who := range b.open.who {
		if p.isForum(who) {
			return []organ{{tie: askedTie, forum: p.bodyOf(who)}}
		}
	}
	return nil
}

// named returns the organ that a name of the vocabulary stands for; ok is false where it holds no sessions: an office, an expert.
func (p *passage) named(name actorName, s *sessionWords) (o organ, ok bool) {
	if name.to > s.at || p.attributive(name.to) || p.id(name.to) == possessive {
		return organ{}, false
	}
	if p.isForum(name.actor) {
		return p.tied(organ{forum: p.bodyOf(name.actor), to: name.to}, name.from, s), true
	}
	for i := name.from; i < name.to; i++ {
		if p.id(i) == p.word.of {
			break // "special procedures of the Human Rights Council"
		}
		if p.isOrganNoun(i) {
			_, to := p.organName(i, s.at)
			return p.tied(organ{to: max(to, name.to)}, name.from, s), true
		}
	}
	return organ{}, false
}
