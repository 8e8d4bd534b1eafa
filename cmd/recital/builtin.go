package main

import (
	"context"
	_ "embed" // for the built-in data set
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"recital/graph"
	"recital/graph/embedded"
	"recital/loader"
	"recital/loader/catalog"
)

// builtinData is the data set of facts: made by `make data`, see docs/data.md.
//
//go:embed data/builtin.db.zst
var builtinData []byte

// packCommand makes the built-in data set; only `make data` calls it, so it is not listed.
func (a *app) packCommand() *cobra.Command {
	var output, title string
	cmd := &cobra.Command{
		Use: "pack --output FILE PATH...", Short: "Make a packed data set of facts, without texts, from documents",
		Example: "  recital pack --output cmd/recital/data/builtin.db.zst corpus/", Hidden: true, Args: arguments(1, 0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if output == "" {
				return &usageError{errors.New("pack: --output is missing")}
			}
			return a.pack(cmd.Context(), output, title, args)
		},
	}
	cmd.Flags().StringVar(&output, "output", "", "file to write")
	cmd.Flags().StringVar(&title, "title", "Public resolutions of the United Nations", "the data set's name")
	return cmd
}

func (a *app) pack(ctx context.Context, output, title string, paths []string) (err error) {
	a.forThroughput()
	catalogue, err := catalog.Load()
	if err != nil {
		return fmt.Errorf("read the catalogue: %w", err)
	}
	folder, err := os.MkdirTemp("", "recital-pack-")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	store, err := embedded.Open(ctx, filepath.Join(folder, "facts.db"), embedded.Options{})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	started := time.Now()
	bar := a.progress(ctx, paths)
	report, err := loader.New(catalogue).Load(ctx, store, paths, loader.Options{FactsOnly: true, Progress: bar.show})
	bar.close()
	if err != nil {
		return err
	}
	if err := store.SetManifest(ctx, manifest(title, report)); err != nil {
		return err
	}
	file, err := os.Create(output)
	if err != nil {
		return fmt.Errorf("write the data set: %w", err)
	}
	if err := embedded.Pack(ctx, store, file); err != nil {
		return errors.Join(err, file.Close())
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("write the data set: %w", err)
	}

	return a.printReport(report, output, time.Since(started))
}

// manifest says what a data set was made from.
func manifest(title string, r *loader.Report) graph.Manifest {
	m := graph.Manifest{Title: title, Made: r.Newest}
	for _, format := range sortedKeys(r.Texts) {
		m.Sources = append(m.Sources, fmt.Sprintf("%d documents read as %s", r.Texts[format], format))
	}
	return m
}

func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
