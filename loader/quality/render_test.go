package quality

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestRenderPrintsWhatAReaderMeets(t *testing.T) {
	tests := []struct {
		name string
		mode Mode
		want string
	}{
		{"a paragraph a line, notes at the end", Clean, `United Nations A/RES/76/90
General Assembly

Resolution adopted by the General Assembly on 9 December 2021

76/90. Quiet harbours

The General Assembly,

Recalling its resolutions 74/12 of 27 November 2019¹ and 70/3 of 9 November 2015,

Recalling also Human Rights Council resolution 43/5 of 19 June 2020 and Assembly resolution 72/9 of 17 November 2017,

1. Requests that harbours be quiet;

2. Decides:

(a) To recall resolution 76/90;

¹ See A/74/20.

`},
		{"a page, with its note at its foot", Page, `United Nations A/RES/76/90
General Assembly

Resolution adopted by the General Assembly on 9 December 2021

76/90. Quiet harbours

The General Assembly,

Recalling its resolutions 74/12 of 27 November 20191 and 70/3 of 9 November 2015,

Recalling also Human Rights Council resolution 43/5 of 19 June 2020 and Assembly resolution
72/9 of 17 November 2017,

1. Requests that harbours be quiet;

2. Decides:

(a) To recall resolution 76/90;

__________________
1 See A/74/20.

1/99 22-00037
` + "\f"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := Render(linked(t, harbours), test.mode)
			if diff := cmp.Diff(got.Text, test.want); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
			for _, link := range got.Links[1:] {
				if words := got.Text[link.Span.Start:link.Span.End]; words != link.Words {
					t.Errorf("the link to %s covers %q, want %q", link.Symbol, words, link.Words)
				}
			}
			if len(got.Links) != 6 {
				t.Errorf("%d links, want the heading's and 5", len(got.Links))
			}
		})
	}
}

func TestStylesRoughen(t *testing.T) {
	tests := []struct {
		mode  Mode
		style int
		want  string
	}{
		{Lost, 0, "27 November 2019 and 70/3"},
		{Lost, 3, "resolution 76/90;\n\n1 See A/74/20."},
		{Glued, 0, "27 November 20191 and 70/3"},
		{Glued, 1, "\n\n1See A/74/20."},
		{Soft, 0, "Reca\u00adllin\u00adg its reso\u00adluti\u00adons 74/12 of 27 Nove\u00admber 2019¹"},
		{Odd, 4, "Council resolution 43\u20445 of 19 June 2020"},
		{Odd, 5, "resolutions ７４/１２ of"},
		{Web, 0, "Skip to main content\nHome"},
		{Web, 3, "27 November 2019[1]\nand 70/3"},
		{Web, 7, "<em>Recalling</em> its resolutions 74/12 of 27 November 2019<sup>1</sup> and"},
		{Hyphens, 0, "Human Rights Council res-\nolution 43/5"},
		{Columns, 2, "__________________\n1 See A/74/20."},
		{Across, 0, "Recalling its resolutions 74/12 of 27 November    1. Requests"},
		{Marked, 0, "# 76/90. Quiet harbours\n\nThe General Assembly,\n\n*Recalling* its resolutions 74/12 of 27 November 2019[^1] and"},
		{Marked, 1, "](https://undocs.org/en/A/RES/"},
	}
	for _, test := range tests {
		t.Run(fmt.Sprintf("%s %d", test.mode, test.style), func(t *testing.T) {
			l := linked(t, harbours)
			r := &renderer{style: styles[test.mode][test.style], dice: newDice(l.File, test.mode)}
			if got := r.render(l).Text; !strings.Contains(got, test.want) {
				t.Errorf("%q is not in\n%s", test.want, got)
			}
		})
	}
}

func TestRenderingsAreTheSameEveryTime(t *testing.T) {
	l := linked(t, harbours)
	for _, mode := range Modes() {
		if diff := cmp.Diff(Render(l, mode), Render(l, mode)); diff != "" {
			t.Errorf("%s: (-got +want):\n%s", mode, diff)
		}
	}
}

// TestEveryStyleIsReadAlike: whatever a text suffers, its citations stand.
func TestEveryStyleIsReadAlike(t *testing.T) {
	rd := reader(t)
	for _, mode := range Modes() {
		for i, s := range styles[mode] {
			t.Run(fmt.Sprintf("%s %d", mode, i), func(t *testing.T) {
				l := linked(t, harbours)
				r := &renderer{style: s, dice: newDice(l.File, mode)}
				rendering := r.render(l)
				report, err := scoreLinked(rd, l, rendering, "0.txt")
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(report.Total, Tally{Known: 3, Found: 3, Right: 2, Wrong: 1, Extra: 1}); diff != "" {
					t.Errorf("(-got +want):\n%s\n%s", diff, rendering.Text)
				}
			})
		}
	}
}

func TestFormatsAreReadAsTheirText(t *testing.T) {
	for _, mode := range []Mode{HTML, DOCX} {
		t.Run(string(mode), func(t *testing.T) {
			r, err := ScoreLinks(t.Context(), reader(t), []*Linked{linked(t, harbours)}, mode)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(r.Total, Tally{Known: 3, Found: 2, Right: 2, Extra: 2}); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
		})
	}
}

func TestPDFPrintsMarksSmall(t *testing.T) {
	got := string(pdfOf("Rights (“all”)¹² of\nmen\f2\n\f"))
	for _, want := range []string{
		"(Rights \\(\x93all\x94\\)) Tj\n/F 6.5 Tf 4 Ts (12) Tj 0 Ts\n/F 10 Tf ( of) Tj\n1 0 0 1 54 727 Tm\n/F 10 Tf (men) Tj", "/Count 2", "startxref\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
}

func TestPagesBreakWithTheNotesOfTheirLines(t *testing.T) {
	paragraphs := strings.Repeat(`<container name="x"><p>Noting the tide<authorialNote marker="1"><p>As observed.</p></authorialNote>,</p></container>`, 40)
	l := linked(t, strings.Replace(harbours, "<preamble>", "<preamble>"+paragraphs, 1))
	pages := strings.Split(strings.TrimSuffix(Render(l, Page).Text, "\f"), "\f")
	if len(pages) < 3 {
		t.Fatalf("%d pages, want several", len(pages))
	}
	marks := 0
	for i, page := range pages {
		if lines := strings.Count(page, "\n"); lines > pageHeight+5 {
			t.Errorf("page %d has %d lines", i+1, lines)
		}
		if i > 0 && !strings.HasPrefix(page, "A/RES/76/90 Quiet harbours\n") {
			t.Errorf("page %d has no running head", i+1)
		}
		marks += strings.Count(page, "As observed.")
		if strings.Count(page, "As observed.") != strings.Count(page, "Noting the tide") {
			t.Errorf("page %d has other notes than its lines bear", i+1)
		}
	}
	if marks != 40 {
		t.Errorf("%d notes printed, want 40", marks)
	}
}
