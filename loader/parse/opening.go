package parse

import "strings"

// The words below tell a preambular from an operative paragraph by how it begins. Source: UN Editorial Manual, "Resolutions and other
// formal decisions": preambular paragraphs begin with a participle or adjective in italics, operative ones with a verb.

// adverbs may stand before the word that decides.
var adverbs = wordSet("Again Also Deeply Especially Expressly Firmly Fully Further Furthermore Gravely Greatly Hereby Keenly " +
	"Once Profoundly Particularly Seriously Sincerely Solemnly Strongly Unequivocally Warmly Accordingly " +
	"Vehemently Categorically Vigorously Resolutely Urgently Unanimously Now Therefore Nonetheless Highly Extremely")

// adjectives open preambular paragraphs beside the participles in -ing.
var adjectives = wordSet("Alarmed Anxious Appalled Appreciative Aware Cognizant Committed Concerned Confident Conscious Convinced Desirous " +
	"Determined Disappointed Dismayed Distressed Disturbed Eager Encouraged Gratified Grateful Guided Horrified Indignant Inspired Mindful " +
	"Moved Outraged Perturbed Persuaded Pleased Reassured Resolved Sad Saddened Satisfied Shocked Supportive Troubled Whereas " +
	"Worried Wishful Preoccupied Impressed Impelled")

// prepositions open preambular paragraphs, but only as their first words.
var prepositions = wordSet("In With Pursuant On Given Inasmuch Because Since")

// verbs open operative paragraphs; the third person in -s of any other word does too.
var verbs = wordSet("Accepts Acknowledges Adopts Affirms Agrees Appeals Appoints Appreciates Approves Asks Assures Authorizes Believes Calls " +
	"Censures Commends Concludes Concurs Condemns Confirms Congratulates Considers Decides Declares Deems Defines Demands Deplores Designates " +
	"Determines Directs Discourages Draws Elects Emphasizes Encourages Endorses Establishes Exhorts Expresses Extends Finds Gives Grants Hails " +
	"Highlights Holds Hopes Imposes Insists Instructs Intends Invites Looks Maintains Makes Mandates Notes Notices Observes Offers Opposes Orders " +
	"Pays Places Pledges Proclaims Praises Proposes Protests Provides Reaffirms Realizes Reasserts Recalls Receives Recognizes Recommends " +
	"Reconfirms Records Refers Regards Regrets Reiterates Rejects Remains Reminds Renews Repeats Repudiates Requests Requires Resolves " +
	"Restates Salutes Sees Sets Shares Solicits Strengthens Stresses Submits Suggests Supports Suspends Takes Terminates Thanks Transmits " +
	"Trusts Underlines Underscores Undertakes Urges Views Voices Warns Welcomes Wishes Re-emphasizes Recommits Envisages Approves Deprecates " +
	"Empowers Postpones Retains Selects Amends Abolishes Commits Facilitates Advises Alerts Applauds Attaches " +
	"Forwards Nominates Adjourns Admits Allocates Announces Assigns Awaits Confers Convenes Entrusts Expands Fixes Includes Increases Initiates Instructs " +
	"Launches Lifts Modifies Names Permits Prolongs Raises Ratifies Reappoints Reduces Releases Replaces Reserves Returns Revises Revokes Transfers Withdraws")

// openers says of each of the words above, in one look-up, what it is.
var openers = func() map[string]opener {
	all := make(map[string]opener)
	for _, class := range []struct {
		words map[string]bool
		opener
	}{{adverbs, adverbOpener}, {adjectives, adjectiveOpener}, {prepositions, prepositionOpener}, {verbs, verbOpener}} {
		for w := range class.words {
			all[w] |= class.opener
		}
	}
	return all
}()

// opener is what a word is among those that open paragraphs.
type opener uint8

const (
	adverbOpener opener = 1 << iota
	adjectiveOpener
	prepositionOpener
	verbOpener
)

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// An openingKind says what a paragraph's first words look like.
type openingKind int

const (
	noOpening openingKind = iota
	preambularOpening
	operativeOpening
)

// openingOf looks at the first words of a paragraph. Scanned texts have them in capitals ("REQUESTS"), which count as the same.
func openingOf(s string) openingKind {
	s = strings.TrimLeft(s, "*_“\"‘'\\ ")
	if strings.HasPrefix(s, "It is resolved") || strings.HasPrefix(s, "It is therefore resolved") { // the first years
		return operativeOpening
	}
	for i := range 3 {
		word, rest := firstWord(s)
		if word == "" || !upper(word[0]) && !lower(word[0]) {
			return noOpening
		}
		if len(word) > 3 && allCapitals(word) {
			word = word[:1] + strings.ToLower(word[1:])
		}
		if lower(word[0]) {
			if i == 0 {
				return noOpening
			}
			// the word after an adverb
			word = string(word[0]-'a'+'A') + word[1:]
		}
		switch is := openers[word]; {
		case is&verbOpener != 0:
			return operativeOpening
		case i == 0 && is&prepositionOpener != 0, is&adjectiveOpener != 0, len(word) > 5 && strings.HasSuffix(word, "ing") && !notParticiple(word):
			return preambularOpening
		case is&adverbOpener == 0:
			return noOpening
		}
		s = strings.TrimLeft(rest, " ,*_")
	}
	return noOpening
}

