package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"recital/graph"
	"recital/loader"
	"recital/loader/catalog"
	"recital/loader/extract"
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
	e := extraction{app: a, reader: loader.New(catalogue), args: args, format: format, text: text}
	refused := false
	read := func(item source.Item, refusal error) printed { return e.one(ctx, item, refusal) }
	for said, err := range loader.InOrder(ctx, 0, a.items(ctx, args), read) {
		if err == nil {
			err = said.err
		}
		if err != nil && !loader.IsRefusal(err) {
			return err
		}
		if err != nil {
			refused = true
			a.complain("recital: %v\n", err)
			continue
		}
		if _, err := a.stdout.Write(said.text); err != nil {
			return fmt.Errorf("print: %w", err)
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

// extraction is one run of the command.
type extraction struct {
	*app
	reader *loader.Loader
	args   []string
	format string
	text   bool
}

// printed is what the command says of one document, or why it refuses it.
type printed struct {
	text []byte
	err  error
}

func (e *extraction) one(ctx context.Context, item source.Item, refusal error) printed {
	if refusal != nil {
		return printed{err: refusal}
	}
	if e.text {
		read, err := source.Read(item)
		return printed{[]byte(read.Raw.Text), err}
	}
	reading, err := e.reader.Read(item)
	if err != nil {
		return printed{err: err}
	}
	if reading.IsCommentary() {
		cited, err := e.cited(ctx, reading.Cites())
		if err != nil {
			return printed{err: err}
		}
		reading.Compare(cited)
	}
	record := reading.Record()
	record.Source = item.Name
	var text bytes.Buffer
	if e.format == "jsonl" {
		encoder := json.NewEncoder(&text)
		encoder.SetEscapeHTML(false)
		err = encoder.Encode(record)
	} else {
		err = printRecord(&text, record)
	}
	return printed{text.Bytes(), err}
}

// cited reads the texts among the arguments that a commentary cites, before or after it; standard input can be read once and is none.
func (e *extraction) cited(ctx context.Context, wanted []graph.ID) ([]extract.Cited, error) {
	var cited []extract.Cited
	files := slices.DeleteFunc(slices.Clone(e.args), func(arg string) bool { return arg == "-" })
	for item, err := range e.items(ctx, files) {
		var reading loader.Reading
		if err == nil {
			reading, err = e.reader.Read(item)
		}
		switch {
		case err == nil && slices.Contains(wanted, reading.Document.Instrument.ID):
			cited = append(cited, reading.Cited())
		case err != nil && !loader.IsRefusal(err): // what is refused is said once, in its own turn
			return nil, err
		}
	}
	return cited, ctx.Err()
}

func printRecord(to io.Writer, r loader.Record) error {
	w := &lines{to: to}
	w.printf("%s  %s  %s\n%s\n\n", r.Source, r.Symbol, r.Date, r.Title)
	t := table{columns: []string{"paragraph", "what", "act", "target", "status", "sure", "words"}}
	for _, c := range r.Citations {
		target := ""
		switch {
		case c.Target != nil:
			target = *c.Target
		case c.ID != nil:
			target = *c.ID
		default:
			for i, candidate := range c.Candidates {
				if i > 0 {
					target += " or "
				}
				target += candidate.Target
			}
		}
		t.add(c.Paragraph, "citation", c.Act, target, c.Status, strconv.FormatFloat(c.Confidence, 'f', 2, 64), oneLine(c.Quote))
		addFindings(&t, c.Paragraph, c.Findings)
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
	for _, q := range r.Quotations {
		from := ""
		if q.ID != nil {
			from = *q.ID
		}
		if q.Place != nil {
			from += "#" + *q.Place
		}
		t.add(q.Paragraph, "quotation", "", from, q.Verdict, "", oneLine(q.Quote))
		addFindings(&t, q.Paragraph, q.Findings)
	}
	t.print(w)
	if w.err != nil {
		return fmt.Errorf("print: %w", w.err)
	}
	return nil
}

func addFindings(t *table, paragraph string, findings []loader.FindingRecord) {
	for _, f := range findings {
		t.add(paragraph, "finding", "", f.Kind, "", "", oneLine(f.Detail))
	}
}
