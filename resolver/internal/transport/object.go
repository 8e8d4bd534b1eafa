package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"
)

// errObject: the text is no JSON object.
var errObject = errors.New("not a JSON object")

// object is the fields of a JSON object that are still to be read. It looks into no value, which who uses one does: a request may be a megabyte
// of variables that are refused for their length alone.
type object struct{ rest []byte }

// openObject begins to read an object.
func openObject(text []byte) (object, error) {
	o := object{text}
	if !o.skip('{') {
		return o, errObject
	}
	return o, nil
}

// next reads the next field; name is empty after the last, and nothing follows the object then.
func (o *object) next(first bool) (name string, value []byte, err error) {
	if o.skip('}') {
		if o.blank(); len(o.rest) > 0 {
			return "", nil, errObject
		}
		return "", nil, nil
	}
	if !first && !o.skip(',') {
		return "", nil, errObject
	}
	key, err := o.value()
	if err != nil {
		return "", nil, err
	}
	if name, err = textOf(key); err != nil || key[0] != '"' || !o.skip(':') {
		return "", nil, errObject
	}
	value, err = o.value()
	return name, value, err
}

func (o *object) blank() {
	for len(o.rest) > 0 && (o.rest[0] == ' ' || o.rest[0] == '\n' || o.rest[0] == '\r' || o.rest[0] == '\t') {
		o.rest = o.rest[1:]
	}
}

// skip passes over blanks and the character, and reports whether it is there.
func (o *object) skip(c byte) bool {
	o.blank()
	if len(o.rest) == 0 || o.rest[0] != c {
		return false
	}
	o.rest = o.rest[1:]
	return true
}

// value reads a value as it is written. What lies between its brackets may be malformed.
func (o *object) value() ([]byte, error) {
	o.blank()
	depth, at := 0, 0
	for at < len(o.rest) {
		switch o.rest[at] {
		case '"':
			end := quoteEnd(o.rest[at+1:])
			if end < 0 {
				return nil, errObject
			}
			at += 1 + end
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if at++; depth == 0 && o.ends(at) {
			value := o.rest[:at]
			o.rest = o.rest[at:]
			return value, nil
		}
	}
	return nil, errObject
}

// ends reports whether a value that stands in no bracket may end at the place.
func (o *object) ends(at int) bool {
	if at == len(o.rest) {
		return true
	}
	switch o.rest[at] {
	case ',', ':', '}', ']', ' ', '\n', '\r', '\t':
		return true
	default:
		return false
	}
}

// quoteEnd is the place of the quote that ends a string; negative where none does.
func quoteEnd(s []byte) int {
	for from := 0; ; {
		at := bytes.IndexByte(s[from:], '"')
		if at < 0 {
			return at
		}
		at += from
		escapes := 0
		for at-escapes > from && s[at-escapes-1] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return at
		}
		from = at + 1
	}
}

// textOf reads a string; null is an empty one.
func textOf(value []byte) (string, error) {
	if len(value) >= 2 && value[0] == '"' {
		if text, simple := unescaped(value[1 : len(value)-1]); simple {
			return text, nil
		}
	}
	var text string
	err := json.Unmarshal(value, &text)
	return text, err
}

// unescaped reads a string in ASCII whose escapes are of one letter, as those of documents are; simple is false for any other.
func unescaped(s []byte) (text string, simple bool) {
	escapes := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\\':
			if escapes++; i+1 == len(s) || escapeOf(s[i+1]) == 0 {
				return "", false
			}
			i++
		case c < ' ' || c == '"' || c >= utf8.RuneSelf:
			return "", false
		}
	}
	if escapes == 0 {
		return string(s), true
	}
	var b strings.Builder
	b.Grow(len(s) - escapes)
	for {
		at := bytes.IndexByte(s, '\\')
		if at < 0 {
			b.Write(s)
			return b.String(), true
		}
		b.Write(s[:at])
		b.WriteByte(escapeOf(s[at+1]))
		s = s[at+2:]
	}
}

// escapeOf is what a letter stands for after a backslash; 0 for a letter that does not stand for itself alone.
func escapeOf(letter byte) byte {
	switch letter {
	case '"', '\\', '/':
		return letter
	case 'n':
		return '\n'
	case 't':
		return '\t'
	case 'r':
		return '\r'
	case 'b':
		return '\b'
	case 'f':
		return '\f'
	default:
		return 0
	}
}

// simpleObject reads an object of strings, true, false and null, as most variables are; simple is false for any other text, which has to be
// decoded.
func simpleObject(text []byte) (values map[string]any, simple bool) {
	fields, err := openObject(text)
	if err != nil {
		return nil, false
	}
	values = make(map[string]any)
	for first := true; ; first = false {
		name, value, err := fields.next(first)
		switch {
		case err != nil || name == "" && value != nil:
			return nil, false
		case value == nil:
			return values, true
		}
		switch string(value) {
		case "null":
			values[name] = nil
		case "true", "false":
			values[name] = value[0] == 't'
		default:
			if value[0] != '"' {
				return nil, false
			}
			if values[name], err = textOf(value); err != nil {
				return nil, false
			}
		}
	}
}
