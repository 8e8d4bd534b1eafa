package extract

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestReadMandates(t *testing.T) {
	n := newTestNamer(t)
	tests := []struct {
		name, text string
		want       []string // addressee, product, forum, session, months
	}{
		{
			"a report for a session",
			"Requests the Office of the High Commissioner to prepare a report on lakes and to present it to the Human Rights Council at its fifty-sixth session;",
			[]string{"ohchr report human-rights-council 56 0"},
		},
		{
			"two sessions",
			"Requests the Special Rapporteur to present reports to the Council at its fortieth and forty-third sessions;",
			[]string{"special-rapporteur report human-rights-council 40 0", "special-rapporteur report human-rights-council 43 0"},
		},
		{
			"two forums",
			"Requests the Secretary-General to submit a report to the Council at its ninth session and to the General Assembly at its one hundred and first session;",
			[]string{"secretary-general report human-rights-council 9 0", "secretary-general report general-assembly 101 0"},
		},
		{
			"forums without a session",
			"Requests the Special Rapporteur to report annually to the Human Rights Council and the General Assembly;",
			[]string{"special-rapporteur report human-rights-council 0 0", "special-rapporteur report general-assembly 0 0"},
		},
		{
			"a consultation, then its report",
			"Requests the High Commissioner to continue the work on lakes, including by convening an expert consultation, and to submit a report thereon to the Council at its sixtieth session;",
			[]string{"high-commissioner consultation  0 0", "high-commissioner report human-rights-council 60 0"},
		},
		{
			"the report is asked for in one clause and due in another",
			"Requests the High Commissioner to prepare a report on lakes, also requests the High Commissioner to hear States, and to present the report to the Council at its sixtieth session;",
			[]string{"high-commissioner report human-rights-council 60 0"},
		},
		{
			"a report on an event of an earlier session",
			"Requests the Office of the High Commissioner to prepare a summary report on the discussion to be held at its fiftieth session and to present it to the Council at its fifty-third session;",
			[]string{"ohchr summary report human-rights-council 53 0"},
		},
		{
			"a session that has been",
			"Requests the Secretary-General to prepare a study on the report submitted to the Council at its fiftieth session;",
			[]string{"secretary-general study human-rights-council 0 0"},
		},
		{
			"resources from two",
			"Requests the Secretary-General and the High Commissioner to provide the Special Rapporteur with all the assistance necessary for the mandate;",
			[]string{"secretary-general resources  0 0", "high-commissioner resources  0 0"},
		},
		{
			"an extension",
			"Decides to extend the mandate of the Special Rapporteur on lakes for a period of three years;",
			[]string{"special-rapporteur mandate extension  0 36"},
		},
		{
			"an extension and what goes with it",
			"Decides to extend the mandate of the Special Rapporteur on lakes for one year, and to present a report to the Council at its tenth session;",
			[]string{"special-rapporteur mandate extension  0 12", "special-rapporteur report human-rights-council 10 0"},
		},
		{
			"a commission is founded, of no vocabulary",
			"Decides to establish, for one year, a commission of inquiry on lakes;",
			[]string{" establishment  0 12"},
		},
		{
			"an organ outside the vocabulary",
			"Requests the Commission of Inquiry to present an oral update to the Council at its fiftieth session;",
			[]string{" oral update human-rights-council 50 0"},
		},
		{
			"an officer outside the vocabulary",
			"Requests the Executive Director to submit a report to the Council at its fiftieth session;",
			[]string{" report human-rights-council 50 0"},
		},
		{"a report of an officer of the vocabulary", "Requests that the next report of the Secretary-General provide an assessment of lakes;", nil},
		{"an officer of no capital", "Requests the directors of schools to submit reports to the Council at its fiftieth session;", nil},
		{
			"a panel discussion",
			"Decides to convene, at its fifty-ninth session, a panel discussion on lakes;",
			[]string{" panel discussion human-rights-council 59 0"},
		},
		{
			"before a session: a report, not an event",
			"Requests the Advisory Committee to submit a study to the Council before its forty-first session;",
			[]string{"advisory-committee study human-rights-council 41 0"},
		},
		{
			"a report made available is the same report",
			"Requests the High Commissioner to submit a report to the Council at its fiftieth session, and to make the report available in accessible formats;",
			[]string{"high-commissioner report human-rights-council 50 0"},
		},
		{"in a report is no report", "Requests the High Commissioner to give priority to lakes in his annual report;", nil},
		{
			"before a session an event has none",
			"Decides to convene, before the thirty-eighth session of the Human Rights Council, a seminar on lakes;",
			[]string{" workshop  0 0"},
		},
		{
			"sessions of both",
			"Requests the Secretary-General to present an updated report during a dialogue at both the fifty-fourth and fifty-fifth sessions of the Council;",
			[]string{"secretary-general report human-rights-council 54 0", "secretary-general report human-rights-council 55 0"},
		},
		{
			"the Council's session, and another text",
			"Requests the Secretary-General to present an oral update at the Council’s fiftieth session, and a written report at its sixtieth session;",
			[]string{"secretary-general oral update human-rights-council 50 0", "secretary-general report human-rights-council 60 0"},
		},
		{
			"from a session on",
			"Requests the High Commissioner to keep a list of lakes and to update the Council, from its fiftieth session, on it;",
			[]string{"high-commissioner report human-rights-council 50 0"},
		},
		{
			"two forums, one without a session",
			"Requests the Special Rapporteur to continue to report every year to the Human Rights Council and to submit an annual report to the General Assembly;",
			[]string{"special-rapporteur report human-rights-council 0 0", "special-rapporteur report general-assembly 0 0"},
		},
		{
			"a discussion before the report on it",
			"Requests the High Commissioner to prepare a report, in the light of the panel discussion to be convened before the sixtieth session of the Council, and to present it to the Council at its sixty-third session;",
			[]string{"high-commissioner report human-rights-council 63 0"},
		},
		{
			"a discussion that has its session already",
			"Decides that the theme of the annual panel discussion, to be held during the forty-eighth session of the Human Rights Council, will be lakes;",
			[]string{" panel discussion human-rights-council 48 0"},
		},
		{
			"an organ outside the vocabulary that shall",
			"Recommends that the Commission of Inquiry brief the General Assembly during its seventieth session;",
			[]string{" report general-assembly 70 0"},
		},
		{
			"together with an organ",
			"Decides that the co-facilitators, together with the Office of the High Commissioner, shall be responsible for the preparation of a report, and for its presentation to the Council before its fifty-ninth session;",
			[]string{"ohchr report human-rights-council 59 0"},
		},
		{
			"an expert to be appointed, for a time",
			"Decides to appoint, for a period of three years, an Independent Expert on lakes;",
			[]string{"special-rapporteur establishment  0 36"},
		},
		{
			"support in any order",
			"Requests the Secretary-General to make all necessary financial, technical and logistical support available to the Office;",
			[]string{"secretary-general resources  0 0"},
		},
		{"resources sought, not given", "Invites all relevant bodies of the United Nations system to mobilize resources to assist States;", nil},
		{"assistance without a measure", "Requests the Secretary-General to provide technical assistance to States;", nil},
		{"asked of nobody", "Requests that the Office of the High Commissioner be provided with the resources necessary;", nil},
		{"its own session", "Requests the Working Group to finalize its work by no later than its nineteenth session;", nil},
		{"law is no guidance", "Requests the Office of the High Commissioner to design mechanisms and to strengthen the rule of law;", nil},
		{"a manner is no event", "Requests the High Commissioner to organize the work in close consultation with States;", nil},
		{"another body's session", "Requests the Secretary-General to submit a report to the eightieth session of the General Assembly;", []string{"secretary-general report general-assembly 80 0"}},
		{"general calls on States", "Urges States to prepare national reports and to present them to the Council at its fiftieth session;", nil},
		{"seized of the matter", "Decides to remain seized of the matter.", nil},
		{"preambular", "PP Recalling that it requested the Secretary-General to submit a report to the Council at its fiftieth session,", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, m := range n.read(council(tt.text)).mandates {
				got = append(got, fmt.Sprintf("%s %s %s %d %d", m.Addressee.Vocabulary(), m.Product, m.Forum, m.Session, m.Months))
			}
			if diff := cmp.Diff(got, tt.want); diff != "" {
				t.Errorf("mandates of %q differ (-got +want):\n%s", tt.text, diff)
			}
		})
	}
}

