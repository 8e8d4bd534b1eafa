package embedded_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/graphtest"
)

// sequence gives documents as a loader does.
func sequence(documents ...*graph.Document) func(func(*graph.Document, error) bool) {
	return func(yield func(*graph.Document, error) bool) {
		for _, d := range documents {
			if !yield(d, nil) {
				return
			}
		}
	}
}

func apply(t testing.TB, s *embedded.Store, documents ...*graph.Document) {
	t.Helper()
	if err := s.Apply(t.Context(), sequence(documents...)); err != nil {
		t.Fatal(err)
	}
}

func pack(t *testing.T, s *embedded.Store) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := embedded.Pack(t.Context(), s, &b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func closing(t *testing.T, s *embedded.Store) *embedded.Store {
	t.Helper()
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestPackIsDeterministic(t *testing.T) {
	manifest := graph.Manifest{Title: "A test", Made: graph.MustParseDate("2033-07-14"), Sources: []string{"8 texts"}, Texts: true}
	one, other := closing(t, open(t)), closing(t, open(t))
	apply(t, one, graphtest.Fixture()...)
	backward := graphtest.Fixture()
	slices.Reverse(backward)
	apply(t, other, backward[0], backward[1])
	apply(t, other, backward...)
	for _, s := range []*embedded.Store{one, other} {
		if err := s.SetManifest(t.Context(), manifest); err != nil {
			t.Fatal(err)
		}
	}
	packed := pack(t, one)
	if !bytes.Equal(packed, pack(t, other)) {
		t.Error("the same documents in another order give other bytes")
	}
	dir := t.TempDir()
	for range 2 { // unpacked, then found
		s, err := embedded.Builtin(t.Context(), packed, dir)
		if err != nil {
			t.Fatal(err)
		}
		closing(t, s)
		got, err := s.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		want, err := one.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("stats (-packed +unpacked):\n%s", diff)
		}
		if err := s.Apply(t.Context(), sequence()); !errors.Is(err, graph.ErrReadOnly) {
			t.Errorf("apply: got error %v, want %v", err, graph.ErrReadOnly)
		}
		page, err := s.Search(t.Context(), graph.TextQuery{Text: "ninety-third"}, graph.PageRequest{Total: true})
		if err != nil || page.Total != 1 {
			t.Errorf("search: %d hits, error %v", page.Total, err)
		}
	}
}

func TestBuiltinMendsItsCache(t *testing.T) {
	one := closing(t, open(t))
	apply(t, one, graphtest.Fixture()...)
	packed := pack(t, one)
	for _, c := range []struct {
		name string
		harm func(t *testing.T, path string) error
	}{
		{"cut short", func(_ *testing.T, path string) error { return os.Truncate(path, 1000) }},
		{"cut in the middle", func(_ *testing.T, path string) error { return os.Truncate(path, 24_000) }},
		{"overwritten", func(t *testing.T, path string) error {
			info, err := os.Stat(path)
			if err != nil {
				return err
			}
			return os.WriteFile(path, make([]byte, info.Size()), 0o600)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := embedded.Builtin(t.Context(), packed, dir)
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			files, err := filepath.Glob(filepath.Join(dir, "*"))
			if err != nil || len(files) != 1 {
				t.Fatalf("files %q, error %v", files, err)
			}
			if err := c.harm(t, files[0]); err != nil {
				t.Fatal(err)
			}
			s, err = embedded.Builtin(t.Context(), packed, dir)
			if err != nil {
				t.Fatal(err)
			}
			closing(t, s)
			if nodes, err := s.Nodes(t.Context(), []graph.ID{"iccpr"}); err != nil || nodes[0] == nil {
				t.Errorf("got %v, error %v", nodes, err)
			}
		})
	}
	if _, err := embedded.Builtin(t.Context(), []byte("no store"), t.TempDir()); !errors.Is(err, graph.ErrCorrupt) {
		t.Errorf("nonsense: got error %v, want %v", err, graph.ErrCorrupt)
	}
}

func TestBuiltinWithoutACacheFolder(t *testing.T) {
	one := closing(t, open(t))
	apply(t, one, graphtest.Fixture()...)
	t.Setenv("TMPDIR", t.TempDir())
	blocked := filepath.Join(t.TempDir(), "a file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := embedded.Builtin(t.Context(), pack(t, one), filepath.Join(blocked, "cache"))
	if err != nil {
		t.Fatal(err)
	}
	closing(t, s)
	if nodes, err := s.Nodes(t.Context(), []graph.ID{"iccpr"}); err != nil || nodes[0] == nil {
		t.Errorf("got %v, error %v", nodes, err)
	}
}
