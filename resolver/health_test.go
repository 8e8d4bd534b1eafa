package resolver_test

import (
	"bytes"
	"context"
	"net/http"
	"testing"

	"recital/graph"
	"recital/resolver"
)

func TestHealth(t *testing.T) {
	good := serve(t, resolver.Options{Reader: fixture(t)})
	for _, path := range []string{"/healthz", "/readyz", "/metrics"} {
		if a := get(t, good, path); a.status != http.StatusOK {
			t.Errorf("%s: %d", path, a.status)
		}
	}
	post(t, good, asked, nil)
	if a := get(t, good, "/metrics"); !bytes.Contains(a.body, []byte(`recital_requests_total{code="",operation="other",status="200"} 1`)) {
		t.Errorf("metrics lack the request: %s", a.body)
	}
	warmed := make(chan struct{})
	cold := serve(t, resolver.Options{Reader: fixture(t), Warmed: warmed})
	if a := get(t, cold, "/readyz"); a.status != http.StatusServiceUnavailable {
		t.Errorf("/readyz while the store warms up: %d", a.status)
	}
	close(warmed)
	if a := get(t, cold, "/readyz"); a.status != http.StatusOK {
		t.Errorf("/readyz when the store is warm: %d", a.status)
	}
	leaving := make(chan struct{})
	ending := serve(t, resolver.Options{Reader: fixture(t), Leaving: leaving})
	if a := get(t, ending, "/readyz"); a.status != http.StatusOK {
		t.Errorf("/readyz of a server that may end: %d", a.status)
	}
	close(leaving)
	if a := get(t, ending, "/readyz"); a.status != http.StatusServiceUnavailable {
		t.Errorf("/readyz of a server that ends: %d", a.status)
	}
	bad := serve(t, resolver.Options{Reader: unready{fixture(t)}})
	if a := get(t, bad, "/readyz"); a.status != http.StatusServiceUnavailable {
		t.Errorf("/readyz without a store: %d", a.status)
	}
	if a := get(t, bad, "/healthz"); a.status != http.StatusOK {
		t.Errorf("/healthz without a store: %d", a.status)
	}
	if a := post(t, bad, `{ find(text: "udhr") { candidates { id } } }`, nil); a.code() != "" || a.header.Get("Etag") != "" {
		t.Errorf("without a revision: %s, ETag %q", a.body, a.header.Get("Etag"))
	}
}

type unready struct{ graph.Reader }

func (unready) Stats(context.Context) (graph.Stats, error) {
	return graph.Stats{}, graph.ErrUnavailable
}
