package embedded_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
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
	for d, err := range corpus.All() {
		if err != nil {
			b.Fatal(err)
		}
		documents = append(documents, d)
		bytes += d.Source.Size
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		s := open(b)
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
var corpusStore = sync.OnceValues(func() ([]byte, error) {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "recital-bench-")
	if err != nil {
		return nil, err
	}
	s, err := embedded.Open(ctx, filepath.Join(dir, "facts.db"), embedded.Options{})
	if err != nil {
		return nil, err
	}
	var packed bytes.Buffer
	if err = s.Apply(ctx, graphtest.Corpus(0).All()); err == nil {
		err = embedded.Pack(ctx, s, &packed)
	}
	return packed.Bytes(), errors.Join(err, s.Close(), os.RemoveAll(dir))
})

func packedCorpus(b *testing.B) []byte {
	b.Helper()
	packed, err := corpusStore()
	if err != nil {
		b.Fatal(err)
	}
	return packed
}

func corpus(b *testing.B) *embedded.Store {
	b.Helper()
	s, err := embedded.Builtin(b.Context(), packedCorpus(b), b.TempDir())
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
	packed := packedCorpus(b)
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
	packed, dir := packedCorpus(b), b.TempDir()
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

// BenchmarkSearch asks for words of a corpus with texts.
func BenchmarkSearch(b *testing.B) {
	s := open(b)
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	if err := s.Apply(b.Context(), graphtest.Corpus(70).All()); err != nil {
		b.Fatal(err)
	}
	for _, c := range []struct{ name, text string }{
		{"a rare word", "w52"},
		{"three words", "quoted words resolution 4"},
		{"in every paragraph", "quoted"},
		{"a letter", "a"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Search(b.Context(), graph.TextQuery{Text: c.text}, graph.PageRequest{Total: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	b.Logf("heap after loading and searching: %d MB in use, %d MB from the system", m.HeapInuse>>20, m.Sys>>20)
}
