package embedded

import (
	"container/list"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"sync"

	"recital/graph"
)

// heldDocument is a document as read from the file, ready to be shown: its paragraphs, and where its links are to be read. It is safe for
// concurrent use.
type heldDocument struct {
	unpacker documentUnpacker // outlined
	links    []linkStart      // of those it owns, as the rows of the image, in the order of Out lists; zero for a RestsOn
	whole    func() (*wholeDocument, error)
}

// wholeDocument is what of a document is put together from all of it.
type wholeDocument struct {
	*graph.Document
	links []*graph.Link // those it owns, the RestsOn too, in the order of Out lists
}

// hold makes a document ready. The rows are those of its links in an image: they tell which are RestsOn, that are put together from the others
// when one is asked for.
func hold(p packedDocument, rows []row) (*heldDocument, error) {
	h := &heldDocument{unpacker: newDocumentUnpacker(p.facts, &p.texts), links: make([]linkStart, len(rows))}
	h.whole = sync.OnceValues(func() (*wholeDocument, error) {
		d, err := unpackOwn(p.facts, p.texts)
		if err != nil {
			return nil, err
		}
		return &wholeDocument{d, ownLinks(d)}, nil
	})
	starts, err := h.unpacker.outline()
	if err != nil {
		return nil, err
	}
	for i := range rows {
		kind := rows[i].kind
		if kind == restsOnType {
			continue
		}
		if len(starts[kind]) == 0 {
			return nil, h.otherLinks()
		}
		// Links of one type are in the same order in a document as in lists.
		h.links[i], starts[kind] = starts[kind][0], starts[kind][1:]
	}
	for _, left := range starts {
		if len(left) > 0 {
			return nil, h.otherLinks()
		}
	}
	return h, nil
}

func (h *heldDocument) otherLinks() error {
	return fmt.Errorf("document %q has other links than its image: %w", h.unpacker.of, graph.ErrCorrupt)
}

// link reads the link of one of the document's rows, its evidence into the room.
func (h *heldDocument) link(at uint32, l *graph.Link, evidence *evidenceRoom) error {
	if start := h.links[at]; start != (linkStart{}) {
		return h.unpacker.linkAt(start, l, evidence)
	}
	whole, err := h.whole()
	if err != nil {
		return err
	}
	if int(at) >= len(whole.links) {
		return h.otherLinks()
	}
	*l = *whole.links[at]
	return nil
}

// paragraphOf returns the paragraph that a link starts from, or that of the first citation of a RestsOn; nil for other links.
func (h *heldDocument) paragraphOf(l *graph.Link) *graph.Paragraph {
	from, paragraphs := l.From, h.unpacker.paragraphs
	if l.Type == graph.RestsOn {
		from = l.Paragraph
	}
	if n := int(l.Order>>32) - 1; n >= 0 && n < len(paragraphs) && paragraphs[n].ID == from {
		return &paragraphs[n]
	}
	n := slices.IndexFunc(paragraphs, func(p graph.Paragraph) bool { return p.ID == from })
	if n < 0 {
		return nil
	}
	return &paragraphs[n]
}

// keyCache keeps what was used last of documents, by their keys in the file. Keys are never used twice, so nothing in it grows old.
type keyCache[T any] struct {
	mu    sync.Mutex
	room  int // bytes
	byKey map[int64]*list.Element
	order *list.List // of keptValue[T], from the one used last
}

type keptValue[T any] struct {
	key   int64
	value T
	bytes int
}

func newKeyCache[T any](bytes int) *keyCache[T] {
	return &keyCache[T]{room: bytes, byKey: make(map[int64]*list.Element), order: list.New()}
}

func (c *keyCache[T]) get(key int64) (value T, found bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.byKey[key]
	if e == nil {
		return value, false
	}
	c.order.MoveToFront(e)
	return e.Value.(keptValue[T]).value, true // the list holds nothing else
}

func (c *keyCache[T]) put(key int64, value T, bytes int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byKey[key] != nil {
		return
	}
	c.byKey[key] = c.order.PushFront(keptValue[T]{key, value, bytes})
	c.room -= bytes
	for c.room < 0 && c.order.Len() > 1 {
		last := c.order.Remove(c.order.Back()).(keptValue[T])
		delete(c.byKey, last.key)
		c.room += last.bytes
	}
}

// documentCache keeps documents in two forms: those used last ready to be shown, and more of them as they lie in the file, which spares
// asking it.
type documentCache struct {
	ready  *keyCache[*heldDocument]
	packed *keyCache[packedDocument]
}

// newDocumentCache makes a cache that takes so many bytes, roughly, four sevenths for the packed: 48 and 64 MiB of the default.
func newDocumentCache(bytes int) documentCache {
	return documentCache{newKeyCache[*heldDocument](bytes / 7 * 3), newKeyCache[packedDocument](bytes / 7 * 4)}
}

// packedDocument is a document as it lies in the file.
type packedDocument struct {
	facts []byte
	texts string
}

// Rough sizes in memory, in bytes.
const (
	linkBytes      = 480 // a link with its evidence, once a RestsOn, mandate or mention was asked for
	paragraphBytes = 250
	textOverhead   = 2 // packed words and texts are kept as strings and, for short, in tables
	packedOverhead = 200
)

// document returns the document with an index.
func (s *Store) document(ctx context.Context, g *image, index uint32) (*heldDocument, error) {
	key := g.documents[index].key
	if h, found := s.documents.ready.get(key); found {
		return h, nil
	}
	p, err := s.packed(ctx, key)
	if err != nil {
		return nil, err
	}
	rows := g.documents[index].rows
	h, err := hold(p, g.rows[rows.from:rows.to])
	if err != nil {
		return nil, err
	}
	bytes := len(h.links)*linkBytes + len(h.unpacker.paragraphs)*paragraphBytes + textOverhead*(len(p.facts)+len(p.texts))
	s.documents.ready.put(key, h, bytes)
	return h, nil
}

// packed returns the document with a key as it lies in the file.
func (s *Store) packed(ctx context.Context, key int64) (packedDocument, error) {
	p, found := s.documents.packed.get(key)
	if found {
		return p, nil
	}
	if err := ctx.Err(); err != nil {
		return p, err
	}
	// Reading one row takes less than watching over the context meanwhile, for which each call would start two goroutines.
	err := s.byKey.QueryRowContext(context.WithoutCancel(ctx), key).Scan(&p.facts, &p.texts)
	if errors.Is(err, sql.ErrNoRows) {
		return p, errMoved
	}
	if err != nil {
		return p, err
	}
	s.documents.packed.put(key, p, len(p.facts)+len(p.texts)+packedOverhead)
	return p, nil
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
	if n < g.ends[graph.ParagraphNode] {
		return &h.unpacker.paragraphs[uint32(n-g.starts[graph.ParagraphNode])-d.paragraphs.from], nil
	}
	whole, err := h.whole()
	switch {
	case err != nil:
		return nil, err
	case n < g.ends[graph.MandateNode]:
		return &whole.Mandates[uint32(n-g.starts[graph.MandateNode])-d.mandates.from], nil
	default:
		return &whole.Mentions[uint32(n-g.starts[graph.MentionNode])-d.mentions.from], nil
	}
}
