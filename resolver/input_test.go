package resolver_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"recital/graph/embedded"
	"recital/resolver"
)

func TestInputErrors(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	const vars = `query Q($n: Int, $d: Date, $c: Cursor, $i: [ID!]!, $b: Body) `
	for _, tc := range []struct {
		name, query string
		variables   map[string]any
		want        string
	}{
		{"a number beyond 64 bits", `{instruments(first: 99999999999999999999){nodes{id}}}`, nil, "VALIDATION_FAILED"},
		{"a number beyond a page", `{instruments(first: 2147483648){nodes{id}}}`, nil, "PAGE_TOO_LARGE"},
		{"below zero", `{instruments(last: -1){nodes{id}}}`, nil, "BAD_PAGE"},
		{"both ends", `{instruments(first: 1, last: 1){nodes{id}}}`, nil, "BAD_PAGE"},
		{"a fraction", `{instruments(first: 1.5){nodes{id}}}`, nil, "VALIDATION_FAILED"},
		{"after from the end", `{instruments(last: 1, after: "FAcx"){nodes{id}}}`, nil, "BAD_PAGE"},
		{"before from the start", `{instruments(first: 1, before: "FAcx"){nodes{id}}}`, nil, "BAD_PAGE"},
		{"between two cursors", `{instruments(after: "FAcx", before: "FAcx"){nodes{id}}}`, nil, "BAD_PAGE"},
		{"a cursor of nothing", `{instruments(after: "nonsense"){nodes{id}}}`, nil, "BAD_CURSOR"},
		{"an empty cursor is none", `{instruments(after: ""){nodes{id}}}`, nil, ""},
		{"a date of nothing", `{instruments(filter: {since: "yesterday"}){nodes{id}}}`, nil, "BAD_INPUT"},
		{"an empty date", `{instruments(filter: {since: ""}){nodes{id}}}`, nil, "BAD_INPUT"},
		{"a date as a number", `{instruments(filter: {since: 2020}){nodes{id}}}`, nil, "BAD_INPUT"},
		{"no date", `{instruments(filter: {since: null, until: null, asOf: null}){nodes{id}}}`, nil, ""},
		{"a word of no enum", `{instruments(filter: {kinds: [LAW]}){nodes{id}}}`, nil, "VALIDATION_FAILED"},
		{"an id as an object", `{node(id: {a: 1}){id}}`, nil, "VALIDATION_FAILED"},
		{"a symbol as a number", `{resolution(symbol: 53){id}}`, nil, "VALIDATION_FAILED"},
		{"nothing where something must be", `{resolution(symbol: null){id}}`, nil, "VALIDATION_FAILED"},
		{"too many ids", `{nodes(ids: [` + strings.Repeat(`"a",`, 101) + `]){id}}`, nil, "LIST_TOO_LONG"},
		{"too many in a filter", `{instruments(filter: {sessions: [` + strings.Repeat(`"a",`, 101) + `]}){nodes{id}}}`, nil, "LIST_TOO_LONG"},
		{"too many in a link's filter", `{instrument(symbol: "udhr"){citedBy(filter: {bodies: [` + strings.Repeat(`"a",`, 101) + `]}){nodes{id}}}}`, nil, "LIST_TOO_LONG"},
		{"a depth beyond the cap", `{chain(start: "udhr", depth: 9){truncated}}`, nil, "BAD_INPUT"},
		{"a limit beyond the cap", `{chain(start: "udhr", limit: 2001){truncated}}`, nil, "BAD_INPUT"},
		{"a depth of nothing", `{chain(start: "udhr", depth: 0){truncated}}`, nil, "BAD_INPUT"},
		{"a limit of nothing", `{neighbourhood(start: "udhr", limit: 0){truncated}}`, nil, "BAD_INPUT"},
		{"a limit that is null", `{neighbourhood(start: "udhr", limit: null){truncated}}`, nil, ""},
		{"no ways", `{paths(from: "udhr", to: "iccpr", count: 0){truncated}}`, nil, "BAD_INPUT"},
		{"ways without hops", `{paths(from: "udhr", to: "iccpr", maxLength: 0){truncated}}`, nil, "BAD_INPUT"},
		{"a matrix of nothing", `{matrix(size: 0){cells{count}}}`, nil, "BAD_INPUT"},
		{"a matrix below zero", `{matrix(size: -1){cells{count}}}`, nil, "BAD_INPUT"},
		{"one instrument in common", `{common(instruments: ["udhr"]){truncated}}`, nil, "BAD_INPUT"},
		{"an unknown start", `{chain(start: "nothing"){truncated}}`, nil, "NOT_FOUND"},
		{"an unknown end", `{path(from: "udhr", to: "nothing"){length}}`, nil, "NOT_FOUND"},
		{"search for nothing", `{search(text: ""){nodes{snippet}}}`, nil, ""},
		{"search for what cannot be found", `{search(text: "a", filter: {nodes: [MANDATE]}){nodes{snippet}}}`, nil, "BAD_INPUT"},
		{"a variable of another type", vars + `{instruments(first: $n){nodes{id}} nodes(ids: $i){id} mentions(after: $c, filter: {bodies: [$b], since: $d}){nodes{id}}}`, map[string]any{"n": "a", "i": []string{}, "b": "HRC"}, "VALIDATION_FAILED"},
		{"an unknown variable", `{node(id: $i){id}}`, nil, "VALIDATION_FAILED"},
		{"an answer in pieces", `{stats{...@defer{revision}}}`, nil, "VALIDATION_FAILED"},
		{"an unknown operation", `query A {__typename} query B {__typename}`, nil, "UNKNOWN_OPERATION"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := post(t, handler, tc.query, tc.variables)
			if a.code() != tc.want {
				t.Errorf("code %q, want %q: %s", a.code(), tc.want, a.body)
			}
			if len(a.Errors) > 0 && len(a.Errors[0].Message) < 10 {
				t.Errorf("message %q helps nobody", a.Errors[0].Message)
			}
		})
	}
}

