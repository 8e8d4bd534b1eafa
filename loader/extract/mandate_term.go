package extract

import (
	"strconv"

	"recital/graph"
	"recital/loader/catalog"
)

// maxAhead is how many years ahead of its text a session may lie that is named without its body. Where it is said whose session it is, any may be
// meant: a report every ten years (General Assembly resolution 58/153, para. 10).
const maxAhead = 10

// usualAhead is how many years ahead something is due in most texts.
const usualAhead = 4

// calendar knows when sessions are held, as seen from one text.
type calendar struct {
	catalogue *catalog.Catalog
	adopted   int // the day of the text, as dayNumber counts; 0 where it is not known
}

// newCalendar returns the calendar of a text: by its date, else by the session that it was adopted at.
func newCalendar(c *catalog.Catalog, in *graph.Instrument) calendar {
	k := calendar{catalogue: c}
	switch {
	case in.Kind == graph.OtherDocument || in.Kind == graph.Commentary:
		if year := in.Symbol.Year(); year > 0 {
			k.adopted = dayNumber(graph.Date{Year: year, Month: 1, Day: 1})
		}
	case !in.Date.IsZero():
		k.adopted = dayNumber(in.Date)
	case in.Session != "":
		if days, ok := k.term(in.Body, graph.SessionNumber(arabic(in.Session))); ok {
			k.adopted = dayNumber(days.From)
		}
	}
	return k
}

// term returns about when a body holds the session with a number. The Economic and Social Council's were numbered to 1977, two a year; since then a
// session is named by its year.
func (k *calendar) term(body graph.Body, session int) (days catalog.Session, ok bool) {
	if session == 0 {
		return catalog.Session{}, false
	}
	years := func(from, to int) (catalog.Session, bool) {
		return catalog.Session{From: graph.Date{Year: from, Month: 1, Day: 1}, To: graph.Date{Year: to, Month: 12, Day: 31}}, true
	}
	switch body {
	case graph.GeneralAssembly:
		return catalog.Session{From: graph.Date{Year: 1945 + session, Month: 9, Day: 5}, To: graph.Date{Year: 1946 + session, Month: 9, Day: 20}}, true
	case graph.EconomicAndSocialCouncil:
		if session >= graph.FirstSessionYear {
			return years(session, session)
		}
		return years(1945+session/2, 1946+session/2)
	}
	if days, ok = k.catalogue.Session(body, strconv.Itoa(session)); !ok {
		days, ok = k.catalogue.Ahead(body, strconv.Itoa(session))
	}
	return days, ok
}

// over reports whether the body's session had clearly ended when the text was adopted: nothing can have been due at it.
func (k *calendar) over(body graph.Body, session int) bool {
	if k.adopted == 0 {
		return false
	}
	days, ok := k.term(body, session)
	return ok && k.ended(&days)
}

func (k *calendar) ended(days *catalog.Session) bool { return dayNumber(days.To)+slack < k.adopted }

// far reports whether the body's session is so far ahead that another's must be meant.
func (k *calendar) far(body graph.Body, session int) bool {
	days, ok := k.term(body, session)
	return ok && k.adopted > 0 && k.ahead(&days, maxAhead)
}

func (k *calendar) ahead(days *catalog.Session, years int) bool {
	return dayNumber(days.From) > k.adopted+years*365
}

// canHold reports whether the session is one that a text of that day is likely to mean; false where it is not known.
func (k *calendar) canHold(body graph.Body, session int) bool {
	if k.adopted == 0 || body == "" {
		return false
	}
	days, ok := k.term(body, session)
	return ok && !k.ended(&days) && !k.ahead(&days, usualAhead)
}

// unlessOver returns the body, empty where its session is over.
func (k *calendar) unlessOver(body graph.Body, session int) graph.Body {
	if k.over(body, session) {
		return ""
	}
	return body
}
