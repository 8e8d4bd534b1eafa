package graphtest

import (
	"testing"

	"recital/graph"
)

func testSearch(t *testing.T, store graph.Store) {
	type hit struct { // its fields are exported for cmp
		ID    graph.ID
		Class graph.Class
	}
	paragraphs := []graph.NodeKind{graph.ParagraphNode}
	for _, c := range []struct {
		name string
		q    graph.TextQuery
		want []hit
	}{
		{"nothing asked", graph.TextQuery{Text: " ,;"}, nil},
		{"a symbol", graph.TextQuery{Text: "A/HRC/RES/90/3", Kinds: []graph.NodeKind{graph.InstrumentNode}}, []hit{
			{"A/HRC/RES/90/3", graph.SymbolMatch}, {"A/HRC/RES/90/30", graph.TitleMatch},
		}},
		{"a name of the catalogue", graph.TextQuery{Text: "iccpr"}, []hit{{"iccpr", graph.SymbolMatch}}},
		{
			"a title before titles with the word, before texts; the most cited first",
			graph.TextQuery{Text: "right to privacy"},
			[]hit{{"right:privacy", graph.SymbolMatch}, {"A/RES/99/175", graph.TitleMatch}, {"A/HRC/RES/90/3", graph.TitleMatch}},
		},
		{"texts, by citations of their instrument", graph.TextQuery{Text: "privacy", Kinds: paragraphs}, []hit{
			{"A/HRC/RES/87/2#PP1", graph.TextMatch},
			{"A/HRC/RES/90/3#OP1", graph.TextMatch},
			{"A/HRC/RES/90/3#PP2", graph.TextMatch},
			{"S/RES/9001(2033)#OP1", graph.TextMatch},
		}},
		{"every word, in any order", graph.TextQuery{Text: "privacy report", Kinds: paragraphs}, []hit{{"A/HRC/RES/90/3#OP1", graph.TextMatch}}},
		{"the last word may be a beginning", graph.TextQuery{Text: "Commissioner priv", Kinds: paragraphs}, []hit{{"A/HRC/RES/90/3#OP1", graph.TextMatch}}},
		{"the others may not", graph.TextQuery{Text: "priv Commissioner", Kinds: paragraphs}, nil},
		{"words of a note", graph.TextQuery{Text: "digital age see", Kinds: paragraphs}, []hit{{"A/HRC/RES/90/3#OP2", graph.TextMatch}}},
		{"without case and accents", graph.TextQuery{Text: "emue NAIFS curacao strasse oresund"}, []hit{{"A/RES/99/176#PP1", graph.TextMatch}}},
		{"with accents that the text has, and those that it has not", graph.TextQuery{Text: "ÉMUE ćúrâçäô"}, []hit{{"A/RES/99/176#PP1", graph.TextMatch}}},
		{"other scripts", graph.TextQuery{Text: "ΕΛΛΆΔΑ москва", Kinds: paragraphs}, []hit{{"A/RES/99/176#PP1", graph.TextMatch}}},
		{"quotes and operators are no syntax", graph.TextQuery{Text: `"quoted" AND* (zero`, Kinds: paragraphs}, nil},
		{"nor is a bracket", graph.TextQuery{Text: `zero) "quoted`, Kinds: paragraphs}, []hit{{"A/RES/99/176#OP2", graph.TextMatch}}},
		{"a combining accent", graph.TextQuery{Text: "été", Kinds: paragraphs}, []hit{{"A/RES/99/176#OP2", graph.TextMatch}}},
		{"of a body", graph.TextQuery{Text: "privacy", Bodies: []graph.Body{graph.SecurityCouncil}}, []hit{{"S/RES/9001(2033)#OP1", graph.TextMatch}}},
		{"of a time", graph.TextQuery{Text: "privacy", Until: graph.MustParseDate("2031-12-31")}, []hit{
			{"A/RES/99/175", graph.TitleMatch}, {"A/HRC/RES/87/2#PP1", graph.TextMatch},
		}},
		{"of a kind, not held", graph.TextQuery{
			Text: "rights", InstrumentKinds: []graph.InstrumentKind{graph.Treaty, graph.Report}, Holding: graph.RedLinks,
		}, []hit{{"A/HRC/53/45", graph.TitleMatch}, {"iccpr", graph.TitleMatch}}},
		{"an alias", graph.TextQuery{Text: "S/2033/363"}, []hit{{"A/98/895", graph.SymbolMatch}}},
		{"an actor", graph.TextQuery{Text: "ohchr"}, []hit{{"actor:ohchr", graph.SymbolMatch}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, err := store.Search(t.Context(), c.q, graph.PageRequest{First: graph.MaxPage, Total: true})
			if err != nil {
				t.Fatal(err)
			}
			var got []hit
			for _, h := range page.Items() {
				got = append(got, hit{h.Node.NodeID(), h.Class})
				if p, ok := h.Node.(*graph.Paragraph); ok && (h.Source == nil || h.Source.ID != p.ID.Instrument()) {
					t.Errorf("hit %s: source %v", p.ID, h.Source)
				}
				for _, m := range h.Marks {
					if m.Start < 0 || m.Start >= m.End || m.End > len(h.Snippet) {
						t.Errorf("hit %s: mark %v outside %q", h.Node.NodeID(), m, h.Snippet)
					}
				}
			}
			if diff := diff(c.want, got); diff != "" {
				t.Errorf("hits (-want +got):\n%s", diff)
			}
			if page.Total != len(got) {
				t.Errorf("total: got %d, want %d", page.Total, len(got))
			}
			wantPages(t, page, func(p graph.PageRequest) (graph.Page[graph.Hit], error) {
				return store.Search(t.Context(), c.q, p)
			})
		})
	}
}

