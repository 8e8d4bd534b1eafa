package parse

import (
	"strings"

	"recital/graph"
)

// A fragment is a stretch of the document that belongs together: a paragraph, a heading, a note, before it has a place.
type fragment struct {
	kind    BlockKind
	number  string       // the printed number: "3", "(a)", "3(a)(ii)"; empty where it has none
	lead    int          // where the fragment starts in the raw text, its number included
	lines   []graph.Span // its words, line by line, without the number
	opening string       // words the format marks as opening words
	mark    string       // of a note
	at      int          // of a note: where in the raw text its mark stands; -1 where that is not known yet
	width   int          // of a note: bytes of the mark
	broken  bool         // a page break stands before it
	blank   bool         // an empty line stands before it
	place   graph.Place
	part    graph.Part
}

// span returns the bytes of the raw text from the first of the fragment to the last: one that goes on in the next column stands on bytes before its lead.
func (f *fragment) span() graph.Span {
	s := graph.Span{Start: f.lead, End: f.lead}
	for _, l := range f.lines {
		s.Start, s.End = min(s.Start, l.Start), max(s.End, l.End)
	}
	return s
}

// size returns the number of bytes of its lines.
func (f *fragment) size() int {
	n := 0
	for _, l := range f.lines {
		n += l.Len()
	}
	return n
}

// first returns the first line's words.
func (f *fragment) first(text string) string {
	if len(f.lines) == 0 {
		return ""
	}
	return text[f.lines[0].Start:f.lines[0].End]
}

// last returns the last line's words.
func (f *fragment) last(text string) string {
	if len(f.lines) == 0 {
		return ""
	}
	l := f.lines[len(f.lines)-1]
	return text[l.Start:l.End]
}

// words returns all lines joined by blanks, up to a limit of bytes: enough to recognise a fragment by.
func (f *fragment) words(text string, limit int) string {
	if len(f.lines) == 1 {
		s := f.first(text)
		return s[:min(len(s), limit)]
	}
	var out strings.Builder
	out.Grow(min(f.size()+len(f.lines), limit))
	for i, l := range f.lines {
		if i > 0 {
			out.WriteByte(' ')
		}
		words := text[l.Start:l.End]
		if out.Len()+len(words) >= limit {
			out.WriteString(words[:max(0, limit-out.Len())])
			return out.String()[:limit]
		}
		out.WriteString(words)
	}
	return out.String()
}
