package graph

import "strings"

// FarKind returns the kind of the node at the end of the link that its type, direction and ids tell of: that of To for Out ("" too),
// that of From for In.
func (l *Link) FarKind(d Direction) NodeKind {
	if d == In {
		return l.fromKind()
	}
	return l.toKind()
}

func (l *Link) toKind() NodeKind {
	switch l.Type {
	case Pinpoints:
		return ProvisionNode
	case Names:
		if strings.HasPrefix(string(l.To), rightPrefix) {
			return RightNode
		}
		return ActorNode
	case AdoptedBy, Addresses:
		return ActorNode
	case PartOf:
		return placeKind(l.To, ParagraphNode)
	case BasedOn:
		return placeKind(l.To, ProvisionNode)
	default: // Cites, RestsOn, MayMean
		return InstrumentNode
	}
}

func (l *Link) fromKind() NodeKind {
	switch l.Type {
	case RestsOn, AdoptedBy:
		return InstrumentNode
	case BasedOn:
		return RightNode
	case Addresses:
		return MandateNode
	case MayMean:
		return MentionNode
	case PartOf:
		return l.partKind()
	default: // Cites, Pinpoints, Names
		return ParagraphNode
	}
}

// partKind is the kind of what is part of something. Paragraphs and provisions are told apart by their places: a document can cite a
// provision of itself, so the owner does not tell.
func (l *Link) partKind() NodeKind {
	_, part, found := strings.Cut(string(l.From), partSeparator)
	switch {
	case found && strings.HasPrefix(part, "mandate"):
		return MandateNode
	case found:
		return MentionNode
	case Place(l.From.Place()).Part() == "":
		return ProvisionNode
	default:
		return ParagraphNode
	}
}

// placeKind is inside for an id with a place, and an instrument for one without.
func placeKind(id ID, inside NodeKind) NodeKind {
	if strings.Contains(string(id), placeSeparator) {
		return inside
	}
	return InstrumentNode
}
