package graphtest

import (
	"testing"

	"recital/graph"
)

func testNodes(t *testing.T, store graph.Store) {
	for _, c := range []struct {
		name      string
		ids, want []graph.ID
	}{
		{"none", nil, nil},
		{"order and duplicates", []graph.ID{"iccpr", "actor:ohchr", "iccpr"}, []graph.ID{"iccpr", "actor:ohchr", "iccpr"}},
		{"unknown ones are nil", []graph.ID{"", "nothing", "iccpr", "iccpr#99", "A/HRC/RES/90/3#PP9"}, []graph.ID{"", "", "iccpr", "", ""}},
		{
			"every kind",
			[]graph.ID{
				"A/HRC/RES/90/3", "A/HRC/RES/90/3#OP1", "iccpr#17", "right:privacy", "actor:states",
				"A/HRC/RES/90/3#OP1!mandate-1", "A/HRC/RES/87/2#PP1!mention-1",
			},
			[]graph.ID{
				"A/HRC/RES/90/3", "A/HRC/RES/90/3#OP1", "iccpr#17", "right:privacy", "actor:states",
				"A/HRC/RES/90/3#OP1!mandate-1", "A/HRC/RES/87/2#PP1!mention-1",
			},
		},
		{"symbol of a catalogue entry", []graph.ID{"A/RES/2200(XXI)A"}, []graph.ID{"iccpr"}},
		{"alias, second half of a joint symbol, draft", []graph.ID{"S/2033/363", "A/HRC/90/L.27/Rev.1"}, []graph.ID{"A/98/895", "A/HRC/RES/90/3"}},
		{"ids are exact", []graph.ID{"ICCPR", "a/hrc/res/90/3", "A/HRC/RES/90/3 "}, []graph.ID{"", "", ""}},
	} {
		t.Run(c.name, func(t *testing.T) {
			nodes, err := store.Nodes(t.Context(), c.ids)
			if err != nil {
				t.Fatal(err)
			}
			if diff := diff(c.want, idsOf(nodes)); diff != "" {
				t.Errorf("ids (-want +got):\n%s", diff)
			}
		})
	}
}

