package graph

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestID(t *testing.T) {
	paragraph := ID("A/HRC/RES/53/29").At("PP6")
	tests := []struct {
		name              string
		id                ID
		want              ID
		instrument        ID
		place, vocabulary string
	}{
		{"instrument", "A/HRC/RES/53/29", "A/HRC/RES/53/29", "A/HRC/RES/53/29", "", "A/HRC/RES/53/29"},
		{"paragraph", paragraph, "A/HRC/RES/53/29#PP6", "A/HRC/RES/53/29", "PP6", "A/HRC/RES/53/29#PP6"},
		{"provision", ID("iccpr").At("17"), "iccpr#17", "iccpr", "17", "iccpr#17"},
		{"mention", paragraph.Part("mention", 2), "A/HRC/RES/53/29#PP6!mention-2", "A/HRC/RES/53/29", "PP6", "A/HRC/RES/53/29#PP6!mention-2"},
		{"right", RightID("privacy"), "right:privacy", "right:privacy", "", "privacy"},
		{"actor", ActorID("ohchr"), "actor:ohchr", "actor:ohchr", "", "ohchr"},
		{"body", HumanRightsCouncil.Actor(), "actor:human-rights-council", "actor:human-rights-council", "", "human-rights-council"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.id != test.want || test.id.Instrument() != test.instrument || test.id.Place() != test.place || test.id.Vocabulary() != test.vocabulary {
				t.Errorf("%q: instrument %q, place %q, vocabulary %q", test.id, test.id.Instrument(), test.id.Place(), test.id.Vocabulary())
			}
		})
	}
}

func TestDate(t *testing.T) {
	for _, s := range []string{"", "2023-07-14", "1945-06-26", "2024-02-29"} {
		d, err := ParseDate(s)
		if err != nil || d.String() != s {
			t.Errorf("ParseDate(%q) = %v, %v", s, d, err)
		}
		text, err := json.Marshal(d)
		var again Date
		if err != nil || json.Unmarshal(text, &again) != nil || again != d {
			t.Errorf("%s read back as %v, %v", text, again, err)
		}
	}
	for _, s := range []string{"2023", "2023-02-30", "14 July 2023", "2023-7-14"} {
		_, err := ParseDate(s)
		syntax, ok := errors.AsType[*SyntaxError](err)
		if !ok || syntax.Error() != `date "`+s+`": byte 0: want YYYY-MM-DD` {
			t.Errorf("ParseDate(%q): %v", s, err)
		}
		if new(Date).UnmarshalText([]byte(s)) == nil {
			t.Errorf("UnmarshalText(%q) gives no error", s)
		}
	}
	sorted := []Date{{}, {1945, 6, 26}, {2023, 7, 13}, {2023, 7, 14}, {2023, 8, 1}, {2024, 1, 1}}
	if !slices.IsSortedFunc(sorted, Date.Compare) {
		t.Error("dates do not compare as they follow each other")
	}
}

func TestMustParsePanics(t *testing.T) {
	for name, parse := range map[string]func(){"date": func() { MustParseDate("x") }, "symbol": func() { MustParseSymbol("x") }} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			parse()
		})
	}
}

func TestListsHoldEachOnce(t *testing.T) {
	if acts := Acts(); !slices.IsSorted(acts) || len(slices.Compact(acts)) != len(Acts()) {
		t.Error("acts are not in alphabetical order, each once")
	}
	kinds := InstrumentKinds()
	slices.Sort(kinds)
	if len(slices.Compact(kinds)) != len(InstrumentKinds()) {
		t.Error("a kind of instrument is there twice")
	}
}

