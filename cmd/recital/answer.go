package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"recital/graph"
	"recital/loader/extract"
)

// answer is a command that asks a store and prints a table.
type answer struct {
	use, short, example string
	least, most         int
	ask                 func(ctx context.Context, r graph.Reader, args []string) (*table, error)
}

// answerCommand makes the command of an answer.
func (a *app) answerCommand(q answer) *cobra.Command {
	var store, format string
	cmd := &cobra.Command{
		Use: q.use, Short: q.short, Example: q.example, Args: arguments(q.least, q.most),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if err := checkFormat(format); err != nil {
				return err
			}
			s, _, err := a.openStore(cmd.Context(), store, toRead)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, s.Close()) }()
			t, err := q.ask(cmd.Context(), s, args)
			if err != nil {
				return err
			}
			return t.write(a.stdout, format)
		},
	}
	storeFlag(cmd, &store)
	formatFlag(cmd, &format)
	return cmd
}

// find returns the one instrument that the words mean. Several are an error that names them.
func find(ctx context.Context, r graph.Reader, text string) (*graph.Instrument, error) {
	found, err := graph.Find(ctx, r, text)
	if err != nil {
		return nil, err
	}
	var held []*graph.Instrument
	for _, i := range found {
		if i.Held {
			held = append(held, i)
		}
	}
	if sure := graph.Sure(text, found); sure != nil {
		return sure, nil
	}
	if len(held) == 1 {
		return held[0], nil
	}
	names := make([]string, 0, len(found))
	for _, i := range found {
		name := string(i.ID)
		if i.Title != "" {
			name += " (" + cut(i.Title, cellWidth) + ")"
		}
		names = append(names, name)
	}
	return nil, fmt.Errorf("%q may mean %s: name one", text, strings.Join(names, " or "))
}

// links returns all links of one node, page by page.
func links(ctx context.Context, r graph.Reader, id graph.ID, filter graph.LinkFilter) ([]graph.LinkView, error) {
	var all []graph.LinkView
	request := graph.PageRequest{First: graph.MaxPage}
	for {
		pages, err := r.Links(ctx, []graph.ID{id}, filter, request)
		if err != nil {
			return nil, err
		}
		all = append(all, pages[0].Items()...)
		if !pages[0].HasNext {
			return all, nil
		}
		request.After = pages[0].Edges[len(pages[0].Edges)-1].Cursor
	}
}

func (a *app) showCommand() *cobra.Command {
	return a.answerCommand(answer{
		use: "show SYMBOL", short: "Show an instrument: its paragraphs with acts, citations, rights and actors",
		example: "  recital show 53/29\n  recital show 'General Assembly resolution 217 A (III)' --format json",
		least:   1, most: 1,
		ask: func(ctx context.Context, r graph.Reader, args []string) (*table, error) {
			i, err := find(ctx, r, args[0])
			if err != nil {
				return nil, err
			}
			return show(ctx, r, i)
		},
	})
}

func show(ctx context.Context, r graph.Reader, i *graph.Instrument) (*table, error) {
	t := &table{columns: []string{"place", "act", "what", "id", "title", "words"}}
	t.add("", "", strings.ToLower(string(i.Kind)), i.ID, i.Title, fmt.Sprintf("%s; cites %d, cited by %d", i.Date, i.Cites, i.CitedBy))
	found, err := links(ctx, r, i.ID, graph.LinkFilter{Types: []graph.LinkType{graph.Cites, graph.Names}})
	if err != nil {
		return nil, err
	}
	for _, l := range found {
		t.add(l.From.Place(), l.Act, what(l), l.To, nodeTitle(l.Far), oneLine(l.Evidence.Quote))
		for _, finding := range l.Findings {
			t.add(l.From.Place(), "", "finding", string(finding.Kind), "", oneLine(finding.Detail))
		}
	}
	request := graph.PageRequest{First: graph.MaxPage}
	for {
		page, err := r.List(ctx, graph.NodeFilter{Kind: graph.MandateNode, PartOf: i.ID, Order: graph.ByText}, request)
		if err != nil {
			return nil, err
		}
		for _, node := range page.Items() {
			if m, ok := node.(*graph.Mandate); ok {
				t.add(m.ID.Place(), m.Act, "mandate", m.Addressee, mandateTitle(m), oneLine(m.Evidence.Quote))
			}
		}
		if !page.HasNext {
			return t, nil
		}
		request.After = page.Edges[len(page.Edges)-1].Cursor
	}
}

