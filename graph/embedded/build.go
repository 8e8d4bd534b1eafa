package embedded

import (
	"cmp"
	"slices"
	"strings"

	"recital/graph"
)

// build sorts and numbers all that was added, works out what only all documents together tell, and gives the image. The builder is
// not used after.
func (b *builder) build() *image {
	g := b.image
	g.words = b.parted.values
	slices.SortFunc(b.held, func(x, y heldRows) int {
		return strings.Compare(string(b.outside[x.instrument].NodeID()), string(b.outside[y.instrument].NodeID()))
	})
	renumbered := b.numberOutside()
	b.numberParts(renumbered)
	b.placeRows(renumbered)
	g.acts, g.roles = b.acts.values, b.roles.values
	for _, set := range b.actSets.values {
		g.actSets = append(g.actSets, splitActs(set))
	}
	g.indexLinks()
	b.settle(renumbered)
	g.indexSymbols()
	b.count()
	g.indexRests()
	return g
}

// numberOutside sorts the nodes outside of documents and returns their new numbers by their old ones. A provision that is a paragraph
// of a held text is that paragraph: its number is none for now.
func (b *builder) numberOutside() []number {
	g := b.image
	order := make([]number, len(b.outside))
	rank := make([]int, len(b.outside))
	for i, n := range b.outside {
		order[i], rank[i] = number(i), slices.Index(kinds(), n.NodeKind())
	}
	slices.SortFunc(order, func(x, y number) int {
		return cmp.Or(rank[x]-rank[y], strings.Compare(string(b.outside[x].NodeID()), string(b.outside[y].NodeID())))
	})
	places := b.heldPlaces()
	renumbered := make([]number, len(b.outside))
	g.byID = make(map[graph.ID]number, len(b.outside))
	g.starts, g.ends = make(map[graph.NodeKind]number), make(map[graph.NodeKind]number)
	next := 0
	for _, kind := range kinds() {
		g.starts[kind] = number(len(g.outside))
		for ; next < len(order) && rank[order[next]] == slices.Index(kinds(), kind); next++ {
			n := b.outside[order[next]]
			if kind == graph.ProvisionNode && places[n.NodeID()] {
				renumbered[order[next]] = none
				b.meet = true
				continue
			}
			at := number(len(g.outside))
			renumbered[order[next]] = at
			g.outside = append(g.outside, n)
			g.byID[n.NodeID()] = at
		}
		g.ends[kind] = number(len(g.outside))
	}
	return renumbered
}

// heldPlaces returns the ids of provisions that are paragraphs of held texts.
func (b *builder) heldPlaces() map[graph.ID]bool {
	documents := make(map[graph.ID]*heldRows, len(b.held))
	for i := range b.held {
		documents[b.outside[b.held[i].instrument].NodeID()] = &b.held[i]
	}
	places := make(map[graph.ID]bool)
	for _, n := range b.outside {
		id := n.NodeID()
		h := documents[id.Instrument()]
		if n.NodeKind() != graph.ProvisionNode || h == nil {
			continue
		}
		_, place, _ := strings.Cut(string(id), "#")
		if slices.ContainsFunc(h.paragraphs, func(p paragraph) bool { return b.image.words[p.place] == place }) {
			places[id] = true
		}
	}
	return places
}

// numberParts lays out paragraphs, mandates and mentions, by document.
func (b *builder) numberParts(renumbered []number) {
	g := b.image
	g.documentOf = slices.Repeat([]int32{-1}, int(g.ends[graph.InstrumentNode]))
	g.byKey = make(map[int64]uint32, len(b.held))
	for i := range b.held {
		h := &b.held[i]
		d := uint32(i)
		h.instrument = renumbered[h.instrument]
		g.documentOf[h.instrument] = int32(i)
		g.byKey[h.key] = d
		h.document.paragraphs.from = uint32(len(g.paragraphs))
		placed := g.rankPlaces(h.paragraphs)
		for n, p := range h.paragraphs {
			p.document, p.placed = d, placed[n]
			g.paragraphs = append(g.paragraphs, p)
		}
		h.document.paragraphs.to = uint32(len(g.paragraphs))
		h.document.mandates.from = uint32(len(g.mandates))
		for _, m := range h.mandates {
			g.mandates = append(g.mandates, part[graph.Mandate]{m, d})
		}
		h.document.mandates.to = uint32(len(g.mandates))
		h.document.mentions.from = uint32(len(g.mentions))
		for _, m := range h.mentions {
			g.mentions = append(g.mentions, part[graph.Mention]{m, d})
		}
		h.document.mentions.to = uint32(len(g.mentions))
	}
	next := number(len(g.outside))
	for _, parts := range []struct {
		kind  graph.NodeKind
		count int
	}{
		{graph.ParagraphNode, len(g.paragraphs)}, {graph.MandateNode, len(g.mandates)}, {graph.MentionNode, len(g.mentions)},
	} {
		g.starts[parts.kind] = next
		next += number(parts.count)
		g.ends[parts.kind] = next
	}
	g.indexAbout()
}

