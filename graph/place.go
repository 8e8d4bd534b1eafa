package graph

import "strings"

// Part says which division of a text a paragraph stands in.
type Part string

// Parts of a text, in reading order.
const (
	Preamble  Part = "PP"    // a preambular paragraph: says what the text rests on
	Operative Part = "OP"    // an operative paragraph: says what is decided or asked
	Annexed   Part = "ANNEX" // a paragraph of an annex, an appendix or an attachment
	NotePart  Part = "NOTE"  // a footnote, where footnotes are listed by themselves
	Heading   Part = "HEAD"  // a title, sub-heading or other line that is no paragraph, but cites
)

// Place is a paragraph's place in its instrument: "PP6", "OP3", "OP3(a)", "OP3(a)(ii)", "ANNEX-12", "HEAD-2".
// Places are unique within an instrument: where a text numbers two paragraphs alike (parts A and B of one
// resolution), the later ones carry a suffix, "OP3~2". A text that is no resolution, a report or a commentary, has neither preamble nor
// operative part: its paragraphs are "P1", "P2" ..., of the part [Operative].
type Place string

// Part returns the part of the text that the place is in: OP for "OP3(a)" and for "P3"; "" for what is no paragraph's place, as "17", "para.5"
// and "annex" of provisions.
func (p Place) Part() Part {
	for _, part := range []Part{Preamble, Operative, Annexed, NotePart, Heading} {
		number, found := strings.CutPrefix(string(p), string(part))
		number = strings.TrimPrefix(number, "-")
		if found && number != "" && isDigit(number[0]) {
			return part
		}
	}
	if number, found := strings.CutPrefix(string(p), "P"); found && number != "" && isDigit(number[0]) {
		return Operative
	}
	return ""
}
