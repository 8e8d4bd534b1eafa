package extract

import (
	"fmt"
	"strings"
	"testing"

	"recital/graph"
)

// TestAlternatives: a resolved citation says what else it may mean where its words leave that open, and only there.
func TestAlternatives(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		name string
		body graph.Body
		text string
		want string // of the last citation: its target, then what it may mean instead
	}{
		{"its own organ's", "", "Recalling its resolution 48/4,", "A/HRC/RES/48/4 A/RES/48/4"},
		{"organ named", "", "Recalling Human Rights Council resolution 48/4,", "A/HRC/RES/48/4"},
		{"in a list of an organ's", "", "Recalling Human Rights Council resolutions 47/16 and 48/4,", "A/HRC/RES/48/4"},
		{"organ named before", "", "Recalling Human Rights Council resolution 48/4, and heeding resolution 48/4,", "A/HRC/RES/48/4"},
		{"day of a session", "", "Recalling resolution 48/4 of 7 October 2021,", "A/HRC/RES/48/4"},
		{"number of one organ", "", "Recalling resolution 75/316,", "A/RES/75/316"},
		{"another organ is not named", graph.GeneralAssembly, "Recalling its resolution 48/4,", "A/RES/48/4"},
		{"another organ is named", graph.GeneralAssembly, "Noting the work of the Human Rights Council, recalling resolution 48/4,", "A/RES/48/4 A/HRC/RES/48/4"},
		{"symbol", "", "Recalling A/HRC/RES/48/4,", "A/HRC/RES/48/4"},
		{
			"short name of two", "", "Recalling the Convention on the Rights of the Child and the Convention on the Rights of Persons with Disabilities, " +
				"the Convention obliges States,", "crpd crc",
		},
		{"short name of one", "", "Recalling the Convention on the Rights of the Child, the Convention obliges States,", "crc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := x.Extract(inputOf(form{body: c.body, text: c.text})).Citations
			if len(all) == 0 {
				t.Fatal("no citation")
			}
			last := all[len(all)-1]
			got, rest := []string{string(last.Target)}, 1-last.Confidence
			for _, other := range last.Candidates {
				got = append(got, string(other.Target))
				rest -= other.Confidence
			}
			if got := strings.Join(got, " "); got != c.want || last.Status != graph.Resolved {
				t.Errorf("got %s %s, want %s", last.Status, got, c.want)
			}
			if rest < 0 {
				t.Errorf("all together are surer than sure: %s", fmt.Sprint(last.Confidence, last.Candidates))
			}
		})
	}
}
