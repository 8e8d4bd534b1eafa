package parse

import (
	"net/url"
	"path"
	"strings"

	"recital/graph"
)

// A hint is what a file's name says of the document in it.
type hint struct {
	symbol graph.Symbol
	loose  bool // the name says less than a whole symbol: a contradiction means nothing
}

// series are the beginnings of symbols in names of files.
var series = []string{"A_", "S_", "E_", "UNEP_", "HSP_", "ECE_", "TD_", "ST_", "FCCC_", "CD_", "CEP_", "CRC_", "CEDAW_", "CCPR_", "CERD_", "CAT_", "NPT_"}

// readName reads a symbol in a file's name: "A_HRC_RES_53_29.txt", "A_RES_217(III).txt", "2000_S_PRST_2000_10-0035804E.xml".
func readName(name string) hint {
	if _, query, ok := strings.Cut(name, "://"); ok || name == "" {
		return readAddress(query)
	}
	ext := path.Ext(name)
	if len(ext) <= 6 && !strings.ContainsAny(ext, "_()") && !allDigits(strings.TrimPrefix(ext, ".")) {
		name = strings.TrimSuffix(name, ext)
	}
	name = strings.ReplaceAll(name, "%2F", "_")
	at, capitals := -1, strings.ToUpper(name)
	for _, s := range series {
		if i := strings.Index(capitals, s); i >= 0 && (at < 0 || i < at) && (i == 0 || !letter(name[i-1])) {
			at = i
		}
	}
	if at < 0 {
		return hint{}
	}
	loose := at > 0
	name = name[at:]
	if i := strings.LastIndexByte(name, '-'); i > 0 && i+1 < len(name) && (digit(name[i+1]) && len(name)-i > 6 || name[i+1:] == "EN") {
		name = name[:i] // a job number or a language
	}
	for strings.Contains(name, "__") {
		name = strings.ReplaceAll(name, "__", "_")
	}
	name = strings.ReplaceAll(strings.Trim(name, "_ "), "_", "/")
	name = strings.ReplaceAll(name, "/(", "(")
	if i := strings.LastIndexAny(name, "/ "); i > 0 && words(name[i+1:]) {
		return hint{} // "A_HRC_RES_53_29_commentary": a text about it
	}
	if i := strings.LastIndexByte(name, '/'); i > 0 && partLetters(name[i+1:]) { // "A_RES_71_272_B"
		name = name[:i] + name[i+1:]
	}
	symbol, err := graph.ParseSymbol(name)
	if err != nil {
		return hint{}
	}
	return hint{symbol: symbol, loose: loose}
}

// minWord is the least number of letters of a word that no symbol ends with.
const minWord = 5

// words reports whether the end of a name is a word, not a part of a symbol.
func words(s string) bool {
	for i := range len(s) {
		if !letter(s[i]) && s[i] != '-' {
			return false
		}
	}
	return len(s) >= minWord && !strings.EqualFold(s, "corrigendum") && !strings.EqualFold(s, "addendum")
}

// partLetters: "B", "A-B".
func partLetters(s string) bool {
	return len(s) == 1 && upper(s[0]) || len(s) == 3 && upper(s[0]) && s[1] == '-' && upper(s[2])
}

// readAddress reads the symbol in the address a document was fetched from: "...?l=en&s=A%2FHRC%2FRES%2F53%2F29&t=pdf".
func readAddress(address string) hint {
	_, query, _ := strings.Cut(address, "?")
	for pair := range strings.SplitSeq(query, "&") {
		value, ok := strings.CutPrefix(pair, "s=")
		if !ok {
			continue
		}
		plain, err := url.QueryUnescape(value)
		if err != nil {
			continue
		}
		if symbol, err := graph.ParseSymbol(plain); err == nil {
			return hint{symbol: symbol}
		}
	}
	return hint{}
}

// longestOwn is how long a line may be that holds the document's own symbol, with emphasis and blanks.
const longestOwn = 120

// ownSymbol returns the symbol of a line that is nothing else: "A/HRC/RES/53/29", "United Nations A/RES/77/211", "S/RES/1288 (2000)".
func ownSymbol(s string) string {
	if len(s) > longestOwn {
		return ""
	}
	s = strings.Trim(strings.TrimPrefix(emphasis.trim(s), "United Nations"), " *_\u00a0")
	if len(s) < 5 || len(s) > 60 || !upper(s[0]) {
		return ""
	}
	slash := strings.IndexByte(s, '/')
	if slash < 1 || slash > 5 || strings.ToUpper(s[:slash]) != s[:slash] {
		return ""
	}
	if i := strings.IndexByte(s, ' '); i > 0 && s[i+1] != '(' {
		return ""
	}
	for i := range len(s) {
		if c := s[i]; !letter(c) && !digit(c) && strings.IndexByte("/.()-* ", c) < 0 {
			return ""
		}
	}
	return strings.TrimRight(s, "* ")
}

