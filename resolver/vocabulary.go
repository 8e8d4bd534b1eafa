package resolver

import (
	"context"

	"recital/graph"
	"recital/resolver/internal/view"
)

// rightResolver answers the fields of Right that need the store.
type rightResolver struct{ *server }

// Basis implements the field of the schema.
func (r rightResolver) Basis(ctx context.Context, obj *graph.Right) ([]graph.Node, error) {
	nodes, err := loadsOf(ctx).nodes.many(ctx, obj.Basis)
	if err != nil {
		return nil, err
	}
	basis := []graph.Node{}
	for _, n := range nodes {
		if n != nil {
			basis = append(basis, n)
		}
	}
	return basis, nil
}

// NamedBy implements the field of the schema.
func (r rightResolver) NamedBy(
	ctx context.Context, obj *graph.Right, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Naming], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.Names, graph.In), paging{first, after, last, before}, naming(obj))
}

// actorResolver answers the fields of Actor that need the store.
type actorResolver struct{ *server }

// NamedBy implements the field of the schema.
func (r actorResolver) NamedBy(
	ctx context.Context, obj *graph.Actor, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Naming], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.Names, graph.In), paging{first, after, last, before}, naming(obj))
}

// Mandates implements the field of the schema.
func (r actorResolver) Mandates(
	ctx context.Context, obj *graph.Actor, filter *graph.NodeFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[graph.Mandate], error) {
	order := graph.ByDate
	q := nodeQuestion{graph.MandateNode, filterOr(filter), &order}
	q.filter.Addressees = []graph.ID{obj.ID}
	return ask[graph.Mandate](ctx, r.server, q, paging{first, after, last, before})
}

// provisionResolver answers the fields of Provision that need the store.
type provisionResolver struct{ *server }

// Instrument implements the field of the schema.
func (r provisionResolver) Instrument(ctx context.Context, obj *graph.Provision) (*graph.Instrument, error) {
	return loaded[graph.Instrument](ctx, obj.ID.Instrument())
}

// CitedBy implements the field of the schema.
func (r provisionResolver) CitedBy(
	ctx context.Context, obj *graph.Provision, filter *graph.LinkFilter,
	first *int, after *graph.Cursor, last *int, before *graph.Cursor,
) (*view.Connection[view.Pinpoint], error) {
	return linksOf(ctx, obj.ID, linkFilter(filter, graph.Pinpoints, graph.In), paging{first, after, last, before}, pinpoint(obj))
}
