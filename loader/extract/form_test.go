package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/loader/catalog"
)

// form is one of the forms in which texts cite (docs/accuracy.md), with a text of the same manner.
type form struct {
	name string
	body graph.Body // who speaks; the Human Rights Council where it is empty
	text string
	note string // a footnote of the paragraph
	want string // ids in reading order; "?" is an open mention, "a|b" an ambiguous one
}

func testExtractor(t testing.TB) *Extractor {
	t.Helper()
	c, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return New(c)
}

func inputOf(f form) Input {
	in := Input{
		Instrument: graph.Instrument{ID: "A/HRC/RES/58/99", Symbol: graph.MustParseSymbol("A/HRC/RES/58/99"), Body: graph.HumanRightsCouncil, Date: graph.MustParseDate("2025-04-03")},
		Paragraphs: []graph.Paragraph{{Place: "PP1", Part: graph.Preamble, Text: f.text}},
	}
	switch f.body {
	case graph.GeneralAssembly:
		in.Instrument.ID, in.Instrument.Symbol = "A/RES/79/999", graph.MustParseSymbol("A/RES/79/999")
	case graph.SecurityCouncil:
		in.Instrument.ID, in.Instrument.Symbol = "S/RES/2770(2025)", graph.MustParseSymbol("S/RES/2770(2025)")
	case graph.EconomicAndSocialCouncil:
		in.Instrument.ID, in.Instrument.Symbol = "E/RES/2025/99", graph.MustParseSymbol("E/RES/2025/99")
	}
	if f.body != "" {
		in.Instrument.Body = f.body
	}
	if f.note != "" {
		in.Paragraphs[0].Notes = []graph.Note{{Mark: "1", Text: f.note}}
	}
	return in
}

// targets writes citations as form.want does.
func targets(citations []Citation) string {
	var all []string
	for _, c := range citations {
		switch c.Status {
		case graph.Resolved:
			all = append(all, string(c.Target))
		case graph.Open:
			all = append(all, "?")
		case graph.Ambiguous:
			var ids []string
			for _, candidate := range c.Candidates {
				ids = append(ids, string(candidate.Target))
			}
			all = append(all, strings.Join(ids, "|"))
		}
	}
	return strings.Join(all, " ")
}

func testForms(t *testing.T, forms []form) {
	t.Helper()
	x := testExtractor(t)
	for _, f := range forms {
		t.Run(f.name, func(t *testing.T) {
			got := x.Extract(inputOf(f)).Citations
			if diff := cmp.Diff(targets(got), f.want); diff != "" {
				t.Errorf("%s\n%s\n(-got +want)\n%s", f.text, f.note, diff)
			}
		})
	}
}

const (
	ga = graph.GeneralAssembly
	sc = graph.SecurityCouncil
	es = graph.EconomicAndSocialCouncil
)

func TestPlainForms(t *testing.T) { testForms(t, plainForms()) }

func plainForms() []form {
	return []form{
		{name: "1 Assembly, date", text: "Recalling General Assembly resolution 70/161 of 17 December 2015,", want: "A/RES/70/161"},
		{name: "2 Council, date", text: "Recalling Human Rights Council resolution 16/18 of 24 March 2011,", want: "A/HRC/RES/16/18"},
		{name: "3 short Council", text: "Pursuant to Council resolution 33/25 of 30 September 2016,", want: "A/HRC/RES/33/25"},
		{name: "4 short Assembly", text: "Taking note of Assembly resolution 71/321 of 8 September 2017,", want: "A/RES/71/321"},
		{name: "5 own", text: "Recalling its resolutions 21/4 and 21/5,", want: "A/HRC/RES/21/4 A/HRC/RES/21/5"},
		{name: "6 its of another", text: "Welcoming the compact endorsed by the General Assembly in its resolution 73/198,", want: "A/RES/73/198"},
		{name: "7 its of the Security Council", text: "as stated by the Security Council in its resolutions 2321 (2016) of 30 November 2016 and 2371 (2017),", want: "S/RES/2321(2016) S/RES/2371(2017)"},
		{name: "8 bare", body: ga, text: "as reaffirmed in resolution 46/235 of 13 April 1992,", want: "A/RES/46/235"},
		{name: "9 body behind", text: "Noting resolution 60/2 on women and the girl child, adopted by the Commission on the Status of Women,", want: "E/CN.6/RES/60/2"},
		{name: "10 Security Council", text: "Noting Security Council resolution 2699 (2023) of 2 October 2023,", want: "S/RES/2699(2023)"},
		{name: "11 Security Council, own", body: sc, text: "Reaffirming its resolution 2086 (2013),", want: "S/RES/2086(2013)"},
		{name: "12 without year", body: sc, text: "the measures contained in its resolutions 1261, 1314, 1379 and 1460,", want: "S/RES/1261(1999) S/RES/1314(2000) S/RES/1379(2001) S/RES/1460(2003)"},
		{name: "13 one year for many", body: sc, text: "Recalling its resolutions 1908, 1927 and 1944 (2010),", want: "S/RES/1908(2010) S/RES/1927(2010) S/RES/1944(2010)"},
		{name: "14 capital", body: sc, text: "the implementation of Security Council Resolution 338 (1973);", want: "S/RES/338(1973)"},
	}
}

