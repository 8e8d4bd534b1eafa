package quality

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Rendering is how an official file is turned into plain text before it is read.
type Rendering string

// Renderings.
const (
	Clean Rendering = "clean" // a paragraph a line, superscript note marks, notes at the end
	Page  Rendering = "page"  // wrapped lines, running heads, notes at each page's foot, marks glued to the words
)

// goldLink is an official link in the rendered text, in code points.
type goldLink struct {
	start, end      int
	symbol, surface string
	inNote          bool
}

// glyph is a character of the rendered text with the link that it belongs to: link > 0 the link's number from 1, link < 0 the mark of that note.
type glyph struct {
	r    rune
	link int
}

type renderer struct {
	mode    Rendering
	links   []goldLink
	counter int
	text    []rune
	spans   map[int][2]int
}

// numberedNote is a note with its mark's number.
type numberedNote struct {
	number int
	glyphs []glyph
}

type block struct {
	glyphs []glyph
	notes  []numberedNote
	label  string
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func (r *renderer) mark() []rune {
	r.counter++
	s := []rune(strconv.Itoa(r.counter))
	if r.mode == Clean {
		for i, c := range s {
			s[i] = []rune(superscripts)[c-'0']
		}
	}
	return s
}

// glyphs lays out segments: white space folded, note marks put in; noted gets the number and index of each note.
func (r *renderer) glyphs(segs []segment, inNote bool, noted *[][2]int) []glyph {
	var out []glyph
	previous, link := "", 0
	for at, seg := range segs {
		switch {
		case seg.target == "":
			previous, link = "", 0
		case seg.target != previous:
			r.links = append(r.links, goldLink{symbol: normalize(seg.target), surface: fold(seg.text), inNote: inNote})
			previous, link = seg.target, len(r.links)
		default:
			r.links[link-1].surface += fold(seg.text)
		}
		runes := []rune(seg.text)
		for i := 0; i < len(runes); i++ {
			if runes[i] != '\x01' {
				out = putGlyph(out, runes[i], link)
				continue
			}
			j := i + 1 + slices.Index(runes[i+1:], '\x01')
			index, _ := strconv.Atoi(string(runes[i+1 : j])) // a placeholder of our own
			i = j
			out = r.putMark(out, index, noted, string(runes[i+1:]), segs[at+1:])
		}
	}
	for len(out) > 0 && out[len(out)-1].r == ' ' {
		out = out[:len(out)-1]
	}
	return out
}

func putGlyph(out []glyph, c rune, link int) []glyph {
	switch c {
	case ' ', '\n', '\t', '\r', '\u00a0':
		if len(out) == 0 || out[len(out)-1].r == ' ' {
			return out
		}
		c = ' '
	}
	return append(out, glyph{c, link})
}

// putMark puts a note's mark behind the last word, and a blank where one stood before the mark and a word follows.
func (r *renderer) putMark(out []glyph, index int, noted *[][2]int, rest string, after []segment) []glyph {
	gap := false
	for len(out) > 0 && out[len(out)-1].r == ' ' {
		out, gap = out[:len(out)-1], true
	}
	mark := r.mark()
	*noted = append(*noted, [2]int{r.counter, index})
	for _, c := range mark {
		out = append(out, glyph{c, -r.counter})
	}
	for _, s := range after {
		rest += s.text
		if len(rest) > 64 {
			break
		}
	}
	rest = strings.TrimLeft(rest, "\n\t\r")
	if first := []rune(rest); gap && len(first) > 0 && (unicode.IsLetter(first[0]) || unicode.IsDigit(first[0]) || unicode.IsNumber(first[0])) {
		out = append(out, glyph{' ', 0})
	}
	return out
}

// fold turns runs of white space into single blanks.
func fold(s string) string {
	var b strings.Builder
	blank := false
	for _, c := range s {
		if unicode.IsSpace(c) {
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		}
		blank = false
		b.WriteRune(c)
	}
	return b.String()
}

func (r *renderer) put(c rune, link int) {
	if link > 0 {
		span, ok := r.spans[link]
		if !ok {
			span[0] = len(r.text)
		}
		span[1] = len(r.text) + 1
		r.spans[link] = span
	}
	r.text = append(r.text, c)
}

func (r *renderer) puts(s string) {
	for _, c := range s {
		r.put(c, 0)
	}
}

// render returns the plain text of a document and its official links.
func render(d *linkedDocument, mode Rendering) (string, []goldLink) {
	r := &renderer{mode: mode, spans: make(map[int][2]int)}
	head := heading(d)
	var blocks []block
	for i := range d.paragraphs {
		blocks = append(blocks, r.block(&d.paragraphs[i], blocks))
	}
	if mode == Page {
		r.pages(d, head, blocks)
	} else {
		r.plain(head, blocks)
	}
	gold := make([]goldLink, 0, len(r.links)+1)
	for i, l := range r.links {
		if span, ok := r.spans[i+1]; ok {
			l.start, l.end = span[0], span[1]
			gold = append(gold, l)
		}
	}
	size := 0
	for _, h := range head[:len(head)-3] {
		size += len([]rune(h)) + 1
	}
	// The official files link nothing in a title: no verdict there.
	return string(r.text), append(gold, goldLink{end: size})
}

// heading is the lines before the first paragraph.
func heading(d *linkedDocument) []string {
	organ := "General Assembly"
	if strings.HasPrefix(d.symbol, "S") {
		organ = "Security Council"
	}
	date := d.date
	if date == "" {
		date = "2020-01-01"
	}
	on, err := time.Parse(time.DateOnly, date)
	if err != nil {
		on = time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)
	}
	number := d.symbol
	if i := strings.LastIndex(number, "/RES/"); i >= 0 {
		number = number[i+len("/RES/"):]
	}
	return []string{
		"United Nations " + d.symbol, organ, "", fmt.Sprintf("Resolution adopted by the %s on %d %s %d", organ, on.Day(), on.Month(), on.Year()), "",
		strings.TrimSpace(number + ". " + d.title), "", "The " + organ + ",", "",
	}
}

