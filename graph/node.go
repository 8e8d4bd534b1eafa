package graph

// Node is one of *[Instrument], *[Paragraph], *[Provision], *[Right], *[Actor], *[Mandate], *[Mention]:
// the whole list, closed by the unexported method. Nodes that a store hands out must not be changed.
type Node interface {
	// NodeID returns the node's id.
	NodeID() ID
	// NodeKind returns which of the types the node is.
	NodeKind() NodeKind
	node()
}

// NodeKind names the type of a node; it is the node's label in Neo4j.
type NodeKind string

// Kinds of nodes.
const (
	InstrumentNode NodeKind = "Instrument"
	ParagraphNode  NodeKind = "Paragraph"
	ProvisionNode  NodeKind = "Provision"
	RightNode      NodeKind = "Right"
	ActorNode      NodeKind = "Actor"
	MandateNode    NodeKind = "Mandate"
	MentionNode    NodeKind = "Mention"
)

// NodeKinds lists the kinds in the order above; a fresh slice each call.
func NodeKinds() []NodeKind {
	return []NodeKind{InstrumentNode, ParagraphNode, ProvisionNode, RightNode, ActorNode, MandateNode, MentionNode}
}

// InstrumentKind says what sort of text an instrument is.
type InstrumentKind string

// Kinds of instruments.
const (
	Resolution            InstrumentKind = "RESOLUTION"
	Decision              InstrumentKind = "DECISION"
	PresidentialStatement InstrumentKind = "PRESIDENTIAL_STATEMENT"
	Treaty                InstrumentKind = "TREATY"
	Declaration           InstrumentKind = "DECLARATION"
	Principles            InstrumentKind = "PRINCIPLES"
	Agenda                InstrumentKind = "AGENDA"
	Compact               InstrumentKind = "COMPACT"
	Programme             InstrumentKind = "PROGRAMME"
	Recommendation        InstrumentKind = "RECOMMENDATION"
	GeneralComment        InstrumentKind = "GENERAL_COMMENT"
	Report                InstrumentKind = "REPORT"
	Initiative            InstrumentKind = "INITIATIVE"
	Draft                 InstrumentKind = "DRAFT"
	Judgment              InstrumentKind = "JUDGMENT" // of an international court, advisory opinions too
	Commentary            InstrumentKind = "COMMENTARY"
	OtherDocument         InstrumentKind = "DOCUMENT" // a document symbol that says no more
)

// InstrumentKinds lists the kinds in the order above; a fresh slice each call.
func InstrumentKinds() []InstrumentKind {
	return []InstrumentKind{
		Resolution, Decision, PresidentialStatement, Treaty, Declaration, Principles, Agenda, Compact, Programme,
		Recommendation, GeneralComment, Report, Initiative, Draft, Judgment, Commentary, OtherDocument,
	}
}

// Basis says where the facts about an instrument come from; a later one of the list wins over an earlier.
type Basis string

// Bases of an instrument's title and date, from the weakest.
const (
	FromCitations Basis = "CITATIONS" // what the texts that cite it say of it, by majority
	FromCatalogue Basis = "CATALOGUE" // the catalogue's entry
	FromText      Basis = "TEXT"      // its own text, which is held
)

// Instrument is anything that can be cited.
type Instrument struct {
	ID     ID
	Title  string
	Date   Date   // of adoption, or of the document
	Symbol Symbol // zero where the instrument has none of its own
	// Aliases are other symbols of the same text: the second half of a joint symbol, drafts.
	Aliases []Symbol
	// Names are other names in texts ("Guiding Principles"); the catalogue's.
	Names []string
	Kind  InstrumentKind
	// Body adopted or issued it.
	Body Body
	// Session of the body, as symbols write it: "53", "S-9", "ES-11", "XXI"; empty where there is none.
	Session string
	Basis   Basis
	// Held: its text was read, and its paragraphs are in the graph.
	Held bool
	// Procedure is the line of the text that says how it was adopted ("Adopted without a vote."), as printed;
	// empty where it has none.
	Procedure string
	// Subjects are the source's own classification (UNBIS, SDG), as it writes them.
	Subjects []string
	// Cites counts the instruments it cites, CitedBy the instruments that cite it. The store counts; a Document's are ignored.
	Cites, CitedBy int
}

