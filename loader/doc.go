// Package loader turns texts into the graph: text in, graph out.
//
//	l := loader.New(catalogue)
//	report, err := l.Load(ctx, store, []string{"resolutions/", "more.tar.gz"}, loader.Options{})
//
// [Loader.Load] is the whole way on one screen: loader/source reads, loader/parse divides, loader/extract finds, and
// this package links and builds what a store applies. Documents are read in parallel; the graph is the same in any
// order and on any number of workers. A bad document is counted and named in the [Report] and never stops a load; a bad
// store does.
package loader
