package neo4j_test

import (
	"os"
	"testing"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }

func TestStore(t *testing.T) {
	graphtest.Suite{
		PerDocument: true,
		Checks:      5, // each costs a load and some hundred statements
		Open: func(t *testing.T) graph.Store {
			store, err := neo4j.Open(t.Context(), neo4j.Options{URL: neo4jtest.Shared(t).URL()})
			if err != nil {
				t.Fatal(err)
			}
			return store
		},
	}.Run(t)
}
