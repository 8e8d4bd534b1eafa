package embedded

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"recital/graph"
)

// Stats implements graph.Reader.
func (s *Store) Stats(ctx context.Context) (graph.Stats, error) {
	return ask(ctx, s, "count", func(g *image) (graph.Stats, error) { return g.copyStats(), nil })
}

// copyStats returns counts that the caller may change.
func (g *image) copyStats() graph.Stats {
	stats := g.stats
	stats.Nodes, stats.Links = copyMap(g.stats.Nodes), copyMap(g.stats.Links)
	stats.Bodies, stats.Manifest.Sources = slices.Clone(g.stats.Bodies), slices.Clone(g.stats.Manifest.Sources)
	return stats
}

func copyMap[K comparable](m map[K]int) map[K]int {
	c := make(map[K]int, len(m))
	for k, v := range m {
		c[k] = v
	}
	return c
}

// Facets implements graph.Reader.
func (s *Store) Facets(ctx context.Context, request graph.FacetRequest) ([]graph.Facet, error) {
	return ask(ctx, s, "facets of", func(g *image) ([]graph.Facet, error) {
		if err := request.Check(); err != nil {
			return nil, err
		}
		c := newFacetCounter(g, request.Keys)
		if request.Links != nil {
			c.countLinks(request.ID, request.Links)
		} else {
			c.countNodes(&request.Nodes)
		}
		return c.facets(), ctx.Err()
	})
}

// facetCounter counts the values of entries by several keys at once.
type facetCounter struct {
	image  *image
	keys   []graph.FacetKey
	counts []map[string]int // for each key
	naming []map[number]int // for each key: rights and actors, counted by number
}

func newFacetCounter(g *image, keys []graph.FacetKey) *facetCounter {
	c := &facetCounter{image: g, keys: keys, counts: make([]map[string]int, len(keys)), naming: make([]map[number]int, len(keys))}
	for i := range keys {
		c.counts[i], c.naming[i] = make(map[string]int), make(map[number]int)
	}
	return c
}

// facetEntry is one entry of the list that is counted.
type facetEntry struct {
	about *graph.Instrument
	acts  []graph.Act
	names number // the instrument or paragraph whose namings count, or none
	// asks is whom a mandate asks; mandates count by nobody else.
	asks    graph.ID
	mandate bool
}

func (c *facetCounter) countNodes(f *graph.NodeFilter) {
	g := c.image
	admits := newNodeAdmitter(g, f)
	for _, n := range g.list(f.Kind, graph.ByID, admits.document) {
		if !admits.admit(n) {
			continue
		}
		e := facetEntry{names: none}
		switch node := g.sketch(n).(type) {
		case *graph.Instrument:
			e.about, e.names, e.acts = node, n, c.actsOf(n)
		case *graph.Paragraph:
			e.about, e.names, e.acts = g.far(n), n, []graph.Act{node.Act}
		case *graph.Mandate:
			e.about, e.acts, e.names = g.far(n), []graph.Act{node.Act}, g.find(node.ID.Paragraph())
			e.mandate, e.asks = true, node.Addressee
		case *graph.Mention:
			e.about, e.acts, e.names = g.far(n), []graph.Act{node.Act}, g.find(node.ID.Paragraph())
		}
		c.count(e)
	}
}

// actsOf returns the acts of an instrument's paragraphs, each once; nil where no key asks for acts.
func (c *facetCounter) actsOf(n number) []graph.Act {
	d := c.image.documentAt(n)
	if d == nil || !slices.Contains(c.keys, graph.FacetAct) {
		return nil
	}
	var acts []graph.Act
	for i := d.paragraphs.from; i < d.paragraphs.to; i++ {
		if act := graph.Act(c.image.words[c.image.paragraphs[i].act]); !slices.Contains(acts, act) {
			acts = append(acts, act)
		}
	}
	return acts
}

