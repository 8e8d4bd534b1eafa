package loader

import (
	"strings"

	"recital/graph"
	"recital/loader/extract"
)

// link adds a link of this document's.
func (b *builder) link(l graph.Link) {
	l.Owner, l.Date = b.document.Instrument.ID, b.document.Instrument.Date
	b.links = append(b.links, l)
}

// fact adds a link that the catalogue knows, not the document's text.
func (b *builder) fact(l graph.Link) { b.links = append(b.links, l) }

// instrument makes sure that a cited instrument is a node: the catalogue's, or one that is known by its symbol alone.
func (b *builder) instrument(id graph.ID, symbol graph.Symbol, kind graph.InstrumentKind) {
	if id == b.document.Instrument.ID || b.stubs[id] != nil {
		return
	}
	if known, ok := b.catalogue.Instrument(id); ok {
		stub := *known
		b.stubs[id] = &stub
		b.adoption(&stub, id)
		return
	}
	stub := &graph.Instrument{ID: id, Symbol: symbol, Kind: kind, Basis: graph.FromCitations}
	if !symbol.IsZero() {
		stub.Body, stub.Session = symbol.Body(), symbol.Session()
		if stub.Kind == "" {
			stub.Kind = symbol.Kind()
		}
	}
	if known, ok := b.catalogue.Known(symbol); ok {
		stub.Title, stub.Date = known.Title, known.Date
		if known.Title != "" {
			stub.Basis = graph.FromCatalogue // otherwise the citing texts may still agree on a title
		}
	}
	b.stubs[id] = stub
	b.adoption(stub, id)
}

// adoption links an instrument to the body that adopted or issued it.
func (b *builder) adoption(i *graph.Instrument, id graph.ID) {
	if i.Body == "" {
		return
	}
	b.known(i.Body.Actor())
	link := graph.Link{Type: graph.AdoptedBy, From: id, To: i.Body.Actor()}
	if i.Held {
		b.link(link)
		return
	}
	b.fact(link)
}

// provision makes sure that a pinpointed place of an instrument is a node.
func (b *builder) provision(id, instrument graph.ID, place string) {
	if b.stubs[id] != nil {
		return
	}
	b.stubs[id] = &graph.Provision{ID: id, Label: label(place)}
	link := graph.Link{Type: graph.PartOf, From: id, To: instrument}
	if instrument == b.document.Instrument.ID {
		b.link(link)
		return
	}
	b.fact(link)
}

// label says the place of a provision in words: "17" is "article 17", "para.5(f)" is "paragraph 5 (f)".
func label(place string) string {
	if place != "" && place[0] >= '0' && place[0] <= '9' {
		return "article " + place
	}
	for short, long := range provisionWords {
		if rest, ok := strings.CutPrefix(place, short); ok {
			return strings.TrimSpace(long + " " + strings.ReplaceAll(rest, "(", " ("))
		}
	}
	return place
}

// provisionWords are the ways a provision's place begins where it is not an article's number.
var provisionWords = map[string]string{
	"para.": "paragraph", "sect.": "section", "chap.": "chapter", "goal.": "goal", "target.": "target", "annex": "annex", "part.": "part",
}

// organ is the node of a body that the vocabulary of actors does not have.
func (b *builder) organ(id graph.ID) *graph.Actor {
	a := &graph.Actor{ID: id, Title: strings.ReplaceAll(id.Vocabulary(), "-", " "), Category: "un-body"}
	if body, ok := b.catalogue.Body(graph.Body(id.Vocabulary())); ok {
		a.Title = body.Title
	}
	return a
}

// known makes sure that a right or actor of the catalogue is a node, with what a right is based on.
func (b *builder) known(id graph.ID) {
	if b.stubs[id] != nil {
		return
	}
	node, ok := b.catalogue.Node(id)
	if !ok {
		node = b.organ(id)
	}
	b.stubs[id] = node
	right, ok := node.(*graph.Right)
	if !ok {
		return
	}
	for _, basis := range right.Basis {
		instrument := basis.Instrument()
		symbol, err := graph.ParseSymbol(string(instrument))
		if err != nil {
			symbol = graph.Symbol{}
		}
		b.instrument(instrument, symbol, "")
		if place := basis.Place(); place != "" {
			b.provision(basis, instrument, place)
		}
		b.fact(graph.Link{Type: graph.BasedOn, From: id, To: basis})
	}
}

// linked compares a citation with the source's own hyperlink on the same words, and says so where they disagree.
func (b *builder) linked(c *extract.Citation, span graph.Span) []graph.Finding {
	if len(b.parsed.Links) == 0 || c.Symbol.IsZero() {
		return nil
	}
	for _, link := range b.parsed.Links {
		if !link.Span.Overlaps(span) {
			continue
		}
		target, ok := linkTarget(link.Target)
		if !ok || target.Base() == c.Symbol.Base() || b.catalogue.IDFor(target) == c.Target {
			continue
		}
		return []graph.Finding{{
			Kind:   graph.LinkDisagrees,
			Detail: "the source links these words to " + target.String() + ", the words mean " + c.Symbol.String(),
		}}
	}
	return nil
}

// linkTarget reads the document symbol out of a hyperlink of the United Nations ("https://undocs.org/en/A/RES/70/1"). Other
// addresses give none.
func linkTarget(address string) (graph.Symbol, bool) {
	_, rest, found := strings.Cut(address, "://")
	if !found {
		return graph.Symbol{}, false
	}
	host, rest, _ := strings.Cut(rest, "/")
	if !strings.Contains(host, "undocs.") && !strings.Contains(host, "docs.un.") {
		return graph.Symbol{}, false
	}
	if language, after, ok := strings.Cut(rest, "/"); ok && len(language) == 2 && strings.ToLower(language) == language {
		rest = after
	}
	symbol, err := graph.ParseSymbol(strings.ReplaceAll(rest, "%20", " "))
	return symbol, err == nil
}
