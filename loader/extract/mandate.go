package extract

import (
	"strings"

	"recital/graph"
)

// Rules that find mandates.
const (
	ruleMandateDue       = "mandate-due"       // what is asked, for a named session
	ruleMandateProduct   = "mandate-product"   // what is asked, without a session
	ruleMandateExtension = "mandate-extension" // "Decides to extend the mandate of ..."
	ruleMandateFounding  = "mandate-founding"  // "Decides to establish ..."
)

// organCategory begins the categories of organs, offices, mechanisms and agencies of the United Nations.
const organCategory = "un-"

// mandate is a Mandate before it has its addressee's id and its place.
type mandate struct {
	act     graph.Act
	who     int32 // -1 for none of the vocabulary
	product string
	forum   graph.Body
	session int
	due     string
	months  int
	from    int // words
	to      int
	rule    string
}

// findMandates finds the definite things that the paragraph asks, or decides, to be done; addressees must have been found.
func (p *passage) findMandates(b *bodies, open chapeau) {
	b.open = open
	p.inherited(b, open)
	for _, a := range p.asked {
		if a.scheduled {
			p.scheduled(a, b)
			continue
		}
		if a.decides {
			p.decided(a, b)
			continue
		}
		who := p.organs(a.who)
		if len(who) == 0 && a.other {
			who = append(who, -1)
		}
		for _, w := range who {
			p.orders(a, w, b)
		}
	}
	for _, m := range p.pending {
		p.emitForums(m)
	}
}

// inherited finds what a lettered item asks of those whom its opening line charges with it.
func (p *passage) inherited(b *bodies, open chapeau) {
	if !asks[open.act] && !open.tasks || len(p.clauses) > 0 && p.clauses[0].open && p.clauses[0].finite {
		return
	}
	a := asking{act: open.act, verb: p.start, body: p.start, end: len(p.words)}
	if p.start >= len(p.words) {
		return
	}
	who := open.who
	if len(who) == 0 && open.other {
		who = []int32{-1}
	}
	for _, w := range who {
		p.orders(a, w, b)
	}
}

// organs returns those of the actors that can be given a mandate: organs, offices, mechanisms and agencies.
func (p *passage) organs(who []int32) []int32 {
	var organs []int32
	for _, w := range who {
		if strings.HasPrefix(p.actorList[w].Category, organCategory) {
			organs = append(organs, w)
		}
	}
	return organs
}
