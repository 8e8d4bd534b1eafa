package parse

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"recital/graph"
)

var update = flag.Bool("update", false, "write what is found into the goldens")

// TestParse compares what is found in the texts of testdata, one point each, with what should be.
func TestParse(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no goldens: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			parts := make(map[string]*txtar.File)
			for i := range archive.Files {
				parts[archive.Files[i].Name] = &archive.Files[i]
			}
			raw := Raw{Name: strings.TrimSpace(string(parts["name"].Data)), Text: string(parts["input"].Data)}
			document, err := Parse(raw)
			if err != nil {
				t.Fatal(err)
			}
			checkInvariants(t, raw, document)
			got, want := describe(document), string(parts["want"].Data)
			if *update {
				parts["want"].Data = []byte(got)
				if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(got, want); diff != "" {
				t.Errorf("got (-), want (+):\n%s", diff)
			}
		})
	}
}

// describe writes a document as the goldens have it.
func describe(d Document) string {
	var b strings.Builder
	h := d.Head
	fmt.Fprintf(&b, "%s %s %s %q %q\n", h.Symbol, h.Kind, h.Date, h.Title, h.Procedure)
	for _, p := range d.Paragraphs {
		fmt.Fprintf(&b, "%s %s %q\n", p.Place, p.Part, p.Text)
		for _, n := range p.Notes {
			fmt.Fprintf(&b, "\t%s @%d %q\n", n.Mark, n.At, n.Text)
		}
	}
	for _, r := range d.Remarks {
		fmt.Fprintf(&b, "remark: %s\n", r)
	}
	return b.String()
}

// checkInvariants checks what holds of every document: places are unique, orders count from 1, pieces of maps stand whole in both texts and in order,
// spans stand in the raw text, notes stand in their paragraphs, quality is from 0 to 1.
func checkInvariants(t *testing.T, raw Raw, d Document) {
	t.Helper()
	seen := make(map[graph.Place]bool)
	for i, p := range d.Paragraphs {
		if seen[p.Place] {
			t.Errorf("place %s twice", p.Place)
		}
		seen[p.Place] = true
		if p.Order != i+1 {
			t.Errorf("%s: order %d, want %d", p.Place, p.Order, i+1)
		}
		checkMap(t, raw.Text, p.Text, p.Map)
		checkSpan(t, raw.Text, p.Span)
		if len(p.Notes) != len(p.NoteMaps) {
			t.Fatalf("%s: %d notes, %d maps", p.Place, len(p.Notes), len(p.NoteMaps))
		}
		for j, n := range p.Notes {
			checkMap(t, raw.Text, n.Text, p.NoteMaps[j])
			checkSpan(t, raw.Text, n.Span)
			if n.At < 0 || n.At > len(p.Text) {
				t.Errorf("%s: note %s at %d of %d", p.Place, n.Mark, n.At, len(p.Text))
			}
		}
	}
	if d.Quality < 0 || d.Quality > 1 {
		t.Errorf("quality %v", d.Quality)
	}
}

func checkSpan(t *testing.T, raw string, s graph.Span) {
	t.Helper()
	if s.Start < 0 || s.End < s.Start || s.End > len(raw) {
		t.Errorf("span %v in a text of %d bytes", s, len(raw))
	}
}

func checkMap(t *testing.T, raw, text string, m Map) {
	t.Helper()
	at := 0
	for _, p := range m {
		if p.Text < at || p.Raw < 0 || p.Raw+max(p.Len, p.Wide) > len(raw) || p.Text+p.Len > len(text) {
			t.Fatalf("piece %+v of texts of %d and %d bytes", p, len(raw), len(text))
		}
		at = p.Text + p.Len
		if got, want := raw[p.Raw:p.Raw+p.Len], text[p.Text:p.Text+p.Len]; got != want {
			t.Errorf("piece %+v: %q in the raw text, %q in the clean", p, got, want)
		}
	}
	checkSpan(t, raw, m.Raw(graph.Span{End: len(text)}))
	if text != strings.TrimSpace(text) {
		t.Errorf("blanks around %q", text)
	}
}

// TestParseNothing checks that a text without a paragraph is an error, not an empty document.
func TestParseNothing(t *testing.T) {
	for _, text := range []string{"", "\n\f\n", "2/14", "___", "\u0085", "\u0085\n\n\u0085\u3000\n", "\u2028\u00a0"} {
		if _, err := Parse(Raw{Text: text}); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}

// TestSoftHyphens checks that spans lead back through invisible characters: the words of each citation are found in the raw text.
func TestSoftHyphens(t *testing.T) {
	raw := Raw{Text: "The Gene\u00adral Assem\u00adbly,\n\nRecal\u00adling reso\u00adlution 70/\u00ad1 and the Conven\u00ad\ntion of ES\u201110/15,\n\nDe\u00adcides to read."}
	d, err := Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	checkInvariants(t, raw, d)
	p := d.Paragraphs[0]
	if got, want := p.Text, "Recalling resolution 70/1 and the Convention of ES-10/15,"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
	for _, words := range []string{"70/1", "Convention", "ES-10/15"} {
		at := strings.Index(p.Text, words)
		s := p.Map.Raw(graph.Span{Start: at, End: at + len(words)})
		got := strings.NewReplacer("\u00ad", "", "\n", "", "\u2011", "-").Replace(raw.Text[s.Start:s.End])
		if got != words {
			t.Errorf("raw %q is %q, want %q", raw.Text[s.Start:s.End], got, words)
		}
		if back, ok := p.Map.Text(s); !ok || p.Text[back.Start:back.End] != words {
			t.Errorf("%v back is %v %v", s, back, ok)
		}
	}
}

// FuzzParse checks the invariants on any text, as plain text and as a block.
func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(archive.Files[0].Data), string(archive.Files[1].Data))
	}
	f.Add("A_RES_71_272_B.txt", "\ufeffThe General Assembly,\r\n\r\nRecalling 70/1¹²³⁴ and [x](http://y) \u00ad\u200b*,\n\n1. _a_\n____\n1 See A/1/1\n")
	f.Add("A_RES_71_272_B.txt", "\u0085\n\nThe General Assembly,\n\nRecalling \u0085\n\n\u0085\u2028\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		raw := Raw{Name: name, Text: text}
		if d, err := Parse(raw); err == nil {
			checkInvariants(t, raw, d)
		}
		raw.Blocks = []Block{{Kind: PreambleBlock, Span: graph.Span{End: len(text)}}}
		if d, err := Parse(raw); err == nil {
			checkInvariants(t, raw, d)
		}
	})
}
