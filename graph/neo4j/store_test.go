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
		Checks:      5, // each costs some loads and some hundred statements
		Open:        func(t *testing.T) graph.Store { return open(t, neo4jtest.Shared(t)) },
	}.Run(t)
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
