package graphtest

import (
	"slices"
	"strings"

	"recital/graph"
)

// The fixture. Texts are in our own words; symbols of held texts are invented, those of red links are real ones.
//
//	                 ┌────────────────────────── cites ─────────────────────────┐
//	                 │                                                          ▼
//	A/HRC/RES/90/3 ──┼─ cites ×2 ─► A/HRC/RES/87/2 ── cites ─► A/RES/99/175 ── cites ─► udhr ◄─ based on ─ right:equality
//	 2033-07-14      │               2031-07-13 ▲               2024-12-17               │ (catalogue, red)
//	 alias L.27/Rev.1│                 │  │     └──── cites ──────┘  (a cycle)           └─ part of ◄─ udhr#2
//	                 │                 │  └─ mention-1 may mean A/HRC/RES/48/4, A/RES/48/4
//	                 ├─ cites ─► iccpr ◄─ cites ┘   (iccpr: catalogue, symbol A/RES/2200(XXI)A)
//	                 │            ▲ part of
//	                 ├ pinpoints ► iccpr#17 ◄─ based on ─ right:privacy ◄─ names ─ 90/3#PP2, 90/3#OP1, 87/2#PP1, S/RES#OP1
//	                 └─ cites, in a note ─► A/HRC/53/45 (red; title and date from those who cite it)
//
//	S/RES/9001(2033)    2033-07-14 as 90/3: cites A/HRC/RES/90/3 (a finding), S/RES/1325(2000), A/HRC/53/45; an open mention
//	S/PRST/2033/7       no date: cites S/RES/9001(2033) and itself
//	A/RES/99/176        2024-12-17 as 99/175: non-ASCII words, two empty-handed paragraphs, no link to others
//	A/98/895            joint symbol, alias S/2033/363: names actor:ohchr alone
//	A/HRC/RES/90/30     cited by nobody, cites nobody; a mandate without an addressee
type fixture struct {
	iccpr, udhr, red53, red1325, hrc48, ga48 *graph.Instrument
	article17, article2                      *graph.Provision
	privacy, equality                        *graph.Right
	ohchr, council, assembly, states         *graph.Actor
}

// Fixture returns the documents drawn above, sorted by id; fresh ones each call.
func Fixture() []*graph.Document {
	f := newFixture()
	documents := []*graph.Document{
		f.privacyText(), f.earlierText(), f.assemblyText(), f.securityText(), f.statement(), f.accents(), f.joint(), f.lonely(),
	}
	slices.SortFunc(documents, func(a, b *graph.Document) int {
		return strings.Compare(string(a.Instrument.ID), string(b.Instrument.ID))
	})
	return documents
}

func newFixture() *fixture {
	return &fixture{
		iccpr: &graph.Instrument{
			ID: "iccpr", Symbol: graph.MustParseSymbol("A/RES/2200(XXI)A"), Kind: graph.Treaty,
			Names: []string{"the Covenant", "ICCPR"}, Title: "International Covenant on Civil and Political Rights",
			Date: graph.MustParseDate("1966-12-16"), Body: graph.GeneralAssembly, Session: "XXI", Basis: graph.FromCatalogue,
		},
		udhr: &graph.Instrument{
			ID: "udhr", Symbol: graph.MustParseSymbol("A/RES/217(III)A"), Kind: graph.Declaration,
			Title: "Universal Declaration of Human Rights", Date: graph.MustParseDate("1948-12-10"),
			Body: graph.GeneralAssembly, Session: "III", Basis: graph.FromCatalogue,
		},
		red53: &graph.Instrument{
			ID: "A/HRC/53/45", Symbol: graph.MustParseSymbol("A/HRC/53/45"), Kind: graph.Report,
			Body: graph.HumanRightsCouncil, Session: "53", Basis: graph.FromCitations,
		},
		red1325:   stub("S/RES/1325(2000)", graph.SecurityCouncil),
		hrc48:     stub("A/HRC/RES/48/4", graph.HumanRightsCouncil),
		ga48:      stub("A/RES/48/4", graph.GeneralAssembly),
		article17: &graph.Provision{ID: "iccpr#17", Label: "article 17"},
		article2:  &graph.Provision{ID: "udhr#2", Label: "article 2"},
		privacy:   &graph.Right{ID: "right:privacy", Title: "Right to privacy", Basis: []graph.ID{"iccpr#17"}},
		equality:  &graph.Right{ID: "right:equality", Title: "Equality", Basis: []graph.ID{"udhr"}},
		ohchr: &graph.Actor{
			ID: "actor:ohchr", Title: "Office of the United Nations High Commissioner for Human Rights", Category: "un-body",
		},
		council:  &graph.Actor{ID: "actor:human-rights-council", Title: "Human Rights Council", Category: "un-body"},
		assembly: &graph.Actor{ID: "actor:general-assembly", Title: "General Assembly", Category: "un-body"},
		states:   &graph.Actor{ID: "actor:states", Title: "States", Category: "duty-bearer"},
	}
}

