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
		lines = append(lines, pageLine{glyphs: plain(h)})
	}
	for _, b := range blocks {
		lines = append(append(lines, pageLines(b)...), pageLine{})
	}
	title := []rune(l.Title)
	running := l.Symbol + " " + string(title[:min(len(title), headLength)]) + "\n\n"
	for page := 1; len(lines) > 0; page++ {
		if page > 1 {
			r.puts(running)
		}
		count := fitting(lines)
		r.page(lines[:count])
		lines = lines[count:]
		r.puts(fmt.Sprintf("\n%d/%d 22-%05d\n\f", page, 99, page*37))
	}
}

// pageLines wraps a block, each note beside the line that bears its mark.
func pageLines(b block) []pageLine {
	var lines []pageLine
	wrapped, left := wrap(b.glyphs), b.notes
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
func fitting(lines []pageLine) int {
	room := pageHeight
	for i, line := range lines {
		need := 1
		for _, n := range line.notes {
			need += len(wrap(n.glyphs))
		}
		if i > 0 && need > room {
			return i
		}
		room -= need
	}
	return len(lines)
}

// page prints the lines of one page and their notes at its foot.
func (r *renderer) page(lines []pageLine) {
	var notes []noteBlock
	for _, line := range lines {
		r.put(line.glyphs)
		r.puts("\n")
		notes = append(notes, line.notes...)
	}
	if len(notes) == 0 {
		return
	}
	r.puts(strings.Repeat("_", 18) + "\n")
	for _, n := range notes {
		r.puts(fmt.Sprintf("%d ", n.number))
		for _, w := range wrap(n.glyphs) {
			r.put(w)
			r.puts("\n")
		}
	}
}

// wrap breaks glyphs at blanks into lines of the page's width; a longer word has a line of its own.
func wrap(glyphs []glyph) [][]glyph {
	var lines [][]glyph
	var line, word []glyph
	flush := func() {
		if len(word) == 0 {
			return
		}
		if len(line) > 0 && len(line)+1+len(word) > pageWidth {
			lines = append(lines, line)
			line = nil
		}
		if len(line) > 0 {
			blank := glyph{char: ' '}
			if line[len(line)-1].of == word[0].of {
				blank.of = word[0].of
			}
			line = append(line, blank)
		}
		line = append(line, word...)
		word = nil
	}
	for _, g := range glyphs {
		if g.char == ' ' {
			flush()
			continue
		}
		word = append(word, g)
	}
	flush()
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}
