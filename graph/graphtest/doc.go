// Package graphtest is the contract of graph.Store as tests: a drawn fixture with what it must answer, random graphs
// compared with a naive reference model, and the promises of Apply.
//
// A store's own test is one call:
//
//	func TestStore(t *testing.T) {
//		graphtest.Run(t, func(t *testing.T) graph.Store { return open(t) })
//	}
//
// Whatever a store may differ in (see [Suite]) is said in so many fields; there is no way to leave a case out.
package graphtest
