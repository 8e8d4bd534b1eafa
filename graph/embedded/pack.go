package embedded

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/klauspost/compress/zstd"

	"recital/graph"
)

// Settings of a packed store: it is made once and carried by every binary, so it may cost time and memory to make.
const (
	packedWindow = 64 << 20 // bytes: texts of one body repeat each other far apart
	packedLevel  = zstd.SpeedBestCompression
)

// Pack writes the store as one compressed file for [Builtin]. Stores with equal documents and manifests give equal bytes, whatever the order
// in which they came.
func Pack(ctx context.Context, src *Store, w io.Writer) error {
	folder, err := os.MkdirTemp("", "recital-pack-")
	if err != nil {
		return fmt.Errorf("pack: %w", err)
	}
	err = src.packIn(ctx, folder, w)
	return src.wrap(ctx, "pack", errors.Join(err, os.RemoveAll(folder)))
}

func (s *Store) packIn(ctx context.Context, folder string, w io.Writer) error {
	sorted, err := Open(ctx, filepath.Join(folder, "sorted.db"), Options{})
	if err != nil {
		return err
	}
	plain := filepath.Join(folder, "plain.db")
	err = s.copySorted(ctx, sorted)
	if err == nil {
		_, err = sorted.db.ExecContext(ctx, "VACUUM INTO ?", plain)
	}
	if err := errors.Join(err, sorted.Close()); err != nil {
		return err
	}
	return compress(plain, w)
}

// copySorted applies all documents by id to an empty store, and its manifest.
func (s *Store) copySorted(ctx context.Context, to *Store) error {
	stats, err := s.Stats(ctx)
	if err != nil {
		return err
	}
	if err := to.Apply(ctx, s.Documents(ctx)); err != nil {
		return err
	}
	return to.SetManifest(ctx, stats.Manifest)
}

// Documents gives every held document as it was applied, by instrument's id. It sees one revision.
func (s *Store) Documents(ctx context.Context) func(yield func(*graph.Document, error) bool) {
	return func(yield func(*graph.Document, error) bool) {
		tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			yield(nil, s.wrap(ctx, "read", err))
			return
		}
		err = eachDocument(ctx, tx, func(d *graph.Document) bool { return yield(d, nil) })
		if err := errors.Join(err, tx.Rollback()); err != nil {
			yield(nil, s.wrap(ctx, "read", err))
		}
	}
}

func eachDocument(ctx context.Context, tx *sql.Tx, f func(*graph.Document) bool) (err error) {
	rows, err := tx.QueryContext(ctx, "SELECT facts, texts FROM document ORDER BY id")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var facts, texts string
		if err := rows.Scan(&facts, &texts); err != nil {
			return err
		}
		d, err := unpackDocument(facts, &texts)
		if err != nil {
			return err
		}
		if !f(d) {
			return nil
		}
	}
	return rows.Err()
}

func compress(path string, w io.Writer) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	z, err := zstd.NewWriter(w, zstd.WithEncoderLevel(packedLevel), zstd.WithWindowSize(packedWindow), zstd.WithEncoderConcurrency(1))
	if err != nil {
		return errors.Join(err, file.Close())
	}
	_, err = io.Copy(z, file)
	return errors.Join(err, z.Close(), file.Close())
}
