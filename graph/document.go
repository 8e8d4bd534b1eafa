package graph

// Document is one held instrument with all that its text says: the unit that a [Writer] keeps whole or not at all.
// A Document stands by itself: every end of its Links is the Instrument, one of its parts, or one of its Stubs.
type Document struct {
	Instrument Instrument // Held is true
	Source     Source
	Paragraphs []Paragraph // in reading order
	Mandates   []Mandate
	Mentions   []Mention
	// Stubs are the nodes outside the document that its links point at, as symbol and catalogue know them
	// (instruments not held, provisions, rights, actors), each once, sorted by id.
	Stubs []Node
	// Links are sorted by Type, Order, From, To. They hold no RestsOn: see [Aggregate].
	Links []Link
}

// Source says what a document was read from.
type Source struct {
	// Name of the file, without its folders, or the address it was fetched from.
	Name string
	// Format: "text", "akn4un", "html", "pdf", "docx".
	Format string
	// Digest is the SHA-256 of the bytes read, in hexadecimal.
	Digest string
	// Size is the number of bytes read.
	Size int
	// Quality from 0 to 1: how whole the text is. Of two texts of one symbol the better is kept.
	Quality float64
}

// Manifest says what a data set was made from. The zero value: not said.
type Manifest struct {
	// Title in one line.
	Title string
	// Made is the date of the newest source, so that the same sources give the same manifest.
	Made Date
	// Sources in words, with their counts.
	Sources []string
	// Texts: paragraph texts are in the data set; without them it is one of facts.
	Texts bool
}