func (c *facetCounter) countLinks(id graph.ID, f *graph.LinkFilter) {
	g := c.image
	admits := newLinkAdmitter(g, f)
	for _, i := range g.candidates(g.find(id), f.Direction) {
		if !admits.admit(i) {
			continue
		}
		r := &g.rows[i]
		far := r.to
		if f.Direction == graph.In {
			far = r.from
		}
		e := facetEntry{about: g.far(far), acts: []graph.Act{g.acts[r.act]}, names: none}
		if r.kind == restsOnType {
			e.acts, e.names = g.actSets[r.acts], g.firstParagraph(i)
		} else if r.from >= g.starts[graph.ParagraphNode] && r.from < g.ends[graph.ParagraphNode] {
			e.names = r.from
		}
		c.count(e)
	}
}

// firstParagraph returns the paragraph of the first citation that a RestsOn stands for: the one at its place in the text.
func (g *image) firstParagraph(i uint32) number {
	r := &g.rows[i]
	d := &g.documents[r.document]
	for j := d.rows.from; j < d.rows.to; j++ {
		if c := &g.rows[j]; c.kind == citesType && c.to == r.to && c.order == r.order {
			return c.from
		}
	}
	return none
}

func (c *facetCounter) count(e facetEntry) {
	for k, key := range c.keys {
		switch key {
		case graph.FacetAct:
			for _, act := range e.acts {
				c.counts[k][string(act)]++
			}
		case graph.FacetRight, graph.FacetActor:
			if key == graph.FacetActor && e.mandate {
				c.counts[k][e.asks.Vocabulary()]++
				continue
			}
			c.countNamed(k, e.names)
		default:
			if e.about != nil {
				c.counts[k][facetOf(key, e.about)]++
			}
		}
	}
}

// facetOf returns an instrument's value; empty where it has none.
func facetOf(key graph.FacetKey, i *graph.Instrument) string {
	switch key {
	case graph.FacetBody:
		return string(i.Body)
	case graph.FacetSession:
		return i.Session
	case graph.FacetKind:
		return string(i.Kind)
	default: // FacetYear
		if i.Date.IsZero() {
			return ""
		}
		return strconv.Itoa(i.Date.Year)
	}
}

// countNamed counts each right, or each actor, that a paragraph or any paragraph of an instrument names.
func (c *facetCounter) countNamed(k int, by number) {
	g := c.image
	if by == none {
		return
	}
	d := g.documentAt(by)
	if d == nil {
		return
	}
	kind := graph.RightNode
	if c.keys[k] == graph.FacetActor {
		kind = graph.ActorNode
	}
	whole := by < g.ends[graph.InstrumentNode]
	var named []number
	for i := d.rows.from; i < d.rows.to; i++ {
		r := &g.rows[i]
		if r.kind == namesType && (whole || r.from == by) && r.to >= g.starts[kind] && r.to < g.ends[kind] {
			named = append(named, r.to)
		}
	}
	slices.Sort(named)
	for _, n := range slices.Compact(named) {
		c.naming[k][n]++
	}
}

// facets returns the counts, sorted and cut.
func (c *facetCounter) facets() []graph.Facet {
	facets := make([]graph.Facet, len(c.keys))
	for k, key := range c.keys {
		for n, count := range c.naming[k] {
			c.counts[k][c.image.id(n).Vocabulary()] += count
		}
		delete(c.counts[k], "")
		f := graph.Facet{Key: key}
		for value, count := range c.counts[k] {
			f.Values = append(f.Values, graph.FacetValue{Value: value, Count: count})
		}
		slices.SortFunc(f.Values, func(a, b graph.FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Value, b.Value))
		})
		if len(f.Values) > graph.MaxFacet {
			for _, rest := range f.Values[graph.MaxFacet:] {
				f.Other += rest.Count
			}
			f.Values = f.Values[:graph.MaxFacet]
		}
		facets[k] = f
	}
	return facets
}
