package extract

import "testing"

// TestOldTexts: what resolutions of the first decades write otherwise than those of today.
func TestOldTexts(t *testing.T) { testForms(t, oldTexts()) }

func oldTexts() []form {
	return []form{
		{name: "statute of the Court", body: sc, text: "Considering Article 14 of the Statute of the Court,", want: "icj-statute"},
		{
			name: "statute of the other Court", text: "Recalling the Rome Statute of the International Criminal Court, and article 5 of the Statute of the Court,",
			want: "rome-statute rome-statute",
		},
		{name: "addenda by numbers alone", body: ga, text: "approves of the plan (document A/18 and Corr. 1, Add. 1 and 2.)", want: "A/18 A/18/Corr.1 A/18/Add.1 A/18/Add.2"},
		{
			name: "another spelling", body: ga, text: "Recalling the Declaration on the Participation of Women in Promoting International Peace and Cooperation,",
			want: "women-peace-declaration",
		},
		{
			name: "instruments that follow", body: ga, text: "Recalling the Convention on the Rights of the Child and the agreements, including those instruments concerning decolonization,",
			want: "crc",
		},
		{name: "peace accords", body: sc, text: "Recalling the Peace Accords for Angola, and urging the parties to honour the Peace Accords,", want: "bicesse-accords bicesse-accords"},
		{name: "statute of an office", body: ga, text: "Bearing in mind that, under the Statute of his Office, the High Commissioner is charged with a duty,", want: "unhcr-statute"},
		{
			name: "one treaty within the name of another", body: ga,
			text: "the Vienna Convention on the Law of Treaties between States and International Organizations or between International Organizations of 21 March 1986,",
			want: "vclt-organizations",
		},
		{
			name: "a date behind a short name", body: ga,
			text: "Recalling the Convention on the Rights of the Child, and welcoming the entry into force of the Convention on 2 September 1990,", want: "crc crc",
		},
		{
			name: "plan of action before its noun", body: ga,
			text: "Recalling the Action Plan for the Human Environment and taking into account the status of the Action Plan,", want: "stockholm-action-plan stockholm-action-plan",
		},
		{
			name: "ageing and aging", body: ga, text: "Recalling the International Plan of Action on Aging, and the Plan of Action as a whole,",
			want: "ageing-plan-1982 ageing-plan-1982",
		},
		{name: "a declaration within the name of another", body: ga, text: "Recalling the Vienna Declaration on Crime and Justice,", want: "vienna-crime-declaration"},
		{name: "scanned III", body: ga, text: "Recalling its resolution 217 A (Ill) of 10 December 1948,", want: "udhr"},
		{name: "scanned I", body: sc, text: "Having accepted General Assembly resolutions 41 (1) and 42 (1) of 14 December 1946,", want: "A/RES/41(I) A/RES/42(I)"},
		{name: "bracket in the last letter", body: sc, text: "as reflected in General Assembly resolution 1761 (XVID of 6 November 1962,", want: "A/RES/1761(XVII)"},
		{name: "session in digits", body: sc, text: "in execution of General Assembly resolution 186 (S-2) of 14 May 1948.", want: "A/RES/186(S-2)"},
		{name: "parts before the session", body: es, text: "Recalling its resolution 663 A to C (XXIV) of 31 July 1957,", want: "E/RES/663(XXIV)A E/RES/663(XXIV)B E/RES/663(XXIV)C"},
		{name: "a part of the Council's", body: sc, text: "as laid down in Security Council resolution 161 A (1961) of 21 February 1961;", want: "S/RES/161(1961)"},
		{name: "no session", body: ga, text: "Recalling paragraph 5 (1) of the report, and items 2 (i) and 3 (ii),", want: ""},
		{name: "two parts before the session", body: ga, text: "Recalling its resolution 2963 C and D (XXVII) of 13 December 1972,", want: "A/RES/2963(XXVII)C A/RES/2963(XXVII)D"},
		{
			name: "one of several conventions", body: sc,
			text: "the Vienna Convention on Consular Relations and, as the Geneva Convention relative to the Protection of Civilian Persons in Time of War applies, parties to the Convention,",
			want: "vccr geneva-conventions geneva-conventions",
		},
		{
			name: "a phrase behind a short name", body: ga,
			text: "Recalling the Code of Conduct for Law Enforcement Officials, to study the application of the Code of Conduct on the basis of replies,",
			want: "law-enforcement-code law-enforcement-code",
		},
		{name: "a revision and its addendum", body: ga, text: "Having considered (A/50/L.6/Rev.1 and Rev.1/Add.1),", want: "A/50/L.6/Rev.1 A/50/L.6/Rev.1/Add.1"},
	}
}
