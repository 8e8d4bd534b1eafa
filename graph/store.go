package graph

import (
	"context"
	"iter"
)

// Reader answers questions about one graph. It is safe for concurrent use. Every method sees one whole
// revision; two calls may see two. Errors are those of this package, wrapped; a context that ends gives
// its own error. Answers are the same in every store, byte for byte, for graphs made from the same documents.
type Reader interface {
	// Nodes returns the nodes with the given ids: same order, same length, nil where unknown, the same node for
	// the same id. A symbol or alias of an instrument serves as its id here: the node has the id that the graph knows
	// it by ("A/RES/70/1" gives "agenda-2030"). More than MaxBatch ids are ErrBadRequest.
	Nodes(ctx context.Context, ids []ID) ([]Node, error)

	// Links returns one page of links for each id, in the order of ids; an empty page where the id is unknown.
	//
	// With filter.Direction Out they are the links that start at the node; those of an instrument include the Cites, Names
	// and Pinpoints of its paragraphs. They are sorted by Order, Type, From, To: the order of the text.
	// With In they are the links that end at the node, sorted by Date from the latest (unknown last), then by Owner, Order,
	// Type, From. There is no list of both directions at once.
	//
	// With page.Parts a store may leave out of each link what is not asked for: [LinkParts] says what is there then. It changes neither
	// which links are on a page nor their cursors, and a cursor of a page with some parts serves for one with others. A set of parts that
	// has another than the constants of LinkParts is ErrBadRequest.
	Links(ctx context.Context, ids []ID, filter LinkFilter, page PageRequest) ([]Page[LinkView], error)

	// List returns the nodes that the filter lets through, in the filter's order.
	List(ctx context.Context, filter NodeFilter, page PageRequest) (Page[Node], error)

	// Search finds nodes by the words of their texts, titles, names and symbols. Words are compared as [Fold] leaves
	// them: without case and accents. A node is found when each word of the query is one of its words, the last also when it begins
	// one. Hits are sorted by Hit.Class, then CitedBy of the instrument (for paragraphs, their instrument's) from the highest, then
	// id. A query without words finds nothing.
	Search(ctx context.Context, query TextQuery, page PageRequest) (Page[Hit], error)

	// Facets counts what a list holds, by each of the keys asked for; see [FacetRequest].
	Facets(ctx context.Context, request FacetRequest) ([]Facet, error)

	// Stats counts the whole graph and names its revision.
	Stats(ctx context.Context) (Stats, error)
}

// Writer takes documents. One writer at a time: a second gets ErrLocked, or waits its turn.
type Writer interface {
	// Apply puts the documents into the graph, each replacing what its instrument said before. It is idempotent: the
	// same documents twice are the same graph, and in any order. It reads the sequence to its end, or to its first error,
	// which it returns; then, as for any error, a store with long transactions (embedded) holds what it held before, and one
	// without (neo4j) holds each document whole or not at all, and the same Apply again completes it.
	//
	// Of two documents of one instrument in one sequence the one with the higher Source.Quality is kept, of equals the one with the
	// greater Source.Digest. Of links alike in Type, From, To and Order the one with the greater Owner is kept: a text knows itself
	// better than the catalogue does. A document that breaks its rules (see [Document.Check]) is ErrInvalidDocument.
	//
	// What the graph holds beyond the documents follows from them: RestsOn by [Aggregate]; the facts of a node that
	// several documents know by [Merge]; titles and dates of instruments known from citations alone by [Consensus]. Nodes that nothing links to and
	// no document holds are gone.
	Apply(ctx context.Context, documents iter.Seq2[*Document, error]) error
}

// Store is a Reader and Writer that must be closed.
type Store interface {
	Reader
	Writer
	Close() error
}

// Stats is the counts of a whole graph.
type Stats struct {
	// Revision is a fingerprint of the content: equal graphs have equal revisions in every store.
	Revision string
	// Nodes by kind, and links by type; kinds and types with none are left out.
	Nodes map[NodeKind]int
	Links map[LinkType]int
	// Instruments by body, the unknown body left out: Held with their text, Cited only known from citations and catalogue.
	Bodies []BodyCount
	// Mentions of instruments by status: the Cites are the resolved ones.
	Resolved, Ambiguous, Open int
	// Findings counts the findings on citations and mentions.
	Findings int
	Manifest Manifest
}

// BodyCount counts one body's instruments. Stats lists them from the most held, then by body.
type BodyCount struct {
	Body        Body
	Held, Cited int
}
