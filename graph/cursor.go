package graph

import (
	"cmp"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"time"
)

// LinkKey is a link's place in the list of a direction: what the list is sorted by. Out lists use Order, Type, From and To,
// In lists Date, Owner, Order, Type, From and To; the other fields are zero.
type LinkKey struct {
	Direction Direction
	Date      Date
	Owner     ID
	Order     int64
	Type      LinkType
	From, To  ID
}

// Key returns the link's place in lists of direction d; "" is Out.
func (l Link) Key(d Direction) LinkKey {
	if d == In {
		return LinkKey{In, l.Date, l.Owner, l.Order, l.Type, l.From, l.To}
	}
	return LinkKey{Direction: Out, Order: l.Order, Type: l.Type, From: l.From, To: l.To}
}

// Compare orders links as the lists of their direction do; see [Reader]. Keys of different directions do not compare.
func (k LinkKey) Compare(m LinkKey) int {
	if k.Direction == In {
		if c := latestFirst(k.Date, m.Date); c != 0 {
			return c
		}
		if c := strings.Compare(string(k.Owner), string(m.Owner)); c != 0 {
			return c
		}
	}
	return cmp.Or(
		cmp.Compare(k.Order, m.Order),
		strings.Compare(string(k.Type), string(m.Type)),
		strings.Compare(string(k.From), string(m.From)),
		strings.Compare(string(k.To), string(m.To)),
	)
}

// Cursor returns the key as a page's cursor.
func (k LinkKey) Cursor() Cursor {
	b := make([]byte, 0, 96)
	if k.Direction == In {
		b = append(b, linkInCursor)
		b = appendDate(b, k.Date)
		b = appendString(b, string(k.Owner))
	} else {
		b = append(b, linkOutCursor)
	}
	b = binary.AppendVarint(b, k.Order)
	b = appendString(b, string(k.Type))
	b = appendString(b, string(k.From))
	b = appendString(b, string(k.To))
	return encodeCursor(b)
}

// ParseLinkCursor reads a cursor of a list of links in direction d ("" is Out); any other is [ErrBadCursor].
func ParseLinkCursor(c Cursor, d Direction) (LinkKey, error) {
	k := LinkKey{Direction: Out}
	kind := byte(linkOutCursor)
	if d == In {
		k.Direction, kind = In, linkInCursor
	}
	r := openCursor(c, kind)
	if d == In {
		k.Date = r.date()
		k.Owner = ID(r.string())
	}
	k.Order = r.varint()
	k.Type = LinkType(r.string())
	k.From = ID(r.string())
	k.To = ID(r.string())
	return k, r.close("links")
}

// NodeKey is a node's place in a list of an order: what the list is sorted by. The fields that the order does not
// use are zero.
type NodeKey struct {
	Order      NodeOrder
	Date       Date
	Count      int
	Instrument ID
	// Place is the place in reading order within the instrument: Paragraph.Order<<32, or the Order of a mandate or mention.
	Place int64
	ID    ID
}

// KeyOf returns the node's place in lists of order o.
func KeyOf(n Node, o NodeOrder) NodeKey {
	k := NodeKey{Order: o, ID: n.NodeID()}
	switch o {
	case ByDate, ByDateAsc:
		k.Date = dateOf(n)
	case ByCitedBy:
		k.Count = countOf(n)
	case ByText:
		k.Instrument = k.ID.Instrument()
		k.Place = placeOf(n)
	}
	return k
}

func dateOf(n Node) Date {
	switch n := n.(type) {
	case *Instrument:
		return n.Date
	case *Paragraph:
		return n.Date
	case *Mandate:
		return n.Date
	case *Mention:
		return n.Date
	default:
		return Date{}
	}
}

func countOf(n Node) int {
	switch n := n.(type) {
	case *Instrument:
		return n.CitedBy
	case *Right:
		return n.Mentions
	case *Actor:
		return n.Mentions
	default:
		return 0
	}
}

func placeOf(n Node) int64 {
	switch n := n.(type) {
	case *Paragraph:
		return int64(n.Order) << 32
	case *Mandate:
		return n.Order
	case *Mention:
		return n.Order
	default:
		return 0
	}
}

