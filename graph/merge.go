package graph

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// Merge returns what two accounts of one node say together. It is commutative, associative and idempotent, so that documents can come
// in any order. Of two instruments the one with the better account gives kind, title, date and all else that is single: Held
// before not held, then by [Basis]; of two equally good accounts the fields that are said. Lists are joined. Neither node
// is changed; the result may share their slices, or be one of them.
func Merge(a, b Node) Node {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	switch a := a.(type) {
	case *Instrument:
		if b, ok := b.(*Instrument); ok {
			return mergeInstruments(a, b)
		}
	case *Provision:
		if b, ok := b.(*Provision); ok {
			return &Provision{ID: a.ID, Label: said(a.Label, b.Label)}
		}
	case *Right:
		if b, ok := b.(*Right); ok {
			return &Right{a.ID, said(a.Title, b.Title), union(a.Basis, b.Basis), max(a.Mentions, b.Mentions)}
		}
	case *Actor:
		if b, ok := b.(*Actor); ok {
			return &Actor{a.ID, said(a.Title, b.Title), said(a.Category, b.Category), max(a.Mentions, b.Mentions)}
		}
	}
	return whole(a, b)
}

// whole chooses one of two nodes that belong to one document, and so cannot be joined: any, but always the same.
func whole(a, b Node) Node {
	if c := cmp.Compare(slices.Index(NodeKinds(), a.NodeKind()), slices.Index(NodeKinds(), b.NodeKind())); c != 0 {
		if c < 0 {
			return a
		}
		return b
	}
	if bytes.Compare(encodeNode(a), encodeNode(b)) >= 0 {
		return a
	}
	return b
}

func mergeInstruments(a, b *Instrument) *Instrument {
	rank := cmp.Compare(a.rank(), b.rank())
	if rank < 0 {
		a, b = b, a
	}
	m := *a
	m.Aliases = unionFunc(a.Aliases, b.Aliases, func(x, y Symbol) int { return strings.Compare(x.text, y.text) })
	m.Names = union(a.Names, b.Names)
	m.Subjects = union(a.Subjects, b.Subjects)
	m.Cites, m.CitedBy = max(a.Cites, b.Cites), max(a.CitedBy, b.CitedBy)
	if rank != 0 {
		return &m
	}
	m.Symbol = Symbol{said(a.Symbol.text, b.Symbol.text)}
	m.Kind = saidKind(a.Kind, b.Kind)
	m.Title = said(a.Title, b.Title)
	m.Date = saidDate(a.Date, b.Date)
	m.Body = said(a.Body, b.Body)
	m.Session = said(a.Session, b.Session)
	m.Procedure = said(a.Procedure, b.Procedure)
	m.Basis = said(a.Basis, b.Basis)
	return &m
}

// rank says how good the account is: higher is better.
func (i *Instrument) rank() int {
	rank := 0
	switch i.Basis {
	case FromText:
		rank = 3
	case FromCatalogue:
		rank = 2
	case FromCitations:
		rank = 1
	}
	if i.Held {
		rank += 4
	}
	return rank
}

// said returns the one that is said, of two the smaller.
func said[S ~string](a, b S) S {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// saidKind is said, but that any kind says more than OtherDocument.
func saidKind(a, b InstrumentKind) InstrumentKind {
	switch {
	case a == OtherDocument && b != "":
		return b
	case b == OtherDocument && a != "":
		return a
	default:
		return said(a, b)
	}
}

// saidDate returns the day that is known, of two the earlier.
func saidDate(a, b Date) Date {
	if earliestFirst(a, b) <= 0 {
		return a
	}
	return b
}

// union returns the values of both: the list itself where only one says any or both say the same, so that a catalogue's order stays;
// else each value once, in order.
func union[S ~string](a, b []S) []S {
	return unionFunc(a, b, cmp.Compare[S])
}

func unionFunc[T comparable](a, b []T, compare func(T, T) int) []T {
	switch {
	case len(b) == 0 || slices.Equal(a, b):
		return a
	case len(a) == 0:
		return b
	}
	joined := slices.Concat(a, b)
	slices.SortFunc(joined, compare)
	return slices.Compact(joined)
}
