// Package graphiql is the page that a browser gets from /graphql: GraphiQL, bundled with all it needs, with example queries.
//
//	mux.Handle("/graphql/", http.StripPrefix("/graphql/", graphiql.Assets()))
//	graphiql.Page(w, r)
//
// assets/ is built by build.js from the packages in package.json and committed, so that the binary has the page without Node.
package graphiql

import (
	"bytes"
	"compress/gzip"
	"embed"
	"fmt"
	"io"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed assets
var assets embed.FS

// policy lets the page load its own script and style, and ask its own server.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
	"font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Recital: GraphQL</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphql/graphiql.css">
<script src="/graphql/graphiql.js" defer></script>
</head>
<body>
<div id="graphiql"></div>
<noscript>This page needs JavaScript. The API answers at /graphql without it.</noscript>
</body>
</html>
`

// Page writes the page. Its assets must be served below /graphql/.
func Page(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-cache")
	h.Add("Vary", "Accept")
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(page))
}

// Assets serves the page's script, style and licences.
func Assets() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := path.Base(r.URL.Path)
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cache-Control", "public, max-age=3600")
		switch name {
		case "graphiql.js":
			h.Set("Content-Type", "text/javascript; charset=utf-8")
		case "graphiql.css":
			h.Set("Content-Type", "text/css; charset=utf-8")
		case "LICENSES.txt":
			http.ServeFileFS(w, r, assets, "assets/LICENSES.txt")
			return
		default:
			http.NotFound(w, r)
			return
		}
		packed, err := assets.ReadFile("assets/" + name + ".gz")
		if err != nil {
			panic("graphiql: an embedded file is missing: " + err.Error())
		}
		h.Add("Vary", "Accept-Encoding")
		if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
			h.Set("Content-Encoding", "gzip")
			http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(packed))
			return
		}
		plain, err := unpack(packed)
		if err != nil {
			panic("graphiql: an embedded file is damaged: " + err.Error())
		}
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(plain))
	})
}

func unpack(packed []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return plain, nil
}
