package embedded

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"
	"sync"

	"recital/graph"
)

// Search implements graph.Reader. Instruments, rights and actors are found by their names in memory, paragraphs by the full-text index.
func (s *Store) Search(ctx context.Context, text graph.TextQuery, page graph.PageRequest) (graph.Page[graph.Hit], error) {
	return ask(ctx, s, "search", func(g *image) (graph.Page[graph.Hit], error) {
		var none graph.Page[graph.Hit]
		query, err := graph.PrepareQuery(text)
		if err != nil {
			return none, err
		}
		window, err := page.Window()
		if err != nil {
			return none, err
		}
		var bound graph.HitKey
		if window.Bound != "" {
			if bound, err = graph.ParseHitCursor(window.Bound); err != nil {
				return none, err
			}
		}
		hits, err := s.found(ctx, g, text, query)
		if err != nil {
			return none, err
		}
		c := cutPage(
			len(hits), page, window, func(i int) int { return g.hitKey(hits[i]).Compare(bound) }, func(int) bool { return true },
		)
		return pageOf(c, func(i int, e *graph.Edge[graph.Hit]) error {
			n, err := s.node(ctx, g, hits[i].node)
			if err != nil {
				return err
			}
			var source *graph.Instrument
			if _, ok := g.owner(hits[i].node); ok {
				source = g.far(hits[i].node)
			}
			e.Node = query.Hit(n, hits[i].class, source)
			e.Cursor = e.Node.Key().Cursor()
			return nil
		})
	})
}

// Warm reads the nodes and links of the file, and makes of them what a search needs, so that no question waits for it.
func (s *Store) Warm(ctx context.Context) error {
	_, err := ask(ctx, s, "warm", func(g *image) (int, error) {
		g.hitRanks()
		return len(g.folded()), nil
	})
	return err
}

// foundNode is a hit before it is shown.
type foundNode struct {
	node  number
	class graph.Class
}

func (g *image) hitKey(f foundNode) graph.HitKey {
	k := graph.HitKey{Class: f.class, ID: g.id(f.node)}
	if i := g.far(f.node); i != nil {
		k.CitedBy = i.CitedBy
	}
	return k
}

// found returns all hits in order.
func (s *Store) found(ctx context.Context, g *image, text graph.TextQuery, query graph.Query) ([]foundNode, error) {
	if len(query.Words) == 0 {
		return nil, nil
	}
	asked := func(kind graph.NodeKind) bool { return len(text.Kinds) == 0 || slices.Contains(text.Kinds, kind) }
	var hits []foundNode
	for _, kind := range []graph.NodeKind{graph.InstrumentNode, graph.RightNode, graph.ActorNode} {
		if asked(kind) {
			hits = g.foundNames(hits, kind, text, query)
		}
	}
	slices.SortFunc(hits, func(a, b foundNode) int { return g.hitKey(a).Compare(g.hitKey(b)) })
	if !asked(graph.ParagraphNode) {
		return hits, nil
	}
	paragraphs, err := s.foundTexts(ctx, g, text, query)
	return append(hits, paragraphs...), err // a text's class is the last
}

// namedNodes holds the folded names of nodes, made when first asked for.
type namedNodes struct {
	once sync.Once
	text []string // by number
}

// Marks in folded names: each word has a blank on either side, each name a line's end.
const nameEnd = "\n "

// folded returns the folded names of all nodes outside of documents.
func (g *image) folded() []string {
	g.named.once.Do(func() {
		g.named.text = make([]string, g.ends[graph.ActorNode])
		var b strings.Builder
		for n := range g.named.text {
			b.Reset()
			b.WriteString(nameEnd)
			for _, text := range graph.SearchTexts(g.outside[n]) {
				b.WriteString(graph.FoldText(text))
				b.WriteString(" ")
				b.WriteString(nameEnd)
			}
			g.named.text[n] = b.String()
		}
	})
	return g.named.text
}

// foundNames adds the nodes of a kind whose names have the words. Only those are given to graph.Query.Classify.
func (g *image) foundNames(hits []foundNode, kind graph.NodeKind, text graph.TextQuery, query graph.Query) []foundNode {
	folded := g.folded()
	needles := make([]string, len(query.Words))
	for i, word := range query.Words {
		needles[i] = " " + word + " "
	}
	last := len(needles) - 1
	needles[last] = " " + query.Words[last] // it may go on
	for n := g.starts[kind]; n < g.ends[kind]; n++ {
		if !containsAll(folded[n], needles) || !text.Match(g.outside[n], nil) {
			continue
		}
		if class, ok := query.Classify(g.outside[n]); ok {
			hits = append(hits, foundNode{n, class})
		}
	}
	return hits
}

func containsAll(s string, needles []string) bool {
	for _, needle := range needles {
		if !strings.Contains(s, needle) {
			return false
		}
	}
	return true
}

