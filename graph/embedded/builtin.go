package embedded

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/zstd"

	"recital/graph"
)

// Builtin opens a store that [Pack] made and a binary carries. It is unpacked once into cacheDir, under a name made of its digest, and
// read from there by every later start; where cacheDir cannot be written (or is ""), into the folder for temporary files. The
// store is read only, and the file is taken to be one that nobody changes.
func Builtin(ctx context.Context, compressed []byte, cacheDir string) (*Store, error) {
	sum := sha256.Sum256(compressed)
	name := "builtin-" + hex.EncodeToString(sum[:12]) + ".db"
	var errs []error
	for _, dir := range []string{cacheDir, filepath.Join(os.TempDir(), fmt.Sprintf("recital-%d", os.Getuid()))} {
		if dir == "" {
			continue
		}
		s, err := openUnpacked(ctx, compressed, filepath.Join(dir, name))
		if err == nil {
			return s, nil
		}
		errs = append(errs, err)
	}
	return nil, fmt.Errorf("unpack the built-in data set: %w", errors.Join(errs...))
}

// openUnpacked opens the unpacked file, which it makes where there is none, or a damaged one.
func openUnpacked(ctx context.Context, compressed []byte, path string) (*Store, error) {
	whole, err := isUnpacked(compressed, path)
	if err != nil {
		return nil, err
	}
	if whole {
		if s, err := openUnchanged(ctx, path, nil); err == nil {
			return s, nil
		}
	}
	g, err := unpackTo(ctx, compressed, path)
	if err != nil {
		return nil, err
	}
	return openUnchanged(ctx, path, g)
}

// openUnchanged opens a file that nobody changes. Its image is g where that is known.
func openUnchanged(ctx context.Context, path string, g *image) (*Store, error) {
	s := &Store{
		path: path, options: Options{ReadOnly: true}, immutable: true, opened: time.Now(), documents: newDocumentCache(defaultCacheBytes),
	}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(s.wrap(ctx, "open store", err), s.Close())
	}
	s.image.Store(g)
	return s, nil
}

// isUnpacked reports whether the file is there and as long as its header says.
func isUnpacked(compressed []byte, path string) (whole bool, err error) {
	var header zstd.Header
	if err := header.Decode(compressed); err != nil {
		return false, fmt.Errorf("%w: %w", graph.ErrCorrupt, err)
	}
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	info, err := file.Stat()
	if err != nil {
		return false, err
	}
	var head [32]byte // of SQLite's header: the size of a page is at byte 16, the number of pages at 28
	if _, err := io.ReadFull(file, head[:]); err != nil {
		return false, nil //nolint:nilerr // too short is not whole
	}
	pages := int64(binary.BigEndian.Uint32(head[28:]))
	return pages > 0 && pages*int64(binary.BigEndian.Uint16(head[16:])) == info.Size(), nil
}

// unpackTo makes the file, with the image in it. Several processes may do so at once: each writes a file of its own and gives it the
// name.
func unpackTo(ctx context.Context, compressed []byte, path string) (*image, error) {
	dir, name := filepath.Split(path)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	file, err := os.CreateTemp(dir, name+".*")
	if err != nil {
		return nil, err
	}
	err = decompress(compressed, file)
	if err = errors.Join(err, file.Close()); err != nil {
		return nil, errors.Join(err, os.Remove(file.Name()))
	}
	g, err := keepImage(ctx, file.Name())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return nil, errors.Join(err, os.Remove(file.Name()))
	}
	return g, nil
}

// keepImage works out the image of a file that nobody else knows yet, and keeps it there.
func keepImage(ctx context.Context, path string) (*image, error) {
	s, err := Open(ctx, path, Options{})
	if err != nil {
		return nil, err
	}
	g, err := s.storeOwnImage(ctx)
	return g, errors.Join(err, s.Close())
}

func (s *Store) storeOwnImage(ctx context.Context) (*image, error) {
	s.db.SetMaxOpenConns(1)
	if err := s.byKey.Close(); err != nil {
		return nil, err
	}
	// A crash leaves a file that nobody opens: it needs no journal and no waiting for the disk.
	for _, statement := range []string{"PRAGMA journal_mode = off", "PRAGMA synchronous = off", imageTable} {
		if _, err := s.db.ExecContext(ctx, statement); err != nil {
			return nil, err
		}
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	g, err := readImage(ctx, tx)
	if err == nil {
		err = storeImage(ctx, tx, g)
	}
	if err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	return g, tx.Commit()
}

func decompress(compressed []byte, w io.Writer) error {
	z, err := zstd.NewReader(bytes.NewReader(compressed), zstd.WithDecoderMaxWindow(packedWindow), zstd.WithDecoderConcurrency(1))
	if err != nil {
		return err
	}
	defer z.Close()
	_, err = io.Copy(w, z)
	return err
}
