package resolver_test

import (
	"testing"

	"recital/resolver"
)

// TestVariableErrorsSayWhich variable is wrong: clients print the message alone.
func TestVariableErrorsSayWhich(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, tc := range []struct {
		name, query string
		variables   map[string]any
		want        string
	}{
		{"left out", `query($id: ID!) { node(id: $id) { id } }`, nil, `variable $id: must be defined; $id is of type ID!`},
		{"null", `query($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": nil}, `variable $id: cannot be null; $id is of type ID!`},
		{
			"of another type", `query($n: Int) { instruments(first: $n) { nodes { id } } }`,
			map[string]any{"n": "x"},
			`variable $n: cannot use string as Int; $n is of type Int`,
		},
		{
			"an unknown field", `query($f: InstrumentFilter) { instruments(filter: $f) { totalCount } }`,
			map[string]any{"f": map[string]any{"colour": 1}},
			`variable $f.colour: unknown field; $f is of type InstrumentFilter`,
		},
		{
			"deep inside", `query($f: InstrumentFilter) { instruments(filter: $f) { totalCount } }`,
			map[string]any{"f": map[string]any{"kinds": []string{"TREATY", "LAW"}}},
			`variable $f.kinds[1]: LAW is not a valid InstrumentKind; $f is of type InstrumentFilter`,
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := post(t, handler, tc.query, tc.variables)
			if len(a.Errors) != 1 || a.Errors[0].Message != tc.want || a.code() != "BAD_INPUT" || a.Errors[0].Path != nil {
				t.Errorf("got %s, want %q", a.body, tc.want)
			}
		})
	}
}
