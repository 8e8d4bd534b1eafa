package graph

// LinkParts says which parts of the links on a page somebody looks at, so that a store need not read the others: a paragraph with its whole
// text is ten times what its place is. It is a set of the constants below, joined by |. The zero value asks for everything.
//
// What was asked for is there as it would be if everything had been. Of what was not asked for, each part is either as it would be too, or
// zero: a part is never half there. What a link is without any part is always there:
//
//   - of the Link itself all but Evidence, Pinpoint, Claim, Alternatives and Findings, so that every cursor follows from it;
//   - Far with its ID, and where it is a Paragraph its Place. A far end of another kind than Instrument and Paragraph is always whole.
//
// Source and SourceParagraph are there, with ID and Place, where any part of theirs is asked for, and may be nil else. Parts of the
// paragraph are those of a Paragraph at the far end, too.
type LinkParts uint16

// The parts of a link.
const (
	// LinkAlone is what is always there: alone it asks for nothing more, beside others for nothing.
	LinkAlone LinkParts = 1 << iota
	// LinkQuote is the Quote, Span and Rule of Evidence. Without it and LinkWords there may be no Evidence.
	LinkQuote
	// LinkWords is the Words and Note of Evidence.
	LinkWords
	// LinkClaims is Pinpoint, Claim, Alternatives and Findings.
	LinkClaims
	// FarTitle is the Title and Date of an Instrument at the far end.
	FarTitle
	// FarOutline is its Symbol, Kind, Body, Session, Basis, Held, Cites and CitedBy.
	FarOutline
	// FarDetail is its Aliases, Names, Procedure and Subjects.
	FarDetail
	// SourceAlone is that Source is there, with its ID.
	SourceAlone
	// SourceTitle, SourceOutline and SourceDetail are of Source what the like are of the far end.
	SourceTitle
	SourceOutline
	SourceDetail
	// ParagraphAlone is that SourceParagraph is there, with ID and Place.
	ParagraphAlone
	// ParagraphOutline is the Part, Order, Opening, Act, Span and Date of the paragraph.
	ParagraphOutline
	// ParagraphText is its Text and Notes.
	ParagraphText
	// LinkCursors is the Cursor of each edge of the page. Those of the first and the last are there without it.
	LinkCursors

	allParts = 1<<iota - 1
)

// Sets of parts that a node is asked for by.
const (
	SourceParts    = SourceAlone | SourceTitle | SourceOutline | SourceDetail
	ParagraphParts = ParagraphAlone | ParagraphOutline | ParagraphText
)

// Asks reports whether any of the parts is asked for.
func (p LinkParts) Asks(parts LinkParts) bool { return p == 0 || p&parts != 0 }

// Covers reports whether all that other asks for is asked for.
func (p LinkParts) Covers(other LinkParts) bool {
	return p.whole()&other.whole() == other.whole()
}

// SetLinkCursors writes the cursors of a page of links that are asked for, for stores: direction is that of the filter.
func SetLinkCursors(edges []Edge[LinkView], direction Direction, asked LinkParts) {
	for i := range edges {
		if asked.Asks(LinkCursors) || i == 0 || i == len(edges)-1 {
			edges[i].Cursor = edges[i].Node.Key(direction).Cursor()
		}
	}
}

// whole spells out the zero value.
func (p LinkParts) whole() LinkParts {
	if p == 0 {
		return allParts
	}
	return p | LinkAlone
}
