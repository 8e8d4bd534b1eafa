package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"testing"
)

// shared is the one server of a test binary. It is state of the process because tests share nothing else.
var shared struct {
	sync.Mutex
	server *Server
	err    error
}

// keepPlans keeps the server from planning a statement anew because the graph of the test at hand differs from the last one's.
const keepPlans = "dbms.cypher.min_replan_interval=1h"

// Run runs the tests and then stops the shared server. After a failure the server's logs are kept, and their place is
// printed. TestMain calls it.
func Run(m *testing.M) int {
	code := m.Run()
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil {
		return code
	}
	if code != 0 {
		shared.server.Kill()
		fmt.Fprintln(os.Stderr, "neo4jtest: the server's logs are in", shared.server.LogFolder())
		return code
	}
	if err := shared.server.Stop(); err != nil {
		fmt.Fprintln(os.Stderr, "neo4jtest:", err)
		return 1
	}
	return code
}

// Shared returns the test binary's one server of the floor version, empty, starting it at the first call. Tests that
// use it must not run in parallel. Without Java or jars the test is skipped, or fails when CI=true.
func Shared(t testing.TB) *Server {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil && shared.err == nil {
		o := Options{Settings: []string{keepPlans}}
		if _, measured := t.(*testing.B); measured {
			o.Speed = FullSpeed
		}
		shared.server, shared.err = Start(context.Background(), o)
	}
	if shared.err != nil {
		Missing(t, shared.err)
	}
	within(t, shared.server)
	if err := shared.server.Wipe(t.Context()); err != nil {
		t.Fatal(err)
	}
	return shared.server
}

// within gives a test its time; a benchmark takes as long as it is told to.
func within(t testing.TB, s *Server) {
	if _, test := t.(*testing.T); test {
		s.Within(t, testTime)
	}
}

// Own starts a server for one test alone, which may kill it, and stops it at the test's end.
func Own(t testing.TB, o Options) *Server {
	t.Helper()
	server, err := Start(t.Context(), o)
	if err != nil {
		Missing(t, err)
	}
	within(t, server)
	t.Cleanup(func() {
		if t.Failed() {
			server.Kill()
			t.Logf("the server's logs are in %s", server.LogFolder())
			return
		}
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	})
	return server
}

// Missing ends a test for want of a server: it skips for what is not installed, and fails for the rest and when CI=true.
func Missing(t testing.TB, err error) {
	t.Helper()
	if errors.Is(err, ErrMissing) && os.Getenv("CI") != "true" {
		t.Skipf("skipped without a Neo4j: %v", err)
	}
	t.Fatal(err)
}
