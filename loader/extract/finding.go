package extract

import (
	"fmt"
	"strconv"
	"strings"

	"recital/graph"
	"recital/loader/catalog"
)

// Slack for numbers beyond the last that the registry holds: it knows what texts cite, not all that was adopted.
const (
	slackCouncil  = 10
	slackAssembly = 80
)

// check compares what is printed of a target with what the registry knows of it: a finding is kept, nothing is mended in silence. The day is the
// target's own where it is printed with it, and not with another of its list.
func (d *document) check(c *Citation, t *target, own bool) {
	if t == nil {
		return
	}
	if t.listed {
		if own && d.dated(c, t.known.Date) {
			c.Confidence = max(c.Confidence, 0.999)
		}
		return
	}
	if reason := d.impossible(c.Symbol); reason != "" {
		c.Findings = append(c.Findings, graph.Finding{Kind: graph.ImpossibleNumber, Detail: reason})
	}
}

// dated reports whether the printed day is the known one; a finding says where it is another.
func (d *document) dated(c *Citation, known graph.Date) bool {
	printed := c.Claim.Date
	if known.Day == 0 || printed.Day == 0 {
		return false
	}
	if printed == known {
		return true
	}
	name := c.Symbol.String()
	if c.Symbol.IsZero() {
		name = string(c.Target)
	}
	c.Findings = append(c.Findings, graph.Finding{
		Kind: graph.DateContradicts, Detail: fmt.Sprintf("%s is dated %s here; it was adopted on %s", name, printed, known),
	})
	return false
}

// checkedSymbol returns the citation of a symbol, with the day that is printed with it and what speaks against it.
func (d *document) checkedSymbol(c Citation, m *mention) Citation {
	if !m.own {
		c.Claim.Date = d.dayBefore(m)
	}
	symbol := m.symbol.String()
	if number, ok := strings.CutPrefix(symbol, "S/PRST/"); ok && !strings.Contains(number, "/") {
		if symbol = d.wholeStatement(number, c.Claim.Date); symbol == "" {
			c.Kind, c.Status, c.Confidence, c.Reason = graph.PresidentialStatement, graph.Open, 0.5, "the symbol lacks its year, and no statement of that day has the number"
			return c
		}
		c.Rule, c.Confidence = "statement-by-date", 0.9
	}
	t := d.target(symbol)
	c = c.at(t, symbol)
	d.check(&c, t, !c.Claim.Date.IsZero())
	return c
}

// wholeStatement returns the symbol of a statement that is printed without its year, by the day before it: "20 July 2000 (S/PRST/25)" (S/RES/1314 (2000));
// empty where no statement of that day has the number.
func (d *document) wholeStatement(number string, on graph.Date) string {
	if on.IsZero() {
		return ""
	}
	whole := "S/PRST/" + itoa(on.Year) + "/" + number
	for _, made := range d.x.catalogue.Statements(on) {
		if made.String() == whole {
			return whole
		}
	}
	return ""
}

// dayBefore returns the day that is printed before a symbol in brackets: "the statement of its President of 13 April 2009 (S/PRST/2009/7)".
func (d *document) dayBefore(m *mention) graph.Date {
	s := &d.scan
	if !s.mark(m.from-1, opening) || !s.mark(m.to, closing) {
		return graph.Date{}
	}
	from := m.from - 4 // day, month, year, bracket
	if date, end := s.dayAt(max(0, from)); from > 0 && s.mark(from, numeral) && end == m.from-1 {
		return date
	}
	return graph.Date{}
}

// A treaty is opened for signature, and often dated, up to so many days after its adoption; a name whose date is so many years off is another's.
const (
	signatureDays = 400
	otherYears    = 3
	shortName     = 3 // words of a name that several texts may bear
)

