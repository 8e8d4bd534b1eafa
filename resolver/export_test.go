package resolver_test

import (
	"bytes"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"recital/graph"
	"recital/resolver"
)

func TestExport(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, tc := range []struct {
		name, address string
		status        int
		want          string // in the body; for refusals the code
	}{
		{"all as a table", "/export?format=csv", 200, "A/HRC/RES/90/3,"},
		{"a chain by a loose symbol", "/export?format=gexf&chain=HRC+90/3&depth=2&direction=out", 200, `<node id="udhr"`},
		{"a search", "/export?format=bibtex&search=privacy&body=HRC&kind=resolution&since=2030-01-01&until=2040-01-01", 200, "A/HRC/RES/90/3"},
		{"as of a day", "/export?format=graphml&chain=A/HRC/RES/90/3&asOf=2030-01-01", 200, "</graphml>"},
		{"no format", "/export", 400, "BAD_INPUT"},
		{"an unknown format", "/export?format=docx", 400, "BAD_INPUT"},
		{"an unknown start", "/export?format=csv&chain=nothing", 404, "NOT_FOUND"},
		{"an unknown parameter", "/export?format=csv&colour=red", 400, "BAD_INPUT"},
		{"a depth of nothing", "/export?format=csv&chain=udhr&depth=deep", 400, "BAD_INPUT"},
		{"too deep", "/export?format=csv&chain=udhr&depth=99", 400, "BAD_INPUT"},
		{"a date of nothing", "/export?format=csv&search=a&since=now", 400, "BAD_INPUT"},
		{"both", "/export?format=csv&search=a&chain=udhr", 400, "BAD_INPUT"},
		{"a list", "/export?format=csv-nodes&body=HRC&since=2033-01-01&holding=held", 200, "A/HRC/RES/90/3,"},
		{"a list of a kind", "/export?format=csv-nodes&kind=decision&kind=treaty", 200, "iccpr,"},
		{"a search as of a day", "/export?format=csv-nodes&search=privacy&asOf=1900-01-01", 200, "id,symbol"},
		{"a search for nothing", "/export?format=csv&search=", 400, "BAD_INPUT"},
		{"a chain from nothing", "/export?format=csv&chain=", 400, "BAD_INPUT"},
		{"a chain of a kind", "/export?format=csv&chain=udhr&kind=treaty", 400, "BAD_INPUT"},
		{"a search with a depth", "/export?format=csv&search=privacy&depth=2", 400, "BAD_INPUT"},
		{"two chains", "/export?format=csv&chain=udhr&chain=iccpr", 400, "BAD_INPUT"},
		{"a kind of nothing", "/export?format=csv&search=privacy&kind=law", 400, "BAD_INPUT"},
		{"a holding of nothing", "/export?format=csv&search=privacy&holding=maybe", 400, "BAD_INPUT"},
		{"no steps", "/export?format=csv&chain=udhr&depth=0", 400, "BAD_INPUT"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := get(t, handler, tc.address)
			if a.status != tc.status || !bytes.Contains(a.body, []byte(tc.want)) {
				t.Errorf("%d %.300s", a.status, a.body)
			}
			if attached := strings.HasPrefix(a.header.Get("Content-Disposition"), "attachment"); attached != (tc.status == 200) {
				t.Errorf("attached: %v", attached)
			}
		})
	}
}

// TestExportLeavesOut what the selection does not have.
func TestExportLeavesOut(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, tc := range []struct{ name, address, out string }{
		{"other organs", "/export?format=csv-nodes&body=HRC", "S/RES/"},
		{"what came later", "/export?format=csv-nodes&search=privacy&asOf=1900-01-01", "A/HRC/RES/90/3"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if a := get(t, handler, tc.address); a.status != http.StatusOK || bytes.Contains(a.body, []byte("\n"+tc.out)) {
				t.Errorf("%d %.300s", a.status, a.body)
			}
		})
	}
}

func TestExportMethodsAndEncodings(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, tc := range []struct {
		name, method, accept string
		status               int
		encoding             string
		empty                bool
	}{
		{"compressed", http.MethodGet, "gzip, zstd", 200, "zstd", false},
		{"gzip alone", http.MethodGet, "gzip", 200, "gzip", false},
		{"not compressed", http.MethodGet, "gzip;q=0", 200, "", false},
		{"the head alone", http.MethodHead, "", 200, "", true},
		{"nothing is taken", http.MethodPost, "", 405, "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := httptest.NewRequestWithContext(t.Context(), tc.method, "/export?format=ris", nil)
			a := send(t, handler, r, "Accept-Encoding", tc.accept)
			if a.status != tc.status || a.header.Get("Content-Encoding") != tc.encoding || (len(a.body) == 0) != tc.empty {
				t.Errorf("%d, encoding %q, %d bytes", a.status, a.header.Get("Content-Encoding"), len(a.body))
			}
		})
	}
}

