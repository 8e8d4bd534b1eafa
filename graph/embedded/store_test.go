package embedded_test

import (
	"path/filepath"
	"testing"

	"go.uber.org/goleak"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/graphtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// open opens a store in a new file.
func open(t testing.TB, o embedded.Options) *embedded.Store {
	t.Helper()
	s, err := embedded.Open(t.Context(), filepath.Join(t.TempDir(), "recital.db"), o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestContract(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t, embedded.Options{}) })
}