// Paragraph is one paragraph of a held instrument. In a data set of facts its texts are empty.
type Paragraph struct {
	ID    ID
	Place Place
	Part  Part
	// Order is the paragraph's number in the instrument, from 1, in reading order.
	Order int
	// Opening is the opening words as printed, "Recalling also".
	Opening string
	Act     Act
	// Text is the paragraph without page furniture, lines joined, note marks left out.
	Text string
	// Notes are the footnotes whose marks it bears, in order.
	Notes []Note
	// Span is where it stands in the source text, in bytes; from its first to its last, with whatever page
	// furniture lies between.
	Span Span
	// Date is the instrument's; the store fills it from the document.
	Date Date
}

// Note is a footnote.
type Note struct {
	Mark string // "7", "*"
	Text string
	Span Span // in the source text, in bytes
	// At is where the mark stands in the paragraph's Text, in bytes: the note follows Text[:At].
	At int
}

// Provision is an article, paragraph, section, goal or target of an instrument that is cited by itself.
type Provision struct {
	ID ID
	// Label is for people: "article 17", "paragraph 5 (f)", "target 16.10".
	Label string
}

// Right is a human right of the vocabulary.
type Right struct {
	ID    ID
	Title string
	// Basis lists the instruments and provisions it rests on.
	Basis []ID
	// Mentions counts the paragraphs that name it. The store counts.
	Mentions int
}

// Actor is a duty-bearer, organ, mechanism, organization or group of the vocabulary, or an adopting body.
type Actor struct {
	ID       ID
	Title    string
	Category string // the vocabulary's: "duty-bearer", "un-body", "group" ...
	// Mentions counts the paragraphs that name it. The store counts.
	Mentions int
}

// Mandate is a definite thing that someone is asked, or decided, to do.
type Mandate struct {
	ID ID
	// Order is its place in reading order: Paragraph.Order<<32 + the start of its words.
	Order int64
	Act   Act
	// Addressee is the actor's id; empty where the paragraph names none of the vocabulary.
	Addressee ID
	// Product is what is to be delivered: "report", "panel discussion", "mandate extension".
	Product string
	// Forum is the body it is due at, "" where none is named or one of which no sessions are known, a committee or a conference of parties;
	// Session is the number of the session, also of such an organ's, or the year of one that is named by it; 0 for none.
	Forum   Body
	Session int
	// Due is the date as printed where no session is named: "2025", "one year".
	Due string
	// Months is the length of an extension of a mandate, 0 for none.
	Months   int
	Evidence Evidence
	// Date is the instrument's; the store fills it from the document.
	Date Date
}

// Mention is words that stand for an instrument which is not sure: Status is Ambiguous or Open.
// The candidates of an ambiguous one are its MayMean links.
type Mention struct {
	ID ID
	// Order is its place in reading order: Paragraph.Order<<32 + the start of its words.
	Order  int64
	Status Status
	Act    Act
	// Reason says in a few words why it is not resolved.
	Reason   string
	Evidence Evidence
	Findings []Finding
	// Date is the instrument's; the store fills it from the document.
	Date Date
}

// NodeID implements [Node].
func (i *Instrument) NodeID() ID { return i.ID }

// NodeID implements [Node].
func (p *Paragraph) NodeID() ID { return p.ID }

// NodeID implements [Node].
func (p *Provision) NodeID() ID { return p.ID }

// NodeID implements [Node].
func (r *Right) NodeID() ID { return r.ID }

// NodeID implements [Node].
func (a *Actor) NodeID() ID { return a.ID }

// NodeID implements [Node].
func (m *Mandate) NodeID() ID { return m.ID }

// NodeID implements [Node].
func (m *Mention) NodeID() ID { return m.ID }

// NodeKind implements [Node].
func (*Instrument) NodeKind() NodeKind { return InstrumentNode }

// NodeKind implements [Node].
func (*Paragraph) NodeKind() NodeKind { return ParagraphNode }

// NodeKind implements [Node].
func (*Provision) NodeKind() NodeKind { return ProvisionNode }

// NodeKind implements [Node].
func (*Right) NodeKind() NodeKind { return RightNode }

// NodeKind implements [Node].
func (*Actor) NodeKind() NodeKind { return ActorNode }

// NodeKind implements [Node].
func (*Mandate) NodeKind() NodeKind { return MandateNode }

// NodeKind implements [Node].
func (*Mention) NodeKind() NodeKind { return MentionNode }

func (*Instrument) node() {}
func (*Paragraph) node()  {}
func (*Provision) node()  {}
func (*Right) node()      {}
func (*Actor) node()      {}
func (*Mandate) node()    {}
func (*Mention) node()    {}
