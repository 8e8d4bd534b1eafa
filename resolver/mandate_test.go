package resolver_test

import (
	"encoding/json"
	"testing"

	"recital/resolver"
)

// TestMandatesByState compares what the filter lets through with what each mandate says of itself.
func TestMandatesByState(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	seen := 0
	for _, state := range []string{"ANSWERED", "OVERDUE", "PENDING", "UNDATED"} {
		a := post(t, handler, `query ($states: [MandateState!]) { mandates(filter: {states: $states}) { totalCount nodes { state } } }`,
			map[string]any{"states": []string{state}})
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
	if seen != 3 {
		t.Errorf("the states share out %d mandates, the fixture has 3", seen)
	}
}
