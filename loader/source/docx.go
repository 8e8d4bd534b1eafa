package source

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"recital/graph"
	"recital/loader/parse"
)

// maxPart bounds one part of a Word file, unpacked; maxPartRatio what it may grow by.
const (
	maxPart      = 128 << 20
	maxPartRatio = 400
)

// readDOCX reads a Word file: its paragraphs with their automatic numbers, its footnotes where their marks stand, its hyperlinks.
func readDOCX(data []byte) (parse.Raw, error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return parse.Raw{}, &fault{"", "damaged Word file: " + err.Error()}
	}
	files := make(map[string]*zip.File, len(archive.File))
	for _, f := range archive.File {
		files[f.Name] = f
	}
	body, err := partOf(files, "word/document.xml")
	if err != nil {
		return parse.Raw{}, err
	}
	if body == nil {
		return parse.Raw{}, &fault{"", "a zip archive under another name, no Word file"}
	}
	w := &docxWriter{counters: make(map[string]int)}
	for _, part := range []struct {
		name string
		read func(*element)
	}{
		{"word/footnotes.xml", w.readNotes},
		{"word/endnotes.xml", w.readEndnotes},
		{"word/_rels/document.xml.rels", w.readTargets},
		{"word/numbering.xml", w.readNumbering},
	} {
		root, err := partOf(files, part.name)
		if err != nil {
			return parse.Raw{}, err
		}
		if root != nil {
			part.read(root)
		}
	}
	w.walk(body)
	raw := w.raw()
	if raw.Head.Symbol, err = headerSymbol(files); err != nil {
		return parse.Raw{}, err
	}
	return raw, nil
}

// partOf reads one part of the file as XML; nil where there is none.
func partOf(files map[string]*zip.File, name string) (*element, error) {
	f := files[name]
	if f == nil {
		return nil, nil //nolint:nilnil // a part that is not there is no error: most are optional
	}
	place := "member " + name
	if f.UncompressedSize64 > maxPart || f.UncompressedSize64 > maxPartRatio*max(f.CompressedSize64, 4096) {
		return nil, &fault{place, fmt.Sprintf("unpacks to %d MB", f.UncompressedSize64>>20)}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &fault{place, "damaged Word file: " + err.Error()}
	}
	data, err := io.ReadAll(io.LimitReader(r, maxPart))
	if closing := r.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return nil, &fault{place, "damaged Word file: " + err.Error()}
	}
	root, err := parseXML(data)
	var bad *fault
	if errors.As(err, &bad) {
		return nil, &fault{place + " " + bad.place, bad.reason}
	}
	return root, err
}

// headerSymbol looks for the document's symbol in the page heads, where templates put it.
func headerSymbol(files map[string]*zip.File) (graph.Symbol, error) {
	for i := 1; i <= 6; i++ {
		root, err := partOf(files, "word/header"+strconv.Itoa(i)+".xml")
		if err != nil || root == nil {
			return graph.Symbol{}, err
		}
		var found graph.Symbol
		root.each("p", func(p *element) {
			text := strings.Join(strings.Fields(runText(p)), "")
			if symbol, err := graph.ParseSymbol(text); err == nil && found.IsZero() && len(text) < 50 && strings.Contains(text, "/RES/") {
				found = symbol
			}
		})
		if !found.IsZero() {
			return found, nil
		}
	}
	return graph.Symbol{}, nil
}

// runText returns the words of a paragraph's runs.
func runText(p *element) string {
	var b strings.Builder
	p.each("t", func(t *element) {
		for _, c := range t.children {
			b.WriteString(c.text)
		}
	})
	return b.String()
}

// A docxWriter writes the text of a Word document.
type docxWriter struct {
	writer
	notes    map[string]*element // by id
	endnotes map[string]*element
	targets  map[string]string // hyperlink targets by relationship id
	formats  map[string]map[int]levelFormat
	counters map[string]int
	marks    int
	field    string // the target of the hyperlink field that is open
	fieldAt  int
}

func (w *docxWriter) readNotes(root *element)    { w.notes = notesOf(root, "footnote") }
func (w *docxWriter) readEndnotes(root *element) { w.endnotes = notesOf(root, "endnote") }

func notesOf(root *element, name string) map[string]*element {
	all := make(map[string]*element)
	root.each(name, func(e *element) {
		if e.attr("type") == "" || e.attr("type") == "normal" { // the others are the rules above the notes
			all[e.attr("id")] = e
		}
	})
	return all
}