// rankPlaces returns each paragraph's rank by place, which is that by id.
func (g *image) rankPlaces(paragraphs []paragraph) []uint32 {
	order := make([]int, len(paragraphs))
	for i := range order {
		order[i] = i
	}
	place := func(i int) string { return g.words[paragraphs[i].place] }
	slices.SortFunc(order, func(i, j int) int { return strings.Compare(place(i), place(j)) })
	ranks := make([]uint32, len(paragraphs))
	for rank, i := range order {
		ranks[i] = uint32(rank)
	}
	return ranks
}

// placeRows puts all links into the order of In lists: by date from the latest; then those of the catalogue, whose date and owner are
// empty; then those of texts without a date.
func (b *builder) placeRows(renumbered []number) {
	g := b.image
	total := len(b.catalogue)
	order := make([]int, len(b.held))
	for i := range b.held {
		order[i] = i
		total += len(b.held[i].rows)
	}
	slices.SortStableFunc(order, func(x, y int) int { return b.held[y].date.Compare(b.held[x].date) })
	undated := slices.IndexFunc(order, func(i int) bool { return b.held[i].date.IsZero() })
	if undated < 0 {
		undated = len(order)
	}
	// A provision that is a paragraph can be numbered only now, that paragraphs are.
	for old, n := range renumbered {
		if n == none {
			renumbered[old] = b.paragraphAt(b.outside[old].NodeID())
		}
	}
	g.rows = make([]row, 0, total)
	for _, i := range order[:undated] {
		b.placeDocument(i, renumbered)
	}
	b.placeCatalogue(renumbered)
	for _, i := range order[undated:] {
		b.placeDocument(i, renumbered)
	}
	g.documents = make([]document, len(b.held))
	for i := range b.held {
		g.documents[i] = b.held[i].document
		b.held[i].rows = nil
	}
	b.orderCatalogue()
}

// paragraphAt returns the number of a held text's paragraph by its id, before the image can be asked.
func (b *builder) paragraphAt(id graph.ID) number {
	g := b.image
	_, place, _ := strings.Cut(string(id), "#")
	d := b.held[g.documentOf[g.byID[id.Instrument()]]].document
	return g.findParagraph(&d, place)
}

func (b *builder) placeDocument(i int, renumbered []number) {
	g, h := b.image, &b.held[i]
	h.document.rows.from = uint32(len(g.rows))
	for _, r := range h.rows {
		r.document = uint32(i)
		r.from, r.to = h.final(g, r.from, renumbered), h.final(g, r.to, renumbered)
		g.rows = append(g.rows, r)
	}
	h.document.rows.to = uint32(len(g.rows))
}

// final returns the number that a link's end has in the image.
func (h *heldRows) final(g *image, n number, renumbered []number) number {
	if n&localNode == 0 {
		return renumbered[n]
	}
	n &^= localNode
	if n < number(len(h.paragraphs)) {
		return g.starts[graph.ParagraphNode] + number(h.document.paragraphs.from) + n
	}
	n -= number(len(h.paragraphs))
	if n < number(len(h.mandates)) {
		return g.starts[graph.MandateNode] + number(h.document.mandates.from) + n
	}
	return g.starts[graph.MentionNode] + number(h.document.mentions.from) + n - number(len(h.mandates))
}

// placeCatalogue adds the links without an owner, but those that a text makes itself.
func (b *builder) placeCatalogue(renumbered []number) {
	g := b.image
	own := b.ownCatalogue(renumbered)
	g.catalogue.from = uint32(len(g.rows))
	for _, r := range b.catalogue {
		r.from, r.to = renumbered[r.from], renumbered[r.to]
		if !own[linkID{r.from, r.to, r.order, r.kind}] {
			g.rows = append(g.rows, r)
		}
	}
	g.catalogue.to = uint32(len(g.rows))
}

