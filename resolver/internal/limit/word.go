package limit

import (
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// longestWord is the length in bytes of the longest name in a document: validation compares a wrong one with every right one.
const longestWord = 200

// Text refuses a text that is too long, or has a name longer than anything in the schema outside strings and comments.
func Text(text string, limits Limits) error {
	if len(text) > limits.Bytes {
		return &Exceeded{What: Bytes, Limit: limits.Bytes, Got: len(text)}
	}
	run := 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9':
			if run++; run > longestWord {
				return &Exceeded{What: Characters, Limit: longestWord}
			}
			continue
		case c == '#':
			i = after(text, i, "\n")
		case strings.HasPrefix(text[i:], `"""`):
			i = after(text, i+len(`""`), `"""`)
		case c == '"':
			i = quoted(text, i)
		}
		run = 0
	}
	return nil
}

// after returns the last byte of the next end after i, or of the text.
func after(text string, i int, end string) int {
	if at := strings.Index(text[i+1:], end); at >= 0 {
		return i + at + len(end)
	}
	return len(text)
}

// quoted returns the closing quotation mark of the string that opens at i, or the end of its line or of the text.
func quoted(text string, i int) int {
	for i++; i < len(text) && text[i] != '"' && text[i] != '\n'; i++ {
		if text[i] == '\\' {
			i++
		}
	}
	return i
}

// Introspective reports whether a valid document asks for the schema.
func Introspective(doc *ast.QueryDocument) bool {
	for _, op := range doc.Operations {
		if asksSchema(op.SelectionSet) {
			return true
		}
	}
	for _, f := range doc.Fragments {
		if asksSchema(f.SelectionSet) {
			return true
		}
	}
	return false
}

func asksSchema(set ast.SelectionSet) bool {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			if selection.Name == "__schema" || selection.Name == "__type" || asksSchema(selection.SelectionSet) {
				return true
			}
		case *ast.InlineFragment:
			if asksSchema(selection.SelectionSet) {
				return true
			}
		}
	}
	return false
}
