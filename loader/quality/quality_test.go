package quality

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/loader"
	"recital/loader/catalog"
	"recital/loader/source"
)

// harbours is a resolution in AKN4UN in words of our own. Its links: right (74/12, its note), wrong (43/5 is the Council's), contradicting its own
// words (72/9), to itself (76/90); one citation, 70/3, has none.
const harbours = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta><identification>
<FRBRWork><FRBRdate date="2021-12-09" name="adoption"/></FRBRWork></identification></meta>
<preface><p><docNumber>A/RES/76/90</docNumber><docTitle refersTo="#resolutionTitle">Quiet
harbours</docTitle></p></preface>
<preamble><container name="Recalling"><p><i>Recalling</i> its resolutions <a href="https://undocs.org/A/RES/74/12">74/12</a> of 27&#160;November 2019
<authorialNote marker="1"><p>See <a href="https://docs.un.org/en/A/74/20">A/74/20</a>.</p></authorialNote> and 70/3 of 9 November 2015,</p></container>
<container name="Recalling also"><p>Recalling also Human Rights Council resolution <a href="https://undocs.org/A/RES/43/5">43/5</a> of 19 June 2020 and
Assembly resolution <a href="https://undocs.org/A/RES/72/10">72/9</a> of 17 November 2017,</p></container></preamble>
<mainBody><paragraph><num>1.</num><content><p>Requests that harbours be quiet;</p></content></paragraph>
<paragraph><num>2.</num><intro><p>Decides:</p></intro><point><num>(a)</num><content><p>To recall resolution <a
href="https://undocs.org/A/RES/76/90">76/90</a>;</p></content></point></paragraph></mainBody></statement></akomaNtoso>`

func linked(t *testing.T, xml string) *Linked {
	t.Helper()
	l, err := ReadLinked(source.Item{Name: "texts.zip!harbours.xml", Data: []byte(xml)})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func reader(t *testing.T) *loader.Loader {
	t.Helper()
	catalogue, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return loader.New(catalogue)
}

func TestScoreLinksCountsEachLink(t *testing.T) {
	for _, mode := range []Mode{Clean, Page, Lost, Soft} {
		t.Run(string(mode), func(t *testing.T) {
			r, err := ScoreLinks(t.Context(), reader(t), []*Linked{linked(t, harbours)}, mode)
			if err != nil {
				t.Fatal(err)
			}
			want := Tally{Known: 3, Found: 3, Right: 2, Wrong: 1, Extra: 1}
			if diff := cmp.Diff(r.Total, want); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
			if r.Neutral != 2 || r.Documents != 1 || r.Refused != 0 {
				t.Errorf("neutral %d, documents %d, refused %d; want 2, 1, 0", r.Neutral, r.Documents, r.Refused)
			}
			if len(r.Wrong) != 1 || r.Wrong[0].Want != "A/RES/43/5" || len(r.Extra) != 1 || r.Extra[0].Words != "A/RES/70/3" {
				t.Errorf("wrong %+v, extra %+v", r.Wrong, r.Extra)
			}
			if got := r.Calibration.Count(); got != 3 {
				t.Errorf("%d citations by confidence, want 3", got)
			}
			bodies := Tally{}
			for _, row := range r.Bodies {
				bodies.add(row.Tally)
			}
			if diff := cmp.Diff(bodies, r.Total); diff != "" {
				t.Errorf("the bodies add up to another total (-got +want):\n%s", diff)
			}
		})
	}
}

func TestErrataExcuseALinkAndItsLack(t *testing.T) {
	l := linked(t, harbours)
	rendering := Render(l, Clean)
	reading, err := reader(t).Read(source.Item{Name: "0.txt", Data: []byte(rendering.Text)})
	if err != nil {
		t.Fatal(err)
	}
	j := linkJudge{linked: l, text: rendering.Text, answers: answersOf(reading.Record()), report: newReport("")}
	j.judge(rendering.Links, newErrata([]Erratum{
		{File: "harbours.xml", Words: "43/5", Link: "A/RES/43/5", Right: "A/HRC/RES/43/5"},
		{File: "harbours.xml", Link: "A/RES/70/3", Right: missingLink},
	}))
	if diff := cmp.Diff(j.report.Total, Tally{Known: 3, Found: 3, Right: 3}); diff != "" {
		t.Errorf("(-got +want):\n%s", diff)
	}
}

func TestErrataAreWellFormed(t *testing.T) {
	list := Errata()
	if len(list) < 100 {
		t.Fatalf("%d errata: the file is not read", len(list))
	}
	for _, e := range list {
		if e.File == "" || e.Link == "" || e.Right == "" || e.Why == "" || (e.Right == missingLink) != (e.Words == "") {
			t.Errorf("%+v lacks a cell", e)
		}
	}
}

func TestReadLinkedRefuses(t *testing.T) {
	tests := []struct{ name, xml, want string }{
		{"what is no XML", "plain words", "no XML element"},
		{"a file that ends within", harbours[:400], "EOF"},
		{"a file without a symbol", strings.Replace(harbours, "A/RES/76/90", "nothing", 1), "no symbol or no paragraphs"},
		{"a date that is none", strings.Replace(harbours, "2021-12-09", "2021-13-09", 1), "date of adoption"},
		{"elements without end", strings.Repeat("<p>", 10000), "deep"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := ReadLinked(source.Item{Name: "x.xml", Data: []byte(test.xml)})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
}

func TestReadLinksPassesOverWhatIsNoResolution(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a.xml"), harbours)
	write(t, filepath.Join(folder, "b.xml"), "<akomaNtoso/>")
	write(t, filepath.Join(folder, "c.txt"), "not looked at")
	links, err := ReadLinks(t.Context(), []string{folder})
	if err != nil {
		t.Fatal(err)
	}
	if len(links.Texts) != 1 || len(links.PassedOver) != 1 || !strings.Contains(links.PassedOver[0].Error(), "b.xml") {
		t.Errorf("got %d texts, passed over %v", len(links.Texts), links.PassedOver)
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// tides is a text of the Council in words of our own.
const tides = `Human Rights Council

