package parse

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"
)

const (
	// gutter is the least number of blanks between two columns.
	gutter = 3
	// columnLines is the least number of lines that two columns have on a page.
	columnLines = 6
)

// columns puts the lines of pages that were printed in two columns, and whose text kept them side by side, into reading order: the left column, then the right.
// A line across both ends the columns above it.
func columns(text string, all []line) []line {
	if !strings.Contains(text, "    ") {
		return all
	}
	var out []line
	for from := 0; from < len(all); {
		to := from + 1
		for to < len(all) && !all[to].broken {
			to++
		}
		page := all[from:to]
		if at := rightColumn(text, page); at > 0 {
			if out == nil {
				out = append(make([]line, 0, len(all)+len(page)), all[:from]...)
			}
			out = reorder(out, text, page, at)
		} else if out != nil {
			out = append(out, page...)
		}
		from = to
	}
	if out == nil {
		return all
	}
	return out
}

// A readingOrder gives places of a text whose columns were reordered in the order they are read. Nil: the text's own order.
type readingOrder []struct{ start, rank int }

// orderOf returns the order of lines where it differs from that of the text.
func orderOf(all []line) readingOrder {
	if slices.IsSortedFunc(all, func(a, b line) int { return a.start - b.start }) {
		return nil
	}
	order := make(readingOrder, len(all))
	rank := 0
	for i, l := range all {
		order[i].start, order[i].rank = l.start, rank
		rank += l.end - l.start + 1
	}
	slices.SortFunc(order, func(a, b struct{ start, rank int }) int { return a.start - b.start })
	return order
}

// at returns the rank of a byte of the text.
func (o readingOrder) at(offset int) int {
	i := sort.Search(len(o), func(i int) bool { return o[i].start > offset }) - 1
	if i < 0 {
		return offset
	}
	return o[i].rank + offset - o[i].start
}

// rightColumn returns the column, in characters from the margin, at which the right column of a page begins; 0 where it has none.
func rightColumn(text string, page []line) int {
	counts := make(map[int]int)
	wide := 0
	for _, l := range page {
		if l.end-l.start > 400 {
			return 0 // a paragraph a line
		}
		split := false
		for _, at := range gaps(text, l) {
			counts[at]++
			split = true
		}
		if l.indent >= 20 {
			counts[l.indent]++
			split = true
		}
		if split {
			wide++
		}
	}
	best, most := 0, 0
	for at, n := range counts {
		if n += counts[at-1] + counts[at+1]; at >= 20 && (n > most || n == most && at < best) {
			best, most = at, n
		}
	}
	if most < columnLines || most*10 < len(page)*4 || wide == 0 {
		return 0
	}
	return best
}

// gaps returns the columns at which words begin behind a gutter within the line.
func gaps(text string, l line) []int {
	var all []int
	s := text[l.start:l.end]
	for at := 0; ; {
		i := strings.Index(s[at:], "   ")
		if i < 0 {
			return all
		}
		at += i
		for at < len(s) && s[at] == ' ' {
			at++
		}
		all = append(all, l.indent+utf8.RuneCountInString(s[:at]))
	}
}

// reorder appends the lines of a page with its right column at a place.
func reorder(out []line, text string, page []line, at int) []line {
	var right []line
	leftBlank, rightBlank := 0, 0
	flush := func() {
		if len(right) > 0 {
			right[0].column, right[0].blank = true, min(right[0].blank, 1)
		}
		out = append(out, right...)
		right = right[:0]
	}
	for _, l := range page {
		leftBlank, rightBlank = leftBlank+l.blank, rightBlank+l.blank
		cut := cutAt(text, l, at)
		switch {
		case cut == l.start: // only on the right
			l.blank, rightBlank = rightBlank, 0
			leftBlank++
			right = append(right, l)
			continue
		case cut == l.end: // only on the left
			rightBlank++
		case cut < 0: // across both
			flush()
			rightBlank = 0
		default:
			other := l
			other.start, other.broken, other.blank, other.indent, rightBlank = cut, false, rightBlank, 0, 0
			right = append(right, other)
			_, l.end = trim(text, l.start, cut)
		}
		l.blank, leftBlank = leftBlank, 0
		out = append(out, l)
	}
	flush()
	return out
}

// maxIndent is how far behind the beginning of the right column its paragraphs may begin.
const maxIndent = 10

// cutAt returns where the right part of a line begins: its start or its end where it has one part only, -1 where it goes across both columns. A part begins
// behind a gutter that ends at the column, or beyond it, where a paragraph is indented.
func cutAt(text string, l line, at int) int {
	if l.indent >= at-1 {
		return l.start
	}
	s := text[l.start:l.end]
	column, blanks := l.indent, 0
	for i := range s {
		if s[i] == ' ' {
			blanks++
			column++
			continue
		}
		if column >= at-1 {
			if blanks >= gutter && column <= at+maxIndent && column-blanks < at {
				return l.start + i
			}
			return -1
		}
		blanks = 0
		column++
	}
	return l.end
}
