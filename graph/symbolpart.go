package graph

import (
	"cmp"
	"strings"
)

// Body returns the organ that adopts or issues documents of the symbol's series; "" where the series does not tell (a conference).
func (s Symbol) Body() Body {
	if s.text == "" {
		return ""
	}
	for _, series := range bodySeries {
		if strings.HasPrefix(s.text, series.prefix) {
			return series.body
		}
	}
	number := strings.TrimLeft(s.text, "0123456789")
	for _, series := range numberedSeries {
		if len(number) < len(s.text) && strings.HasPrefix(number, series.prefix) {
			return series.body
		}
	}
	return ""
}

type bodyPrefix struct {
	prefix string
	body   Body
}

// bodySeries lists the series with their bodies, the narrower before the wider; it is never changed.
var bodySeries = []bodyPrefix{
	{"A/HRC/", HumanRightsCouncil},
	{"A/CONF.", ""},
	{"A/", GeneralAssembly},
	{"S/", SecurityCouncil},
	{"E/CN.3/", "statistical-commission"},
	{"E/CN.4/Sub.2/", "sub-commission-on-human-rights"},
	{"E/CN.4/", CommissionOnHumanRights},
	{"E/CN.5/", "commission-for-social-development"},
	{"E/CN.6/", "commission-on-the-status-of-women"},
	{"E/CN.7/", "commission-on-narcotic-drugs"},
	{"E/CN.9/", "commission-on-population"},
	{"E/CN.15/", "commission-on-crime-prevention"},
	{"E/CN.16/", "commission-on-science-and-technology"},
	{"E/CN.17/", "commission-on-sustainable-development"},
	{"E/CN.18/", "forum-on-forests"},
	{"E/CN.", ""},
	{"E/C.12/", "cescr"},
	{"E/ESCAP/", "escap"},
	{"E/ESCWA/", "escwa"},
	{"E/ECA/", "eca"},
	{"E/ECE/", "ece"},
	{"ECE/", "ece"},
	{"E/ECLAC/", "eclac"},
	{"E/ICEF/", "unicef-executive-board"},
	{"E/CONF.", ""},
	{"E/", EconomicAndSocialCouncil},
	{"T/", TrusteeshipCouncil},
	{"UNEP/EA.", EnvironmentAssembly},
	{"UNEP/GC", "unep-governing-council"},
	{"UNEP/CBD/COP/", "cbd-cop"},
	{"HSP/HA.", UNHabitatAssembly},
	{"HSP/GC/", "un-habitat-governing-council"},
	{"CCPR/C/", "human-rights-committee"},
	{"CEDAW/C/", "cedaw-committee"},
	{"CRC/C/", "crc-committee"},
	{"CERD/C/", "cerd-committee"},
	{"CAT/C/", "cat-committee"},
	{"CRPD/C/", "crpd-committee"},
	{"CMW/C/", "cmw-committee"},
	{"CED/C/", "ced-committee"},
	{"FCCC/CP/", "unfccc-cop"},
	{"CBD/COP/", "cbd-cop"},
	{"ICCD/COP", "unccd-cop"},
	{"CTOC/COP/", "untoc-cop"},
	{"CAC/COSP/", "uncac-cosp"},
	{"TD/B/", "trade-and-development-board"},
	{"TD/", "unctad"},
	{"DP/", "undp-executive-board"},
	{"UNW/", "un-women-executive-board"},
	{"WHA", "world-health-assembly"},
	{"A.", "imo-assembly"},
	{"ACHPR/", "african-commission"},
	{"Assembly/AU/", "african-union-assembly"},
	{"Ext/Assembly/AU/", "african-union-assembly"},
	{"AG/RES.", "oas-general-assembly"},
	{"GC(", "iaea-general-conference"},
	{"ISBA/", "seabed-assembly"},
	{"NPT/CONF.", "npt-review-conference"},
	{"C/RES/", "fao-conference"},
	{"C/DEC/", "fao-conference"},
}

// numberedSeries lists the series that come after a number; it is never changed.
var numberedSeries = []bodyPrefix{
	{"C/", "unesco-general-conference"},
	{"EX/", "unesco-executive-board"},
	{"/CP.", "unfccc-cop"},
	{"/CMA.", "unfccc-cop"},
	{"/CMP.", "unfccc-cop"},
	{"/COP.", "unccd-cop"},
}

// Kind returns what sort of text the symbol's series holds; [OtherDocument] where it does not tell.
func (s Symbol) Kind() InstrumentKind {
	return s.parts().kind
}

// Session returns the session as the symbol writes it: "53", "S-9", "ES-11", "XXI", "S-VI", "OS/13", the year of bodies that count by
// years ("2006" for "E/RES/2006/46"); "" where there is none, as for the Security Council.
func (s Symbol) Session() string { return s.parts().session }

// Number returns the number within the session, the year or the series: 29 of "A/HRC/RES/53/29", 1325 of "S/RES/1325(2000)"; 0 for none.
func (s Symbol) Number() int { return s.parts().number }

