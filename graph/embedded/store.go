package embedded

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"recital/graph"
)

// Options of a store.
type Options struct {
	// ReadOnly: the store takes no documents, and the file must exist. A file on a read-only disk is read as it is.
	ReadOnly bool
	// CacheBytes bounds the memory for documents that were read, roughly; 0 is 112 MiB: some 3,000 with their texts.
	CacheBytes int
	// maxPages bounds the file in a test of a full disk.
	maxPages int
}

const defaultCacheBytes = 112 << 20

// Store is a graph.Store in one file. It is safe for concurrent use by one process; others may read the file meanwhile, and
// one of all may write.
type Store struct {
	path      string
	options   Options
	immutable bool // nobody changes the file: its generation is asked once
	db        *sql.DB
	documents *documentCache

	// Asked for most answers, so prepared once: SQLite takes longer to read a statement than to run it.
	byKey      *sql.Stmt
	generation *sql.Stmt

	image    atomic.Pointer[image]
	checked  atomic.Int64 // when the generation was last asked, in nanoseconds since opened
	opened   time.Time
	building sync.Mutex // held while an image is built
	applying sync.Mutex // held by the writer of this process
}

// Open opens the store in a file, which is made where there is none. It reads no documents: the first question does. Errors: graph.ErrCorrupt
// for a file that is not one of ours, graph.ErrNewerStore, fs.ErrNotExist for a missing file that is only to be read.
func Open(ctx context.Context, path string, o Options) (*Store, error) {
	s := &Store{
		path: path, options: o, opened: time.Now(),
		documents: newDocumentCache(cmp.Or(o.CacheBytes, defaultCacheBytes)),
	}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(s.wrap(ctx, "open store", err), s.Close())
	}
	return s, nil
}

func (s *Store) open(ctx context.Context) error {
	info, err := os.Stat(s.path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return fmt.Errorf("%w: it is no file", graph.ErrCorrupt)
	case err != nil && (s.options.ReadOnly || !errors.Is(err, fs.ErrNotExist)):
		return err
	case err != nil:
		if err := os.MkdirAll(filepath.Dir(s.path), 0o755); err != nil {
			return err
		}
	}
	s.db, err = sql.Open("sqlite", s.address(s.immutable))
	if err != nil {
		return err
	}
	empty, err := checkSchema(ctx, s.db)
	if err != nil && s.options.ReadOnly && !s.immutable && !isDomain(classify(err)) {
		return s.reopenUnchanged(ctx, err)
	}
	if err == nil && empty && s.options.ReadOnly {
		return fmt.Errorf("%w: it is empty", graph.ErrCorrupt)
	}
	if err == nil && empty {
		err = s.create(ctx)
	}
	if err != nil {
		return err
	}
	if s.byKey, err = s.db.PrepareContext(ctx, "SELECT facts, texts FROM document WHERE key = ?"); err != nil {
		return err
	}
	s.generation, err = s.db.PrepareContext(ctx, "SELECT generation FROM state")
	return err
}

// reopenUnchanged opens a file in a place where SQLite may not write its own files beside it, as one that nobody changes.
func (s *Store) reopenUnchanged(ctx context.Context, cause error) error {
	if info, err := os.Stat(s.path + "-wal"); err == nil && info.Size() > 0 {
		return cause // what was last written lies in there
	}
	if err := s.db.Close(); err != nil {
		return err
	}
	s.immutable = true
	return s.open(ctx)
}

