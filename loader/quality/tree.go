package quality

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// element is an XML element with the text before its first child and the text behind it, as the measure's definition speaks of them.
type element struct {
	tag        string // local name
	attributes map[string]string
	text, tail string
	children   []*element
}

// parseTree reads a whole XML document.
func parseTree(r io.Reader) (*element, error) {
	decoder := xml.NewDecoder(r)
	root := &element{}
	stack := []*element{root}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read XML: %w", err)
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{tag: t.Name.Local, attributes: make(map[string]string, len(t.Attr))}
			for _, a := range t.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			top.children = append(top.children, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if n := len(top.children); n > 0 {
				top.children[n-1].tail += string(t)
			} else {
				top.text += string(t)
			}
		}
	}
	if len(root.children) == 0 {
		return nil, errors.New("read XML: no element")
	}
	return root.children[0], nil
}

// each calls f for the element and all below it, in document order, until f says stop.
func (e *element) each(f func(*element) bool) bool {
	if !f(e) {
		return false
	}
	for _, c := range e.children {
		if !c.each(f) {
			return false
		}
	}
	return true
}

// find returns the first element of the tag, in document order; nil for none.
func (e *element) find(tag string) *element {
	var found *element
	e.each(func(c *element) bool {
		if c.tag == tag {
			found = c
		}
		return found == nil
	})
	return found
}

// child returns the first child of the tag; nil for none.
func (e *element) child(tag string) *element {
	for _, c := range e.children {
		if c.tag == tag {
			return c
		}
	}
	return nil
}

// inner returns all text within the element.
func (e *element) inner() string {
	var b strings.Builder
	var write func(*element)
	write = func(x *element) {
		b.WriteString(x.text)
		for _, c := range x.children {
			write(c)
			b.WriteString(c.tail)
		}
	}
	write(e)
	return b.String()
}

// squash folds white space, no-break spaces too, to single blanks.
func squash(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(s, "\u00a0", " ")), " ")
}
