// Package catalog holds what Recital knows before it reads: named instruments, rights, actors, bodies, acts, and the
// registry of resolutions with their dates, each as a data file with its sources.
//
//	catalogue, err := catalog.Load()
//	iccpr, ok := catalogue.Instrument("iccpr")
//
// A new treaty, alias, right or phrase is a line in a data file, not code.
package catalog
