package resolver

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vikstrous/dataloadgen"

	"recital/graph"
)

// loads gathers what the fields of one request ask the store for: fields of a list's entries that ask alike share one call.
// One per request, in its context; safe for concurrent use.
type loads struct {
	reader graph.Reader
	wait   time.Duration // how long a call waits for more of its kind

	mu        sync.Mutex
	nodes     *dataloadgen.Loader[graph.ID, graph.Node]
	links     map[string]*dataloadgen.Loader[graph.ID, graph.Page[graph.LinkView]] // by filter and page
	citations *dataloadgen.Loader[graph.ID, []graph.LinkView]
	sessions  map[graph.Body]func() (int, error)
}

type loadsKey struct{}

func withLoads(ctx context.Context, reader graph.Reader, wait time.Duration) context.Context {
	return context.WithValue(ctx, loadsKey{}, &loads{
		reader:   reader,
		wait:     wait,
		links:    make(map[string]*dataloadgen.Loader[graph.ID, graph.Page[graph.LinkView]]),
		sessions: make(map[graph.Body]func() (int, error)),
	})
}

// loadsOf returns the request's loads; every request has them.
func loadsOf(ctx context.Context) *loads {
	l, ok := ctx.Value(loadsKey{}).(*loads)
	if !ok {
		panic("resolver: a field is resolved outside a request")
	}
	return l
}

// alone reports whether the field is not of a list's entry: then there is nothing to wait for.
func alone(ctx context.Context) bool {
	for field := graphql.GetFieldContext(ctx); field != nil; field = field.Parent {
		if field.Index != nil {
			return false
		}
	}
	return true
}

// node returns one node; nil where the id is unknown.
func (l *loads) node(ctx context.Context, id graph.ID) (graph.Node, error) {
	if alone(ctx) {
		nodes, err := l.reader.Nodes(ctx, []graph.ID{id})
		if err != nil {
			return nil, err
		}
		return nodes[0], nil
	}
	return l.nodeLoader().Load(ctx, id)
}

// nodesOf returns many nodes at their places; nil where an id is unknown.
func (l *loads) nodesOf(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if alone(ctx) {
		return l.reader.Nodes(ctx, ids)
	}
	return l.nodeLoader().LoadAll(ctx, ids)
}

func (l *loads) nodeLoader() *dataloadgen.Loader[graph.ID, graph.Node] {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.nodes == nil {
		l.nodes = dataloadgen.NewLoader(func(ctx context.Context, ids []graph.ID) ([]graph.Node, []error) {
			nodes, err := l.reader.Nodes(ctx, ids)
			return nodes, once(err)
		}, dataloadgen.WithWait(l.wait), dataloadgen.WithBatchCapacity(graph.MaxBatch))
	}
	return l.nodes
}

// page returns one page of a node's links.
func (l *loads) page(ctx context.Context, id graph.ID, filter graph.LinkFilter, page graph.PageRequest) (graph.Page[graph.LinkView], error) {
	if alone(ctx) {
		pages, err := l.reader.Links(ctx, []graph.ID{id}, filter, page)
		if err != nil {
			return graph.Page[graph.LinkView]{}, err
		}
		return pages[0], nil
	}
	return l.linkLoader(filter, page).Load(ctx, id)
}

// pagesOf returns one page of links for each id.
func (l *loads) pagesOf(
	ctx context.Context, ids []graph.ID, filter graph.LinkFilter, page graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	if len(ids) == 0 {
		return nil, nil
	}
	if alone(ctx) {
		return l.reader.Links(ctx, ids, filter, page)
	}
	return l.linkLoader(filter, page).LoadAll(ctx, ids)
}

func (l *loads) linkLoader(
	filter graph.LinkFilter, page graph.PageRequest,
) *dataloadgen.Loader[graph.ID, graph.Page[graph.LinkView]] {
	key := fmt.Sprintf("%+v %+v", filter, page)
	l.mu.Lock()
	defer l.mu.Unlock()
	loader := l.links[key]
	if loader == nil {
		loader = dataloadgen.NewLoader(func(ctx context.Context, ids []graph.ID) ([]graph.Page[graph.LinkView], []error) {
			pages, err := l.reader.Links(ctx, ids, filter, page)
			return pages, once(err)
		}, dataloadgen.WithWait(l.wait), dataloadgen.WithBatchCapacity(graph.MaxBatch))
		l.links[key] = loader
	}
	return loader
}

// citationsOf returns all citations of an instrument's text, in its order.
func (l *loads) citationsOf(ctx context.Context, id graph.ID) ([]graph.LinkView, error) {
	if alone(ctx) {
		all, err := allLinks(ctx, l.reader, []graph.ID{id}, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}})
		if err != nil {
			return nil, err
		}
		return all[0], nil
	}
	l.mu.Lock()
	if l.citations == nil {
		l.citations = dataloadgen.NewLoader(func(ctx context.Context, ids []graph.ID) ([][]graph.LinkView, []error) {
			all, err := allLinks(ctx, l.reader, ids, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}})
			return all, once(err)
		}, dataloadgen.WithWait(l.wait), dataloadgen.WithBatchCapacity(graph.MaxBatch))
	}
	loader := l.citations
	l.mu.Unlock()
	return loader.Load(ctx, id)
}

// maxAllPages bounds allLinks: no text cites ten thousand times.
const maxAllPages = 100

// allLinks returns all links of each node: the first pages in one call, then the rest of those few that have more.
func allLinks(ctx context.Context, reader graph.Reader, ids []graph.ID, filter graph.LinkFilter) ([][]graph.LinkView, error) {
	all := make([][]graph.LinkView, len(ids))
	pages, err := reader.Links(ctx, ids, filter, graph.PageRequest{First: graph.MaxPage})
	if err != nil {
		return nil, err
	}
	for i, page := range pages {
		all[i] = page.Items()
		for n := 1; page.HasNext && n < maxAllPages; n++ {
			next := graph.PageRequest{First: graph.MaxPage, After: page.Edges[len(page.Edges)-1].Cursor}
			more, err := reader.Links(ctx, ids[i:i+1], filter, next)
			if err != nil {
				return nil, err
			}
			page = more[0]
			all[i] = append(all[i], page.Items()...)
		}
	}
	return all, nil
}

// lastSession returns the highest session of which a body's text is held, 0 for none; counted once a request.
func (l *loads) lastSession(ctx context.Context, body graph.Body) (int, error) {
	l.mu.Lock()
	last := l.sessions[body]
	if last == nil {
		last = sync.OnceValues(func() (int, error) { return lastSession(ctx, l.reader, body) })
		l.sessions[body] = last
	}
	l.mu.Unlock()
	return last()
}

// once is the errors of a batch that fails as a whole.
func once(err error) []error {
	if err == nil {
		return nil
	}
	return []error{err}
}
