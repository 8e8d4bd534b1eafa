package graph

import (
	"fmt"
	"slices"
)

// Match reports whether the filter lets the link through; its Direction says which end is far and is not compared. Far is the
// instrument at the far end, or that the paragraph, provision, mandate or mention there belongs to; nil where there is none.
func (f *LinkFilter) Match(l *Link, far *Instrument) bool {
	switch {
	case len(f.Types) > 0 && !slices.Contains(f.Types, l.Type),
		len(f.Acts) > 0 && !anyAct(l, f.Acts),
		len(f.Roles) > 0 && !slices.Contains(f.Roles, l.Role),
		len(f.FarNodes) > 0 && !slices.Contains(f.FarNodes, l.FarKind(f.Direction)),
		!within(l.Date, f.Since, f.Until),
		l.hasConfidence() && l.Confidence < f.MinConfidence,
		f.Findings && len(l.Findings) == 0:
		return false
	}
	return matchFar(far, f.FarKinds, f.FarBodies)
}

// Same reports whether the filters are of the same values, in the same order.
func (f *LinkFilter) Same(other *LinkFilter) bool {
	return f.Direction == other.Direction && slices.Equal(f.Types, other.Types) && slices.Equal(f.Acts, other.Acts) &&
		slices.Equal(f.Roles, other.Roles) && slices.Equal(f.FarNodes, other.FarNodes) && slices.Equal(f.FarKinds, other.FarKinds) &&
		slices.Equal(f.FarBodies, other.FarBodies) && f.Since == other.Since && f.Until == other.Until &&
		f.MinConfidence == other.MinConfidence && f.Findings == other.Findings
}

// Match reports whether a walk follows the link, a RestsOn. Far is the instrument that it reaches.
func (f *WalkFilter) Match(l *Link, far *Instrument) bool {
	if len(f.Acts) > 0 && !anyAct(l, f.Acts) || !within(l.Date, Date{}, f.AsOf) {
		return false
	}
	return matchFar(far, f.FarKinds, f.FarBodies)
}

// anyAct reports whether the link has one of the acts: of a RestsOn any of its Acts.
func anyAct(l *Link, acts []Act) bool {
	if l.Type == RestsOn {
		return slices.ContainsFunc(l.Acts, func(a Act) bool { return slices.Contains(acts, a) })
	}
	return slices.Contains(acts, l.Act)
}

func matchFar(far *Instrument, kinds []InstrumentKind, bodies []Body) bool {
	if len(kinds) > 0 && (far == nil || !slices.Contains(kinds, far.Kind)) {
		return false
	}
	return len(bodies) == 0 || far != nil && slices.Contains(bodies, far.Body)
}

// hasConfidence reports whether links of the type carry a confidence.
func (l *Link) hasConfidence() bool {
	return l.Type == Cites || l.Type == RestsOn || l.Type == MayMean
}

// within reports whether d is between the bounds, both included; a zero bound is none, an unknown day is within no bound.
func within(d, since, until Date) bool {
	if !since.IsZero() && (d.IsZero() || d.Compare(since) < 0) {
		return false
	}
	return until.IsZero() || !d.IsZero() && d.Compare(until) <= 0
}

// instrumentFilter is what filters of nodes and of text queries ask of an instrument.
type instrumentFilter struct {
	Kinds        []InstrumentKind
	Bodies       []Body
	Sessions     []string
	Since, Until Date
	Holding      Holding
}

// isZero reports whether the filter asks nothing.
func (f *instrumentFilter) isZero() bool {
	return len(f.Kinds) == 0 && len(f.Bodies) == 0 && len(f.Sessions) == 0 && f.Since.IsZero() && f.Until.IsZero() && f.Holding == ""
}

// match reports whether the filter lets the instrument through; nil passes only a filter that asks nothing.
func (f *instrumentFilter) match(i *Instrument) bool {
	if f.isZero() {
		return true
	}
	if i == nil {
		return false
	}
	switch {
	case len(f.Kinds) > 0 && !slices.Contains(f.Kinds, i.Kind),
		len(f.Bodies) > 0 && !slices.Contains(f.Bodies, i.Body),
		len(f.Sessions) > 0 && !slices.Contains(f.Sessions, i.Session),
		!within(i.Date, f.Since, f.Until),
		f.Holding == HeldOnly && !i.Held,
		f.Holding == RedLinks && i.Held:
		return false
	}
	return true
}

// Match reports whether the filter lets the node through, as far as the node itself tells: all its fields but Names, Cites, Findings
// and States, which ask about links. Source is the instrument that a paragraph, mandate or mention is part of; nil for other nodes.
func (f *NodeFilter) Match(n Node, source *Instrument) bool {
	if n.NodeKind() != f.Kind || f.asksElsewhere() {
		return false
	}
	if i, ok := n.(*Instrument); ok {
		source = i
	}
	about := instrumentFilter{f.Kinds, f.Bodies, f.Sessions, f.Since, f.Until, f.Holding}
	if !about.match(source) || f.PartOf != "" && n.NodeID().Instrument() != f.PartOf {
		return false
	}
	switch n := n.(type) {
	case *Paragraph:
		return len(f.Acts) == 0 || slices.Contains(f.Acts, n.Act)
	case *Mention:
		return (len(f.Acts) == 0 || slices.Contains(f.Acts, n.Act)) &&
			(len(f.Statuses) == 0 || slices.Contains(f.Statuses, n.Status)) && (!f.Findings || len(n.Findings) > 0)
	case *Mandate:
		return f.matchMandate(n)
	}
	return true
}

