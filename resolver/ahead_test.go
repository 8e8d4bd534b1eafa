package resolver_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recital/resolver"
)

// TestNodeWithItsLinksIsOneCall asks for an instrument with a page of its links, and compares the answer with that to the same question
// with an empty filter, which is read in two calls.
func TestNodeWithItsLinksIsOneCall(t *testing.T) {
	store := &countingReader{Reader: fixture(t)}
	handler := serve(t, resolver.Options{Reader: store, RevisionAge: time.Hour, AnswerBytes: -1})
	const ask = `query ($id: ID!, $list: Boolean = true DECLARED) {
		node(id: $id) { id label ...on Instrument { title citesCount LIST @include(if: $list) { totalCount nodes { target { id } } pageInfo { hasNextPage startCursor } } } } }`
	document := func(list string) string {
		declared := ""
		if strings.Contains(list, "$n") {
			declared = ", $n: Int, $after: Cursor"
		}
		return strings.NewReplacer("DECLARED", declared, "LIST", list).Replace(ask)
	}
	for _, tc := range []struct {
		name, list string
		variables  map[string]any
		calls      int
	}{
		{"citations", "cites", map[string]any{"id": "A/HRC/RES/90/3"}, 1},
		{"a page of them", "cites(first: 2)", map[string]any{"id": "A/HRC/RES/90/3"}, 1},
		{"by variables", "cites(first: $n, after: $after)", map[string]any{"id": "A/HRC/RES/90/3", "n": 1}, 1},
		{"from the end", "restsOn(last: 2)", map[string]any{"id": "A/HRC/RES/90/3"}, 1},
		{"an empty page", "cites(first: 0)", map[string]any{"id": "A/HRC/RES/90/3"}, 1},
		{"by an alias", "cites", map[string]any{"id": "A/HRC/90/L.27/Rev.1"}, 3},
		{"of what is not held", "cites", map[string]any{"id": "iccpr"}, 2},
		{"of a paragraph", "cites", map[string]any{"id": "A/HRC/RES/90/3#PP1"}, 1},
		{"of nothing", "cites", map[string]any{"id": "nothing"}, 1},
		{"a list that is left out", "cites", map[string]any{"id": "A/HRC/RES/90/3", "list": false}, 1},
		{"from both ends", "cites(first: 1, last: 1)", map[string]any{"id": "A/HRC/RES/90/3"}, 1},
	} {
		t.Run(tc.name, func(t *testing.T) {
			store.reset()
			got := post(t, handler, document(tc.list), tc.variables)
			if n := store.total(); n != tc.calls {
				t.Errorf("%d calls to the store, want %d: %v", n, tc.calls, store.calls)
			}
			filtered := strings.Replace(tc.list, "(", "(filter: {}, ", 1)
			if filtered == tc.list {
				filtered += "(filter: {})"
			}
			want := post(t, handler, document(filtered), tc.variables)
			if diff := cmp.Diff(string(want.body), string(got.body)); diff != "" {
				t.Errorf("read ahead it is another answer (-want +got):\n%s", diff)
			}
		})
	}
}

// TestInstrumentWithItsLinksIsOneCall asks by a symbol, in its own form and in another.
func TestInstrumentWithItsLinksIsOneCall(t *testing.T) {
	store := &countingReader{Reader: fixture(t)}
	handler := serve(t, resolver.Options{Reader: store, RevisionAge: time.Hour, AnswerBytes: -1})
	var first string
	for _, tc := range []struct {
		symbol string
		calls  int
	}{{"A/HRC/RES/90/3", 1}, {"HRC 90/3", 2}} {
		for _, field := range []string{"resolution", "instrument"} {
			store.reset()
			a := post(t, handler, `query ($s: String!) { `+field+`(symbol: $s) { id title cites(first: 2) { nodes { target { id } } } } }`,
				map[string]any{"s": tc.symbol})
			if n := store.total(); n != tc.calls {
				t.Errorf("%s %s: %d calls to the store, want %d: %v", field, tc.symbol, n, tc.calls, store.calls)
			}
			answer := strings.Replace(string(a.body), field, "it", 1)
			if first == "" {
				first = answer
			}
			if diff := cmp.Diff(first, answer); diff != "" {
				t.Errorf("%s %s (-first +this):\n%s", field, tc.symbol, diff)
			}
		}
	}
}
