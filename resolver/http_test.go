package resolver_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"recital/graph"
	"recital/resolver"
)

func get(t testing.TB, handler http.Handler, address string, header ...string) *answer {
	t.Helper()
	return send(t, handler, httptest.NewRequestWithContext(t.Context(), http.MethodGet, address, nil), header...)
}

func address(query string) string { return "/graphql?query=" + url.QueryEscape(query) }

const asked = `{ instrument(symbol: "A/HRC/RES/90/3") { title } }`

func TestETagAnswersWithoutExecution(t *testing.T) {
	store := &countingReader{Reader: fixture(t)}
	handler := serve(t, resolver.Options{Reader: store, RevisionAge: time.Hour})
	first := get(t, handler, address(asked))
	etag := first.header.Get("Etag")
	if first.status != http.StatusOK || etag == "" {
		t.Fatalf("status %d, ETag %q", first.status, etag)
	}
	store.reset()
	again := get(t, handler, address(asked), "If-None-Match", etag)
	if again.status != http.StatusNotModified || len(again.body) != 0 || again.header.Get("Etag") != etag {
		t.Errorf("status %d, %d bytes, ETag %q; want 304, none, %q", again.status, len(again.body), again.header.Get("Etag"), etag)
	}
	if posted := post(t, handler, asked, nil, "If-None-Match", `"other", `+etag); posted.status != http.StatusOK {
		t.Errorf("a POST with other variables text got %d", posted.status)
	}
	kept := get(t, handler, address(asked), "If-None-Match", `"other"`)
	if diff := cmp.Diff(string(first.body), string(kept.body)); diff != "" {
		t.Error(diff)
	}
	if n := store.total(); n > 2 { // the POST's
		t.Errorf("%d calls to the store for answers that are known", n)
	}
}

func TestETagChangesWithTheGraph(t *testing.T) {
	store := fixture(t)
	handler := serve(t, resolver.Options{Reader: store, RevisionAge: time.Nanosecond})
	etag := get(t, handler, address(asked)).header.Get("Etag")
	doc := *newDocument("A/HRC/RES/90/3", "Another title")
	if err := store.Apply(t.Context(), documents([]*graph.Document{&doc})); err != nil {
		t.Fatal(err)
	}
	changed := get(t, handler, address(asked), "If-None-Match", etag)
	if changed.status != http.StatusOK || !bytes.Contains(changed.body, []byte("Another title")) {
		t.Errorf("status %d: %s", changed.status, changed.body)
	}
}

func newDocument(symbol, title string) *graph.Document {
	s := graph.MustParseSymbol(symbol)
	return &graph.Document{Instrument: graph.Instrument{
		ID: s.ID(), Symbol: s, Kind: graph.Resolution, Title: title, Held: true, Basis: graph.FromText,
		Date: graph.MustParseDate("2033-07-14"), Body: graph.HumanRightsCouncil, Session: "90",
	}, Source: graph.Source{Name: "a.txt", Format: "text", Quality: 1}}
}

func TestErrorsAreNotKept(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, q := range []string{"{", "{ nothing }", `{ chain(start: "nothing") { truncated } }`} {
		if a := get(t, handler, address(q)); a.header.Get("Etag") != "" || a.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s: ETag %q, Cache-Control %q", q, a.header.Get("Etag"), a.header.Get("Cache-Control"))
		}
	}
}

