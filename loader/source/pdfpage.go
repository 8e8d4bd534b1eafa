package source

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/klippa-app/go-pdfium/responses"
)

// A glyph is one character on a page; lengths are in points, from the lower left corner.
type glyph struct {
	text                     string
	left, right, top, bottom float64
	size                     float64
	blank                    bool // a blank stands before it
}

func (g *glyph) height() float64 { return g.top - g.bottom }

func (g *glyph) middle() float64 { return (g.top + g.bottom) / 2 }

// glyphsOf keeps the visible characters, and where blanks stand between them.
func glyphsOf(chars []*responses.GetPageTextStructuredChar) []glyph {
	all := make([]glyph, 0, len(chars))
	blank := false
	for _, c := range chars {
		if strings.Trim(c.Text, " \t\r\n\u00a0\u0000") == "" {
			blank = true
			continue
		}
		g := glyph{
			text: c.Text, left: c.PointPosition.Left, right: c.PointPosition.Right,
			top: c.PointPosition.Top, bottom: c.PointPosition.Bottom, blank: blank,
		}
		if c.FontInformation != nil {
			g.size = c.FontInformation.Size
		}
		if c.Text == "\u0002" || c.Text == "\ufffe" { // how the library marks a hyphen at a line end
			g.text = "-"
		}
		all = append(all, g)
		blank = false
	}
	return all
}

// A row is a line of glyphs.
type row struct {
	glyphs      []glyph
	top, bottom float64
	size        float64 // of its largest letters
}

// writePage writes a page's rows in reading order.
func writePage(out *strings.Builder, glyphs []glyph) {
	gutter := gutterOf(glyphs)
	if math.IsNaN(gutter) {
		writeRows(out, rowsOf(glyphs))
		return
	}
	var left, right []glyph
	for _, g := range glyphs {
		if g.left < gutter {
			left = append(left, g)
		} else {
			right = append(right, g)
		}
	}
	writeRows(out, rowsOf(left))
	out.WriteString("\n")
	writeRows(out, rowsOf(right))
}

// searchedRows is how many rows are looked back at: pages print their parts in any order, but each part row by row.
const searchedRows = 60

// rowsOf gathers glyphs into rows, from the top of the page. Glyphs come in the order of the page's content, so most go on with the last row.
func rowsOf(glyphs []glyph) []row {
	var rows []row
	last := -1
	for _, g := range glyphs {
		at := -1
		if last >= 0 && rows[last].flows(&g) {
			at = last
		}
		for i := len(rows) - 1; at < 0 && i >= max(0, len(rows)-searchedRows); i-- {
			if m := g.middle(); m <= rows[i].top && m >= rows[i].bottom {
				at = i
			}
		}
		if at < 0 {
			rows = append(rows, row{top: g.top, bottom: g.bottom})
			at = len(rows) - 1
		}
		rows[at].add(g)
		last = at
	}
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].bottom > rows[j].bottom })
	for i := range rows {
		slices.SortStableFunc(rows[i].glyphs, func(a, b glyph) int {
			switch {
			case a.left < b.left:
				return -1
			case a.left > b.left:
				return 1
			}
			return 0
		})
	}
	return rows
}

// flows reports whether a glyph goes on with the row: to the right of its last glyph, raised or lowered by no more than marks and commas are.
func (r *row) flows(g *glyph) bool {
	before := &r.glyphs[len(r.glyphs)-1]
	size := max(g.size, before.size, 6)
	return g.left > before.right-0.3*size && g.left < before.right+5*size && g.bottom > r.bottom-0.5*size && g.top < r.top+0.5*size
}

// add takes a glyph into the row; the row's band is that of its largest letters, not of raised marks and punctuation.
func (r *row) add(g glyph) {
	r.glyphs = append(r.glyphs, g)
	tall := g.height() > 0.35*g.size && g.height() < 1.5*g.size
	switch {
	case !tall:
	case g.size > 1.2*r.size:
		r.top, r.bottom, r.size = g.top, g.bottom, g.size
	case g.size > 0.9*r.size:
		r.top, r.bottom = max(r.top, g.top), min(r.bottom, g.bottom)
	}
}

// gutterOf finds the white strip between two columns: in the middle of the page, crossed by few rows, with text enough on both sides. NaN: none.
func gutterOf(glyphs []glyph) float64 {
	if len(glyphs) < 400 {
		return math.NaN()
	}
	left, right := math.Inf(1), math.Inf(-1)
	for _, g := range glyphs {
		left, right = min(left, g.left), max(right, g.right)
	}
	width := int(right-left) + 1
	if width < 200 || width > 5000 {
		return math.NaN()
	}
	cover := make([]int, width+2)
	for _, g := range glyphs {
		for x := int(g.left - left); x <= int(g.right-left) && x < len(cover); x++ {
			cover[max(0, x)]++
		}
	}
	average := 0
	for _, n := range cover {
		average += n
	}
	average /= len(cover)
	best, run := -1, 0
	for x := width * 2 / 5; x < width*3/5; x++ {
		if cover[x]*12 > average {
			run = 0
			continue
		}
		run++
		if run >= 7 {
			best = x - run/2
		}
	}
	if best < 0 {
		return math.NaN()
	}
	return left + float64(best)
}

// writeRows writes rows as lines. An empty line stands where the room above a row is greater than usual; a row's parts that stand far apart, as the
// symbol at the right of a page's head, are lines of their own.
func writeRows(out *strings.Builder, rows []row) {
	leading := leadingOf(rows)
	margin := marginOf(rows)
	for i, r := range rows {
		size := sizeOf(r)
		if i > 0 {
			out.WriteByte('\n')
			if rows[i-1].bottom-r.bottom > leading*1.3 {
				out.WriteByte('\n')
			}
		}
		if r.glyphs[0].left > margin+size { // a first line's indent
			out.WriteString("    ")
		}
		for j, g := range r.glyphs {
			if j > 0 {
				gap := g.left - r.glyphs[j-1].right
				switch {
				case gap > 5*size:
					out.WriteString("\n")
				case g.blank || gap > 0.6*size:
					out.WriteByte(' ')
				}
			}
			if g.size > 0 && g.size < 0.75*size && g.bottom > r.bottom+0.15*size && allDigits(g.text) {
				out.WriteString(superscript(g.text))
				continue
			}
			out.WriteString(g.text)
		}
	}
}

// leadingOf returns the usual distance between rows: the median of those below three lines.
func leadingOf(rows []row) float64 {
	var all []float64
	for i := 1; i < len(rows); i++ {
		if d := rows[i-1].bottom - rows[i].bottom; d > 3 && d < 40 {
			all = append(all, d)
		}
	}
	if len(all) == 0 {
		return 12
	}
	sort.Float64s(all)
	return all[len(all)/2]
}

// marginOf returns where most rows begin.
func marginOf(rows []row) float64 {
	counts := make(map[int]int)
	best, most := 0, 0
	for _, r := range rows {
		x := int(r.glyphs[0].left / 4)
		counts[x]++
		if counts[x] > most || counts[x] == most && x < best {
			best, most = x, counts[x]
		}
	}
	return float64(best)*4 + 4
}

// sizeOf returns the size of most of a row's letters.
func sizeOf(r row) float64 {
	counts := make(map[float64]int)
	best, most := 10.0, 0
	for _, g := range r.glyphs {
		if g.size < 2 {
			continue
		}
		counts[g.size]++
		if counts[g.size] > most || counts[g.size] == most && g.size > best {
			best, most = g.size, counts[g.size]
		}
	}
	return best
}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
