package graphtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"

	"recital/graph"
)

// Apply checks the promises of Writer.Apply, each on a store of its own.
func (s Suite) Apply(t *testing.T) {
	for _, c := range []struct {
		name string
		test func(*testing.T, graph.Store)
	}{
		{"nothing", s.applyNothing},
		{"twice is once", s.applyTwice},
		{"in any order", s.applyAnyOrder},
		{"a red link becomes held", s.applyHeld},
		{"a document replaces", s.applyReplaces},
		{"one link changes and no other", s.applyOneLink},
		{"of two texts the better", s.applyBetter},
		{"the sequence fails", s.applyFails},
		{"the context ends", s.applyCancelled},
		{"an invalid document", s.applyInvalid},
		{"reads while writing", s.applyReads},
		{"a second writer", s.applySecond},
		{"readers see one revision", s.applyRevisions},
		{"a document's number is no session", s.applySessions},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, s.open(t)) })
	}
}

// like compares the store with the model of the documents in all there is in them and in others.
func like(t *testing.T, store graph.Store, others []*graph.Document, documents ...*graph.Document) {
	t.Helper()
	compareAnswers(t, t.Context(), store, modelOf(t, documents...), everything(slices.Concat(documents, others)))
}

func (Suite) applyNothing(t *testing.T, store graph.Store) {
	mustApply(t, store)
	like(t, store, Fixture())
}

func (Suite) applyTwice(t *testing.T, store graph.Store) {
	mustApply(t, store, Fixture()...)
	mustApply(t, store, Fixture()...)
	mustApply(t, store)
	like(t, store, nil, Fixture()...)
}

func (Suite) applyAnyOrder(t *testing.T, store graph.Store) {
	documents := Fixture()
	slices.Reverse(documents)
	mustApply(t, store, documents[:3]...)
	for _, d := range documents[3:] {
		mustApply(t, store, d)
	}
	like(t, store, nil, Fixture()...)
}

func (Suite) applyHeld(t *testing.T, store graph.Store) {
	documents := Fixture()
	for i, d := range documents {
		mustApply(t, store, d)
		like(t, store, documents[i+1:], documents[:i+1]...)
	}
}

// applyReplaces puts a text in the place of another of the same symbol: what only the other said is gone.
func (Suite) applyReplaces(t *testing.T, store graph.Store) {
	documents := Fixture()
	mustApply(t, store, documents...)
	at := slices.IndexFunc(documents, func(d *graph.Document) bool { return d.Instrument.ID == "A/HRC/RES/87/2" })
	next := Write(held("A/HRC/RES/87/2", "Emerging technologies, corrected", "2031-07-12", graph.HumanRightsCouncil, "87")).
		Paragraph("PP1", graph.Preamble, graph.Welcomes, "Welcoming the unheard of, in resolution 75/1,").
		Cites("resolution 75/1", stub("A/RES/75/1", graph.GeneralAssembly)).
		Done()
	mustApply(t, store, next)
	before := documents[at]
	documents[at] = next
	like(t, store, []*graph.Document{before}, documents...)
	for text, want := range map[string]int{"unheard": 1, "States equality": 0} {
		page, err := store.Search(t.Context(), graph.TextQuery{Text: text}, graph.PageRequest{Total: true})
		if err != nil || page.Total != want {
			t.Errorf("search %q: got %d hits, error %v; want %d", text, page.Total, err, want)
		}
	}
	mustApply(t, store, before)
	like(t, store, nil, Fixture()...)
}

