package embedded

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"recital/graph"
)

// Apply implements graph.Writer: all in one transaction, so a failure leaves what the store held before. A second writer, of this
// process or another, gets graph.ErrLocked at once. Memory does not grow with the number of documents while they come; the image that is
// built from them then takes some 60 bytes a link.
func (s *Store) Apply(ctx context.Context, documents iter.Seq2[*graph.Document, error]) error {
	return s.write(ctx, "apply to", func(w *writing) error { return w.apply(ctx, documents) })
}

// SetManifest says what the store was made from; it is part of Stats, and of no revision.
func (s *Store) SetManifest(ctx context.Context, m graph.Manifest) error {
	return s.write(ctx, "set the manifest of", func(w *writing) error {
		text, err := json.Marshal(m)
		if err != nil {
			return err
		}
		w.changed = true
		_, err = w.conn.ExecContext(ctx, "UPDATE state SET manifest = ?", string(text))
		return err
	})
}

// write runs f in the one transaction that may write, and takes over the image of what it left.
func (s *Store) write(ctx context.Context, doing string, f func(*writing) error) error {
	if err := ctx.Err(); err != nil {
		return s.wrap(ctx, doing, err)
	}
	if s.options.ReadOnly || s.immutable {
		return s.wrap(ctx, doing, graph.ErrReadOnly)
	}
	if !s.applying.TryLock() {
		return s.wrap(ctx, doing, graph.ErrLocked)
	}
	defer s.applying.Unlock()
	w, err := s.begin(ctx)
	if err != nil {
		return s.wrap(ctx, doing, err)
	}
	g, err := w.run(ctx, f)
	if err == nil && g != nil {
		s.image.Store(g)
	}
	return s.wrap(ctx, doing, errors.Join(err, w.end(ctx)))
}

// writing is one write transaction.
type writing struct {
	conn       *sql.Conn
	statements map[string]*sql.Stmt
	revision   graph.Revision
	replaced   []replacedWords
	changed    bool // anything at all
	documents  bool // any of the documents
	open       bool
}

// replacedWords are the words of a document that is no more. They are removed last: the full-text index takes rows quickly as long as
// their numbers ascend.
type replacedWords struct {
	key        int64
	paragraphs int
}

// begin takes the file's write lock, or says that another has it.
func (s *Store) begin(ctx context.Context) (*writing, error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	w := &writing{conn: conn, statements: make(map[string]*sql.Stmt)}
	for _, pragma := range []string{
		"PRAGMA busy_timeout = 0", "PRAGMA cache_size = -65536", fmt.Sprintf("PRAGMA max_page_count = %d", s.options.maxPages), "BEGIN IMMEDIATE",
	} {
		if s.options.maxPages == 0 && strings.Contains(pragma, "max_page_count") {
			continue
		}
		if _, err := conn.ExecContext(ctx, pragma); err != nil {
			return nil, errors.Join(err, w.end(ctx))
		}
	}
	w.open = true
	return w, nil
}

// run calls f and commits what it did. The image is that of the new generation, nil where nothing changed.
func (w *writing) run(ctx context.Context, f func(*writing) error) (*image, error) {
	var revision []byte
	if err := w.conn.QueryRowContext(ctx, "SELECT revision FROM state").Scan(&revision); err != nil {
		return nil, err
	}
	copy(w.revision[:], revision)
	if err := f(w); err != nil || !w.changed {
		return nil, err
	}
	if _, err := w.conn.ExecContext(ctx, "UPDATE state SET generation = generation + 1, revision = ?", w.revision[:]); err != nil {
		return nil, err
	}
	if !w.documents { // the image stays as it is
		if _, err := w.conn.ExecContext(ctx, "UPDATE image SET generation = generation + 1"); err != nil {
			return nil, err
		}
	}
	g, err := readImage(ctx, w.conn)
	if err == nil && w.documents {
		err = storeImage(ctx, w.conn, g)
	}
	if err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if _, err := w.conn.ExecContext(ctx, "COMMIT"); err != nil {
		return nil, err
	}
	w.open = false
	return g, nil
}

// end gives the connection back; a transaction that is still open leaves nothing. The log is brought into the file where no reader
// stands in the way; where one does, the next writer does it.
func (w *writing) end(ctx context.Context) error {
	ctx = context.WithoutCancel(ctx)
	var errs []error
	for _, statement := range w.statements {
		errs = append(errs, statement.Close())
	}
	last := []string{"PRAGMA wal_checkpoint(TRUNCATE)"}
	if w.open {
		last = []string{"ROLLBACK"}
	}
	for _, statement := range append(last, fmt.Sprintf("PRAGMA busy_timeout = %d", busyMilliseconds), "PRAGMA cache_size = -8192") {
		_, err := w.conn.ExecContext(ctx, statement)
		errs = append(errs, err)
	}
	return errors.Join(append(errs, w.conn.Close())...)
}

