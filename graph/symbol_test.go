package graph

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestParseSymbol(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"council resolution", "A/HRC/RES/53/29", "A/HRC/RES/53/29"},
		{"small letters", "A/hrc/RES/53/29", "A/HRC/RES/53/29"},
		{"all small", "a/hrc/res/53/29", "A/HRC/RES/53/29"},
		{"special session of the council", "A/HRC/RES/S-9/1", "A/HRC/RES/S-9/1"},
		{"non-breaking hyphen", "A/HRC/RES/S‑9/1", "A/HRC/RES/S-9/1"},
		{"en dash", "A/RES/ES–11/1", "A/RES/ES-11/1"},
		{"assembly resolution", "A/RES/77/211", "A/RES/77/211"},
		{"blanks of a scan", "A/RES/ 70 / 1", "A/RES/70/1"},
		{"no-break blanks", "A/RES/\u00a070/1", "A/RES/70/1"},
		{"soft hyphen", "A/RES/\u00ad70/1", "A/RES/70/1"},
		{"lettered part", "A/RES/59/113A", "A/RES/59/113A"},
		{"lettered part after a blank", "A/RES/59/113 A", "A/RES/59/113A"},
		{"small letter of a part", "A/RES/76/247b", "A/RES/76/247B"},
		{"range of parts", "A/RES/76/247 A-C", "A/RES/76/247A-C"},
		{"Roman", "A/RES/217(III)A", "A/RES/217(III)A"},
		{"Roman as cited", "A/RES/217 A (III)", "A/RES/217(III)A"},
		{"Roman, letter first", "A/RES/2200A(XXI)", "A/RES/2200(XXI)A"},
		{"Roman without letter", "A/RES/3281 (XXIX)", "A/RES/3281(XXIX)"},
		{"Roman special session", "A/RES/3101(S-VI)", "A/RES/3101(S-VI)"},
		{"square brackets", "A/RES/1904[XVIII]", "A/RES/1904(XVIII)"},
		{"double brackets", "A/RES/1904([XVIII])", "A/RES/1904(XVIII)"},
		{"assembly decision", "A/DEC/74/556", "A/DEC/74/556"},
		{"Security Council", "S/RES/1325(2000)", "S/RES/1325(2000)"},
		{"Security Council after a blank", "S/RES/1325 (2000)", "S/RES/1325(2000)"},
		{"Security Council without year", "S/RES/1325", "S/RES/1325(2000)"},
		{"Security Council beyond the known", "S/RES/9999", "S/RES/9999"},
		{"presidential statement", "S/PRST/2014/23", "S/PRST/2014/23"},
		{"council statement", "A/HRC/PRST/29/1", "A/HRC/PRST/29/1"},
		{"organizational session", "A/HRC/PRST/OS/13/1", "A/HRC/PRST/OS/13/1"},
		{"ECOSOC", "E/RES/2006/46", "E/RES/2006/46"},
		{"ECOSOC Roman", "E/RES/155 C (VII)", "E/RES/155(VII)C"},
		{"council decision", "A/HRC/DEC/2/102", "A/HRC/DEC/2/102"},
		{"draft", "A/HRC/53/L.27/Rev.1", "A/HRC/53/L.27/Rev.1"},
		{"draft in small letters", "a/hrc/53/l.27/rev.1", "A/HRC/53/L.27/Rev.1"},
		{"addendum", "A/77/53/ADD.1", "A/77/53/Add.1"},
		{"addendum with a blank", "A/77/53/Add. 1", "A/77/53/Add.1"},
		{"addendum without dot", "A/72/L.69/Add1", "A/72/L.69/Add.1"},
		{"section", "A/78/6 (Sect. 29A)", "A/78/6(Sect.29A)"},
		{"section and corrigendum", "A/77/6 (Sect. 8)/Corr.1", "A/77/6(Sect.8)/Corr.1"},
		{"part", "A/CONF.157/24 (Part I)", "A/CONF.157/24(PartI)"},
		{"parts", "NPT/CONF.2000/28 (Parts I and II)", "NPT/CONF.2000/28(PartsIandII)"},
		{"volume", "NPT/CONF.2010/50 (vol. I)", "NPT/CONF.2010/50(Vol.I)"},
		{"volume without dot", "A/78/5 (Vol II)", "A/78/5(Vol.II)"},
		{"supplement adds nothing", "A/68/53(SUPP)", "A/68/53"},
		{"Environment Assembly", "UNEP/EA.5/Res.14", "UNEP/EA.5/Res.14"},
		{"Environment Assembly in capitals", "UNEP/EA.5/RES.14", "UNEP/EA.5/Res.14"},
		{"UN-Habitat", "HSP/HA.1/Res.3", "HSP/HA.1/Res.3"},
		{"treaty body", "CEDAW/C/GC/38", "CEDAW/C/GC/38"},
		{"Committee on Economic, Social and Cultural Rights", "E/C.12/GC/25", "E/C.12/GC/25"},
		{"functional commission", "E/CN.4/RES/2005/69", "E/CN.4/RES/2005/69"},
		{"sub-commission", "E/CN.4/SUB.2/2003/12/Rev.2", "E/CN.4/Sub.2/2003/12/Rev.2"},
		{"joint", "A/77/895-S/2023/363", "A/77/895"},
		{"joint with a non-breaking hyphen", "A/77/895‑S/2023/363", "A/77/895"},
		{"World Health Assembly", "WHA72.8", "WHA72.8"},
		{"World Health Assembly decision", "WHA74(16)", "WHA74(16)"},
		{"UNESCO", "31C/28", "31C/28"},
		{"UNESCO with a blank", "31 C/28", "31C/28"},
		{"maritime", "A.1104(29)", "A.1104(29)"},
		{"conference of parties", "1/CP.21", "1/CP.21"},
		{"Climate conference document", "FCCC/CP/2015/10/Add.1", "FCCC/CP/2015/10/Add.1"},
		{"conference in the name", "ICCD/COP(9)/18/Add.1", "ICCD/COP(9)/18/Add.1"},
		{"American states", "AG/RES. 3039 (LV-O/25)", "AG/RES.3039(LV-O/25)"},
		{"African Union", "Assembly/AU/Dec.605 (XXVII)", "Assembly/AU/Dec.605(XXVII)"},
		{"numbered through", "S/4389", "S/4389"},
		{"reissue", "A/77/53*", "A/77/53"},
		{"UNESCO document", "SHS/BIO/REC-AIETHICS/2021", "SHS/BIO/REC-AIETHICS/2021"},
		{"conference document", "CI-12/CONF.202/6", "CI-12/CONF.202/6"},
		{"summary records", "A/C.3/78/SR.1-3", "A/C.3/78/SR.1-3"},
		{"trade and development", "TD(XIII)/2", "TD(XIII)/2"},
		{"mercury", "UNEP/OzL.Pro.31/9", "UNEP/OzL.Pro.31/9"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := ParseSymbol(test.in)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != test.want {
				t.Errorf("ParseSymbol(%q) = %q, want %q", test.in, got, test.want)
			}
			if again, err := ParseSymbol(got.String()); err != nil || again != got {
				t.Errorf("ParseSymbol(%q) = %q, %v: not its own canonical form", got, again, err)
			}
		})
	}
}

