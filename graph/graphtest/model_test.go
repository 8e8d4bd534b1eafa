package graphtest_test

import (
	"testing"

	"recital/graph"
	"recital/graph/graphtest"
)

func TestModel(t *testing.T) {
	graphtest.Run(t, func(*testing.T) graph.Store { return graphtest.NewModel() })
}
