package resolver_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"recital/graph"
	"recital/resolver"
	"recital/resolver/export"
)

// clientBlock is a program of docs/api.md, with its language.
var clientBlock = regexp.MustCompile("(?s)```(js|python|r)\n(.*?)```")

// TestClients runs the programs of docs/api.md, with the real libraries, against a server.
func TestClients(t *testing.T) {
	text, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(serve(t, resolver.Options{Reader: fixture(t)}))
	defer server.Close()
	blocks := clientBlock.FindAllStringSubmatch(string(text), -1)
	if len(blocks) < 4 {
		t.Fatalf("found %d programs", len(blocks))
	}
	for _, block := range blocks {
		program := standIns.Replace(strings.ReplaceAll(block[2], "http://127.0.0.1:8080", server.URL))
		t.Run(block[1]+" "+strings.Fields(program)[1], func(t *testing.T) {
			language := interpreter(t, block[1])
			folder := t.TempDir()
			if err := os.WriteFile(filepath.Join(folder, language.file), []byte(program), 0o600); err != nil {
				t.Fatal(err)
			}
			cmd := exec.CommandContext(t.Context(), language.run, language.file)
			cmd.Dir = folder
			out, err := cmd.CombinedOutput()
			if err != nil || len(out) == 0 {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// language is what runs a program, and the name of the program's file.
type language struct{ run, file string }

// interpreter is what runs programs of the language, with the libraries that docs/api.md uses.
func interpreter(t *testing.T, name string) language {
	t.Helper()
	switch name {
	case "js":
		node, err := exec.LookPath("node")
		if err != nil {
			unavailable(t)("node is not installed: %v", err)
		}
		return language{node, "program.mjs"}
	case "python":
		return language{pythonWithClients(t), "program.py"}
	default:
		if out, err := exec.CommandContext(t.Context(), "Rscript", "-e", "library(httr2)").CombinedOutput(); err != nil {
			unavailable(t)("R with httr2 is not installed: %v\n%s", err, out)
		}
		return language{"Rscript", "program.R"}
	}
}

// TestExportsOpen opens exports of a chain with networkx, igraph and a JSON-LD processor, and compares the counts.
func TestExportsOpen(t *testing.T) {
	python := pythonWithClients(t)
	store, folder := fixture(t), t.TempDir()
	chain := graph.ChainRequest{Start: "A/HRC/RES/90/3"}
	args := []string{"open.py"}
	for _, format := range []export.Format{export.GraphML, export.GEXF, export.JSONLD} {
		name := filepath.Join(folder, "chain."+format.Extension())
		args = append(args, name)
		file, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		request := export.Request{Reader: store, Format: format, Selection: export.Selection{Chain: &chain}}
		if err := export.Write(t.Context(), file, request); err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), python, args...)
	cmd.Dir = "clients"
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, complaint.String())
	}
	var found map[string][2]int
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	want, err := graph.Chain(t.Context(), store, chain)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 4 {
		t.Errorf("found %v", found)
	}
	for program, counts := range found {
		if counts != [2]int{len(want.Steps), len(want.Links)} {
			t.Errorf("%s finds %v, want %d nodes and %d links", program, counts, len(want.Steps), len(want.Links))
		}
	}
}

// unavailable skips a test that needs what is not there, or fails it in CI, where all must be.
func unavailable(t *testing.T) func(string, ...any) {
	if os.Getenv("CI") == "true" {
		return t.Fatalf
	}
	return t.Skipf
}

// pythonWithClients is a Python that has the libraries of clients/requirements.txt, in a cache of their own.
func pythonWithClients(t *testing.T) string {
	t.Helper()
	requirements, err := os.ReadFile("clients/requirements.txt")
	if err != nil {
		t.Fatal(err)
	}
	caches, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(requirements)
	folder := filepath.Join(caches, "recital", "clients-"+hex.EncodeToString(sum[:6]))
	python, done := filepath.Join(folder, "bin", "python"), filepath.Join(folder, "installed")
	if _, err := os.Stat(done); err == nil {
		return python
	}
	for _, command := range [][]string{
		{"python3", "-m", "venv", folder},
		{python, "-m", "pip", "install", "--quiet", "-r", "clients/requirements.txt"},
	} {
		// The commands are the constants above.
		if out, err := exec.CommandContext(t.Context(), command[0], command[1:]...).CombinedOutput(); err != nil {
			unavailable(t)("Python's client libraries cannot be installed: %v\n%s", err, out)
		}
	}
	if err := os.WriteFile(done, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	return python
}
