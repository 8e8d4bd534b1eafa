package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"recital/graph"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
	"recital/resolver"
)

func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }

// questions are asked of both stores; corpusSymbols adds some for each document.
var questions = []string{
	`{ stats { revision nodes { kind count } links { type count } resolved ambiguous open findings } }`,
	`{ search(text: "right to privacy", first: 50) { totalCount edges { cursor node { class snippet node { id } } } } }`,
	`{ search(text: "report", first: 20) { totalCount nodes { class snippet } } }`,
	`{ mandates(first: 50) { totalCount edges { cursor node { id act product session } } } }`,
	`{ mandates(filter: {states: [ANSWERED, OVERDUE]}, first: 50) { totalCount nodes { id state answers { id } } } }`,
	`{ mandates(filter: {states: [PENDING, UNDATED]}, first: 50) { totalCount nodes { id state } } }`,
	`{ redLinks(first: 50) { totalCount edges { cursor node { id title date citedByCount } } } }`,
	`{ rights(first: 50) { edges { cursor node { id title } } } }`,
	`{ actors(first: 100) { edges { cursor node { id title } } } }`,
	`{ findings(first: 20) { totalCount nodes { id cites(filter: { findings: true }, first: 20) {
		nodes { pinpoint confidence target { id } evidence { rule quote } findings { kind detail } } } } } }`,
	`{ mentions(first: 50) { totalCount edges { cursor node { id } } } }`,
}

// about are asked of each instrument.
var about = []string{
	`{ instrument(symbol: %q) { id title date citesCount citedByCount paragraphs(first: 100) { nodes { id opening act text } } } }`,
	`{ instrument(symbol: %q) { cites(first: 100) { totalCount edges { cursor node { id act status confidence target { id title } paragraph { id } evidence { quote } } } } } }`,
	`{ node(id: %q) { label ... on Instrument { citesCount cites(first: 5) { totalCount nodes { act target { id } } } restsOn { nodes { count } } } } }`,
	`{ instrument(symbol: %q) { citedBy(last: 50) { totalCount edges { cursor node { act confidence paragraph { id } evidence { quote rule } } } } } }`,
	`{ chain(start: %q, depth: 3, limit: 100) { truncated steps { depth more node { id title } } links { count } } }`,
	`{ neighbourhood(start: %q, limit: 40) { truncated steps { depth more node { id } } } }`,
	`{ path(from: %q, to: "un-charter") { nodes { id } } }`,
}

