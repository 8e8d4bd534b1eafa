package embedded

import (
	"strings"

	"recital/graph"
)

// heldReader reads links of one document, and each of its paragraphs once. It is for one goroutine.
type heldReader struct {
	*heldDocument
	paragraphs []*graph.Paragraph // those read so far
	room       []graph.Paragraph  // for those read next
	ids        strings.Builder    // theirs, one after the other
	err        error              // of a paragraph that could not be read
}

func newHeldReader(h *heldDocument) *heldReader {
	return &heldReader{heldDocument: h, paragraphs: make([]*graph.Paragraph, len(h.paragraphs))}
}

// paragraph returns the paragraph with a number within the document, nil where there is none.
func (r *heldReader) paragraph(n int) *graph.Paragraph {
	if n < 1 || n > len(r.paragraphs) {
		return nil
	}
	if r.paragraphs[n-1] == nil && r.err == nil {
		if len(r.room) == cap(r.room) {
			r.room = make([]graph.Paragraph, 0, min(len(r.paragraphs), paragraphsTogether)) // what was handed out stays where it is
			r.ids = strings.Builder{}
			r.ids.Grow(cap(r.room) * (len(r.of) + placeBytes))
		}
		r.room = r.room[:len(r.room)+1]
		r.paragraphs[n-1] = &r.room[len(r.room)-1]
		r.err = r.read(r.paragraphs[n-1], n-1, &r.ids)
	}
	return r.paragraphs[n-1]
}

// placeBytes is the length of most places, with what stands before them in an id.
const placeBytes = 5

// paragraphsTogether is about as many as a page of links starts from.
const paragraphsTogether = graph.DefaultPage / 2

// id returns the id with a number within the document, "" where there is none.
func (r *heldReader) id(n int) graph.ID {
	o := &r.outline
	part := n - 1 - len(o.paragraphs)
	stub := part - len(o.parts)
	switch {
	case n == 0:
		return o.of
	case part < 0:
		if g := r.paragraph(n); g != nil {
			return g.ID
		}
	case stub < 0:
		return o.of + graph.ID(o.words.wordAt(int(o.parts[part].word)))
	case stub < len(o.stubs):
		return graph.ID(o.words.wordAt(int(o.stubs[stub])))
	}
	return ""
}

// bearer returns the number of the paragraph that the node with a number stands in, or is.
func (r *heldReader) bearer(n int) int {
	if part := n - 1 - len(r.paragraphs); part >= 0 && part < len(r.parts) {
		return int(r.parts[part].paragraph)
	}
	return n
}

// link reads the link of one of the document's rows, which has the order, its evidence into the room.
func (r *heldReader) link(at uint32, order int64, l *graph.Link, evidence *evidenceRoom) error {
	s := r.links[at]
	if s.left == 0 {
		return r.wholeLink(at, l)
	}
	u := r.reader(s.left, s.at)
	u.held = r
	u.link(l, evidence)
	l.Order = order // what stands there is relative to the link before
	u.rest = ""     // other links
	if r.err != nil {
		return r.err
	}
	return u.fault()
}

// paragraphOf returns the paragraph that a link starts from, or that of the first citation of a RestsOn; nil for other links.
func (r *heldReader) paragraphOf(l *graph.Link) (*graph.Paragraph, error) {
	from := l.From
	if l.Type == graph.RestsOn {
		from = l.Paragraph
	}
	if g := r.paragraph(int(l.Order >> 32)); g != nil && g.ID == from {
		return g, nil
	}
	if r.err != nil || from == "" {
		return nil, r.err
	}
	g := r.paragraph(r.paragraphWithID(from) + 1)
	return g, r.err
}
