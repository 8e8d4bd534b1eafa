package embedded

import "recital/graph"

// outline reads a document as far as its links can then be read one by one: its paragraphs, and where each link stands that it owns, by
// the link's index into linkTypes.
func (u *documentUnpacker) outline() ([][]linkStart, error) {
	u.source()
	u.of = graph.ID(u.word())
	u.day = u.skipInstrument()
	u.readParagraphs()
	for range u.count() {
		u.mandate()
	}
	for range u.count() {
		u.mention()
	}
	u.skipStubs()
	starts := make([][]linkStart, len(linkTypes))
	all := make([]linkStart, 0, u.count())
	for range cap(all) {
		start := linkStart{len(u.rest), u.at, u.last}
		if kind, owned := u.skipLink(); owned { // they are sorted by type
			all = append(all, start)
			starts[kind] = all[len(all)-len(starts[kind])-1:]
		}
	}
	return starts, u.fault()
}

// linkStart is where a packed link stands.
type linkStart struct {
	left int   // bytes from there to the end; never 0
	at   int   // what its spans are relative to
	last int64 // what its order is relative to
}

// linkAt reads one of the links of a document that was outlined. It is safe for concurrent use.
func (u *documentUnpacker) linkAt(start linkStart, l *graph.Link, evidence *evidenceRoom) error {
	from := *u
	from.rest, from.at, from.last = u.facts[len(u.facts)-start.left:], start.at, start.last
	from.link(l, evidence)
	from.rest = nil // other links
	return from.fault()
}

// skipStubs reads the ids of stubs, which links name, and passes over the rest.
func (u *documentUnpacker) skipStubs() {
	for range u.count() {
		kind := u.uint()
		u.ids = append(u.ids, graph.ID(u.word()))
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
	for at, b := range u.rest {
		if numbers == 0 {
			u.rest = u.rest[at:]
			return
		}
		if b < moreBytes {
			numbers--
		}
	}
	u.bad, u.rest = u.bad || numbers > 0, nil
}

// skipLink passes over what link reads, and returns its index into linkTypes and whether it is owned.
func (u *documentUnpacker) skipLink() (kind uint8, owned bool) {
	kind = u.kind()
	u.skip(2) // the ends
	u.last += u.int()
	u.skip(4)             // act, confidence, role and pinpoint
	u.skip(1 + 1)         // the claim
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
