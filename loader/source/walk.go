package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// Walk yields the files under the paths, in the order of the paths: a file as it is, a folder's files sorted by path, an
// archive's members (zip sorted by name, tar in its own order). One file is in memory at a time. What cannot be read is yielded as an
// Item with its name alone and a *[Refusal], and the walk goes on; only a context that ends stops it, with the context's error.
// In folders and archives, files whose names begin with a dot or with README are passed over.
func Walk(ctx context.Context, paths []string, o Options) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		w := walker{ctx: ctx, options: o.complete(), yield: yield}
		for _, path := range paths {
			if !w.path(path) {
				return
			}
		}
	}
}

// A walker is one walk. Its methods return false when the walk is over.
type walker struct {
	ctx     context.Context
	options Options
	yield   func(Item, error) bool
}

func (w *walker) refuse(file, place, reason string) bool {
	return w.yield(Item{Name: file}, &Refusal{File: file, Place: place, Reason: reason})
}

// live reports whether the context still is, and yields its error where it is not.
func (w *walker) live() bool {
	err := w.ctx.Err()
	if err != nil {
		w.yield(Item{}, fmt.Errorf("walk: %w", err))
	}
	return err == nil
}

func (w *walker) path(path string) bool {
	info, err := os.Stat(path)
	if err != nil {
		return w.refuse(path, "", reasonOf(err))
	}
	if !info.IsDir() {
		return w.file(path, info)
	}
	more := true
	err = filepath.WalkDir(path, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = w.refuse(name, "", reasonOf(err))
		case name != path && passedOver(entry.Name()) && entry.IsDir():
			return fs.SkipDir
		case entry.IsDir() || passedOver(entry.Name()):
		default:
			more = w.entry(name)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && more {
		return w.refuse(path, "", reasonOf(err))
	}
	return more
}

func (w *walker) entry(name string) bool {
	info, err := os.Stat(name) // follows links to files; a link to a folder is not a file
	if err != nil {
		return w.refuse(name, "", reasonOf(err))
	}
	if info.IsDir() {
		return true
	}
	return w.file(name, info)
}

func (w *walker) file(name string, info fs.FileInfo) bool {
	if !w.live() {
		return false
	}
	if !info.Mode().IsRegular() {
		return w.refuse(name, "", "not a regular file")
	}
	f, err := os.Open(name)
	if err != nil {
		return w.refuse(name, "", reasonOf(err))
	}
	more := w.opened(name, f, info)
	if err := f.Close(); err != nil && more {
		return w.refuse(name, "", reasonOf(err))
	}
	return more
}

// opened yields an open file, or walks it where it is an archive.
func (w *walker) opened(name string, f *os.File, info fs.FileInfo) bool {
	head := make([]byte, sniffLength)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return w.refuse(name, "", reasonOf(err))
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return w.refuse(name, "", reasonOf(err))
	}
	switch archiveKind(head[:n], name) {
	case zipArchive:
		return w.zip(name, f, info.Size(), 1)
	case gzipArchive:
		return w.gzip(name, f, 1)
	case tarArchive:
		return w.tar(&archive{name: name, depth: 1, packed: size(info.Size())}, f)
	}
	if info.Size() > w.options.FileSize {
		return w.refuse(name, "", tooLarge(info.Size(), w.options.FileSize))
	}
	data, err := io.ReadAll(io.LimitReader(f, w.options.FileSize+1))
	if err != nil {
		return w.refuse(name, "", reasonOf(err))
	}
	return w.yield(Item{Name: name, Data: data}, nil)
}

// passedOver reports whether a file that nobody asked for by name is no document: hidden, or a note to the reader of the folder.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "README") || name == "__MACOSX"
}

func tooLarge(size, limit int64) string {
	return fmt.Sprintf("too large: %d MB, at most %d MB are read", size>>20, limit>>20)
}

// reasonOf says an error of the file system in a few words, without the path, which a Refusal names by itself.
func reasonOf(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "no such file"
	case errors.Is(err, fs.ErrPermission):
		return "no permission to read it"
	}
	var of *fs.PathError
	if errors.As(err, &of) {
		return of.Err.Error()
	}
	return err.Error()
}
