package parse

import (
	"strings"

	"recital/graph"
)

// fromBlocks makes fragments of the divisions that the format marks.
func fromBlocks(raw Raw) []fragment {
	fragments := make([]fragment, 0, len(raw.Blocks))
	spans := make([]graph.Span, 0, len(raw.Blocks)+len(raw.Blocks)/8)
	for _, b := range raw.Blocks {
		f := fragment{kind: b.Kind, lead: b.Span.Start, at: -1, opening: b.Opening, blank: true}
		f.number = blockNumber(b.Number)
		first := len(spans)
		spans = splitLines(spans, raw.Text, b.Span)
		f.lines = spans[first:len(spans):len(spans)]
		if b.Kind == NoteBlock {
			f.mark, f.at, f.width = b.Mark, b.At, markWidth(raw.Text, b)
		} else if f.number == "" && b.Kind != TitleBlock && b.Kind != OtherBlock {
			f.ownNumber(raw.Text)
		}
		fragments = append(fragments, f)
	}
	return fragments
}

// blockNumber cleans the number that a source gives a block; a bullet is none.
func blockNumber(s string) string {
	if s == "" {
		return ""
	}
	s = strings.Trim(s, " .\u00a0")
	if strings.ContainsAny(s, "0123456789abcdefghijklmnopqrstuvwxyz") {
		return s
	}
	return ""
}

// markWidth returns the number of bytes of a note's mark where it stands in the text: as it is, or in superscript.
func markWidth(text string, b Block) int {
	if b.At < 0 || b.At >= len(text) {
		return 0
	}
	rest := text[b.At:]
	if strings.HasPrefix(rest, b.Mark) {
		return len(b.Mark)
	}
	n := 0
	for range len(b.Mark) {
		_, size := superscript(rest[n:])
		n += size
	}
	return n
}

// splitLines cuts a block at its line ends, and adds its lines to all. A span that is not in the text has none.
func splitLines(all []graph.Span, text string, s graph.Span) []graph.Span {
	if s.Start < 0 || s.End > len(text) || s.Start >= s.End {
		return all
	}
	for at := s.Start; at < s.End; {
		end := strings.IndexByte(text[at:s.End], '\n')
		if end < 0 {
			end = s.End - at
		}
		if start, stop := trim(text, at, at+end); start < stop {
			all = append(all, graph.Span{Start: start, End: stop})
		}
		at += end + 1
	}
	return all
}

// ownNumber takes the number that stands in the words themselves, where the markup has none.
func (f *fragment) ownNumber(text string) {
	number, n := label(f.first(text))
	if n == 0 || f.kind == HeadingBlock {
		return
	}
	f.number = number
	f.lines[0].Start += n
}
