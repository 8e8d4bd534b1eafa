package neo4j_test

import (
	"context"
	"errors"
	"iter"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
)

// sequence gives the documents as a loader does.
func sequence(documents ...*graph.Document) iter.Seq2[*graph.Document, error] {
	return func(yield func(*graph.Document, error) bool) {
		for _, d := range documents {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		url  string
		want error
	}{
		{"another scheme", "http://localhost:7687", graph.ErrBadRequest},
		{"no scheme", "localhost", graph.ErrBadRequest},
		{"no host", "bolt://", graph.ErrBadRequest},
		{"credentials in the address", "bolt://neo4j:secret@localhost", graph.ErrBadRequest},
		{"nothing answers", "bolt://127.0.0.1:1", graph.ErrUnavailable},
		{"nothing answers, routed", "neo4j://127.0.0.1:1", graph.ErrUnavailable},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := neo4j.Open(t.Context(), neo4j.Options{URL: c.url, User: "neo4j", Password: "secret", Timeout: 5 * time.Second})
			if !errors.Is(err, c.want) {
				t.Errorf("got error %v, want %v", err, c.want)
			}
			oneSentence(t, err)
		})
	}
}

// oneSentence checks that an error can be shown: one line, and the password is not in it.
func oneSentence(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	if text := err.Error(); strings.Contains(text, "secret") || strings.Contains(text, "\n") {
		t.Errorf("the error has more than one line, or the password: %q", text)
	}
}

// TestServerOfItsOwn asks for a password and is killed: starting a server is what costs most here.
func TestServerOfItsOwn(t *testing.T) {
	server := neo4jtest.Own(t, neo4jtest.Options{Login: neo4jtest.Fresh})
	const password = "secret of the test"
	open := func(url, password string) (*neo4j.Store, error) {
		o := neo4j.Options{URL: url, User: "neo4j", Password: password, Timeout: patience}
		store, err := neo4j.Open(t.Context(), neo4j.Impatient(o))
		oneSentence(t, err)
		return store, err
	}
	if _, err := open(server.RoutingURL(), "neo4j"); !errors.Is(err, graph.ErrUnauthorized) || !strings.Contains(err.Error(), "must be changed first") {
		t.Errorf("first password: got %v, want that it must be changed", err)
	}
	if err := server.SetPassword(t.Context(), password); err != nil {
		t.Fatal(err)
	}
	store, err := open(server.URL(), password)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("killed", func(t *testing.T) { testKilled(t, server, store) })
	for range 5 {
		if _, err := open(server.RoutingURL(), "secret, but wrong"); !errors.Is(err, graph.ErrUnauthorized) {
			t.Errorf("wrong password: got %v, want %v", err, graph.ErrUnauthorized)
		}
	}
}

// testKilled kills the server in the middle of a load.
func testKilled(t *testing.T, server *neo4jtest.Server, store *neo4j.Store) {
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	documents := graphtest.Fixture()
	if err := store.Apply(t.Context(), sequence(documents[0])); err != nil {
		t.Fatal(err)
	}
	// The server goes while the second half is being read: the first may be there or not.
	err := store.Apply(t.Context(), func(yield func(*graph.Document, error) bool) {
		for i, d := range documents {
			if i == len(documents)/2 {
				server.Kill()
			}
			if !yield(d, nil) {
				return
			}
		}
	})
	if !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("apply to a killed server: got %v, want %v", err, graph.ErrUnavailable)
	}
	oneSentence(t, err)
	if _, err := store.Stats(t.Context()); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("read from a killed server: got %v, want %v", err, graph.ErrUnavailable)
	}
	if err := server.Restart(t.Context()); err != nil {
		t.Fatal(err)
	}
	if unfinished, err := store.Unfinished(t.Context()); err != nil || !unfinished {
		t.Errorf("after a restart: unfinished %v, error %v, want true", unfinished, err)
	}
	if err := store.Apply(t.Context(), sequence(documents...)); err != nil {
		t.Fatal(err)
	}
	sameAsModel(t, store, documents)
}

