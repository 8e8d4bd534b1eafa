package embedded

import (
	"container/list"
	"context"
	"database/sql"
	"errors"
	"slices"
	"sync"

	"recital/graph"
)

// heldDocument is a document as read from the file, ready to be shown.
type heldDocument struct {
	*graph.Document
	links []*graph.Link // those it owns, in the order of Out lists: as the rows of the image
	bytes int           // what it takes of the cache, roughly
}

// paragraphOf returns the paragraph that a link starts from, or that of the first citation of a RestsOn; nil for other links.
func (h *heldDocument) paragraphOf(l *graph.Link) *graph.Paragraph {
	from := l.From
	if l.Type == graph.RestsOn {
		from = l.Paragraph
	}
	if n := int(l.Order>>32) - 1; n >= 0 && n < len(h.Paragraphs) && h.Paragraphs[n].ID == from {
		return &h.Paragraphs[n]
	}
	n := slices.IndexFunc(h.Paragraphs, func(p graph.Paragraph) bool { return p.ID == from })
	if n < 0 {
		return nil
	}
	return &h.Paragraphs[n]
}

// documentCache keeps the documents used last. Keys are never used twice, so nothing in it grows old.
type documentCache struct {
	mu    sync.Mutex
	room  int
	byKey map[int64]*list.Element
	order *list.List // of cachedDocument, from the one used last
}

type cachedDocument struct {
	key      int64
	document *heldDocument
}

func newDocumentCache(bytes int) *documentCache {
	return &documentCache{room: bytes, byKey: make(map[int64]*list.Element), order: list.New()}
}

func (c *documentCache) get(key int64) *heldDocument {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.byKey[key]
	if e == nil {
		return nil
	}
	c.order.MoveToFront(e)
	return e.Value.(cachedDocument).document
}

func (c *documentCache) put(key int64, d *heldDocument) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byKey[key] != nil {
		return
	}
	c.byKey[key] = c.order.PushFront(cachedDocument{key, d})
	c.room -= d.bytes
	for c.room < 0 && c.order.Len() > 1 {
		last := c.order.Remove(c.order.Back()).(cachedDocument)
		delete(c.byKey, last.key)
		c.room += last.document.bytes
	}
}

// Rough sizes in memory, in bytes.
const (
	linkBytes      = 480 // a link with its evidence
	paragraphBytes = 250
	textOverhead   = 2 // packed words and texts are kept as strings and, for short, in tables
)

// document returns the document with an index.
func (s *Store) document(ctx context.Context, g *image, index uint32) (*heldDocument, error) {
	key := g.documents[index].key
	if h := s.documents.get(key); h != nil {
		return h, nil
	}
	var facts, texts []byte
	err := s.byKey.QueryRowContext(ctx, key).Scan(&facts, &texts)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, errMoved
	}
	if err != nil {
		return nil, err
	}
	if texts == nil {
		texts = []byte{}
	}
	d, err := unpackDocument(facts, texts)
	if err != nil {
		return nil, err
	}
	h := &heldDocument{Document: d, links: ownLinks(d)}
	d.Stubs = nil
	h.bytes = len(h.links)*linkBytes + len(d.Paragraphs)*paragraphBytes + textOverhead*(len(facts)+len(texts))
	s.documents.put(key, h)
	return h, nil
}

// node returns the node with a number.
func (s *Store) node(ctx context.Context, g *image, n number) (graph.Node, error) {
	if n < g.ends[graph.ActorNode] {
		return g.outside[n], nil
	}
	index, _ := g.owner(n)
	h, err := s.document(ctx, g, index)
	if err != nil {
		return nil, err
	}
	d := &g.documents[index]
	switch {
	case n < g.ends[graph.ParagraphNode]:
		return &h.Paragraphs[uint32(n-g.starts[graph.ParagraphNode])-d.paragraphs.from], nil
	case n < g.ends[graph.MandateNode]:
		return &h.Mandates[uint32(n-g.starts[graph.MandateNode])-d.mandates.from], nil
	default:
		return &h.Mentions[uint32(n-g.starts[graph.MentionNode])-d.mentions.from], nil
	}
}

// link returns the link with an index into rows, and the paragraph it starts from where there is one.
func (s *Store) link(ctx context.Context, g *image, i uint32) (*graph.Link, *graph.Paragraph, error) {
	r := &g.rows[i]
	if r.document == noDocument {
		return &graph.Link{
			Type: linkTypes[r.kind], From: g.id(r.from), To: g.id(r.to), Order: r.order, Act: g.acts[r.act], Confidence: r.confidence,
			Role: g.roles[r.role],
		}, nil, nil
	}
	h, err := s.document(ctx, g, r.document)
	if err != nil {
		return nil, nil, err
	}
	l := h.links[i-g.documents[r.document].rows.from]
	return l, h.paragraphOf(l), nil
}
