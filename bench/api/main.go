// Command api measures GraphQL over HTTP: answers a second and their times, from one client and from eight.
//
//	go run ./bench/api                 # the embedded store, in a temporary file
//	go run ./bench/api -seconds 30
//	go run ./bench/api -neo4j          # a Neo4j that it starts, in turn with bare Cypher through the driver and the embedded store
//	go run ./bench/api -neo4j -against bench/graphqljs   # and with the common GraphQL server for Neo4j, installed by npm
//
// The graph is made: 20,000 resolutions, 200,000 paragraphs, 400,000 citations. The question is one resolution with a page of 20
// citations, paragraph, target and words of each; every request asks about another resolution. Clients and server share the machine.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"recital/graph"
	"recital/graph/embedded"
	"recital/resolver"
)

func main() {
	seconds := flag.Int("seconds", 10, "length of each measurement in seconds")
	server := flag.Bool("neo4j", false, "measure on a Neo4j, against bare Cypher and the embedded store")
	against := flag.String("against", "", "with -neo4j: the folder of another GraphQL server for Neo4j to measure as well, bench/graphqljs")
	flag.Parse()
	length := time.Duration(*seconds) * time.Second
	measured := func(ctx context.Context) error {
		return onFile(ctx, func(store graph.Reader) error { return measure(ctx, store, length) })
	}
	if *server {
		measured = func(ctx context.Context) error { return onNeo4j(ctx, length, *against) }
	}
	if err := measured(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "bench/api:", err)
		os.Exit(1)
	}
}

// onFile runs do with the measured graph in the embedded store.
func onFile(ctx context.Context, do func(graph.Reader) error) (err error) {
	folder, err := os.MkdirTemp("", "recital-bench")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	store, err := embedded.Open(ctx, filepath.Join(folder, "graph.db"), embedded.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if err := fill(ctx, store); err != nil {
		return err
	}
	return do(store)
}

// fill loads the measured graph.
func fill(ctx context.Context, store graph.Writer) error {
	start := time.Now()
	if err := store.Apply(ctx, documents(1)); err != nil {
		return err
	}
	fmt.Printf("loaded %d resolutions in %v\n", instruments, time.Since(start).Round(time.Millisecond))
	return nil
}

func printHead() {
	fmt.Printf("%-34s %8s %12s %10s %10s %12s\n", "question", "clients", "answers/s", "p50", "p99", "processor")
}

func (r *result) print(question string, clients int) {
	fmt.Printf("%-34s %8d %12.0f %10v %10v %12v\n", question, clients, r.perSecond(), r.percentile(50), r.percentile(99), r.each())
}

// warmUp is left out of a measurement.
const warmUp = 3 * time.Second

// measure serves the store and asks it, with and without the cache of answers.
func measure(ctx context.Context, store graph.Reader, length time.Duration) error {
	printHead()
	for _, served := range []struct {
		name    string
		options resolver.Options
		ask     func(n int) question
	}{
		{"a node with 20 citations", resolver.Options{Reader: store, AnswerBytes: -1}, another},
		{"the same, answers kept", resolver.Options{Reader: store}, few},
		{"the same, 304", resolver.Options{Reader: store}, known},
	} {
		handler, err := resolver.New(served.options)
		if err != nil {
			return err
		}
		if err := serving(ctx, handler, func(address string) error {
			for _, clients := range []int{1, 8} {
				r, err := load(ctx, clients, span{warmUp, length}, way{served.name, connect(address, &page), served.ask})
				if err != nil {
					return err
				}
				r.print(served.name, clients)
			}
			return nil
		}); err != nil {
			return err
		}
	}
	return nil
}

// serving runs the handler on a port of its own while do does.
func serving(ctx context.Context, handler http.Handler, do func(address string) error) error {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	server := &http.Server{Handler: handler, ReadHeaderTimeout: time.Second}
	done := make(chan error, 1)
	go func() { done <- resolver.Serve(server, listener) }()
	err = do(listener.Addr().String())
	err = errors.Join(err, server.Shutdown(ctx))
	if served := <-done; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}
