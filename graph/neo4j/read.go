package neo4j

import (
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// Nodes implements graph.Reader.
func (s *Store) Nodes(ctx context.Context, ids []graph.ID) ([]graph.Node, error) {
	if err := graph.CheckBatch(ids); err != nil {
		return nil, err
	}
	if len(ids) == 0 {
		return []graph.Node{}, ctx.Err()
	}
	nodes, err := s.nodes.one(ctx, struct{}{}, ids)
	if err != nil {
		return nil, err
	}
	shareNodes(nodes)
	return nodes, nil
}

// readNodes reads the nodes by one statement.
func (s *Store) readNodes(ctx context.Context, _ struct{}, ids []graph.ID) ([]graph.Node, error) {
	nodes := make([]graph.Node, len(ids))
	err := whole(ctx, func() error {
		clear(nodes)
		return s.read(ctx, readNodes, filtered(map[string]any{"ids": textsOf(ids)}), func(r *neo4j.Record) error {
			at, err := index(r.Values[1], len(ids))
			if err == nil {
				nodes[at], err = decodeNode(r.Values[2], r.Values[3])
			}
			return err
		})
	})
	if err != nil {
		return nil, classify(ctx, "read nodes", err)
	}
	return nodes, nil
}

// shareNodes makes equal ids lead to one value, as graph.Reader promises.
func shareNodes(nodes []graph.Node) {
	first := make(map[graph.ID]graph.Node, len(nodes))
	for i, n := range nodes {
		if n == nil {
			continue
		}
		if known, found := first[n.NodeID()]; found {
			nodes[i] = known
		}
		first[n.NodeID()] = nodes[i]
	}
}

// Links implements graph.Reader.
func (s *Store) Links(
	ctx context.Context, ids []graph.ID, f graph.LinkFilter, page graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	if err := graph.CheckBatch(ids); err != nil {
		return nil, err
	}
	if err := f.Check(); err != nil {
		return nil, err
	}
	window, err := page.Window()
	if err != nil {
		return nil, err
	}
	if lean := leanList(ids, &f); lean.first != "" {
		return s.leanPages(ctx, lean, ids, leanRequest{&f, window, page.Total, page.Parts})
	}
	parameters := linkParameters(&f)
	parameters["ids"], parameters["limit"] = textsOf(ids), window.Limit
	parameters["source"], parameters["paragraph"] = page.Parts.Asks(graph.SourceParts), page.Parts.Asks(graph.ParagraphParts)
	if err := bindLink(parameters, window, f.Direction); err != nil {
		return nil, err
	}
	d := linkDecoder{direction: f.Direction, total: page.Total}
	d.clear(len(ids))
	if len(ids) == 0 {
		return d.pages, ctx.Err()
	}
	name := readLinksOut
	if f.Direction == graph.In {
		name = readLinksIn
	}
	err = whole(ctx, func() error {
		d.clear(len(ids))
		return s.read(ctx, name, filtered(parameters), d.record)
	})
	if err != nil {
		return nil, classify(ctx, "read links", err)
	}
	d.finish()
	return d.pages, nil
}

// linkParameters says a filter of links in the words of the statements.
func linkParameters(f *graph.LinkFilter) map[string]any {
	has := func(types ...graph.LinkType) bool {
		return len(f.Types) == 0 || slices.ContainsFunc(types, func(t graph.LinkType) bool { return slices.Contains(f.Types, t) })
	}
	return map[string]any{
		"own":    true,
		"lifted": has(graph.Cites, graph.Pinpoints, graph.Names),
		"types":  textsOf(f.Types), "acts": textsOf(f.Acts), "roles": textsOf(f.Roles),
		"farNodes": textsOf(f.FarNodes), "farKinds": textsOf(f.FarKinds), "farBodies": textsOf(f.FarBodies),
		"since": dateOf(f.Since), "until": dateOf(f.Until),
		"confidence": max(0, f.MinConfidence), "findings": f.Findings,
	}
}

// bindLink adds the place that a page begins at.
func bindLink(parameters map[string]any, w graph.Window, d graph.Direction) error {
	parameters["bounded"], parameters["backward"] = w.Bound != "", w.Backward
	var k graph.LinkKey
	if w.Bound != "" {
		var err error
		if k, err = graph.ParseLinkCursor(w.Bound, d); err != nil {
			return err
		}
	}
	parameters["date"], parameters["owner"], parameters["place"] = k.Date.String(), string(k.Owner), k.Order
	parameters["type"], parameters["from"], parameters["to"] = string(k.Type), string(k.From), string(k.To)
	return nil
}

// linkDecoder puts the rows of a statement for links into pages.
type linkDecoder struct {
	direction graph.Direction
	pages     []graph.Page[graph.LinkView]
	rows      [][]linkRow
	total     bool
}

// clear begins anew with n empty pages.
func (d *linkDecoder) clear(n int) {
	d.pages, d.rows = make([]graph.Page[graph.LinkView], n), make([][]linkRow, n)
	for i := range d.pages {
		d.pages[i].Total = -1
		if d.total {
			d.pages[i].Total = 0
		}
	}
}

// linkRow is a link with its place on the page: rows may come in any order.
type linkRow struct {
	place int64
	view  graph.LinkView
}

// Columns of links_out and links_in.
const (
	_ = iota // the guard
	linkAt
	linkTotal
	linkStart
	linkLength
	linkPlace
	linkType
	linkFrom
	linkTo
	linkProperties
	linkFarLabels
	linkFar
	linkSource
	linkParagraph
)

func (d *linkDecoder) record(r *neo4j.Record) error {
	at, err := index(r.Values[linkAt], len(d.pages))
	if err != nil {
		return err
	}
	page := &d.pages[at]
	total, _ := r.Values[linkTotal].(int64)
	start, _ := r.Values[linkStart].(int64)
	length, _ := r.Values[linkLength].(int64)
	place, _ := r.Values[linkPlace].(int64)
	if d.total {
		page.Total = int(total)
	}
	page.HasPrevious = start > 0
	page.HasNext = start+length < total
	if place < 0 { // the page is empty
		return nil
	}
	kind, _ := r.Values[linkType].(string)
	from, _ := r.Values[linkFrom].(string)
	to, _ := r.Values[linkTo].(string)
	row := linkRow{place: place}
	if row.view.Link, err = decodeLink(graph.LinkType(kind), graph.ID(from), graph.ID(to), r.Values[linkProperties]); err != nil {
		return err
	}
	if err := decodeEnds(&row.view, r); err != nil {
		return err
	}
	d.rows[at] = append(d.rows[at], row)
	return nil
}

// decodeEnds reads the nodes that a link is handed out with.
func decodeEnds(v *graph.LinkView, r *neo4j.Record) error {
	var err error
	if v.Far, err = decodeNode(r.Values[linkFarLabels], r.Values[linkFar]); err != nil {
		return err
	}
	if v.Source, err = owned(r.Values[linkSource], (*fields).instrument); err != nil {
		return err
	}
	v.SourceParagraph, err = owned(r.Values[linkParagraph], (*fields).paragraph)
	return err
}

// finish puts the rows in order, with their cursors.
func (d *linkDecoder) finish() {
	for at, rows := range d.rows {
		slices.SortFunc(rows, func(a, b linkRow) int { return int(a.place - b.place) })
		for i := range rows {
			view := rows[i].view
			cursor := view.Key(d.direction).Cursor()
			d.pages[at].Edges = append(d.pages[at].Edges, graph.Edge[graph.LinkView]{Cursor: cursor, Node: view})
		}
	}
}

// index reads a place in a list of length n.
func index(value any, n int) (int, error) {
	at, ok := value.(int64)
	if !ok || at < 0 || at >= int64(n) {
		return 0, fmt.Errorf("%w: the server answered place %v of %d", graph.ErrCorrupt, value, n)
	}
	return int(at), nil
}

// textsOf returns strings of any type as plain ones; nil, which is null in Cypher, for none.
func textsOf[S ~string](values []S) any {
	if len(values) == 0 {
		return nil
	}
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return texts
}

// dateOf returns a day as text; nil, which is null in Cypher, for the zero Date.
func dateOf(d graph.Date) any {
	if d.IsZero() {
		return nil
	}
	return d.String()
}
