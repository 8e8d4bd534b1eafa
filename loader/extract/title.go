package extract

import (
	"slices"
	"strings"
)

// maxTitle bounds the words of a title.
const maxTitle = 80

// title returns the words of the title that follows a number, the i-th mention: "entitled “...”", "on ..." to the next comma. Names in it are no
// citations of their own (vocabulary, "What counts").
func (d *document) title(m *mention, i int) (from, end int) {
	s := &d.scan
	at := m.to
	if s.mark(at, comma) {
		at++
	}
	switch {
	case s.is(at, roleEntitled):
		from = at + 1
		for from < len(s.words) && from < at+4 && !s.mark(from, quoteMark) {
			from++
		}
		from++
		end = from
		for end < len(s.words) && end < from+maxTitle && !s.mark(end, quoteMark) {
			end++
		}
	case at < len(s.words) && s.string(at) == "containing", s.is(at, roleOn) && !s.mark(at+1, numeral):
		from = at + 1
		end = from
		for told := false; end < len(s.words) && end < from+maxTitle && !d.endsTitle(end, told); end++ {
			told = told || slices.Contains(relatives, lower(s.string(end)))
		}
		for j := i + 1; j < len(s.mentions); j++ {
			if after := &s.mentions[j]; after.kind == numbered {
				end = min(end, after.from)
				break
			}
		}
		for end > from && s.is(end-1, roleAnd) {
			end--
		}
	}
	if end > len(s.words) || end <= from {
		return 0, 0
	}
	return from, end
}

// What is no part of a title that has neither quotation marks nor an end of its own: the verb of the sentence, unless a clause within the
// title has it ("remedies for women who have been subjected to violence"); and words that tell of the text, not of what it is on.
var (
	relatives  = []string{"that", "who", "which", "whom", "whose", "where", "when"}
	verbs      = []string{"should", "shall", "must", "was", "were", "had", "has", "have"}
	toldOfText = []string{"as set", "as contained", "established pursuant", "established by", "adopted by", "adopted at", "and that"}
)

// endsTitle reports whether a title in running text ends before a word; told is whether a clause began in it.
func (d *document) endsTitle(at int, told bool) bool {
	s := &d.scan
	if endsClause(s.words[at].id) {
		return true
	}
	word := lower(s.string(at))
	if !told && slices.Contains(verbs, word) {
		return true
	}
	if at+1 == len(s.words) {
		return false
	}
	next := lower(s.string(at + 1))
	return slices.Contains(toldOfText, word+" "+next) || next == "that" && strings.HasSuffix(word, "ing") // "acknowledging that"
}

func endsClause(id wordID) bool {
	switch id {
	case comma, semicolon, fullStop, opening, closing:
		return true
	}
	return false
}
