package resolver_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"recital/resolver"
)

// TestMandatesByState compares what the filter lets through with what each mandate says of itself: on the whole graph, and on days of which
// the first comes before all texts that were adopted later than those that ask.
func TestMandatesByState(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for day, want := range map[any]int{nil: 3, "2033-07-14": 1, "2034-01-01": 3, "2099-01-01": 3} { // of the fixture's
		t.Run(fmt.Sprint(day), func(t *testing.T) {
			if seen := mandatesByState(t, handler, day); seen != want {
				t.Errorf("the states share out %d mandates, want %d", seen, want)
			}
		})
	}
}

// mandatesByState returns how many mandates there are in all states on a day.
func mandatesByState(t *testing.T, handler http.Handler, day any) (seen int) {
	for _, state := range []string{"ANSWERED", "OVERDUE", "PENDING", "UNDATED"} {
		a := post(t, handler, `query ($states: [MandateState!], $day: Date) {
			mandates(filter: {states: $states, asOf: $day}) { totalCount nodes { state(asOf: $day) } }
		}`, map[string]any{"states": []string{state}, "day": day})
		var got struct {
			Mandates struct {
				TotalCount int
				Nodes      []struct{ State string }
			}
		}
		if err := json.Unmarshal(a.Data, &got); err != nil {
			t.Fatalf("%v: %s", err, a.body)
		}
		if got.Mandates.TotalCount != len(got.Mandates.Nodes) {
			t.Errorf("%s: %d counted, %d listed", state, got.Mandates.TotalCount, len(got.Mandates.Nodes))
		}
		for _, m := range got.Mandates.Nodes {
			if m.State != state {
				t.Errorf("the filter for %s lets one through that is %s", state, m.State)
			}
		}
		seen += got.Mandates.TotalCount
	}
	return seen
}
