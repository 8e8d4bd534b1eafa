package neo4j

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
)

// server answers an id with its statement's number, when it is let.
type server struct {
	mu     sync.Mutex
	asked  [][]graph.ID
	ended  []error // the contexts of statements that were given up
	answer chan struct{}
	fails  func(ids []graph.ID) error
}

func (s *server) ask(ctx context.Context, _ string, ids []graph.ID) ([]string, error) {
	s.mu.Lock()
	s.asked = append(s.asked, slices.Clone(ids))
	n := len(s.asked)
	s.mu.Unlock()
	select {
	case <-s.answer:
	case <-ctx.Done():
		s.mu.Lock()
		defer s.mu.Unlock()
		s.ended = append(s.ended, ctx.Err())
		return nil, ctx.Err()
	}
	if s.fails != nil {
		if err := s.fails(ids); err != nil {
			return nil, err
		}
	}
	var values []string
	for _, id := range ids {
		values = append(values, fmt.Sprintf("%s by %d", id, n))
	}
	return values, nil
}

// callers are calls of a together, each with what it got.
type callers struct {
	*together[string, string]
	got map[string]string
	mu  sync.Mutex
}

func newCallers(s *server) *callers {
	c := &callers{together: &together[string, string]{}, got: make(map[string]string)}
	c.ask = s.ask
	return c
}

// call asks for the ids and waits until nothing goes on by itself.
func (c *callers) call(ctx context.Context, key string, ids ...graph.ID) {
	go func() {
		values, err := c.one(ctx, key, ids)
		c.mu.Lock()
		defer c.mu.Unlock()
		c.got[fmt.Sprint(ids)] = fmt.Sprint(values, err)
	}()
	synctest.Wait()
}

func (s *server) check(t *testing.T, want ...[]graph.ID) {
	t.Helper()
	synctest.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	if diff := cmp.Diff(s.asked, want); diff != "" {
		t.Errorf("statements (-got +want):\n%s", diff)
	}
}

func (c *callers) check(t *testing.T, want map[string]string) {
	t.Helper()
	synctest.Wait()
	c.mu.Lock()
	defer c.mu.Unlock()
	if diff := cmp.Diff(c.got, want); diff != "" {
		t.Errorf("answers (-got +want):\n%s", diff)
	}
	c.together.mu.Lock()
	defer c.together.mu.Unlock()
	if len(c.lines) > 0 {
		t.Errorf("%d lines are left", len(c.lines))
	}
}

// TestTogether: two statements run at once; who comes meanwhile shares the next one, each with the answers to its own ids. Other questions do
// not wait, nor do long ones.
func TestTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &server{answer: make(chan struct{})}
		c := newCallers(s)
		for _, id := range []graph.ID{"a", "b", "c"} {
			c.call(t.Context(), "q", id)
		}
		c.call(t.Context(), "q", "d", "e")
		c.call(t.Context(), "other", "f")
		c.call(t.Context(), "q", "1", "2", "3", "4", "5")
		s.check(t, []graph.ID{"a"}, []graph.ID{"b"}, []graph.ID{"f"}, []graph.ID{"1", "2", "3", "4", "5"})
		close(s.answer)
		s.check(t, []graph.ID{"a"}, []graph.ID{"b"}, []graph.ID{"f"}, []graph.ID{"1", "2", "3", "4", "5"}, []graph.ID{"c", "d", "e"})
		c.check(t, map[string]string{
			"[a]": "[a by 1] <nil>", "[b]": "[b by 2] <nil>", "[f]": "[f by 3] <nil>",
			"[1 2 3 4 5]": "[1 by 4 2 by 4 3 by 4 4 by 4 5 by 4] <nil>", "[c]": "[c by 5] <nil>", "[d e]": "[d by 5 e by 5] <nil>",
		})
	})
}

