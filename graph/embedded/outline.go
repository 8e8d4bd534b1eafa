package embedded

import (
	"fmt"
	"strings"

	"recital/graph"
)

// outline says where the parts of a packed document stand, so that those can be read that are looked at. It is never changed, holds hardly any
// pointers for the collector to follow, and takes a fraction of what the parts do.
type outline struct {
	facts, texts string
	words        unpacker // nothing but the tables
	of           graph.ID
	day          graph.Date
	paragraphs   []start
	links        []start     // of those it owns, as the rows of an image, in the order of Out lists; zero for a RestsOn
	parts        []partStart // mandates, then mentions
	stubs        []uint32    // the words that are their ids
}

// start is where a packed paragraph or link stands.
type start struct {
	left uint32 // bytes of the facts from there to the end; never 0
	text uint32 // where a paragraph's text begins
	at   int    // what its spans are relative to
}

// partStart is what a mandate or a mention begins with: the word that its id ends with, and the number of its paragraph.
type partStart struct{ word, paragraph uint32 }

// Facts and texts are rows of SQLite's, which have no more than a thousand million bytes: places in them are four bytes here.

// outlineOf reads where the parts stand. The rows are those of the document's links in an image.
func outlineOf(facts, texts string, rows []row) (outline, error) {
	o := outline{facts: facts, texts: texts, words: unpack(facts)}
	u := newDocumentUnpacker(o.words, nil)
	o.words.rest = ""
	u.source()
	o.of = graph.ID(u.word())
	u.of = o.of
	o.day = u.skipInstrument()
	count := u.count()
	starts := make([]start, count+len(rows)) // one for both: the collector looks at each thing that it meets
	o.paragraphs, o.links = starts[:count:count], starts[count:]
	text := 0
	for i := range o.paragraphs {
		o.paragraphs[i] = start{uint32(len(u.rest)), uint32(text), u.at}
		text += u.skipParagraph()
	}
	if text != len(texts) {
		u.bad = true
	}
	u.skipParts(&o)
	o.stubs = u.skipStubs()
	byType := u.skipLinks()
	if err := u.fault(); err != nil {
		return o, err
	}
	return o, o.placeLinks(byType, rows)
}

// skipLinks passes over the links, and returns where those that the document owns stand, by their index into linkTypes.
func (u *documentUnpacker) skipLinks() [][]start {
	byType := make([][]start, len(linkTypes))
	all := make([]start, 0, u.count())
	for range cap(all) {
		s := start{left: uint32(len(u.rest)), at: u.at}
		if kind, owned := u.skipLink(); owned { // they are sorted by type
			all = append(all, s)
			byType[kind] = all[len(all)-len(byType[kind])-1:]
		}
	}
	return byType
}

// placeLinks puts the places of links into the order of the rows.
func (o *outline) placeLinks(byType [][]start, rows []row) error {
	for i := range rows {
		kind := rows[i].kind
		if kind == restsOnType {
			continue // put together from the others when one is asked for
		}
		if len(byType[kind]) == 0 {
			return o.otherLinks()
		}
		// Links of one type are in the same order in a document as in lists.
		o.links[i], byType[kind] = byType[kind][0], byType[kind][1:]
	}
	for _, left := range byType {
		if len(left) > 0 {
			return o.otherLinks()
		}
	}
	return nil
}

func (o *outline) otherLinks() error {
	return fmt.Errorf("document %q has other links than its image: %w", o.of, graph.ErrCorrupt)
}

// bytes is what the outline takes in memory with all that it is of.
func (o *outline) bytes() int {
	return sizeOf[outline]() + len(o.facts) + len(o.texts) + wordBytes*(len(o.words.ends)+len(o.stubs)) +
		sizeOf[start]()*(len(o.paragraphs)+len(o.links)) + sizeOf[partStart]()*len(o.parts)
}

// wordBytes is the size of a word's place.
const wordBytes = 4

// reader begins to read parts at a place so many bytes before the end of the facts.
func (o *outline) reader(left uint32, at int) documentUnpacker {
	u := documentUnpacker{unpacker: o.words, of: o.of, day: o.day, at: at}
	u.rest = o.facts[len(o.facts)-int(left):]
	return u
}

