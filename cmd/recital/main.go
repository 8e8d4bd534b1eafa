// Command recital reads resolutions of the United Nations, keeps what they cite as a graph, and answers.
//
//	recital serve [--store URL] [--addr 127.0.0.1:8080]
//	recital load [--store URL] PATH|SYMBOL...
//	recital extract [--format jsonl|table] [--text] FILE...
//	recital show SYMBOL
//	recital cites SYMBOL
//	recital cited-by SYMBOL
//	recital chain SYMBOL [--depth N]
//	recital path FROM TO
//	recital search WORDS
//	recital export --format csv|graphml|gexf|jsonld|jsonl [--output FILE]
//	recital score PATH...
//	recital version
//
// `recital help COMMAND` has an example for each. A store is builtin: (the data set in the binary, read only), the path of
// a file, or neo4j://HOST, neo4j+s://HOST, bolt://HOST. RECITAL_STORE, RECITAL_ADDR, RECITAL_NEO4J_USER and RECITAL_NEO4J_PASSWORD
// stand in for flags; a flag wins; the password has no flag.
//
// Exit status: 0 done, 1 failed, 2 wrong usage, 3 done but some documents were refused.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends at once what takes too long to end by itself
	a := &app{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv,
		progressOn: term.IsTerminal(int(os.Stderr.Fd())),
	}
	status := a.run(ctx, os.Args[1:])
	stop()
	os.Exit(status)
}

// app is what the commands share: the outside world, as main found it.
type app struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	// progressOn draws a progress bar: standard error is a terminal.
	progressOn bool
}
