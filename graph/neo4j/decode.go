package neo4j

import (
	"fmt"
	"slices"

	"recital/graph"
)

// fields reads properties as the driver gives them: by name, or in groups in the order of columns. A property that is not there is the zero value; the
// first of a wrong type is kept in bad, so that a graph that others changed is noticed and not answered wrongly.
type fields struct {
	values map[string]any
	groups [mostGroups][]any // instead of values; nil for a group that was not asked for
	order  columns
	bad    error
}

// mostGroups is how many groups of properties a link or node has at most.
const mostGroups = 4

// columns are the places of properties in the lists that a statement makes of them: the driver reads a list in half the time of a map.
type columns map[string]column

// column is the place of a property: its group, and its place there.
type column struct{ group, at int }

func columnsOf(groups ...[]string) columns {
	c := make(columns)
	for group, names := range groups {
		for at, name := range names {
			c[name] = column{group, at}
		}
	}
	return c
}

// take takes the groups' lists; null is a group that was not asked for.
func (f *fields) take(lists []any) error {
	for i, list := range lists {
		var ok bool
		if f.groups[i], ok = list.([]any); !ok && list != nil {
			return fmt.Errorf("%w: properties are a %T", graph.ErrCorrupt, list)
		}
	}
	return nil
}

// value returns a property; nil where there is none.
func (f *fields) value(key string) any {
	if f.order == nil {
		return f.values[key]
	}
	if c, found := f.order[key]; found && c.at < len(f.groups[c.group]) {
		return f.groups[c.group][c.at]
	}
	return nil
}

func (f *fields) fault(key string, value any) {
	if f.bad == nil {
		f.bad = fmt.Errorf("%w: property %s of %v is a %T", graph.ErrCorrupt, key, f.value("id"), value)
	}
}

func (f *fields) text(key string) string {
	value := f.value(key)
	if value == nil {
		return ""
	}
	s, ok := value.(string)
	if !ok {
		f.fault(key, value)
	}
	return s
}

func (f *fields) int(key string) int { return int(f.int64(key)) }

func (f *fields) int64(key string) int64 {
	value := f.value(key)
	if value == nil {
		return 0
	}
	n, ok := value.(int64)
	if !ok {
		f.fault(key, value)
	}
	return n
}

func (f *fields) float(key string) float64 {
	value := f.value(key)
	if value == nil {
		return 0
	}
	x, ok := value.(float64)
	if !ok {
		f.fault(key, value)
	}
	return x
}

func (f *fields) bool(key string) bool {
	value := f.value(key)
	if value == nil {
		return false
	}
	b, ok := value.(bool)
	if !ok {
		f.fault(key, value)
	}
	return b
}

func (f *fields) date(key string) graph.Date {
	text := f.text(key)
	d, err := graph.ParseDate(text)
	if err != nil {
		f.fault(key, text)
	}
	return d
}

func (f *fields) symbol(key string) graph.Symbol { return f.readSymbol(key, f.text(key)) }

func (f *fields) readSymbol(key, text string) graph.Symbol {
	var s graph.Symbol
	if err := s.UnmarshalText([]byte(text)); err != nil {
		f.fault(key, text)
	}
	return s
}

func (f *fields) span(start, end string) graph.Span {
	return graph.Span{Start: f.int(start), End: f.int(end)}
}

// list reads a list; nil where there is none.
func list[T any](f *fields, key string) []T {
	value := f.value(key)
	if value == nil {
		return nil
	}
	items, ok := value.([]any)
	if !ok {
		f.fault(key, value)
		return nil
	}
	out := make([]T, len(items))
	for i, item := range items {
		if out[i], ok = item.(T); !ok {
			f.fault(key, item)
		}
	}
	return out
}

// texts reads a list of strings of any type; nil where there is none.
func texts[S ~string](f *fields, key string) []S {
	var out []S
	for _, s := range list[string](f, key) {
		out = append(out, S(s))
	}
	return out
}