func TestParseSymbolRefuses(t *testing.T) {
	tests := []struct {
		name, in string
		offset   int
	}{
		{"empty", "", 0},
		{"blanks", "  ", 0},
		{"no slash", "iccpr", 5},
		{"words", "HIV/AIDS", 8},
		{"a number of a session", "53/29", 0},
		{"a fraction", "1/2", 0},
		{"body in words", "HRC 53/29", 4},
		{"body for a series", "HRC/53/29", 0},
		{"two symbols", "A/70/1 and A/70/2", 7},
		{"a bracket open", "A/RES/217(III", 9},
		{"a bracket closed", "A/RES/217)", 9},
		{"an empty bracket", "A/RES/217()", 9},
		{"an empty segment", "A//217", 2},
		{"a slash at the end", "A/RES/70/", 8},
		{"a full stop at the end", "A/RES/70/1.", 10},
		{"a strange character", "A/RES/70/1?", 10},
		{"a general comment", "No. 16 (2013)", 13},
		{"small letters of no series", "km/h2", 0},
		{"much too long", "A/" + strings.Repeat("1", 200), 128},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := ParseSymbol(test.in)
			syntax, ok := errors.AsType[*SyntaxError](err)
			if !ok {
				t.Fatalf("ParseSymbol(%q) = %q, %v, want a SyntaxError", test.in, got, err)
			}
			if syntax.Offset != test.offset || syntax.Input != test.in || syntax.What != "symbol" {
				t.Errorf("error %+v, want offset %d", syntax, test.offset)
			}
		})
	}
}

