package extract

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/loader/catalog"
)

// newTestNamer compiles the catalogue's vocabulary once for a test.
func newTestNamer(t testing.TB) *namer {
	t.Helper()
	c, err := catalog.Load()
	if err != nil {
		t.Fatal(err)
	}
	return newNamer(c, newLexicon())
}

// council returns the paragraphs as those of a resolution of the Human Rights Council: "PP ..." preambular, others operative.
func council(texts ...string) Input {
	in := Input{Instrument: graph.Instrument{Body: graph.HumanRightsCouncil}}
	for _, text := range texts {
		paragraph := graph.Paragraph{Part: graph.Operative, Text: text}
		if rest, ok := strings.CutPrefix(text, "PP "); ok {
			paragraph = graph.Paragraph{Part: graph.Preamble, Text: rest}
		}
		in.Paragraphs = append(in.Paragraphs, paragraph)
	}
	return in
}

// ids returns the ids of what was named, addressees with "!", in the order of the text.
func ids(names []Naming) string {
	var list []string
	for _, n := range names {
		id := n.ID.Vocabulary()
		if n.Role == graph.Addressee {
			id += "!"
		}
		list = append(list, id)
	}
	return strings.Join(list, " ")
}

func TestReadActors(t *testing.T) {
	n := newTestNamer(t)
	tests := []struct{ name, text, want string }{
		{"the office, not its head", "PP Noting the report of the Office of the United Nations High Commissioner for Human Rights,", "ohchr"},
		{"the head, not the office", "PP Noting the report of the United Nations High Commissioner for Human Rights,", "high-commissioner"},
		{"the agency for refugees", "PP Noting the work of the Office of the United Nations High Commissioner for Refugees,", "un-agency"},
		{"special procedures alone", "PP Noting the work of the special procedures of the Human Rights Council,", "special-procedures"},
		{"two at once", "PP Mindful of women human rights defenders,", "defenders women"},
		{"women and girls with disabilities", "PP Mindful of women and girls with disabilities,", "women disabled-persons"},
		{"a committee", "PP Welcoming the views of the Committee on the Rights of the Child,", "treaty-bodies"},
		{"no child in a treaty's title", "PP Recalling the Convention on the Rights of the Child,", ""},
		{"nor in a declaration's", "PP Recalling the United Nations Declaration on the Rights of Indigenous Peoples,", ""},
		{"the title ends before the next organ", "PP Recalling the Principles on Harbours and Lakes endorsed by the Economic and Social Council,", "ecosoc"},
		{"shared noun", "PP Stressing the role of international, regional and non-governmental organizations,", "international-organizations regional-organizations civil-society"},
		{"shared noun with and", "PP Hearing the technical and academic communities,", "academia technical-community"},
		{"no organization in a place", "PP Noting action at the national, local and community levels,", ""},
		{"State with a capital", "PP Noting a state of emergency and the duties of the State,", "states"},
		{"non-State actors are none", "PP Deploring attacks by non-State actors,", ""},
		{"heads of State are none", "PP Recalling the summit of Heads of State and Government,", ""},
		{"small island States", "PP Mindful of small island developing States,", "developing-countries"},
		{"the Council of this text", "PP Recalling the decision of the Council,", "human-rights-council"},
		{"the Council named just before", "PP Recalling that the Security Council met, and that the Council decided,", "security-council"},
		{"another assembly", "PP Recalling that the United Nations Environment Assembly met, and that the Assembly decided,", ""},
		{"social media is no medium", "PP Noting the use of social media,", ""},
		{"law enforcement as an activity", "PP Noting strengthened law enforcement,", ""},
		{"law enforcement as people", "PP Noting the training of law enforcement officials,", "law-enforcement"},
		{"child labour", "PP Noting forced and child labour,", ""},
		{"the United Nations as an actor", "PP Noting cooperation with the United Nations, its representatives and mechanisms,", "un-system"},
		{"the Charter is no actor", "PP Guided by the Charter of the United Nations,", ""},
		{"British spelling", "PP Noting regional organisations,", "regional-organizations"},
		{"who speaks", "The Security Council welcomes the report of the Secretary-General.", "secretary-general"},
		{"each once", "PP Noting that women, and again women, and girls,", "women"},
		{"another council", "PP Noting the creation of the Supreme Judicial Council and of the Council for Lakes,", ""},
		{"whose convention it is", "PP Recalling the Convention against Fishing in Lakes of the World Health Organization,", "un-agency"},
		{"displaced, of a country", "PP Noting that internally displaced Ruritanian women fish,", "refugees women"},
		{"young girls are no youth", "PP Noting that young girls fish,", "women"},
		{"a situation is no group", "PP Noting the situation of vulnerability of lakes,", ""},
		{"an expert mechanism is no expert", "PP Welcoming the Independent Expert Mechanism on Lakes,", ""},
		{"shared forces", "PP Deploring the acts of the security and intelligence forces,", "law-enforcement"},
		{"in detention", "PP Noting that women and girls in detention fish,", "women prisoners"},
		{"freedom of the press is no journalist", "PP Noting the full freedom of the press,", ""},
		{"survivor-centred is no survivor", "PP Noting a survivor-centred approach,", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := n.read(council(tt.text))
			if diff := cmp.Diff(ids(r.actors), tt.want); diff != "" {
				t.Errorf("actors of %q differ (-got +want):\n%s", tt.text, diff)
			}
		})
	}
}

