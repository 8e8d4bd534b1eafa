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

// batch is one kind of question to the store: fields of a list's entries that ask it share one call. Safe for concurrent use.
type batch[K comparable, V any] struct {
	ask  func(ctx context.Context, keys []K) ([]V, error) // answers at the keys' places
	wait time.Duration                                    // how long a call waits for more keys

	made   sync.Once
	loader *dataloadgen.Loader[K, V]
}

// one is the answer for a key.
func (b *batch[K, V]) one(ctx context.Context, key K) (V, error) {
	if !alone(ctx) {
		return b.shared().Load(ctx, key)
	}
	values, err := b.ask(ctx, []K{key})
	if err != nil {
		var none V
		return none, err
	}
	return values[0], nil
}

// many is the answers for keys, at their places.
func (b *batch[K, V]) many(ctx context.Context, keys []K) ([]V, error) {
	switch {
	case len(keys) == 0:
		return nil, nil
	case alone(ctx):
		return b.ask(ctx, keys)
	default:
		return b.shared().LoadAll(ctx, keys)
	}
}

func (b *batch[K, V]) shared() *dataloadgen.Loader[K, V] {
	b.made.Do(func() {
		b.loader = dataloadgen.NewLoader(func(ctx context.Context, keys []K) ([]V, []error) {
			values, err := b.ask(ctx, keys)
			if err != nil {
				return values, []error{err} // the call fails as a whole
			}
			return values, nil
		}, dataloadgen.WithWait(b.wait), dataloadgen.WithBatchCapacity(graph.MaxBatch))
	})
	return b.loader
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

// loads gathers what the fields of one request ask the store for. One per request, in its context; safe for concurrent use.
type loads struct {
	reader    graph.Reader
	wait      time.Duration
	nodes     batch[graph.ID, graph.Node]       // nil where an id is unknown
	citations batch[graph.ID, []graph.LinkView] // all of an instrument's text, in its order

	mu       sync.Mutex
	ahead    []pageAhead                                                // read before their fields
	links    map[string]*batch[graph.ID, graph.Page[graph.LinkView]]    // by filter and page
	answers  map[graph.Date]*batch[*graph.Mandate, []*graph.Instrument] // by the day, zero for none: see graph.Answers
	sessions map[sessionsOf]func() (int, error)
}

// sessionsOf are the sessions of a body that were known on a day; zero: whenever.
type sessionsOf struct {
	body graph.Body
	asOf graph.Date
}

type loadsKey struct{}

func withLoads(ctx context.Context, reader graph.Reader, wait time.Duration) context.Context {
	l := &loads{reader: reader, wait: wait}
	l.nodes.ask, l.nodes.wait = reader.Nodes, wait
	l.citations.ask, l.citations.wait = l.allCitations, wait
	return context.WithValue(ctx, loadsKey{}, l)
}

// loadsOf returns the request's loads; every request has them.
func loadsOf(ctx context.Context) *loads {
	l, ok := ctx.Value(loadsKey{}).(*loads)
	if !ok {
		panic("resolver: a field is resolved outside a request")
	}
	return l
}

func (l *loads) allCitations(ctx context.Context, ids []graph.ID) ([][]graph.LinkView, error) {
	return allLinks(ctx, l.reader, ids, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}})
}

// answersTo returns what answered a mandate, as far as was known on a day; zero: on the whole graph.
func (l *loads) answersTo(ctx context.Context, m *graph.Mandate, asOf graph.Date) ([]*graph.Instrument, error) {
	l.mu.Lock()
	alike := l.answers[asOf]
	if alike == nil {
		if l.answers == nil {
			l.answers = make(map[graph.Date]*batch[*graph.Mandate, []*graph.Instrument])
		}
		alike = &batch[*graph.Mandate, []*graph.Instrument]{wait: l.wait}
		alike.ask = func(ctx context.Context, mandates []*graph.Mandate) ([][]*graph.Instrument, error) {
			return graph.Answers(ctx, l.reader, mandates, asOf)
		}
		l.answers[asOf] = alike
	}
	l.mu.Unlock()
	return alike.one(ctx, m)
}

// page returns one page of a node's links.
func (l *loads) page(ctx context.Context, id graph.ID, filter graph.LinkFilter, page graph.PageRequest) (graph.Page[graph.LinkView], error) {
	if read, known := l.known(id, filter, page); known {
		return read, nil
	}
	if alone(ctx) {
		pages, err := l.reader.Links(ctx, []graph.ID{id}, filter, page)
		if err != nil {
			return graph.Page[graph.LinkView]{}, err
		}
		return pages[0], nil
	}
	return l.alike(filter, page).one(ctx, id)
}

// alike is the batch of the pages that are asked for alike.
func (l *loads) alike(filter graph.LinkFilter, page graph.PageRequest) *batch[graph.ID, graph.Page[graph.LinkView]] {
	key := fmt.Sprintf("%+v %+v", filter, page)
	l.mu.Lock()
	defer l.mu.Unlock()
	alike := l.links[key]
	if alike == nil {
		if l.links == nil {
			l.links = make(map[string]*batch[graph.ID, graph.Page[graph.LinkView]])
		}
		alike = &batch[graph.ID, graph.Page[graph.LinkView]]{wait: l.wait}
		alike.ask = func(ctx context.Context, ids []graph.ID) ([]graph.Page[graph.LinkView], error) {
			return l.reader.Links(ctx, ids, filter, page)
		}
		l.links[key] = alike
	}
	return alike
}

// pageAhead is a page of links that was read before its field.
type pageAhead struct {
	id      graph.ID
	filter  graph.LinkFilter
	request graph.PageRequest
	page    graph.Page[graph.LinkView]
}

// readAhead reads a page of links, which page then has without a call.
func (l *loads) readAhead(
	ctx context.Context, id graph.ID, filter graph.LinkFilter, request graph.PageRequest,
) (graph.Page[graph.LinkView], error) {
	page, err := l.page(ctx, id, filter, request)
	if err != nil {
		return page, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ahead = append(l.ahead, pageAhead{id, filter, request, page})
	return page, nil
}

// known returns a page that was read ahead, with all the parts that are asked for and maybe more.
func (l *loads) known(id graph.ID, filter graph.LinkFilter, request graph.PageRequest) (graph.Page[graph.LinkView], bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for i := range l.ahead {
		a := &l.ahead[i]
		if !a.request.Parts.Covers(request.Parts) {
			continue
		}
		same := a.request
		same.Parts = request.Parts
		if a.id == id && same == request && a.filter.Same(&filter) {
			return a.page, true
		}
	}
	return graph.Page[graph.LinkView]{}, false
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

// lastSession returns the highest session of which a body's text is held, as was known on a day (zero: whenever), 0 for none; counted once
// a request.
func (l *loads) lastSession(ctx context.Context, body graph.Body, asOf graph.Date) (int, error) {
	of := sessionsOf{body, asOf}
	l.mu.Lock()
	last := l.sessions[of]
	if last == nil {
		if l.sessions == nil {
			l.sessions = make(map[sessionsOf]func() (int, error))
		}
		last = sync.OnceValues(func() (int, error) { return graph.LastSession(ctx, l.reader, body, asOf) })
		l.sessions[of] = last
	}
	l.mu.Unlock()
	return last()
}
