package parse

import (
	"slices"
	"testing"

	"recital/graph"
)

// TestHeldOn checks which day a statement bears: that of its meeting, whatever day the format or the head prints.
func TestHeldOn(t *testing.T) {
	printed := graph.Date{Year: 2041, Month: 2, Day: 17}
	const symbol = "S/PRST/2040/3\n\n"
	for _, test := range []struct{ name, text, want string }{
		{
			"printed again a year later", symbol + "At the 9999th meeting of the Security Council, held on 4 May 2040, in connection with its agenda, " +
				"the President of the Security Council made the following statement on behalf of the Council:\n\n“The Security Council decides to wait.”",
			"2040-05-04",
		},
		{
			"a day of another year than the symbol", symbol + "At the 9999th meeting of the Security Council, held on 4 May 2004, the President of the Security " +
				"Council made the following statement on behalf of the Council:\n\n“The Security Council decides to wait.”",
			"2041-02-17",
		},
		{
			"no meeting", symbol + "On 4 May 2040, the President of the Security Council issued the following statement on behalf of the Council:\n\n" +
				"“The Security Council recalls the meeting of the Council held on 6 May 2039.”",
			"2041-02-17",
		},
		{
			"a resolution that speaks of a meeting", "S/RES/2999 (2040)\n\nThe Security Council,\n\nRecalling the 9999th meeting of the Security Council, held on 4 May 2040,\n\n" +
				"1. Decides to wait.",
			"2041-02-17",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, err := Parse(Raw{Text: test.text, Head: Head{Date: printed}})
			if err != nil {
				t.Fatal(err)
			}
			if got := d.Head.Date.String(); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// TestAnnexedResolution checks that a resolution of another body in an annex is part of the text, and one that only follows is a neighbour's.
func TestAnnexedResolution(t *testing.T) {
	const head = "Resolution adopted by the Economic and Social Council on 25 July 2040\n\n2040/11. Ratifying rivers\n\nThe Economic and Social Council,\n\n" +
		"Noting the adoption of resolution 96/6 by the Commission,\n\nEndorses the actions requested in it.\n\n44th plenary meeting\n\n25 July 2040\n\n"
	const other = "Resolution 96/6\n\nRatifying rivers\n\nThe Economic and Social Commission for Asia and the Pacific,\n\nRecalling the 2030 Agenda for Sustainable Development,\n\n" +
		"1. Decides to read the road map again."
	for _, test := range []struct {
		name, text string
		annexed    bool
	}{
		{"an annex", head + "Annex\n\n" + other, true},
		{"annex I", head + "Annex I\n\n" + other, true},
		{"a neighbour", head + other, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			d, err := Parse(Raw{Name: "E_RES_2040_11.txt", Text: test.text})
			if err != nil {
				t.Fatal(err)
			}
			got := slices.ContainsFunc(d.Paragraphs, func(p Paragraph) bool { return p.Text == "Recalling the 2030 Agenda for Sustainable Development," })
			if got != test.annexed {
				t.Errorf("annexed text kept: %v, want %v", got, test.annexed)
			}
		})
	}
}