// create makes the tables in an empty file. Another process may be doing the same.
func (s *Store) create(ctx context.Context) error {
	if _, err := s.db.ExecContext(ctx, fmt.Sprintf("PRAGMA page_size = %d", pageSize)); err != nil {
		return err
	}
	if _, err := s.db.ExecContext(ctx, "PRAGMA journal_mode = wal"); err != nil {
		return err
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	empty, err := checkSchema(ctx, tx)
	if err == nil && empty {
		err = createSchema(ctx, tx)
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// busyMilliseconds is how long a reader waits for the moment in which another process switches the file's journal.
const busyMilliseconds = 2000

// address is the file's name for SQLite, with what each connection sets.
func (s *Store) address(immutable bool) string {
	path, err := filepath.Abs(s.path)
	if err != nil {
		path = s.path
	}
	query := url.Values{"_pragma": {
		fmt.Sprintf("busy_timeout(%d)", busyMilliseconds), "synchronous(normal)", "temp_store(memory)", "cache_size(-8192)",
	}}
	query.Set("_txlock", "deferred")
	switch {
	case immutable:
		query.Set("immutable", "1")
		query.Set("mode", "ro")
	case s.options.ReadOnly:
		query.Set("mode", "ro")
	default:
		query.Set("mode", "rwc")
		query.Set("_txlock", "immediate")
	}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + query.Encode()
}

// Path returns the file's path, as it was given to Open.
func (s *Store) Path() string { return s.path }

// Close releases the file. A second call does nothing.
func (s *Store) Close() error {
	if s.db == nil {
		return nil
	}
	var errs []error
	for _, statement := range []*sql.Stmt{s.byKey, s.generation} {
		if statement != nil {
			errs = append(errs, statement.Close())
		}
	}
	return errors.Join(append(errs, s.db.Close())...)
}

// recheck is how old the last look at the file's generation may be: what another process wrote is seen that much later.
const recheck = 10 * time.Millisecond

// now returns the image of what the file holds.
func (s *Store) now(ctx context.Context) (*image, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	g := s.image.Load()
	since := time.Since(s.opened).Nanoseconds()
	if g != nil && (s.immutable || since-s.checked.Load() < recheck.Nanoseconds()) {
		return g, nil
	}
	return s.refresh(ctx, g)
}

// refresh returns the image of the file's generation, and builds it where it is not the one at hand.
func (s *Store) refresh(ctx context.Context, g *image) (*image, error) {
	current := func(g *image) (bool, error) {
		var generation int64
		// Not watched over: see document.
		if err := s.generation.QueryRowContext(context.WithoutCancel(ctx)).Scan(&generation); err != nil {
			return false, err
		}
		return g != nil && g.generation == generation, nil
	}
	same, err := current(g)
	if err != nil {
		return nil, err
	}
	if !same {
		s.building.Lock()
		defer s.building.Unlock()
		g = s.image.Load()
		if same, err = current(g); err != nil {
			return nil, err
		}
		if !same {
			if g, err = s.read(ctx); err != nil {
				return nil, err
			}
			s.image.Store(g)
		}
	}
	s.checked.Store(time.Since(s.opened).Nanoseconds())
	return g, nil
}

// read builds the image of one revision in a transaction of its own.
func (s *Store) read(ctx context.Context) (*image, error) {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	if _, err := conn.ExecContext(ctx, "BEGIN DEFERRED"); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	g, err := readImage(ctx, conn)
	_, ended := conn.ExecContext(context.WithoutCancel(ctx), "ROLLBACK")
	return g, errors.Join(err, ended, conn.Close())
}

// readImage returns the image of what a connection sees: the one that the file holds, or one built from the documents.
func readImage(ctx context.Context, db executor) (*image, error) {
	var generation int64
	var revision []byte
	var manifest string
	row := db.QueryRowContext(ctx, "SELECT generation, revision, manifest FROM state")
	if err := row.Scan(&generation, &revision, &manifest); err != nil {
		return nil, err
	}
	g, err := storedImage(ctx, db, generation)
	if err == nil && g == nil {
		b := newBuilder()
		if err = readDocuments(ctx, db, b); err == nil {
			g = b.build()
		}
	}
	if err != nil {
		return nil, err
	}
	g.generation = generation
	if len(revision) != len(g.revision) {
		return nil, fmt.Errorf("revision of %d bytes: %w", len(revision), graph.ErrCorrupt)
	}
	copy(g.revision[:], revision)
	g.stats.Revision, g.stats.Manifest = g.revision.String(), graph.Manifest{}
	if err := json.Unmarshal([]byte(manifest), &g.stats.Manifest); err != nil {
		return nil, fmt.Errorf("manifest: %w: %w", graph.ErrCorrupt, err)
	}
	return g, nil
}

// packedFacts is a document's facts as they lie in the file.
type packedFacts struct {
	key   int64
	facts string
}

// readFacts is a document as the builder takes it.
type readFacts struct {
	key      int64
	document *graph.Document
	own      []*graph.Link
}

// unpacking is one document on its way to the builder: what lies in the file, and where what it says is to go.
type unpacking struct {
	packed packedFacts
	read   chan readFacts
}

// readDocuments adds all documents that a connection sees to the builder, in the order of their keys: the same documents give the same image,
// byte for byte, which a packed store keeps. Unpacking costs most, so two do it.
func readDocuments(ctx context.Context, db executor, b *builder) error {
	const unpackers = 2
	work, queue := make(chan unpacking, 64), make(chan unpacking, 64)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(work)
		defer close(queue)
		return readPacked(ctx, db, work, queue)
	})
	for range unpackers {
		group.Go(func() error {
			for u := range work {
				d, err := unpackDocument(u.packed.facts, nil)
				if err != nil {
					return err
				}
				u.read <- readFacts{u.packed.key, d, ownLinks(d)} // has room for it
			}
			return nil
		})
	}
	group.Go(func() error {
		for u := range queue {
			select {
			case r := <-u.read:
				b.add(r.key, r.document, r.own)
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	return group.Wait()
}

// readPacked hands each document to whoever unpacks it, and in the order of the keys to whoever takes it then.
func readPacked(ctx context.Context, db executor, work, queue chan<- unpacking) (err error) {
	rows, err := db.QueryContext(ctx, "SELECT key, facts FROM document ORDER BY key")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		u := unpacking{read: make(chan readFacts, 1)}
		if err := rows.Scan(&u.packed.key, &u.packed.facts); err != nil {
			return err
		}
		for _, to := range []chan<- unpacking{queue, work} {
			select {
			case to <- u:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
	return rows.Err()
}

// ask answers a question from one image. Where the file has moved on while it did, it asks again.
func ask[T any](ctx context.Context, s *Store, doing string, f func(*image) (T, error)) (T, error) {
	var zero T
	for {
		g, err := s.now(ctx)
		if err != nil {
			return zero, s.wrap(ctx, doing, err)
		}
		answer, err := f(g)
		if errors.Is(err, errMoved) {
			if _, err := s.refresh(ctx, g); err != nil {
				return zero, s.wrap(ctx, doing, err)
			}
			continue
		}
		if err != nil {
			return zero, s.wrap(ctx, doing, err)
		}
		return answer, nil
	}
}
