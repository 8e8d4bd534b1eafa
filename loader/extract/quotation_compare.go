package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"recital/graph"
)

// Bounds of a comparison.
const (
	maxQuoteWords  = 600 // of a quotation that is aligned; a longer one is compared by its first words
	maxWindows     = 6   // places of a text that an altered quotation is aligned with
	maxPlaces      = 128 // of one word in a text that vote for a place
	alteredShare   = 0.6 // of a quotation's words that must stand in order in the text for it to be altered, not another
	alteredWords   = 3   // and how many they must be: "Civil Society Space" is not "civil society" altered
	fullScore      = 2.0 // of a verbatim quotation: above every share
	windowFraction = 3   // words that may be left out or added, one in three
)

// quoteWord is a word of a quotation or a text, folded for comparison.
type quoteWord struct {
	text       string
	start, end int
	gap        bool // words may be left out before it: an ellipsis stands there
}

// quoteWords splits a text into its words: letters and digits, folded; hyphens and apostrophes part them.
func quoteWords(text string) []quoteWord {
	var words []quoteWord
	gap := false
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isWordRune(r) {
			gap = gap || r == '…' || strings.HasPrefix(text[at:], "...") || strings.HasPrefix(text[at:], ". . .")
			at += size
			continue
		}
		start := at
		for at < len(text) {
			r, size = utf8.DecodeRuneInString(text[at:])
			if !isWordRune(r) && r != '\u00ad' {
				break
			}
			at += size
		}
		words = append(words, quoteWord{text: graph.FoldText(strings.ReplaceAll(text[start:at], "\u00ad", "")), start: start, end: at, gap: gap})
		gap = false
	}
	return words
}

// plainQuote takes out what a quoter puts into a quotation and marks as his own: a changed first letter, "[t]he", becomes part of its word; an
// ending, "right[s]", and "(emphasis added)" are blanked; words in brackets, "[the States]", stand for any words, as an ellipsis
// does. Offsets stay: what is taken out is blank.
func plainQuote(quote string) string {
	if !strings.ContainsAny(quote, "[(") {
		return quote
	}
	b := []byte(quote)
	for at := 0; at < len(b); at++ {
		end := closingBracket(quote, at)
		if end < 0 {
			continue
		}
		inside := quote[at+1 : end]
		switch {
		case b[at] == '(':
			if isEditorial(inside) {
				blank(b[at : end+1])
			}
		case at > 0 && isWordRune(before(quote, at)):
			blank(b[at : end+1])
		case end+1 < len(b) && byteClass[b[end+1]] == letterByte && end-at <= maxChanged+1:
			copy(b[at+2:end+1], inside) // "[t]he" is "  the"
			blank(b[at : at+2])
		default:
			blank(b[at : end+1])
			copy(b[at:], "..."[:min(3, end+1-at)])
		}
		at = end
	}
	return string(b)
}

// maxChanged bounds the letters in brackets at the beginning of a word: "[t]he", "[Th]ese".
const maxChanged = 2

// closingBracket returns where the bracket at i is closed, -1 where it is none or stays open.
func closingBracket(text string, i int) int {
	want := byte(']')
	switch text[i] {
	case '(':
		want = ')'
	case '[':
	default:
		return -1
	}
	if n := strings.IndexByte(text[i:], want); n > 0 {
		return i + n
	}
	return -1
}

// isEditorial reports whether words in round brackets are the quoter's: "emphasis added", "footnotes omitted".
func isEditorial(words string) bool {
	folded := lower(words)
	for _, what := range []string{"emphas", "italics", "footnote", "citation", "hervorhebung"} {
		if strings.HasPrefix(folded, what) {
			return true
		}
	}
	return false
}

