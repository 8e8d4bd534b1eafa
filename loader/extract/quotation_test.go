package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"recital/graph"
)

func TestQuotations(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"curly", "It speaks of “open skies” and “calm seas.”", []string{"open skies", "calm seas."}},
		{"straight", `It speaks of "open skies" and "calm seas".`, []string{"open skies", "calm seas"}},
		{"not closed before the next", "On “Open skies. On “calm seas” it is silent.", []string{"calm seas"}},
		{"not closed at all", "On “open skies it is silent.", nil},
		{"empty", "On “” nothing.", nil},
		{"German", "Es heißt „offene Meere“ und »ruhige Seen«.", []string{"offene Meere", "ruhige Seen"}},
		{"French", "Il parle de « mers calmes ».", []string{" mers calmes "}},
		{"British", "It speaks of ‘the States’ calm seas’ and ‘open skies’.", []string{"the States", "open skies"}},
		{"one within another", "It speaks of “the ‘open’ skies” alone.", []string{"the ‘open’ skies"}},
		{"an apostrophe is no mark", "The States’ duty and the people's right.", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, q := range Quotations(Input{Paragraphs: []graph.Paragraph{{Text: tt.text}}}) {
				got = append(got, q.Text)
			}
			if diff := cmp.Diff(got, tt.want); diff != "" {
				t.Errorf("Quotations(%q) differs (-got +want):\n%s", tt.text, diff)
			}
		})
	}
}

func TestCompareQuotation(t *testing.T) {
	texts := []string{
		"Rivers and harbours",
		"Recognizing that rivers, lakes and harbours, when left without care, can carry serious risks for those who live beside them, and noting the need to mend the adverse effects of such neglect,",
		"Urges States to keep every river open to all who travel on it, throughout the year, and to report thereon;",
	}
	tests := []struct {
		name, quote string
		want        Comparison
	}{
		{"verbatim in the title", "Rivers and Harbours", Comparison{Verdict: Verbatim, Text: 0}},
		{"verbatim, stop of the quoter", "can carry serious risks for those who live beside them.", Comparison{Verdict: Verbatim, Text: 1}},
		{"verbatim with an ellipsis", "rivers ... can carry serious risks", Comparison{Verdict: Verbatim, Text: 1}},
		{"verbatim with an ellipsis in brackets", "rivers [...] can carry serious risks", Comparison{Verdict: Verbatim, Text: 1}},
		{"verbatim but for a changed letter", "[R]ivers, lakes and harbours", Comparison{Verdict: Verbatim, Text: 1}},
		{"verbatim but for an ending", "keep every river[s] open to all", Comparison{Verdict: Verbatim, Text: 2}},
		{"verbatim but for words of the quoter", "serious risks for [people] who live beside them", Comparison{Verdict: Verbatim, Text: 1}},
		{"verbatim, emphasis changed", "keep *every* river open to all (emphasis added)", Comparison{Verdict: Verbatim, Text: 2}},
		{"one word less", "need to mend adverse effects of such neglect", Comparison{
			Verdict: Altered, Text: 1, Differences: []Difference{{Printed: "the"}},
		}},
		{"number of a noun", "keep every rivers open to all", Comparison{
			Verdict: Altered, Text: 2, Differences: []Difference{{Quoted: "rivers", Printed: "river"}},
		}},
		{"word added at the beginning", "the serious risks for those", Comparison{
			Verdict: Altered, Text: 1, Differences: []Difference{{Quoted: "the", Printed: "carry"}},
		}},
		{"other words", "ships may sail wherever they please", Comparison{Verdict: NotFound, Text: -1}},
		{"two words that are not there say nothing", "grave dangers", Comparison{Text: -1}},
		{"two words that are there", "serious risks", Comparison{Verdict: Verbatim, Text: 1}},
		{"no words", "...", Comparison{Text: -1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := CompareQuotation(tt.quote, texts)
			if diff := cmp.Diff(got, tt.want, cmpopts.IgnoreFields(Comparison{}, "Words", "share")); diff != "" {
				t.Errorf("CompareQuotation(%q) differs (-got +want):\n%s", tt.quote, diff)
			}
		})
	}
}