func (w *docxWriter) readTargets(root *element) {
	w.targets = make(map[string]string)
	root.each("Relationship", func(e *element) {
		if strings.HasSuffix(e.attr("Type"), "/hyperlink") {
			w.targets[e.attr("Id")] = e.attr("Target")
		}
	})
}

// walk writes the paragraphs under e, those of tables cell by cell.
func (w *docxWriter) walk(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "p":
			w.wordParagraph(c)
		case "Fallback", "sectPr", "del", "moveFrom", "": // what Choice holds already, what was deleted
		default:
			w.walk(c)
		}
	}
}

func (w *docxWriter) wordParagraph(p *element) {
	w.paragraph()
	b := parse.Block{}
	style := ""
	if properties := child(p, "pPr"); properties != nil {
		if s := child(properties, "pStyle"); s != nil {
			style = s.attr("val")
		}
		if number := w.number(properties); number != "" {
			w.words(number + " ")
			b.Number = number
		}
	}
	if headingClass(style) || strings.HasPrefix(style, "Heading") {
		b.Kind = parse.HeadingBlock
	}
	start := len(w.text)
	w.inline(p)
	w.block(b, start)
	w.flush(w.inline)
}

func child(e *element, name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// inline writes the runs of a paragraph or of a note.
func (w *docxWriter) inline(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "r":
			w.run(c)
		case "hyperlink":
			w.linked(w.targets[c.attr("id")], func() { w.inline(c) })
		case "p":
			w.words(" ")
			w.inline(c)
		case "txbxContent":
			w.walk(c)
		case "pPr", "rPr", "del", "moveFrom", "Fallback", "":
		default:
			w.inline(c)
		}
	}
}

// linked keeps what write writes as a link.
func (w *docxWriter) linked(target string, write func()) {
	start := len(w.text)
	write()
	w.addLink(target, start)
}

func (w *docxWriter) addLink(target string, start int) {
	for start < len(w.text) && isSpace(w.text[start]) {
		start++
	}
	if target != "" && start < len(w.text) {
		l := parse.Link{Target: target}
		l.Span.Start, l.Span.End = start, len(w.text)
		w.links = append(w.links, l)
	}
}

// run writes one run.
func (w *docxWriter) run(r *element) {
	raised := false
	if properties := child(r, "rPr"); properties != nil {
		if v := child(properties, "vertAlign"); v != nil {
			raised = v.attr("val") == "superscript"
		}
		if v := child(properties, "vanish"); v != nil && v.attr("val") != "0" && v.attr("val") != "false" {
			return
		}
	}
	for _, c := range r.children {
		switch c.name {
		case "t":
			text := ""
			for _, t := range c.children {
				text += t.text
			}
			if digits := strings.TrimSpace(text); raised && allDigits(digits) {
				w.words(superscript(digits))
				continue
			}
			w.words(text)
		case "tab", "ptab":
			w.words(" ")
		case "br", "cr":
			w.line()
		case "noBreakHyphen":
			w.word("-")
		case "footnoteReference":
			w.reference(w.notes[c.attr("id")], c)
		case "endnoteReference":
			w.reference(w.endnotes[c.attr("id")], c)
		case "instrText":
			w.instruction(c)
		case "fldChar":
			w.fieldChar(c.attr("fldCharType"))
		case "AlternateContent", "drawing", "pict", "Choice":
			w.inline(c)
		}
	}
}

// reference writes the mark of a note; one with a mark of its own ("*") writes it itself, in the text that follows.
func (w *docxWriter) reference(note, e *element) {
	if note == nil {
		return
	}
	if custom := e.attr("customMarkFollows"); custom == "1" || custom == "true" || custom == "on" {
		w.pend("*", note)
		return
	}
	w.marks++
	w.mark(strconv.Itoa(w.marks), note)
}

// pend keeps a note whose mark the text itself writes.
func (w *docxWriter) pend(mark string, note *element) {
	w.writer.notes = append(w.writer.notes, pendingNote{mark: mark, at: len(w.text), body: note})
}

// instruction reads the target of a hyperlink field.
func (w *docxWriter) instruction(e *element) {
	text := e.plain()
	if _, rest, ok := strings.Cut(text, "HYPERLINK"); ok {
		rest = strings.TrimLeft(rest, " ")
		if quoted, ok := strings.CutPrefix(rest, `"`); ok {
			w.field, _, _ = strings.Cut(quoted, `"`)
		}
	}
}

func (w *docxWriter) fieldChar(kind string) {
	switch kind {
	case "separate":
		w.fieldAt = len(w.text)
	case "end":
		if w.field != "" {
			w.addLink(w.field, w.fieldAt)
		}
		w.field = ""
	}
}
