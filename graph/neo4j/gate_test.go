package neo4j

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// TestGate: after a server was gone two are inside, then with each answer twice as many, until all are.
func TestGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const most, reads = 16, 20
		gone := &neo4j.ConnectivityError{Inner: errors.New("refused")}
		starting := &neo4j.Neo4jError{Code: "Neo.TransientError.General.DatabaseUnavailable"}
		var g gate
		for n := range reads + 1 {
			go func() {
				if err := g.enter(t.Context()); err != nil {
					t.Error(err)
				}
			}()
			synctest.Wait()
			if n == 0 {
				g.leave(gone, most)
			}
		}
		if g.inside != narrow {
			t.Errorf("%d inside after the server was gone, want %d", g.inside, narrow)
		}
		for _, step := range []struct {
			name          string
			err           error
			width, inside int
		}{
			{"an answer", nil, 4, 4},
			{"no fault of the server's", context.DeadlineExceeded, 4, 4},
			{"another answer", nil, 8, 8},
			{"gone again, while eight ask", starting, narrow, 7},
			{"an answer", nil, 4, 6},
			{"another answer", nil, 8, 8},
			{"the gate opens", nil, 0, reads - 7},
		} {
			g.leave(step.err, most)
			synctest.Wait()
			if g.width != step.width || g.inside != step.inside {
				t.Errorf("%s: width %d, %d inside, want %d and %d", step.name, g.width, g.inside, step.width, step.inside)
			}
		}
	})
}

// TestGateGivesUp: who waits no longer takes no place, also when it was let in at that moment.
func TestGateGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := gate{width: 1}
		if err := g.enter(t.Context()); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if err := g.enter(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want %v", err, context.Canceled)
		}
		if g.leave(context.Canceled, 8); g.inside != 0 || len(g.queue) != 0 || g.width != 1 {
			t.Errorf("%d inside, %d wait, width %d: want 0, 0, 1", g.inside, len(g.queue), g.width)
		}
	})
}
