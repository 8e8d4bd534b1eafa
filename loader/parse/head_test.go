package parse

import (
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
