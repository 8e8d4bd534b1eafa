package graphtest

import (
	"context"
	"fmt"

	"pgregory.net/rapid"

	"recital/graph"
)

// requests is the number of random requests of each sort after each portion of documents.
const requests = 8

// randomQuestions draws requests about what is there. Cursors are the model's: they are equal in every store.
func randomQuestions(rt *rapid.T, ctx context.Context, model *Model, ids []graph.ID) []question {
	var questions []question
	for range requests {
		questions = append(
			questions, linksQuestion(rt, ctx, model, ids), listQuestion(rt, ctx, model, ids), searchQuestion(rt, ctx, model),
			facetQuestion(rt, ids),
		)
		questions = append(questions, walkQuestions(rt, ids)...)
	}
	return questions
}

// page draws a page request; cursors are those of the whole list.
func page(rt *rapid.T, cursors []graph.Cursor) graph.PageRequest {
	p := graph.PageRequest{Total: chance(rt, "total")}
	size := rapid.IntRange(0, 4).Draw(rt, "size")
	var bound graph.Cursor
	if len(cursors) > 0 && chance(rt, "bound?") {
		bound = rapid.SampledFrom(cursors).Draw(rt, "bound")
	}
	if chance(rt, "backward") {
		p.Last, p.Before = size, bound
	} else {
		p.First, p.After = size, bound
	}
	return p
}

func cursorsOf[T any](p graph.Page[T]) []graph.Cursor {
	var cursors []graph.Cursor
	for _, e := range p.Edges {
		cursors = append(cursors, e.Cursor)
	}
	return cursors
}

func linkFilter(rt *rapid.T) graph.LinkFilter {
	return graph.LinkFilter{
		Types:         some(rt, "types", graph.LinkTypes()...),
		Direction:     pick(rt, "direction", "", graph.Out, graph.In),
		Acts:          some(rt, "acts", acts...),
		Roles:         some(rt, "roles", "", graph.Named, graph.Addressee),
		FarNodes:      some(rt, "far nodes", graph.NodeKinds()...),
		FarKinds:      some(rt, "far kinds", graph.Resolution, graph.Treaty, graph.Decision),
		FarBodies:     some(rt, "far bodies", bodies...),
		Since:         graph.MustParseDate(pick(rt, "since", days...)),
		Until:         graph.MustParseDate(pick(rt, "until", append([]string{"", "", ""}, days...)...)),
		MinConfidence: pick(rt, "confidence", 0, 0, 0.5, 0.75),
		Findings:      rapid.IntRange(0, 5).Draw(rt, "findings") == 0,
	}
}

func linksQuestion(rt *rapid.T, ctx context.Context, model *Model, ids []graph.ID) question {
	f := linkFilter(rt)
	if chance(rt, "plain") {
		f = graph.LinkFilter{Direction: f.Direction, Types: f.Types}
	}
	asked := rapid.SliceOfN(rapid.SampledFrom(ids), 1, 4).Draw(rt, "ids")
	whole, err := model.Links(ctx, asked[:1], f, graph.PageRequest{First: graph.MaxPage})
	if err != nil {
		rt.Fatalf("links %+v: %v", f, err)
	}
	p := page(rt, cursorsOf(whole[0]))
	p.Parts = parts(rt)
	return question{fmt.Sprintf("links %q %+v %+v", asked, f, p), func(ctx context.Context, r graph.Reader) (any, error) {
		pages, err := r.Links(ctx, asked, f, p)
		return Pare(pages, p.Parts), err
	}}
}

// parts draws which parts of a link are asked for: often all.
func parts(rt *rapid.T) graph.LinkParts {
	var set graph.LinkParts
	if chance(rt, "parts?") {
		set = graph.LinkAlone
		for _, p := range linkParts() {
			if chance(rt, "part") {
				set |= p
			}
		}
	}
	return set
}

