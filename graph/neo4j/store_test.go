package neo4j_test

import (
	"testing"
	"time"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
)

func TestStore(t *testing.T) {
	graphtest.Suite{
		PerDocument: true,
		Checks:      4, // each costs some loads and some hundred statements; a fifth runs on the newest server
		Open:        func(t *testing.T) graph.Store { return open(t, neo4jtest.Shared(t)) },
	}.Run(t)
}

// TestStoreOnNewest runs what differs between releases of the server: every statement that reads and writes, on the fixture, the promises
// of Apply and a random graph. More random graphs and what is about connections run on the floor version.
func TestStoreOnNewest(t *testing.T) {
	if err := neo4jtest.Newest.Installed(t.Context()); err != nil {
		t.Logf("not run: %v", err)
		return
	}
	server := neo4jtest.Own(t, neo4jtest.Options{Version: neo4jtest.Newest})
	store := open(t, server)
	if err := store.Apply(t.Context(), sequence(graphtest.Fixture()...)); err != nil {
		t.Fatal(err)
	}
	t.Run("fixture", func(t *testing.T) { graphtest.AskFixture(t, store) })
	if err := store.Close(); err != nil {
		t.Error(err)
	}
	suite := graphtest.Suite{PerDocument: true, Checks: 1, Open: func(t *testing.T) graph.Store {
		if err := server.Wipe(t.Context()); err != nil {
			t.Fatal(err)
		}
		return open(t, server)
	}}
	t.Run("apply", suite.Apply)
	t.Run("random", suite.Random)
}

// patience is how long a test waits for one answer: a loaded machine takes seconds to plan a statement for the first time.
const patience = time.Minute

// open opens a store on a server without login; any notification of the server fails the test.
func open(t *testing.T, server *neo4jtest.Server) *neo4j.Store {
	t.Helper()
	store, err := neo4j.Open(t.Context(), neo4j.Watched(neo4j.Options{URL: server.URL(), Timeout: patience}, t))
	if err != nil {
		t.Fatal(err)
	}
	return store
}
