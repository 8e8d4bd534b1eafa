package quality

import (
	"fmt"
	"slices"
	"strings"
)

// Measures of a page, in characters and lines: those of a resolution printed on A4.
const (
	pageWidth  = 92
	pageHeight = 46
	headLength = 70 // of the title in a running head
)

// pageLine is a line of a page with the notes that begin on its page.
type pageLine struct {
	glyphs []glyph
	notes  []noteBlock
}

// pages prints the heading and the blocks as pages.
func (r *renderer) pages(l *Linked, head []string, blocks []block) {
	var lines []pageLine
	for _, h := range head {
		if r.style.layout == sideBySide { // above both columns
			r.puts(h + "\n")
			continue
		}
		lines = append(lines, pageLine{glyphs: plain(h)})
	}
	for _, b := range blocks {
		lines = r.append(lines, b)
	}
	title := []rune(l.Title)
	running := l.Symbol + " " + string(title[:min(len(title), headLength)]) + "\n\n"
	for page := 1; len(lines) > 0; page++ {
		if page > 1 {
			r.puts(running)
		}
		lines = r.page(lines)
		r.puts(fmt.Sprintf("\n%d/%d 22-%05d\n\f", page, 99, page*37))
	}
}

// append adds the lines of a block, and an empty one where paragraphs have one between them.
func (r *renderer) append(lines []pageLine, b block) []pageLine {
	lines = append(lines, r.pageLines(b)...)
	if r.style.tight {
		return lines
	}
	return append(lines, pageLine{})
}

// pageLines wraps a block, each note beside the line that bears its mark.
func (r *renderer) pageLines(b block) []pageLine {
	var lines []pageLine
	wrapped, left := r.wrap(append(plain(r.style.indent), b.glyphs...)), b.notes
	for i, w := range wrapped {
		line := pageLine{glyphs: w}
		for len(left) > 0 && (i == len(wrapped)-1 || bears(w, left[0].number)) {
			line.notes = append(line.notes, left[0])
			left = left[1:]
		}
		lines = append(lines, line)
	}
	return lines
}

func bears(glyphs []glyph, number int) bool {
	return slices.ContainsFunc(glyphs, func(g glyph) bool { return g.of == -number })
}

// fitting returns how many of the lines go on one page with their notes, at least one.
func (r *renderer) fitting(lines []pageLine) int {
	room := pageHeight
	for i, line := range lines {
		need := 1
		for _, n := range line.notes {
			need += len(r.wrap(n.glyphs))
		}
		if i > 0 && need > room {
			return i
		}
		room -= need
	}
	return len(lines)
}

// page prints what goes on one page, and returns the lines that are left.
func (r *renderer) page(lines []pageLine) []pageLine {
	if r.style.layout == paged {
		count := r.fitting(lines)
		r.printLines(r.column(lines[:count]))
		return lines[count:]
	}
	count := min(r.fitting(lines), (len(lines)+1)/2) // the columns of the last page are of one length
	left, rest := r.column(lines[:count]), lines[count:]
	var right [][]glyph
	if len(rest) > 0 {
		count = r.fitting(rest)
		right, rest = r.column(rest[:count]), rest[count:]
	}
	if r.style.layout == sideBySide {
		left, right = beside(left, right, r.style.width), nil
	}
	r.printLines(left)
	r.printLines(right)
	return rest
}

// column returns the lines of one page or column with their notes at its foot.
func (r *renderer) column(lines []pageLine) [][]glyph {
	var out [][]glyph
	var notes []noteBlock
	for _, line := range lines {
		out = append(out, line.glyphs)
		notes = append(notes, line.notes...)
	}
	if len(notes) == 0 {
		return out
	}
	out = append(out, plain(strings.Repeat("_", 18)))
	for _, n := range notes {
		lead := plain(r.style.foot(n.number))
		if r.style.layout != paged { // the official measure lets the number hang over
			out = append(out, r.wrap(append(lead, n.glyphs...))...)
			continue
		}
		wrapped := r.wrap(n.glyphs)
		wrapped[0] = append(lead, wrapped[0]...)
		out = append(out, wrapped...)
	}
	return out
}

func (r *renderer) printLines(lines [][]glyph) {
	for _, line := range lines {
		r.put(line)
		r.puts("\n")
	}
}

// gutter is how many blanks stand between two columns.
const gutter = 4

// beside joins two columns line by line.
func beside(left, right [][]glyph, width int) [][]glyph {
	out := make([][]glyph, max(len(left), len(right)))
	for i := range out {
		if i < len(left) {
			out[i] = append(out[i], left[i]...)
		}
		if i < len(right) && len(right[i]) > 0 {
			out[i] = append(out[i], plain(strings.Repeat(" ", max(1, width+gutter-len(out[i]))))...)
			out[i] = append(out[i], right[i]...)
		}
	}
	return out
}