// applyOneLink replaces one text after another, first by one of another day, then by one that does not say who adopted it: links that others
// say stay as they are, of whichever nodes and in whichever order a store keeps them.
func (Suite) applyOneLink(t *testing.T, store graph.Store) {
	f := newFixture()
	text := func(n int, date string) *Draft {
		return Write(held(fmt.Sprintf("A/RES/98/%d", n), "Lakes", date, graph.GeneralAssembly, "98"))
	}
	documents := []*graph.Document{
		Write(held("S/RES/9002(2033)", "Rivers", "2033-01-01", graph.SecurityCouncil, "")).
			Catalogue(graph.AdoptedBy, f.iccpr, f.assembly).Catalogue(graph.AdoptedBy, f.udhr, f.council).
			Catalogue(graph.BasedOn, f.equality, f.udhr).Catalogue(graph.PartOf, f.article17, f.iccpr).
			Done(),
	}
	for n := range 3 {
		documents = append(documents, text(n, "2033-01-01").AdoptedBy(f.assembly).Done())
	}
	mustApply(t, store, documents...)
	for n := range 3 {
		documents[1+n] = text(n, "2033-01-02").AdoptedBy(f.assembly).Done()
		mustApply(t, store, documents[1+n])
		like(t, store, nil, documents...)
	}
	for n := range 3 {
		documents[1+n] = text(n, "2033-01-02").Done()
		mustApply(t, store, documents[1+n])
		like(t, store, nil, documents...)
	}
}

// applyBetter: in one Apply the order of two texts of one symbol does not matter; a later Apply replaces.
func (Suite) applyBetter(t *testing.T, store graph.Store) {
	text := func(words string, quality float64) *graph.Document {
		return Write(held("A/HRC/RES/87/2", "Emerging technologies", "2031-07-13", graph.HumanRightsCouncil, "87")).
			Quality(quality).Paragraph("PP1", graph.Preamble, graph.Recalls, words).Done()
	}
	good, poor := text("Recalling all of it,", 0.9), text("Recal ing a l of t,", 0.4)
	mustApply(t, store, good, poor)
	like(t, store, nil, good)
	mustApply(t, store, poor)
	like(t, store, nil, poor)
	mustApply(t, store, poor, good)
	like(t, store, nil, good)
}

var errSequence = errors.New("the source broke off")

func (s Suite) applyFails(t *testing.T, store graph.Store) {
	documents := Fixture()
	mustApply(t, store, documents[0])
	err := store.Apply(t.Context(), func(yield func(*graph.Document, error) bool) {
		for _, d := range documents[1:4] {
			if !yield(d, nil) {
				return
			}
		}
		yield(nil, errSequence)
	})
	if !errors.Is(err, errSequence) {
		t.Errorf("got error %v, want %v", err, errSequence)
	}
	s.wholeOrNot(t, store, documents, 1)
}

