package extract

import (
	"fmt"

	"recital/graph"
)

// Slack for numbers beyond the last that the registry holds: it knows what texts cite, not all that was adopted.
const (
	slackCouncil  = 10
	slackAssembly = 80
)

// check compares what is printed of a target with what the registry knows of it: a finding is kept, nothing is mended in silence.
func (d *document) check(c *Citation, m *mention) {
	if c.Symbol.IsZero() {
		return
	}
	known, ok := d.x.catalogue.Known(c.Symbol)
	if printed := c.Claim.Date; ok && m.own && !known.Date.IsZero() && !printed.IsZero() {
		if printed == known.Date {
			c.Confidence, c.Candidates = max(c.Confidence, 0.999), nil // the day says which
			return
		}
		c.Findings = append(c.Findings, graph.Finding{
			Kind: graph.DateContradicts, Detail: fmt.Sprintf("%s is dated %s here; it was adopted on %s", c.Symbol, printed, known.Date),
		})
		return
	}
	if ok {
		return
	}
	if reason := d.impossible(c.Symbol, m); reason != "" {
		c.Findings = append(c.Findings, graph.Finding{Kind: graph.ImpossibleNumber, Detail: reason})
	}
}

// impossible says why a symbol's number cannot exist; empty where it may.
func (d *document) impossible(symbol graph.Symbol, m *mention) string {
	n := &m.number
	if n.shape != bySession && n.shape != bySpecial {
		return ""
	}
	session := n.session
	if n.shape == bySpecial {
		session = "S-" + session
	}
	body, kind := symbol.Body(), symbol.Kind()
	if kind != graph.Resolution || body != graph.HumanRightsCouncil && body != graph.GeneralAssembly {
		return ""
	}
	held, ok := d.session(body, session)
	own := d.in.Instrument.Date
	switch {
	case !ok:
		return fmt.Sprintf("%s: there is no session %s", symbol, session)
	case !own.IsZero() && dayNumber(held.From) > dayNumber(own)+slack:
		return fmt.Sprintf("%s: session %s was not held before %s", symbol, session, held.From)
	case d.beyond(body, kind, session, decimal(n.serial)):
		return fmt.Sprintf("%s: the highest number known of session %s is %d", symbol, session, d.x.catalogue.Last(body, kind, session))
	}
	return ""
}

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
