package resolver

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"recital/graph"
)

// meteredReader counts and times the calls to a reader, and makes them spans of the request's trace.
type meteredReader struct {
	reader  graph.Reader
	metrics *metrics
	timers  map[string]prometheus.Observer
}

// meteredWalker is a meteredReader of a reader that walks by itself.
type meteredWalker struct {
	meteredReader
	walker graph.Walker
}

var methods = [...]string{"Nodes", "Links", "List", "Search", "Facets", "Stats", "Chain", "Neighbourhood", "Paths", "Common"}

// metered wraps a reader. What the reader offers beyond graph.Reader is offered still.
func metered(reader graph.Reader, m *metrics) graph.Reader {
	r := meteredReader{reader, m, make(map[string]prometheus.Observer, len(methods))}
	for _, method := range methods {
		r.timers[method] = m.store.WithLabelValues(method)
	}
	if walker, ok := reader.(graph.Walker); ok {
		return meteredWalker{r, walker}
	}
	return r
}

// call runs one call to the store.
func call[T any](ctx context.Context, r *meteredReader, method string, do func(context.Context) (T, error)) (T, error) {
	var span trace.Span
	if parent := trace.SpanFromContext(ctx); parent.IsRecording() {
		ctx, span = parent.TracerProvider().Tracer(tracerName).Start(ctx, "store "+method)
		defer span.End()
	}
	start := time.Now()
	answer, err := do(ctx)
	r.timers[method].Observe(time.Since(start).Seconds())
	if err != nil {
		r.metrics.failures.WithLabelValues(method).Inc()
		if span != nil {
			span.SetStatus(codes.Error, method)
		}
	}
	return answer, err
}

// Nodes implements [graph.Reader].
func (r meteredReader) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	return call(ctx, &r, "Nodes", func(ctx context.Context) ([]graph.Node, error) { return r.reader.Nodes(ctx, ids) })
}

// Links implements [graph.Reader].
func (r meteredReader) Links(
	ctx context.Context, ids []graph.ID, filter graph.LinkFilter, page graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	return call(ctx, &r, "Links", func(ctx context.Context) ([]graph.Page[graph.LinkView], error) {
		return r.reader.Links(ctx, ids, filter, page)
	})
}

// List implements [graph.Reader].
func (r meteredReader) List(ctx context.Context, filter graph.NodeFilter, page graph.PageRequest) (graph.Page[graph.Node], error) {
	return call(ctx, &r, "List", func(ctx context.Context) (graph.Page[graph.Node], error) { return r.reader.List(ctx, filter, page) })
}

// Search implements [graph.Reader].
func (r meteredReader) Search(ctx context.Context, query graph.TextQuery, page graph.PageRequest) (graph.Page[graph.Hit], error) {
	return call(ctx, &r, "Search", func(ctx context.Context) (graph.Page[graph.Hit], error) { return r.reader.Search(ctx, query, page) })
}

// Facets implements [graph.Reader].
func (r meteredReader) Facets(ctx context.Context, request graph.FacetRequest) ([]graph.Facet, error) {
	return call(ctx, &r, "Facets", func(ctx context.Context) ([]graph.Facet, error) { return r.reader.Facets(ctx, request) })
}

// Stats implements [graph.Reader].
func (r meteredReader) Stats(ctx context.Context) (graph.Stats, error) {
	return call(ctx, &r, "Stats", r.reader.Stats)
}

// Chain implements [graph.Walker].
func (w meteredWalker) Chain(ctx context.Context, request graph.ChainRequest) (graph.Subgraph, error) {
	return call(ctx, &w.meteredReader, "Chain", func(ctx context.Context) (graph.Subgraph, error) { return w.walker.Chain(ctx, request) })
}

// Neighbourhood implements [graph.Walker].
func (w meteredWalker) Neighbourhood(ctx context.Context, request graph.NeighbourhoodRequest) (graph.Subgraph, error) {
	return call(ctx, &w.meteredReader, "Neighbourhood", func(ctx context.Context) (graph.Subgraph, error) {
		return w.walker.Neighbourhood(ctx, request)
	})
}

// Paths implements [graph.Walker].
func (w meteredWalker) Paths(ctx context.Context, request graph.PathsRequest) (graph.PathSet, error) {
	return call(ctx, &w.meteredReader, "Paths", func(ctx context.Context) (graph.PathSet, error) { return w.walker.Paths(ctx, request) })
}

// Common implements [graph.Walker].
func (w meteredWalker) Common(ctx context.Context, request graph.CommonRequest) (graph.SharedSet, error) {
	return call(ctx, &w.meteredReader, "Common", func(ctx context.Context) (graph.SharedSet, error) { return w.walker.Common(ctx, request) })
}
