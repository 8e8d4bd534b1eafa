package resolver

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"recital/graph"
	"recital/resolver/internal/scalar"
)

// end is what of a link the fields of a selection are of.
type end int

const (
	nowhere   end = iota // none of it: a node that is read by itself, or one that is whole whatever is asked for
	entries              // the link itself
	far                  // the instrument at the far end
	source               // the instrument that says so
	paragraph            // the paragraph that says so, or the one at the far end
)

// reading is what a field of the schema reads of a link.
type reading struct {
	parts graph.LinkParts
	to    end  // of the link, what the field's own selection is of; nowhere for what has none, or is read by itself
	back  bool // a list of links to the instrument, which is the target of each of them
}

// The three parts of an instrument are called here as they are at the far end, and mean what is there at the end that is looked at.
const (
	title   = graph.FarTitle
	outline = graph.FarOutline
	detail  = graph.FarDetail
)

// whereWords is where words stand in the text that they are in, with that text.
const whereWords = graph.LinkWords | graph.ParagraphText

// readings says of each field that can be asked of a link, or of what comes with one, what it reads. A field that is not here reads everything;
// a test fails for it.
var readings = map[scalar.FieldOf]reading{
	{Type: "Citation", Name: "id"}:           {},
	{Type: "Citation", Name: "paragraph"}:    {parts: graph.ParagraphAlone, to: paragraph},
	{Type: "Citation", Name: "source"}:       {parts: graph.SourceAlone, to: source},
	{Type: "Citation", Name: "target"}:       {to: far},
	{Type: "Citation", Name: "act"}:          {},
	{Type: "Citation", Name: "evidence"}:     {parts: graph.LinkQuote, to: entries},
	{Type: "Citation", Name: "status"}:       {},
	{Type: "Citation", Name: "confidence"}:   {},
	{Type: "Citation", Name: "alternatives"}: {parts: graph.LinkClaims},
	{Type: "Citation", Name: "pinpoint"}:     {parts: graph.LinkClaims},
	{Type: "Citation", Name: "claim"}:        {parts: graph.LinkClaims},
	{Type: "Citation", Name: "findings"}:     {parts: graph.LinkClaims},
	{Type: "Citation", Name: "date"}:         {},

	{Type: "Reliance", Name: "source"}:     {parts: graph.SourceAlone, to: source},
	{Type: "Reliance", Name: "target"}:     {to: far},
	{Type: "Reliance", Name: "count"}:      {},
	{Type: "Reliance", Name: "acts"}:       {},
	{Type: "Reliance", Name: "act"}:        {},
	{Type: "Reliance", Name: "paragraph"}:  {parts: graph.ParagraphAlone, to: paragraph},
	{Type: "Reliance", Name: "evidence"}:   {parts: graph.LinkQuote, to: entries},
	{Type: "Reliance", Name: "confidence"}: {},
	{Type: "Reliance", Name: "date"}:       {},
	{Type: "Reliance", Name: "citations"}:  {to: far, back: true},

	{Type: "Pinpoint", Name: "paragraph"}: {parts: graph.ParagraphAlone, to: paragraph},
	{Type: "Pinpoint", Name: "source"}:    {parts: graph.SourceAlone, to: source},
	{Type: "Pinpoint", Name: "target"}:    {},
	{Type: "Pinpoint", Name: "act"}:       {},
	{Type: "Pinpoint", Name: "evidence"}:  {parts: graph.LinkQuote, to: entries},
	{Type: "Pinpoint", Name: "date"}:      {},

	{Type: "Naming", Name: "paragraph"}: {parts: graph.ParagraphAlone, to: paragraph},
	{Type: "Naming", Name: "source"}:    {parts: graph.SourceAlone, to: source},
	{Type: "Naming", Name: "target"}:    {},
	{Type: "Naming", Name: "act"}:       {},
	{Type: "Naming", Name: "role"}:      {},
	{Type: "Naming", Name: "evidence"}:  {parts: graph.LinkQuote, to: entries},
	{Type: "Naming", Name: "date"}:      {},

	{Type: "Evidence", Name: "quote"}:    {parts: graph.LinkQuote},
	{Type: "Evidence", Name: "span"}:     {parts: graph.LinkQuote},
	{Type: "Evidence", Name: "words"}:    {parts: whereWords},
	{Type: "Evidence", Name: "note"}:     {parts: graph.LinkWords},
	{Type: "Evidence", Name: "rule"}:     {parts: graph.LinkQuote},
	{Type: "Evidence", Name: "sentence"}: {parts: whereWords},

	{Type: "Node", Name: "id"}:    {},
	{Type: "Node", Name: "label"}: {parts: title},

	{Type: "Instrument", Name: "id"}:           {},
	{Type: "Instrument", Name: "label"}:        {parts: title},
	{Type: "Instrument", Name: "symbol"}:       {parts: outline},
	{Type: "Instrument", Name: "aliases"}:      {parts: detail},
	{Type: "Instrument", Name: "names"}:        {parts: detail},
	{Type: "Instrument", Name: "kind"}:         {parts: outline},
	{Type: "Instrument", Name: "title"}:        {parts: title},
	{Type: "Instrument", Name: "date"}:         {parts: title},
	{Type: "Instrument", Name: "body"}:         {parts: outline},
	{Type: "Instrument", Name: "adoptedBy"}:    {parts: outline},
	{Type: "Instrument", Name: "session"}:      {parts: outline},
	{Type: "Instrument", Name: "basis"}:        {parts: outline},
	{Type: "Instrument", Name: "held"}:         {parts: outline},
	{Type: "Instrument", Name: "heldIn"}:       {parts: outline},
	{Type: "Instrument", Name: "procedure"}:    {parts: detail},
	{Type: "Instrument", Name: "subjects"}:     {parts: detail},
	{Type: "Instrument", Name: "url"}:          {parts: outline},
	{Type: "Instrument", Name: "citesCount"}:   {parts: outline},
	{Type: "Instrument", Name: "citedByCount"}: {parts: outline},
	{Type: "Instrument", Name: "paragraphs"}:   {},
	{Type: "Instrument", Name: "paragraph"}:    {},
	{Type: "Instrument", Name: "provisions"}:   {},
	{Type: "Instrument", Name: "cites"}:        {},
	{Type: "Instrument", Name: "citedBy"}:      {back: true},
	{Type: "Instrument", Name: "restsOn"}:      {},
	{Type: "Instrument", Name: "reliedOnBy"}:   {back: true},
	{Type: "Instrument", Name: "timeline"}:     {},
	{Type: "Instrument", Name: "rights"}:       {},
	{Type: "Instrument", Name: "actors"}:       {},
	{Type: "Instrument", Name: "mandates"}:     {},
	{Type: "Instrument", Name: "mentions"}:     {},

	{Type: "Paragraph", Name: "id"}:         {},
	{Type: "Paragraph", Name: "label"}:      {},
	{Type: "Paragraph", Name: "place"}:      {},
	{Type: "Paragraph", Name: "part"}:       {parts: graph.ParagraphOutline},
	{Type: "Paragraph", Name: "order"}:      {parts: graph.ParagraphOutline},
	{Type: "Paragraph", Name: "instrument"}: {},
	{Type: "Paragraph", Name: "opening"}:    {parts: graph.ParagraphOutline},
	{Type: "Paragraph", Name: "act"}:        {parts: graph.ParagraphOutline},
	{Type: "Paragraph", Name: "text"}:       {parts: graph.ParagraphText},
	{Type: "Paragraph", Name: "notes"}:      {parts: graph.ParagraphText},
	{Type: "Paragraph", Name: "span"}:       {parts: graph.ParagraphOutline},
	{Type: "Paragraph", Name: "date"}:       {parts: graph.ParagraphOutline},
	{Type: "Paragraph", Name: "cites"}:      {},
	{Type: "Paragraph", Name: "pinpoints"}:  {},
	{Type: "Paragraph", Name: "rights"}:     {},
	{Type: "Paragraph", Name: "actors"}:     {},
	{Type: "Paragraph", Name: "mandates"}:   {},
	{Type: "Paragraph", Name: "mentions"}:   {},
}

