package graphtest

import (
	"cmp"
	"fmt"
	"testing"

	"recital/graph"
)

// linkParts lists the parts of a link but LinkAlone.
func linkParts() []graph.LinkParts {
	return []graph.LinkParts{
		graph.LinkQuote, graph.LinkWords, graph.LinkClaims, graph.FarTitle, graph.FarOutline, graph.FarDetail,
		graph.SourceAlone, graph.SourceTitle, graph.SourceOutline, graph.SourceDetail,
		graph.ParagraphAlone, graph.ParagraphOutline, graph.ParagraphText,
	}
}

// testLinkParts asks for links with no part, with each alone, with all but one and with all, and compares them with whole links.
func testLinkParts(t *testing.T, store graph.Store) {
	all := graph.LinkAlone
	for _, part := range linkParts() {
		all |= part
	}
	sets := []graph.LinkParts{graph.LinkAlone, all, graph.LinkCursors, all | graph.LinkCursors}
	for _, part := range linkParts() {
		sets = append(sets, part, all&^part)
	}
	ids := idsIn(Fixture())
	for _, types := range [][]graph.LinkType{nil, {graph.Cites}, {graph.RestsOn}} {
		for _, direction := range []graph.Direction{graph.Out, graph.In} {
			for _, page := range []graph.PageRequest{{First: graph.MaxPage, Total: true}, {Last: 2}} {
				wantParts(t, store, ids, graph.LinkFilter{Types: types, Direction: direction}, page, sets)
			}
		}
	}
}

// wantParts asks for the same page whole and with each set of parts.
func wantParts(t *testing.T, store graph.Reader, ids []graph.ID, f graph.LinkFilter, page graph.PageRequest, sets []graph.LinkParts) {
	t.Helper()
	want, err := store.Links(t.Context(), ids, f, page)
	if err != nil {
		t.Fatal(err)
	}
	for _, parts := range sets {
		page.Parts = parts
		got, err := store.Links(t.Context(), ids, f, page)
		if err != nil {
			t.Fatalf("links %+v, page %+v: %v", f, page, err)
		}
		if fault := comPare(want, got, parts); fault != "" {
			t.Errorf("links %+v, page %+v, parts %b: %s", f, page, parts, fault)
		}
	}
}

// comPare says where pages that were asked for with parts are not as whole ones are; empty where they are.
func comPare(want, got []graph.Page[graph.LinkView], parts graph.LinkParts) string {
	if len(got) != len(want) {
		return fmt.Sprintf("%d pages, want %d", len(got), len(want))
	}
	for i := range got {
		g, w := got[i], want[i]
		if len(g.Edges) != len(w.Edges) || g.HasNext != w.HasNext || g.HasPrevious != w.HasPrevious || g.Total != w.Total {
			return fmt.Sprintf("page %d: %d links, want %d, or what lies around it", i, len(g.Edges), len(w.Edges))
		}
		for j := range g.Edges {
			missing := g.Edges[j].Cursor == "" && !parts.Asks(graph.LinkCursors) && j > 0 && j < len(g.Edges)-1
			if g.Edges[j].Cursor != w.Edges[j].Cursor && !missing {
				return fmt.Sprintf("page %d, link %d: cursor %s, want %s", i, j, g.Edges[j].Cursor, w.Edges[j].Cursor)
			}
			if fault := compareParts(&w.Edges[j].Node, &g.Edges[j].Node, parts); fault != "" {
				return fmt.Sprintf("page %d, %s: %s", i, short(w.Edges[j].Node.Link), fault)
			}
		}
	}
	return ""
}

// compareParts says what of a link is missing that was asked for, or there in half that was not.
func compareParts(want, got *graph.LinkView, parts graph.LinkParts) string {
	for _, part := range append(linkParts(), graph.LinkAlone) {
		asked := part == graph.LinkAlone || parts.Asks(part) ||
			part == graph.SourceAlone && parts.Asks(graph.SourceParts) || part == graph.ParagraphAlone && parts.Asks(graph.ParagraphParts)
		for i, w := range ends(want) {
			g, w, none := said(ends(got)[i], part), said(w, part), said(&graph.LinkView{Far: emptyOf(w.Far)}, part)
			switch {
			case g == w:
			case asked:
				return fmt.Sprintf("part %b, which was asked for, is\n%s, want\n%s", part, g, w)
			case g != none:
				return fmt.Sprintf("part %b, which was not asked for, is\n%s, neither nothing nor\n%s", part, g, w)
			}
		}
	}
	return ""
}

