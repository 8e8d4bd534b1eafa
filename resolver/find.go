package resolver

import (
	"context"
	"errors"
	"slices"

	"recital/graph"
)

// oneOf returns the instrument that the text stands for; nil where none does. Where several fit the one that is held stands for the
// text: the others are only known because they are cited. Two that are held, and one that is not sure, are an ambiguousError: it does not guess.
func oneOf(ctx context.Context, reader graph.Reader, text string, fits func(*graph.Instrument) bool) (*graph.Instrument, error) {
	found, err := find(ctx, reader, text)
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(slices.Clone(found), func(i *graph.Instrument) bool { return !fits(i) })
	if sure := graph.Sure(text, found); sure != nil || len(found) == 0 {
		return sure, nil
	}
	held := slices.DeleteFunc(slices.Clone(found), func(i *graph.Instrument) bool { return !i.Held })
	if len(held) == 1 {
		return held[0], nil
	}
	ambiguous := &ambiguousError{text: text}
	for _, i := range found[:min(len(found), graph.MaxPage)] {
		ambiguous.candidates = append(ambiguous.candidates, i.ID)
	}
	return nil, ambiguous
}

// find is graph.Find, with none for what stands for nothing.
func find(ctx context.Context, reader graph.Reader, text string) ([]*graph.Instrument, error) {
	if len(text) > longestText {
		return nil, &tooLongError{"a symbol or name", len(text), longestText}
	}
	found, err := graph.Find(ctx, reader, text)
	if errors.Is(err, graph.ErrNotFound) {
		return nil, nil
	}
	return found, err
}

func anyInstrument(*graph.Instrument) bool { return true }

// isResolution lets through what people call a resolution: what a body adopts by number.
func isResolution(i *graph.Instrument) bool {
	switch i.Kind {
	case graph.Resolution, graph.Decision, graph.PresidentialStatement:
		return true
	default: // named instruments are adopted by a resolution whose symbol they bear: the UDHR is resolution 217 A (III)
		return !i.Symbol.IsZero() && i.Symbol.Kind() == graph.Resolution
	}
}

// known is oneOf for what a walk starts from: it must be there.
func known(ctx context.Context, reader graph.Reader, text string) (*graph.Instrument, error) {
	i, err := oneOf(ctx, reader, text, anyInstrument)
	if err != nil {
		return nil, err
	}
	if i == nil {
		return nil, &unknownError{text}
	}
	return i, nil
}

// knownIDs is the ids of what several texts stand for: ids and symbols in one call, spellings one by one.
func knownIDs(ctx context.Context, reader graph.Reader, texts []string) ([]graph.ID, error) {
	ids := make([]graph.ID, len(texts))
	for i, text := range texts {
		ids[i] = graph.ID(text)
	}
	nodes, err := reader.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	for i, node := range nodes {
		found := as[graph.Instrument](node)
		if found == nil {
			if found, err = known(ctx, reader, texts[i]); err != nil {
				return nil, err
			}
		}
		ids[i] = found.ID
	}
	return ids, nil
}
