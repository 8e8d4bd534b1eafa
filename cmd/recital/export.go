package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"recital/graph"
	"recital/resolver/export"
)

// exportFlags are what `recital export` was asked for.
type exportFlags struct {
	store, format, output, chain, search string
	depth                                int
	in                                   bool
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	names := make([]string, 0, len(export.Formats()))
	for _, format := range export.Formats() {
		names = append(names, string(format))
	}
	cmd := &cobra.Command{
		Use:   "export --format FORMAT [--output FILE]",
		Short: "Write the graph, a chain or a search as a file for other programs",
		Long:  "Formats: " + strings.Join(names, ", ") + ".",
		Example: "  recital export --format graphml --output un.graphml\n" +
			"  recital export --format gexf --chain 53/29 --depth 2 > chain.gexf\n" +
			"  recital export --format bibtex --search 'right to privacy'",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Errorf("export: unknown argument %q", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			if !slices.Contains(names, f.format) {
				return &usageError{fmt.Errorf("export: unknown format %q: want %s", f.format, strings.Join(names, ", "))}
			}
			if f.chain != "" && f.search != "" {
				return &usageError{errors.New("export: --chain and --search exclude each other")}
			}
			return a.export(cmd.Context(), f)
		},
	}
	storeFlag(cmd, &f.store)
	cmd.Flags().StringVar(&f.format, "format", "", "one of: "+strings.Join(names, ", "))
	cmd.Flags().StringVar(&f.output, "output", "", "file to write; default standard output")
	cmd.Flags().StringVar(&f.chain, "chain", "", "only what this instrument rests on")
	cmd.Flags().IntVar(&f.depth, "depth", graph.DefaultDepth, "steps of the chain")
	cmd.Flags().BoolVar(&f.in, "in", false, "the chain of what rests on it instead")
	cmd.Flags().StringVar(&f.search, "search", "", "only what is found by these words")
	return cmd
}

func (a *app) export(ctx context.Context, f exportFlags) (err error) {
	store, _, err := a.openStore(ctx, f.store, toRead)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	request := export.Request{Reader: store, Format: export.Format(f.format)}
	if request.Selection, err = selection(ctx, store, f); err != nil {
		return err
	}
	if f.output == "" {
		return export.Write(ctx, a.stdout, request)
	}
	return writeFile(f.output, func(w io.Writer) error { return export.Write(ctx, w, request) })
}

// selection says which part of the graph the flags mean: a chain, a search, or all of it.
func selection(ctx context.Context, r graph.Reader, f exportFlags) (export.Selection, error) {
	switch {
	case f.chain != "":
		start, err := find(ctx, r, f.chain)
		if err != nil {
			return export.Selection{}, err
		}
		request := graph.ChainRequest{Start: start.ID, Depth: f.depth, Direction: graph.Out, Limit: graph.MaxWalkNodes}
		if f.in {
			request.Direction = graph.In
		}
		return export.Selection{Chain: &request}, nil
	case f.search != "":
		return export.Selection{Search: &graph.TextQuery{Text: f.search}}, nil
	default:
		return export.Selection{}, nil
	}
}

// writeFile writes a file whole or not at all: it stands under its name only when it is complete.
func writeFile(name string, write func(io.Writer) error) error {
	partial := name + ".partial"
	file, err := os.Create(partial)
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	err = errors.Join(write(file), file.Close())
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", name, err), os.Remove(partial))
	}
	if err := os.Rename(partial, name); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}
