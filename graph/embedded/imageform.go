package embedded

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"recital/graph"
)

// An image can be worked out from the documents, which takes half a second for a corpus of thousands. So that a program that asks one question does
// not pay that, the file also holds the image of its generation in packed form: what sorting and merging gave, not what follows
// from it by counting.

// imageForm is the version of an image's packed form; an image of another form is worked out anew.
const imageForm = 1

// storeImage keeps a packed image in the file.
func storeImage(ctx context.Context, db executor, g *image) error {
	nodes, err := packNodes(g)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(
		ctx, "INSERT OR REPLACE INTO image (id, form, generation, nodes, links) VALUES (1, ?, ?, ?, ?)",
		imageForm, g.generation, nodes, packRows(g),
	)
	return err
}

// storedImage returns the packed image of a generation, nil where the file holds none.
func storedImage(ctx context.Context, db executor, generation int64) (*image, error) {
	var nodes string
	var links []byte
	row := db.QueryRowContext(ctx, "SELECT nodes, links FROM image WHERE form = ? AND generation = ?", imageForm, generation)
	if err := row.Scan(&nodes, &links); err != nil {
		if errors.Is(err, sql.ErrNoRows) {
			return nil, nil //nolint:nilnil // none is no fault
		}
		return nil, err
	}
	g := &image{generation: generation}
	var group errgroup.Group
	group.Go(func() error { return unpackRows(g, links) })
	group.Go(func() error { return unpackNodes(g, nodes) })
	if err := group.Wait(); err != nil {
		return nil, err
	}
	if err := g.checkRows(); err != nil {
		return nil, err
	}
	g.index()
	return g, nil
}

// packNodes packs all but the links.
func packNodes(g *image) ([]byte, error) {
	p := newPacker()
	stats, err := json.Marshal(g.stats)
	if err != nil {
		return nil, err
	}
	p.word(string(stats))
	packWords(p, g.acts)
	packWords(p, g.roles)
	p.uint(len(g.actSets))
	for _, set := range g.actSets {
		packWords(p, set)
	}
	for _, kind := range kinds() {
		p.uint(int(g.ends[kind] - g.starts[kind]))
	}
	for _, n := range g.outside {
		packOutside(p, n)
	}
	p.uint(len(g.documents))
	for i := range g.documents {
		g.packDocument(p, &g.documents[i])
	}
	return p.bytes(), nil
}

func packOutside(p *packer, n graph.Node) {
	p.word(string(n.NodeID()))
	switch n := n.(type) {
	case *graph.Instrument:
		p.word(n.Symbol.String())
		p.uint(len(n.Aliases))
		for _, alias := range n.Aliases {
			p.word(alias.String())
		}
		packWords(p, n.Names)
		p.word(string(n.Kind))
		p.word(n.Title)
		p.date(n.Date)
		p.word(string(n.Body))
		p.word(n.Session)
		p.word(string(n.Basis))
		p.word(n.Procedure)
		packWords(p, n.Subjects)
		p.uint(n.Cites)
		p.uint(n.CitedBy)
		if n.Held {
			p.uint(1)
		} else {
			p.uint(0)
		}
	case *graph.Provision:
		p.word(n.Label)
	case *graph.Right:
		p.word(n.Title)
		packWords(p, n.Basis)
		p.uint(n.Mentions)
	case *graph.Actor:
		p.word(n.Title)
		p.word(n.Category)
		p.uint(n.Mentions)
	}
}

func unpackOutside(u *unpacker, kind graph.NodeKind) graph.Node {
	id := graph.ID(u.word())
	switch kind {
	case graph.InstrumentNode:
		i := &graph.Instrument{ID: id, Symbol: unpackSymbol(u)}
		for range u.count() {
			i.Aliases = append(i.Aliases, unpackSymbol(u))
		}
		i.Names = unpackWords[string](u)
		i.Kind, i.Title, i.Date = graph.InstrumentKind(u.word()), u.word(), u.date()
		i.Body, i.Session, i.Basis = graph.Body(u.word()), u.word(), graph.Basis(u.word())
		i.Procedure = u.word()
		i.Subjects = unpackWords[string](u)
		i.Cites, i.CitedBy, i.Held = u.uint(), u.uint(), u.uint() == 1
		return i
	case graph.ProvisionNode:
		return &graph.Provision{ID: id, Label: u.word()}
	case graph.RightNode:
		return &graph.Right{ID: id, Title: u.word(), Basis: unpackWords[graph.ID](u), Mentions: u.uint()}
	default:
		return &graph.Actor{ID: id, Title: u.word(), Category: u.word(), Mentions: u.uint()}
	}
}