Resolution adopted by the Human Rights Council on 21 March 2019

40/92. The tides

The Human Rights Council,

Guided by the Charter of the United Nations,

Recalling its resolution 34/7 of 23 March 2017, and General Assembly resolution 70/125 of 16 December 2015,

1. Reaffirms the right to privacy;

2. Requests the Secretary-General to submit a report on tides to the Human Rights Council at its forty-fifth session.
`

func TestScoreSilverPlacesLinesInTheirTexts(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "hrc", "A_HRC_RES_40_92.txt"), tides)
	lines := []string{
		`{"symbol": "A/HRC/RES/40/92", "surface": "34/7", "target": "A/HRC/RES/34/7", "before": "Recalling its resolution "}`,
		`{"symbol": "A/HRC/RES/40/92", "surface": "70/125", "target": "A/HRC/RES/70/125", "before": "and General Assembly resolution "}`,
		`{"symbol": "A/HRC/RES/40/92", "surface": "34/8", "target": "A/HRC/RES/34/8", "before": "Recalling its resolution "}`,
		`{"symbol": "A/HRC/RES/40/92", "surface": "34/7", "target": null, "before": "Recalling its resolution "}`,
		`{"symbol": "A/HRC/RES/40/92", "surface": "34/7", "target": "A/HRC/DEC/34/7", "before": "in accordance with decisions 5/1 and "}`,
		`{"symbol": "A/HRC/RES/1/1", "surface": "34/7", "target": "A/HRC/RES/34/7", "before": "a text that is not held "}`,
	}
	file := filepath.Join(folder, "hrc_silver.jsonl")
	write(t, file, strings.Join(lines, "\n")+"\n")
	r, err := ScoreSilver(t.Context(), reader(t), file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(r.Total, Tally{Known: 2, Found: 2, Right: 1, Wrong: 1}); diff != "" {
		t.Errorf("(-got +want):\n%s", diff)
	}
	if r.Unplaced != 1 || r.Documents != 1 {
		t.Errorf("unplaced %d, documents %d; want 1, 1", r.Unplaced, r.Documents)
	}
}

func TestScoreGoldExcusesWhatIsDoubted(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "texts", "A_HRC_RES_40_92.txt"), tides)
	write(t, filepath.Join(folder, "instruments.tsv"), "id\tkind\ttitle\tsymbol\nun-charter\ttreaty\tCharter\t\n")
	write(t, filepath.Join(folder, "gold", "A_HRC_RES_40_92.json"), `{"symbol": "A/HRC/RES/40/92",
		"citations": [{"label": "PP1", "target": "un-charter", "status": "sure"}, {"label": "PP2", "target": "A/HRC/RES/34/7", "status": "optional"},
			{"label": "PP2", "target": "A/RES/1/1", "status": "sure"}],
		"rights": [{"label": "OP1", "id": "privacy", "status": "sure"}],
		"actors": [{"label": "OP2", "id": "secretary-general", "status": "sure", "addressee": true, "addressee_agreed": true},
			{"label": "OP2", "id": "human-rights-council", "status": "optional", "addressee": false, "addressee_agreed": true}],
		"mandates": [{"label": "OP2", "addressee": "secretary-general", "session": 45, "status": "sure"}]}`)
	reports, err := ScoreGold(t.Context(), reader(t), Gold{
		Folder: filepath.Join(folder, "gold"), Texts: filepath.Join(folder, "texts"), Vocabulary: filepath.Join(folder, "instruments.tsv"),
	})
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]Tally)
	for _, r := range reports {
		got[r.Measure] = r.Total
	}
	// Extra: 70/125, which nobody annotated, and the Assembly, which PP2 names; the Council in OP2 is doubted.
	want := map[string]Tally{
		"gold citations": {Known: 2, Found: 1, Right: 1, Extra: 1}, "gold rights": {Known: 1, Found: 1, Right: 1},
		"gold actors": {Known: 1, Found: 1, Right: 1, Extra: 1}, "gold addressees": {Known: 1, Found: 1, Right: 1},
		"gold mandates": {Known: 1, Found: 1, Right: 1},
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("(-got +want):\n%s", diff)
	}
}

func TestScoreReadingsExcusesWhatIsDoubted(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "A_HRC_RES_40_92.txt"), tides)
	file := filepath.Join(folder, "readings.tsv")
	rows := []string{
		"# a remark", "symbol\tparagraph\tkind\tid\tproduct\tforum\tsession\tsure",
		"A/HRC/RES/40/92\tPP1\tcitation\tun-charter\t\t\t\tyes", "A/HRC/RES/40/92\tPP2\tcitation\tA/HRC/RES/34/7\t\t\t\tno",
		"A/HRC/RES/40/92\tOP1\tright\tprivacy\t\t\t\tyes", "A/HRC/RES/40/92\tOP2\taddressee\tsecretary-general\t\t\t\tyes",
		"A/HRC/RES/40/92\tOP2\tactor\thuman-rights-council\t\t\t\tno", "A/HRC/RES/40/92\tOP2\tmandate\tsecretary-general\treport\tHRC\t45\tyes",
	}
	write(t, file, strings.Join(rows, "\n")+"\n")
	c, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	reports, err := ScoreReadings(t.Context(), reader(t), file, folder, c)
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]Tally)
	for _, r := range reports {
		got[r.Measure] = r.Total
	}
	want := map[string]Tally{
		"readings citations": {Known: 1, Found: 1, Right: 1, Extra: 1}, "readings rights": {Known: 1, Found: 1, Right: 1},
		"readings actors": {Known: 1, Found: 1, Right: 1, Extra: 1}, "readings addressees": {Known: 1, Found: 1, Right: 1},
		"readings mandates": {Known: 1, Found: 1, Right: 1},
	}
	if diff := cmp.Diff(got, want); diff != "" {
		t.Errorf("(-got +want):\n%s", diff)
	}
	write(t, file, "A/HRC/RES/40/92\tOP1\twish\tprivacy\t\t\t\tyes\n")
	if _, err := ScoreReadings(t.Context(), reader(t), file, folder, c); err == nil || !strings.Contains(err.Error(), `row 1: kind "wish"`) {
		t.Errorf("an unknown kind gives %v", err)
	}
}
