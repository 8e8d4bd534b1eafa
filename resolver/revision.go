package resolver

import (
	"context"
	"time"

	"recital/graph"
)

// revisions knows the store's revision, asking at most once in its age. It is safe for concurrent use.
type revisions struct {
	reader graph.Reader
	age    time.Duration
	turn   chan struct{} // holds one token: who has it may use the rest
	known  string
	asked  time.Time
}

func newRevisions(reader graph.Reader, age time.Duration) *revisions {
	r := &revisions{reader: reader, age: age, turn: make(chan struct{}, 1)}
	r.turn <- struct{}{}
	return r
}

// now returns the revision as of at most age ago. While one request asks the store, others wait for its answer.
func (r *revisions) now(ctx context.Context) (string, error) {
	select {
	case <-r.turn:
	case <-ctx.Done():
		return "", ctx.Err()
	}
	defer func() { r.turn <- struct{}{} }()
	if r.known != "" && time.Since(r.asked) < r.age {
		return r.known, nil
	}
	asked := time.Now()
	stats, err := r.reader.Stats(ctx)
	if err != nil {
		r.known = ""
		return "", err
	}
	r.known, r.asked = stats.Revision, asked
	return r.known, nil
}
