package resolver

import (
	"context"

	"recital/graph"
	"recital/resolver/internal/view"
)

// linkFilter is the filter of a request with what its field is about.
func linkFilter(filter *graph.LinkFilter, t graph.LinkType, d graph.Direction) graph.LinkFilter {
	var f graph.LinkFilter
	if filter != nil {
		f = *filter
	}
	f.Types, f.Direction = []graph.LinkType{t}, d
	return f
}

// room is memory for the entries of a page, taken at once.
type room[T any] []T

// next is the place of one more.
func (r *room[T]) next() *T {
	if len(*r) == cap(*r) {
		*r = make([]T, 0, graph.DefaultPage) // what was handed out stays where it is
	}
	*r = (*r)[:len(*r)+1]
	return &(*r)[len(*r)-1]
}

// citation turns a link Cites; near is the instrument that was asked who cites it, nil where it was asked what it cites.
func citation(near *graph.Instrument) func(*graph.LinkView) *view.Citation {
	var page room[view.Citation]
	return func(l *graph.LinkView) *view.Citation {
		c := page.next()
		*c = view.Citation{Ends: view.EndsOf(l), Target: near}
		if near == nil {
			c.Target = as[graph.Instrument](l.Far)
		}
		return c
	}
}

// reliance turns a link RestsOn; near is as in citation.
func reliance(near *graph.Instrument) func(*graph.LinkView) *view.Reliance {
	var page room[view.Reliance]
	return func(l *graph.LinkView) *view.Reliance {
		r := page.next()
		*r = view.Reliance{Link: &l.Link, Source: l.Source, Target: near, First: l.SourceParagraph}
		if near == nil {
			r.Target = as[graph.Instrument](l.Far)
		}
		return r
	}
}

// pinpoint turns a link Pinpoints; near is the provision that was asked who cites it, or nil.
func pinpoint(near *graph.Provision) func(*graph.LinkView) *view.Pinpoint {
	return func(l *graph.LinkView) *view.Pinpoint {
		p := &view.Pinpoint{Ends: view.EndsOf(l), Target: near}
		if near == nil {
			p.Target = as[graph.Provision](l.Far)
		}
		return p
	}
}

// naming turns a link Names; near is the right or actor that was asked who names it, or nil.
func naming(near graph.Node) func(*graph.LinkView) *view.Naming {
	var page room[view.Naming]
	return func(l *graph.LinkView) *view.Naming {
		n := page.next()
		*n = view.Naming{Ends: view.EndsOf(l), Target: near}
		if near == nil {
			n.Target = l.Far
		}
		return n
	}
}

// named answers which rights or actors, by the kind of node, a text or paragraph names.
func named(
	ctx context.Context, id graph.ID, filter *graph.LinkFilter, kind graph.NodeKind, p paging,
) (*view.Connection[view.Naming], error) {
	f := linkFilter(filter, graph.Names, graph.Out)
	f.FarNodes = []graph.NodeKind{kind}
	return linksOf(ctx, id, f, p, naming(nil))
}

// alternativeResolver answers the fields of Alternative that need the store.
type alternativeResolver struct{ *server }

// Instrument implements the field of the schema.
func (r alternativeResolver) Instrument(ctx context.Context, obj *graph.Alternative) (*graph.Instrument, error) {
	return loaded[graph.Instrument](ctx, obj.Instrument)
}

// relianceResolver answers the fields of Reliance that need the store.
type relianceResolver struct{ *server }

// Paragraph implements the field of the schema.
func (r relianceResolver) Paragraph(ctx context.Context, obj *view.Reliance) (*graph.Paragraph, error) {
	if obj.First != nil || obj.Link.Paragraph == "" {
		return obj.First, nil
	}
	return loaded[graph.Paragraph](ctx, obj.Link.Paragraph)
}

// Evidence implements the field of the schema.
func (r relianceResolver) Evidence(ctx context.Context, obj *view.Reliance) (*view.Evidence, error) {
	if obj.First == nil && obj.Link.Evidence != nil && obj.Link.Paragraph != "" {
		return evidence(ctx, obj.Link.Evidence, obj.Link.Paragraph)
	}
	return view.EvidenceOf(obj.Link.Evidence, obj.First), nil
}

// Citations implements the field of the schema.
func (r relianceResolver) Citations(ctx context.Context, obj *view.Reliance) ([]*view.Citation, error) {
	all, err := loadsOf(ctx).citations.one(ctx, obj.Link.From)
	if err != nil {
		return nil, err
	}
	citations, turn := []*view.Citation{}, citation(obj.Target)
	for i := range all {
		if all[i].To == obj.Link.To && len(citations) < graph.MaxPage {
			citations = append(citations, turn(&all[i]))
		}
	}
	return citations, nil
}

// evidence puts evidence beside the paragraph's text, which is read only where a field needs it.
func evidence(ctx context.Context, e *graph.Evidence, paragraph graph.ID) (*view.Evidence, error) {
	if !selects(ctx, "words") && !selects(ctx, "sentence") {
		return view.EvidenceOf(e, nil), nil
	}
	p, err := loaded[graph.Paragraph](ctx, paragraph)
	if err != nil {
		return nil, err
	}
	return view.EvidenceOf(e, p), nil
}

// loaded is the node with the id, as its own type; nil where there is none.
func loaded[T any](ctx context.Context, id graph.ID) (*T, error) {
	node, err := loadsOf(ctx).nodes.one(ctx, id)
	if err != nil || node == nil {
		return nil, err
	}
	return as[T](node), nil
}
