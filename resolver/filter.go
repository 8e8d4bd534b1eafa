package resolver

import (
	"fmt"
	"slices"

	"recital/graph"
)

// The values of a filter's field are at most as many as a page has entries: no vocabulary of the schema has more.

func checkNodeFilter(f *graph.NodeFilter) error {
	for _, id := range slices.Concat(f.Names, f.Addressees) {
		if id.Vocabulary() == string(id) {
			return fmt.Errorf("filter by %q: %w: no id of a right or actor, which begin as in right:privacy and actor:ohchr", id, graph.ErrBadRequest)
		}
	}
	return atMost("a field of a filter", max(len(f.Kinds), len(f.Bodies), len(f.Sessions), len(f.Names), len(f.Cites), len(f.Acts),
		len(f.Statuses), len(f.Addressees), len(f.Forums), len(f.DueSessions), len(f.Products), len(f.States)), graph.MaxPage)
}

func checkLinkFilter(f *graph.LinkFilter) error {
	return atMost("a field of a filter", max(len(f.Acts), len(f.Roles), len(f.FarKinds), len(f.FarBodies)), graph.MaxPage)
}

func checkTextQuery(q *graph.TextQuery) error {
	return atMost("a field of a filter", max(len(q.Kinds), len(q.Bodies), len(q.InstrumentKinds)), graph.MaxPage)
}

func walkFilter(filter *graph.WalkFilter) (graph.WalkFilter, error) {
	if filter == nil {
		return graph.WalkFilter{}, nil
	}
	return *filter, atMost("a field of a filter", max(len(filter.Acts), len(filter.FarKinds), len(filter.FarBodies)), graph.MaxPage)
}
