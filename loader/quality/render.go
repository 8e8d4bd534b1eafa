package quality

import (
	"strings"
	"unicode"

	"recital/graph"
)

// Mode is how a resolution is rendered to plain text before it is read.
type Mode string

// Modes of rendering.
const (
	// Clean is a paragraph a line, marks of footnotes superscript, the notes at the end.
	Clean Mode = "clean"
	// Page is what a PDF's text layer gives: lines of 92 characters, 46 to a page, running heads, notes at the foot of the page, their
	// marks bare digits glued to the word before.
	Page Mode = "page"
	// Lost has no marks of footnotes, as web pages lose them; the notes stand at the end, at the foot of the page, or where they belong.
	Lost Mode = "lost-marks"
	// Glued has the marks as bare digits behind the word, as plain text has them, or in brackets, or between blanks.
	Glued Mode = "glued-marks"
	// Soft has soft hyphens and other characters that are not seen in long words and in linked numbers.
	Soft Mode = "soft-hyphens"
	// Odd has other blanks, hyphens, strokes and digits than the plain ones.
	Odd Mode = "odd-characters"
	// Blanks has blanks in linked numbers and in words, and letters for digits, as scanned pages have them: "74/ 12", "r esolution".
	Blanks Mode = "scanned-blanks"
	// Scans has blanks within words and numbers at random, in dates and around strokes, or has lost blanks, as a scanner's text has them.
	Scans Mode = "scanned-words"
	// Web is text copied from web pages: menus around it, entities and tags left over, notes in many places.
	Web Mode = "web-text"
	// Hyphens has narrow lines with words and numbers cut at their ends.
	Hyphens Mode = "hyphenation"
	// Columns is pages of two columns, read one after the other.
	Columns Mode = "columns"
	// Across is pages of two columns, printed across: each line holds one of both.
	Across Mode = "columns-across"
	// Marked is Markdown.
	Marked Mode = "markdown"
)

// Rendering is a resolution as plain text, with what its links cover.
type Rendering struct {
	Text  string
	Links []Link // by place
}

// Link is an official link on a citation.
type Link struct {
	Span   graph.Span // in Rendering.Text, in bytes
	Symbol string     // normalised; empty for the heading, in which nothing is linked
	Words  string     // as linked
	InNote bool
}

// glyph is a character with what it belongs to: a link (its number from 1), the mark of a note (minus its number), or nothing (0).
type glyph struct {
	char rune
	of   int
}

// block is a paragraph laid out, with the notes whose marks it bears.
type block struct {
	glyphs    []glyph
	notes     []noteBlock
	operative bool
	label     string
}

type noteBlock struct {
	number int
	glyphs []glyph
}

// renderer lays out one resolution.
type renderer struct {
	style style
	dice  *dice
	links []Link
	marks int // notes numbered so far
	text  strings.Builder
}

// Render prints a resolution as plain text.
func Render(l *Linked, mode Mode) Rendering {
	r := &renderer{style: styleOf(mode, l.File), dice: newDice(l.File, mode)}
	return r.render(l)
}

func (r *renderer) render(l *Linked) Rendering {
	blocks := r.blocks(l)
	head := heading(l)
	for i, line := range head {
		if line != "" && i < len(head)-2 {
			head[i] = r.style.head + line
		}
	}
	r.puts(joinLines(r.style.before))
	start := r.text.Len()
	if r.style.layout == running {
		r.lines(head, blocks)
	} else {
		r.pages(l, head, blocks)
	}
	r.puts(joinLines(r.style.after))
	length := 0
	for _, line := range head[:len(head)-3] { // up to the enacting words
		length += len(line) + 1
	}
	links := []Link{{Span: graph.Span{Start: start, End: start + length}}}
	for _, link := range r.links {
		if link.Span.End > 0 {
			links = append(links, link)
		}
	}
	sortLinks(links)
	return Rendering{Text: r.text.String(), Links: links}
}

// joinLines prints lines that stand around a text.
func joinLines(lines []string) string {
	if len(lines) == 0 {
		return ""
	}
	return strings.Join(lines, "\n") + "\n"
}

// heading returns the lines before the first paragraph.
func heading(l *Linked) []string {
	body := "General Assembly"
	if strings.HasPrefix(l.Symbol, "S") {
		body = "Security Council"
	}
	number := l.Symbol
	if at := strings.LastIndex(number, "/RES/"); at >= 0 {
		number = number[at+len("/RES/"):]
	}
	return []string{
		"United Nations " + l.Symbol, body, "",
		"Resolution adopted by the " + body + " on " + l.Date.Format("2 January 2006"), "",
		strings.TrimSpace(number + ". " + l.Title), "", "The " + body + ",", "",
	}
}