func TestReadDue(t *testing.T) {
	n := newTestNamer(t)
	tests := []struct{ text, want string }{
		{"Decides to extend the mandate of the Special Rapporteur on lakes for a period of three years;", "three years"},
		{"Requests the Secretary-General to convene a workshop in 2025;", "2025"},
		{"Requests the Secretary-General to prepare a study by the end of 2026;", "the end of 2026"},
		{"Requests the Special Rapporteur to report annually to the Council;", "annually"},
		{"Requests the Secretary-General to submit a report on the year 2020 to the Council at its fiftieth session;", ""},
	}
	for _, tt := range tests {
		mandates := n.read(council(tt.text)).mandates
		if len(mandates) != 1 || mandates[0].Due != tt.want {
			t.Errorf("mandates of %q = %+v, want one due %q", tt.text, mandates, tt.want)
		}
	}
}

// FuzzRead: no panic; every span within its paragraph, in the order of the text within a paragraph.
func FuzzRead(f *testing.F) {
	n := newTestNamer(f)
	for _, seed := range []string{
		"Requests the Secretary-General to submit a report to the Council at its fifty-sixth session;",
		"Recalling the rights of women’s and girls’ to life, liberty and, and to to of of",
		"(a) 3. (b) To request that that shall be held at its one hundred and one hundred first sessions",
		"Convention on the of the of the, of the and the", "the", "3. (a)",
		strings.Repeat("international, regional and ", 50) + "organizations",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		r := n.read(council(text, "PP "+text, "Decides:", "(a) "+text))
		in := council(text, "PP "+text, "Decides:", "(a) "+text)
		for _, names := range [][]Naming{r.rights, r.actors} {
			for _, name := range names {
				if w := name.Words; w.Start < 0 || w.Start >= w.End || w.End > len(in.Paragraphs[name.Paragraph].Text) {
					t.Errorf("%s at %v of paragraph %d", name.ID, w, name.Paragraph)
				}
			}
		}
		for _, m := range r.mandates {
			if w := m.Words; w.Start < 0 || w.Start >= w.End || w.End > len(in.Paragraphs[m.Paragraph].Text) {
				t.Errorf("mandate %q at %v of paragraph %d", m.Product, w, m.Paragraph)
			}
		}
	})
}

// BenchmarkRead reads a paragraph of each sort; MB/s is the number that counts.
func BenchmarkRead(b *testing.B) {
	n := newTestNamer(b)
	in := council(
		"PP Recalling its previous resolutions on the freedom of lakes and rivers, and noting with appreciation the report of the Office of the United Nations High Commissioner for Human Rights on the rights of the child, submitted to the Council at its fiftieth session,",
		"PP Recognizing that persons who live beside lakes may lack adequate protection from floods, and stressing the need to mend what neglect has brought about over many years in the regions concerned,",
		"Urges States, the United Nations and other international, regional and subregional organizations, as well as civil society, to protect the rights to life, food and education of all who live beside lakes, without discrimination of any kind;",
		"Requests the Secretary-General, in consultation with States, to prepare a report on the freedom of lakes and to present it to the Human Rights Council at its sixtieth session;",
	)
	size := 0
	for _, p := range in.Paragraphs {
		size += len(p.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		n.read(in)
	}
}
