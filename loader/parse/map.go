package parse

import (
	"sort"

	"recital/graph"
)

// Raw returns the span of the raw text under a span of the cleaned text: from the first byte to the last, whatever lies between.
// An empty span gives the empty span at its start.
func (m Map) Raw(s graph.Span) graph.Span {
	start := m.offset(s.Start)
	if s.End <= s.Start {
		return graph.Span{Start: start, End: start}
	}
	return graph.Span{Start: start, End: m.offset(s.End-1) + 1}
}

// offset maps one byte; bytes that stand in no piece (a joining blank) map to the end of the piece before.
func (m Map) offset(at int) int {
	i := sort.Search(len(m), func(i int) bool { return m[i].Text > at }) - 1
	if i < 0 {
		if len(m) == 0 {
			return 0
		}
		return m[0].Raw
	}
	within := at - m[i].Text
	if within > m[i].Len {
		within = m[i].Len
	}
	return m[i].Raw + within
}
