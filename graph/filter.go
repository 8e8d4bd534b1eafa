package graph

// Direction says which way links are followed.
type Direction string

// Directions.
const (
	Out Direction = "OUT" // from what cites to what is cited
	In  Direction = "IN"  // from what is cited to what cites
)

// Holding filters instruments by whether their text is held.
type Holding string

// Holdings; the zero value lets all through.
const (
	HeldOnly Holding = "HELD"
	RedLinks Holding = "NOT_HELD"
)

// LinkFilter lets links through; each set field narrows, the values of a field are alternatives.
// The zero value lets through all links that start at the node.
type LinkFilter struct {
	Types     []LinkType
	Direction Direction // "" is Out
	Acts      []Act     // of Cites, Pinpoints, Names; for RestsOn, any of its Acts
	// Roles of Names; the empty role is that of rights.
	Roles []Role
	// FarNodes are kinds of the node at the far end; see [Link.FarKind].
	FarNodes []NodeKind
	// FarKinds and FarBodies: of the instrument at the far end; where that is a paragraph, of its instrument.
	FarKinds  []InstrumentKind
	FarBodies []Body
	// Since and Until bound the link's Date, both included; a link without a date passes neither bound.
	Since, Until Date
	// MinConfidence of links that have one; 0 lets all through.
	MinConfidence float64
	// Findings: only links with findings.
	Findings bool
}

// NodeOrder is the order of a list of nodes.
type NodeOrder string

// Orders; ties always by id.
const (
	ByID      NodeOrder = ""         // by id
	ByDate    NodeOrder = "DATE"     // from the latest, unknown dates last
	ByDateAsc NodeOrder = "DATE_ASC" // from the earliest, unknown dates last
	ByCitedBy NodeOrder = "CITED_BY" // from the most cited (instruments) or most named (rights, actors)
	ByText    NodeOrder = "TEXT"     // paragraphs, mandates and mentions: by instrument id, then in reading order
)

// NodeFilter lets nodes of one kind through; each set field narrows, the values of a field are alternatives, but
// Names, which must all be named. A field that the kind does not have lets nothing through.
type NodeFilter struct {
	Kind NodeKind // required
	// Instruments; for paragraphs, mandates and mentions: of the instrument they are part of.
	Kinds        []InstrumentKind
	Bodies       []Body
	Sessions     []string
	Since, Until Date // of the instrument; unknown dates pass neither bound
	Holding      Holding
	// PartOf: the instrument that paragraphs, provisions, mandates and mentions belong to.
	PartOf ID
	// Names: rights and actors, each named by the paragraph itself or, for an instrument, by any of its paragraphs.
	Names []ID
	// Cites: instruments, each cited by the paragraph or, for an instrument, by any of its paragraphs.
	Cites []ID
	// Acts of paragraphs, mandates and mentions.
	Acts []Act
	// Statuses of mentions.
	Statuses []Status
	// Addressees, Forums, DueSessions, Products of mandates.
	Addressees  []ID
	Forums      []Body
	DueSessions []int
	Products    []string
	// States of mandates, which depend on what else is in the graph: as a drafter of the day AsOf could have seen it, zero: on all of it.
	// AsOf lets no node through or not by itself: see Until.
	States []MandateState
	AsOf   Date
	// Findings: only mentions, and instruments and paragraphs with a citation, that have findings.
	Findings bool
	Order    NodeOrder
}

// TextQuery asks for nodes by words.
type TextQuery struct {
	Text string
	// Kinds of nodes searched: instruments, paragraphs, rights and actors can be found. None: all four.
	Kinds []NodeKind
	// Bodies, InstrumentKinds, Since, Until and Holding are of the instrument, or the paragraph's; set, they leave rights and actors out.
	Bodies          []Body
	InstrumentKinds []InstrumentKind
	Since, Until    Date
	Holding         Holding
}

// Class says how a hit matches; lower is better.
type Class int

// Classes of hits, the best first.
const (
	SymbolMatch Class = iota // the query is the node's symbol, id, title or one of its names
	TitleMatch               // every word is in the title, the names or the symbol
	TextMatch                // every word is in the paragraph's text
)

// Hit is one found node.
type Hit struct {
	Node  Node
	Class Class
	// Source is the paragraph's instrument; nil for other nodes.
	Source *Instrument
	// Snippet is up to SnippetWords words of what matched, from the original text; Marks are the found words in it, in bytes.
	Snippet string
	Marks   []Span
}

// FacetKey names what a facet counts by.
type FacetKey string

// Facet keys. Body, Year, Session and Kind are of the instrument (for links, of the far one); Act of the paragraph or link, or of any
// paragraph of an instrument.
const (
	FacetBody    FacetKey = "BODY"
	FacetYear    FacetKey = "YEAR"
	FacetSession FacetKey = "SESSION"
	FacetKind    FacetKey = "KIND"
	FacetAct     FacetKey = "ACT"
	FacetRight   FacetKey = "RIGHT"
	FacetActor   FacetKey = "ACTOR"
)

// FacetRequest asks for counts of one list: that of Nodes, or that of Links of the node ID (then Links is set).
// FacetRight and FacetActor count the entries that name each: instruments and paragraphs by their namings, mandates, mentions and links by those
// of their paragraph. But FacetActor of mandates counts whom they ask. Provisions, rights and actors have neither.
type FacetRequest struct {
	Nodes NodeFilter
	ID    ID
	Links *LinkFilter
	Keys  []FacetKey
}

// Facet is the counts by one key: from the highest, ties by value; at most MaxFacet values, Other counts the rest's entries.
type Facet struct {
	Key    FacetKey
	Values []FacetValue
	Other  int
}

// FacetValue counts the entries with one value. Entries without a value are not counted.
type FacetValue struct {
	Value string // a body's id, "2023", "53", "RESOLUTION", "recalls", "privacy", "ohchr"
	Count int
}

// MaxFacet is the number of values of a facet at the most: enough for every body, year and right.
const MaxFacet = 100

// SnippetWords is the length of a snippet in words: two lines on a page.
const SnippetWords = 32