func TestListForms(t *testing.T) { testForms(t, listForms()) }

func listForms() []form {
	return []form{
		{name: "15 dated list", text: "Recalling its resolutions 17/19 of 17 June 2011, 27/32 of 26 September 2014 and 32/2 of 30 June 2016,", want: "A/HRC/RES/17/19 A/HRC/RES/27/32 A/HRC/RES/32/2"},
		{name: "16 undated list", text: "Recalling Council resolutions 29/23, 32/29, 35/31 and 41/25,", want: "A/HRC/RES/29/23 A/HRC/RES/32/29 A/HRC/RES/35/31 A/HRC/RES/41/25"},
		{name: "17 titles between", text: "Recalling its resolutions 12/16 of 2 October 2009 on freedom of opinion, 28/16 of 26 March 2015 on privacy and 23/2 of 13 June 2013 on the role of opinion,", want: "A/HRC/RES/12/16 A/HRC/RES/28/16 A/HRC/RES/23/2"},
		{name: "18 body changes", text: "the most recent being Assembly resolution 74/246 of 27 December 2019 and Council resolutions S-27/1 of 5 December 2017 and 37/32 of 9 April 2018,", want: "A/RES/74/246 A/HRC/RES/S-27/1 A/HRC/RES/37/32"},
		{name: "20 shared date", text: "Recalling its resolutions 6/30 and 7/24 of 28 March 2008, and 5/1 and 5/2, both of 18 June 2007,", want: "A/HRC/RES/6/30 A/HRC/RES/7/24 hrc-institution-building hrc-code-of-conduct"},
		{name: "21 shared by two bodies", text: "General Assembly resolution 60/180 and Security Council resolution 1645 (2005), both of 20 December 2005,", want: "A/RES/60/180 S/RES/1645(2005)"},
		{name: "22 of the same date", body: ga, text: "its resolution 3201 (S-VI) of 1 May 1974 and its resolution 3202 (S-VI) of the same date,", want: "nieo-declaration nieo-programme"},
		{name: "23 resolution and decision", text: "resolutions 6/29 and 6/30 and decision 5/101 of 18 June 2007, and resolution 16/21 of 25 March 2011,", want: "A/HRC/RES/6/29 A/HRC/RES/6/30 A/HRC/DEC/5/101 A/HRC/RES/16/21"},
		{name: "24 Security Council list", body: ga, text: "resolutions 1754 (2007), 1783 (2007) and 2494 (2019),", want: "S/RES/1754(2007) S/RES/1783(2007) S/RES/2494(2019)"},
		{name: "25 note", body: ga, text: "Recalling its resolutions,", note: "Resolutions 56/183, 57/238 and 75/202.", want: "A/RES/56/183 A/RES/57/238 A/RES/75/202"},
		{name: "26 note of another body", body: ga, text: "Recalling resolutions,", note: "Economic and Social Council resolutions 2006/46, 2008/3 and 2021/28.", want: "E/RES/2006/46 E/RES/2008/3 E/RES/2021/28"},
		{name: "27 letters", body: ga, text: "Recalling its resolutions 33/28 A to C of 7 December 1978 and 32/40 A and B,", want: "A/RES/33/28A A/RES/33/28B A/RES/33/28C A/RES/32/40A A/RES/32/40B"},
		{name: "28 pinpoints between", body: ga, text: "Recalling,", note: "Resolutions 52/214, sect. C, para. 3; 55/222, sect. III, para. 12; 56/64 B, sect. X.", want: "A/RES/52/214 A/RES/55/222 A/RES/56/64B"},
		{name: "29 series by reference", text: "Security Council resolution 1325 (2000) and its subsequent resolutions 1820 (2008) and 1888 (2009),", want: "S/RES/1325(2000) S/RES/1820(2008) S/RES/1888(2009)"},
		{name: "29 others of another body", text: "the most recent of which is resolution 34/20, and relevant resolutions of the General Assembly and the Commission on Human Rights,", want: "A/HRC/RES/34/20"},
		{name: "30 latest of a series", text: "all its resolutions on albinism, the most recent of which is resolution 47/12 of 12 July 2021,", want: "A/HRC/RES/47/12"},
		{name: "31 open series", body: sc, text: "Recalling all its resolutions on Libya since resolution 1970 (2011),", want: "S/RES/1970(2011)"},
	}
}

