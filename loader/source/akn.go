package source

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"recital/loader/parse"
)

// maxElementDepth bounds how deep elements may stand in each other: resolutions need 20.
const maxElementDepth = 200

// An element of an XML or HTML document, as a tree; text is an element without a name.
type element struct {
	name     string // local name; "" for text
	text     string
	attrs    []xml.Attr
	children []*element
}

// attr returns the value of an attribute by its local name, "" where there is none.
func (e *element) attr(name string) string {
	for i := range e.attrs {
		if e.attrs[i].Name.Local == name {
			return e.attrs[i].Value
		}
	}
	return ""
}

// find returns the first descendant with the name, in document order; nil where there is none.
func (e *element) find(name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
		if found := c.find(name); found != nil {
			return found
		}
	}
	return nil
}

// each calls f with every descendant of the name, in document order.
func (e *element) each(name string, f func(*element)) {
	for _, c := range e.children {
		if c.name == name {
			f(c)
		}
		c.each(name, f)
	}
}

// plain returns the text of all descendants but notes, white space folded.
func (e *element) plain() string {
	var b strings.Builder
	var walk func(*element)
	walk = func(x *element) {
		b.WriteString(x.text)
		for _, c := range x.children {
			if c.name != "authorialNote" {
				walk(c)
			}
		}
	}
	walk(e)
	return strings.Join(strings.Fields(b.String()), " ")
}

// parseXML reads XML into a tree. It forgives what can be read all the same: an end tag without a start is passed over (some of the
// presidential statements have them), a missing one is put in. Text that is no XML is refused with the line.
func parseXML(data []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = xmlCharset
	root := &element{name: "#root"}
	stack := []*element{root}
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, xmlFault(d, err)
		}
		top := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			e := &element{name: t.Name.Local, attrs: append([]xml.Attr(nil), t.Attr...)}
			top.children = append(top.children, e)
			stack = append(stack, e)
			if len(stack) > maxElementDepth {
				return nil, xmlFault(d, fmt.Errorf("elements nested more than %d deep", maxElementDepth))
			}
		case xml.EndElement:
			stack = closed(stack, t.Name.Local)
		case xml.CharData:
			top.children = append(top.children, &element{text: string(t)})
		}
	}
}

// closed pops the innermost open element of the name, and what stands open within it; nothing where none is open.
func closed(stack []*element, name string) []*element {
	for i := len(stack) - 1; i > 0; i-- {
		if stack[i].name == name {
			return stack[:i]
		}
	}
	return stack
}

func xmlFault(d *xml.Decoder, err error) error {
	line, _ := d.InputPos()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		return &fault{fmt.Sprintf("line %d", syntax.Line), "malformed XML: " + syntax.Msg}
	}
	return &fault{fmt.Sprintf("line %d", line), "malformed XML: " + err.Error()}
}

// xmlCharset reads the encodings that XML documents of the United Nations declare.
func xmlCharset(label string, input io.Reader) (io.Reader, error) {
	switch strings.ToLower(label) {
	case "utf-8", "utf8", "us-ascii", "ascii", "utf-16": // UTF-16 was decoded before
		return input, nil
	case "iso-8859-1", "latin1", "windows-1252":
		data, err := io.ReadAll(input)
		if err != nil {
			return nil, err
		}
		text, err := decodeBroken(data)
		return strings.NewReader(text), err
	}
	return nil, fmt.Errorf("encoding %q is not read", label)
}

// readAKN reads Akoma Ntoso as the United Nations use it (AKN4UN).
func readAKN(data []byte) (parse.Raw, error) {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		text, err := decode(data)
		if err != nil {
			return parse.Raw{}, err
		}
		data = []byte(text)
	}
	root, err := parseXML(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	if err != nil {
		return parse.Raw{}, err
	}
	w := &aknWriter{}
	w.walk(root)
	raw := w.raw()
	raw.Head = aknHead(root)
	return raw, nil
}
