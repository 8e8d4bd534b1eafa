package quality

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"recital/loader/source"
)

// Linked is a resolution in AKN4UN whose citations carry the links that the United Nations put there.
type Linked struct {
	// File is the base name of its file: the key of the errata.
	File   string
	Symbol string // normalised as the links are
	Title  string
	Date   time.Time

	paragraphs []linkedParagraph
}

// linkedParagraph is a paragraph with its footnotes.
type linkedParagraph struct {
	operative bool
	label     string
	segments  []segment
	notes     [][]segment
}

// segment is a run of text with one link or none, or the place of a footnote's mark.
type segment struct {
	text   string
	href   string
	linked bool
	note   int // number of the note within its paragraph, from 1; 0 for text
}

// errNoResolution refuses a file without a symbol or without paragraphs.
var errNoResolution = errors.New("no resolution in AKN4UN: no symbol or no paragraphs")

// undated is printed where a file has no date of adoption.
var undated = time.Date(2020, time.January, 1, 0, 0, 0, 0, time.UTC)

// ReadLinked reads a resolution in AKN4UN with the links on its citations.
func ReadLinked(item source.Item) (*Linked, error) {
	root, err := readElement(item.Data)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", item.Name, err)
	}
	l := &Linked{File: path.Base(item.Name[strings.LastIndexByte(item.Name, '!')+1:])}
	root.walk("docNumber", func(e *element) bool {
		words := e.words()
		if strings.HasPrefix(words, "A/") || strings.HasPrefix(words, "S/") || strings.HasPrefix(words, "E/") {
			l.Symbol = normalSymbol(words)
		}
		return l.Symbol == ""
	})
	root.walk("docTitle", func(e *element) bool {
		if refers, _ := e.attribute("refersTo"); refers == "#resolutionTitle" {
			l.Title = e.words()
		}
		return true
	})
	if err := l.readDate(root); err != nil {
		return nil, fmt.Errorf("read %s: %w", item.Name, err)
	}
	root.walk("preamble", func(e *element) bool { l.preamble(e); return false })
	root.walk("mainBody", func(e *element) bool { l.body(e, nil); return false })
	if l.Symbol == "" || len(l.paragraphs) == 0 {
		return nil, fmt.Errorf("read %s: %w", item.Name, errNoResolution)
	}
	return l, nil
}

func (l *Linked) readDate(root *element) error {
	printed := ""
	root.walk("FRBRdate", func(e *element) bool {
		name, _ := e.attribute("name")
		if name == "adoption" {
			printed, _ = e.attribute("date")
		}
		return name != "adoption"
	})
	l.Date = undated
	if printed == "" {
		return nil
	}
	date, err := time.Parse(time.DateOnly, printed)
	if err != nil {
		return fmt.Errorf("date of adoption: %w", err)
	}
	l.Date = date
	return nil
}

func (l *Linked) preamble(e *element) {
	e.walk("container", func(c *element) bool {
		for _, p := range c.children {
			if p.name == "p" {
				l.add(false, "", p)
			}
		}
		return true
	})
}

// body reads what stands below the main body, numbers being those of the paragraphs around.
func (l *Linked) body(e *element, numbers []string) {
	switch e.name {
	case "paragraph", "point", "subparagraph", "item":
		l.numbered(e, numbers)
	case "intro":
		l.contents(e, strings.Join(numbers, "."))
	case "attachments":
	case "crossHeading": // section titles cite and carry footnotes
		l.add(true, "", e)
	default:
		for _, c := range e.children {
			l.body(c, numbers)
		}
	}
}

func (l *Linked) numbered(e *element, numbers []string) {
	if num := e.child("num"); num != nil {
		if label := strings.TrimSpace(strings.Trim(num.words(), ".")); label != "" {
			numbers = append(numbers[:len(numbers):len(numbers)], label)
		}
	}
	for _, c := range e.children {
		switch c.name {
		case "content":
			l.contents(c, strings.Join(numbers, "."))
		case "num":
		default:
			l.body(c, numbers)
		}
	}
}

func (l *Linked) contents(e *element, label string) {
	for _, p := range e.children {
		if p.name == "p" {
			l.add(true, label, p)
		}
	}
}

// add keeps the element's text as a paragraph, if it has any.
func (l *Linked) add(operative bool, label string, e *element) {
	p := linkedParagraph{operative: operative, label: label}
	p.segments = segmentsOf(e, &p.notes)
	for _, s := range p.segments {
		if s.note > 0 || strings.TrimSpace(s.text) != "" {
			l.paragraphs = append(l.paragraphs, p)
			return
		}
	}
}

// segmentsOf flattens an element and collects its footnotes apart.
func segmentsOf(e *element, notes *[][]segment) []segment {
	f := flattener{notes: notes}
	f.text(e.text, segment{})
	for _, c := range e.children {
		f.element(c, segment{})
		f.text(c.tail, segment{})
	}
	return f.segments
}

// flattener turns a tree into segments.
type flattener struct {
	segments []segment
	notes    *[][]segment
}

// text adds text under the link of the segment in.
func (f *flattener) text(text string, in segment) {
	if text != "" {
		in.text = text
		f.segments = append(f.segments, in)
	}
}

func (f *flattener) element(e *element, in segment) {
	switch e.name {
	case "authorialNote":
		var note []segment
		for _, c := range e.children {
			note = append(note, segmentsOf(c, &[][]segment{})...)
		}
		*f.notes = append(*f.notes, note)
		f.segments = append(f.segments, segment{note: len(*f.notes)})
		return
	case "num", "img":
		return
	case "a":
		in.href, in.linked = e.attribute("href")
	}
	f.text(e.text, in)
	for _, c := range e.children {
		f.element(c, in)
		f.text(c.tail, in)
	}
}

// Links are the resolutions under some paths, read for scoring.
type Links struct {
	Texts []*Linked
	// PassedOver are files without a symbol or paragraphs, and such as cannot be read, each with its reason.
	PassedOver []error
}

// ReadLinks reads AKN4UN files: those named, the *.xml files right in the folders named, and those in the archives named. Texts are in
// the order of their names, folder by folder.
func ReadLinks(ctx context.Context, paths []string) (Links, error) {
	var links Links
	for _, path := range paths {
		files := []string{path}
		if info, err := os.Stat(path); err != nil {
			return Links{}, fmt.Errorf("read links: %w", err)
		} else if info.IsDir() {
			if files, err = filepath.Glob(filepath.Join(path, "*.xml")); err != nil {
				return Links{}, fmt.Errorf("read links: %w", err)
			}
		}
		for item, err := range source.Walk(ctx, files, source.Options{}) {
			if err == nil && !strings.HasSuffix(item.Name, ".xml") {
				continue
			}
			if err == nil {
				err = links.add(item)
			} else if ctx.Err() != nil {
				return Links{}, fmt.Errorf("read links: %w", ctx.Err())
			}
			if err != nil {
				links.PassedOver = append(links.PassedOver, err)
			}
		}
	}
	return links, nil
}

func (l *Links) add(item source.Item) error {
	text, err := ReadLinked(item)
	if err == nil {
		l.Texts = append(l.Texts, text)
	}
	return err
}
