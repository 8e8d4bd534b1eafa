package extract

import "time"

// role is what a word does in a citation, whatever its case or number.
type role uint8

// Roles; the words that play them are listed in roleWords. The first ones, up to lastIdle, only tell what stands beside them: nothing begins
// at their words, and the scan passes over them.
const (
	noRole role = iota
	roleOf
	roleThe
	roleAnd
	roleTo
	roleIn
	roleBy
	roleOn
	roleAs
	roleIts         // whose resolution: "its", "their"
	roleThat        // points back: "that", "those", "this", "these", "said"
	roleSame        // "the same resolution", "the above-mentioned resolution"
	roleModifier    // "Optional" of "the Optional Protocol", "Guiding" of "the Guiding Principles"
	roleBoth        // a date shared by what precedes: "both of", "all of"
	roleResolution  // opens a list of resolutions
	roleDecision    // opens a list of decisions
	roleStatement   // "presidential statement"
	rolePresident   // "its President", "presidential"
	roleDraft       // "draft resolution"
	rolePresent     // "the present resolution" cites nothing
	roleNumber      // "No.", before a number
	roleAdopted     // "adopted by", "made by"
	roleDated       // "dated 5 May 2020"
	roleDate        // "of the same date"
	roleMonth       // January ... December
	roleOrdinary    // adjectives between a body and "resolution": "relevant", "previous"
	roleLink        // other words between the members of a list: "including", "namely"
	roleAbbreviated // "sect.", "para.", "No.": the stop after it ends no sentence
	rolePinpoint    // "paragraph", "article", "section": what follows is a place in an instrument
	roleThereto     // "the Optional Protocol thereto"
	roleIbid        // "Ibid."
	roleEntitled    // a title follows
	roleComment     // "general comment", "general recommendation"
	roleGeneral     // "general"
	roleGoal        // "Goal 5", "target 5.2"
	roleSupplement  // "Supplement No. 53"
	roleSession     // "Sixty-eighth Session"
	roleVolume      // "vol. 1577"
	roleAnnex       // "annex", "annexes"
	roleElided      // "Add.1", "Corr.1", "Rev.1"
	roleNoun        // what a named instrument is: "Convention", "Covenant"
	roleInstruments // "those instruments"
	roleHealth      // "WHA72.8"
	rolePRST        // "PRST OS/13/1"
	roleAgency      // "GC(66)/RES/9"
	roleOpinion     // "the advisory opinion of the International Court of Justice of 9 July 2004"
)

// lastIdle is the last of the roles at whose words nothing begins.
const lastIdle = roleBoth

