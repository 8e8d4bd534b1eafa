package scalar

import (
	"context"
	"io"
	"math"
	"slices"
	"strconv"
	"sync"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"recital/graph"
)

// Writer writes entries of a list whose fields are all at hand, straight into the answer: without the contexts, closures and values in
// between that a field needs which waits for the store or fails. The generated code (direct.go) drives it. What it cannot write it gives
// up, and the list is marshalled the long way, which also says what is wrong.
type Writer struct {
	text      []byte
	collected []collection
	float     uint64 // the bits of the one written last
	digits    []byte // as it is written
}

// Field is a field that an object is asked for.
type Field struct {
	// Number is its place among the fields of its type, as the generated code numbers them; -1 where it is none of them.
	Number int
	// Selections is what it is asked for in turn.
	Selections ast.SelectionSet
	key        string // as the answer has it, with quotes and colon
}

// collection is the fields of a selection.
type collection struct {
	selection
	fields []Field
}

// writtenFor is the use of a selection whose fields are written for a type, told by the place of its name.
type writtenFor struct{ of *string }

// Fields is the fields that a selection has for a type, which satisfies the names and has fields of the names that are numbered. They must not be
// changed.
func (w *Writer) Fields(
	ctx context.Context, oc *graphql.OperationContext, set ast.SelectionSet, satisfies, numbered []string,
) []Field {
	if len(set) == 0 {
		return nil
	}
	key := selectionOf(set, satisfies)
	for i := range w.collected {
		if w.collected[i].selection == key {
			return w.collected[i].fields
		}
	}
	fields := Once(ctx, set, writtenFor{key.of}, func() []Field {
		collected := Fields(ctx, oc, set, satisfies)
		fields := make([]Field, len(collected))
		for i, f := range collected {
			// The alias is a name of GraphQL: nothing in it to escape.
			fields[i] = Field{slices.Index(numbered, f.Name), f.Selections, `"` + f.Alias + `":`}
		}
		return fields
	})
	w.collected = append(w.collected, collection{key, fields})
	return fields
}

// Write implements [io.Writer], for values that write themselves.
func (w *Writer) Write(p []byte) (int, error) {
	w.text = append(w.text, p...)
	return len(p), nil
}

// WriteString implements [io.StringWriter].
func (w *Writer) WriteString(s string) (int, error) {
	w.text = append(w.text, s...)
	return len(s), nil
}

// Raw writes what needs no quotes.
func (w *Writer) Raw(s string) { w.text = append(w.text, s...) }

// Separate writes a comma before all but the first of a list.
func (w *Writer) Separate(i int) {
	if i > 0 {
		w.text = append(w.text, ',')
	}
}

// Key writes the name of the i-th field of an object.
func (w *Writer) Key(i int, f *Field) {
	separator := byte(',')
	if i == 0 {
		separator = '{'
	}
	w.text = append(append(w.text, separator), f.key...)
}

// End ends an object with so many fields.
func (w *Writer) End(fields int) {
	if fields == 0 {
		w.text = append(w.text, '{')
	}
	w.text = append(w.text, '}')
}

// Null writes null where it is allowed, and reports whether it is.
func (w *Writer) Null(allowed bool) bool {
	w.text = append(w.text, "null"...)
	return allowed
}

// Int writes a number.
func (w *Writer) Int(n int) { w.text = strconv.AppendInt(w.text, int64(n), 10) }

// Float writes a number; one that JSON has none of gives up.
func (w *Writer) Float(f float64) bool {
	if bits := math.Float64bits(f); bits != w.float || len(w.digits) == 0 { // the citations of a text are mostly of the same confidence
		w.float, w.digits = bits, strconv.AppendFloat(w.digits[:0], f, 'g', -1, 64)
	}
	w.text = append(w.text, w.digits...)
	return !math.IsInf(f, 0) && !math.IsNaN(f)
}

// Bool writes true or false.
func (w *Writer) Bool(b bool) { w.text = strconv.AppendBool(w.text, b) }

// Text writes a string.
func (w *Writer) Text(s string) { w.text = appendQuoted(w.text, s) }

// Word writes a text of which the empty one is null, and reports whether it may be null where it is.
func (w *Writer) Word(s string, nullable bool) bool {
	if s == "" {
		return w.Null(nullable)
	}
	w.text = appendQuoted(w.text, s)
	return true
}

// Date writes a date, the zero one as null, and reports whether it may be null where it is.
func (w *Writer) Date(d graph.Date, nullable bool) bool {
	if d.IsZero() {
		return w.Null(nullable)
	}
	w.text = append(d.Append(append(w.text, '"')), '"')
	return true
}

