package parse

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMend(t *testing.T) {
	const notes = "\n\n3 See resolution 1.\n6 Ibid.\n"
	tests := []struct{ name, text, want string }{
		{"nothing to do", "resolutions 70/1, 71/2 and 2353 (2017) of 3 May 2015", "resolutions 70/1, 71/2 and 2353 (2017) of 3 May 2015"},
		{"sessions", "resolution 7 0/1 and 20 2 0/23, 63/119, 6 4/110", "resolution 70/1 and 2020/23, 63/119, 64/110"},
		{"numbers", "70/12 5 of 1 May, 69/2 8 3, annex, 68/1 05; 72/2 6 2 A of 2017", "70/125 of 1 May, 69/283, annex, 68/105; 72/262 A of 2017"},
		{"symbols", "A/6 6/174, A/CONF.19 2/2018 and (E/201 3/2 7), S/2019/7 03.", "A/66/174, A/CONF.192/2018 and (E/2013/27), S/2019/703."},
		{"a dollar read into a symbol", "documents S$/12611 and US$/100, for $5", "documents S/12611 and US$/100, for $5"},
		{"before a year", "resolution 13 25 (2000), 235 3 (2017) and 3 0 26 A (XXVII)", "resolution 1325 (2000), 2353 (2017) and 3026 A (XXVII)"},
		{"marks of notes", "2008, 6 18/15, 6 7/34, 8/1 3 and 3 2353 (2017), 70/1 6, and" + notes, "2008, 6 18/15, 6 7/34, 8/1 3 and 3 2353 (2017), 70/1 6, and" + notes},
		{"numbers that are two", "70/1 25 September, 70/1 25 per cent, 1/2 3, 70/1 71/2", "70/1 25 September, 70/1 25 per cent, 1/2 3, 70/1 71/2"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { wantMended(t, test.text, test.want) })
	}
}

func wantMended(t *testing.T, text, want string) {
	t.Helper()
	got, back := mend(Raw{Text: text})
	if diff := cmp.Diff(got.Text, want); diff != "" {
		t.Errorf("(-got +want):\n%s", diff)
	}
	if changed := back != nil; changed != (text != want) {
		t.Errorf("a map back: %t", changed)
	}
	for _, p := range back {
		if p.Wide == 0 && text[p.Raw:p.Raw+p.Len] != got.Text[p.Text:p.Text+p.Len] {
			t.Errorf("piece %+v is not the same in both texts", p)
		}
	}
}

func TestMendWords(t *testing.T) {
	const signs = "\n\nThe s ecretary of t he Assembly is ask ed to see to i t that w ords are whole and that the words of a text are words."
	const mended = "\n\nThe s ecretary of the Assembly is ask ed to see to it that words are whole and that the words of a text are words."
	tests := []struct{ name, text, want string }{
		{"cut", "the resolut ion of the Gen eral Ass embly of 3 Dec ember", "the resolution of the General Assembly of 3 December"},
		{"glued", "itsresolutions70/125of19 December2015 and the GeneralAssembly (seeA/70/1)", "its resolutions 70/125 of 19 December 2015 and the General Assembly (see A/70/1)"},
		{"names", "the Addis Ababa and Mayday rules", "the Addis Ababa and Mayday rules"},
		{"two words", "in form of a note on the general rights of all as well, the 3rd and 21st", "in form of a note on the general rights of all as well, the 3rd and 21st"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { wantMended(t, test.text+signs, test.want+mended) })
	}
	t.Run("no scanner's text", func(t *testing.T) {
		wantMended(t, "the resolut ion of the Assembly", "the resolut ion of the Assembly")
	})
}
