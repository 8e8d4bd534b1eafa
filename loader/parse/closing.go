package parse

import "strings"

// maxClosing is how long a closing line may be.
const maxClosing = 200

// meeting reports whether a fragment is the line of the meeting that adopted a text: "37th meeting", "Hundred and seventy-seventh
// plenary meeting, 8 December 1948", "Adopted unanimously at the 696th meeting.", "59th plenary meeting 10 December 2020".
func meeting(s string) bool {
	if len(s) > maxClosing {
		return false
	}
	s = strings.Trim(s, "*_[ ")
	if strings.HasPrefix(s, "Adopted ") {
		return true
	}
	at := strings.Index(s, "meeting")
	if at <= 0 || strings.HasPrefix(s, "At ") {
		return false
	}
	before := strings.TrimSuffix(strings.TrimSuffix(strings.TrimRight(s[:at], " "), "plenary"), " ")
	word := before[strings.LastIndexByte(before, ' ')+1:]
	return ordinal(word) && len(strings.Fields(before)) <= 6
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
	s = strings.TrimLeft(s, "*_[ ")
	for _, lead := range []string{"Adopted ", "In favour:", "In favor:", "Against:", "Abstaining:", "Abstentions:", "Absent:", "The voting was", "RECORDED VOTE"} {
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
	s = strings.Trim(s, "*_# .:")
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

// finished reports whether a stretch of text ends as a paragraph does: with a full stop, semicolon, comma or colon, closing quotation
// marks and note marks aside, or with "and" or "or" after one of them.
func finished(s string) bool {
	s = strings.TrimRight(s, "*_ \t”’\"')]»0123456789¹²³⁴⁵⁶⁷⁸⁹⁰\u00a0\u00ad")
	if s == "" {
		return false
	}
	switch s[len(s)-1] {
	case '.', ';', ',', ':', '!', '?':
		return true
	}
	for _, word := range []string{" and", " or"} {
		if rest, ok := strings.CutSuffix(s, word); ok && rest != "" && (rest[len(rest)-1] == ';' || rest[len(rest)-1] == ',') {
			return true
		}
	}
	return false
}

// unfinished reports whether a stretch of text surely breaks off in the middle of a sentence: it ends in a letter, a digit or a hyphen.
func unfinished(s string) bool { return s != "" && !finished(s) }

// headingLike reports whether a fragment reads as a heading: short, beginning large, without the end of a sentence.
func headingLike(s string) bool {
	if len(s) == 0 || len(s) > 180 {
		return false
	}
	t := strings.Trim(s, "*_# ")
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
