package catalog

import (
	_ "embed"
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"recital/graph"
)

//go:embed registry.tsv
var registryFile string

//go:embed sessions.tsv
var sessionsFile string

// Known is what the registry knows of a resolution or decision: facts compiled from texts, by majority.
type Known struct {
	Date    graph.Date // of adoption; zero where texts do not agree
	Title   string     // empty where no text gives it
	Kind    graph.InstrumentKind
	Body    graph.Body
	Session string
}

// Session is a stretch of days in which a body adopts the resolutions that bear its number.
type Session struct {
	From, To graph.Date // both included
	// First and Last are numbers of resolutions known to exist, where numbers run through the sessions (GA I to XXX); else 0.
	First, Last int
}

type series struct {
	body    graph.Body
	kind    graph.InstrumentKind
	session string
}

type sessionKey struct {
	body    graph.Body
	session string
}

// Known returns what the registry knows of the symbol.
func (c *Catalog) Known(symbol graph.Symbol) (Known, bool) {
	known, ok := c.registry[symbol]
	return known, ok
}

// Last returns the highest number that the registry holds in a session of a body; 0 for none.
func (c *Catalog) Last(body graph.Body, kind graph.InstrumentKind, session string) int {
	return c.lastNumbers[series{body, kind, session}]
}

// Session returns the days of a body's session, "53", "S-9", "XXI".
func (c *Catalog) Session(body graph.Body, session string) (Session, bool) {
	s, ok := c.sessions[sessionKey{body, session}]
	return s, ok
}

// Sessions to come are reckoned from those of 2026 on, as long ahead as the two bodies are likely to keep their calendars: the General Assembly's begins in
// each September, the Human Rights Council meets about March, June and September (General Assembly resolution 60/251, para. 10).
const (
	listedAssembly = 82 // the last sessions of sessions.tsv
	listedCouncil  = 63
	listedSpecial  = 38 // of the Council's special sessions
	yearsAhead     = 25
)

// Ahead returns about when a session later than those listed is to be held; false where it is not one of the two bodies that number by session.
func (*Catalog) Ahead(body graph.Body, session string) (Session, bool) {
	number, special := strings.CutPrefix(session, "S-")
	n, err := strconv.Atoi(number)
	if err != nil {
		return Session{}, false
	}
	day := func(year int, month time.Month, day int) graph.Date {
		return graph.Date{Year: year, Month: month, Day: day}
	}
	switch {
	case special && body == graph.HumanRightsCouncil && n > listedSpecial && n <= listedSpecial+yearsAhead:
		return Session{From: day(2025, time.November, 15), To: day(2025+yearsAhead, time.December, 31)}, true // one or two a year, when it must
	case special:
		return Session{}, false
	case body == graph.GeneralAssembly && n > listedAssembly && n <= listedAssembly+yearsAhead:
		return Session{From: day(1945+n, time.September, 5), To: day(1946+n, time.September, 20)}, true
	case body == graph.HumanRightsCouncil && n > listedCouncil && n <= listedCouncil+3*yearsAhead:
		year := 2027 + (n-listedCouncil-1)/3
		switch n % 3 {
		case 1:
			return Session{From: day(year, time.February, 20), To: day(year, time.April, 15)}, true
		case 2:
			return Session{From: day(year, time.June, 10), To: day(year, time.July, 20)}, true
		}
		return Session{From: day(year, time.September, 5), To: day(year, time.October, 20)}, true
	}
	return Session{}, false
}

// Statements returns the statements of the President of the Security Council made on a day, by number.
func (c *Catalog) Statements(on graph.Date) []graph.Symbol { return c.statements[on] }

// indexStatements lists the presidential statements by their days.
func (c *Catalog) indexStatements() {
	c.statements = make(map[graph.Date][]graph.Symbol)
	for symbol, known := range c.registry {
		if known.Kind == graph.PresidentialStatement && !known.Date.IsZero() {
			c.statements[known.Date] = append(c.statements[known.Date], symbol)
		}
	}
	for _, all := range c.statements {
		slices.SortFunc(all, graph.Symbol.Compare)
	}
}

// Titled returns the resolution of a body's session whose title stands in the text; false where none does. Of several the longest title wins.
func (c *Catalog) Titled(body graph.Body, session, text string) (graph.Symbol, bool) {
	var best graph.Symbol
	length := 0
	folded := graph.FoldText(text)
	for symbol, known := range c.registry {
		if known.Body != body || known.Session != session || known.Title == "" {
			continue
		}
		title := graph.FoldText(known.Title)
		if n := len(title); strings.Contains(folded, title) && (n > length || n == length && symbol.Compare(best) < 0) {
			best, length = symbol, n
		}
	}
	return best, length > 0
}

// HasSessions reports whether the days of the body's sessions are known: a session that is not among them was not held.
func (c *Catalog) HasSessions(body graph.Body) bool { return c.timed[body] }

