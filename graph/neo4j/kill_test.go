package neo4j_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
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

// Loads that are killed: a lease that runs out soon, and batches so small that a load has about ten of them.
const (
	shortLease     = 300 * time.Millisecond
	crowdDocuments = 30
	crowdSize      = 12 // paragraphs of a document
)

// hasty opens a store for loads that are killed.
func hasty(ctx context.Context, url string) (*neo4j.Store, error) {
	o := neo4j.Options{URL: url, Lease: shortLease, Timeout: patience}
	return neo4j.Open(ctx, neo4j.SmallBatches(o, 100))
}

// loadForever loads two versions of many documents in turn until it is killed.
func loadForever(url string) error {
	ctx := context.Background()
	store, err := hasty(ctx, url)
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
	var out []*graph.Document
	for n := range crowdDocuments {
		w := graphtest.Write(graph.Instrument{
			ID: graph.ID(fmt.Sprintf("A/RES/97/%d", n)), Symbol: graph.MustParseSymbol(fmt.Sprintf("A/RES/97/%d", n)),
			Kind: graph.Resolution, Title: "Question of " + word, Date: graph.MustParseDate("2042-12-01"), Body: graph.GeneralAssembly,
		})
		for p := range crowdSize {
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

// killsVariable is how many loads TestLoaderKilled kills; docs/neo4j.md names it.
const killsVariable = "RECITAL_TEST_KILLS"

func TestLoaderKilled(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped in short mode: kills loads for half a minute")
	}
	kills := 10
	if text := os.Getenv(killsVariable); text != "" {
		var err error
		if kills, err = strconv.Atoi(text); err != nil {
			t.Fatalf("%s: %v", killsVariable, err)
		}
	}
	server := neo4jtest.Shared(t)
	server.Within(t, time.Duration(10+kills)*patience)
	store, err := hasty(t.Context(), server.URL())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	// How long one load takes says when to kill: anywhere in the wait for the lock, the load and the one after it.
	var span time.Duration
	for n := range 3 { // the first two plan the statements
		began := time.Now()
		if err := store.Apply(t.Context(), sequence(crowd(fmt.Sprintf("version %d", n%2))...)); err != nil {
			t.Fatal(err)
		}
		span = 2*time.Since(began) + shortLease
	}
	states := make(map[string]int)
	for kill := range kills {
		if kill%5 == 0 {
			bareServer(t, server)
		}
		killLoader(t, server, rand.N(span))
		states[wholeDocuments(t, server)]++
	}
	t.Logf("%d loads killed within %v after their start; left behind: %v", kills, span.Round(time.Millisecond), states)
	documents := crowd("version 1")
	if err := store.Apply(t.Context(), sequence(documents...)); err != nil {
		t.Fatal(err)
	}
	if unfinished, err := store.Unfinished(t.Context()); err != nil || unfinished {
		t.Errorf("after the same load again: unfinished %v, error %v, want false", unfinished, err)
	}
	sameAsModel(t, store, documents)
}

// bareServer takes out everything, the schema too, so that a load may be killed while it makes it.
func bareServer(t *testing.T, server *neo4jtest.Server) {
	t.Helper()
	if err := server.Wipe(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{
		"DROP CONSTRAINT recital_id IF EXISTS", "DROP CONSTRAINT recital_source IF EXISTS", "DROP CONSTRAINT recital_alias IF EXISTS",
		"DROP CONSTRAINT recital_load IF EXISTS", "DROP INDEX recital_instrument IF EXISTS", "DROP INDEX recital_symbol IF EXISTS",
		"DROP INDEX recital_words IF EXISTS", "DROP INDEX recital_names IF EXISTS",
	} {
		if err := server.Run(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
}

// killLoader starts a loader and kills it some time after it began to load.
func killLoader(t *testing.T, server *neo4jtest.Server, after time.Duration) {
	t.Helper()
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
	_, reading := says.Read(make([]byte, len("loading")))
	time.Sleep(after)
	if err := errors.Join(reading, loader.Process.Kill()); err != nil {
		t.Fatal(err)
	}
	_ = loader.Wait() // it says that it was killed
}

// wholeDocuments checks that each document held has all its paragraphs, all of one version, and says what state the load left.
func wholeDocuments(t *testing.T, server *neo4jtest.Server) string {
	t.Helper()
	rows, err := server.Rows(t.Context(), `
		MATCH (i:Instrument&Recital {held: true}) OPTIONAL MATCH (i)<-[:PART_OF]-(p:Paragraph)-[c:CITES]->()
		RETURN i.id, count(DISTINCT p), count(c), collect(DISTINCT p.text)`, nil)
	if err != nil {
		t.Fatal(err)
	}
	versions := make(map[string]int)
	for _, row := range rows {
		texts, _ := row[3].([]any)
		if row[1] != int64(crowdSize) || row[2] != int64(crowdSize) || len(texts) != 1 {
			t.Errorf("%v: got %v paragraphs with %v citations in %d versions, want %d, all of one", row[0], row[1], row[2], len(texts), crowdSize)
			continue
		}
		versions[fmt.Sprint(texts[0])]++
	}
	settled, err := server.Count(t.Context(), "MATCH (l:RecitalLoad {id: 'load', unfinished: false}) RETURN count(l)")
	if err != nil {
		t.Fatal(err)
	}
	switch {
	case settled == 1:
		return "settled"
	case len(rows) == 0:
		return "nothing yet"
	case len(rows) < crowdDocuments:
		return "some documents"
	case len(versions) > 1:
		return "documents of both versions"
	default:
		return "all documents, not settled"
	}
}
