// Package view holds the shapes that GraphQL adds to the domain: connections with lazy counts, links with both ends in
// hand, evidence beside the text it stands in, snippets in pieces.
//
//	page := view.NewConnection(edges, bounds, lister)
//
// A view holds values of package graph and works on them; it asks no store but through the functions it was given.
package view

import (
	"context"

	"recital/graph"
)

// List counts a list as a whole; the connection over it asks only when a request does.
type List interface {
	// Total returns the length of the list.
	Total(ctx context.Context) (int, error)
	// Facets counts the list by each key.
	Facets(ctx context.Context, keys []graph.FacetKey) ([]*graph.Facet, error)
}

// Edge is one entry of a connection.
type Edge[T any] struct {
	Cursor graph.Cursor
	Node   *T
}

// PageInfo says where a page lies in its list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     graph.Cursor
	EndCursor       graph.Cursor
}

// Connection is a page of a list, as Relay has it.
type Connection[T any] struct {
	PageInfo *PageInfo
	nodes    []*T
	cursor   func(i int) graph.Cursor // of the i-th entry
	list     List
	total    int // -1 where it was not asked for together with the page
}

// Of makes a connection of a store's page, turning each entry into its view. Nothing of the list is counted yet, unless the page was
// asked for with its total.
func Of[S, T any](page graph.Page[S], list List, turn func(*S) *T) *Connection[T] {
	entries := page.Edges
	c := &Connection[T]{
		PageInfo: &PageInfo{HasNextPage: page.HasNext, HasPreviousPage: page.HasPrevious},
		nodes:    make([]*T, len(entries)),
		cursor:   func(i int) graph.Cursor { return entries[i].Cursor },
		list:     list,
		total:    page.Total,
	}
	for i := range entries {
		c.nodes[i] = turn(&entries[i].Node)
	}
	if n := len(entries); n > 0 {
		c.PageInfo.StartCursor, c.PageInfo.EndCursor = entries[0].Cursor, entries[n-1].Cursor
	}
	return c
}

// Edges returns the entries with their cursors.
func (c *Connection[T]) Edges() []*Edge[T] {
	edges := make([]Edge[T], len(c.nodes))
	for i, n := range c.nodes {
		edges[i] = Edge[T]{c.cursor(i), n}
	}
	return Pointers(edges)
}

// Nodes returns the entries without their cursors. They must not be changed.
func (c *Connection[T]) Nodes() []*T { return c.nodes }

// TotalCount returns the length of the whole list.
func (c *Connection[T]) TotalCount(ctx context.Context) (int, error) {
	if c.total >= 0 {
		return c.total, nil
	}
	return c.list.Total(ctx)
}

// Facets returns the counts of the whole list by each key.
func (c *Connection[T]) Facets(ctx context.Context, keys []graph.FacetKey) ([]*graph.Facet, error) {
	return c.list.Facets(ctx, keys)
}

// The connections of the schema.
type (
	InstrumentConnection = Connection[graph.Instrument] // of instruments
	ParagraphConnection  = Connection[graph.Paragraph]  // of paragraphs
	ProvisionConnection  = Connection[graph.Provision]  // of provisions
	RightConnection      = Connection[graph.Right]      // of rights
	ActorConnection      = Connection[graph.Actor]      // of actors
	MandateConnection    = Connection[graph.Mandate]    // of mandates
	MentionConnection    = Connection[graph.Mention]    // of mentions
	CitationConnection   = Connection[Citation]         // of citations
	RelianceConnection   = Connection[Reliance]         // of reliances
	PinpointConnection   = Connection[Pinpoint]         // of pinpoints
	NamingConnection     = Connection[Naming]           // of namings
	HitConnection        = Connection[Hit]              // of hits
)

// The edges of the schema.
type (
	InstrumentEdge = Edge[graph.Instrument] // in an InstrumentConnection
	ParagraphEdge  = Edge[graph.Paragraph]  // in a ParagraphConnection
	ProvisionEdge  = Edge[graph.Provision]  // in a ProvisionConnection
	RightEdge      = Edge[graph.Right]      // in a RightConnection
	ActorEdge      = Edge[graph.Actor]      // in an ActorConnection
	MandateEdge    = Edge[graph.Mandate]    // in a MandateConnection
	MentionEdge    = Edge[graph.Mention]    // in a MentionConnection
	CitationEdge   = Edge[Citation]         // in a CitationConnection
	RelianceEdge   = Edge[Reliance]         // in a RelianceConnection
	PinpointEdge   = Edge[Pinpoint]         // in a PinpointConnection
	NamingEdge     = Edge[Naming]           // in a NamingConnection
	HitEdge        = Edge[Hit]              // in a HitConnection
)
