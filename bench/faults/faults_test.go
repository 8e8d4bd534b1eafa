package faults

import (
	"errors"
	"flag"
	"net"
	"net/http"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
	"recital/resolver"
)

var (
	length   = flag.Duration("length", 30*time.Second, "how long to ask at least while nothing is wrong; the faults come on top of it")
	clients  = flag.Int("clients", 4, "how many ask at once")
	recovery = flag.Duration("recovery", 20*time.Second, "how long after a fault errors are excused: a machine that runs other tests is slow")
)

// What happens: three faults of each kind, so many right answers between them; and what may happen: so much more memory at the end than
// after the first answers.
const (
	rounds      = 3
	calmAnswers = 50
	moreMemory  = 16 << 20
)

// setupTime is how long loading, and starting the server four times, may take on a busy machine.
const setupTime = 20 * time.Minute

// longestCalm bounds the wait for right answers.
const longestCalm = 2 * time.Minute

// longest faults: beyond the time that a request may take, so that some are given up.
const (
	longestPause = 20 * time.Second
	longestDown  = 10 * time.Second
)

func TestFaults(t *testing.T) {
	before := goleak.IgnoreCurrent()
	t.Cleanup(func() { // after all others
		if err := goleak.Find(before); err != nil {
			t.Errorf("something runs on: %v", err)
		}
	})
	server := neo4jtest.Own(t, neo4jtest.Options{})
	server.Within(t, *length+setupTime)
	asked := questions(t, handler(t, fileStore(t)), 20*len(kinds))
	store := loaded(t, server)
	address, stop := serve(t, handler(t, store))
	defer stop()
	l := newLoad(t.Context(), address, asked)
	defer l.stop()
	heap := disturb(t, server, l)
	l.stop()
	stop()
	if err := store.Close(); err != nil {
		t.Error(err)
	}
	l.report(t)
	for i, h := range heap {
		t.Logf("heap after fault %d: %.1f MB", i, float64(h)/1e6)
	}
	if first, last := heap[0], heap[len(heap)-1]; last > first+moreMemory {
		t.Errorf("the heap has grown from %d to %d bytes", first, last)
	}
}

// loaded is the store on the server. A server that has just started on a busy machine may not answer in time: it is asked again.
func loaded(t *testing.T, server *neo4jtest.Server) *neo4j.Store {
	t.Helper()
	const attempts = 5
	for n := 1; ; n++ {
		// The load may take longer than a request, which the API bounds by itself.
		store, err := neo4j.Open(t.Context(), neo4j.Options{URL: server.URL(), Timeout: time.Minute})
		if err == nil {
			if err = store.Apply(t.Context(), corpus.All()); err == nil {
				return store
			}
			if err := store.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if !errors.Is(err, graph.ErrUnavailable) || n == attempts {
			t.Fatal(err)
		}
		t.Logf("loading again: %v", err)
	}
}

// disturb lets the load run, with faults in between, and returns the size of the heap after warming up and after each fault.
func disturb(t *testing.T, server *neo4jtest.Server, l *load) []uint64 {
	t.Helper()
	quiet := *length / (2*rounds + 1) // before each fault and after the last
	var heap []uint64
	calm := func() {
		begin, before := time.Now(), l.right.Load()
		pause(t, quiet)
		for l.right.Load()-before < calmAnswers {
			if time.Since(begin) > longestCalm {
				t.Errorf("only %d right answers in %v", l.right.Load()-before, longestCalm)
				break // the report says what was answered instead
			}
			pause(t, time.Second)
		}
		heap = append(heap, heapSize())
		t.Logf("%d right answers in %v while nothing was wrong", l.right.Load()-before, time.Since(begin).Round(time.Second))
	}
	calm()
	for range rounds {
		l.fault(t, "pause", func() error {
			if err := server.Pause(); err != nil {
				return err
			}
			pause(t, min(longestPause, quiet))
			return server.Resume()
		})
		calm()
		l.fault(t, "kill", func() error {
			server.Kill()
			pause(t, min(longestDown, quiet))
			return server.Restart(t.Context())
		})
		calm()
	}
	return heap
}

// pause waits, for no longer than the test runs.
func pause(t *testing.T, d time.Duration) {
	t.Helper()
	select {
	case <-time.After(d):
	case <-t.Context().Done():
		t.Fatal(t.Context().Err())
	}
}

func heapSize() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// fileStore is the embedded store that says what is right.
func fileStore(t *testing.T) graph.Reader {
	t.Helper()
	store, err := embedded.Open(t.Context(), filepath.Join(t.TempDir(), "graph.db"), embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Apply(t.Context(), corpus.All()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

// handler is the API over a store, without the cache of answers: each must come from the store.
func handler(t *testing.T, store graph.Reader) http.Handler {
	t.Helper()
	h, err := resolver.New(resolver.Options{Reader: store, AnswerBytes: -1})
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// serve runs the handler on a port of its own until stop is called.
func serve(t *testing.T, h http.Handler) (address string, stop func()) {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: h, ReadHeaderTimeout: time.Second}
	done := make(chan error, 1)
	go func() { done <- resolver.Serve(server, listener) }()
	return "http://" + listener.Addr().String() + "/graphql", sync.OnceFunc(func() {
		if err := server.Shutdown(t.Context()); err != nil {
			t.Error(err)
		}
		if err := <-done; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	})
}
