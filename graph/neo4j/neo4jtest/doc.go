// Package neo4jtest starts a real Neo4j community server for tests, without containers.
//
//	func TestMain(m *testing.M) { os.Exit(neo4jtest.Run(m)) }
//
//	func TestStore(t *testing.T) {
//		server := neo4jtest.Shared(t) // empty, one for the whole test binary
//		store, err := neo4j.Open(t.Context(), neo4j.Options{URL: server.URL()})
//		...
//	}
//
// The server is a process of its own, on a free port of the loopback address, with its files in a temporary folder. Its
// jars come from Maven into a cache outside the tree, $RECITAL_TEST_CACHE or the user's cache folder; [Prepare], or
//
//	go run ./graph/neo4j/neo4jtest/prepare
//
// fills it. Of the installed Javas (JAVA_HOME, PATH, the system's folders) each version gets the one that suits it best. Where
// Java or Maven is missing a test is skipped with the reason, but fails when CI=true. The package starts
// no server that anybody should keep data in.
package neo4jtest
