package neo4j

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// The lists of links that readers ask for most, one type in one direction from its beginning, have statements of their own, which read
// no more than the page. All other lists come from links_out and links_in.

// pageStatement returns the statement for the first page of a list, "" where it has none of its own.
func pageStatement(ids []graph.ID, f *graph.LinkFilter, w graph.Window) statement {
	rest := *f
	rest.Types, rest.Direction = nil, ""
	if len(f.Types) != 1 || w.Bound != "" || w.Backward || !reflect.ValueOf(rest).IsZero() {
		return ""
	}
	places := slices.ContainsFunc(ids, func(id graph.ID) bool { return id.Place() != "" })
	switch incoming := f.Direction == graph.In; {
	case f.Types[0] == graph.Cites && incoming:
		return readCitesIn
	case f.Types[0] == graph.Cites && !places: // paragraphs have no paragraphs
		return readCitesOut
	case f.Types[0] == graph.RestsOn && incoming:
		return readRestsOnIn
	case f.Types[0] == graph.RestsOn:
		return readRestsOnOut
	}
	return ""
}

// firstPages reads the first page of each node's list by its own statement.
func (s *Store) firstPages(
	ctx context.Context, name statement, ids []graph.ID, f *graph.LinkFilter, limit int, total bool,
) ([]graph.Page[graph.LinkView], error) {
	d := pageDecoder{kind: f.Types[0], direction: f.Direction, ids: ids, limit: limit, total: total}
	parameters := filtered(map[string]any{"ids": textsOf(ids), "limit": limit + 1, "total": total})
	err := whole(ctx, func() error {
		d.clear()
		return s.read(ctx, name, parameters, d.record)
	})
	return d.pages, classify(ctx, "read links", err)
}

// pageDecoder puts the answer of a statement for first pages into pages.
type pageDecoder struct {
	kind      graph.LinkType
	direction graph.Direction
	ids       []graph.ID
	limit     int
	total     bool
	pages     []graph.Page[graph.LinkView]
}

// clear begins anew with empty pages.
func (d *pageDecoder) clear() {
	d.pages = make([]graph.Page[graph.LinkView], len(d.ids))
	for i := range d.pages {
		d.pages[i].Total = -1
		if d.total {
			d.pages[i].Total = 0
		}
	}
}

// record reads one node's page: the node's place in the request, how many links lie beyond the page's one too many, the node itself where
// it is the source of them all, and the links with their ends.
func (d *pageDecoder) record(r *neo4j.Record) error {
	at, err := index(r.Values[1], len(d.ids))
	if err != nil {
		return err
	}
	rows, ok := r.Values[4].([]any)
	if !ok {
		return fmt.Errorf("%w: the links of %s are a %T", graph.ErrCorrupt, d.ids[at], r.Values[4])
	}
	page := &d.pages[at]
	counted, _ := r.Values[2].(int64)
	if d.total {
		page.Total = max(len(rows), int(counted))
	}
	if page.HasNext = len(rows) > d.limit; page.HasNext {
		rows = rows[:d.limit]
	}
	source, err := nodeAs(r.Values[3], (*fields).instrument)
	if err != nil {
		return err
	}
	page.Edges = make([]graph.Edge[graph.LinkView], 0, len(rows))
	for _, row := range rows {
		ends, ok := row.([]any)
		if !ok || len(ends) != 4 {
			return fmt.Errorf("%w: a link of %s is %v", graph.ErrCorrupt, d.ids[at], row)
		}
		view, err := d.view(d.ids[at], ends, source)
		if err != nil {
			return err
		}
		page.Edges = append(page.Edges, graph.Edge[graph.LinkView]{Cursor: view.Key(d.direction).Cursor(), Node: view})
	}
	return nil
}

// view reads a link, its far end, its source unless that is the one node all links have, and its paragraph.
func (d *pageDecoder) view(id graph.ID, ends []any, source *graph.Instrument) (graph.LinkView, error) {
	v := graph.LinkView{Source: source}
	relationship, ok := ends[0].(neo4j.Relationship)
	far, found := ends[1].(neo4j.Node)
	if !ok || !found {
		return v, fmt.Errorf("%w: a link of %s is a %T to a %T", graph.ErrCorrupt, id, ends[0], ends[1])
	}
	var err error
	if v.Far, err = decodeNode(labelsOf(far), far.Props); err != nil {
		return v, err
	}
	if ends[2] != nil {
		if v.Source, err = nodeAs(ends[2], (*fields).instrument); err != nil {
			return v, err
		}
	}
	if v.SourceParagraph, err = nodeAs(ends[3], (*fields).paragraph); err != nil {
		return v, err
	}
	from, to := id, v.Far.NodeID()
	if d.direction == graph.In {
		from, to = to, from
	} else if d.kind == graph.Cites {
		if v.SourceParagraph == nil {
			return v, errChanged
		}
		from = v.SourceParagraph.ID
	}
	v.Link, err = decodeLink(d.kind, from, to, relationship.Props)
	return v, err
}

// labelsOf returns the labels as a list of the driver's is in an answer.
func labelsOf(n neo4j.Node) any {
	labels := make([]any, len(n.Labels))
	for i, label := range n.Labels {
		labels[i] = label
	}
	return labels
}

// nodeAs reads a node of which the statement has told the kind; nil for null.
func nodeAs[T any](value any, read func(*fields) *T) (*T, error) {
	n, ok := value.(neo4j.Node)
	if !ok {
		return nil, nil //nolint:nilnil // there need not be one
	}
	return owned(n.Props, read)
}
