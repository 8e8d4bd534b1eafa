package source

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"recital/loader/parse"
)

func TestReadText(t *testing.T) {
	utf16le := []byte{0xff, 0xfe}
	var bare []byte
	for _, c := range sentence {
		utf16le = append(utf16le, byte(c), byte(c>>8))
		bare = append(bare, byte(c>>8), byte(c))
	}
	tests := []struct {
		name, data, want string
	}{
		{"UTF-8 as it is", "Recalling “resolution” 70/1", "Recalling “resolution” 70/1"},
		{"the byte-order mark stays, offsets are the file's", "\ufeffresolution", "\ufeffresolution"},
		{"UTF-16 with a mark", string(utf16le), sentence},
		{"UTF-16 without one", string(bare), sentence},
		{"Windows-1252", "resolution \x93seized\x94 \x96 caf\xe9", "resolution “seized” – café"},
		{"UTF-8 with one broken byte", "resolution “a” “b” \xff", "resolution “a” “b” \uFFFD"},
		{"a scanned page's comment is no markup", "<!-- Page 1 -->\n\nresolution", "<!-- Page 1 -->\n\nresolution"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := Read(Item{Name: "folder/x.zip!y/z.txt", Data: []byte(test.data)})
			if err != nil {
				t.Fatal(err)
			}
			if d.Raw.Text != test.want || d.Source.Format != formatText || d.Source.Name != "z.txt" || d.Source.Size != len(test.data) {
				t.Errorf("got %q %+v, want %q", d.Raw.Text, d.Source, test.want)
			}
		})
	}
}

func TestReadRefuses(t *testing.T) {
	deep := "<akomaNtoso>" + strings.Repeat("<p>", 500) + "resolution"
	tests := []struct {
		name, data, place, reason string
	}{
		{"empty", "", "", "empty"},
		{"blanks", " \n\t", "", "empty"},
		{"binary", "resolution\x00\x01\x02", "byte 10", "binary, not text"},
		{"controls", strings.Repeat("\x01\x02abc", 50), "byte 20", "binary, not text"},
		{"neither encoding", strings.Repeat("\xff\xfeab", 1)[2:] + strings.Repeat("\xff", 20), "byte 2", "neither UTF-8 nor Windows-1252 text"},
		{"old Word", "\xd0\xcf\x11\xe0....", "", "an old Word file (.doc), which is not read: save it as DOCX or PDF"},
		{"RTF", "{\\rtf1 resolution}", "", "rich text (RTF), which is not read: save it as DOCX or PDF"},
		{"JSON", `{"resolution": 1}`, "", "JSON, not a document"},
		{"other XML", "<?xml version='1.0'?><rss>resolution</rss>", "", "XML, but not Akoma Ntoso"},
		{"malformed XML", "<akomaNtoso>\n<p>resolution</p>\n<&", "line 3", "malformed XML: expected element name after <"},
		{"deep XML", deep, "line 1", "malformed XML: elements nested more than 200 deep"},
		{"another subject", "A recipe for bread: flour, water, salt.", "", "not a document of the United Nations, nor a text about one"},
		{"no PDF", "%PDF-1.7\nnothing", "", "damaged PDF: incorrect format"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := Read(Item{Name: "x", Data: []byte(test.data)})
			var refusal *Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("got %v, want a refusal", err)
			}
			if refusal.File != "x" || refusal.Place != test.place || refusal.Reason != test.reason {
				t.Errorf("got %q %q, want %q %q", refusal.Place, refusal.Reason, test.place, test.reason)
			}
		})
	}
}

// checkRaw checks what holds of everything that is read: valid UTF-8; blocks and links within the text; notes' marks where they say.
func checkRaw(t *testing.T, raw parse.Raw) {
	t.Helper()
	if !utf8.ValidString(raw.Text) {
		t.Error("the text is not valid UTF-8")
	}
	for _, b := range raw.Blocks {
		if b.Span.Start < 0 || b.Span.End > len(raw.Text) || b.Span.Start >= b.Span.End {
			t.Fatalf("block %+v in %d bytes", b, len(raw.Text))
		}
		if b.Kind == parse.NoteBlock && b.Mark != "*" && !strings.HasPrefix(raw.Text[b.At:], superscript(b.Mark)) {
			t.Errorf("no mark %q at %d", b.Mark, b.At)
		}
	}
	for _, l := range raw.Links {
		if l.Span.Start < 0 || l.Span.End > len(raw.Text) || l.Span.Start >= l.Span.End {
			t.Fatalf("link %+v in %d bytes", l, len(raw.Text))
		}
	}
}

// FuzzRead checks that any bytes are read or refused with a reason, and what is read keeps its invariants, through parse too.
func FuzzRead(f *testing.F) {
	f.Add([]byte(sentence))
	f.Add([]byte(aknSample))
	f.Add([]byte(htmlSample))
	f.Add([]byte("\xff\xfer\x00e\x00s\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if format, _ := sniff(data); format == formatPDF {
			t.Skip("the PDF library is not ours to fuzz, and slow")
		}
		d, err := Read(Item{Name: "x", Data: data})
		if err != nil {
			var refusal *Refusal
			if !errors.As(err, &refusal) || refusal.Reason == "" {
				t.Fatalf("got %v, want a refusal with its reason", err)
			}
			return
		}
		checkRaw(t, d.Raw)
		if _, err := parse.Parse(d.Raw); err != nil && !errors.Is(err, parse.ErrNoParagraphs) {
			t.Error(err)
		}
	})
}
