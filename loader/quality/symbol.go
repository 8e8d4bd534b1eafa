package quality

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Patterns of [normalSymbol]; each comment has a text that matches and one that must not.
var (
	// "https://undocs.org/en/A/RES/1/1"; not "https://un.org/A/RES/1/1".
	hostPattern = regexp.MustCompile(`(?i)^https?://(www\.)?(undocs|docs\.un)\.org/((en|ar|fr|es|zh|ru)/)?`)
	// "A/77/895-S/2023/363"; not "A/RES/S-8/2".
	jointPattern = regexp.MustCompile(`^(.*?\d)-[ASE]/.*$`)
	// "A/RES/75/290B", "A/RES/59/113A-B"; not "A/RES/75/290".
	letteredPattern = regexp.MustCompile(`^(A/RES/(?:ES-|S-)?\d+/\d+)(?:[A-Z](?:-[A-Z])?)$`)
	// "A/RES/217A(III)", "A/RES/217(III)A"; not "S/RES/1325(2000)".
	romanPattern = regexp.MustCompile(`^([AE]/RES/\d+)[A-Z]?(\((?:E?S-)?[IVXLC]+\))[A-Z]?(?:-[A-Z])?$`)
	// "A/RES/[III]"; not "A/RES/1/1".
	bracketPattern = regexp.MustCompile(`^A/RES/\(?\[([IVXLC]+)\]\)?`)
	// "A/CONF.1/24(PARTI)", "A/1/1(VOL.II)"; not "A/78/6(SECT.29)".
	partPattern = regexp.MustCompile(`\((?:PARTS?|VOLS?\.?)[^)]*\)$`)
	// "12" in "A/RES/12/1"; not "A/RES/".
	digitsPattern = regexp.MustCompile(`\d+`)
	// Prefixes of symbols that the links of the United Nations use; a link to a web page has none.
	symbolPattern = regexp.MustCompile(`^(A|S|E|ST|UNEP|FCCC|CD|NPT)/`)
	// Resolutions of the four bodies that the linker links throughout.
	resolutionPattern = regexp.MustCompile(`^(A|S|E|A/HRC)/RES/`)
)

var hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2013", "-")

// normalSymbol makes a link's address, or an answer's symbol, comparable: no host, no blanks, upper case, the first of a joint symbol,
// no letter of a part, which links give and omit at random.
func normalSymbol(s string) string {
	s = hostPattern.ReplaceAllString(html.UnescapeString(s), "")
	s = strings.ReplaceAll(s, "%20", "")
	s = strings.Trim(strings.ToUpper(unblank(s)), ".,;")
	s = strings.TrimSuffix(hyphens.Replace(s), "(SUPP)")
	s = jointPattern.ReplaceAllString(s, "$1")
	s = letteredPattern.ReplaceAllString(s, "$1")
	s = romanPattern.ReplaceAllString(s, "$1$2")
	return bracketPattern.ReplaceAllString(s, "A/RES/($1)")
}

// unblank drops all blanks.
func unblank(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// same reports whether an answer is what a link says: equal, or one of them names no part or volume.
func same(link, answer string) bool {
	return link == answer || withoutPart(link) == answer || link == withoutPart(answer)
}

func withoutPart(s string) string { return partPattern.ReplaceAllString(s, "") }

// sound reports whether a link does not contradict its own words: "77/114" bound to A/RES/76/122 does.
func sound(words, symbol string) bool {
	short, long := digitsPattern.FindAllString(words, -1), digitsPattern.FindAllString(symbol, -1)
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return !strings.ContainsAny(symbol, "0123456789")
	}
	for i := range len(long) - len(short) + 1 {
		if slices.Equal(long[i:i+len(short)], short) {
			return true
		}
	}
	return false
}

// kindOf names the kind of symbol in the tables.
func kindOf(symbol string) string {
	switch {
	case strings.HasPrefix(symbol, "A/HRC/RES/"):
		return "HRC/RES"
	case strings.HasPrefix(symbol, "A/RES/"), strings.HasPrefix(symbol, "S/RES/"), strings.HasPrefix(symbol, "E/RES/"):
		return symbol[:len("A/RES")]
	case strings.Contains(symbol, "/DEC/"):
		return "DEC"
	case strings.HasPrefix(symbol, "A/"), strings.HasPrefix(symbol, "E/"), strings.HasPrefix(symbol, "S/"):
		return "doc"
	}
	return "other"
}
