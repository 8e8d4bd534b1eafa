package extract

import (
	"slices"
	"strings"

	"recital/graph"
)

// reading is what a document's paragraphs do and name.
type reading struct {
	openings []Opening
	clauses  []clause // of all paragraphs
	spoken   []int32  // by paragraph: where its clauses begin, up to those of the next
	rights   []Naming
	actors   []Naming
	mandates []Mandate
}

// visit reads the paragraphs in order: short names find their bodies in what stands before them. It splits each text into words once: see gets them, to
// read and not to keep.
func (n *namer) visit(in Input, see func(paragraph int, words []word)) reading {
	r := reading{openings: make([]Opening, len(in.Paragraphs)), clauses: make([]clause, 0, 2*len(in.Paragraphs)), spoken: make([]int32, len(in.Paragraphs)+1)}
	p, ok := n.spare.Get().(*passage)
	if !ok {
		p = &passage{namer: n}
	}
	defer n.reuse(p)
	r.rights, r.actors, r.mandates = p.rightsFound, p.actorsFound, p.mandatesFound
	b := n.newBodies(in.Instrument)
	var open chapeau
	for i := range in.Paragraphs {
		paragraph := &in.Paragraphs[i]
		p.reset(paragraph.Text, paragraph.Part)
		see(i, p.words)
		p.findVerbs()
		item := p.isItem(paragraph)
		if !item {
			open = chapeau{}
		}
		r.openings[i] = p.opening(open.act, item)
		r.clauses = p.spoken(r.clauses)
		r.spoken[i+1] = int32(len(r.clauses))
		if paragraph.Part == graph.Heading || paragraph.Part == graph.NotePart {
			continue
		}
		p.findActors(&b)
		p.findRights()
		if paragraph.Part == graph.Operative {
			p.findAddressees(open)
			p.findMandates(&b, open)
		}
		if !item && p.endsOpen() {
			open = p.chapeau(r.openings[i].Act)
		}
		p.report(i, &r)
	}
	p.rightsFound, p.actorsFound, p.mandatesFound = r.rights, r.actors, r.mandates
	r.rights, r.actors, r.mandates = append([]Naming(nil), r.rights...), append([]Naming(nil), r.actors...), append([]Mandate(nil), r.mandates...)
	return r
}

// reuse keeps the buffers of a passage for the next document, but nothing that leads to the text of this one.
func (n *namer) reuse(p *passage) {
	p.text = ""
	clear(p.rightsFound)
	clear(p.actorsFound)
	clear(p.mandatesFound)
	p.rightsFound, p.actorsFound, p.mandatesFound = p.rightsFound[:0], p.actorsFound[:0], p.mandatesFound[:0]
	n.spare.Put(p)
}

// chapeau is the opening line of lettered items: what it does, and whom it asks. The zero value: the paragraph is no item.
type chapeau struct {
	act graph.Act
	// who, and other, as in asking: whom the items charge with what they ask. Addressees of an item are its own alone.
	who   []int32
	other bool
	// tasks: it founds a mandate, or extends one, and its items say what that is; else a decision's items are decisions.
	tasks bool
}

// chapeau returns what the items after the paragraph continue.
func (p *passage) chapeau(act graph.Act) chapeau {
	c := chapeau{act: act}
	if n := len(p.asked); n > 0 {
		last := p.asked[n-1]
		c.who, c.other = slices.Clone(p.organs(last.who)), last.other
	}
	for _, m := range p.due {
		if m.rule == ruleMandateFounding || m.rule == ruleMandateExtension {
			c.tasks, c.other = true, len(c.who) == 0
		}
	}
	return c
}

// act returns what the paragraph does with the words: the nearer verb before them, before the mark of the note that holds them.
func (r *reading) act(in Input, w Where) graph.Act {
	at := w.Words.Start
	if w.Note >= 0 {
		at = in.Paragraphs[w.Paragraph].Notes[w.Note].At
	}
	return r.nearer(w.Paragraph, at)
}

// nearer returns the act of the last verb that begins at or before the byte of the paragraph, the paragraph's own where there is none.
func (r *reading) nearer(paragraph, at int) graph.Act {
	act := r.openings[paragraph].Act
	for _, c := range r.clauses[r.spoken[paragraph]:r.spoken[paragraph+1]] {
		if c.at > at {
			break
		}
		if c.act != graph.Other {
			act = c.act
		}
	}
	return act
}

// isItem reports whether the paragraph is a lettered item of the one before.
func (p *passage) isItem(paragraph *graph.Paragraph) bool {
	return p.start >= 3 || strings.IndexByte(string(paragraph.Place), '(') >= 0
}

// endsOpen reports whether lettered items follow: the paragraph ends with a colon.
func (p *passage) endsOpen() bool { return len(p.words) > 0 && p.id(len(p.words)-1) == colon }

// spoken adds the paragraph's verbs with their places in bytes to into.
func (p *passage) spoken(into []clause) []clause {
	for _, v := range p.clauses {
		c := clause{at: int(p.words[v.at].start), act: v.act}
		if v.open {
			c.at = 0
		}
		into = append(into, c)
	}
	return into
}

// report adds what the paragraph names to the reading: each right and actor once, in the order of the text.
func (p *passage) report(paragraph int, r *reading) {
	where := func(from, to int) Where {
		return Where{Paragraph: paragraph, Note: -1, Words: p.span(from, to)}
	}
	slices.SortStableFunc(p.claims, func(a, b rightName) int { return a.from - b.from })
	first := len(r.rights)
	for _, c := range p.claims {
		id := p.rightList[c.right].ID
		if slices.ContainsFunc(r.rights[first:], func(have Naming) bool { return have.ID == id }) {
			continue
		}
		w := where(c.from, c.to)
		r.rights = append(r.rights, Naming{Where: w, ID: id, Act: r.nearer(paragraph, w.Words.Start), Rule: c.rule})
	}
	first = len(r.actors)
	for _, c := range p.names {
		id := p.actorList[c.actor].ID
		if slices.ContainsFunc(r.actors[first:], func(have Naming) bool { return have.ID == id }) {
			continue
		}
		w := where(c.from, c.end)
		r.actors = append(r.actors, Naming{Where: w, ID: id, Act: r.nearer(paragraph, w.Words.Start), Role: p.roleOf(c.actor), Rule: c.rule})
	}
	for _, m := range p.due {
		mandate := Mandate{
			Where: where(m.from, m.to), Act: m.act, Product: m.product, Forum: m.forum, Session: m.session, Due: m.due,
			Months: m.months, Rule: m.rule,
		}
		if m.who >= 0 {
			mandate.Addressee = p.actorList[m.who].ID
		}
		r.mandates = append(r.mandates, mandate)
	}
}

// roleOf returns the addressee's role for an actor that a verb of the paragraph asks.
func (p *passage) roleOf(actor int32) graph.Role {
	for _, a := range p.asked {
		if slices.Contains(a.who, actor) {
			return graph.Addressee
		}
	}
	return graph.Named
}