func TestNodesKnowTheirKind(t *testing.T) {
	nodes := []Node{&Instrument{}, &Paragraph{}, &Provision{}, &Right{}, &Actor{}, &Mandate{}, &Mention{}}
	var kinds []NodeKind
	for _, n := range nodes {
		n.node()
		kinds = append(kinds, n.NodeKind())
	}
	if diff := cmp.Diff(NodeKinds(), kinds); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestFarKind(t *testing.T) {
	const instrument, paragraph, provision ID = "A/1", "A/1#PP1", "iccpr#17"
	tests := []struct {
		name     string
		link     Link
		from, to NodeKind
	}{
		{"cites", Link{Type: Cites, From: paragraph, To: instrument}, ParagraphNode, InstrumentNode},
		{"rests on", Link{Type: RestsOn, From: instrument, To: "A/2"}, InstrumentNode, InstrumentNode},
		{"pinpoints", Link{Type: Pinpoints, From: paragraph, To: provision}, ParagraphNode, ProvisionNode},
		{"names a right", Link{Type: Names, From: paragraph, To: RightID("privacy")}, ParagraphNode, RightNode},
		{"names an actor", Link{Type: Names, From: paragraph, To: ActorID("ohchr")}, ParagraphNode, ActorNode},
		{"mandate in a paragraph", Link{Type: PartOf, From: paragraph.Part("mandate", 1), To: paragraph}, MandateNode, ParagraphNode},
		{"mention in a paragraph", Link{Type: PartOf, From: paragraph.Part("mention", 1), To: paragraph}, MentionNode, ParagraphNode},
		{"paragraph of an instrument", Link{Type: PartOf, From: paragraph, To: instrument, Owner: instrument}, ParagraphNode, InstrumentNode},
		{"provision of an instrument", Link{Type: PartOf, From: provision, To: "iccpr"}, ProvisionNode, InstrumentNode},
		{"provision that its own text cites", Link{Type: PartOf, From: "A/1#para.5", To: instrument, Owner: instrument}, ProvisionNode, InstrumentNode},
		{"right on a treaty", Link{Type: BasedOn, From: RightID("privacy"), To: "iccpr"}, RightNode, InstrumentNode},
		{"right on an article", Link{Type: BasedOn, From: RightID("privacy"), To: provision}, RightNode, ProvisionNode},
		{"adopted by", Link{Type: AdoptedBy, From: instrument, To: ActorID("general-assembly")}, InstrumentNode, ActorNode},
		{"addresses", Link{Type: Addresses, From: paragraph.Part("mandate", 1), To: ActorID("ohchr")}, MandateNode, ActorNode},
		{"may mean", Link{Type: MayMean, From: paragraph.Part("mention", 1), To: instrument}, MentionNode, InstrumentNode},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if from, to := test.link.FarKind(In), test.link.FarKind(Out); from != test.from || to != test.to {
				t.Errorf("from a %s to a %s, want from a %s to a %s", from, to, test.from, test.to)
			}
			if !mayJoin(test.link.Type, test.from, test.to) && test.link.Type != RestsOn {
				t.Errorf("a document may not hold it")
			}
		})
	}
}

func TestPlacePart(t *testing.T) {
	for place, want := range map[Place]Part{
		"PP6": Preamble, "OP3(a)(ii)": Operative, "OP3~2": Operative, "ANNEX-12": Annexed, "HEAD-2": Heading, "NOTE-1": NotePart,
		"17": "", "para.5(f)": "", "annex": "", "OP": "", "OPEN": "", "": "",
	} {
		if got := place.Part(); got != want {
			t.Errorf("%q is in part %q, want %q", place, got, want)
		}
	}
}

func TestSpan(t *testing.T) {
	s := Span{3, 7}
	if s.Len() != 4 || !s.Overlaps(Span{6, 9}) || s.Overlaps(Span{7, 9}) || s.Overlaps(Span{0, 3}) {
		t.Errorf("%v: length %d", s, s.Len())
	}
}

func TestPageItems(t *testing.T) {
	page := Page[int]{Edges: []Edge[int]{{"a", 1}, {"b", 2}}}
	if diff := cmp.Diff([]int{1, 2}, page.Items()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if (Page[int]{}).Items() == nil {
		t.Error("items of an empty page are nil")
	}
}
