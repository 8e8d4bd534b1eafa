package resolver_test

import (
	"context"
	"encoding/json"
	"iter"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/resolver"
)

// fixture is the reference model holding the fixture's documents.
func fixture(t testing.TB) graph.Store {
	t.Helper()
	model := graphtest.NewModel()
	if err := model.Apply(context.Background(), fixtureDocuments()); err != nil {
		t.Fatal(err)
	}
	return model
}

func fixtureDocuments() iter.Seq2[*graph.Document, error] { return documents(graphtest.Fixture()) }

func documents(list []*graph.Document) iter.Seq2[*graph.Document, error] {
	return func(yield func(*graph.Document, error) bool) {
		for _, d := range list {
			if !yield(d, nil) {
				return
			}
		}
	}
}

// serve is a handler over the reader.
func serve(t testing.TB, options resolver.Options) http.Handler {
	t.Helper()
	handler, err := resolver.New(options)
	if err != nil {
		t.Fatal(err)
	}
	return handler
}

// answer is what a GraphQL request came to.
type answer struct {
	status int
	header http.Header
	body   []byte
	Data   json.RawMessage `json:"data"`
	Errors []struct {
		Message    string         `json:"message"`
		Path       []any          `json:"path"`
		Extensions map[string]any `json:"extensions"`
	} `json:"errors"`
	Extensions map[string]any `json:"extensions"`
}

// code is that of the first error.
func (a *answer) code() string {
	if len(a.Errors) == 0 {
		return ""
	}
	code, _ := a.Errors[0].Extensions["code"].(string)
	return code
}

// post sends a GraphQL request.
func post(t testing.TB, handler http.Handler, query string, variables map[string]any, header ...string) *answer {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(string(body)))
	r.Header.Set("Content-Type", "application/json")
	return send(t, handler, r, header...)
}

// send sends a request with more header fields, name after value.
func send(t testing.TB, handler http.Handler, r *http.Request, header ...string) *answer {
	t.Helper()
	for i := 0; i < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, r)
	a := &answer{status: recorder.Code, header: recorder.Header(), body: recorder.Body.Bytes()}
	if strings.Contains(a.header.Get("Content-Type"), "json") && a.header.Get("Content-Encoding") == "" && len(a.body) > 0 {
		if err := json.Unmarshal(a.body, a); err != nil {
			t.Fatalf("answer is not JSON: %v\n%s", err, a.body)
		}
	}
	return a
}