func TestComparisonFinding(t *testing.T) {
	altered := Comparison{Verdict: Altered, Differences: []Difference{{Quoted: "rivers", Printed: "river"}, {Printed: "the"}, {Quoted: "very"}}}
	finding, ok := altered.Finding()
	want := graph.Finding{
		Kind:   graph.QuoteAltered,
		Detail: "the quotation differs from the cited text: “rivers” for “river”; “the” is left out; “very” is added",
	}
	if diff := cmp.Diff(finding, want); !ok || diff != "" {
		t.Errorf("Finding() differs (-got +want):\n%s", diff)
	}
	if finding, ok := (Comparison{Verdict: NotFound}).Finding(); !ok || finding.Kind != graph.QuoteNotFound {
		t.Errorf("Finding() of what is not found = %v, %v", finding, ok)
	}
	if finding, ok := (Comparison{Verdict: Verbatim}).Finding(); ok {
		t.Errorf("Finding() of a verbatim quotation = %v", finding)
	}
}

func TestCompareAdoption(t *testing.T) {
	tests := []struct {
		name, claim, procedure string
		want                   bool // contradicts
	}{
		{"unanimously, but without a vote", "The Council unanimously adopted the text.", "[Adopted without a vote.]", true},
		{"consensus is without a vote", "The text was adopted by consensus.", "Adopted without a vote.", false},
		{"numbers agree", "adopted by a vote of 20 to 14", "Adopted by a recorded vote of 20 to 14, with 13 abstentions.", false},
		{"numbers differ", "adopted by a vote of 21 to 14", "Adopted by a recorded vote of 20 to 14, with 13 abstentions.", true},
		{"without a vote, but there was one", "adopted without a vote", "Adopted by a recorded vote of 20 to 14", true},
		{"unanimous vote", "adopted unanimously", "Adopted by a recorded vote of 15 to 0", false},
		{"votes to", "On 12 July 2023 it was adopted by 28 votes to 12, with 7 abstentions.", "Adopted by a recorded vote of 28 to 12, with 7 abstentions.", false},
		{"votes to, differing", "On 12 July 2023 it was adopted by 30 votes to 12.", "Adopted by a recorded vote of 28 to 12, with 7 abstentions.", true},
		{"in favour", "It passed with 28 States in favour and 13 against.", "Adopted by a recorded vote of 28 to 12, with 7 abstentions.", true},
		{"no claim", "The Council adopted the text.", "Adopted without a vote.", false},
		{"procedure unknown", "The Council unanimously adopted the text.", "", false},
		{"a number no vote has", "by a vote of 99999999999999999999 to 1", "Adopted by a recorded vote of 2 to 1", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if finding, got := CompareAdoption(tt.claim, tt.procedure); got != tt.want {
				t.Errorf("CompareAdoption = %v, %v; want %v", finding, got, tt.want)
			}
		})
	}
}

func TestCompareDate(t *testing.T) {
	known := graph.Date{Year: 2023, Month: 7, Day: 14}
	tests := []struct {
		name, sentence string
		want           bool // contradicts
	}{
		{"the day", "It was adopted on 14 July 2023.", false},
		{"another day", "It was adopted on 13 July 2023.", true},
		{"American", "It was adopted on July 13th, 2023.", true},
		{"two days say nothing", "The session of 19 June 2023 adopted it on 13 July 2023.", false},
		{"a month alone", "It was adopted in July 2023.", false},
		{"of something else", "It was drafted on 13 July 2023.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if finding, got := CompareDate(tt.sentence, known); got != tt.want {
				t.Errorf("CompareDate = %v, %v; want %v", finding, got, tt.want)
			}
		})
	}
}

func TestAdoptionClaims(t *testing.T) {
	text := "It met in June. It was not adopted by consensus. The Council unanimously adopted the text. There was consensus on lunch."
	claims := AdoptionClaims(text)
	if len(claims) != 1 || strings.TrimSpace(text[claims[0].Start:claims[0].End]) != "The Council unanimously adopted the text." {
		t.Errorf("AdoptionClaims(%q) = %v", text, claims)
	}
}

// A comparison takes time in proportion to the text, whatever its words: a text of one word over and over is the worst.
func FuzzCompareQuotation(f *testing.F) {
	f.Add("need to mend adverse effects", "the need to mend the adverse effects of neglect")
	f.Add("a a a … a b", "a a a a a a a")
	f.Fuzz(func(t *testing.T, quote, text string) {
		c := CompareQuotation(quote, []string{text})
		if c.Words.Start < 0 || c.Words.End > len(text) || c.Words.Start > c.Words.End {
			t.Errorf("words %v are not in the text of %d bytes", c.Words, len(text))
		}
		if c.Verdict == Altered && len(c.Differences) == 0 && len(quoteWords(quote)) <= maxQuoteWords && !strings.Contains(quote, "…") && !strings.Contains(quote, "..") && !strings.Contains(quote, ". .") {
			t.Errorf("%q is altered from %q without a difference", quote, text)
		}
	})
}