// roleWords lists the words of each role. Source: the United Nations editorial manual, "Resolutions and other formal decisions",
// and the forms in docs/accuracy.md.
var roleWords = map[role][]string{
	roleOf:          {"of"},
	roleThe:         {"the"},
	roleAnd:         {"and", "or"},
	roleTo:          {"to", "through"},
	roleIn:          {"in"},
	roleBy:          {"by"},
	roleOn:          {"on", "concerning", "regarding", "relating"},
	roleAs:          {"as", "well"},
	roleIts:         {"its", "their"},
	roleThat:        {"that", "those", "this", "these", "said", "such"},
	roleSame:        {"same", "mentioned", "aforementioned", "aforesaid", "abovementioned", "former", "latter", "cited"},
	roleBoth:        {"both", "all", "respectively"},
	roleResolution:  {"resolution", "resolutions", "résolution", "résolutions"},
	roleDecision:    {"decision", "decisions"},
	roleStatement:   {"statement", "statements"},
	rolePresident:   {"president", "presidential"},
	roleDraft:       {"draft", "drafts"},
	rolePresent:     {"present"},
	roleNumber:      {"no", "nos", "number", "numbers"},
	roleAdopted:     {"adopted", "made", "issued", "passed"},
	roleDated:       {"dated"},
	roleDate:        {"date", "day"},
	roleOrdinary:    {"relevant", "previous", "earlier", "subsequent", "recent", "most", "annual", "landmark", "past", "other", "consensus", "latest", "last", "first", "own", "similar", "historic", "pertinent", "omnibus", "various", "several", "two", "three", "four", "many", "respective", "preceding", "prior", "latter", "aforementioned", "initial", "original", "governing", "specific", "key", "main", "basic", "major", "procedural"},
	roleLink:        {"including", "inter", "alia", "particular", "particularly", "notably", "especially", "namely", "also", "then", "latest", "recently", "see", "e", "g", "i", "with", "subsequent", "further", "contained", "pursuant", "under", "especial", "specifically", "recalling", "reaffirming", "recalled", "reaffirmed"},
	roleAbbreviated: {"sect", "sects", "para", "paras", "chap", "chaps", "vol", "vols", "art", "arts", "res", "op", "p", "pp", "suppl", "ed", "cf", "cit", "loc", "mr", "ms", "st"},
	rolePinpoint:    {"paragraph", "paragraphs", "article", "articles", "section", "sections", "chapter", "chapters", "part", "parts", "subparagraph", "subparagraphs", "principle", "rule", "preamble", "appendix"},
	roleThereto:     {"thereto", "thereof"},
	roleIbid:        {"ibid", "ibidem"},
	roleEntitled:    {"entitled", "titled", "theme"},
	roleComment:     {"comment", "comments", "recommendation", "recommendations"},
	roleGeneral:     {"general"},
	roleGoal:        {"goal", "target", "targets"},
	roleSupplement:  {"supplement", "supplements"},
	roleSession:     {"session"},
	roleVolume:      {"volume"},
	roleAnnex:       {"annex", "annexes", "annexed"},
	roleElided:      {"add", "corr", "rev", "amend"},
	roleModifier:    {"optional", "guiding", "additional", "peace", "action", "global", "world", "international", "political"},
	roleNoun: {
		"convention", "conventions", "covenant", "covenants", "declaration", "protocol", "protocols", "charter", "compact", "principles", "guidelines", "agenda",
		"platform", "programme", "plan", "statute", "treaty", "agreement", "framework", "rules", "code", "constitution", "goals", "strategy",
		"accord", "accords",
	},
	roleInstruments: {"instruments"},
	roleHealth:      {"wha"},
	rolePRST:        {"prst"},
	roleAgency:      {"gc"},
	roleOpinion:     {"opinion", "judgment", "judgement"},
}

// grammar knows the roles of words by their ids.
type grammar struct {
	roles  []role
	months []time.Month
	// singulars of the nouns whose plural is a role's word too.
	singulars map[wordID]wordID
}

func newGrammar(l *lexicon) *grammar {
	g := &grammar{singulars: map[wordID]wordID{}}
	for r := roleOf; r <= roleOpinion; r++ {
		for _, name := range roleWords[r] {
			g.set(l.add(name), r)
		}
	}
	for _, noun := range []string{"convention", "covenant", "protocol"} {
		g.singulars[l.add(noun+"s")] = l.add(noun)
	}
	for m := time.January; m <= time.December; m++ {
		id := l.add(lower(m.String()))
		g.set(id, roleMonth)
		for len(g.months) <= int(id) {
			g.months = append(g.months, 0)
		}
		g.months[id] = m
	}
	return g
}

func (g *grammar) set(id wordID, r role) {
	for len(g.roles) <= int(id) {
		g.roles = append(g.roles, noRole)
	}
	if g.roles[id] == noRole {
		g.roles[id] = r
	}
}

// singular returns the id of a plural noun's singular, or the id itself.
func (g *grammar) singular(id wordID) wordID {
	if single, ok := g.singulars[id]; ok {
		return single
	}
	return id
}

// role returns what the word does; noRole for marks, numerals and all other words.
func (g *grammar) role(id wordID) role {
	if int(id) < len(g.roles) {
		return g.roles[id]
	}
	return noRole
}

// month returns the month that the word names; 0 for none.
func (g *grammar) month(id wordID) time.Month {
	if int(id) < len(g.months) {
		return g.months[id]
	}
	return 0
}

func lower(s string) string {
	b := []byte(s)
	for i, c := range b {
		b[i] = foldTable[c]
	}
	return string(b)
}
