package extract

import "recital/graph"

// Input is one document's heading and paragraphs, in reading order.
type Input struct {
	// Instrument: ID, Symbol, Aliases, Kind, Title, Date, Body and Session are used.
	Instrument graph.Instrument
	Paragraphs []graph.Paragraph // Place, Part, Text and Notes are used
}

// Result is all that a document's paragraphs say, each list in reading order.
type Result struct {
	// Openings has one entry for each paragraph of the input.
	Openings  []Opening
	Citations []Citation
	Rights    []Naming
	Actors    []Naming
	Mandates  []Mandate
}

// Opening is the opening words of a paragraph and the act they stand for.
type Opening struct {
	Words string
	Act   graph.Act
}

// Where says where in the input words stand.
type Where struct {
	Paragraph int        // index into Input.Paragraphs
	Note      int        // index into the paragraph's Notes; -1 for the paragraph itself
	Words     graph.Span // in the paragraph's (or the note's) Text, in bytes
}

// Citation is a mention of an instrument.
type Citation struct {
	Where
	// Core is the number, symbol or name alone, within Words.
	Core graph.Span
	// Target is the node's id; empty where Status is not Resolved.
	Target graph.ID
	// Symbol is the target's document symbol; zero where it has none.
	Symbol     graph.Symbol
	Kind       graph.InstrumentKind // of the target, as the words say
	Status     graph.Status
	Confidence float64
	Act        graph.Act // the nearer verb
	Rule       string
	// Pinpoint as printed, "articles 19 and 20"; Provisions are the places in the target, "19", "20".
	Pinpoint   string
	Provisions []string
	Claim      graph.Claim
	// Candidates of an ambiguous citation, most likely first, never one alone; of a resolved one what it may mean instead of Target.
	Candidates []Candidate
	Findings   []graph.Finding
	// Reason says in a few words why it is not resolved.
	Reason string
}

// Candidate is an instrument that a mention may mean.
type Candidate struct {
	Target     graph.ID
	Symbol     graph.Symbol
	Kind       graph.InstrumentKind
	Confidence float64
}

// Naming is a mention of a right or an actor: the first in its paragraph.
type Naming struct {
	Where
	ID   graph.ID // "right:privacy", "actor:ohchr"
	Act  graph.Act
	Role graph.Role // of an actor
	Rule string
}

// Mandate is what a paragraph asks, or decides, that someone do.
type Mandate struct {
	Where
	Act       graph.Act
	Addressee graph.ID // "actor:ohchr"; empty where none is named
	Product   string
	Forum     graph.Body
	Session   int
	Due       string
	Months    int
	Rule      string
}
