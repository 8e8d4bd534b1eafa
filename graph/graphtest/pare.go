package graphtest

import (
	"context"

	"recital/graph"
)

// Sparing is a Reader that leaves out of links all that was not asked for: whoever reads a part without asking for it finds it zero.
type Sparing struct{ graph.Reader }

// Links implements graph.Reader.
func (s Sparing) Links(
	ctx context.Context, ids []graph.ID, f graph.LinkFilter, page graph.PageRequest,
) ([]graph.Page[graph.LinkView], error) {
	pages, err := s.Reader.Links(ctx, ids, f, page)
	if err != nil {
		return nil, err
	}
	return Pare(pages, page.Parts), nil
}

// Pare takes out of each link what is none of the parts. The pages it is given are not changed.
func Pare(pages []graph.Page[graph.LinkView], parts graph.LinkParts) []graph.Page[graph.LinkView] {
	pared := make([]graph.Page[graph.LinkView], len(pages))
	for i, p := range pages {
		pared[i] = p
		pared[i].Edges = nil
		for j, e := range p.Edges {
			e.Node = pare(e.Node, parts)
			if j > 0 && j < len(p.Edges)-1 && !parts.Asks(graph.LinkCursors) {
				e.Cursor = ""
			}
			pared[i].Edges = append(pared[i].Edges, e)
		}
	}
	return pared
}

// pare returns the link with its parts alone. What they are a part of is copied.
func pare(v graph.LinkView, parts graph.LinkParts) graph.LinkView {
	v.Evidence = pareEvidence(v.Evidence, parts)
	if !parts.Asks(graph.LinkClaims) {
		v.Pinpoint, v.Claim, v.Alternatives, v.Findings = "", graph.Claim{}, nil, nil
	}
	switch far := v.Far.(type) {
	case *graph.Instrument:
		v.Far = pareInstrument(far, parts.Asks(graph.FarTitle), parts.Asks(graph.FarOutline), parts.Asks(graph.FarDetail))
	case *graph.Paragraph:
		v.Far = pareParagraph(far, parts)
	}
	if v.Source != nil && parts.Asks(graph.SourceParts) {
		v.Source = pareInstrument(v.Source, parts.Asks(graph.SourceTitle), parts.Asks(graph.SourceOutline), parts.Asks(graph.SourceDetail))
	} else {
		v.Source = nil
	}
	if v.SourceParagraph != nil && parts.Asks(graph.ParagraphParts) {
		v.SourceParagraph = pareParagraph(v.SourceParagraph, parts)
	} else {
		v.SourceParagraph = nil
	}
	return v
}

func pareEvidence(e *graph.Evidence, parts graph.LinkParts) *graph.Evidence {
	if e == nil || !parts.Asks(graph.LinkQuote|graph.LinkWords) {
		return nil
	}
	pared := *e
	if !parts.Asks(graph.LinkQuote) {
		pared.Quote, pared.Span, pared.Rule = "", graph.Span{}, ""
	}
	if !parts.Asks(graph.LinkWords) {
		pared.Words, pared.Note = graph.Span{}, ""
	}
	return &pared
}

func pareInstrument(i *graph.Instrument, title, outline, detail bool) *graph.Instrument {
	pared := *i
	if !title {
		pared.Title, pared.Date = "", graph.Date{}
	}
	if !outline {
		pared.Symbol, pared.Kind, pared.Body, pared.Session, pared.Basis = graph.Symbol{}, "", "", "", ""
		pared.Held, pared.Cites, pared.CitedBy = false, 0, 0
	}
	if !detail {
		pared.Aliases, pared.Names, pared.Procedure, pared.Subjects = nil, nil, "", nil
	}
	return &pared
}

func pareParagraph(p *graph.Paragraph, parts graph.LinkParts) *graph.Paragraph {
	pared := *p
	if !parts.Asks(graph.ParagraphOutline) {
		pared.Part, pared.Order, pared.Opening, pared.Act = "", 0, "", ""
		pared.Span, pared.Date = graph.Span{}, graph.Date{}
	}
	if !parts.Asks(graph.ParagraphText) {
		pared.Text, pared.Notes = "", nil
	}
	return &pared
}
