package graph

import "strings"

// Bounds of the numbers that bodies give, for guessing which one is meant. They are generous: they rule out, they do not choose.
const (
	lastCouncilSession  = 75  // of the Human Rights Council, some time after 2035
	lastCouncilNumber   = 60  // resolutions in one of its sessions; 47 is the highest yet
	firstDecision       = 101 // the Council's decisions of a session begin here
	lastCouncilDecision = 140
	firstSlashSession   = 31  // of the General Assembly, 1976: before it numbers run through, with Roman sessions
	firstDecisionGA     = 401 // the Assembly's decisions of a session begin here
	firstDecisionECOSOC = 201
	lastRomanGA         = 30 // sessions of the Assembly with Roman numerals
	lastCommission      = 2006
	firstYear           = 1945
)

// candidates writes what the reading may mean, most likely first.
func (r *symbolReading) candidates() []Symbol {
	var forms []string
	switch {
	case r.says("comment", "recommendation", "gc") && r.shape != draftShape:
		forms = r.comments()
	case r.says(committeeWords...):
		return nil
	case r.shape == draftShape || r.suffix != "" && r.shape == pairShape:
		forms = r.drafts()
	case r.shape == unescoShape:
		forms = []string{r.a + "C/" + r.b}
	case r.says("wha", "health", "who"):
		forms = []string{"WHA" + r.a + "." + r.b}
	case r.shape == pairShape && year(r.a) > 0:
		forms = r.yearly()
	case r.shape == pairShape:
		forms = r.pairs()
	case r.shape == bracketShape && year(r.inside) > 0 || r.shape == singleShape:
		forms = r.security()
	case r.shape == bracketShape:
		forms = r.roman()
	}
	var symbols []Symbol
	for _, form := range forms {
		if symbol, err := ParseSymbol(form + r.suffixOf(form)); err == nil {
			symbols = withParts(symbols, symbol)
		}
	}
	return symbols
}

func (r *symbolReading) suffixOf(form string) string {
	if strings.Contains(form, "/L.") {
		return r.suffix
	}
	return ""
}

// body returns which organ was named; "" for none.
func (r *symbolReading) body() Body {
	switch {
	case r.says("unea", "environment"):
		return EnvironmentAssembly
	case r.says("habitat"):
		return UNHabitatAssembly
	case r.says("chr"), r.says("commission") && r.says("human"):
		return CommissionOnHumanRights
	case r.says("hrc", "unhrc"), r.says("human") && r.says("council"):
		return HumanRightsCouncil
	case r.says("ecosoc", "economic", "social"):
		return EconomicAndSocialCouncil
	case r.says("sc", "unsc", "unscr", "security"):
		return SecurityCouncil
	case r.says("trusteeship"):
		return TrusteeshipCouncil
	case r.says("ga", "unga", "assembly"):
		return GeneralAssembly
	default:
		return ""
	}
}

// may reports whether the body named, if any, can be b. "Council" alone can be each of the councils.
func (r *symbolReading) may(b Body) bool {
	if named := r.body(); named != "" {
		return named == b
	}
	return !r.says("council") || b != GeneralAssembly && b != CommissionOnHumanRights
}

func (r *symbolReading) isDecision() bool {
	return r.says("decision", "decisions", "dec")
}

func (r *symbolReading) isStatement() bool {
	return r.says("prst", "statement")
}

// pairs are the meanings of "53/29", "S-30/1", "ES-10/15".
func (r *symbolReading) pairs() []string {
	session, number := leadingNumber(r.a), leadingNumber(r.b)
	place := r.prefix + r.a + "/" + r.b
	if year(r.b) > 0 && SecurityCouncilYear(session) == number && r.may(SecurityCouncil) {
		return []string{"S/RES/" + r.a} // "1325/2000"
	}
	if r.isStatement() || r.prefix == "OS/" {
		return []string{"A/HRC/PRST/" + place}
	}
	switch r.body() {
	case EnvironmentAssembly:
		return []string{"UNEP/EA." + r.a + "/" + r.numbered() + r.b}
	case UNHabitatAssembly:
		return []string{"HSP/HA." + r.a + "/" + r.numbered() + r.b}
	case EconomicAndSocialCouncil, SecurityCouncil, CommissionOnHumanRights, TrusteeshipCouncil:
		return nil // they do not number so
	}
	var forms []string
	if r.may(HumanRightsCouncil) && r.prefix != "ES-" && r.letter == "" {
		named := r.body() == HumanRightsCouncil
		isNumbered := r.says("resolution", "resolutions", "res")
		switch {
		case r.isDecision(), !isNumbered && number >= firstDecision && number <= lastCouncilDecision && (named || session <= lastCouncilSession):
			if number >= firstDecision || named {
				forms = append(forms, "A/HRC/DEC/"+place)
			}
		case named, number <= lastCouncilNumber && session <= lastCouncilSession:
			forms = append(forms, "A/HRC/RES/"+place)
		}
	}
	if !r.may(GeneralAssembly) || session < firstSlashSession && r.prefix == "" || r.prefix == "S-" && session < 8 {
		return forms
	}
	if r.isDecision() || number >= firstDecisionGA && !r.says("resolution", "resolutions", "res") {
		return append(forms, "A/DEC/"+place+r.letter)
	}
	return append(forms, "A/RES/"+place+r.letter)
}

