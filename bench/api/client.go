package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strconv"
)

// client is one connection to an API. It writes requests and reads answers itself, looking at no more than it must: a whole HTTP client takes
// as long as the server, on the same processors.
type client struct {
	conn    net.Conn
	read    *bufio.Reader
	form    *form
	request []byte
	body    []byte            // of the last answer
	etags   map[string]string // of the answers so far, by symbol
}

// head is what each request begins with.
const head = "POST /graphql HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: "

// connect says how to make clients of an API.
func connect(address string, f *form) func(context.Context) (asker, error) {
	return func(ctx context.Context) (asker, error) {
		var dialer net.Dialer
		conn, err := dialer.DialContext(ctx, "tcp", address)
		if err != nil {
			return nil, fmt.Errorf("connect: %w", err)
		}
		return &client{conn: conn, read: bufio.NewReaderSize(conn, 64<<10), form: f, etags: make(map[string]string)}, nil
	}
}

func (c *client) close() { _ = c.conn.Close() } // the measurement is over

func (c *client) ask(_ context.Context, q question) error {
	c.request = append(c.request[:0], head...)
	c.request = strconv.AppendInt(c.request, int64(len(c.form.before)+len(q.symbol)+len(c.form.after)), 10)
	if etag := c.etags[q.symbol]; q.etag && etag != "" {
		c.request = append(append(c.request, "\r\nIf-None-Match: "...), etag...)
	}
	c.request = c.form.body(append(c.request, "\r\n\r\n"...), q.symbol)
	if _, err := c.conn.Write(c.request); err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	status, etag, err := c.answer()
	switch {
	case err != nil:
		return fmt.Errorf("read the answer: %w", err)
	case status == "304" && q.etag:
		return nil
	case status != "200" || !c.about(q.symbol):
		return fmt.Errorf("answer %s about %s: %.300s", status, q.symbol, c.body)
	}
	if q.etag {
		c.etags[q.symbol] = etag
	}
	return nil
}

// about reports whether the last answer is one about the symbol, with all its citations.
func (c *client) about(symbol string) bool {
	rest, found := bytes.CutPrefix(c.body, []byte(c.form.answer))
	return found && len(rest) > len(symbol) && string(rest[:len(symbol)]) == symbol && rest[len(symbol)] == '"' &&
		bytes.Count(rest, []byte(c.form.citation)) == linksEach
}

var errLength = errors.New("it does not say its length")

// answer reads one answer into c.body.
func (c *client) answer() (status, etag string, err error) {
	length := -1
	for line := 0; ; line++ {
		text, err := c.read.ReadSlice('\n')
		if err != nil {
			return "", "", err
		}
		name, value, _ := bytes.Cut(bytes.TrimRight(text, "\r\n"), []byte(" "))
		switch string(name) {
		case "HTTP/1.1":
			status = string(value[:min(len(value), len("200"))])
		case "Etag:":
			etag = string(value)
		case "Content-Length:":
			if length, err = strconv.Atoi(string(value)); err != nil {
				return "", "", err
			}
		case "":
			c.body = c.body[:0]
			if status == "304" {
				return status, etag, nil
			}
			if length < 0 {
				return "", "", errLength
			}
			if cap(c.body) < length {
				c.body = make([]byte, length)
			}
			c.body = c.body[:length]
			_, err := io.ReadFull(c.read, c.body)
			return status, etag, err
		}
	}
}