// titleNumber returns how many bytes of a line are a resolution's number before its title: "53/29. New and ...", "26/9 Elaboration of ...",
// "217 (III). International ...", "107 (1955). Resolution of ...", "2015/24. Improving ...", "Resolution 629 (1989)", "S-33/1. Situation". 0: none.
func titleNumber(s string) int {
	i := 0
	for _, word := range []string{"Resolution ", "RESOLUTION ", "Decision ", "DECISION "} {
		if strings.HasPrefix(s, word) {
			i = len(word)
		}
	}
	worded := i > 0
	for _, special := range []string{"ES-", "S-", "OS/", "PRST "} {
		if strings.HasPrefix(s[i:], special) {
			i += len(special)
		}
	}
	start := i
	for i < len(s) && digit(s[i]) {
		i++
	}
	if i == start || i-start > 4 {
		return 0
	}
	switch {
	case i < len(s) && s[i] == '/':
		from := i + 1
		for i = from; i < len(s) && digit(s[i]); {
			i++
		}
		if i == from || i-from > 4 {
			return 0
		}
	default:
		if i-start > 2 && strings.HasPrefix(s[i:], ". (") { // "2617. (XXIV). Study of ...", a stop too many
			i++
		}
		n := sessionBrackets(s[i:])
		if n == 0 {
			return 0
		}
		i += n
	}
	return afterNumber(s, i, worded)
}

// entitled reports whether a line is the number of a resolution with a full stop, and its title: "217 (III). International Bill of Human Rights".
func entitled(s string) bool {
	n := titleNumber(s)
	return n > 0 && n < len(s) && strings.HasSuffix(strings.TrimRight(s[:n], " \u00a0*_\t"), ".")
}

// sessionBrackets returns the length of " (III)", " A (XXI)", "(1955)", " (S-IV)" at the beginning of s; 0 for none.
func sessionBrackets(s string) int {
	open := strings.IndexByte(s, '(')
	if open < 0 || open > 4 || strings.Trim(s[:open], " ABCDEFGH") != "" {
		return 0
	}
	end := strings.IndexByte(s, ')')
	if end < open+2 || end > open+12 {
		return 0
	}
	inner := s[open+1 : end]
	if strings.Trim(inner, "IVXLCS-E ") != "" && !scannedFirst(inner) && (len(inner) != 4 || !allDigits(inner)) {
		return 0
	}
	return end + 1
}

// scannedFirst reports whether a session in brackets is that of the first three sessions in signs that scanners take for their numeral: "1", "11", "Ill".
func scannedFirst(inner string) bool { return len(inner) <= 3 && strings.Trim(inner, "Il1") == "" }

// afterNumber checks what follows the number: a letter of its part, a full stop, a blank and a title that begins large, or nothing.
func afterNumber(s string, i int, worded bool) int {
	if i+1 < len(s) && s[i] == ' ' && upper(s[i+1]) && (i+2 == len(s) || s[i+2] == '.') {
		i += 2
	}
	if i < len(s) && upper(s[i]) && i+1 < len(s) && s[i+1] == '.' {
		i++
	}
	dotted := i < len(s) && s[i] == '.'
	if dotted {
		i++
	}
	rest := strings.TrimLeft(s[i:], " \u00a0*_\t")
	if rest == "" {
		if worded || dotted {
			return i
		}
		return 0
	}
	switch c := rest[0]; {
	case i < len(s) && s[i] != ' ' && s[i] != '*' && s[i] != '\t' && !dotted && !strings.HasPrefix(s[i:], "\u00a0"):
		return 0
	case upper(c), c >= 0x80, c == '"', c == '[', worded && strings.HasPrefix(rest, "of "):
		return len(s) - len(rest)
	case digit(c) && dotted:
		return len(s) - len(rest)
	}
	return 0
}

// aroundNumber takes off what stands in and around the number of a heading, "Resolution 629 (1989)", and no symbol has.
var aroundNumber = strings.NewReplacer(" ", "", "\u00a0", "", "Resolution", "", "RESOLUTION", "", "Decision", "", "DECISION", "", "*", "", ". (", "(")

// symbolOf makes the document's symbol of what the heading says: its own symbol, or its number and the organ.
func (p *parser) symbolOf(h *headings) graph.Symbol {
	if h.symbol != "" {
		if all, err := graph.JointSymbols(h.symbol); err == nil && len(all) > 0 {
			p.head.Aliases = append(p.head.Aliases, all[1:]...)
			return all[0]
		}
	}
	number := aroundNumber.Replace(h.number)
	series := seriesOf(h.body)
	if number == "" || series == "" {
		return graph.Symbol{}
	}
	if open := strings.IndexByte(number, '('); open > 0 && upper(number[open-1]) { // "2200A(XXI)" is A/RES/2200(XXI)A
		number = number[:open-1] + number[open:] + number[open-1:open]
	}
	kind := "/RES/"
	if h.decision {
		kind = "/DEC/"
	}
	symbol, err := graph.ParseSymbol(series + kind + number)
	if err != nil {
		return graph.Symbol{}
	}
	return symbol
}

// seriesOf returns the beginning of the symbols of an organ.
func seriesOf(body graph.Body) string {
	switch body {
	case graph.GeneralAssembly:
		return "A"
	case graph.HumanRightsCouncil:
		return "A/HRC"
	case graph.SecurityCouncil:
		return "S"
	case graph.EconomicAndSocialCouncil:
		return "E"
	case graph.CommissionOnHumanRights:
		return "E/CN.4"
	}
	return ""
}
