package resolver

import (
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"recital/graph"
	"recital/resolver/export"
	"recital/resolver/internal/scalar"
)

// Parameters of /export beside format, by what is selected. One that does nothing for the selection is refused: the file would be of
// something else than its reader believes.
var (
	exportChainTakes  = []string{"chain", "direction", "depth", "limit", "asOf"}
	exportListTakes   = []string{"kind", "body", "since", "until", "asOf", "holding"}
	exportSearchTakes = append([]string{"search"}, exportListTakes...)
	exportManyValued  = []string{"kind", "body"}
)

// exportRequest reads the address: format, and what to select. That is a chain, a search, a list of instruments, or all.
func (s *server) exportRequest(ctx context.Context, values url.Values) (export.Request, error) {
	request := export.Request{Reader: s.reader, Format: export.Format(values.Get("format"))}
	if err := request.Format.Check(); err != nil {
		return request, err
	}
	var err error
	switch {
	case values.Has("chain") && values.Has("search"):
		err = fmt.Errorf("export: %w: choose a chain or a search", graph.ErrBadRequest)
	case values.Has("chain"):
		if err = checkExport(values, "a chain", exportChainTakes); err == nil {
			request.Selection.Chain, err = s.exportChain(ctx, values)
		}
	case values.Has("search"):
		if err = checkExport(values, "a search", exportSearchTakes); err == nil {
			request.Selection.Search, err = exportSearch(values)
		}
	default:
		if err = checkExport(values, "a list", exportListTakes); err == nil && len(values) > 1 {
			request.Selection.List, err = exportList(values)
		}
	}
	return request, err
}

// checkExport refuses parameters that the selection does not take, and second values of those that have one.
func checkExport(values url.Values, selection string, takes []string) error {
	for name, given := range values {
		switch {
		case name != "format" && !slices.Contains(takes, name):
			return fmt.Errorf("export of %s with %q: %w: beside format it takes %s",
				selection, name, graph.ErrBadRequest, strings.Join(takes, ", "))
		case len(given) > 1 && !slices.Contains(exportManyValued, name):
			return fmt.Errorf("export with %d of %s: %w: it takes one", len(given), name, graph.ErrBadRequest)
		case strings.TrimSpace(given[0]) == "":
			return fmt.Errorf("export with an empty %s: %w: say a value, or leave it out", name, graph.ErrBadRequest)
		}
	}
	return nil
}

func (s *server) exportChain(ctx context.Context, values url.Values) (*graph.ChainRequest, error) {
	from, err := known(ctx, s.reader, values.Get("chain"))
	if err != nil {
		return nil, err
	}
	chain := &graph.ChainRequest{Start: from.ID, Direction: graph.Direction(strings.ToUpper(values.Get("direction")))}
	if chain.Direction != "" && chain.Direction != graph.Out && chain.Direction != graph.In {
		return nil, fmt.Errorf("export in direction %q: %w: OUT or IN", values.Get("direction"), graph.ErrBadRequest)
	}
	for name, field := range map[string]*int{"depth": &chain.Depth, "limit": &chain.Limit} {
		if !values.Has(name) {
			continue
		}
		if *field, err = strconv.Atoi(values.Get(name)); err != nil || *field < 1 {
			return nil, fmt.Errorf("export with a %s of %q: %w: a number from 1", name, values.Get(name), graph.ErrBadRequest)
		}
	}
	chain.Filter.AsOf, err = exportDate(values, "asOf")
	return chain, err
}

func exportSearch(values url.Values) (*graph.TextQuery, error) {
	words := values.Get("search")
	if len(words) > longestText {
		return nil, &tooLongError{"the text of a search", len(words), longestText}
	}
	list, err := exportList(values)
	if err != nil {
		return nil, err
	}
	return &graph.TextQuery{
		Text: words, InstrumentKinds: list.Kinds, Bodies: list.Bodies, Since: list.Since, Until: list.Until, Holding: list.Holding,
	}, nil
}

func exportList(values url.Values) (*graph.NodeFilter, error) {
	list := &graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.Holding(strings.ToUpper(values.Get("holding")))}
	if list.Holding != "" && list.Holding != graph.HeldOnly && list.Holding != graph.RedLinks {
		return nil, fmt.Errorf("export with holding %q: %w: HELD or NOT_HELD", values.Get("holding"), graph.ErrBadRequest)
	}
	for _, text := range values["kind"] {
		kind := graph.InstrumentKind(strings.ToUpper(text))
		if !slices.Contains(graph.InstrumentKinds(), kind) {
			return nil, fmt.Errorf("export of kind %q: %w: the schema's InstrumentKind lists them", text, graph.ErrBadRequest)
		}
		list.Kinds = append(list.Kinds, kind)
	}
	for _, text := range values["body"] {
		body, err := scalar.UnmarshalBody(text)
		if err != nil {
			return nil, err
		}
		list.Bodies = append(list.Bodies, body)
	}
	if err := checkNodeFilter(list); err != nil {
		return nil, err
	}
	var err error
	if list.Since, err = exportDate(values, "since"); err != nil {
		return nil, err
	}
	if list.Until, err = exportDate(values, "until"); err != nil {
		return nil, err
	}
	asOf, err := exportDate(values, "asOf")
	list.Until = earlier(list.Until, &asOf)
	return list, err
}

func exportDate(values url.Values, name string) (graph.Date, error) {
	date, err := graph.ParseDate(values.Get(name))
	if err != nil {
		return date, fmt.Errorf("export with a date of %q in %s: %w: YYYY-MM-DD", values.Get(name), name, graph.ErrBadRequest)
	}
	return date, nil
}
