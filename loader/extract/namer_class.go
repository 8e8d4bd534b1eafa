package extract

import "strings"

// class is a set of grammatical properties of a word: what the rules ask of it.
type class uint64

// Classes. The words of each stand in classWords: closed classes of English grammar, not knowledge of the field.
const (
	functionWord class = 1 << iota // after which a short name has certainly ended
	determiner                     // "the", "all", "relevant": before a noun that is meant
	conjunction                    // "and", "or"
	preposition
	modal        // "shall"
	rightNoun    // "right", "rights"
	freedomNoun  // "freedom", "freedoms"
	rightsFamily // "civil", "political", "economic", "social", "cultural"
	titleNoun    // "Convention": opens a title
	titleLink    // "on", "of", "the": lower case within a title
	carrier      // "members": who is asked when "members of" are
	consultation // "in consultation with": who is named there is not asked
	notInfinitive
	pointer          // "them", "their"
	beforeMember     // "the enjoyment of": before a member of a list of rights
	listLink         // "including": joins members of a list
	asideWord        // "individually": begins what stands between "right," and its "to"
	governsTo        // "access": the "to" after it is not the right's
	holderAdjective  // "full enjoyment of human": between whose and "rights"
	organNoun        // "commission"
	officerNoun      // "Director": of an organ outside the vocabulary
	vagueOrgan       // "group": an organ only where it has a capital
	duePreposition   // "at its fiftieth session"
	priorWord        // "before its fiftieth session"
	startingWord     // "starting from its fiftieth session"
	sessionAdjective // "regular"
	pastVerb         // "submitted at"
	heldVerb         // "convened at": of events
	dateWord         // "June", "end": between "by" and a year
	auxiliary        // "continue to"
	textVerb         // "prepare": a report
	nearVerb         // "provide": means little by itself
	reportVerb       // "report" as a verb
	deliverVerb      // "submit"
	eventVerb        // "convene"
	eventGerund      // "by convening"
	engageVerb       // "engage in a dialogue": of who presents a text
	giveVerb         // "provide": resources
	supplyNoun       // "assistance": resources, where it is said how much is needed
	needWord         // "necessary"
	extendVerb       // "extend": a mandate
	foundVerb        // "establish"
	sessionOrgan     // "Forum": an organ that meets in sessions, where it has a capital
	plainOrgan       // "committee": also without, after "the"
	organAdjective   // "working group"
	receiving        // "for consideration by": what those do who are told
	leadsTo          // "follow-up to the Conference": those are not told
	aboutWord        // "concerning the Committee"
	adoptedNoun      // "Council resolution"
	partNoun         // "the first part of its fiftieth session"
	adverbTail       // the later words of adverbs of several words
	startsActor
	startsVerb
	startsAdverb
)

