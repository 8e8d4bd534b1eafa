package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"recital/graph"
)

// version is the release's; the build sets it with -ldflags "-X main.version=...".
var version = "development"

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version, the commit and the built-in data set's date and counts",
		Example: "  recital version", Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.printVersion(cmd.Context()) },
	}
}

func (a *app) printVersion(ctx context.Context) (err error) {
	w := &lines{to: a.stdout}
	w.printf("recital %s\n", version)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" {
				w.printf("commit %s\n", s.Value)
			}
		}
		w.printf("built with %s\n", info.GoVersion)
	}
	store, err := a.open(ctx, builtinURL, toRead)
	if err != nil {
		return fmt.Errorf("open the built-in data: %w", err)
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	stats, err := store.Stats(ctx)
	if err != nil {
		return fmt.Errorf("count the built-in data: %w", err)
	}
	held := 0
	for _, b := range stats.Bodies {
		held += b.Held
	}
	w.printf("built-in data: to %s, revision %s\n", stats.Manifest.Made, stats.Revision)
	w.printf("  %d instruments (%d read, the others cited), %d paragraphs, %d citations, %d open mentions\n",
		stats.Nodes[graph.InstrumentNode], held, stats.Nodes[graph.ParagraphNode], stats.Links[graph.Cites], stats.Ambiguous+stats.Open)
	if w.err != nil {
		return fmt.Errorf("print: %w", w.err)
	}
	return nil
}
