// Package web is the explorer: its built pages, embedded, and the handler that serves them.
//
//	mux.Handle("/", web.Handler(web.Options{}))
//
// The sources are in TypeScript under src; `npm ci && npm run build` in this folder makes dist, which is embedded when
// it is there at compile time. Without it the handler serves dist.html, a page that says how to build it. The package
// knows nothing of the graph: the pages ask the GraphQL API for everything.
package web

import (
	"embed"
	"io/fs"
)

// files holds dist.html always, and dist where it was built: the pattern matches both, so that the package compiles
// without Node.
//
//go:embed all:dist*
var files embed.FS

//go:embed src/operations.graphql
var operations string

//go:embed src/routes.json
var routes []byte

// Built reports whether the explorer was built when this binary was.
func Built() bool {
	_, err := fs.Stat(files, "dist/index.html")
	return err == nil
}
