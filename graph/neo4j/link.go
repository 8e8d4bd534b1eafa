package neo4j

import (
	"context"
	"fmt"
	"reflect"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// The lists of links that readers ask for most, citations or aggregated citations in one direction, have statements of their own, which
// hand out lists of properties and look for nothing that is known: one for the first page of the whole list, which reads no more than the page,
// and one for any page that a filter lets through. All other lists come from links_out and links_in.

// leanStatements are those of one list.
type leanStatements struct{ first, page statement }

// leanList returns the statements of a list; zero where it has none of its own.
func leanList(ids []graph.ID, f *graph.LinkFilter) leanStatements {
	if len(f.Types) != 1 || len(ids) == 0 {
		return leanStatements{}
	}
	places := slices.ContainsFunc(ids, func(id graph.ID) bool { return id.Place() != "" })
	switch incoming := f.Direction == graph.In; {
	case f.Types[0] == graph.Cites && incoming:
		return leanStatements{readCitesIn, pageCitesIn}
	case f.Types[0] == graph.Cites && !places: // paragraphs have no paragraphs
		return leanStatements{readCitesOut, pageCitesOut}
	case f.Types[0] == graph.RestsOn && incoming:
		return leanStatements{readRestsOnIn, pageRestsOnIn}
	case f.Types[0] == graph.RestsOn:
		return leanStatements{readRestsOnOut, pageRestsOnOut}
	}
	return leanStatements{}
}

// isFirst reports whether the first page of the whole list is asked for.
func isFirst(f *graph.LinkFilter, w graph.Window) bool {
	rest := *f
	rest.Types, rest.Direction = nil, ""
	return w.Bound == "" && !w.Backward && reflect.ValueOf(rest).IsZero()
}

// leanRequest is what is asked of a list.
type leanRequest struct {
	filter *graph.LinkFilter
	window graph.Window
	total  bool
}

// leanPages reads a page of each node's list by the list's own statement.
func (s *Store) leanPages(
	ctx context.Context, lean leanStatements, ids []graph.ID, q leanRequest,
) ([]graph.Page[graph.LinkView], error) {
	if isFirst(q.filter, q.window) {
		first := firstPage{lean.first, q.filter.Types[0], q.filter.Direction, q.window.Limit, q.total}
		return s.firsts.one(ctx, first, ids)
	}
	parameters := linkParameters(q.filter)
	parameters["limit"] = q.window.Limit
	if err := bindLink(parameters, q.window, q.filter.Direction); err != nil {
		return nil, err
	}
	d := pageDecoder{kind: q.filter.Types[0], direction: q.filter.Direction, ids: ids, limit: q.window.Limit, total: q.total}
	return s.decodePages(ctx, lean.page, parameters, &d)
}

// firstPage is the question for the first page of a list.
type firstPage struct {
	name      statement
	kind      graph.LinkType
	direction graph.Direction
	limit     int
	total     bool
}

// readFirsts reads the first page of each node's list by one statement.
func (s *Store) readFirsts(ctx context.Context, q firstPage, ids []graph.ID) ([]graph.Page[graph.LinkView], error) {
	d := pageDecoder{kind: q.kind, direction: q.direction, ids: ids, limit: q.limit, total: q.total}
	return s.decodePages(ctx, q.name, map[string]any{"total": q.total, "limit": q.limit + 1}, &d)
}

func (s *Store) decodePages(
	ctx context.Context, name statement, parameters map[string]any, d *pageDecoder,
) ([]graph.Page[graph.LinkView], error) {
	parameters["ids"] = textsOf(d.ids)
	err := whole(ctx, func() error {
		d.clear()
		return s.read(ctx, name, filtered(parameters), d.record)
	})
	if err != nil {
		return nil, classify(ctx, "read links", err)
	}
	return d.pages, nil
}

// pageDecoder puts the answer of a list's own statement into pages.
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

// Columns of the lists' own statements, after the guard.
const (
	pageAt     = iota + 1 // the node's place in the request
	pageTotal             // how many links there are; of a first page null when it has them all
	pageSource            // the node itself where it is the source of them all
	pageRows              // the links with their ends; on a first page one too many
	pageStart             // how many links lie before the page; no column of a first page
)

// record reads one node's page.
func (d *pageDecoder) record(r *neo4j.Record) error {
	at, err := index(r.Values[pageAt], len(d.ids))
	if err != nil {
		return err
	}
	rows, ok := r.Values[pageRows].([]any)
	if !ok {
		return fmt.Errorf("%w: the links of %s are a %T", graph.ErrCorrupt, d.ids[at], r.Values[pageRows])
	}
	page := &d.pages[at]
	counted, _ := r.Values[pageTotal].(int64)
	if d.total {
		page.Total = max(len(rows), int(counted))
	}
	if len(r.Values) > pageStart {
		start, _ := r.Values[pageStart].(int64)
		page.HasPrevious, page.HasNext = start > 0, start+int64(len(rows)) < counted
	} else if page.HasNext = len(rows) > d.limit; page.HasNext {
		rows = rows[:d.limit]
	}
	source, err := listed(r.Values[pageSource], instrumentColumns, (*fields).instrument)
	if err != nil {
		return err
	}
	page.Edges = make([]graph.Edge[graph.LinkView], 0, len(rows))
	for _, row := range rows {
		ends, ok := row.([]any)
		if !ok || len(ends) != endColumns {
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

// A row of a page is lists of properties.
const (
	endLink      = iota
	endFar       // the instrument at the far end; null where that is the paragraph
	endSource    // the instrument that says so; null where that is the far end, or the one of all
	endParagraph // the paragraph that says so, null where there is none
	endColumns
)

// The properties of each, in the order in which the statements list them.
var (
	citesColumns = columnsOf("owner", "order", "date", "act", "confidence", "pinpoint", "printedDate", "printedTitle", "findings",
		"findingDetails", "quote", "start", "end", "wordsStart", "wordsEnd", "note", "rule", "alternatives", "alternativeConfidences")
	restsOnColumns = columnsOf("owner", "order", "date", "act", "confidence", "pinpoint", "printedDate", "printedTitle", "findings",
		"findingDetails", "quote", "start", "end", "wordsStart", "wordsEnd", "note", "rule", "count", "acts", "paragraph")
	instrumentColumns = columnsOf("id", "symbol", "aliases", "names", "kind", "title", "date", "body", "session", "basis", "held", "procedure",
		"subjects", "cites", "citedBy")
	paragraphColumns = columnsOf("id", "place", "part", "order", "opening", "act", "text", "start", "end", "date", "noteMarks", "notes",
		"noteStarts", "noteEnds", "noteAts")
)

// view reads a link, its far end, its source unless that is the one node all links have, and its paragraph.
func (d *pageDecoder) view(id graph.ID, ends []any, source *graph.Instrument) (graph.LinkView, error) {
	v := graph.LinkView{Source: source}
	far, err := listed(ends[endFar], instrumentColumns, (*fields).instrument)
	if err != nil {
		return v, err
	}
	if v.SourceParagraph, err = listed(ends[endParagraph], paragraphColumns, (*fields).paragraph); err != nil {
		return v, err
	}
	if ends[endSource] != nil {
		if v.Source, err = listed(ends[endSource], instrumentColumns, (*fields).instrument); err != nil {
			return v, err
		}
	}
	if d.kind == graph.Cites && v.SourceParagraph == nil {
		return v, errChanged
	}
	order, from, to := citesColumns, id, id
	switch {
	case d.kind == graph.Cites && d.direction == graph.In:
		v.Far, from = v.SourceParagraph, v.SourceParagraph.ID
	case far == nil:
		return v, errChanged
	case d.kind == graph.Cites:
		v.Far, from, to = far, v.SourceParagraph.ID, far.ID
	case d.direction == graph.In:
		order, v.Far, v.Source, from = restsOnColumns, far, far, far.ID
	default:
		order, v.Far, to = restsOnColumns, far, far.ID
	}
	row, ok := ends[endLink].([]any)
	if !ok || len(row) != len(order) {
		return v, fmt.Errorf("%w: a link of %s is %v", graph.ErrCorrupt, id, ends[endLink])
	}
	v.Link, err = (&fields{row: row, order: order}).link(d.kind, from, to)
	return v, err
}

// listed reads a node from the list of its properties; nil for null.
func listed[T any](value any, order columns, read func(*fields) *T) (*T, error) {
	row, ok := value.([]any)
	switch {
	case value == nil:
		return nil, nil //nolint:nilnil // there need not be one
	case !ok || len(row) != len(order):
		return nil, fmt.Errorf("%w: a node is %v", graph.ErrCorrupt, value)
	case row[order["id"]] == nil:
		return nil, errChanged
	}
	f := &fields{row: row, order: order}
	return read(f), f.bad
}