// Value writes what a scalar's Marshal function made, and reports whether it may be null where it is.
func (w *Writer) Value(m graphql.Marshaler, nullable bool) bool {
	switch m := m.(type) {
	case quoted:
		w.Text(string(m))
	default:
		if m == graphql.Null {
			return w.Null(nullable)
		}
		m.MarshalGQL(w)
	}
	return true
}

// quoted is a string that is not null.
type quoted string

// MarshalGQL implements [graphql.Marshaler]. The writer is memory, which takes everything.
func (q quoted) MarshalGQL(w io.Writer) {
	if direct, ok := w.(*Writer); ok {
		direct.Text(string(q))
		return
	}
	_, _ = w.Write(appendQuoted(nil, string(q)))
}

// isPlain reports whether eight bytes stand for themselves in a JSON string, looking at all of them at once: the highest bit of a byte of each
// term tells that it is no ASCII, a control character, a quote or a backslash.
func isPlain(s string) bool {
	const ones, highest = 0x0101010101010101, 0x8080808080808080
	_ = s[7]
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	quote, backslash := x^'"'*ones, x^'\\'*ones
	return (x|(x-' '*ones)|(quote-ones)&^quote|(backslash-ones)&^backslash)&highest == 0
}

const hexadecimal = "0123456789ABCDEF"

// appendQuoted appends a text as a JSON string. Bytes that are no UTF-8 become U+FFFD, as JSON must be UTF-8.
func appendQuoted(b []byte, s string) []byte {
	b = append(b, '"')
	from := 0
	for i := 0; i < len(s); {
		if i+8 <= len(s) && isPlain(s[i:i+8]) {
			i += 8
			continue
		}
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				b = append(append(b, s[from:i]...), "\uFFFD"...)
				from = i + 1
			}
			i += size
			continue
		}
		i++
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		b = append(b, s[from:i-1]...)
		from = i
		switch c {
		case '"', '\\':
			b = append(b, '\\', c)
		case '\n':
			b = append(b, '\\', 'n')
		case '\r':
			b = append(b, '\\', 'r')
		case '\t':
			b = append(b, '\\', 't')
		default:
			b = append(b, '\\', 'u', '0', '0', hexadecimal[c>>4], hexadecimal[c&0xF])
		}
	}
	return append(append(b, s[from:]...), '"')
}

// written is entries of a list as they stand in the answer, once.
type written struct{ from *Writer }

// MarshalGQL implements [graphql.Marshaler]. The writer is memory, which takes everything.
func (t *written) MarshalGQL(w io.Writer) {
	if t.from == nil {
		panic("scalar: an answer is written twice")
	}
	_, _ = w.Write(t.from.text)
	t.from.free(writers)
	t.from = nil
}

// writers are kept for their memory: those of lists, of which an answer has a few, one after the other, and those of answers.
var writers, answers = newWriters(), newWriters()

func newWriters() *sync.Pool { return &sync.Pool{New: func() any { return new(Writer) }} }

// keptText bounds the memory that a kept writer holds, in bytes: a page of texts.
const keptText = 256 << 10

func newWriter(from *sync.Pool) *Writer {
	w, ok := from.Get().(*Writer)
	if !ok {
		panic("scalar: a pool of writers holds something else")
	}
	return w
}

func (w *Writer) free(to *sync.Pool) {
	clear(w.collected)
	if w.text, w.collected = w.text[:0], w.collected[:0]; cap(w.text) <= keptText {
		to.Put(w)
	}
}

// Bytes returns a whole answer as it is written. The generated code ends with it.
func Bytes(answer graphql.Marshaler) []byte {
	w := newWriter(answers)
	answer.MarshalGQL(w)
	return w.text
}

// Room returns memory for an answer, with nothing in it.
func Room() []byte { return newWriter(answers).text }

// Free takes back what Bytes returned, or what was written into Room, for the memory of other answers: nobody may look at it any more.
func Free(text []byte) {
	if text != nil {
		(&Writer{text: text}).free(answers)
	}
}

// Direct writes an object straight into the answer; whole is false where some of its fields wait for the store, or cannot be written. The
// generated code tries it with each object: see internal/generate.
func Direct(
	ctx context.Context, set ast.SelectionSet, waiting map[FieldOf]bool, object func(w *Writer) bool,
) (text graphql.Marshaler, whole bool) {
	if waits(ctx, set, waiting) {
		return nil, false
	}
	return direct(1, func(w *Writer, _ int) bool { return object(w) })
}

// direct writes all entries of a list; whole is false where one of them cannot be written.
func direct(length int, element func(w *Writer, i int) bool) (entries *written, whole bool) {
	w := newWriter(writers)
	defer func() {
		if r := recover(); r != nil {
			entries, whole = nil, false // it happens again the long way, where it becomes an error of its field
		}
		if !whole {
			w.free(writers)
		}
	}()
	for i := range length {
		w.Separate(i)
		if !element(w, i) {
			return nil, false
		}
	}
	return &written{w}, true
}
