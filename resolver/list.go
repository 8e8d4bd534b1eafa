package resolver

import (
	"context"
	"slices"
	"strconv"

	"recital/graph"
	"recital/resolver/internal/scalar"
	"recital/resolver/internal/view"
)

// nodeList counts a list of nodes.
type nodeList struct {
	reader graph.Reader
	filter graph.NodeFilter
}

// Total implements [view.List].
func (l nodeList) Total(ctx context.Context) (int, error) {
	page, err := l.reader.List(ctx, l.filter, graph.PageRequest{First: 1, Total: true})
	return page.Total, err
}

// Facets implements [view.List].
func (l nodeList) Facets(ctx context.Context, keys []graph.FacetKey) ([]*graph.Facet, error) {
	return facets(ctx, l.reader, graph.FacetRequest{Nodes: l.filter, Keys: keys})
}

// linkList counts the links of one node.
type linkList struct {
	reader graph.Reader
	id     graph.ID
	filter graph.LinkFilter
}

// Total implements [view.List].
func (l linkList) Total(ctx context.Context) (int, error) {
	pages, err := l.reader.Links(ctx, []graph.ID{l.id}, l.filter, graph.PageRequest{First: 1, Total: true, Parts: graph.LinkAlone})
	if err != nil {
		return 0, err
	}
	return pages[0].Total, nil
}

// Facets implements [view.List].
func (l linkList) Facets(ctx context.Context, keys []graph.FacetKey) ([]*graph.Facet, error) {
	return facets(ctx, l.reader, graph.FacetRequest{ID: l.id, Links: &l.filter, Keys: keys})
}

// facets counts, and says the values as filters take them.
func facets(ctx context.Context, reader graph.Reader, request graph.FacetRequest) ([]*graph.Facet, error) {
	if len(request.Keys) > len(graph.FacetKeys()) {
		return nil, &pageError{"each facet key can be asked for once"}
	}
	counted, err := reader.Facets(ctx, request)
	if err != nil {
		return nil, err
	}
	named := make([]*graph.Facet, 0, len(counted))
	for _, f := range counted {
		f.Values = slices.Clone(f.Values)
		for i := range f.Values {
			f.Values[i].Value = facetValue(f.Key, f.Values[i].Value)
		}
		named = append(named, &f)
	}
	return named, nil
}

func facetValue(key graph.FacetKey, value string) string {
	switch key {
	case graph.FacetAct:
		return scalar.ActName(graph.Act(value))
	case graph.FacetRight:
		return string(graph.RightID(graph.ID(value).Vocabulary()))
	case graph.FacetActor:
		return string(graph.ActorID(graph.ID(value).Vocabulary()))
	default:
		return value
	}
}

// hitList counts the hits of a search.
type hitList struct {
	reader graph.Reader
	query  graph.TextQuery
}

// Total implements [view.List].
func (l hitList) Total(ctx context.Context) (int, error) {
	page, err := l.reader.Search(ctx, l.query, graph.PageRequest{First: 1, Total: true})
	return page.Total, err
}

// countedHits bounds what the facets of a search look at: beyond that nobody reads on.
const countedHits = 1000

// Facets implements [view.List]: stores count lists of nodes and links, so the hits are counted here.
func (l hitList) Facets(ctx context.Context, keys []graph.FacetKey) ([]*graph.Facet, error) {
	counts := make(map[graph.FacetKey]map[string]int, len(keys))
	for _, key := range keys {
		counts[key] = make(map[string]int)
	}
	request := graph.PageRequest{First: graph.MaxPage}
	for range countedHits / graph.MaxPage {
		page, err := l.reader.Search(ctx, l.query, request)
		if err != nil {
			return nil, err
		}
		hits := page.Items()
		for key, counted := range counts {
			for i := range hits {
				if value := hitValue(key, &hits[i]); value != "" {
					counted[value]++
				}
			}
		}
		if err := l.countNamed(ctx, hits, counts); err != nil {
			return nil, err
		}
		if !page.HasNext {
			break
		}
		request.After = page.Edges[len(page.Edges)-1].Cursor
	}
	return ranked(keys, counts), nil
}

// countNamed counts the rights and actors that the paragraphs and instruments among the hits name, where a key asks for them.
func (l hitList) countNamed(ctx context.Context, hits []graph.Hit, counts map[graph.FacetKey]map[string]int) error {
	filter := graph.LinkFilter{Types: []graph.LinkType{graph.Names}}
	kinds := map[graph.FacetKey]graph.NodeKind{graph.FacetRight: graph.RightNode, graph.FacetActor: graph.ActorNode}
	for key, kind := range kinds {
		if counts[key] != nil {
			filter.FarNodes = append(filter.FarNodes, kind)
		}
	}
	var ids []graph.ID
	for i := range hits {
		if kind := hits[i].Node.NodeKind(); kind == graph.ParagraphNode || kind == graph.InstrumentNode {
			ids = append(ids, hits[i].Node.NodeID())
		}
	}
	if len(filter.FarNodes) == 0 || len(ids) == 0 {
		return nil
	}
	all, err := allLinks(ctx, l.reader, ids, filter)
	if err != nil {
		return err
	}
	for _, links := range all {
		seen := make(map[graph.ID]bool)
		for i := range links {
			if named := links[i].To; !seen[named] {
				seen[named] = true
				for key, kind := range kinds {
					if links[i].Far.NodeKind() == kind {
						counts[key][string(named)]++
					}
				}
			}
		}
	}
	return nil
}

// hitValue is what a hit counts as by the key; empty for nothing.
func hitValue(key graph.FacetKey, hit *graph.Hit) string {
	instrument := hit.Source
	if i, ok := hit.Node.(*graph.Instrument); ok {
		instrument = i
	}
	if p, ok := hit.Node.(*graph.Paragraph); ok && key == graph.FacetAct {
		return scalar.ActName(p.Act)
	}
	if instrument == nil {
		return ""
	}
	switch key {
	case graph.FacetBody:
		return string(instrument.Body)
	case graph.FacetKind:
		return string(instrument.Kind)
	case graph.FacetSession:
		return instrument.Session
	case graph.FacetYear:
		if !instrument.Date.IsZero() {
			return strconv.Itoa(instrument.Date.Year)
		}
	}
	return ""
}

// ranked puts the highest counts first, ties by value, as stores do.
func ranked(keys []graph.FacetKey, counts map[graph.FacetKey]map[string]int) []*graph.Facet {
	facets := make([]*graph.Facet, 0, len(keys))
	for _, key := range keys {
		f := &graph.Facet{Key: key}
		for value, count := range counts[key] {
			f.Values = append(f.Values, graph.FacetValue{Value: value, Count: count})
		}
		slices.SortFunc(f.Values, func(a, b graph.FacetValue) int {
			if a.Count != b.Count {
				return b.Count - a.Count
			}
			if a.Value < b.Value {
				return -1
			}
			return 1
		})
		for _, v := range f.Values[min(len(f.Values), graph.MaxFacet):] {
			f.Other += v.Count
		}
		f.Values = f.Values[:min(len(f.Values), graph.MaxFacet)]
		facets = append(facets, f)
	}
	return facets
}

var (
	_ view.List = nodeList{}
	_ view.List = linkList{}
	_ view.List = hitList{}
)
