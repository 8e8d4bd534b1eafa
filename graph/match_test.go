package graph

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestClassify(t *testing.T) {
	privacy := &Instrument{ID: "A/HRC/RES/90/1", Symbol: MustParseSymbol("A/HRC/RES/90/1"), Title: "The right to privacy in quiet streets"}
	udhr := &Instrument{ID: "udhr", Symbol: MustParseSymbol("A/RES/217(III)"), Aliases: []Symbol{MustParseSymbol("A/810")}, Title: "Universal Declaration", Names: []string{"the Declaration"}}
	paragraph := &Paragraph{ID: "A/1#PP1", Text: "Recalling that côté streets are quiet,", Notes: []Note{{Text: "See Treaty Series, vol. 7."}}}
	right := &Right{ID: "right:privacy", Title: "right to privacy"}
	actor := &Actor{ID: "actor:ohchr", Title: "Office of the High Commissioner"}
	const none Class = -1
	tests := []struct {
		name  string
		query string
		node  Node
		want  Class
	}{
		{"symbol", "A/HRC/RES/90/1", privacy, SymbolMatch},
		{"symbol in small letters", "a/hrc/res/90/1", privacy, SymbolMatch},
		{"symbol in words", "HRC 90/1", privacy, SymbolMatch},
		{"symbol of the other body", "A/RES/90/1", privacy, TitleMatch},
		{"alias", "A/810", udhr, SymbolMatch},
		{"id", "udhr", udhr, SymbolMatch},
		{"name", "The declaration", udhr, SymbolMatch},
		{"title", "universal declaration", udhr, SymbolMatch},
		{"word of the title", "privacy", privacy, TitleMatch},
		{"words of title and symbol", "privacy 90", privacy, TitleMatch},
		{"beginning of the last word", "quiet stre", privacy, TitleMatch},
		{"beginning of another word", "stre quiet", privacy, none},
		{"a word that is not there", "privacy loud", privacy, none},
		{"a word twice", "quiet quiet", privacy, TitleMatch},
		{"text", "streets quiet", paragraph, TextMatch},
		{"text without accents", "cote", paragraph, TextMatch},
		{"notes are of the text", "treaty quiet", paragraph, TextMatch},
		{"right", "privacy", right, SymbolMatch},
		{"right by its title", "Right to privacy", right, SymbolMatch},
		{"actor by its id", "OHCHR", actor, SymbolMatch},
		{"actor", "high commissioner", actor, TitleMatch},
		{"no words", " – ", privacy, none},
		{"mentions are not found", "privacy", &Mention{Reason: "privacy"}, none},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			q, err := PrepareQuery(TextQuery{Text: test.query})
			if err != nil {
				t.Fatal(err)
			}
			got, found := q.Classify(test.node)
			if !found {
				got = none
			}
			if got != test.want {
				t.Errorf("Classify(%q) = %d, want %d", test.query, got, test.want)
			}
		})
	}
}

func TestPrepareQueryRefuses(t *testing.T) {
	for _, q := range []TextQuery{{Kinds: []NodeKind{MandateNode}}, {Kinds: []NodeKind{"Dog"}}, {Holding: "HALF"}} {
		if _, err := PrepareQuery(q); !errors.Is(err, ErrBadRequest) {
			t.Errorf("PrepareQuery(%+v): %v", q, err)
		}
	}
}

func TestTextQueryMatch(t *testing.T) {
	held := &Instrument{ID: "a", Body: GeneralAssembly, Kind: Resolution, Held: true, Date: Date{2020, 1, 1}}
	tests := []struct {
		name   string
		query  TextQuery
		node   Node
		source *Instrument
		want   bool
	}{
		{"all kinds", TextQuery{}, &Right{}, nil, true},
		{"but those that cannot be found", TextQuery{}, &Mention{}, held, false},
		{"another kind", TextQuery{Kinds: []NodeKind{RightNode}}, held, nil, false},
		{"of the body", TextQuery{Bodies: []Body{GeneralAssembly}}, held, nil, true},
		{"paragraph of the body", TextQuery{Bodies: []Body{GeneralAssembly}}, &Paragraph{}, held, true},
		{"rights have none", TextQuery{Bodies: []Body{GeneralAssembly}}, &Right{}, nil, false},
		{"since", TextQuery{Since: Date{2020, 1, 2}}, held, nil, false},
		{"until", TextQuery{Until: Date{2020, 1, 1}}, held, nil, true},
		{"held", TextQuery{Holding: HeldOnly}, held, nil, true},
		{"red links", TextQuery{Holding: RedLinks}, held, nil, false},
		{"kind of instrument", TextQuery{InstrumentKinds: []InstrumentKind{Treaty}}, held, nil, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.query.Match(test.node, test.source); got != test.want {
				t.Errorf("Match = %v, want %v", got, test.want)
			}
		})
	}
}

