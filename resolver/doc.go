// Package resolver answers GraphQL over HTTP from a [graph.Reader]: the schema of schema.graphqls, its limits and its errors.
//
//	handler, err := resolver.New(resolver.Options{Reader: store, Logger: logger})
//	...
//	http.Handle("/graphql", handler)
//
// A resolver translates its arguments, asks the Reader once and translates the result; whatever has a meaning is decided in
// package graph. Fields of a list's entries that ask alike share one call (load.go). Every error has a stable code (errors.go).
//
// The package has no mutation, keeps no state but caches of answers that a revision makes true for ever, and knows neither the loader
// nor which store it reads.
package resolver

//go:generate go run ./internal/generate
