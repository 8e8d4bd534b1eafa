package graph_test

import (
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/graph/graphtest"
)

// asking is a resolution of a session with mandates due at sessions of the Council.
func asking(symbol, session, date string, due ...int) *graph.Document {
	w := graphtest.Write(text(symbol, session, date)).Paragraph("OP1", graph.Operative, graph.Requests, "Requests reports to sessions;")
	for _, session := range due {
		w.Asks("reports", nil, graph.Mandate{Product: "report", Forum: graph.HumanRightsCouncil, Session: session})
	}
	return w.Done()
}

// citing is a resolution that cites others and reports.
func citing(symbol, session, date string, cited ...string) *graph.Document {
	w := graphtest.Write(text(symbol, session, date)).Paragraph("PP1", graph.Preamble, graph.Recalls, "Recalling them,")
	for _, c := range cited {
		s := graph.MustParseSymbol(c)
		w.Cites("them", &graph.Instrument{
			ID: s.ID(), Symbol: s, Kind: s.Kind(), Body: s.Body(), Session: s.Session(), Basis: graph.FromCitations,
		})
	}
	return w.Done()
}

func text(symbol, session, date string) graph.Instrument {
	s := graph.MustParseSymbol(symbol)
	return graph.Instrument{
		ID: s.ID(), Symbol: s, Kind: graph.Resolution, Date: graph.MustParseDate(date), Body: graph.HumanRightsCouncil, Session: session,
	}
}

func TestMandateStates(t *testing.T) {
	for _, tc := range []struct {
		name      string
		documents []*graph.Document
		want      []graph.MandateState // of the mandates of the resolution that asks, due at sessions 93, 96 and none
		answers   string               // to the first
		asOf      string
	}{
		{"nothing else", nil, states(graph.Pending, graph.Pending, graph.Undated), "[]", ""},
		{
			"a later session, nothing of it cited",
			[]*graph.Document{citing("A/HRC/RES/94/1", "94", "2034-07-01", "A/HRC/RES/90/3")},
			states(graph.Overdue, graph.Pending, graph.Undated), "[]", "",
		},
		{
			"a report cited with the resolution",
			[]*graph.Document{citing("A/HRC/RES/93/1", "93", "2034-07-01", "A/HRC/RES/90/3", "A/HRC/93/12")},
			states(graph.Answered, graph.Pending, graph.Undated), "[A/HRC/93/12]", "",
		},
		{
			"the most cited first",
			[]*graph.Document{
				citing("A/HRC/RES/93/1", "93", "2034-07-01", "A/HRC/RES/90/3", "A/HRC/93/11", "A/HRC/93/12"),
				citing("A/HRC/RES/93/2", "93", "2034-07-01", "A/HRC/93/12"),
			},
			states(graph.Answered, graph.Pending, graph.Undated), "[A/HRC/93/12 A/HRC/93/11]", "",
		},
		{
			"a report cited without the resolution",
			[]*graph.Document{citing("A/HRC/RES/97/1", "97", "2036-07-01", "A/HRC/93/12")},
			states(graph.Overdue, graph.Overdue, graph.Undated), "[]", "",
		},
		{
			"a report of another session, or of the Assembly",
			[]*graph.Document{citing("A/HRC/RES/93/1", "93", "2034-07-01", "A/HRC/RES/90/3", "A/HRC/92/12", "A/93/12")},
			states(graph.Pending, graph.Pending, graph.Undated), "[]", "",
		},
		{
			"cited together before it was asked for",
			[]*graph.Document{citing("A/HRC/RES/89/1", "89", "2032-07-01", "A/HRC/RES/90/3", "A/HRC/93/12")},
			states(graph.Pending, graph.Pending, graph.Undated), "[]", "",
		},
		{
			"on the day of the later session",
			[]*graph.Document{citing("A/HRC/RES/94/1", "94", "2034-07-01")},
			states(graph.Overdue, graph.Pending, graph.Undated), "[]", "2034-07-01",
		},
		{
			"on the day before it",
			[]*graph.Document{citing("A/HRC/RES/94/1", "94", "2034-07-01")},
			states(graph.Pending, graph.Pending, graph.Undated), "[]", "2034-06-30",
		},
		{
			"the day a report was cited with the resolution",
			[]*graph.Document{
				citing("A/HRC/RES/93/1", "93", "2034-07-01", "A/HRC/RES/90/3", "A/HRC/93/12"),
				citing("A/HRC/RES/94/1", "94", "2035-07-01", "A/HRC/RES/90/3", "A/HRC/93/11"),
			},
			states(graph.Answered, graph.Pending, graph.Undated), "[A/HRC/93/12]", "2034-07-01",
		},
		{
			"the day before a report was cited, the session being over",
			[]*graph.Document{
				citing("A/HRC/RES/94/1", "94", "2034-07-01"),
				citing("A/HRC/RES/94/2", "94", "2034-07-02", "A/HRC/RES/90/3", "A/HRC/93/12"),
			},
			states(graph.Overdue, graph.Pending, graph.Undated), "[]", "2034-07-01",
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			store := graphtest.NewModel()
			documents := slices.Concat(tc.documents, []*graph.Document{asking("A/HRC/RES/90/3", "90", "2033-07-14", 93, 96, 0)})
			if err := store.Apply(t.Context(), each(documents)); err != nil {
				t.Fatal(err)
			}
			asOf := graph.MustParseDate(tc.asOf)
			got, answers := derived(t, store, asOf)
			if diff := cmp.Diff(tc.want, got); diff != "" {
				t.Errorf("states (-want +got):\n%s", diff)
			}
			if answers != tc.answers {
				t.Errorf("answers %s, want %s", answers, tc.answers)
			}
			for i, m := range mandates(t, store, nil) {
				for _, state := range graph.MandateStates() {
					let := len(mandates(t, store, &graph.NodeFilter{States: states(state), AsOf: asOf, DueSessions: []int{m.Session}})) == 1
					if let != (state == got[i]) {
						t.Errorf("the filter takes mandate %d for %s: %v, it is %s", i+1, state, let, got[i])
					}
				}
			}
		})
	}
}

