package graphtest

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"recital/graph"
)

// defaultChecks is the number of random graphs: a few seconds for a store in a file.
const defaultChecks = 25

// Random applies random documents in random portions to the store and the model, and after each asks both the same.
func (s Suite) Random(t *testing.T) {
	checks := s.Checks
	if checks == 0 {
		checks = defaultChecks
	}
	setChecks(t, checks)
	rapid.Check(t, func(rt *rapid.T) {
		store, model := s.Open(t), NewModel()
		defer func() {
			if err := store.Close(); err != nil {
				rt.Errorf("close: %v", err)
			}
		}()
		var all []*graph.Document
		for range rapid.IntRange(1, 3).Draw(rt, "portions") {
			var portion []*graph.Document
			for range rapid.IntRange(0, 4).Draw(rt, "documents") {
				portion = append(portion, Document(rt))
			}
			all = append(all, portion...)
			for _, w := range []graph.Writer{model, store} {
				if err := w.Apply(t.Context(), sequence(portion...)); err != nil {
					rt.Fatalf("apply: %v", err)
				}
			}
			questions := append(everything(all), randomQuestions(rt, t.Context(), model, idsIn(all))...)
			compareAnswers(rt, t.Context(), store, model, questions)
		}
	})
}

// setChecks sets rapid's number of checks for the test, unless the command line names one.
func setChecks(t *testing.T, n int) {
	t.Helper()
	const name = "rapid.checks"
	given := false
	flag.Visit(func(f *flag.Flag) { given = given || f.Name == name })
	f := flag.Lookup(name)
	if given || f == nil {
		return
	}
	before := f.Value.String()
	if err := f.Value.Set(fmt.Sprint(n)); err != nil {
		t.Fatalf("set %s: %v", name, err)
	}
	t.Cleanup(func() {
		if err := f.Value.Set(before); err != nil {
			t.Errorf("set %s: %v", name, err)
		}
	})
}

func pick[T any](rt *rapid.T, label string, from ...T) T {
	return rapid.SampledFrom(from).Draw(rt, label)
}

func chance(rt *rapid.T, label string) bool { return rapid.Bool().Draw(rt, label) }

// some draws a few of the values; often none.
func some[T comparable](rt *rapid.T, label string, from ...T) []T {
	if chance(rt, label+"?") {
		return nil
	}
	return rapid.SliceOfNDistinct(rapid.SampledFrom(from), 1, min(3, len(from)), rapid.ID[T]).Draw(rt, label)
}

// The small world of random documents: few names, so that they meet often.
var (
	texts = []string{
		"A/HRC/RES/90/1", "A/HRC/RES/90/10", "A/HRC/RES/90/2", "A/RES/99/1", "A/RES/99/1A", "S/RES/9001(2033)", "E/RES/2030/1",
	}
	redLinks  = []string{"A/HRC/RES/48/4", "A/RES/48/4", "S/RES/1325(2000)", "A/HRC/53/45"}
	catalogue = []string{"iccpr", "udhr"}
	days      = []string{"", "1966-12-16", "2030-01-31", "2031-02-01", "2031-02-02"}
	acts      = []graph.Act{"", graph.Recalls, graph.Notes, graph.Requests, graph.Decides}
	words     = []string{"privacy", "prívacy", "private", "Rights", "Straße", "人权", "Москва", "40", "a", "e\u0301t\u00e9", "حقوق"}
	rights    = []string{"privacy", "equality", "life"}
	actors    = []string{"ohchr", "states", "human-rights-council"}
	bodies    = []graph.Body{"", graph.HumanRightsCouncil, graph.GeneralAssembly, graph.SecurityCouncil}
	sessions  = []string{"", "90", "99", "S-9"}
	products  = []string{"", "report", "panel discussion"}
	due       = []int{0, 53, 90, 100} // sessions: one that a report is of, one that is held, one that is to come
)

// Document draws a valid document of a world of few names, so that several of them cite, name and contradict each other.
func Document(rt *rapid.T) *graph.Document {
	symbol := pick(rt, "symbol", texts...)
	i := held(symbol, phrase(rt, "title"), pick(rt, "date", days...), pick(rt, "body", bodies...), pick(rt, "session", sessions...))
	i.Kind = pick(rt, "kind", graph.Resolution, graph.Decision, graph.PresidentialStatement)
	if chance(rt, "alias") {
		i.Aliases = []graph.Symbol{graph.MustParseSymbol("S/2033/" + strings.Map(onlyDigits, symbol))}
	}
	w := Write(i).Quality(float64(rapid.IntRange(1, 3).Draw(rt, "quality")) / 4)
	if chance(rt, "adopted") {
		w.AdoptedBy(actor(pick(rt, "adopter", actors...)))
	}
	for n := range rapid.IntRange(0, 4).Draw(rt, "paragraphs") {
		paragraph(rt, w, n+1)
	}
	if chance(rt, "catalogue") {
		of := pick(rt, "entry", catalogue...)
		w.Catalogue(graph.AdoptedBy, entry(of), actor(pick(rt, "adopter", actors...)))
		w.Catalogue(graph.BasedOn, right(pick(rt, "right", rights...)), entry(of))
	}
	if chance(rt, "neighbour") {
		other := pick(rt, "other", append(texts, redLinks...)...)
		if graph.ID(other) != i.ID {
			w.Catalogue(graph.AdoptedBy, target(rt, other), actor(pick(rt, "adopter", actors...)))
		}
	}
	return w.Done()
}

