package graph

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawAccount draws one of the accounts that documents can give of one node.
func drawAccount(t *rapid.T, kind NodeKind) Node {
	some := func(name string, of ...string) string {
		return rapid.SampledFrom(append(of, "")).Draw(t, name)
	}
	list := func(name string) []string {
		return rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"c", "a", "b"}), 0, 3, rapid.ID).Draw(t, name)
	}
	count := rapid.IntRange(0, 3).Draw(t, "count")
	switch kind {
	case InstrumentNode:
		i := &Instrument{
			ID: "x", Names: list("names"), Subjects: list("subjects"), Kind: InstrumentKind(some("kind", "RESOLUTION", "TREATY", "DOCUMENT")),
			Title: some("title", "A", "B"), Body: Body(some("body", "a", "b")), Session: some("session", "1", "2"),
			Basis: Basis(some("basis", string(FromText), string(FromCatalogue), string(FromCitations))), Held: rapid.Bool().Draw(t, "held"),
			Procedure: some("procedure", "v", "w"), CitedBy: count, Symbol: Symbol{some("symbol", "A/1", "A/2")},
		}
		if day := rapid.IntRange(0, 2).Draw(t, "day"); day > 0 {
			i.Date = Date{2020, 1, day}
		}
		for _, alias := range list("aliases") {
			i.Aliases = append(i.Aliases, Symbol{alias})
		}
		return i
	case ProvisionNode:
		return &Provision{ID: "x", Label: some("label", "a", "b")}
	case RightNode:
		return &Right{ID: "x", Title: some("title", "a", "b"), Mentions: count}
	case ActorNode:
		return &Actor{ID: "x", Title: some("title", "a", "b"), Category: some("category", "a", "b"), Mentions: count}
	case ParagraphNode:
		return &Paragraph{ID: "x", Text: some("text", "a", "b")}
	case MandateNode:
		return &Mandate{ID: "x", Product: some("product", "a", "b")}
	default:
		return &Mention{ID: "x", Reason: some("reason", "a", "b")}
	}
}

// TestMergeLaws: accounts of a node can come in any order, and more than once.
func TestMergeLaws(t *testing.T) {
	same := cmp.Options{cmp.AllowUnexported(Symbol{}), cmp.FilterValues(func(a, b []string) bool { return len(a)+len(b) == 0 }, cmp.Ignore())}
	rapid.Check(t, func(t *rapid.T) {
		kinds := rapid.SampledFrom(NodeKinds())
		kind := kinds.Draw(t, "kind")
		other := kind
		if rapid.IntRange(0, 9).Draw(t, "clash") == 0 {
			other = kinds.Draw(t, "other")
		}
		a, b, c := drawAccount(t, kind), drawAccount(t, kind), drawAccount(t, other)
		if diff := cmp.Diff(a, Merge(a, a), same); diff != "" {
			t.Fatalf("not idempotent (-once +twice):\n%s", diff)
		}
		if diff := cmp.Diff(Merge(a, c), Merge(c, a), same); diff != "" {
			t.Fatalf("not commutative:\n%s", diff)
		}
		if diff := cmp.Diff(Merge(Merge(a, b), c), Merge(a, Merge(b, c)), same); diff != "" {
			t.Fatalf("not associative:\n%s", diff)
		}
	})
}

func TestMergeInstruments(t *testing.T) {
	held := &Instrument{ID: "x", Title: "As adopted", Basis: FromText, Held: true, Names: []string{"n"}}
	catalogued := &Instrument{ID: "x", Kind: Treaty, Title: "Known as", Basis: FromCatalogue, Date: Date{2000, 1, 1}, Aliases: []Symbol{{"A/1"}}}
	cited := &Instrument{ID: "x", Kind: Resolution, Title: "Said to be", Basis: FromCitations}
	named := &Instrument{ID: "x", Kind: OtherDocument, Basis: FromCitations, Body: GeneralAssembly}
	tests := []struct {
		name string
		a, b Node
		want Node
	}{
		{"held wins, lists are joined", held, catalogued, &Instrument{ID: "x", Title: "As adopted", Basis: FromText, Held: true, Names: []string{"n"}, Aliases: []Symbol{{"A/1"}}}},
		{"catalogue before citations", catalogued, cited, catalogued},
		{"equals complete each other", cited, named, &Instrument{ID: "x", Kind: Resolution, Title: "Said to be", Basis: FromCitations, Body: GeneralAssembly}},
		{"nothing and something", nil, cited, cited},
		{"the catalogue's order stays", &Actor{ID: "x"}, &Actor{ID: "x", Title: "T"}, &Actor{ID: "x", Title: "T"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Merge(test.a, test.b), cmp.AllowUnexported(Symbol{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
