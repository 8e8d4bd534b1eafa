package neo4j

import (
	"cmp"
	"context"
	"maps"
	"reflect"
	"slices"
	"strings"

	"recital/graph"
)

// batch is the documents of one transaction, encoded as far as it takes no knowledge of other documents.
type batch struct {
	ids        []graph.ID // of the documents
	replaced   []graph.ID // those of them that the database has in another form
	accounts   []*account // of the documents, in the order of ids
	paragraphs []map[string]any
	mandates   []map[string]any
	mentions   []map[string]any
	links      []map[string]any // sorted by from, to when the batch is written
	loose      []graph.Link
	sources    []map[string]any
	rows       int
}

func newBatch() *batch { return &batch{} }

// has reports whether a document of the instrument is in the batch.
func (b *batch) has(id graph.ID) bool { return slices.Contains(b.ids, id) }

// add encodes a document.
func (b *batch) add(d *graph.Document, print graph.Revision, replaces bool) error {
	told := accountOf(d)
	source, err := sourceRow(d, print, told)
	if err != nil {
		return err
	}
	b.ids, b.accounts = append(b.ids, d.Instrument.ID), append(b.accounts, told)
	if replaces {
		b.replaced = append(b.replaced, d.Instrument.ID)
	}
	b.sources = append(b.sources, source)
	for i := range d.Paragraphs {
		b.paragraphs = append(b.paragraphs, paragraphProps(&d.Paragraphs[i], d.Instrument.Date))
	}
	for i := range d.Mandates {
		b.mandates = append(b.mandates, mandateProps(&d.Mandates[i], d.Instrument.Date))
	}
	for i := range d.Mentions {
		b.mentions = append(b.mentions, mentionProps(&d.Mentions[i], d.Instrument.Date))
	}
	for i := range d.Links {
		if l := &d.Links[i]; isLoose(d, l) {
			b.loose = append(b.loose, *l)
		} else {
			b.links = append(b.links, linkRowOf(l))
		}
	}
	chains := graph.Aggregate(d)
	for i := range chains {
		b.links = append(b.links, linkRowOf(&chains[i]))
	}
	b.rows += 1 + len(d.Paragraphs) + len(d.Mandates) + len(d.Mentions) + len(d.Links) + len(chains) + len(d.Stubs)
	return nil
}

// linkRowOf returns the row that writes a link.
func linkRowOf(l *graph.Link) map[string]any {
	return map[string]any{
		"type": relationship(l.Type), "from": string(l.From), "to": string(l.To), "props": map[string]any(linkProps(l)),
	}
}

// sourceRow returns the document's record: where it came from, what it holds in numbers, and its account.
func sourceRow(d *graph.Document, print graph.Revision, told *account) (map[string]any, error) {
	packed, err := told.pack()
	if err != nil {
		return nil, err
	}
	p := props{"id": string(d.Instrument.ID), "fingerprint": print.String(), "accounts": packed}
	setText(p, "name", d.Source.Name)
	setText(p, "format", d.Source.Format)
	setText(p, "digest", d.Source.Digest)
	set(p, "size", d.Source.Size)
	set(p, "quality", d.Source.Quality)
	counts := map[string]int{"paragraphs": len(d.Paragraphs), "mandates": len(d.Mandates), "restsOn": len(graph.Aggregate(d))}
	for i := range d.Links {
		l := &d.Links[i]
		counts["findings"] += len(l.Findings)
		if !isLoose(d, l) {
			counts[countName(l.Type)]++
		}
	}
	for i := range d.Mentions {
		counts["findings"] += len(d.Mentions[i].Findings)
		counts[strings.ToLower(string(d.Mentions[i].Status))]++
	}
	for name, count := range counts {
		set(p, name, count)
	}
	return p, nil
}

// countName returns the property of a document's record that counts its links of a type.
func countName(t graph.LinkType) string {
	switch t {
	case graph.Cites:
		return "cites"
	case graph.Pinpoints:
		return "pinpoints"
	case graph.Names:
		return "names"
	case graph.PartOf:
		return "partOf"
	case graph.Addresses:
		return "addresses"
	default: // MayMean: the others are loose
		return "mayMean"
	}
}

// looseRows returns the rows of the loose links, each link once, as the one with the greatest owner says it: those that are not in the
// database, and those that may be. A link that this Apply has written as it is gives none: most documents know the same of treaties.
func (a *application) looseRows(b *batch) (created, written []map[string]any) {
	slices.SortFunc(b.loose, func(x, y graph.Link) int {
		return cmp.Or(
			strings.Compare(string(x.From), string(y.From)), strings.Compare(string(x.To), string(y.To)),
			graph.CompareLinks(x, y), strings.Compare(string(y.Owner), string(x.Owner)),
		)
	})
	links := slices.CompactFunc(b.loose, func(x, y graph.Link) bool { return keyOfLoose(&x) == keyOfLoose(&y) })
	for i := range links {
		l := &links[i]
		before := a.loose[keyOfLoose(l)]
		switch {
		case before != nil && (before.Owner > l.Owner || reflect.DeepEqual(before, l)):
			continue
		case before == nil && a.fresh:
			created = append(created, linkRowOf(l))
		default:
			written = append(written, linkRowOf(l))
		}
		kept := *l
		a.loose[keyOfLoose(l)] = &kept
	}
	return created, written
}