// bounded is a client's connection that keeps when writing must be over.
type bounded struct {
	*httptest.ResponseRecorder
	until time.Time
}

func (b *bounded) SetWriteDeadline(until time.Time) error {
	b.until = until
	return nil
}

func (b *bounded) Write(p []byte) (int, error) {
	if !b.until.After(time.Now()) {
		return 0, errors.New("written without a bound on its time")
	}
	n, err := b.ResponseRecorder.Write(p)
	b.until = time.Time{} // the next has a bound of its own
	return n, err
}

// TestExportDoesNotWaitForEver for a client that takes nothing: each write has a time by which it fails.
func TestExportDoesNotWaitForEver(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: manyInstruments(t)})
	client := &bounded{ResponseRecorder: httptest.NewRecorder()}
	handler.ServeHTTP(client, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/export?format=ris", nil))
	if client.Code != http.StatusOK || client.Body.Len() < 100_000 {
		t.Errorf("%d, %d bytes", client.Code, client.Body.Len())
	}
}

// breaking fails after the first page.
type breaking struct{ graph.Reader }

func (b breaking) Links(context.Context, []graph.ID, graph.LinkFilter, graph.PageRequest) ([]graph.Page[graph.LinkView], error) {
	return nil, errors.New("gone")
}

func TestExportBrokenOffIsNoWholeFile(t *testing.T) {
	server := httptest.NewServer(serve(t, resolver.Options{Reader: breaking{manyInstruments(t)}}))
	defer server.Close()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, server.URL+"/export?format=graphml", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", "identity")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := response.Body.Close(); err != nil {
			t.Error(err)
		}
	}()
	var body bytes.Buffer
	if _, err := body.ReadFrom(response.Body); err == nil {
		t.Errorf("a broken export of %d bytes ends like a whole one", body.Len())
	}
}

// manyInstruments holds more than one buffer of an export.
func manyInstruments(t testing.TB) graph.Store {
	t.Helper()
	store := fixture(t)
	list := make([]*graph.Document, 0, 300)
	for i := range 300 {
		list = append(list, newDocument("A/HRC/RES/91/"+string(rune('0'+i/100))+string(rune('0'+i/10%10))+string(rune('0'+i%10)),
			strings.Repeat("A long title. ", 30)))
	}
	if err := store.Apply(t.Context(), documents(list)); err != nil {
		t.Fatal(err)
	}
	return store
}

// TestExportLeavesPlacesForOthers holds every place that slow clients can have, and asks for another.
func TestExportLeavesPlacesForOthers(t *testing.T) {
	store := &waiting{Reader: fixture(t), begun: make(chan struct{}), release: make(chan struct{})}
	handler := serve(t, resolver.Options{Reader: store, Patience: 10 * time.Millisecond})
	ask := func(client string) *answer {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/export?format=csv-nodes", nil)
		r.RemoteAddr = client + ":1234"
		return send(t, handler, r)
	}
	var running sync.WaitGroup
	slow := func(client string) {
		running.Go(func() {
			if a := ask(client); a.status != http.StatusOK {
				t.Errorf("%s: %d %s", client, a.status, a.body)
			}
		})
		<-store.begun
	}
	slow("192.0.2.1")
	slow("192.0.2.1")
	if a := ask("192.0.2.1"); a.status != http.StatusTooManyRequests || a.code() != "RATE_LIMITED" || a.header.Get("Retry-After") == "" {
		t.Errorf("a third for one client: %d %s", a.status, a.body)
	}
	slow("192.0.2.2")
	slow("192.0.2.3")
	if a := ask("192.0.2.4"); a.status != http.StatusServiceUnavailable || a.code() != "TOO_BUSY" || a.header.Get("Retry-After") == "" {
		t.Errorf("a fifth: %d %s", a.status, a.body)
	}
	close(store.release)
	running.Wait()
	if a := ask("192.0.2.1"); a.status != http.StatusOK {
		t.Errorf("after the others: %d %s", a.status, a.body)
	}
}

// waiting answers lists when it is let.
type waiting struct {
	graph.Reader
	begun, release chan struct{}
}

func (w *waiting) List(ctx context.Context, f graph.NodeFilter, p graph.PageRequest) (graph.Page[graph.Node], error) {
	select {
	case w.begun <- struct{}{}:
	case <-w.release:
	}
	<-w.release
	return w.Reader.List(ctx, f, p)
}
