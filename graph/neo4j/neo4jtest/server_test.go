package neo4jtest_test

import (
	"os"
	"testing"

	"recital/graph/neo4j/neo4jtest"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }

func TestServerComesBackAfterKill(t *testing.T) {
	server := neo4jtest.Own(t, neo4jtest.Options{})
	if err := server.Wipe(t.Context()); err != nil {
		t.Fatal(err)
	}
	url := server.URL()
	server.Kill()
	if err := server.Wipe(t.Context()); err == nil {
		t.Fatal("a killed server answered")
	}
	if err := server.Restart(t.Context()); err != nil {
		t.Fatal(err)
	}
	if server.URL() != url {
		t.Errorf("address after a restart: got %s, want %s", server.URL(), url)
	}
	if err := server.Wipe(t.Context()); err != nil {
		t.Error(err)
	}
}
