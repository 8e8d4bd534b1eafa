package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"recital/resolver"
)

// shellWords splits a line as a shell does: blanks part, single quotes join ('a b' is one word).
var shellWords = regexp.MustCompile(`'[^']*'|\S+`)

// curlBody finds the body of a curl command: -d '{"query": ...}', over several lines.
var curlBody = regexp.MustCompile(`(?s)-d '(\{.*?\})'`)

// TestReadmeCommandsAnswer runs the README's questions on the built-in data.
func TestReadmeCommandsAnswer(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	asked := 0
	for line := range strings.Lines(string(readme)) {
		line = strings.TrimSpace(line)
		if !regexp.MustCompile(`^(bin/recital|\$ recital) (cites|cited-by|chain|path|search|show) `).MatchString(line) {
			continue
		}
		asked++
		line = strings.TrimPrefix(line, "$ ")
		var args []string
		for _, word := range shellWords.FindAllString(line, -1)[1:] {
			args = append(args, strings.Trim(word, "'"))
		}
		r := recital(t, home, args...)
		if r.status != statusDone || strings.Count(r.stdout, "\n") < 3 {
			t.Errorf("%s: status %d\n%s%s", line, r.status, r.stdout, r.stderr)
		}
	}
	if asked < 6 {
		t.Errorf("the README asks %d questions: the test does not find them", asked)
	}
}

func TestReadmeRequestAnswers(t *testing.T) {
	readme, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	body := curlBody.FindSubmatch(readme)
	if body == nil {
		t.Fatal("the README has no curl command")
	}
	handler := serving(t, "")
	request := httptest.NewRequestWithContext(t.Context(), "POST", "/graphql", strings.NewReader(strings.ReplaceAll(string(body[1]), "\n", " ")))
	request.Header.Set("Content-Type", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	var answer struct {
		Data struct {
			Resolution struct {
				Title string
				Cites struct{ Nodes []json.RawMessage }
			}
		}
	}
	if err := json.Unmarshal(recorder.Body.Bytes(), &answer); err != nil {
		t.Fatalf("%v in %s", err, recorder.Body)
	}
	if answer.Data.Resolution.Title == "" || len(answer.Data.Resolution.Cites.Nodes) != 5 {
		t.Errorf("got %s", recorder.Body)
	}
}

// serving is the API over a store, for one who has set nothing.
func serving(t *testing.T, address string) http.Handler {
	t.Helper()
	home := t.TempDir()
	a := &app{stdout: io.Discard, stderr: io.Discard, getenv: func(name string) string { return map[string]string{"HOME": home}[name] }}
	store, _, err := a.openStore(t.Context(), address, toRead)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	handler, err := a.handler(resolver.Options{Reader: store})
	if err != nil {
		t.Fatal(err)
	}
	return handler
}
