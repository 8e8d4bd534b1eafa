package neo4j

import (
	"context"
	"reflect"
	"slices"

	"recital/graph"
)

// The lists of links that readers ask for most, citations or aggregated citations in one direction, have statements of their own, which
// hand out lists of the properties that are asked for and look for nothing that is known: one for the first page of the whole list, which reads no
// more than the page, and one for any page that a filter lets through. All other lists come from links_out and links_in, which leave out no more
// than whole nodes.

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
	parts  graph.LinkParts
}

// leanPages reads a page of each node's list by the list's own statement.
func (s *Store) leanPages(
	ctx context.Context, lean leanStatements, ids []graph.ID, q leanRequest,
) ([]graph.Page[graph.LinkView], error) {
	if q.filter.Types[0] == graph.RestsOn && q.filter.Direction == graph.In {
		q.parts = farAsSource(q.parts)
	}
	if isFirst(q.filter, q.window) {
		first := firstPage{lean.first, q.filter.Types[0], q.filter.Direction, q.window.Limit, q.total, q.parts}
		return s.firsts.one(ctx, first, ids)
	}
	parameters := linkParameters(q.filter)
	parameters["limit"] = q.window.Limit
	if err := bindLink(parameters, q.window, q.filter.Direction); err != nil {
		return nil, err
	}
	d := pageDecoder{kind: q.filter.Types[0], direction: q.filter.Direction, ids: ids, total: q.total, parts: q.parts}
	setParts(parameters, q.parts)
	return s.decodePages(ctx, lean.page, parameters, &d)
}

// farAsSource asks of the far end what is asked of the source, too: it is the same instrument.
func farAsSource(p graph.LinkParts) graph.LinkParts {
	for _, same := range [][2]graph.LinkParts{
		{graph.SourceTitle, graph.FarTitle}, {graph.SourceOutline, graph.FarOutline}, {graph.SourceDetail, graph.FarDetail},
	} {
		if p&same[0] != 0 {
			p |= same[1]
		}
	}
	return p
}

// firstPage is the question for the first page of a list.
type firstPage struct {
	name      statement
	kind      graph.LinkType
	direction graph.Direction
	limit     int
	total     bool
	parts     graph.LinkParts
}

// readFirsts reads the first page of each node's list by one statement.
func (s *Store) readFirsts(ctx context.Context, q firstPage, ids []graph.ID) ([]graph.Page[graph.LinkView], error) {
	d := pageDecoder{kind: q.kind, direction: q.direction, ids: ids, total: q.total, parts: q.parts, first: true}
	parameters := map[string]any{"total": q.total, "limit": q.limit + 1} // one too many tells whether others follow
	setParts(parameters, q.parts)
	return s.decodePages(ctx, q.name, parameters, &d)
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

// setParts adds which parts of links are asked for, in the words of the lists' own statements.
func setParts(parameters map[string]any, p graph.LinkParts) {
	for name, parts := range partNames {
		parameters[name] = p.Asks(parts)
	}
}

var partNames = map[string]graph.LinkParts{
	"quote": graph.LinkQuote, "words": graph.LinkWords, "claims": graph.LinkClaims,
	"farTitle": graph.FarTitle, "farOutline": graph.FarOutline, "farDetail": graph.FarDetail,
	"source": graph.SourceParts, "sourceTitle": graph.SourceTitle, "sourceOutline": graph.SourceOutline, "sourceDetail": graph.SourceDetail,
	"paragraph": graph.ParagraphParts, "outline": graph.ParagraphOutline, "text": graph.ParagraphText,
}
