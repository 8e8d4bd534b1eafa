package resolver_test

import (
	"bytes"
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
	"recital/resolver"
)

// example is a worked example of docs/api.md.
type example struct {
	name      string
	query     string
	variables map[string]any
}

// standIns are the fixture's instruments for those that the documentation speaks of.
var standIns = strings.NewReplacer(
	"HRC 53/29", "HRC 90/3",
	"A/HRC/RES/53/29", "A/HRC/RES/90/3",
	"A/HRC/RES/47/23", "A/HRC/RES/87/2",
	"A/HRC/RES/48/4", "A/HRC/RES/87/2",
)

var (
	queryBlock    = regexp.MustCompile("(?s)```graphql\n(.*?)```(?:\n\n```json\n(.*?)```)?") // a query, and its variables where it has some
	operationName = regexp.MustCompile(`query (\w+)`)                                        // "query RestsOn", not "{"
)

// examples are those of docs/api.md, with the fixture's instruments.
func examples(t testing.TB) []example {
	t.Helper()
	text, err := os.ReadFile("../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	var found []example
	for _, m := range queryBlock.FindAllStringSubmatch(string(text), -1) {
		e := example{name: operationName.FindStringSubmatch(m[1])[1], query: standIns.Replace(m[1])}
		if m[2] != "" {
			if err := json.Unmarshal([]byte(standIns.Replace(m[2])), &e.variables); err != nil {
				t.Fatalf("%s: variables: %v", e.name, err)
			}
		}
		found = append(found, e)
	}
	return found
}

// calls are how many calls to the store each example may make: one for each level of lists that it goes down, and one for each
// symbol that it reads. More entries make no more calls.
var calls = map[string]int{
	"RestsOn": 5, "CitedBy": 3, "Chain": 4, "ChainByParagraph": 4, "RestsOnIt": 2, "Paths": 5, "Common": 4, "Compare": 5,
	"Neighbourhood": 3, "Names": 3, "NamesInOneParagraph": 3, "Matrix": 4, "Mandates": 6, "DueAsOf": 5, "Timeline": 2, "RedLinks": 1, "Doubts": 5,
	"Search": 2, "Text": 10, "AsOf": 6, "Find": 2, "ById": 3, "Stats": 0,
}

func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }

func TestExamples(t *testing.T) {
	file := onDisk(t)
	store := countingWalker{&countingReader{Reader: file}, file}
	onFile := serve(t, resolver.Options{Reader: store, Batching: 50 * time.Millisecond, RevisionAge: time.Hour, AnswerBytes: -1})
	onModel := serve(t, resolver.Options{Reader: fixture(t)})
	for _, e := range examples(t) {
		t.Run(e.name, func(t *testing.T) {
			store.reset()
			a := post(t, onFile, e.query, e.variables)
			if a.status != 200 || len(a.Errors) > 0 {
				t.Fatalf("%d %s", a.status, a.body)
			}
			if bytes.Contains(a.body, []byte(`"data":{"resolution":null`)) || bytes.Contains(a.body, []byte(`"instrument":null}}`)) {
				t.Errorf("an empty answer shows nothing: %s", a.body)
			}
			if got, most := store.total(), calls[e.name]; got > most {
				t.Errorf("%d calls to the store, want at most %d: %v", got, most, store.calls)
			}
			if diff := cmp.Diff(string(post(t, onModel, e.query, e.variables).body), string(a.body)); diff != "" {
				t.Errorf("the file answers otherwise (-model +file):\n%s", diff)
			}
		})
	}
}

// TestExamplesOnNeo4j compares the answers of a real Neo4j with those of the reference model.
func TestExamplesOnNeo4j(t *testing.T) {
	store, err := neo4j.Open(t.Context(), neo4j.Options{URL: neo4jtest.Shared(t).URL(), Timeout: 3 * time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := store.Apply(t.Context(), fixtureDocuments()); err != nil {
		t.Fatal(err)
	}
	onNeo4j := serve(t, resolver.Options{Reader: store, Timeout: 5 * time.Minute})
	onModel := serve(t, resolver.Options{Reader: fixture(t)})
	for _, e := range examples(t) {
		t.Run(e.name, func(t *testing.T) {
			want, got := post(t, onModel, e.query, e.variables), post(t, onNeo4j, e.query, e.variables)
			if diff := cmp.Diff(string(want.body), string(got.body)); diff != "" {
				t.Errorf("Neo4j answers otherwise (-model +neo4j):\n%s", diff)
			}
		})
	}
}

// onDisk is the embedded store holding the fixture.
func onDisk(t testing.TB) *embedded.Store {
	t.Helper()
	store, err := embedded.Open(t.Context(), t.TempDir()+"/graph.db", embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	model := fixture(t)
	if err := store.Apply(t.Context(), fixtureDocuments()); err != nil {
		t.Fatal(err)
	}
	var revisions [2]string
	for i, reader := range []graph.Reader{model, store} {
		stats, err := reader.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		revisions[i] = stats.Revision
	}
	if revisions[0] != revisions[1] {
		t.Errorf("revisions %q", revisions)
	}
	return store
}

func TestExamplesAskEveryField(t *testing.T) {
	var text strings.Builder
	for _, e := range examples(t) {
		text.WriteString(e.query)
	}
	for _, field := range []string{
		"chain", "paths", "common", "compare", "neighbourhood", "matrix", "mandates", "redLinks", "findings", "mentions", "search",
		"instruments", "paragraphs", "find", "node", "nodes", "stats", "resolution", "instrument", "timeline",
	} {
		if !regexp.MustCompile(`\b` + field + `\b`).MatchString(text.String()) {
			t.Errorf("no example asks %s", field)
		}
	}
}