func TestSnippet(t *testing.T) {
	long := strings.Repeat("word ", 50) + "“quiet streets”, " + strings.Repeat("more ", 50) + "quiet"
	tests := []struct {
		name, text, words string
		want              string
		marks             []string
	}{
		{"a short text whole", "Recalling quiet streets,", "quiet", "Recalling quiet streets,", []string{"quiet"}},
		{"accents", "Une côte, des Côtes", "cote", "Une côte, des Côtes", []string{"côte", "Côtes"}},
		{"only the last is a beginning", "streets street", "street s", "streets street", []string{"streets", "street"}},
		{"not found", "Recalling", "x", "Recalling", nil},
		{"no words", "Recalling", "", "Recalling", nil},
		{"no text", "", "x", "", nil},
		{"where most are", long, "streets quiet", strings.Repeat("word ", 15) + "“quiet streets”, " + strings.TrimSpace(strings.Repeat("more ", 15)), []string{"quiet", "streets"}},
		{"the beginning", strings.Repeat("a ", 40), "b", strings.TrimSpace(strings.Repeat("a ", SnippetWords)), nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, spans := Snippet(test.text, Fold(test.words))
			var marks []string
			for _, s := range spans {
				marks = append(marks, got[s.Start:s.End])
			}
			if got != test.want {
				t.Errorf("Snippet = %q, want %q", got, test.want)
			}
			if diff := cmp.Diff(test.marks, marks); diff != "" {
				t.Errorf("marks (-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzSnippet: a snippet is a part of the text, its marks are whole characters of it in order, and it has no more words than allowed.
func FuzzSnippet(f *testing.F) {
	f.Add("Recalling “quiet” streets, côté", "quiet co")
	f.Add(strings.Repeat("人权 ", 60), "权")
	f.Fuzz(func(t *testing.T, text, query string) {
		if !utf8.ValidString(text) {
			t.Skip("texts are UTF-8")
		}
		got, marks := Snippet(text, Fold(query))
		if !strings.Contains(text, got) || !utf8.ValidString(got) {
			t.Errorf("%q is not of %q", got, text)
		}
		if n := len(Fold(got)); n > SnippetWords {
			t.Errorf("%d words", n)
		}
		end := 0
		for _, m := range marks {
			if m.Start < end || m.End > len(got) || !utf8.ValidString(got[m.Start:m.End]) {
				t.Errorf("mark %v in %q", m, got)
			}
			end = m.End
		}
	})
}

func TestHit(t *testing.T) {
	q, err := PrepareQuery(TextQuery{Text: "quiet"})
	if err != nil {
		t.Fatal(err)
	}
	source := &Instrument{ID: "A/1"}
	p := &Paragraph{ID: "A/1#PP1", Text: "Recalling streets,", Notes: []Note{{Text: "Quiet ones."}}}
	want := Hit{Node: p, Class: TextMatch, Source: source, Snippet: "Quiet ones.", Marks: []Span{{0, 5}}}
	if diff := cmp.Diff(want, q.Hit(p, TextMatch, source), cmp.AllowUnexported(Symbol{})); diff != "" {
		t.Errorf("found in a note (-want +got):\n%s", diff)
	}
	i := &Instrument{ID: "udhr", Title: "Universal Declaration", Names: []string{"the quiet one"}}
	if got := q.Hit(i, TitleMatch, nil); got.Snippet != "the quiet one" {
		t.Errorf("snippet %q", got.Snippet)
	}
}
