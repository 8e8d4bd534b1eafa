package extract

import (
	"fmt"
	"slices"

	"recital/graph"
)

// RuleQuotation finds the text that a quotation is from.
const RuleQuotation = "quotation"

// maxBeforeNote bounds the bytes between the end of a quotation and the mark of the note that says what it is from.
const maxBeforeNote = 6

// quotationConfidence is how sure it is that a quotation is from the text it was found in: verbatim, or altered.
var quotationConfidence = map[Verdict]float64{Verbatim: 0.999, Altered: 0.95}

// Cited is a text that a commentary cites, as far as it is held.
type Cited struct {
	Instrument graph.Instrument // ID, Title, Date and Procedure are used
	Paragraphs []graph.Paragraph
}

// Review is what comparing a commentary with the texts that it cites gave.
type Review struct {
	Quotations []ReviewedQuotation
	// Remarks are findings on single citations: words that are not in the text cited, an adoption that the text contradicts.
	Remarks []CitationFinding
}

// ReviewedQuotation is a quotation and the place that it is from.
type ReviewedQuotation struct {
	Quotation
	// Verdict is NotHeld where no text that it may be from is held. Differences of an altered one.
	Verdict     Verdict
	Differences []Difference
	// Target is the instrument it is from, or said to be from; empty where nothing says. Place is the paragraph; empty for the title.
	Target     graph.ID
	Place      graph.Place
	Confidence float64
	Rule       string
	Findings   []graph.Finding
}

// CitationFinding is a finding on one of a commentary's citations.
type CitationFinding struct {
	Citation int // index into Result.Citations
	graph.Finding
}

// Counts counts quotations by their verdicts.
func (r *Review) Counts() map[Verdict]int {
	counts := make(map[Verdict]int)
	for i := range r.Quotations {
		counts[r.Quotations[i].Verdict]++
	}
	return counts
}

// ReviewCommentary compares the quotations of a commentary, and what it says of the adoption of the texts that it cites, with these texts as
// far as they are held. Quotations of one or two words that are found nowhere are no quotations: they are left out.
func ReviewCommentary(in Input, citations []Citation, cited []Cited) Review {
	r := reviewer{in: in, citations: citations, cited: make(map[graph.ID]*citedText, len(cited))}
	for i := range cited {
		r.cited[cited[i].Instrument.ID] = newCitedText(&cited[i])
	}
	for _, q := range Quotations(in) {
		r.quotation(q)
	}
	r.adoptions()
	return r.review
}

// citedText is a text as quotations are compared with it: its title, then its paragraphs and their notes, with the places they stand at.
type citedText struct {
	*Cited
	texts  []string
	places []graph.Place
}

func newCitedText(c *Cited) *citedText {
	t := &citedText{Cited: c, texts: []string{c.Instrument.Title}, places: []graph.Place{""}}
	for i := range c.Paragraphs {
		p := &c.Paragraphs[i]
		t.texts, t.places = append(t.texts, p.Text), append(t.places, p.Place)
		for k := range p.Notes {
			t.texts, t.places = append(t.texts, p.Notes[k].Text), append(t.places, p.Place)
		}
	}
	return t
}

type reviewer struct {
	in        Input
	citations []Citation
	cited     map[graph.ID]*citedText
	review    Review
}

// quotation compares one quotation: first with the text whose citation stands nearest, then with the others in the order of their citations.
func (r *reviewer) quotation(q Quotation) {
	nearest, adopted := r.nearest(q.Where, anyText), r.nearest(q.Where, adoptedText)
	best, from := Comparison{Text: -1}, (*citedText)(nil)
	unheld := adopted >= 0 && r.cited[r.citations[adopted].Target] == nil
	for _, target := range r.order(nearest) {
		text := r.cited[target]
		c := CompareQuotation(q.Text, text.texts)
		if unheld && c.Verdict != Verbatim {
			continue // the resolution that is likely quoted is not held: like words of another text are no alteration
		}
		if c.Text >= 0 && (best.Text < 0 || c.share > best.share) {
			best, from = c, text
		}
		if best.Verdict == Verbatim {
			break
		}
	}
	reviewed := ReviewedQuotation{Quotation: q, Verdict: best.Verdict, Differences: best.Differences, Rule: RuleQuotation}
	if from != nil {
		reviewed.Target, reviewed.Place = from.Instrument.ID, from.places[best.Text]
		reviewed.Confidence = quotationConfidence[best.Verdict]
		if finding, ok := best.Finding(); ok {
			reviewed.Findings = []graph.Finding{finding}
		}
		r.review.Quotations = append(r.review.Quotations, reviewed)
		return
	}
	if len(quoteWords(plainQuote(q.Text))) < minQuotation {
		return
	}
	reviewed.Verdict = NotHeld
	if nearest >= 0 {
		reviewed.Target = r.citations[nearest].Target
		if r.cited[reviewed.Target] != nil && r.allHeld() {
			reviewed.Verdict = NotFound
			detail := fmt.Sprintf("the quoted words are not in the cited text: “%s”", q.Text)
			r.review.Remarks = append(r.review.Remarks, CitationFinding{nearest, graph.Finding{Kind: graph.QuoteNotFound, Detail: detail}})
		}
	}
	r.review.Quotations = append(r.review.Quotations, reviewed)
}

