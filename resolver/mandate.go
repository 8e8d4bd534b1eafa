package resolver

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"recital/graph"
	"recital/resolver/internal/view"
)

// mandateResolver answers the fields of Mandate that need the store, or whose zero is null.
type mandateResolver struct{ *server }

// Addressee implements the field of the schema.
func (r mandateResolver) Addressee(ctx context.Context, obj *graph.Mandate) (*graph.Actor, error) {
	if obj.Addressee == "" {
		return nil, nil // null is the answer: nobody of the vocabulary is asked
	}
	return loaded[graph.Actor](ctx, obj.Addressee)
}

// Session implements the field of the schema.
func (r mandateResolver) Session(_ context.Context, obj *graph.Mandate) (*int, error) {
	return orNull(obj.Session), nil
}

// Months implements the field of the schema.
func (r mandateResolver) Months(_ context.Context, obj *graph.Mandate) (*int, error) {
	return orNull(obj.Months), nil
}

func orNull(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

// Evidence implements the field of the schema.
func (r mandateResolver) Evidence(ctx context.Context, obj *graph.Mandate) (*view.Evidence, error) {
	return evidence(ctx, &obj.Evidence, paragraphOf(obj.ID))
}

// Paragraph implements the field of the schema.
func (r mandateResolver) Paragraph(ctx context.Context, obj *graph.Mandate) (*graph.Paragraph, error) {
	return loaded[graph.Paragraph](ctx, paragraphOf(obj.ID))
}

// Instrument implements the field of the schema.
func (r mandateResolver) Instrument(ctx context.Context, obj *graph.Mandate) (*graph.Instrument, error) {
	return loaded[graph.Instrument](ctx, obj.ID.Instrument())
}

// paragraphOf is the paragraph that a mandate or mention is part of.
func paragraphOf(id graph.ID) graph.ID { return id.Instrument().At(id.Place()) }

// shownAnswers bounds the answers of one mandate.
const shownAnswers = 20

// Answers implements the field of the schema.
func (r mandateResolver) Answers(ctx context.Context, obj *graph.Mandate) ([]*graph.Instrument, error) {
	return answers(ctx, obj)
}

// State implements the field of the schema.
func (r mandateResolver) State(ctx context.Context, obj *graph.Mandate) (view.MandateState, error) {
	if obj.Forum == "" || obj.Session == 0 {
		return view.Undated, nil
	}
	found, err := answers(ctx, obj)
	if err != nil {
		return "", err
	}
	if len(found) > 0 {
		return view.Answered, nil
	}
	last, err := loadsOf(ctx).lastSession(ctx, obj.Forum)
	if err != nil {
		return "", err
	}
	if last > obj.Session {
		return view.Overdue, nil
	}
	return view.Pending, nil
}

// answers are the documents of the forum and session a mandate was due at, cited by instruments that cite the mandate's own too: who
// takes note of a report recalls the resolution that asked for it.
func answers(ctx context.Context, m *graph.Mandate) ([]*graph.Instrument, error) {
	found := []*graph.Instrument{}
	if m.Forum == "" || m.Session == 0 {
		return found, nil
	}
	l := loadsOf(ctx)
	page := graph.PageRequest{First: graph.MaxPage}
	since := graph.LinkFilter{Types: []graph.LinkType{graph.RestsOn}, Direction: graph.In, Since: m.Date}
	citing, err := l.page(ctx, m.ID.Instrument(), since, page)
	if err != nil {
		return nil, err
	}
	ids := make([]graph.ID, 0, len(citing.Edges))
	for _, link := range citing.Items() {
		ids = append(ids, link.From)
	}
	reports := graph.LinkFilter{
		Types:    []graph.LinkType{graph.RestsOn},
		FarKinds: []graph.InstrumentKind{graph.Report, graph.OtherDocument}, FarBodies: []graph.Body{m.Forum},
	}
	cited, err := l.pagesOf(ctx, ids, reports, page)
	if err != nil {
		return nil, err
	}
	session := strconv.Itoa(m.Session)
	for _, p := range cited {
		for _, link := range p.Items() {
			if i := as[graph.Instrument](link.Far); i != nil && i.Session == session && !slices.Contains(found, i) {
				found = append(found, i)
			}
		}
	}
	return mostCited(found), nil
}

// mostCited is the instruments each once, the most cited first.
func mostCited(found []*graph.Instrument) []*graph.Instrument {
	slices.SortFunc(found, func(a, b *graph.Instrument) int {
		return cmp.Or(b.CitedBy-a.CitedBy, strings.Compare(string(a.ID), string(b.ID)))
	})
	found = slices.CompactFunc(found, func(a, b *graph.Instrument) bool { return a.ID == b.ID })
	return found[:min(len(found), shownAnswers)]
}

// lastSession is the highest session number of the body's instruments that are held.
func lastSession(ctx context.Context, reader graph.Reader, body graph.Body) (int, error) {
	counted, err := reader.Facets(ctx, graph.FacetRequest{
		Nodes: graph.NodeFilter{Kind: graph.InstrumentNode, Bodies: []graph.Body{body}, Holding: graph.HeldOnly},
		Keys:  []graph.FacetKey{graph.FacetSession},
	})
	if err != nil {
		return 0, err
	}
	last := 0
	for _, facet := range counted {
		for _, v := range facet.Values {
			if n, err := strconv.Atoi(v.Value); err == nil { // "S-9" and "XXI" are not numbered sessions
				last = max(last, n)
			}
		}
	}
	return last, nil
}

// mentionResolver answers the fields of Mention that need the store.
type mentionResolver struct{ *server }

// Evidence implements the field of the schema.
func (r mentionResolver) Evidence(ctx context.Context, obj *graph.Mention) (*view.Evidence, error) {
	return evidence(ctx, &obj.Evidence, paragraphOf(obj.ID))
}

// Candidates implements the field of the schema.
func (r mentionResolver) Candidates(ctx context.Context, obj *graph.Mention) ([]*view.Candidate, error) {
	page, err := loadsOf(ctx).page(ctx, obj.ID, linkFilter(nil, graph.MayMean, graph.Out), graph.PageRequest{First: graph.MaxPage})
	if err != nil {
		return nil, err
	}
	candidates := []*view.Candidate{}
	for _, l := range page.Items() {
		candidates = append(candidates, &view.Candidate{Instrument: as[graph.Instrument](l.Far), Confidence: l.Confidence})
	}
	slices.SortStableFunc(candidates, func(a, b *view.Candidate) int { return cmp.Compare(b.Confidence, a.Confidence) })
	return candidates, nil
}

// Paragraph implements the field of the schema.
func (r mentionResolver) Paragraph(ctx context.Context, obj *graph.Mention) (*graph.Paragraph, error) {
	return loaded[graph.Paragraph](ctx, paragraphOf(obj.ID))
}

// Instrument implements the field of the schema.
func (r mentionResolver) Instrument(ctx context.Context, obj *graph.Mention) (*graph.Instrument, error) {
	return loaded[graph.Instrument](ctx, obj.ID.Instrument())
}