func TestOldAndOddForms(t *testing.T) { testForms(t, oldForms()) }

func oldForms() []form {
	return []form{
		{name: "32 Roman session", text: "General Assembly resolution 1803 (XVII) of 14 December 1962,", want: "A/RES/1803(XVII)"},
		{name: "33 Roman and letter", body: ga, text: "Recalling,", note: "Resolution 217 A (III). See resolution 2200 A (XXI), annex.", want: "udhr A/RES/2200(XXI)A"},
		{name: "34 special session, Roman", body: ga, text: "resolutions 1874 (S-IV) of 27 June 1963 and 3362 (S-VII),", want: "A/RES/1874(S-IV) A/RES/3362(S-VII)"},
		{name: "35 special session of the Council", text: "Recalling Human Rights Council resolution S-32/1 of 5 November 2021,", want: "A/HRC/RES/S-32/1"},
		{name: "36 special session of the Assembly", body: ga, text: "its resolution S-32/1 of 2 June 2021,", want: "A/RES/S-32/1"},
		{name: "37 emergency session", text: "General Assembly resolutions ES-10/15 of 20 July 2004 and ES\u201110/17,", want: "A/RES/ES-10/15 A/RES/ES-10/17"},
		{name: "38 year and number", text: "Economic and Social Council resolution 1996/31 of 25 July 1996,", want: "E/RES/1996/31"},
		{name: "39 old Council", body: ga, text: "Economic and Social Council resolutions 3 (III) of 3 October 1946, 150 (VII) of 10 August 1948 and 1985/4,", want: "E/RES/3(III) E/RES/150(VII) E/RES/1985/4"},
		{name: "40 Commission on Human Rights", text: "Commission on Human Rights resolutions 2005/70 of 20 April 2005 and 2005/81 of 21 April 2005,", want: "E/CN.4/RES/2005/70 E/CN.4/RES/2005/81"},
		{name: "41 short Commission", text: "all resolutions of the Commission on Human Rights, in particular Commission resolution 2004/37 of 19 April 2004 and Council resolution 8/3 of 18 June 2008,", want: "E/CN.4/RES/2004/37 A/HRC/RES/8/3"},
		{name: "42 Sub-Commission", text: "Sub-Commission on the Promotion and Protection of Human Rights resolution 2001/3,", want: "E/CN.4/Sub.2/RES/2001/3"},
		{name: "43 Environment Assembly", body: ga, text: "United Nations Environment Assembly resolutions 1/7 of 27 June 2014 and 5/14 of 2 March 2022,", want: "UNEP/EA.1/Res.7 UNEP/EA.5/Res.14"},
		{name: "44 World Health Assembly", text: "World Health Assembly resolution WHA72.8 of 28 May 2019,", want: "WHA72.8"},
		{name: "44 World Health Assembly, short", body: ga, text: "the World Health Assembly, in its resolution 58.16 of 25 May 2005,", want: "WHA58.16"},
		{name: "45 UNESCO", body: ga, text: "resolution 31C/28 of 2 November 2001 of the General Conference of the United Nations Educational, Scientific and Cultural Organization,", want: "31C/28"},
		{name: "46 functional commissions", text: "Commission on Narcotic Drugs resolutions 57/5 and 63/4, and Commission on Crime Prevention and Criminal Justice resolution 30/1 of 21 May 2021,", want: "E/CN.7/RES/57/5 E/CN.7/RES/63/4 E/CN.15/RES/30/1"},
		{name: "48 Organization of American States", body: sc, text: "Welcoming resolution AG/RES. 3039 (LV-O/25) of the General Assembly of the Organization of American States,", want: "AG/RES.3039(LV-O/25)"},
		{name: "48 African Union", body: sc, text: "Welcoming decision Assembly/AU/Dec.605 (XXVII) and decision EX.CL/Dec.215 (VII),", want: "Assembly/AU/Dec.605(XXVII) EX.CL/Dec.215(VII)"},
		{name: "48 Maritime Organization", body: ga, text: "Noting resolution A.1117(30) of 6 December 2017 of the International Maritime Organization and resolution MEPC.320(74),", want: "A.1117(30) MEPC.320(74)"},
		{name: "48 Atomic Energy Agency", body: ga, text: "Taking note of resolutions GC(64)/RES/9 and GC(64)/RES/10 of the General Conference of the International Atomic Energy Agency,", want: "GC(64)/RES/9 GC(64)/RES/10"},
		{name: "48 Food and Agriculture Organization", body: ga, text: "as proclaimed by the Food and Agriculture Organization of the United Nations in its resolution 7/2019 of 28 June 2019,", want: "C/RES/7/2019"},
		{name: "48 African Commission", text: "Noting also resolution 542 (LXXIII) 2022 of the African Commission for Human and Peoples’ Rights,", want: "ACHPR/RES/542(LXXIII)"},
		{name: "44 decisions of the World Health Assembly", text: "Taking note of World Health Assembly decision 74(16) of 31 May 2021 and decision WHA73(8), document WHA73/2020/REC/1,", want: "WHA74(16) WHA73(8) WHA73/2020/REC/1"},
		{name: "45 Executive Board of UNESCO", text: "Noting decision 211 EX/Decision 29 of the Executive Board of UNESCO,", want: "211EX/DEC/29"},
		{name: "49 Desertification", body: ga, text: "Taking note of Conference of the Parties decision 7/COP.13,", want: "7/COP.13"},
		{name: "47 Governing Council", body: ga, text: "approved by the Governing Council of UN-Habitat in its resolution 25/6 of 23 April 2015,", want: "HSP/GC/RES/25/6"},
		{name: "74 another of the same name", body: sc, text: "Recalling the New York Declaration of 20 September 2004 and the New York Declaration,", want: "? new-york-declaration"},
		{name: "48 UNIDO", body: ga, text: "Noting resolution GC.18/Res.4 of 7 November 2019, document GC.18/3 and decision IDB.47/Dec.7,", want: "GC.18/Res.4 GC.18/3 IDB.47/Dec.7"},
		{name: "48 chemical weapons", body: ga, text: "Recalling decision C-25/DEC.9 of 21 April 2021, but not paragraph C-25/9,", want: "C-25/Dec.9"},
		{name: "48 Economic Commission for Europe", body: es, text: "Endorsing Economic Commission for Europe decision J (70),", want: "E/ECE/DEC/70/J"},
		{name: "49 the convention named before", body: ga, text: "the United Nations Convention against Transnational Organized Crime, and decisions 1/5 of 7 July 2004 and 2/3 of 20 October 2005, adopted by the Conference of the Parties to the Convention,", want: "untoc CTOC/COP/DEC/1/5 CTOC/COP/DEC/2/3"},
		{name: "49 another meeting of parties", body: es, text: "under the Convention on Biological Diversity and the Convention on the Rights of the Child, in decision VII/9,", want: "cbd crc ?"},
		{name: "6 its of the subject", body: es, text: "as the Economic and Social Council noted. In its decision 1998/1, the Commission on Population and Development decided on a topic,", want: "E/CN.9/DEC/1998/1"},
		{name: "49 conferences of parties", text: "decision 1/CP.21, decision 1/CMA.5 and, under the Convention on Biological Diversity, decision IX/16 C,", want: "1/CP.21 1/CMA.5 cbd CBD/COP/DEC/IX/16C"},
	}
}

