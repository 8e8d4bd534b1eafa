package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"
	"syscall"
	"time"

	"golang.org/x/sync/errgroup"
)

// question is one request.
type question struct {
	symbol string
	etag   bool // ask whether the last answer still holds
}

// another asks about every resolution in turn, in an order without neighbours.
func another(n int) question { return question{symbol: symbol(1 + n*7919%(instruments-1)).String()} }

// few asks about a hundred resolutions again and again.
func few(n int) question { return question{symbol: symbol(10_000 + n%100).String()} }

// known asks whether what it has of them still holds.
func known(n int) question { return question{symbol(10_000 + n%100).String(), true} }

const query = `query Page($id: ID!) {
  node(id: $id) {
    id
    ... on Instrument {
      title date citesCount citedByCount
      cites(first: 20) {
        nodes { act confidence paragraph { id place } target { id title date } evidence { quote rule span { start end } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`

// body is the POST that asks about a resolution.
func body(symbol string) ([]byte, error) {
	text, err := json.Marshal(map[string]any{"query": query, "variables": map[string]string{"id": symbol}})
	if err != nil {
		return nil, fmt.Errorf("write the question: %w", err)
	}
	return text, nil
}

// result is what a measurement found.
type result struct {
	perSecond float64
	asked     int           // with those while warming up
	cpu       time.Duration // processor time for each answer, of server and clients together
	p50, p99  time.Duration
}

// warmUp is left out of a measurement.
const warmUp = time.Second

// asker asks questions one after the other.
type asker interface {
	ask(ctx context.Context, q question) error
	close()
}

// load asks with so many clients, each on a connection of its own, waiting for each answer.
func load(
	ctx context.Context, clients int, length time.Duration, dial func(context.Context) (asker, error), ask func(int) question,
) (result, error) {
	times := make([][]time.Duration, clients)
	group, ctx := errgroup.WithContext(ctx)
	begin := time.Now().Add(warmUp)
	end := begin.Add(length)
	used := processorTime()
	for c := range clients {
		group.Go(func() error {
			client, err := dial(ctx)
			if err != nil {
				return err
			}
			defer client.close()
			for n := c; ; n += clients {
				start := time.Now()
				if start.After(end) {
					return nil
				}
				if err := client.ask(ctx, ask(n)); err != nil {
					return err
				}
				if start.After(begin) {
					times[c] = append(times[c], time.Since(start))
				}
			}
		})
	}
	if err := group.Wait(); err != nil {
		return result{}, err
	}
	all := slices.Concat(times...)
	slices.Sort(all)
	asked := int(float64(len(all)) * (length + warmUp).Seconds() / length.Seconds())
	return result{
		float64(len(all)) / length.Seconds(), asked, (processorTime() - used) / time.Duration(asked),
		all[len(all)/2].Round(10 * time.Microsecond), all[len(all)*99/100].Round(10 * time.Microsecond),
	}, nil
}

// processorTime is what this process has used.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic("bench/api: a process may always ask what it used: " + err.Error())
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// client is one connection to the API. It writes requests and reads answers itself: a whole HTTP client takes as long as the server.
type client struct {
	conn  net.Conn
	read  *bufio.Reader
	etags map[string]string // of the answers so far, by symbol
}

func dial(ctx context.Context, address string) (asker, error) {
	var dialer net.Dialer
	conn, err := dialer.DialContext(ctx, "tcp", address)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	return &client{conn, bufio.NewReaderSize(conn, 64<<10), make(map[string]string)}, nil
}

func (c *client) close() { _ = c.conn.Close() } // the measurement is over

func (c *client) ask(_ context.Context, q question) error {
	body, err := body(q.symbol)
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "POST /graphql HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: %d\r\n", len(body))
	if etag := c.etags[q.symbol]; q.etag && etag != "" {
		b.WriteString("If-None-Match: " + etag + "\r\n")
	}
	b.WriteString("\r\n")
	b.Write(body)
	if _, err := io.WriteString(c.conn, b.String()); err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	response, err := http.ReadResponse(c.read, nil)
	if err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	switch {
	case response.StatusCode == http.StatusNotModified:
		return nil
	case response.StatusCode != http.StatusOK || strings.Contains(string(answer[:min(len(answer), 20)]), "errors"):
		return fmt.Errorf("answer %s: %.300s", response.Status, answer)
	}
	c.etags[q.symbol] = response.Header.Get("Etag")
	return response.Body.Close()
}
