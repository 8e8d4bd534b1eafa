package graphtest

import (
	"context"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"recital/graph"
)

// Suite is the conformance suite with what stores may differ in. The zero values are the stricter ones.
type Suite struct {
	// Open returns an empty store. The suite closes it, at the latest when the test t ends.
	Open func(t *testing.T) graph.Store
	// PerDocument: a failed Apply leaves each of its documents whole or not at all, instead of none of them; and a second
	// writer may wait its turn.
	PerDocument bool
	// Checks is the number of random graphs; 0 is 25. Each opens one store.
	Checks int
}

// Run runs the whole suite against a store that is atomic as a whole.
func Run(t *testing.T, open func(t *testing.T) graph.Store) {
	t.Helper()
	Suite{Open: open}.Run(t)
}

// Run runs the whole suite.
func (s Suite) Run(t *testing.T) {
	t.Helper()
	t.Run("fixture", s.fixture)
	t.Run("apply", s.Apply)
	t.Run("random", s.Random)
}

// fixture asks one store that holds the fixture.
func (s Suite) fixture(t *testing.T) {
	store := s.open(t)
	mustApply(t, store, Fixture()...)
	AskFixture(t, store)
}

// AskFixture asks a store that holds the fixture and nothing else, however it came there. Nothing is applied.
func AskFixture(t *testing.T, store graph.Store) {
	t.Helper()
	for _, c := range []struct {
		name string
		test func(*testing.T, graph.Store)
	}{
		{"nodes", testNodes},
		{"settled facts", testSettled},
		{"links out", testLinksOut},
		{"links in", testLinksIn},
		{"link views", testLinkViews},
		{"link parts", testLinkParts},
		{"alternatives", testAlternatives},
		{"link filters", testLinkFilters},
		{"lists", testLists},
		{"list orders", testListOrders},
		{"search", testSearch},
		{"facets", testFacets},
		{"stats", testStats},
		{"walks", testWalks},
		{"bad requests", testBadRequests},
		{"ended context", testEndedContext},
		{"like the model", testLikeModel},
	} {
		t.Run(c.name, func(t *testing.T) { c.test(t, store) })
	}
}

// open opens a store and sees that it is closed.
func (s Suite) open(t *testing.T) graph.Store {
	t.Helper()
	store := s.Open(t)
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return store
}

// sequence gives the documents as a loader does.
func sequence(documents ...*graph.Document) func(func(*graph.Document, error) bool) {
	return func(yield func(*graph.Document, error) bool) {
		for _, d := range documents {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func mustApply(t *testing.T, w graph.Writer, documents ...*graph.Document) {
	t.Helper()
	if err := w.Apply(t.Context(), sequence(documents...)); err != nil {
		t.Fatalf("apply %d documents: %v", len(documents), err)
	}
}

// modelOf returns the model that holds the documents.
func modelOf(t *testing.T, documents ...*graph.Document) *Model {
	t.Helper()
	m := NewModel()
	mustApply(t, m, documents...)
	return m
}

// A question is one request with its name.
type question struct {
	name string
	ask  func(context.Context, graph.Reader) (any, error)
}

// compareAnswers asks both the same and reports what differs. Of errors only the sentinel counts.
func compareAnswers(t interface {
	Helper()
	Errorf(string, ...any)
}, ctx context.Context, store, model graph.Reader, questions []question,
) {
	t.Helper()
	for _, q := range questions {
		got, gotErr := q.ask(ctx, store)
		want, wantErr := q.ask(ctx, model)
		if !sameError(gotErr, wantErr) {
			t.Errorf("%s: got error %v, want %v", q.name, gotErr, wantErr)
			continue
		}
		if gotErr != nil {
			continue
		}
		if diff := diff(want, got); diff != "" {
			t.Errorf("%s: answers differ (-model +store):\n%s", q.name, diff)
		}
	}
}

// sentinels are the errors that an answer may have.
func sentinels() []error {
	return []error{
		graph.ErrNotFound, graph.ErrBadCursor, graph.ErrBadRequest, graph.ErrReadOnly, graph.ErrUnavailable,
		graph.ErrLocked, graph.ErrInvalidDocument, context.Canceled, context.DeadlineExceeded,
	}
}

func sameError(a, b error) bool {
	if (a == nil) != (b == nil) {
		return false
	}
	return !slices.ContainsFunc(sentinels(), func(e error) bool { return errors.Is(a, e) != errors.Is(b, e) })
}

// diff compares answers: no difference is made between an empty list and none.
func diff(want, got any) string {
	return cmp.Diff(want, got, cmpopts.EquateEmpty(), cmp.Comparer(func(a, b graph.Symbol) bool { return a == b }))
}

func idsOf(nodes []graph.Node) []graph.ID {
	ids := make([]graph.ID, len(nodes))
	for i, n := range nodes {
		if n != nil {
			ids[i] = n.NodeID()
		}
	}
	return ids
}