func (g *image) packDocument(p *packer, d *document) {
	p.int(d.key)
	p.uint(int(d.instrument))
	p.date(d.date)
	p.uint(int(d.rows.from))
	p.uint(int(d.rows.to - d.rows.from))
	p.uint(int(d.paragraphs.to - d.paragraphs.from))
	for _, q := range g.paragraphs[d.paragraphs.from:d.paragraphs.to] {
		p.word(g.words[q.place])
		p.word(g.words[q.act])
		p.uint(int(q.placed))
	}
	of := string(g.outside[d.instrument].NodeID())
	p.uint(int(d.mandates.to - d.mandates.from))
	for _, m := range g.mandates[d.mandates.from:d.mandates.to] {
		p.word(strings.TrimPrefix(string(m.node.ID), of))
		p.int(m.node.Order)
		p.word(string(m.node.Act))
		p.word(string(m.node.Addressee))
		p.word(m.node.Product)
		p.word(string(m.node.Forum))
		p.uint(m.node.Session)
	}
	p.uint(int(d.mentions.to - d.mentions.from))
	for _, m := range g.mentions[d.mentions.from:d.mentions.to] {
		p.word(strings.TrimPrefix(string(m.node.ID), of))
		p.int(m.node.Order)
		p.word(string(m.node.Status))
		p.word(string(m.node.Act))
		p.uint(min(len(m.node.Findings), 1)) // filters ask whether there are any
	}
}

func unpackNodes(g *image, nodes string) error {
	u := unpackCopy(nodes)
	if err := json.Unmarshal([]byte(u.word()), &g.stats); err != nil {
		return fmt.Errorf("image: %w: %w", graph.ErrCorrupt, err)
	}
	g.acts, g.roles = unpackWords[graph.Act](&u), unpackWords[graph.Role](&u)
	for range u.count() {
		g.actSets = append(g.actSets, unpackWords[graph.Act](&u))
	}
	g.starts, g.ends = make(map[graph.NodeKind]number), make(map[graph.NodeKind]number)
	next := number(0)
	for _, kind := range kinds() {
		g.starts[kind] = next
		next += number(u.uint())
		g.ends[kind] = next
	}
	if int(g.ends[graph.ActorNode]) > len(u.rest) {
		return fmt.Errorf("image: %w", graph.ErrCorrupt)
	}
	g.outside = make([]graph.Node, 0, g.ends[graph.ActorNode])
	for _, kind := range kinds()[:4] {
		for range g.ends[kind] - g.starts[kind] {
			g.outside = append(g.outside, unpackOutside(&u, kind))
		}
	}
	g.documents = make([]document, u.count())
	words := imageWords{image: g, numbers: make([]uint32, len(u.ends))}
	for i := range g.documents {
		if err := g.unpackDocument(&u, uint32(i), &words); err != nil {
			return err
		}
	}
	return u.err()
}

// imageWords numbers the words of an image as they are unpacked.
type imageWords struct {
	image   *image
	numbers []uint32 // by number of the packed word: index into the image's words, from 1; 0 for one that was not met yet
}

// read reads a word and returns its index.
func (w *imageWords) read(u *unpacker) uint32 {
	packed := u.uint()
	if packed >= len(w.numbers) {
		u.bad = true
		return 0
	}
	if w.numbers[packed] == 0 {
		w.image.words = append(w.image.words, u.wordAt(packed))
		w.numbers[packed] = uint32(len(w.image.words))
	}
	return w.numbers[packed] - 1
}

func (g *image) unpackDocument(u *unpacker, index uint32, words *imageWords) error {
	d := &g.documents[index]
	d.key = u.int()
	d.instrument = number(u.uint())
	if d.instrument >= g.ends[graph.InstrumentNode] {
		return fmt.Errorf("image: %w", graph.ErrCorrupt)
	}
	d.date = u.date()
	d.rows.from = uint32(u.uint())
	d.rows.to = d.rows.from + uint32(u.uint())
	d.paragraphs.from = uint32(len(g.paragraphs))
	for range u.count() {
		g.paragraphs = append(g.paragraphs, paragraph{
			place: words.read(u), act: words.read(u), placed: uint32(u.uint()), document: index,
		})
	}
	d.paragraphs.to = uint32(len(g.paragraphs))
	of := g.outside[d.instrument].NodeID()
	d.mandates.from = uint32(len(g.mandates))
	for range u.count() {
		g.mandates = append(g.mandates, part[graph.Mandate]{graph.Mandate{
			ID: of + graph.ID(u.word()), Order: u.int(), Act: graph.Act(u.word()), Addressee: graph.ID(u.word()), Product: u.word(),
			Forum: graph.Body(u.word()), Session: u.uint(), Date: d.date,
		}, index})
	}
	d.mandates.to = uint32(len(g.mandates))
	d.mentions.from = uint32(len(g.mentions))
	for range u.count() {
		g.mentions = append(g.mentions, part[graph.Mention]{graph.Mention{
			ID: of + graph.ID(u.word()), Order: u.int(), Status: graph.Status(u.word()), Act: graph.Act(u.word()),
			Findings: make([]graph.Finding, u.uint()&1), Date: d.date,
		}, index})
	}
	d.mentions.to = uint32(len(g.mentions))
	return nil
}