func TestSymbolParts(t *testing.T) {
	type parts struct {
		Body    Body
		Kind    InstrumentKind
		Session string
		Number  int
		Year    int
		Letter  string
		Base    string
	}
	tests := []struct {
		in   string
		want parts
	}{
		{"A/HRC/RES/53/29", parts{HumanRightsCouncil, Resolution, "53", 29, 0, "", ""}},
		{"A/HRC/RES/S-9/1", parts{HumanRightsCouncil, Resolution, "S-9", 1, 0, "", ""}},
		{"A/HRC/DEC/2/102", parts{HumanRightsCouncil, Decision, "2", 102, 0, "", ""}},
		{"A/HRC/PRST/OS/13/1", parts{HumanRightsCouncil, PresidentialStatement, "OS/13", 1, 0, "", ""}},
		{"A/HRC/53/L.27/Rev.1", parts{HumanRightsCouncil, Draft, "53", 27, 0, "", ""}},
		{"A/HRC/50/56", parts{HumanRightsCouncil, OtherDocument, "50", 56, 0, "", ""}},
		{"A/RES/59/113A", parts{GeneralAssembly, Resolution, "59", 113, 0, "A", "A/RES/59/113"}},
		{"A/RES/217(III)A", parts{GeneralAssembly, Resolution, "III", 217, 0, "A", "A/RES/217(III)"}},
		{"A/RES/3101(S-VI)", parts{GeneralAssembly, Resolution, "S-VI", 3101, 0, "", ""}},
		{"A/RES/ES-11/1", parts{GeneralAssembly, Resolution, "ES-11", 1, 0, "", ""}},
		{"A/RES/76/247A-C", parts{GeneralAssembly, Resolution, "76", 247, 0, "A-C", "A/RES/76/247"}},
		{"A/DEC/74/556", parts{GeneralAssembly, Decision, "74", 556, 0, "", ""}},
		{"A/77/53/Add.1", parts{GeneralAssembly, OtherDocument, "77", 53, 0, "", ""}},
		{"A/810", parts{GeneralAssembly, OtherDocument, "", 810, 0, "", ""}},
		{"A/810/Add.1", parts{GeneralAssembly, OtherDocument, "", 810, 0, "", ""}},
		{"A/78/6(Sect.29A)", parts{GeneralAssembly, OtherDocument, "78", 6, 0, "", ""}},
		{"A/C.3/78/L.5", parts{GeneralAssembly, Draft, "78", 5, 0, "", ""}},
		{"A/S-30/L.1", parts{GeneralAssembly, Draft, "S-30", 1, 0, "", ""}},
		{"A/CONF.157/24(PartI)", parts{"", OtherDocument, "", 24, 0, "", ""}},
		{"S/RES/1325(2000)", parts{SecurityCouncil, Resolution, "", 1325, 2000, "", ""}},
		{"S/PRST/2014/23", parts{SecurityCouncil, PresidentialStatement, "", 23, 2014, "", ""}},
		{"S/2023/363", parts{SecurityCouncil, OtherDocument, "", 363, 2023, "", ""}},
		{"S/4389", parts{SecurityCouncil, OtherDocument, "", 4389, 0, "", ""}},
		{"E/RES/2006/46", parts{EconomicAndSocialCouncil, Resolution, "2006", 46, 2006, "", ""}},
		{"E/RES/155(VII)C", parts{EconomicAndSocialCouncil, Resolution, "VII", 155, 0, "C", "E/RES/155(VII)"}},
		{"E/CN.4/RES/2005/69", parts{CommissionOnHumanRights, Resolution, "2005", 69, 2005, "", ""}},
		{"E/CN.6/2009/15", parts{"commission-on-the-status-of-women", OtherDocument, "2009", 15, 2009, "", ""}},
		{"UNEP/EA.5/Res.14", parts{EnvironmentAssembly, Resolution, "5", 14, 0, "", ""}},
		{"HSP/HA.1/Res.3", parts{UNHabitatAssembly, Resolution, "1", 3, 0, "", ""}},
		{"CEDAW/C/GC/38", parts{"cedaw-committee", GeneralComment, "", 38, 0, "", ""}},
		{"E/C.12/GC/25", parts{"cescr", GeneralComment, "", 25, 0, "", ""}},
		{"WHA72.8", parts{"world-health-assembly", Resolution, "72", 8, 0, "", ""}},
		{"WHA74(16)", parts{"world-health-assembly", Decision, "74", 16, 0, "", ""}},
		{"31C/28", parts{"unesco-general-conference", Resolution, "31", 28, 0, "", ""}},
		{"A.1104(29)", parts{"imo-assembly", Resolution, "29", 1104, 0, "", ""}},
		{"1/CP.21", parts{"unfccc-cop", Decision, "21", 1, 0, "", ""}},
		{"GC(39)/RES/16", parts{"iaea-general-conference", Resolution, "39", 16, 0, "", ""}},
		{"JIU/REP/2020/8", parts{"", Report, "2020", 8, 2020, "", ""}},
		{"AG/RES.3039(LV-O/25)", parts{"oas-general-assembly", Resolution, "LV-O/25", 3039, 0, "", ""}},
	}
	for _, test := range tests {
		t.Run(test.in, func(t *testing.T) {
			s := MustParseSymbol(test.in)
			if test.want.Base == "" {
				test.want.Base = test.in
			}
			got := parts{s.Body(), s.Kind(), s.Session(), s.Number(), s.Year(), s.Letter(), s.Base().String()}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestJointSymbols(t *testing.T) {
	tests := []struct {
		in   string
		want []string
	}{
		{"A/77/895-S/2023/363", []string{"A/77/895", "S/2023/363"}},
		{"A/77/895‑S/2023/363", []string{"A/77/895", "S/2023/363"}},
		{"A/49/1 - S/1994/2 - E/1994/3", []string{"A/49/1", "S/1994/2", "E/1994/3"}},
		{"GOV/INF/1995/9-GC(39)/INF/8", []string{"GOV/INF/1995/9", "GC(39)/INF/8"}},
		{"E/CN.4/2004/10-E/CN.6/2004/8", []string{"E/CN.4/2004/10", "E/CN.6/2004/8"}},
		{"A/RES/S-9/1", []string{"A/RES/S-9/1"}},
		{"A/C.3/78/SR.1-3", []string{"A/C.3/78/SR.1-3"}},
	}
	for _, test := range tests {
		got, err := JointSymbols(test.in)
		if err != nil {
			t.Errorf("JointSymbols(%q): %v", test.in, err)
			continue
		}
		var halves []string
		for _, half := range got {
			halves = append(halves, half.String())
		}
		if diff := cmp.Diff(test.want, halves); diff != "" {
			t.Errorf("JointSymbols(%q) (-want +got):\n%s", test.in, diff)
		}
	}
	_, err := JointSymbols("A/77/895-S/2023/363?")
	syntax, ok := errors.AsType[*SyntaxError](err)
	if !ok || syntax.Offset != 19 || syntax.Input != "A/77/895-S/2023/363?" {
		t.Errorf("the place of the trouble: %v", err)
	}
}

func TestSymbolRange(t *testing.T) {
	var got []string
	for _, s := range MustParseSymbol("A/RES/33/28A-C").Parts() {
		got = append(got, s.String())
	}
	if diff := cmp.Diff([]string{"A/RES/33/28A", "A/RES/33/28B", "A/RES/33/28C"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if one := MustParseSymbol("A/RES/33/28A"); len(one.Parts()) != 1 || one.Parts()[0] != one {
		t.Errorf("Parts of one = %v", one.Parts())
	}
}

func TestCompareSymbols(t *testing.T) {
	sorted := []string{
		"", "A/53/1", "A/HRC/9/2", "A/HRC/10/1", "A/HRC/RES/9/1", "A/HRC/RES/9/2", "A/HRC/RES/10/1", "A/RES/59/113", "A/RES/59/113A", "A/RES/217(III)", "A/RES/217(III)A", "S/RES/1325(2000)",
	}
	symbols := make([]Symbol, len(sorted))
	for i, s := range sorted {
		if s != "" {
			symbols[i] = MustParseSymbol(s)
		}
	}
	if !slices.IsSortedFunc(symbols, Symbol.Compare) {
		slices.SortFunc(symbols, Symbol.Compare)
		t.Errorf("sorted otherwise: %v", symbols)
	}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) Symbol {
			return Symbol{rapid.StringMatching(`[AB/]{0,2}[012]{0,3}[A/]?[012]{0,2}`).Draw(t, name)}
		}
		a, b, c := draw("a"), draw("b"), draw("c")
		if (a.Compare(b) == 0) != (a == b) || a.Compare(b) != -b.Compare(a) {
			t.Fatalf("Compare(%q, %q) = %d, %d", a, b, a.Compare(b), b.Compare(a))
		}
		if a.Compare(b) < 0 && b.Compare(c) < 0 && a.Compare(c) >= 0 {
			t.Fatalf("%q < %q < %q, but not the first and the last", a, b, c)
		}
	})
}

func TestSymbolText(t *testing.T) {
	want := MustParseSymbol("S/RES/1325(2000)")
	text, err := want.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	var got Symbol
	if err := got.UnmarshalText(text); err != nil || got != want {
		t.Errorf("read back as %q, %v", got, err)
	}
	if err := got.UnmarshalText(nil); err != nil || !got.IsZero() {
		t.Errorf("no text is %q, %v", got, err)
	}
	if err := got.UnmarshalText([]byte("nonsense")); err == nil {
		t.Error("nonsense gives no error")
	}
	if id := want.ID(); id != "S/RES/1325(2000)" {
		t.Errorf("ID = %q", id)
	}
	var zero Symbol
	if zero.Body() != "" || zero.Kind() != "" || zero.Session() != "" || zero.Letter() != "" || zero.Base() != zero || zero.Number() != 0 {
		t.Error("the zero Symbol says something")
	}
}

func TestSecurityCouncilYear(t *testing.T) {
	for number, want := range map[int]int{
		-1: 0, 0: 0, 1: 1946, 15: 1946, 16: 1947, 242: 1967, 338: 1973, 687: 1991, 1244: 1999, 1325: 2000, 1373: 2001, 2250: 2015, 2617: 2021,
		2699: 2023, 2728: 2024, 9999: 0,
	} {
		if got := SecurityCouncilYear(number); got != want {
			t.Errorf("SecurityCouncilYear(%d) = %d, want %d", number, got, want)
		}
	}
}

// FuzzParseSymbol: no bytes make it panic; what it reads is canonical, reads the same again, and its parts agree.
func FuzzParseSymbol(f *testing.F) {
	for _, seed := range []string{
		"A/HRC/RES/53/29", "A/RES/217 A (III)", "S/RES/1325 (2000)", "A/77/895-S/2023/363", "A/78/6 (Sect. 29A)", "WHA72.8", "31C/28", "1/CP.21", "AG/RES.3039 (LV-O/25)",
		"A/RES/([XX])", "A/\xff", "A/RES/1(", "A/(/1)", "A.1(2)", "S/RES/0", "A/RES/1A-", "x/1", "A/RES/33/28A-C", "(1)/2",
		"HRC53DECL.III/a", "A/E53 A-(C]", "A/RES/Rev1ES-[III]", "A/vol[supp]Rev1", "A/53add.[supp)", "S/RES/53(suppL.x)",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ReadSymbol(s)
		halves, jointErr := JointSymbols(s)
		symbol, err := ParseSymbol(s)
		if err != nil {
			if syntax, ok := errors.AsType[*SyntaxError](err); !ok || syntax.Offset < 0 || syntax.Offset > len(s) {
				t.Errorf("ParseSymbol(%q): %v", s, err)
			}
			return
		}
		if jointErr == nil && halves[0] != symbol {
			t.Errorf("JointSymbols(%q) = %v, ParseSymbol %q", s, halves, symbol)
		}
		again, err := ParseSymbol(symbol.String())
		if err != nil || again != symbol {
			t.Errorf("ParseSymbol(%q) = %q, which reads as %q, %v", s, symbol, again, err)
		}
		if symbol.Base().String()+symbol.Letter() != symbol.String() {
			t.Errorf("%q is not %q and %q", symbol, symbol.Base(), symbol.Letter())
		}
		if symbol.Kind() == "" || symbol.Number() < 0 || len(symbol.Parts()) == 0 {
			t.Errorf("%q: kind %q, number %d", symbol, symbol.Kind(), symbol.Number())
		}
		_ = symbol.Body()
	})
}

// TestSymbolRoundTrip puts symbols together from their pieces, right ones and wrong ones: what is read at all is canonical.
func TestSymbolRoundTrip(t *testing.T) {
	pieces := rapid.SampledFrom([]string{
		"A", "S", "E", "/", "/", "/", "RES", "res", "HRC", "(", ")", "III", "2000", "1", "53", "-", "S-", "ES-", " ", ".", "Add", "add.", "Rev1", "L.", "[", "]",
		"Part", "vol", "Sect.", "and", "‑", "*", "WHA", "C", "CP", "PRST", "DEC", "OS", "a", "A-C", "supp", "GC", "Sub", "Res.", "UNEP", "EA.", "×",
	})
	begins := rapid.SampledFrom([]string{"", "A/RES/", "A/", "S/RES/", "A/HRC/", "E/CN."})
	rapid.Check(t, func(t *rapid.T) {
		s := begins.Draw(t, "begins") + strings.Join(rapid.SliceOfN(pieces, 1, 8).Draw(t, "pieces"), "")
		symbol, err := ParseSymbol(s)
		if err != nil {
			return
		}
		if again, err := ParseSymbol(symbol.String()); err != nil || again != symbol {
			t.Fatalf("ParseSymbol(%q) = %q, which reads as %q, %v", s, symbol, again, err)
		}
	})
}

func BenchmarkParseSymbol(b *testing.B) {
	for _, s := range []string{"A/HRC/RES/53/29", "A/RES/217 A (III)", "A/HRC/53/L.27/Rev.1", "not a symbol"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = ParseSymbol(s)
			}
		})
	}
}

