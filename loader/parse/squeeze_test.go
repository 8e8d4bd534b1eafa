package parse

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
)

func TestSqueeze(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"nothing to do", "resolution 70/1 (see A/70/1) and [sic]", "resolution 70/1 (see A/70/1) and [sic]"},
		{"invisible characters", "reso\u00adlution 7\u200b0/\u20601", "resolution 70/1"},
		{"a byte-order mark stays", "\ufeffA/70/1", "\ufeffA/70/1"},
		{"a line end behind a soft hyphen", "reso\u00ad\nlution", "resolution"},
		{"strokes that look like one", "70\u22151, 70\u20441 and 70 \uff0f 1", "70/1, 70/1 and 70/1"},
		{"letters and digits of full width", "Ａ/RES/７０/1 （2015）", "A/RES/70/1 (2015)"},
		{"Chinese punctuation stays", "決議（全文）", "決議（全文）"},
		{"Cyrillic twins", "\u0410/RES/70/1", "A/RES/70/1"},
		{"blanks around the stroke of a number", "70 / 1, 70/ 1 and 70 /1", "70/1, 70/1 and 70/1"},
		{"blanks within a symbol", "A / RES / 70 / 1/ Add.1", "A/RES/70/1/Add.1"},
		{"words keep their blanks", "and / or, Mali / Niger, 1 / see", "and / or, Mali / Niger, 1 / see"},
		{"the number of a note keeps its blank", "1/ A/70/1", "1/ A/70/1"},
		{"letters that are digits", "7O/l25 and l325 (20l5)", "70/125 and 1325 (2015)"},
		{"letters that are digits in symbols", "A/217O, S/20l7/1, A/62/PV.l20, A/74/7/Add.2O and S-lO/2", "A/2170, S/2017/1, A/62/PV.120, A/74/7/Add.20 and S-10/2"},
		{"letters that are letters", "A/C.1/70/L.1, I/O, WG.1/Oslo and 3/L", "A/C.1/70/L.1, I/O, WG.1/Oslo and 3/L"},
		{"letters that are digits in sessions", "22O0 A (XXI), 70/l. and A/70/1/Corr.l", "2200 A (XXI), 70/1. and A/70/1/Corr.1"},
		{"line ends around a stroke", "70 /\n1 and 70\n/1", "70/\n1 and 70/1"},
		{"entities", "resolution&nbsp;70/1 &amp;ldquo;on &#233;lan&rdquo; R&D; &c.", "resolution 70/1 “on élan” R&D; &c."},
		{"tags", "<p><i>Recalling</i> 70/1<br>of 2015,<sup>12</sup> a < b</p>", "\n\nRecalling 70/1\nof 2015,¹² a < b\n\n"},
		{"a link", "see [resolution 70/1](https://undocs.org/S/RES/1325(2000)) and", "see resolution 70/1 and"},
		{"a link to a place of one's own site", "[S\\-1/2](/en/A/RES/S-1/2 \"open\")", "S-1/2"},
		{"a link by reference", "[70/1][ref-1]\n\n[ref-1]: https://undocs.org/A/RES/70/1\n", "70/1\n\n\n"},
		{"brackets that are no link", "[on the report (A/70/1)] (see below)", "[on the report (A/70/1)] (see below)"},
		{"marks of notes", "Rights[7] and70,[^8] of[9](#fn9) it\\[10\\]", "Rights⁷ and70,⁸ of⁹ it¹⁰"},
		{"notes", "[7] See\n[^8]: See\n", "⁷ See\n⁸ See\n"},
		{"brackets that are no marks", "A/RES/[3]/1, [2015] and [7]th", "A/RES/[3]/1, [2015] and [7]th"},
		{"escapes, headings, quotations", "# 70/1\\. On\n> 1\\. Asks \\(a\\)", "70/1. On\n1. Asks (a)"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, back := squeeze(Raw{Text: test.text})
			if diff := cmp.Diff(got.Text, test.want); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
			if changed := back != nil; changed != (test.text != test.want) {
				t.Errorf("a map back: %t", changed)
			}
			for _, p := range back {
				if p.Wide == 0 && test.text[p.Raw:p.Raw+p.Len] != got.Text[p.Text:p.Text+p.Len] {
					t.Errorf("piece %+v is not the same in both texts", p)
				}
			}
		})
	}
}

func TestSqueezedWordsLeadBack(t *testing.T) {
	raw := Raw{Text: "The General Assembly,\n\nRecalling its [resolution&nbsp;7\u200b0 / 1](https://undocs.org/A/RES/70/1) &ldquo;on seas&rdquo;,\n\n1. Decides.\n"}
	document, err := Parse(raw)
	if err != nil {
		t.Fatal(err)
	}
	checkInvariants(t, raw, document)
	p := document.Paragraphs[0]
	if want := "Recalling its resolution 70/1 “on seas”,"; p.Text != want {
		t.Fatalf("got %q, want %q", p.Text, want)
	}
	for words, want := range map[graph.Span]string{
		{Start: 14, End: 29}: "resolution&nbsp;7\u200b0 / 1",
		{Start: 30, End: 35}: "&ldquo;on",
	} {
		if s := p.Map.Raw(words); raw.Text[s.Start:s.End] != want {
			t.Errorf("%q stands on %q, want %q", p.Text[words.Start:words.End], raw.Text[s.Start:s.End], want)
		}
	}
}
