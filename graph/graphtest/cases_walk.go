package graphtest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recital/graph"
)

// drawn writes a subgraph in few words: "90/3 0+0, 87/2 1+1 | 90/3>87/2": steps with depth and more, links.
func drawn(s graph.Subgraph) string {
	var b strings.Builder
	for i, step := range s.Steps {
		if i > 0 {
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%s %d+%d", step.Node.ID, step.Depth, step.More)
	}
	for _, l := range s.Links {
		fmt.Fprintf(&b, " | %s>%s", l.From, l.To)
	}
	if s.Truncated {
		b.WriteString(" ...")
	}
	return b.String()
}

func testWalks(t *testing.T, store graph.Store) {
	const start = "S/PRST/2033/7"
	for _, c := range []struct {
		name    string
		request graph.ChainRequest
		want    string
	}{
		{"one step", graph.ChainRequest{Start: start, Depth: 1}, "S/PRST/2033/7 0+0, S/RES/9001(2033) 1+3 | S/PRST/2033/7>S/RES/9001(2033)"},
		{"two steps", graph.ChainRequest{Start: start, Depth: 2}, "S/PRST/2033/7 0+0, S/RES/9001(2033) 1+0, " +
			"A/HRC/53/45 2+0, A/HRC/RES/90/3 2+3, S/RES/1325(2000) 2+0 | " +
			"S/PRST/2033/7>S/RES/9001(2033) | S/RES/9001(2033)>A/HRC/53/45 | S/RES/9001(2033)>A/HRC/RES/90/3 | " +
			"S/RES/9001(2033)>S/RES/1325(2000)"},
		{"no room", graph.ChainRequest{Start: start, Depth: 2, Limit: 3}, ""},
		{"in", graph.ChainRequest{Start: "A/RES/99/175", Direction: graph.In, Depth: 1}, "A/RES/99/175 0+0, A/HRC/RES/87/2 1+0, " +
			"A/HRC/RES/90/3 1+1 | A/HRC/RES/87/2>A/RES/99/175 | A/HRC/RES/90/3>A/RES/99/175"},
		{"by an alias, one act", graph.ChainRequest{
			Start: "A/HRC/90/L.27/Rev.1", Depth: 1, Filter: graph.WalkFilter{Acts: []graph.Act{graph.Notes}},
		}, "A/HRC/RES/90/3 0+0, A/HRC/53/45 1+0 | A/HRC/RES/90/3>A/HRC/53/45"},
		{"as of a day", graph.ChainRequest{
			Start: "A/RES/99/175", Direction: graph.In, Depth: 1, Filter: graph.WalkFilter{AsOf: graph.MustParseDate("2031-07-13")},
		}, "A/RES/99/175 0+0, A/HRC/RES/87/2 1+0 | A/HRC/RES/87/2>A/RES/99/175"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := graph.Chain(t.Context(), store, c.request)
			if err != nil {
				t.Fatal(err)
			}
			if c.want != "" && drawn(got) != c.want {
				t.Errorf("chain:\n got %s\nwant %s", drawn(got), c.want)
			}
			if c.request.Limit > 0 && (len(got.Steps) != c.request.Limit || !got.Truncated) {
				t.Errorf("got %d steps, truncated %t; want %d and truncated", len(got.Steps), got.Truncated, c.request.Limit)
			}
		})
	}
	if _, err := graph.Chain(t.Context(), store, graph.ChainRequest{Start: "nothing"}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("chain from nothing: got error %v, want %v", err, graph.ErrNotFound)
	}
	if _, err := graph.Chain(t.Context(), store, graph.ChainRequest{Start: "right:privacy"}); !errors.Is(err, graph.ErrNotFound) {
		t.Errorf("chain from a right: got error %v, want %v", err, graph.ErrNotFound)
	}
	model := modelOf(t, Fixture()...)
	compareAnswers(t, t.Context(), store, model, walksBetween([]graph.ID{
		"A/HRC/RES/90/3", "A/RES/99/175", "S/PRST/2033/7", "iccpr", "udhr", "nothing",
	}))
}

// walksBetween asks for every walk from and between the instruments.
func walksBetween(ids []graph.ID) []question {
	var questions []question
	for _, from := range ids {
		for _, d := range []graph.Direction{graph.Out, graph.In} {
			questions = append(questions, chainQuestion(graph.ChainRequest{Start: from, Direction: d, Depth: 4}))
		}
		questions = append(questions, neighbourhoodQuestion(graph.NeighbourhoodRequest{Start: from}))
		for _, to := range ids {
			questions = append(questions, pathsQuestion(graph.PathsRequest{From: from, To: to, Count: 5}))
			questions = append(questions, commonQuestion(graph.CommonRequest{IDs: []graph.ID{from, to}, Depth: 2}))
		}
	}
	return questions
}

// Walks over the model are those of graph over a plain Reader; a store that is a Walker walks by itself.

func chainQuestion(r graph.ChainRequest) question {
	return question{fmt.Sprintf("chain %+v", r), func(ctx context.Context, g graph.Reader) (any, error) { return graph.Chain(ctx, g, r) }}
}

func neighbourhoodQuestion(r graph.NeighbourhoodRequest) question {
	return question{fmt.Sprintf("neighbourhood %+v", r), func(ctx context.Context, g graph.Reader) (any, error) {
		return graph.Neighbourhood(ctx, g, r)
	}}
}

func pathsQuestion(r graph.PathsRequest) question {
	return question{fmt.Sprintf("paths %+v", r), func(ctx context.Context, g graph.Reader) (any, error) { return graph.Paths(ctx, g, r) }}
}

func commonQuestion(r graph.CommonRequest) question {
	return question{fmt.Sprintf("common %+v", r), func(ctx context.Context, g graph.Reader) (any, error) { return graph.Common(ctx, g, r) }}
}

// walkQuestions draws one walk of each sort.
func walkQuestions(rt *rapid.T, ids []graph.ID) []question {
	id := func(label string) graph.ID {
		if chance(rt, label+" of a text") {
			return graph.ID(pick(rt, label, texts...))
		}
		return rapid.SampledFrom(ids).Draw(rt, label)
	}
	filter := graph.WalkFilter{
		Acts:      some(rt, "walk acts", acts...),
		FarKinds:  some(rt, "walk kinds", graph.Resolution, graph.Treaty, graph.Decision),
		FarBodies: some(rt, "walk bodies", bodies...),
		AsOf:      graph.MustParseDate(pick(rt, "as of", append([]string{"", "", "", ""}, days...)...)),
	}
	if chance(rt, "no filter") {
		filter = graph.WalkFilter{}
	}
	depth, limit := rapid.IntRange(1, 5).Draw(rt, "depth"), rapid.IntRange(1, 8).Draw(rt, "limit")
	return []question{
		chainQuestion(graph.ChainRequest{
			Start: id("start"), Direction: pick(rt, "direction", graph.Out, graph.In), Depth: depth, Limit: limit, Filter: filter,
		}),
		neighbourhoodQuestion(graph.NeighbourhoodRequest{Start: id("start"), Depth: depth, Limit: limit, Filter: filter}),
		pathsQuestion(graph.PathsRequest{From: id("from"), To: id("to"), Count: limit, MaxLength: depth, Filter: filter}),
		commonQuestion(graph.CommonRequest{IDs: []graph.ID{id("one"), id("other")}, Depth: depth, Limit: limit, Filter: filter}),
	}
}
