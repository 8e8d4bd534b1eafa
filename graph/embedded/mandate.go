package embedded

import (
	"slices"
	"sync"

	"recital/graph"
)

// mandateStates are the states of all mandates on the whole graph, found when first asked for.
type mandateStates struct {
	once sync.Once
	all  []graph.MandateState // by index into image.mandates
}

// stateOf returns the state of the mandate with a number on the whole graph.
func (g *image) stateOf(n number) graph.MandateState {
	g.states.once.Do(func() {
		last := g.lastSessions(graph.Date{})
		g.states.all = make([]graph.MandateState, len(g.mandates))
		for i := range g.mandates {
			g.states.all[i] = g.state(&g.mandates[i], graph.Date{}, last)
		}
	})
	return g.states.all[n-g.starts[graph.MandateNode]]
}

// stateOf returns the state of the mandate with a number on the day that the filter asks of.
func (a *nodeAdmitter) stateOf(n number) graph.MandateState {
	if a.filter.AsOf.IsZero() {
		return a.image.stateOf(n)
	}
	return a.image.state(&a.image.mandates[n-a.image.starts[graph.MandateNode]], a.filter.AsOf, a.last)
}

// state finds the state of a mandate on a day (zero: on the whole graph) by the last sessions of that day.
func (g *image) state(m *part[graph.Mandate], asOf graph.Date, last map[graph.Body]int) graph.MandateState {
	return m.node.State(m.node.IsDated() && g.isAnswered(m, asOf), last[m.node.Forum])
}

// isAnswered reports whether an instrument that cites the mandate's own, adopted by a day, cites what it awaits, too.
func (g *image) isAnswered(m *part[graph.Mandate], asOf graph.Date) bool {
	w, asking := &g.walked, g.documents[m.document].instrument
	known := graph.LinkFilter{Since: m.node.Date, Until: asOf}
	for _, i := range w.in[w.inStart[asking]:w.inStart[asking+1]] {
		citing := g.rows[i].from
		if l := g.outline(&g.rows[i]); !known.Match(&l, nil) {
			continue
		}
		for _, o := range w.out[w.outStart[citing]:w.outStart[citing+1]] {
			if m.node.Awaits(g.instrument(g.rows[o].to)) {
				return true
			}
		}
	}
	return false
}

// lastSessions is [graph.LastSession] for each body.
func (g *image) lastSessions(asOf graph.Date) map[graph.Body]int {
	last, kinds := make(map[graph.Body]int), graph.SessionKinds()
	for i := range g.documents {
		of := g.instrument(g.documents[i].instrument)
		if !slices.Contains(kinds, of.Kind) || !asOf.IsZero() && (of.Date.IsZero() || of.Date.Compare(asOf) > 0) {
			continue
		}
		last[of.Body] = max(last[of.Body], graph.SessionNumber(of.Session))
	}
	return last
}
