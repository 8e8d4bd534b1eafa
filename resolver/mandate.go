package resolver

import (
	"cmp"
	"context"
	"slices"

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
func (r mandateResolver) Answers(ctx context.Context, obj *graph.Mandate, asOf *graph.Date) ([]*graph.Instrument, error) {
	found, err := loadsOf(ctx).answersTo(ctx, obj, orWhenever(asOf))
	if err != nil {
		return nil, err
	}
	return append([]*graph.Instrument{}, found[:min(len(found), shownAnswers)]...), nil
}

// orWhenever is the day, or zero for none.
func orWhenever(day *graph.Date) graph.Date {
	if day == nil {
		return graph.Date{}
	}
	return *day
}

// State implements the field of the schema.
func (r mandateResolver) State(ctx context.Context, obj *graph.Mandate, asOf *graph.Date) (graph.MandateState, error) {
	if !obj.IsDated() {
		return graph.Undated, nil
	}
	found, err := loadsOf(ctx).answersTo(ctx, obj, orWhenever(asOf))
	if err != nil {
		return "", err
	}
	if len(found) > 0 {
		return graph.Answered, nil
	}
	last, err := loadsOf(ctx).lastSession(ctx, obj.Forum, orWhenever(asOf))
	if err != nil {
		return "", err
	}
	return obj.State(false, last), nil
}

// mentionResolver answers the fields of Mention that need the store.
type mentionResolver struct{ *server }

// Evidence implements the field of the schema.
func (r mentionResolver) Evidence(ctx context.Context, obj *graph.Mention) (*view.Evidence, error) {
	return evidence(ctx, &obj.Evidence, paragraphOf(obj.ID))
}

// Candidates implements the field of the schema.
func (r mentionResolver) Candidates(ctx context.Context, obj *graph.Mention) ([]*view.Candidate, error) {
	request := graph.PageRequest{First: graph.MaxPage, Parts: graph.FarTitle | graph.FarOutline | graph.FarDetail}
	page, err := loadsOf(ctx).page(ctx, obj.ID, linkFilter(nil, graph.MayMean, graph.Out), request)
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