// packRows packs the links: each relative to the one before, which is mostly of the same paragraph.
func packRows(g *image) []byte {
	b := binary.AppendUvarint(nil, uint64(len(g.rows)))
	b = binary.AppendUvarint(b, uint64(g.catalogue.from))
	b = binary.AppendUvarint(b, uint64(g.catalogue.to))
	var confidences index[float64]
	var body []byte
	var last row
	for i := range g.rows {
		r := &g.rows[i]
		flags := uint64(r.kind) << 1
		if r.findings {
			flags |= 1
		}
		body = binary.AppendUvarint(body, flags)
		body = binary.AppendVarint(body, r.order-last.order)
		body = binary.AppendVarint(body, int64(r.from)-int64(last.from))
		body = binary.AppendUvarint(body, uint64(r.to))
		body = binary.AppendUvarint(body, uint64(confidences.of(r.confidence)))
		body = binary.AppendUvarint(body, uint64(r.act))
		body = binary.AppendUvarint(body, uint64(r.acts))
		body = append(body, r.role)
		last = *r
	}
	p := newPacker()
	p.uint(len(confidences.values))
	for _, c := range confidences.values {
		p.float(c)
	}
	values := p.bytes()
	b = binary.AppendUvarint(b, uint64(len(values)))
	return slices.Concat(b, values, body)
}

func unpackRows(g *image, links []byte) error {
	damaged := fmt.Errorf("image: %w", graph.ErrCorrupt)
	at := 0
	number64 := func() uint64 {
		v, n := binary.Uvarint(links[at:])
		at += max(n, 0)
		return v
	}
	delta := func() int64 {
		v, n := binary.Varint(links[at:])
		at += max(n, 0)
		return v
	}
	count := number64()
	g.catalogue.from, g.catalogue.to = uint32(number64()), uint32(number64())
	size := number64()
	if count > uint64(len(links)) || size > uint64(len(links)-at) {
		return damaged
	}
	confidences, err := unpackConfidences(links[at : at+int(size)])
	if err != nil {
		return err
	}
	at += int(size)
	g.rows = make([]row, count)
	last := row{document: noDocument}
	for i := range g.rows {
		flags := number64()
		last.kind, last.findings = uint8(flags>>1), flags&1 != 0
		last.order += delta()
		last.from = number(int64(last.from) + delta())
		last.to = number(number64())
		c := number64()
		last.act, last.acts = uint32(number64()), uint32(number64())
		if c >= uint64(len(confidences)) || at >= len(links) {
			return damaged
		}
		last.confidence, last.role = confidences[c], links[at]
		at++
		g.rows[i] = last
	}
	if at != len(links) {
		return damaged
	}
	return nil
}

func unpackConfidences(b []byte) ([]float64, error) {
	u := unpack(string(b))
	values := make([]float64, u.count())
	for i := range values {
		values[i] = u.float()
	}
	return values, u.err()
}

// checkRows gives rows their documents, and checks that all numbers in them are some node's, value's or document's.
func (g *image) checkRows() error {
	damaged := fmt.Errorf("image: %w", graph.ErrCorrupt)
	for i := range g.documents {
		rows := g.documents[i].rows
		if rows.from > rows.to || int(rows.to) > len(g.rows) {
			return damaged
		}
		for at := rows.from; at < rows.to; at++ {
			g.rows[at].document = uint32(i)
		}
	}
	if g.catalogue.from > g.catalogue.to || int(g.catalogue.to) > len(g.rows) {
		return damaged
	}
	nodes, ends := g.ends[graph.MentionNode], []int{len(g.paragraphs), len(g.mandates), len(g.mentions)}
	for i, kind := range kinds()[4:] {
		if int(g.ends[kind]-g.starts[kind]) != ends[i] {
			return damaged
		}
	}
	for i := range g.rows {
		r := &g.rows[i]
		if r.from >= nodes || r.to >= nodes || int(r.kind) >= len(linkTypes) || int(r.act) >= len(g.acts) ||
			r.kind == restsOnType && int(r.acts) >= len(g.actSets) || int(r.role) >= len(g.roles) {
			return damaged
		}
	}
	return nil
}
