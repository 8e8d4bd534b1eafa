package parse

import (
	"testing"

	"recital/graph"
)

func TestLongest(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"all of it", "its resolution 40/257 A to C of 18 December 1985,", "40/257 A to C"},
		{"a number without its parts", "its resolution [40/257](https://undocs.org/A/RES/40/257) A to C of 18 December 1985,", "40/257"},
	} {
		t.Run(c.name, func(t *testing.T) {
			raw := Raw{Text: "The General Assembly,\n\nRecalling " + c.raw + "\n\n1. Decides.\n"}
			document, err := Parse(raw)
			if err != nil {
				t.Fatal(err)
			}
			p := document.Paragraphs[0]
			const words = "Recalling its resolution "
			s := p.Map.Raw(p.Map.Longest(raw.Text, graph.Span{Start: len(words), End: len(words) + len("40/257 A to C")}))
			if got := raw.Text[s.Start:s.End]; got != c.want {
				t.Errorf("%q of %q, want %q", got, p.Text, c.want)
			}
		})
	}
}
