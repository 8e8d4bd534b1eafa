package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// classify turns an error of the driver into one of the domain, wrapped with what was being done. The order matters: a context that
// ended makes the driver report all sorts of things, and a connectivity error hides what is inside it.
func classify(ctx context.Context, doing string, err error) error {
	if err == nil {
		return nil
	}
	if cause := ctx.Err(); cause != nil {
		return fmt.Errorf("%s: %w", doing, cause)
	}
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		return fmt.Errorf("%s: %w", doing, classifyServer(server))
	}
	var token *neo4j.TokenExpiredError
	switch {
	case errors.As(err, &token):
		return fmt.Errorf("%s: %w: the credentials have expired", doing, graph.ErrUnauthorized)
	case neo4j.IsConnectivityError(err), neo4j.IsTransactionExecutionLimit(err),
		errors.Is(err, context.DeadlineExceeded), neo4j.IsRetryable(err):
		return fmt.Errorf("%s: %w: %s", doing, graph.ErrUnavailable, firstLine(err))
	default:
		return fmt.Errorf("%s: %w", doing, err)
	}
}

// classifyServer reads the codes that the server answers with.
func classifyServer(err *neo4j.Neo4jError) error {
	_, name, _ := cutLast(err.Code, ".")
	switch {
	case name == "CredentialsExpired":
		return fmt.Errorf("%w: the user's password must be changed first: connect to the database system as this user and run "+
			"ALTER CURRENT USER SET PASSWORD FROM the old TO a new one", graph.ErrUnauthorized)
	case name == "AuthenticationRateLimit":
		return fmt.Errorf("%w: too many wrong passwords, the server lets nobody in as this user for some seconds", graph.ErrUnauthorized)
	case name == "Forbidden":
		return fmt.Errorf("%w: the user may not do this: %s", graph.ErrUnauthorized, err.Msg)
	case strings.HasPrefix(err.Code, "Neo.ClientError.Security."):
		return fmt.Errorf("%w: wrong user or password", graph.ErrUnauthorized)
	case name == "DatabaseNotFound":
		return fmt.Errorf("%w: the server has no such database: %s", graph.ErrUnavailable, err.Msg)
	case name == "OutOfDiskSpace", strings.Contains(err.Msg, "No space left on device"):
		return fmt.Errorf("%w: %s", graph.ErrFull, err.Msg)
	case strings.HasPrefix(err.Code, "Neo.TransientError."), neo4j.IsRetryable(err),
		name == "TransactionTimedOut", name == "TransactionTimedOutClientConfiguration", name == "DatabaseUnavailable":
		return fmt.Errorf("%w: %s", graph.ErrUnavailable, err.Code)
	default:
		return err
	}
}

// cutLast cuts s around its last separator.
func cutLast(s, separator string) (before, after string, found bool) {
	at := strings.LastIndex(s, separator)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at+len(separator):], true
}

// firstLine keeps a message to one line: the driver's count all attempts.
func firstLine(err error) string {
	line, _, _ := strings.Cut(err.Error(), "\n")
	return line
}

// isMissingIndex reports that the full-text index is not there yet: nothing was ever loaded.
func isMissingIndex(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && strings.Contains(server.Msg, "no such fulltext schema index")
}

// isChanged reports that a load took out what was being read.
func isChanged(err error) bool {
	var server *neo4j.Neo4jError
	return errors.Is(err, errChanged) || errors.As(err, &server) && strings.HasSuffix(server.Code, ".EntityNotFound")
}
