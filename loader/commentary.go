package loader

import (
	"context"
	"fmt"
	"iter"
	"maps"
	"slices"

	"recital/graph"
	"recital/loader/extract"
)

// Cites returns the instruments that the reading cites for sure, each once, in the order of the text.
func (r *Reading) Cites() []graph.ID {
	var ids []graph.ID
	for i := range r.Result.Citations {
		c := &r.Result.Citations[i]
		if c.Status == graph.Resolved && !slices.Contains(ids, c.Target) {
			ids = append(ids, c.Target)
		}
	}
	return ids
}

// IsCommentary reports whether the reading is of a text about other texts, with something to compare with them.
func (r *Reading) IsCommentary() bool {
	return r.Document.Instrument.Kind == graph.Commentary && len(r.Cites()) > 0
}

// Cited returns what was read as a text that a commentary can be compared with.
func (r *Reading) Cited() extract.Cited {
	return extract.Cited{Instrument: r.Document.Instrument, Paragraphs: r.paragraphs()}
}

// paragraphs returns the paragraphs with their texts, also where the document has dropped them.
func (r *Reading) paragraphs() []graph.Paragraph {
	paragraphs := make([]graph.Paragraph, len(r.Parsed.Paragraphs))
	for i := range r.Parsed.Paragraphs {
		paragraphs[i] = r.Parsed.Paragraphs[i].Paragraph
	}
	return paragraphs
}

// Compare compares a commentary with the texts that it cites, as far as they are given, and keeps what it gave in Review and in the
// Document: a quotation is a citation of the paragraph that holds its words, with the differences as findings.
func (r *Reading) Compare(cited []extract.Cited) {
	in := extract.Input{Instrument: r.Document.Instrument, Paragraphs: r.paragraphs()}
	review := extract.ReviewCommentary(in, r.Result.Citations, cited)
	r.Review = &review
	document := *r.Document
	b := &builder{raw: r.Source.Raw.Text, parsed: r.Parsed, document: &document, links: slices.Clone(document.Links)}
	for i := range review.Quotations {
		if q := &review.Quotations[i]; q.Confidence > 0 {
			b.quotation(q)
		}
	}
	for _, remark := range review.Remarks {
		c := &r.Result.Citations[remark.Citation]
		if at := b.cites(c.Where, c.Target); at >= 0 {
			b.find(at, remark.Finding)
		}
	}
	document.Links = b.sorted()
	r.Document = &document
}

// quotation adds the citation that a quotation is. Where a citation begins with the same words (a quoted title), the findings are on that one.
func (b *builder) quotation(q *extract.ReviewedQuotation) {
	if at := b.cites(q.Where, q.Target); at >= 0 {
		b.find(at, q.Findings...)
		return
	}
	p := b.paragraph(q.Where)
	b.link(graph.Link{
		Type: graph.Cites, From: p.ID, To: q.Target, Order: b.order(q.Where), Act: p.Act, Pinpoint: string(q.Place),
		Evidence: b.evidence(q.Where, graph.Span{}, q.Rule), Confidence: q.Confidence, Findings: q.Findings,
	})
}

// cites returns the index of the citation that stands at the words, -1 where none does.
func (b *builder) cites(w extract.Where, target graph.ID) int {
	from, order := b.paragraph(w).ID, b.order(w)
	return slices.IndexFunc(b.links, func(l graph.Link) bool {
		return l.Type == graph.Cites && l.From == from && l.To == target && l.Order == order
	})
}

// find adds findings to a link; links of the document before are left as they were.
func (b *builder) find(link int, findings ...graph.Finding) {
	l := &b.links[link]
	l.Findings = slices.Concat(l.Findings, findings)
}

// commentaries are the readings of commentaries among what is loaded, the better one where one text comes twice.
type commentaries struct {
	readings map[graph.ID]*Reading
	loaded   map[graph.ID]bool // all instruments whose texts are loaded
}

func newCommentaries() *commentaries {
	return &commentaries{readings: make(map[graph.ID]*Reading), loaded: make(map[graph.ID]bool)}
}

// gather passes the outcomes on and keeps the commentaries among them.
func (c *commentaries) gather(outcomes iter.Seq2[Outcome, error]) iter.Seq2[Outcome, error] {
	return func(yield func(Outcome, error) bool) {
		for outcome, err := range outcomes {
			if outcome.Document != nil {
				c.loaded[outcome.Document.Instrument.ID] = true
			}
			if reading := outcome.commentary; reading != nil {
				id := reading.Document.Instrument.ID
				if rival := c.readings[id]; rival == nil || better(reading.Document.Source, rival.Document.Source) {
					c.readings[id] = reading
				}
			}
			if !yield(outcome, err) {
				return
			}
		}
	}
}

