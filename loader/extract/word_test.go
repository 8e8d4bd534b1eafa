package extract

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// Words are read eight letters at once; this reads them letter by letter.
func TestWordsAreThoseReadLetterByLetter(t *testing.T) {
	x := testExtractor(t)
	l := x.lexicon
	parts := []string{
		"the", "Recalling", "resolution", "intergovernmental", "Office", "Ünited", "résolution", "naïve", "A", "HRC", "peoplelongerthananyword", "zz@", "z[", "`a", "{a",
		" ", " ", " ", ", ", "-", "’s ", "'s", "/", "53", ".", "(", "\u00ad", "\u00a0", "\xff", "—",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(parts[random.IntN(len(parts))])
		}
		text := b.String()
		for _, w := range l.words(text, nil) {
			printed := text[w.start:w.end]
			first := []rune(printed)[0]
			if !unicode.IsLetter(first) {
				continue
			}
			if next := text[w.end:]; next != "" && byteClass[next[0]] == letterByte {
				t.Errorf("%q: the word %q ends before a letter", text, printed)
			}
			if want := l.ids[lower(printed)]; w.id != want {
				t.Errorf("%q: the word %q has id %d, want %d", text, printed, w.id, want)
			}
			if w.capital != unicode.IsUpper(first) {
				t.Errorf("%q: the word %q: capital %v", text, printed, w.capital)
			}
		}
	}
}

func TestLettersOf(t *testing.T) {
	tests := []struct {
		name, text string
		letters    int
	}{
		{"all letters", "Assembly", 8},
		{"a blank", "the Offi", 3},
		{"a mark at once", "(the Off", 0},
		{"the neighbours of the letters", "aZ@bcdef", 2},
		{"the bracket after Z", "zZ[bcdef", 2},
		{"the quote before a", "AZ`bcdef", 2},
		{"the brace after z", "az{bcdef", 2},
		{"a wide letter", "abcé...", 3},
		{"a byte of 0xff", "ab\xffcdefg", 2},
		{"a zero", "a\x00bcdefg", 1},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			n, folded := lettersOf(eight(test.text))
			if n != test.letters {
				t.Fatalf("%d letters, want %d", n, test.letters)
			}
			var got []byte
			for ; folded != 0; folded >>= 8 {
				got = append(got, byte(folded))
			}
			if diff := cmp.Diff(lower(test.text[:n]), string(got)); diff != "" {
				t.Errorf("folded (-want +got):\n%s", diff)
			}
		})
	}
}

// What openers deny is not looked for: they may allow too much, never too little.
func TestOpenersAllowEveryPhrase(t *testing.T) {
	l := newLexicon()
	set, quiet := newPhrases(l), newNameSet(l)
	for _, p := range []string{"[the ](High Commissioner|Office)", "states", "Members of the Council", "rights of the child$"} {
		if err := set.add(p, 1); err != nil {
			t.Fatal(err)
		}
	}
	for value, name := range []string{"Agenda 21", "Convention, Optional Protocol", "2030 Agenda"} {
		quiet.add(name, value)
	}
	closing := make([]bool, len(l.names))
	set.compile(closing, false)
	quiet.compile(nil, true)
	for _, text := range []string{"the High Commissioner", "Office", "The Office", "states", "States", "Members of the Council", "rights of the child"} {
		words := l.words(text, nil)
		if _, end := set.longest(words, 0, nil); end != len(words) {
			t.Errorf("%q is not found", text)
		}
	}
	for _, text := range []string{"Agenda 21", "Convention Optional Protocol", "Convention, “Optional Protocol", "2030 Agenda"} {
		words := l.words(text, nil)
		if value, end := quiet.longest(text, words, 0); value < 0 || end != len(words) {
			t.Errorf("%q is not found", text)
		}
	}
	for _, text := range []string{"members of the Council", "convention Optional Protocol", "office"} {
		words := l.words(text, nil)
		if words[0].opens != 0 {
			t.Errorf("%q: opens %b without its capital", text, words[0].opens)
		}
	}
}
