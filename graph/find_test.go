package graph

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFind(t *testing.T) {
	g := newCiteGraph("A/HRC/RES/5/1>x A/HRC/RES/53/29>udhr A/RES/53/29>udhr A/RES/70/1>udhr A/RES/217(III)A>x A/77/895>x S/RES/1325(2000)>x")
	g.aliases["A/RES/217(III)"] = "udhr"
	g.aliases["S/2023/363"] = "A/77/895"
	g.instruments["udhr"].Title = "Universal Declaration of Human Rights"
	g.instruments["udhr"].Names = []string{"Universal Declaration"}
	tests := []struct{ name, in, want string }{
		{"id", "udhr", "udhr"},
		{"symbol", "A/HRC/RES/53/29", "A/HRC/RES/53/29"},
		{"symbol in small letters", "a/hrc/res/53/29", "A/HRC/RES/53/29"},
		{"symbol of a named instrument", "A/RES/217 (III)", "udhr"},
		{"in words", "HRC 53/29", "A/HRC/RES/53/29"},
		{"several", "53/29", "A/HRC/RES/53/29 A/RES/53/29"},
		{"of several the one that is there", "70/1", "A/RES/70/1"},
		{"lettered", "resolution 217 A (III)", "A/RES/217(III)A"},
		{"lettered, where the whole is known", "General Assembly resolution 217 B (III)", "udhr"},
		{"joint, by its second half", "A/78/1-S/2023/363", "A/77/895"},
		{"name", "universal declaration", "udhr"},
		{"title", "Universal Declaration of Human Rights", "udhr"},
		{"two in a list", "HRC 53/29, GA 70/1", "A/HRC/RES/53/29 A/RES/70/1"},
		{"with a year", "A/HRC/RES/53/29 (2023)", "A/HRC/RES/53/29"},
		{"with a paragraph", "A/HRC/RES/53/29 para 4", "A/HRC/RES/53/29"},
		{"with a paragraph's place", "A/HRC/RES/53/29 PP6", "A/HRC/RES/53/29"},
		{"a paragraph by its sign", "G.A. Res. 70/1, ¶ 5", "A/RES/70/1"},
		{"initials with dots", "H.R.C. Res. 53/29", "A/HRC/RES/53/29"},
		{"as British lawyers cite", "UNGA Res 217 A (III) (10 December 1948)", "A/RES/217(III)A"},
		{"with the document", "UNGA Res 70/1 (25 September 2015) UN Doc A/RES/70/1", "A/RES/70/1"},
		{"as American lawyers cite", "Human Rights Council, U.N. Doc. A/HRC/RES/53/29 (July 14, 2023)", "A/HRC/RES/53/29"},
		{"a file", "A_HRC_RES_53_29.pdf", "A/HRC/RES/53/29"},
		{"a file in a language", "A_HRC_RES_53_29-EN.docx", "A/HRC/RES/53/29"},
		{"wide letters", "ＨＲＣ 53/29", "A/HRC/RES/53/29"},
		{"a year that is the number's", "resolution 1325 (2001)", ""},
		{"words with an article", "the rights of article 17", ""},
		{"nothing known", "54/21", ""},
		{"no symbol", "the right to privacy", ""},
		{"nothing", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			found, err := Find(t.Context(), g, test.in)
			if (test.want == "") != errors.Is(err, ErrNotFound) {
				t.Fatalf("error %v", err)
			}
			var ids []string
			for _, i := range found {
				ids = append(ids, string(i.ID))
			}
			if diff := cmp.Diff(test.want, strings.Join(ids, " ")); diff != "" {
				t.Errorf("Find(%q) (-want +got):\n%s", test.in, diff)
			}
		})
	}
}

func TestSure(t *testing.T) {
	cited := &Instrument{ID: "CRC/C/GC/16"}
	resolution := &Instrument{ID: "A/RES/53/29"}
	held := &Instrument{ID: "CRC/C/GC/16", Held: true}
	tests := []struct {
		name, text string
		found      []*Instrument
		want       *Instrument
	}{
		{"one resolution", "53/29", []*Instrument{resolution}, resolution},
		{"several", "53/29", []*Instrument{{ID: "A/RES/53/29"}, {ID: "A/HRC/RES/53/29"}}, nil},
		{"none", "53/29", nil, nil},
		{"a comment of some committee", "general comment 16", []*Instrument{cited}, nil},
		{"one that is held", "general comment 16", []*Instrument{held}, held},
		{"with its committee", "CRC general comment 16", []*Instrument{cited}, cited},
		{"its symbol", "CRC/C/GC/16", []*Instrument{cited}, cited},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := Sure(test.text, test.found); got != test.want {
				t.Errorf("Sure(%q) = %v, want %v", test.text, got, test.want)
			}
		})
	}
}