// compare compares the commentaries with the texts that the store holds, and applies them again with what it gave. It comes after
// all documents are in the store, so that the result does not depend on their order.
func (c *commentaries) compare(ctx context.Context, store graph.Writer, report *Report, o Options) error {
	reader, ok := store.(graph.Reader)
	if !ok {
		return nil
	}
	ids := slices.Sorted(maps.Keys(c.readings))
	for _, id := range ids {
		reading := c.readings[id]
		cited, err := heldTexts(ctx, reader, reading.Cites())
		if err != nil {
			return fmt.Errorf("compare %s: %w", id, err)
		}
		reading.Compare(cited)
		if o.FactsOnly {
			dropTexts(reading.Document)
		}
		report.compared(reading)
	}
	if !o.FactsOnly {
		if err := c.remark(ctx, reader, report); err != nil {
			return fmt.Errorf("look for commentaries on what was loaded: %w", err)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	return store.Apply(ctx, func(yield func(*graph.Document, error) bool) {
		for _, id := range ids {
			if !yield(c.readings[id].Document, nil) {
				return
			}
		}
	})
}

// remark names the commentaries held from an earlier load that cite what came with this one: their quotations were compared without it. Only
// their source has the marks of quotation in their places, so that they are not compared again here.
func (c *commentaries) remark(ctx context.Context, reader graph.Reader, report *Report) error {
	filter := graph.NodeFilter{Kind: graph.InstrumentNode, Kinds: []graph.InstrumentKind{graph.Commentary}, Holding: graph.HeldOnly}
	held, err := everyNode(ctx, reader, filter)
	if err != nil {
		return err
	}
	for _, node := range held {
		commentary, ok := node.(*graph.Instrument)
		if !ok || c.loaded[commentary.ID] {
			continue
		}
		cited, err := c.cites(ctx, reader, commentary.ID)
		if err != nil {
			return err
		}
		if cited != "" {
			report.remarkOn(commentary.ID, cited)
		}
	}
	return nil
}

// cites returns the first instrument of this load that a held one cites, "" where it cites none.
func (c *commentaries) cites(ctx context.Context, reader graph.Reader, id graph.ID) (graph.ID, error) {
	filter := graph.LinkFilter{Types: []graph.LinkType{graph.RestsOn}}
	request := graph.PageRequest{First: graph.MaxPage}
	for {
		pages, err := reader.Links(ctx, []graph.ID{id}, filter, request)
		if err != nil {
			return "", err
		}
		page := pages[0]
		for _, link := range page.Items() {
			if c.loaded[link.To] {
				return link.To, nil
			}
		}
		if !page.HasNext {
			return "", nil
		}
		request.After = page.Edges[len(page.Edges)-1].Cursor
	}
}

// heldTexts reads the texts of instruments from a store; those without a text are left out.
func heldTexts(ctx context.Context, reader graph.Reader, ids []graph.ID) ([]extract.Cited, error) {
	var cited []extract.Cited
	for chunk := range slices.Chunk(ids, graph.MaxBatch) {
		nodes, err := reader.Nodes(ctx, chunk)
		if err != nil {
			return nil, err
		}
		for i, node := range nodes {
			instrument, ok := node.(*graph.Instrument)
			if !ok || !instrument.Held {
				continue
			}
			paragraphs, err := paragraphsOf(ctx, reader, instrument.ID)
			if err != nil {
				return nil, err
			}
			if !slices.ContainsFunc(paragraphs, func(p graph.Paragraph) bool { return p.Text != "" }) {
				continue // facts without texts
			}
			known := *instrument
			known.ID = chunk[i] // as the commentary cites it
			cited = append(cited, extract.Cited{Instrument: known, Paragraphs: paragraphs})
		}
	}
	return cited, nil
}

// paragraphsOf reads all paragraphs of an instrument.
func paragraphsOf(ctx context.Context, reader graph.Reader, id graph.ID) ([]graph.Paragraph, error) {
	nodes, err := everyNode(ctx, reader, graph.NodeFilter{Kind: graph.ParagraphNode, PartOf: id, Order: graph.ByText})
	var all []graph.Paragraph
	for _, node := range nodes {
		if p, ok := node.(*graph.Paragraph); ok {
			all = append(all, *p)
		}
	}
	return all, err
}

// everyNode reads a list to its end, page by page.
func everyNode(ctx context.Context, reader graph.Reader, filter graph.NodeFilter) ([]graph.Node, error) {
	var all []graph.Node
	request := graph.PageRequest{First: graph.MaxPage}
	for {
		page, err := reader.List(ctx, filter, request)
		if err != nil {
			return nil, err
		}
		all = append(all, page.Items()...)
		if !page.HasNext {
			return all, nil
		}
		request.After = page.Edges[len(page.Edges)-1].Cursor
	}
}