// sameAsModel checks that the store holds the documents and nothing else, by its counts and all that can be listed.
func sameAsModel(t *testing.T, store graph.Reader, documents []*graph.Document) {
	t.Helper()
	model := graphtest.NewModel()
	if err := model.Apply(t.Context(), sequence(documents...)); err != nil {
		t.Fatal(err)
	}
	got, err := store.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want, err := model.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("counts (-got +want):\n%s", diff)
	}
	var ids []graph.ID
	for _, kind := range graph.NodeKinds() {
		f := graph.NodeFilter{Kind: kind}
		got, want := all(t, store, f), all(t, model, f)
		sameItems(t, string(kind), got, want)
		for _, n := range want {
			ids = append(ids, n.NodeID())
		}
	}
	for _, d := range []graph.Direction{graph.Out, graph.In} {
		for chunk := range slices.Chunk(ids, graph.MaxBatch) {
			f, page := graph.LinkFilter{Direction: d}, graph.PageRequest{First: graph.MaxPage, Total: true}
			got, err := store.Links(t.Context(), chunk, f, page)
			if err != nil {
				t.Fatal(err)
			}
			want, err := model.Links(t.Context(), chunk, f, page)
			if err != nil {
				t.Fatal(err)
			}
			sameItems(t, "links "+string(d), got, want)
		}
	}
}

// sameItems compares two lists and shows the first items that differ: cmp takes minutes for thousands of nodes with their links.
func sameItems[T any](t *testing.T, what string, got, want []T) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: got %d, want %d", what, len(got), len(want))
	}
	differ := 0
	for i := range min(len(got), len(want)) {
		if reflect.DeepEqual(got[i], want[i]) {
			continue
		}
		if differ++; differ == 1 {
			t.Errorf("%s, the first that differs, item %d (-got +want):\n%s", what, i, cmp.Diff(got[i], want[i], cmp.Comparer(sameSymbol)))
		}
	}
	if differ > 1 {
		t.Errorf("%s: %d of %d differ", what, differ, len(want))
	}
}

func sameSymbol(a, b graph.Symbol) bool { return a == b }

// all lists every node that the filter lets through.
func all(t *testing.T, r graph.Reader, f graph.NodeFilter) []graph.Node {
	t.Helper()
	var nodes []graph.Node
	page := graph.PageRequest{First: graph.MaxPage}
	for {
		p, err := r.List(t.Context(), f, page)
		if err != nil {
			t.Fatal(err)
		}
		nodes = append(nodes, p.Items()...)
		if !p.HasNext {
			return nodes
		}
		page.After = p.Edges[len(p.Edges)-1].Cursor
	}
}

func TestOtherDataIsLeftAlone(t *testing.T) {
	server := neo4jtest.Shared(t)
	const theirs = "CREATE (a:Instrument {id: 'violin'})-[:CITES]->(b:Paragraph {id: 'bow', text: 'rights'})"
	if err := server.Run(t.Context(), theirs); err != nil {
		t.Fatal(err)
	}
	store := open(t, server)
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	documents := graphtest.Fixture()
	for _, part := range [][]*graph.Document{documents, documents[:1], documents} {
		if err := store.Apply(t.Context(), sequence(part...)); err != nil {
			t.Fatal(err)
		}
	}
	sameAsModel(t, store, documents)
	left, err := server.Count(t.Context(), "MATCH (:Instrument {id: 'violin'})-[r:CITES]->(:Paragraph {id: 'bow'}) RETURN count(r)")
	if err != nil || left != 1 {
		t.Errorf("other people's data: got %d relationships, error %v, want 1", left, err)
	}
}

func TestContextEnds(t *testing.T) {
	store := open(t, neo4jtest.Shared(t))
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	ctx, cancel := context.WithCancel(t.Context())
	documents := graphtest.Fixture()
	err := store.Apply(ctx, func(yield func(*graph.Document, error) bool) {
		if yield(documents[0], nil) {
			cancel()
			yield(documents[1], nil)
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
	// The lock was given back: the next load does not wait for it to run out.
	began := time.Now()
	if err := store.Apply(t.Context(), sequence(documents...)); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(began); took > 10*time.Second {
		t.Logf("the load after took %v", took)
	}
	sameAsModel(t, store, documents)
}
