package parse

import (
	"slices"
	"sort"
	"strings"

	"recital/graph"
)

// Raw returns the span of the raw text under a span of the cleaned text: from the first byte to the last, whatever lies between.
// An empty span gives the empty span at its start.
func (m Map) Raw(s graph.Span) graph.Span {
	start, _ := m.bounds(s.Start)
	if s.End <= s.Start {
		return graph.Span{Start: start, End: start}
	}
	last, end := m.bounds(s.End - 1)
	if start <= last && slices.IsSortedFunc(m, func(a, b Piece) int { return a.Raw - b.Raw }) {
		return graph.Span{Start: start, End: max(start, end)}
	}
	// A paragraph that goes on in the next column stands on bytes before those it began with.
	raw := graph.Span{Start: min(start, last), End: max(start, end)}
	for _, p := range m {
		if p.Text >= s.Start && p.Text < s.End {
			raw.Start, raw.End = min(raw.Start, p.Raw), max(raw.End, p.Raw+min(p.Len, s.End-p.Text))
		}
	}
	return raw
}

// Longest returns the longest part of a span of the cleaned text whose words stand together in the raw text, of those that have a digit where any
// has, for it is the number that is cited: all of it, but where a page's furniture, a note, or the line of another column stands in their midst.
func (m Map) Longest(raw string, s graph.Span) graph.Span {
	var best graph.Span
	run := graph.Span{Start: s.Start, End: s.Start}
	last := -1 // where the run ends in the raw text
	numbered, bestNumbered := false, false
	settle := func() {
		if numbered && !bestNumbered || numbered == bestNumbered && run.Len() > best.Len() {
			best, bestNumbered = run, numbered
		}
	}
	for i := max(0, m.piece(s.Start)); i < len(m) && m[i].Text < s.End; i++ {
		p := m[i]
		start, end := max(p.Text, s.Start), min(p.Text+max(p.Len, 1), s.End)
		if start >= end {
			continue
		}
		at := p.Raw + start - p.Text
		if last >= 0 && (at < last || interrupts(raw[last:at])) {
			settle()
			run, numbered = graph.Span{Start: start}, false
		}
		run.End = end
		numbered = numbered || p.Len > 0 && strings.ContainsAny(raw[at:at+end-start], "0123456789")
		if last = p.Raw + p.Wide; p.Wide == 0 {
			last = p.Raw + end - p.Text
		}
	}
	settle()
	return best
}

// interrupts reports whether what stands between two words of a text, and is not of it, is more than a line end, a note's mark or a sign: words of something else.
func interrupts(between string) bool {
	const maxDigits = 3 // of a note's mark
	digits := 0
	for i := range len(between) {
		switch c := between[i]; {
		case letter(c):
			return true
		case digit(c):
			digits++
		}
	}
	return digits > maxDigits
}

// Text returns the span of the cleaned text that stands on a span of the raw text; false where no byte of it was kept.
func (m Map) Text(raw graph.Span) (graph.Span, bool) {
	first := sort.Search(len(m), func(i int) bool { return m[i].Raw+max(m[i].Len, m[i].Wide) > raw.Start })
	last := sort.Search(len(m), func(i int) bool { return m[i].Raw >= raw.End }) - 1
	if first >= len(m) || last < first {
		return graph.Span{}, false
	}
	s := graph.Span{Start: m[first].Text, End: m[last].Text + 1}
	if m[first].Wide == 0 {
		s.Start += max(0, raw.Start-m[first].Raw)
	}
	if m[last].Wide == 0 {
		s.End = m[last].Text + min(m[last].Len, raw.End-m[last].Raw)
	}
	return s, s.Start < s.End
}

// piece returns the index of the last piece that begins at or before a byte of the cleaned text; -1 for none.
func (m Map) piece(at int) int {
	return sort.Search(len(m), func(i int) bool { return m[i].Text > at }) - 1
}

// bounds maps one byte of the cleaned text to the raw bytes it stands for. Bytes that stand in no piece (a joining blank) stand for
// the empty place after the piece before.
func (m Map) bounds(at int) (start, end int) {
	i := m.piece(at)
	if i < 0 {
		if len(m) == 0 {
			return 0, 0
		}
		return m[0].Raw, m[0].Raw
	}
	p, within := m[i], at-m[i].Text
	switch {
	case p.Wide > 0 && within == 0:
		return p.Raw, p.Raw + p.Wide
	case p.Wide > 0:
		return p.Raw + p.Wide, p.Raw + p.Wide
	case within >= p.Len:
		return p.Raw + p.Len, p.Raw + p.Len
	}
	return p.Raw + within, p.Raw + within + 1
}