func mandateTitle(m *graph.Mandate) string {
	title := m.Product
	if m.Forum != "" {
		title += ", to " + string(m.Forum)
	}
	if m.Session != 0 {
		title += fmt.Sprintf(" at session %d", m.Session)
	}
	return title
}

func what(l graph.LinkView) string {
	switch {
	case l.Type == graph.Cites && l.Evidence.Rule == extract.RuleQuotation:
		return strings.TrimSpace("quotes " + l.Pinpoint)
	case l.Type == graph.Cites:
		return "cites"
	case l.Role == graph.Addressee:
		return "asks"
	default:
		return "names"
	}
}

// nodeTitle returns what people call a node.
func nodeTitle(n graph.Node) string {
	switch n := n.(type) {
	case *graph.Instrument:
		return n.Title
	case *graph.Right:
		return n.Title
	case *graph.Actor:
		return n.Title
	case *graph.Provision:
		return n.Label
	case *graph.Paragraph:
		return n.Opening
	case *graph.Mandate:
		return n.Product
	case *graph.Mention:
		return n.Evidence.Quote
	default:
		return ""
	}
}

func (a *app) citesCommand() *cobra.Command {
	return a.answerCommand(answer{
		use: "cites SYMBOL", short: "List what an instrument cites, with the words",
		example: "  recital cites A/HRC/RES/53/29\n  recital cites 53/29 --format csv",
		least:   1, most: 1,
		ask: func(ctx context.Context, r graph.Reader, args []string) (*table, error) {
			i, err := find(ctx, r, args[0])
			if err != nil {
				return nil, err
			}
			found, err := links(ctx, r, i.ID, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}})
			if err != nil {
				return nil, err
			}
			t := &table{columns: []string{"place", "act", "cites", "symbol", "title", "date", "sure", "words"}}
			for _, l := range found {
				symbol, date := facts(l.Far)
				t.add(l.From.Place(), l.Act, l.To, symbol, nodeTitle(l.Far), date, l.Confidence, oneLine(l.Evidence.Quote))
			}
			return t, nil
		},
	})
}

// facts returns the symbol and date of an instrument, empty for other nodes.
func facts(n graph.Node) (symbol, date string) {
	if i, ok := n.(*graph.Instrument); ok {
		return i.Symbol.String(), i.Date.String()
	}
	return "", ""
}

func (a *app) citedByCommand() *cobra.Command {
	return a.answerCommand(answer{
		use: "cited-by SYMBOL", short: "List what cites an instrument, with the words",
		example: "  recital cited-by 'Guiding Principles on Business and Human Rights'\n  recital cited-by 48/4 --format json",
		least:   1, most: 1,
		ask: func(ctx context.Context, r graph.Reader, args []string) (*table, error) {
			i, err := find(ctx, r, args[0])
			if err != nil {
				return nil, err
			}
			found, err := links(ctx, r, i.ID, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}, Direction: graph.In})
			if err != nil {
				return nil, err
			}
			t := &table{columns: []string{"date", "cited by", "place", "act", "title", "sure", "words"}}
			for _, l := range found {
				title := ""
				if l.Source != nil {
					title = l.Source.Title
				}
				t.add(l.Date, l.Owner, l.From.Place(), l.Act, title, l.Confidence, oneLine(l.Evidence.Quote))
			}
			return t, nil
		},
	})
}
