package export

import (
	"context"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"recital/graph"
)

// writeInstruments writes a table of instruments.
func writeInstruments(ctx context.Context, w *writer, s selected) error {
	table := csv.NewWriter(w)
	row := []string{"id", "symbol", "kind", "title", "date", "body", "session", "held", "basis", "cites", "cited_by", "aliases", "url"}
	if err := table.Write(row); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	for i, err := range s.instruments(ctx) {
		if err != nil {
			return err
		}
		row = append(row[:0],
			string(i.ID), i.Symbol.String(), string(i.Kind), i.Title, i.Date.String(), string(i.Body), i.Session,
			strconv.FormatBool(i.Held), string(i.Basis), strconv.Itoa(i.Cites), strconv.Itoa(i.CitedBy), joined(i.Aliases), i.Symbol.URL())
		if err := table.Write(harmless(row)); err != nil {
			return fmt.Errorf("write: %w", err)
		}
	}
	table.Flush()
	return table.Error()
}

// writeCitations writes a table of citations, each with what it can be checked by.
func writeCitations(ctx context.Context, w *writer, s selected) error {
	table := csv.NewWriter(w)
	row := []string{
		"source", "source_title", "date", "paragraph", "target", "target_title", "act", "pinpoint", "quote", "start_byte", "end_byte",
		"note", "rule", "confidence", "findings",
	}
	if err := table.Write(row); err != nil {
		return fmt.Errorf("write: %w", err)
	}
	for l, err := range s.links(ctx, graph.Cites) {
		if err != nil {
			return err
		}
		e := evidenceOf(l)
		row = append(row[:0],
			string(l.From.Instrument()), titleOf(l.Source), l.Date.String(), l.From.Place(), string(l.To), titleOf(l.Far), string(l.Act),
			l.Pinpoint, e.Quote, strconv.Itoa(e.Span.Start), strconv.Itoa(e.Span.End), e.Note, e.Rule, number(l.Confidence), findings(l.Findings))
		if err := table.Write(harmless(row)); err != nil {
			return fmt.Errorf("write: %w", err)
		}
	}
	table.Flush()
	return table.Error()
}

// harmless keeps spreadsheets from taking a cell that a document wrote for a formula: it begins with an apostrophe then.
func harmless(row []string) []string {
	for i, cell := range row {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			row[i] = "'" + cell
		}
	}
	return row
}

func evidenceOf(l *graph.LinkView) graph.Evidence {
	if l.Evidence == nil {
		return graph.Evidence{}
	}
	return *l.Evidence
}

func titleOf(n graph.Node) string {
	if i, ok := n.(*graph.Instrument); ok && i != nil {
		return i.Title
	}
	return ""
}

func joined(symbols []graph.Symbol) string {
	words := make([]string, 0, len(symbols))
	for _, s := range symbols {
		words = append(words, s.String())
	}
	return strings.Join(words, " ")
}

func findings(list []graph.Finding) string {
	words := make([]string, 0, len(list))
	for _, f := range list {
		words = append(words, string(f.Kind)+": "+f.Detail)
	}
	return strings.Join(words, "; ")
}

// number writes a number from 0 to 1 as short as it is exact.
func number(n float64) string { return strconv.FormatFloat(n, 'g', -1, 64) }
