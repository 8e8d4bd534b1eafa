package quality

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// element is a node of an XML tree: the text before its first child, its children, and the text after its own end. The measure reads
// the markup by itself and not by loader/source, so that a fault of the reader cannot hide in the measure.
type element struct {
	name       string
	attributes []xml.Attr
	text       string
	children   []*element
	tail       string
}

// depthLimit bounds the nesting of elements: resolutions reach 20.
const depthLimit = 500

// errNoElement refuses a file without an element.
var errNoElement = errors.New("no XML element")

func readElement(data []byte) (*element, error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	top := &element{}
	open := []*element{top}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("byte %d: %w", decoder.InputOffset(), err)
		}
		last := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) > depthLimit {
				return nil, fmt.Errorf("byte %d: elements nested more than %d deep", decoder.InputOffset(), depthLimit)
			}
			child := &element{name: t.Name.Local, attributes: t.Copy().Attr}
			last.children = append(last.children, child)
			open = append(open, child)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.add(string(t))
		}
	}
	if len(top.children) == 0 {
		return nil, errNoElement
	}
	return top.children[0], nil
}

// add adds character data at the end of what the element has so far.
func (e *element) add(text string) {
	if len(e.children) == 0 {
		e.text += text
		return
	}
	e.children[len(e.children)-1].tail += text
}

// attribute returns an attribute's value and whether the element has it.
func (e *element) attribute(name string) (string, bool) {
	for _, a := range e.attributes {
		if a.Name.Space == "" && a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}

// child returns the first child of the name, nil where there is none.
func (e *element) child(name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// walk calls visit for the element and all below it of the name, in reading order, until visit returns false.
func (e *element) walk(name string, visit func(*element) bool) bool {
	if e.name == name && !visit(e) {
		return false
	}
	for _, c := range e.children {
		if !c.walk(name, visit) {
			return false
		}
	}
	return true
}

// words returns all text within the element with its blanks folded.
func (e *element) words() string {
	var b strings.Builder
	e.gather(&b)
	return strings.TrimSpace(fold(b.String()))
}

func (e *element) gather(b *strings.Builder) {
	b.WriteString(e.text)
	for _, c := range e.children {
		c.gather(b)
		b.WriteString(c.tail)
	}
}

// fold makes every run of blanks one blank.
func fold(s string) string {
	var b strings.Builder
	blank := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
			continue
		}
		blank = false
		b.WriteRune(r)
	}
	return b.String()
}