// allCapitals reports whether none of the letters of a word is small.
func allCapitals(word string) bool {
	for i := len(word) - 1; i >= 0; i-- {
		if lower(word[i]) {
			return false
		}
	}
	return true
}

// surely is the set of participles that open most preambular paragraphs; others ("Developing", "Strengthening") begin names as well.
var surely = wordSet("Recalling Reaffirming Noting Recognizing Recognising Welcoming Emphasizing Stressing Considering Acknowledging Expressing Taking Bearing Affirming " +
	"Reiterating Underlining Underscoring Having Acting Commending Condemning Deploring Believing Desiring Observing Regretting Encouraging Appreciating " +
	"Highlighting Reaffirming Determined Mindful Convinced Concerned Guided Aware Conscious Alarmed Whereas Cognizant Gravely Deeply")

// surelyOpens reports whether a line begins with opening words that nothing else begins with.
func surelyOpens(s string) bool {
	kind := openingOf(s)
	if kind != preambularOpening {
		return kind != noOpening
	}
	word, _ := firstWord(strings.TrimLeft(s, "*_“\"‘' "))
	return surely[word] || adverbs[word]
}

// notParticiple lists nouns in -ing that begin sentences.
func notParticiple(word string) bool {
	switch word {
	case "During", "Meeting", "Nothing", "Everything", "Something", "Evening", "Morning", "Beijing", "Training", "Housing", "Funding":
		return true
	}
	return false
}

// firstWord cuts the first word, of letters and hyphens, from s.
func firstWord(s string) (word, rest string) {
	i := 0
	for i < len(s) && (letter(s[i]) || s[i] == '-') {
		i++
	}
	return s[:i], s[i:]
}

// organs are words one of which names the organ in "The General Assembly,".
var organs = []string{
	"Assembly", "Council", "Commission", "Committee", "Conference", "Board", "Congress", "Parties", "Meeting", "Forum", "Summit", "ASSEMBLY",
	"COUNCIL", "COMMISSION", "CONFERENCE", "Sub-Commission", "Plenipotentiaries",
}

// maxFormula is how long an enacting formula may be.
const maxFormula = 160

// formula reports whether a fragment is the enacting formula, "The General Assembly,", alone in its line.
func formula(s string) bool {
	if len(s) > maxFormula || s == "" || lower(s[0]) || digit(s[0]) || upper(s[0]) && s[0] != 'T' {
		return false
	}
	if s[0] == 'T' && !strings.HasPrefix(s, "The ") && !strings.HasPrefix(s, "THE ") {
		return false
	}
	s = strings.Trim(s, "*_ “\"")
	if !strings.HasPrefix(s, "The ") && !strings.HasPrefix(s, "THE ") {
		return false
	}
	if !strings.HasSuffix(s, ",") {
		return len(s) < 40 && (strings.HasSuffix(s, " Council") || strings.HasSuffix(s, " Assembly") || strings.HasSuffix(s, " Council.") || strings.HasSuffix(s, " Assembly."))
	}
	return !strings.Contains(s[:len(s)-1], ",") && names(s) || scannedFormula(s)
}

// scannedFormula: "The Gener a l Assembly,".
func scannedFormula(s string) bool {
	joined := strings.ReplaceAll(s, " ", "")
	return joined == "TheGeneralAssembly," || joined == "TheSecurityCouncil," || joined == "TheEconomicandSocialCouncil," || joined == "TheHumanRightsCouncil,"
}

func names(s string) bool {
	for _, organ := range organs {
		if strings.Contains(s, organ) {
			return true
		}
	}
	return false
}

// formulaLead returns how many bytes of a paragraph are an enacting formula that runs on into it: "The Security Council, Noting ...",
// "The General Assembly Requests ..."; 0 where none does.
func formulaLead(s string) int {
	if !strings.HasPrefix(s, "The ") {
		return 0
	}
	for _, name := range []string{"The General Assembly", "The Security Council", "The Human Rights Council", "The Economic and Social Council"} {
		rest, ok := strings.CutPrefix(s, name)
		if !ok {
			continue
		}
		if after, comma := strings.CutPrefix(rest, ","); comma {
			after = strings.TrimLeft(after, " *_\n")
			if openingOf(after) != noOpening && after != "" && upper(after[0]) {
				return len(s) - len(after)
			}
			return 0
		}
		after := strings.TrimLeft(rest, " *_\n")
		if after != "" && upper(after[0]) && openingOf(after) == operativeOpening {
			return len(s) - len(after)
		}
	}
	return 0
}
