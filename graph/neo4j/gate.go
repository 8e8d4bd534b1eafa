package neo4j

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// learning is how many statements that it does not know yet go at once to a server that was gone.
const learning = 2

// gate lets reads through to the server: all while it answers. A server that has just started compiles itself and each statement first, which
// takes a second or some; asked everything at once it shares its processors among all, and has nothing ready before those who ask have given up.
// So after it was gone each statement goes alone until it has been answered, a few of them at once, the shortest first: it is known soonest, and
// those who ask the same wait less for one answer than for as many compilations. The zero gate is open. It is safe for concurrent use.
type gate struct {
	mu       sync.Mutex
	gone     bool
	known    map[statement]bool // of the server since it was gone
	learning []statement        // asked now, and not known yet
	queue    []*waiting         // the first first
}

// waiting is a read that waits.
type waiting struct {
	name   statement
	length int
	turn   chan struct{} // closed to let it in
}

// enter waits until a statement, of so many bytes, may be asked. Leave must be called with how it ended.
func (g *gate) enter(ctx context.Context, name statement, length int) (leave func(error), err error) {
	g.mu.Lock()
	if !g.gone || g.known[name] {
		g.mu.Unlock()
		return func(err error) { g.note(name, err) }, nil
	}
	w := &waiting{name, length, make(chan struct{})}
	g.queue = append(g.queue, w)
	g.admit()
	g.mu.Unlock()
	select {
	case <-w.turn:
		return func(err error) {
			g.mu.Lock()
			g.forget(name)
			g.mu.Unlock()
			g.note(name, err)
		}, nil
	case <-ctx.Done():
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	if at := slices.Index(g.queue, w); at >= 0 {
		g.queue = slices.Delete(g.queue, at, at+1)
	} else { // let in at the same moment
		g.forget(name)
		g.admit()
	}
	return nil, ctx.Err()
}

// learns reports whether the server was gone and the statement was not answered since.
func (g *gate) learns(name statement) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.gone && !g.known[name]
}

// note takes notice of how a read ended.
func (g *gate) note(name statement, err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case isGone(err):
		g.gone, g.known = true, make(map[statement]bool)
	case g.gone && (err == nil || errors.Is(err, errMoved)):
		g.known[name] = true
	}
	g.admit()
}

// forget ends the learning of a statement; the caller holds the lock.
func (g *gate) forget(name statement) {
	g.learning = slices.DeleteFunc(g.learning, func(other statement) bool { return other == name })
}

// admit lets in who may come; the caller holds the lock.
func (g *gate) admit() {
	g.queue = slices.DeleteFunc(g.queue, func(w *waiting) bool {
		if g.known[w.name] {
			close(w.turn)
		}
		return g.known[w.name]
	})
	for len(g.learning) < learning {
		next := -1
		for i, w := range g.queue {
			if !slices.Contains(g.learning, w.name) && (next < 0 || w.length < g.queue[next].length) {
				next = i
			}
		}
		if next < 0 {
			return
		}
		w := g.queue[next]
		g.queue = slices.Delete(g.queue, next, next+1)
		g.learning = append(g.learning, w.name)
		close(w.turn)
	}
}

// isGone reports that there was no server, or one that is still starting.
func isGone(err error) bool {
	var server *neo4j.Neo4jError
	return neo4j.IsConnectivityError(err) || errors.As(err, &server) && strings.HasSuffix(server.Code, ".DatabaseUnavailable")
}
