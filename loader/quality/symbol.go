package quality

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

var (
	// linkHost matches "https://undocs.org/en/" before a symbol; not a symbol.
	linkHost = regexp.MustCompile(`(?i)^https?://(www\.)?(undocs|docs\.un)\.org/((en|ar|fr|es|zh|ru)/)?`)
	// jointHalf matches "5-S/2023/363" from the last digit of a joint symbol's first half; not "S-9/1".
	jointHalf = regexp.MustCompile(`(\d)-[ASE]/.*`)
	// partLetters matches the letters of "A/RES/75/290B"; not "A/RES/75/290".
	partLetters = regexp.MustCompile(`^(A/RES/(?:ES-|S-)?\d+/\d+)[A-Z](?:-[A-Z])?$`)
	// romanLetters matches the letters of "A/RES/217A(III)" and "A/RES/217(III)A"; not a symbol without a Roman session.
	romanLetters = regexp.MustCompile(`^([AE]/RES/\d+)[A-Z]?(\((?:E?S-)?[IVXLC]+\))[A-Z]?(?:-[A-Z])?$`)
	// romanOnly matches "A/RES/[XX]"; not "A/RES/1514(XV)".
	romanOnly = regexp.MustCompile(`^A/RES/\(?\[([IVXLC]+)\]\)?`)
	// volume matches "(PART I)" at the end of a symbol; not "(2000)".
	volume = regexp.MustCompile(`\((?:PARTS?|VOLS?\.?)[^)]*\)$`)
	// counted matches the symbols whose links count; not those of bodies that the linker does not know.
	counted = regexp.MustCompile(`^(A|S|E|ST|UNEP|FCCC|CD|NPT)/`)
	// resolutionSymbol matches resolutions of the organs that the linker links; not decisions.
	resolutionSymbol = regexp.MustCompile(`^(A|S|E|A/HRC)/RES/`)
	digits           = regexp.MustCompile(`\d+`)
)

// normalize brings a hyperlink, or an answer's target, to the form in which the measure compares symbols: upper case, without blanks and letters of parts.
func normalize(link string) string {
	s := linkHost.ReplaceAllString(html.UnescapeString(link), "")
	s = strings.ReplaceAll(s, "%20", "")
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
	s = strings.Trim(strings.ToUpper(s), ".,;")
	s = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2013", "-").Replace(s)
	s = strings.TrimSuffix(s, "(SUPP)")
	s = jointHalf.ReplaceAllString(s, "$1")
	s = partLetters.ReplaceAllString(s, "$1")
	s = romanLetters.ReplaceAllString(s, "$1$2")
	return romanOnly.ReplaceAllString(s, "A/RES/($1)")
}

// same reports whether two symbols are equal, or one names no part or volume.
func same(gold, answer string) bool {
	return gold == answer || volume.ReplaceAllString(gold, "") == answer || gold == volume.ReplaceAllString(answer, "")
}

// sound reports whether a link's symbol has the numbers of the words that it links, in order and unbroken.
func sound(surface, symbol string) bool {
	a, b := digits.FindAllString(surface, -1), digits.FindAllString(symbol, -1)
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return len(digits.FindString(symbol)) == 0
	}
	for i := 0; i+len(a) <= len(b); i++ {
		equal := true
		for k := range a {
			equal = equal && a[k] == b[i+k]
		}
		if equal {
			return true
		}
	}
	return false
}

// formOf names the group that a symbol is counted in.
func formOf(symbol string) string {
	switch {
	case strings.HasPrefix(symbol, "A/HRC/RES/"):
		return "HRC/RES"
	case strings.HasPrefix(symbol, "A/RES/"):
		return "A/RES"
	case strings.HasPrefix(symbol, "S/RES/"):
		return "S/RES"
	case strings.HasPrefix(symbol, "E/RES/"):
		return "E/RES"
	case strings.Contains(symbol, "/DEC/"):
		return "DEC"
	case len(symbol) > 1 && strings.ContainsRune("AES", rune(symbol[0])) && symbol[1] == '/':
		return "doc"
	}
	return "other"
}
