// Command compile makes registry.tsv, the registry of resolutions with their dates and titles, from texts: what a text says of itself, else what
// the texts that cite it say of it, by majority. It writes facts only, in the order of their symbols: the same texts give the same file.
//
//	go run ./loader/catalog/compile ../shared/corpus > loader/catalog/registry.tsv.new && mv loader/catalog/registry.tsv.new loader/catalog/registry.tsv
package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"recital/graph"
	"recital/loader/catalog"
	"recital/loader/extract"
	"recital/loader/parse"
	"recital/loader/source"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: compile PATH... > registry.tsv")
		os.Exit(2)
	}
	if err := run(context.Background(), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "compile:", err)
		os.Exit(1)
	}
}

// registry is what the texts say of each symbol.
type registry struct {
	own   map[graph.Symbol]fact
	votes map[graph.Symbol]map[graph.Date]int
}

type fact struct {
	date  graph.Date
	title string
}

func run(ctx context.Context, paths []string, out io.Writer) error {
	known, err := catalog.Load()
	if err != nil {
		return err
	}
	r := registry{own: make(map[graph.Symbol]fact), votes: make(map[graph.Symbol]map[graph.Date]int)}
	extractor := extract.New(known)
	for item, err := range source.Walk(ctx, paths, source.Options{}) {
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			continue // a refused file holds no facts
		}
		read, err := source.Read(item)
		if err != nil {
			continue
		}
		document, err := parse.Parse(read.Raw)
		if err != nil {
			continue
		}
		r.take(extractor, document)
	}
	return r.write(out)
}

// take counts what one document says of itself and of what it cites.
func (r *registry) take(x *extract.Extractor, document parse.Document) {
	head := document.Head
	if catalog.Registered(head.Symbol) && !head.Date.IsZero() && (head.Language == "" || head.Language == "en") {
		if _, ok := r.own[head.Symbol]; !ok {
			r.own[head.Symbol] = fact{head.Date, head.Title}
		}
	}
	in := extract.Input{Instrument: graph.Instrument{ID: head.Symbol.ID(), Symbol: head.Symbol, Date: head.Date, Body: head.Body, Title: head.Title}}
	for i := range document.Paragraphs {
		in.Paragraphs = append(in.Paragraphs, document.Paragraphs[i].Paragraph)
	}
	for _, c := range x.Extract(in).Citations {
		if c.Status != graph.Resolved || c.Claim.Date.IsZero() || !catalog.Registered(c.Symbol) {
			continue
		}
		if r.votes[c.Symbol] == nil {
			r.votes[c.Symbol] = make(map[graph.Date]int)
		}
		r.votes[c.Symbol][c.Claim.Date]++
	}
}

// date returns the date of a symbol: its own text's, else that which most citing texts print, where more than one does or none contradicts it.
func (r *registry) date(symbol graph.Symbol) graph.Date {
	if own, ok := r.own[symbol]; ok {
		return own.date
	}
	var best graph.Date
	most, all := 0, 0
	for date, n := range r.votes[symbol] {
		all += n
		if n > most || n == most && date.Compare(best) < 0 {
			best, most = date, n
		}
	}
	if most*2 <= all {
		return graph.Date{}
	}
	return best
}

func (r *registry) write(out io.Writer) error {
	var symbols []graph.Symbol
	for symbol := range r.own {
		symbols = append(symbols, symbol)
	}
	for symbol := range r.votes {
		if _, ok := r.own[symbol]; !ok {
			symbols = append(symbols, symbol)
		}
	}
	slices.SortFunc(symbols, graph.Symbol.Compare)
	w := bufio.NewWriter(out) // keeps its first error for Flush
	_, _ = w.WriteString("symbol\tdate\ttitle\n")
	for _, symbol := range symbols {
		title := strings.Join(strings.Fields(r.own[symbol].title), " ")
		_, _ = w.WriteString(symbol.String() + "\t" + r.date(symbol).String() + "\t" + title + "\n")
	}
	return w.Flush()
}