func (s Suite) applyCancelled(t *testing.T, store graph.Store) {
	documents := Fixture()
	mustApply(t, store, documents[0])
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	err := store.Apply(ctx, func(yield func(*graph.Document, error) bool) {
		for i, d := range documents[1:] {
			if i == 2 {
				cancel()
			}
			if !yield(d, nil) {
				return
			}
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
	s.wholeOrNot(t, store, documents, 1)
}

// wholeOrNot checks what a broken Apply left: the documents before, or each of the others whole or not at all. The same Apply again
// completes it.
func (s Suite) wholeOrNot(t *testing.T, store graph.Store, documents []*graph.Document, before int) {
	t.Helper()
	if !s.PerDocument {
		like(t, store, documents[before:], documents[:before]...)
	}
	for _, d := range documents {
		f := graph.NodeFilter{Kind: graph.ParagraphNode, PartOf: d.Instrument.ID}
		page, err := store.List(t.Context(), f, graph.PageRequest{Total: true})
		if err != nil || page.Total != 0 && page.Total != len(d.Paragraphs) {
			t.Errorf("%s: %d of %d paragraphs, error %v", d.Instrument.ID, page.Total, len(d.Paragraphs), err)
		}
	}
	mustApply(t, store, documents...)
	like(t, store, nil, documents...)
}

func (s Suite) applyInvalid(t *testing.T, store graph.Store) {
	documents := Fixture()
	broken := *documents[2]
	broken.Stubs = nil
	err := store.Apply(t.Context(), sequence(documents[0], &broken, documents[1]))
	if !errors.Is(err, graph.ErrInvalidDocument) {
		t.Errorf("got error %v, want %v", err, graph.ErrInvalidDocument)
	}
	s.wholeOrNot(t, store, documents, 0)
}

// applyReads reads from within the sequence: the store does not wait for itself.
func (s Suite) applyReads(t *testing.T, store graph.Store) {
	documents := Fixture()
	mustApply(t, store, documents[0])
	before, err := store.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = store.Apply(t.Context(), func(yield func(*graph.Document, error) bool) {
		for _, d := range documents[1:] {
			now, err := store.Stats(t.Context())
			if err != nil || !s.PerDocument && now.Revision != before.Revision {
				t.Errorf("while writing: revision %s, want %s; error %v", now.Revision, before.Revision, err)
			}
			if !yield(d, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	like(t, store, nil, documents...)
}

// applySecond starts a second Apply while the first is under way: it is refused or waits.
func (Suite) applySecond(t *testing.T, store graph.Store) {
	documents := Fixture()
	second := make(chan error, 1)
	started := make(chan struct{})
	err := store.Apply(t.Context(), func(yield func(*graph.Document, error) bool) {
		for i, d := range documents[:4] {
			if i == 1 {
				go func() {
					close(started)
					second <- store.Apply(t.Context(), sequence(documents[4:]...))
				}()
				<-started
			}
			if !yield(d, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := <-second; errors.Is(err, graph.ErrLocked) {
		mustApply(t, store, documents[4:]...)
	} else if err != nil {
		t.Errorf("second writer: got error %v, want none or %v", err, graph.ErrLocked)
	}
	like(t, store, nil, documents...)
}

// applyRevisions changes two documents again and again while others read them: each answer is of one revision; of stores that
// keep documents apart, each document's is.
func (s Suite) applyRevisions(t *testing.T, store graph.Store) {
	versions := [][]*graph.Document{pair("first"), pair("second")}
	mustApply(t, store, versions[0]...)
	ids := idsIn(versions[0])
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				nodes, err := store.Nodes(t.Context(), ids)
				if err != nil {
					t.Errorf("read: %v", err)
					return
				}
				if err := s.oneVersion(nodes); err != nil {
					t.Error(err)
					return
				}
				select {
				case <-done:
					return
				default:
				}
			}
		})
	}
	for i := range 12 {
		if err := store.Apply(t.Context(), sequence(versions[(i+1)%2]...)); err != nil {
			t.Errorf("apply: %v", err)
		}
	}
	close(done)
	readers.Wait()
	like(t, store, nil, versions[0]...)
}

// pair returns two documents of ten paragraphs that cite each other, all of whose texts are the given word.
func pair(word string) []*graph.Document {
	var documents []*graph.Document
	for n := range 2 {
		w := Write(held(fmt.Sprintf("A/RES/98/%d", n), word, "2033-01-01", graph.GeneralAssembly, "98"))
		for i := range 10 {
			w.Paragraph(graph.Place(fmt.Sprintf("OP%d", i+1)), graph.Operative, graph.Notes, word).
				Cites(word, stub(fmt.Sprintf("A/RES/98/%d", 1-n), graph.GeneralAssembly))
		}
		documents = append(documents, w.Done())
	}
	return documents
}

// oneVersion reports nodes of two versions in one answer.
func (s Suite) oneVersion(nodes []graph.Node) error {
	words := make(map[graph.ID]string)
	for _, n := range nodes {
		if n == nil {
			continue
		}
		var word string
		switch n := n.(type) {
		case *graph.Instrument:
			word = n.Title
		case *graph.Paragraph:
			word = n.Text
		default:
			continue
		}
		var scope graph.ID
		if s.PerDocument {
			scope = n.NodeID().Instrument()
		}
		if words[scope] == "" {
			words[scope] = word
		}
		if words[scope] != word {
			return fmt.Errorf("%s says %q where others say %q", n.NodeID(), word, words[scope])
		}
	}
	return nil
}

// applySessions asks for the state of a mandate: a resolution of a later session makes it overdue, a document with a year for its number
// does not.
func (Suite) applySessions(t *testing.T, store graph.Store) {
	mandate := Write(held("A/HRC/RES/90/50", "Lakes", "2033-01-01", graph.HumanRightsCouncil, "90")).
		Paragraph("OP1", graph.Operative, graph.Requests, "Requests a report on lakes;").
		Asks("report on lakes", nil, graph.Mandate{Product: "report", Forum: graph.HumanRightsCouncil, Session: 92})
	bulletin := held("ST/SGB/2033/4", "Bulletin", "2033-02-01", graph.HumanRightsCouncil, "2033")
	bulletin.Kind = graph.OtherDocument
	later := held("A/HRC/RES/93/1", "Rivers", "2034-01-01", graph.HumanRightsCouncil, "93")
	for _, step := range []struct {
		add  *graph.Document
		want graph.MandateState
	}{
		{mandate.Done(), graph.Pending},
		{Write(bulletin).Done(), graph.Pending},
		{Write(later).Done(), graph.Overdue},
	} {
		mustApply(t, store, step.add)
		page, err := store.List(t.Context(), graph.NodeFilter{Kind: graph.MandateNode, States: []graph.MandateState{step.want}}, graph.PageRequest{First: 10})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Edges) != 1 {
			t.Errorf("after %s: got %d mandates that are %s, want 1", step.add.Instrument.ID, len(page.Edges), step.want)
		}
	}
	// What answers it is known from the day on which both are cited: until then it is what it was, and before the session was over pending.
	report := known("A/HRC/92/12", graph.HumanRightsCouncil)
	report.Kind, report.Session = graph.Report, "92"
	answer := Write(held("A/HRC/RES/95/1", "Ponds", "2035-01-01", graph.HumanRightsCouncil, "95")).
		Paragraph("PP1", graph.Preamble, graph.Recalls, "Recalling its resolution 90/50,").Cites("resolution 90/50", known("A/HRC/RES/90/50", graph.HumanRightsCouncil)).
		Paragraph("PP2", graph.Preamble, graph.TakesNote, "Taking note of the report A/HRC/92/12,").Cites("A/HRC/92/12", report)
	mustApply(t, store, answer.Done())
	for day, want := range map[string]graph.MandateState{
		"2033-12-31": graph.Pending, "2034-01-01": graph.Overdue, "2034-12-31": graph.Overdue, "2035-01-01": graph.Answered, "": graph.Answered,
	} {
		page, err := store.List(t.Context(), graph.NodeFilter{
			Kind: graph.MandateNode, States: []graph.MandateState{want}, AsOf: graph.MustParseDate(day),
		}, graph.PageRequest{First: 10})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Edges) != 1 {
			t.Errorf("as of %q: got %d mandates that are %s, want 1", day, len(page.Edges), want)
		}
	}
	// The Council names its sessions by years: the sixty-third is of a commission below it, and not over because 2034 is.
	ofYear := Write(held("E/RES/2034/1", "Lakes", "2034-07-01", graph.EconomicAndSocialCouncil, "2034")).
		Paragraph("OP1", graph.Operative, graph.Requests, "Requests reports to the Commission at its sixty-third session, and to the Council at its 2033 session;").
		Asks("to the Commission at its sixty-third session", nil, graph.Mandate{Product: "report", Forum: graph.EconomicAndSocialCouncil, Session: 63}).
		Asks("to the Council at its 2033 session", nil, graph.Mandate{Product: "report", Forum: graph.EconomicAndSocialCouncil, Session: 2033})
	mustApply(t, store, ofYear.Done())
	for state, want := range map[graph.MandateState]int{graph.Undated: 63, graph.Overdue: 2033} {
		page, err := store.List(t.Context(), graph.NodeFilter{
			Kind: graph.MandateNode, Forums: []graph.Body{graph.EconomicAndSocialCouncil}, States: []graph.MandateState{state},
		}, graph.PageRequest{First: 10})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Edges) != 1 || page.Items()[0].(*graph.Mandate).Session != want {
			t.Errorf("%s at the Council: got %d, want the one due at session %d", state, len(page.Edges), want)
		}
	}
}