func TestReadAddressees(t *testing.T) {
	n := newTestNamer(t)
	tests := []struct{ name, text, want string }{
		{"asked", "Urges States to act;", "states!"},
		{"all of a list", "Urges States, civil society and the private sector to act;", "states! civil-society! private-sector!"},
		{"consulted, not asked", "Requests the Secretary-General, in consultation with States, including developing countries, to act;", "secretary-general! states developing-countries"},
		{"including", "Encourages business enterprises, including social media companies, to act;", "business! tech-companies!"},
		{"a later verb", "Welcomes the work of the Secretary-General, and encourages States to act;", "secretary-general states!"},
		{"two verbs, one object", "Urges States and encourages national human rights institutions to act;", "states! nhri!"},
		{"whose call it notes", "Notes the Secretary-General’s call for Member States to act;", "secretary-general states"},
		{"its own call", "Reiterates its call upon States to act;", "states!"},
		{"what they are asked to do names others", "Calls upon States to protect women and journalists;", "states! women journalists"},
		{"them", "Commends the work of the Special Rapporteur on lakes and invites them to go on;", "special-rapporteur!"},
		{"requests as a noun", "Urges States to answer the requests of the Special Rapporteur to visit;", "states! special-rapporteur"},
		{"not the subject of a title", "Requests the Special Rapporteur on the rights of women and children to report;", "special-rapporteur! women children"},
		{"a mandate decided", "Decides to extend the mandate of the Special Rapporteur on lakes for a period of three years;", "special-rapporteur!"},
		{"who shall", "Decides that the working group shall meet in public;", "working-group!"},
		{"an act without an addressee", "Encourages dialogue among States and civil society;", "states civil-society"},
		{"a colon", "Calls upon States:", "states!"},
		{"a call for an end asks nobody", "Calls for an end to all violence against women, and to ensure their safety;", "women"},
		{"a call for someone to act", "Calls for all States to act;", "states!"},
		{"adviser to another", "Invites the Special Adviser to the Secretary-General on Lakes to go on;", "secretary-general"},
		{"what the Office is to be given", "Requests that the Office of the High Commissioner be provided with resources;", "ohchr"},
		{"an event is not its session's body", "Decides that the panel discussion to be held during the session of the Human Rights Council will be on lakes;", "human-rights-council"},
		{"appointed by another", "Decides to extend the mandate of the expert group appointed by the High Commissioner for two years;", "high-commissioner"},
		{"preambular", "PP Encouraging States to act,", "states"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := n.read(council(tt.text))
			if diff := cmp.Diff(ids(r.actors), tt.want); diff != "" {
				t.Errorf("actors of %q differ (-got +want):\n%s", tt.text, diff)
			}
		})
	}
}

