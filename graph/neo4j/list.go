package neo4j

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// List implements graph.Reader.
func (s *Store) List(ctx context.Context, f graph.NodeFilter, page graph.PageRequest) (graph.Page[graph.Node], error) {
	out := graph.Page[graph.Node]{Total: -1}
	if err := f.Check(); err != nil {
		return out, err
	}
	window, err := page.Window()
	if err != nil {
		return out, err
	}
	parameters := nodeParameters(&f)
	if err := bindNode(parameters, window, f.Order); err != nil {
		return out, err
	}
	parameters["limit"], parameters["total"] = window.Limit+1, page.Total
	if asksElsewhere(&f) {
		if page.Total {
			out.Total = 0
		}
		return out, ctx.Err()
	}
	err = whole(ctx, func() error {
		var found cutting
		if err := s.read(ctx, readList, filtered(parameters), found.record); err != nil {
			return err
		}
		if page.Total {
			out.Total = int(found.total)
		}
		out.Edges = nil
		for _, entry := range found.cut(window, &out.HasPrevious, &out.HasNext) {
			n, err := decodeNode(entry[0], entry[1])
			if err != nil {
				return err
			}
			out.Edges = append(out.Edges, graph.Edge[graph.Node]{Cursor: graph.KeyOf(n, f.Order).Cursor(), Node: n})
		}
		return nil
	})
	return out, classify(ctx, "list nodes", err)
}

// cutting is the answer of a statement that pages by itself: one record of the list's size, the page with one entry more than asked for,
// in the way of asking, and whether entries lie on the other side of the bound.
type cutting struct {
	total  int64
	page   []any
	beyond bool
}

func (c *cutting) record(r *neo4j.Record) error {
	c.total, _ = r.Values[1].(int64)
	c.page, _ = r.Values[2].([]any)
	c.beyond, _ = r.Values[3].(bool)
	return nil
}

// cut returns the page's entries in the list's order and says what lies around them.
func (c *cutting) cut(w graph.Window, hasPrevious, hasNext *bool) [][]any {
	more := len(c.page) > w.Limit
	if more {
		c.page = c.page[:w.Limit]
	}
	*hasPrevious, *hasNext = c.beyond, more
	if w.Backward {
		slices.Reverse(c.page)
		*hasPrevious, *hasNext = more, c.beyond
	}
	entries := make([][]any, 0, len(c.page))
	for _, entry := range c.page {
		if fields, ok := entry.([]any); ok {
			entries = append(entries, fields)
		}
	}
	return entries
}

// nodeParameters says a filter of nodes in the words of the statement list, all of it but the page.
func nodeParameters(f *graph.NodeFilter) map[string]any {
	p := map[string]any{
		"kind": string(f.Kind), "partOf": string(f.PartOf), "order": string(f.Order),
		"kinds": textsOf(f.Kinds), "bodies": textsOf(f.Bodies), "sessions": textsOf(f.Sessions),
		"since": dateOf(f.Since), "until": dateOf(f.Until), "held": heldOf(f.Holding),
		"names": textsOf(f.Names), "cites": textsOf(f.Cites), "acts": textsOf(f.Acts), "statuses": textsOf(f.Statuses),
		"addressees": textsOf(f.Addressees), "forums": textsOf(f.Forums), "products": textsOf(f.Products),
		"dueSessions": nil, "states": textsOf(f.States), "asOf": dateOf(f.AsOf), "sessionKinds": textsOf(graph.SessionKinds()),
		"yearlyBodies": textsOf(graph.YearlyBodies()), "firstYear": graph.FirstSessionYear, "findings": f.Findings, "about": asksAboutInstrument(f), "anchor": nil,
	}
	if len(f.DueSessions) > 0 {
		p["dueSessions"] = f.DueSessions
	}
	p["from"] = string(f.Kind)
	anchors := slices.Concat(f.Names, f.Cites)
	switch {
	case f.PartOf != "" && (f.Kind == graph.ParagraphNode || f.Kind == graph.ProvisionNode):
		p["from"] = "parts"
	case f.PartOf != "":
		p["from"] = "parts of paragraphs"
	case len(anchors) > 0 && f.Kind == graph.ParagraphNode:
		p["from"], p["anchor"] = "paragraphs with links", string(anchors[0])
	case len(anchors) > 0 && f.Kind == graph.InstrumentNode:
		p["from"], p["anchor"] = "instruments with links", string(anchors[0])
	}
	return p
}

// heldOf says a holding in a word of Cypher; nil, which is null there, for none.
func heldOf(h graph.Holding) any {
	if h == "" {
		return nil
	}
	return h == graph.HeldOnly
}

// asksAboutInstrument reports whether the filter looks at the instrument that a node is part of.
func asksAboutInstrument(f *graph.NodeFilter) bool {
	return len(f.Kinds) > 0 || len(f.Bodies) > 0 || len(f.Sessions) > 0 || !f.Since.IsZero() || !f.Until.IsZero() || f.Holding != ""
}