// testSettled checks what no document says alone.
func testSettled(t *testing.T, store graph.Store) {
	nodes, err := store.Nodes(t.Context(), []graph.ID{
		"A/HRC/RES/90/3", "A/HRC/53/45", "S/RES/1325(2000)", "iccpr", "right:privacy", "actor:ohchr",
		"A/HRC/RES/90/3#PP2", "A/HRC/RES/90/3#OP1!mandate-1", "A/HRC/RES/87/2#PP1!mention-1", "A/HRC/RES/48/4",
	})
	if err != nil {
		t.Fatal(err)
	}
	instrument := func(n int) *graph.Instrument { return nodes[n].(*graph.Instrument) }
	day := graph.MustParseDate("2033-07-14")
	for _, c := range []struct {
		name      string
		got, want any
	}{
		{"counts what it cites, each once", instrument(0).Cites, 4},
		{"counts who cites it", instrument(0).CitedBy, 1},
		{"a held text is held whoever cites it", instrument(0).Held, true},
		{"and keeps its own title", instrument(0).Title, "New technologies and the right to privacy"},
		{"and its basis", instrument(0).Basis, graph.FromText},
		{"a red link is not held", instrument(1).Held, false},
		{"has the title that goes on from the other", instrument(1).Title, "The digital age and rights"},
		{"has the date of those who cite it", instrument(1).Date, graph.MustParseDate("2033-05-04")},
		{"one citation is a majority", instrument(2).Title, "Women and peace and security"},
		{"the catalogue is not outvoted", instrument(3).Title, "International Covenant on Civil and Political Rights"},
		{"the treaty is cited by two", instrument(3).CitedBy, 2},
		{"a right counts paragraphs", nodes[4].(*graph.Right).Mentions, 4},
		{"an actor counts paragraphs", nodes[5].(*graph.Actor).Mentions, 2},
		{"a paragraph has its text's date", nodes[6].(*graph.Paragraph).Date, day},
		{"a mandate has its text's date", nodes[7].(*graph.Mandate).Date, day},
		{"a mention has its text's date", nodes[8].(*graph.Mention).Date, graph.MustParseDate("2031-07-13")},
		{"a candidate is known, and cited by none", instrument(9).CitedBy, 0},
	} {
		if diff := diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func testLists(t *testing.T, store graph.Store) {
	for _, c := range []struct {
		name string
		f    graph.NodeFilter
		want []graph.ID
	}{
		{"rights", graph.NodeFilter{Kind: graph.RightNode}, []graph.ID{"right:equality", "right:privacy"}},
		{
			"held by body and session",
			graph.NodeFilter{
				Kind: graph.InstrumentNode, Bodies: []graph.Body{graph.HumanRightsCouncil}, Sessions: []string{"90", "87"},
				Holding: graph.HeldOnly,
			},
			[]graph.ID{"A/HRC/RES/87/2", "A/HRC/RES/90/3", "A/HRC/RES/90/30"},
		},
		{
			"red links",
			graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.RedLinks, Kinds: []graph.InstrumentKind{graph.Resolution}},
			[]graph.ID{"A/HRC/RES/48/4", "A/RES/48/4", "S/RES/1325(2000)"},
		},
		{
			"dates, both bounds included",
			graph.NodeFilter{
				Kind: graph.InstrumentNode, Since: graph.MustParseDate("2031-07-13"), Until: graph.MustParseDate("2033-06-01"),
			},
			[]graph.ID{"A/98/895", "A/HRC/53/45", "A/HRC/RES/87/2"},
		},
		{"instruments that name and cite", graph.NodeFilter{
			Kind: graph.InstrumentNode, Names: []graph.ID{"right:privacy", "actor:ohchr"}, Cites: []graph.ID{"iccpr", "A/RES/99/175"},
		}, []graph.ID{"A/HRC/RES/90/3"}},
		{"paragraphs that name both", graph.NodeFilter{
			Kind: graph.ParagraphNode, Names: []graph.ID{"right:privacy", "actor:ohchr"},
		}, []graph.ID{"A/HRC/RES/90/3#OP1"}},
		{"paragraphs that cite", graph.NodeFilter{Kind: graph.ParagraphNode, Cites: []graph.ID{"A/HRC/53/45"}}, []graph.ID{
			"A/HRC/RES/90/3#OP2", "S/RES/9001(2033)#PP2",
		}},
		{"paragraphs by act", graph.NodeFilter{Kind: graph.ParagraphNode, Acts: []graph.Act{graph.Demands, graph.Decides}}, []graph.ID{
			"A/HRC/RES/90/30#OP2", "A/RES/99/175#OP10", "S/RES/9001(2033)#OP1",
		}},
		{"paragraphs of one text, by id", graph.NodeFilter{Kind: graph.ParagraphNode, PartOf: "A/HRC/RES/90/30"}, []graph.ID{
			"A/HRC/RES/90/30#OP10", "A/HRC/RES/90/30#OP2",
		}},
		{"paragraphs of a red link", graph.NodeFilter{Kind: graph.ParagraphNode, Holding: graph.RedLinks}, nil},
		{"provisions of one", graph.NodeFilter{Kind: graph.ProvisionNode, PartOf: "iccpr"}, []graph.ID{"iccpr#17"}},
		{"mandates by forum, session, product, addressee", graph.NodeFilter{
			Kind: graph.MandateNode, Forums: []graph.Body{graph.HumanRightsCouncil}, DueSessions: []int{93},
			Products: []string{"report"}, Addressees: []graph.ID{"actor:ohchr"},
		}, []graph.ID{"A/HRC/RES/90/3#OP1!mandate-1"}},
		{"mandates without an addressee", graph.NodeFilter{Kind: graph.MandateNode, Addressees: []graph.ID{""}}, []graph.ID{
			"A/HRC/RES/90/30#OP2!mandate-1", "A/HRC/RES/90/30#OP2!mandate-2",
		}},
		{"mandates due at a session that is to come", graph.NodeFilter{
			Kind: graph.MandateNode, States: []graph.MandateState{graph.Pending, graph.Overdue},
		}, []graph.ID{"A/HRC/RES/90/3#OP1!mandate-1"}},
		{"mandates without a session", graph.NodeFilter{Kind: graph.MandateNode, States: []graph.MandateState{graph.Undated}}, []graph.ID{
			"A/HRC/RES/90/30#OP2!mandate-1", "A/HRC/RES/90/30#OP2!mandate-2",
		}},
		{"mandates that are answered", graph.NodeFilter{Kind: graph.MandateNode, States: []graph.MandateState{graph.Answered}}, nil},
		{"paragraphs in a state", graph.NodeFilter{Kind: graph.ParagraphNode, States: graph.MandateStates()}, nil},
		{"mentions by status", graph.NodeFilter{Kind: graph.MentionNode, Statuses: []graph.Status{graph.Ambiguous}}, []graph.ID{
			"A/HRC/RES/87/2#PP1!mention-1",
		}},
		{"instruments with findings", graph.NodeFilter{Kind: graph.InstrumentNode, Findings: true}, []graph.ID{"S/RES/9001(2033)"}},
		{"paragraphs with findings", graph.NodeFilter{Kind: graph.ParagraphNode, Findings: true}, []graph.ID{"S/RES/9001(2033)#PP1"}},
		{"mentions with findings", graph.NodeFilter{Kind: graph.MentionNode, Findings: true}, []graph.ID{"S/RES/9001(2033)#PP2!mention-1"}},
		{"a field that the kind does not have", graph.NodeFilter{Kind: graph.ActorNode, Acts: []graph.Act{graph.Demands}}, nil},
		{"an unknown right", graph.NodeFilter{Kind: graph.ParagraphNode, Names: []graph.ID{"right:none"}}, nil},
	} {
		t.Run(c.name, func(t *testing.T) { wantList(t, store, c.f, c.want) })
	}
}

func testListOrders(t *testing.T, store graph.Store) {
	held := graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.HeldOnly}
	for _, c := range []struct {
		name string
		f    graph.NodeFilter
		want []graph.ID
	}{
		{"by date", with(held, graph.ByDate), []graph.ID{
			"A/HRC/RES/90/30", "A/HRC/RES/90/3", "S/RES/9001(2033)", "A/98/895", "A/HRC/RES/87/2", "A/RES/99/175", "A/RES/99/176",
			"S/PRST/2033/7",
		}},
		{"by date from the earliest", with(held, graph.ByDateAsc), []graph.ID{
			"A/RES/99/175", "A/RES/99/176", "A/HRC/RES/87/2", "A/98/895", "A/HRC/RES/90/3", "S/RES/9001(2033)", "A/HRC/RES/90/30",
			"S/PRST/2033/7",
		}},
		{"most cited", with(held, graph.ByCitedBy), []graph.ID{
			"A/HRC/RES/87/2", "A/RES/99/175", "A/HRC/RES/90/3", "S/RES/9001(2033)", "A/98/895", "A/HRC/RES/90/30", "A/RES/99/176",
			"S/PRST/2033/7",
		}},
		{"most named", graph.NodeFilter{Kind: graph.ActorNode, Order: graph.ByCitedBy}, []graph.ID{
			"actor:ohchr", "actor:human-rights-council", "actor:states", "actor:general-assembly",
		}},
		{"in reading order", graph.NodeFilter{Kind: graph.ParagraphNode, PartOf: "A/HRC/RES/90/30", Order: graph.ByText}, []graph.ID{
			"A/HRC/RES/90/30#OP2", "A/HRC/RES/90/30#OP10",
		}},
		{"mandates in reading order", graph.NodeFilter{Kind: graph.MandateNode, Order: graph.ByText}, []graph.ID{
			"A/HRC/RES/90/3#OP1!mandate-1", "A/HRC/RES/90/30#OP2!mandate-1", "A/HRC/RES/90/30#OP2!mandate-2",
		}},
	} {
		t.Run(c.name, func(t *testing.T) { wantList(t, store, c.f, c.want) })
	}
}