// checkName compares the day that is printed behind a name, "the Slavery Convention of 25 September 1926", with its own. A short name that several
// texts bear, "the Stockholm Declaration of 29 May 2008" (S/RES/1859 (2008)), is left open where the day is years off.
func (d *document) checkName(c *Citation, m *mention) {
	at := d.x.entry(c.Target)
	if at >= 0 && d.tooEarly(c, m, &d.x.catalogue.Instruments()[at]) {
		return
	}
	date, end := d.scan.dateAt(m.to)
	if end == m.to || at < 0 || !d.scan.is(m.to, roleOf) || strings.Contains(d.scan.text[d.scan.words[m.from].start:d.scan.words[m.to-1].end], " to the ") {
		return // "Protocol I to the Geneva Conventions of 12 August 1949": their day
	}
	entry := &d.x.catalogue.Instruments()[at]
	c.Claim.Date = date
	later := dayNumber(date) - dayNumber(entry.Date)
	switch years := date.Year - entry.Date.Year; {
	case entry.Kind == graph.Treaty && 0 < later && later <= signatureDays:
	case entry.Kind != graph.Treaty && m.to-m.from <= shortName && (years >= otherYears || years <= -otherYears):
		c.Status, c.Target, c.Symbol, c.Provisions = graph.Open, "", graph.Symbol{}, nil
		c.Reason = fmt.Sprintf("dated %s: not the one of %s that is known by this name", date, entry.Date)
		d.recent = d.recent[:len(d.recent)-1]
	default:
		d.dated(c, entry.Date)
	}
}

// tooEarly remarks that a text names an instrument that was adopted only after it: its draft, or an earlier text of the same name. It reports whether
// the name is left open: a short one that stands in a text of years before ("sustainable development goals", A/RES/56/195) means another thing.
func (d *document) tooEarly(c *Citation, m *mention, entry *catalog.Entry) bool {
	own := d.in.Instrument.Date
	if own.IsZero() || entry.Date.IsZero() || dayNumber(entry.Date) <= dayNumber(own)+slack {
		return false
	}
	if m.to-m.from <= shortName && entry.Date.Year-own.Year >= otherYears {
		c.Status, c.Target, c.Symbol, c.Provisions = graph.Open, "", graph.Symbol{}, nil
		c.Reason = fmt.Sprintf("what is known by this name was adopted on %s only", entry.Date)
		d.recent = d.recent[:len(d.recent)-1]
		return true
	}
	c.Findings = append(c.Findings, graph.Finding{
		Kind: graph.DateContradicts, Detail: fmt.Sprintf("%s was adopted on %s, after this text: a draft of it, or an earlier text of the name", entry.ID, entry.Date),
	})
	return false
}

// slackDocument is how many days before a session its documents may be cited.
const slackDocument = 300

// impossible says why a symbol's number cannot exist; empty where it may.
func (d *document) impossible(symbol graph.Symbol) string {
	own, body, kind, session := d.in.Instrument.Date, symbol.Body(), symbol.Kind(), symbol.Session()
	year := symbol.Year()
	if !own.IsZero() && year > own.Year+1 && strings.Contains(symbol.String(), "/"+strconv.Itoa(year)+"/") {
		return fmt.Sprintf("%s: the year %d had not come", symbol, year)
	}
	if body != graph.HumanRightsCouncil && body != graph.GeneralAssembly || !numberedSession(session) {
		return ""
	}
	adopted, early := kind == graph.Resolution || kind == graph.Decision || kind == graph.PresidentialStatement, slack
	if !adopted {
		early = slackDocument
	}
	held, ok := d.session(body, session)
	switch {
	case !ok && adopted:
		return fmt.Sprintf("%s: there is no session %s", symbol, session)
	case ok && !own.IsZero() && dayNumber(held.From) > dayNumber(own)+early:
		return fmt.Sprintf("%s: session %s was not held before %s", symbol, session, held.From)
	case kind == graph.Resolution && d.beyond(body, kind, session, symbol.Number()):
		return fmt.Sprintf("%s: the highest number known of session %s is %d", symbol, session, d.x.catalogue.Last(body, kind, session))
	}
	return ""
}

// numberedSession reports whether a session is counted in figures: "53", "S-9".
func numberedSession(session string) bool { return isDigits(strings.TrimPrefix(session, "S-")) }

// beyond reports whether a number is far above the last that the registry holds of a session.
func (d *document) beyond(body graph.Body, kind graph.InstrumentKind, session string, number int) bool {
	last := d.x.catalogue.Last(body, kind, session)
	if last == 0 {
		return false
	}
	if body == graph.HumanRightsCouncil {
		return number > last+slackCouncil
	}
	return number > last+slackAssembly
}
