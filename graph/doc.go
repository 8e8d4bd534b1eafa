// Package graph is the domain of Recital: the instruments of the United Nations,
// what they cite, the rights and actors they name, and the stores that keep this.
//
// Everything else stands on it and it stands on the standard library alone. The
// loader turns texts into [Document] values, a [Writer] keeps them, a [Reader]
// answers, and the walks ([Chain], [Neighbourhood], [Paths], [Common]) follow
// citations over any Reader:
//
//	sub, err := graph.Chain(ctx, store, graph.ChainRequest{
//		Start: "A/HRC/RES/53/29",
//		Depth: 3,
//	})
//
// The package reads no files, knows no database and speaks no network protocol;
// graph/embedded and graph/neo4j are the stores, graph/graphtest is their contract
// as tests.
package graph
