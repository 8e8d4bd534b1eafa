package catalog

import (
	_ "embed"
	"fmt"
	"slices"

	"recital/graph"
)

//go:embed instruments.tsv
var instrumentsFile string

// Entry is a named instrument: a treaty, declaration or other text that is cited by its name.
type Entry struct {
	graph.Instrument
	// Primary: the instrument's symbol reaches this node, where several instruments share one symbol.
	Primary bool
	// Parent is the instrument that this one is a protocol to, or implements: the Convention of "the Optional Protocol thereto".
	Parent graph.ID
	// Series are the volumes and numbers of the United Nations Treaty Series that print it, "1577:27531".
	Series []string
	// Source says where the entry's facts can be checked: a symbol, or a work of reference.
	Source string
}

// Fields of a line of instruments.tsv.
const (
	instrumentID = iota
	instrumentKind
	instrumentTitle
	instrumentSymbol
	instrumentDate
	instrumentBody
	instrumentPrimary
	instrumentNames
	instrumentParent
	instrumentSeries
	instrumentSource
)

func (c *Catalog) loadInstruments() error {
	rows, err := table(instrumentsFile)
	if err != nil {
		return err
	}
	for _, row := range rows {
		entry, err := newEntry(row)
		if err != nil {
			return fmt.Errorf("%s: %w", row[instrumentID], err)
		}
		c.entries = append(c.entries, entry)
	}
	c.sortEntries()
	if len(c.byID) != len(c.entries) {
		return fmt.Errorf("an id stands twice")
	}
	for at := range c.entries {
		if parent := c.entries[at].Parent; parent != "" {
			if _, ok := c.byID[parent]; !ok {
				return fmt.Errorf("%s: unknown parent %q", c.entries[at].ID, parent)
			}
		}
	}
	return c.indexSymbols()
}

func newEntry(row []string) (Entry, error) {
	date, err := graph.ParseDate(row[instrumentDate])
	if err != nil {
		return Entry{}, err
	}
	entry := Entry{
		Instrument: graph.Instrument{
			ID:    graph.ID(row[instrumentID]),
			Names: list(row[instrumentNames]),
			Kind:  graph.InstrumentKind(row[instrumentKind]),
			Title: row[instrumentTitle],
			Date:  date,
			Body:  graph.Body(row[instrumentBody]),
			Basis: graph.FromCatalogue,
		},
		Primary: row[instrumentPrimary] == "yes",
		Parent:  graph.ID(row[instrumentParent]),
		Series:  list(row[instrumentSeries]),
		Source:  row[instrumentSource],
	}
	if !slices.Contains(graph.InstrumentKinds(), entry.Kind) {
		return Entry{}, fmt.Errorf("unknown kind %q", entry.Kind)
	}
	if row[instrumentSymbol] == "" {
		return entry, nil
	}
	entry.Symbol, err = graph.ParseSymbol(row[instrumentSymbol])
	return entry, err
}

// indexSymbols makes the symbol of each primary instrument lead to it.
func (c *Catalog) indexSymbols() error {
	c.bySymbol = make(map[graph.Symbol]graph.ID, len(c.entries))
	for at := range c.entries {
		entry := &c.entries[at]
		if !entry.Primary || entry.Symbol.IsZero() {
			continue
		}
		if other, taken := c.bySymbol[entry.Symbol]; taken {
			return fmt.Errorf("%s and %s are both primary for %s", other, entry.ID, entry.Symbol)
		}
		c.bySymbol[entry.Symbol] = entry.ID
	}
	return nil
}
