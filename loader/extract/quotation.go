package extract

import (
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

// Quotations returns the quotations in the paragraphs, in reading order: what stands between an opening mark and the next closing
// one of the same paragraph. A mark that is not closed before the next one opens is none.
func Quotations(in Input) []Quotation {
	var all []Quotation
	for i := range in.Paragraphs {
		text := in.Paragraphs[i].Text
		for _, s := range quoted(text) {
			all = append(all, Quotation{
				Where: Where{Paragraph: i, Note: -1, Words: s},
				Text:  text[s.Start:s.End],
			})
		}
	}
	return all
}

// quoted returns the spans between quotation marks: curly ones, angled ones, and straight ones in pairs.
func quoted(text string) []graph.Span {
	var spans []graph.Span
	start, straight := -1, false
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		switch {
		case r == '“' || r == '«' || r == '„' || r == '"' && (start < 0 || !straight):
			start, straight = at+size, r == '"'
		case r == '”' || r == '»' || r == '"':
			if start >= 0 && straight == (r == '"') && start < at {
				spans = append(spans, graph.Span{Start: start, End: at})
			}
			start = -1
		case r == '\n' && at+1 < len(text) && text[at+1] == '\n':
			start = -1 // a paragraph ends
		}
		at += size
	}
	return spans
}

// Verdict says how a quotation stands to the text it quotes.
type Verdict string

// Verdicts. The zero value: not a quotation that can be judged, being too short and not found.
const (
	Verbatim Verdict = "VERBATIM"  // the same words in the same order; case, punctuation and typography are the quoter's
	Altered  Verdict = "ALTERED"   // most of the words, with differences
	NotFound Verdict = "NOT FOUND" // not in the text
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
}

// CompareQuotation compares a quotation with texts that it may be from, such as the title and paragraphs of the instrument cited,
// and returns the best match, the first of equals. An ellipsis in the quotation ("...", "[…]") stands for any words. It takes time in
// proportion to the words of the texts.
func CompareQuotation(quote string, texts []string) Comparison {
	best := Comparison{Text: -1}
	score := 0.0
	wanted := quoteWords(quote)
	for i, text := range texts {
		c, s := compare(wanted, quote, text)
		if s > score {
			best, score = c, s
			best.Text = i
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
