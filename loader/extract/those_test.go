package extract

import (
	"strings"
	"testing"

	"recital/graph"
)

// paragraphsOf makes a resolution of the General Assembly of the paragraphs; what follows a bar is the note of one.
func paragraphsOf(texts ...string) Input {
	in := inputOf(form{body: graph.GeneralAssembly})
	in.Paragraphs = nil
	for _, text := range texts {
		text, note, noted := strings.Cut(text, "|")
		p := graph.Paragraph{Part: graph.Preamble, Text: text}
		if noted {
			p.Notes = []graph.Note{{Mark: "1", At: len(text), Text: note}}
		}
		in.Paragraphs = append(in.Paragraphs, p)
	}
	return in
}

// What points back over paragraphs is resolved where the document leaves no choice, and ambiguous or open where it does.
func TestResolutionsAbove(t *testing.T) {
	x := testExtractor(t)
	for _, test := range []struct{ name, texts, want string }{
		{"a note stands between", "the report|See document A/77/100.\npursuant to resolution 70/12,\nthe aforesaid resolution,", "A/77/100 A/RES/70/12 A/RES/70/12"},
		{"note behind the antecedent", "resolution 70/12, as in the report,|See document A/77/100.\nthe aforesaid resolution,", "A/RES/70/12 A/77/100 A/RES/70/12"},
		{"what the note cites is not meant", "resolution 70/12,|See resolution 71/4.\nthat resolution,", "A/RES/70/12 A/RES/71/4 A/RES/70/12"},
		{"its aforementioned resolution", "resolution 70/12,\nin its aforementioned resolution the Assembly asked,", "A/RES/70/12 A/RES/70/12"},
		{"its latter resolution", "resolution 70/12,\nin its latter resolution the Assembly asked,", "A/RES/70/12"},
		{"far, the only list", "resolutions 70/12 and 71/4,\nConvinced,\nAware,\nthe above-mentioned resolutions,", "A/RES/70/12 A/RES/71/4 A/RES/70/12 A/RES/71/4"},
		{"far, several lists", "resolutions 70/12 and 71/4,\nresolution 72/5,\nAware,\nConvinced,\nthe above-mentioned resolutions,", "A/RES/70/12 A/RES/71/4 A/RES/72/5 A/RES/70/12|A/RES/71/4|A/RES/72/5"},
		{"far, one of two", "resolutions 70/12 and 71/4,\nAware,\nConvinced,\nthe said resolution,", "A/RES/70/12 A/RES/71/4 A/RES/70/12|A/RES/71/4"},
		{"far, the same again", "resolution 70/12,\nresolution 70/12,\nConvinced,\nAware,\nthe aforesaid resolution,", "A/RES/70/12 A/RES/70/12 A/RES/70/12"},
		{"far, but only that", "resolution 70/12,\nConvinced,\nAware,\nthat resolution,", "A/RES/70/12"},
		{"referred to above", "resolution 70/12,\nConvinced,\nAware,\nthe resolution referred to above,", "A/RES/70/12 A/RES/70/12"},
		{"referred to below", "resolution 70/12,\nConvinced,\nthe resolution referred to in the annex,", "A/RES/70/12"},
		{"number in the note alone", "the 2005 World Summit Outcome,|Resolution 60/1.\nparagraphs 97 to 105 of that resolution,", "world-summit-2005 world-summit-2005 world-summit-2005"},
		{"of a body", "resolution 70/12,\nthe above-mentioned resolution of the General Assembly,", "A/RES/70/12 A/RES/70/12"},
		{"of one body of two", "resolutions 70/12 and 71/4 and Security Council resolution 1325 (2000),\nthe said resolution of the Security Council,", "A/RES/70/12 A/RES/71/4 S/RES/1325(2000) S/RES/1325(2000)"},
		{"of bodies", "resolutions 70/12 and 71/4,\nthose resolutions of the Security Council and the General Assembly,", "A/RES/70/12 A/RES/71/4 A/RES/70/12 A/RES/71/4"},
		{"of another organization", "resolutions 70/12 and 71/4,\nthe above-mentioned resolutions of the Organization of Imagined States,", "A/RES/70/12 A/RES/71/4"},
		{"the Goals are those of 2015", "the Sustainable Development Goals, building upon the Millennium Development Goals,\nmeeting the Goals,", "sdgs mdgs sdgs"},
		{"the Goals are those of 2000", "the Millennium Development Goals,\nmeeting the Goals and Goal 8,", "mdgs mdgs"},
		{"on a page without its beginning", "the adoption of the above-mentioned resolutions,", "?"},
		{"a class", "all previous General Assembly resolutions on the right to privacy, and other relevant resolutions,", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := targets(x.Extract(paragraphsOf(strings.Split(test.texts, "\n")...)).Citations); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

// "Its article 20" is a place in what was named, not a citation more; in a paragraph of its own it cites what the one before names.
func TestArticlesAbove(t *testing.T) {
	x := testExtractor(t)
	const covenant, child = "the International Covenant on Civil and Political Rights", "the Convention on the Rights of the Child"
	for _, test := range []struct{ name, texts, want, pinpoint string }{
		{"its article", covenant + " and its article 20, which states", "iccpr", "article 20"},
		{"of a date", "the United Nations Convention on the Law of the Sea of 10 December 1982, in particular its articles 100, 101 and 105, sets out", "unclos", "articles 100, 101 and 105"},
		{"another article before", "article 19 of " + covenant + ", and acknowledging also its article 20, which states", "iccpr iccpr", "article 19"},
		{"thereof", "under " + child + " in accordance with article 3 thereof;", "crc", "article 3"},
		{"in the next sentence", "They rest on " + covenant + ". Its article 17 protects privacy.", "iccpr", "article 17"},
		{"nearest", covenant + " and " + child + ", in particular its articles 3, 7 and 8,", "iccpr crc", ""},
		{"a code between", covenant + ", and the Penal Code, in particular its article 288,", "iccpr", ""},
		{"a party's", "parties to " + covenant + " to make its article 14 declaration,", "iccpr", ""},
		{"a resolution has none", "resolution 70/12, in accordance with its article 3,", "A/RES/70/12", ""},
		{"the paragraph before", covenant + ",\nNoting in particular its article 12,", "iccpr iccpr", ""},
		{"two in the paragraph before", covenant + " and " + child + ",\nNoting in particular its article 12,", "iccpr crc iccpr|crc", ""},
		{"somebody else's", covenant + ",\nNoting that the Government amended its article 12,", "iccpr", ""},
		{"two paragraphs before", covenant + ",\nAware,\nNoting in particular its article 12,", "iccpr", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			citations := x.Extract(paragraphsOf(strings.Split(test.texts, "\n")...)).Citations
			if got := targets(citations); got != test.want {
				t.Fatalf("got %s, want %s", got, test.want)
			}
			if got := citations[0].Pinpoint; got != test.pinpoint {
				t.Errorf("pinpoint %q, want %q", got, test.pinpoint)
			}
		})
	}
}

// "Ibid." behind a note that cites several texts may mean any of them, and so may the next; behind a document and its addenda it is the document.
func TestIbidBehindSeveral(t *testing.T) {
	x := testExtractor(t)
	for _, test := range []struct{ name, texts, want string }{
		{"one", "a|See A/77/100.\nb|Ibid., para. 5.", "A/77/100 A/77/100"},
		{"two, a chain", "a|See A/77/100 and A/77/200.\nb|Ibid., para. 5.\nc|Ibid.", "A/77/100 A/77/200 A/77/100|A/77/200 A/77/100|A/77/200"},
		{"an addendum", "a|See A/77/100 and Add.1.\nb|Ibid.", "A/77/100 A/77/100/Add.1 A/77/100"},
		{"the same twice", "a|See resolution 70/12, para. 3; see also resolution 70/12, annex.\nb|Ibid.", "A/RES/70/12 A/RES/70/12 A/RES/70/12"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := targets(x.Extract(paragraphsOf(strings.Split(test.texts, "\n")...)).Citations); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}