// asksElsewhere reports whether a field is set that nodes of the filter's kind do not have: it lets nothing through.
func asksElsewhere(f *graph.NodeFilter) bool {
	has := func(kinds ...graph.NodeKind) bool { return slices.Contains(kinds, f.Kind) }
	part := has(graph.ParagraphNode, graph.MandateNode, graph.MentionNode)
	return asksAboutInstrument(f) && !part && !has(graph.InstrumentNode) ||
		f.PartOf != "" && !part && !has(graph.ProvisionNode) ||
		len(f.Names)+len(f.Cites) > 0 && !has(graph.InstrumentNode, graph.ParagraphNode) ||
		len(f.Acts) > 0 && !part ||
		len(f.Statuses) > 0 && !has(graph.MentionNode) ||
		len(f.Addressees)+len(f.Forums)+len(f.DueSessions)+len(f.Products)+len(f.States) > 0 && !has(graph.MandateNode) ||
		f.Findings && !has(graph.InstrumentNode, graph.ParagraphNode, graph.MentionNode)
}

// bindNode adds the place that a page begins at, in the terms the statement sorts by.
func bindNode(parameters map[string]any, w graph.Window, o graph.NodeOrder) error {
	parameters["bounded"], parameters["backward"] = w.Bound != "", w.Backward
	parameters["rank"], parameters["home"], parameters["place"], parameters["id"] = 0, "", 0, ""
	if w.Bound == "" {
		return nil
	}
	k, err := graph.ParseNodeCursor(w.Bound, o)
	if err != nil {
		return err
	}
	parameters["id"], parameters["place"], parameters["home"] = string(k.ID), k.Place, string(k.Instrument)
	switch o {
	case graph.ByDate:
		parameters["rank"] = -dayNumber(k.Date)
	case graph.ByDateAsc:
		parameters["rank"] = lastDay
		if !k.Date.IsZero() {
			parameters["rank"] = dayNumber(k.Date)
		}
	case graph.ByCitedBy:
		parameters["rank"] = -k.Count
	}
	return nil
}

// lastDay is where an unknown day stands in the order from the earliest.
const lastDay = 99999999

// dayNumber returns 20230714 for 2023-07-14, 0 for the zero Date.
func dayNumber(d graph.Date) int {
	n, err := strconv.Atoi(strings.ReplaceAll(d.String(), "-", ""))
	if err != nil {
		return 0
	}
	return n
}

// Facets implements graph.Reader.
func (s *Store) Facets(ctx context.Context, r graph.FacetRequest) ([]graph.Facet, error) {
	if err := r.Check(); err != nil {
		return nil, err
	}
	counts := make(map[graph.FacetKey][]graph.FacetValue)
	add := func(values []any) {
		key, _ := values[0].(string)
		value, _ := values[1].(string)
		count, _ := values[2].(int64)
		value = graph.ID(value).Vocabulary()
		counts[graph.FacetKey(key)] = append(counts[graph.FacetKey(key)], graph.FacetValue{Value: value, Count: int(count)})
	}
	err := whole(ctx, func() error {
		clear(counts)
		switch {
		case len(r.Keys) == 0, r.Links == nil && asksElsewhere(&r.Nodes):
			return ctx.Err()
		case r.Links != nil:
			return s.facetLinks(ctx, r, add)
		default:
			return s.facetNodes(ctx, r, add)
		}
	})
	if err != nil {
		return nil, classify(ctx, "count facets", err)
	}
	facets := make([]graph.Facet, len(r.Keys))
	for i, key := range r.Keys {
		facets[i] = facetOf(key, slices.Clone(counts[key]))
	}
	return facets, nil
}

func (s *Store) facetLinks(ctx context.Context, r graph.FacetRequest, add func([]any)) error {
	parameters := linkParameters(r.Links)
	parameters["id"], parameters["keys"], parameters["incoming"] = string(r.ID), keysOf(r.Keys), r.Links.Direction == graph.In
	return s.read(ctx, readFacetLinks, filtered(parameters), func(record *neo4j.Record) error {
		add(record.Values[1:])
		return nil
	})
}

func (s *Store) facetNodes(ctx context.Context, r graph.FacetRequest, add func([]any)) error {
	parameters := nodeParameters(&r.Nodes)
	parameters["keys"], parameters["about"] = keysOf(r.Keys), true
	return s.read(ctx, readFacetNodes, filtered(parameters), func(record *neo4j.Record) error {
		add(record.Values[1:])
		return nil
	})
}

// keysOf returns the keys, each once.
func keysOf(keys []graph.FacetKey) any {
	sorted := slices.Clone(keys)
	slices.Sort(sorted)
	return textsOf(slices.Compact(sorted))
}

// facetOf sorts the counts and keeps what a facet has room for.
func facetOf(key graph.FacetKey, values []graph.FacetValue) graph.Facet {
	slices.SortFunc(values, func(a, b graph.FacetValue) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Value, b.Value)
	})
	f := graph.Facet{Key: key, Values: values}
	if len(values) > graph.MaxFacet {
		f.Values = values[:graph.MaxFacet]
		for _, rest := range values[graph.MaxFacet:] {
			f.Other += rest.Count
		}
	}
	return f
}