// TestLastSession finds the last session also where a facet has no room for it: it is the rarest of more than a facet holds.
func TestLastSession(t *testing.T) {
	var documents []*graph.Document
	for session := 1; session <= graph.MaxFacet+30; session++ {
		for n := range 2 {
			if n == 0 || session < graph.MaxFacet+20 {
				documents = append(documents, citing(fmt.Sprintf("A/HRC/RES/%d/%d", session, n+1), fmt.Sprint(session), "2033-07-14"))
			}
		}
	}
	// A document's number is a year's, not a session's.
	documents = append(documents, graphtest.Write(graph.Instrument{
		ID: "ST/SGB/2021/3", Symbol: graph.MustParseSymbol("ST/SGB/2021/3"), Kind: graph.OtherDocument, Body: graph.HumanRightsCouncil,
		Session: "2021",
	}).Done())
	store := graphtest.NewModel()
	if err := store.Apply(t.Context(), each(documents)); err != nil {
		t.Fatal(err)
	}
	for body, want := range map[graph.Body]int{graph.HumanRightsCouncil: graph.MaxFacet + 30, graph.GeneralAssembly: 0} {
		if got, err := graph.LastSession(t.Context(), store, body, graph.Date{}); got != want || err != nil {
			t.Errorf("%s: session %d, %v; want %d", body, got, err, want)
		}
	}
}

func states(s ...graph.MandateState) []graph.MandateState { return s }

func mandates(t *testing.T, store graph.Reader, f *graph.NodeFilter) []*graph.Mandate {
	t.Helper()
	if f == nil {
		f = &graph.NodeFilter{}
	}
	f.Kind, f.Order = graph.MandateNode, graph.ByText
	page, err := store.List(t.Context(), *f, graph.PageRequest{})
	if err != nil {
		t.Fatal(err)
	}
	var found []*graph.Mandate
	for _, n := range page.Items() {
		found = append(found, n.(*graph.Mandate))
	}
	return found
}

// derived are the states of a day by Answers and LastSession, and the ids of the first mandate's answers.
func derived(t *testing.T, store graph.Reader, asOf graph.Date) ([]graph.MandateState, string) {
	t.Helper()
	asked := mandates(t, store, nil)
	answers, err := graph.Answers(t.Context(), store, asked, asOf)
	if err != nil {
		t.Fatal(err)
	}
	last, err := graph.LastSession(t.Context(), store, graph.HumanRightsCouncil, asOf)
	if err != nil {
		t.Fatal(err)
	}
	var found []graph.MandateState
	for i, m := range asked {
		found = append(found, m.State(len(answers[i]) > 0, last))
	}
	ids := []graph.ID{}
	for _, i := range answers[0] {
		ids = append(ids, i.ID)
	}
	return found, fmt.Sprint(ids)
}

func each(documents []*graph.Document) iter.Seq2[*graph.Document, error] {
	return func(yield func(*graph.Document, error) bool) {
		for _, d := range documents {
			if !yield(d, nil) {
				return
			}
		}
	}
}
