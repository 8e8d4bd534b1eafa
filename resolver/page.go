package resolver

import (
	"context"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"recital/graph"
	"recital/resolver/internal/scalar"
	"recital/resolver/internal/view"
)

// paging is the four arguments of every connection, as they came.
type paging struct {
	first  *int
	after  *graph.Cursor
	last   *int
	before *graph.Cursor
}

// request is the store's request for the page. An empty page (first or last of 0) is asked for with one entry, which clip then drops:
// the domain's 0 is "not said".
func (p paging) request(counted bool) (graph.PageRequest, error) {
	var r graph.PageRequest
	if p.first != nil && p.last != nil {
		return r, &pageError{"first and last cannot be used together: first reads from the start, last from the end"}
	}
	if (p.first != nil || given(p.after)) && (p.last != nil || given(p.before)) {
		return r, &pageError{"a page is read one way: first with after, or last with before"}
	}
	for _, n := range []*int{p.first, p.last} {
		switch {
		case n == nil:
		case *n < 0:
			return r, &pageError{fmt.Sprintf("a page of %d entries cannot be read: ask for 0 to %d", *n, graph.MaxPage)}
		case *n > graph.MaxPage:
			return r, &pageSizeError{*n}
		}
	}
	if p.first != nil {
		r.First = max(*p.first, 1)
	}
	if p.last != nil {
		r.Last = max(*p.last, 1)
	}
	if p.after != nil {
		r.After = *p.after
	}
	if p.before != nil {
		r.Before = *p.before
	}
	r.Total = counted
	return r, nil
}

// given reports whether a cursor says something: an empty one is the list's end.
func given(c *graph.Cursor) bool { return c != nil && *c != "" }

// empty reports whether the page is to have no entries.
func (p paging) empty() bool {
	return p.first != nil && *p.first == 0 || p.last != nil && *p.last == 0
}

// clip drops the entry of a page that is to be empty.
func clip[T any](p paging, page graph.Page[T]) graph.Page[T] {
	if !p.empty() || len(page.Edges) == 0 {
		return page
	}
	page.Edges = nil
	if p.first != nil {
		page.HasNext = true
	} else {
		page.HasPrevious = true
	}
	return page
}

// selects reports whether the field being resolved is asked for the field with the name.
func selects(ctx context.Context, name string) bool {
	if !graphql.HasOperationContext(ctx) || graphql.GetFieldContext(ctx) == nil {
		return false
	}
	return has(ctx, graphql.GetFieldContext(ctx).Field.Selections, name)
}

// has reports whether a selection has the field with the name.
func has(ctx context.Context, set ast.SelectionSet, name string) bool {
	for _, field := range scalar.Fields(ctx, graphql.GetOperationContext(ctx), set, nil) {
		if field.Name == name {
			return true
		}
	}
	return false
}

// nodesBy answers a connection of nodes of one kind.
func nodesBy[T any](ctx context.Context, reader graph.Reader, filter graph.NodeFilter, p paging) (*view.Connection[T], error) {
	request, err := p.request(selects(ctx, "totalCount"))
	if err != nil {
		return nil, err
	}
	page, err := reader.List(ctx, filter, request)
	if err != nil {
		return nil, err
	}
	return view.Of(clip(p, page), nodeList{reader, filter}, func(n *graph.Node) *T { return as[T](*n) }), nil
}

// linksOf answers a connection of a node's links.
func linksOf[T any](
	ctx context.Context, id graph.ID, filter graph.LinkFilter, p paging, turn func(*graph.LinkView) *T,
) (*view.Connection[T], error) {
	request, err := p.request(selects(ctx, "totalCount"))
	if err != nil {
		return nil, err
	}
	if err := checkLinkFilter(&filter); err != nil {
		return nil, err
	}
	request.Parts = partsOf(ctx, &filter)
	l := loadsOf(ctx)
	page, err := l.page(ctx, id, filter, request)
	if err != nil {
		return nil, err
	}
	return view.Of(clip(p, page), linkList{l.reader, id, filter}, turn), nil
}

// as is the node as its own type; nil for another type.
func as[T any](n graph.Node) *T {
	t, _ := any(n).(*T)
	return t
}
