package resolver_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"recital/graph"
	"recital/resolver"
)

// TestEnumsAreTheDomains compares the words of each enum with the domain's.
func TestEnumsAreTheDomains(t *testing.T) {
	for name, want := range map[string][]string{
		"Act":            words(graph.Acts()),
		"InstrumentKind": words(graph.InstrumentKinds()),
		"LinkType":       words(graph.LinkTypes()),
		"NodeKind":       words(graph.NodeKinds()),
		"FacetKey":       words(graph.FacetKeys()),
		"MandateState":   words(graph.MandateStates()),
	} {
		var got []string
		for _, value := range resolver.SchemaOf(t).Types[name].EnumValues {
			got = append(got, value.Name)
		}
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-domain +schema):\n%s", name, diff)
		}
	}
}

func words[T ~string](values []T) []string {
	list := make([]string, 0, len(values))
	for _, v := range values {
		list = append(list, strings.ToUpper(strings.ReplaceAll(string(v), "-", "_")))
	}
	return list
}

func TestEverythingIsDescribed(t *testing.T) {
	for name, definition := range resolver.SchemaOf(t).Types {
		if definition.BuiltIn {
			continue
		}
		if definition.Description == "" {
			t.Errorf("%s is not described", name)
		}
		for _, field := range definition.Fields {
			if field.Description == "" && !strings.HasPrefix(field.Name, "__") {
				t.Errorf("%s.%s is not described", name, field.Name)
			}
			for _, argument := range field.Arguments {
				if argument.Description == "" && !strings.HasPrefix(field.Name, "__") {
					t.Errorf("%s.%s(%s:) is not described", name, field.Name, argument.Name)
				}
			}
		}
		for _, value := range definition.EnumValues {
			if value.Description == "" {
				t.Errorf("%s.%s is not described", name, value.Name)
			}
		}
	}
}

// TestListsHaveCaps looks for lists of objects that are neither a page of a connection nor capped by their description or parent.
func TestListsHaveCaps(t *testing.T) {
	parsed := resolver.SchemaOf(t)
	capped := []string{ // lists whose object has a limit argument, or whose length is the domain's
		"Subgraph", "SharedSet", "PathSet", "Path", "Matrix", "Stats", "Facet", "Comparison",
	}
	for name, definition := range parsed.Types {
		if definition.BuiltIn || definition.Kind != ast.Object || strings.HasSuffix(name, "Connection") || slices.Contains(capped, name) {
			continue
		}
		for _, field := range definition.Fields {
			if field.Type.Elem == nil || parsed.Types[field.Type.Name()].Kind != ast.Object || strings.HasPrefix(field.Name, "__") {
				continue
			}
			ofOneText := []string{"notes", "findings", "timeline", "marks", "pieces"}
			if !strings.Contains(field.Description, "at most") && !slices.Contains(ofOneText, field.Name) {
				t.Errorf("%s.%s: the description names no cap", name, field.Name)
			}
		}
	}
}

func TestNothingCanBeWritten(t *testing.T) {
	if parsed := resolver.SchemaOf(t); parsed.Mutation != nil || parsed.Subscription != nil {
		t.Error("the schema has a mutation or subscription")
	}
}

// TestEveryCodeIsDocumented looks for the codes of errors.go in docs/api.md, and for codes there that no error has.
func TestEveryCodeIsDocumented(t *testing.T) {
	var texts [2]string
	for i, name := range []string{"errors.go", "../docs/api.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts[i] = string(text)
	}
	codes := make(map[string]bool)
	for _, m := range regexp.MustCompile(`Code = "([A-Z_]+)"`).FindAllStringSubmatch(texts[0], -1) {
		codes[m[1]] = true
		if !strings.Contains(texts[1], "`"+m[1]+"`") {
			t.Errorf("docs/api.md does not say when %s", m[1])
		}
	}
	rows := regexp.MustCompile("(?m)^\\| (`[A-Z_` ]+) \\|").FindAllStringSubmatch(texts[1], -1)
	if len(codes) < 30 || len(rows) < 10 {
		t.Fatalf("%d codes, %d rows", len(codes), len(rows))
	}
	for _, row := range rows {
		for _, code := range strings.Fields(strings.ReplaceAll(row[1], "`", "")) {
			if !codes[code] {
				t.Errorf("docs/api.md has the code %s, no error has it", code)
			}
		}
	}
}
