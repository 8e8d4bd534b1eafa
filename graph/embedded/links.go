package embedded

import (
	"context"

	"recital/graph"
)

// Nodes implements graph.Reader.
func (s *Store) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	return ask(ctx, s, "nodes of", func(g *image) ([]graph.Node, error) {
		if err := graph.CheckBatch(ids); err != nil {
			return nil, err
		}
		nodes := make([]graph.Node, len(ids))
		for i, id := range ids {
			n := g.findAny(id)
			if n == none {
				continue
			}
			var err error
			if nodes[i], err = s.node(ctx, g, n); err != nil {
				return nil, err
			}
		}
		return nodes, nil
	})
}

// Links implements graph.Reader.
func (s *Store) Links(
	ctx context.Context, ids []graph.ID, filter graph.LinkFilter, page graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	return ask(ctx, s, "links of", func(g *image) ([]graph.Page[graph.LinkView], error) {
		q := linkQuery{store: s, image: g, filter: filter, request: page}
		if err := q.check(ids); err != nil {
			return nil, err
		}
		pages := make([]graph.Page[graph.LinkView], len(ids))
		for i, id := range ids {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			var err error
			if pages[i], err = q.page(ctx, g.find(id)); err != nil {
				return nil, err
			}
		}
		return pages, nil
	})
}

// linkQuery is one question for links.
type linkQuery struct {
	store   *Store
	image   *image
	filter  graph.LinkFilter
	request graph.PageRequest
	window  graph.Window
	bound   graph.LinkKey
	admits  linkAdmitter
}

func (q *linkQuery) check(ids []graph.ID) error {
	if err := graph.CheckBatch(ids); err != nil {
		return err
	}
	if err := q.filter.Check(); err != nil {
		return err
	}
	var err error
	if q.window, err = q.request.Window(); err != nil {
		return err
	}
	if q.window.Bound != "" {
		if q.bound, err = graph.ParseLinkCursor(q.window.Bound, q.filter.Direction); err != nil {
			return err
		}
	}
	q.admits = newLinkAdmitter(q.image, &q.filter)
	return nil
}

// candidates returns the indices of the links of a node in the filter's direction, in order.
func (g *image) candidates(n number, d graph.Direction) []uint32 {
	switch {
	case n == none:
		return nil
	case d == graph.In:
		return g.in(n)
	default:
		return g.out(n)
	}
}

func (q *linkQuery) page(ctx context.Context, n number) (graph.Page[graph.LinkView], error) {
	g, direction := q.image, q.filter.Direction
	rows := g.candidates(n, direction)
	c := cutPage(
		len(rows), q.request, q.window,
		func(i int) int { return g.key(rows[i], direction).Compare(q.bound) },
		func(i int) bool { return q.admits.admit(rows[i]) },
	)
	reader := linkReader{store: q.store, image: g}
	reader.touched = g.touch(rows, c.at, direction)
	p, err := pageOf(c, func(i int, e *graph.Edge[graph.LinkView]) error {
		return reader.view(ctx, rows[i], direction, &e.Node)
	})
	graph.SetLinkCursors(p.Edges, direction, q.request.Parts)
	return p, err
}

// linkReader reads links of one image, one after the other.
type linkReader struct {
	store    *Store
	image    *image
	evidence evidenceRoom
	held     *heldReader // of the document of the last link
	index    uint32      // its index
	touched  byte        // see touch
}

// touch looks at what is mostly shown of the far ends of links, which lie all over the memory. A processor waits for each that it meets while it
// writes an answer, but for those that it looks at one right after the other it waits once: a page is answered in 7 % less time. What was seen
// is returned so that it is looked at.
func (g *image) touch(rows []uint32, at []int, d graph.Direction) (seen byte) {
	for _, i := range at {
		r := &g.rows[rows[i]]
		far := r.to
		if d == graph.In {
			far = r.from
		}
		if n := g.instrument(far); n != nil && len(n.ID) > 0 && len(n.Title) > 0 {
			seen ^= n.ID[0] ^ n.Title[0] ^ byte(n.Date.Year)
		}
	}
	return seen
}

