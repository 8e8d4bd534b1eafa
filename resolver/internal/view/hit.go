package view

import "recital/graph"

// Hit is a found node, its snippet in pieces on request.
type Hit struct {
	graph.Hit
}

// Marks are the found words in the snippet.
func (h *Hit) Marks() []*TextRange {
	marks := make([]*TextRange, 0, len(h.Hit.Marks))
	for _, m := range h.Hit.Marks {
		marks = append(marks, RangeIn(h.Snippet, m))
	}
	return marks
}

// Piece is a piece of a snippet.
type Piece struct {
	Text   string
	Marked bool
}

// Pieces cuts the snippet at its marks; joined together they are the snippet.
func (h *Hit) Pieces() []*Piece {
	var pieces []*Piece
	at := 0
	for _, m := range h.Hit.Marks {
		if m.Start < at || !inside(h.Snippet, m) {
			continue // overlaps the mark before: its words are shown already
		}
		if m.Start > at {
			pieces = append(pieces, &Piece{Text: h.Snippet[at:m.Start]})
		}
		pieces = append(pieces, &Piece{Text: h.Snippet[m.Start:m.End], Marked: true})
		at = m.End
	}
	if at < len(h.Snippet) {
		pieces = append(pieces, &Piece{Text: h.Snippet[at:]})
	}
	return pieces
}
