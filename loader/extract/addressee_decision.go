package extract

// decision reads whose mandate is decided, or who "shall" do something.
func (p *passage) decision(v verb, end int) asking {
	a := asking{act: v.act, verb: v.at, body: v.to, end: end, decides: true}
	that := -1
	for i := v.to; i < end && i < v.to+40; i++ {
		if p.id(i) == p.word.that {
			that = i
			break
		}
		if p.id(i) == p.word.to && p.isVerb(i+1) {
			break
		}
	}
	if that >= 0 {
		return p.shall(a, that+1)
	}
	if at, ok := p.infinitive(v.to, end); ok {
		if act, ok := p.bases[p.id(at+1)]; ok { // "Decides to request the Secretary-General to report"
			return p.object(verb{at: v.at, to: at + 2, act: act, finite: true}, end, len(p.clauses)-1)
		}
	}
	if from, to, ok := p.mandateOf(v.to, end); ok {
		a.who = p.ownersOf(from, to)
	}
	return a
}

// shall reads "that the Working Group shall ..." from the word after "that".
func (p *passage) shall(a asking, from int) asking {
	for i := from; i < a.end && i < from+40; i++ {
		if p.has(i, modal) {
			a.who, a.body, a.decides = p.askedIn(from, i), i+1, false
			if p.isEvent(from, i) {
				a.who = nil
			}
			if len(a.who) == 0 && p.findWord(from, i, p.word.together) >= 0 {
				a.who = p.organs(p.namesIn(from, i)) // "the co-facilitators, together with the Office, shall"
			}
			a.scheduled = len(a.who) == 0 && a.verb < from
			return a
		}
	}
	a.body = a.end
	return a
}

// isEvent reports whether the subject of what shall be, between two words, is an event: it is named before any actor.
func (p *passage) isEvent(from, to int) bool {
	at := p.eventIn(from, to)
	if at < 0 {
		return false
	}
	names := p.namesFrom(from)
	return len(names) == 0 || names[0].from > at
}

// alsoCharged reads a later sentence of a paragraph that asks: "; the Chair, together with the Office, shall be responsible for ...".
func (p *passage) alsoCharged() {
	if len(p.asked) == 0 {
		return
	}
	a := &p.asked[len(p.asked)-1]
	for i := a.body; i < a.end; i++ {
		if p.id(i) != semicolon || p.has(i+1, startsVerb) {
			continue
		}
		more := p.shall(asking{act: a.act, verb: i + 1, end: a.end}, i+1)
		if more.body >= more.end || p.has(i+1, titleNoun) {
			continue
		}
		if more.who = p.namesIn(i+1, more.body); len(more.who) > 0 {
			a.end = i
			p.asked = append(p.asked, more)
			return
		}
	}
}
