package neo4j

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// narrow is how many reads go to a server that was gone until it has answered one: the revision, and what is asked beside it.
const narrow = 2

// gate lets reads through to the server: all while it answers, and few at once after it was gone, twice as many with each answer. A server
// that has just started compiles itself and each statement first. Asked everything at once it shares its processors among all, and has nothing
// ready before those who ask have given up. The zero gate is open. It is safe for concurrent use.
type gate struct {
	mu     sync.Mutex
	width  int // how many at once; 0 is all
	inside int
	queue  []chan struct{} // of those who wait, the first first; closed to let one in
}

// enter waits for a place inside, which leave gives back.
func (g *gate) enter(ctx context.Context) error {
	g.mu.Lock()
	if g.width == 0 || g.inside < g.width {
		g.inside++
		g.mu.Unlock()
		return nil
	}
	turn := make(chan struct{})
	g.queue = append(g.queue, turn)
	g.mu.Unlock()
	select {
	case <-turn:
		return nil
	case <-ctx.Done():
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if at := slices.Index(g.queue, turn); at >= 0 {
		g.queue = slices.Delete(g.queue, at, at+1)
	} else { // let in at the same moment
		g.inside--
		g.admit()
	}
	return ctx.Err()
}

// leave gives the place back, after a read that ended so.
func (g *gate) leave(err error, most int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.inside--
	switch {
	case isGone(err):
		g.width = narrow
	case g.width > 0 && (err == nil || errors.Is(err, errMoved)):
		if g.width *= 2; g.width >= most {
			g.width = 0
		}
	}
	g.admit()
}

// admit lets in who may come; the caller holds the lock.
func (g *gate) admit() {
	for len(g.queue) > 0 && (g.width == 0 || g.inside < g.width) {
		g.inside++
		close(g.queue[0])
		g.queue = g.queue[1:]
	}
}

// isGone reports that there was no server, or one that is still starting.
func isGone(err error) bool {
	var server *neo4j.Neo4jError
	return neo4j.IsConnectivityError(err) || errors.As(err, &server) && strings.HasSuffix(server.Code, ".DatabaseUnavailable")
}
