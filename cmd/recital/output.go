package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"unicode/utf8"

	"github.com/spf13/cobra"
)

// lines writes formatted text and remembers the first error.
type lines struct {
	to  io.Writer
	err error
}

func (w *lines) printf(format string, args ...any) {
	if w.err == nil {
		_, w.err = fmt.Fprintf(w.to, format, args...)
	}
}

// table is an answer in rows: for people, or as JSON or CSV for programs.
type table struct {
	columns []string
	rows    [][]any
}

func (t *table) add(cells ...any) { t.rows = append(t.rows, cells) }

// cellWidth is the widest cell shown to people, in characters; programs get the whole.
const cellWidth = 72

// print writes the table for people: aligned columns, long cells cut.
func (t *table) print(w *lines) {
	if w.err != nil {
		return
	}
	tab := tabwriter.NewWriter(w.to, 0, 0, 2, ' ', 0)
	cells := &lines{to: tab}
	cells.printf("%s\n", strings.ToUpper(strings.Join(t.columns, "\t")))
	for _, row := range t.rows {
		for i, cell := range row {
			if i > 0 {
				cells.printf("\t")
			}
			cells.printf("%s", cut(fmt.Sprint(cell), cellWidth))
		}
		cells.printf("\n")
	}
	if w.err = cells.err; w.err == nil {
		w.err = tab.Flush()
	}
}

// write writes the table in a format of formatFlag.
func (t *table) write(w io.Writer, format string) error {
	switch format {
	case "json":
		return t.json(w)
	case "csv":
		return t.csv(w)
	default:
		l := &lines{to: w}
		t.print(l)
		return l.err
	}
}

// json writes an array of objects whose keys are the columns, in their order.
func (t *table) json(w io.Writer) error {
	var b strings.Builder
	b.WriteString("[")
	for i, row := range t.rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  {")
		for j, cell := range row {
			if j > 0 {
				b.WriteString(", ")
			}
			value, err := json.Marshal(cell)
			if err != nil {
				return fmt.Errorf("write %s: %w", t.columns[j], err)
			}
			fmt.Fprintf(&b, "%q: %s", strings.ReplaceAll(t.columns[j], " ", "_"), value)
		}
		b.WriteString("}")
	}
	b.WriteString("\n]\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

func (t *table) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(t.columns); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	for _, row := range t.rows {
		record := make([]string, len(row))
		for i, cell := range row {
			record[i] = fmt.Sprint(cell)
		}
		if err := out.Write(record); err != nil {
			return fmt.Errorf("print: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("print: %w", err)
	}
	return nil
}

func formatFlag(cmd *cobra.Command, format *string) {
	cmd.Flags().StringVar(format, "format", "table", "table for people, json or csv for programs")
}

func checkFormat(format string) error {
	switch format {
	case "table", "json", "csv":
		return nil
	}
	return &usageError{fmt.Errorf("unknown format %q: want table, json or csv", format)}
}

// cut shortens s to at most n characters, on a character's border.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)
	return strings.TrimRight(string(runes[:n-1]), " ") + "…"
}

// oneLine joins the lines of a quote for a table.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