// Compare orders nodes as lists of their order do; see [NodeOrder]. Keys of different orders do not compare.
func (k NodeKey) Compare(m NodeKey) int {
	var c int
	switch k.Order {
	case ByDate:
		c = latestFirst(k.Date, m.Date)
	case ByDateAsc:
		c = earliestFirst(k.Date, m.Date)
	case ByCitedBy:
		c = cmp.Compare(m.Count, k.Count)
	case ByText:
		c = cmp.Or(strings.Compare(string(k.Instrument), string(m.Instrument)), cmp.Compare(k.Place, m.Place))
	}
	return cmp.Or(c, strings.Compare(string(k.ID), string(m.ID)))
}

// Cursor returns the key as a page's cursor.
func (k NodeKey) Cursor() Cursor {
	b := make([]byte, 0, 64)
	b = append(b, nodeCursors[k.Order])
	switch k.Order {
	case ByDate, ByDateAsc:
		b = appendDate(b, k.Date)
	case ByCitedBy:
		b = binary.AppendVarint(b, int64(k.Count))
	case ByText:
		b = binary.AppendVarint(b, k.Place)
	}
	return encodeCursor(appendString(b, string(k.ID)))
}

// ParseNodeCursor reads a cursor of a list of nodes in order o; any other is [ErrBadCursor].
func ParseNodeCursor(c Cursor, o NodeOrder) (NodeKey, error) {
	k := NodeKey{Order: o}
	r := openCursor(c, nodeCursors[o])
	switch o {
	case ByDate, ByDateAsc:
		k.Date = r.date()
	case ByCitedBy:
		k.Count = int(r.varint())
	case ByText:
		k.Place = r.varint()
	}
	k.ID = ID(r.string())
	if o == ByText {
		k.Instrument = k.ID.Instrument()
	}
	return k, r.close("nodes")
}

// HitKey is a hit's place in the list of hits: what it is sorted by.
type HitKey struct {
	Class   Class
	CitedBy int // of the instrument, or the paragraph's instrument; 0 for other nodes
	ID      ID
}

// Key returns the hit's place in the list of hits.
func (h Hit) Key() HitKey {
	k := HitKey{Class: h.Class, ID: h.Node.NodeID()}
	if i, ok := h.Node.(*Instrument); ok {
		k.CitedBy = i.CitedBy
	} else if h.Source != nil {
		k.CitedBy = h.Source.CitedBy
	}
	return k
}

// Compare orders hits as lists of hits do; see [Reader].
func (k HitKey) Compare(m HitKey) int {
	return cmp.Or(
		cmp.Compare(k.Class, m.Class),
		cmp.Compare(m.CitedBy, k.CitedBy),
		strings.Compare(string(k.ID), string(m.ID)),
	)
}

// Cursor returns the key as a page's cursor.
func (k HitKey) Cursor() Cursor {
	b := append(make([]byte, 0, 48), hitCursor)
	b = binary.AppendVarint(b, int64(k.Class))
	b = binary.AppendVarint(b, int64(k.CitedBy))
	return encodeCursor(appendString(b, string(k.ID)))
}

// ParseHitCursor reads a cursor of a list of hits; any other is [ErrBadCursor].
func ParseHitCursor(c Cursor) (HitKey, error) {
	var k HitKey
	r := openCursor(c, hitCursor)
	k.Class = Class(r.varint())
	k.CitedBy = int(r.varint())
	k.ID = ID(r.string())
	return k, r.close("hits")
}

// latestFirst orders dates from the latest, unknown ones last.
func latestFirst(a, b Date) int { return b.Compare(a) }

// earliestFirst orders dates from the earliest, unknown ones last.
func earliestFirst(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return b.Compare(a)
	}
	return a.Compare(b)
}

// The first byte of a cursor: the version of its form in the upper half, the list it belongs to in the lower.
const (
	linkOutCursor = 0x11
	linkInCursor  = 0x12
	hitCursor     = 0x13
	lastCursor    = 0x18
)

// nodeCursors holds the first byte of the cursors of each order; it is never changed.
var nodeCursors = map[NodeOrder]byte{ByID: 0x14, ByDate: 0x15, ByDateAsc: 0x16, ByCitedBy: 0x17, ByText: lastCursor}

// cursorForm is the alphabet of cursors: safe in addresses, and strict, so that a list's place has one cursor.
var cursorForm = base64.RawURLEncoding.Strict()