func nodeFilter(rt *rapid.T, ids []graph.ID) graph.NodeFilter {
	f := graph.NodeFilter{Kind: pick(rt, "kind", graph.NodeKinds()...), Order: pick(rt, "order", orders()...)}
	if chance(rt, "of instruments") {
		f.Kinds = some(rt, "kinds", graph.Resolution, graph.Treaty, graph.Decision)
		f.Bodies = some(rt, "bodies", bodies...)
		f.Sessions = some(rt, "sessions", sessions...)
		f.Since = graph.MustParseDate(pick(rt, "since", days...))
		f.Until = graph.MustParseDate(pick(rt, "until", days...))
		f.Holding = pick(rt, "holding", "", graph.HeldOnly, graph.RedLinks)
	}
	if chance(rt, "of parts") {
		f.PartOf = graph.ID(pick(rt, "part of", append(texts, "", "", "iccpr")...))
		f.Acts = some(rt, "acts", acts...)
		f.Findings = chance(rt, "findings")
	}
	switch f.Kind {
	case graph.MandateNode:
		f.Addressees = some(rt, "addressees", "", graph.ActorID("ohchr"), graph.ActorID("states"))
		f.Forums = some(rt, "forums", bodies...)
		f.DueSessions = some(rt, "due", due...)
		f.Products = some(rt, "products", products...)
		f.States = some(rt, "states", graph.MandateStates()...)
		f.AsOf = graph.MustParseDate(pick(rt, "as of", days...))
	case graph.MentionNode:
		f.Statuses = some(rt, "statuses", graph.Ambiguous, graph.Open)
	default:
		f.Names = some(rt, "names", graph.RightID("privacy"), graph.RightID("life"), graph.ActorID("ohchr"))
		if chance(rt, "cites?") {
			f.Cites = some(rt, "cites", ids...)
		}
	}
	return f
}

func listQuestion(rt *rapid.T, ctx context.Context, model *Model, ids []graph.ID) question {
	f := nodeFilter(rt, ids)
	whole, err := model.List(ctx, f, graph.PageRequest{First: graph.MaxPage})
	if err != nil {
		rt.Fatalf("list %+v: %v", f, err)
	}
	p := page(rt, cursorsOf(whole))
	return question{fmt.Sprintf("list %+v %+v", f, p), func(ctx context.Context, r graph.Reader) (any, error) {
		return r.List(ctx, f, p)
	}}
}

func searchQuestion(rt *rapid.T, ctx context.Context, model *Model) question {
	asked := append([]string{"p", "priv", "PRIVACY", "ref1", "note0", "4", "90/1", "A/HRC/RES/90/1", "ohchr", "the Covenant", "right to"}, words...)
	q := graph.TextQuery{
		Text:  pick(rt, "first", append(asked, "")...) + " " + pick(rt, "second", append(asked, "", "", "")...),
		Kinds: some(rt, "kinds", graph.SearchedKinds()...),
	}
	if chance(rt, "narrow") {
		q.Bodies = some(rt, "bodies", bodies...)
		q.InstrumentKinds = some(rt, "instrument kinds", graph.Resolution, graph.Treaty)
		q.Since = graph.MustParseDate(pick(rt, "since", days...))
		q.Until = graph.MustParseDate(pick(rt, "until", days...))
		q.Holding = pick(rt, "holding", "", graph.HeldOnly, graph.RedLinks)
	}
	whole, err := model.Search(ctx, q, graph.PageRequest{First: graph.MaxPage})
	if err != nil {
		rt.Fatalf("search %+v: %v", q, err)
	}
	p := page(rt, cursorsOf(whole))
	return question{fmt.Sprintf("search %+v %+v", q, p), func(ctx context.Context, r graph.Reader) (any, error) {
		return r.Search(ctx, q, p)
	}}
}

func facetQuestion(rt *rapid.T, ids []graph.ID) question {
	f := graph.FacetRequest{Nodes: nodeFilter(rt, ids), Keys: graph.FacetKeys()}
	if chance(rt, "of links") {
		links := linkFilter(rt)
		f.Links, f.ID = &links, rapid.SampledFrom(ids).Draw(rt, "id")
	}
	return question{fmt.Sprintf("facets %+v of %+v", f, f.Links), func(ctx context.Context, r graph.Reader) (any, error) {
		return r.Facets(ctx, f)
	}}
}
