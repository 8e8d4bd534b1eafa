package neo4j

import (
	"fmt"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// pageDecoder puts the answer of a list's own statement into pages.
type pageDecoder struct {
	kind      graph.LinkType
	direction graph.Direction
	ids       []graph.ID
	total     bool
	parts     graph.LinkParts
	first     bool // the statement is the one for first pages
	pages     []graph.Page[graph.LinkView]
}

// clear begins anew with empty pages.
func (d *pageDecoder) clear() {
	d.pages = make([]graph.Page[graph.LinkView], len(d.ids))
	for i := range d.pages {
		d.pages[i].Total = -1
		if d.total {
			d.pages[i].Total = 0
		}
	}
}

// Columns of the lists' own statements, after the guard.
const (
	pageAt     = iota + 1 // the node's place in the request
	pageTotal             // how many links there are; of a first page null when it has them all
	pageBounds            // how many links lie before the page; of a first page how many there are with the one too many
	pageSource            // the node itself where it is the source of them all: its id and the groups of an instrument
	pageGroups            // the links' properties
)

// The properties of the links on a page stand together in groups: for each group a list with an entry for each link, or null for one that was not
// asked for. An id is an entry by itself, other entries are lists.
const (
	groupAlone = iota
	groupQuote
	groupWords
	groupClaims
	groupFar // ids of the far ends, where these are instruments; their groups follow
	groupFarTitle
	groupFarOutline
	groupFarDetail
	groupSource // ids of the instruments that say so, null where that is the far end, or the one of all; their groups follow
	groupSourceTitle
	groupSourceOutline
	groupSourceDetail
	groupParagraph // ids of the paragraphs that say so; their groups follow
	groupOutline
	groupText
	groupCount
)

// instrumentGroups is the number of an instrument's groups, its id before them left out.
const instrumentGroups = 3

// The properties in each group, in the order in which the statements list them. What a kind of link lacks stands last in its group.
var (
	linkColumns = columnsOf(
		[]string{"owner", "order", "date", "act", "confidence", "count", "acts", "paragraph"},
		[]string{"quote", "start", "end", "rule"},
		[]string{"wordsStart", "wordsEnd", "note"},
		[]string{"pinpoint", "printedDate", "printedTitle", "findings", "findingDetails", "alternatives", "alternativeConfidences"})
	instrumentColumns = columnsOf(
		[]string{"title", "date"},
		[]string{"symbol", "kind", "body", "session", "basis", "held", "cites", "citedBy"},
		[]string{"aliases", "names", "procedure", "subjects"})
	paragraphColumns = columnsOf(
		[]string{"part", "order", "opening", "act", "start", "end", "date"},
		[]string{"text", "noteMarks", "notes", "noteStarts", "noteEnds", "noteAts"})
)

// record reads one node's page.
func (d *pageDecoder) record(r *neo4j.Record) error {
	at, err := index(r.Values[pageAt], len(d.ids))
	if err != nil {
		return err
	}
	groups, length, err := groupsOf(r.Values[pageGroups])
	if err != nil {
		return fmt.Errorf("links of %s: %w", d.ids[at], err)
	}
	page := &d.pages[at]
	counted, _ := r.Values[pageTotal].(int64)
	bounds, _ := r.Values[pageBounds].(int64)
	if d.first {
		page.HasNext, counted = bounds > int64(length), max(counted, bounds)
	} else {
		page.HasPrevious, page.HasNext = bounds > 0, bounds+int64(length) < counted
	}
	if d.total {
		page.Total = int(counted)
	}
	source, err := owner(r.Values[pageSource])
	if err != nil {
		return err
	}
	page.Edges = make([]graph.Edge[graph.LinkView], length)
	for i := range page.Edges {
		edge := &page.Edges[i]
		edge.Node.Source = source
		if err := d.view(&edge.Node, d.ids[at], groups.of(i)); err != nil {
			return err
		}
	}
	graph.SetLinkCursors(page.Edges, d.direction, d.parts)
	return nil
}

// owner reads the node that is the source of all links of a page; nil where none is told.
func owner(value any) (*graph.Instrument, error) {
	entries, ok := value.([]any)
	switch {
	case value == nil:
		return nil, nil //nolint:nilnil // there need not be one
	case !ok || len(entries) != 1+instrumentGroups:
		return nil, fmt.Errorf("%w: a node is %v", graph.ErrCorrupt, value)
	}
	return entry(entries).instrument(0)
}

// groups are those of a page, a list of entries each; nil for one that was not asked for.
type groups [groupCount][]any

// groupsOf checks the groups of a page and tells how many links it has.
func groupsOf(value any) (g groups, length int, err error) {
	lists, ok := value.([]any)
	if !ok || len(lists) != groupCount {
		return g, 0, fmt.Errorf("%w: a page is %v", graph.ErrCorrupt, value)
	}
	for i, list := range lists {
		if g[i], ok = list.([]any); !ok && list != nil {
			return g, 0, fmt.Errorf("%w: group %d is a %T", graph.ErrCorrupt, i, list)
		}
	}
	for i := range g {
		if g[i] != nil && len(g[i]) != len(g[groupAlone]) {
			return g, 0, fmt.Errorf("%w: group %d is of %d links, the first of %d", graph.ErrCorrupt, i, len(g[i]), len(g[groupAlone]))
		}
	}
	return g, len(g[groupAlone]), nil
}

// of gathers what the groups say of one link.
func (g *groups) of(at int) entry {
	e := make(entry, groupCount)
	for i, list := range g {
		if list != nil {
			e[i] = list[at]
		}
	}
	return e
}

// entry is what is said of one link, group by group; nil where a group was not asked for.
type entry []any

// view reads a link with its ends. The source is known where it is the one of all links.
func (d *pageDecoder) view(v *graph.LinkView, id graph.ID, e entry) (err error) {
	far, err := e.instrument(groupFar)
	if err != nil {
		return err
	}
	if v.Source == nil {
		if v.Source, err = e.instrument(groupSource); err != nil {
			return err
		}
	}
	if v.SourceParagraph, err = e.paragraph(); err != nil {
		return err
	}
	if d.kind == graph.Cites && v.SourceParagraph == nil || far == nil && (d.kind == graph.RestsOn || d.direction != graph.In) {
		return errChanged
	}
	from, to := id, id
	switch {
	case d.kind == graph.Cites && d.direction == graph.In:
		v.Far, from = v.SourceParagraph, v.SourceParagraph.ID
	case d.kind == graph.Cites:
		v.Far, from, to = far, v.SourceParagraph.ID, far.ID
	case d.direction == graph.In:
		v.Far, v.Source, from = far, far, far.ID
	default:
		v.Far, to = far, far.ID
	}
	f := fields{order: linkColumns}
	if err := f.take(e[groupAlone:groupFar]); err != nil {
		return err
	}
	v.Link, err = f.link(d.kind, from, to)
	return err
}

// instrument reads an instrument of which the id stands at a place and its groups after it; nil without an id.
func (e entry) instrument(at int) (*graph.Instrument, error) {
	id, ok := e[at].(string)
	if !ok {
		return nil, nil //nolint:nilnil // there need not be one
	}
	f := fields{order: instrumentColumns}
	if err := f.take(e[at+1 : at+1+instrumentGroups]); err != nil {
		return nil, err
	}
	i := f.instrument()
	i.ID = graph.ID(id)
	return i, f.bad
}

// paragraph reads the paragraph; nil without an id. Its place follows from that: see [graph.Document.Check].
func (e entry) paragraph() (*graph.Paragraph, error) {
	id, ok := e[groupParagraph].(string)
	if !ok {
		return nil, nil //nolint:nilnil // there need not be one
	}
	f := fields{order: paragraphColumns}
	if err := f.take(e[groupOutline:groupCount]); err != nil {
		return nil, err
	}
	p := f.paragraph()
	p.ID, p.Place = graph.ID(id), graph.Place(graph.ID(id).Place())
	return p, f.bad
}
