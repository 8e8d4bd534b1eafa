package extract

// grammarWords are the words that rules ask for by themselves.
type grammarWords struct {
	to, of, that, the, and, or, on, by, as, well, with, in, its, their, them, they, his, her, it, not, be, held, from, right, rights, human,
	fundamental, freedoms, freedom, order, also, state, states, governments, government, session, sessions, mandate, special, united, nations,
	who, which, call, request, calls, invitation, appeal, him, period, month, months, year, years, hundred, council,
	obligations, so, forWhom, annually, respectively, through, those, further, taking, free, holder, conference, commission, committee, while, economic, social, cultural, update, inform, than, together, serving, a, an wordID
}

func newGrammarWords(l *lexicon) grammarWords {
	var w grammarWords
	for name, id := range map[string]*wordID{
		"to": &w.to, "of": &w.of, "that": &w.that, "the": &w.the, "and": &w.and, "or": &w.or, "on": &w.on, "by": &w.by, "as": &w.as,
		"well": &w.well, "with": &w.with, "in": &w.in, "its": &w.its, "their": &w.their, "them": &w.them, "they": &w.they, "his": &w.his,
		"her": &w.her, "it": &w.it, "not": &w.not, "be": &w.be, "held": &w.held, "from": &w.from, "right": &w.right, "rights": &w.rights,
		"human": &w.human, "fundamental": &w.fundamental, "freedoms": &w.freedoms, "freedom": &w.freedom, "order": &w.order, "also": &w.also,
		"state": &w.state, "states": &w.states, "governments": &w.governments, "government": &w.government, "session": &w.session,
		"sessions": &w.sessions, "mandate": &w.mandate, "special": &w.special, "united": &w.united, "nations": &w.nations, "who": &w.who,
		"which": &w.which, "call": &w.call, "request": &w.request, "calls": &w.calls, "invitation": &w.invitation, "appeal": &w.appeal,
		"him": &w.him, "period": &w.period, "month": &w.month, "months": &w.months, "year": &w.year, "years": &w.years,
		"hundred": &w.hundred, "council": &w.council, "obligations": &w.obligations, "so": &w.so, "free": &w.free, "annually": &w.annually, "for": &w.forWhom, "respectively": &w.respectively, "through": &w.through, "those": &w.those, "further": &w.further, "taking": &w.taking, "holder": &w.holder, "conference": &w.conference, "commission": &w.commission, "committee": &w.committee,
		"update": &w.update, "inform": &w.inform, "than": &w.than, "together": &w.together, "serving": &w.serving, "a": &w.a, "an": &w.an,
		"while": &w.while, "economic": &w.economic, "social": &w.social, "cultural": &w.cultural,
	} {
		*id = l.add(name)
	}
	return w
}
