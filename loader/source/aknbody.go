package source

import (
	"strconv"
	"strings"

	"recital/loader/parse"
)

// An aknWriter writes the text of an AKN4UN document. Facts of the markup: corpus of resolutions and presidential statements, where
// a container is a preambular paragraph, a paragraph or point with a num an operative one, and an authorialNote stands at its mark.
type aknWriter struct {
	writer
	annexed bool
	counted int // notes so far, for those without a marker
}

// walk writes the divisions under e.
func (w *aknWriter) walk(e *element) {
	for _, c := range e.children {
		w.division(c)
	}
}

func (w *aknWriter) division(e *element) {
	switch e.name {
	case "", "meta", "img":
	case "coverPage", "conclusions":
		w.lines(e)
	case "preface":
		w.preface(e)
	case "formula":
		w.blockOf(e, parse.Block{Kind: parse.FormulaBlock})
	case "container":
		w.container(e)
	case "paragraph", "alinea", "point", "item", "subparagraph":
		w.numbered(e, "")
	case "heading", "subheading", "crossHeading":
		w.blockOf(e, parse.Block{Kind: parse.HeadingBlock})
	case "section":
		w.section(e)
	case "table":
		w.table(e)
	case "p", "block":
		w.blockOf(e, parse.Block{Kind: w.kind()})
	case "attachments":
		w.annexed = true
		w.walk(e)
		w.annexed = false
	case "attachment":
		w.paragraph()
		start := len(w.text)
		w.words("Annex")
		w.block(parse.Block{Kind: parse.HeadingBlock, Opening: "Annex"}, start)
		w.walk(e)
	default:
		w.walk(e)
	}
}

func (w *aknWriter) kind() parse.BlockKind {
	if w.annexed {
		return parse.AnnexBlock
	}
	return parse.OperativeBlock
}

// blockOf writes e as one paragraph.
func (w *aknWriter) blockOf(e *element, b parse.Block) {
	w.paragraph()
	start := len(w.text)
	if b.Opening == "" {
		b.Opening = opening(e)
	}
	w.inline(e)
	w.block(b, start)
	w.flush(w.inline)
}

// lines writes each p of a cover page or of the conclusions as a line of furniture.
func (w *aknWriter) lines(e *element) {
	e.each("p", func(p *element) { w.blockOf(p, parse.Block{Kind: parse.OtherBlock}) })
}

// preface writes the number and the title in one line.
func (w *aknWriter) preface(e *element) {
	w.paragraph()
	start := len(w.text)
	for _, p := range e.children {
		w.words(" ")
		w.inline(p)
	}
	w.block(parse.Block{Kind: parse.TitleBlock}, start)
	w.flush(w.inline)
}

// container writes a preambular paragraph; one that holds a list or a table has several.
func (w *aknWriter) container(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "":
		case "p":
			w.blockOf(c, parse.Block{Kind: w.preambular()})
		case "blockList":
			w.blockList(c)
		default:
			w.division(c)
		}
	}
}

func (w *aknWriter) preambular() parse.BlockKind {
	if w.annexed {
		return parse.AnnexBlock
	}
	return parse.PreambleBlock
}

func (w *aknWriter) blockList(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "listIntroduction", "listWrapUp":
			w.blockOf(c, parse.Block{Kind: w.preambular()})
		case "item":
			w.item(c, number(c), parse.Block{Kind: w.preambular()})
		default:
			w.division(c)
		}
	}
}

// section writes a section's number and heading in one line, then what stands in it.
func (w *aknWriter) section(e *element) {
	var heading *element
	if num := number(e); num != "" {
		w.paragraph()
		start := len(w.text)
		w.words(num)
		if heading = child(e, "heading"); heading != nil {
			w.words(" ")
			w.inline(heading)
		}
		w.block(parse.Block{Kind: parse.HeadingBlock}, start)
		w.flush(w.inline)
	}
	for _, c := range e.children {
		if c.name != "num" && c != heading {
			w.division(c)
		}
	}
}

