package graph

// Act is what a paragraph, or the nearer verb within it, does with what it mentions:
// "recalls", "requests", "notes". It is the verb in the third person, lower case; compound
// acts join their words with a hyphen ("takes-note", "expresses-concern"). The catalogue
// (loader/catalog) lists the opening words that stand for each. The zero value: no act.
type Act string

// Acts of United Nations texts. An opening that is not in the catalogue has the act Other.
const (
	Acknowledges       Act = "acknowledges"
	Adopts             Act = "adopts"
	Affirms            Act = "affirms"
	Appeals            Act = "appeals"
	Appreciates        Act = "expresses-appreciation"
	Approves           Act = "approves"
	Authorizes         Act = "authorizes"
	BearsInMind        Act = "bears-in-mind"
	CallsUpon          Act = "calls-upon"
	Commends           Act = "commends"
	Concerned          Act = "expresses-concern"
	Condemns           Act = "condemns"
	Considers          Act = "considers"
	Convinced          Act = "is-convinced"
	Decides            Act = "decides"
	Declares           Act = "declares"
	Demands            Act = "demands"
	Deplores           Act = "deplores"
	Determines         Act = "determines"
	Emphasizes         Act = "emphasizes"
	Encourages         Act = "encourages"
	Endorses           Act = "endorses"
	Establishes        Act = "establishes"
	ExpressesGratitude Act = "expresses-gratitude"
	Extends            Act = "extends"
	GuidedBy           Act = "is-guided-by"
	Invites            Act = "invites"
	Notes              Act = "notes"
	Observes           Act = "observes"
	Other              Act = "other"
	Proclaims          Act = "proclaims"
	Reaffirms          Act = "reaffirms"
	Recalls            Act = "recalls"
	Recognizes         Act = "recognizes"
	Recommends         Act = "recommends"
	Regrets            Act = "regrets"
	Reiterates         Act = "reiterates"
	Rejects            Act = "rejects"
	RemainsSeized      Act = "remains-seized"
	Requests           Act = "requests"
	Resolves           Act = "resolves"
	Stresses           Act = "stresses"
	Supports           Act = "supports"
	TakesNote          Act = "takes-note"
	Underlines         Act = "underlines"
	Urges              Act = "urges"
	Welcomes           Act = "welcomes"
)

// Acts lists every act in alphabetical order of its word; a fresh slice each call.
func Acts() []Act {
	return []Act{
		Acknowledges, Adopts, Affirms, Appeals, Approves, Authorizes, BearsInMind, CallsUpon, Commends, Condemns,
		Considers, Decides, Declares, Demands, Deplores, Determines, Emphasizes, Encourages, Endorses, Establishes,
		Appreciates, Concerned, ExpressesGratitude, Extends, Invites, Convinced, GuidedBy, Notes, Observes, Other,
		Proclaims, Reaffirms, Recalls, Recognizes, Recommends, Regrets, Reiterates, Rejects, RemainsSeized, Requests,
		Resolves, Stresses, Supports, TakesNote, Underlines, Urges, Welcomes,
	}
}