func (f *fields) symbols(key string) []graph.Symbol {
	var out []graph.Symbol
	for _, s := range list[string](f, key) {
		out = append(out, f.readSymbol(key, s))
	}
	return out
}

// owned reads a node of which the statement has told the kind; nil for no properties.
func owned[T any](properties any, read func(*fields) *T) (*T, error) {
	values, ok := properties.(map[string]any)
	if !ok {
		return nil, nil //nolint:nilnil // there need not be one
	}
	if values["id"] == nil {
		return nil, errChanged
	}
	f := &fields{values: values}
	return read(f), f.bad
}

// decodeNode reads a node from its labels and properties; nil for no properties.
func decodeNode(labels, properties any) (graph.Node, error) {
	values, ok := properties.(map[string]any)
	if !ok {
		return nil, nil //nolint:nilnil // a nil node stands for an unknown id, see graph.Reader
	}
	if values["id"] == nil {
		return nil, errChanged
	}
	f := &fields{values: values}
	n := f.node(labels)
	if f.bad == nil && n == nil {
		f.bad = fmt.Errorf("%w: node %v has none of our labels: %v", graph.ErrCorrupt, values["id"], labels)
	}
	return n, f.bad
}

func (f *fields) node(labels any) graph.Node {
	names, ok := labels.([]any)
	if !ok {
		return nil
	}
	for _, kind := range graph.NodeKinds() {
		if slices.Contains(names, any(string(kind))) {
			return f.nodeOf(kind)
		}
	}
	return nil
}

func (f *fields) nodeOf(kind graph.NodeKind) graph.Node {
	id := graph.ID(f.text("id"))
	switch kind {
	case graph.InstrumentNode:
		return f.instrument()
	case graph.ParagraphNode:
		return f.paragraph()
	case graph.ProvisionNode:
		return &graph.Provision{ID: id, Label: f.text("label")}
	case graph.RightNode:
		return &graph.Right{ID: id, Title: f.text("title"), Basis: texts[graph.ID](f, "basis"), Mentions: f.int("mentions")}
	case graph.ActorNode:
		return &graph.Actor{ID: id, Title: f.text("title"), Category: f.text("category"), Mentions: f.int("mentions")}
	case graph.MandateNode:
		return &graph.Mandate{
			ID: id, Order: f.int64("order"), Act: graph.Act(f.text("act")), Addressee: graph.ID(f.text("addressee")),
			Product: f.text("product"), Forum: graph.Body(f.text("forum")), Session: f.int("dueSession"), Due: f.text("due"),
			Months: f.int("months"), Evidence: f.evidence(), Date: f.date("date"),
		}
	default: // MentionNode
		return &graph.Mention{
			ID: id, Order: f.int64("order"), Status: graph.Status(f.text("status")), Act: graph.Act(f.text("act")),
			Reason: f.text("reason"), Evidence: f.evidence(), Findings: f.findings(), Date: f.date("date"),
		}
	}
}

func (f *fields) instrument() *graph.Instrument {
	return &graph.Instrument{
		ID: graph.ID(f.text("id")), Symbol: f.symbol("symbol"), Aliases: f.symbols("aliases"), Names: texts[string](f, "names"),
		Kind: graph.InstrumentKind(f.text("kind")), Title: f.text("title"), Date: f.date("date"), Body: graph.Body(f.text("body")),
		Session: f.text("session"), Basis: graph.Basis(f.text("basis")), Held: f.bool("held"), Procedure: f.text("procedure"),
		Subjects: texts[string](f, "subjects"), Cites: f.int("cites"), CitedBy: f.int("citedBy"),
	}
}

