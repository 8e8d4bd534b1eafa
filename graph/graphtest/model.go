package graphtest

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"recital/graph"
)

// Model is a graph.Store in memory that is too simple to be wrong: a map of documents, and a [world] derived from all of
// them anew after each Apply. Every answer is a filter, a sort and a cut. It is safe for concurrent use.
type Model struct {
	writing sync.Mutex // held for a whole Apply

	mu        sync.RWMutex // guards what follows
	documents map[graph.ID]*graph.Document
	world     *world
}

// NewModel returns an empty model.
func NewModel() *Model { return &Model{world: derive(nil)} }

// Close implements graph.Store; there is nothing to close.
func (m *Model) Close() error { return nil }

// Apply implements graph.Writer. A second writer waits its turn.
func (m *Model) Apply(ctx context.Context, documents iter.Seq2[*graph.Document, error]) error {
	m.writing.Lock()
	defer m.writing.Unlock()
	next := maps.Clone(m.documents)
	if next == nil {
		next = make(map[graph.ID]*graph.Document)
	}
	seen := make(map[graph.ID]*graph.Document)
	for d, err := range documents {
		if err != nil {
			return fmt.Errorf("apply: %w", err)
		}
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("apply: %w", err)
		}
		if err := d.Check(); err != nil {
			return fmt.Errorf("apply: %w", err)
		}
		if earlier := seen[d.Instrument.ID]; earlier != nil && !better(d, earlier) {
			continue
		}
		seen[d.Instrument.ID], next[d.Instrument.ID] = d, d
	}
	w := derive(next)
	m.mu.Lock()
	defer m.mu.Unlock()
	m.documents, m.world = next, w
	return nil
}

// better reports whether of two texts of one instrument in one Apply the first is kept.
func better(d, e *graph.Document) bool {
	if d.Source.Quality != e.Source.Quality {
		return d.Source.Quality > e.Source.Quality
	}
	return d.Source.Digest > e.Source.Digest
}

func (m *Model) now(ctx context.Context) (*world, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.world, ctx.Err()
}

// Nodes implements graph.Reader.
func (m *Model) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	w, err := m.now(ctx)
	if err != nil {
		return nil, err
	}
	if err := graph.CheckBatch(ids); err != nil {
		return nil, err
	}
	nodes := make([]graph.Node, len(ids))
	for i, id := range ids {
		nodes[i] = w.find(id)
	}
	return nodes, nil
}

// Links implements graph.Reader.
func (m *Model) Links(
	ctx context.Context, ids []graph.ID, f graph.LinkFilter, page graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	w, err := m.now(ctx)
	if err != nil {
		return nil, err
	}
	if err := checkLinks(ids, f, page); err != nil {
		return nil, err
	}
	pages := make([]graph.Page[graph.LinkView], len(ids))
	for i, id := range ids {
		views := w.views(id, f)
		pages[i], err = cut(views, page, func(a, b graph.LinkView) int {
			return a.Key(f.Direction).Compare(b.Key(f.Direction))
		}, func(v graph.LinkView) graph.Cursor { return v.Key(f.Direction).Cursor() },
			func(v graph.LinkView, c graph.Cursor) (int, error) {
				k, err := graph.ParseLinkCursor(c, f.Direction)
				return v.Key(f.Direction).Compare(k), err
			})
		if err != nil {
			return nil, err
		}
	}
	return pages, nil
}

func checkLinks(ids []graph.ID, f graph.LinkFilter, page graph.PageRequest) error {
	if err := graph.CheckBatch(ids); err != nil {
		return err
	}
	if err := f.Check(); err != nil {
		return err
	}
	window, err := page.Window()
	if err != nil || window.Bound == "" {
		return err
	}
	_, err = graph.ParseLinkCursor(window.Bound, f.Direction)
	return err
}

// List implements graph.Reader.
func (m *Model) List(ctx context.Context, f graph.NodeFilter, page graph.PageRequest) (graph.Page[graph.Node], error) {
	w, err := m.now(ctx)
	if err != nil {
		return graph.Page[graph.Node]{}, err
	}
	if err := f.Check(); err != nil {
		return graph.Page[graph.Node]{}, err
	}
	key := func(n graph.Node) graph.NodeKey { return graph.KeyOf(n, f.Order) }
	if err := checkBound(page, func(c graph.Cursor) error {
		_, err := graph.ParseNodeCursor(c, f.Order)
		return err
	}); err != nil {
		return graph.Page[graph.Node]{}, err
	}
	return cut(w.list(f), page, func(a, b graph.Node) int { return key(a).Compare(key(b)) },
		func(n graph.Node) graph.Cursor { return key(n).Cursor() },
		func(n graph.Node, c graph.Cursor) (int, error) {
			k, err := graph.ParseNodeCursor(c, f.Order)
			return key(n).Compare(k), err
		})
}

