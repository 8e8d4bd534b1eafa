package main

import (
	"errors"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"recital/graph/graphtest"
	"recital/resolver"
)

func TestTrustedDocuments(t *testing.T) {
	const first, second = "query First { stats { open } }\n", "query Second { stats { open } }"
	for _, tc := range []struct {
		name  string
		files map[string]string
		path  string
		want  []string // nil is an error
	}{
		{"none", nil, "", []string{}},
		{"a folder", map[string]string{"a.graphql": first, "b.gql": second, "c.txt": "other"}, ".", []string{first, second}},
		{"a file", map[string]string{"a.graphql": first, "b.graphql": second}, "a.graphql", []string{first}},
		{"a list", map[string]string{"a.json": `{"sha256:` + hashOf(second) + `": "` + second + `"}`}, "a.json", []string{second}},
		{"a list by other hashes", map[string]string{"a.json": `{"1": "` + second + `"}`}, "a.json", nil},
		{"no list", map[string]string{"a.json": `[]`}, "a.json", nil},
		{"an empty folder", map[string]string{"c.txt": "other"}, ".", nil},
		{"nothing there", nil, "missing", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			folder := t.TempDir()
			for name, text := range tc.files {
				if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			path := tc.path
			if path != "" {
				path = filepath.Join(folder, path)
			}
			got, err := trustedDocuments(path)
			if (err != nil) != (tc.want == nil) {
				t.Fatalf("error %v", err)
			}
			if diff := cmp.Diff(tc.want, slices.AppendSeq([]string{}, maps.Values(got)), cmpopts.SortSlices(strings.Compare)); err == nil && diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestServeTrusts the documents that it was given beside the explorer's, and nothing else where it is told so.
func TestServeTrusts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mine.graphql")
	const mine = "query Mine { stats { open } }"
	if err := os.WriteFile(file, []byte(mine), 0o600); err != nil {
		t.Fatal(err)
	}
	options := resolver.Options{Reader: graphtest.NewModel()}
	if err := (&serveSettings{trusted: file, trustedOnly: true}).apply(&options); err != nil {
		t.Fatal(err)
	}
	handler, err := (&app{}).handler(options)
	if err != nil {
		t.Fatal(err)
	}
	for body, want := range map[string]string{
		`{"documentId": "sha256:` + hashOf(mine) + `"}`: `{"data":{"stats":{"open":0}}}`,
		`{"query": "{ stats { open } }"}`:               "UNTRUSTED_DOCUMENT",
	} {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, r)
		if !strings.Contains(answer.Body.String(), want) {
			t.Errorf("%s: %s", body, answer.Body)
		}
	}
	if err := (&serveSettings{trusted: filepath.Join(file, "no")}).apply(&options); err == nil || errors.Is(err, os.ErrExist) {
		t.Errorf("a file that is not there: %v", err)
	}
}
