package loader

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/loader/catalog"
)

// keeper is a Writer that keeps what it is given, in order.
type keeper struct {
	documents []*graph.Document
	fail      error
}

func (k *keeper) Apply(_ context.Context, documents iter.Seq2[*graph.Document, error]) error {
	for document, err := range documents {
		if err != nil {
			return err
		}
		if k.fail != nil {
			return k.fail
		}
		k.documents = append(k.documents, document)
	}
	return nil
}

func newLoader(t testing.TB) *Loader {
	t.Helper()
	catalogue, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(catalogue)
}

// resolution writes a resolution of the Council in the manner of its own, number n of session 40.
func resolution(n int) string {
	return fmt.Sprintf(`Human Rights Council

Fortieth session

Agenda item 3

Resolution adopted by the Human Rights Council on 21 March 2019

40/%d. Quiet hours in public libraries, part %d

The Human Rights Council,

Guided by the Charter of the United Nations,

Recalling its resolutions 34/7 of 23 March 2017 and 28/16 of 26 March 2015, and General Assembly resolution 70/125 of 16 December 2015,

1. Reaffirms the right to privacy;

2. Requests the Secretary-General to submit a report on reading to the Human Rights Council at its forty-fifth session.
`, n, n)
}

func writeResolutions(t testing.TB, count int) string {
	t.Helper()
	folder := t.TempDir()
	for n := 1; n <= count; n++ {
		name := filepath.Join(folder, fmt.Sprintf("r%03d.txt", n))
		if err := os.WriteFile(name, []byte(resolution(n)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestLoadIsTheSameOnAnyNumberOfWorkers(t *testing.T) {
	folder := writeResolutions(t, 40)
	var one, many keeper
	if _, err := newLoader(t).Load(t.Context(), &one, []string{folder}, Options{Workers: 1}); err != nil {
		t.Fatal(err)
	}
	if _, err := newLoader(t).Load(t.Context(), &many, []string{folder}, Options{Workers: 8}); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(one.documents, many.documents, cmp.Comparer(func(a, b graph.Symbol) bool { return a == b })); diff != "" {
		t.Errorf("documents differ (-one +many):\n%s", diff)
	}
	if len(one.documents) != 40 {
		t.Errorf("got %d documents, want 40", len(one.documents))
	}
}

func TestLoadCountsMentionsAsEdgesAndOpenOnes(t *testing.T) {
	var store keeper
	report, err := newLoader(t).Load(t.Context(), &store, []string{writeResolutions(t, 3)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	edges, open := 0, 0
	for _, d := range store.documents {
		open += len(d.Mentions)
		for _, l := range d.Links {
			if l.Type == graph.Cites {
				edges++
			}
		}
	}
	if report.Documents != 3 || report.Resolved != edges || report.Ambiguous+report.Open != open || edges < 12 {
		t.Errorf("report %+v against %d edges and %d open mentions", report, edges, open)
	}
}

func TestLoadStopsForABadStore(t *testing.T) {
	broken := errors.New("the disk is gone")
	_, err := newLoader(t).Load(t.Context(), &keeper{fail: broken}, []string{writeResolutions(t, 30)}, Options{})
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
}

func TestLoadStopsWhenTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	_, err := newLoader(t).Load(ctx, &keeper{}, []string{writeResolutions(t, 30)}, Options{Progress: func(p Progress) {
		if p.Documents == 5 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestFactsOnlyKeepsNoText(t *testing.T) {
	var store keeper
	if _, err := newLoader(t).Load(t.Context(), &store, []string{writeResolutions(t, 1)}, Options{FactsOnly: true}); err != nil {
		t.Fatal(err)
	}
	for _, p := range store.documents[0].Paragraphs {
		if p.Text != "" || len(p.Notes) > 0 {
			t.Errorf("%s keeps its text", p.ID)
		}
	}
	for _, l := range store.documents[0].Links {
		if l.Type == graph.Cites && !strings.ContainsAny(l.Evidence.Quote, "0123456789C") {
			t.Errorf("%s lost its words", l.To)
		}
	}
}

func TestEveryEdgeStandsOnItsWords(t *testing.T) {
	folder := writeResolutions(t, 1)
	text := resolution(1)
	var store keeper
	if _, err := newLoader(t).Load(t.Context(), &store, []string{folder}, Options{}); err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, l := range store.documents[0].Links {
		if l.Evidence == nil {
			continue
		}
		checked++
		if got := text[l.Evidence.Span.Start:l.Evidence.Span.End]; got != l.Evidence.Quote {
			t.Errorf("%s to %s: the text holds %q, the quote is %q", l.From, l.To, got, l.Evidence.Quote)
		}
	}
	if checked < 5 {
		t.Errorf("checked %d links: too few", checked)
	}
}

// TestAlternativesComeToTheGraph: a number that says neither its organ nor its day keeps what else it may mean.
func TestAlternativesComeToTheGraph(t *testing.T) {
	folder := t.TempDir()
	text := strings.Replace(resolution(1), "34/7 of 23 March 2017 and 28/16 of 26 March 2015", "34/7 of 23 March 2017 and 37/2", 1)
	if err := os.WriteFile(filepath.Join(folder, "r.txt"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var store keeper
	if _, err := newLoader(t).Load(t.Context(), &store, []string{folder}, Options{}); err != nil {
		t.Fatal(err)
	}
	got := make(map[graph.ID][]graph.ID)
	for _, l := range store.documents[0].Links {
		for _, a := range l.Alternatives {
			got[l.To] = append(got[l.To], a.Instrument)
		}
	}
	if diff := cmp.Diff(map[graph.ID][]graph.ID{"A/HRC/RES/37/2": {"A/RES/37/2"}}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// BenchmarkLoad1000Paragraphs reads 200 resolutions of five paragraphs without a store.
func BenchmarkLoad1000Paragraphs(b *testing.B) {
	folder := writeResolutions(b, 200)
	loader := newLoader(b)
	b.SetBytes(int64(200 * len(resolution(100))))
	for b.Loop() {
		if _, err := loader.Load(b.Context(), &keeper{}, []string{folder}, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestOrgansHaveTheirNames: an organ that the vocabulary of actors lacks is called as in the catalogue of organs, in words where it is in neither.
func TestOrgansHaveTheirNames(t *testing.T) {
	b := builder{catalogue: newLoader(t).catalogue, stubs: make(map[graph.ID]graph.Node)}
	for body, want := range map[graph.Body]string{
		"cedaw-committee":       "Committee on the Elimination of Discrimination against Women",
		"world-health-assembly": "World Health Assembly",
		"board-of-auditors":     "board of auditors",
	} {
		b.known(body.Actor())
		if actor, ok := b.stubs[body.Actor()].(*graph.Actor); !ok || actor.Title != want {
			t.Errorf("%s: %+v, want %q", body, b.stubs[body.Actor()], want)
		}
	}
}
