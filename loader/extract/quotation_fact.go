package extract

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"recital/graph"
)

// adoption is how a text says that an instrument was adopted.
type adoption struct {
	manner            string // one of the manners below
	inFavour, against int    // of a vote with numbers; -1 where none are given
}

// Manners of adoption. "Without a vote" is not unanimity: nobody was asked (Rules of procedure of the General Assembly, annex IV, para. 104).
const (
	unanimously = "unanimously"
	withoutVote = "without a vote"
	byConsensus = "by consensus"
	byVote      = "by a vote"
)

// mannerWords lead to a manner; the first that a sentence about adoption has decides.
var mannerWords = []struct{ words, manner string }{
	{"without a vote", withoutVote},
	{"without vote", withoutVote},
	{"unanimous", unanimously},
	{"consensus", byConsensus},
	{"recorded vote", byVote},
	{"vote of", byVote},
	{"votes in favour", byVote},
	{"votes to", byVote},
	{"in favour", byVote},
	{"by vote", byVote},
	{"put to a vote", byVote},
}

// denials are words with which a sentence says how an instrument was not adopted: it claims nothing that can be compared.
var denials = []string{" not ", "n't ", "n’t ", "rather than", "failed", "without consensus", "no consensus"}

// CompareAdoption compares what a commentary says of the adoption of an instrument with the line of the instrument's own text
// ("Adopted without a vote."). ok is false where they agree, or where one of them says nothing.
func CompareAdoption(claim, procedure string) (finding graph.Finding, ok bool) {
	said, found := readAdoption(claim)
	if !found {
		return graph.Finding{}, false
	}
	was, found := readAdoption(procedure)
	if !found || said.agrees(was) {
		return graph.Finding{}, false
	}
	detail := fmt.Sprintf("said to be adopted %s; the text says %q", said, strings.TrimSpace(procedure))
	return graph.Finding{Kind: graph.FactContradicts, Detail: detail}, true
}

// AdoptionClaims returns where sentences of a text say how an instrument was adopted: the spans of the sentences.
func AdoptionClaims(text string) []graph.Span {
	var claims []graph.Span
	for start := 0; start < len(text); {
		end := sentenceEnd(text, start)
		sentence := lower(text[start:end])
		if strings.Contains(sentence, "adopt") || strings.Contains(sentence, "vote") || strings.Contains(sentence, "passed") {
			denied := slices.ContainsFunc(denials, func(d string) bool { return strings.Contains(sentence, d) })
			if _, ok := readAdoption(sentence); ok && !denied {
				claims = append(claims, graph.Span{Start: start, End: end})
			}
		}
		start = end
	}
	return claims
}

// sentenceEnd returns the end of the sentence that starts at start, its stop and the blanks after it included.
func sentenceEnd(text string, start int) int {
	for i := start; i < len(text); i++ {
		c := text[i]
		if c == '\n' || (c == '.' || c == '!' || c == '?') && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n') {
			for i++; i < len(text) && (text[i] == ' ' || text[i] == '\n'); i++ {
			}
			return i
		}
	}
	return len(text)
}

func readAdoption(text string) (adoption, bool) {
	folded := lower(text)
	for _, m := range mannerWords {
		at := strings.Index(folded, m.words)
		if at < 0 {
			continue
		}
		a := adoption{manner: m.manner, inFavour: -1, against: -1}
		if m.manner == byVote {
			a.inFavour, a.against = voteNumbers(folded)
		}
		return a, true
	}
	return adoption{}, false
}

// maxNumber bounds the bytes between words of a vote and its numbers.
const maxNumber = 24

// voteNumbers reads "a vote of 20 to 14", "20 votes to 14", "20 in favour, 14 against"; -1 where a number is not given.
func voteNumbers(text string) (votesFor, against int) {
	if _, after, ok := strings.Cut(text, "vote of "); ok {
		if votesFor, after = numberAfter(after); votesFor >= 0 {
			against, _ = numberAfter(after)
			return votesFor, against
		}
	}
	if head, after, ok := strings.Cut(text, " votes to "); ok {
		against, _ = numberAfter(after)
		return numberBefore(head), against
	}
	votesFor, against = -1, -1
	if head, _, ok := strings.Cut(text, "in favour"); ok {
		votesFor = numberBefore(head)
	}
	if head, _, ok := strings.Cut(text, "against"); ok && votesFor >= 0 {
		against = numberBefore(head)
	}
	return votesFor, against
}

// numberAfter returns the first number near the beginning of the text, -1 where none is, and what follows it.
func numberAfter(text string) (n int, rest string) {
	for i := 0; i < len(text) && i < maxNumber; i++ {
		if byteClass[text[i]] != digitByte {
			continue
		}
		end := i
		for end < len(text) && byteClass[text[end]] == digitByte {
			end++
		}
		return voteNumber(text[i:end]), text[end:]
	}
	return -1, text
}

// numberBefore returns the last number near the end of the text, -1 where none is.
func numberBefore(text string) int {
	for end := len(text); end > 0 && end > len(text)-maxNumber; end-- {
		if byteClass[text[end-1]] != digitByte {
			continue
		}
		start := end
		for start > 0 && byteClass[text[start-1]] == digitByte {
			start--
		}
		return voteNumber(text[start:end])
	}
	return -1
}

// voteNumber reads a number of votes; -1 where it has more digits than any vote.
func voteNumber(digits string) int {
	if len(digits) > 3 {
		return -1
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

// agrees reports whether two accounts can both be true.
func (a adoption) agrees(b adoption) bool {
	switch {
	case a.manner == byVote && b.manner == byVote:
		return sameNumber(a.inFavour, b.inFavour) && sameNumber(a.against, b.against)
	case a.manner == unanimously && b.manner == byVote, a.manner == byVote && b.manner == unanimously:
		return max(a.against, b.against) == 0
	case a.manner == b.manner:
		return true
	default:
		// What is adopted without a vote is adopted by consensus.
		return a.manner != unanimously && b.manner != unanimously && a.manner != byVote && b.manner != byVote
	}
}

// sameNumber reports whether two numbers can both be true; below zero is not given.
func sameNumber(a, b int) bool { return a < 0 || b < 0 || a == b }

// String returns the manner as a phrase.
func (a adoption) String() string {
	if a.manner == byVote && a.inFavour >= 0 && a.against >= 0 {
		return fmt.Sprintf("by a vote of %d to %d", a.inFavour, a.against)
	}
	return a.manner
}
