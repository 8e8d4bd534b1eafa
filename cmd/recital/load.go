package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"

	"recital/graph"
	"recital/loader"
	"recital/loader/catalog"
	"recital/loader/extract"
	"recital/loader/source"
)

func (a *app) loadCommand() *cobra.Command {
	var store, service string
	cmd := &cobra.Command{
		Use:   "load [--store URL] PATH|SYMBOL...",
		Short: "Read files, folders, archives or documents by symbol into a store",
		Example: "  recital load resolutions/ more.tar.gz\n" +
			"  recital load A/HRC/RES/53/29\n" +
			"  recital load --store neo4j://localhost resolutions/",
		Args: arguments(1, 0),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.load(cmd.Context(), store, service, args)
		},
	}
	storeFlag(cmd, &store)
	cmd.Flags().StringVar(&service, "documents", "", "address of the document service (RECITAL_DOCUMENTS; default the United Nations')")
	return cmd
}

func (a *app) load(ctx context.Context, storeName, service string, args []string) (err error) {
	a.forThroughput()
	if service == "" {
		service = a.getenv("RECITAL_DOCUMENTS")
	}
	paths, symbols, err := sortArguments(args)
	if err != nil {
		return err
	}
	catalogue, err := catalog.Load()
	if err != nil {
		return fmt.Errorf("read the catalogue: %w", err)
	}
	folder, fetched, refused, err := a.fetchAll(ctx, service, symbols)
	if folder != "" {
		defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	}
	if err != nil {
		return err
	}
	store, name, err := a.openStore(ctx, storeName, toWrite)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	started := time.Now()
	bar := a.progress(ctx, paths)
	report, err := loader.New(catalogue).Load(ctx, store, append(paths, fetched...), loader.Options{Progress: bar.show})
	bar.close()
	if err != nil {
		return err
	}
	report.Refused = append(report.Refused, refused...)
	return a.printReport(report, name, time.Since(started))
}

// sortArguments tells paths from symbols: what exists is a path, what reads as a symbol is fetched.
func sortArguments(args []string) (paths []string, symbols []graph.Symbol, err error) {
	for _, arg := range args {
		_, statErr := os.Stat(arg)
		if statErr == nil {
			paths = append(paths, arg)
			continue
		}
		symbol, symbolErr := graph.ParseSymbol(arg)
		if symbolErr != nil || filepath.Ext(arg) == ".txt" {
			return nil, nil, fmt.Errorf("load %s: %w", arg, statErr)
		}
		symbols = append(symbols, symbol)
	}
	return paths, symbols, nil
}

// fetchAll fetches documents into a folder of their own, which is the caller's to remove also after an error; those that are not to be had
// are refused.
func (a *app) fetchAll(ctx context.Context, service string, symbols []graph.Symbol) (string, []string, []loader.Refused, error) {
	if len(symbols) == 0 {
		return "", nil, nil, nil
	}
	folder, err := os.MkdirTemp("", "recital-fetch-")
	if err != nil {
		return "", nil, nil, fmt.Errorf("make a folder for fetched documents: %w", err)
	}
	fetcher := source.Fetcher{Base: service}
	var files []string
	var refused []loader.Refused
	for _, symbol := range symbols {
		item, err := fetcher.Fetch(ctx, symbol)
		if ctx.Err() != nil {
			return folder, nil, nil, ctx.Err()
		}
		if err != nil {
			refused = append(refused, loader.Refused{File: symbol.String(), Reason: err.Error()})
			continue
		}
		name := filepath.Join(folder, strings.ReplaceAll(symbol.String(), "/", "_"))
		if err := os.WriteFile(name, item.Data, 0o600); err != nil {
			return folder, nil, nil, fmt.Errorf("keep %s: %w", symbol, err)
		}
		files = append(files, name)
	}
	return folder, files, refused, nil
}

// progressBar shows how far a load has come: a bar with rate and time left on a terminal, a plain line every few seconds elsewhere.
type progressBar struct {
	app     *app
	bar     *progressbar.ProgressBar
	started time.Time
	last    time.Time
}

// plainInterval between lines of progress where no terminal is.
const plainInterval = 5 * time.Second

