// Package export writes the graph, or a part of it, in the formats of other programs: tables, graph files, linked data,
// bibliographies, a dump for Neo4j.
//
//	err := export.Write(ctx, w, export.Request{Reader: store, Format: export.GEXF, Selection: export.Selection{
//		Chain: &graph.ChainRequest{Start: "A/HRC/RES/53/29"},
//	}})
//
// It streams: memory does not grow with the graph, only (for a part of it) with the ids selected. It does not know where the
// bytes go.
package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"recital/graph"
)

// Format names a file format.
type Format string

// The formats.
const (
	CSV      Format = "csv"       // a table of citations, one a line, with act, words and place
	CSVNodes Format = "csv-nodes" // a table of instruments
	GraphML  Format = "graphml"   // instruments and who rests on whom; for igraph, networkx, yEd
	GEXF     Format = "gexf"      // the same with dates; for Gephi
	JSONLD   Format = "jsonld"    // instruments and what they cite, in the terms of ELI and schema.org
	JSONL    Format = "jsonl"     // every node and link of the selection, one a line
	RIS      Format = "ris"       // instruments, for reference managers
	BibTeX   Format = "bibtex"    // instruments, for LaTeX
	Cypher   Format = "cypher"    // statements for cypher-shell
)

// Formats lists the formats in the order above; a fresh slice each call.
func Formats() []Format {
	return []Format{CSV, CSVNodes, GraphML, GEXF, JSONLD, JSONL, RIS, BibTeX, Cypher}
}

// format is how a Format is written, and what a file of it is called and sent as.
type format struct {
	write     func(context.Context, *writer, selected) error
	extension string
	media     string
}

func (f Format) format() (format, bool) {
	switch f {
	case CSV:
		return format{writeCitations, "csv", "text/csv"}, true
	case CSVNodes:
		return format{writeInstruments, "csv", "text/csv"}, true
	case GraphML:
		return format{writeGraphML, "graphml", "application/graphml+xml"}, true
	case GEXF:
		return format{writeGEXF, "gexf", "application/gexf+xml"}, true
	case JSONLD:
		return format{writeJSONLD, "jsonld", "application/ld+json"}, true
	case JSONL:
		return format{writeJSONL, "jsonl", "application/jsonl"}, true
	case RIS:
		return format{writeRIS, "ris", "application/x-research-info-systems"}, true
	case BibTeX:
		return format{writeBibTeX, "bib", "application/x-bibtex"}, true
	case Cypher:
		return format{writeCypher, "cypher", "text/plain"}, true
	default:
		return format{}, false
	}
}

// Check returns nil for a format that can be written, and an error wrapping [graph.ErrBadRequest] that lists those for others.
func (f Format) Check() error {
	if _, known := f.format(); known {
		return nil
	}
	names := make([]string, 0, len(Formats()))
	for _, known := range Formats() {
		names = append(names, string(known))
	}
	return fmt.Errorf("format %q: %w: choose one of %s", f, graph.ErrBadRequest, strings.Join(names, ", "))
}

// Extension is what names of files end in, without a dot; empty for an unknown format.
func (f Format) Extension() string {
	known, _ := f.format()
	return known.extension
}

// MediaType is what a file is sent as; empty for an unknown format.
func (f Format) MediaType() string {
	known, _ := f.format()
	return known.media
}

// Request says what to write.
type Request struct {
	Reader    graph.Reader
	Format    Format
	Selection Selection
	// Truncated is called before the first byte where the selection has more than is taken of it: a chain beyond its limit, a search with
	// more than MaxFound hits. Nil is not told.
	Truncated func()
}

// Selection is a part of the graph. At most one field is set; the zero value is all of it.
type Selection struct {
	// Chain takes the instruments and links of a chain.
	Chain *graph.ChainRequest
	// Search takes the instruments that a search finds, or whose paragraphs it finds, and the links among them; at most MaxFound.
	Search *graph.TextQuery
	// List takes the instruments that the filter lets through, and the links among them; its Kind and Order play no part.
	List *graph.NodeFilter
}

// MaxFound is how many hits of a search are taken at the most: their instruments' ids are kept in memory.
const MaxFound = 10_000

// bufferSize is what is gathered before it is handed on, in bytes.
const bufferSize = 64 << 10

// Write writes the selection. Errors of the selection (an unknown format or start) come before the first byte.
func Write(ctx context.Context, w io.Writer, r Request) error {
	if err := r.Format.Check(); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	part, err := r.Selection.of(ctx, r.Reader)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if part.truncated && r.Truncated != nil {
		r.Truncated()
	}
	known, _ := r.Format.format()
	out := &writer{Writer: bufio.NewWriterSize(w, bufferSize)}
	if err := known.write(ctx, out, part); err != nil {
		return fmt.Errorf("export as %s: %w", r.Format, err)
	}
	if err := out.flush(); err != nil {
		return fmt.Errorf("export as %s: write: %w", r.Format, err)
	}
	return nil
}

// writer keeps the first error of writing, so that formats need not look after each word.
type writer struct {
	*bufio.Writer
	err error
}

func (w *writer) print(words ...string) {
	for _, word := range words {
		if w.err != nil {
			return
		}
		_, w.err = w.WriteString(word)
	}
}

func (w *writer) flush() error {
	if w.err != nil {
		return w.err
	}
	return w.Flush()
}
