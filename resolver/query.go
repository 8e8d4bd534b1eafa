package resolver

import (
	"context"

	"recital/graph"
	"recital/resolver/internal/view"
)

// queryResolver answers the fields of Query; those that walk are in walk.go.
type queryResolver struct{ *server }

// Node implements the field of the schema.
func (r queryResolver) Node(ctx context.Context, id graph.ID) (graph.Node, error) {
	if instrument, err := ahead(ctx, id, graph.LinkAlone); err != nil || instrument != nil {
		return instrument, err
	}
	nodes, err := r.reader.Nodes(ctx, []graph.ID{id})
	if err != nil {
		return nil, err
	}
	return nodes[0], nil
}

// Nodes implements the field of the schema.
func (r queryResolver) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	if err := atMost("nodes", len(ids), graph.MaxPage); err != nil {
		return nil, err
	}
	return r.reader.Nodes(ctx, ids)
}

// atMost reports whether a list in an argument is within its cap.
func atMost(what string, n, limit int) error {
	if n > limit {
		return &tooManyError{what, n, limit}
	}
	return nil
}

// longestText bounds what people write to look for something, in bytes: the longest titles have some 500.
const longestText = 1000

// Resolution implements the field of the schema.
func (r queryResolver) Resolution(ctx context.Context, symbol string) (*graph.Instrument, error) {
	return r.oneAhead(ctx, symbol, graph.SourceOutline, isResolution)
}

// Instrument implements the field of the schema.
func (r queryResolver) Instrument(ctx context.Context, symbol string) (*graph.Instrument, error) {
	return r.oneAhead(ctx, symbol, graph.LinkAlone, anyInstrument)
}

// oneAhead is oneOf for a field: what is named by its id may be read together with its links. Looks is what fits looks at.
func (r queryResolver) oneAhead(
	ctx context.Context, symbol string, looks graph.LinkParts, fits func(*graph.Instrument) bool,
) (*graph.Instrument, error) {
	instrument, err := ahead(ctx, graph.ID(symbol), looks)
	if err != nil || instrument != nil && fits(instrument) {
		return instrument, err
	}
	return oneOf(ctx, r.reader, symbol, fits)
}

// Find implements the field of the schema.
func (r queryResolver) Find(ctx context.Context, text string) (*view.Reading, error) {
	found, err := find(ctx, r.reader, text)
	if err != nil {
		return nil, err
	}
	return &view.Reading{Text: text, Candidates: found[:min(len(found), graph.MaxPage)]}, nil
}

// Citation implements the field of the schema.
func (r queryResolver) Citation(ctx context.Context, id graph.ID) (*view.Citation, error) {
	paragraph, order, target, ok := view.ParseCitationID(id)
	if !ok {
		return nil, nil // null is the answer: no citation has the id
	}
	all, err := allLinks(ctx, r.reader, []graph.ID{paragraph}, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}})
	if err != nil {
		return nil, err
	}
	for i := range all[0] {
		if l := &all[0][i]; l.Order == order && l.To == target {
			return citation(nil)(l), nil
		}
	}
	return nil, nil // null is the answer: no citation has the id
}

// Instruments implements the field of the schema.
func (r queryResolver) Instruments(
	ctx context.Context, filter *graph.NodeFilter, orderBy *graph.NodeOrder,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Instrument], error) {
	return ask[graph.Instrument](ctx, r.server, nodeQuestion{graph.InstrumentNode, filter, orderBy}, paging{first, after, last, before})
}

// RedLinks implements the field of the schema.
func (r queryResolver) RedLinks(
	ctx context.Context, filter *graph.NodeFilter, first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Instrument], error) {
	order := graph.ByCitedBy
	question := nodeQuestion{graph.InstrumentNode, filterOr(filter), &order}
	question.filter.Holding = graph.RedLinks
	return ask[graph.Instrument](ctx, r.server, question, paging{first, after, last, before})
}

// Paragraphs implements the field of the schema.
func (r queryResolver) Paragraphs(
	ctx context.Context, filter *graph.NodeFilter, orderBy *graph.NodeOrder,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Paragraph], error) {
	return ask[graph.Paragraph](ctx, r.server, nodeQuestion{graph.ParagraphNode, filter, orderBy}, paging{first, after, last, before})
}

// Findings implements the field of the schema.
func (r queryResolver) Findings(
	ctx context.Context, filter *graph.NodeFilter, first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Paragraph], error) {
	order := graph.ByText
	question := nodeQuestion{graph.ParagraphNode, filterOr(filter), &order}
	question.filter.Findings = true
	return ask[graph.Paragraph](ctx, r.server, question, paging{first, after, last, before})
}

