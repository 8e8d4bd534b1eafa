package quality

import (
	"regexp"
	"strings"

	"recital/graph"
)

// Forms of the words of a citation, with an example that matches; the first that fits is the form.
var formPatterns = []struct {
	name    string
	pattern *regexp.Regexp // of the symbol, a tab, and the words
}{
	{"decision", regexp.MustCompile(`^\S*/DEC/`)},                           // A/DEC/74/556
	{"statement", regexp.MustCompile(`^\S*/PRST/`)},                         // S/PRST/2014/23
	{"draft", regexp.MustCompile(`^\S*/L\.\d`)},                             // A/HRC/53/L.27
	{"document", regexp.MustCompile(`^[^\t]*\t`)},                           // A/77/53; resolutions are matched before
	{"special session", regexp.MustCompile(`/RES/E?S-`)},                    // S-9/1
	{"lettered part", regexp.MustCompile(`\t\D*\d+(/\d+)? ?[A-Z](\s|$|,)`)}, // 59/113 A; 217 A (III)
	{"number (session in Roman)", regexp.MustCompile(`\([IVXLC]+\)`)},       // 2200 (XXI)
	{"number (year)", regexp.MustCompile(`\(\d{4}\)`)},                      // 1325 (2000)
	{"year/number", regexp.MustCompile(`/RES/(19|20)\d\d/\d`)},              // 2006/46
	{"session/number", regexp.MustCompile(`/RES/\d+/\d`)},                   // 77/211
	{"number alone", regexp.MustCompile(`/RES/`)},
}

// formOf names the form of a citation by its target and its words.
func formOf(symbol, words string) string {
	both := symbol + "\t" + words
	for _, form := range formPatterns {
		if form.name == "document" && strings.Contains(symbol, "/RES/") {
			continue
		}
		if form.pattern.MatchString(both) {
			return form.name
		}
	}
	return "document"
}

// bodyOf names the body that adopted a symbol.
func bodyOf(symbol string) string {
	parsed, err := graph.ParseSymbol(symbol)
	if err != nil || parsed.Body() == "" {
		return "another body or a document"
	}
	return string(parsed.Body())
}
