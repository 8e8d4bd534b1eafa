package resolver

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"recital/graph"
	"recital/resolver/internal/limit"
	"recital/resolver/internal/scalar"
	"recital/resolver/internal/transport"
)

// Code is a stable name for what went wrong, in extensions.code of every error.
type Code string

// Codes of errors in what was asked.
const (
	BadCursor        Code = "BAD_CURSOR"                    // a cursor that this list did not hand out
	BadInput         Code = "BAD_INPUT"                     // an argument or variable that cannot be read
	BadPage          Code = "BAD_PAGE"                      // first and last together, or below 0
	PageTooLarge     Code = "PAGE_TOO_LARGE"                // first or last above 100
	AmbiguousSymbol  Code = "AMBIGUOUS_SYMBOL"              // several instruments fit; extensions.candidates lists their ids
	NotFound         Code = "NOT_FOUND"                     // what a walk should start from is not in the graph
	ParseFailed      Code = "PARSE_FAILED"                  // the document is not GraphQL
	ValidationFailed Code = "VALIDATION_FAILED"             // the document does not fit the schema
	NoMutation       Code = "READ_ONLY"                     // the API only reads
	UnknownOperation Code = "UNKNOWN_OPERATION"             // operationName names none of the document's operations
	PersistedUnknown Code = "PERSISTED_QUERY_NOT_FOUND"     // send the query with its hash once
	PersistedBroken  Code = "PERSISTED_QUERY_HASH_MISMATCH" // the hash is not that of the query
	Untrusted        Code = "UNTRUSTED_DOCUMENT"            // this server answers registered documents only
	IntrospectionOff Code = "INTROSPECTION_OFF"             // this server does not tell its schema
)

// Codes of limits.
const (
	BodyTooLarge      Code = "BODY_TOO_LARGE"
	DocumentTooLong   Code = "DOCUMENT_TOO_LONG"
	TooManyValues     Code = "TOO_MANY_VALUES"
	TooManyTokens     Code = "TOO_MANY_TOKENS"
	TooDeep           Code = "TOO_DEEP"
	TooManyAliases    Code = "TOO_MANY_ALIASES"
	TooManyRootFields Code = "TOO_MANY_ROOT_FIELDS"
	TooManyDirectives Code = "TOO_MANY_DIRECTIVES"
	TooManyFields     Code = "TOO_MANY_FIELDS"
	NameTooLong       Code = "NAME_TOO_LONG"
	RepeatedName      Code = "TOO_MANY_REPEATED_NAMES"
	TooCostly         Code = "TOO_COSTLY"
	TooBusy           Code = "TOO_BUSY"
	RateLimited       Code = "RATE_LIMITED"
	TextTooLong       Code = "TEXT_TOO_LONG"
	ListTooLong       Code = "LIST_TOO_LONG"
)

// Codes of the request's form and of the server's state.
const (
	BadRequest       Code = "BAD_REQUEST"
	MethodNotAllowed Code = "METHOD_NOT_ALLOWED"
	NotAcceptable    Code = "NOT_ACCEPTABLE"
	UnsupportedMedia Code = "UNSUPPORTED_MEDIA_TYPE"
	Unavailable      Code = "STORE_UNAVAILABLE" // the same request may succeed later
	TimedOut         Code = "TIMEOUT"
	Internal         Code = "INTERNAL"
)

// pageError is a page that cannot be asked for.
type pageError struct{ reason string }

func (e *pageError) Error() string { return e.reason }

// pageSizeError is a page above the cap.
type pageSizeError struct{ asked int }

func (e *pageSizeError) Error() string {
	return fmt.Sprintf("a page holds at most %d entries, %d were asked for: read on with after: pageInfo.endCursor",
		graph.MaxPage, e.asked)
}

// ambiguousError is an input that stands for several instruments.
type ambiguousError struct {
	text       string
	candidates []graph.ID
}

func (e *ambiguousError) Error() string {
	return fmt.Sprintf("%q can be several instruments; ask for one of extensions.candidates by its id, or use find", e.text)
}

// tooManyError is a list in an argument above its cap.
type tooManyError struct {
	what      string
	asked, at int
}

func (e *tooManyError) Error() string {
	return fmt.Sprintf("%s takes at most %d entries, %d were given: ask in several requests", e.what, e.at, e.asked)
}

// tooLongError is a text in an argument above its cap.
type tooLongError struct {
	what      string
	bytes, at int
}

func (e *tooLongError) Error() string {
	return fmt.Sprintf("%s has at most %d bytes, this one has %d: look for a part of it", e.what, e.at, e.bytes)
}

