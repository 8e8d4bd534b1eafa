package neo4j_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestStatementsFindByFixedTypes: labels and types from parameters are only put, never looked for. Neo4j 2026.08.1 may read all links of
// such a type for each row, and hand out another one after the one that was asked for.
func TestStatementsFindByFixedTypes(t *testing.T) {
	var files []string
	for _, folder := range []string{"cypher", filepath.Join("cypher", "part")} {
		found, err := filepath.Glob(filepath.Join(folder, "*.cypher"))
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: got %d statements, error %v", folder, len(found), err)
		}
		files = append(files, found...)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			line = strings.TrimSpace(line)
			if strings.Contains(line, "$(") && !strings.HasPrefix(line, "CREATE ") && !strings.HasPrefix(line, "SET ") {
				t.Errorf("%s looks for a label or type that is a parameter: %s", file, line)
			}
		}
	}
}
