package export

import (
	"context"
	"fmt"
	"iter"

	"recital/graph"
)

// selected is the chosen part of a graph. Every sequence ends with its first error.
type selected struct {
	reader graph.Reader
	ids    []graph.ID // nil is all
	// passes lets links between two of the instruments through; nil lets all.
	passes func(from, to graph.ID) bool
	// truncated: there was more than is taken.
	truncated bool
}

// of finds the instruments of the selection.
func (s Selection) of(ctx context.Context, reader graph.Reader) (selected, error) {
	chosen := 0
	for _, part := range []bool{s.Chain != nil, s.Search != nil, s.List != nil} {
		if part {
			chosen++
		}
	}
	switch {
	case chosen > 1:
		return selected{}, fmt.Errorf("%d selections: %w: choose one", chosen, graph.ErrBadRequest)
	case s.Chain != nil:
		return ofChain(ctx, reader, *s.Chain)
	case s.Search != nil:
		return ofSearch(ctx, reader, *s.Search)
	case s.List != nil:
		return ofList(ctx, reader, *s.List)
	default:
		return selected{reader: reader}, nil
	}
}

// pair is the ends of a link between instruments.
type pair struct{ from, to graph.ID }

func ofChain(ctx context.Context, reader graph.Reader, request graph.ChainRequest) (selected, error) {
	found, err := graph.Chain(ctx, reader, request)
	if err != nil {
		return selected{}, err
	}
	ids := make([]graph.ID, 0, len(found.Steps))
	for _, step := range found.Steps {
		ids = append(ids, step.Node.ID)
	}
	links := make(map[pair]bool, len(found.Links))
	for _, l := range found.Links {
		links[pair{l.From, l.To}] = true
	}
	return selected{reader, ids, func(from, to graph.ID) bool { return links[pair{from, to}] }, found.Truncated}, nil
}

func ofSearch(ctx context.Context, reader graph.Reader, query graph.TextQuery) (selected, error) {
	ids := []graph.ID{}
	found := make(map[graph.ID]bool)
	request := graph.PageRequest{First: graph.MaxPage}
	more := false
	for range MaxFound / graph.MaxPage {
		page, err := reader.Search(ctx, query, request)
		if err != nil {
			return selected{}, err
		}
		for _, hit := range page.Items() {
			instrument := hit.Source
			if i, ok := hit.Node.(*graph.Instrument); ok {
				instrument = i
			}
			if instrument != nil && !found[instrument.ID] {
				found[instrument.ID] = true
				ids = append(ids, instrument.ID)
			}
		}
		if more = page.HasNext; !more {
			break
		}
		request.After = page.Edges[len(page.Edges)-1].Cursor
	}
	return selected{reader, ids, func(from, to graph.ID) bool { return found[from] && found[to] }, more}, nil
}

// ofList takes the instruments that the filter lets through. Their ids are kept, since a link is of the selection where both its ends are.
func ofList(ctx context.Context, reader graph.Reader, filter graph.NodeFilter) (selected, error) {
	filter.Kind = graph.InstrumentNode
	ids := []graph.ID{}
	found := make(map[graph.ID]bool)
	for nodes, err := range pages(ctx, reader, filter) {
		if err != nil {
			return selected{}, err
		}
		for _, n := range nodes {
			found[n.NodeID()] = true
			ids = append(ids, n.NodeID())
		}
	}
	return selected{reader, ids, func(from, to graph.ID) bool { return found[from] && found[to] }, false}, nil
}

// batches gives the instruments some at a time.
func (s selected) batches(ctx context.Context) iter.Seq2[[]*graph.Instrument, error] {
	if s.ids == nil {
		return func(yield func([]*graph.Instrument, error) bool) {
			for nodes, err := range s.list(ctx, graph.InstrumentNode) {
				if !yield(instruments(nodes), err) || err != nil {
					return
				}
			}
		}
	}
	return func(yield func([]*graph.Instrument, error) bool) {
		for at := 0; at < len(s.ids); at += graph.MaxPage {
			nodes, err := s.reader.Nodes(ctx, s.ids[at:min(at+graph.MaxPage, len(s.ids))])
			if !yield(instruments(nodes), err) || err != nil {
				return
			}
		}
	}
}

// list gives all nodes of a kind, a page at a time.
func (s selected) list(ctx context.Context, kind graph.NodeKind) iter.Seq2[[]graph.Node, error] {
	return pages(ctx, s.reader, graph.NodeFilter{Kind: kind})
}

func pages(ctx context.Context, reader graph.Reader, filter graph.NodeFilter) iter.Seq2[[]graph.Node, error] {
	return func(yield func([]graph.Node, error) bool) {
		request := graph.PageRequest{First: graph.MaxPage}
		for {
			page, err := reader.List(ctx, filter, request)
			if !yield(page.Items(), err) || err != nil || !page.HasNext {
				return
			}
			request.After = page.Edges[len(page.Edges)-1].Cursor
		}
	}
}

func instruments(nodes []graph.Node) []*graph.Instrument {
	list := make([]*graph.Instrument, 0, len(nodes))
	for _, n := range nodes {
		if i, ok := n.(*graph.Instrument); ok {
			list = append(list, i)
		}
	}
	return list
}

// instruments gives them one by one.
func (s selected) instruments(ctx context.Context) iter.Seq2[*graph.Instrument, error] {
	return func(yield func(*graph.Instrument, error) bool) {
		for batch, err := range s.batches(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			for _, i := range batch {
				if !yield(i, nil) {
					return
				}
			}
		}
	}
}

// links gives the links that start at the instruments and pass, instrument by instrument in the order of their texts.
func (s selected) links(ctx context.Context, types ...graph.LinkType) iter.Seq2[*graph.LinkView, error] {
	return func(yield func(*graph.LinkView, error) bool) {
		for batch, err := range s.batches(ctx) {
			if err != nil {
				yield(nil, err)
				return
			}
			ids := make([]graph.ID, 0, len(batch))
			for _, i := range batch {
				ids = append(ids, i.ID)
			}
			for l, err := range s.linksOf(ctx, ids, graph.LinkFilter{Types: types}) {
				if err == nil && s.passes != nil && betweenInstruments(l.Type) && !s.passes(l.From.Instrument(), l.To) {
					continue
				}
				if !yield(l, err) || err != nil {
					return
				}
			}
		}
	}
}

func betweenInstruments(t graph.LinkType) bool { return t == graph.Cites || t == graph.RestsOn }

// linksOf gives all links of the nodes, node by node: the first pages in one call, then the rest of those that have more.
func (s selected) linksOf(ctx context.Context, ids []graph.ID, filter graph.LinkFilter) iter.Seq2[*graph.LinkView, error] {
	return func(yield func(*graph.LinkView, error) bool) {
		if len(ids) == 0 {
			return
		}
		pages, err := s.reader.Links(ctx, ids, filter, graph.PageRequest{First: graph.MaxPage})
		if err != nil {
			yield(nil, err)
			return
		}
		for i, page := range pages {
			for {
				for j := range page.Edges {
					if !yield(&page.Edges[j].Node, nil) {
						return
					}
				}
				if !page.HasNext {
					break
				}
				next := graph.PageRequest{First: graph.MaxPage, After: page.Edges[len(page.Edges)-1].Cursor}
				more, err := s.reader.Links(ctx, ids[i:i+1], filter, next)
				if err != nil {
					yield(nil, err)
					return
				}
				page = more[0]
			}
		}
	}
}
