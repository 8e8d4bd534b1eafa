package graph

import (
	"regexp"
	"strings"
)

// What people who cite write around a number, which ReadSymbol leaves to them.
var (
	// documentMark: "U.N. Doc.", "UN Doc"; not "UN Documents".
	documentMark = regexp.MustCompile(`(?i),?\s*\bU\.?\s?N\.?\s+Doc\b\.?\s*`)
	// initials: "H.R.C.", "G.A."; not "L.27".
	initials = regexp.MustCompile(`\b(?:[A-Za-z]\.){2,}`)
	// fileEnding: "-EN.pdf", ".docx"; not "L.27".
	fileEnding = regexp.MustCompile(`(?i)(?:[-_](?:ar|en|es|fr|ru|zh|[aefrs]))?\.(?:pdf|docx?|html?|txt|xml)$`)
	// dateBehind: "(10 December 1948)", "(Oct. 31, 2000)"; not "(2000)", which is part of a Security Council's number.
	dateBehind = regexp.MustCompile(`\s*\([^()]*[A-Za-z][^()]*\b(?:19|20)\d\d\)\s*$`)
	// yearBehind: "53/29 (2023)", where the session has said it already; not "1325 (2000)".
	yearBehind = regexp.MustCompile(`(\d/\d+)\s*\((?:19|20)\d\d\)\s*$`)
	// pinpointBehind: ", para. 5", "¶ 5", "art 17", "PP6"; not "Part I".
	pinpointBehind = regexp.MustCompile(`(?i)[,;]?\s*(?:¶+|§+|\b(?:pp|op)|\b(?:paras?|paragraphs?|arts?|articles?)\b\.?)\s*\d.*$`)
)

// respelled returns what a text that stands for no symbol as it is may be meant to say: the citation of a lawyer without its date, its
// pinpoint and the document it stands in, the name of a file without its ending; then that document.
func respelled(text string) []string {
	text = strings.TrimSpace(strings.Map(narrow, text))
	spellings := make([]string, 0, 2)
	cited, document, found := text, "", false
	if at := documentMark.FindStringIndex(text); at != nil {
		cited, document, found = text[:at[0]], text[at[1]:], true
	}
	cited = initials.ReplaceAllStringFunc(cited, func(s string) string { return strings.ReplaceAll(s, ".", "") })
	for _, behind := range []*regexp.Regexp{fileEnding, pinpointBehind, dateBehind} {
		cited = behind.ReplaceAllString(cited, "")
	}
	spellings = append(spellings, yearBehind.ReplaceAllString(cited, "$1"))
	if found {
		symbol, _, _ := strings.Cut(document, " ")
		spellings = append(spellings, strings.TrimRight(symbol, ",;"))
	}
	return spellings
}

// narrow makes a wide letter of Chinese and Japanese keyboards an ordinary one: "ＨＲＣ" is "HRC".
func narrow(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// listed returns the symbols of a list, "53/29, 48/4", together: which of them is meant nobody can say. Nil for what is no list of them.
func listed(text string) []Symbol {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' })
	if len(parts) < 2 {
		return nil
	}
	var symbols []Symbol
	for _, part := range parts {
		read := ReadSymbol(part)
		if len(read) == 0 || !strings.Contains(part, "/") {
			return nil
		}
		symbols = append(symbols, read...)
	}
	return symbols
}
