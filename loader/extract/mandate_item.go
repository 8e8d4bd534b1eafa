package extract

import (
	"slices"

	"recital/graph"
	"recital/loader/catalog"
)

// maxNear bounds the words between a verb that means little and its product.
const maxNear = 10

// maxFounded bounds the words between "appoint" and the organ: "for a renewable period of one year, an independent expert".
const maxFounded = 16

// reportProduct is what "to report" delivers.
const reportProduct = "report"

// panelDiscussion is the product that dialogues and discussions of all sorts are; those that something is done "through" go on all the
// time and are none.
const panelDiscussion = "panel discussion"

// order is one thing asked: an infinitive and what follows it, up to the next.
type order struct {
	verb     int // its first word
	from, to int
	product  int32 // index into products, -1 for none
	at       int   // the product's first word, where made
	made     bool  // the verb is one that delivers it
	dues     []dueSession
}

// dueSession is a session that something is due at.
type dueSession struct {
	forum   graph.Body
	session int
	from    int // words
	to      int
	held    bool // an event is to be held then: not when a report on it is due
	over    bool // it had ended when the text was adopted
	prior   bool // before that session: when a text is due, but an event is not held then
}

// orders finds the mandates that a clause gives one actor. A text that is asked for without a session stays pending: a later
// order, also of a later clause to the same actor, may say when it is due.
func (p *passage) orders(a asking, who int32, b *bodies) {
	items := p.items(a, b)
	last := lastDue(items)
	for k := range items {
		it := &items[k]
		m := mandate{act: a.act, who: who, from: a.verb, to: it.to, product: p.productName(it.product), due: p.dateIn(it.from, it.to), rule: ruleMandateProduct}
		family := p.delivery(it.product)
		reports := p.has(it.verb, reportVerb)
		if reports && family != catalog.TextProduct {
			m.product = reportProduct // "to report on the discussion"
		}
		if dues := p.dueAt(it, k < last); len(dues) > 0 && (family == catalog.TextProduct || p.informs(it.verb) || p.has(it.verb, textVerb|reportVerb|deliverVerb|eventVerb|giveVerb)) {
			p.deliver(m, dues, it)
			continue
		}
		if earlier := p.spokenOf(it, who); earlier != nil {
			p.emitDue(*earlier, it.dues)
			continue
		}
		if it.made && family == catalog.TextProduct && p.definite(it.at) && p.given(who) {
			continue // "and to make the report available": the one that was asked for
		}
		switch {
		case family == catalog.TextProduct && it.made, reports:
			if m.product == "" {
				m.product = reportProduct
			}
			m.from = it.from
			if earlier := p.settle(who); earlier != nil && (!p.has(it.verb, deliverVerb) || p.separate(earlier, p.forumsOf(&m))) {
				p.emitForums(*earlier)
			}
			p.pending = append(p.pending, m)
		case it.made && family != catalog.TextProduct:
			p.emit(m)
		case p.has(it.verb, foundVerb) && p.foundsOrgan(it.verb+1, min(it.to, it.verb+maxFounded)):
			m.product = "establishment"
			p.emit(m)
		}
	}
}

// informs reports whether a verb is to "update" or "inform" a forum.
func (p *passage) informs(verb int) bool {
	if p.id(verb) != p.word.update && p.id(verb) != p.word.inform {
		return false
	}
	names := p.namesFrom(verb + 1)
	return len(names) > 0 && p.isForum(names[0].actor) && p.onlyBefore(verb+1, names[0].from)
}

// deliver emits what an order delivers at sessions. A text that was asked for before is what is delivered, unless it went to a forum
// of its own.
func (p *passage) deliver(m mandate, dues []dueSession, it *order) {
	if earlier := p.settle(m.who); earlier != nil {
		var forums []graph.Body
		for _, d := range dues {
			forums = append(forums, d.forum)
		}
		if p.separate(earlier, forums) {
			p.emitForums(*earlier)
		}
		if m.product == "" {
			m.product = earlier.product
		}
	}
	if m.product == "" {
		if !p.has(it.verb, deliverVerb) && !p.informs(it.verb) {
			return // "to finalize its work by its nineteenth session"
		}
		m.product = reportProduct
	}
	p.emitDue(m, dues)
}

