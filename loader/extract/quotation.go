package extract

import (
	"strings"
	"unicode/utf8"

	"recital/graph"
)

// minQuotation is the least number of words of a quotation that is not found as it stands: one or two words between quotation
// marks are as often emphasis as quotation, and their absence from a text says nothing.
const minQuotation = 3

// Quotation is words between quotation marks.
type Quotation struct {
	Where
	Text string // the words, without the marks
}

// Quotations returns the quotations in the paragraphs and their notes, in reading order: what stands between an opening mark and the
// closing one that answers it in the same paragraph. Marks of another sort within are part of the quotation. A mark that is not
// closed before the next of its sort opens is none.
func Quotations(in Input) []Quotation {
	var all []Quotation
	add := func(paragraph, note int, text string) {
		for _, s := range quoted(text) {
			all = append(all, Quotation{Where: Where{Paragraph: paragraph, Note: note, Words: s}, Text: text[s.Start:s.End]})
		}
	}
	for i := range in.Paragraphs {
		add(i, -1, in.Paragraphs[i].Text)
		for k := range in.Paragraphs[i].Notes {
			add(i, k, in.Paragraphs[i].Notes[k].Text)
		}
	}
	return all
}

// closers are the marks that close what a mark opens: English “ ”, German „ “ and » «, French « », straight " ", British ‘ ’.
var closers = map[rune]string{'“': "”", '„': "“”", '«': "»", '»': "«", '"': `"`, '‘': "’"}

// quoted returns the spans between quotation marks.
func quoted(text string) []graph.Span {
	var spans []graph.Span
	opener, start := rune(0), -1
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == '\n' && at+1 < len(text) && text[at+1] == '\n':
			start = -1 // a paragraph ends
		case start >= 0 && strings.ContainsRune(closers[opener], r) && !isApostrophe(text, at, size):
			if start < at {
				spans = append(spans, graph.Span{Start: start, End: at})
			}
			start = -1
		case closers[r] != "" && (start < 0 || r == opener) && opens(text, at, r):
			opener, start = r, at+size
		}
		at += size
	}
	return spans
}

// opens reports whether a mark stands where a quotation may begin: a single one only after a blank, an opening bracket or at the
// beginning, a reversed angle only before a letter.
func opens(text string, at int, mark rune) bool {
	switch mark {
	case '‘':
		return at == 0 || strings.ContainsRune(" (\n[—–", before(text, at))
	case '»':
		next, _ := utf8.DecodeRuneInString(text[at+len("»"):])
		return isWordRune(next)
	}
	return true
}

// before returns the rune that ends at i.
func before(text string, i int) rune {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r
}

// isApostrophe reports whether the mark at at is an apostrophe within a word.
func isApostrophe(text string, at, size int) bool {
	next, _ := utf8.DecodeRuneInString(text[at+size:])
	return text[at:at+size] == "’" && isWordRune(next) && isWordRune(before(text, at))
}

// Verdict says how a quotation stands to the text it quotes.
type Verdict string

// Verdicts. The zero value: not a quotation that can be judged, being too short and not found.
const (
	Verbatim Verdict = "VERBATIM"  // the same words in the same order; case, punctuation and typography are the quoter's
	Altered  Verdict = "ALTERED"   // most of the words, with differences
	NotFound Verdict = "NOT FOUND" // not in the text
	NotHeld  Verdict = "NOT HELD"  // nothing to compare with: the text it is said to be from is not held
)

// Difference is a run of words that differs: Quoted stands where the text has Printed; one of them may be empty.
type Difference struct {
	Quoted, Printed string
}

// Comparison is what comparing a quotation with texts gave.
type Comparison struct {
	Verdict Verdict
	// Text is the index of the text that the quotation is from, -1 where it is not found; Words are the quoted words there.
	Text  int
	Words graph.Span
	// Differences of an altered quotation, in its order.
	Differences []Difference

	share float64 // of the quoted words that stand in the text: above every other for a verbatim one
}

// CompareQuotation compares a quotation with texts that it may be from, such as the title and paragraphs of the instrument cited,
// and returns the best match, the first of equals. An ellipsis in the quotation ("...", "[…]") stands for any words. It takes time in
// proportion to the words of the texts.
func CompareQuotation(quote string, texts []string) Comparison {
	best := Comparison{Text: -1}
	score := 0.0
	quote = plainQuote(quote)
	wanted := quoteWords(quote)
	for i, text := range texts {
		c, s := compare(wanted, quote, text)
		if s > score {
			best, score = c, s
			best.Text, best.share = i, s
		}
		if c.Verdict == Verbatim {
			break
		}
	}
	if best.Text < 0 && len(wanted) >= minQuotation {
		best.Verdict = NotFound
	}
	return best
}

// Finding returns what a comparison says against the citing text; ok is false where it says nothing against it.
func (c Comparison) Finding() (finding graph.Finding, ok bool) {
	switch c.Verdict {
	case NotFound:
		return graph.Finding{Kind: graph.QuoteNotFound, Detail: "the quoted words are not in the cited text"}, true
	case Altered:
		detail := "the quotation differs from the cited text:"
		for i, d := range c.Differences {
			if i > 0 {
				detail += ";"
			}
			detail += " " + d.String()
		}
		return graph.Finding{Kind: graph.QuoteAltered, Detail: detail}, true
	}
	return graph.Finding{}, false
}

// String says the difference in a few words.
func (d Difference) String() string {
	switch {
	case d.Quoted == "":
		return "“" + d.Printed + "” is left out"
	case d.Printed == "":
		return "“" + d.Quoted + "” is added"
	default:
		return "“" + d.Quoted + "” for “" + d.Printed + "”"
	}
}
