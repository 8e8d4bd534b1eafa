package resolver_test

import (
	"context"
	"sync"

	"recital/graph"
)

// countingReader counts the calls to a reader.
type countingReader struct {
	graph.Reader
	mu    sync.Mutex
	calls map[string]int
}

func (r *countingReader) count(method string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.calls == nil {
		r.calls = make(map[string]int)
	}
	r.calls[method]++
}

func (r *countingReader) reset() {
	r.mu.Lock()
	defer r.mu.Unlock()
	clear(r.calls)
}

// total is all calls but those for the revision.
func (r *countingReader) total() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for _, calls := range r.calls {
		n += calls
	}
	return n
}

func (r *countingReader) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	r.count("Nodes")
	return r.Reader.Nodes(ctx, ids)
}

func (r *countingReader) Links(
	ctx context.Context, ids []graph.ID, filter graph.LinkFilter, page graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	r.count("Links")
	return r.Reader.Links(ctx, ids, filter, page)
}

func (r *countingReader) List(ctx context.Context, filter graph.NodeFilter, page graph.PageRequest) (graph.Page[graph.Node], error) {
	r.count("List")
	return r.Reader.List(ctx, filter, page)
}

func (r *countingReader) Search(ctx context.Context, query graph.TextQuery, page graph.PageRequest) (graph.Page[graph.Hit], error) {
	r.count("Search")
	return r.Reader.Search(ctx, query, page)
}

func (r *countingReader) Facets(ctx context.Context, request graph.FacetRequest) ([]graph.Facet, error) {
	r.count("Facets")
	return r.Reader.Facets(ctx, request)
}

// countingWalker counts the walks of a store, too.
type countingWalker struct {
	*countingReader
	walker graph.Walker
}

func (w countingWalker) Chain(ctx context.Context, request graph.ChainRequest) (graph.Subgraph, error) {
	w.count("Chain")
	return w.walker.Chain(ctx, request)
}

func (w countingWalker) Neighbourhood(ctx context.Context, request graph.NeighbourhoodRequest) (graph.Subgraph, error) {
	w.count("Neighbourhood")
	return w.walker.Neighbourhood(ctx, request)
}

func (w countingWalker) Paths(ctx context.Context, request graph.PathsRequest) (graph.PathSet, error) {
	w.count("Paths")
	return w.walker.Paths(ctx, request)
}

func (w countingWalker) Common(ctx context.Context, request graph.CommonRequest) (graph.SharedSet, error) {
	w.count("Common")
	return w.walker.Common(ctx, request)
}