// compareRows orders rows of links by their ends: relationships are written in one order, so that writers do not wait for each other.
func compareRows(a, b map[string]any) int {
	if c := strings.Compare(a["from"].(string), b["from"].(string)); c != 0 {
		return c
	}
	return strings.Compare(a["to"].(string), b["to"].(string))
}

// learn reads what the database knows of the nodes that the batch speaks of, and what the documents that it replaces said.
func (a *application) learn(ctx context.Context, b *batch) error {
	var unknown []graph.ID
	for _, told := range b.accounts {
		for _, n := range told.nodes() {
			if id := n.NodeID(); a.known[id] == nil {
				a.known[id] = &shared{}
				unknown = append(unknown, id)
			}
		}
	}
	if !a.fresh {
		if err := a.readKnown(ctx, unknown); err != nil {
			return err
		}
	}
	if len(b.replaced) == 0 {
		return nil
	}
	now := make(map[graph.ID]*account, len(b.ids))
	for i, id := range b.ids {
		now[id] = b.accounts[i]
	}
	return a.readAccounts(ctx, b.replaced, func(id graph.ID, before *account) error {
		a.doubt(before, now[id])
		return nil
	})
}

// doubt notes what the document said before and does not say now.
func (a *application) doubt(before, now *account) {
	said := make(map[graph.ID]graph.Node)
	for _, n := range now.nodes() {
		said[n.NodeID()] = n
	}
	for _, n := range before.nodes() {
		a.touched[n.NodeID()] = struct{}{}
		if !reflect.DeepEqual(n, said[n.NodeID()]) {
			a.doubtful[n.NodeID()] = struct{}{}
		}
	}
	links := make(map[looseKey]graph.Link)
	for _, l := range now.Links {
		links[keyOfLoose(&l)] = l
	}
	for _, l := range before.Links {
		if key := keyOfLoose(&l); !reflect.DeepEqual(l, links[key]) {
			a.doubtfulLinks[key] = struct{}{}
		}
	}
}

// merge puts what the batch says of shared nodes together with what is known, and returns the rows of those that change by it.
func (a *application) merge(b *batch) rows {
	before := make(map[graph.ID]graph.Node) // of those that change
	for _, told := range b.accounts {
		for _, n := range told.nodes() {
			id := n.NodeID()
			a.touched[id] = struct{}{}
			known := a.known[id]
			merged := graph.Merge(a.othersSay(b, id), n)
			if known.own == nil || !reflect.DeepEqual(merged, known.own) {
				if _, again := before[id]; !again {
					before[id] = known.own
				}
				known.own = merged
			}
		}
	}
	var r rows
	for _, id := range slices.Sorted(maps.Keys(before)) {
		known := a.known[id]
		known.show(known.own)
		row := sharedRow(known.own, known.own)
		if before[id] == nil {
			r.created = append(r.created, row)
		} else {
			r.changed = append(r.changed, row)
		}
		if aliases := aliasRows(known.own); before[id] == nil || !reflect.DeepEqual(aliases, aliasRows(before[id])) {
			r.aliases = append(r.aliases, aliases...)
		}
	}
	return r
}

// othersSay returns what is known of a node besides what the batch says of it. What a replaced document said of its own instrument must not
// weigh against what it says now; lists that it may have made longer are put right by settling.
func (a *application) othersSay(b *batch, id graph.ID) graph.Node {
	known := a.known[id].own
	if i, ok := known.(*graph.Instrument); ok && i.Held && slices.Contains(b.replaced, id) {
		others := *i
		others.Held, others.Basis = false, graph.FromCitations
		return &others
	}
	return known
}

// show notes what the database will say of the node.
func (k *shared) show(n graph.Node) {
	if i, ok := n.(*graph.Instrument); ok {
		k.title, k.date = i.Title, i.Date
	}
}

// aliasRows returns the row that leads from an instrument's symbol and aliases to it; none where it goes by its id alone.
func aliasRows(n graph.Node) []map[string]any {
	i, ok := n.(*graph.Instrument)
	if !ok {
		return nil
	}
	var aliases [][]any
	if symbol := i.Symbol.String(); symbol != "" && symbol != string(i.ID) {
		aliases = append(aliases, []any{symbol, 0})
	}
	for _, alias := range i.Aliases {
		if alias.String() != string(i.ID) && alias != i.Symbol {
			aliases = append(aliases, []any{alias.String(), 1})
		}
	}
	if len(aliases) == 0 {
		return nil
	}
	return []map[string]any{{"id": string(i.ID), "aliases": aliases}}
}
