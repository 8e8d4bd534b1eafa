package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence returns where the sentence, or the item of a list, stands in text that holds the words: what to show around a citation. It begins
// after the full stop, semicolon or line break before them and ends with the next. Full stops of abbreviations ("No. 16", "art. 5"),
// of numbers and within brackets end nothing. Words outside the text are brought into it; the span never cuts a character.
func Sentence(text string, words Span) Span {
	words.Start = runeStart(text, min(max(words.Start, 0), len(text)))
	words.End = min(max(words.End, words.Start), len(text))
	for words.End < len(text) && !utf8.RuneStart(text[words.End]) {
		words.End++
	}
	start, depth := 0, 0
	end := len(text)
	for i, r := range text {
		switch r {
		case '(', '[':
			depth++
		case ')', ']':
			depth = max(0, depth-1)
		}
		if !endsSentence(text, i, r, depth) {
			continue
		}
		after := i + utf8.RuneLen(r)
		for after < len(text) && strings.ContainsRune("”’\"'»", firstRune(text[after:])) {
			after += utf8.RuneLen(firstRune(text[after:]))
		}
		if after <= words.Start {
			start, depth = after, 0
		} else if i >= words.End {
			end = after
			break
		}
	}
	return trimSpan(text, Span{start, end}, words)
}

// endsSentence reports whether the character r at text[i] ends a sentence or an item.
func endsSentence(text string, i int, r rune, depth int) bool {
	switch r {
	case '\n', '。', '；', '؛', '؟':
		return true
	case ';':
		return depth == 0
	case '.', '!', '?':
	default:
		return false
	}
	after := text[i+1:]
	next := firstRune(strings.TrimLeft(after, " \u00a0”’\"'»)"))
	if depth > 0 || after != "" && next != utf8.RuneError && !unicode.IsSpace(firstRune(after)) && !strings.ContainsRune("”’\"'»)", firstRune(after)) {
		return false // within a number, a symbol or an address
	}
	if r != '.' || next == utf8.RuneError {
		return true
	}
	return (unicode.IsUpper(next) || strings.ContainsRune("“‘\"«([", next)) && !isAbbreviation(text[:i])
}

// isAbbreviation reports whether the text before a full stop ends with a word that bears one.
func isAbbreviation(before string) bool {
	start := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }) + 1
	word := before[max(start, 0):]
	if utf8.RuneCountInString(word) == 1 && (start == 0 || !isDigit(before[start-1])) {
		return true // an initial
	}
	switch strings.ToLower(word) {
	case "no", "nos", "art", "arts", "para", "paras", "sect", "sects", "chap", "vol", "vols", "add", "corr", "rev", "res", "op", "cit", "ibid",
		"mr", "mrs", "ms", "dr", "st", "cf", "pp", "vs", "suppl", "supp":
		return true
	}
	return false
}

// trimSpan takes blanks off both ends of the span, but leaves words whole.
func trimSpan(text string, s, words Span) Span {
	for s.Start < words.Start {
		r, size := utf8.DecodeRuneInString(text[s.Start:])
		if !unicode.IsSpace(r) {
			break
		}
		s.Start += size
	}
	for s.End > words.End {
		r, size := utf8.DecodeLastRuneInString(text[:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// runeStart returns the beginning of the character that text[at] is part of.
func runeStart(text string, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// UTF16Offset returns the offset in UTF-16 code units, which browsers count in, of the byte offset at in text; of an offset within a
// character that of its beginning. Offsets outside the text are brought into it.
func UTF16Offset(text string, at int) int {
	at = runeStart(text, min(max(at, 0), len(text)))
	units := 0
	for _, r := range text[:at] {
		units++
		if r > 0xffff {
			units++
		}
	}
	return units
}

// UTF16Span is the span in UTF-16 code units; see [UTF16Offset].
func UTF16Span(text string, s Span) Span {
	return Span{UTF16Offset(text, s.Start), UTF16Offset(text, s.End)}
}