// TestErrorsNameNoStore: where the store is, is not for clients.
func TestErrorsNameNoStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "secret.db")
	store, err := embedded.Open(t.Context(), path, embedded.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := store.Apply(t.Context(), fixtureDocuments()); err != nil {
		t.Fatal(err)
	}
	handler := serve(t, resolver.Options{Reader: store})
	for _, query := range []string{
		`{instruments(after: "nonsense"){nodes{id}}}`,
		`{search(text: "a", filter: {nodes: [MANDATE]}){nodes{snippet}}}`,
		`{chain(start: "udhr", depth: 9){truncated}}`,
		`{chain(start: "nothing"){truncated}}`,
	} {
		if a := post(t, handler, query, nil); a.code() == "" || bytes.Contains(a.body, []byte("secret")) {
			t.Errorf("%s: %s", query, a.body)
		}
	}
}

// TestFiltersReadSymbols in any spelling, and organs by their names: what is not understood would let nothing through, without a word.
func TestFiltersReadSymbols(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, tc := range []struct{ name, plain, spelled string }{
		{"what is cited", `instruments(filter: {cites: ["S/RES/1325(2000)"]})`, `instruments(filter: {cites: ["UNSCR 1325"]})`},
		{"whose paragraphs", `paragraphs(filter: {instrument: "A/HRC/RES/90/3"})`, `paragraphs(filter: {instrument: "https://docs.un.org/en/A/HRC/RES/90/3"})`},
		{"an organ's name", `instruments(filter: {bodies: [HRC]})`, `instruments(filter: {bodies: ["Human Rights Council"]})`},
		{"its initials", `instruments(filter: {bodies: ["general-assembly"]})`, `instruments(filter: {bodies: [UNGA]})`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			want := post(t, handler, "{ list: "+tc.plain+" { totalCount nodes { id } } }", nil)
			got := post(t, handler, "{ list: "+tc.spelled+" { totalCount nodes { id } } }", nil)
			if !bytes.Equal(got.Data, want.Data) || bytes.Contains(got.Data, []byte(`"totalCount":0`)) {
				t.Errorf("got %s, want %s", got.body, want.body)
			}
		})
	}
}

// TestFiltersRefuseBareNames of rights and actors: they would let nothing through, without a word.
func TestFiltersRefuseBareNames(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, list := range []string{
		`instruments(filter: {names: ["right:privacy", "ohchr"]})`,
		`paragraphs(filter: {names: ["privacy"]})`,
		`mandates(filter: {addressees: ["ohchr"]})`,
	} {
		a := post(t, handler, "{ "+list+" { totalCount } }", nil)
		if !bytes.Contains(a.body, []byte(`"BAD_INPUT"`)) || !bytes.Contains(a.body, []byte("actor:ohchr")) {
			t.Errorf("%s: got %s", list, a.body)
		}
	}
}

func TestSearchCountsWhatIsNamed(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	a := post(t, handler, `{ search(text: "privacy", filter: {nodes: [PARAGRAPH]}) { facets(keys: [RIGHT, ACTOR]) { key values { value count } } } }`, nil)
	want := `{"search":{"facets":[{"key":"RIGHT","values":[{"value":"right:privacy","count":4}]},` +
		`{"key":"ACTOR","values":[{"value":"actor:human-rights-council","count":1},{"value":"actor:ohchr","count":1}]}]}}`
	if string(a.Data) != want {
		t.Errorf("got %s, want %s", a.body, want)
	}
}