func TestDocumentForms(t *testing.T) { testForms(t, documentForms()) }

func documentForms() []form {
	return []form{
		{name: "50 decision of the Council", text: "Human Rights Council decision 25/117 of 27 March 2014,", want: "A/HRC/DEC/25/117"},
		{name: "51 decision of the Assembly", text: "General Assembly decision 74/556 of 20 May 2020,", want: "A/DEC/74/556"},
		{name: "52 decision of the Economic and Social Council", text: "Economic and Social Council decision 2004/285 of 22 July 2004,", want: "E/DEC/2004/285"},
		{name: "53 statements of the Council", text: "Recalling President's statement 18/2 of 20 September 2011, presidential statement 29/1 and President's statement PRST/43/1,", want: "A/HRC/PRST/18/2 A/HRC/PRST/29/1 A/HRC/PRST/43/1"},
		{name: "54 statement with symbol", body: sc, text: "the statement of its President of 12 November 1999 (S/PRST/1999/30),", want: "S/PRST/1999/30"},
		{name: "55 statement, broken symbol", body: sc, text: "the statement of its President of 9 February 2001 (S/PRST/4),", want: "S/PRST/2001/4"},
		{name: "56 statement by date", body: sc, text: "recalls its Presidential Statement of 12 November 1999,", want: "S/PRST/1999/30"},
		{name: "56 statement of a day without any", body: sc, text: "recalls its Presidential Statement of 13 November 1999,", want: "?"},
		{name: "57 symbol", text: "Human Rights Council resolution A/HRC/RES/54/13 and S/RES/1674 (2006), op.3,", want: "A/HRC/RES/54/13 S/RES/1674(2006)"},
		{name: "58 reports", text: "the reports of the expert (E/CN.4/2006/30, A/HRC/4/58 and A/HRC/10/36),", want: "E/CN.4/2006/30 A/HRC/4/58 A/HRC/10/36"},
		{name: "59 addenda, elided", body: sc, text: "as contained in documents S/4389 and Add.1-3,", want: "S/4389 S/4389/Add.1 S/4389/Add.2 S/4389/Add.3"},
		{name: "60 sections in brackets", body: ga, text: "Noting,", note: "A/77/6 (Sect. 8)/Corr.1. See A/CONF.157/24 (Part I), chap. III.", want: "A/77/6(Sect.8)/Corr.1 A/CONF.157/24(PartI)"},
		{name: "61 Official Records", body: ga, text: "Noting,", note: "Official Records of the General Assembly, Sixty-eighth Session, Supplement No. 53 (A/68/53), chap. IV, sect. A, resolution 23/2.", want: "A/68/53 A/HRC/RES/23/2"},
		{name: "62 report by title, symbol in the note", text: "Taking note of the report of the Office of the High Commissioner on the harvest and human rights,", note: "A/HRC/15/26.", want: "A/HRC/15/26"},
		{name: "64 opinion by its day", text: "Recalling the advisory opinion of the International Court of Justice of 9 July 2004 on the Legal Consequences of the Construction of a Wall in the Occupied Palestinian Territory,", want: "icj-advisory-wall"},
		{name: "64 judgment", text: "Noting the judgment of 7 March 2023 of the European Court of Human Rights in the case Imagined and Others v. Nowhere,", want: "?"},
		{name: "63 draft", text: "the text of resolution 53/27 rev.1, entitled “A text of our own”,", want: "A/HRC/53/L.27/Rev.1"},
		{name: "63 draft by symbol", body: ga, text: "draft resolution A/C.2/77/L.59,", want: "A/C.2/77/L.59"},
	}
}