// separate reports whether an earlier text was asked for a forum that a later one is not for: "to report to the Council, and to submit a
// report to the Assembly".
func (p *passage) separate(earlier *mandate, forums []graph.Body) bool {
	own := p.forumsOf(earlier)
	return len(own) > 0 && len(forums) > 0 && !slices.ContainsFunc(own, func(f graph.Body) bool { return slices.Contains(forums, f) })
}

// definite reports whether "the" or "that" stands before the product at i.
func (p *passage) definite(i int) bool {
	return p.id(i-1) == p.word.the || p.id(i-1) == p.word.that || p.id(i-1) == p.word.its
}

// given reports whether the paragraph has given the actor a text to deliver at a session.
func (p *passage) given(who int32) bool {
	return slices.ContainsFunc(p.due, func(m mandate) bool { return m.who == who && m.rule == ruleMandateDue })
}

// settle takes the actor's pending text away and returns it; nil where there is none.
func (p *passage) settle(who int32) *mandate {
	for i := range p.pending {
		if p.pending[i].who == who {
			m := p.pending[i]
			p.pending = slices.Delete(p.pending, i, i+1)
			return &m
		}
	}
	return nil
}

// lastDue returns the index of the last order with a session, -1 for none.
func lastDue(items []order) int {
	for k := len(items) - 1; k >= 0; k-- {
		if len(items[k].dues) > 0 {
			return k
		}
	}
	return -1
}

// dueAt returns the sessions at which an order itself is due: not those at which an event is held that it reports on, nor those
// before which an event is held.
func (p *passage) dueAt(it *order, later bool) []dueSession {
	text := p.delivery(it.product) == catalog.TextProduct
	var dues []dueSession
	for _, d := range it.dues {
		if text && later && d.held || d.prior && !text && !p.has(it.verb, deliverVerb) {
			continue
		}
		dues = append(dues, d)
	}
	return dues
}

func (p *passage) emit(m mandate) { p.due = append(p.due, m) }

func (p *passage) emitDue(m mandate, dues []dueSession) {
	m.rule, m.due = ruleMandateDue, ""
	for k, d := range dues {
		if k > 0 {
			m.product = p.laterText(dues[k-1].to, d.from, m.product)
		}
		m.forum, m.session = d.forum, d.session
		m.to = max(m.from+1, d.to)
		p.emit(m)
	}
}

// laterText returns the text that is named between two sessions, "an update at its first session and a report at its second"; the one
// before where none is.
func (p *passage) laterText(from, to int, before string) string {
	for i := from; i < to; i++ {
		if values, end := p.longest(p.products, i); end > i && p.delivery(values[0]) == catalog.TextProduct {
			return p.productName(values[0])
		}
	}
	return before
}

// emitForums emits a mandate without a session, once for each forum it is to be presented to.
func (p *passage) emitForums(m mandate) {
	forums := p.forumsOf(&m)
	if len(forums) == 0 {
		p.emit(m)
	}
	for _, f := range forums {
		m.forum = f
		p.emit(m)
	}
}

// forumsOf returns the bodies that what is asked is to be presented to.
func (p *passage) forumsOf(m *mandate) []graph.Body {
	var forums []graph.Body
	for _, name := range p.namesFrom(m.from + 1) {
		if name.from >= m.to {
			break
		}
		if body := p.bodyOf(name.actor); p.isForum(name.actor) && p.presented(name.from) && !slices.Contains(forums, body) {
			forums = append(forums, body)
		}
	}
	return forums
}

// presented reports whether "to the" stands before a forum, or it is joined to one that has it.
func (p *passage) presented(i int) bool {
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if p.id(j) == p.word.to {
			return true
		}
		if !p.has(j, conjunction|determiner) {
			return p.isForumBefore(j)
		}
	}
	return false
}

func (p *passage) isForumBefore(i int) bool {
	for _, name := range p.namesFrom(i - 5) {
		if name.from > i {
			break
		}
		if name.to == i+1 && p.isForum(name.actor) {
			return p.presented(name.from)
		}
	}
	return false
}