// YearOf returns the year in which a body that numbers on from year to year, the Security Council, reached the number; 0 where it is not known.
func (c *Catalog) YearOf(body graph.Body, number int) int {
	series := c.running[body]
	at := sort.Search(len(series), func(i int) bool { return series[i].Last >= number })
	if at == len(series) || number < series[at].First {
		return 0
	}
	return series[at].From.Year
}

// runningSessions lists the sessions of bodies whose sessions are years, from the earliest.
func (c *Catalog) runningSessions() {
	c.running = make(map[graph.Body][]Session)
	c.timed = make(map[graph.Body]bool)
	for key, session := range c.sessions {
		c.timed[key.body] = true
		if key.body == graph.SecurityCouncil {
			c.running[key.body] = append(c.running[key.body], session)
		}
	}
	for _, series := range c.running {
		sort.Slice(series, func(i, j int) bool { return series[i].Last < series[j].Last })
	}
}

// loadSessions reads sessions.tsv: body, session, first day, last day, first number, last number, source.
func (c *Catalog) loadSessions() error {
	rows, err := table(sessionsFile)
	if err != nil {
		return err
	}
	c.sessions = make(map[sessionKey]Session, len(rows))
	for _, row := range rows {
		var session Session
		if session.From, err = graph.ParseDate(row[2]); err != nil {
			return fmt.Errorf("%s %s: %w", row[0], row[1], err)
		}
		if session.To, err = graph.ParseDate(row[3]); err != nil {
			return fmt.Errorf("%s %s: %w", row[0], row[1], err)
		}
		session.First, _ = strconv.Atoi(row[4]) // empty where numbers start anew each session
		session.Last, _ = strconv.Atoi(row[5])
		c.sessions[sessionKey{graph.Body(row[0]), row[1]}] = session
	}
	c.runningSessions()
	return nil
}

// loadRegistry reads registry.tsv: symbol, date, title.
func (c *Catalog) loadRegistry() error {
	lines := strings.Count(registryFile, "\n")
	c.registry = make(map[graph.Symbol]Known, lines)
	c.lastNumbers = make(map[series]int)
	rows, err := table(registryFile)
	if err != nil {
		return err
	}
	for _, row := range rows {
		symbol, err := graph.ParseSymbol(row[0])
		if err != nil {
			return err
		}
		date, err := graph.ParseDate(row[1])
		if err != nil {
			return fmt.Errorf("%s: %w", symbol, err)
		}
		known := Known{Date: date, Title: row[2]}
		known.Kind, known.Body, known.Session = place(row[0])
		c.registry[symbol] = known
		c.count(row[0], known)
	}
	c.indexStatements()
	return nil
}

// count keeps the highest number of each session.
func (c *Catalog) count(symbol string, known Known) {
	at := strings.LastIndexByte(symbol, '/')
	number, err := strconv.Atoi(strings.TrimRight(symbol[at+1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
	if err != nil || known.Session == "" {
		return
	}
	key := series{known.Body, known.Kind, known.Session}
	c.lastNumbers[key] = max(c.lastNumbers[key], number)
}

// place says of a symbol of the registry what it is, who adopted it and in which session.
func place(symbol string) (graph.InstrumentKind, graph.Body, string) {
	for _, series := range []struct {
		prefix string
		kind   graph.InstrumentKind
		body   graph.Body
	}{
		{"A/HRC/RES/", graph.Resolution, graph.HumanRightsCouncil},
		{"A/HRC/DEC/", graph.Decision, graph.HumanRightsCouncil},
		{"A/RES/", graph.Resolution, graph.GeneralAssembly},
		{"A/DEC/", graph.Decision, graph.GeneralAssembly},
		{"S/RES/", graph.Resolution, graph.SecurityCouncil},
		{"S/PRST/", graph.PresidentialStatement, graph.SecurityCouncil},
		{"E/RES/", graph.Resolution, graph.EconomicAndSocialCouncil},
		{"E/DEC/", graph.Decision, graph.EconomicAndSocialCouncil},
		{"E/CN.4/RES/", graph.Resolution, graph.CommissionOnHumanRights},
	} {
		rest, ok := strings.CutPrefix(symbol, series.prefix)
		if !ok {
			continue
		}
		if session, _, ok := strings.Cut(rest, "/"); ok {
			return series.kind, series.body, session
		}
		if _, session, ok := strings.Cut(rest, "("); ok {
			session, _, _ = strings.Cut(session, ")")
			return series.kind, series.body, session
		}
		return series.kind, series.body, ""
	}
	return graph.OtherDocument, "", ""
}

// Registered reports whether the symbol is of a kind that the registry keeps: a resolution, decision or presidential statement of a principal organ, of the
// Human Rights Council or of the Commission on Human Rights.
func Registered(symbol graph.Symbol) bool {
	if symbol.IsZero() {
		return false
	}
	kind, _, _ := place(symbol.String())
	return kind != graph.OtherDocument
}
