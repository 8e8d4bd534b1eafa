package resolver_test

import (
	"bytes"
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"recital/resolver"
)

// audits is how many audits the suite has in the version that audit/package.json names.
const audits = 61

// TestAudits runs the GraphQL-over-HTTP audits with node.
func TestAudits(t *testing.T) {
	node := nodeWith(t, "audit", "graphql-http")
	server := httptest.NewServer(serve(t, resolver.Options{Reader: fixture(t)}))
	defer server.Close()
	cmd := exec.CommandContext(t.Context(), node, "run.js", server.URL+"/graphql")
	cmd.Dir = "audit"
	out, err := cmd.Output()
	passed := 0
	for _, line := range bytes.Split(bytes.TrimSpace(out), []byte("\n")) {
		var audit struct{ ID, Name, Status, Reason string }
		if err := json.Unmarshal(line, &audit); err != nil {
			t.Fatalf("audit says %q: %v", line, err)
		}
		if audit.Status == "ok" {
			passed++
			continue
		}
		t.Errorf("%s %s: %s %s", audit.ID, audit.Name, audit.Status, audit.Reason)
	}
	if err != nil || passed != audits {
		t.Errorf("%d of %d audits pass: %v", passed, audits, err)
	}
}

// nodeWith is the path of node, with the folder's packages installed. Without node, or a registry to install from, the test is skipped;
// not in CI, where both must be there.
func nodeWith(t *testing.T, folder, module string) string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		unavailable(t)("node is not installed: %v", err)
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules", module)); err == nil {
		return node
	}
	install := exec.CommandContext(t.Context(), "npm", "ci", "--ignore-scripts")
	install.Dir = folder
	if out, err := install.CombinedOutput(); err != nil {
		unavailable(t)("packages of %s cannot be installed: %v\n%s", folder, err, out)
	}
	return node
}