// ownCatalogue returns which links of the kinds that a catalogue has, texts make themselves.
func (b *builder) ownCatalogue(renumbered []number) map[linkID]bool {
	own := make(map[linkID]bool)
	for i := range b.held {
		h := &b.held[i]
		for _, r := range h.rows {
			if t := linkTypes[r.kind]; t == graph.AdoptedBy || t == graph.PartOf || t == graph.BasedOn {
				id := linkID{h.final(b.image, r.from, renumbered), h.final(b.image, r.to, renumbered), r.order, r.kind}
				if _, known := b.catalogue[linkID{r.from, r.to, r.order, r.kind}]; known || r.from&localNode != 0 && b.meet {
					own[id] = true
				}
			}
		}
	}
	return own
}

// orderCatalogue sorts the links without an owner: their dates and owners are alike, so their In order is the Out order.
func (b *builder) orderCatalogue() {
	g := b.image
	known := g.rows[g.catalogue.from:g.catalogue.to]
	slices.SortFunc(known, func(x, y row) int { return g.compareRows(&x, &y) })
}

// settle fills in the counts of nodes, and what citations say of instruments that nothing else knows.
func (b *builder) settle(renumbered []number) {
	g := b.image
	seen := make([]number, len(g.paragraphs))
	for n, node := range g.outside {
		n := number(n)
		switch node := node.(type) {
		case *graph.Instrument:
			node.CitedBy = g.countKind(g.in(n), restsOnType)
			if d := g.documentAt(n); d != nil {
				for i := d.rows.from; i < d.rows.to; i++ {
					if g.rows[i].kind == restsOnType {
						node.Cites++
					}
				}
			}
		case *graph.Right:
			node.Mentions = b.countNaming(n, seen)
		case *graph.Actor:
			node.Mentions = b.countNaming(n, seen)
		}
	}
	for old, claims := range b.claims {
		if i := g.instrument(renumbered[old]); i != nil && i.Basis == graph.FromCitations && !i.Held {
			b.agree(i, claims)
		}
	}
}

func (g *image) countKind(rows []uint32, kind uint8) int {
	count := 0
	for _, i := range rows {
		if g.rows[i].kind == kind {
			count++
		}
	}
	return count
}

// countNaming counts the paragraphs that name a node; seen holds for each paragraph the last node that it was counted for.
func (b *builder) countNaming(n number, seen []number) int {
	g := b.image
	count := 0
	for _, i := range g.in(n) {
		r := &g.rows[i]
		if r.kind != namesType {
			continue
		}
		if last := &seen[r.from-g.starts[graph.ParagraphNode]]; *last != n+1 {
			*last = n + 1
			count++
		}
	}
	return count
}

// agree gives an instrument the title and date that most citing texts print.
func (b *builder) agree(i *graph.Instrument, claims []claim) {
	cites := make([]graph.Link, len(claims))
	for n, c := range claims {
		cites[n] = graph.Link{Type: graph.Cites, Owner: b.outside[c.owner].NodeID(), Claim: c.Claim}
	}
	agreed := graph.Consensus(cites)
	if agreed.Title != "" {
		i.Title = strings.Clone(agreed.Title)
	}
	if !agreed.Date.IsZero() {
		i.Date = agreed.Date
	}
}

// count makes the counts of the whole.
func (b *builder) count() {
	g := b.image
	stats := &g.stats
	for _, kind := range kinds() {
		if n := int(g.ends[kind] - g.starts[kind]); n > 0 {
			stats.Nodes[kind] = n
		}
	}
	for i := range g.rows {
		stats.Links[linkTypes[g.rows[i].kind]]++
	}
	stats.Resolved = stats.Links[graph.Cites]
	bodies := make(map[graph.Body]*graph.BodyCount)
	for n := range g.ends[graph.InstrumentNode] {
		i := g.instrument(n)
		if i.Body == "" {
			continue
		}
		if bodies[i.Body] == nil {
			bodies[i.Body] = &graph.BodyCount{Body: i.Body}
		}
		if i.Held {
			bodies[i.Body].Held++
		} else {
			bodies[i.Body].Cited++
		}
	}
	for _, body := range bodies {
		stats.Bodies = append(stats.Bodies, *body)
	}
	slices.SortFunc(stats.Bodies, func(x, y graph.BodyCount) int {
		return cmp.Or(cmp.Compare(y.Held, x.Held), strings.Compare(string(x.Body), string(y.Body)))
	})
}