// allHeld reports whether every adopted text that is cited is held: words that another may have are not judged.
func (r *reviewer) allHeld() bool {
	return !slices.ContainsFunc(r.citations, func(c Citation) bool {
		return c.Status == graph.Resolved && adoptedText(&c) && r.cited[c.Target] == nil
	})
}

// order returns the held texts that are cited, that of the given citation first.
func (r *reviewer) order(first int) []graph.ID {
	var order []graph.ID
	add := func(c *Citation) {
		if r.cited[c.Target] != nil && !slices.Contains(order, c.Target) {
			order = append(order, c.Target)
		}
	}
	if first >= 0 {
		add(&r.citations[first])
	}
	for i := range r.citations {
		add(&r.citations[i])
	}
	return order
}

// nearest returns the citation that says what words are from: one in a note whose mark follows them, else the last before them, else the
// first after them in the paragraph; -1 for none. Only citations whose instrument is sure and that are wanted count.
func (r *reviewer) nearest(w Where, wanted func(*Citation) bool) int {
	last, next := -1, -1
	for i := range r.citations {
		c := &r.citations[i]
		if c.Status != graph.Resolved || !wanted(c) {
			continue
		}
		at := r.place(c.Where)
		switch {
		case c.Note >= 0 && c.Paragraph == w.Paragraph && w.Note < 0 && at >= w.Words.End && at <= w.Words.End+maxBeforeNote:
			return i
		case c.Paragraph < w.Paragraph, c.Paragraph == w.Paragraph && at <= r.place(w):
			last = i
		case next < 0 && c.Paragraph == w.Paragraph:
			next = i
		}
	}
	if last >= 0 {
		return last
	}
	return next
}

func anyText(*Citation) bool { return true }

// adoptedText reports whether a citation is of what an organ adopted: a treaty or principles named on the way are seldom what is quoted.
func adoptedText(c *Citation) bool {
	return c.Kind == graph.Resolution || c.Kind == graph.Decision || c.Kind == graph.PresidentialStatement
}

// place returns where words stand in their paragraph: those of a note where its mark does.
func (r *reviewer) place(w Where) int {
	if w.Note >= 0 {
		return r.in.Paragraphs[w.Paragraph].Notes[w.Note].At
	}
	return w.Words.Start
}

// adoptions compares the sentences that say how or when a text was adopted with what the text itself says.
func (r *reviewer) adoptions() {
	for i := range r.in.Paragraphs {
		text := r.in.Paragraphs[i].Text
		for start := 0; start < len(text); {
			sentence := graph.Span{Start: start, End: sentenceEnd(text, start)}
			r.adoption(i, sentence, text[sentence.Start:sentence.End])
			start = sentence.End
		}
	}
}

// adoption looks for what a sentence speaks of: citations in it, titles that it quotes, else the last text that was cited before it.
func (r *reviewer) adoption(paragraph int, sentence graph.Span, words string) {
	claims := len(AdoptionClaims(words)) > 0
	if !claims && len(daysIn(words)) != 1 {
		return
	}
	var within []int
	for i := range r.citations {
		if c := &r.citations[i]; c.Paragraph == paragraph && c.Note < 0 && c.Words.Overlaps(sentence) {
			within = append(within, i)
		}
	}
	found := false
	for _, i := range within {
		if c := &r.citations[i]; c.Status == graph.Resolved && r.cited[c.Target] != nil {
			found = true
			r.remark(i, words, claims, c.Claim.Date.IsZero() && len(within) == 1) // of two texts the day is that of one
		}
	}
	for i := range r.review.Quotations {
		q := &r.review.Quotations[i]
		if q.Paragraph == paragraph && q.Note < 0 && q.Words.Overlaps(sentence) && q.Place == "" && q.Verdict == Verbatim {
			found = true
			q.Findings = append(q.Findings, r.contradictions(words, q.Target, claims, false)...)
		}
	}
	if found || !claims {
		return
	}
	if i := r.nearest(Where{Paragraph: paragraph, Note: -1, Words: sentence}, anyText); i >= 0 {
		r.remark(i, words, claims, false)
	}
}

func (r *reviewer) remark(citation int, words string, claims, dated bool) {
	for _, finding := range r.contradictions(words, r.citations[citation].Target, claims, dated) {
		r.review.Remarks = append(r.review.Remarks, CitationFinding{citation, finding})
	}
}

// contradictions compares what a sentence says of a text's adoption: how, where it claims that; when, where that was not compared before, with
// the citation's own date.
func (r *reviewer) contradictions(words string, target graph.ID, claims, dated bool) []graph.Finding {
	text := r.cited[target]
	if text == nil {
		return nil
	}
	var findings []graph.Finding
	if claims {
		if finding, ok := CompareAdoption(words, text.Instrument.Procedure); ok {
			findings = append(findings, finding)
		}
	}
	if dated {
		if finding, ok := CompareDate(words, text.Instrument.Date); ok {
			findings = append(findings, finding)
		}
	}
	for i := range findings {
		findings[i].Detail = string(target) + " is " + findings[i].Detail
	}
	return findings
}
