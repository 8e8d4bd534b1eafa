package source

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
)

// TestFetch plays the document service's ways of answering.
func TestFetch(t *testing.T) {
	symbol := graph.MustParseSymbol("A/HRC/RES/53/29")
	pdf := string(pdfSample(onePage()...))
	page := "<html><body>We could not find the United Nations document</body></html>"
	wordOnly := func(handler http.HandlerFunc) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			if r.URL.Query().Get("t") == "docx" {
				write(w, page)
				return
			}
			handler(w, r)
		}
	}
	tests := []struct {
		name    string
		handler func(asked *int) http.HandlerFunc
		want    error // nil: fetched
		says    string
		waits   []time.Duration
	}{
		{
			name: "a redirect to the PDF, no Word file",
			handler: func(*int) http.HandlerFunc {
				return wordOnly(func(w http.ResponseWriter, r *http.Request) {
					if r.URL.Path == "/access" {
						http.Redirect(w, r, "/doc/1.pdf", http.StatusFound)
						return
					}
					write(w, pdf)
				})
			},
		},
		{
			name:    "a page for people with status 200 in every format",
			handler: func(*int) http.HandlerFunc { return func(w http.ResponseWriter, _ *http.Request) { write(w, page) } },
			want:    graph.ErrNotFound,
			says:    "no such document",
		},
		{
			name:    "404",
			handler: func(*int) http.HandlerFunc { return http.NotFound },
			want:    graph.ErrNotFound,
		},
		{
			name: "429 with Retry-After, then the document",
			handler: func(asked *int) http.HandlerFunc {
				return wordOnly(func(w http.ResponseWriter, _ *http.Request) {
					if *asked++; *asked == 1 {
						w.Header().Set("Retry-After", "7")
						w.WriteHeader(http.StatusTooManyRequests)
						return
					}
					write(w, pdf)
				})
			},
			waits: []time.Duration{7 * time.Second},
		},
		{
			name: "429 for an hour",
			handler: func(*int) http.HandlerFunc {
				return wordOnly(func(w http.ResponseWriter, _ *http.Request) {
					w.Header().Set("Retry-After", "3600")
					w.WriteHeader(http.StatusTooManyRequests)
				})
			},
			want: graph.ErrUnavailable,
			says: "asks to wait 1h0m0s",
		},
		{
			name: "broken off once, without a length",
			handler: func(asked *int) http.HandlerFunc {
				return wordOnly(func(w http.ResponseWriter, _ *http.Request) {
					if *asked++; *asked == 1 {
						write(w, pdf[:len(pdf)/2])
						return
					}
					write(w, pdf)
				})
			},
			waits: []time.Duration{time.Second},
		},
		{
			name: "broken off always, against its length",
			handler: func(*int) http.HandlerFunc {
				return wordOnly(func(w http.ResponseWriter, _ *http.Request) {
					w.Header().Set("Content-Length", "100000")
					write(w, pdf[:100])
				})
			},
			want:  graph.ErrUnavailable,
			says:  "broke off after 100 bytes",
			waits: []time.Duration{time.Second, 2 * time.Second, 4 * time.Second},
		},
		{
			name: "a failing service",
			handler: func(*int) http.HandlerFunc {
				return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusBadGateway) }
			},
			want:  graph.ErrUnavailable,
			says:  "502",
			waits: []time.Duration{time.Second, 2 * time.Second, 4 * time.Second},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			asked := 0
			server := httptest.NewServer(test.handler(&asked))
			t.Cleanup(server.Close)
			var waits []time.Duration
			f := &Fetcher{Base: server.URL + "/access", Wait: -1, Sleep: func(_ context.Context, d time.Duration) error {
				waits = append(waits, d)
				return nil
			}}
			item, err := f.Fetch(t.Context(), symbol)
			if !errors.Is(err, test.want) || (test.want == nil) != (err == nil) {
				t.Fatalf("got %v, want %v", err, test.want)
			}
			if err != nil && (!strings.Contains(err.Error(), symbol.String()) || !strings.Contains(err.Error(), test.says)) {
				t.Errorf("the error says %q, should name the symbol and say %q", err, test.says)
			}
			if err == nil && string(item.Data) != pdf {
				t.Errorf("got %d bytes, want %d", len(item.Data), len(pdf))
			}
			if diff := cmp.Diff(waits, test.waits); diff != "" {
				t.Errorf("waits: got (-), want (+):\n%s", diff)
			}
		})
	}
}

func write(w http.ResponseWriter, body string) {
	// A client that has gone is the test's own affair.
	_, _ = w.Write([]byte(body))
}

// TestFetchIsPolite checks the wait between requests, and that a slow server ends with the context.
func TestFetchIsPolite(t *testing.T) {
	slow := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Query().Get("s") == "A/RES/1/1" {
			<-slow
		}
		write(w, "<html></html>")
	}))
	t.Cleanup(server.Close)
	t.Cleanup(func() { close(slow) })
	var waits []time.Duration
	f := &Fetcher{Base: server.URL, Sleep: func(_ context.Context, d time.Duration) error {
		waits = append(waits, d)
		return nil
	}}
	if _, err := f.Fetch(t.Context(), graph.MustParseSymbol("A/RES/2/2")); !errors.Is(err, graph.ErrNotFound) {
		t.Fatal(err)
	}
	if diff := cmp.Diff(waits, []time.Duration{time.Second}); diff != "" {
		t.Errorf("waits: got (-), want (+):\n%s", diff)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := f.Fetch(ctx, graph.MustParseSymbol("A/RES/1/1")); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the context's error", err)
	}
}