// stub is an instrument known by its symbol alone.
func stub(symbol string, body graph.Body) *graph.Instrument {
	s := graph.MustParseSymbol(symbol)
	return &graph.Instrument{ID: graph.ID(symbol), Symbol: s, Kind: graph.Resolution, Body: body, Basis: graph.FromCitations}
}

// held is the instrument of a held resolution.
func held(symbol, title, date string, body graph.Body, session string) graph.Instrument {
	return graph.Instrument{
		ID: graph.ID(symbol), Symbol: graph.MustParseSymbol(symbol), Kind: graph.Resolution, Title: title,
		Date: graph.MustParseDate(date), Body: body, Session: session,
	}
}

// known is how other documents know a held instrument: by its symbol.
func known(symbol string, body graph.Body) *graph.Instrument { return stub(symbol, body) }

// basis begins a document that knows what the right to privacy rests on.
func (f *fixture) basis(i graph.Instrument) *Draft {
	return Write(i).Catalogue(graph.BasedOn, f.privacy, f.article17).Catalogue(graph.PartOf, f.article17, f.iccpr)
}

func (f *fixture) privacyText() *graph.Document {
	i := held("A/HRC/RES/90/3", "New technologies and the right to privacy", "2033-07-14", graph.HumanRightsCouncil, "90")
	i.Aliases = []graph.Symbol{graph.MustParseSymbol("A/HRC/90/L.27/Rev.1")}
	i.Procedure, i.Subjects = "Adopted without a vote.", []string{"PRIVACY", "TECHNOLOGY"}
	return f.basis(i).AdoptedBy(f.council).
		Paragraph("PP1", graph.Preamble, graph.Recalls, "Recalling its resolution 87/2 of 13 July 2031 on technologies, and resolution 99/175,").
		Cites("resolution 87/2", known("A/HRC/RES/87/2", graph.HumanRightsCouncil), claim("2031-07-13", "technologies")).
		Cites("resolution 99/175", known("A/RES/99/175", graph.GeneralAssembly), confidence(0.9),
			instead("A/HRC/RES/99/175", 0.05), instead("A/RES/99/176", 0.03)).
		Paragraph("PP2", graph.Preamble, graph.GuidedBy, "Guided by article 17 of the International Covenant, which guards privacy,").
		Cites("International Covenant", f.iccpr, pinpoint("article 17")).
		Pinpoints("article 17", f.article17, f.iccpr).
		Names("privacy", f.privacy, "").
		Paragraph("OP1", graph.Operative, graph.Requests,
			"Requests the Office of the High Commissioner to report on privacy to the Council at its ninety-third session;").
		Names("Office of the High Commissioner", f.ohchr, graph.Addressee).
		Names("privacy", f.privacy, "").
		Names("the Council", f.council, graph.Named).
		Asks("report on privacy", f.ohchr, graph.Mandate{Product: "report", Forum: graph.HumanRightsCouncil, Session: 93}).
		Paragraph("OP2", graph.Operative, graph.TakesNote, "Takes note of the report, and again of resolution 87/2;",
			"See A/HRC/53/45, on the digital age.").
		Cites("resolution 87/2", known("A/HRC/RES/87/2", graph.HumanRightsCouncil), nearer(graph.Recalls)).
		Cites("A/HRC/53/45", f.red53, claim("2033-05-04", "The digital age"), nearer(graph.Notes)).
		Done()
}

func (f *fixture) earlierText() *graph.Document {
	i := held("A/HRC/RES/87/2", "Emerging technologies", "2031-07-13", graph.HumanRightsCouncil, "87")
	return f.basis(i).AdoptedBy(f.council).
		Paragraph("PP1", graph.Preamble, graph.Recalls, "Recalling resolution 99/175, the Covenant and resolution 48/4 on privacy,").
		Cites("resolution 99/175", known("A/RES/99/175", graph.GeneralAssembly)).
		Cites("the Covenant", f.iccpr, confidence(0.95)).
		Unsure("resolution 48/4", "two bodies have a resolution of this number", f.hrc48, f.ga48).
		Names("privacy", f.privacy, "").
		Paragraph("OP1", graph.Operative, graph.CallsUpon, "Calls upon States to respect equality;").
		Names("States", f.states, graph.Addressee).
		Names("equality", f.equality, "").
		Catalogue(graph.BasedOn, f.equality, f.udhr).
		Done()
}