func testFacets(t *testing.T, store graph.Store) {
	value := func(v string, n int) graph.FacetValue { return graph.FacetValue{Value: v, Count: n} }
	held := graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.HeldOnly}
	for _, c := range []struct {
		name    string
		request graph.FacetRequest
		want    []graph.Facet
	}{
		{"no keys", graph.FacetRequest{Nodes: held}, nil},
		{
			"instruments, by each key, in the order asked",
			graph.FacetRequest{Nodes: held, Keys: []graph.FacetKey{
				graph.FacetBody, graph.FacetYear, graph.FacetSession, graph.FacetKind, graph.FacetAct, graph.FacetRight, graph.FacetActor,
			}},
			[]graph.Facet{
				{Key: graph.FacetBody, Values: []graph.FacetValue{
					value("human-rights-council", 3), value("general-assembly", 2), value("security-council", 2),
				}},
				{Key: graph.FacetYear, Values: []graph.FacetValue{value("2033", 4), value("2024", 2), value("2031", 1)}},
				{Key: graph.FacetSession, Values: []graph.FacetValue{value("90", 2), value("99", 2), value("87", 1), value("98", 1)}},
				{Key: graph.FacetKind, Values: []graph.FacetValue{
					value("RESOLUTION", 5), value("DECISION", 1), value("DOCUMENT", 1), value("PRESIDENTIAL_STATEMENT", 1),
				}},
				{Key: graph.FacetAct, Values: []graph.FacetValue{
					value("recalls", 4), value("decides", 2), value("requests", 2), value("takes-note", 2), value("calls-upon", 1), value("demands", 1),
					value("is-guided-by", 1), value("notes", 1), value("other", 1), value("reaffirms", 1),
				}},
				{Key: graph.FacetRight, Values: []graph.FacetValue{value("privacy", 3), value("equality", 1)}},
				{Key: graph.FacetActor, Values: []graph.FacetValue{value("ohchr", 2), value("human-rights-council", 1), value("states", 1)}},
			},
		},
		{"paragraphs", graph.FacetRequest{
			Nodes: graph.NodeFilter{Kind: graph.ParagraphNode, PartOf: "A/HRC/RES/90/3"},
			Keys:  []graph.FacetKey{graph.FacetAct, graph.FacetRight, graph.FacetYear},
		}, []graph.Facet{
			{Key: graph.FacetAct, Values: []graph.FacetValue{
				value("is-guided-by", 1), value("recalls", 1), value("requests", 1), value("takes-note", 1),
			}},
			{Key: graph.FacetRight, Values: []graph.FacetValue{value("privacy", 2)}},
			{Key: graph.FacetYear, Values: []graph.FacetValue{value("2033", 4)}},
		}},
		{"mandates, by whom they ask and what their paragraphs name", graph.FacetRequest{
			Nodes: graph.NodeFilter{Kind: graph.MandateNode}, Keys: []graph.FacetKey{graph.FacetActor, graph.FacetRight},
		}, []graph.Facet{
			{Key: graph.FacetActor, Values: []graph.FacetValue{value("ohchr", 1)}},
			{Key: graph.FacetRight, Values: []graph.FacetValue{value("privacy", 1)}},
		}},
		{"mentions, by what their paragraphs name", graph.FacetRequest{
			Nodes: graph.NodeFilter{Kind: graph.MentionNode}, Keys: []graph.FacetKey{graph.FacetActor, graph.FacetRight},
		}, []graph.Facet{{Key: graph.FacetActor}, {Key: graph.FacetRight, Values: []graph.FacetValue{value("privacy", 1)}}}},
		{"links, by the far instrument and the near paragraph", graph.FacetRequest{
			ID: "A/HRC/53/45", Links: &graph.LinkFilter{Direction: graph.In, Types: []graph.LinkType{graph.Cites}},
			Keys: []graph.FacetKey{graph.FacetBody, graph.FacetAct, graph.FacetRight, graph.FacetBody},
		}, []graph.Facet{
			{Key: graph.FacetBody, Values: []graph.FacetValue{value("human-rights-council", 1), value("security-council", 1)}},
			{Key: graph.FacetAct, Values: []graph.FacetValue{value("notes", 1), value("takes-note", 1)}},
			{Key: graph.FacetRight},
			{Key: graph.FacetBody, Values: []graph.FacetValue{value("human-rights-council", 1), value("security-council", 1)}},
		}},
		{"a RestsOn counts by each of its acts", graph.FacetRequest{
			ID: "A/HRC/RES/90/3", Links: &graph.LinkFilter{Types: []graph.LinkType{graph.RestsOn}},
			Keys: []graph.FacetKey{graph.FacetAct, graph.FacetRight},
		}, []graph.Facet{
			{Key: graph.FacetAct, Values: []graph.FacetValue{value("recalls", 2), value("is-guided-by", 1), value("notes", 1)}},
			{Key: graph.FacetRight, Values: []graph.FacetValue{value("privacy", 1)}},
		}},
		{"of nothing", graph.FacetRequest{ID: "nothing", Links: &graph.LinkFilter{}, Keys: []graph.FacetKey{graph.FacetBody}}, []graph.Facet{
			{Key: graph.FacetBody},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := store.Facets(t.Context(), c.request)
			if err != nil {
				t.Fatal(err)
			}
			if diff := diff(c.want, got); diff != "" {
				t.Errorf("facets (-want +got):\n%s", diff)
			}
		})
	}
}

