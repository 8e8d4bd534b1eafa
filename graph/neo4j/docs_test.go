package neo4j_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph/graphtest"
	"recital/graph/neo4j/neo4jtest"
)

var update = flag.Bool("update", false, "write the answers that the questions of docs/neo4j.md have now")

// cypherBlock matches a question: "```cypher", its lines, "```"; not a block of another language.
var cypherBlock = regexp.MustCompile("(?s)```cypher\n(.*?)```")

// fixtureSymbols leads from the symbols that readers of the document know to those of the fixture.
var fixtureSymbols = strings.NewReplacer(
	"A/HRC/RES/53/29", "A/HRC/RES/90/3", "A/HRC/RES/47/23", "A/HRC/RES/87/2", "A/RES/70/125", "A/RES/99/175",
)

func TestQuestionsOfTheDocument(t *testing.T) {
	server := neo4jtest.Shared(t)
	store := open(t, server)
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := store.Apply(t.Context(), sequence(graphtest.Fixture()...)); err != nil {
		t.Fatal(err)
	}
	document, err := os.ReadFile(filepath.Join("..", "..", "docs", "neo4j.md"))
	if err != nil {
		t.Fatal(err)
	}
	questions := cypherBlock.FindAllStringSubmatch(string(document), -1)
	if len(questions) < 10 {
		t.Fatalf("got %d questions, want ten or more", len(questions))
	}
	var got strings.Builder
	for n, question := range questions {
		rows, err := server.Rows(t.Context(), fixtureSymbols.Replace(question[1]), nil)
		if err != nil {
			t.Fatalf("question %d: %v", n+1, err)
		}
		if len(rows) == 0 {
			t.Errorf("question %d has no answer on the fixture", n+1)
		}
		fmt.Fprintf(&got, "question %d\n", n+1)
		for _, row := range rows {
			for i, value := range row {
				row[i] = fmt.Sprint(value)
			}
			fmt.Fprintf(&got, "  %q\n", row)
		}
	}
	golden := filepath.Join("testdata", "questions.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got.String(), string(want)); diff != "" {
		t.Errorf("answers (-got +want):\n%s", diff)
	}
}
