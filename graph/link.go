package graph

// LinkType names a kind of link; it is the relationship's type in Neo4j, but that RestsOn is CITES there too
// (between two instruments, with a count), for chains in the words people use.
type LinkType string

// Types of links, with the ends they join.
const (
	// Cites: Paragraph to Instrument, one for each mention, with its evidence.
	Cites LinkType = "CITES"
	// RestsOn: Instrument to Instrument, one for all the Cites between them; see [Aggregate]. Never from a node to itself.
	RestsOn LinkType = "RESTS_ON"
	// Pinpoints: Paragraph to Provision, beside the Cites of the same words.
	Pinpoints LinkType = "PINPOINTS"
	// Names: Paragraph to Right or Actor, with the evidence of the first mention in the paragraph.
	Names LinkType = "NAMES"
	// PartOf: Paragraph or Provision to Instrument, Mandate or Mention to Paragraph.
	PartOf LinkType = "PART_OF"
	// BasedOn: Right to Instrument or Provision.
	BasedOn LinkType = "BASED_ON"
	// AdoptedBy: Instrument to Actor.
	AdoptedBy LinkType = "ADOPTED_BY"
	// Addresses: Mandate to Actor.
	Addresses LinkType = "ADDRESSES"
	// MayMean: Mention to Instrument, a candidate with its confidence.
	MayMean LinkType = "MAY_MEAN"
)

// LinkTypes lists the types in the order above; a fresh slice each call.
func LinkTypes() []LinkType {
	return []LinkType{Cites, RestsOn, Pinpoints, Names, PartOf, BasedOn, AdoptedBy, Addresses, MayMean}
}

// Role says in which role a paragraph names an actor.
type Role string

// Roles of an actor in a paragraph.
const (
	Named     Role = "NAMED"     // it appears
	Addressee Role = "ADDRESSEE" // the operative verb asks it, or the paragraph decides its mandate
)

// Link joins two nodes. Which fields are set depends on Type; the others are zero.
// There is at most one link of a type between two nodes at one Order.
type Link struct {
	Type LinkType
	From ID
	To   ID
	// Owner is the held instrument whose text says so: the one that From is, or belongs to. Empty for the
	// links of the catalogue (BasedOn, PartOf and AdoptedBy of nodes that are not held).
	Owner ID
	// Order is the place in the owner's text: links of one owner and type ascend with it. For Cites,
	// Pinpoints and Names it is Paragraph.Order<<32 + the start of the words; for RestsOn that of the first Cites.
	Order int64
	// Date is the owner's.
	Date Date
	// Act: for Cites, Names and Pinpoints the nearer verb; for RestsOn that of the first Cites.
	Act Act
	// Evidence of a Cites, Names, Pinpoints or MayMean; of the first Cites for a RestsOn; nil for the others.
	Evidence *Evidence
	// Confidence from 0 to 1: of Cites, MayMean, and the highest of the Cites for RestsOn.
	Confidence float64
	// Pinpoint of a Cites, as printed: "article 17", "paragraph 5 (f)".
	Pinpoint string
	// Claim of a Cites: what is printed of the target.
	Claim Claim
	// Role of a Names to an Actor.
	Role Role
	// Count of the Cites that a RestsOn stands for.
	Count int
	// Acts of the Cites that a RestsOn stands for: each once, in alphabetical order.
	Acts []Act
	// Paragraph is the From of the first Cites of a RestsOn.
	Paragraph ID
	// Alternatives to To of a Cites, the likeliest first, at most [MaxAlternatives]; none where the words themselves say which instrument they mean.
	Alternatives []Alternative
	// Findings on a Cites.
	Findings []Finding
}

// LinkView is a link with both its far ends, as a store hands it out.
type LinkView struct {
	Link
	// Far is the node at the other end from the one that was asked about.
	Far Node
	// Source is the instrument named by Owner; nil where the link has none.
	Source *Instrument
	// SourceParagraph is the paragraph that the link starts from, or the Paragraph of a RestsOn; nil for other links.
	SourceParagraph *Paragraph
}
