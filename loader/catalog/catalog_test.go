package catalog

import (
	"strings"
	"testing"

	"recital/graph"
)

func loaded(t *testing.T) *Catalog {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestSymbolsReachNamedInstruments(t *testing.T) {
	c := loaded(t)
	for _, tt := range []struct {
		name, symbol string
		want         graph.ID
	}{
		{"one text, one node", "A/RES/70/1", "agenda-2030"},
		{"a lettered resolution", "A/RES/217(III)A", "udhr"},
		{"two Covenants, no primary", "A/RES/2200(XXI)", "A/RES/2200(XXI)"},
		{"of a treaty and its protocol the treaty", "A/RES/61/106", "crpd"},
		{"unnamed", "A/HRC/RES/47/23", "A/HRC/RES/47/23"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := c.IDFor(graph.MustParseSymbol(tt.symbol)); got != tt.want {
				t.Errorf("%s is %s, want %s", tt.symbol, got, tt.want)
			}
		})
	}
}

// TestAhead compares sessions to come with the last that are listed: they go on where those end, in their order.
func TestAhead(t *testing.T) {
	c := loaded(t)
	for _, tt := range []struct {
		body          graph.Body
		listed, ahead string
		from          string // of the one ahead; empty for none
	}{
		{graph.HumanRightsCouncil, "63", "64", "2027-02-20"},
		{graph.HumanRightsCouncil, "63", "66", "2027-09-05"},
		{graph.HumanRightsCouncil, "S-38", "S-39", "2025-11-15"},
		{graph.GeneralAssembly, "82", "83", "2028-09-05"},
		{graph.GeneralAssembly, "82", "582", ""},
		{graph.SecurityCouncil, "2020", "2030", ""},
	} {
		t.Run(tt.ahead, func(t *testing.T) {
			last, ok := c.Session(tt.body, tt.listed)
			if _, listed := c.Session(tt.body, tt.ahead); !ok || listed {
				t.Fatalf("session %s is no longer the last listed", tt.listed)
			}
			next, ok := c.Ahead(tt.body, tt.ahead)
			if ok != (tt.from != "") || ok && (next.From.String() != tt.from || next.From.Compare(last.From) <= 0) {
				t.Errorf("session %s from %s, %v; want %q", tt.ahead, next.From, ok, tt.from)
			}
		})
	}
}

func TestEveryInstrumentIsWhole(t *testing.T) {
	c := loaded(t)
	if n := len(c.Instruments()); n < 250 {
		t.Errorf("%d instruments, want at least 250", n)
	}
	for _, entry := range c.Instruments() {
		switch {
		case entry.Title == "", entry.Source == "":
			t.Errorf("%s: no title or source", entry.ID)
		case entry.Date.IsZero():
			t.Errorf("%s: no date", entry.ID)
		case strings.ContainsAny(string(entry.ID), " /#"):
			t.Errorf("%s: an id has no blanks, slashes or number signs", entry.ID)
		}
		if entry.Body == "" {
			continue
		}
		if _, ok := c.Body(entry.Body); !ok && entry.Body != "world-conference-human-rights" {
			t.Errorf("%s: unknown body %q", entry.ID, entry.Body)
		}
	}
}

func TestBodiesRenderTheirSymbols(t *testing.T) {
	c := loaded(t)
	for _, tt := range []struct {
		body            graph.Body
		session, number string
		want            string
	}{
		{graph.HumanRightsCouncil, "53", "29", "A/HRC/RES/53/29"},
		{graph.SecurityCouncil, "2000", "1325", "S/RES/1325(2000)"},
		{graph.EnvironmentAssembly, "5", "14", "UNEP/EA.5/Res.14"},
		{"world-health-assembly", "72", "8", "WHA72.8"},
	} {
		b, ok := c.Body(tt.body)
		if !ok {
			t.Fatalf("no body %s", tt.body)
		}
		if got := b.Resolution(tt.session, tt.number); got != tt.want {
			t.Errorf("%s %s/%s is %s, want %s", tt.body, tt.session, tt.number, got, tt.want)
		}
	}
}

func TestRegistryKnowsDates(t *testing.T) {
	c := loaded(t)
	known, ok := c.Known(graph.MustParseSymbol("A/HRC/RES/17/4"))
	if want := graph.MustParseDate("2011-06-16"); !ok || known.Date != want {
		t.Errorf("17/4 of %s, want %s", known.Date, want)
	}
	if got := c.YearOf(graph.SecurityCouncil, 1325); got != 2000 {
		t.Errorf("1325 of %d, want 2000", got)
	}
	if last := c.Last(graph.HumanRightsCouncil, graph.Resolution, "53"); last < 20 {
		t.Errorf("last of session 53 is %d", last)
	}
	node, ok := c.Node("A/HRC/RES/53/29")
	if !ok || node.(*graph.Instrument).Title == "" {
		t.Error("53/29 has no title")
	}
}

func TestReportsBelongToBodies(t *testing.T) {
	c := loaded(t)
	for symbol, want := range map[string]graph.Body{
		"A/74/53/Add.1": graph.HumanRightsCouncil, "CAC/COSP/2021/17": "uncac-cosp", "A/69/25": graph.EnvironmentAssembly,
	} {
		b, ok := c.ReportOf(graph.MustParseSymbol(symbol))
		if !ok || b.ID != want {
			t.Errorf("%s is no report of %s", symbol, want)
		}
	}
	if b, ok := c.ReportOf(graph.MustParseSymbol("A/74/821")); ok {
		t.Errorf("A/74/821 is taken for a report of %s", b.ID)
	}
}