func (f *fixture) assemblyText() *graph.Document {
	i := held("A/RES/99/175", "The right to privacy in the digital age", "2024-12-17", graph.GeneralAssembly, "99")
	return Write(i).AdoptedBy(f.assembly).
		Paragraph("PP1", graph.Preamble, graph.Reaffirms, "Reaffirming the Universal Declaration of Human Rights, article 2,").
		Cites("Universal Declaration of Human Rights", f.udhr).
		Pinpoints("article 2", f.article2, f.udhr).
		Paragraph("PP2", graph.Preamble, graph.Notes, "Noting Council resolution 87/2,").
		Cites("resolution 87/2", known("A/HRC/RES/87/2", graph.HumanRightsCouncil), nearer(graph.Notes)).
		Paragraph("OP10", graph.Operative, graph.Decides, "Decides to remain seized of the matter.").
		Done()
}

func (f *fixture) securityText() *graph.Document {
	i := held("S/RES/9001(2033)", "Women, peace and technology", "2033-07-14", graph.SecurityCouncil, "")
	return f.basis(i).
		Paragraph("PP1", graph.Preamble, graph.Recalls, "Recalling resolutions 1325 (2000) and 90/3 of 1 July 2033,").
		Cites("1325 (2000)", f.red1325, claim("2000-10-31", "Women and peace and security")).
		Cites("90/3", known("A/HRC/RES/90/3", graph.HumanRightsCouncil), claim("2033-07-01", ""),
			finding(graph.DateContradicts, "printed 1 July 2033, known 14 July 2033")).
		Paragraph("PP2", graph.Preamble, graph.TakesNote, "Taking note of the report on the digital age and of the same resolution,").
		Cites("report", f.red53, claim("2033-05-04", "The digital age and rights"), confidence(0.7)).
		Unsure("the same resolution", "nothing is named before").
		Finding(graph.Finding{Kind: graph.ImpossibleNumber, Detail: "no number at all"}).
		Paragraph("OP1", graph.Operative, graph.Demands, "Demands respect for privacy;").
		Names("privacy", f.privacy, "").
		Done()
}

func (f *fixture) statement() *graph.Document {
	i := held("S/PRST/2033/7", "Statement by the President", "", graph.SecurityCouncil, "")
	i.Kind = graph.PresidentialStatement
	return Write(i).
		Paragraph("PP1", graph.Preamble, graph.Recalls, "The Council recalls resolution 9001 (2033) and this statement.").
		Cites("resolution 9001 (2033)", known("S/RES/9001(2033)", graph.SecurityCouncil)).
		Cites("this statement", &i).
		Done()
}

func (f *fixture) accents() *graph.Document {
	i := held("A/RES/99/176", "Déclaration sur l’Économie numérique", "2024-12-17", graph.GeneralAssembly, "99")
	return Write(i).AdoptedBy(f.assembly).
		Paragraph("PP1", graph.Preamble, graph.Other, "Émue par les naïfs de Curaçao, la Straße und Øresund, Ελλάδα, Москва, 人权 et حقوق,").
		Paragraph("OP2", graph.Operative, graph.Other, "ZERO\u00a0width, “quoted” e\u0301t\u00e9.").
		Done()
}

func (f *fixture) joint() *graph.Document {
	i := held("A/98/895", "Letter on the Commissioner's office", "2033-06-01", "", "98")
	i.Kind, i.Aliases = graph.OtherDocument, []graph.Symbol{graph.MustParseSymbol("S/2033/363")}
	return Write(i).
		Paragraph("PP1", graph.Preamble, "", "A letter to the Office of the High Commissioner.").
		Names("Office of the High Commissioner", f.ohchr, graph.Named).
		Done()
}

func (f *fixture) lonely() *graph.Document {
	i := held("A/HRC/RES/90/30", "Lonely text", "2033-07-15", graph.HumanRightsCouncil, "90")
	i.Kind = graph.Decision
	return Write(i).
		Paragraph("OP2", graph.Operative, graph.Decides, "Decides to extend for three years;").
		Asks("extend", nil, graph.Mandate{Product: "mandate extension", Months: 36}).
		Asks("three years", nil, graph.Mandate{Product: "review", Due: "2036"}).
		Paragraph("OP10", graph.Operative, graph.Requests, "Requests all to be present.").
		Done()
}

func claim(date, title string) func(*graph.Link) {
	return func(l *graph.Link) { l.Claim = graph.Claim{Date: graph.MustParseDate(date), Title: title} }
}

func confidence(c float64) func(*graph.Link) { return func(l *graph.Link) { l.Confidence = c } }

func instead(id graph.ID, c float64) func(*graph.Link) {
	return func(l *graph.Link) {
		l.Alternatives = append(l.Alternatives, graph.Alternative{Instrument: id, Confidence: c})
	}
}

func pinpoint(s string) func(*graph.Link) { return func(l *graph.Link) { l.Pinpoint = s } }

func nearer(a graph.Act) func(*graph.Link) { return func(l *graph.Link) { l.Act = a } }

func finding(kind graph.FindingKind, detail string) func(*graph.Link) {
	return func(l *graph.Link) { l.Findings = append(l.Findings, graph.Finding{Kind: kind, Detail: detail}) }
}
