package graph

import (
	"context"
	"fmt"
	"slices"
)

// findCandidates is the number of instruments that Find returns at the most when it finds by name: more are no answer but a search.
const findCandidates = 10

// Find returns the instruments that a person means by text, most likely first: the one with that id, symbol or alias; else those of the
// meanings of [ReadSymbol] that the graph knows, or of the whole that a lettered part belongs to ("217 A (III)" where only "217 (III)" is
// known; citations with their date, pinpoint and document are read, too); else those whose whole title or one of whose names it is. None is [ErrNotFound].
// Several are candidates: the caller asks, it does not choose.
func Find(ctx context.Context, r Reader, text string) ([]*Instrument, error) {
	ids := []ID{ID(text)}
	if symbol, err := ParseSymbol(text); err == nil {
		ids = append(ids, symbol.ID())
	}
	meanings := readings(text)
	// All that it may be is asked for at once: a call to a store is a round trip.
	nodes, err := r.Nodes(ctx, slices.Concat(ids, slices.Concat(meanings...)))
	if err != nil {
		return nil, fmt.Errorf("find %q: %w", text, err)
	}
	if exact := instruments(nodes[:len(ids)]); len(exact) > 0 {
		return exact[:1], nil
	}
	nodes = nodes[len(ids):]
	var found []*Instrument
	for _, ids := range meanings {
		if len(found) == 0 {
			found = instruments(nodes[:len(ids)])
		}
		nodes = nodes[len(ids):]
	}
	if len(found) == 0 {
		found, err = named(ctx, r, text)
	}
	switch {
	case err != nil:
		return nil, fmt.Errorf("find %q: %w", text, err)
	case len(found) == 0:
		return nil, fmt.Errorf("find %q: %w", text, ErrNotFound)
	}
	return found, nil
}

// Sure returns the one instrument that [Find] found for the text; nil for several, and for a committee's comment that was asked for by its
// number alone and is not held: another committee's may be meant, which nothing in the graph cites.
func Sure(text string, found []*Instrument) *Instrument {
	if len(found) != 1 || !found[0].Held && found[0].ID != ID(text) && isOfSomeCommittee(text) {
		return nil
	}
	return found[0]
}

// readings returns the ids of what text may mean, the likelier before those that count where none of them is known: the symbols it
// stands for, the wholes that lettered parts among them belong to, then the same of what it says without a date, a pinpoint and the like.
func readings(text string) [][]ID {
	symbols := listed(text)
	if symbols == nil {
		symbols = ReadSymbol(text)
	}
	if halves, err := JointSymbols(text); err == nil {
		symbols = append(symbols, halves[1:]...)
	}
	all := withWholes(nil, symbols)
	written := slices.ContainsFunc(symbols, func(s Symbol) bool { return s.String() == text })
	if !written && len(text) <= maxReading {
		for _, spelling := range respelled(text) {
			all = withWholes(all, ReadSymbol(spelling))
		}
	}
	return all
}

// withWholes appends the ids of the symbols, and of the wholes that lettered parts among them belong to.
func withWholes(all [][]ID, symbols []Symbol) [][]ID {
	var meanings, wholes []ID
	for _, symbol := range symbols {
		meanings = append(meanings, symbol.ID())
		if whole := symbol.Base(); whole != symbol {
			wholes = append(wholes, whole.ID())
		}
	}
	return append(all, meanings, wholes)
}

// instruments returns the instruments among the nodes, each once.
func instruments(nodes []Node) []*Instrument {
	var found []*Instrument
	seen := make(map[ID]bool)
	for _, n := range nodes {
		if i, ok := n.(*Instrument); ok && !seen[i.ID] {
			seen[i.ID] = true
			found = append(found, i)
		}
	}
	return found
}

// named returns the instruments whose title or name the text is.
func named(ctx context.Context, r Reader, text string) ([]*Instrument, error) {
	query := TextQuery{Text: text, Kinds: []NodeKind{InstrumentNode}}
	page, err := r.Search(ctx, query, PageRequest{First: findCandidates})
	if err != nil {
		return nil, err
	}
	var found []*Instrument
	for _, hit := range page.Items() {
		if i, ok := hit.Node.(*Instrument); ok && hit.Class == SymbolMatch {
			found = append(found, i)
		}
	}
	return found, nil
}
