package neo4j_test

import (
	"context"
	"errors"
	"testing"

	"recital/graph/graphtest"
	"recital/graph/neo4j/neo4jtest"
)

// TestWarm: an empty store can be readied, and a loaded one, which answers after it as before.
func TestWarm(t *testing.T) {
	server := neo4jtest.Shared(t)
	store := open(t, server)
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := store.Warm(t.Context()); err != nil { // an empty store, without an index of words
		t.Fatal(err)
	}
	if err := store.Apply(t.Context(), sequence(graphtest.Fixture()...)); err != nil {
		t.Fatal(err)
	}
	if err := store.Warm(t.Context()); err != nil {
		t.Fatal(err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := store.Warm(ended); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
	graphtest.AskFixture(t, store)
}
