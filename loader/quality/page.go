package quality

import (
	"fmt"
	"strconv"
)

// Measures of a page as the page rendering makes it.
const (
	pageColumns = 92
	pageLines   = 46
	headRunes   = 70
)

// line is a line of a page with the notes whose marks it bears.
type line struct {
	glyphs []glyph
	notes  []numberedNote
}

// wrap breaks text at blanks into lines of at most pageColumns.
func wrap(text []glyph) [][]glyph {
	var out [][]glyph
	var current, word []glyph
	flush := func() {
		if len(word) == 0 {
			return
		}
		if len(current) > 0 && len(current)+1+len(word) > pageColumns {
			out, current = append(out, current), nil
		}
		if len(current) > 0 {
			link := 0
			if current[len(current)-1].link == word[0].link {
				link = word[0].link
			}
			current = append(current, glyph{' ', link})
		}
		current, word = append(current, word...), nil
	}
	for _, g := range text {
		if g.r == ' ' {
			flush()
		} else {
			word = append(word, g)
		}
	}
	flush()
	if len(current) > 0 {
		out = append(out, current)
	}
	return out
}

// lines wraps all blocks; a note goes with the line that bears its mark.
func lines(head []string, blocks []block) []line {
	var all []line
	for _, h := range head {
		var glyphs []glyph
		for _, c := range h {
			glyphs = append(glyphs, glyph{c, 0})
		}
		all = append(all, line{glyphs: glyphs})
	}
	for _, b := range blocks {
		wrapped, left := wrap(b.glyphs), b.notes
		for k, w := range wrapped {
			l := line{glyphs: w}
			for len(left) > 0 && (k == len(wrapped)-1 || bears(w, left[0].number)) {
				l.notes, left = append(l.notes, left[0]), left[1:]
			}
			all = append(all, l)
		}
		all = append(all, line{})
	}
	return all
}

func bears(glyphs []glyph, number int) bool {
	for _, g := range glyphs {
		if g.link == -number {
			return true
		}
	}
	return false
}

// pages lays the lines out on pages with running heads and notes at the foot.
func (r *renderer) pages(d *linkedDocument, head []string, blocks []block) {
	all := lines(head, blocks)
	title := []rune(d.title)
	title = title[:min(len(title), headRunes)]
	for page, i := 1, 0; i < len(all); page++ {
		if page > 1 {
			r.puts(d.symbol + " " + string(title) + "\n\n")
		}
		room, first := pageLines, i
		var foot []numberedNote
		for i < len(all) {
			need := 1
			for _, n := range all[i].notes {
				need += len(wrap(n.glyphs))
			}
			if i > first && need > room {
				break
			}
			foot = append(foot, all[i].notes...)
			room -= need
			i++
		}
		for _, l := range all[first:i] {
			for _, g := range l.glyphs {
				r.put(g.r, g.link)
			}
			r.puts("\n")
		}
		r.foot(foot)
		r.puts(fmt.Sprintf("\n%d/%d 22-%05d\n\x0c", page, 99, page*37))
	}
}

func (r *renderer) foot(notes []numberedNote) {
	if len(notes) == 0 {
		return
	}
	r.puts("__________________\n")
	for _, n := range notes {
		r.puts(strconv.Itoa(n.number) + " ")
		for _, w := range wrap(n.glyphs) {
			for _, g := range w {
				r.put(g.r, g.link)
			}
			r.puts("\n")
		}
	}
}
