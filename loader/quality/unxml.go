package quality

import (
	"os"
	"regexp"
	"strconv"
	"strings"
)

// segment is a run of text with the address that it is linked to.
type segment struct {
	text   string
	target string // empty where it is not linked
}

// linkedNote is a footnote's text.
type linkedNote []segment

// linkedParagraph is a paragraph as the official file gives it; \x01n\x01 in its text stands for its n-th note.
type linkedParagraph struct {
	operative bool
	label     string
	segments  []segment
	notes     []linkedNote
}

// linkedDocument is an official file with its links.
type linkedDocument struct {
	path, symbol, date, title string
	paragraphs                []linkedParagraph
}

var principalSymbol = regexp.MustCompile(`^(A|S|E)/`)

// readLinked reads an AKN4UN file for its links.
func readLinked(path string) (*linkedDocument, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	root, err := parseTree(file)
	if err != nil {
		return nil, err
	}
	d := &linkedDocument{path: path}
	root.each(func(e *element) bool {
		switch {
		case e.tag == "docNumber" && d.symbol == "":
			if text := squash(e.inner()); principalSymbol.MatchString(text) {
				d.symbol = normalize(text)
			}
		case e.tag == "docTitle" && e.attributes["refersTo"] == "#resolutionTitle":
			d.title = squash(e.inner())
		case e.tag == "FRBRdate" && e.attributes["name"] == "adoption" && d.date == "":
			d.date = e.attributes["date"]
		}
		return true
	})
	if preamble := root.find("preamble"); preamble != nil {
		preamble.each(func(e *element) bool {
			if e.tag == "container" {
				d.emitAll(e, false, "")
			}
			return true
		})
	}
	if body := root.find("mainBody"); body != nil {
		d.walk(body, nil)
	}
	return d, nil
}

// emitAll takes the direct paragraphs of an element.
func (d *linkedDocument) emitAll(e *element, operative bool, label string) {
	for _, c := range e.children {
		if c.tag == "p" {
			d.emit(c, operative, label)
		}
	}
}

func (d *linkedDocument) emit(p *element, operative bool, label string) {
	q := linkedParagraph{operative: operative, label: label}
	q.segments = segments(p, &q.notes)
	var all strings.Builder
	for _, s := range q.segments {
		all.WriteString(s.text)
	}
	if squash(all.String()) != "" {
		d.paragraphs = append(d.paragraphs, q)
	}
}

// walk takes the operative paragraphs below an element; prefix holds the numbers above it.
func (d *linkedDocument) walk(e *element, prefix []string) {
	switch e.tag {
	case "paragraph", "point", "subparagraph", "item":
		here := prefix
		if num := e.child("num"); num != nil {
			if label := strings.TrimSpace(strings.Trim(squash(num.inner()), ".")); label != "" {
				here = append(append([]string(nil), prefix...), label)
			}
		}
		for _, c := range e.children {
			switch c.tag {
			case "content":
				d.emitAll(c, true, strings.Join(here, "."))
			case "num":
			default:
				d.walk(c, here)
			}
		}
	case "intro":
		d.emitAll(e, true, strings.Join(prefix, "."))
	case "attachments":
	case "crossHeading":
		d.emit(e, true, "")
	default:
		for _, c := range e.children {
			d.walk(c, prefix)
		}
	}
}

// segments flattens an element; notes are put apart and a placeholder is left.
func segments(e *element, notes *[]linkedNote) []segment {
	var out []segment
	var walk func(x *element, target string)
	walk = func(x *element, target string) {
		switch x.tag {
		case "authorialNote":
			var note linkedNote
			for _, c := range x.children {
				var inner []linkedNote
				note = append(note, segments(c, &inner)...)
			}
			*notes = append(*notes, note)
			out = append(out, segment{text: "\x01" + strconv.Itoa(len(*notes)-1) + "\x01"})
			return
		case "num", "img":
			return
		case "a":
			target = x.attributes["href"]
		}
		if x.text != "" {
			out = append(out, segment{x.text, target})
		}
		for _, c := range x.children {
			walk(c, target)
			if c.tail != "" {
				out = append(out, segment{c.tail, target})
			}
		}
	}
	if e.text != "" {
		out = append(out, segment{text: e.text})
	}
	for _, c := range e.children {
		walk(c, "")
		if c.tail != "" {
			out = append(out, segment{text: c.tail})
		}
	}
	return out
}
