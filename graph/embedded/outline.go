package embedded

import (
	"strings"

	"recital/graph"
)

// outline says where the parts of a packed document stand, so that those can be read that are looked at. It is never changed, holds hardly any
// pointers for the collector to follow, and takes a fraction of what the parts do.
type outline struct {
	facts, texts string
	words        unpacker // nothing but the tables
	of           graph.ID
	prefix       string // of its paragraphs' ids
	day          graph.Date
	paragraphs   []paragraphStart
	parts        []partStart // mandates, then mentions
	stubs        []uint32    // the words that are their ids
}

// paragraphStart is where a packed paragraph stands.
type paragraphStart struct {
	left uint32 // bytes of the facts from there to the end
	text uint32 // where its text begins
	at   int    // what its span is relative to
}

// partStart is what a mandate or a mention begins with: the word that its id ends with, and the number of its paragraph.
type partStart struct{ word, paragraph uint32 }

// linkStart is where a packed link stands.
type linkStart struct {
	left uint32 // bytes of the facts from there to the end; never 0
	at   int    // what its spans are relative to
}

// Facts and texts are rows of SQLite's, which have no more than a thousand million bytes: places in them are four bytes here.

// outlineOf reads where the parts stand, and of the links that the document owns where each stands, by its index into linkTypes.
func outlineOf(facts, texts string) (*outline, [][]linkStart, error) {
	o := &outline{facts: facts, texts: texts, words: unpack(facts)}
	u := newDocumentUnpacker(o.words, nil)
	o.words.rest = ""
	u.source()
	o.of = graph.ID(u.word())
	u.of, o.prefix = o.of, string(o.of.At(""))
	o.day = u.skipInstrument()
	text := 0
	o.paragraphs = make([]paragraphStart, u.count())
	for i := range o.paragraphs {
		o.paragraphs[i] = paragraphStart{uint32(len(u.rest)), uint32(text), u.at}
		text += u.skipParagraph()
	}
	if text != len(texts) {
		u.bad = true
	}
	u.skipParts(o)
	o.stubs = u.skipStubs()
	starts := make([][]linkStart, len(linkTypes))
	all := make([]linkStart, 0, u.count())
	for range cap(all) {
		start := linkStart{uint32(len(u.rest)), u.at}
		if kind, owned := u.skipLink(); owned { // they are sorted by type
			all = append(all, start)
			starts[kind] = all[len(all)-len(starts[kind])-1:]
		}
	}
	return o, starts, u.fault()
}

// bytes is what the outline takes in memory with all that it is of.
func (o *outline) bytes() int {
	return sizeOf[outline]() + len(o.prefix) + len(o.facts) + len(o.texts) + wordBytes*(len(o.words.ends)+len(o.stubs)) + floatBytes*len(o.words.values) +
		sizeOf[paragraphStart]()*len(o.paragraphs) + sizeOf[partStart]()*len(o.parts)
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
	ids.WriteString(o.prefix)
	ids.WriteString(string(g.Place))
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
