package resolver_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"

	"recital/resolver"
)

// everyPart selects what a list can have without waiting. WAIT stands in the selection of an instrument.
const everyPart = `
fragment instrument on Instrument {
  __typename id label symbol aliases names kind title date body session basis held procedure subjects url citesCount citedByCount WAIT
}
fragment paragraph on Paragraph {
  __typename id label place part order opening act text date span { start end } notes { mark text at span { start end } }
}
fragment evidence on Evidence {
  quote span { start end } words { startByte endByte startUtf16 endUtf16 } note rule sentence { text before words after }
}`

// TestDirectAnswersAreTheSame asks for lists that are written straight into the answer, and again with a field that waits, which takes the
// long way: but for that field the answers are the same.
func TestDirectAnswersAreTheSame(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t), AnswerBytes: -1})
	for _, query := range []string{
		`{ instruments(first: 50) { edges { cursor node { ...instrument } } nodes { ...instrument } } }`,
		`{ resolution(symbol: "HRC 90/3") { cites { edges { cursor node { id act confidence pinpoint status date alternatives { id confidence } claim { date title }
			findings { kind detail } source { ...instrument } target { ...instrument } paragraph { ...paragraph } evidence { ...evidence } } } } } }`,
		`{ instrument(symbol: "S/RES/9001(2033)") { cites { nodes { target { ...instrument } paragraph { ...paragraph } findings { kind detail }
			evidence { ...evidence } } } } }`,
		`{ resolution(symbol: "HRC 90/3") { rights { nodes { role act source { ...instrument } target { __typename ... on Right { id label title mentionCount }
			... on Actor { id label title category } } evidence { ...evidence } paragraph { ...paragraph } } }
			actors { nodes { role source { ...instrument } target { ... on Node { id label } } evidence { ...evidence } } } } }`,
		`{ resolution(symbol: "HRC 90/3") { restsOn { nodes { count acts act confidence date source { id } target { ...instrument } } } } }`,
		`{ chain(start: "HRC 90/3", depth: 3) { truncated steps { depth more node { ...instrument } } links { count source { id } target { ...instrument } } } }`,
		`{ common(instruments: ["HRC 90/3", "A/HRC/RES/87/2"], depth: 2) { shared { depths node { ...instrument } } } }`,
		`{ find(text: "48/4") { candidates { ...instrument } } }`,
		`{ nodes(ids: ["A/HRC/RES/90/3", "nothing", "iccpr", "A/HRC/RES/90/3#PP1"]) { id label ... on Instrument { ...instrument } ...paragraph } }`,
		`{ search(text: "privacy") { nodes { class snippet marks { startByte startUtf16 } pieces { text marked } source { ...instrument }
			node { __typename id label ... on Instrument { ...instrument } ... on Paragraph { ...paragraph } ... on Right { mentionCount } } } } }`,
		`query ($yes: Boolean = true) { instruments { nodes { a: id b: id ... on Node { id @skip(if: $yes) } ...instrument @include(if: $yes) } } }`,
	} {
		used := ""
		for _, fragment := range strings.SplitAfter(everyPart, "\n}\n") {
			if name := strings.Fields(fragment)[1]; strings.Contains(query, "..."+name) {
				used += fragment
			}
		}
		var answers [2]any
		for i, wait := range []string{"", "waiting: adoptedBy { id }"} {
			a := post(t, handler, query+strings.ReplaceAll(used, "WAIT", wait), nil)
			if a.status != 200 || len(a.Errors) > 0 {
				t.Fatalf("%s: %d %s", query, a.status, a.body)
			}
			if err := json.Unmarshal(a.Data, &answers[i]); err != nil {
				t.Fatal(err)
			}
			if waited := without(answers[i], "waiting"); waited != (i == 1) {
				t.Errorf("%s: a field waited: %v", query, waited)
			}
		}
		if diff := cmp.Diff(answers[1], answers[0]); diff != "" {
			t.Errorf("%s: written otherwise (-marshalled +written):\n%s", query, diff)
		}
	}
}

// without takes a field out of an answer, and reports whether it was there.
func without(answer any, field string) bool {
	found := false
	switch answer := answer.(type) {
	case map[string]any:
		_, found = answer[field]
		delete(answer, field)
		for _, value := range answer {
			found = without(value, field) || found
		}
	case []any:
		for _, value := range answer {
			found = without(value, field) || found
		}
	}
	return found
}

// TestFieldsOfOneDocument asks one document again and again, with other variables and at once: what is kept of its fields is the same for all
// requests, or not kept.
func TestFieldsOfOneDocument(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t), AnswerBytes: -1})
	const fragments = ` fragment more on Instrument { kind ...most } fragment most on Instrument { session }`
	for _, tc := range []struct {
		name, query, with, without string
	}{
		{
			"a field", `query ($yes: Boolean!) { node(id: "A/HRC/RES/90/3") { id ... on Instrument { kind @include(if: $yes) } } }`,
			`{"node":{"id":"A/HRC/RES/90/3","kind":"RESOLUTION"}}`, `{"node":{"id":"A/HRC/RES/90/3"}}`,
		},
		{
			"a fragment", `query ($yes: Boolean!) { node(id: "A/HRC/RES/90/3") { id ...more @include(if: $yes) } }` + fragments,
			`{"node":{"id":"A/HRC/RES/90/3","kind":"RESOLUTION","session":"90"}}`, `{"node":{"id":"A/HRC/RES/90/3"}}`,
		},
		{
			"a spread in a fragment",
			`query ($yes: Boolean!) { node(id: "A/HRC/RES/90/3") { id ...more } }` + strings.Replace(fragments, "...most", "...most @include(if: $yes)", 1),
			`{"node":{"id":"A/HRC/RES/90/3","kind":"RESOLUTION","session":"90"}}`, `{"node":{"id":"A/HRC/RES/90/3","kind":"RESOLUTION"}}`,
		},
		{
			"nothing that depends on a variable", `{ node(id: "A/HRC/RES/90/3") { id ...more } }` + fragments,
			`{"node":{"id":"A/HRC/RES/90/3","kind":"RESOLUTION","session":"90"}}`,
			`{"node":{"id":"A/HRC/RES/90/3","kind":"RESOLUTION","session":"90"}}`,
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var group errgroup.Group
			for i := range 20 {
				group.Go(func() error {
					want := map[bool]string{true: tc.with, false: tc.without}[i%2 == 0]
					if got := string(post(t, handler, tc.query, map[string]any{"yes": i%2 == 0}).Data); got != want {
						t.Errorf("got %s, want %s", got, want)
					}
					return nil
				})
			}
			_ = group.Wait() // they give no errors
		})
	}
}
