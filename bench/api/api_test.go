package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"
	"time"

	"recital/graph"
	"recital/graph/embedded"
	"recital/resolver"
)

// smallGraph is how many of the documents the benchmarks load: enough to ask another each time.
const smallGraph = 2000

func smallStore(b *testing.B) graph.Reader {
	b.Helper()
	store, err := embedded.Open(b.Context(), filepath.Join(b.TempDir(), "graph.db"), embedded.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := store.Close(); err != nil {
			b.Error(err)
		}
	})
	n := 0
	err = store.Apply(b.Context(), func(yield func(*graph.Document, error) bool) {
		for d, err := range documents(1) {
			if n++; n > smallGraph || !yield(d, err) {
				return
			}
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	return store
}

// BenchmarkPage is a node with a page of 20 citations, without the network. cpu-µs/op is what counts on a busy machine.
func BenchmarkPage(b *testing.B) {
	store := smallStore(b)
	for name, kept := range map[string]int{"executed": -1, "kept": 0} {
		b.Run(name, func(b *testing.B) {
			handler, err := resolver.New(resolver.Options{Reader: store, AnswerBytes: kept})
			if err != nil {
				b.Fatal(err)
			}
			if kept == 0 {
				askAll(b, handler)
			}
			b.ReportAllocs()
			b.ResetTimer()
			before, n := processorTime(), 0
			for b.Loop() {
				question := page.body(nil, symbols[1000+n%1000])
				n++
				r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", bytes.NewReader(question))
				r.Header.Set("Content-Type", "application/json")
				w := httptest.NewRecorder()
				handler.ServeHTTP(w, r)
				if w.Code != http.StatusOK {
					b.Fatalf("%d %s", w.Code, w.Body)
				}
			}
			b.ReportMetric(float64(processorTime()-before)/float64(time.Microsecond)/float64(n), "cpu-µs/op")
		})
	}
}

// askAll asks every question once.
func askAll(b *testing.B, handler http.Handler) {
	b.Helper()
	for n := range 1000 {
		question := page.body(nil, symbols[1000+n])
		r := httptest.NewRequestWithContext(b.Context(), http.MethodPost, "/graphql", bytes.NewReader(question))
		r.Header.Set("Content-Type", "application/json")
		handler.ServeHTTP(httptest.NewRecorder(), r)
	}
}
