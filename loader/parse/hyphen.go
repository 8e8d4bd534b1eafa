package parse

import "strings"

// hyphened are words that keep their hyphen at a line end: "non-governmental", "follow-up".
var hyphened = wordSet("non self co post high low long short well anti socio one two three four five follow decision policy cross gender human rights " +
	"evidence child people age youth peer third first second north south east west large small medium middle time oil nuclear zero counter " +
	"standard secretary under so vice ex human result results least cost far wide rule well-known community market export import land world-wide day-to")

// joined are words that keep the hyphen before certain others only: "inter-agency", but "international".
var joined = map[string][]string{
	"inter": {"agency", "governmental", "parliamentary", "sessional", "generational", "related", "ethnic"},
	"multi": {"stakeholder", "donor", "year", "country", "sectoral", "agency", "party", "partner", "hazard"},
	"re":    {"emphasiz", "establish", "examin", "enter", "elect", "export"},
	"pre":   {"exist", "empt", "eminent"},
	"sub":   {"saharan", "item", "regional", "committee"},
}

// seconds are words that follow a hyphen: "capacity-building", "drug-related".
var seconds = wordSet("related based building sharing making informed term level wide free led driven sensitive specific oriented centred centered owned up " +
	"effective border generation resistant responsive reliant reliance called known defined saving raising setting solving taking holders friendly scale " +
	"range lasting income intensive efficient aligned sufficient sufficiency economic corruption discrimination governmental agency wide widening growing")

const (
	// evidenceLength is how much of a text is searched for a word that a line end cut, and evidenceSearches how often: texts repeat their words.
	evidenceLength   = 256 << 10
	evidenceSearches = 200
)

// evident looks elsewhere in the text for the word with its hyphen and without: found is false where neither stands there.
func (b *builder) evident(token, second string) (soft, found bool) {
	if len(second) < 2 || len(token) < 2 || b.searches >= evidenceSearches {
		return false, false
	}
	b.searches++
	text := b.text[:min(len(b.text), evidenceLength)]
	if strings.Contains(text, token+second) {
		return true, true
	}
	return false, strings.Contains(text, token+"-"+second)
}

// softHyphen reports whether the hyphen that the clean text ends with was made by the line end: "Conven-" before "tion", "70/1-" before "25".
func (b *builder) softHyphen(rest string) bool {
	next := rest[0]
	word := b.out[:len(b.out)-1]
	start := len(word)
	for start > 0 && word[start-1] != ' ' {
		start--
	}
	token := string(word[start:])
	if digit(next) {
		return strings.Contains(token, "/") && digit(token[len(token)-1])
	}
	if upper(next) && len(token) > 2 && len(rest) > 1 && upper(rest[1]) && strings.Trim(token, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return true // an acronym: "INTER-" before "POL"
	}
	if at := strings.LastIndexByte(token, '/'); at > 0 && lower(next) && (upper(token[0]) || digit(token[0])) && at+2 < len(token) && upper(token[at+1]) {
		return true // a symbol: "A/77/1/Co-" before "rr.1"
	}
	if !lower(next) || strings.ContainsAny(token, "-/") {
		return false
	}
	token = strings.ToLower(strings.TrimLeft(token, "(“\"‘'"))
	for _, word := range joined[token] {
		if strings.HasPrefix(rest, word) {
			return false
		}
	}
	second, _ := firstWord(rest)
	if soft, found := b.evident(token, second); found {
		return soft
	}
	return !hyphened[token] && !seconds[second] && len(token) > 1 && letter(token[len(token)-1])
}