func testStats(t *testing.T, store graph.Store) {
	got, err := store.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var revision graph.Revision
	for _, d := range Fixture() {
		revision = revision.Add(d.Fingerprint())
	}
	want := graph.Stats{
		Revision: revision.String(),
		Nodes: map[graph.NodeKind]int{
			graph.InstrumentNode: 14, graph.ParagraphNode: 18, graph.ProvisionNode: 2, graph.RightNode: 2, graph.ActorNode: 4,
			graph.MandateNode: 3, graph.MentionNode: 2,
		},
		Links: map[graph.LinkType]int{
			graph.Cites: 14, graph.RestsOn: 12, graph.Pinpoints: 2, graph.Names: 9, graph.PartOf: 25, graph.BasedOn: 2,
			graph.AdoptedBy: 4, graph.Addresses: 1, graph.MayMean: 2,
		},
		Bodies: []graph.BodyCount{
			{Body: graph.HumanRightsCouncil, Held: 3, Cited: 2},
			{Body: graph.GeneralAssembly, Held: 2, Cited: 3},
			{Body: graph.SecurityCouncil, Held: 2, Cited: 1},
		},
		Resolved: 14, Ambiguous: 1, Open: 1, Findings: 2,
	}
	if diff := diff(want, got); diff != "" {
		t.Errorf("stats (-want +got):\n%s", diff)
	}
}