func (a *app) progress(ctx context.Context, paths []string) *progressBar {
	p := &progressBar{app: a, started: time.Now(), last: time.Now()}
	if a.progressOn {
		p.bar = progressbar.NewOptions64(totalSize(ctx, paths),
			progressbar.OptionSetWriter(a.stderr), progressbar.OptionShowBytes(true), progressbar.OptionSetPredictTime(true),
			progressbar.OptionSetDescription("reading"), progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish())
	}
	return p
}

// totalSize adds up the sizes of the files under the paths. Archives count packed, so the bar may run ahead; -1 where nothing can be said.
func totalSize(ctx context.Context, paths []string) int64 {
	var total int64
	for _, path := range paths {
		err := filepath.Walk(path, func(name string, info os.FileInfo, err error) error {
			if err != nil {
				return err
			}
			if ext := filepath.Ext(name); ext == ".gz" || ext == ".zip" || ext == ".tgz" || ext == ".tar" {
				return errUnknownSize
			}
			if !info.IsDir() {
				total += info.Size()
			}
			return ctx.Err()
		})
		if err != nil {
			return -1
		}
	}
	return total
}

// errUnknownSize ends the adding up at a packed file.
var errUnknownSize = errors.New("size not known")

func (p *progressBar) show(done loader.Progress) {
	if p.bar != nil {
		if err := p.bar.Set64(done.Bytes); err != nil {
			p.bar = nil // a terminal that went away: plain lines go on
		}
		return
	}
	if time.Since(p.last) < plainInterval {
		return
	}
	p.last = time.Now()
	seconds := time.Since(p.started).Seconds()
	p.app.complain("read %d documents, %.1f MB, %.1f MB/s\n", done.Documents, megabytes(done.Bytes), megabytes(done.Bytes)/seconds)
}

func (p *progressBar) close() {
	if p.bar == nil {
		return
	}
	if err := p.bar.Finish(); err != nil {
		p.app.complain("progress bar: %v\n", err)
	}
}

func megabytes(bytes int64) float64 { return float64(bytes) / 1e6 }

// shownRefusals is how many entries of a list the report prints at the most; the counts are always whole.
const shownRefusals = 20

func (a *app) printReport(r *loader.Report, store string, took time.Duration) error {
	w := &lines{to: a.stdout}
	w.printf("Loaded %d documents (%.1f MB) into %s in %.1f s\n", r.Documents, megabytes(r.Bytes), store, took.Seconds())
	total := r.Mentions()
	w.printf("Citations: %d resolved, %d ambiguous, %d open, of %d mentions\n", r.Resolved, r.Ambiguous, r.Open, total)
	w.printf("Rights: %d   Actors: %d   Mandates: %d\n", r.Rights, r.Actors, r.Mandates)
	w.quotations(r.Quotations)
	w.list("Refused", r.Refused)
	w.list("Left aside for a better text", r.Replaced)
	w.list("Remarks", r.Remarks)
	w.list("Contradictions found", r.Findings)
	if w.err != nil {
		return fmt.Errorf("print the report: %w", w.err)
	}
	if len(r.Refused) > 0 {
		return errRefused
	}
	return nil
}

// quotations says how the quotations of commentaries stand to the texts that they quote.
func (w *lines) quotations(by map[extract.Verdict]int) {
	compared := by[extract.Verbatim] + by[extract.Altered] + by[extract.NotFound]
	if compared+by[extract.NotHeld] == 0 {
		return
	}
	w.printf("Quotations: %d compared with the texts they quote: %d verbatim, %d altered, %d not found", compared, by[extract.Verbatim], by[extract.Altered], by[extract.NotFound])
	if n := by[extract.NotHeld]; n > 0 {
		w.printf("; %d not compared: their texts are not held", n)
	}
	w.printf("\n")
}

func (w *lines) list(title string, entries []loader.Refused) {
	if len(entries) == 0 {
		return
	}
	w.printf("%s: %d\n", title, len(entries))
	for i, e := range entries {
		if i == shownRefusals {
			w.printf("  ... and %d more\n", len(entries)-i)
			return
		}
		place := e.Place
		if place != "" {
			place = " (" + place + ")"
		}
		w.printf("  %s%s: %s\n", e.File, place, e.Reason)
	}
}
