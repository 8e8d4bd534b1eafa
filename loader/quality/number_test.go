package quality

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNormalSymbolMakesLinksComparable(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"host and language", "https://docs.un.org/en/A/RES/74/12", "A/RES/74/12"},
		{"lower case", "http://undocs.org/A/hrc/RES/30/2", "A/HRC/RES/30/2"},
		{"blanks", "S/RES/1325 (2000)", "S/RES/1325(2000)"},
		{"escaped blanks", "https://undocs.org/S/RES/1325%20(2000)", "S/RES/1325(2000)"},
		{"joint", "A/77/895-S/2023/363", "A/77/895"},
		{"special session is not joint", "A/RES/S-8/2", "A/RES/S-8/2"},
		{"letter of a part", "A/RES/59/113A", "A/RES/59/113"},
		{"letter before the session", "A/RES/217A(III)", "A/RES/217(III)"},
		{"letter after the session", "A/RES/217(III)A", "A/RES/217(III)"},
		{"full stop", "A/74/20.", "A/74/20"},
		{"another host", "https://example.org/A/1", "HTTPS://EXAMPLE.ORG/A/1"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := normalSymbol(test.in); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestSoundTellsLinksThatContradictTheirWords(t *testing.T) {
	tests := []struct {
		words, symbol string
		want          bool
	}{
		{"77/114", "A/RES/77/114", true},
		{"77/114", "A/RES/76/122", false},
		{"1325", "S/RES/1325(2000)", true},
		{"2312 (2106)", "S/RES/2312(2016)", false},
		{"the Charter", "A/RES/1/1", false},
	}
	for _, test := range tests {
		if got := sound(test.words, test.symbol); got != test.want {
			t.Errorf("sound(%q, %q) = %v, want %v", test.words, test.symbol, got, test.want)
		}
	}
}

func TestSameForgivesPartsAndVolumes(t *testing.T) {
	if !same("A/CONF.157/24", "A/CONF.157/24(PARTI)") || !same("A/CONF.157/24(PARTI)", "A/CONF.157/24") {
		t.Error("a part that only one names makes them differ")
	}
	if same("A/74/1(VOL.I)", "A/74/1(VOL.II)") {
		t.Error("two volumes are the same")
	}
}

func TestFormOf(t *testing.T) {
	tests := []struct{ symbol, words, want string }{
		{"A/RES/77/211", "77/211", "session/number"},
		{"A/RES/59/113", "59/113 A", "lettered part"},
		{"A/RES/217(III)", "217 A (III)", "lettered part"},
		{"A/RES/2625(XXV)", "2625 (XXV)", "number (session in Roman)"},
		{"S/RES/1325(2000)", "1325 (2000)", "number (year)"},
		{"E/RES/2006/46", "2006/46", "year/number"},
		{"A/RES/S-8/2", "S-8/2", "special session"},
		{"A/DEC/74/556", "74/556", "decision"},
		{"S/PRST/2014/23", "S/PRST/2014/23", "statement"},
		{"A/HRC/53/L.27", "A/HRC/53/L.27", "draft"},
		{"A/77/53", "A/77/53", "document"},
	}
	for _, test := range tests {
		if got := formOf(test.symbol, test.words); got != test.want {
			t.Errorf("formOf(%s, %s) = %s, want %s", test.symbol, test.words, got, test.want)
		}
	}
}

func TestCalibrationCountsByTenBins(t *testing.T) {
	var c Calibration
	c.number()
	for range 9 {
		c.add(0.9, true)
	}
	c.add(0.9, false)
	c.add(0.95, true)
	c.add(0.2, false)
	if c[8].Count != 10 || c[9].Count != 1 || c[0].Count != 1 {
		t.Errorf("got %+v", c)
	}
	if got := c[8].Error(); got > 1e-9 {
		t.Errorf("nine of ten at 0.9: error %g, want none", got)
	}
	if got, want := c.Error(), (0.05+0.2)/12; math.Abs(got-want) > 1e-9 {
		t.Errorf("error %g, want %g", got, want)
	}
}

func reportOf(t Tally) *Report {
	r := newReport("links clean")
	r.Total, r.Corrected = t, t
	r.Calibration.add(0.99, true)
	return r.finish()
}

func TestCheckNamesWhatFell(t *testing.T) {
	kept := Numbers([]*Report{reportOf(Tally{Known: 100, Found: 99, Right: 98, Extra: 1})})
	if err := Check(kept, []*Report{reportOf(Tally{Known: 100, Found: 99, Right: 98, Extra: 1})}); err != nil {
		t.Errorf("the same numbers: %v", err)
	}
	if err := Check(kept, []*Report{reportOf(Tally{Known: 100, Found: 100, Right: 100})}); err != nil {
		t.Errorf("better numbers: %v", err)
	}
	if err := Check(kept, nil); err != nil {
		t.Errorf("nothing measured: %v", err)
	}
	err := Check(kept, []*Report{reportOf(Tally{Known: 100, Found: 98, Right: 97})})
	if !errors.Is(err, ErrFell) {
		t.Fatalf("got %v, want %v", err, ErrFell)
	}
	for _, want := range []string{"links clean: recall was 0.9800, is 0.9700 (of 100)"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
	if strings.Contains(err.Error(), "precision") {
		t.Errorf("%v names what rose", err)
	}
	worse := reportOf(Tally{Known: 100, Found: 99, Right: 98, Extra: 1})
	worse.Calibration.add(0.99, false)
	if err := Check(kept, []*Report{worse}); err == nil || !strings.Contains(err.Error(), "calibration error") {
		t.Errorf("a greater error: %v", err)
	}
}

func TestNamesInFindsWhatLooksLikeAnInstrument(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"a head noun in front", "Recalling the Convention on the Quiet of Harbours, and", []string{"Convention on the Quiet of Harbours"}},
		{"a head noun behind", "and the Lisbon Harbour Declaration of 2019", []string{"Lisbon Harbour Declaration"}},
		{"a short name says too little", "States parties to the Convention shall", nil},
		{"an organ", "the Committee on the Harbour Convention", nil},
		{"a vague noun alone", "the United Nations Harbour Programme", nil},
		{"a vague noun with what must follow", "the Harbour Programme of Action and", []string{"Harbour Programme of Action"}},
		{"a comma ends a name", "the Harbour Protocol, Annex", []string{"Harbour Protocol"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, span := range namesIn(test.text) {
				got = append(got, test.text[span.Start:span.End])
			}
			if diff := cmp.Diff(got, test.want); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
		})
	}
}

func TestMarkdownGivesEachNumberItsDenominator(t *testing.T) {
	r := reportOf(Tally{Known: 100, Found: 99, Right: 98, Extra: 1})
	page := string(Markdown([]*Report{r}, "recital score texts"))
	for _, want := range []string{
		"`recital score texts --write docs/accuracy.md`", "| links clean | 0 | 100 | 99 | 98 |", "≥ 0.995 | 0.98000 (of 100) | no |", "| 75_181_E.xml | 43/15 |",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
