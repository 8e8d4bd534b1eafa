package graph

import (
	"errors"
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	if err := testDocument().Check(); err != nil {
		t.Fatal(err)
	}
	facts := testDocument()
	for i := range facts.Paragraphs {
		facts.Paragraphs[i].Text, facts.Paragraphs[i].Notes = "", nil
	}
	if err := facts.Check(); err != nil {
		t.Errorf("a document of facts, without texts: %v", err)
	}
	tests := []struct {
		name   string
		breach func(d *Document)
		want   string
	}{
		{"no id", func(d *Document) { d.Instrument.ID = "" }, "without an id"},
		{"a place in the id", func(d *Document) { d.Instrument.ID = "A/1#PP1" }, "place in it"},
		{"not held", func(d *Document) { d.Instrument.Held = false }, "not held"},
		{"broken title", func(d *Document) { d.Instrument.Title = "\xff" }, "UTF-8"},
		{"no place", func(d *Document) { d.Paragraphs[0].Place = "" }, "is none"},
		{"another's paragraph", func(d *Document) { d.Paragraphs[0].ID = "A/1#PP1" }, "does not follow"},
		{"paragraphs not in order", func(d *Document) { d.Paragraphs[1].Order = 7 }, "order 7, want 2"},
		{"broken text", func(d *Document) { d.Paragraphs[0].Text = "\xff" }, "UTF-8"},
		{"a span that ends before it starts", func(d *Document) { d.Paragraphs[0].Span = Span{5, 4} }, "span [5, 4)"},
		{"a note outside", func(d *Document) { d.Paragraphs[1].Notes[0].At = 1000 }, "stands outside"},
		{"a place twice", func(d *Document) {
			d.Paragraphs[1].ID, d.Paragraphs[1].Place = d.Paragraphs[0].ID, d.Paragraphs[0].Place
		}, "two nodes have the id"},
		{"a mandate of no paragraph", func(d *Document) { d.Mandates[0].ID = "A/HRC/RES/90/1#OP9!mandate-1" }, "no paragraph"},
		{"mandates not in order", func(d *Document) {
			second := d.Mandates[0]
			second.ID, second.Order = "A/HRC/RES/90/1#OP1!mandate-2", 1
			d.Mandates = append(d.Mandates, second)
		}, "reading order"},
		{"a mandate's words outside", func(d *Document) { d.Mandates[0].Evidence.Words = Span{0, 999} }, "words [0, 999)"},
		{"a resolved mention", func(d *Document) { d.Mentions[0].Status = Resolved }, "status"},
		{"a mention in no note", func(d *Document) { d.Mentions[0].Evidence.Note = "9" }, `no note "9"`},
		{"an ambiguous mention of one", func(d *Document) { d.Links = append(d.Links[:3:3], d.Links[4:]...) }, "with 1 candidates"},
		{"an open mention with candidates", func(d *Document) { d.Mentions[0].Status = Open }, "with 2 candidates"},
		{"a stub that is nil", func(d *Document) { d.Stubs[0] = nil }, "nil"},
		{"stubs not sorted", func(d *Document) { d.Stubs[0], d.Stubs[1] = d.Stubs[1], d.Stubs[0] }, "not sorted"},
		{"a stub that is held", func(d *Document) { d.Stubs[0].(*Instrument).Held = true }, "held"},
		{"a paragraph for a stub", func(d *Document) { d.Stubs = append(d.Stubs, &Paragraph{ID: "z#PP1"}) }, "no stub"},
		{"a link from nowhere", func(d *Document) { d.Links[0].From = "A/HRC/RES/90/1#PP7" }, "start is not"},
		{"a link to nowhere", func(d *Document) { d.Links[0].To = "A/HRC/RES/80/9" }, "end is not"},
		{"ends of the wrong kind", func(d *Document) { d.Links[0].To = RightID("privacy") }, "does not join"},
		{"a sum in the document", func(d *Document) { d.Links[0].Type = RestsOn }, "does not join"},
		{"surer than sure", func(d *Document) { d.Links[0].Confidence = 1.1 }, "confidence"},
		{"an alternative that is the target", func(d *Document) {
			d.Links[0].Alternatives = []Alternative{{Instrument: d.Links[0].To}}
		}, "no other instrument"},
		{"a surer alternative", func(d *Document) { d.Links[0].Alternatives = []Alternative{{Instrument: "A/1", Confidence: 1}} }, "confidence"},
		{"too many alternatives", func(d *Document) { d.Links[0].Alternatives = make([]Alternative, MaxAlternatives+1) }, "4 alternatives"},
		{"alternatives not sorted", func(d *Document) {
			d.Links[0].Alternatives = []Alternative{{Instrument: "A/1"}, {Instrument: "A/2", Confidence: 0.1}}
		}, "not sorted"},
		{"an alternative of what is no citation", func(d *Document) { d.Links[5].Alternatives = []Alternative{{Instrument: "A/1"}} }, "has no alternatives"},
		{"another's link", func(d *Document) { d.Links[0].Owner = "A/1" }, "owner"},
		{"another date", func(d *Document) { d.Links[0].Date = Date{} }, "date"},
		{"no evidence", func(d *Document) { d.Links[0].Evidence = nil }, "no evidence"},
		{"a quote of another length", func(d *Document) { d.Links[0].Evidence.Quote = "resolution 80/1" }, "holds 4 bytes"},
		{"words outside", func(d *Document) { d.Links[0].Evidence.Words = Span{30, 90} }, "words [30, 90)"},
		{"links not sorted", func(d *Document) { d.Links[0], d.Links[1] = d.Links[1], d.Links[0] }, "not sorted"},
		{"a link twice", func(d *Document) { d.Links[1] = d.Links[0] }, "twice"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d := testDocument()
			test.breach(d)
			err := d.Check()
			if !errors.Is(err, ErrInvalidDocument) || !strings.Contains(err.Error(), test.want) {
				t.Errorf("Check = %v, want one with %q", err, test.want)
			}
		})
	}
}
