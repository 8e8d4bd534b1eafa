package neo4j

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"recital/graph"
)

// together lets calls that ask the same of different nodes share statements: while so many run as there are lanes, those who come wait, and all
// who wait go in the next one. A server that has nothing to do answers each call by itself at once; one that has answers more calls for the same
// work, since a page takes less of it than the statement around it. A statement begins after each of its calls has come, so that none gets an
// answer older than its question. Together is safe for concurrent use.
type together[K comparable, V any] struct {
	// ask puts the question K to the store for each id, with the answers at the ids' places.
	ask func(ctx context.Context, key K, ids []graph.ID) ([]V, error)

	mu    sync.Mutex
	lines map[K]*line[V]
}

// line is the calls that ask one question.
type line[V any] struct {
	running int
	waiting []*turn[V] // the first first
}

// turn is a call that waits. Its ride is set, under the lock, when its statement begins.
type turn[V any] struct {
	ids    []graph.ID
	ride   *ride
	done   chan struct{} // closed when the rest is there
	values []V
	err    error
}

// ride is a statement under way for several calls.
type ride struct {
	calls  int // that still wait for it
	cancel func()
}

// Bounds of sharing.
const (
	// lanes is how many statements of one question run at once: one is being written out while the server works at the other.
	lanes = 2
	// mostShared is how many ids a statement asks for at most: the first of its calls waits for the last's answer.
	mostShared = 32
	// longestShared is how many ids a call may ask for to share a statement: one with many is a statement's worth by itself.
	longestShared = 4
	// longestLine is how long a call waits for its turn: when a connection hangs, others take another one.
	longestLine = 250 * time.Millisecond
)

// one answers a call.
func (t *together[K, V]) one(ctx context.Context, key K, ids []graph.ID) ([]V, error) {
	if len(ids) > longestShared {
		return t.ask(ctx, key, ids)
	}
	t.mu.Lock()
	l := t.lines[key]
	if l == nil {
		if t.lines == nil {
			t.lines = make(map[K]*line[V])
		}
		l = &line[V]{}
		t.lines[key] = l
	}
	if l.running < lanes {
		l.running++
		t.mu.Unlock()
		defer t.next(ctx, key, l)
		return t.ask(ctx, key, ids)
	}
	mine := &turn[V]{ids: ids, done: make(chan struct{})}
	l.waiting = append(l.waiting, mine)
	t.mu.Unlock()
	if !t.wait(ctx, l, mine) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return t.ask(ctx, key, ids)
	}
	if mine.err != nil && !sharesFate(mine.err) {
		return t.ask(ctx, key, ids) // it may have been another's id
	}
	return mine.values, mine.err
}

// wait waits for the answer of a call's statement, and reports whether there is one.
func (t *together[K, V]) wait(ctx context.Context, l *line[V], mine *turn[V]) bool {
	patience := time.NewTimer(longestLine)
	defer patience.Stop()
	for {
		select {
		case <-mine.done:
			return true
		case <-ctx.Done():
			t.leave(l, mine)
			return false
		case <-patience.C: // once: who is under way by then waits on
			if t.leaves(l, mine) {
				return false
			}
		}
	}
}

// leaves takes a call out of its line, and reports whether it was still there.
func (t *together[K, V]) leaves(l *line[V], mine *turn[V]) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	at := slices.Index(l.waiting, mine)
	if at >= 0 {
		l.waiting = slices.Delete(l.waiting, at, at+1)
	}
	return at >= 0
}

// leave takes a call out of its line or, if it has one, out of its statement, which ends when nobody waits for it.
func (t *together[K, V]) leave(l *line[V], mine *turn[V]) {
	if t.leaves(l, mine) {
		return
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if mine.ride.calls--; mine.ride.calls == 0 {
		mine.ride.cancel()
	}
}

// next ends a statement: those who wait now go in the next one.
func (t *together[K, V]) next(ctx context.Context, key K, l *line[V]) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(l.waiting) == 0 {
		if l.running--; l.running == 0 {
			delete(t.lines, key)
		}
		return
	}
	n, ids := 0, 0
	for n < len(l.waiting) && ids+len(l.waiting[n].ids) <= mostShared {
		ids += len(l.waiting[n].ids)
		n++
	}
	turns := slices.Clone(l.waiting[:n])
	l.waiting = slices.Delete(l.waiting, 0, n)
	// The statement goes on when one of its calls is given up; the store bounds it as it does each.
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	r := &ride{len(turns), cancel}
	for _, turn := range turns {
		turn.ride = r
	}
	go func() {
		defer t.next(ctx, key, l)
		defer cancel()
		t.run(ctx, key, turns)
	}()
}

// run runs a statement for several calls.
func (t *together[K, V]) run(ctx context.Context, key K, turns []*turn[V]) {
	var ids []graph.ID
	for _, turn := range turns {
		ids = append(ids, turn.ids...)
	}
	values, err := t.ask(ctx, key, ids)
	for _, turn := range turns {
		if turn.err = err; err == nil {
			turn.values, values = values[:len(turn.ids):len(turn.ids)], values[len(turn.ids):]
		}
		close(turn.done)
	}
}

// sharesFate reports whether what a statement failed of would meet each of its calls by itself.
func sharesFate(err error) bool {
	return errors.Is(err, graph.ErrUnavailable) || errors.Is(err, graph.ErrUnauthorized) || errors.Is(err, context.DeadlineExceeded)
}