// numbered is how the assemblies of programmes mark what they number.
func (r *symbolReading) numbered() string {
	if r.isDecision() {
		return "Dec."
	}
	return "Res."
}

// yearly are the meanings of "1996/31", "2014/23".
func (r *symbolReading) yearly() []string {
	place := r.a + "/" + r.b
	if r.isStatement() {
		return []string{"S/PRST/" + place}
	}
	number := leadingNumber(r.b)
	isDecision := r.isDecision() || number >= firstDecisionECOSOC && !r.says("resolution", "resolutions", "res")
	series := "RES/"
	if isDecision {
		series = "DEC/"
	}
	var forms []string
	if r.may(EconomicAndSocialCouncil) {
		forms = append(forms, "E/"+series+place+r.letter)
	}
	if r.may(CommissionOnHumanRights) && year(r.a) < lastCommission {
		forms = append(forms, "E/CN.4/"+series+place)
	}
	return forms
}

// security are the meanings of "1325 (2000)" and of "1325" alone.
func (r *symbolReading) security() []string {
	number := leadingNumber(r.a)
	if r.prefix != "" || number == 0 || !r.may(SecurityCouncil) || r.isDecision() || r.isStatement() {
		return nil
	}
	if r.shape == bracketShape {
		return []string{"S/RES/" + r.a + "(" + r.inside + ")"}
	}
	if SecurityCouncilYear(number) == 0 || r.body() == "" && number >= firstYear && number < firstYear+100 && len(r.said) == 0 {
		return nil // "2015" alone is a year
	}
	return []string{"S/RES/" + r.a}
}

// roman are the meanings of "217 A (III)": of the Assembly to its thirtieth session, or of the Economic and Social Council.
func (r *symbolReading) roman() []string {
	session := strings.ToUpper(r.inside)
	if !isRoman(session) || r.prefix != "" {
		return nil
	}
	place := r.a + "(" + session + ")" + r.letter
	var forms []string
	if r.may(GeneralAssembly) && romanValue(session) <= lastRomanGA {
		forms = append(forms, "A/RES/"+place)
	}
	if r.may(EconomicAndSocialCouncil) && !strings.Contains(session, "-") {
		forms = append(forms, "E/RES/"+place)
	}
	if r.body() == TrusteeshipCouncil {
		forms = append(forms, "T/RES/"+place)
	}
	if r.body() == CommissionOnHumanRights {
		forms = append(forms, "E/CN.4/RES/"+place)
	}
	return forms
}

// romanValue returns the value of Roman numerals, a prefix "S-" or "ES-" left out.
func romanValue(s string) int {
	total, last := 0, 0
	for i := len(s) - 1; i >= 0 && s[i] != '-'; i-- {
		value := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100}[s[i]]
		if value < last {
			value = -value
		} else {
			last = value
		}
		total += value
	}
	return total
}

// drafts are the meanings of "53/L.27/Rev.1" and of the loose "53/27 rev.1".
func (r *symbolReading) drafts() []string {
	place := r.prefix + r.a + "/L." + r.b
	var forms []string
	if r.may(HumanRightsCouncil) && leadingNumber(r.a) <= lastCouncilSession {
		forms = append(forms, "A/HRC/"+place)
	}
	if r.may(GeneralAssembly) && leadingNumber(r.a) >= firstSlashSession {
		forms = append(forms, "A/"+place)
	}
	if r.may(EconomicAndSocialCouncil) && year(r.a) > 0 {
		forms = append(forms, "E/"+place)
	}
	return forms
}