func TestNameForms(t *testing.T) { testForms(t, nameForms()) }

func nameForms() []form {
	return []form{
		{name: "65 article", text: "article 12 of the Universal Declaration of Human Rights and article 17 of the International Covenant on Civil and Political Rights,", want: "udhr iccpr"},
		{name: "66 short name", text: "the Convention on the Rights of Persons with Disabilities, and article 19 of the Convention,", want: "crpd crpd"},
		{name: "67 thereto", text: "the Convention on the Rights of Persons with Disabilities and the Optional Protocol thereto,", want: "crpd crpd-op"},
		{name: "67 thereto, by subject", text: "the Convention on the Rights of the Child and the Optional Protocols thereto on the sale of children, child prostitution and child pornography and on the involvement of children in armed conflict,", want: "crc crc-opac crc-opsc"},
		{name: "68 Charter", body: sc, text: "Acting under Chapter VII of the Charter of the United Nations,", want: "un-charter"},
		{name: "69 common article", body: ga, text: "common article 1 of the four Geneva Conventions,", want: "geneva-conventions"},
		{name: "70 labour conventions", text: "the Worst Forms of Child Labour Convention, 1999 (No. 182), and the Forced Labour Convention, 1930 (No. 29), and the Protocol of 2014 thereto,", want: "ilo-182 ilo-29 ilo-p29"},
		{name: "70 brackets within a name", text: "the Discrimination (Employment and Occupation) Convention, 1958, and the World Conference against Racism, Racial Discrimination and Related Intolerance,", want: "ilo-111"},
		{name: "71 general comment", text: "the Committee on the Rights of the Child, in its general comment No. 16 (2013),", want: "CRC/C/GC/16"},
		{name: "72 joint comment", text: "joint general recommendation No. 31 of the Committee on the Elimination of Discrimination against Women/general comment No. 18 of the Committee on the Rights of the Child,", want: "CEDAW/C/GC/31 CRC/C/GC/18"},
		{name: "73 goals", text: "Sustainable Development Goal targets 5.2, 8.7 and 16.2, and the Sustainable Development Goals,", want: "sdgs sdgs"},
		{name: "74 named", text: "Guided by the Vienna Declaration and Programme of Action,", want: "vdpa"},
		{name: "75 a description, no name", text: "in line with the United Nations guiding principles of humanitarian assistance,", want: ""},
		{name: "75 another's principles", text: "the United Nations Guiding Principles on Alternative Development,", want: "alternative-development-principles"},
		{name: "75 long tail", text: "the Guiding Principles on Business and Human Rights: Implementing the United Nations “Protect, Respect and Remedy” Framework,", want: "ungps"},
		{name: "76 defined", text: "the principles relating to the status of national institutions for the promotion and protection of human rights (the Paris Principles), and the Paris Principles,", want: "paris-principles paris-principles"},
		{name: "77 number and name", body: ga, text: "Reaffirming its resolution 70/1 of 25 September 2015, entitled “Transforming our world: the 2030 Agenda for Sustainable Development”, and the 2030 Agenda,", want: "agenda-2030 agenda-2030"},
		{name: "78 before adoption", text: "the development of a global digital compact, and the proposal for the compact to set out principles,", want: "global-digital-compact global-digital-compact"},
		{name: "79 treaty series", body: ga, text: "Noting,", note: "United Nations, Treaty Series, vol. 1577, No. 27531.", want: "crc"},
		{name: "73 targets of the Goals", text: "the 2030 Agenda, especially targets 5.3, 8.7 and 16.2 of the Sustainable Development Goals,", want: "agenda-2030 sdgs"},
		{name: "49 special session", body: ga, text: "Recalling decision SS.IV/1 of 18 June 1994 of the Governing Council of the United Nations Environment Programme,", want: "UNEP/GC/DEC/SS.IV/1"},
		{name: "49 another sentence", body: ga, text: "It took no decision. IV/1 is a page.", want: ""},
		{name: "the beginning of a longer name", body: ga, text: "the Vienna Declaration on Crime and Justice: Meeting the Challenges of the Twenty-first Century, and paragraph 28 of the Vienna Declaration,", want: "vienna-crime-declaration vienna-crime-declaration"},
		{name: "the beginning of a longer name, itself named", body: ga, text: "the Vienna Declaration and Programme of Action, the Vienna Declaration on Crime and Justice, the Vienna Declaration and Programme of Action and the Vienna Declaration,", want: "vdpa vienna-crime-declaration vdpa vdpa"},
		{name: "on a basis", body: ga, text: "the United Nations Global Plan of Action to Combat Trafficking in Persons, implementing the Global Plan of Action on a four-year basis,", want: "trafficking-plan trafficking-plan"},
		{name: "73 plural", text: "Welcoming the 2030 Agenda, reviewing Goals 3 and 4,", want: "agenda-2030 sdgs"},
		{name: "73 of the Millennium", body: ga, text: "Recalling Millennium Development Goal 2, Millennium Development Goals 4 and 5, and Goal 8,", want: "mdgs mdgs"},
		{name: "73 of a strategy", text: "Welcoming the 2030 Agenda, Strategic Goal 2 and Strategic Goals 1 to 3 of its plan, and goals 1 and 2,", want: "agenda-2030"},
		{name: "73 of nothing named", text: "Noting Goals 3 and 4 of the plan, and Goal 2,", want: ""},
		{name: "both Covenants", text: "and the International Covenants on Human Rights,", want: "iccpr icescr"},
		{name: "unknown treaty", text: "the Convention on the Transfer of Imagined Goods,", want: "?"},
	}
}

