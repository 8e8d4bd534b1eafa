package loader

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync"

	"recital/graph"
	"recital/loader/catalog"
	"recital/loader/extract"
	"recital/loader/parse"
	"recital/loader/source"
)

// Loader reads documents. It is safe for concurrent use.
type Loader struct {
	catalogue *catalog.Catalog
	extractor *extract.Extractor
	builders  sync.Pool // of *builder, done with one document
}

// New returns a Loader that knows what the catalogue knows.
func New(catalogue *catalog.Catalog) *Loader {
	return &Loader{catalogue: catalogue, extractor: extract.New(catalogue)}
}

// Options of a load. The zero value is good.
type Options struct {
	// Workers is the number of documents read at once; 0 is one for each processor.
	Workers int
	// Source limits what is read.
	Source source.Options
	// FactsOnly leaves the texts of paragraphs and notes out of the graph: places, acts and cited words remain.
	FactsOnly bool
	// Progress is told of each document as it is done, one call at a time; nil tells nobody.
	Progress func(Progress)
}

// Progress is how far a load has come.
type Progress struct {
	Documents int   // read or refused so far
	Bytes     int64 // of them
	Name      string
}

// Load reads every document under the paths into the store and reports on each. Commentaries are compared with the texts that
// they cite where the store, being a [graph.Reader] too, holds these: loaded now or before. The error is the store's, or the
// context's, or that of a path that cannot be read at all; documents that are refused are in the report alone.
func (l *Loader) Load(ctx context.Context, store graph.Writer, paths []string, o Options) (*Report, error) {
	report, about := newReport(), newCommentaries()
	err := store.Apply(ctx, l.best(report, about.gather(l.Documents(ctx, paths, o))))
	if err == nil {
		err = about.compare(ctx, store, report, o)
	}
	if err != nil {
		return report, fmt.Errorf("load: %w", err)
	}
	report.finish()
	return report, nil
}

// Documents reads every document under the paths, in parallel, and yields what became of each in the order of the paths. It yields an
// error once, as its last, when the paths cannot be walked or the context ends.
func (l *Loader) Documents(ctx context.Context, paths []string, o Options) iter.Seq2[Outcome, error] {
	read := func(item source.Item, refusal error) Outcome { return l.read(item, refusal, o) }
	outcomes := InOrder(ctx, o.Workers, source.Walk(ctx, paths, o.Source), read)
	if o.Progress == nil {
		return outcomes
	}
	return func(yield func(Outcome, error) bool) {
		done := Progress{}
		for outcome, err := range outcomes {
			if err == nil {
				done.Documents++
				done.Bytes += outcome.Size
				done.Name = outcome.Name
				o.Progress(done)
			}
			if !yield(outcome, err) {
				return
			}
		}
	}
}

// Outcome is what became of one document: the document, or the reason why it was refused.
type Outcome struct {
	Name     string
	Size     int64
	Document *graph.Document
	Remarks  []string
	Refusal  error

	commentary *Reading // where it is one: to be compared with the texts that it cites
}

// Reading is one document with all that was found in it, before it is built into the graph.
type Reading struct {
	Source   source.Document
	Parsed   parse.Document
	Result   extract.Result
	Document *graph.Document
	// Review of a commentary by [Reading.Compare]; nil before.
	Review *extract.Review
}

// Read takes one document all the way: read, parse, extract, link, build.
func (l *Loader) Read(item source.Item) (Reading, error) {
	read, err := source.Read(item)
	if err != nil {
		return Reading{}, err
	}
	return l.Digest(read)
}

// Digest is Read for a document that has been read already.
func (l *Loader) Digest(read source.Document) (Reading, error) {
	parsed, err := parse.Parse(read.Raw)
	if err != nil {
		return Reading{}, &source.Refusal{File: read.Source.Name, Reason: err.Error()}
	}
	in := l.input(read, parsed)
	found := l.extractor.Extract(in)
	slices.SortStableFunc(found.Mandates, func(a, b extract.Mandate) int { return compareWhere(a.Where, b.Where) })
	document := l.build(in.Instrument, read, parsed, found)
	if err := document.Check(); err != nil {
		return Reading{}, fmt.Errorf("%s: %w", read.Source.Name, err) // a broken invariant of ours, not of the text
	}
	return Reading{Source: read, Parsed: parsed, Result: found, Document: document}, nil
}

// input is what is extracted from: the instrument that the heading names, and the paragraphs.
func (l *Loader) input(read source.Document, parsed parse.Document) extract.Input {
	paragraphs := make([]graph.Paragraph, len(parsed.Paragraphs))
	for i := range parsed.Paragraphs {
		paragraphs[i] = parsed.Paragraphs[i].Paragraph
	}
	return extract.Input{Instrument: l.head(read.Source, parsed.Head), Paragraphs: paragraphs}
}

// compareWhere orders words as they are read; those of a note after the paragraph that bears its mark.
func compareWhere(a, b extract.Where) int {
	return cmp.Or(cmp.Compare(a.Paragraph, b.Paragraph), cmp.Compare(a.Note, b.Note), cmp.Compare(a.Words.Start, b.Words.Start))
}

func (l *Loader) read(item source.Item, refusal error, o Options) Outcome {
	outcome := Outcome{Name: item.Name, Size: int64(len(item.Data)), Refusal: refusal}
	if refusal != nil {
		return outcome
	}
	reading, err := l.Read(item)
	if err != nil {
		outcome.Refusal = err
		return outcome
	}
	outcome.Document, outcome.Remarks = reading.Document, reading.Parsed.Remarks
	if reading.IsCommentary() {
		outcome.commentary = &reading
	}
	if o.FactsOnly {
		dropTexts(outcome.Document)
	}
	return outcome
}

// best passes on the documents that were read, and of two texts of one instrument only a better one after the first. The choice
// goes by quality, then by digest, as in [graph.Writer], so that it does not depend on the order.
func (l *Loader) best(report *Report, outcomes iter.Seq2[Outcome, error]) iter.Seq2[*graph.Document, error] {
	return func(yield func(*graph.Document, error) bool) {
		kept := make(map[graph.ID]graph.Source)
		for outcome, err := range outcomes {
			if err != nil {
				yield(nil, err)
				return
			}
			if outcome.Refusal != nil {
				report.refuse(outcome)
				continue
			}
			rival, seen := kept[outcome.Document.Instrument.ID]
			if seen && !better(outcome.Document.Source, rival) {
				report.surpassed(outcome, outcome.Document.Source, rival)
				continue
			}
			if seen {
				report.replaced(outcome, outcome.Document.Source, rival)
			}
			kept[outcome.Document.Instrument.ID] = outcome.Document.Source
			report.read(outcome)
			if !yield(outcome.Document, nil) {
				return
			}
		}
	}
}

// better says whether source a gives the better text of one instrument than b.
func better(a, b graph.Source) bool {
	if a.Quality != b.Quality {
		return a.Quality > b.Quality
	}
	return a.Digest > b.Digest
}

func dropTexts(document *graph.Document) {
	for i := range document.Paragraphs {
		document.Paragraphs[i].Text = ""
		document.Paragraphs[i].Notes = nil
	}
}

// IsRefusal tells a document that is no good from a walk that cannot go on.
func IsRefusal(err error) bool {
	var refusal *source.Refusal
	return errors.As(err, &refusal)
}
