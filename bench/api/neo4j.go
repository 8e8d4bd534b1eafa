package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
	"recital/resolver"
)

// neo4jTurns is how often API and bare Cypher are measured in turn: the server gets faster as it goes on.
const neo4jTurns = 3

// warmTime is how long a server that has just started may take for an answer.
const warmTime = time.Minute

// loadTime bounds the load into Neo4j; requests are bounded by the API.
const loadTime = 5 * time.Minute

// neo4jStore measures the API on a Neo4j in turn with bare Cypher that reads the same page through the driver.
func neo4jStore(ctx context.Context, length time.Duration) (err error) {
	server, err := neo4jtest.Start(ctx, neo4jtest.Options{HeapMB: 1024})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Stop()) }()
	store, err := neo4j.Open(ctx, neo4j.Options{URL: server.URL(), Timeout: loadTime})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if err := fill(ctx, store); err != nil {
		return err
	}
	bare, err := driver.NewDriverWithContext(server.URL(), driver.NoAuth())
	if err != nil {
		return fmt.Errorf("open a driver: %w", err)
	}
	defer func() { err = errors.Join(err, bare.Close(ctx)) }()
	handler, err := resolver.New(resolver.Options{Reader: store, AnswerBytes: -1, Timeout: warmTime})
	if err != nil {
		return err
	}
	printHead()
	return serving(ctx, handler, func(address string) error { return inTurn(ctx, server, address, bare, length) })
}

func inTurn(
	ctx context.Context, server *neo4jtest.Server, address string, bare driver.DriverWithContext, length time.Duration,
) error {
	ways := []struct {
		name string
		dial func(context.Context) (asker, error)
	}{
		{"a node with 20 citations, Neo4j", func(ctx context.Context) (asker, error) { return dial(ctx, address) }},
		{"the same page, bare Cypher", func(context.Context) (asker, error) { return cypher{bare}, nil }},
	}
	for _, clients := range []int{1, 8} {
		sums, used := make([]float64, len(ways)), make([]time.Duration, len(ways))
		for range neo4jTurns {
			for i, way := range ways {
				before, err := server.CPU()
				if err != nil {
					return err
				}
				r, err := load(ctx, clients, length, way.dial, another)
				if err != nil {
					return fmt.Errorf("%s: %w", way.name, err)
				}
				after, err := server.CPU()
				if err != nil {
					return err
				}
				r.print(way.name, clients)
				sums[i] += r.perSecond
				used[i] += (after - before) / time.Duration(r.asked)
			}
		}
		fmt.Printf("%d clients: the API takes %.2f times as long as bare Cypher, and %.2f times the processor time of the server\n",
			clients, sums[1]/sums[0], float64(used[0])/float64(used[1]))
	}
	return nil
}

// page is what anybody would write for the measured question.
//
//go:embed page.cypher
var page string

// cypher asks the server itself.
type cypher struct{ driver driver.DriverWithContext }

func (c cypher) ask(ctx context.Context, q question) error {
	answer, err := driver.ExecuteQuery(ctx, c.driver, page, map[string]any{"id": q.symbol},
		driver.EagerResultTransformer, driver.ExecuteQueryWithReadersRouting(), driver.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		return fmt.Errorf("ask in Cypher: %w", err)
	}
	if len(answer.Records) == 0 {
		return fmt.Errorf("ask in Cypher about %s: no answer", q.symbol)
	}
	return nil
}

// close leaves the connection to the driver's pool.
func (cypher) close() {}