// TestSameAnswersOnBothStores loads the same texts into both stores and compares the answers, byte for byte. RECITAL_CORPUS names a folder to
// load instead of the texts of these tests.
func TestSameAnswersOnBothStores(t *testing.T) {
	folder := os.Getenv("RECITAL_CORPUS")
	symbols := []string{"ungps", "A/HRC/RES/17/4", "un-charter"}
	var server *neo4jtest.Server
	if folder != "" {
		server = neo4jtest.Own(t, neo4jtest.Options{Speed: neo4jtest.FullSpeed, HeapMB: 2048})
		server.Within(t, corpusTime)
		planStatements(t, server)
	} else {
		server = neo4jtest.Shared(t)
		symbols = append(symbols, "A/HRC/RES/40/91", "A/HRC/RES/42/93")
		folder = write(t, map[string]string{"first.txt": first, "second.txt": second, "a-note.txt": commentary})
	}
	stores := []string{filepath.Join(t.TempDir(), "recital.db"), server.URL()}
	answers := make([][]string, len(stores))
	for i, store := range stores {
		env := map[string]string{"HOME": t.TempDir(), "RECITAL_STORE": store}
		began := time.Now()
		if r := recitalWith(t, env, "", "load", folder); r.status != statusDone && r.status != statusRefused {
			t.Fatalf("load into %s: status %d\n%s%s", store, r.status, r.stdout, r.stderr)
		}
		a := &app{stdout: io.Discard, stderr: io.Discard, getenv: func(name string) string { return env[name] }}
		opened, _, err := a.openStore(t.Context(), "", toRead)
		if err != nil {
			t.Fatal(err)
		}
		if folder == os.Getenv("RECITAL_CORPUS") && i == 0 {
			symbols = append(symbols, everyFiftieth(t, opened)...)
		}
		loaded := time.Now()
		answers[i] = ask(t, a, opened, symbols)
		t.Logf("%s: loaded in %v, asked in %v", store, loaded.Sub(began).Round(time.Second), time.Since(loaded).Round(time.Second))
		if err := opened.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if len(answers[0]) < 20 {
		t.Fatalf("asked %d questions: too few", len(answers[0]))
	}
	for i := range answers[0] {
		if answers[0][i] != answers[1][i] {
			t.Errorf("answers differ\nembedded %s\nneo4j    %s", cut(answers[0][i], 4000), cut(answers[1][i], 4000))
		}
	}
	t.Logf("%d answers compared", len(answers[0]))
}

// corpusTime is what loading the whole corpus twice and asking both stores may take on a machine that does other things too.
const corpusTime = 50 * time.Minute

// planStatements loads nothing and asks for nothing, with more patience than the command has: a server that has just started plans its first
// statements slowly, and a load of commentaries asks for paragraphs.
func planStatements(t *testing.T, server *neo4jtest.Server) {
	t.Helper()
	store, err := neo4j.Open(t.Context(), neo4j.Options{URL: server.URL(), Timeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	applying := store.Apply(t.Context(), func(func(*graph.Document, error) bool) {})
	_, listing := store.List(t.Context(), graph.NodeFilter{Kind: graph.ParagraphNode}, graph.PageRequest{First: 1})
	_, reading := store.Nodes(t.Context(), []graph.ID{"un-charter"})
	if err := errors.Join(applying, listing, reading, store.Close()); err != nil {
		t.Fatal(err)
	}
}

// everyFiftieth returns the ids of every fiftieth held instrument.
func everyFiftieth(t *testing.T, r graph.Reader) []string {
	t.Helper()
	var ids []string
	request := graph.PageRequest{First: graph.MaxPage}
	for n := 0; ; {
		page, err := r.List(t.Context(), graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.HeldOnly}, request)
		if err != nil {
			t.Fatal(err)
		}
		for _, edge := range page.Edges {
			if n%50 == 0 {
				ids = append(ids, string(edge.Node.NodeID()))
			}
			n++
			request.After = edge.Cursor
		}
		if !page.HasNext {
			return ids
		}
	}
}

// ask returns each question with its answer. Errors of the API are answers too, but not all may be.
func ask(t *testing.T, a *app, store graph.Reader, symbols []string) []string {
	t.Helper()
	handler, err := a.handler(resolver.Options{Reader: store})
	if err != nil {
		t.Fatal(err)
	}
	queries := append([]string(nil), questions...)
	for _, symbol := range symbols {
		for _, q := range about {
			queries = append(queries, fmt.Sprintf(q, symbol))
		}
	}
	answers := make([]string, 0, len(queries))
	for _, query := range queries {
		answer := post(t, handler, query)
		for tries := 0; tries < patientTries && strings.Contains(answer, `"TIMEOUT"`); tries++ {
			answer = post(t, handler, query)
		}
		if strings.Contains(answer, `"errors"`) {
			t.Errorf("%s: %s", query, answer)
		}
		answers = append(answers, query+"\n"+answer)
	}
	return answers
}

// patientTries is how often a question that took too long is asked again: a server that has just started on a loaded machine takes
// seconds to plan each statement for the first time.
const patientTries = 12

func post(t *testing.T, handler http.Handler, query string) string {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", strings.NewReader(string(body)))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Accept", "application/json")
	recorder := httptest.NewRecorder()
	handler.ServeHTTP(recorder, request)
	return recorder.Body.String()
}

func TestAbsentNeo4jIsOneClearSentence(t *testing.T) {
	env := map[string]string{"HOME": t.TempDir(), "RECITAL_NEO4J_PASSWORD": "not-to-be-seen"}
	r := recitalWith(t, env, "", "show", "53/29", "--store", "bolt://127.0.0.1:1")
	if r.status != statusFailed || !strings.Contains(r.stderr, "127.0.0.1:1") || strings.Count(strings.TrimSpace(r.stderr), "\n") > 0 {
		t.Errorf("status %d: %s", r.status, r.stderr)
	}
	if strings.Contains(r.stderr, "not-to-be-seen") {
		t.Errorf("the password is in the message: %s", r.stderr)
	}
}
