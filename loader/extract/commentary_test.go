package extract

import (
	"testing"

	"recital/graph"
)

// A quotation stands beside the text that it is from: when that one is not held, like words of another are no alteration.
func TestQuotationsOfATextNotHeld(t *testing.T) {
	const held, other = "A/HRC/RES/40/91", "A/HRC/RES/40/92"
	text := "Resolution 40/92 speaks of “lakes that are deep and cold and very still”. Resolution 40/91 has “lakes that are deep and cold and quite clear”."
	in := Input{
		Instrument: graph.Instrument{ID: "text:note", Kind: graph.Commentary},
		Paragraphs: []graph.Paragraph{{ID: "text:note#P1", Place: "P1", Text: text}},
	}
	cites := func(id graph.ID, at int) Citation {
		return Citation{
			Where: Where{Note: -1, Words: graph.Span{Start: at, End: at + 16}}, Status: graph.Resolved, Target: id, Kind: graph.Resolution,
		}
	}
	citations := []Citation{cites(other, 0), cites(held, 76)}
	for _, tt := range []struct {
		name  string
		cited []graph.ID
		want  []Verdict
	}{
		{"one of two", []graph.ID{held}, []Verdict{NotHeld, Altered}},
		{"both", []graph.ID{held, other}, []Verdict{Altered, Altered}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var cited []Cited
			for _, id := range tt.cited {
				cited = append(cited, Cited{
					Instrument: graph.Instrument{ID: id, Kind: graph.Resolution, Held: true},
					Paragraphs: []graph.Paragraph{{Place: "OP1", Text: "Notes lakes that are deep and cold and very clear;"}},
				})
			}
			got := ReviewCommentary(in, citations, cited).Quotations
			if len(got) != len(tt.want) {
				t.Fatalf("got %d quotations, want %d", len(got), len(tt.want))
			}
			for i, want := range tt.want {
				if got[i].Verdict != want {
					t.Errorf("quotation %q: got %s, want %s", got[i].Text, got[i].Verdict, want)
				}
			}
		})
	}
}