// Year returns the year that the symbol names; 0 for none.
func (s Symbol) Year() int { return s.parts().year }

// Letter returns the letter of a part: "A" of "A/RES/59/113A" and "A/RES/217(III)A", "A-C" of a document that holds three; "" for none.
func (s Symbol) Letter() string { return s.text[s.parts().base:] }

// Base returns the symbol without the letter of its part.
func (s Symbol) Base() Symbol { return Symbol{s.text[:s.parts().base]} }

// Parts returns the parts that a range of letters names: "A/RES/33/28A" to "A/RES/33/28C" for "A/RES/33/28A-C"; the symbol itself where
// there is no range.
func (s Symbol) Parts() []Symbol {
	letter := s.Letter()
	if len(letter) != 3 || letter[1] != '-' || letter[0] > letter[2] {
		return []Symbol{s}
	}
	var parts []Symbol
	for c := letter[0]; c <= letter[2]; c++ {
		parts = append(parts, Symbol{s.Base().text + string(c)})
	}
	return parts
}

// symbolParts is what a symbol says.
type symbolParts struct {
	kind    InstrumentKind
	session string
	number  int
	year    int
	base    int // bytes before the letter of a part
}

func (s Symbol) parts() symbolParts {
	p := symbolParts{kind: OtherDocument, base: len(s.text)}
	if s.text == "" {
		return symbolParts{}
	}
	first, rest, slashed := strings.Cut(s.text, "/")
	if !slashed || isDigit(first[0]) {
		p.elsewhere(s.text)
		return p
	}
	previous := ""
	for rest != "" {
		var segment string
		at := len(s.text) - len(rest)
		segment, rest, _ = strings.Cut(rest, "/")
		switch {
		case segment == "RES" && p.kind == OtherDocument:
			p.kind = Resolution
			p.adopted(s.text, rest)
			return p
		case segment == "DEC" && p.kind == OtherDocument:
			p.kind = Decision
			p.adopted(s.text, rest)
			return p
		case segment == "PRST":
			p.kind = PresidentialStatement
			p.adopted(s.text, rest)
			return p
		case segment == "GC" && (previous == "C" || hasNumber(previous, "C.")):
			p.kind, p.number = GeneralComment, leadingNumber(rest)
			return p
		case strings.HasPrefix(segment, "Res."), strings.HasPrefix(segment, "RES."), strings.HasPrefix(segment, "Dec."):
			p.numbered(s.text[:at], s.text[at:])
			return p
		case segment == "REP" && first == "JIU":
			p.kind = Report
		}
		p.document(first, segment)
		previous = segment
	}
	if p.number == 0 && p.year == 0 {
		p.number, p.session = leadingNumber(p.session), "" // "A/810": numbered through
	}
	return p
}

// adopted reads what follows RES, DEC or PRST in text: "53/29", "S-9/1", "59/113A", "217(III)A", "1325(2000)", "OS/13/1".
func (p *symbolParts) adopted(text, rest string) {
	start := len(text) - len(rest)
	last := start
	if inner, found := strings.CutPrefix(rest, "OS/"); found {
		if session, _, found := strings.Cut(inner, "/"); found {
			p.session = rest[:len("OS/")+len(session)]
			last = start + len(p.session) + 1
		}
	} else if session, _, found := strings.Cut(rest, "/"); found && !strings.Contains(session, "(") {
		p.session = session
		last = start + len(session) + 1
		p.year = year(session)
	}
	number, _, _ := strings.Cut(text[last:], "/")
	p.number = leadingNumber(number)
	end := last + len(number)
	if inside, after, found := strings.Cut(number, "("); found {
		inside, after, _ = strings.Cut(inside+"("+after, ")")
		_, inside, _ = strings.Cut(inside, "(")
		if p.year = year(inside); p.year == 0 && p.session == "" {
			p.session = inside
		}
		if end == len(text) && isPartLetter(after) {
			p.base = end - len(after)
		}
	} else if letter := strings.TrimLeft(number, "0123456789"); end == len(text) && len(letter) < len(number) && isPartLetter(letter) {
		p.base = end - len(letter)
	}
	switch first, _, _ := strings.Cut(text, "/"); {
	case first == "S":
		p.session = "" // the Council counts no sessions
	case p.session == "" && strings.HasSuffix(first, ")"):
		_, p.session, _ = strings.Cut(first[:len(first)-1], "(") // "GC(39)/RES/16"
	}
}

// isPartLetter reports whether s is the letter of a part, or a range of them: "A", "AA", "A-C".
func isPartLetter(s string) bool {
	if s == "" || len(s) > 3 {
		return false
	}
	for i := range len(s) {
		if !isLetter(s[i]) && (s[i] != '-' || i != 1 || len(s) != 3) {
			return false
		}
	}
	return len(s) < 3 || s[1] == '-'
}