// Mentions implements the field of the schema.
func (r queryResolver) Mentions(
	ctx context.Context, filter *graph.NodeFilter, orderBy *graph.NodeOrder,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Mention], error) {
	return ask[graph.Mention](ctx, r.server, nodeQuestion{graph.MentionNode, filter, orderBy}, paging{first, after, last, before})
}

// Mandates implements the field of the schema.
func (r queryResolver) Mandates(
	ctx context.Context, filter *graph.NodeFilter, orderBy *graph.NodeOrder,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Mandate], error) {
	return ask[graph.Mandate](ctx, r.server, nodeQuestion{graph.MandateNode, filter, orderBy}, paging{first, after, last, before})
}

// Rights implements the field of the schema.
func (r queryResolver) Rights(
	ctx context.Context, orderBy *graph.NodeOrder, first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Right], error) {
	return ask[graph.Right](ctx, r.server, nodeQuestion{kind: graph.RightNode, order: orderBy}, paging{first, after, last, before})
}

// Actors implements the field of the schema.
func (r queryResolver) Actors(
	ctx context.Context, orderBy *graph.NodeOrder, first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Actor], error) {
	return ask[graph.Actor](ctx, r.server, nodeQuestion{kind: graph.ActorNode, order: orderBy}, paging{first, after, last, before})
}

// Search implements the field of the schema.
func (r queryResolver) Search(
	ctx context.Context, text string, filter *graph.TextQuery, first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Hit], error) {
	if len(text) > longestText {
		return nil, &tooLongError{"the text of a search", len(text), longestText}
	}
	p := paging{first, after, last, before}
	request, err := p.request(selects(ctx, "totalCount"))
	if err != nil {
		return nil, err
	}
	var query graph.TextQuery
	if filter != nil {
		query = *filter
	}
	query.Text = text
	if err := checkTextQuery(&query); err != nil {
		return nil, err
	}
	page, err := r.reader.Search(ctx, query, request)
	if err != nil {
		return nil, err
	}
	return view.Of(clip(p, page), hitList{r.reader, query}, func(h *graph.Hit) *view.Hit { return &view.Hit{Hit: *h} }), nil
}

// Stats implements the field of the schema.
func (r queryResolver) Stats(ctx context.Context) (*view.Stats, error) {
	stats, err := r.reader.Stats(ctx)
	if err != nil {
		return nil, err
	}
	return &view.Stats{Stats: stats}, nil
}

// nodeQuestion asks for a list of nodes.
type nodeQuestion struct {
	kind   graph.NodeKind
	filter *graph.NodeFilter // nil lets all through
	order  *graph.NodeOrder  // nil is by id
}

// ask answers a nodeQuestion.
func ask[T any](ctx context.Context, s *server, q nodeQuestion, p paging) (*view.Connection[T], error) {
	filter := filterOr(q.filter)
	filter.Kind = q.kind
	if q.order != nil {
		filter.Order = *q.order
	}
	if err := canonical(ctx, s.reader, filter); err != nil {
		return nil, err
	}
	return nodesBy[T](ctx, s.reader, *filter, p)
}

// filterOr is a copy of the filter, or the empty one.
func filterOr(filter *graph.NodeFilter) *graph.NodeFilter {
	if filter == nil {
		return &graph.NodeFilter{}
	}
	c := *filter
	return &c
}

// canonical checks the filter, and replaces symbols in any spelling, aliases and names by the ids that the graph knows the instruments by.
// What it does not know stays, and lets nothing through.
func canonical(ctx context.Context, reader graph.Reader, filter *graph.NodeFilter) error {
	if err := checkNodeFilter(filter); err != nil {
		return err
	}
	ids := append([]graph.ID{}, filter.Cites...)
	if filter.PartOf != "" {
		ids = append(ids, filter.PartOf)
	}
	if len(ids) == 0 {
		return nil
	}
	nodes, err := reader.Nodes(ctx, ids)
	if err != nil {
		return err
	}
	for i, node := range nodes {
		if node != nil {
			ids[i] = node.NodeID()
			continue
		}
		found, err := oneOf(ctx, reader, string(ids[i]), anyInstrument)
		if err != nil {
			return err
		}
		if found != nil {
			ids[i] = found.ID
		}
	}
	if filter.PartOf != "" {
		filter.PartOf = ids[len(ids)-1]
	}
	filter.Cites = ids[:len(filter.Cites)]
	return nil
}
