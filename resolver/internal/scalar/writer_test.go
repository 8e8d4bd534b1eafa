package scalar

import (
	"bytes"
	"encoding/json"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"recital/graph"
)

// FuzzText: what is quoted is a JSON string that reads as the text; bytes that are no UTF-8 read as U+FFFD.
func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "a", `"quoted"`, "back\\slash", "\x00\x1f\n\r\t\x7f", "Straße", "人权", "😀", "\xff", "a\xc3", "\xed\xa0\x80b", "\u2028"} {
		f.Add(seed)
		f.Add("eight or " + seed + " more bytes, which are looked at together")
	}
	f.Fuzz(func(t *testing.T, text string) {
		quoted := appendQuoted(nil, text)
		if !utf8.Valid(quoted) {
			t.Fatalf("%q is quoted as %q, which is no UTF-8", text, quoted)
		}
		var got string
		if err := json.Unmarshal(quoted, &got); err != nil {
			t.Fatalf("%q is quoted as %s: %v", text, quoted, err)
		}
		want := string([]rune(text)) // a range over the text takes each wrong byte for U+FFFD
		if got != want {
			t.Errorf("%q reads as %q, want %q", text, got, want)
		}
	})
}

func TestDirect(t *testing.T) {
	for _, tc := range []struct {
		name  string
		write func(w *Writer, i int) bool
		want  string // empty: given up
	}{
		{"numbers", func(w *Writer, i int) bool { w.Int(i - 1); return w.Float(0.5) }, "-10.5,00.5"},
		{"no number", func(w *Writer, _ int) bool { return w.Float(math.NaN()) }, ""},
		{"large and small", func(w *Writer, i int) bool { return w.Float(math.Pow10(i*40 - 20)) }, "1e-20,1e+20"},
		{"objects", func(w *Writer, i int) bool {
			w.Key(0, &Field{key: `"a":`})
			w.Bool(i == 0)
			w.Key(1, &Field{key: `"b":`})
			w.Text("x")
			w.End(2)
			return true
		}, `{"a":true,"b":"x"},{"a":false,"b":"x"}`},
		{"no fields", func(w *Writer, _ int) bool { w.End(0); return true }, "{},{}"},
		{"null that may be", func(w *Writer, _ int) bool { return w.Value(MarshalDate(graph.Date{}), true) }, "null,null"},
		{"null that may not be", func(w *Writer, i int) bool { return i == 0 || w.Value(MarshalDate(graph.Date{}), false) }, ""},
		{"words", func(w *Writer, i int) bool { return i == 0 && w.Word("", true) || w.Word(`a"b`, false) }, `null,"a\"b"`},
		{"a word that may not be missing", func(w *Writer, _ int) bool { return w.Word("", false) }, ""},
		{"dates", func(w *Writer, i int) bool { return w.Date(graph.Date{Year: 2023 * i, Month: 7, Day: 14 * i}, false) }, `"0000-07-00","2023-07-14"`},
		{"no date", func(w *Writer, _ int) bool { return w.Date(graph.Date{}, true) }, "null,null"},
		{"a date that may not be missing", func(w *Writer, _ int) bool { return w.Date(graph.Date{}, false) }, ""},
		{"a scalar of another kind", func(w *Writer, _ int) bool { return w.Value(graphql.MarshalBoolean(true), false) }, "true,true"},
		{"a panic", func(*Writer, int) bool { panic("lost") }, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			entries, whole := direct(2, tc.write)
			var got bytes.Buffer
			if whole {
				entries.MarshalGQL(&got)
			}
			if got.String() != tc.want || whole != (tc.want != "") {
				t.Errorf("%q, whole: %v; want %q", &got, whole, tc.want)
			}
		})
	}
}

// TestBytesAreTheCallers: what an answer was written with is used again for the next.
func TestBytesAreTheCallers(t *testing.T) {
	first := Bytes(MarshalString(strings.Repeat("a", 100)))
	Bytes(MarshalString(strings.Repeat("b", 100)))
	if want := `"` + strings.Repeat("a", 100) + `"`; string(first) != want {
		t.Errorf("%s, want %s", first, want)
	}
}

func TestBytes(t *testing.T) {
	first := Bytes(quoted("kept until it is freed"))
	second := Bytes(quoted("another"))
	if got := string(first); got != `"kept until it is freed"` {
		t.Errorf("the first answer became %s", got)
	}
	Free(first)
	Free(second)
	if got := string(Bytes(quoted("a third"))); got != `"a third"` {
		t.Errorf("an answer in freed memory is %s", got)
	}
}
