package extract

import (
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/loader/parse"
)

// layoutForms are the forms that lie in a page rather than in its words: they are read through the parser.
func layoutForms() []form {
	return []form{
		{name: "90 mark glued to a date", body: graph.GeneralAssembly, want: "A/HRC/RES/37/2 A/HRC/RES/42/15 A/RES/71/313 A/HRC/37/2", text: "A/RES/74/999\n\n74/999. A text of our own\n\nThe General Assembly,\n\n" +
			"Recalling Human Rights Council resolutions 37/2 of 22 March 20181 and 42/15 of 26 September 2019,2\n\n1. Decides to go on.\n\n19 December 2019\n\n" +
			"1 See resolution 71/313.\n2 See A/HRC/37/2.\n"},
		{name: "90 mark glued to a number", body: graph.GeneralAssembly, want: "A/RES/66/281 A/HRC/37/2 A/RES/71/313 A/74/1", text: "A/RES/74/999\n\n74/999. A text of our own\n\nThe General Assembly,\n\n" +
			"Recalling the report,1 and its resolution 66/2812 of 28 June 2012,\n\nNoting all that followed,3\n\n1. Decides to go on.\n\n19 December 2019\n\n" +
			"1 A/HRC/37/2.\n2 See resolution 71/313.\n3 A/74/1.\n"},
		{name: "91 mark between blanks", body: graph.GeneralAssembly, want: "udhr crc udhr crc", text: "A/RES/78/999\n\n78/999. A text of our own\n\nThe General Assembly,\n\n" +
			"Reaffirming the Universal Declaration of Human Rights 1 and the Convention on the Rights of the Child, 2 the importance of both,\n\n1. Decides to go on.\n\n" +
			"__________\n1 Resolution 217 A (III).\n2 United Nations, Treaty Series, vol. 1577, No. 27531.\n"},
		{name: "97 job number", body: graph.HumanRightsCouncil, want: "A/RES/66/3", text: "A/HRC/RES/58/99\n\nThe Human Rights Council,\n\n" +
			"Recalling the political declaration annexed to GE.General Assembly resolution 66/3. 11- 16790 of that year,\n"},
		{name: "98 running head", body: graph.GeneralAssembly, want: "A/RES/71/313 A/RES/71/314", text: "A/RES/74/999\n\n74/999. A text of our own\n\nThe General Assembly,\n\n" +
			"Recalling its resolutions 71/313 of 6 July 2017 and\n\nA/RES/74/999\n\n2/3\n\n71/314 of the same date, on the matter,\n"},
		{name: "99 neighbours on the page", body: graph.GeneralAssembly, want: "A/RES/95(I)", text: "conscience of mankind, and recalling resolution 96 (I) on the matter.\n\n" +
			"183rd plenary meeting, 10 December 1948.\n\n217 (III). A text of our own\n\nThe General Assembly,\n\nRecalling its resolution 95 (I) of 11 December 1946,\n\n" +
			"Decides to go on.\n\n183rd plenary meeting, 10 December 1948.\n\n218 (III). Another text\n\nThe General Assembly,\n\n" +
			"Recalling its resolution 75 (I) of 7 December 1946,\n"},
		{name: "100 Greek letters", body: graph.HumanRightsCouncil, want: "A/HRC/RES/51/3 A/HRC/RES/51/4", text: "A/HRC/RES/58/99\n\nThe Human Rights Council,\n\n" +
			"Recalling its resolution 51/3 of 6 October 2022, entitled “Νeurotechnology and human rights”, and Ηuman Rights Council resolution 51/4,\n"},
	}
}

// layoutFiles are the names of the texts that need one: the old pages name what is cut out of them.
var layoutFiles = map[string]string{"99 neighbours on the page": "A_RES_217(III).txt"}

func TestLayoutForms(t *testing.T) {
	x := testExtractor(t)
	for _, f := range layoutForms() {
		t.Run(f.name, func(t *testing.T) {
			parsed, err := parse.Parse(parse.Raw{Name: layoutFiles[f.name], Text: f.text})
			if err != nil {
				t.Fatal(err)
			}
			in := inputOf(form{body: f.body})
			in.Paragraphs = nil
			for i := range parsed.Paragraphs {
				in.Paragraphs = append(in.Paragraphs, parsed.Paragraphs[i].Paragraph)
			}
			in.Instrument.Symbol, in.Instrument.ID = parsed.Head.Symbol, parsed.Head.Symbol.ID()
			if diff := cmp.Diff(targets(x.Extract(in).Citations), f.want); diff != "" {
				t.Errorf("%s\n(-got +want)\n%s", f.text, diff)
			}
		})
	}
}

// lastForm is the number of the last of the forms in which texts cite.
const lastForm = 103

// Each form has a text: the number that its name begins with.
func TestEveryFormHasAText(t *testing.T) {
	number := regexp.MustCompile(`^\d+`) // "63 draft by symbol", not "own text, before others"
	var have []int
	for _, forms := range [][]form{plainForms(), listForms(), oldForms(), documentForms(), nameForms(), backForms(), damageForms(), layoutForms()} {
		for _, f := range forms {
			if n, err := strconv.Atoi(number.FindString(f.name)); err == nil {
				have = append(have, n)
			}
		}
	}
	for n := 1; n <= lastForm; n++ {
		if !slices.Contains(have, n) {
			t.Errorf("form %d has no text", n)
		}
	}
}