func (f *NodeFilter) matchMandate(m *Mandate) bool {
	return (len(f.Acts) == 0 || slices.Contains(f.Acts, m.Act)) &&
		(len(f.Addressees) == 0 || slices.Contains(f.Addressees, m.Addressee)) &&
		(len(f.Forums) == 0 || slices.Contains(f.Forums, m.Forum)) &&
		(len(f.DueSessions) == 0 || slices.Contains(f.DueSessions, m.Session)) &&
		(len(f.Products) == 0 || slices.Contains(f.Products, m.Product))
}

// asksElsewhere reports whether a field is set that nodes of the filter's kind do not have: such a filter lets nothing through.
func (f *NodeFilter) asksElsewhere() bool {
	var instrument, part, text, mandate, mention bool
	switch f.Kind {
	case InstrumentNode:
		instrument, text = true, true
	case ParagraphNode:
		instrument, part, text = true, true, true
	case MandateNode:
		instrument, part, mandate = true, true, true
	case MentionNode:
		instrument, part, mention = true, true, true
	case ProvisionNode:
		part = true
	}
	about := instrumentFilter{f.Kinds, f.Bodies, f.Sessions, f.Since, f.Until, f.Holding}
	asksMandate := len(f.Addressees) > 0 || len(f.Forums) > 0 || len(f.DueSessions) > 0 || len(f.Products) > 0 ||
		len(f.States) > 0
	return !instrument && !about.isZero() ||
		!part && f.PartOf != "" ||
		!text && (len(f.Names) > 0 || len(f.Cites) > 0) ||
		(!part || !instrument) && len(f.Acts) > 0 ||
		!mention && len(f.Statuses) > 0 ||
		!mandate && asksMandate ||
		!text && !mention && f.Findings
}

// Check reports whether a store can answer the filter: an unknown kind of node, order or holding is [ErrBadRequest].
func (f *NodeFilter) Check() error {
	if !slices.Contains(NodeKinds(), f.Kind) {
		return fmt.Errorf("list of nodes of kind %q: %w: no such kind", f.Kind, ErrBadRequest)
	}
	if _, found := nodeCursors[f.Order]; !found {
		return fmt.Errorf("list in order %q: %w: no such order", f.Order, ErrBadRequest)
	}
	for _, s := range f.States {
		if !slices.Contains(MandateStates(), s) {
			return fmt.Errorf("list of mandates in state %q: %w: no such state", s, ErrBadRequest)
		}
	}
	if err := f.Holding.check(); err != nil {
		return fmt.Errorf("list: %w", err)
	}
	return nil
}

// Check reports whether a store can answer the filter: an unknown type of link, kind of node or direction is [ErrBadRequest].
func (f *LinkFilter) Check() error {
	for _, t := range f.Types {
		if !slices.Contains(LinkTypes(), t) {
			return fmt.Errorf("links of type %q: %w: no such type", t, ErrBadRequest)
		}
	}
	for _, kind := range f.FarNodes {
		if !slices.Contains(NodeKinds(), kind) {
			return fmt.Errorf("links to nodes of kind %q: %w: no such kind", kind, ErrBadRequest)
		}
	}
	if !slices.Contains([]Direction{"", Out, In}, f.Direction) {
		return fmt.Errorf("links in direction %q: %w: no such direction", f.Direction, ErrBadRequest)
	}
	return nil
}

// Check reports whether a store can answer the request: its filter must be one that can be, and its keys known, else [ErrBadRequest].
func (r *FacetRequest) Check() error {
	for _, key := range r.Keys {
		if !slices.Contains(FacetKeys(), key) {
			return fmt.Errorf("facet by %q: %w: no such key", key, ErrBadRequest)
		}
	}
	if r.Links != nil {
		return r.Links.Check()
	}
	return r.Nodes.Check()
}

// FacetKeys lists the keys of facets; a fresh slice each call.
func FacetKeys() []FacetKey {
	return []FacetKey{FacetBody, FacetYear, FacetSession, FacetKind, FacetAct, FacetRight, FacetActor}
}

// CheckBatch reports whether a store takes so many ids in one call: more than [MaxBatch] are [ErrBadRequest].
func CheckBatch(ids []ID) error {
	if len(ids) > MaxBatch {
		return fmt.Errorf("batch of %d ids: %w: above %d", len(ids), ErrBadRequest, MaxBatch)
	}
	return nil
}

func (h Holding) check() error {
	if h != "" && h != HeldOnly && h != RedLinks {
		return fmt.Errorf("holding %q: %w: no such holding", h, ErrBadRequest)
	}
	return nil
}
