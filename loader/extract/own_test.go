package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
)

// The document is A/HRC/RES/58/9 of 3 April 2025.
func TestMentionsOfItself(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		name, text string
		part       graph.Part
		want       string
	}{
		{"in the text it recommends", "“Taking note of Human Rights Council resolution 58/9 of 3 April 2025,", graph.Preamble, "A/HRC/RES/58/9"},
		{"in an annex", "The fund established by the Council in its resolution 58/9 is open to all States.", graph.Annexed, "A/HRC/RES/58/9"},
		{"in a list", "a report on the implementation of Council resolutions 55/2 and 58/9;", graph.Operative, "A/HRC/RES/55/2 A/HRC/RES/58/9"},
		{"heading of an annex", "Annex to Human Rights Council resolution 58/9", graph.Heading, ""},
		{"line of a page", "Resolution 58/9 The situation of lighthouses", graph.Operative, ""},
		{"number of a page", "58/9 The situation of lighthouses", graph.Operative, ""},
		{"symbol of a page", "of the lighthouse A/HRC/RES/58/9 keepers", graph.Operative, ""},
		{"the present resolution", "the implementation of the present resolution", graph.Operative, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := inputOf(form{text: c.text})
			in.Paragraphs[0].Part = c.part
			in.Instrument.ID, in.Instrument.Symbol = "A/HRC/RES/58/9", graph.MustParseSymbol("A/HRC/RES/58/9")
			if diff := cmp.Diff(targets(x.Extract(in).Citations), c.want); diff != "" {
				t.Errorf("(-got +want)\n%s", diff)
			}
		})
	}
}