func encodeCursor(b []byte) Cursor {
	var room [256]byte // of most cursors: a page has as many as entries
	return Cursor(cursorForm.AppendEncode(room[:0], b))
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// appendDate packs a day into one number: nine bits hold the month and the day.
func appendDate(b []byte, d Date) []byte {
	return binary.AppendVarint(b, int64(d.Year)<<9|int64(d.Month)<<5|int64(d.Day))
}

// cursorReader takes a cursor apart. After a fault everything read is zero; close tells.
type cursorReader struct {
	rest  []byte
	whole Cursor
	bad   bool
}

func openCursor(c Cursor, kind byte) *cursorReader {
	b, err := cursorForm.DecodeString(string(c))
	// The decoder passes over line breaks; a cursor has none.
	if err != nil || len(b) == 0 || b[0] != kind || kind == 0 || strings.ContainsAny(string(c), "\r\n") {
		return &cursorReader{whole: c, bad: true}
	}
	return &cursorReader{whole: c, rest: b[1:]}
}

func (r *cursorReader) varint() int64 {
	v, n := binary.Varint(r.rest)
	if n <= 0 || r.bad {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

func (r *cursorReader) string() string {
	length, n := binary.Uvarint(r.rest)
	if n <= 0 || r.bad || length > uint64(len(r.rest)-n) {
		r.bad = true
		return ""
	}
	s := string(r.rest[n : n+int(length)])
	r.rest = r.rest[n+int(length):]
	return s
}

func (r *cursorReader) date() Date {
	v := r.varint()
	d := Date{int(v >> 9), time.Month(v >> 5 & 0xf), int(v & 0x1f)}
	if !d.IsZero() && (d.Month < 1 || d.Month > 12 || d.Day < 1) {
		r.bad = true
	}
	return d
}

func (r *cursorReader) close(list string) error {
	if r.bad || len(r.rest) > 0 {
		return fmt.Errorf("cursor %q: %w: not of this list of %s", r.whole, ErrBadCursor, list)
	}
	return nil
}

// Window is a checked PageRequest: which entries of a list are asked for.
type Window struct {
	// Limit is the number of entries at the most, from 1 to MaxPage.
	Limit int
	// Backward: the last entries before Bound instead of the first after it.
	Backward bool
	// Bound is the cursor the window begins at, itself left out; empty: the list's beginning, or end.
	Bound Cursor
}

// Window checks the request and completes it. Sizes out of bounds, both ways at once and unknown parts are [ErrBadRequest], a Bound that is no
// cursor of any list is [ErrBadCursor]; whether it is one of the list at hand, the parsers of cursors tell.
func (p PageRequest) Window() (Window, error) {
	forward, backward := p.First != 0 || p.After != "", p.Last != 0 || p.Before != ""
	switch {
	case forward && backward:
		return Window{}, fmt.Errorf("page: %w: first and after, or last and before, not both ways at once", ErrBadRequest)
	case p.First < 0 || p.Last < 0:
		return Window{}, fmt.Errorf("page of %d: %w: below 0", min(p.First, p.Last), ErrBadRequest)
	case p.First > MaxPage || p.Last > MaxPage:
		return Window{}, fmt.Errorf("page of %d: %w: above %d", max(p.First, p.Last), ErrBadRequest, MaxPage)
	case p.Parts > allParts:
		return Window{}, fmt.Errorf("page: %w: unknown parts %b", ErrBadRequest, p.Parts&^allParts)
	}
	w := Window{Limit: cmp.Or(p.First, p.Last, DefaultPage), Backward: backward, Bound: p.After + p.Before}
	if w.Bound != "" {
		b, err := cursorForm.DecodeString(string(w.Bound))
		if err != nil || len(b) == 0 || !slices.Contains(cursorKinds(), b[0]) {
			return Window{}, fmt.Errorf("cursor %q: %w: not one of ours", w.Bound, ErrBadCursor)
		}
	}
	return w, nil
}

// cursorKinds lists the first bytes that a cursor may have.
func cursorKinds() []byte {
	kinds := []byte{linkOutCursor, linkInCursor, hitCursor}
	for _, kind := range nodeCursors {
		kinds = append(kinds, kind)
	}
	return kinds
}