var classWords = map[class]string{
	functionWord: `and or of for in on at by to as with without from is are was were be been being has have had shall should will would may might can could
		must do does that which who whom whose when where while if than then but nor not also including inter such against among amongst between through
		under within during after before about upon into over towards toward per via the a an their its his her all any each both more most further so
		it they this these those whether because since until unless throughout across around regardless irrespective despite according especially
		particularly namely alike alone too itself themselves following concerning regarding relating based pursuant notwithstanding concerned
		in operating working who she he we our respectively especially whenever wherever due whereby therein thereof thereto vis there here`,
	determiner: `the a an all any every each other relevant its their his her this that these those such both concerned appropriate competent various
		different several many most some interested new own same current future two three four five six all remaining respective national
		international member certain`,
	conjunction: `and or`,
	preposition: `in with within when through under at by on for without upon taking while building drawing pursuant subject bearing as during before after
		following based using where if consistent until from into among between against`,
	modal:        `shall should will would must may can`,
	rightNoun:    `right rights`,
	freedomNoun:  `freedom freedoms`,
	rightsFamily: `civil political economic social cultural`,
	titleNoun: `convention conventions covenant covenants declaration protocol protocols principles rules guidelines compact agenda programme platform
		plan fund statute recommendation recommendations charter framework treaty agreement committee conference summit commission campaign`,
	titleLink: `on of the for to and against in with among or relating concerning its all their an a regarding between`,
	carrier: `president chair chairperson chairpersons chairs vice rapporteur rapporteurs co facilitator facilitators members member representatives representative mandate holders holder stakeholders actors parties
		authorities entities bodies mechanisms organizations institutions community leaders heads head experts expert secretariat bureau coordinator group groups
		donors others partners agencies governments director executive office offices meeting session sessions organs funds programmes system presidency troika body team`,
	consultation: `consultation cooperation collaboration coordination partnership conjunction association concert dialogue liaison`,
	notInfinitive: `the a an that this these those it its them their all any which whom whose and or him her his us everyone persons women children men what such both each every
		other human international national date another one two some many most more our relevant civil society public private those peace end
		particular respective victims states governments people indigenous migrants refugees`,
	organNoun: `commission mission mechanism expert experts group panel committee forum team facilitator cofacilitators rapporteur bureau secretariat fund board
		chair president chairperson commissioner centre tribunal representative envoy task body office hub unit platform presence network`,
	officerNoun:      `director administrator secretary registrar`,
	vagueOrgan:       `group expert experts body office fund board centre task chair president secretariat team representative envoy forum`,
	duePreposition:   `at for during by to until than`,
	priorWord:        `before prior`,
	startingWord:     `starting beginning commencing as`,
	sessionAdjective: `regular special annual ordinary substantive next organizational resumed main`,
	pastVerb:         `submitted presented adopted requested established discussed delivered issued launched considered appointed circulated decided recommended`,
	heldVerb:         `held convened organized organised hosted conducted scheduled planned`,
	dateWord: `january february march april may june july august september october november december the end of early late mid year beginning
		first second third fourth half quarter no later than`,
	auxiliary: `continue also further jointly regularly immediately urgently consider and`,
	textVerb: `prepare submit present compile develop draft elaborate produce publish issue conduct undertake provide deliver make complete finalize formulate write
		circulate transmit report give carry collect collate collaborate update continue design create commission preparing submitting presenting initiate convey`,
	nearVerb:    `provide give make continue create carry undertake include share`,
	reportVerb:  `report brief reporting`,
	deliverVerb: `submit present transmit circulate deliver share make disseminate publish report`,
	eventVerb:   `through organize organise convene hold host arrange conduct convening organizing holding hosting conducting schedule devote dedicate plan undertake incorporate include continue`,
	eventGerund: `convening organizing organising holding hosting`,
	engageVerb:  `engage participate`,
	giveVerb:    `provide ensure allocate make extend give secure strengthen continue furnish guarantee supply`,
	supplyNoun:  `resources assistance support staff staffing expertise facilities services funding funds means`,
	needWord:    `necessary required needed adequate sufficient requisite`,
	extendVerb:  `extend renew prolong continue`,
	foundVerb:   `establish create appoint set constitute dispatch form launch re reestablish`,
	sessionOrgan: `commission subcommission committee subcommittee board conference council assembly forum group body bodies panel mechanism congress meeting tribunal
		platform task`,
	plainOrgan:     `commission subcommission committee subcommittee board forum`,
	organAdjective: `working expert preparatory drafting governing open ended hoc intergovernmental`,
	receiving:      `consideration considered adoption approval attention review examination examined information decision action discussion disposal`,
	leadsTo:        `up contribution contributions input inputs preparation preparations preparatory party parties thereto annex`,
	aboutWord:      `about concerning regarding`,
	adoptedNoun:    `resolution resolutions decision decisions`,
	partNoun:       `part parts segment beginning start opening end`,
	adverbTail:     `more regard context connection particular again addition to that this strongest terms possible the`,
	pointer:        `them him her it`,
	beforeMember:   `the a an full enjoyment exercise enjoy exercising enjoying realization their his her equal effective everyone all human also access of fully freely equally effectively actively meaningfully safely peacefully`,
	listLink:       `including inter alia particular particularly such as well namely especially notably both`,
	asideWord:      `individually alone as without in inter`,
	governsTo: `access regard respect relation relating related regards due pursuant contrary commitment commitments addition order led leading leads lead subject related able need needs
		ability attention efforts effort threat threats approach opportunity opportunities contribute contributes contributing obstacle obstacles challenges relevant related
		applicable belonging linked according response responses solutions entitled continue reference`,
	holderAdjective: `human full equal enjoyment exercise realization all economic social cultural civil political fundamental labour land property effective basic
		reproductive legal inherent collective other own equally fully respective inalienable legitimate housing guaranteed universal constitutional rightful`,
}

// classify fills class from classWords and the phrases.
func (n *namer) classify() {
	for c, list := range classWords {
		for name := range strings.FieldsSeq(list) {
			n.mark(n.lexicon.add(name), c)
		}
	}
	for c, p := range map[class]*phrases{
		startsActor: n.actors, startsVerb: n.verbs, startsAdverb: n.adverbs,
	} {
		for id, node := range p.first {
			if node != 0 {
				n.mark(wordID(id), c)
			}
		}
	}
	n.word = newGrammarWords(n.lexicon)
	for len(n.class) < len(n.lexicon.names) {
		n.class = append(n.class, 0)
	}
}

func (n *namer) mark(id wordID, c class) {
	for len(n.class) <= int(id) {
		n.class = append(n.class, 0)
	}
	n.class[id] |= c
}

// is reports whether the word has one of the classes.
func (n *namer) is(w word, c class) bool { return int(w.id) < len(n.class) && n.class[w.id]&c != 0 }

// ends reports whether a name that may be the beginning of a longer one ends before the word.
func (n *namer) ends(w word) bool { return n.closing[w.id] }

// compile makes the sets of phrases ready for reading.
func (n *namer) compile() {
	n.closing = make([]bool, len(n.lexicon.names))
	for id := range n.closing {
		w := wordID(id)
		n.closing[id] = w != unknownWord && w < firstWord && w != quoteMark || n.class[id]&functionWord != 0
	}
	for _, set := range []*phrases{
		n.actors, n.adjectives, n.nouns, n.between, n.rights, n.objects, n.verbs, n.feelings, n.adverbs, n.products,
	} {
		set.compile(n.closing, false)
	}
	for id, c := range n.class {
		var alone, capital setMask
		if c&rightNoun != 0 {
			alone |= opensHolders
		}
		if c&(rightNoun|freedomNoun|rightsFamily) != 0 {
			alone |= opensRights
		}
		if c&titleNoun != 0 {
			capital |= opensTitle
		}
		n.lexicon.openers.class(wordID(id), alone, capital)
	}
}