// own returns what documents say of the instrument, without what only all citations together tell.
func (f *fields) own() *graph.Instrument {
	i := f.instrument()
	i.Cites, i.CitedBy = 0, 0
	if _, found := f.values["ownTitle"]; found {
		i.Title = f.text("ownTitle")
	}
	if _, found := f.values["ownDate"]; found {
		i.Date = f.date("ownDate")
	}
	return i
}

func (f *fields) paragraph() *graph.Paragraph {
	p := &graph.Paragraph{
		ID: graph.ID(f.text("id")), Place: graph.Place(f.text("place")), Part: graph.Part(f.text("part")), Order: f.int("order"),
		Opening: f.text("opening"), Act: graph.Act(f.text("act")), Text: f.text("text"), Span: f.span("start", "end"), Date: f.date("date"),
	}
	marks, notes := list[string](f, "noteMarks"), list[string](f, "notes")
	starts, ends, ats := list[int64](f, "noteStarts"), list[int64](f, "noteEnds"), list[int64](f, "noteAts")
	if len(notes) != len(marks) || len(starts) != len(marks) || len(ends) != len(marks) || len(ats) != len(marks) {
		f.fault("notes", marks)
		return p
	}
	for i, mark := range marks {
		span := graph.Span{Start: int(starts[i]), End: int(ends[i])}
		p.Notes = append(p.Notes, graph.Note{Mark: mark, Text: notes[i], Span: span, At: int(ats[i])})
	}
	return p
}

func (f *fields) evidence() graph.Evidence {
	return graph.Evidence{
		Quote: f.text("quote"), Span: f.span("start", "end"), Words: f.span("wordsStart", "wordsEnd"),
		Note: f.text("note"), Rule: f.text("rule"),
	}
}

func (f *fields) findings() []graph.Finding {
	kinds, details := list[string](f, "findings"), list[string](f, "findingDetails")
	if len(kinds) != len(details) {
		f.fault("findings", kinds)
		return nil
	}
	var out []graph.Finding
	for i, kind := range kinds {
		out = append(out, graph.Finding{Kind: graph.FindingKind(kind), Detail: details[i]})
	}
	return out
}

func (f *fields) alternatives() []graph.Alternative {
	ids, confidences := list[string](f, "alternatives"), list[float64](f, "alternativeConfidences")
	if len(ids) != len(confidences) {
		f.fault("alternatives", ids)
		return nil
	}
	var out []graph.Alternative
	for i, id := range ids {
		out = append(out, graph.Alternative{Instrument: graph.ID(id), Confidence: confidences[i]})
	}
	return out
}

// decodeLink reads a link from its relationship's properties and ends.
func decodeLink(kind graph.LinkType, from, to graph.ID, properties any) (graph.Link, error) {
	values, ok := properties.(map[string]any)
	if !ok {
		return graph.Link{}, fmt.Errorf("%w: a relationship without properties", graph.ErrCorrupt)
	}
	return (&fields{values: values}).link(kind, from, to)
}

// link reads a link from its relationship's properties and ends.
func (f *fields) link(kind graph.LinkType, from, to graph.ID) (graph.Link, error) {
	if f.value("order") == nil {
		return graph.Link{}, errChanged // every link has one
	}
	l := graph.Link{
		Type: kind, From: from, To: to, Owner: graph.ID(f.text("owner")), Order: f.int64("order"), Date: f.date("date"),
		Act: graph.Act(f.text("act")), Confidence: f.float("confidence"), Pinpoint: f.text("pinpoint"),
		Claim: graph.Claim{Date: f.date("printedDate"), Title: f.text("printedTitle")}, Role: graph.Role(f.text("role")),
		Count: f.int("count"), Acts: texts[graph.Act](f, "acts"), Paragraph: graph.ID(f.text("paragraph")), Findings: f.findings(),
		Alternatives: f.alternatives(),
	}
	if f.value("start") != nil || f.value("wordsStart") != nil { // they are there in all evidence; only one may have been asked for
		e := f.evidence()
		l.Evidence = &e
	}
	return l, f.bad
}
