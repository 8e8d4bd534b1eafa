package embedded

import (
	"context"
	"database/sql"
	"errors"
	"reflect"
	"sync"
	"sync/atomic"

	"recital/graph"
)

// heldDocument is a document as read from the file, ready to be shown. It is safe for concurrent use, but for what its cache keeps of it.
type heldDocument struct {
	outline
	key   int64
	cache *documentCache
	taken int // bytes in the cache

	making sync.Mutex
	made   atomic.Pointer[wholeDocument]
}

// wholeDocument is what of a document is put together from all of it.
type wholeDocument struct {
	*graph.Document
	links []*graph.Link // those it owns, the RestsOn too, in the order of Out lists
}

// whole is the document put together.
func (h *heldDocument) whole() (*wholeDocument, error) {
	if w := h.made.Load(); w != nil {
		return w, nil
	}
	h.making.Lock()
	defer h.making.Unlock()
	if w := h.made.Load(); w != nil {
		return w, nil
	}
	d, err := unpackOwn(h.facts, h.texts)
	if err != nil {
		return nil, err
	}
	w := &wholeDocument{d, ownLinks(d)}
	h.made.Store(w)
	h.cache.grow(h, w.bytes())
	return w, nil
}

// wholeLink reads the link of one of the document's rows from all of it.
func (h *heldDocument) wholeLink(at uint32, l *graph.Link) error {
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

// Sizes in memory, in bytes.
var (
	paragraphBytes = sizeOf[graph.Paragraph]()
	linkBytes      = sizeOf[graph.Link]() + sizeOf[graph.Evidence]() + sizeOf[*graph.Link]()
	mandateBytes   = sizeOf[graph.Mandate]()
	mentionBytes   = sizeOf[graph.Mention]()
	documentBytes  = sizeOf[heldDocument]() + aroundBytes
)

// aroundBytes is, roughly, what belongs to a document besides: its place in tables.
const aroundBytes = 160

func sizeOf[T any]() int { return int(reflect.TypeFor[T]().Size()) }

// bytes is what the document takes in memory, before it is put together whole.
func (h *heldDocument) bytes() int {
	return documentBytes + h.outline.bytes()
}

// bytes is what the whole document takes beside its text and words.
func (w *wholeDocument) bytes() int {
	return sizeOf[graph.Document]() + paragraphBytes*len(w.Paragraphs) + linkBytes*len(w.links) + mandateBytes*len(w.Mandates) +
		mentionBytes*len(w.Mentions)
}

// document returns the document with an index.
func (s *Store) document(ctx context.Context, g *image, index uint32) (*heldDocument, error) {
	key, rows := g.documents[index].key, g.documents[index].rows
	if h, found := s.documents.get(key); found {
		return h, nil
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var facts, texts string
	// Reading one row takes less than watching over the context meanwhile, for which each call would start two goroutines.
	err := s.byKey.QueryRowContext(context.WithoutCancel(ctx), key).Scan(&facts, &texts)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, errMoved
	}
	if err != nil {
		return nil, err
	}
	h := &heldDocument{key: key, cache: s.documents}
	if h.outline, err = outlineOf(facts, texts, g.rows[rows.from:rows.to]); err != nil {
		return nil, err
	}
	s.documents.put(h, h.bytes())
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
	if n < g.ends[graph.ParagraphNode] {
		return h.paragraph(int(uint32(n-g.starts[graph.ParagraphNode]) - d.paragraphs.from))
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
