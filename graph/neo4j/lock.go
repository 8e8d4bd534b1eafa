package neo4j

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"recital/graph"
)

// lock is the right to write, kept in the database with an end: a loader that dies leaves it behind, and the next takes it over when it
// has run out. Times are the server's.
type lock struct {
	store  *Store
	holder string
	// resumes: the load before this one did not come to its end.
	resumes bool
}

// lockPatience is how much longer than a lease a writer waits for it.
const lockPatience = 100 * time.Millisecond

// heartbeats is how often a lease is made longer while it runs.
const heartbeats = 3

// errLockLost ends a load whose lock another one took: this process was asleep for longer than the lease.
var errLockLost = errors.New("another load took over")

// lock takes the right to write. It waits for one lease, which is enough for a dead loader's to run out; a living one keeps its own.
func (s *Store) lock(ctx context.Context) (*lock, error) {
	l := &lock{store: s, holder: rand.Text()}
	for try := 0; ; try++ {
		free, left, err := l.take(ctx)
		if err != nil || free {
			return l, err
		}
		if try > 0 {
			return nil, graph.ErrLocked
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(left + lockPatience):
		}
	}
}

func (l *lock) take(ctx context.Context) (free bool, left time.Duration, err error) {
	err = l.store.transaction(ctx, func(t *transaction) error {
		records, err := t.ask(ctx, lockTake, map[string]any{
			"holder": l.holder, "lease": l.store.options.Lease.Milliseconds(), "format": format,
		})
		if err != nil {
			return err
		}
		if len(records) != 1 {
			return fmt.Errorf("%w: %d records of loads", graph.ErrCorrupt, len(records))
		}
		free, _ = records[0].Values[0].(bool)
		milliseconds, _ := records[0].Values[1].(int64)
		left = time.Duration(milliseconds) * time.Millisecond
		l.resumes, _ = records[0].Values[2].(bool)
		return nil
	})
	return free, left, err
}

// keep makes the lease longer within a transaction, so that nothing is written without it.
func (l *lock) keep(ctx context.Context, t *transaction) error {
	records, err := t.ask(ctx, lockKeep, map[string]any{"holder": l.holder, "lease": l.store.options.Lease.Milliseconds()})
	if err == nil && len(records) == 0 {
		return errLockLost
	}
	return err
}

// beat keeps the lease until the context ends, for documents that take long to come.
func (l *lock) beat(ctx context.Context) {
	ticker := time.NewTicker(max(l.store.options.Lease/heartbeats, time.Millisecond))
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			// A beat that fails is made up by the next, or found out by the next transaction.
			_ = l.store.transaction(ctx, func(t *transaction) error { return l.keep(ctx, t) })
		}
	}
}

// leave gives the lock back without settling.
func (l *lock) leave(ctx context.Context) error {
	return l.store.transaction(ctx, func(t *transaction) error {
		return t.run(ctx, lockLeave, map[string]any{"holder": l.holder})
	})
}

// done gives the lock back with what settling counted.
func (l *lock) done(ctx context.Context, revision graph.Revision, stats string) error {
	return l.store.transaction(ctx, func(t *transaction) error {
		records, err := t.ask(ctx, lockDone, map[string]any{
			"holder": l.holder, "revision": revision.String(), "stats": stats,
		})
		if err == nil && len(records) == 0 {
			return errLockLost
		}
		return err
	})
}
