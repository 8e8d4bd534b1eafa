package extract

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
)

func TestPinpoints(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		name, text, pinpoint string
		provisions           []string
	}{
		{"articles", "articles 19 and 20 of the International Covenant on Civil and Political Rights,", "articles 19 and 20", []string{"19", "20"}},
		{"chapter", "Acting under Chapter VII of the Charter of the United Nations,", "Chapter VII", []string{"chapter-VII"}},
		{"paragraph with letter", "paragraph 5 (f) of General Assembly resolution 66/281 of 28 June 2012,", "paragraph 5 (f)", []string{"5(f)"}},
		{"range", "paragraphs 3 to 5 of General Assembly resolution 66/281,", "paragraphs 3 to 5", []string{"3", "4", "5"}},
		{"annex behind", "General Assembly resolution 71/313, annex,", "annex", []string{"annex"}},
		{"annex before", "in the annex to Human Rights Council resolution 16/21,", "annex", []string{"annex"}},
		{"targets before the Goals", "targets 5.3, 8.7 and 16.2 of the Sustainable Development Goals,", "targets 5.3, 8.7 and 16.2", []string{"5.3", "8.7", "16.2"}},
		{"targets", "Sustainable Development Goal targets 5.2 and 16.a,", "targets 5.2 and 16.a", []string{"5.2", "16.a"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := x.Extract(inputOf(form{text: c.text})).Citations
			if len(got) != 1 {
				t.Fatalf("%d citations, want one", len(got))
			}
			if got[0].Pinpoint != c.pinpoint {
				t.Errorf("pinpoint %q, want %q", got[0].Pinpoint, c.pinpoint)
			}
			if diff := cmp.Diff(got[0].Provisions, c.provisions); diff != "" {
				t.Errorf("provisions (-got +want)\n%s", diff)
			}
		})
	}
}

func TestFindings(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		name, text string
		want       graph.FindingKind
	}{
		{"date of distribution", "Human Rights Council resolution 17/4 of 6 July 2011,", graph.DateContradicts},
		{"right date", "Human Rights Council resolution 17/4 of 16 June 2011,", ""},
		{"year of the Security Council", "Security Council resolution 1325 (2001),", graph.ImpossibleNumber},
		{"day of a statement", "the statement of its President of 23 March 2001 (S/PRST/2001/9),", graph.DateContradicts},
		{"right day of a statement", "the statement of its President of 21 March 2001 (S/PRST/2001/9),", ""},
		{"day of a treaty", "the Convention on the Reduction of Statelessness of 28 August 1961,", graph.DateContradicts},
		{"day of its signature", "the Treaty on Principles Governing the Activities of States in the Exploration and Use of Outer Space, including the Moon and Other Celestial Bodies, of 27 January 1967,", ""},
		{"day of another", "Additional Protocol I to the Geneva Conventions of 12 August 1949,", ""},
		{"day of its entry into force", "the entry into force of the Arms Trade Treaty on 24 December 2014,", ""},
		{"year to come", "the report of the Secretary-General (S/2044/12),", graph.ImpossibleNumber},
		{"number like a year", "contained in document CD/2067,", ""},
		{"session to come of a document", "the report of the Secretary-General (A/82/37),", graph.ImpossibleNumber},
		{"session to come of a decision", "General Assembly decision 81/501,", graph.ImpossibleNumber},
		{"session to come", "Human Rights Council resolution 62/3,", graph.ImpossibleNumber},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got graph.FindingKind
			for _, citation := range x.Extract(inputOf(form{text: c.text})).Citations {
				for _, finding := range citation.Findings {
					got = finding.Kind
				}
			}
			if got != c.want {
				t.Errorf("finding %q, want %q", got, c.want)
			}
		})
	}
}

func TestWordsOfCitations(t *testing.T) {
	x := testExtractor(t)
	text := "Recalling resolution 47/12 of 12 July 2021 and resolutions 29/23 and 32/29 of 1 July 2016,"
	var got []string
	for _, c := range x.Extract(inputOf(form{text: text})).Citations {
		got = append(got, text[c.Words.Start:c.Words.End], text[c.Core.Start:c.Core.End])
	}
	want := []string{"resolution 47/12 of 12 July 2021", "47/12", "29/23", "29/23", "32/29 of 1 July 2016", "32/29"}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("(-got +want)\n%s", diff)
	}
}

// FuzzCitations: spans lie inside the text and on whole characters, the core inside the words, statuses keep their promises.
func FuzzCitations(f *testing.F) {
	for _, seed := range []string{
		"Recalling its resolutions 60/251 and S-32/1, and decision 1/CP.21, A/77/6 (Sect. 8)/Corr.1 and Add.1-3",
		"Goal 5, targets 5.2, the Optional Protocol thereto, vol. 1577, No. 27531, general comment No. 16 (2013)",
		"resolution 2200 A (XXI), 76/247 A to C, ‘resolutions’ – 1261, 1314 (2000)", "resolution 1/", "A/", "PRST OS/", "WHA72.", "\xff\xfe/\x80",
	} {
		f.Add(seed)
	}
	x := testExtractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range x.Extract(inputOf(form{text: text, note: text})).Citations {
			checkCitation(t, text, c)
		}
	})
}