func (r *renderer) blocks(l *Linked) []block {
	var blocks []block
	for i := range l.paragraphs {
		p := &l.paragraphs[i]
		glyphs, marks := r.glyphs(p.segments, false)
		b := block{operative: p.operative, label: p.label}
		for _, m := range marks {
			note, _ := r.glyphs(p.notes[m.note-1], true)
			b.notes = append(b.notes, noteBlock{number: m.number, glyphs: note})
		}
		// A chapeau's continuation repeats its number in the markup: it is not printed twice.
		continued := len(blocks) > 0 && blocks[len(blocks)-1].operative && blocks[len(blocks)-1].label == p.label
		if p.operative && p.label != "" && !continued {
			lead := p.label[strings.LastIndexByte(p.label, '.')+1:]
			if !strings.HasPrefix(lead, "(") {
				lead += r.style.point()
			}
			glyphs = append(plain(lead+" "), glyphs...)
		}
		b.glyphs = glyphs
		blocks = append(blocks, b)
	}
	return blocks
}

func plain(s string) []glyph {
	glyphs := make([]glyph, 0, len(s))
	for _, c := range s {
		glyphs = append(glyphs, glyph{char: c})
	}
	return glyphs
}

// setMark is a note's mark that was set: its number in the document, its note within the paragraph.
type setMark struct{ number, note int }

// glyphs sets segments, folding blanks and putting marks where the notes stand. Segments of one link that touch are one link.
func (r *renderer) glyphs(segments []segment, inNote bool) ([]glyph, []setMark) {
	var out []glyph
	var marks []setMark
	link, previous := 0, ""
	for i, s := range segments {
		switch {
		case !s.linked:
			link = 0
		case link == 0 || s.href != previous:
			r.links = append(r.links, Link{Symbol: normalSymbol(s.href), Words: fold(s.text), InNote: inNote})
			link, previous = len(r.links), s.href
		default:
			r.links[link-1].Words += fold(s.text)
		}
		if s.note > 0 {
			r.marks++
			marks = append(marks, setMark{number: r.marks, note: s.note})
			out = r.mark(out, segments[i+1:])
			continue
		}
		for _, c := range s.text {
			if c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00a0' {
				if len(out) == 0 || out[len(out)-1].char == ' ' {
					continue
				}
				c = ' '
			}
			out = append(out, glyph{char: c, of: link})
		}
	}
	glyphs := trimBlanks(out)
	for _, change := range r.style.damage {
		glyphs = change(r.dice, glyphs)
	}
	return glyphs, marks
}

func trimBlanks(glyphs []glyph) []glyph {
	for len(glyphs) > 0 && glyphs[len(glyphs)-1].char == ' ' {
		glyphs = glyphs[:len(glyphs)-1]
	}
	return glyphs
}

// mark sets the mark of the newest note right behind the word before; a blank before it moves behind it where a word follows.
func (r *renderer) mark(out []glyph, rest []segment) []glyph {
	set := trimBlanks(out)
	gap := len(set) < len(out)
	for _, c := range r.style.mark(r.marks) {
		set = append(set, glyph{char: c, of: -r.marks})
	}
	if gap && beginsWord(rest) {
		set = append(set, glyph{char: ' '})
	}
	return set
}

var superscript = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// beginsWord reports whether the segments go on with a letter or digit, line breaks aside.
func beginsWord(segments []segment) bool {
	for _, s := range segments {
		if s.note > 0 {
			return false
		}
		for _, c := range s.text {
			if c != '\n' && c != '\t' && c != '\r' {
				return unicode.IsLetter(c) || unicode.IsNumber(c)
			}
		}
	}
	return false
}

// put prints glyphs and grows the links that they belong to.
func (r *renderer) put(glyphs []glyph) {
	for _, g := range glyphs {
		at := r.text.Len()
		r.text.WriteRune(g.char)
		if g.of <= 0 {
			continue
		}
		span := &r.links[g.of-1].Span
		if span.End == 0 {
			span.Start = at
		}
		span.End = r.text.Len()
	}
}

func (r *renderer) puts(s string) { r.text.WriteString(s) }

// lines prints paragraphs one after the other, and the notes where the style has them.
func (r *renderer) lines(head []string, blocks []block) {
	r.puts(strings.Join(head, "\n") + "\n")
	var notes []noteBlock
	for _, b := range blocks {
		r.paragraph(r.style.indent, b.glyphs)
		if r.style.notes != belowEach {
			notes = append(notes, b.notes...)
			continue
		}
		for _, n := range b.notes {
			r.paragraph(r.style.lead(n.number), n.glyphs)
		}
	}
	if r.style.notes == underNote && len(notes) > 0 {
		r.puts(r.style.head + "Notes\n\n")
	}
	for _, n := range notes {
		r.paragraph(r.style.lead(n.number), n.glyphs)
	}
}

// paragraph prints one paragraph behind a lead, in one line or wrapped.
func (r *renderer) paragraph(lead string, glyphs []glyph) {
	lines := [][]glyph{append(plain(lead), glyphs...)}
	if r.style.width > 0 {
		lines = r.wrap(lines[0])
	}
	for _, line := range lines {
		r.put(line)
		r.puts("\n")
	}
	if !r.style.tight {
		r.puts("\n")
	}
}

// Modes returns all modes, the two of the official measure first, the formats last.
func Modes() []Mode {
	return []Mode{Clean, Page, Web, Hyphens, Soft, Odd, Lost, Glued, Blanks, Scans, Columns, Across, Marked, HTML, DOCX, PDF}
}
