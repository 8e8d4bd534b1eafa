package graph

import (
	"errors"
	"reflect"
	"testing"
)

func TestLinkFilterMatch(t *testing.T) {
	day := Date{2020, 6, 1}
	cites := &Link{Type: Cites, From: "A/1#PP1", To: "udhr", Act: Recalls, Date: day, Confidence: 0.8, Findings: []Finding{{Kind: DateContradicts}}}
	sum := &Link{Type: RestsOn, From: "A/1", To: "udhr", Act: Recalls, Acts: []Act{Notes, Recalls}, Confidence: 0.8}
	names := &Link{Type: Names, From: "A/1#PP1", To: ActorID("ohchr"), Act: Requests, Role: Addressee}
	far := &Instrument{ID: "udhr", Kind: Declaration, Body: GeneralAssembly}
	tests := []struct {
		name   string
		filter LinkFilter
		link   *Link
		far    *Instrument
		want   bool
	}{
		{"all", LinkFilter{}, cites, far, true},
		{"type", LinkFilter{Types: []LinkType{Names, Cites}}, cites, far, true},
		{"another type", LinkFilter{Types: []LinkType{Names}}, cites, far, false},
		{"act", LinkFilter{Acts: []Act{Recalls}}, cites, far, true},
		{"another act", LinkFilter{Acts: []Act{Notes}}, cites, far, false},
		{"any act of a sum", LinkFilter{Acts: []Act{Notes}}, sum, far, true},
		{"no act of a sum", LinkFilter{Acts: []Act{Urges}}, sum, far, false},
		{"role", LinkFilter{Roles: []Role{Addressee}}, names, nil, true},
		{"no role", LinkFilter{Roles: []Role{Addressee}}, cites, far, false},
		{"kind of the far end", LinkFilter{FarKinds: []InstrumentKind{Declaration}}, cites, far, true},
		{"no far instrument", LinkFilter{FarKinds: []InstrumentKind{Declaration}}, names, nil, false},
		{"body of the far end", LinkFilter{FarBodies: []Body{SecurityCouncil}}, cites, far, false},
		{"kind of far node", LinkFilter{FarNodes: []NodeKind{ActorNode}}, names, nil, true},
		{"since the day", LinkFilter{Since: day}, cites, far, true},
		{"until the day", LinkFilter{Until: day}, cites, far, true},
		{"since later", LinkFilter{Since: Date{2020, 6, 2}}, cites, far, false},
		{"until earlier", LinkFilter{Until: Date{2020, 5, 31}}, cites, far, false},
		{"no date passes no bound", LinkFilter{Until: day}, sum, far, false},
		{"sure enough", LinkFilter{MinConfidence: 0.8}, cites, far, true},
		{"not sure enough", LinkFilter{MinConfidence: 0.9}, cites, far, false},
		{"links without confidence pass", LinkFilter{MinConfidence: 0.9}, names, nil, true},
		{"findings", LinkFilter{Findings: true}, cites, far, true},
		{"no findings", LinkFilter{Findings: true}, sum, far, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.filter.Match(test.link, test.far); got != test.want {
				t.Errorf("Match = %v, want %v", got, test.want)
			}
		})
	}
}

// TestLinkFilterSame changes each field of a filter in turn.
func TestLinkFilterSame(t *testing.T) {
	filter := func() *LinkFilter {
		return &LinkFilter{
			Types: []LinkType{Cites}, Direction: In, Acts: []Act{Recalls}, Roles: []Role{"addressee"}, FarNodes: []NodeKind{InstrumentNode},
			FarKinds: []InstrumentKind{Resolution}, FarBodies: []Body{HumanRightsCouncil}, Since: Date{2001, 2, 3}, Until: Date{2002, 2, 3},
			MinConfidence: 0.5, Findings: true,
		}
	}
	if !filter().Same(filter()) {
		t.Error("a filter is not the same as one like it")
	}
	for i := range reflect.TypeFor[LinkFilter]().NumField() {
		changed := filter()
		field := reflect.ValueOf(changed).Elem().Field(i)
		if field.IsZero() {
			t.Errorf("%s is not set: the test says nothing of it", reflect.TypeFor[LinkFilter]().Field(i).Name)
		}
		field.SetZero()
		if changed.Same(filter()) || filter().Same(changed) {
			t.Errorf("a filter is the same without %s", reflect.TypeFor[LinkFilter]().Field(i).Name)
		}
	}
}

func TestWalkFilterMatch(t *testing.T) {
	far := &Instrument{Kind: Treaty}
	l := &Link{Type: RestsOn, Acts: []Act{Recalls}, Date: Date{2020, 1, 1}}
	tests := []struct {
		name   string
		filter WalkFilter
		want   bool
	}{
		{"all", WalkFilter{}, true},
		{"act", WalkFilter{Acts: []Act{Notes}}, false},
		{"as of that day", WalkFilter{AsOf: Date{2020, 1, 1}}, true},
		{"as of the day before", WalkFilter{AsOf: Date{2019, 12, 31}}, false},
		{"kind", WalkFilter{FarKinds: []InstrumentKind{Treaty}}, true},
		{"body", WalkFilter{FarBodies: []Body{GeneralAssembly}}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.filter.Match(l, far); got != test.want {
				t.Errorf("Match = %v, want %v", got, test.want)
			}
		})
	}
}

