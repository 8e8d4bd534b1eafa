package embedded_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/graphtest"
)

// BenchmarkLoad applies a corpus of 5,604 documents with texts of some 70 MB to a new file, full-text index included.
func BenchmarkLoad(b *testing.B) {
	corpus := graphtest.Corpus(70)
	var documents []*graph.Document
	bytes := 0
	for d := range corpus.All() {
		documents = append(documents, d)
		bytes += d.Source.Size
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		s := open(b, embedded.Options{})
		err := s.Apply(b.Context(), func(yield func(*graph.Document, error) bool) {
			for _, d := range documents {
				if !yield(d, nil) {
					return
				}
			}
		})
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// corpusStore is a store of facts as big as the built-in data set, made once for all benchmarks that read.
var corpusStore = sync.OnceValue(func() []byte {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "recital-bench-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(dir)
	s, err := embedded.Open(ctx, filepath.Join(dir, "facts.db"), embedded.Options{})
	if err != nil {
		panic(err)
	}
	defer s.Close()
	if err := s.Apply(ctx, graphtest.Corpus(0).All()); err != nil {
		panic(err)
	}
	var packed bytes.Buffer
	if err := embedded.Pack(ctx, s, &packed); err != nil {
		panic(err)
	}
	return packed.Bytes()
})

func corpus(b *testing.B) *embedded.Store {
	b.Helper()
	s, err := embedded.Builtin(b.Context(), corpusStore(), b.TempDir())
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	if _, err := s.Stats(b.Context()); err != nil {
		b.Fatal(err)
	}
	return s
}

// BenchmarkUnpack is the first start of a binary: the built-in data set is unpacked, opened and asked.
func BenchmarkUnpack(b *testing.B) {
	packed := corpusStore()
	b.ReportMetric(float64(len(packed))/1e6, "MB")
	for b.Loop() {
		s, err := embedded.Builtin(b.Context(), packed, b.TempDir())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Stats(b.Context()); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(packed))/1e6, "MB")
}

// BenchmarkStart is every later start.
func BenchmarkStart(b *testing.B) {
	packed, dir := corpusStore(), b.TempDir()
	for b.Loop() {
		s, err := embedded.Builtin(b.Context(), packed, dir)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := s.Stats(b.Context()); err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRead asks the hottest questions of a warm store.
func BenchmarkRead(b *testing.B) {
	s := corpus(b)
	symbol := graphtest.Corpus(0).Symbol(4000)
	early := graphtest.Corpus(0).Symbol(100)
	cites := []graph.LinkType{graph.Cites}
	for _, c := range []struct {
		name string
		ask  func(context.Context) error
	}{
		{"node", func(ctx context.Context) error { _, err := s.Nodes(ctx, []graph.ID{symbol}); return err }},
		{"page of 20 citations", func(ctx context.Context) error {
			_, err := s.Links(ctx, []graph.ID{symbol}, graph.LinkFilter{Types: cites}, graph.PageRequest{First: 20, Total: true})
			return err
		}},
		{"page of 20 cited by", func(ctx context.Context) error {
			f := graph.LinkFilter{Types: cites, Direction: graph.In}
			_, err := s.Links(ctx, []graph.ID{early}, f, graph.PageRequest{First: 20, Total: true})
			return err
		}},
		{"page of 20 that name a right", func(ctx context.Context) error {
			_, err := s.Links(ctx, []graph.ID{"right:right-1"}, graph.LinkFilter{Direction: graph.In}, graph.PageRequest{First: 20, Total: true})
			return err
		}},
		{"neighbours", func(ctx context.Context) error {
			_, err := graph.Neighbourhood(ctx, s, graph.NeighbourhoodRequest{Start: symbol, Depth: 1})
			return err
		}},
		{"chain of depth 4", func(ctx context.Context) error {
			_, err := graph.Chain(ctx, s, graph.ChainRequest{Start: symbol, Depth: 4})
			return err
		}},
		{"paths", func(ctx context.Context) error {
			_, err := graph.Paths(ctx, s, graph.PathsRequest{From: symbol, To: early})
			return err
		}},
		{"red links, most cited", func(ctx context.Context) error {
			f := graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.RedLinks, Order: graph.ByCitedBy}
			_, err := s.List(ctx, f, graph.PageRequest{First: 20, Total: true})
			return err
		}},
		{"paragraphs that name two", func(ctx context.Context) error {
			f := graph.NodeFilter{Kind: graph.ParagraphNode, Names: []graph.ID{"right:right-1", "actor:actor-2"}}
			_, err := s.List(ctx, f, graph.PageRequest{First: 20, Total: true})
			return err
		}},
		{"facets of all instruments", func(ctx context.Context) error {
			f := graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.HeldOnly}
			_, err := s.Facets(ctx, graph.FacetRequest{Nodes: f, Keys: graph.FacetKeys()})
			return err
		}},
		{"search for a symbol", func(ctx context.Context) error {
			_, err := s.Search(ctx, graph.TextQuery{Text: string(symbol)}, graph.PageRequest{})
			return err
		}},
		{"stats", func(ctx context.Context) error { _, err := s.Stats(ctx); return err }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := c.ask(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