func TestCompression(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	const long = `{ __schema { types { name description fields { name description } } } }`
	plain := get(t, handler, address(long))
	for _, tc := range []struct {
		accept, want string
		open         func(io.Reader) (io.Reader, error)
	}{
		{"gzip, deflate", "gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		{"gzip, zstd, br", "zstd", func(r io.Reader) (io.Reader, error) { return zstd.NewReader(r) }},
		{"zstd;q=0.1, gzip;q=0.9", "gzip", func(r io.Reader) (io.Reader, error) { return gzip.NewReader(r) }},
		{"br, gzip;q=0", "", func(r io.Reader) (io.Reader, error) { return r, nil }},
		{"", "", func(r io.Reader) (io.Reader, error) { return r, nil }},
		{"identity, gzip;q=0.5", "", func(r io.Reader) (io.Reader, error) { return r, nil }},
	} {
		t.Run(tc.accept, func(t *testing.T) {
			a := get(t, handler, address(long), "Accept-Encoding", tc.accept)
			if got := a.header.Get("Content-Encoding"); got != tc.want {
				t.Fatalf("encoding %q, want %q", got, tc.want)
			}
			opened, err := tc.open(bytes.NewReader(a.body))
			if err != nil {
				t.Fatal(err)
			}
			body, err := io.ReadAll(opened)
			if err != nil || !bytes.Equal(body, plain.body) {
				t.Errorf("unpacked it is another answer: %v", err)
			}
		})
	}
	if short := get(t, handler, address(asked), "Accept-Encoding", "gzip"); short.header.Get("Content-Encoding") != "" {
		t.Error("a short answer is compressed")
	}
}

func TestCrossOrigin(t *testing.T) {
	preflight := func(handler http.Handler, origin string) *answer {
		r := httptest.NewRequestWithContext(t.Context(), http.MethodOptions, "/graphql", nil)
		return send(t, handler, r, "Origin", origin, "Access-Control-Request-Method", "POST",
			"Access-Control-Request-Headers", "apollographql-client-name,content-type")
	}
	for _, tc := range []struct {
		name, origin, want string
		cors               resolver.CORS
	}{
		{"any by default", "https://a.example", "*", resolver.CORS{}},
		{"the one that may", "https://a.example", "https://a.example", resolver.CORS{Origins: []string{"https://a.example"}}},
		{"another", "https://b.example", "", resolver.CORS{Origins: []string{"https://a.example"}}},
		{"off", "https://a.example", "", resolver.CORS{Off: true}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			handler := serve(t, resolver.Options{Reader: fixture(t), CORS: tc.cors})
			a := preflight(handler, tc.origin)
			if got := a.header.Get("Access-Control-Allow-Origin"); got != tc.want {
				t.Errorf("preflight allows %q, want %q", got, tc.want)
			}
			if a.header.Get("Access-Control-Allow-Credentials") != "" {
				t.Error("credentials are allowed")
			}
			if got := get(t, handler, address(asked), "Origin", tc.origin).header.Get("Access-Control-Allow-Origin"); got != tc.want {
				t.Errorf("answer allows %q, want %q", got, tc.want)
			}
		})
	}
}

func TestRefusesForms(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	for _, tc := range []struct {
		name, method, media, accept, body string
		status                            int
		code                              string
	}{
		{"a form of another site", "POST", "application/x-www-form-urlencoded", "", "query={__typename}", 415, "UNSUPPORTED_MEDIA_TYPE"},
		{"plain text", "POST", "text/plain", "", `{"query":"{__typename}"}`, 415, "UNSUPPORTED_MEDIA_TYPE"},
		{"files", "POST", "multipart/form-data; boundary=x", "", "--x--", 415, "UNSUPPORTED_MEDIA_TYPE"},
		{"another character set", "POST", "application/json; charset=utf-16", "", "{}", 415, "UNSUPPORTED_MEDIA_TYPE"},
		{"another method", "PUT", "application/json", "", "{}", 405, "METHOD_NOT_ALLOWED"},
		{"an answer we do not give", "POST", "application/json", "image/png", `{"query":"{__typename}"}`, 406, "NOT_ACCEPTABLE"},
		{"nothing", "POST", "application/json", "", "", 400, "BAD_REQUEST"},
		{"two values", "POST", "application/json", "", `{"query":"{__typename}"} {}`, 400, "BAD_REQUEST"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := httptest.NewRequestWithContext(t.Context(), tc.method, "/graphql", strings.NewReader(tc.body))
			a := send(t, handler, r, "Content-Type", tc.media, "Accept", tc.accept)
			if a.status != tc.status || a.code() != tc.code {
				t.Errorf("%d %s, want %d %s", a.status, a.code(), tc.status, tc.code)
			}
			if bytes.Contains(a.body, []byte(`"data"`)) {
				t.Errorf("a refused request has data: %s", a.body)
			}
		})
	}
}

