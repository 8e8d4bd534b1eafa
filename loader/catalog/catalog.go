package catalog

import (
	"fmt"
	"sort"
	"strings"

	"recital/graph"
)

// Catalog is what Recital knows before it reads. It does not change after [Load] and is safe for concurrent use.
type Catalog struct {
	entries     []Entry // sorted by id
	byID        map[graph.ID]int
	bySymbol    map[graph.Symbol]graph.ID
	bodies      []Body
	bodyByID    map[graph.Body]int
	reports     map[reportForm]int // bodies
	registry    map[graph.Symbol]Known
	lastNumbers map[series]int
	sessions    map[sessionKey]Session
	running     map[graph.Body][]Session // by their last numbers
	timed       map[graph.Body]bool
	statements  map[graph.Date][]graph.Symbol
	rights      []Right
	actors      []Actor
	decoys      []string
	references  []Reference
	acts        []ActWords
	products    []Product
}

// Load reads the embedded data files. It costs a few milliseconds: call it once.
func Load() (*Catalog, error) {
	c := &Catalog{}
	steps := []struct {
		what string
		load func() error
	}{
		{"instruments.tsv", c.loadInstruments},
		{"bodies.tsv", c.loadBodies},
		{"sessions.tsv", c.loadSessions},
		{"registry.tsv", c.loadRegistry},
		{"rights.tsv", c.loadRights},
		{"actors.tsv", c.loadActors},
		{"acts.tsv", c.loadActs},
		{"products.tsv", c.loadProducts},
	}
	for _, step := range steps {
		if err := step.load(); err != nil {
			return nil, fmt.Errorf("load catalogue %s: %w", step.what, err)
		}
	}
	return c, nil
}

// Instrument returns the named instrument with the given catalogue id.
func (c *Catalog) Instrument(id graph.ID) (*graph.Instrument, bool) {
	at, ok := c.byID[id]
	if !ok {
		return nil, false
	}
	return &c.entries[at].Instrument, true
}

// BySymbol returns the named instrument whose text the symbol is: A/RES/70/1 is agenda-2030. Where several named
// instruments share a symbol and none is its primary one (A/RES/2200(XXI): both Covenants), the symbol is a node of its own.
func (c *Catalog) BySymbol(symbol graph.Symbol) (*graph.Instrument, bool) {
	id, ok := c.bySymbol[symbol]
	if !ok {
		return nil, false
	}
	return c.Instrument(id)
}

// IDFor returns the id of the node that a symbol reaches: the named instrument's, or the symbol's own.
func (c *Catalog) IDFor(symbol graph.Symbol) graph.ID {
	if id, ok := c.bySymbol[symbol]; ok {
		return id
	}
	return symbol.ID()
}

// Node returns the catalogue's node with the given id: an instrument, one that the registry knows by its symbol, a right or an
// actor.
func (c *Catalog) Node(id graph.ID) (graph.Node, bool) {
	if node, ok := c.vocabularyNode(id); ok {
		return node, true
	}
	if instrument, ok := c.Instrument(id); ok {
		return instrument, true
	}
	symbol, err := graph.ParseSymbol(string(id))
	if err != nil {
		return nil, false
	}
	if instrument, ok := c.BySymbol(symbol); ok {
		return instrument, true
	}
	known, ok := c.registry[symbol]
	if !ok {
		return nil, false
	}
	return &graph.Instrument{
		ID: symbol.ID(), Symbol: symbol, Kind: known.Kind, Title: known.Title, Date: known.Date, Body: known.Body,
		Session: known.Session, Basis: graph.FromCatalogue,
	}, true
}

// Instruments returns the named instruments sorted by id; the slice must not be changed.
func (c *Catalog) Instruments() []Entry { return c.entries }

// table reads a tab-separated file with a heading line: each line's fields, as many as the heading has.
func table(data string) ([][]string, error) {
	lines := strings.Split(strings.TrimRight(data, "\n"), "\n")
	width := strings.Count(lines[0], "\t") + 1
	rows := make([][]string, 0, len(lines))
	for n, line := range lines[1:] {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != width {
			return nil, fmt.Errorf("line %d: %d fields, want %d", n+2, len(fields), width)
		}
		rows = append(rows, fields)
	}
	return rows, nil
}

// list splits a field of several values, "a; b"; an empty field has none.
func list(field string) []string {
	if field == "" {
		return nil
	}
	return strings.Split(field, "; ")
}

// sortEntries puts instruments in the order of their ids and indexes them.
func (c *Catalog) sortEntries() {
	sort.Slice(c.entries, func(i, j int) bool { return c.entries[i].ID < c.entries[j].ID })
	c.byID = make(map[graph.ID]int, len(c.entries))
	for at := range c.entries {
		c.byID[c.entries[at].ID] = at
	}
}
