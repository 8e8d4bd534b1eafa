package main

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"recital/graph"
	"recital/graph/embedded"
	"recital/graph/neo4j"
	"recital/resolver"
	"recital/web"
)

// warmTime is how long at most a server calls itself not ready for what could be done to be faster.
const warmTime = 20 * time.Second

// warmUp takes the steps, one after the other, beside all else. The channel is closed when that is over, whatever came of it; stop ends it.
func warmUp(ctx context.Context, logger *slog.Logger, steps ...func(context.Context) error) (warmed <-chan struct{}, stop func()) {
	ctx, cancel := context.WithTimeout(ctx, warmTime)
	over := make(chan struct{})
	go func() {
		defer close(over)
		start := time.Now()
		for _, step := range steps {
			if err := step(ctx); err != nil {
				logger.LogAttrs(ctx, slog.LevelWarn, "not warm", slog.Any("error", err))
				return
			}
		}
		logger.LogAttrs(ctx, slog.LevelInfo, "warm", slog.Duration("took", time.Since(start)))
	}()
	return over, func() {
		cancel()
		<-over
	}
}

// warming are the steps that make a store answer its first questions as fast as the later ones. Java has to be asked before it is fast; what the
// other stores would win, a few milliseconds of the first answer, is less than what it would cost their start.
func warming(store graph.Store) []func(context.Context) error {
	switch s := store.(type) {
	case *embedded.Store:
		return []func(context.Context) error{s.Warm}
	case *neo4j.Store:
		return []func(context.Context) error{s.Warm, func(ctx context.Context) error { return askFirst(ctx, s) }}
	default:
		return nil
	}
}

// What is asked before anybody asks: about the texts most likely to be looked at, and twice, since a database that has planned a statement still
// learns from running it.
const (
	askedTexts  = 2
	askedRounds = 2
)

// askFirst asks what visitors of the explorer will ask first. An API of its own answers: the other one's log and counts are about its clients,
// and its kept answers are of what they asked.
func askFirst(ctx context.Context, store graph.Store) error {
	filter := graph.NodeFilter{Kind: graph.InstrumentNode, Holding: graph.HeldOnly, Order: graph.ByCitedBy}
	held, err := store.List(ctx, filter, graph.PageRequest{First: askedTexts})
	if err != nil {
		return fmt.Errorf("list the most cited texts: %w", err)
	}
	var ids []string
	for _, node := range held.Items() {
		ids = append(ids, string(node.NodeID()))
	}
	trusted, err := web.TrustedDocuments()
	if err != nil {
		return fmt.Errorf("read the explorer's operations: %w", err)
	}
	api, err := resolver.New(resolver.Options{Reader: store, Trusted: trusted, AnswerBytes: -1})
	if err != nil {
		return fmt.Errorf("set up the API: %w", err)
	}
	for range askedRounds {
		for _, address := range web.Questions(ids) {
			question, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
			if err != nil {
				return fmt.Errorf("ask %s: %w", address, err)
			}
			api.ServeHTTP(unread{}, question)
			if err := ctx.Err(); err != nil {
				return fmt.Errorf("ask the explorer's first questions: %w", err)
			}
		}
	}
	return nil
}

// unread is where an answer goes that nobody reads.
type unread http.Header

func (u unread) Header() http.Header         { return http.Header(u) }
func (u unread) Write(b []byte) (int, error) { return len(b), nil }
func (u unread) WriteHeader(int)             {}