func TestBrowserGetsThePage(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
	page := get(t, handler, "/graphql", "Accept", browser)
	policy := page.header.Get("Content-Security-Policy")
	if !bytes.Contains(page.body, []byte("graphiql.js")) || strings.Contains(policy, "unsafe") || !strings.Contains(policy, "script-src 'self'") {
		t.Errorf("policy %q: %s", policy, page.body)
	}
	for _, name := range []string{"graphiql.js", "graphiql.css", "LICENSES.txt"} {
		if a := get(t, handler, "/graphql/"+name); a.status != http.StatusOK || len(a.body) < 1000 {
			t.Errorf("%s: status %d, %d bytes", name, a.status, len(a.body))
		}
	}
	if a := get(t, handler, address("{__typename}"), "Accept", browser); !bytes.Contains(a.body, []byte(`"Query"`)) {
		t.Errorf("a question in the address gets %s", a.body)
	}
}

func TestPersistedQueries(t *testing.T) {
	sum := sha256.Sum256([]byte(asked))
	hash := hex.EncodeToString(sum[:])
	body := func(query, hash string) string {
		return fmt.Sprintf(`{"query":%q,"extensions":{"persistedQuery":{"version":1,"sha256Hash":%q}}}`, query, hash)
	}
	ask := func(handler http.Handler, body string) *answer {
		return attacked(t, handler, attack{body: body})
	}
	t.Run("automatic", func(t *testing.T) {
		handler := serve(t, resolver.Options{Reader: fixture(t)})
		if a := ask(handler, body("", hash)); a.code() != "PERSISTED_QUERY_NOT_FOUND" || a.Errors[0].Message != "PersistedQueryNotFound" {
			t.Errorf("before: %s", a.body)
		}
		if a := ask(handler, body("{__typename}", hash)); a.code() != "PERSISTED_QUERY_HASH_MISMATCH" {
			t.Errorf("a wrong hash: %s", a.body)
		}
		if a := ask(handler, body(asked, hash)); a.code() != "" {
			t.Errorf("with both: %s", a.body)
		}
		if a := ask(handler, body("", hash)); a.code() != "" {
			t.Errorf("after: %s", a.body)
		}
	})
	t.Run("automatic, of an answer that is kept", func(t *testing.T) {
		handler := serve(t, resolver.Options{Reader: fixture(t)})
		for _, b := range []string{query(asked), body(asked, hash), body("", hash)} {
			if a := ask(handler, b); a.code() != "" {
				t.Errorf("%s: %s", b, a.body)
			}
		}
	})
	t.Run("trusted", func(t *testing.T) {
		options := resolver.Options{Reader: fixture(t), Trusted: map[string]string{hash: asked}, TrustedOnly: true}
		handler := serve(t, options)
		for _, b := range []string{body("", hash), `{"documentId":"sha256:` + hash + `"}`, query(asked)} {
			if a := ask(handler, b); a.code() != "" {
				t.Errorf("%s: %s", b, a.body)
			}
		}
		if a := ask(handler, query("{__typename}")); a.code() != "UNTRUSTED_DOCUMENT" {
			t.Errorf("another document: %s", a.body)
		}
		options.Trusted = map[string]string{hash: "{__typename}"}
		if _, err := resolver.New(options); err == nil {
			t.Error("a wrong hash is trusted")
		}
		unfit := sha256.Sum256([]byte("{nothing}"))
		options.Trusted = map[string]string{hex.EncodeToString(unfit[:]): "{nothing}"}
		if _, err := resolver.New(options); err == nil {
			t.Error("a document that does not fit the schema is trusted")
		}
	})
}

func TestIntrospectionCanBeHidden(t *testing.T) {
	hidden := serve(t, resolver.Options{Reader: fixture(t), HideSchema: true})
	for _, q := range []string{`{__schema{types{name}}}`, `{...f} fragment f on Query {__type(name:"Query"){name}}`} {
		if a := post(t, hidden, q, nil); a.code() != "INTROSPECTION_OFF" {
			t.Errorf("%s: %s", q, a.body)
		}
	}
	if a := post(t, hidden, `{instrumens{nodes{id}}}`, nil); a.code() != "VALIDATION_FAILED" || bytes.Contains(a.body, []byte("Did you mean")) {
		t.Errorf("a mistake: %s", a.body)
	}
	if a := post(t, hidden, "{__typename}", nil); a.code() != "" {
		t.Errorf("__typename: %s", a.body)
	}
}

