package graph

import (
	"errors"
	"fmt"
)

// Errors of the domain. Stores wrap them with what was being done and to what; test with [errors.Is].
var (
	// ErrNotFound: no node has the id asked for.
	ErrNotFound = errors.New("not found")
	// ErrBadCursor: a page cursor that this list did not hand out.
	ErrBadCursor = errors.New("bad cursor")
	// ErrBadRequest: a request that no store can answer: a cap exceeded, first and last together, an unknown order.
	ErrBadRequest = errors.New("bad request")
	// ErrReadOnly: the store does not take documents.
	ErrReadOnly = errors.New("store is read only")
	// ErrUnavailable: the store does not answer now; the same call may succeed later.
	ErrUnavailable = errors.New("store unavailable")
	// ErrLocked: another process is writing to the store.
	ErrLocked = errors.New("store is locked by another writer")
	// ErrUnauthorized: the store refused the credentials.
	ErrUnauthorized = errors.New("store refused the credentials")
	// ErrNewerStore: the store was written by a newer version of Recital.
	ErrNewerStore = errors.New("store was written by a newer version")
	// ErrCorrupt: the store's file is not one of Recital's, or is damaged.
	ErrCorrupt = errors.New("not a Recital store, or damaged")
	// ErrInvalidDocument: a document that breaks the rules of [Document]; no store takes it.
	ErrInvalidDocument = errors.New("invalid document")
	// ErrFull: the store has no space left.
	ErrFull = errors.New("no space left for the store")
)

// A SyntaxError says why an input is not what it should be.
type SyntaxError struct {
	What   string // what was expected: "symbol", "date", "place"
	Input  string // the whole input
	Offset int    // byte offset of the trouble in Input
	Reason string // in a few words
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s %q: byte %d: %s", e.What, e.Input, e.Offset, e.Reason)
}
