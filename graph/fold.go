package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold returns the words of a text as search compares them: lower case, without accents, in the order of the text. Letters and
// digits make words, everything else separates them, but that marks and invisible characters (combining accents, soft hyphens)
// are dropped. Letters that Latin alphabets write as two become two ("ß" is "ss"); a Chinese character or Japanese sign is
// a word by itself, since nothing parts words there.
func Fold(s string) []string {
	var words []string
	eachWord(s, func(word []byte, _ Span) bool {
		words = append(words, string(word))
		return true
	})
	return words
}

// FoldText returns the words of [Fold] joined by one blank: what stores index.
func FoldText(s string) string {
	folded := make([]byte, 0, len(s))
	eachWord(s, func(word []byte, _ Span) bool {
		if len(folded) > 0 {
			folded = append(folded, ' ')
		}
		folded = append(folded, word...)
		return true
	})
	return string(folded)
}

// eachWord calls visit with each word of s, folded, and where it stands in s, until visit returns false. The word's bytes are
// valid during the call alone.
func eachWord(s string, visit func(word []byte, at Span) bool) {
	var memory [64]byte
	word := memory[:0]
	start, end := 0, 0
	for i := 0; i < len(s); {
		if c := plainBytes[s[i]]; c != 0 { // nearly all of nearly all texts
			if len(word) == 0 {
				start = i
			}
			for ; i < len(s) && plainBytes[s[i]] != 0; i++ {
				word = append(word, plainBytes[s[i]])
			}
			end = i
			continue
		}
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		class := foldClass(r)
		if len(word) > 0 && (class == separates || class == standsAlone) {
			if !visit(word, Span{start, end}) {
				return
			}
			word = word[:0]
		}
		if class == joins || class == standsAlone {
			if len(word) == 0 {
				start = i
			}
			word = appendFolded(word, r)
			end = i + size
		}
		if class == vanishes && len(word) > 0 {
			end = i + size // an accent belongs to its letter
		}
		i += size
		if class == standsAlone {
			if !visit(word, Span{start, end}) {
				return
			}
			word = word[:0]
		}
	}
	if len(word) > 0 {
		visit(word, Span{start, end})
	}
}

// plainBytes leads from the letters and digits of ASCII to what they are compared as, from other bytes to 0. It is never changed.
var plainBytes = func() (table [256]byte) {
	for c := byte('0'); c <= '9'; c++ {
		table[c] = c
	}
	for c := byte('a'); c <= 'z'; c++ {
		table[c], table[c-'a'+'A'] = c, c
	}
	return table
}()

// runeClass says what a character does to words.
type runeClass int

const (
	separates   runeClass = iota // ends a word
	joins                        // is part of a word
	standsAlone                  // is a word
	vanishes                     // is dropped, the word goes on
)

func foldClass(r rune) runeClass {
	switch {
	case r < utf8.RuneSelf:
		return separates // letters and digits were met before
	case r == '\u00ad' || r == '\u0640' || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.M, r):
		return vanishes // soft hyphen, Arabic stretching stroke, joiners, combining accents
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return standsAlone
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		return joins
	default:
		return separates
	}
}

func appendFolded(word []byte, r rune) []byte {
	r = unicode.ToLower(r)
	if to, found := plainLetters[r]; found {
		return append(word, to...)
	}
	switch {
	case 0x0660 <= r && r <= 0x0669: // Arabic digits
		r -= 0x0660 - '0'
	case 0x06f0 <= r && r <= 0x06f9: // Persian digits
		r -= 0x06f0 - '0'
	case 0xff10 <= r && r <= 0xff19: // digits of full width
		r -= 0xff10 - '0'
	case 0xff41 <= r && r <= 0xff5a: // Latin letters of full width
		r -= 0xff41 - 'a'
	}
	return utf8.AppendRune(word, r)
}

// plainLetters leads from a lower-case letter with a diacritic, or a ligature, to what it is compared as. It is never changed.
var plainLetters = plainLetterTable(
	"a", "àáâãäåāăąǎǟǡǻȁȃȧªạảấầẩẫậắằẳẵặḁẚ",
	"ae", "æǣǽ",
	"b", "ƀɓḃḅḇ",
	"c", "çćĉċčƈȼḉ",
	"d", "ďđðɖɗḋḍḏḑḓ",
	"e", "èéêëēĕėęěǝȅȇȩɇẹẻẽếềểễệḕḗḙḛḝ",
	"f", "ƒḟ",
	"ff", "ﬀ", "fi", "ﬁ", "fl", "ﬂ", "ffi", "ﬃ", "ffl", "ﬄ", "st", "ﬅﬆ",
	"g", "ĝğġģǥǧǵɠḡ",
	"h", "ĥħȟḣḥḧḩḫẖ",
	"i", "ìíîïĩīĭįıǐȉȋɨịỉḭḯ",
	"ij", "ĳ",
	"j", "ĵǰɉ",
	"k", "ķĸƙǩḱḳḵ",
	"l", "ĺļľŀłƚḷḹḻḽ",
	"lj", "ǉ",
	"m", "ḿṁṃ",
	"n", "ñńņňŉŋɲǹṅṇṉṋ",
	"nj", "ǌ",
	"o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱºọỏốồổỗộớờởỡợṍṏṑṓ",
	"oe", "œ",
	"p", "ƥṕṗ",
	"r", "ŕŗřȑȓṙṛṝṟ",
	"s", "śŝşšșſṡṣṥṧṩẛ",
	"ss", "ß",
	"t", "ţťŧțƫʈṫṭṯṱẗ",
	"th", "þ",
	"u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗụủứừửữựṳṵṷṹṻ",
	"v", "ṽṿʋ",
	"w", "ŵẁẃẅẇẉẘ",
	"x", "ẋẍ",
	"y", "ýÿŷȳƴẏỳỵỷỹẙ",
	"z", "źżžƶȥẑẓẕ",
	"dz", "ǆǳ",
	"α", "ά", "ε", "έ", "η", "ή", "ι", "ίϊΐ", "ο", "ό", "υ", "ύϋΰ", "ω", "ώ", "σ", "ς",
	"е", "ёѐ", "и", "йѝ", "і", "ї", "г", "ѓ", "к", "ќ", "у", "ў",
	"ا", "أإآٱ", "و", "ؤ", "ي", "ئى",
)

// plainLetterTable takes pairs: what letters are compared as, and the letters.
func plainLetterTable(pairs ...string) map[rune]string {
	table := make(map[rune]string, 512)
	for i := 0; i < len(pairs); i += 2 {
		for _, r := range pairs[i+1] {
			table[r] = pairs[i]
		}
	}
	return table
}

// hasPrefixWords reports whether the folded text s begins with the words of the folded text prefix, and goes on.
func hasPrefixWords(s, prefix string) bool {
	return len(s) > len(prefix) && strings.HasPrefix(s, prefix) && s[len(prefix)] == ' '
}