// TestTogetherFails: what fails for one call's id is asked for each call by itself; what would meet each of them is told to all.
func TestTogetherFails(t *testing.T) {
	for _, tc := range []struct {
		name  string
		err   error
		asked [][]graph.ID
		got   map[string]string
	}{
		{
			"an id", graph.ErrCorrupt,
			[][]graph.ID{{"a"}, {"b"}, {"good", "bad"}, {"bad"}, {"good"}},
			map[string]string{"[good]": "[good by 5] <nil>", "[bad]": "[] " + graph.ErrCorrupt.Error()},
		},
		{
			"the store", graph.ErrUnavailable,
			[][]graph.ID{{"a"}, {"b"}, {"good", "bad"}},
			map[string]string{"[good]": "[] " + graph.ErrUnavailable.Error(), "[bad]": "[] " + graph.ErrUnavailable.Error()},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := &server{answer: make(chan struct{}), fails: func(ids []graph.ID) error {
					if slices.Contains(ids, "bad") {
						return tc.err
					}
					return nil
				}}
				c := newCallers(s)
				for _, id := range []graph.ID{"a", "b", "good", "bad"} {
					c.call(t.Context(), "q", id)
				}
				close(s.answer)
				synctest.Wait()
				slices.SortFunc(s.asked[min(3, len(s.asked)):], slices.Compare) // they are asked at once
				s.check(t, tc.asked...)
				delete(c.got, "[a]")
				delete(c.got, "[b]")
				if errors.Is(tc.err, graph.ErrCorrupt) { // either may be the fourth
					c.got["[good]"] = tc.got["[good]"]
				}
				c.check(t, tc.got)
			})
		})
	}
}

// TestTogetherGivenUp: a call that is given up is told so at once, in the line and on its statement, which goes on while another waits for it.
func TestTogetherGivenUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &server{answer: make(chan struct{})}
		c := newCallers(s)
		for _, id := range []graph.ID{"a", "b"} {
			c.call(t.Context(), "q", id)
		}
		var cancels []func()
		for _, id := range []graph.ID{"in line", "first", "second"} {
			ctx, cancel := context.WithCancel(t.Context())
			cancels = append(cancels, cancel)
			c.call(ctx, "q", id)
		}
		cancels[0]()
		synctest.Wait()
		s.answer <- struct{}{} // for a or b
		s.check(t, []graph.ID{"a"}, []graph.ID{"b"}, []graph.ID{"first", "second"})
		cancels[1]()
		synctest.Wait()
		if len(s.ended) > 0 {
			t.Error("the statement ended with the first call that was given up")
		}
		cancels[2]()
		synctest.Wait()
		if len(s.ended) != 1 {
			t.Error("the statement goes on though nobody waits for it")
		}
		close(s.answer)
		synctest.Wait()
		for _, id := range []string{"[in line]", "[first]", "[second]"} {
			if got, want := c.got[id], "[] context canceled"; got != want {
				t.Errorf("%s got %s, want %s", id, got, want)
			}
		}
	})
}

// TestTogetherHangs: when the statements that run hang, a call does not wait for them for long.
func TestTogetherHangs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &server{answer: make(chan struct{})}
		c := newCallers(s)
		for _, id := range []graph.ID{"a", "b", "c"} {
			c.call(t.Context(), "q", id)
		}
		time.Sleep(longestLine)
		s.check(t, []graph.ID{"a"}, []graph.ID{"b"}, []graph.ID{"c"})
		close(s.answer)
		c.check(t, map[string]string{"[a]": "[a by 1] <nil>", "[b]": "[b by 2] <nil>", "[c]": "[c by 3] <nil>"})
	})
}

// TestTogetherAtMost: a statement asks for so many ids at most.
func TestTogetherAtMost(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := &server{answer: make(chan struct{})}
		c := newCallers(s)
		for n := range lanes + mostShared + 1 {
			c.call(t.Context(), "q", graph.ID(fmt.Sprint(n)))
		}
		close(s.answer)
		synctest.Wait()
		var sizes []int
		for _, ids := range s.asked {
			sizes = append(sizes, len(ids))
		}
		slices.Sort(sizes)
		if diff := cmp.Diff(sizes, []int{1, 1, 1, mostShared}); diff != "" {
			t.Errorf("ids of statements (-got +want):\n%s", diff)
		}
	})
}
