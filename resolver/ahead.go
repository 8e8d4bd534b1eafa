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
	for _, list := range listsAhead(ctx, parts) {
		p, known := pagingOf(list.field.ArgumentMap(graphql.GetOperationContext(ctx).Variables))
		if !known {
			continue
		}
		request, err := p.request(list.counted)
		if err != nil {
			return nil, nil // the field itself says what is wrong
		}
		request.Parts = list.parts
		page, err := loadsOf(ctx).readAhead(ctx, id, linkFilter(nil, list.links, graph.Out), request)
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

// listAhead is a list of an instrument's links that is asked for with it.
type listAhead struct {
	field   graphql.CollectedField
	links   graph.LinkType
	counted bool            // its length is asked for
	parts   graph.LinkParts // of its links and of the instrument
}

// listsAhead are the lists that the field being resolved asks for of the instrument, with those parts of it at least.
func listsAhead(ctx context.Context, parts graph.LinkParts) []listAhead {
	asked := graphql.GetFieldContext(ctx).Field
	return scalar.Once(ctx, asked.Selections, parts, func() []listAhead {
		var lists []listAhead
		for _, field := range scalar.Fields(ctx, graphql.GetOperationContext(ctx), asked.Selections, instrumentTypes) {
			links, outward := outgoing[field.Name]
			if !outward || field.Arguments.ForName("filter") != nil {
				continue
			}
			read := selected{parts: parts | graph.SourceAlone}
			read.set(field.Selections, entries, false)
			read.set(asked.Selections, source, false)
			lists = append(lists, listAhead{field, links, has(ctx, field.Selections, "totalCount"), read.result()})
		}
		return lists
	})
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
