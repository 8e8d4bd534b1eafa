package graph

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"
)

// MandateState says whether a mandate was answered, as far as the graph knows.
type MandateState string

// States of a mandate.
const (
	Answered MandateState = "ANSWERED" // an answer is known: see [Answers]
	Overdue  MandateState = "OVERDUE"  // a later session of the forum is held, and no answer is known
	Pending  MandateState = "PENDING"  // no later session of the forum is held, and no answer is known
	Undated  MandateState = "UNDATED"  // it names no forum and session, or none that can be told over: see [Mandate.IsDated]
)

// MandateStates lists the states of mandates; a fresh slice each call.
func MandateStates() []MandateState { return []MandateState{Answered, Overdue, Pending, Undated} }

// IsDated reports whether the mandate says at which session of which forum it is due. A number is none of a body that names its sessions by
// years: it is one of before it did, or of a commission below it that the text calls by the Council's name, and which of those are over
// nobody here knows.
func (m *Mandate) IsDated() bool {
	return m.Forum != "" && m.Session != 0 && (m.Session >= firstYear || !slices.Contains(YearlyBodies(), m.Forum))
}

// YearlyBodies lists the bodies that name their sessions by years, "2024 session"; a fresh slice each call. Source: the symbols of the
// Economic and Social Council's resolutions, E/RES/2130(LXIII) in its last numbered session, E/RES/1978/1 in the year after.
func YearlyBodies() []Body { return []Body{EconomicAndSocialCouncil} }

// FirstSessionYear is the first year that a session may be named by: what is below is a number.
const FirstSessionYear = firstYear

// Awaits reports whether an instrument is what the mandate may be answered by: another document, of the forum and session it is due at.
// It answers the mandate where an instrument of the mandate's date or later cites both it and the mandate's own instrument: who takes
// note of a report recalls the resolution that asked for it.
func (m *Mandate) Awaits(i *Instrument) bool {
	return m.IsDated() && (i.Kind == Report || i.Kind == OtherDocument) && i.Body == m.Forum && i.Session == strconv.Itoa(m.Session) &&
		i.ID != m.ID.Instrument()
}

// State returns the mandate's state. Answered says whether an answer is known, last is the highest session of its forum that a held
// instrument is of, 0 for none.
func (m *Mandate) State(answered bool, last int) MandateState {
	switch {
	case !m.IsDated():
		return Undated
	case answered:
		return Answered
	case last > m.Session:
		return Overdue
	default:
		return Pending
	}
}

// SessionNumber returns the number of a session that has one alone, "53"; 0 for "S-9", "XXI" and none.
func SessionNumber(session string) int {
	for _, c := range session {
		if c < '0' || c > '9' {
			return 0
		}
	}
	n, err := strconv.Atoi(session)
	if err != nil {
		return 0
	}
	return n
}

// Answers returns for each mandate what answered it, as [Mandate.Awaits] says, the most cited first; none for one without forum and
// session. Of a day, asOf, what was known to do so: the instrument that cites both was adopted by then; zero: of all. It reads the links of
// the mandates' instruments, then of those that cite them: two calls, and more for the few with more links than a page holds.
func Answers(ctx context.Context, r Reader, mandates []*Mandate, asOf Date) ([][]*Instrument, error) {
	g := newReaderGraph(r)
	var asking []ID
	var forums []Body
	for _, m := range mandates {
		if m.IsDated() {
			asking, forums = append(asking, m.ID.Instrument()), append(forums, m.Forum)
		}
	}
	citing, err := g.hopsOf(ctx, asking, In, &WalkFilter{AsOf: asOf})
	if err != nil {
		return nil, err
	}
	var citers []ID
	for _, hops := range citing {
		for _, hop := range hops {
			citers = append(citers, hop.Far)
		}
	}
	slices.Sort(forums)
	documents := WalkFilter{FarKinds: []InstrumentKind{Report, OtherDocument}, FarBodies: slices.Compact(forums)}
	cited, err := g.hopsOf(ctx, citers, Out, &documents)
	if err != nil {
		return nil, err
	}
	answers := make([][]*Instrument, len(mandates))
	for i, m := range mandates {
		answers[i] = g.answers(m, citing[m.ID.Instrument()], cited)
	}
	return answers, nil
}

// hopsOf returns the hops of each node, asked for once.
func (g *readerGraph) hopsOf(ctx context.Context, ids []ID, d Direction, f *WalkFilter) (map[ID][]Hop[ID], error) {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if len(ids) == 0 {
		return nil, nil
	}
	found, err := g.Hops(ctx, ids, d, f)
	if err != nil {
		return nil, err
	}
	hops := make(map[ID][]Hop[ID], len(ids))
	for i, id := range ids {
		hops[id] = found[i]
	}
	return hops, nil
}

// answers picks what answers one mandate from the links that lead to its instrument, and those that lead on from where they start.
func (g *readerGraph) answers(m *Mandate, citing []Hop[ID], cited map[ID][]Hop[ID]) []*Instrument {
	var answers []*Instrument
	for _, hop := range citing {
		if !within(g.links[hop.Link].Date, m.Date, Date{}) {
			continue
		}
		for _, to := range cited[hop.Far] {
			if i := g.known[to.Far]; m.Awaits(i) {
				answers = append(answers, i)
			}
		}
	}
	slices.SortFunc(answers, func(a, b *Instrument) int {
		return cmp.Or(b.CitedBy-a.CitedBy, strings.Compare(string(a.ID), string(b.ID)))
	})
	return slices.CompactFunc(answers, func(a, b *Instrument) bool { return a.ID == b.ID })
}

// SessionKinds are the kinds of instruments whose session tells that it was held: what an organ adopts there. A document's number may
// be a year's, as in ST/SGB/2021/3, or stand for a session to come.
func SessionKinds() []InstrumentKind { return []InstrumentKind{Resolution, Decision} }

// LastSession returns the highest number of a session of the body that a held instrument of [SessionKinds] is of, adopted by the day asOf
// (zero: whenever); 0 for none.
func LastSession(ctx context.Context, r Reader, body Body, asOf Date) (int, error) {
	last := 0
	request := FacetRequest{
		Nodes: NodeFilter{Kind: InstrumentNode, Bodies: []Body{body}, Kinds: SessionKinds(), Until: asOf, Holding: HeldOnly},
		Keys:  []FacetKey{FacetSession},
	}
	for {
		counted, err := r.Facets(ctx, request)
		if err != nil {
			return 0, err
		}
		highest := last
		for _, v := range counted[0].Values {
			highest = max(highest, SessionNumber(v.Value))
		}
		if counted[0].Other == 0 || highest == last {
			return highest, nil
		}
		// A facet leaves out the rarest values, and the last session may be one: the next ones are asked for by number.
		last, request.Nodes.Sessions = highest, nil
		for n := range MaxFacet {
			request.Nodes.Sessions = append(request.Nodes.Sessions, strconv.Itoa(last+n+1))
		}
	}
}