// numbered reads "Res.14" behind "UNEP/EA.5/", "RES.3039(LV-O/25)" behind "AG/".
func (p *symbolParts) numbered(before, segment string) {
	p.kind = Resolution
	if strings.HasPrefix(segment, "Dec.") {
		p.kind = Decision
	}
	p.number = leadingNumber(segment[len("Res."):])
	if _, session, found := strings.Cut(before, "."); found {
		p.session = strings.TrimSuffix(session, "/")
		p.year = year(p.session)
	}
	if inside, _, found := strings.Cut(segment, ")"); found && p.session == "" {
		_, p.session, _ = strings.Cut(inside, "(")
	}
}

// document reads one segment of a symbol that is no resolution's: the first number is the session, or the year, the next the number.
func (p *symbolParts) document(series, segment string) {
	if p.kind == OtherDocument && (hasNumber(segment, "L.") || hasNumber(segment, "LTD.")) {
		p.kind = Draft
	}
	if p.number != 0 || isSupplement([]byte(digitless(segment))) {
		return
	}
	segment, _, _ = strings.Cut(segment, "(")
	plain := strings.TrimPrefix(strings.TrimPrefix(segment, "E"), "S-")
	switch {
	case p.session == "" && p.year == 0 && leadingNumber(plain) > 0 && strings.Trim(plain, "0123456789") == "" && (plain == segment || len(plain) < len(segment)-1):
		p.session, p.year = segment, year(segment)
		if series == "S" {
			p.session = ""
			if p.year == 0 {
				p.number = leadingNumber(segment)
			}
		}
	case p.session != "" || p.year != 0:
		p.number = leadingNumber(segment)
		if _, number, found := strings.Cut(segment, "."); found {
			p.number = leadingNumber(number)
		}
	}
}

// elsewhere reads the symbols of other organizations: "WHA72.8", "WHA74(16)", "31C/28", "210EX/5", "A.1104(29)", "1/CP.21".
func (p *symbolParts) elsewhere(text string) {
	trimmed := strings.TrimLeft(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ.")
	digits := len(trimmed) - len(strings.TrimLeft(trimmed, "0123456789"))
	number, rest := trimmed[:digits], trimmed[digits:]
	p.kind = Resolution
	switch {
	case strings.HasPrefix(text, "WHA"):
		if strings.HasPrefix(rest, "(") {
			p.kind = Decision
		}
		p.session, p.number = number, leadingNumber(rest[min(1, len(rest)):])
	case strings.HasPrefix(rest, "("):
		p.number, p.session = leadingNumber(number), strings.Trim(rest, "()")
	case strings.HasPrefix(rest, "/"):
		p.kind = Decision
		_, session, _ := strings.Cut(rest, ".")
		p.number, p.session = leadingNumber(number), session
	default: // UNESCO
		_, rest, _ = strings.Cut(rest, "/")
		if decision, found := strings.CutPrefix(rest, "DEC/"); found {
			p.kind, rest = Decision, decision
		}
		p.session, p.number = number, leadingNumber(strings.TrimPrefix(rest, "RES/"))
	}
}

// digitless returns "Add" for "Add.1".
func digitless(segment string) string {
	word, _, _ := strings.Cut(segment, ".")
	return word
}

// hasNumber reports whether segment is the prefix and a number.
func hasNumber(segment, prefix string) bool {
	number, found := strings.CutPrefix(segment, prefix)
	return found && number != "" && isDigit(number[0])
}

// leadingNumber returns the number that s begins with, 0 for none or one too long to be meant.
func leadingNumber(s string) int {
	n := 0
	for i := 0; i < len(s) && isDigit(s[i]); i++ {
		if n = 10*n + int(s[i]-'0'); n > 1e8 {
			return 0
		}
	}
	return n
}

// year returns the year that s is, 0 where it is none since 1945.
func year(s string) int {
	if n := leadingNumber(s); len(s) == 4 && n >= 1945 && n < 2100 {
		return n
	}
	return 0
}

// Compare orders symbols as people do: runs of digits by their value, so that "A/HRC/RES/9/1" comes before "A/HRC/RES/10/1".
func (s Symbol) Compare(t Symbol) int {
	a, b := s.text, t.text
	for a != "" && b != "" {
		if isDigit(a[0]) && isDigit(b[0]) {
			x, y := digits(a), digits(b)
			left, right := strings.TrimLeft(x, "0"), strings.TrimLeft(y, "0")
			if c := cmp.Or(cmp.Compare(len(left), len(right)), strings.Compare(left, right)); c != 0 {
				return c
			}
			a, b = a[len(x):], b[len(y):]
			continue
		}
		if a[0] != b[0] {
			return cmp.Compare(a[0], b[0])
		}
		a, b = a[1:], b[1:]
	}
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(s.text, t.text))
}

// digits returns the digits that s begins with.
func digits(s string) string { return s[:len(s)-len(strings.TrimLeft(s, "0123456789"))] }