func TestReadItems(t *testing.T) {
	n := newTestNamer(t)
	r := n.read(council("Calls upon States:", "(a) To protect journalists;", "(b) Protecting women;", "Decides:", "(a) To request the Secretary-General to act;", "(b) That the working group shall meet;"))
	var acts []graph.Act
	for _, o := range r.openings {
		acts = append(acts, o.Act)
	}
	want := []graph.Act{graph.CallsUpon, graph.CallsUpon, graph.CallsUpon, graph.Decides, graph.Decides, graph.Decides}
	if diff := cmp.Diff(acts, want); diff != "" {
		t.Errorf("acts differ (-got +want):\n%s", diff)
	}
	if got, want := ids(r.actors), "states! journalists women secretary-general! working-group!"; got != want {
		t.Errorf("actors = %q, want %q", got, want)
	}
}

func TestReadRights(t *testing.T) {
	n := newTestNamer(t)
	tests := []struct{ name, text, want string }{
		{"one", "PP Reaffirming the right to privacy,", "privacy"},
		{"whose", "PP Reaffirming the right of everyone to freedom of opinion and expression,", "expression"},
		{"in between", "PP Reaffirming the right of everyone, individually and in association with others, to life,", "life"},
		{"a list", "PP Reaffirming the rights to life, food, education and privacy,", "life food education privacy"},
		{"a list with heads", "PP Reaffirming the rights to freedom of peaceful assembly and freedom of association,", "assembly association"},
		{"one head for two", "PP Noting limits to freedom of association or expression,", "association expression"},
		{"a list within a right", "PP Noting the rights to an adequate standard of living, including food, safe drinking water and sanitation, and education,", "standard-of-living food water education"},
		{"a family", "PP Reaffirming all civil, political, economic, social and cultural rights,", "esc cp"},
		{"cultural rights alone", "PP Noting the enjoyment of cultural rights,", "cultural-life"},
		{"not the subject", "PP Noting the need for education, health services and water,", ""},
		{"a service in a list", "PP Reaffirming the rights to life and education services,", "life"},
		{"not in a title", "PP Recalling the International Covenant on Economic, Social and Cultural Rights,", ""},
		{"not in an office's name", "Requests the United Nations High Commissioner for Human Rights to organize a meeting;", ""},
		{"broad phrases", "PP Reaffirming all human rights and fundamental freedoms,", ""},
		{"holders", "PP Reaffirming the rights of women, children and persons with disabilities,", "women child disability"},
		{"holders of dignity too", "PP Noting respect for the rights and dignity of older persons,", "older"},
		{"a possessive", "PP Noting women’s and girls’ full enjoyment of their human rights,", "women"},
		{"enjoyed by", "PP Noting the full enjoyment of human rights by older persons and persons with disabilities,", "older disability"},
		{"their rights", "PP Deploring violence against women, which impairs their human rights,", "women"},
		{"their obligations", "PP Mindful of children and of their human rights obligations,", ""},
		{"the right of a group to one", "PP Noting the right of children to education,", "education"},
		{"the right to two things", "PP Noting the right of the child to be registered and to acquire nationality,", "child nationality"},
		{"what relates goes on", "PP Noting practices relating to the rights of persons affected by frost, and to their participation as equal members of society,", ""},
		{"an example", "PP Noting human rights, especially privacy,", "privacy"},
		{"where the list ends", "PP Reaffirming the right to health, without discrimination, and giving everyone information and education,", "health"},
		{"holders of a country", "PP Noting the human rights of Ruritanian women and girls,", "women"},
		{"two holders and their rights", "Urges all to ensure the full enjoyment by women and children of their human rights;", "child women"},
		{"two possessives", "Condemns the abuse of women’s and children’s rights;", "women child"},
		{"rights in the name of an actor", "PP Noting the role of women’s rights organizations,", ""},
		{"a list goes on with rights alone", "PP Noting the right to privacy in the digital age and the work of the expert,", "privacy"},
		{"adverbs before a member", "PP Noting the right of all women to freely and equally participate in public life,", "participation"},
		{"an adverb behind", "PP Noting that the right of the child to education progressively grows,", "education"},
		{"rights for all", "Urges all to realize equal rights for all with respect to property and inheritance;", "property"},
		{"two principles", "PP Recalling the prohibition of torture and the principles of non-discrimination and equality before the law,", "torture equal-protection non-discrimination"},
		{"an effective remedy", "PP Noting that effective remedies are due to victims,", "remedy"},
		{"a remedy in general", "PP Noting that harm must be remedied,", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := n.read(council(tt.text))
			if diff := cmp.Diff(ids(r.rights), tt.want); diff != "" {
				t.Errorf("rights of %q differ (-got +want):\n%s", tt.text, diff)
			}
		})
	}
}