// selected is the parts that a selection reads of the links of a page.
type selected struct {
	// near: the links are those to the node that was asked, which is their target without being read with them.
	near  bool
	parts graph.LinkParts
	all   bool // something is read that nobody knows of
}

// partsOf is the parts of the links of a list that the field being resolved selects. What @skip and @include leave out counts: it would
// be no mistake to read it, and the same document has the same parts then.
func partsOf(ctx context.Context, filter *graph.LinkFilter) graph.LinkParts {
	if !graphql.HasOperationContext(ctx) || graphql.GetFieldContext(ctx) == nil {
		return 0
	}
	list := linksRead{near: filter.Direction == graph.In, of: entries}
	if len(filter.Types) == 1 && filter.Types[0] == graph.PartOf {
		list.of = paragraph // or a provision, which has no parts
	}
	set := graphql.GetFieldContext(ctx).Field.Selections
	return scalar.Once(ctx, set, list, func() graph.LinkParts {
		s := selected{near: list.near}
		s.set(set, list.of, false)
		return s.result()
	})
}

// linksRead is a list of links of which a selection reads parts.
type linksRead struct {
	near bool // as in selected
	of   end  // what the selection is of
}

// result is all that was noted.
func (s *selected) result() graph.LinkParts {
	if s.all {
		return 0
	}
	return s.parts | graph.LinkAlone
}