func (r *renderer) block(p *linkedParagraph, before []block) block {
	var noted [][2]int
	glyphs := r.glyphs(p.segments, false, &noted)
	b := block{label: "\x00"}
	for _, n := range noted {
		var none [][2]int
		b.notes = append(b.notes, numberedNote{n[0], r.glyphs(p.notes[n[1]], true, &none)})
	}
	if p.operative {
		b.label = p.label
	}
	if p.operative && p.label != "" {
		last := p.label[strings.LastIndexByte(p.label, '.')+1:]
		lead := last + ". "
		if strings.HasPrefix(last, "(") {
			lead = last + " "
		}
		// The markup repeats the number of a paragraph that goes on after its points: it is printed once.
		if len(before) > 0 && before[len(before)-1].label == p.label {
			lead = ""
		}
		var numbered []glyph
		for _, c := range lead {
			numbered = append(numbered, glyph{c, 0})
		}
		glyphs = append(numbered, glyphs...)
	}
	b.glyphs = glyphs
	return b
}

func (r *renderer) plain(head []string, blocks []block) {
	r.puts(strings.Join(head, "\n") + "\n")
	var tail []numberedNote
	for _, b := range blocks {
		for _, g := range b.glyphs {
			r.put(g.r, g.link)
		}
		r.puts("\n\n")
		tail = append(tail, b.notes...)
	}
	for _, n := range tail {
		for _, c := range strconv.Itoa(n.number) {
			r.put([]rune(superscripts)[c-'0'], 0)
		}
		r.puts(" ")
		for _, g := range n.glyphs {
			r.put(g.r, g.link)
		}
		r.puts("\n\n")
	}
}