// read reads the i-th paragraph, and writes its id behind those that were read before.
func (o *outline) read(g *graph.Paragraph, i int, ids *strings.Builder) error {
	start := o.paragraphs[i]
	u := o.reader(start.left, start.at)
	u.texts = o.texts[start.text:]
	u.readParagraph(g, i)
	from := ids.Len()
	o.of.WriteAt(ids, string(g.Place))
	g.ID = graph.ID(ids.String()[from:])
	u.rest = "" // other paragraphs
	return u.fault()
}

// paragraph is the i-th paragraph.
func (o *outline) paragraph(i int) (*graph.Paragraph, error) {
	g := new(graph.Paragraph)
	return g, o.read(g, i, new(strings.Builder))
}

// paragraphWithID returns the index of the paragraph with an id, -1 where there is none.
func (o *outline) paragraphWithID(id graph.ID) int {
	for i, start := range o.paragraphs {
		u := o.reader(start.left, start.at)
		if o.of.At(u.word()) == id {
			return i
		}
	}
	return -1
}

// skipParagraph passes over a paragraph, and returns the length of its texts.
func (u *documentUnpacker) skipParagraph() (text int) {
	u.skip(4) // place, part, opening and act
	text = u.uint()
	u.at += int(u.int())
	u.skip(1)
	for range u.count() {
		u.skip(1) // the mark
		text += u.uint()
		u.at += int(u.int())
		u.skip(2)
	}
	return text
}

// skipParts passes over the mandates and the mentions.
func (u *documentUnpacker) skipParts(o *outline) {
	for range u.count() {
		u.skipPart(o)
		u.skip(8) // order, act, addressee, product, forum, session, due and months
		u.skipEvidence()
	}
	for range u.count() {
		u.skipPart(o)
		u.skip(4)             // order, status, act and reason
		u.skip(2 * u.count()) // findings
		u.skipEvidence()
	}
}

func (u *documentUnpacker) skipPart(o *outline) {
	o.parts = append(o.parts, partStart{uint32(u.uint()), uint32(u.uint())})
}

// skipStubs passes over the stubs and returns the words that are their ids, which links name.
func (u *documentUnpacker) skipStubs() []uint32 {
	ids := make([]uint32, u.count())
	for i := range ids {
		kind := u.uint()
		ids[i] = uint32(u.uint())
		switch kind {
		case packedInstrument:
			u.skipInstrument()
		case packedProvision:
			u.skip(1) // the label
		case packedRight:
			u.skip(1) // the title
			u.skip(u.count())
		default:
			u.skip(2) // the title and the category
		}
	}
	return ids
}

// skipInstrument passes over what instrument reads after the id, and returns the date.
func (u *documentUnpacker) skipInstrument() graph.Date {
	u.skip(1)
	u.skip(u.count()) // aliases
	u.skip(u.count()) // names
	u.skip(2)
	date := u.date()
	u.skip(4)
	u.skip(u.count()) // subjects
	return date
}

// skip passes over so many words or numbers.
func (u *documentUnpacker) skip(numbers int) {
	for at := range len(u.rest) {
		if numbers == 0 {
			u.rest = u.rest[at:]
			return
		}
		if u.rest[at] < moreBytes {
			numbers--
		}
	}
	u.bad, u.rest = u.bad || numbers > 0, ""
}

// skipLink passes over what link reads, and returns its index into linkTypes and whether it is owned.
func (u *documentUnpacker) skipLink() (kind uint8, owned bool) {
	kind = u.kind()
	u.skip(2 + 1 + 4 + 2) // the ends, the order, act, confidence, role, pinpoint and the claim
	u.skip(2 * u.count()) // findings
	parts := u.uint()
	if parts&linkHasEvidence != 0 {
		u.skipEvidence()
	}
	if parts&linkHasAlternatives != 0 {
		u.skip(2 * u.count())
	}
	return kind, parts&linkIsOwned != 0
}

// skipEvidence passes over what evidence reads.
func (u *documentUnpacker) skipEvidence() {
	u.skip(4) // rule and note, start and length of the words
	if u.uint() == quoteIsWritten {
		u.skip(1)
	}
	u.at += int(u.int())
	u.skip(1)
}
