package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/resolver"
)

// listening runs a handler as serve does; the address is where it listens, stop ends it as a signal would, done has what it came to.
func listening(t *testing.T, handler http.Handler) (address string, stop func(), done chan error) {
	t.Helper()
	out, in := io.Pipe()
	a := &app{stdout: in, stderr: io.Discard, getenv: func(string) string { return "" }}
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	done = make(chan error, 1)
	go func() { done <- a.listen(ctx, "127.0.0.1:0", "a test", handler, slog.New(slog.DiscardHandler)) }()
	said, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	for _, word := range strings.Fields(said) {
		if strings.HasPrefix(word, "http://") {
			return word, cancel, done
		}
	}
	t.Fatalf("no address in %q", said)
	return "", nil, nil
}

// fetch asks once and returns the protocol of the answer, which must be a good one.
func fetch(t *testing.T, client *http.Client, address string) (major int, err error) {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	response, err := client.Do(request)
	if err != nil {
		return 0, err
	}
	if response.StatusCode != http.StatusOK {
		t.Errorf("%s", response.Status)
	}
	return response.ProtoMajor, response.Body.Close()
}

// TestServeDrains ends the server while a request is being answered: it is answered still, and no other is taken.
func TestServeDrains(t *testing.T) {
	reached, release := make(chan struct{}), make(chan struct{})
	var first sync.Once
	address, stop, done := listening(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		mine := false
		first.Do(func() { mine = true })
		if mine {
			close(reached)
			<-release
		}
	}))
	answered := make(chan error, 1)
	go func() {
		_, err := fetch(t, &http.Client{Transport: &http.Transport{}}, address)
		answered <- err
	}()
	<-reached
	stop()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		if _, err := fetch(t, &http.Client{Transport: &http.Transport{}, Timeout: time.Second}, address); err != nil {
			break // it listens no more
		}
		if time.Now().After(deadline) {
			t.Fatal("requests are taken still")
		}
	}
	select {
	case err := <-done:
		t.Errorf("it ended with a request under way: %v", err)
	default:
	}
	close(release)
	if err := <-answered; err != nil {
		t.Errorf("the request under way: %v", err)
	}
	if err := <-done; err != nil {
		t.Errorf("serve: %v", err)
	}
}

// TestServeEndsUnderLoad: clients that keep their connections are told to close them before they are closed, so that no request is lost
// on its way. What cannot be sent twice is not sent again by Go's client, and its loss would be seen.
func TestServeEndsUnderLoad(t *testing.T) {
	address, stop, done := listening(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(w, r.Body); err != nil {
			t.Error(err)
		}
	}))
	var clients errgroup.Group
	begun := make(chan struct{}, 8)
	for range cap(begun) {
		clients.Go(func() error {
			client := &http.Client{Transport: &http.Transport{}}
			defer client.CloseIdleConnections()
			for n := 0; ; n++ {
				response, err := client.Post(address, "text/plain", strings.NewReader("a request"))
				if errors.Is(err, syscall.ECONNREFUSED) {
					return nil // it is known not to be taken
				}
				if err != nil {
					return err
				}
				_, err = io.Copy(io.Discard, response.Body)
				if err := errors.Join(err, response.Body.Close()); err != nil {
					return err
				}
				if n == 0 {
					begun <- struct{}{}
				}
				time.Sleep(time.Millisecond) // the connection is idle
			}
		})
	}
	for range cap(begun) {
		<-begun
	}
	stop()
	if err := clients.Wait(); err != nil {
		t.Errorf("a request was lost: %v", err)
	}
	if err := <-done; err != nil {
		t.Errorf("serve: %v", err)
	}
}

// TestServeSpeaksHTTP2InTheClear as a proxy does that takes the encryption off.
func TestServeSpeaksHTTP2InTheClear(t *testing.T) {
	address, stop, done := listening(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	for _, major := range []int{1, 2} {
		protocols := new(http.Protocols)
		protocols.SetHTTP1(major == 1)
		protocols.SetUnencryptedHTTP2(major == 2)
		transport := &http.Transport{Protocols: protocols}
		got, err := fetch(t, &http.Client{Transport: transport}, address)
		if err != nil || got != major {
			t.Fatalf("HTTP/%d: answered in HTTP/%d, %v", major, got, err)
		}
		transport.CloseIdleConnections()
	}
	stop()
	if err := <-done; err != nil {
		t.Error(err)
	}
}

// unanswering is a store that is gone.
type unanswering struct{ graph.Store }

func (unanswering) Nodes(context.Context, []graph.ID) ([]graph.Node, error) {
	return nil, graph.ErrUnavailable
}

// TestPagesOfWhatNobodyKnows asks for pages by what the graph knows, and by what it does not.
func TestPagesOfWhatNobodyKnows(t *testing.T) {
	model := fixture(t)
	for _, tt := range []struct {
		name, address string
		store         graph.Store
		want          int
	}{
		{"the start", "/", model, http.StatusOK},
		{"a text", "/i/A/HRC/RES/90/3", model, http.StatusOK},
		{"a text as people write it", "/i/hrc%2090/3", model, http.StatusOK},
		{"a text that is only cited", "/chain/udhr", model, http.StatusOK},
		{"a text by its title", "/cited-by/Universal%20Declaration%20of%20Human%20Rights", model, http.StatusOK},
		{"a number that several bodies have", "/i/48/4", model, http.StatusOK},
		{"a text that nobody knows", "/i/A/HRC/RES/1/999", model, http.StatusNotFound},
		{"its card", "/embed/card/A/HRC/RES/1/999", model, http.StatusNotFound},
		{"what no text is called", "/i/" + strings.Repeat("a", longestName+1), model, http.StatusNotFound},
		{"no page", "/nowhere", model, http.StatusNotFound},
		{"a store that does not tell", "/i/A/HRC/RES/1/999", unanswering{model}, http.StatusOK},
	} {
		t.Run(tt.name, func(t *testing.T) {
			handler, err := (&app{}).handler(resolver.Options{Reader: tt.store})
			if err != nil {
				t.Fatal(err)
			}
			w := httptest.NewRecorder()
			handler.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, tt.address, nil))
			if w.Code != tt.want {
				t.Errorf("%s has status %d, want %d", tt.address, w.Code, tt.want)
			}
		})
	}
}

// fixture is a store in memory with the documents of the contract's tests.
func fixture(t *testing.T) graph.Store {
	t.Helper()
	model := graphtest.NewModel()
	err := model.Apply(t.Context(), func(yield func(*graph.Document, error) bool) {
		for _, d := range graphtest.Fixture() {
			if !yield(d, nil) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return model
}