func BenchmarkSymbolBody(b *testing.B) {
	s := MustParseSymbol("A/HRC/RES/53/29")
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = s.Body(), s.Kind(), s.Session()
	}
}

func TestSymbolURL(t *testing.T) {
	for symbol, want := range map[string]string{
		"A/HRC/RES/53/29":  "https://docs.un.org/en/A/HRC/RES/53/29",
		"S/RES/1325(2000)": "https://docs.un.org/en/S/RES/1325(2000)",
		"UNEP/EA.1/Res.5":  "https://docs.un.org/en/UNEP/EA.1/Res.5",
		"CEDAW/C/GC/19":    "https://docs.un.org/en/CEDAW/C/GC/19",
		"JIU/REP/2011/4":   "https://docs.un.org/en/JIU/REP/2011/4",
		"GC(65)/RES/10":    "",
		"GOV/2006/14":      "",
		"WT/L/508/Add.1":   "",
		"UNEP/CBD/COP/6/2": "",
		"1/CP.21":          "",
		"31C/28":           "",
		"WHA69.3":          "",
		"A.1104(29)":       "",
	} {
		if got := MustParseSymbol(symbol).URL(); got != want {
			t.Errorf("%s: got %q, want %q", symbol, got, want)
		}
	}
	if got := (Symbol{}).URL(); got != "" {
		t.Errorf("no symbol: got %q", got)
	}
}
