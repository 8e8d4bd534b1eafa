package parse

import "recital/graph"

// Raw is the text of one document as it was read, with what its format said of its structure. loader/source makes it.
type Raw struct {
	// Name of the file, without folders: a hint at the symbol where the text itself says nothing.
	Name string
	// Text is what was read, as UTF-8; all offsets are bytes of it.
	Text string
	// Blocks are the divisions that the format marks (AKN4UN, HTML, DOCX), in reading order, not overlapping but that notes stand
	// where the source put them. Empty for plain text and PDF: then they are inferred from the text.
	Blocks []Block
	// Links are the source's own hyperlinks to documents.
	Links []Link
	// Head is what the format's metadata says; zero fields are taken from the text.
	Head Head
}

// BlockKind says what a block is.
type BlockKind string

// Kinds of blocks.
const (
	TitleBlock     BlockKind = "title"
	FormulaBlock   BlockKind = "formula"   // "The General Assembly,"
	PreambleBlock  BlockKind = "preamble"  // a preambular paragraph
	OperativeBlock BlockKind = "operative" // an operative paragraph or one of its points
	HeadingBlock   BlockKind = "heading"   // a sub-heading
	NoteBlock      BlockKind = "note"      // a footnote
	AnnexBlock     BlockKind = "annex"     // a paragraph of an annex
	OtherBlock     BlockKind = "other"     // furniture: dates of meetings, votes, sponsors
)

// Block is a division of the text.
type Block struct {
	Kind BlockKind
	Span graph.Span // in Raw.Text
	// Number as the source numbers it, with its parents: "3(a)(ii)"; empty where it has none.
	Number string
	// Mark and At of a note: its mark, and where in Raw.Text the mark stands (the note belongs there).
	Mark string
	At   int
	// Opening are the words that the source marks as opening words.
	Opening string
}

// Link is a hyperlink of the source.
type Link struct {
	Span   graph.Span // of the linked words, in Raw.Text
	Target string     // the address, as it stands
}

// Head is what the heading of a document says.
type Head struct {
	Symbol    graph.Symbol
	Aliases   []graph.Symbol
	Kind      graph.InstrumentKind
	Title     string
	Date      graph.Date
	Body      graph.Body
	Session   string
	Procedure string // "Adopted without a vote."
	Subjects  []string
	Drafts    []graph.Symbol // as the source's workflow names them
	Language  string         // ISO 639-1; "en" where nothing speaks against it
}

// Document is what was read out of a Raw.
type Document struct {
	Head       Head
	Paragraphs []Paragraph
	Links      []Link
	// Quality from 0 to 1: how much like a whole resolution it looks; see [Parse].
	Quality float64
	// Remarks are what a reader of the report should know: a symbol that contradicts the file's name, a neighbour's text cut off.
	Remarks []string
}

// Paragraph is a paragraph with its way back to the raw text. Its ID, Opening, Act and Date are empty: later steps fill them.
type Paragraph struct {
	graph.Paragraph
	// Map leads from Paragraph.Text to Raw.Text, NoteMaps from each note's.
	Map      Map
	NoteMaps []Map
}

// Map leads from offsets in a cleaned text to offsets in the raw text: sorted pieces that stand whole in both.
type Map []Piece

// Piece is a run of bytes that is the same in both texts: raw[p.Raw:p.Raw+p.Len] == text[p.Text:p.Text+p.Len].
// A character that was normalised (a non-breaking blank to a blank) is a piece with Len 0 and Wide above 0: one byte of the
// cleaned text at Text stands for the Wide bytes at Raw.
type Piece struct {
	Text int // offset in the cleaned text
	Raw  int // offset in the raw text
	Len  int // bytes
	Wide int // raw bytes that one normalised byte stands for; 0 where the bytes are the same
}
