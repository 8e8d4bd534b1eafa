package resolver_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"recital/resolver"
)

// page is a page of instruments.
type page struct {
	Instruments struct {
		TotalCount int
		Nodes      []struct{ ID string }
		Edges      []struct{ Cursor string }
		PageInfo   struct {
			HasNextPage, HasPreviousPage bool
			StartCursor, EndCursor       *string
		}
	}
}

const pageQuery = `query ($first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  instruments(orderBy: DATE, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    nodes { id }
    edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`

func TestPagesBothWays(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	ask := func(variables map[string]any) page {
		t.Helper()
		a := post(t, handler, pageQuery, variables)
		var p page
		if a.code() != "" || json.Unmarshal(a.Data, &p) != nil {
			t.Fatalf("%v: %s", variables, a.body)
		}
		return p
	}
	ids := func(p page) []string {
		var list []string
		for _, n := range p.Instruments.Nodes {
			list = append(list, n.ID)
		}
		return list
	}
	whole := ask(map[string]any{"first": 100})
	if whole.Instruments.TotalCount != len(whole.Instruments.Nodes) || whole.Instruments.PageInfo.HasNextPage {
		t.Errorf("the whole list: %+v", whole)
	}
	var forwards, backwards []string
	for p := ask(map[string]any{"first": 3}); ; {
		forwards = append(forwards, ids(p)...)
		if !p.Instruments.PageInfo.HasNextPage {
			break
		}
		p = ask(map[string]any{"first": 3, "after": *p.Instruments.PageInfo.EndCursor})
	}
	for p := ask(map[string]any{"last": 3}); ; {
		backwards = append(ids(p), backwards...)
		if !p.Instruments.PageInfo.HasPreviousPage {
			break
		}
		p = ask(map[string]any{"last": 3, "before": *p.Instruments.PageInfo.StartCursor})
	}
	for name, got := range map[string][]string{"forwards": forwards, "backwards": backwards} {
		if diff := cmp.Diff(ids(whole), got); diff != "" {
			t.Errorf("%s (-whole +pages):\n%s", name, diff)
		}
	}
	empty := ask(map[string]any{"first": 0})
	if len(empty.Instruments.Nodes) > 0 || !empty.Instruments.PageInfo.HasNextPage || empty.Instruments.PageInfo.EndCursor != nil ||
		empty.Instruments.TotalCount != whole.Instruments.TotalCount {
		t.Errorf("an empty page: %+v", empty)
	}
}

func TestNothingRunsOn(t *testing.T) {
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, e := range examples(t) {
		post(t, handler, e.query, e.variables)
	}
	for _, a := range attacks() {
		attacked(t, handler, a)
	}
}
