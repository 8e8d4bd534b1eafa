package embedded_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/graphtest"
)

// crashFile names, in the environment of a child process, the store that it loads into until it is killed.
const crashFile = "RECITAL_TEST_CRASH_FILE"

// crashing is what the child loads, again and again: each time a part of it.
func crashing() []*graph.Document {
	var documents []*graph.Document
	synthetic := graphtest.Synthetic{Documents: 60, RedLinks: 50, Paragraphs: 5, Citations: 8, Namings: 10, Words: 20}
	for d, err := range synthetic.All() {
		if err != nil {
			panic(err) // it makes none
		}
		documents = append(documents, d)
	}
	return documents
}

// portions are the states that a store may be in after a kill: nothing, or all documents up to one of these.
func portions() []int { return []int{0, 10, 25, 60} }

// loadForever is the child: it loads the first portion, the second ..., says so each time, and begins anew in a file of its own.
func loadForever(path string) error {
	documents := crashing()
	for round := 0; ; round++ {
		s, err := embedded.Open(context.Background(), path, embedded.Options{})
		if err != nil {
			return err
		}
		for _, n := range portions()[1:] {
			if err := s.Apply(context.Background(), sequence(documents[:n]...)); err != nil {
				return err
			}
			fmt.Println(n)
		}
		if err := s.Close(); err != nil {
			return err
		}
		path = fmt.Sprintf("%s-%d", path, round)
		fmt.Println("next", path)
	}
}

// TestKilledLoad kills a loading process at random moments: the file it wrote to then opens and holds one whole revision, and at least
// what the process had said was in.
func TestKilledLoad(t *testing.T) {
	const kills = 50
	revisions := make(map[string]int)
	for _, n := range portions() {
		var r graph.Revision
		for _, d := range crashing()[:n] {
			r = r.Add(d.Fingerprint())
		}
		revisions[r.String()] = n
	}
	for range kills {
		path := filepath.Join(t.TempDir(), "recital.db")
		path, said := killWhileLoading(t, path, time.Duration(rand.IntN(120))*time.Millisecond)
		s, err := embedded.Open(t.Context(), path, embedded.Options{})
		if err != nil {
			t.Fatal(err)
		}
		checkWhole(t, s, revisions, said)
		apply(t, s, crashing()...)
		checkWhole(t, s, revisions, len(crashing()))
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// killWhileLoading starts the child, kills it a while after its first load, and returns the file it was at and how many documents it
// had said were in it.
func killWhileLoading(t *testing.T, path string, after time.Duration) (file string, said int) {
	t.Helper()
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), crashFile+"="+path)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	first, err := lines.ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for line := first; ; {
		if _, err := fmt.Sscanf(line, "next %s", &path); err == nil {
			said = 0
		} else if _, err := fmt.Sscanf(line, "%d", &said); err != nil {
			t.Fatalf("child said %q", line)
		}
		line, err = lines.ReadString('\n')
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var exit *exec.ExitError
	if err := child.Wait(); !errors.As(err, &exit) {
		t.Fatalf("child ended with %v", err)
	}
	return path, said
}

// checkWhole checks that the store holds one of the revisions, with all of its documents and their words.
func checkWhole(t *testing.T, s *embedded.Store, revisions map[string]int, said int) {
	t.Helper()
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n, known := revisions[stats.Revision]
	if !known || n < said {
		t.Fatalf("revision %s of %d documents (known: %t), want at least %d", stats.Revision, n, known, said)
	}
	documents := crashing()
	paragraphs := 0
	for _, d := range documents[:n] {
		paragraphs += len(d.Paragraphs)
	}
	page, err := s.Search(t.Context(), graph.TextQuery{Text: "quoted words", Kinds: []graph.NodeKind{graph.ParagraphNode}}, graph.PageRequest{Total: true})
	if err != nil || page.Total != paragraphs || stats.Nodes[graph.ParagraphNode] != paragraphs {
		t.Errorf("%d paragraphs found, %d held, error %v; want %d", page.Total, stats.Nodes[graph.ParagraphNode], err, paragraphs)
	}
	held := 0
	for d, err := range s.Documents(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		at := slices.IndexFunc(documents, func(e *graph.Document) bool { return e.Instrument.ID == d.Instrument.ID })
		if at < 0 || d.Fingerprint() != documents[at].Fingerprint() {
			t.Errorf("document %s is not as it was applied", d.Instrument.ID)
		}
		held++
	}
	if held != n {
		t.Errorf("%d documents, want %d", held, n)
	}
}
