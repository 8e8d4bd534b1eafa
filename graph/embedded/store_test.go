package embedded_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/graphtest"
)

func TestMain(m *testing.M) {
	if path := os.Getenv(crashFile); path != "" {
		if err := loadForever(path); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
	goleak.VerifyTestMain(m)
}

// open opens a store in a new file.
func open(t testing.TB) *embedded.Store {
	t.Helper()
	s, err := embedded.Open(t.Context(), filepath.Join(t.TempDir(), "recital.db"), embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestContract(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graph.Store { return open(t) })
}

// TestMatchAsksForEachWordOnce: 150 times "the" took ten seconds of a store of 160,000 paragraphs.
func TestMatchAsksForEachWordOnce(t *testing.T) {
	for _, tc := range []struct {
		name  string
		words []string
		want  string
	}{
		{"one", []string{"the"}, `"the" *`},
		{"several", []string{"right", "to", "priv"}, `"right" AND "to" AND "priv" *`},
		{"many times", []string{"the", "of", "the", "of", "the", "right"}, `"the" AND "of" AND "right" *`},
		{"the last is a word before", []string{"the", "the", "the"}, `"the" AND "the" *`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := embedded.MatchOf(tc.words...); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}

// execute runs a statement on a store's file behind the store's back.
func execute(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.ExecContext(t.Context(), statement)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		o    embedded.Options
		want error
	}{
		{"a missing file that is only to be read", func(*testing.T, string) {}, embedded.Options{ReadOnly: true}, fs.ErrNotExist},
		{"an empty file that is only to be read", writeFile(""), embedded.Options{ReadOnly: true}, graph.ErrCorrupt},
		{"another sort of file", writeFile(strings.Repeat("Recalling its resolution 47/23,\n", 100)), embedded.Options{}, graph.ErrCorrupt},
		{"another program's store", func(t *testing.T, path string) { execute(t, path, "CREATE TABLE cheese (name TEXT)") }, embedded.Options{}, graph.ErrCorrupt},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, embedded.Options{}, graph.ErrCorrupt},
		{"a newer version", func(t *testing.T, path string) {
			s, err := embedded.Open(t.Context(), path, embedded.Options{})
			if err == nil {
				err = s.Close()
			}
			if err != nil {
				t.Fatal(err)
			}
			execute(t, path, "PRAGMA user_version = 99")
		}, embedded.Options{}, graph.ErrNewerStore},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a store.db")
			c.make(t, path)
			before, _ := os.ReadFile(path) // a folder or nothing reads as nothing
			_, err := embedded.Open(t.Context(), path, c.o)
			if !errors.Is(err, c.want) {
				t.Errorf("got error %v, want %v", err, c.want)
			}
			if err != nil && !strings.Contains(err.Error(), path) {
				t.Errorf("error %q does not name the file", err)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func writeFile(content string) func(*testing.T, string) {
	return func(t *testing.T, path string) {
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// TestDamagedFile overwrites a stretch of the file: every answer is an error, or right.
func TestDamagedFile(t *testing.T) {
	s := open(t)
	apply(t, s, graphtest.Fixture()...)
	path := s.Path()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 8192
	for at := page; at < len(content); at += page {
		damaged := bytes.Clone(content)
		for i := at; i < at+page && i < len(damaged); i++ {
			damaged[i] = 0xa5
		}
		path := filepath.Join(t.TempDir(), "damaged.db")
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := embedded.Open(t.Context(), path, embedded.Options{})
		if err == nil {
			_, err = s.Search(t.Context(), graph.TextQuery{Text: "privacy"}, graph.PageRequest{})
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		if err != nil && !errors.Is(err, graph.ErrCorrupt) {
			t.Errorf("page %d: got error %v, want %v", at/page, err, graph.ErrCorrupt)
		}
	}
}

func TestLockedByAnother(t *testing.T) {
	s := closing(t, open(t))
	other, err := embedded.Open(t.Context(), s.Path(), embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	closing(t, other)
	documents := graphtest.Fixture()
	err = s.Apply(t.Context(), func(yield func(*graph.Document, error) bool) {
		err := other.Apply(t.Context(), sequence(documents...))
		if !errors.Is(err, graph.ErrLocked) {
			t.Errorf("got error %v, want %v", err, graph.ErrLocked)
		}
		if nodes, err := other.Nodes(t.Context(), []graph.ID{"iccpr"}); err != nil || nodes[0] != nil {
			t.Errorf("a reader meanwhile: got %v, error %v", nodes, err)
		}
		for _, d := range documents {
			if !yield(d, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	// What one process wrote the others see, a moment later.
	time.Sleep(2 * embedded.Recheck)
	if nodes, err := other.Nodes(t.Context(), []graph.ID{"iccpr"}); err != nil || nodes[0] == nil {
		t.Errorf("the other process: got %v, error %v", nodes, err)
	}
}

func TestFullDisk(t *testing.T) {
	s := closing(t, open(t))
	apply(t, s, graphtest.Fixture()...)
	before, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	embedded.LimitPages(s, 40)
	big := graphtest.Synthetic{Documents: 200, Paragraphs: 20, Citations: 10, Namings: 10, Words: 60}
	if err := s.Apply(t.Context(), big.All()); !errors.Is(err, graph.ErrFull) {
		t.Errorf("got error %v, want %v", err, graph.ErrFull)
	}
	after, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, after); diff != "" {
		t.Errorf("stats (-before +after):\n%s", diff)
	}
}

func TestReadOnly(t *testing.T) {
	for _, c := range []struct {
		name string
		mode fs.FileMode
	}{{"a file", 0o600}, {"a read-only file in a read-only folder", 0o400}} {
		t.Run(c.name, func(t *testing.T) {
			s := open(t)
			apply(t, s, graphtest.Fixture()...)
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			folder := filepath.Dir(s.Path())
			if err := errors.Join(os.Chmod(s.Path(), c.mode), os.Chmod(folder, c.mode|0o100)); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() {
				if err := os.Chmod(folder, 0o700); err != nil {
					t.Error(err)
				}
			})
			r, err := embedded.Open(t.Context(), s.Path(), embedded.Options{ReadOnly: true})
			if err != nil {
				t.Fatal(err)
			}
			closing(t, r)
			if err := r.Apply(t.Context(), sequence()); !errors.Is(err, graph.ErrReadOnly) {
				t.Errorf("apply: got error %v, want %v", err, graph.ErrReadOnly)
			}
			if nodes, err := r.Nodes(t.Context(), []graph.ID{"iccpr"}); err != nil || nodes[0] == nil {
				t.Errorf("got %v, error %v", nodes, err)
			}
		})
	}
}

// TestProvisionOfAHeldText: a provision that others pinpoint is, in a held text, its paragraph.
func TestProvisionOfAHeldText(t *testing.T) {
	treaty := graph.Instrument{ID: "treaty", Kind: graph.Treaty, Title: "A treaty", Basis: graph.FromCatalogue}
	of := &graph.Provision{ID: "treaty#17", Label: "article 17"}
	citing := graphtest.Write(graph.Instrument{ID: "A/RES/98/1", Kind: graph.Resolution}).
		Paragraph("PP1", graph.Preamble, graph.Recalls, "Recalling article 17 of the treaty,").
		Cites("the treaty", &treaty).Pinpoints("article 17", of, &treaty).Done()
	held := graphtest.Write(treaty).Paragraph("17", graph.Operative, graph.Other, "No one shall be interfered with.").Done()
	store, model := closing(t, open(t)), graphtest.NewModel()
	for _, w := range []graph.Writer{store, model} {
		if err := w.Apply(t.Context(), sequence(citing, held)); err != nil {
			t.Fatal(err)
		}
	}
	for _, r := range []graph.Reader{model, store} {
		ask := func(f graph.LinkFilter) []graph.Page[graph.LinkView] {
			pages, err := r.Links(t.Context(), []graph.ID{"treaty", "treaty#17", "A/RES/98/1"}, f, graph.PageRequest{Total: true})
			if err != nil {
				t.Fatal(err)
			}
			return pages
		}
		in, out := ask(graph.LinkFilter{Direction: graph.In}), ask(graph.LinkFilter{})
		for i, want := range []int{4, 1, 1} {
			if in[i].Total != want {
				t.Errorf("%T: %d links in, want %d", r, in[i].Total, want)
			}
		}
		for i, want := range []int{0, 2, 3} {
			if out[i].Total != want {
				t.Errorf("%T: %d links out, want %d", r, out[i].Total, want)
			}
		}
		if _, ok := out[2].Items()[0].Far.(*graph.Paragraph); !ok {
			t.Errorf("%T: pinpointed is %T", r, out[2].Items()[0].Far)
		}
	}
}

// TestReload applies the same documents again: nothing is written, no generation passes.
func TestReload(t *testing.T) {
	s := closing(t, open(t))
	apply(t, s, graphtest.Fixture()...)
	before, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	apply(t, s, graphtest.Fixture()...)
	after, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(before, after) {
		t.Error("the same documents again changed the file")
	}
}

func TestEndedWhileBuilding(t *testing.T) {
	s := closing(t, open(t))
	apply(t, s, graphtest.Fixture()...)
	again, err := embedded.Open(t.Context(), s.Path(), embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	closing(t, again)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := again.Stats(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
	if stats, err := again.Stats(t.Context()); err != nil || stats.Resolved == 0 {
		t.Errorf("got %d citations, error %v", stats.Resolved, err)
	}
}

// reopening is a store that is closed and opened again after each Apply, so that all answers come from the image in the file.
type reopening struct{ *embedded.Store }

func (r *reopening) Apply(ctx context.Context, documents iter.Seq2[*graph.Document, error]) error {
	if err := r.Store.Apply(ctx, documents); err != nil {
		return err
	}
	again, err := embedded.Open(ctx, r.Path(), embedded.Options{})
	if err != nil {
		return err
	}
	before := r.Store
	r.Store = again
	return before.Close()
}

func TestContractFromTheFile(t *testing.T) {
	s := closing(t, open(t))
	apply(t, s, graphtest.Fixture()...)
	again, err := embedded.Open(t.Context(), s.Path(), embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	graphtest.AskFixture(t, closing(t, again))
	graphtest.Suite{
		Open: func(t *testing.T) graph.Store { return &reopening{open(t)} }, Checks: 10,
	}.Random(t)
}
