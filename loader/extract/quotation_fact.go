package extract

import (
	"fmt"
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
	{"by vote", byVote},
}

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
		if strings.Contains(sentence, "adopt") {
			if _, ok := readAdoption(sentence); ok {
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
			a.inFavour, a.against = voteNumbers(folded[at:])
		}
		return a, true
	}
	return adoption{}, false
}

// voteNumbers reads "vote of 20 to 14": the first two numbers near the beginning; -1 where there are not two.
func voteNumbers(text string) (votesFor, against int) {
	var numbers []int
	for i := 0; i < len(text) && i < 60 && len(numbers) < 2; {
		if byteClass[text[i]] != digitByte {
			i++
			continue
		}
		end := i
		for end < len(text) && byteClass[text[end]] == digitByte {
			end++
		}
		n, err := strconv.Atoi(text[i:end])
		if err != nil {
			return -1, -1 // more digits than any vote has
		}
		numbers = append(numbers, n)
		i = end
	}
	if len(numbers) < 2 {
		return -1, -1
	}
	return numbers[0], numbers[1]
}

// agrees reports whether two accounts can both be true.
func (a adoption) agrees(b adoption) bool {
	switch {
	case a.manner == byVote && b.manner == byVote:
		return a.inFavour < 0 || b.inFavour < 0 || a.inFavour == b.inFavour && a.against == b.against
	case a.manner == unanimously && b.manner == byVote, a.manner == byVote && b.manner == unanimously:
		return max(a.against, b.against) == 0
	case a.manner == b.manner:
		return true
	default:
		// What is adopted without a vote is adopted by consensus.
		return a.manner != unanimously && b.manner != unanimously && a.manner != byVote && b.manner != byVote
	}
}

// String returns the manner as a phrase.
func (a adoption) String() string {
	if a.manner == byVote && a.inFavour >= 0 {
		return fmt.Sprintf("by a vote of %d to %d", a.inFavour, a.against)
	}
	return a.manner
}
