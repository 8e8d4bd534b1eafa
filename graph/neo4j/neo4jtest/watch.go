package neo4jtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/pprof"
	"sync"
	"syscall"
	"testing"
	"time"
)

// testTime is how long a test may use a server before it counts as hung: many times what the slowest takes on two processors, and a third
// of what go test gives the package in continuous integration.
const testTime = 10 * time.Minute

// Times that one call of this package and the report about a hung test may take.
const (
	callTimeout   = 2 * time.Minute
	reportTimeout = 10 * time.Second
)

// watch ends the process when a test hangs, after a report of what was running: the test's own failure would never come.
type watch struct {
	mu    sync.Mutex
	test  testing.TB // whose time runs; nil for none
	timer *time.Timer
}

// Within gives the test so much time from now on, instead of the usual ten minutes since it got the server. When it is over the process
// panics, after it said what the server and the test were doing.
func (s *Server) Within(t testing.TB, limit time.Duration) {
	t.Helper()
	w := &s.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.timer != nil {
		w.timer.Stop()
	}
	first := w.test != t
	w.test = t
	w.timer = time.AfterFunc(limit, func() {
		s.report(os.Stderr)
		panic(fmt.Sprintf("neo4jtest: %s still runs after %v", t.Name(), limit))
	})
	if first {
		t.Cleanup(func() { w.end(t) })
	}
}

// end stops the time of a test that has come to its end.
func (w *watch) end(t testing.TB) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.test == t {
		w.timer.Stop()
		w.test = nil
	}
}

// report writes what the server does, its threads where that can be had, and the goroutines of the test.
func (s *Server) report(to io.Writer) {
	ctx, cancel := context.WithTimeout(context.Background(), reportTimeout)
	defer cancel()
	say(to, "\nneo4jtest: what runs on %s:", s.URL())
	const running = `SHOW TRANSACTIONS YIELD transactionId, connectionId, elapsedTime, status, activeLockCount, waitTime, currentQuery
		RETURN transactionId, connectionId, toString(elapsedTime), status, activeLockCount, toString(waitTime), currentQuery`
	rows, err := s.Rows(ctx, running, nil)
	if err != nil {
		say(to, "the server does not answer: %v", err)
	}
	for _, row := range rows {
		say(to, "%v", row)
	}
	s.reportThreads(to)
	say(to, "\nneo4jtest: the goroutines:")
	if err := pprof.Lookup("goroutine").WriteTo(to, 1); err != nil {
		say(to, "%v", err)
	}
}

// reportThreads makes Java write its threads into the server's log, and writes the log's end.
func (s *Server) reportThreads(to io.Writer) {
	s.mu.Lock()
	command := s.command
	s.mu.Unlock()
	if command == nil {
		say(to, "the server was stopped")
		return
	}
	const (
		writingTakes = time.Second
		enough       = 200_000 // bytes: all threads of a server with some connections
	)
	err := command.Process.Signal(syscall.SIGQUIT)
	time.Sleep(writingTakes)
	log, reading := os.ReadFile(filepath.Join(s.home, "console.log"))
	if err := errors.Join(err, reading); err != nil {
		say(to, "the server's threads: %v", err)
	}
	log = log[max(0, len(log)-enough):]
	if _, err := io.Copy(to, bytes.NewReader(log)); err != nil {
		say(to, "%v", err)
	}
}
