package parse

import (
	"strings"
	"unicode/utf8"
)

// maxClosing is how long a closing line may be.
const maxClosing = 200

// meeting reports whether a fragment is the line of the meeting that adopted a text: "37th meeting", "Hundred and seventy-seventh
// plenary meeting, 8 December 1948", "Adopted unanimously at the 696th meeting.", "59th plenary meeting 10 December 2020".
func meeting(s string) bool {
	if len(s) > maxClosing {
		return false
	}
	s = bracket.trim(s)
	if strings.HasPrefix(s, "Adopted ") && (strings.Contains(s, " meeting") || strings.Contains(s, " vote") || strings.Contains(s, "unanimously")) {
		return true
	}
	if first, rest := firstWord(s); first != "" && strings.HasPrefix(rest, " ") && !ordinal(first) && !numeral(first) && !strings.HasSuffix(first, "plenary") {
		return false // most of them
	}
	at := strings.Index(s, "meeting")
	if at <= 0 || strings.HasPrefix(s, "At ") {
		return false
	}
	words := strings.Fields(strings.TrimSuffix(strings.TrimRight(s[:at], " "), "plenary"))
	if len(words) == 0 || len(words) > 6 || !ordinal(words[len(words)-1]) {
		return false
	}
	for _, w := range words[:len(words)-1] {
		if !numeral(w) {
			return false
		}
	}
	return true
}

// numeral: a word of a large ordinal, "Hundred", "and", "Two".
func numeral(s string) bool {
	var room [len("seventeen")]byte // the longest
	word := room[:0]
	for i := 0; i < len(s) && i < len(room); i++ {
		word = append(word, s[i]|0x20) // small: a digit and what is no letter make no word
	}
	if len(s) > len(room) {
		return allDigits(strings.Trim(s, "(,"))
	}
	switch string(word) {
	case "hundred", "and", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "thousand", "a", "twelve", "thirteen", "fourteen", "fifteen",
		"sixteen", "seventeen", "eighteen", "nineteen", "twenty":
		return true
	}
	return allDigits(strings.Trim(s, "(,"))
}

// ordinal: "37th", "1919th", "(2842nd", "seventy-seventh".
func ordinal(s string) bool {
	s = strings.Trim(s, "(")
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if strings.HasSuffix(s, ending) {
			return true
		}
	}
	return false
}

// votes reports whether a fragment belongs to the record of a vote: "[Adopted by a recorded vote of 28 to 5 ...", "In favour:".
func votes(s string) bool {
	s = bracket.trimLeft(s)
	if rest, ok := strings.CutPrefix(s, "Adopted "); ok { // not the note "Adopted under the UNFCCC in ..."
		return strings.HasPrefix(rest, "at ") || strings.HasPrefix(rest, "by ") || strings.Contains(rest, "vote") || strings.Contains(rest, "unanimously") || strings.Contains(rest, " meeting") || strings.Contains(rest, "consensus")
	}
	for _, lead := range []string{"In favour:", "In favor:", "Against:", "Abstaining:", "Abstentions:", "Absent:", "The voting was", "RECORDED VOTE"} {
		if strings.HasPrefix(s, lead) {
			return true
		}
	}
	return false
}

// annex reports whether a fragment is the heading of an annex: "Annex", "ANNEX II", "Annexe", "Appendix", "Attachment A".
func annex(s string) bool {
	if len(s) > 60 {
		return false
	}
	s = pointed.trim(s)
	for _, name := range []string{"Annex", "ANNEX", "Appendix", "APPENDIX", "Attachment", "ATTACHMENT", "Enclosure", "Annexe"} {
		rest, ok := strings.CutPrefix(s, name)
		if !ok {
			continue
		}
		rest = strings.Trim(strings.TrimLeft(rest, " "), "*_0123456789¹²³")
		return rest == "" || len(rest) <= 4 && strings.Trim(rest, "IVXLABCDEFivx") == ""
	}
	return false
}

// ending returns the sign that a stretch of text ends with as a paragraph does: a full stop, semicolon, comma or colon, closing quotation
// marks and note marks aside, or the one before a closing "and" or "or"; 0 where it breaks off.
func ending(s string) byte {
	s = unclosed(s)
	end := len(s)
	for end > 0 && digit(s[end-1]) {
		end--
	}
	if n := len(s) - end; n > 0 && n < 4 { // the mark of a note, glued or behind a blank
		glued := s[:end]
		apart := strings.TrimRight(glued, " ")
		if strings.HasSuffix(glued, "”") || strings.HasSuffix(glued, ")") || apart != "" && strings.IndexByte(".,;:", apart[len(apart)-1]) >= 0 {
			s = unclosed(apart)
		}
	}
	if s == "" {
		return 0
	}
	switch c := s[len(s)-1]; c {
	case '.', ';', ',', ':', '!', '?':
		return c
	case 'd', 'r':
		for _, word := range [...]string{" and", " or"} {
			if rest, ok := strings.CutSuffix(s, word); ok && rest != "" && (rest[len(rest)-1] == ';' || rest[len(rest)-1] == ',') {
				return rest[len(rest)-1]
			}
		}
	}
	return 0
}

// finished reports whether a stretch of text ends as a paragraph does.
func finished(s string) bool { return ending(s) != 0 }

// unclosed takes off what may stand behind the sign that ends a paragraph: closing quotation marks and brackets, Markdown's signs, superscripts.
func unclosed(s string) string {
	for s != "" {
		c := s[len(s)-1]
		switch {
		case c == ' ' || c == '*' || c == '_' || c == '\t' || c == '"' || c == '\'' || c == ')' || c == ']':
			s = s[:len(s)-1]
		case c < utf8.RuneSelf:
			return s
		default:
			r, n := utf8.DecodeLastRuneInString(s)
			if _, size := superscript(s[len(s)-n:]); size == 0 && r != '”' && r != '’' && r != '»' && r != '\u00a0' {
				return s
			}
			s = s[:len(s)-n]
		}
	}
	return s
}

// headingLike reports whether a fragment reads as a heading: short, beginning large, without the end of a sentence.
func headingLike(s string) bool {
	if len(s) == 0 || len(s) > 180 {
		return false
	}
	t := headline.trim(s)
	if t == "" || lower(t[0]) || finished(t) && !enumerator(t) {
		return false
	}
	return true
}

// enumerator: "I.", "A.", "Section A", "Part II", "Chapter 3", "Article 5".
func enumerator(s string) bool {
	s = strings.TrimRight(s, ". ")
	for _, word := range []string{"Section ", "Part ", "Chapter ", "Article ", "SECTION ", "PART ", "CHAPTER ", "ARTICLE "} {
		if rest, ok := strings.CutPrefix(s, word); ok {
			return len(rest) <= 5
		}
	}
	return s != "" && len(s) <= 5 && strings.Trim(s, "IVXLCABDEFGH") == ""
}
