package resolver

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"recital/graph"
	"recital/resolver/internal/scalar"
)

// outgoing are the fields of an instrument that list links from it. Each entry of theirs brings the instrument along.
var outgoing = map[string]graph.LinkType{"cites": graph.Cites, "restsOn": graph.RestsOn}

// instrumentTypes are the types that a selection for an instrument may be of: those of the generated code, which then finds the fields
// collected.
var instrumentTypes = []string{"Instrument", "Node", "Authority"}

// ahead reads an instrument by its id together with the page of its links that the field being resolved asks for: one call to the store for
// two. It returns nil where that does not tell the instrument; the page that was read is kept for its field all the same. The instrument has the
// parts that the field selects of it, and those of a source that are given.
func ahead(ctx context.Context, id graph.ID, parts graph.LinkParts) (*graph.Instrument, error) {
	if symbol, err := graph.ParseSymbol(string(id)); err != nil || symbol.ID() != id {
		return nil, nil // what has no symbol has no text that cites
	}
	oc := graphql.GetOperationContext(ctx)
	asked := graphql.GetFieldContext(ctx).Field
	for _, field := range scalar.Fields(ctx, oc, asked.Selections, instrumentTypes) {
		linked, lists := outgoing[field.Name]
		if !lists || field.Arguments.ForName("filter") != nil {
			continue
		}
		p, known := pagingOf(field.ArgumentMap(oc.Variables))
		if !known {
			continue
		}
		request, err := p.request(has(ctx, field.Selections, "totalCount"))
		if err != nil {
			return nil, nil // the field itself says what is wrong
		}
		read := selected{parts: parts | graph.SourceAlone}
		read.set(field.Selections, entries, false)
		read.set(asked.Selections, source, false)
		request.Parts = read.result()
		page, err := loadsOf(ctx).readAhead(ctx, id, linkFilter(nil, linked, graph.Out), request)
		if err != nil || len(page.Edges) == 0 {
			return nil, err
		}
		if instrument := page.Edges[0].Node.Source; instrument != nil && instrument.ID == id {
			return instrument, nil
		}
		return nil, nil
	}
	return nil, nil
}

// pagingOf reads the arguments of a connection as they stand in the document and its variables; known is false for a value that only the
// generated code can read.
func pagingOf(arguments map[string]any) (p paging, known bool) {
	for name, to := range map[string]**int{"first": &p.first, "last": &p.last} {
		if arguments[name] == nil {
			continue
		}
		n, err := graphql.UnmarshalInt(arguments[name])
		if err != nil {
			return p, false
		}
		*to = &n
	}
	for name, to := range map[string]**graph.Cursor{"after": &p.after, "before": &p.before} {
		if arguments[name] == nil {
			continue
		}
		text, ok := arguments[name].(string)
		if !ok {
			return p, false
		}
		cursor := graph.Cursor(text)
		*to = &cursor
	}
	return p, true
}