// unknownError is the start of a walk that is not in the graph.
type unknownError struct{ text string }

func (e *unknownError) Error() string {
	return fmt.Sprintf("no instrument is known as %q: find and search look for one", e.text)
}

func (e *unknownError) Unwrap() error { return graph.ErrNotFound }

// present turns any error of a field into what the client is told. What is not the client's is logged, and named only by its code.
func (s *server) present(ctx context.Context, err error) *gqlerror.Error {
	told := &gqlerror.Error{Path: graphql.GetPath(ctx)}
	cause := err
	var wrapped *gqlerror.Error
	if errors.As(err, &wrapped) {
		if wrapped.Path != nil {
			told.Path = wrapped.Path
		}
		told.Locations = wrapped.Locations
		if wrapped.Err != nil {
			cause = wrapped.Err
		}
	}
	code, message := s.explain(cause)
	if message == "" {
		message = cause.Error()
		if wrapped != nil {
			message = wrapped.Message
		}
	}
	told.Message = message
	told.Extensions = map[string]any{"code": string(code)}
	var ambiguous *ambiguousError
	if errors.As(cause, &ambiguous) {
		told.Extensions["candidates"] = ambiguous.candidates
	}
	if code == Internal || code == Unavailable {
		s.logger.LogAttrs(ctx, slog.LevelError, "field failed",
			slog.String("request", transport.RequestID(ctx)), slog.String("path", told.Path.String()), slog.Any("error", cause))
	}
	return told
}

// explain returns an error's code, and the words for people where its own are not for them.
func (s *server) explain(err error) (Code, string) {
	var size *pageSizeError
	var page *pageError
	var ambiguous *ambiguousError
	var unknown *unknownError
	var many *tooManyError
	var long *tooLongError
	var exceeded *limit.Exceeded
	switch {
	case errors.As(err, &exceeded):
		return limitCode(exceeded.What), exceeded.Error()
	case errors.As(err, &size):
		return PageTooLarge, size.Error()
	case errors.As(err, &page):
		return BadPage, page.Error()
	case errors.As(err, &ambiguous):
		return AmbiguousSymbol, ambiguous.Error()
	case errors.As(err, &many):
		return ListTooLong, many.Error()
	case errors.As(err, &long):
		return TextTooLong, long.Error()
	case errors.As(err, &unknown):
		return NotFound, unknown.Error()
	case errors.Is(err, scalar.ErrInput):
		return BadInput, ""
	case errors.Is(err, context.DeadlineExceeded):
		return TimedOut, "the answer took too long: ask for less, or page"
	case errors.Is(err, context.Canceled):
		return TimedOut, "the request was given up"
	default:
		return s.explainDomain(err)
	}
}

// explainDomain returns the code and words of the domain's own errors.
func (s *server) explainDomain(err error) (Code, string) {
	switch {
	case errors.Is(err, graph.ErrBadCursor):
		return BadCursor, "the cursor is not of this list: take pageInfo.endCursor or startCursor of the same list, with the same filter and order"
	case errors.Is(err, graph.ErrBadRequest):
		return BadInput, objection(err)
	case errors.Is(err, graph.ErrNotFound):
		return NotFound, "what was asked about is not in the graph"
	case errors.Is(err, graph.ErrUnavailable), errors.Is(err, graph.ErrUnauthorized):
		return Unavailable, "the store does not answer now: try again in a moment"
	}
	var asked *gqlerror.Error
	if errors.As(err, &asked) && !strings.Contains(asked.Message, "null which the schema does not permit") {
		return BadInput, "" // the executor's own, about an argument
	}
	return Internal, "the server could not answer this; the request's id is in its log"
}

// objection is what is wrong with a request in the words of who found it. What stores say before it names their file or address, which is
// not for clients.
func objection(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil || inner.Error() == graph.ErrBadRequest.Error() || !errors.Is(inner, graph.ErrBadRequest) {
			return strings.Replace(err.Error(), graph.ErrBadRequest.Error()+": ", "", 1)
		}
		err = inner
	}
}

// limitCodes are the codes of exceeded limits.
func limitCode(what limit.Kind) Code {
	switch what {
	case limit.Bytes:
		return DocumentTooLong
	case limit.Tokens:
		return TooManyTokens
	case limit.Depth:
		return TooDeep
	case limit.Aliases:
		return TooManyAliases
	case limit.RootFields:
		return TooManyRootFields
	case limit.Directives:
		return TooManyDirectives
	case limit.Fields:
		return TooManyFields
	case limit.Characters:
		return NameTooLong
	case limit.Names:
		return RepeatedName
	case limit.Cost:
		return TooCostly
	default:
		return BadRequest
	}
}
