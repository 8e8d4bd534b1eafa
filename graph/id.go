package graph

import (
	"strconv"
	"strings"
)

// ID names a node of the graph. It is readable, stable and the same in every store:
//
//   - an instrument: its symbol, "A/HRC/RES/53/29", or its catalogue id, "iccpr"
//   - a paragraph: the instrument and the place, "A/HRC/RES/53/29#PP6"
//   - a provision: the instrument and the pinpoint, "iccpr#17"
//   - a right: "right:privacy"
//   - an actor: "actor:ohchr"
//   - a mandate: the paragraph and its number there, "A/HRC/RES/53/29#OP5!mandate-1"
//   - an open mention: the paragraph and its number there, "A/HRC/RES/53/29#PP6!mention-1"
//
// The zero value names nothing.
type ID string

// Prefixes and separators of identifiers.
const (
	rightPrefix    = "right:"
	actorPrefix    = "actor:"
	placeSeparator = "#"
	partSeparator  = "!"
)

// RightID returns the node id of a right of the vocabulary: RightID("privacy") is "right:privacy".
func RightID(id string) ID { return ID(rightPrefix + id) }

// ActorID returns the node id of an actor of the vocabulary: ActorID("ohchr") is "actor:ohchr".
func ActorID(id string) ID { return ID(actorPrefix + id) }

// At returns the id of the paragraph or provision of instrument i at the given place.
func (i ID) At(place string) ID { return i + placeSeparator + ID(place) }

// WriteAt writes what At returns.
func (i ID) WriteAt(to *strings.Builder, place string) {
	to.WriteString(string(i))
	to.WriteString(placeSeparator)
	to.WriteString(place)
}

// Part returns the id of a mandate or mention, numbered n from 1, in paragraph i.
func (i ID) Part(what string, n int) ID {
	return i + ID(partSeparator+what+"-"+strconv.Itoa(n))
}

// Instrument returns the instrument that a paragraph, provision, mandate or mention
// belongs to, or i itself where it has no such owner.
func (i ID) Instrument() ID {
	if before, _, found := strings.Cut(string(i), placeSeparator); found {
		return ID(before)
	}
	return i
}

// Place returns what follows the instrument: "PP6" for "A/HRC/RES/53/29#PP6"; empty for other nodes.
func (i ID) Place() string {
	_, after, _ := strings.Cut(string(i), placeSeparator)
	place, _, _ := strings.Cut(after, partSeparator)
	return place
}

// Paragraph returns the paragraph that a mandate or mention stands in.
func (i ID) Paragraph() ID { return i.Instrument().At(i.Place()) }

// Vocabulary returns the id within the vocabulary: "ohchr" for "actor:ohchr", "privacy" for
// "right:privacy"; other ids are returned as they are.
func (i ID) Vocabulary() string {
	s := strings.TrimPrefix(string(i), actorPrefix)
	return strings.TrimPrefix(s, rightPrefix)
}
