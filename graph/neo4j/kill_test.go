package neo4j_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
)

// loaderURL is the variable that makes the test binary a loader to be killed: the server's address.
const loaderURL = "RECITAL_TEST_LOADER"

func TestMain(m *testing.M) {
	if url := os.Getenv(loaderURL); url != "" {
		if err := loadForever(url); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(neo4jtest.Run(m))
}

// shortLease is how long a killed loader keeps the lock in these tests.
const shortLease = time.Second

// loadForever loads two versions of many documents in turn until it is killed.
func loadForever(url string) error {
	ctx := context.Background()
	store, err := neo4j.Open(ctx, neo4j.Options{URL: url, Lease: shortLease, Timeout: patience})
	if err != nil {
		return err
	}
	fmt.Println("loading") // from here on it may be killed
	for n := 0; ; n++ {
		if err := store.Apply(ctx, sequence(crowd(fmt.Sprintf("version %d", n%2))...)); err != nil {
			return err
		}
	}
}

// crowd returns documents enough for several transactions. Each cites the next, which is a red link until it comes.
func crowd(word string) []*graph.Document {
	const documents, paragraphs = 120, 30
	var out []*graph.Document
	for n := range documents {
		w := graphtest.Write(graph.Instrument{
			ID: graph.ID(fmt.Sprintf("A/RES/97/%d", n)), Symbol: graph.MustParseSymbol(fmt.Sprintf("A/RES/97/%d", n)),
			Kind: graph.Resolution, Title: "Question of " + word, Date: graph.MustParseDate("2042-12-01"), Body: graph.GeneralAssembly,
		})
		for p := range paragraphs {
			next := graph.MustParseSymbol(fmt.Sprintf("A/RES/97/%d", n+1+p%3))
			w.Paragraph(graph.Place(fmt.Sprintf("OP%d", p+1)), graph.Operative, graph.Notes, "Notes its resolution of the year on "+word).
				Cites("resolution of the year", &graph.Instrument{
					ID: next.ID(), Symbol: next, Kind: graph.Resolution, Body: graph.GeneralAssembly, Basis: graph.FromCitations,
				})
		}
		out = append(out, w.Done())
	}
	return out
}

func TestLoaderKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped in short mode: kills loads for a minute")
	}
	const kills = 5
	server := neo4jtest.Shared(t)
	store, err := neo4j.Open(t.Context(), neo4j.Options{URL: server.URL(), Lease: shortLease, Timeout: patience})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	for range kills {
		loader := exec.CommandContext(t.Context(), os.Args[0])
		loader.Env = append(os.Environ(), loaderURL+"="+server.URL())
		loader.Stderr = os.Stderr
		says, err := loader.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := loader.Start(); err != nil {
			t.Fatal(err)
		}
		if _, err := says.Read(make([]byte, len("loading"))); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.IntN(int(6 * time.Second))))
		if err := loader.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		_ = loader.Wait() // it says that it was killed
		wholeDocuments(t, store)
	}
	documents := crowd("version 1")
	if err := store.Apply(t.Context(), sequence(documents...)); err != nil {
		t.Fatal(err)
	}
	if unfinished, err := store.Unfinished(t.Context()); err != nil || unfinished {
		t.Errorf("after the same load again: unfinished %v, error %v, want false", unfinished, err)
	}
	sameAsModel(t, store, documents)
}

// wholeDocuments checks that each document held has all its paragraphs, all of one version.
func wholeDocuments(t *testing.T, store *neo4j.Store) {
	t.Helper()
	word := make(map[graph.ID]string)
	paragraphs := make(map[graph.ID]int)
	held := 0
	for _, n := range all(t, store, graph.NodeFilter{Kind: graph.ParagraphNode}) {
		p := n.(*graph.Paragraph)
		id := p.ID.Instrument()
		if known := word[id]; known != "" && known != p.Text {
			t.Errorf("%s is of two versions", id)
		}
		word[id] = p.Text
		paragraphs[id]++
	}
	for _, n := range all(t, store, graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.HeldOnly}) {
		held++
		if got := paragraphs[n.NodeID()]; got != 30 {
			t.Errorf("%s: got %d paragraphs, want 30", n.NodeID(), got)
		}
	}
	t.Logf("%d documents held after a kill", held)
}