// document returns a reader of the document with an index.
func (r *linkReader) document(ctx context.Context, index uint32) (*heldReader, error) {
	if r.held != nil && r.index == index { // as for all of a text's links
		return r.held, nil
	}
	h, err := r.store.document(ctx, r.image, index)
	if err != nil {
		return nil, err
	}
	r.held, r.index = newHeldReader(h), index
	return r.held, nil
}

// link reads the link with an index into rows, and returns the paragraph it starts from where there is one.
func (r *linkReader) link(ctx context.Context, i uint32, l *graph.Link) (*graph.Paragraph, error) {
	g := r.image
	row := &g.rows[i]
	if row.document == noDocument {
		*l = graph.Link{
			Type: linkTypes[row.kind], From: g.id(row.from), To: g.id(row.to), Order: row.order, Act: g.acts[row.act],
			Confidence: row.confidence, Role: g.roles[row.role],
		}
		return nil, nil
	}
	h, err := r.document(ctx, row.document)
	if err != nil {
		return nil, err
	}
	if err := h.link(i-g.documents[row.document].rows.from, row.order, l, &r.evidence); err != nil {
		return nil, err
	}
	return h.paragraphOf(l)
}

// view reads the link with an index into rows, and its ends.
func (r *linkReader) view(ctx context.Context, i uint32, d graph.Direction, v *graph.LinkView) error {
	g := r.image
	row := &g.rows[i]
	var err error
	if v.SourceParagraph, err = r.link(ctx, i, &v.Link); err != nil {
		return err
	}
	far := row.to
	if d == graph.In {
		far = row.from
	}
	if v.Far, err = r.store.node(ctx, g, far); err != nil {
		return err
	}
	if row.document != noDocument {
		v.Source = g.instrument(g.documents[row.document].instrument)
	} else if far, ok := g.catalogueParagraph(row); ok {
		node, err := r.store.node(ctx, g, far)
		if err != nil {
			return err
		}
		v.SourceParagraph, _ = node.(*graph.Paragraph)
	}
	return nil
}

// catalogueParagraph returns the paragraph that a link of the catalogue starts from: that of a provision which is a held paragraph.
func (g *image) catalogueParagraph(r *row) (number, bool) {
	return r.from, r.from >= g.starts[graph.ParagraphNode] && r.from < g.ends[graph.ParagraphNode]
}

// linkAdmitter says which links a filter lets through, by graph.LinkFilter.Match on what the rows hold.
type linkAdmitter struct {
	image   *image
	filter  *graph.LinkFilter
	types   [16]bool // by index into linkTypes
	plain   bool     // the types are all that the filter asks
	farthen bool     // the filter asks about ids
}

func newLinkAdmitter(g *image, f *graph.LinkFilter) linkAdmitter {
	a := linkAdmitter{image: g, filter: f, farthen: len(f.FarNodes) > 0}
	for i, t := range linkTypes {
		a.types[i] = len(f.Types) == 0
		for _, asked := range f.Types {
			a.types[i] = a.types[i] || asked == t
		}
	}
	a.plain = len(f.Acts) == 0 && len(f.Roles) == 0 && !a.farthen && len(f.FarKinds) == 0 && len(f.FarBodies) == 0 &&
		f.Since.IsZero() && f.Until.IsZero() && f.MinConfidence == 0 && !f.Findings
	return a
}

// someFinding stands for the findings of a row: a filter asks whether there are any.
var someFinding = []graph.Finding{{}}

func (a *linkAdmitter) admit(i uint32) bool {
	g := a.image
	r := &g.rows[i]
	if !a.types[r.kind] {
		return false
	}
	if a.plain {
		return true
	}
	l := g.outline(r)
	if a.farthen {
		l.From, l.To = g.id(r.from), g.id(r.to)
	}
	far := r.to
	if a.filter.Direction == graph.In {
		far = r.from
	}
	return a.filter.Match(&l, g.far(far))
}

// outline returns of a link what filters ask about, without its ends.
func (g *image) outline(r *row) graph.Link {
	l := graph.Link{Type: linkTypes[r.kind], Act: g.acts[r.act], Role: g.roles[r.role], Confidence: r.confidence}
	if r.kind == restsOnType {
		l.Acts = g.actSets[r.acts]
	}
	if r.document != noDocument {
		d := &g.documents[r.document]
		l.Date, l.Owner = d.date, g.outside[d.instrument].NodeID()
	}
	if r.findings {
		l.Findings = someFinding
	}
	return l
}