func TestReferencesBack(t *testing.T) { testForms(t, backForms()) }

func backForms() []form {
	return []form{
		{name: "80 paragraph of", text: "paragraph 5 (f) of General Assembly resolution 66/281 of 28 June 2012,", want: "A/RES/66/281"},
		{name: "81 section of", body: ga, text: "section X of its resolution 76/246, section II of its resolution 76/246 B,", want: "A/RES/76/246 A/RES/76/246B"},
		{name: "82 annex", body: ga, text: "Noting,", note: "Resolution 71/313, annex.", want: "A/RES/71/313"},
		{name: "83 those", text: "Recalling its resolutions 6/29 and 6/30, and stressing that duties are discharged in accordance with those resolutions,", want: "A/HRC/RES/6/29 A/HRC/RES/6/30 A/HRC/RES/6/29 A/HRC/RES/6/30"},
		{name: "84 present", text: "to follow up on the implementation of the present resolution,", want: ""},
		{name: "85 above-mentioned", text: "Supporting the above-mentioned initiative and the said programme,", want: ""},
		{name: "85 above-mentioned resolution", text: "Recalling its resolution 21/4 of 27 September 2012, and as the above-mentioned resolution asks,", want: "A/HRC/RES/21/4 A/HRC/RES/21/4"},
		{name: "88 ordinal session", text: "Taking note of the agreed conclusions adopted by the Commission on the Status of Women at its sixtieth session,", want: ""},
		{name: "86 Ibid. of a place", body: ga, text: "Noting,", note: "See resolution 60/288, annex. Ibid., para. 4.", want: "counter-terrorism-strategy"},
		{name: "op. cit. behind a name", body: ga, text: "Noting,", note: "Resolution 71/313, op. cit., para. 4.", want: "A/RES/71/313"},
		{name: "op. cit. of an author", body: ga, text: "Noting,", note: "Imagined, op. cit., p. 5.", want: "?"},
		{name: "called so", body: ga, text: "the United Nations Convention on the Law of the Sea (“the Convention”), the Convention on Biological Diversity, and parties to the Convention and to that Convention,", want: "unclos cbd unclos unclos"},
		{name: "called so, unknown", body: ga, text: "under the Treaty of Friendship with Nowhere (“the Treaty”) and the Treaty on the Non-Proliferation of Nuclear Weapons, parties to the Treaty,", want: "npt"},
		{name: "87 see", body: ga, text: "Noting,", note: "See resolution S-10/2.", want: "A/RES/S-10/2"},
		{name: "89 class", text: "all relevant resolutions of the Commission on Human Rights, the Human Rights Council and the General Assembly,", want: ""},
		{name: "86 Ibid.", body: ga, text: "Noting,", note: "See resolution 60/288, annex. Ibid., vol. 1465, No. 24841.", want: "counter-terrorism-strategy cat"},
		{name: "charter is the United Nations'", text: "the African Charter on Human and Peoples' Rights, and in the Charter,", want: "banjul-charter banjul-charter"},
	}
}

