package resolver

import (
	"context"
	"slices"
	"strconv"

	"recital/graph"
	"recital/resolver/internal/view"
)

// instrumentResolver answers the fields of Instrument that need the store.
type instrumentResolver struct{ *server }

// AdoptedBy implements the field of the schema.
func (r instrumentResolver) AdoptedBy(ctx context.Context, obj *graph.Instrument) (*graph.Actor, error) {
	if obj.Body == "" {
		return nil, nil // null is the answer: the organ is not known
	}
	return loaded[graph.Actor](ctx, obj.Body.Actor())
}

// URL implements the field of the schema.
func (r instrumentResolver) URL(_ context.Context, obj *graph.Instrument) (*string, error) {
	address := obj.Symbol.URL()
	if address == "" {
		return nil, nil // null is the answer: the United Nations have no document of such a symbol
	}
	return &address, nil
}

// HeldIn implements the field of the schema.
func (r instrumentResolver) HeldIn(ctx context.Context, obj *graph.Instrument) (*graph.Instrument, error) {
	if obj.Held || obj.Symbol.IsZero() {
		return nil, nil // null is the answer: it is held itself, or nothing can be known to hold it
	}
	nodes, err := loadsOf(ctx).nodes.many(ctx, []graph.ID{obj.Symbol.ID(), obj.Symbol.Base().ID()})
	if err != nil {
		return nil, err
	}
	for _, node := range nodes {
		if text := as[graph.Instrument](node); text != nil && text.Held {
			return text, nil
		}
	}
	return nil, nil
}

// Paragraphs implements the field of the schema. The plain list is one of links, which the entries of a list share a call for; a
// filtered one is a list of nodes.
func (r instrumentResolver) Paragraphs(
	ctx context.Context, obj *graph.Instrument, filter *graph.NodeFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Paragraph], error) {
	p := paging{first, after, last, before}
	if filter == nil {
		return parts[graph.Paragraph](ctx, obj.ID, graph.ParagraphNode, p)
	}
	return r.textParts(ctx, obj, filter, p)
}

// parts answers the parts of one kind of an instrument, in reading order.
func parts[T any](ctx context.Context, id graph.ID, kind graph.NodeKind, p paging) (*view.Connection[T], error) {
	f := graph.LinkFilter{Types: []graph.LinkType{graph.PartOf}, Direction: graph.In, FarNodes: []graph.NodeKind{kind}}
	return linksOf(ctx, id, f, p, func(l *graph.LinkView) *T { return as[T](l.Far) })
}

func (r instrumentResolver) textParts(
	ctx context.Context, obj *graph.Instrument, filter *graph.NodeFilter, p paging,
) (*view.Connection[graph.Paragraph], error) {
	return ask[graph.Paragraph](ctx, r.server, within(obj, graph.ParagraphNode, filter), p)
}

// within asks for nodes of one kind that are part of the instrument, in reading order.
func within(obj *graph.Instrument, kind graph.NodeKind, filter *graph.NodeFilter) nodeQuestion {
	order := graph.ByText
	q := nodeQuestion{kind, filterOr(filter), &order}
	q.filter.PartOf = obj.ID
	return q
}

// Paragraph implements the field of the schema.
func (r instrumentResolver) Paragraph(ctx context.Context, obj *graph.Instrument, place string) (*graph.Paragraph, error) {
	return loaded[graph.Paragraph](ctx, obj.ID.At(place))
}

// Provisions implements the field of the schema.
func (r instrumentResolver) Provisions(
	ctx context.Context, obj *graph.Instrument, first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Provision], error) {
	return parts[graph.Provision](ctx, obj.ID, graph.ProvisionNode, paging{first, after, last, before})
}

// Cites implements the field of the schema.
func (r instrumentResolver) Cites(
	ctx context.Context, obj *graph.Instrument, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Citation], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.Cites, graph.Out), paging{first, after, last, before}, citation(nil))
}

// CitedBy implements the field of the schema.
func (r instrumentResolver) CitedBy(
	ctx context.Context, obj *graph.Instrument, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Citation], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.Cites, graph.In), paging{first, after, last, before}, citation(obj))
}

// RestsOn implements the field of the schema.
func (r instrumentResolver) RestsOn(
	ctx context.Context, obj *graph.Instrument, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Reliance], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.RestsOn, graph.Out), paging{first, after, last, before}, reliance(nil))
}

// ReliedOnBy implements the field of the schema.
func (r instrumentResolver) ReliedOnBy(
	ctx context.Context, obj *graph.Instrument, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Reliance], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.RestsOn, graph.In), paging{first, after, last, before}, reliance(obj))
}

// Timeline implements the field of the schema.
func (r instrumentResolver) Timeline(ctx context.Context, obj *graph.Instrument, filter *graph.LinkFilter) ([]*view.YearCount, error) {
	links := linkFilter(filter, graph.Cites, graph.In)
	if err := checkLinkFilter(&links); err != nil {
		return nil, err
	}
	counted, err := r.reader.Facets(ctx, graph.FacetRequest{ID: obj.ID, Links: &links, Keys: []graph.FacetKey{graph.FacetYear}})
	if err != nil {
		return nil, err
	}
	years := []*view.YearCount{}
	for _, facet := range counted {
		for _, v := range facet.Values {
			year, err := strconv.Atoi(v.Value)
			if err != nil {
				return nil, err
			}
			years = append(years, &view.YearCount{Year: year, Count: v.Count})
		}
	}
	slices.SortFunc(years, func(a, b *view.YearCount) int { return a.Year - b.Year })
	return years, nil
}

// Rights implements the field of the schema.
func (r instrumentResolver) Rights(
	ctx context.Context, obj *graph.Instrument, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Naming], error) {
	return named(ctx, obj.ID, filter, graph.RightNode, paging{first, after, last, before})
}

// Actors implements the field of the schema.
func (r instrumentResolver) Actors(
	ctx context.Context, obj *graph.Instrument, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Naming], error) {
	return named(ctx, obj.ID, filter, graph.ActorNode, paging{first, after, last, before})
}

// Mandates implements the field of the schema.
func (r instrumentResolver) Mandates(
	ctx context.Context, obj *graph.Instrument, filter *graph.NodeFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Mandate], error) {
	return ask[graph.Mandate](ctx, r.server, within(obj, graph.MandateNode, filter), paging{first, after, last, before})
}

// Mentions implements the field of the schema.
func (r instrumentResolver) Mentions(
	ctx context.Context, obj *graph.Instrument, filter *graph.NodeFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Mention], error) {
	return ask[graph.Mention](ctx, r.server, within(obj, graph.MentionNode, filter), paging{first, after, last, before})
}