// Search implements graph.Reader.
func (m *Model) Search(ctx context.Context, q graph.TextQuery, page graph.PageRequest) (graph.Page[graph.Hit], error) {
	w, err := m.now(ctx)
	if err != nil {
		return graph.Page[graph.Hit]{}, err
	}
	query, err := graph.PrepareQuery(q)
	if err != nil {
		return graph.Page[graph.Hit]{}, err
	}
	if err := checkBound(page, func(c graph.Cursor) error {
		_, err := graph.ParseHitCursor(c)
		return err
	}); err != nil {
		return graph.Page[graph.Hit]{}, err
	}
	var hits []graph.Hit
	for _, n := range w.nodes {
		source := w.sourceOf(n)
		if class, found := query.Classify(n); found && q.Match(n, source) {
			hits = append(hits, query.Hit(n, class, source))
		}
	}
	return cut(hits, page, func(a, b graph.Hit) int { return a.Key().Compare(b.Key()) },
		func(h graph.Hit) graph.Cursor { return h.Key().Cursor() },
		func(h graph.Hit, c graph.Cursor) (int, error) {
			k, err := graph.ParseHitCursor(c)
			return h.Key().Compare(k), err
		})
}

func checkBound(page graph.PageRequest, parse func(graph.Cursor) error) error {
	window, err := page.Window()
	if err != nil || window.Bound == "" {
		return err
	}
	return parse(window.Bound)
}

// Facets implements graph.Reader.
func (m *Model) Facets(ctx context.Context, r graph.FacetRequest) ([]graph.Facet, error) {
	w, err := m.now(ctx)
	if err != nil {
		return nil, err
	}
	if err := r.Check(); err != nil {
		return nil, err
	}
	facets := make([]graph.Facet, len(r.Keys))
	for i, key := range r.Keys {
		counts := make(map[string]int)
		for _, values := range w.values(r, key) {
			for _, value := range values {
				counts[value]++
			}
		}
		facets[i] = facetOf(key, counts)
	}
	return facets, nil
}

func facetOf(key graph.FacetKey, counts map[string]int) graph.Facet {
	f := graph.Facet{Key: key}
	for value, count := range counts {
		if value != "" {
			f.Values = append(f.Values, graph.FacetValue{Value: value, Count: count})
		}
	}
	slices.SortFunc(f.Values, func(a, b graph.FacetValue) int {
		if a.Count != b.Count {
			return b.Count - a.Count
		}
		return strings.Compare(a.Value, b.Value)
	})
	for len(f.Values) > graph.MaxFacet {
		last := len(f.Values) - 1
		f.Other += f.Values[last].Count
		f.Values = f.Values[:last]
	}
	return f
}

// Stats implements graph.Reader. The model has no manifest.
func (m *Model) Stats(ctx context.Context) (graph.Stats, error) {
	w, err := m.now(ctx)
	if err != nil {
		return graph.Stats{}, err
	}
	return w.stats(), nil
}

// cut sorts a whole list and cuts one page out of it. Against compares an entry with a cursor's place.
func cut[T any](
	list []T, page graph.PageRequest, compare func(a, b T) int, cursor func(T) graph.Cursor,
	against func(T, graph.Cursor) (int, error),
) (graph.Page[T], error) {
	out := graph.Page[T]{Total: -1}
	window, err := page.Window()
	if err != nil {
		return out, err
	}
	if page.Total {
		out.Total = len(list)
	}
	slices.SortFunc(list, compare)
	from, to := 0, len(list)
	for i, entry := range list {
		if window.Bound == "" {
			break
		}
		c, err := against(entry, window.Bound)
		if err != nil {
			return out, err
		}
		if !window.Backward && c <= 0 {
			from = i + 1
		}
		if window.Backward && c >= 0 {
			to = min(to, i)
		}
	}
	if window.Backward {
		from = max(0, to-window.Limit)
	} else {
		to = min(len(list), from+window.Limit)
	}
	for _, entry := range list[from:to] {
		out.Edges = append(out.Edges, graph.Edge[T]{Cursor: cursor(entry), Node: entry})
	}
	out.HasPrevious, out.HasNext = from > 0, to < len(list)
	return out, nil
}
