package neo4j

import (
	"context"
	"fmt"
	"iter"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// batchRows is about how many nodes and links one transaction writes: enough to make its own cost small, few enough for a small heap.
const batchRows = 5000

// Apply implements graph.Writer. Documents are written some thousand rows a transaction, each whole or not at all. When the sequence
// ends, also by an error, what follows from all documents together is settled; when the store or the context fails, it is not: then the
// next Apply does it, and [Store.Unfinished] tells.
func (s *Store) Apply(ctx context.Context, documents iter.Seq2[*graph.Document, error]) error {
	select {
	case s.writing <- struct{}{}:
		defer func() { <-s.writing }()
	case <-ctx.Done():
		return fmt.Errorf("wait to write: %w", ctx.Err())
	}
	if err := s.schema(ctx); err != nil {
		return classify(ctx, "make the schema", err)
	}
	held, err := s.lock(ctx)
	if err != nil {
		return classify(ctx, "take the lock for writing", err)
	}
	beating, stop := context.WithCancel(ctx)
	var joined sync.WaitGroup
	joined.Go(func() { held.beat(beating) })
	err = s.applyLocked(ctx, held, documents)
	stop()
	joined.Wait()
	return err
}

// applyLocked applies and settles; the lock is given back in any case.
func (s *Store) applyLocked(ctx context.Context, held *lock, documents iter.Seq2[*graph.Document, error]) error {
	a := newApplication(s, held)
	sequence, err := a.run(ctx, documents)
	if err == nil {
		err = a.settle(ctx)
	}
	if err != nil {
		// The lock is freed even when the context has ended. Where that fails too it runs out by itself, and the first error says why.
		leaving, cancel := context.WithTimeout(context.WithoutCancel(ctx), connectTimeout)
		defer cancel()
		_ = held.leave(leaving)
		return classify(ctx, "apply documents", err)
	}
	if sequence != nil {
		return fmt.Errorf("apply documents: %w", sequence)
	}
	return nil
}

// application is one Apply under way. Its producer and its writer run side by side; fields belong to one of them, or are fixed.
type application struct {
	store *Store
	lock  *lock
	fresh bool // nothing was ever loaded: no node can be there

	// The producer's.
	held   map[graph.ID]graph.Revision // the documents in the database, as they will be
	source map[graph.ID]*graph.Source  // of the documents that this Apply has seen

	// The writer's.
	known   map[graph.ID]*shared     // nodes that several documents may speak of, as far as looked at
	loose   map[looseKey]*graph.Link // links that several documents may say, as this Apply wrote them
	touched map[graph.ID]struct{}    // those of them that changed documents speak of, or spoke of
	// doubtful are nodes and links of which a replaced document said something else.
	doubtful      map[graph.ID]struct{}
	doubtfulLinks map[looseKey]struct{}
}

// shared is a node that several documents may speak of: what they say together, nil where it is not in the database, and the title and date
// that an instrument has there.
type shared struct {
	own   graph.Node
	title string
	date  graph.Date
}

func newApplication(s *Store, held *lock) *application {
	return &application{
		store: s, lock: held,
		held: make(map[graph.ID]graph.Revision), source: make(map[graph.ID]*graph.Source),
		known: make(map[graph.ID]*shared), loose: make(map[looseKey]*graph.Link), touched: make(map[graph.ID]struct{}),
		doubtful: make(map[graph.ID]struct{}), doubtfulLinks: make(map[looseKey]struct{}),
	}
}

// run writes the documents. The sequence's own error is returned apart: what came before it is written all the same.
func (a *application) run(ctx context.Context, documents iter.Seq2[*graph.Document, error]) (sequence, err error) {
	if err := a.readHeld(ctx); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	batches := make(chan *batch, 1) // one is encoded while another is written
	var writer sync.WaitGroup
	writer.Go(func() {
		for b := range batches {
			if ctx.Err() != nil {
				continue // the producer sees it and closes the channel
			}
			if err := a.write(ctx, b); err != nil {
				cancel(err)
			}
		}
	})
	sequence, err = a.produce(ctx, documents, batches)
	close(batches)
	writer.Wait()
	if cause := context.Cause(ctx); cause != nil {
		return sequence, cause
	}
	return sequence, err
}

// readHeld notes which documents are in the database.
func (a *application) readHeld(ctx context.Context) error {
	err := a.store.readAll(ctx, readSources, nil, func(r *neo4j.Record) error {
		f := &fields{values: r.AsMap()}
		revision, err := graph.ParseRevision(f.text("fingerprint"))
		if err != nil {
			return fmt.Errorf("%w: %w", graph.ErrCorrupt, err)
		}
		a.held[graph.ID(f.text("id"))] = revision
		return f.bad
	})
	a.fresh = len(a.held) == 0 && !a.lock.resumes
	return err
}

// produce turns documents into batches, leaving out those that the database has already.
func (a *application) produce(
	ctx context.Context, documents iter.Seq2[*graph.Document, error], batches chan<- *batch,
) (sequence, err error) {
	next := newBatch()
	flush := func() error {
		if next.rows == 0 {
			return nil
		}
		select {
		case batches <- next:
			next = newBatch()
			return nil
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	for d, fault := range documents {
		if err := context.Cause(ctx); err != nil {
			return nil, err
		}
		if fault != nil {
			return fault, flush()
		}
		if !a.wanted(d) {
			continue
		}
		if err := d.Check(); err != nil {
			return err, flush()
		}
		if next.has(d.Instrument.ID) {
			if err := flush(); err != nil {
				return nil, err
			}
		}
		print := d.Fingerprint()
		was, replaces := a.held[d.Instrument.ID]
		if replaces && was == print {
			continue
		}
		if err := next.add(d, print, replaces); err != nil {
			return err, flush()
		}
		a.held[d.Instrument.ID] = print
		if next.rows >= a.store.options.batch {
			if err := flush(); err != nil {
				return nil, err
			}
		}
	}
	return nil, flush()
}

// wanted reports whether a document is kept: of two texts of one instrument in one Apply the better is.
func (a *application) wanted(d *graph.Document) bool {
	id := d.Instrument.ID
	if earlier := a.source[id]; earlier != nil && !better(&d.Source, earlier) {
		return false
	}
	source := d.Source
	a.source[id] = &source
	return true
}

// better reports whether of two texts of one instrument the first is kept; see graph.Writer.
func better(a, b *graph.Source) bool {
	if a.Quality != b.Quality {
		return a.Quality > b.Quality
	}
	return a.Digest > b.Digest
}
