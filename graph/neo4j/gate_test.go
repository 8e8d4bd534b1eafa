package neo4j

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// readers enter a gate and note who is inside.
type readers struct {
	t      *testing.T
	gate   gate
	inside map[string]func(error)
}

// enter lets a reader with a name try to enter, for the statement that the name begins with.
func (r *readers) enter(name string) {
	go func() {
		statementName, _, _ := strings.Cut(name, " ")
		leave, err := r.gate.enter(r.t.Context(), statement(statementName), len(statementName))
		if err != nil {
			r.t.Error(err)
			return
		}
		r.inside[name] = leave
	}()
	synctest.Wait()
}

func (r *readers) leave(name string, err error) {
	leave := r.inside[name]
	if leave == nil {
		r.t.Fatalf("%s is not inside", name)
	}
	delete(r.inside, name)
	leave(err)
	synctest.Wait()
}

func (r *readers) check(when string, want ...string) {
	r.t.Helper()
	if diff := cmp.Diff(slices.Sorted(maps.Keys(r.inside)), want); diff != "" {
		r.t.Errorf("%s, inside (-got +want):\n%s", when, diff)
	}
}

// TestGate: all are inside while the server answers. After it was gone two statements that it does not know are, each once, the shortest first;
// who asks what it knows comes in at once.
func TestGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		gone := &neo4j.ConnectivityError{Inner: errors.New("refused")}
		starting := &neo4j.Neo4jError{Code: "Neo.TransientError.General.DatabaseUnavailable"}
		r := &readers{t: t, inside: make(map[string]func(error))}
		for _, name := range []string{"a", "a again", "ccc", "bb"} {
			r.enter(name)
		}
		r.check("open", "a", "a again", "bb", "ccc")
		r.leave("a", gone)
		r.leave("ccc", starting)
		for _, name := range []string{"dddd", "ccc", "ccc again", "bb again", "a"} {
			r.enter(name)
		}
		r.check("gone", "a again", "bb", "ccc", "dddd")
		r.leave("a again", gone)
		r.leave("bb", context.Canceled)
		r.check("those who were inside before have left", "ccc", "dddd")
		r.leave("dddd", nil)
		r.check("an answer lets the shortest in", "a", "ccc")
		r.leave("ccc", context.DeadlineExceeded)
		r.check("no answer: it is not known, and longer than others", "a", "bb again")
		r.leave("a", nil)
		r.enter("a")
		r.enter("dddd")
		r.check("what is known is free", "a", "bb again", "ccc again", "dddd")
		r.leave("ccc again", errMoved)
		r.leave("bb again", gone)
		r.enter("a after")
		r.enter("bb after")
		r.enter("ccc after")
		r.check("gone again", "a", "a after", "bb after", "dddd")
		for _, name := range []string{"a after", "bb after", "ccc after", "a", "dddd"} {
			r.leave(name, nil)
		}
		if len(r.gate.learning) > 0 || len(r.gate.queue) > 0 {
			t.Errorf("%v are learned, %d wait, when nobody asks", r.gate.learning, len(r.gate.queue))
		}
	})
}

// TestGateGivesUp: who waits no longer takes no place, also when it was let in at that moment.
func TestGateGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &readers{t: t, gate: gate{gone: true}, inside: make(map[string]func(error))}
		r.enter("a")
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := r.gate.enter(ctx, "a", 1); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want %v", err, context.Canceled)
		}
		if _, err := r.gate.enter(ctx, "b", 1); err != nil && !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want a place or %v", err, context.Canceled)
		} else if err == nil {
			r.gate.forget("b")
		}
		if len(r.gate.learning) != 1 || len(r.gate.queue) != 0 {
			t.Errorf("%v are learned, %d wait: want one, none", r.gate.learning, len(r.gate.queue))
		}
	})
}

// TestGateLearns: what a server that was gone has not answered since is to be learnt; of one that answers nothing is.
func TestGateLearns(t *testing.T) {
	var g gate
	const name = statement("a")
	ask := func(err error) {
		leave, refused := g.enter(t.Context(), name, len(name))
		if refused != nil {
			t.Fatal(refused)
		}
		leave(err)
	}
	for _, step := range []struct {
		err  error
		want bool
	}{
		{nil, false},
		{errors.New("malformed"), false},
		{&neo4j.ConnectivityError{Inner: errors.New("refused")}, true},
		{errors.New("malformed"), true},
		{nil, false},
	} {
		ask(step.err)
		if got := g.learns(name); got != step.want {
			t.Errorf("after %v: %v", step.err, got)
		}
	}
}