func checkCitation(t *testing.T, text string, c Citation) {
	t.Helper()
	w := c.Words
	if w.Start < 0 || w.End > len(text) || w.Start >= w.End || c.Core.Start < w.Start || c.Core.End > w.End {
		t.Fatalf("words %v, core %v in %d bytes", w, c.Core, len(text))
	}
	if utf8.ValidString(text) && !utf8.ValidString(text[w.Start:w.End]) {
		t.Errorf("words cut a character: %q", text[w.Start:w.End])
	}
	switch c.Status {
	case graph.Resolved:
		if c.Target == "" {
			t.Error("resolved without a target")
		}
	case graph.Ambiguous:
		if len(c.Candidates) < 2 || c.Target != "" {
			t.Errorf("ambiguous with %d candidates, target %q", len(c.Candidates), c.Target)
		}
	case graph.Open:
		if c.Target != "" || c.Reason == "" {
			t.Errorf("open with target %q, reason %q", c.Target, c.Reason)
		}
	default:
		t.Errorf("status %q", c.Status)
	}
	if c.Rule == "" || c.Confidence <= 0 || c.Confidence > 1 {
		t.Errorf("rule %q, confidence %v", c.Rule, c.Confidence)
	}
}

func BenchmarkCitations(b *testing.B) {
	x := testExtractor(b)
	paragraph := "Recalling its resolutions 17/19 of 17 June 2011, 27/32 of 26 September 2014 and 32/2 of 30 June 2016, and stressing the importance of the " +
		"full, equal and effective participation of all those whose rights are concerned in the decisions that bear upon their lives, in accordance with " +
		"the Universal Declaration of Human Rights and article 25 of the International Covenant on Civil and Political Rights, and noting with concern that " +
		"many of them meet obstacles of law and of practice which States have it in their power to remove,"
	in := inputOf(form{text: paragraph})
	b.SetBytes(int64(len(paragraph)))
	for b.Loop() {
		x.Extract(in)
	}
}

// read reads names alone, without citations.
func (n *namer) read(in Input) reading { return n.visit(in, func(int, []word) {}) }

// TestSessionsToCome reads a text of later than the catalogue lists sessions: its own session and those before are held, those after it are not.
func TestSessionsToCome(t *testing.T) {
	x := testExtractor(t)
	in := Input{Instrument: graph.Instrument{
		ID: "A/HRC/RES/69/1", Symbol: graph.MustParseSymbol("A/HRC/RES/69/1"), Body: graph.HumanRightsCouncil, Date: graph.MustParseDate("2028-10-06"),
	}}
	for _, c := range []struct{ name, text, want string }{
		{"its own session", "Recalling its decision 69/101 of 12 September 2028,", "A/HRC/DEC/69/101"},
		{"by the day", "Recalling resolution 66/9 of 8 October 2027,", "A/HRC/RES/66/9"},
		{"the Assembly's, by the day", "Recalling resolution 83/4 of 7 December 2028,", "A/RES/83/4"},
		{"a special session", "Recalling its resolution S-41/1 of 3 May 2028,", "A/HRC/RES/S-41/1"},
		{"still to come", "Recalling its decision 71/101,", "?"},
	} {
		t.Run(c.name, func(t *testing.T) {
			in.Paragraphs = []graph.Paragraph{{Place: "PP1", Part: graph.Preamble, Text: c.text}}
			if got := targets(x.Extract(in).Citations); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// TestNamesBeforeTheirTime reads names in a text that is older than what they name.
func TestNamesBeforeTheirTime(t *testing.T) {
	x := testExtractor(t)
	for _, c := range []struct {
		name, date, text, want string
		finding                bool
	}{
		{"a draft", "2023-07-14", "Noting the proposal for a global digital compact,", "global-digital-compact", true},
		{"an earlier text of the name", "1984-05-25", "Recalling the Standard Minimum Rules for the Treatment of Prisoners,", "nelson-mandela-rules", true},
		{"another thing", "2001-12-21", "Mindful of sustainable development goals,", "?", false},
		{"of its time", "2016-12-21", "Mindful of the Sustainable Development Goals,", "sdgs", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			in := inputOf(form{text: c.text, body: graph.GeneralAssembly})
			in.Instrument.Date = graph.MustParseDate(c.date)
			found := x.Extract(in).Citations
			if got := targets(found); got != c.want {
				t.Fatalf("%s, want %s", got, c.want)
			}
			if got := len(found[0].Findings) > 0; got != c.finding {
				t.Errorf("findings %v, want one: %v", found[0].Findings, c.finding)
			}
		})
	}
}
