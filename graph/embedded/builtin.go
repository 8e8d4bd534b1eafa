package embedded

import (
	"bytes"
	"context"
	"crypto/sha256"
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
		path, err := unpackOnce(compressed, dir, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		s, err := openUnpacked(ctx, path)
		if err == nil {
			return s, nil
		}
		// What lies there is damaged: unpack it anew.
		errs = append(errs, err)
		if err := os.Remove(path); err != nil {
			errs = append(errs, err)
			continue
		}
		if path, err = unpackOnce(compressed, dir, name); err != nil {
			errs = append(errs, err)
			continue
		}
		if s, err = openUnpacked(ctx, path); err == nil {
			return s, nil
		}
		errs = append(errs, err)
	}
	return nil, fmt.Errorf("unpack the built-in data set: %w", errors.Join(errs...))
}

func openUnpacked(ctx context.Context, path string) (*Store, error) {
	s := &Store{
		path: path, options: Options{ReadOnly: true}, immutable: true, opened: time.Now(), documents: newDocumentCache(defaultCacheBytes),
	}
	if err := s.open(ctx); err != nil {
		return nil, errors.Join(s.wrap(ctx, "open store", err), s.Close())
	}
	return s, nil
}

// unpackOnce returns the path of the unpacked file, which it makes where there is none of the right size. Several processes may do so at once: each
// writes a file of its own and gives it the name.
func unpackOnce(compressed []byte, dir, name string) (string, error) {
	path := filepath.Join(dir, name)
	var header zstd.Header
	if err := header.Decode(compressed); err != nil {
		return "", fmt.Errorf("%w: %w", graph.ErrCorrupt, err)
	}
	info, err := os.Stat(path)
	if err == nil && info.Mode().IsRegular() && info.Size() > 0 && (!header.HasFCS || uint64(info.Size()) == header.FrameContentSize) {
		return path, nil
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	file, err := os.CreateTemp(dir, name+".*")
	if err != nil {
		return "", err
	}
	err = decompress(compressed, file)
	if err = errors.Join(err, file.Close()); err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return "", errors.Join(err, os.Remove(file.Name()))
	}
	return path, nil
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
