package graph

import (
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// testDocument is a small whole document: it cites two instruments, one of them twice, names a right, and leaves a mention ambiguous.
func testDocument() *Document {
	const id ID = "A/HRC/RES/90/1"
	day := MustParseDate("2030-07-01")
	para := id.At
	words := func(quote string, start, at int) *Evidence {
		return &Evidence{Quote: quote, Span: Span{start, start + len(quote)}, Words: Span{at, at + len(quote)}, Rule: "plain"}
	}
	return &Document{
		Instrument: Instrument{
			ID: id, Symbol: MustParseSymbol(string(id)), Kind: Resolution, Title: "Quiet streets", Date: day,
			Body: HumanRightsCouncil, Session: "90", Basis: FromText, Held: true,
		},
		Source: Source{Name: "quiet.txt", Format: "text", Size: 400, Quality: 1},
		Paragraphs: []Paragraph{
			{ID: para("PP1"), Place: "PP1", Part: Preamble, Order: 1, Opening: "Recalling", Act: Recalls, Text: "Recalling resolutions 80/1 and 80/2,", Span: Span{10, 46}},
			{
				ID: para("OP1"), Place: "OP1", Part: Operative, Order: 2, Opening: "Reaffirms", Act: Reaffirms, Text: "Reaffirms its resolution 80/1 and the right to privacy;",
				Span: Span{50, 105}, Notes: []Note{{Mark: "1", Text: "See 70/9.", Span: Span{200, 209}, At: 30}},
			},
		},
		Mandates: []Mandate{{
			ID: para("OP1").Part("mandate", 1), Order: 2 << 32, Act: Requests, Product: "report", Forum: HumanRightsCouncil, Session: 92,
			Evidence: *words("Reaffirms", 50, 0),
		}},
		Mentions: []Mention{{
			ID: para("OP1").Part("mention", 1), Order: 2<<32 + 4, Status: Ambiguous, Act: Reaffirms, Reason: "two bodies have a 70/9",
			Evidence: Evidence{Quote: "70/9", Span: Span{204, 208}, Words: Span{4, 8}, Note: "1", Rule: "plain"},
		}},
		Stubs: []Node{
			&Instrument{ID: "A/HRC/RES/80/1", Kind: Resolution, Basis: FromCitations},
			&Instrument{ID: "A/HRC/RES/80/2", Kind: Resolution, Basis: FromCitations},
			&Instrument{ID: "A/RES/70/9", Kind: Resolution, Basis: FromCitations},
			&Right{ID: RightID("privacy"), Title: "right to privacy"},
		},
		Links: []Link{
			{Type: Cites, From: para("PP1"), To: "A/HRC/RES/80/1", Owner: id, Order: 1<<32 + 22, Date: day, Act: Recalls, Evidence: words("80/1", 32, 22), Confidence: 0.9, Claim: Claim{Title: "Streets"}},
			{Type: Cites, From: para("PP1"), To: "A/HRC/RES/80/2", Owner: id, Order: 1<<32 + 31, Date: day, Act: Recalls, Evidence: words("80/2", 41, 31), Confidence: 0.8, Alternatives: []Alternative{{Instrument: "A/RES/80/2", Confidence: 0.1}}},
			{Type: Cites, From: para("OP1"), To: "A/HRC/RES/80/1", Owner: id, Order: 2<<32 + 25, Date: day, Act: Reaffirms, Evidence: words("80/1", 75, 25), Confidence: 0.99},
			{Type: MayMean, From: para("OP1").Part("mention", 1), To: "A/HRC/RES/80/1", Owner: id, Order: 2<<32 + 4, Date: day, Confidence: 0.5},
			{Type: MayMean, From: para("OP1").Part("mention", 1), To: "A/RES/70/9", Owner: id, Order: 2<<32 + 4, Date: day, Confidence: 0.5},
			{Type: Names, From: para("OP1"), To: RightID("privacy"), Owner: id, Order: 2<<32 + 34, Date: day, Act: Reaffirms, Evidence: words("the right to privacy", 84, 34)},
			{Type: PartOf, From: para("PP1"), To: id, Owner: id, Order: 1 << 32, Date: day},
			{Type: PartOf, From: para("OP1"), To: id, Owner: id, Order: 2 << 32, Date: day},
		},
	}
}

func TestAggregate(t *testing.T) {
	d := testDocument()
	first, second := d.Links[0], d.Links[1]
	want := []Link{
		{
			Type: RestsOn, From: d.Instrument.ID, To: first.To, Owner: d.Instrument.ID, Order: first.Order, Date: first.Date, Act: Recalls,
			Evidence: first.Evidence, Confidence: 0.99, Count: 2, Acts: []Act{Reaffirms, Recalls}, Paragraph: first.From,
		},
		{
			Type: RestsOn, From: d.Instrument.ID, To: second.To, Owner: d.Instrument.ID, Order: second.Order, Date: second.Date, Act: Recalls,
			Evidence: second.Evidence, Confidence: 0.8, Count: 1, Acts: []Act{Recalls}, Paragraph: second.From,
		},
	}
	if diff := cmp.Diff(want, Aggregate(d)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}

	rnd := rand.New(rand.NewPCG(1, 1))
	rnd.Shuffle(len(d.Links), func(i, j int) { d.Links[i], d.Links[j] = d.Links[j], d.Links[i] })
	if diff := cmp.Diff(want, Aggregate(d)); diff != "" {
		t.Errorf("in another order (-want +got):\n%s", diff)
	}
}

func TestAggregateLeavesItselfOut(t *testing.T) {
	d := &Document{Instrument: Instrument{ID: "a"}, Links: []Link{{Type: Cites, From: "a#PP1", To: "a"}}}
	if got := Aggregate(d); len(got) > 0 {
		t.Errorf("Aggregate = %v, want none", got)
	}
}

func TestConsensus(t *testing.T) {
	cite := func(owner ID, date, title string) Link {
		return Link{Type: Cites, Owner: owner, Claim: Claim{Date: MustParseDate(date), Title: title}}
	}
	tests := []struct {
		name  string
		cites []Link
		want  Claim
	}{
		{"nothing said", []Link{cite("a", "", "")}, Claim{}},
		{"one says", []Link{cite("a", "2021-07-13", "Streets")}, Claim{Date{2021, 7, 13}, "Streets"}},
		{"the most win", []Link{cite("a", "2021-07-13", ""), cite("b", "2021-07-14", ""), cite("c", "2021-07-14", "")}, Claim{Date: Date{2021, 7, 14}}},
		{"an owner has one voice", []Link{cite("a", "2021-07-13", ""), cite("a", "2021-07-13", ""), cite("b", "2021-07-12", "")}, Claim{Date: Date{2021, 7, 12}}},
		{"date and title by themselves", []Link{cite("a", "2021-07-13", "X y"), cite("b", "2021-07-13", "Z"), cite("c", "2020-01-01", "Z")}, Claim{Date{2021, 7, 13}, "Z"}},
		{"titles compared folded", []Link{cite("a", "", "Streets"), cite("b", "", "streets"), cite("c", "", "Roads"), cite("d", "", "streets")}, Claim{Title: "streets"}},
		{"ties to the smaller", []Link{cite("a", "2021-07-14", "B"), cite("b", "2021-07-13", "A")}, Claim{Date{2021, 7, 13}, "A"}},
		{"the beginning loses to the whole", []Link{cite("a", "", "New roads"), cite("b", "", "New roads"), cite("c", "", "New roads and old rights")}, Claim{Title: "New roads and old rights"}},
		{"half a word is no beginning", []Link{cite("a", "", "New road"), cite("b", "", "New road"), cite("c", "", "New roads")}, Claim{Title: "New road"}},
		{"one reader's overshoot does not win", []Link{
			cite("a", "", "New roads"), cite("b", "", "New roads"), cite("c", "", "New roads"), cite("d", "", "New roads"), cite("e", "", "New roads"),
			cite("f", "", "New roads and of the report"),
		}, Claim{Title: "New roads"}},
		{"votes pass on in a row", []Link{cite("a", "", "One"), cite("b", "", "One two"), cite("c", "", "One two three"), cite("d", "", "Else"), cite("e", "", "Else")}, Claim{Title: "One two three"}},
		{"other links have no say", []Link{{Type: RestsOn, Owner: "a", Claim: Claim{Title: "Streets"}}}, Claim{}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, Consensus(test.cites)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			for i, j := 0, len(test.cites)-1; i < j; i, j = i+1, j-1 {
				test.cites[i], test.cites[j] = test.cites[j], test.cites[i]
			}
			if diff := cmp.Diff(test.want, Consensus(test.cites)); diff != "" {
				t.Errorf("the other way round (-want +got):\n%s", diff)
			}
		})
	}
}
