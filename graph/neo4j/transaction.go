package neo4j

import (
	"context"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// transaction is one write under way; it belongs to one goroutine.
type transaction struct {
	store   *Store
	tx      neo4j.ManagedTransaction
	attempt int // from 1; later ones follow a lost connection, when an earlier one may have been committed
}

// transaction runs work in one write transaction, again when the server asks for it or the connection is lost. Work returns the driver's
// errors as they are: wrapped, they would not be tried again.
func (s *Store) transaction(ctx context.Context, work func(*transaction) error) (err error) {
	timeout := writeFactor * s.options.Timeout
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() {
		if closing := session.Close(ctx); err == nil {
			err = closing
		}
	}()
	attempt := 0
	_, err = session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		attempt++
		return nil, work(&transaction{store: s, tx: tx, attempt: attempt})
	}, neo4j.WithTxTimeout(timeout-timeoutHeadstart))
	if last := session.LastBookmarks(); err == nil && len(last) > 0 {
		s.bookmarks.Store(&last)
	}
	return err
}

// run runs a statement for its effect.
func (t *transaction) run(ctx context.Context, name statement, parameters map[string]any) error {
	_, err := t.ask(ctx, name, parameters)
	return err
}

// rows runs a statement over rows, unless there are none.
func (t *transaction) rows(ctx context.Context, name statement, rows []map[string]any) error {
	if len(rows) == 0 {
		return nil
	}
	return t.run(ctx, name, map[string]any{"rows": rows})
}

// ask runs a statement and returns its records, of which there are few.
func (t *transaction) ask(ctx context.Context, name statement, parameters map[string]any) ([]*neo4j.Record, error) {
	result, err := t.tx.Run(ctx, t.store.statements.fixed[name], parameters)
	if err != nil {
		return nil, err
	}
	records, err := result.Collect(ctx)
	if err != nil || t.store.options.watch == nil {
		return records, err
	}
	summary, err := result.Consume(ctx)
	if err == nil {
		t.store.options.watch(summary)
	}
	return records, err
}

// schema makes the constraints and indexes that loading needs, each in a transaction of its own as the server wants it.
func (s *Store) schema(ctx context.Context) error {
	for _, name := range []statement{schemaNodes, schemaSources, schemaAliases, schemaLoad, schemaInstruments, schemaSymbols} {
		if err := s.alter(ctx, name, writeFactor*s.options.Timeout); err != nil {
			return err
		}
	}
	return nil
}

// indexTime is how long the full-text indexes may take: the statement that waits for it gives up after five minutes.
const indexTime = 6 * time.Minute

// index makes the full-text indexes and waits until they are whole. They come after the first load, since they are built faster than kept.
func (s *Store) index(ctx context.Context) error {
	for _, name := range []statement{schemaWords, schemaNames, schemaWait} {
		if err := s.alter(ctx, name, indexTime); err != nil {
			return err
		}
	}
	return nil
}

// alter runs one statement that changes the schema, or waits for it.
func (s *Store) alter(ctx context.Context, name statement, timeout time.Duration) (err error) {
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() {
		if closing := session.Close(ctx); err == nil {
			err = closing
		}
	}()
	result, err := session.Run(ctx, s.statements.fixed[name], nil, neo4j.WithTxTimeout(timeout-timeoutHeadstart))
	if err != nil {
		return err
	}
	_, err = result.Consume(ctx)
	return err
}
