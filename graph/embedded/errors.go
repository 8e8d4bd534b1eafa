package embedded

import (
	"context"
	"errors"
	"fmt"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"recital/graph"
)

// errMoved: what an image names is no longer in the file, since another process wrote; the call is made again on the new image.
var errMoved = errors.New("the store has moved on")

// wrap says what was being done, and turns the errors of SQLite into those of graph.
func (s *Store) wrap(ctx context.Context, doing string, err error) error {
	if err == nil {
		return nil
	}
	if ended := ctx.Err(); ended != nil && !isDomain(err) {
		err = ended
	}
	return fmt.Errorf("%s %s: %w", doing, s.path, classify(err))
}

func isDomain(err error) bool {
	for _, domain := range []error{
		graph.ErrCorrupt, graph.ErrFull, graph.ErrLocked, graph.ErrNewerStore, graph.ErrReadOnly, graph.ErrBadRequest,
		graph.ErrBadCursor, graph.ErrInvalidDocument,
	} {
		if errors.Is(err, domain) {
			return true
		}
	}
	return false
}

func classify(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fmt.Errorf("%w: %w", graph.ErrFull, err)
	}
	var fault *sqlite.Error
	if !errors.As(err, &fault) || isDomain(err) {
		return err
	}
	switch fault.Code() & 0xff { // the low byte is the primary code
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return graph.ErrLocked
	case sqlite3.SQLITE_FULL:
		return fmt.Errorf("%w: %w", graph.ErrFull, err)
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB:
		return fmt.Errorf("%w: %w", graph.ErrCorrupt, err)
	case sqlite3.SQLITE_READONLY:
		return fmt.Errorf("%w: %w", graph.ErrReadOnly, err)
	default:
		return err
	}
}
