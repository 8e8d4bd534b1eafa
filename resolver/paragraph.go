package resolver

import (
	"context"

	"recital/graph"
	"recital/resolver/internal/view"
)

// paragraphResolver answers the fields of Paragraph that need the store.
type paragraphResolver struct{ *server }

// Instrument implements the field of the schema.
func (r paragraphResolver) Instrument(ctx context.Context, obj *graph.Paragraph) (*graph.Instrument, error) {
	return loaded[graph.Instrument](ctx, obj.ID.Instrument())
}

// Cites implements the field of the schema.
func (r paragraphResolver) Cites(
	ctx context.Context, obj *graph.Paragraph, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Citation], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.Cites, graph.Out), paging{first, after, last, before}, citation(nil))
}

// Pinpoints implements the field of the schema.
func (r paragraphResolver) Pinpoints(
	ctx context.Context, obj *graph.Paragraph, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Pinpoint], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.Pinpoints, graph.Out), paging{first, after, last, before}, pinpoint(nil))
}

// Rights implements the field of the schema.
func (r paragraphResolver) Rights(
	ctx context.Context, obj *graph.Paragraph, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Naming], error) {
	return named(ctx, obj.ID, filter, graph.RightNode, paging{first, after, last, before})
}

// Actors implements the field of the schema.
func (r paragraphResolver) Actors(
	ctx context.Context, obj *graph.Paragraph, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Naming], error) {
	return named(ctx, obj.ID, filter, graph.ActorNode, paging{first, after, last, before})
}

// Mandates implements the field of the schema.
func (r paragraphResolver) Mandates(ctx context.Context, obj *graph.Paragraph) ([]*graph.Mandate, error) {
	return inParagraph[graph.Mandate](ctx, obj.ID, graph.MandateNode)
}

// Mentions implements the field of the schema.
func (r paragraphResolver) Mentions(ctx context.Context, obj *graph.Paragraph) ([]*graph.Mention, error) {
	return inParagraph[graph.Mention](ctx, obj.ID, graph.MentionNode)
}

// inParagraph is the parts of one kind of a paragraph, in reading order.
func inParagraph[T any](ctx context.Context, id graph.ID, kind graph.NodeKind) ([]*T, error) {
	f := graph.LinkFilter{Types: []graph.LinkType{graph.PartOf}, Direction: graph.In, FarNodes: []graph.NodeKind{kind}}
	// Mandates and mentions are whole without being asked for.
	page, err := loadsOf(ctx).page(ctx, id, f, graph.PageRequest{First: graph.MaxPage, Parts: graph.LinkAlone})
	if err != nil {
		return nil, err
	}
	parts := []*T{}
	for _, l := range page.Items() {
		parts = append(parts, as[T](l.Far))
	}
	return parts, nil
}
