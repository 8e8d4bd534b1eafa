package neo4j

import (
	"context"
	"errors"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/sync/errgroup"

	"recital/graph"
)

// Warm has the server plan the statements that readers ask, so that nobody waits for it: one that has just started takes up to a second for
// each, and some milliseconds once it knows them. It takes as long as the server needs, or until the context ends; while it
// goes on the store answers as ever.
func (s *Store) Warm(ctx context.Context) error {
	planned, planning := errgroup.WithContext(ctx)
	planned.SetLimit(learning)
	for _, name := range readerStatements() {
		planned.Go(func() error {
			text, err := s.statements.text(name, filtered(warmFilter(name)))
			if err != nil {
				return err
			}
			plan := question{"EXPLAIN " + text, filtered(map[string]any{})}
			err = s.readWithin(planning, s.options.Timeout, plan, func(*neo4j.Record) error { return nil })
			return classify(planning, "plan statement "+string(name), err)
		})
	}
	if err := planned.Wait(); err != nil {
		return err
	}
	for range warmRounds {
		if err := s.warmTyping(ctx); err != nil {
			return err
		}
	}
	return nil
}

// warmFilter is the list of instruments that people begin with, in what a statement is put together of.
func warmFilter(name statement) map[string]any {
	f := graph.NodeFilter{Kind: graph.InstrumentNode, Order: graph.ByCitedBy}
	p := nodeParameters(&f)
	p["bounded"], p["backward"], p["total"], p["about"] = false, false, true, name == readFacetNodes
	return p
}

// warmRounds is how often what people type is asked: Java compiles what it has run often. The first round takes some 400 ms where the tenth takes 50
// and those after it no less.
const warmRounds = 12

// typed is what people type into a search box, of each sort that is looked for in a way of its own: a number, a symbol, a phrase, a word
// that titles, rights and actors have, and the first letter of one.
var typed = [...]string{"53/29", "A/HRC/RES/53/29", "council resolution 53/29", "privacy", "p"}

// warmPage is as many hits as are shown to who types.
const warmPage = 8

// warmTyping asks what is asked for who types. Planned, statements still have to be run: the server loads the index of words and compiles what
// it runs through; and what is asked at once needs a connection each, which are open then.
func (s *Store) warmTyping(ctx context.Context) error {
	for _, text := range typed {
		asked, askedCtx := errgroup.WithContext(ctx)
		asked.Go(func() error {
			if _, err := graph.Find(askedCtx, s, text); err != nil && !errors.Is(err, graph.ErrNotFound) {
				return err
			}
			return nil
		})
		for _, kinds := range [][]graph.NodeKind{{graph.InstrumentNode}, {graph.RightNode, graph.ActorNode}} {
			asked.Go(func() error {
				_, err := s.Search(askedCtx, graph.TextQuery{Text: text, Kinds: kinds}, graph.PageRequest{First: warmPage})
				return err
			})
		}
		if err := asked.Wait(); err != nil {
			return err
		}
	}
	return nil
}
