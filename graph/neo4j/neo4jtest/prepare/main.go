// Command prepare brings what the tests on a real Neo4j need: Java and Maven by apt-get where they are missing and may
// be installed, and the server's jars by Maven into a cache outside the tree. It says what it does.
//
//	go run ./graph/neo4j/neo4jtest/prepare
//
// The newest Neo4j is brought too where Java is new enough for it. Exit status 0: the tests on the floor version can run.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"

	"recital/graph/neo4j/neo4jtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := neo4jtest.Prepare(ctx, neo4jtest.Floor, os.Stdout)
	if err == nil {
		if newest := neo4jtest.Prepare(ctx, neo4jtest.Newest, os.Stdout); newest != nil {
			fmt.Println("tests on the newest Neo4j are left out:", newest)
		}
	}
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "prepare:", err)
		os.Exit(1)
	}
}