// items splits what is asked at its infinitives, and at "by convening ...".
func (p *passage) items(a asking, b *bodies) []order {
	var items []order
	start := a.body
	if p.id(start) == p.word.to || p.id(start) == colon {
		start++
	}
	for i := start; i <= a.end; i++ {
		end := i == a.end
		next := i
		switch {
		case end:
		case p.id(i) == p.word.to && i > start && p.isVerb(i+1) && p.id(i+1) != p.word.be && p.begins(i):
			next = i + 1
		case p.id(i) == p.word.by && p.has(i+1, eventGerund):
			next = i + 1
		case p.id(i) == p.word.through && p.holdsEvent(i):
			next = i // the event is the order: "through" stands for its verb
		default:
			continue
		}
		if i > start {
			items = append(items, p.order(start, i, b, a.verb))
		}
		start = next
	}
	return items
}

// holdsEvent reports whether an event follows "through" at i.
func (p *passage) holdsEvent(i int) bool {
	for j := i + 1; j < i+4 && j < len(p.words); j++ {
		if values, end := p.longest(p.products, j); end > j {
			return p.makes(i, j, values[0]) && p.productList[values[0]].Name != panelDiscussion
		}
	}
	return false
}

// begins reports whether an infinitive at i begins a new thing asked: a mark or a conjunction stands before it, not "continue" or
// "necessary".
func (p *passage) begins(i int) bool {
	return p.id(i-1) == comma || p.id(i-1) == semicolon || p.has(i-1, conjunction) || p.id(i-1) == closing || p.has(i-1, startsAdverb)
}

func (p *passage) order(from, to int, b *bodies, clause int) order {
	it := order{verb: p.mainVerb(from, to), from: from, to: to, product: -1}
	for i := it.verb; i < to; i++ {
		if p.id(i) == p.word.to && p.id(i+1) == p.word.be && i > it.verb+1 {
			break
		}
		values, end := p.longest(p.products, i)
		if end == i || i == it.verb || p.inTitle(i) || p.delivery(values[0]) == catalog.EventProduct && p.isManner(i) {
			continue
		}
		if it.product < 0 || p.delivery(it.product) != catalog.TextProduct && p.delivery(values[0]) == catalog.TextProduct {
			it.product = values[0]
		}
		if p.makes(it.verb, i, values[0]) {
			it.product, it.at, it.made = values[0], i, true
			break
		}
		i = end - 1
	}
	if at := p.supplies(it.verb, to); !it.made && at >= 0 {
		it.product, it.at, it.made = p.special.resources, at, true
	}
	it.dues = p.sessionsIn(from, to, clause, b)
	return it
}

// Bounds of what says that resources are asked for, in words.
const (
	maxSupply = 20 // from the verb to "assistance"
	maxNeed   = 7  // from "necessary" to "assistance", in either order
)

// supplies returns where a verb's object says resources, and how much of them: "all necessary financial and technical support"; -1 where it
// does not.
func (p *passage) supplies(verb, to int) int {
	if !p.has(verb, giveVerb) {
		return -1
	}
	for i := verb + 1; i < min(to, verb+maxSupply); i++ {
		if !p.has(i, supplyNoun) {
			continue
		}
		for j := max(verb+1, i-maxNeed); j < min(to, i+maxNeed); j++ {
			if p.has(j, needWord) && p.findWord(j, i, p.word.of) < 0 {
				return i // not "an adequate part of the assistance"
			}
		}
	}
	return -1
}

// makes reports whether the verb is one that delivers such a product as is named at the i-th word: verbs that mean little by
// themselves ("provide") only what stands near them.
func (p *passage) makes(verb, i int, product int32) bool {
	switch p.delivery(product) {
	case catalog.TextProduct:
		return p.has(verb, textVerb) && (i-verb <= maxNear || !p.has(verb, nearVerb)) && p.id(p.beforeDeterminers(i)) != p.word.in
	case catalog.EventProduct:
		return p.has(verb, eventVerb)
	case catalog.ResourceProduct:
		return p.has(verb, giveVerb)
	}
	return false
}

// mainVerb skips "continue to", adverbs and "also" before the verb of an order.
func (p *passage) mainVerb(from, to int) int {
	for i := from; i < to && i < from+8; i++ {
		if p.has(i, auxiliary|startsAdverb) || p.id(i) == p.word.to || p.id(i) == comma {
			continue
		}
		return i
	}
	return from
}

// delivery returns how the product is delivered.
func (p *passage) delivery(product int32) catalog.ProductFamily {
	if product < 0 {
		return catalog.NoProduct
	}
	return p.productList[product].Family
}

func (p *passage) productName(product int32) string {
	if product < 0 || p.productList[product].Family == catalog.NoProduct {
		return ""
	}
	return p.productList[product].Name
}