func TestNodeFilterMatch(t *testing.T) {
	source := &Instrument{ID: "A/1", Kind: Resolution, Body: GeneralAssembly, Session: "60", Date: Date{2020, 1, 1}, Held: true}
	paragraph := &Paragraph{ID: "A/1#PP1", Act: Recalls}
	mention := &Mention{ID: "A/1#PP1!mention-1", Status: Open, Act: Recalls}
	mandate := &Mandate{ID: "A/1#OP1!mandate-1", Act: Requests, Addressee: ActorID("ohchr"), Product: "report", Forum: HumanRightsCouncil, Session: 60}
	provision := &Provision{ID: "A/1#17"}
	tests := []struct {
		name   string
		filter NodeFilter
		node   Node
		source *Instrument
		want   bool
	}{
		{"kind", NodeFilter{Kind: InstrumentNode}, source, nil, true},
		{"another kind", NodeFilter{Kind: RightNode}, source, nil, false},
		{"kind of instrument", NodeFilter{Kind: InstrumentNode, Kinds: []InstrumentKind{Treaty}}, source, nil, false},
		{"session", NodeFilter{Kind: InstrumentNode, Sessions: []string{"60"}}, source, nil, true},
		{"paragraph of a body", NodeFilter{Kind: ParagraphNode, Bodies: []Body{GeneralAssembly}}, paragraph, source, true},
		{"paragraph since", NodeFilter{Kind: ParagraphNode, Since: Date{2021, 1, 1}}, paragraph, source, false},
		{"part of", NodeFilter{Kind: ParagraphNode, PartOf: "A/1"}, paragraph, source, true},
		{"part of another", NodeFilter{Kind: ParagraphNode, PartOf: "A/2"}, paragraph, source, false},
		{"act", NodeFilter{Kind: ParagraphNode, Acts: []Act{Notes}}, paragraph, source, false},
		{"status", NodeFilter{Kind: MentionNode, Statuses: []Status{Open}}, mention, source, true},
		{"another status", NodeFilter{Kind: MentionNode, Statuses: []Status{Ambiguous}}, mention, source, false},
		{"findings of mentions", NodeFilter{Kind: MentionNode, Findings: true}, mention, source, false},
		{"mandate", NodeFilter{
			Kind: MandateNode, Addressees: []ID{ActorID("ohchr")}, Forums: []Body{HumanRightsCouncil}, DueSessions: []int{60}, Products: []string{"report"}, Acts: []Act{Requests},
		}, mandate, source, true},
		{"mandate elsewhere", NodeFilter{Kind: MandateNode, DueSessions: []int{61}}, mandate, source, false},
		{"provision of", NodeFilter{Kind: ProvisionNode, PartOf: "A/1"}, provision, nil, true},
		{"provisions have no body", NodeFilter{Kind: ProvisionNode, Bodies: []Body{GeneralAssembly}}, provision, nil, false},
		{"rights have no instrument", NodeFilter{Kind: RightNode, PartOf: "A/1"}, &Right{ID: "right:x"}, nil, false},
		{"instruments have no act", NodeFilter{Kind: InstrumentNode, Acts: []Act{Recalls}}, source, nil, false},
		{"paragraphs have no status", NodeFilter{Kind: ParagraphNode, Statuses: []Status{Open}}, paragraph, source, false},
		{"mentions have no addressee", NodeFilter{Kind: MentionNode, Addressees: []ID{"actor:x"}}, mention, source, false},
		{"mandates name nothing", NodeFilter{Kind: MandateNode, Names: []ID{"right:x"}}, mandate, source, false},
		{"actors have no findings", NodeFilter{Kind: ActorNode, Findings: true}, &Actor{ID: "actor:x"}, nil, false},
		{"held", NodeFilter{Kind: InstrumentNode, Holding: RedLinks}, source, nil, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.filter.Match(test.node, test.source); got != test.want {
				t.Errorf("Match = %v, want %v", got, test.want)
			}
		})
	}
}

func TestChecksRefuse(t *testing.T) {
	tests := []struct {
		name string
		err  error
		bad  bool
	}{
		{"a list", (&NodeFilter{Kind: RightNode, Order: ByCitedBy}).Check(), false},
		{"a list of nothing", (&NodeFilter{}).Check(), true},
		{"an unknown order", (&NodeFilter{Kind: RightNode, Order: "RANDOM"}).Check(), true},
		{"an unknown holding", (&NodeFilter{Kind: RightNode, Holding: "HALF"}).Check(), true},
		{"links", (&LinkFilter{Types: LinkTypes(), Direction: In}).Check(), false},
		{"an unknown type", (&LinkFilter{Types: []LinkType{"LIKES"}}).Check(), true},
		{"an unknown direction", (&LinkFilter{Direction: "BOTH"}).Check(), true},
		{"an unknown far node", (&LinkFilter{FarNodes: []NodeKind{"Dog"}}).Check(), true},
		{"facets", (&FacetRequest{Nodes: NodeFilter{Kind: InstrumentNode}, Keys: FacetKeys()}).Check(), false},
		{"facets of links", (&FacetRequest{ID: "a", Links: &LinkFilter{}}).Check(), false},
		{"an unknown key", (&FacetRequest{Nodes: NodeFilter{Kind: InstrumentNode}, Keys: []FacetKey{"COLOUR"}}).Check(), true},
		{"a batch", CheckBatch(make([]ID, MaxBatch)), false},
		{"too large a batch", CheckBatch(make([]ID, MaxBatch+1)), true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if test.bad != errors.Is(test.err, ErrBadRequest) || !test.bad && test.err != nil {
				t.Errorf("got %v", test.err)
			}
		})
	}
}