// exec runs a statement that is prepared once.
func (w *writing) exec(ctx context.Context, query string, args ...any) (sql.Result, error) {
	statement, err := w.prepare(ctx, query) //nolint:sqlclosecheck // end closes all statements
	if err != nil {
		return nil, err
	}
	return statement.ExecContext(ctx, args...)
}

func (w *writing) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if statement := w.statements[query]; statement != nil {
		return statement, nil
	}
	statement, err := w.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	w.statements[query] = statement
	return statement, nil
}

func (w *writing) apply(ctx context.Context, documents iter.Seq2[*graph.Document, error]) error {
	seen := make(map[graph.ID]graph.Source)
	for d, err := range documents {
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := d.Check(); err != nil {
			return err
		}
		if earlier, again := seen[d.Instrument.ID]; again && !better(&d.Source, &earlier) {
			continue
		}
		seen[d.Instrument.ID] = graph.Source{Quality: d.Source.Quality, Digest: d.Source.Digest}
		if err := w.put(ctx, d); err != nil {
			return fmt.Errorf("document %q: %w", d.Instrument.ID, err)
		}
	}
	return w.removeWords(ctx)
}

// better reports whether of two texts of one instrument in one sequence the first is kept.
func better(a, b *graph.Source) bool {
	if a.Quality != b.Quality {
		return a.Quality > b.Quality
	}
	return a.Digest > b.Digest
}

// put writes one document in the place of what its instrument said before. One that says the same is left as it is.
func (w *writing) put(ctx context.Context, d *graph.Document) error {
	fingerprint := d.Fingerprint()
	find, err := w.prepare(ctx, "SELECT key, fingerprint, paragraphs FROM document WHERE id = ?") //nolint:sqlclosecheck // end does
	if err != nil {
		return err
	}
	var key int64
	var known []byte
	var paragraphs int
	err = find.QueryRowContext(ctx, string(d.Instrument.ID)).Scan(&key, &known, &paragraphs)
	switch {
	case err == nil && graph.Revision(known) == fingerprint:
		return nil
	case err == nil:
		w.revision = w.revision.Add(graph.Revision(known))
		if err := w.remove(ctx, key, paragraphs); err != nil {
			return err
		}
	case !errors.Is(err, sql.ErrNoRows):
		return err
	}
	w.changed, w.documents = true, true
	w.revision = w.revision.Add(fingerprint)
	return w.insert(ctx, d, fingerprint)
}

func (w *writing) remove(ctx context.Context, key int64, paragraphs int) error {
	w.replaced = append(w.replaced, replacedWords{key, paragraphs})
	_, err := w.exec(ctx, "DELETE FROM document WHERE key = ?", key)
	return err
}

func (w *writing) removeWords(ctx context.Context) error {
	slices.SortFunc(w.replaced, func(a, b replacedWords) int { return cmp.Compare(a.key, b.key) })
	for _, old := range w.replaced {
		for n := range int64(old.paragraphs) {
			if _, err := w.exec(ctx, "DELETE FROM words WHERE rowid = ?", old.key<<paragraphBits|n); err != nil {
				return err
			}
		}
	}
	return nil
}

func (w *writing) insert(ctx context.Context, d *graph.Document, fingerprint graph.Revision) error {
	if len(d.Paragraphs) >= 1<<paragraphBits {
		return fmt.Errorf("%w: %d paragraphs", graph.ErrInvalidDocument, len(d.Paragraphs))
	}
	facts, texts := pack(d)
	if texts == nil {
		texts = []byte{}
	}
	result, err := w.exec(
		ctx, "INSERT INTO document (id, fingerprint, paragraphs, facts, texts) VALUES (?, ?, ?, ?, ?)",
		string(d.Instrument.ID), fingerprint[:], len(d.Paragraphs), facts, texts,
	)
	if err != nil {
		return err
	}
	key, err := result.LastInsertId()
	if err != nil {
		return err
	}
	for n := range d.Paragraphs {
		if text := foldParagraph(&d.Paragraphs[n]); text != "" {
			if _, err := w.exec(ctx, "INSERT INTO words (rowid, text) VALUES (?, ?)", key<<paragraphBits|int64(n), text); err != nil {
				return err
			}
		}
	}
	return nil
}

// foldParagraph returns the words by which a paragraph is found.
func foldParagraph(p *graph.Paragraph) string {
	texts := graph.SearchTexts(p)
	for i, text := range texts {
		texts[i] = graph.FoldText(text)
	}
	return strings.TrimSpace(strings.Join(texts, " "))
}