// What points at the document itself, or at nothing that is sure, cites nothing; what the document has said before is remembered.
func TestOwnAndOthers(t *testing.T) {
	testForms(t, []form{
		{name: "a noun that only ends a title", text: "the World Conference against Racism, Racial Discrimination, Xenophobia and Related Intolerance, and Migrant Workers and Social Security,", want: ""},
		{name: "own text, before others", text: "the Convention against Discrimination in Education, and the present Convention,", want: "education-discrimination-convention"},
		{name: "same number again", body: ga, text: "Recalls Human Rights Council resolutions 43/1 and 47/21, and welcomes the agenda submitted pursuant to resolution 43/1,", want: "A/HRC/RES/43/1 A/HRC/RES/47/21 A/HRC/RES/43/1"},
		{name: "same number after another body", body: ga, text: "Recalls Human Rights Council resolution 43/1, and welcomes General Assembly resolution 74/12 and resolution 43/1 of the same year,", want: "A/HRC/RES/43/1 A/RES/74/12 A/HRC/RES/43/1"},
		{name: "a conference that the catalogue does not have", body: ga, text: "Takes note of resolution 4 (I) of 15 June 1972 adopted by the Conference,", want: "?"},
		{name: "a committee's decision", body: es, text: "Noting decision 3/102 of the experts, as annexed,", want: "?"},
		{name: "the Sub-Commission by its month", text: "Recalling resolution 2000/22 of 18 August 2000 on dialogue,", want: "E/CN.4/Sub.2/RES/2000/22"},
		{name: "the Commission by its month", text: "as established in its resolution 2005/55 of 20 April 2005,", want: "E/CN.4/RES/2005/55"},
		{name: "another organization's sessions", body: ga, text: "Taking note of resolution 668 (XXI) adopted by the General Assembly of the World Tourism Organization and resolution 707 (XXII) adopted at its next session,", want: "? ?"},
		{name: "year and number far apart", body: sc, text: "established under resolution 86 (1964) and resolution 1325 (2001),", want: "? S/RES/1325(2001)"},
		{name: "several lists, those resolutions", body: ga, text: "contained in General Assembly resolution 60/288 and recalling Assembly resolution 62/272 of 5 September 2008, as provided for in those resolutions,", want: "counter-terrorism-strategy A/RES/62/272 counter-terrorism-strategy A/RES/62/272"},
		{name: "corrigendum of an addendum", body: ga, text: "the reports (A/8783 and Add.1, Add.1/Corr.1 and Add.2),", want: "A/8783 A/8783/Add.1 A/8783/Add.1/Corr.1 A/8783/Add.2"},
		{name: "joint corrigendum", body: ga, text: "in document A/76/668-S/2022/66/Corr.1,", want: "A/76/668/Corr.1"},
		{name: "Roman general recommendation", text: "the Committee on the Elimination of Racial Discrimination, in its general recommendation XV of 17 March 1993,", want: "CERD/C/GC/15"},
		{name: "Ibid. of another volume", body: sc, text: "Noting,", note: "Ibid., Third Year, Special Supplement No. 1, appendix XI.", want: ""},
	})
}

