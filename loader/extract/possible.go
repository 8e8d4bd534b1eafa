package extract

import (
	"strings"

	"recital/graph"
	"recital/loader/catalog"
)

// possible reports whether the body can have adopted the number: it numbers so, its session had been held when the document was adopted, and
// the printed date, where there is one, is not years away from it.
func (d *document) possible(b *catalog.Body, m *mention, kind graph.InstrumentKind) bool {
	n := &m.number
	if !b.Numbers(shapeName(n.shape)) {
		return false
	}
	serial := decimal(n.serial)
	switch {
	case n.shape == bySession && b.ID == graph.GeneralAssembly:
		if decimal(n.session) < 31 || serial > 600 { // numbers begin anew each session since the thirty-first
			return false
		}
		if kind == graph.Resolution && d.beyond(b.ID, kind, n.session, serial) || kind == graph.Decision && serial < 301 {
			return false
		}
	case n.shape == bySession && b.ID == graph.HumanRightsCouncil && kind == graph.Resolution:
		if serial > 60 || d.beyond(b.ID, kind, n.session, serial) {
			return false
		}
	case n.shape == bySession && b.ID == graph.HumanRightsCouncil && kind == graph.Decision:
		if serial < 101 || serial > 199 { // decisions are numbered from 101 in each session (A/HRC/DEC/2/102)
			return false
		}
	case n.shape == romanFirst && b.ID == "cbd-cop" && kind == graph.Resolution: // it adopts decisions
		return false
	case n.shape == romanFirst && b.ID == "unep-governing-council" && !strings.HasPrefix(n.session, "SS."): // in its special sessions
		return false
	case n.shape == byYear && b.ID == graph.EconomicAndSocialCouncil:
		if n.session < "1978" {
			return false
		}
	case n.shape == byYear && (b.ID == graph.CommissionOnHumanRights || b.ID == "sub-commission-on-human-rights"):
		if n.session > "2006" {
			return false
		}
	case n.shape == byYear && strings.HasPrefix(string(b.ID), "commission-"):
		if !fewOf(serial, kind) {
			return false
		}
	}
	date := m.date
	if m.shared {
		date = graph.Date{}
	}
	return d.held(b, n, date)
}

// fewOf reports whether a functional commission that numbers by year can have adopted the number: it adopts a few resolutions a year, and numbers its
// decisions from 101 (E/CN.9/2021/101), before from 1. Higher numbers are the Economic and Social Council's.
func fewOf(serial int, kind graph.InstrumentKind) bool {
	return serial <= 20 || kind == graph.Decision && serial > 100 && serial < 200
}

// held reports whether the session of the number was held by the document's date and within a year and a half of the printed one.
func (d *document) held(b *catalog.Body, n *number, date graph.Date) bool {
	session := n.session
	switch n.shape {
	case bySpecial:
		session = "S-" + session
	case romanFirst, byParties, byConference:
		return true
	case byYear:
		return date.IsZero() || date.Year-decimal(session) <= 1 && decimal(session)-date.Year <= 1 || d.future(date)
	}
	s, ok := d.session(b.ID, session)
	if !ok && n.shape == withRoman && isRoman(session) {
		s, ok = d.x.catalogue.Session(b.ID, arabic(session)) // functional commissions were numbered so before: "2 (XXXIV)"
	}
	if !ok {
		return !d.x.catalogue.HasSessions(b.ID) || b.ID == graph.GeneralAssembly && n.shape == withRoman && strings.Contains(session, "S-")
	}
	if s.First > 0 && (decimal(n.serial) < s.First-20 || decimal(n.serial) > s.Last+20) {
		return false
	}
	if own := d.in.Instrument.Date; !own.IsZero() && dayNumber(s.From) > dayNumber(own)+slack {
		return false
	}
	return date.IsZero() || d.future(date) || d.within(b.ID, session, date, 550)
}

// session returns the days of a body's session, also of one later than those that the catalogue lists where the document is of its time.
func (d *document) session(body graph.Body, session string) (catalog.Session, bool) {
	if s, ok := d.x.catalogue.Session(body, session); ok {
		return s, true
	}
	s, ok := d.x.catalogue.Ahead(body, session)
	own := d.in.Instrument.Date
	return s, ok && !own.IsZero() && dayNumber(s.From) <= dayNumber(own)+slack
}

// future reports whether a printed date lies after the document's own: a slip of the pen (form 95), it says nothing.
func (d *document) future(date graph.Date) bool {
	own := d.in.Instrument.Date
	return !own.IsZero() && dayNumber(date) > dayNumber(own)+slack
}

// fits reports whether the printed date falls into the body's session.
func (d *document) fits(b *catalog.Body, m *mention) bool {
	if m.date.IsZero() || m.shared {
		return false
	}
	session := m.number.session
	switch m.number.shape {
	case bySpecial:
		session = "S-" + session
	case byYear:
		return decimal(session) == m.date.Year
	}
	return d.within(b.ID, session, m.date, 20)
}