// foundTexts returns the paragraphs that have the words, in order: by the citations of their instruments, then by id.
func (s *Store) foundTexts(ctx context.Context, g *image, text graph.TextQuery, query graph.Query) ([]foundNode, error) {
	rows, err := s.matchWords(ctx, g, query.Words)
	if err != nil {
		return nil, err
	}
	found := g.byDocument(rows)
	ranks := g.hitRanks()
	slices.SortFunc(found, func(a, b foundRows) int { return cmp.Compare(ranks[a.document], ranks[b.document]) })
	hits := make([]foundNode, 0, len(rows))
	for _, f := range found {
		d := &g.documents[f.document]
		if !text.Match(&graph.Paragraph{}, g.instrument(d.instrument)) {
			continue
		}
		from := len(hits)
		for _, row := range f.rows {
			if at := d.paragraphs.from + uint32(row&(1<<paragraphBits-1)); at < d.paragraphs.to {
				hits = append(hits, foundNode{g.starts[graph.ParagraphNode] + number(at), graph.TextMatch})
			}
		}
		slices.SortFunc(hits[from:], func(a, b foundNode) int {
			start := g.starts[graph.ParagraphNode]
			return cmp.Compare(g.paragraphs[a.node-start].placed, g.paragraphs[b.node-start].placed)
		})
	}
	return hits, nil
}

// foundRows are the rows of words of one document.
type foundRows struct {
	document uint32
	rows     []int64
}

// byDocument divides rows of words, which ascend.
func (g *image) byDocument(rows []int64) []foundRows {
	var found []foundRows
	for from := 0; from < len(rows); {
		to := from + 1
		for to < len(rows) && rows[to]>>paragraphBits == rows[from]>>paragraphBits {
			to++
		}
		if index, held := g.byKey[rows[from]>>paragraphBits]; held {
			found = append(found, foundRows{index, rows[from:to]})
		}
		from = to
	}
	return found
}

// hitRanks returns each document's rank among hits in texts: by the citations of its instrument, then as its paragraphs' ids.
func (g *image) hitRanks() []int {
	key := listKey{graph.ParagraphNode, "HITS"}
	if ranks, ok := g.lists.Load(key); ok {
		return ranks.([]int)
	}
	order := g.sortDocuments(graph.ByID)
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(g.instrument(g.documents[b].instrument).CitedBy, g.instrument(g.documents[a].instrument).CitedBy)
	})
	ranks := make([]int, len(order))
	for rank, d := range order {
		ranks[d] = rank
	}
	g.lists.Store(key, ranks)
	return ranks
}

// matches keeps what was found last for some words, for the pages that follow and the letters that are typed on.
type matches struct {
	mu    sync.Mutex
	found map[string][]int64
	kept  int // rows in all
}

// maxKeptRows bounds the rows that are kept: 8 MB.
const maxKeptRows = 1 << 20

func (m *matches) get(match string) ([]int64, bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	rows, ok := m.found[match]
	return rows, ok
}

func (m *matches) put(match string, rows []int64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.found == nil || m.kept+len(rows) > maxKeptRows {
		m.found, m.kept = make(map[string][]int64), 0
	}
	m.found[match] = rows
	m.kept += len(rows) + 1
}

// matchOf says in the words of the full-text index that each word must be there, the last at least as a beginning. A word is asked for
// once, however often it was written: each costs a look at all its rows.
func matchOf(words []string) string {
	last := len(words) - 1
	var match strings.Builder
	for i, word := range words {
		if i < last && slices.Contains(words[:i], word) {
			continue
		}
		// A folded word holds letters and digits alone, so nothing ends the quotation.
		match.WriteString(`"` + word + `"`)
		if i < last {
			match.WriteString(" AND ")
		}
	}
	match.WriteString(" *")
	return match.String()
}

// matchWords asks the full-text index of the image's generation. The rows ascend.
func (s *Store) matchWords(ctx context.Context, g *image, words []string) ([]int64, error) {
	match := matchOf(words)
	if rows, ok := g.matches.get(match); ok {
		return rows, nil
	}
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return nil, err
	}
	rows, err := matchIn(ctx, tx, g.generation, match)
	if err := errors.Join(err, tx.Rollback()); err != nil {
		return nil, err
	}
	g.matches.put(match, rows)
	return rows, nil
}

func matchIn(ctx context.Context, tx *sql.Tx, generation int64, match string) (rows []int64, err error) {
	var now int64
	if err := tx.QueryRowContext(ctx, "SELECT generation FROM state").Scan(&now); err != nil {
		return nil, err
	}
	if now != generation {
		return nil, errMoved
	}
	found, err := tx.QueryContext(ctx, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", match)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, found.Close()) }()
	for found.Next() {
		var row int64
		if err := found.Scan(&row); err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, found.Err()
}
