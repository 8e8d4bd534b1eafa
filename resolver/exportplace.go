package resolver

import (
	"context"
	"sync"
	"time"
)

// The places for files: each reads the store as fast as its client takes it.
const (
	exportPlaces = 4
	exportShare  = 2 // one client's at the most: whoever reads slowly leaves places for others
)

// places are what a file is written in. They are safe for concurrent use.
type places struct {
	free chan struct{} // one for each that is taken
	mu   sync.Mutex
	of   map[string]int // by client: taken or waited for
}

func newPlaces() *places {
	return &places{free: make(chan struct{}, exportPlaces), of: make(map[string]int)}
}

// refusedPlace says why there is no place.
type refusedPlace int

const (
	hasPlace     refusedPlace = iota
	shareIsTaken              // the client has its share
	noneIsFree                // within the patience
)

// take takes a place for the client, waiting for one as long as patience says. Where it has one, leave gives it back.
func (p *places) take(ctx context.Context, client string, patience time.Duration) (leave func(), refused refusedPlace) {
	if !p.claim(client) {
		return nil, shareIsTaken
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case p.free <- struct{}{}:
		return func() { <-p.free; p.yield(client) }, hasPlace
	case <-timer.C:
	case <-ctx.Done():
	}
	p.yield(client)
	return nil, noneIsFree
}

func (p *places) claim(client string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.of[client] >= exportShare {
		return false
	}
	p.of[client]++
	return true
}

func (p *places) yield(client string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.of[client]--; p.of[client] == 0 {
		delete(p.of, client)
	}
}
