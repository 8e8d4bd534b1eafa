package graph

// Span is a half-open range of bytes, [Start, End), in a text that the holder names.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in the span.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Evidence is what a link can be checked by: the exact words, where they stand, and the rule that found them.
type Evidence struct {
	// Quote is the words exactly as they stand in the source text: source[Span.Start:Span.End].
	Quote string
	// Span is where the words stand in the source text as it was read, in bytes of UTF-8.
	Span Span
	// Words is where the words stand in the paragraph's Text (or in its note's Text), in bytes of UTF-8.
	// Quote and Text[Words.Start:Words.End] differ at most in line breaks and page furniture.
	Words Span
	// Note is the mark of the footnote that holds the words; empty where they stand in the paragraph itself.
	Note string
	// Rule names the rule of extraction that found them.
	Rule string
}

// Status says how sure a mention of an instrument is.
type Status string

// Statuses of a mention.
const (
	Resolved  Status = "RESOLVED"  // one instrument, with at least the threshold's confidence
	Ambiguous Status = "AMBIGUOUS" // two or more candidates, none sure enough
	Open      Status = "OPEN"      // words that stand for an instrument we cannot name
)

// FindingKind says what is wrong with what a text prints, or with a link in its source.
type FindingKind string

// Kinds of findings.
const (
	DateContradicts  FindingKind = "DATE_CONTRADICTS"  // the printed date is not the known date of the target
	ImpossibleNumber FindingKind = "IMPOSSIBLE_NUMBER" // a session in the future, or beyond the last number
	LinkDisagrees    FindingKind = "LINK_DISAGREES"    // the source's own hyperlink names another target
	QuoteAltered     FindingKind = "QUOTE_ALTERED"     // a quotation that differs from the quoted text
	QuoteNotFound    FindingKind = "QUOTE_NOT_FOUND"   // a quotation that is not in the quoted text
	FactContradicts  FindingKind = "FACT_CONTRADICTS"  // a claim that the cited text contradicts
)

// Finding is a contradiction found while reading: kept, shown, never mended in silence.
type Finding struct {
	Kind FindingKind
	// Detail says it in one sentence, with both values.
	Detail string
}

// MaxAlternatives bounds what a citation may mean instead: nobody weighs more than a few.
const MaxAlternatives = 3

// Alternative is an instrument that words may stand for instead of the one they are bound to. It need not be a node of the graph.
type Alternative struct {
	Instrument ID
	Confidence float64 // from 0 to 1
}

// Claim is what a citing text says about the instrument it cites.
type Claim struct {
	Date  Date   // the printed date of adoption; zero when none is printed
	Title string // the printed title, without quotation marks; empty when none is printed
}
