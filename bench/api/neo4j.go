package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
	"recital/graph/neo4j"
	"recital/graph/neo4j/neo4jtest"
	"recital/resolver"
)

// A way to the answers is measured so long before the next one's turn: the server gets faster as it goes on, and a machine that others use is
// not the same for long.
const (
	turnWarmUp = 200 * time.Millisecond
	turnLength = time.Second
)

// warmTime is how long a server that has just started may take for an answer.
const warmTime = time.Minute

// loadTime bounds the load into Neo4j; requests are bounded by the API.
const loadTime = 5 * time.Minute

// onNeo4j measures the API on a Neo4j in turn with bare Cypher that reads the same page through the driver, with the API on the embedded store
// and, if a folder is given, with the server in it.
func onNeo4j(ctx context.Context, length time.Duration, against string) (err error) {
	server, err := neo4jtest.Start(ctx, neo4jtest.Options{HeapMB: 1024, Speed: neo4jtest.FullSpeed})
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
	t := turns{server: server, rounds: int(length / turnLength)}
	t.add("bare Cypher", func(context.Context) (asker, error) { return cypher{bare}, nil })
	measured := func() error { return t.measure(ctx) }
	if against != "" {
		if err := install(ctx, against); err != nil {
			return err
		}
		for _, c := range common {
			inner := measured
			measured = func() error {
				return start(ctx, against, c.program, server.URL(), func(address string) error {
					t.add(c.name, connect(address, &commonPage))
					return inner()
				})
			}
		}
	}
	return onFile(ctx, func(file graph.Reader) error {
		return t.serve(ctx, "GraphQL, embedded", file, func() error { return t.serve(ctx, "GraphQL, Neo4j", store, measured) })
	})
}

// turns measures ways to the same answers in turn.
type turns struct {
	server *neo4jtest.Server
	rounds int
	ways   []way
}

func (t *turns) add(name string, dial func(context.Context) (asker, error)) {
	t.ways = append(t.ways, way{name: name, dial: dial})
}

// serve adds the API over a store, without kept answers, while do runs.
func (t *turns) serve(ctx context.Context, name string, store graph.Reader, do func() error) error {
	handler, err := resolver.New(resolver.Options{Reader: store, AnswerBytes: -1, Timeout: warmTime})
	if err != nil {
		return err
	}
	return serving(ctx, handler, func(address string) error {
		t.add(name, connect(address, &page))
		return do()
	})
}

// found is what was found of a way.
type found struct {
	result
	server time.Duration // the database's processor time
}

func (t *turns) measure(ctx context.Context) error {
	if err := t.warm(ctx); err != nil {
		return err
	}
	for _, clients := range []int{1, 8} {
		all := make([]found, len(t.ways))
		for round := range t.rounds {
			for i, w := range t.ways {
				w.ask = func(n int) question { return another(n + round*instruments/t.rounds) }
				f, err := t.turn(ctx, w, clients)
				if err != nil {
					return err
				}
				all[i].add(f.result)
				all[i].server += f.server
			}
		}
		t.print(all, clients)
	}
	return nil
}

// warm asks each way every question once: the database has its statements compiled then, each server its code, and what any of them holds in
// memory is there.
func (t *turns) warm(ctx context.Context) error {
	for _, w := range t.ways {
		start := time.Now()
		if err := all(ctx, w); err != nil {
			return err
		}
		fmt.Printf("%s: asked all %d in %v\n", w.name, instruments, time.Since(start).Round(time.Millisecond))
	}
	return nil
}

// turn measures a way once.
func (t *turns) turn(ctx context.Context, w way, clients int) (found, error) {
	before, err := t.server.CPU()
	if err != nil {
		return found{}, err
	}
	r, err := load(ctx, clients, span{turnWarmUp, turnLength}, w)
	if err != nil {
		return found{}, err
	}
	after, err := t.server.CPU()
	return found{r, after - before}, err
}

// print prints each way beside the first, bare Cypher. Times are those of an answer: so many clients wait at once.
func (t *turns) print(all []found, clients int) {
	printHead()
	bare := all[0].perSecond()
	for i := range all {
		all[i].print(t.ways[i].name, clients)
	}
	for i := range all {
		fmt.Printf("%d clients, %s: %.2f times the time of bare Cypher, %.2f times its answers; Neo4j's processor %v for each\n", clients,
			t.ways[i].name, bare/all[i].perSecond(), all[i].perSecond()/bare, (all[i].server / time.Duration(all[i].asked)).Round(time.Microsecond))
	}
}

// bareCypher is what anybody would write for the measured question.
//
//go:embed page.cypher
var bareCypher string

// cypher asks the server itself.
type cypher struct{ driver driver.DriverWithContext }

func (c cypher) ask(ctx context.Context, q question) error {
	answer, err := driver.ExecuteQuery(ctx, c.driver, bareCypher, map[string]any{"id": q.symbol},
		driver.EagerResultTransformer, driver.ExecuteQueryWithReadersRouting(), driver.ExecuteQueryWithDatabase("neo4j"))
	if err != nil {
		return fmt.Errorf("ask in Cypher: %w", err)
	}
	if len(answer.Records) != linksEach {
		return fmt.Errorf("ask in Cypher about %s: %d citations", q.symbol, len(answer.Records))
	}
	return nil
}

// close leaves the connection to the driver's pool.
func (cypher) close() {}
