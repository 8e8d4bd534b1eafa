package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"recital/loader"
	"recital/loader/catalog"
	"recital/loader/source"
)

func (a *app) extractCommand() *cobra.Command {
	var format string
	var text bool
	cmd := &cobra.Command{
		Use:   "extract [--format jsonl|table] [--text] FILE...",
		Short: "Print what texts say, without a store",
		Example: "  recital extract resolution.txt\n" +
			"  recital extract --format jsonl *.xml | jq .citations\n" +
			"  recital extract --text resolution.pdf",
		Args: arguments(1, 0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if format != "jsonl" && format != "table" {
				return &usageError{fmt.Errorf("extract: unknown format %q: want jsonl or table", format)}
			}
			return a.extract(cmd.Context(), args, format, text)
		},
	}
	cmd.Flags().StringVar(&format, "format", "table", "jsonl: one object a document; table: for people")
	cmd.Flags().BoolVar(&text, "text", false, "print the text as it was read: what the offsets count in")
	return cmd
}

func (a *app) extract(ctx context.Context, args []string, format string, text bool) error {
	a.forThroughput()
	catalogue, err := catalog.Load()
	if err != nil {
		return fmt.Errorf("read the catalogue: %w", err)
	}
	reader := loader.New(catalogue)
	refused := false
	for item, err := range a.items(ctx, args) {
		if err == nil {
			err = a.extractOne(reader, item, format, text)
		}
		if err != nil && !loader.IsRefusal(err) {
			return err
		}
		if err != nil {
			refused = true
			a.complain("recital: %v\n", err)
		}
	}
	if refused {
		return errRefused
	}
	return ctx.Err()
}

// items yields the documents of the arguments; "-" is standard input.
func (a *app) items(ctx context.Context, args []string) func(func(source.Item, error) bool) {
	return func(yield func(source.Item, error) bool) {
		for _, arg := range args {
			if arg == "-" {
				item, err := a.standardInput()
				if !yield(item, err) {
					return
				}
				continue
			}
			for item, err := range source.Walk(ctx, []string{arg}, source.Options{}) {
				if !yield(item, err) {
					return
				}
			}
		}
	}
}

// inputLimit is how much is read from standard input: as much as loader/source takes of a file.
const inputLimit = 64 << 20

func (a *app) standardInput() (source.Item, error) {
	data, err := io.ReadAll(io.LimitReader(a.stdin, inputLimit+1))
	if err != nil {
		return source.Item{}, fmt.Errorf("read standard input: %w", err)
	}
	if len(data) > inputLimit {
		return source.Item{}, &source.Refusal{File: "-", Reason: fmt.Sprintf("more than %d bytes", inputLimit)}
	}
	return source.Item{Name: "-", Data: data}, nil
}

func (a *app) extractOne(reader *loader.Loader, item source.Item, format string, text bool) error {
	if text {
		read, err := source.Read(item)
		if err != nil {
			return err
		}
		if _, err := io.WriteString(a.stdout, read.Raw.Text); err != nil {
			return fmt.Errorf("print: %w", err)
		}
		return nil
	}
	reading, err := reader.Read(item)
	if err != nil {
		return err
	}
	record := reading.Record()
	record.Source = item.Name
	if format == "jsonl" {
		encoder := json.NewEncoder(a.stdout)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(record); err != nil {
			return fmt.Errorf("print: %w", err)
		}
		return nil
	}
	return a.printRecord(record)
}

func (a *app) printRecord(r loader.Record) error {
	w := &lines{to: a.stdout}
	w.printf("%s  %s  %s\n%s\n\n", r.Source, r.Symbol, r.Date, r.Title)
	t := table{columns: []string{"paragraph", "what", "act", "target", "status", "sure", "words"}}
	for _, c := range r.Citations {
		target := ""
		switch {
		case c.Target != nil:
			target = *c.Target
		case c.ID != nil:
			target = *c.ID
		}
		for i, candidate := range c.Candidates {
			if i > 0 {
				target += " or "
			}
			target += candidate.Target
		}
		t.add(c.Paragraph, "citation", c.Act, target, c.Status, strconv.FormatFloat(c.Confidence, 'f', 2, 64), oneLine(c.Quote))
	}
	for _, n := range r.Rights {
		t.add(n.Paragraph, "right", "", n.ID, "", "", oneLine(n.Quote))
	}
	for _, n := range r.Actors {
		role := ""
		if n.Addressee {
			role = "addressee"
		}
		t.add(n.Paragraph, "actor", "", n.ID, role, "", oneLine(n.Quote))
	}
	for _, m := range r.Mandates {
		due := ""
		if m.Forum != nil {
			due = *m.Forum
		}
		if m.Session != nil {
			due += " " + strconv.Itoa(*m.Session)
		}
		t.add(m.Paragraph, "mandate", m.Act, m.Product, due, "", oneLine(m.Quote))
	}
	t.print(w)
	if w.err != nil {
		return fmt.Errorf("print: %w", w.err)
	}
	return nil
}
