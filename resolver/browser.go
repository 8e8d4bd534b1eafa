package resolver

import (
	"net/http"

	"recital/resolver/internal/transport"
)

// servesPage reports whether a request is a browser's that opens the address, and has no question yet.
func servesPage(r *http.Request) bool {
	return (r.Method == http.MethodGet || r.Method == http.MethodHead) && transport.PrefersHTML(r.Header.Get("Accept")) &&
		!r.URL.Query().Has("query")
}
