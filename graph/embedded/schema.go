package embedded

import (
	"context"
	"database/sql"
	"fmt"

	"recital/graph"
)

// applicationID marks a file as Recital's in its header: "Rctl".
const applicationID = 0x5263746c

// schemaVersion is the version of the tables and of the packed form of documents. It rises with each change that an older program
// cannot read.
const schemaVersion = 1

// pageSize in bytes: packed documents are some kilobytes.
const pageSize = 8192

// The tables. A document's key is never used again, so what was read under a key stays true. The words are folded, hence
// the tokenizer that changes least: ascii takes all letters beyond ASCII as they are, so its words are those of graph.Fold. Up to
// 8 MiB of new words are gathered before they are written out: with eight times less a load spends half its time in merging runs, and
// with eight times more in waiting for memory. What one or two letters begin is indexed by itself, for a tenth of a load's time and 7 % of
// the file: the index merges the lists of all words that a prefix begins, which for "a" took half a second.
const schema = `
CREATE TABLE state (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	generation INTEGER NOT NULL,
	revision BLOB NOT NULL,
	manifest TEXT NOT NULL
);
INSERT INTO state VALUES (1, 0, zeroblob(16), '{}');
CREATE TABLE document (
	key INTEGER PRIMARY KEY AUTOINCREMENT,
	id TEXT NOT NULL UNIQUE,
	fingerprint BLOB NOT NULL,
	paragraphs INTEGER NOT NULL,
	facts BLOB NOT NULL,
	texts BLOB NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5(
	text, content='', contentless_delete=1, detail=none, tokenize='ascii', prefix='1 2'
);
INSERT INTO words (words, rank) VALUES ('hashsize', 8388608);
`

// imageTable holds the packed image of a generation, made by the writer; one from before it was kept is worked out by the reader.
const imageTable = `
CREATE TABLE IF NOT EXISTS image (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	form INTEGER NOT NULL,
	generation INTEGER NOT NULL,
	nodes BLOB NOT NULL,
	links BLOB NOT NULL
);
`

// paragraphBits are the low bits of a row of words that hold the paragraph's place in its document; the others hold the
// document's key.
const paragraphBits = 20

// executor is a database, one connection to it, or a transaction.
type executor interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// checkSchema reports whether the file is a store that this program can read. empty: there is nothing in it yet.
func checkSchema(ctx context.Context, db executor) (empty bool, err error) {
	var id, version, tables int
	for _, pragma := range []struct {
		query string
		value *int
	}{
		{"PRAGMA application_id", &id},
		{"PRAGMA user_version", &version},
		{"SELECT count(*) FROM sqlite_schema", &tables},
	} {
		if err := db.QueryRowContext(ctx, pragma.query).Scan(pragma.value); err != nil {
			return false, err
		}
	}
	switch {
	case id == 0 && version == 0 && tables == 0:
		return true, nil
	case id != applicationID:
		return false, fmt.Errorf("%w: it belongs to another program", graph.ErrCorrupt)
	case version > schemaVersion:
		return false, fmt.Errorf("%w (its form is %d, this program reads %d)", graph.ErrNewerStore, version, schemaVersion)
	case version < schemaVersion:
		return false, fmt.Errorf("%w: its form %d was never released", graph.ErrCorrupt, version)
	}
	return false, nil
}

// createSchema makes the tables of an empty file.
func createSchema(ctx context.Context, db executor) error {
	for _, statement := range []string{
		schema, imageTable, fmt.Sprintf("PRAGMA application_id = %d", applicationID), fmt.Sprintf("PRAGMA user_version = %d", schemaVersion),
	} {
		if _, err := db.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}
