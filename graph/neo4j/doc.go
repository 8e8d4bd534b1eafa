// Package neo4j keeps the graph in a Neo4j server, in a shape that people who write Cypher can use: see docs/neo4j.md.
//
//	store, err := neo4j.Open(ctx, neo4j.Options{URL: "neo4j://localhost", User: "neo4j", Password: password})
//	if err != nil { ... }
//	defer store.Close()
//	pages, err := store.Links(ctx, ids, graph.LinkFilter{Types: []graph.LinkType{graph.Cites}}, graph.PageRequest{})
//
// Every read is one statement. The statements stand in files of their own (cypher/), take all values as parameters (lists are put together
// of the conditions that they have) and touch nothing but nodes with the labels Recital, RecitalSource, RecitalAlias and RecitalLoad, so that other data in the same database
// are safe. A document is written in one transaction, whole or not at all; what follows from all documents together (titles known
// from citations alone, counts, the revision) is settled at the end of Apply, and a record in the database says so.
package neo4j