func onlyDigits(r rune) rune {
	if r < '0' || r > '9' {
		return -1
	}
	return r
}

func phrase(rt *rapid.T, label string) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 0, 4).Draw(rt, label), " ")
}

// paragraph draws one paragraph with what it says; the words "ref1", "ref2" ... stand for what it mentions.
func paragraph(rt *rapid.T, w *Draft, n int) {
	refs := rapid.IntRange(0, 4).Draw(rt, "mentions")
	text := phrase(rt, "text")
	for r := range refs {
		text += fmt.Sprintf(" ref%d %s", r, pick(rt, "word", words...))
	}
	part := pick(rt, "part", graph.Preamble, graph.Operative)
	var notes []string
	if chance(rt, "note") {
		notes = []string{"note0 " + phrase(rt, "note text")}
	}
	w.Paragraph(graph.Place(fmt.Sprintf("%s%d", part, n)), part, pick(rt, "act", acts...), text, notes...)
	for r := range refs {
		mention(rt, w, fmt.Sprintf("ref%d", r))
	}
	if notes != nil && chance(rt, "note cites") {
		cite(rt, w, "note0")
	}
}

func mention(rt *rapid.T, w *Draft, quote string) {
	switch rapid.IntRange(0, 6).Draw(rt, "what") {
	case 0, 1:
		cite(rt, w, quote)
	case 2:
		w.Names(quote, right(pick(rt, "right", rights...)), "")
	case 3:
		w.Names(quote, actor(pick(rt, "actor", actors...)), pick(rt, "role", graph.Named, graph.Addressee))
	case 4:
		var to *graph.Actor
		if chance(rt, "addressed") {
			to = actor(pick(rt, "addressee", actors...))
		}
		w.Asks(quote, to, graph.Mandate{
			Product: pick(rt, "product", products...), Forum: pick(rt, "forum", bodies...),
			Session: pick(rt, "session", due...), Months: rapid.IntRange(0, 1).Draw(rt, "months"),
		})
	case 5:
		if chance(rt, "open") {
			w.Unsure(quote, "open")
		} else {
			w.Unsure(quote, "ambiguous", target(rt, redLinks[0]), target(rt, redLinks[1]))
		}
		if chance(rt, "finding") {
			w.Finding(graph.Finding{Kind: graph.ImpossibleNumber, Detail: "beyond the last"})
		}
	default:
		of := pick(rt, "entry", catalogue...)
		p := &graph.Provision{ID: graph.ID(of).At("17"), Label: "article 17"}
		w.Cites(quote, entry(of)).Pinpoints(quote, p, entry(of))
	}
}

// cite adds one or two citations for the same words.
func cite(rt *rapid.T, w *Draft, quote string) {
	more := func(l *graph.Link) {
		l.Act = pick(rt, "nearer", acts...)
		l.Confidence = pick(rt, "confidence", 0.25, 0.5, 0.75, 1.0)
		l.Claim = graph.Claim{Date: graph.MustParseDate(pick(rt, "claimed date", days...)), Title: phrase(rt, "claimed title")}
		if chance(rt, "alternatives") {
			l.Alternatives = []graph.Alternative{{Instrument: "iccpr", Confidence: l.Confidence / 2}, {Instrument: "nowhere", Confidence: l.Confidence / 4}}
		}
		if chance(rt, "finding") {
			l.Findings = []graph.Finding{{Kind: graph.DateContradicts, Detail: "another day"}}
		}
	}
	targets := append(append([]string{}, texts...), redLinks...)
	for _, symbol := range rapid.SliceOfNDistinct(rapid.SampledFrom(targets), 1, 2, rapid.ID[string]).Draw(rt, "targets") {
		w.Cites(quote, target(rt, symbol), more)
	}
}

// target is an instrument as a text that cites it knows it: by its symbol, sometimes by the catalogue.
func target(rt *rapid.T, symbol string) *graph.Instrument {
	i := stub(symbol, pick(rt, "body", bodies...))
	if symbol == string(newFixture().red53.ID) && chance(rt, "report") {
		i.Kind, i.Body, i.Session = graph.Report, graph.HumanRightsCouncil, "53"
	}
	if chance(rt, "catalogued") {
		i.Basis, i.Title = graph.FromCatalogue, phrase(rt, "catalogue title")
		i.Date = graph.MustParseDate(pick(rt, "catalogue date", days...))
	}
	return i
}

func entry(id string) *graph.Instrument {
	i := map[string]*graph.Instrument{"iccpr": newFixture().iccpr, "udhr": newFixture().udhr}[id]
	return i
}

func right(id string) *graph.Right {
	return &graph.Right{ID: graph.RightID(id), Title: "Right to " + id}
}

func actor(id string) *graph.Actor {
	return &graph.Actor{ID: graph.ActorID(id), Title: "The " + id, Category: "un-body"}
}
