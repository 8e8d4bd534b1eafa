package embedded

import (
	"slices"
	"sync"

	"recital/graph"
)

// mandateStates are the states of all mandates, found when first asked for.
type mandateStates struct {
	once sync.Once
	all  []graph.MandateState // by index into image.mandates
}

// stateOf returns the state of the mandate with a number.
func (g *image) stateOf(n number) graph.MandateState {
	g.states.once.Do(func() {
		last := g.lastSessions()
		g.states.all = make([]graph.MandateState, len(g.mandates))
		for i := range g.mandates {
			m := &g.mandates[i]
			g.states.all[i] = m.node.State(m.node.IsDated() && g.isAnswered(m), last[m.node.Forum])
		}
	})
	return g.states.all[n-g.starts[graph.MandateNode]]
}

// isAnswered reports whether an instrument that cites the mandate's own cites what it awaits, too.
func (g *image) isAnswered(m *part[graph.Mandate]) bool {
	w, asking := &g.walked, g.documents[m.document].instrument
	since := graph.LinkFilter{Since: m.node.Date}
	for _, i := range w.in[w.inStart[asking]:w.inStart[asking+1]] {
		citing := g.rows[i].from
		if l := g.outline(&g.rows[i]); !since.Match(&l, nil) {
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
func (g *image) lastSessions() map[graph.Body]int {
	last, kinds := make(map[graph.Body]int), graph.SessionKinds()
	for i := range g.documents {
		of := g.instrument(g.documents[i].instrument)
		if !slices.Contains(kinds, of.Kind) {
			continue
		}
		last[of.Body] = max(last[of.Body], graph.SessionNumber(of.Session))
	}
	return last
}
