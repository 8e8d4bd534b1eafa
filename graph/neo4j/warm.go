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
	_, err := s.Search(ctx, graph.TextQuery{Text: nobodysWord}, graph.PageRequest{})
	return err
}

// nobodysWord stands in no text: looking for it takes nothing, but what a search runs through is loaded then, before somebody types.
const nobodysWord = "nobodyswordnobodysword"
