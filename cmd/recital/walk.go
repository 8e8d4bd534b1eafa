package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"recital/graph"
)

func (a *app) chainCommand() *cobra.Command {
	depth, limit := graph.DefaultDepth, graph.DefaultWalkNodes
	var in bool
	cmd := a.answerCommand(answer{
		use: "chain SYMBOL [--depth N]", short: "Follow what an instrument rests on, step by step",
		example: "  recital chain 53/29 --depth 2\n  recital chain 17/4 --in",
		least:   1, most: 1,
		ask: func(ctx context.Context, r graph.Reader, args []string) (*table, error) {
			i, err := find(ctx, r, args[0])
			if err != nil {
				return nil, err
			}
			request := graph.ChainRequest{Start: i.ID, Depth: depth, Limit: limit, Direction: graph.Out}
			if in {
				request.Direction = graph.In
			}
			return chain(ctx, r, request)
		},
	})
	cmd.Flags().IntVar(&depth, "depth", depth, "steps to follow")
	cmd.Flags().IntVar(&limit, "limit", limit, "instruments at the most")
	cmd.Flags().BoolVar(&in, "in", false, "follow what rests on it instead")
	return cmd
}

func chain(ctx context.Context, r graph.Reader, request graph.ChainRequest) (*table, error) {
	sub, err := graph.Chain(ctx, r, request)
	if err != nil {
		return nil, err
	}
	from := make(map[graph.ID][]string)
	for _, l := range sub.Links {
		near, far := l.From, l.To
		if request.Direction == graph.In {
			near, far = far, near
		}
		from[far] = append(from[far], string(near))
	}
	t := &table{columns: []string{"depth", "instrument", "date", "title", "through", "more"}}
	for _, s := range sub.Steps {
		through := from[s.Node.ID]
		slices.Sort(through)
		t.add(s.Depth, s.Node.ID, s.Node.Date, s.Node.Title, strings.Join(through, " "), s.More)
	}
	if sub.Truncated {
		t.add(request.Depth, "...", "", "more instruments lie within this depth: raise --limit", "", 0)
	}
	return t, nil
}

func (a *app) pathCommand() *cobra.Command {
	count := graph.DefaultPaths
	cmd := a.answerCommand(answer{
		use: "path FROM TO", short: "Find how one instrument rests on another, hop by hop",
		example: "  recital path 53/29 udhr\n  recital path A/HRC/RES/57/29 A/RES/68/167 --count 5",
		least:   2, most: 2,
		ask: func(ctx context.Context, r graph.Reader, args []string) (*table, error) {
			from, err := find(ctx, r, args[0])
			if err != nil {
				return nil, err
			}
			to, err := find(ctx, r, args[1])
			if err != nil {
				return nil, err
			}
			set, err := graph.Paths(ctx, r, graph.PathsRequest{From: from.ID, To: to.ID, Count: count})
			if err != nil {
				return nil, err
			}
			if len(set.Paths) == 0 {
				return nil, fmt.Errorf("path from %s to %s within %d hops: %w", from.ID, to.ID, graph.MaxPathLength, graph.ErrNotFound)
			}
			return hops(set), nil
		},
	})
	cmd.Flags().IntVar(&count, "count", count, "paths at the most, shortest first")
	return cmd
}

func hops(set graph.PathSet) *table {
	t := &table{columns: []string{"path", "hop", "from", "place", "act", "to", "words"}}
	for i, path := range set.Paths {
		for j, l := range path.Links {
			words := ""
			if l.Evidence != nil {
				words = oneLine(l.Evidence.Quote)
			}
			t.add(i+1, j+1, l.From, l.Paragraph.Place(), l.Act, l.To, words)
		}
	}
	return t
}

func (a *app) searchCommand() *cobra.Command {
	limit := graph.DefaultPage
	cmd := a.answerCommand(answer{
		use: "search WORDS", short: "Find instruments, paragraphs, rights and actors by words",
		example: "  recital search right to privacy digital\n  recital search 53/29",
		least:   1, most: 0,
		ask: func(ctx context.Context, r graph.Reader, args []string) (*table, error) {
			page, err := r.Search(ctx, graph.TextQuery{Text: strings.Join(args, " ")}, graph.PageRequest{First: limit})
			if err != nil {
				return nil, err
			}
			t := &table{columns: []string{"kind", "id", "title", "words"}}
			for _, h := range page.Items() {
				title := nodeTitle(h.Node)
				if h.Source != nil {
					title = h.Source.Title
				}
				t.add(strings.ToLower(string(h.Node.NodeKind())), h.Node.NodeID(), title, oneLine(h.Snippet))
			}
			return t, nil
		},
	})
	cmd.Flags().IntVar(&limit, "limit", limit, "hits at the most, up to 100")
	return cmd
}
