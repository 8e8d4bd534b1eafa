package embedded

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"reflect"
	"sync"

	"recital/graph"
)

// heldDocument is a document as read from the file, ready to be shown. It is safe for concurrent use.
type heldDocument struct {
	outline *outline
	links   []linkStart // of those it owns, as the rows of the image, in the order of Out lists; zero for a RestsOn
	whole   func() (*wholeDocument, error)
}

// wholeDocument is what of a document is put together from all of it.
type wholeDocument struct {
	*graph.Document
	links []*graph.Link // those it owns, the RestsOn too, in the order of Out lists
}

// hold makes a document ready, of which the facts and the texts are given. The rows are those of its links in an image: they tell which are
// RestsOn, that are put together from the others when one is asked for; grown is told how many bytes that takes.
func hold(facts, texts string, rows []row, grown func(bytes int)) (*heldDocument, error) {
	o, starts, err := outlineOf(facts, texts)
	if err != nil {
		return nil, err
	}
	h := &heldDocument{outline: o, links: make([]linkStart, len(rows))}
	h.whole = sync.OnceValues(func() (*wholeDocument, error) {
		d, err := unpackOwn(facts, texts)
		if err != nil {
			return nil, err
		}
		w := &wholeDocument{d, ownLinks(d)}
		grown(w.bytes())
		return w, nil
	})
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
	return fmt.Errorf("document %q has other links than its image: %w", h.outline.of, graph.ErrCorrupt)
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
	startBytes     = sizeOf[linkStart]()
	paragraphBytes = sizeOf[graph.Paragraph]()
	linkBytes      = sizeOf[graph.Link]() + sizeOf[graph.Evidence]() + sizeOf[*graph.Link]()
	mandateBytes   = sizeOf[graph.Mandate]()
	mentionBytes   = sizeOf[graph.Mention]()
	documentBytes  = sizeOf[heldDocument]() + sizeOf[keptDocument]() + aroundBytes
)

// aroundBytes is, roughly, what belongs to a document besides: its closure, its place in tables.
const aroundBytes = 400

func sizeOf[T any]() int { return int(reflect.TypeFor[T]().Size()) }

// bytes is what the document takes in memory, before it is put together whole.
func (h *heldDocument) bytes() int {
	return documentBytes + h.outline.bytes() + startBytes*len(h.links)
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
	h, err := hold(facts, texts, g.rows[rows.from:rows.to], func(bytes int) { s.documents.grow(key, bytes) })
	if err != nil {
		return nil, err
	}
	s.documents.put(key, h, h.bytes())
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
		return h.outline.paragraph(int(uint32(n-g.starts[graph.ParagraphNode]) - d.paragraphs.from))
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