// numbered writes a paragraph and the points under it; parents is the number of what it stands in.
func (w *aknWriter) numbered(e *element, parents string) {
	num := number(e)
	b := parse.Block{Kind: w.kind()}
	if headingClass(e.attr("class")) {
		b.Kind = parse.HeadingBlock
	}
	full := parents + strings.TrimSuffix(num, ".")
	first := true
	for _, c := range e.children {
		switch c.name {
		case "", "num":
		case "content", "intro":
			for _, p := range c.children {
				if p.name == "" && strings.TrimSpace(p.text) == "" {
					continue
				}
				if p.name == "table" {
					w.table(p)
					continue
				}
				b.Number = full
				printed := num
				if !first {
					printed = ""
				}
				w.item(p, printed, b)
				first = false
			}
		case "paragraph", "point", "item", "subparagraph", "alinea":
			w.numbered(c, full)
		case "list", "sublist":
			w.list(c, full, &first, num)
		default:
			w.division(c)
		}
	}
}

// list writes the opening line and the points of a list that stands in a paragraph numbered full.
func (w *aknWriter) list(e *element, full string, first *bool, num string) {
	for _, c := range e.children {
		switch c.name {
		case "intro", "wrapUp":
			for _, p := range c.children {
				if p.name != "p" {
					continue
				}
				printed := num
				if !*first {
					printed = ""
				}
				w.item(p, printed, parse.Block{Kind: w.kind(), Number: full})
				*first = false
			}
		case "point", "item", "paragraph":
			w.numbered(c, full)
		case "list", "sublist":
			w.list(c, full, first, num)
		case "", "num":
		default:
			w.division(c)
		}
	}
}

// item writes a paragraph with its printed number before it; the block is the words alone.
func (w *aknWriter) item(p *element, printed string, b parse.Block) {
	w.paragraph()
	if printed != "" {
		w.words(printed + " ")
	}
	start := len(w.text)
	b.Opening = opening(p)
	w.inline(p)
	w.block(b, start)
	w.flush(w.inline)
}

// table writes a table as one paragraph, a row a line.
func (w *aknWriter) table(e *element) {
	w.paragraph()
	start := len(w.text)
	e.each("tr", func(row *element) {
		w.line()
		for _, cell := range row.children {
			if cell.name == "td" || cell.name == "th" {
				w.inline(cell)
				w.words("  ")
			}
		}
	})
	w.block(parse.Block{Kind: parse.OtherBlock}, start)
	w.flush(w.inline)
}

// inline writes the words of e, its links and the marks of its notes.
func (w *aknWriter) inline(e *element) {
	w.words(e.text)
	for _, c := range e.children {
		switch c.name {
		case "authorialNote":
			w.counted++
			mark := strings.TrimSpace(c.attr("marker"))
			if mark == "" {
				mark = strconv.Itoa(w.counted)
			}
			w.mark(mark, c)
		case "a":
			w.link(c)
		case "eol", "p":
			w.words(" ")
			w.inline(c)
			w.words(" ")
		case "img", "num":
		default:
			w.inline(c)
		}
	}
}

func (w *aknWriter) link(e *element) {
	at := len(w.text)
	w.inline(e)
	for at < len(w.text) && isSpace(w.text[at]) {
		at++
	}
	if target := e.attr("href"); target != "" && at < len(w.text) {
		l := parse.Link{Target: target}
		l.Span.Start, l.Span.End = at, len(w.text)
		w.links = append(w.links, l)
	}
}

// number returns the printed number of a numbered element, "1." or "(a)"; "" where it has none.
func number(e *element) string {
	for _, c := range e.children {
		if c.name == "num" {
			return strings.Trim(c.plain(), " \u00a0")
		}
	}
	return ""
}

// headingClass reports whether a paragraph's class is one of the headings of the United Nations' Word templates.
func headingClass(class string) bool {
	switch class {
	case "H1", "HCh", "H23", "H4", "H56", "Heading1", "Caption":
		return true
	}
	return false
}

// opening returns the words set in italics or underlined at the beginning of a paragraph.
func opening(e *element) string {
	for _, c := range e.children {
		if c.name == "" && strings.TrimSpace(c.text) == "" {
			continue
		}
		if c.name != "span" {
			return ""
		}
		if class := c.attr("class"); strings.Contains(class, "italic") || strings.Contains(class, "underline") {
			return strings.Trim(c.plain(), " ,;:")
		}
		return ""
	}
	return ""
}