func TestOpenings(t *testing.T) {
	n := newTestNamer(t)
	tests := []struct {
		text string
		want Opening
	}{
		{"PP Recalling also its resolution,", Opening{"Recalling also", graph.Recalls}},
		{"PP Deeply concerned also that it rains,", Opening{"Deeply concerned also", graph.Concerned}},
		{"PP Expressing its deep and growing concern at the rain,", Opening{"Expressing its deep and growing concern", graph.Concerned}},
		{"PP Taking note with appreciation of the report,", Opening{"Taking note with appreciation", graph.TakesNote}},
		{"PP Mindful of the rain,", Opening{"Mindful", graph.BearsInMind}},
		{"PP Ordering nothing that is known,", Opening{"Ordering", graph.Other}},
		{"3. Also calls upon States to act;", Opening{"Also calls upon", graph.CallsUpon}},
		{"Strongly condemns the rain;", Opening{"Strongly condemns", graph.Condemns}},
		{"Encourages further work;", Opening{"Encourages", graph.Encourages}},
		{"Expresses its appreciation to all;", Opening{"Expresses its appreciation", graph.Appreciates}},
		{"PP Being gravely concerned that it rains,", Opening{"Being gravely concerned", graph.Concerned}},
		{"PP Deeply disappointed that it rains,", Opening{"Deeply disappointed", graph.Regrets}},
		{"Continues to invite States to act;", Opening{"Continues to invite", graph.Invites}},
		{"Reconfirms its call;", Opening{"Reconfirms", graph.Reaffirms}},
		{"Reiterates its call upon States to act;", Opening{"Reiterates its call upon", graph.Reiterates}},
		{"Decides to remain seized of the matter.", Opening{"Decides", graph.Decides}},
		{"The Security Council further welcomes the report.", Opening{"further welcomes", graph.Welcomes}},
		{"“The Security Council further welcomes the report.", Opening{"further welcomes", graph.Welcomes}},
		{"“In this regard, the Security Council requests a report.", Opening{"requests", graph.Requests}},
		{"“3. It reiterates its call.", Opening{"", graph.Other}},
		{"", Opening{"", graph.Other}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			if diff := cmp.Diff(n.read(council(tt.text)).openings[0], tt.want); diff != "" {
				t.Errorf("opening of %q differs (-got +want):\n%s", tt.text, diff)
			}
		})
	}
}

func TestNearerAct(t *testing.T) {
	n := newTestNamer(t)
	text := "Recalling its work on lakes, and noting the report on rivers, while encouraging more,"
	r := n.read(council("PP " + text))
	for words, want := range map[string]graph.Act{"lakes": graph.Recalls, "rivers": graph.Notes, "more": graph.Encourages} {
		if got := r.nearer(0, strings.Index(text, words)); got != want {
			t.Errorf("act of %q = %s, want %s", words, got, want)
		}
	}
}