// ends takes the far end of a link from what else there is: a paragraph may be in both.
func ends(v *graph.LinkView) [2]*graph.LinkView {
	near := *v
	near.Far = nil
	return [2]*graph.LinkView{&near, {Far: v.Far}}
}

// emptyOf is a node of the same kind of which nothing is known.
func emptyOf(n graph.Node) graph.Node {
	switch n.(type) {
	case *graph.Instrument:
		return &graph.Instrument{}
	case *graph.Paragraph:
		return &graph.Paragraph{}
	default:
		return n
	}
}

// said is one part of a link as text.
func said(v *graph.LinkView, part graph.LinkParts) string {
	switch part {
	case graph.LinkAlone:
		l := v.Link
		l.Evidence, l.Pinpoint, l.Claim, l.Alternatives, l.Findings = nil, "", graph.Claim{}, nil, nil
		return fmt.Sprintf("%+v %s", l, saidAlone(v.Far))
	case graph.LinkQuote, graph.LinkWords:
		e := cmp.Or(v.Evidence, &graph.Evidence{})
		if part == graph.LinkQuote {
			return fmt.Sprintf("%q %v %q", e.Quote, e.Span, e.Rule)
		}
		return fmt.Sprintf("%v %q", e.Words, e.Note)
	case graph.LinkClaims:
		return fmt.Sprintf("%q %+v %+v %+v", v.Pinpoint, v.Claim, v.Alternatives, v.Findings)
	case graph.FarTitle, graph.FarOutline, graph.FarDetail:
		far, _ := v.Far.(*graph.Instrument)
		return saidInstrument(far, part)
	case graph.SourceAlone:
		return fmt.Sprint(cmp.Or(v.Source, &graph.Instrument{}).ID)
	case graph.SourceTitle:
		return saidInstrument(v.Source, graph.FarTitle)
	case graph.SourceOutline:
		return saidInstrument(v.Source, graph.FarOutline)
	case graph.SourceDetail:
		return saidInstrument(v.Source, graph.FarDetail)
	case graph.ParagraphAlone:
		p := cmp.Or(v.SourceParagraph, &graph.Paragraph{})
		return fmt.Sprint(p.ID, p.Place)
	default:
		far, _ := v.Far.(*graph.Paragraph)
		return saidParagraph(v.SourceParagraph, part) + saidParagraph(far, part)
	}
}

// saidAlone is what is always there of a far end.
func saidAlone(far graph.Node) string {
	switch far := far.(type) {
	case *graph.Instrument:
		return fmt.Sprintf("%T %s", far, far.ID)
	case *graph.Paragraph:
		return fmt.Sprintf("%T %s %s", far, far.ID, far.Place)
	default:
		return fmt.Sprintf("%T %+v", far, far)
	}
}

// saidInstrument is a part of an instrument as text, by the name that it has at the far end.
func saidInstrument(i *graph.Instrument, part graph.LinkParts) string {
	i = cmp.Or(i, &graph.Instrument{})
	switch part {
	case graph.FarTitle:
		return fmt.Sprintf("%q %v", i.Title, i.Date)
	case graph.FarOutline:
		return fmt.Sprint(i.Symbol, i.Kind, i.Body, i.Session, i.Basis, i.Held, i.Cites, i.CitedBy)
	default:
		return fmt.Sprintf("%v %q %q %q", i.Aliases, i.Names, i.Procedure, i.Subjects)
	}
}

func saidParagraph(p *graph.Paragraph, part graph.LinkParts) string {
	p = cmp.Or(p, &graph.Paragraph{})
	if part == graph.ParagraphText {
		return fmt.Sprintf("%q %+v ", p.Text, p.Notes)
	}
	return fmt.Sprintf("%q %d %q %q %v %v ", p.Part, p.Order, p.Opening, p.Act, p.Span, p.Date)
}
