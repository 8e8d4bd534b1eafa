package graph

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFold(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"case", "Human RIGHTS", "human rights"},
		{"signs separate", "A/HRC/RES/53/29#PP6", "a hrc res 53 29 pp6"},
		{"apostrophe separates", "peoples’ women's", "peoples women s"},
		{"hyphen separates", "follow-up", "follow up"},
		{"accents", "Côte d’Ivoire, São Tomé, Türkiye, Łódź", "cote d ivoire sao tome turkiye lodz"},
		{"combining accents", "Co\u0302te", "cote"},
		{"ligatures", "Œuvre, cæsura, Straße, ﬁnal", "oeuvre caesura strasse final"},
		{"Turkish dotted capital", "İstanbul", "istanbul"},
		{"Vietnamese", "Việt Nam", "viet nam"},
		{"soft hyphen", "digi\u00adtal", "digital"},
		{"Cyrillic", "Ещё Йод", "еще иод"},
		{"Greek with final sigma", "Λόγος", "λογοσ"},
		{"Arabic without its signs", "أَحْمَد", "احمد"},
		{"Arabic digits", "٥٣/٢٩", "53 29"},
		{"each Chinese character", "人权理事会 53", "人 权 理 事 会 53"},
		{"mixed with Latin", "第A1条", "第 a1 条"},
		{"superscript is no digit", "2030³", "2030"},
		{"nothing", "— …!", ""},
		{"broken UTF-8", "a\xffb", "a b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := FoldText(test.in); got != test.want {
				t.Errorf("FoldText(%q) = %q, want %q", test.in, got, test.want)
			}
			if diff := cmp.Diff(strings.Fields(test.want), Fold(test.in), cmp.Transformer("nil", func(s []string) []string {
				return append([]string{}, s...)
			})); diff != "" {
				t.Errorf("Fold(%q) (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

// FuzzFold: folding what was folded changes nothing; words are where they are said to be, in order.
func FuzzFold(f *testing.F) {
	for _, seed := range []string{"Côte d’Ivoire", "人权 53/29", "e\u0301\u0301", "\xff", "ǅ İ ﬃ"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := FoldText(s)
		if again := FoldText(folded); again != folded {
			t.Errorf("folded twice %q is %q, once %q", s, again, folded)
		}
		end := 0
		eachWord(s, func(word []byte, at Span) bool {
			if at.Start < end || at.End <= at.Start || at.End > len(s) {
				t.Errorf("word %q of %q at %v", word, s, at)
			}
			if !utf8.Valid(word) {
				t.Errorf("word %q of %q is not UTF-8", word, s)
			}
			end = at.End
			return true
		})
	})
}

func BenchmarkFoldText(b *testing.B) {
	text := strings.Repeat("Reaffirming the Universal Declaration of Human Rights, and recalling its resolution 53/29, ", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		FoldText(text)
	}
}
