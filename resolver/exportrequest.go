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

// ExportParameter is one of the words in which a part of the graph is selected, in the address of /export and on a command line.
type ExportParameter struct {
	Name  string
	Usage string
	Many  bool // it may stand several times: what any of its values lets through
	takes []exportSelection
}

// exportSelection is what can be selected.
type exportSelection string

const (
	exportsChain  exportSelection = "a chain"
	exportsSearch exportSelection = "a search"
	exportsList   exportSelection = "a list"
)

// ExportParameters lists the parameters beside format; a fresh slice each call.
func ExportParameters() []ExportParameter {
	chain, filter := []exportSelection{exportsChain}, []exportSelection{exportsSearch, exportsList}
	return []ExportParameter{
		{"chain", "only what this instrument rests on", false, chain},
		{"direction", "of the chain: OUT, or IN for what rests on the instrument", false, chain},
		{"depth", "steps of the chain (default 3)", false, chain},
		{"limit", "instruments of the chain at the most (default 2,000, which is the most)", false, chain},
		{"search", "only what is found by these words", false, []exportSelection{exportsSearch}},
		{"kind", "of this kind, such as treaty; may stand several times", true, filter},
		{"body", "of this organ, such as HRC; may stand several times", true, filter},
		{"since", "of this day (YYYY-MM-DD) or later", false, filter},
		{"until", "of this day or earlier", false, filter},
		{"asOf", "as a drafter of this day could have known it", false, slices.Concat(chain, filter)},
		{"holding", "HELD, whose text is held, or NOT_HELD", false, filter},
	}
}

// ExportRequest reads what to export: the format and the [ExportParameters]. They select a chain, a search, a list of instruments, or all.
// A parameter that does nothing for the selection is refused, with an error that wraps [graph.ErrBadRequest]: the file would be of
// something else than its reader believes.
func ExportRequest(ctx context.Context, reader graph.Reader, values url.Values) (export.Request, error) {
	request := export.Request{Reader: reader, Format: export.Format(values.Get("format"))}
	if err := request.Format.Check(); err != nil {
		return request, err
	}
	var err error
	switch {
	case values.Has("chain") && values.Has("search"):
		err = fmt.Errorf("export: %w: choose a chain or a search", graph.ErrBadRequest)
	case values.Has("chain"):
		if err = checkExport(values, exportsChain); err == nil {
			request.Selection.Chain, err = exportChain(ctx, reader, values)
		}
	case values.Has("search"):
		if err = checkExport(values, exportsSearch); err == nil {
			request.Selection.Search, err = exportSearch(values)
		}
	default:
		if err = checkExport(values, exportsList); err == nil && len(values) > 1 {
			request.Selection.List, err = exportList(values)
		}
	}
	return request, err
}

// checkExport refuses parameters that the selection does not take, and second values of those that have one.
func checkExport(values url.Values, selection exportSelection) error {
	var takes, many []string
	for _, p := range ExportParameters() {
		if slices.Contains(p.takes, selection) {
			takes = append(takes, p.Name)
		}
		if p.Many {
			many = append(many, p.Name)
		}
	}
	for name, given := range values {
		switch {
		case name != "format" && !slices.Contains(takes, name):
			return fmt.Errorf("export of %s with %q: %w: beside format it takes %s",
				selection, name, graph.ErrBadRequest, strings.Join(takes, ", "))
		case len(given) > 1 && !slices.Contains(many, name):
			return fmt.Errorf("export with %d of %s: %w: it takes one", len(given), name, graph.ErrBadRequest)
		case strings.TrimSpace(given[0]) == "":
			return fmt.Errorf("export with an empty %s: %w: say a value, or leave it out", name, graph.ErrBadRequest)
		}
	}
	return nil
}

func exportChain(ctx context.Context, reader graph.Reader, values url.Values) (*graph.ChainRequest, error) {
	from, err := known(ctx, reader, values.Get("chain"))
	if err != nil {
		return nil, err
	}
	// A file has no next page: what there is room for is taken.
	chain := &graph.ChainRequest{Start: from.ID, Limit: graph.MaxWalkNodes, Direction: graph.Direction(strings.ToUpper(values.Get("direction")))}
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
			return nil, fmt.Errorf("export of body %q: %w: an organ's id, initials or name", text, graph.ErrBadRequest)
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
