package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"recital/graph"
	"recital/resolver"
	"recital/resolver/export"
)

// exportFlags are what `recital export` was asked for.
type exportFlags struct {
	store, output string
	in            bool
	// values are those of the flags that are /export's parameters, by their names.
	values url.Values
}

func (a *app) exportCommand() *cobra.Command {
	f := exportFlags{values: make(url.Values)}
	names := make([]string, 0, len(export.Formats()))
	for _, format := range export.Formats() {
		names = append(names, string(format))
	}
	cmd := &cobra.Command{
		Use:   "export --format FORMAT [--output FILE]",
		Short: "Write the graph, a chain, a search or a list as a file for other programs",
		Long: "Formats: " + strings.Join(names, ", ") + ".\n" +
			"What is selected is said in the words of the server's /export, and gives the same file.",
		Example: "  recital export --format graphml --output un.graphml\n" +
			"  recital export --format gexf --chain 53/29 --depth 2 > chain.gexf\n" +
			"  recital export --format bibtex --search 'right to privacy' --body HRC --since 2015-01-01",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Errorf("export: unknown argument %q", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return a.export(cmd.Context(), f) },
	}
	storeFlag(cmd, &f.store)
	flags := cmd.Flags()
	flags.Var(parameterFlag{f.values, "format"}, "format", "one of: "+strings.Join(names, ", "))
	flags.StringVar(&f.output, "output", "", "file to write; default standard output")
	for _, p := range resolver.ExportParameters() {
		flags.Var(parameterFlag{f.values, p.Name}, p.Name, p.Usage)
	}
	flags.BoolVar(&f.in, "in", false, "the same as --direction IN")
	return cmd
}

// parameterFlag is a flag that adds its value to those of a parameter.
type parameterFlag struct {
	values url.Values
	name   string
}

// Set implements [github.com/spf13/pflag.Value].
func (p parameterFlag) Set(value string) error {
	p.values.Add(p.name, value)
	return nil
}

// String implements [github.com/spf13/pflag.Value].
func (p parameterFlag) String() string { return strings.Join(p.values[p.name], ",") }

// Type implements [github.com/spf13/pflag.Value].
func (p parameterFlag) Type() string { return "string" }

func (a *app) export(ctx context.Context, f exportFlags) (err error) {
	if f.in {
		f.values.Add("direction", string(graph.In))
	}
	if err := export.Format(f.values.Get("format")).Check(); err != nil {
		return &usageError{err}
	}
	store, _, err := a.openStore(ctx, f.store, toRead)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if f.values.Has("chain") {
		start, err := find(ctx, store, f.values.Get("chain"))
		if err != nil {
			return err
		}
		f.values["chain"][0] = string(start.ID)
	}
	request, err := resolver.ExportRequest(ctx, store, f.values)
	if err == nil {
		request.Truncated = func() {
			a.complain("The selection has more than a file of it takes: it is cut.\n")
		}
		err = a.writeExport(ctx, f.output, request)
	}
	if errors.Is(err, graph.ErrBadRequest) {
		return &usageError{err}
	}
	return err
}

func (a *app) writeExport(ctx context.Context, output string, request export.Request) error {
	if output == "" {
		return export.Write(ctx, a.stdout, request)
	}
	return writeFile(output, func(w io.Writer) error { return export.Write(ctx, w, request) })
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
