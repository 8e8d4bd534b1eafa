package extract

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
)

// TestReadForums reads whose session it is: the text is the General Assembly's of December 2022 where none is named, so that its sessions from the
// seventy-eighth on are to come.
func TestReadForums(t *testing.T) {
	n := newTestNamer(t)
	ga, hrc, ecosoc := graph.GeneralAssembly, graph.HumanRightsCouncil, graph.EconomicAndSocialCouncil
	tests := []struct {
		name string
		body graph.Body
		date string
		text string
		want []string // forum and session
	}{
		{name: "to the Assembly", text: "Requests the Committee on Lakes to report to the General Assembly at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "to a committee", text: "Requests the Secretary-General to report to the Committee on Lakes at its forty-fifth session;", want: []string{" 45"}},
		{name: "a committee whose number the Assembly could have", text: "Requests the Secretary-General to report to the Commission on the Rivers of Women at its seventy-ninth session;", want: []string{" 79"}},
		{name: "a long name", text: "Requests the Secretary-General to report thereon to the Committee on the Exercise of the Inalienable Rights of Lakes and Rivers, for its consideration, at its thirtieth session;", want: []string{" 30"}},
		{name: "a noun at the end of the name", text: "Requests the Office to submit a report to the Scientific and Technical Subcommittee at its sixtieth session;", want: []string{" 60"}},
		{name: "a name of small letters", text: "Requests the Secretary-General to submit a report to the preparatory committee at its third session;", want: []string{" 3"}},
		{name: "a conference of parties", text: "Invites the Secretary-General to submit a report to the Conference of the Parties serving as the meeting of the Parties to the Agreement on Lakes at its fourth session;", want: []string{" 4"}},
		{name: "a board", text: "Requests the Secretary-General to present a report to the Executive Board at its second regular session;", want: []string{" 2"}},
		{name: "considered by", text: "Requests the Secretary-General to prepare a report, to be considered by the Commission on Rivers at its eleventh session;", want: []string{" 11"}},
		{
			name: "one to each", text: "Requests the Secretary-General to provide an oral report to the Commission on Rivers at its sixty-seventh session and to report to the General Assembly at its seventy-ninth session;",
			want: []string{" 67", "general-assembly 79"},
		},
		{
			name: "through a committee that has its session", text: "Requests the Secretary-General to report to the General Assembly at its seventy-eighth session, through the Commission on Rivers at its sixty-first session;",
			want: []string{"general-assembly 78", " 61"},
		},
		{name: "through a committee", text: "Requests the Secretary-General to submit a report to the General Assembly, through the Committee on Budgets, for consideration at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "the Assembly's own committee", text: "Requests the Secretary-General to submit a report to the Sixth Committee at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "its own, of the Assembly", text: "Requests the Secretary-General to submit a report at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "to it", text: "Requests the Economic and Social Council to submit a report to it at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "a report on a committee", text: "Requests the Secretary-General to submit a report on the work of the Committee on Lakes at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "a report on a committee's own session", text: "Requests the Secretary-General to submit a report on the work of the Committee on Lakes at its forty-fifth session;", want: []string{" 45"}},
		{name: "an organ that works", text: "Requests the Secretary-General to assist the Committee on Lakes, and to submit a report at its seventy-ninth session;", want: []string{"general-assembly 79"}},
		{name: "asked for its own session", text: "Requests the Committee on Lakes to organize a panel discussion at its seventy-eighth session;", want: []string{" 78"}},
		{name: "an organ asked to report", text: "Requests the Board of Rivers to submit a report at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "a session that is over", text: "Requests the Secretary-General to submit a report at its forty-fifth session;", want: []string{" 45"}},
		{name: "a report that was", text: "Requests the Secretary-General to prepare a study similar to his report to the General Assembly at its seventy-first session;", want: []string{"general-assembly 0"}},
		{name: "the title of an item", text: "Requests the Secretary-General to submit, under the item entitled “Report of the Committee on Lakes”, a report at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "the session of a committee", text: "Requests the Secretary-General to prepare a report for the thirteenth session of the Commission on Lakes;", want: []string{" 13"}},
		{name: "the session of an agency's assembly", text: "Requests the Secretary-General to prepare a report for the seventy-seventh session of the World Health Organization;", want: []string{" 77"}},
		{name: "the session, of the measures", text: "Requests the Secretary-General to inform the General Assembly at its seventy-eighth session, by a report, of the measures taken by the Committee on Lakes;", want: []string{"general-assembly 78"}},
		{name: "the Assembly's session, where a group meets", text: "Requests the Secretary-General to provide a report to the Ad Hoc Working Group at the seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "a resolution is no organ", body: hrc, text: "Requests the High Commissioner to submit a report on General Assembly resolution 60/251 at its fifty-third session;", want: []string{"human-rights-council 53"}},
		{name: "the working group's", body: hrc, text: "Requests the High Commissioner to submit a report to the Working Group on Lakes at its ninth session;", want: []string{" 9"}},
		{name: "a mechanism and a council", body: hrc, text: "Requests the High Commissioner to submit a report to the Advisory Committee of the Human Rights Council at its thirtieth session;", want: []string{" 30"}},
		{name: "a text of a council names its own", body: hrc, text: "Requests the High Commissioner to hear the National Council and to submit a report to the Council at its fifty-third session;", want: []string{"human-rights-council 53"}},
		{name: "two words without a hyphen", body: hrc, text: "Requests the High Commissioner to present a report to the Council at its fifty sixth session;", want: []string{"human-rights-council 56"}},
		{name: "a session named by its year", body: ecosoc, text: "Requests the Secretary-General to submit a report to the Council at its 2023 session;", want: []string{"ecosoc 2023"}},
		{name: "sessions named by their years", text: "Requests the Secretary-General to submit reports to the Economic and Social Council at its substantive sessions of 2023 and 2024;", want: []string{"ecosoc 2023", "ecosoc 2024"}},
		{name: "the first session of a year", body: ga, date: "1981-11-30", text: "Requests the Secretary-General to submit a report to the Economic and Social Council at its first regular session of 1982;", want: []string{"ecosoc 1982"}},
		{name: "a commission below the council", body: ecosoc, text: "Requests the Secretary-General to submit a report to the Commission at its sixty-sixth session;", want: []string{" 66"}},
		{name: "a council that numbered its sessions", body: ecosoc, date: "1973-08-09", text: "Requests the Board of Rivers to submit a report to the Council at its fifty-seventh session;", want: []string{"ecosoc 57"}},
		{name: "a council that numbers no more", body: ecosoc, text: "Requests the Secretary-General to submit a report at the fifty-seventh session;", want: []string{" 57"}},
		{name: "a resumed session", text: "Requests the Secretary-General to report to the General Assembly at its resumed seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "a part of a session", text: "Requests the Secretary-General to submit a report to the General Assembly for consideration at the first part of its resumed seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "a part of the session", text: "Requests the Secretary-General to present a report no later than the main part of the seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "a segment of a session", body: ecosoc, text: "Requests the Secretary-General to report to the Council at the operational activities for lakes segment of its 2023 session;", want: []string{"ecosoc 2023"}},
		{name: "the end of a session", text: "Requests the Secretary-General to submit to it, before the end of its seventy-eighth session, a report on lakes;", want: []string{"general-assembly 78"}},
		{
			name: "one session in two ways", text: "Requests the Secretary-General to submit a report to the General Assembly at the second part of its resumed seventy-eighth session if possible, but no later than by the end of its seventy-eighth session;",
			want: []string{"general-assembly 78"},
		},
		{name: "a committee's own", text: "Requests the Secretary-General to submit a report at the Committee’s forty-fifth session;", want: []string{" 45"}},
		{name: "a special session has a number of its own", body: hrc, text: "Requests the High Commissioner to submit a report to the Council at its fifty-third special session;", want: []string{"human-rights-council 0"}},
		{
			name: "a report and the dialogue on it", text: "Invites the Special Rapporteur to submit a report to the General Assembly and to engage in a dialogue on it at its seventy-eighth session;",
			want: []string{"general-assembly 78"},
		},
		{
			name: "a report, and a dialogue with another", text: "Invites the Special Rapporteur to submit a report to the Human Rights Council and to engage in a dialogue with the General Assembly at its seventy-eighth session;",
			want: []string{"human-rights-council 0"},
		},
		{name: "a speaker outside the vocabulary", body: "environment-assembly", text: "Requests the Executive Director to report to the United Nations Environment Assembly at its sixth session;", want: []string{"environment-assembly 6"}},
		{name: "the session of such a speaker", body: "environment-assembly", text: "Requests the Executive Director to submit a report prior to the sixth session of the Environment Assembly;", want: []string{"environment-assembly 6"}},
		{name: "such a speaker's own", body: "commission-on-human-rights", date: "2003-04-25", text: "Requests the Secretary-General to submit a report to the Commission at its sixtieth session;", want: []string{"commission-on-human-rights 60"}},
		{name: "another organ than such a speaker", body: "environment-assembly", text: "Requests the Executive Director to report to the Conference of Lakes at its sixth session;", want: []string{" 6"}},
		{
			name: "a conference that serves as a meeting", body: "unfccc-cop", text: "Requests the Secretary-General to submit a report to the Conference of the Parties serving as the meeting of the Parties to the Agreement at its fifth session;",
			want: []string{" 5"},
		},
		{
			name: "each its session", body: hrc, text: "Requests the Special Rapporteur to report to the Council and the General Assembly at their fifty-third and seventy-eighth sessions, respectively;",
			want: []string{"human-rights-council 53", "general-assembly 78"},
		},
		{
			name: "each its session, said twice", body: hrc, text: "Requests the Special Rapporteur to report to the Council and the General Assembly at the fifty-third session and the seventy-eighth session respectively;",
			want: []string{"human-rights-council 53", "general-assembly 78"},
		},
		{
			name: "the sessions of two", body: hrc, text: "Requests the Secretary-General to submit a report at the fifty-third session of the Human Rights Council and the seventy-eighth session of the General Assembly;",
			want: []string{"human-rights-council 53", "general-assembly 78"},
		},
		{name: "through a committee at the Assembly's", text: "Requests the Secretary-General to submit a report to the General Assembly through the Committee on Budgets at its seventy-eighth session;", want: []string{"general-assembly 78"}},
		{name: "a session of a year, of no such body", text: "Requests the Secretary-General to submit a report to the Executive Board at its 2024 session;", want: []string{" 0"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, m := range n.read(textOf(t, tt.body, tt.date, tt.text)).mandates {
				got = append(got, fmt.Sprintf("%s %d", m.Forum, m.Session))
			}
			if diff := cmp.Diff(got, tt.want); diff != "" {
				t.Errorf("forums of %q differ (-got +want):\n%s", tt.text, diff)
			}
		})
	}
}

// textOf returns the paragraphs of a body's text of a day; the General Assembly's of December 2022 where they are left out.
func textOf(t *testing.T, body graph.Body, date string, texts ...string) Input {
	t.Helper()
	in := council(texts...)
	in.Instrument.Body, in.Instrument.Kind = body, graph.Resolution
	if body == "" {
		in.Instrument.Body = graph.GeneralAssembly
	}
	if date == "" {
		date = "2022-12-12"
	}
	var err error
	if in.Instrument.Date, err = graph.ParseDate(date); err != nil {
		t.Fatal(err)
	}
	return in
}

// TestChargedForum reads items whose opening line names the organ: "Requests the Council: (a) To prepare, at its eleventh session, ...".
func TestChargedForum(t *testing.T) {
	n := newTestNamer(t)
	tests := []struct {
		name, opening, item, want string
	}{
		{"a body of the vocabulary", "Requests the Economic and Social Council:", "(a) To prepare, at its eleventh session, a report on lakes;", "ecosoc 11"},
		{"an organ outside it", "Requests the Commission on Lakes:", "(a) To organize, at its thirtieth session, a panel discussion;", " 30"},
		{"an office has no sessions", "Requests the Secretary-General:", "(a) To submit a report at its sixth session;", "general-assembly 6"},
	}
	for _, tt := range tests {
		mandates := n.read(textOf(t, graph.GeneralAssembly, "1949-12-03", tt.opening, tt.item)).mandates
		if len(mandates) == 0 {
			t.Errorf("%s: no mandate", tt.name)
			continue
		}
		if got := fmt.Sprintf("%s %d", mandates[len(mandates)-1].Forum, mandates[len(mandates)-1].Session); got != tt.want {
			t.Errorf("%s: forum and session %q, want %q", tt.name, got, tt.want)
		}
	}
}