// set notes what a selection reads. Back: it is of a list of links to the instrument at the end, of which alone the target leads there again.
func (s *selected) set(set ast.SelectionSet, of end, back bool) {
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			s.field(selection, of, back)
		case *ast.InlineFragment:
			s.set(selection.SelectionSet, of, back)
		case *ast.FragmentSpread:
			if s.all = s.all || selection.Definition == nil; !s.all {
				s.set(selection.Definition.SelectionSet, of, back)
			}
		}
	}
}

func (s *selected) field(f *ast.Field, of end, back bool) {
	if of == nowhere || strings.HasPrefix(f.Name, "__") {
		return
	}
	if f.ObjectDefinition == nil {
		s.all = true
		return
	}
	on := f.ObjectDefinition.Name
	switch {
	case strings.HasSuffix(on, "Connection") || strings.HasSuffix(on, "Edge"):
		switch f.Name {
		case "nodes", "edges", "node":
			s.set(f.SelectionSet, of, back)
		case "cursor":
			s.parts |= graph.LinkCursors
		}
	case back:
		switch f.Name {
		case "target":
			s.set(f.SelectionSet, of, false)
		case "citations": // of a Reliance: they have its target
			s.set(f.SelectionSet, of, true)
		}
	default:
		s.read(f, scalar.FieldOf{Type: on, Name: f.Name}, of)
	}
}

// read notes what a field reads of the end that it is of.
func (s *selected) read(f *ast.Field, name scalar.FieldOf, of end) {
	switch name.Type {
	case "Instrument", "Node":
		if of != far && of != source {
			return // a paragraph's label is its id
		}
	case "Paragraph":
		if of != paragraph {
			return // another kind of node is asked for as well
		}
	case "Provision", "Right", "Actor":
		return // whole, whatever is asked for
	}
	r, known := readings[name]
	if !known {
		s.all = true
		return
	}
	s.parts |= r.at(of)
	to := r.to
	switch {
	case r.back && to == nowhere:
		to = of
	case to == far && s.near:
		return // the node that was asked
	case to == nowhere:
		return
	}
	s.set(f.SelectionSet, to, r.back)
}

// at is the parts that are read of an end.
func (r reading) at(of end) graph.LinkParts {
	if of != source {
		return r.parts
	}
	var parts graph.LinkParts
	for _, same := range [][2]graph.LinkParts{
		{title, graph.SourceTitle}, {outline, graph.SourceOutline}, {detail, graph.SourceDetail},
	} {
		if r.parts&same[0] != 0 {
			parts |= same[1]
		}
	}
	return parts
}
