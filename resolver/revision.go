package resolver

import (
	"context"
	"sync/atomic"
	"time"

	"recital/graph"
)

// revisions knows the store's revision, asking at most once in its age. It is safe for concurrent use.
type revisions struct {
	reader graph.Reader
	age    time.Duration
	turn   chan struct{}            // holds one token: who has it may ask
	known  atomic.Pointer[revision] // nil after a failure
}

// revision is what the store answered, and when it was asked.
type revision struct {
	name  string
	asked time.Time
}

func newRevisions(reader graph.Reader, age time.Duration) *revisions {
	r := &revisions{reader: reader, age: age, turn: make(chan struct{}, 1)}
	r.turn <- struct{}{}
	return r
}

// now returns the revision as of at most age ago. While one request asks the store, others wait for its answer.
func (r *revisions) now(ctx context.Context) (string, error) {
	if name, fresh := r.fresh(); fresh {
		return name, nil
	}
	select {
	case <-r.turn:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	defer func() { r.turn <- struct{}{} }()
	if name, fresh := r.fresh(); fresh { // somebody else asked meanwhile
		return name, nil
	}
	asked := time.Now()
	stats, err := r.reader.Stats(ctx)
	if err != nil {
		r.known.Store(nil)
		return "", err
	}
	r.known.Store(&revision{stats.Revision, asked})
	return stats.Revision, nil
}

// fresh returns the revision that is known, if it is not too old.
func (r *revisions) fresh() (name string, fresh bool) {
	known := r.known.Load()
	if known == nil || time.Since(known.asked) >= r.age {
		return "", false
	}
	return known.name, true
}