func with(f graph.NodeFilter, o graph.NodeOrder) graph.NodeFilter {
	f.Order = o
	return f
}

// wantList asks for a whole list, and then for it in small pages both ways.
func wantList(t *testing.T, store graph.Store, f graph.NodeFilter, want []graph.ID) {
	t.Helper()
	page, err := store.List(t.Context(), f, graph.PageRequest{First: graph.MaxPage, Total: true})
	if err != nil {
		t.Fatal(err)
	}
	if diff := diff(want, idsOf(page.Items())); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
	if page.Total != len(want) {
		t.Errorf("total: got %d, want %d", page.Total, len(want))
	}
	wantPages(t, page, func(p graph.PageRequest) (graph.Page[graph.Node], error) { return store.List(t.Context(), f, p) })
}

// wantPages reads a list in pages of two, from its beginning and from its end, and compares with the whole.
func wantPages[T any](t *testing.T, whole graph.Page[T], ask func(graph.PageRequest) (graph.Page[T], error)) {
	t.Helper()
	for _, backward := range []bool{false, true} {
		var read []graph.Edge[T]
		request := graph.PageRequest{First: 2}
		if backward {
			request = graph.PageRequest{Last: 2}
		}
		for range len(whole.Edges) + 1 {
			p, err := ask(request)
			if err != nil {
				t.Fatalf("page %+v: %v", request, err)
			}
			if p.Total != -1 {
				t.Errorf("page %+v: total %d without being asked", request, p.Total)
			}
			seen := len(read)
			if backward {
				read = append(append([]graph.Edge[T]{}, p.Edges...), read...)
			} else {
				read = append(read, p.Edges...)
			}
			more, before := p.HasNext, p.HasPrevious
			if backward {
				more, before = before, more
			}
			if before != (seen > 0) || more != (len(read) < len(whole.Edges)) {
				t.Errorf("page %+v: more ahead %t, behind %t at %d of %d", request, more, before, len(read), len(whole.Edges))
			}
			if !more || len(p.Edges) == 0 {
				break
			}
			request.After, request.Before = p.Edges[len(p.Edges)-1].Cursor, ""
			if backward {
				request.After, request.Before = "", p.Edges[0].Cursor
			}
		}
		if diff := diff(whole.Edges, read); diff != "" {
			t.Errorf("pages of two, backward %t (-whole +read):\n%s", backward, diff)
		}
	}
}