// "This Convention" in an annexed treaty is that treaty, and so is "the Convention" after it.
func TestAnnexSpeaksOfItself(t *testing.T) {
	in := inputOf(form{text: "Adopts the Convention annexed to it,"})
	for _, text := range []string{
		"Recalling the Convention against Discrimination in Education,", "In this Convention the words have their meaning.", "Parties to the Convention shall report.",
		"under the Convention against Discrimination in Education, Parties to the Convention shall report,",
	} {
		in.Paragraphs = append(in.Paragraphs, graph.Paragraph{Place: "ANNEX-1", Part: graph.Annexed, Text: text})
	}
	got := targets(testExtractor(t).Extract(in).Citations)
	if want := "education-discrimination-convention education-discrimination-convention education-discrimination-convention"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// An author who names the body of a number once, in the text or in its title, means it again.
func TestNumbersSaidBefore(t *testing.T) {
	x := testExtractor(t)
	in := Input{
		Instrument: graph.Instrument{ID: "text:note", Kind: graph.Commentary, Title: "Human Rights Council resolution 46/3 explained"},
		Paragraphs: []graph.Paragraph{
			{Part: graph.Operative, Text: "The text builds on resolution 46/3 and its ideas."},
			{Part: graph.Operative, Text: "It follows General Assembly resolution 46/7."},
			{Part: graph.Operative, Text: "Of resolution 46/7 little is left."},
		},
	}
	var got []string
	for _, c := range x.Extract(in).Citations {
		got = append(got, string(c.Target))
	}
	if diff := cmp.Diff(got, []string{"A/HRC/RES/46/3", "A/RES/46/7", "A/RES/46/7"}); diff != "" {
		t.Errorf("citations differ (-got +want):\n%s", diff)
	}
}

func TestDamage(t *testing.T) { testForms(t, damageForms()) }

func damageForms() []form {
	return []form{
		{name: "92 blanks in numbers", body: ga, text: "its resolution 40/ 18 of 1 8 November 1985 and Council resolution 1981/ 62,", want: "A/RES/40/18 E/RES/1981/62"},
		{name: "93 no blank after a comma", text: "its resolutions 27/1 of 30 September 2014,30/4 of 1 October 2015,33/12 of 29 September 2016,", want: "A/HRC/RES/27/1 A/HRC/RES/30/4 A/HRC/RES/33/12"},
		{name: "94 missing comma", body: sc, text: "Recalling its resolutions 2360 (2017) 2424 (2018), and 2478 (2019),", want: "S/RES/2360(2017) S/RES/2424(2018) S/RES/2478(2019)"},
		{name: "55 year left out of a symbol", body: sc, text: "the statements of its President of 8 July 1999 (S/PRST/1999/21) and 20 July 2000 (S/PRST/25),", want: "S/PRST/1999/21 S/PRST/2000/25"},
		{name: "55 number of no statement of that day", body: sc, text: "the statements of its President of 8 July 1999 (S/PRST/1999/21) and 20 July 2000 (S/PRST/26),", want: "S/PRST/1999/21 ?"},
		{name: "92 a one like an I", body: ga, text: "(A/43/32 and Corr. I and 2), but A/43/33 and Corr. Itself,", want: "A/43/32 A/43/32/Corr.1 A/43/32/Corr.2 A/43/33"},
		{name: "95 typo in a year", body: ga, text: "its resolutions 71/266 of 23 December 2016, 72/256 of 24 December 2107,", want: "A/RES/71/266 A/RES/72/256"},
		{name: "96 date of distribution", text: "resolution 17/4 of 6 July 2011,", want: "A/HRC/RES/17/4"},
		{name: "98 own symbol", text: "A/HRC/RES/58/99 and A/HRC/RES/58/98,", want: "A/HRC/RES/58/98"},
		{name: "101 short name against a wrong link", body: ga, text: "Council resolution 51/19 of 6 October 2022,", want: "A/HRC/RES/51/19"},
		{name: "102 lower case", text: "document A/hrc/RES/54/13,", want: "A/HRC/RES/54/13"},
		{name: "103 false shapes", text: "Agenda item 71 (b), page 2/14, the years (2016-2030), a half (1/2), round the clock 24/7, 50/50, section No. 16 (2013),", want: ""},
		{name: "19 another body's numbers", text: "resolution 91 and decisions 250/2002 and 275/2003 of the African Commission on Human and Peoples' Rights,", want: "ACHPR/RES/91 ACHPR/DEC/250/2002 ACHPR/DEC/275/2003"},
		{name: "no body can have adopted it", body: ga, text: "taking note of resolution 12/7 of 16 October 2020, entitled “A text of our own”,", want: "?"},
		{name: "either of two", body: "commentary", text: "The text builds on resolution 46/3 and its ideas.", want: "A/RES/46/3|A/HRC/RES/46/3"},
		{name: "decision number that no Council decision has", text: "decision 53/555,", want: "A/DEC/53/555"},
	}
}
