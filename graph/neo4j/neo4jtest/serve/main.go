// Command serve starts an empty Neo4j for tests that are not written in Go, prints its address in one line when it takes
// connections, and stops it when standard input ends: when who started it is done, or gone.
//
//	go run ./graph/neo4j/neo4jtest/serve
//
// Exit status 2: Java, Maven or the jars are not there, and the reason is on standard error.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"recital/graph/neo4j/neo4jtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := serve(ctx, os.Stdin, os.Stdout)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "neo4jtest:", err)
		if errors.Is(err, neo4jtest.ErrMissing) {
			os.Exit(2)
		}
		os.Exit(1)
	}
}

// serve runs a server until in ends or ctx is done.
func serve(ctx context.Context, in io.Reader, out io.Writer) (err error) {
	server, err := neo4jtest.Start(ctx, neo4jtest.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, server.Stop()) }()
	// The first statement of a new server takes seconds, more than a client waits for one.
	if err := server.Run(ctx, "RETURN 1"); err != nil {
		return fmt.Errorf("ask the first statement: %w", err)
	}
	if _, err := fmt.Fprintln(out, server.URL()); err != nil {
		return fmt.Errorf("say the address: %w", err)
	}
	ended := make(chan error, 1)
	go func() {
		_, err := io.Copy(io.Discard, in)
		ended <- err
	}()
	select {
	case err = <-ended:
	case <-ctx.Done(): // asked to stop: not an error
	}
	return err
}
