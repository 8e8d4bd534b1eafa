package transport

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"testing"
	"time"
)

func listen(t *testing.T) net.Listener {
	t.Helper()
	var config net.ListenConfig
	l, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func dial(t *testing.T, l net.Listener) net.Conn {
	t.Helper()
	var dialer net.Dialer
	c, err := dialer.DialContext(t.Context(), "tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// TestConnHolds: what comes before the last of an expected body waits for it, and nothing waits otherwise.
func TestConnHolds(t *testing.T) {
	l := Listener(listen(t))
	t.Cleanup(func() { _ = l.Close() })
	client := dial(t, l)
	server, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Close() })
	write := func(p string) {
		t.Helper()
		if n, err := io.WriteString(server, p); n != len(p) || err != nil {
			t.Fatalf("Write(%q) = %d, %v", p, n, err)
		}
	}
	arrives := func(want string) {
		t.Helper()
		got := make([]byte, len(want))
		if _, err := io.ReadFull(client, got); err != nil || string(got) != want {
			t.Fatalf("%q arrives, %v; want %q", got, err, want)
		}
	}
	write("at once")
	arrives("at once")
	expectBody(ConnContext(t.Context(), server), 10)
	write("head, ")
	write("bo")
	if err := client.SetReadDeadline(time.Now().Add(20 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	if n, err := client.Read(make([]byte, 1)); n > 0 || !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("%d bytes arrive before the rest is there, %v", n, err)
	}
	if err := client.SetReadDeadline(time.Time{}); err != nil {
		t.Fatal(err)
	}
	write("dy and more")
	arrives("head, body and more")
	write("at once again")
	arrives("at once again")
}

// TestConnAnswers: over one connection come answers of all sizes, with and without a body, and what is written by others in between.
func TestConnAnswers(t *testing.T) {
	sizes := []int{0, 1, 3000, 3700, 3800, 3900, 4000, 4096, 4097, 8192, 100_000}
	mux := http.NewServeMux()
	mux.HandleFunc("/answer", func(w http.ResponseWriter, r *http.Request) {
		var n int
		if _, err := fmt.Sscan(r.URL.RawQuery, &n); err != nil {
			t.Error(err)
		}
		Answer{Status: http.StatusOK, Media: JSON, Body: NewBody(bytes.Repeat([]byte("x"), n))}.Write(w, r)
	})
	mux.HandleFunc("/stream", func(w http.ResponseWriter, _ *http.Request) {
		for range 5 {
			_, _ = io.WriteString(w, "part")
			if err := http.NewResponseController(w).Flush(); err != nil {
				t.Error(err)
			}
		}
	})
	l := listen(t)
	server := &http.Server{Handler: mux, ConnContext: ConnContext, ReadHeaderTimeout: time.Second}
	done := make(chan error, 1)
	go func() { done <- server.Serve(Listener(l)) }()
	client := dial(t, l)
	answers := bufio.NewReader(client)
	ask := func(method, address string, want int) {
		t.Helper()
		r, err := http.NewRequestWithContext(t.Context(), method, "http://test"+address, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Write(client); err != nil {
			t.Fatal(err)
		}
		if err := client.SetReadDeadline(time.Now().Add(10 * time.Second)); err != nil {
			t.Fatal(err)
		}
		answer, err := http.ReadResponse(answers, r)
		if err != nil {
			t.Fatalf("%s %s: %v", method, address, err)
		}
		body, err := io.ReadAll(answer.Body)
		if err != nil || len(body) != want || answer.Body.Close() != nil {
			t.Errorf("%s %s: %d bytes, %v; want %d", method, address, len(body), err, want)
		}
	}
	for _, n := range sizes {
		address := fmt.Sprintf("/answer?%d", n)
		ask(http.MethodGet, address, n)
		ask(http.MethodHead, address, 0)
		ask(http.MethodGet, "/stream", 20)
		ask(http.MethodGet, address, n)
	}
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	if err := <-done; !errors.Is(err, http.ErrServerClosed) {
		t.Error(err)
	}
}