func TestRate(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t), Rate: resolver.Rate{PerSecond: 0.001, Burst: 2}, ClientHeader: "X-Forwarded-For"})
	codes := []string{}
	for _, client := range []string{"10.0.0.1", "10.0.0.1", "10.0.0.1", "10.0.0.1, 10.0.0.2"} {
		a := get(t, handler, address(asked), "X-Forwarded-For", client)
		codes = append(codes, a.code())
		if a.code() != "" && (a.status != http.StatusTooManyRequests || a.header.Get("Retry-After") == "") {
			t.Errorf("status %d, Retry-After %q", a.status, a.header.Get("Retry-After"))
		}
	}
	if diff := cmp.Diff([]string{"", "", "RATE_LIMITED", ""}, codes); diff != "" {
		t.Error(diff)
	}
}

// slowReader answers Nodes when it is let.
type slowReader struct {
	graph.Reader
	begun chan struct{}
}

func (r slowReader) Nodes(ctx context.Context, _ []graph.ID) ([]graph.Node, error) {
	r.begun <- struct{}{}
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestBusyAndLate(t *testing.T) {
	store := slowReader{fixture(t), make(chan struct{}, 10)}
	handler := serve(t, resolver.Options{
		Reader: store, Concurrent: 1, Patience: 10 * time.Millisecond, Timeout: 300 * time.Millisecond,
	})
	late := make(chan *answer)
	go func() { late <- post(t, handler, `{ node(id: "a") { id } }`, nil) }()
	<-store.begun
	busy := post(t, handler, asked, nil)
	if busy.code() != "TOO_BUSY" || busy.status != http.StatusServiceUnavailable || busy.header.Get("Retry-After") == "" {
		t.Errorf("the second: %d %s", busy.status, busy.body)
	}
	if a := <-late; a.code() != "TIMEOUT" {
		t.Errorf("the first: %d %s", a.status, a.body)
	}
}

// failingReader fails all calls but those of its revision.
type failingReader struct {
	graph.Reader
	err error
}

func (r failingReader) Nodes(context.Context, []graph.ID) ([]graph.Node, error) { return nil, r.err }

func TestStoreErrors(t *testing.T) {
	for _, tc := range []struct {
		err  error
		code string
	}{
		{fmt.Errorf("dial: %w: secret-host", graph.ErrUnavailable), "STORE_UNAVAILABLE"},
		{fmt.Errorf("log in: %w: secret-user", graph.ErrUnauthorized), "STORE_UNAVAILABLE"},
		{errors.New("secret"), "INTERNAL"},
	} {
		var log bytes.Buffer
		handler := serve(t, resolver.Options{
			Reader: failingReader{fixture(t), tc.err}, Logger: slog.New(slog.NewTextHandler(&log, nil)),
		})
		a := post(t, handler, `query Q($id: ID!) { node(id: $id) { id } }`, map[string]any{"id": "private"}, "X-Request-Id", "req-1")
		if a.code() != tc.code || bytes.Contains(a.body, []byte("secret")) {
			t.Errorf("%v: %s", tc.err, a.body)
		}
		if !strings.Contains(log.String(), "secret") || !strings.Contains(log.String(), "req-1") {
			t.Errorf("the log does not tell the cause: %s", log.String())
		}
		if strings.Contains(log.String(), "private") {
			t.Errorf("the log tells a variable: %s", log.String())
		}
		if a.header.Get("X-Request-Id") != "req-1" {
			t.Errorf("request id %q", a.header.Get("X-Request-Id"))
		}
	}
}

func TestCostOnRequest(t *testing.T) {
	handler := serve(t, resolver.Options{Reader: fixture(t)})
	a := post(t, handler, asked, nil, "Recital-Cost", "1")
	cost, _ := a.Extensions["cost"].(map[string]any)
	if cost["requested"] != 4.0 || cost["limit"] != 30000.0 {
		t.Errorf("extensions %v", a.Extensions)
	}
	if plain := post(t, handler, asked, nil); plain.Extensions != nil {
		t.Errorf("extensions that were not asked for: %v", plain.Extensions)
	}
}
