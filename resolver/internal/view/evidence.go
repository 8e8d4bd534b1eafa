package view

import (
	"recital/graph"
)

// Evidence is the domain's evidence beside the text that it stands in.
type Evidence struct {
	graph.Evidence
	// text is the paragraph's, or its note's; empty in a data set of facts alone.
	text string
}

// EvidenceOf puts evidence beside its paragraph, which may be nil where its text is not asked for. Nil without evidence.
func EvidenceOf(e *graph.Evidence, p *graph.Paragraph) *Evidence {
	if e == nil {
		return nil
	}
	v := &Evidence{Evidence: *e}
	switch {
	case p == nil:
	case e.Note == "":
		v.text = p.Text
	default:
		for i := range p.Notes {
			if p.Notes[i].Mark == e.Note {
				v.text = p.Notes[i].Text
				break
			}
		}
	}
	return v
}

// TextRange is a range in a text, in bytes and, where the text is known, in UTF-16 units.
type TextRange struct {
	StartByte, EndByte   int
	StartUtf16, EndUtf16 *int
}

// RangeIn returns the range that the span is in the text; without UTF-16 where it is not inside the text.
func RangeIn(text string, s graph.Span) *TextRange {
	r := &TextRange{StartByte: s.Start, EndByte: s.End}
	if inside(text, s) {
		start, end := graph.UTF16Offset(text, s.Start), graph.UTF16Offset(text, s.End)
		r.StartUtf16, r.EndUtf16 = &start, &end
	}
	return r
}

// Words is where the words stand in the paragraph's or note's text.
func (e *Evidence) Words() *TextRange { return RangeIn(e.text, e.Evidence.Words) }

// Sentence is a sentence in three pieces.
type Sentence struct {
	Before, Words, After string
}

// Text is the whole sentence.
func (s *Sentence) Text() string { return s.Before + s.Words + s.After }

// Sentence returns the sentence around the words; nil where the text is not known.
func (e *Evidence) Sentence() *Sentence {
	words := e.Evidence.Words
	if !inside(e.text, words) {
		return nil
	}
	around := graph.Sentence(e.text, words)
	return &Sentence{
		Before: e.text[around.Start:words.Start],
		Words:  e.text[words.Start:words.End],
		After:  e.text[words.End:around.End],
	}
}

func inside(text string, s graph.Span) bool {
	return text != "" && 0 <= s.Start && s.Start <= s.End && s.End <= len(text)
}