func blank(b []byte) {
	for i := range b {
		b[i] = ' '
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// compare compares a quotation with one text; the score orders matches, 0 is none.
func compare(wanted []quoteWord, quote, text string) (Comparison, float64) {
	have := quoteWords(text)
	if len(wanted) == 0 || len(have) == 0 {
		return Comparison{}, 0
	}
	if from, to, ok := verbatim(wanted, have); ok {
		return Comparison{Verdict: Verbatim, Words: graph.Span{Start: have[from].start, End: have[to-1].end}}, fullScore
	}
	if len(wanted) < minQuotation {
		return Comparison{}, 0
	}
	if len(wanted) > maxQuoteWords {
		wanted = wanted[:maxQuoteWords]
	}
	var best alignment
	for _, at := range windows(wanted, have) {
		slack := len(wanted)/windowFraction + 2
		from, to := max(0, at-slack), min(len(have), at+len(wanted)+slack)
		if a := align(wanted, have[from:to], from); a.matched > best.matched {
			best = a
		}
	}
	share := float64(best.matched) / float64(len(wanted))
	if share < alteredShare || best.matched < alteredWords {
		return Comparison{}, 0
	}
	c := Comparison{Verdict: Altered, Words: graph.Span{Start: have[best.from].start, End: have[best.to-1].end}}
	c.Differences = best.differences(wanted, have, quote, text)
	return c, share
}

// verbatim finds the words in order; where the quotation has an ellipsis, words may lie between. It is a search for each part by
// Knuth, Morris and Pratt, so that no text makes it slow.
func verbatim(wanted, have []quoteWord) (from, to int, ok bool) {
	from = -1
	for start := 0; start < len(wanted); {
		end := start + 1
		for end < len(wanted) && !wanted[end].gap {
			end++
		}
		at := search(wanted[start:end], have[to:])
		if at < 0 {
			return 0, 0, false
		}
		if from < 0 {
			from = to + at
		}
		to += at + end - start
		start = end
	}
	return from, to, true
}

// search returns the first place of the words, -1 for none.
func search(wanted, have []quoteWord) int {
	back := make([]int, len(wanted))
	for i, k := 1, 0; i < len(wanted); i++ {
		for k > 0 && wanted[i].text != wanted[k].text {
			k = back[k-1]
		}
		if wanted[i].text == wanted[k].text {
			k++
		}
		back[i] = k
	}
	k := 0
	for i := range have {
		for k > 0 && have[i].text != wanted[k].text {
			k = back[k-1]
		}
		if have[i].text == wanted[k].text {
			k++
		}
		if k == len(wanted) {
			return i - k + 1
		}
	}
	return -1
}

// windows returns the places of the text where most words of the quotation stand at their distance from its beginning.
func windows(wanted, have []quoteWord) []int {
	places := make(map[string][]int)
	for _, w := range wanted {
		places[w.text] = nil
	}
	for i, w := range have {
		if at, ok := places[w.text]; ok && len(at) < maxPlaces {
			places[w.text] = append(at, i)
		}
	}
	width := len(wanted)/windowFraction + 2
	votes := make(map[int]int)
	for i, w := range wanted {
		for _, at := range places[w.text] {
			votes[(at-i+len(wanted))/width]++
		}
	}
	var best []int
	for len(best) < maxWindows && len(votes) > 0 {
		top, most := 0, 0
		for bucket, n := range votes {
			if n > most || n == most && bucket < top {
				top, most = bucket, n
			}
		}
		delete(votes, top)
		best = append(best, top*width-len(wanted)+width/2)
	}
	return best
}

// alignment joins words of a quotation to words of a text.
type alignment struct {
	pairs    [][2]int // indices into wanted and have, ascending
	matched  int
	from, to int // the words of the text from the first to the last pair
}

// align finds the longest common subsequence of the quotation and a window of the text that begins at offset.
func align(wanted, window []quoteWord, offset int) alignment {
	width := len(window) + 1
	table := make([]uint16, (len(wanted)+1)*width)
	for i := len(wanted) - 1; i >= 0; i-- {
		for j := len(window) - 1; j >= 0; j-- {
			if wanted[i].text == window[j].text {
				table[i*width+j] = table[(i+1)*width+j+1] + 1
			} else {
				table[i*width+j] = max(table[(i+1)*width+j], table[i*width+j+1])
			}
		}
	}
	var a alignment
	for i, j := 0, 0; i < len(wanted) && j < len(window); {
		switch {
		case wanted[i].text == window[j].text:
			a.pairs = append(a.pairs, [2]int{i, offset + j})
			i, j = i+1, j+1
		case table[(i+1)*width+j] > table[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	for k := len(a.pairs) - 2; k >= 0; k-- { // as near to the words after it as may be
		for j := a.pairs[k+1][1] - 1; j > a.pairs[k][1]; j-- {
			if window[j-offset].text == wanted[a.pairs[k][0]].text {
				a.pairs[k][1] = j
				break
			}
		}
	}
	a.tighten()
	return a
}

// tighten drops pairs at the ends that chance put far from the others, and counts the rest.
func (a *alignment) tighten() {
	for len(a.pairs) > 2 && a.pairs[1][1]-a.pairs[0][1] > 3+2*(a.pairs[1][0]-a.pairs[0][0]) {
		a.pairs = a.pairs[1:]
	}
	for n := len(a.pairs); n > 2 && a.pairs[n-1][1]-a.pairs[n-2][1] > 3+2*(a.pairs[n-1][0]-a.pairs[n-2][0]); n = len(a.pairs) {
		a.pairs = a.pairs[:n-1]
	}
	if a.matched = len(a.pairs); a.matched > 0 {
		a.from, a.to = a.pairs[0][1], a.pairs[a.matched-1][1]+1
	}
}

// differences returns the runs of words that are not joined, as they are printed.
func (a *alignment) differences(wanted, have []quoteWord, quote, text string) []Difference {
	var all []Difference
	add := func(i0, i1, j0, j1 int) {
		if i0 == i1 && j0 == j1 || i0 == i1 && i1 < len(wanted) && wanted[i1].gap {
			return
		}
		var d Difference
		if i0 < i1 {
			d.Quoted = quote[wanted[i0].start:wanted[i1-1].end]
		}
		if j0 < j1 {
			d.Printed = text[have[j0].start:have[j1-1].end]
		}
		all = append(all, d)
	}
	i, j := 0, a.from
	if head := a.pairs[0][0]; head > 0 {
		j = max(0, a.from-head) // words before the first pair stand against as many of the text
	}
	for _, pair := range a.pairs {
		add(i, pair[0], j, pair[1])
		i, j = pair[0]+1, pair[1]+1
	}
	add(i, len(wanted), j, min(len(have), j+len(wanted)-i))
	return all
}
