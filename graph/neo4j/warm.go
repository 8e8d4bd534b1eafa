package neo4j

import (
	"context"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// Warm has the server plan the statements that readers ask, so that nobody waits for it: one that has just started takes up to a second for
// each, and some milliseconds once it knows them. It takes as long as the server needs, or until the context ends; while it
// goes on the store answers as ever.
func (s *Store) Warm(ctx context.Context) error {
	for _, name := range readerStatements() {
		plan := question{"EXPLAIN " + s.statements[name], filtered(map[string]any{})}
		if err := s.readWithin(ctx, s.options.Timeout, plan, func(*neo4j.Record) error { return nil }); err != nil {
			return classify(ctx, "plan statement "+string(name), err)
		}
	}
	// Planned, a search still loads the index of words and all that it runs through: as who types is asked for, by what is searched.
	for _, kinds := range [][]graph.NodeKind{{graph.InstrumentNode}, {graph.RightNode, graph.ActorNode}} {
		if _, err := s.Search(ctx, graph.TextQuery{Text: commonWord, Kinds: kinds}, graph.PageRequest{First: warmPage}); err != nil {
			return err
		}
	}
	return nil
}

// A word that titles, rights and actors have, and few enough that looking for it is nothing to the server; and as many hits as are shown to who types.
const (
	commonWord = "privacy"
	warmPage   = 8
)
