package web

import (
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func get(t *testing.T, h http.Handler, method, target string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, target, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// built is a handler with one asset, so that the tests do not need a build.
func built() *handler {
	return &handler{
		assets: map[string]asset{
			"/assets/main-1.js": {body: []byte("export{}"), gzipped: compress([]byte("export{}")), media: mediaType("main-1.js"), etag: `"a"`},
			"/favicon.svg":      {body: []byte("<svg/>"), media: mediaType("favicon.svg"), etag: `"f"`},
		},
		page:  asset{body: []byte("<!doctype html>"), media: mediaType("index.html"), etag: `"p"`},
		views: mustViews(),
		asks:  questions{"Reader": "abc"},
		known: func(_ context.Context, text string) bool { return text != "A/HRC/RES/1/999" },
	}
}

func TestHandlerAnswers(t *testing.T) {
	tests := []struct {
		name, method, target string
		status               int
		media, caching       string
	}{
		{"the start page is asked for each time", "GET", "/", 200, "text/html; charset=utf-8", cacheAsk},
		{"a symbol's address is the page", "GET", "/i/A/78/6(Sect.29A)", 200, "text/html; charset=utf-8", cacheAsk},
		{"a hashed asset is kept for ever", "GET", "/assets/main-1.js", 200, "text/javascript; charset=utf-8", cacheForever},
		{"a page that is none says so with its status", "GET", "/nowhere", 404, "text/html; charset=utf-8", cacheAsk},
		{"a view that is about a text is none without", "GET", "/i/", 404, "text/html; charset=utf-8", cacheAsk},
		{"a view that is about nothing is none with a text", "GET", "/mandates/x", 404, "text/html; charset=utf-8", cacheAsk},
		{"a text that nobody knows", "GET", "/cited-by/A/HRC/RES/1/999", 404, "text/html; charset=utf-8", cacheAsk},
		{"its card for other pages", "HEAD", "/embed/card/A/HRC/RES/1/999", 404, "text/html; charset=utf-8", cacheAsk},
		{"another file is not", "GET", "/favicon.svg", 200, "image/svg+xml", cacheAsk},
		{"an asset of an older build is not the page", "GET", "/assets/main-0.js", 404, "text/plain; charset=utf-8", cacheAsk},
		{"HEAD is GET without a body", "HEAD", "/", 200, "text/html; charset=utf-8", cacheAsk},
		{"nothing is taken", "POST", "/", 405, "text/plain; charset=utf-8", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			resp := get(t, built(), tt.method, tt.target)
			got := []any{resp.Code, resp.Header().Get("Content-Type"), resp.Header().Get("Cache-Control")}
			want := []any{tt.status, tt.media, tt.caching}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHandlerNegotiatesAndRevalidates(t *testing.T) {
	resp := get(t, built(), "GET", "/assets/main-1.js", "Accept-Encoding", "br, gzip")
	zr, err := gzip.NewReader(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(zr)
	if err != nil || string(body) != "export{}" {
		t.Errorf("gzip body %q, %v", body, err)
	}
	again := get(t, built(), "GET", "/assets/main-1.js", "Accept-Encoding", "gzip", "If-None-Match", resp.Header().Get("ETag"))
	if again.Code != http.StatusNotModified {
		t.Errorf("the same ETag again: status %d, want 304", again.Code)
	}
	for accept, want := range map[string]bool{"": false, "gzip;q=0": false, "gzip; q=0.0": false, "gzip;q=0.5": true, "GZIP": true, "br": false} {
		if got := acceptsGzip(accept); got != want {
			t.Errorf("acceptsGzip(%q) = %v, want %v", accept, got, want)
		}
	}
}

// A page that is not found is whole, as the client takes it, and is never "not modified".
func TestHandlerShowsThePageWhereThereIsNone(t *testing.T) {
	h := built()
	h.page.gzipped = compress(h.page.body)
	for _, header := range [][]string{{}, {"Accept-Encoding", "gzip"}, {"If-None-Match", `"p"`}} {
		resp := get(t, h, "GET", "/nowhere", header...)
		var body io.Reader = resp.Body
		if resp.Header().Get("Content-Encoding") == "gzip" {
			zr, err := gzip.NewReader(resp.Body)
			if err != nil {
				t.Fatal(err)
			}
			body = zr
		}
		got, err := io.ReadAll(body)
		if err != nil || resp.Code != http.StatusNotFound || string(got) != "<!doctype html>" || resp.Header().Get("ETag") != "" {
			t.Errorf("with %v: status %d, body %q, ETag %q, %v", header, resp.Code, got, resp.Header().Get("ETag"), err)
		}
	}
}

// Every view of the explorer has a page, and its list is the one that the server reads.
func TestEveryViewIsFound(t *testing.T) {
	if len(mustViews()) == 0 {
		t.Fatal("no view")
	}
	for _, path := range mustViews() {
		subject := ""
		if path != "/" && strings.HasSuffix(path, "/") {
			subject = "A/RES/217(III)A"
		}
		if resp := get(t, built(), "GET", path+subject); resp.Code != http.StatusOK {
			t.Errorf("%s%s has status %d", path, subject, resp.Code)
		}
	}
}

func TestPolicyForbidsInlineAndFramesOnlyEmbeds(t *testing.T) {
	page := get(t, built(), "GET", "/").Header().Get("Content-Security-Policy")
	embed := get(t, built(), "GET", "/embed/card/iccpr").Header().Get("Content-Security-Policy")
	if strings.Contains(page, "unsafe-inline") || !strings.HasSuffix(page, "frame-ancestors 'self'") {
		t.Errorf("page policy %q", page)
	}
	if !strings.HasSuffix(embed, "frame-ancestors *") {
		t.Errorf("embed policy %q", embed)
	}
}

func TestHandlerServesWhatIsBuilt(t *testing.T) {
	resp := get(t, Handler(Options{}), "GET", "/i/A/HRC/RES/53/29")
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.Code != 200 {
		t.Fatalf("status %d, %v", resp.Code, err)
	}
	want := "npm run build"
	if Built() {
		want = `<script type="module"`
	}
	if !strings.Contains(string(body), want) {
		t.Errorf("page lacks %q", want)
	}
}

func TestTrustedDocuments(t *testing.T) {
	got, err := trusted("# head\nquery A { # why\n  a { ...F }\n}\n\nfragment F on T {\n  f\n  ... on U { ...G }\n}\nfragment G on U {\n  query\n}\nquery B {\n  b\n}\n")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, text := range []string{
		"query A {\na { ...F }\n}\nfragment F on T {\nf\n... on U { ...G }\n}\nfragment G on U {\nquery\n}",
		"query B {\nb\n}",
	} {
		sum := sha256.Sum256([]byte(text))
		want[hex.EncodeToString(sum[:])] = text
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := trusted("query A {\n  ...Missing\n}\n"); err == nil {
		t.Error("a missing fragment is not reported")
	}
	if documents, err := TrustedDocuments(); err != nil || len(documents) == 0 {
		t.Errorf("operations.graphql: %d documents, %v", len(documents), err)
	}
}

// The build cuts the operations as TrustedDocuments does: a server that trusts known documents alone knows the explorer's.
func TestTrustedDocumentsAreThoseOfTheBuild(t *testing.T) {
	generated, err := os.ReadFile("src/api/generated.ts")
	if err != nil {
		t.Fatal(err)
	}
	documents, err := TrustedDocuments()
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, m := range regexp.MustCompile(`hash: "(\w+)"`).FindAllSubmatch(generated, -1) {
		want = append(want, string(m[1]))
	}
	slices.Sort(want)
	if diff := cmp.Diff(want, slices.Sorted(maps.Keys(documents))); diff != "" {
		t.Errorf("run npm run generate: %s", diff)
	}
}

// TestQuestionBesideThePage: the page of a text comes with the address of what it will ask, so that a browser asks while it loads the script.
func TestQuestionBesideThePage(t *testing.T) {
	h := built()
	for _, tt := range []struct{ name, target, want string }{
		{"a text", "/i/A/HRC/RES/53/29?p=PP6", "<" + h.asks.reader("A/HRC/RES/53/29") + ">; rel=preload; as=fetch; crossorigin"},
		{"a text as people write it", "/i/hrc%2053/29", "<" + h.asks.reader("hrc 53/29") + ">; rel=preload; as=fetch; crossorigin"},
		{"one that nobody knows", "/i/A/HRC/RES/1/999", ""},
		{"another view", "/cited-by/A/HRC/RES/53/29", ""},
		{"the start", "/", ""},
		{"a file", "/assets/main-1.js", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := get(t, h, "GET", tt.target).Header().Get("Link"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
