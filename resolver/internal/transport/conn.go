package transport

import (
	"context"
	"net"
)

// conn is a connection on which an answer leaves in one piece. The standard library has room for four kilobytes and sends what overflows: an
// answer of twice that is two calls of the system, and as many for who reads it. Reads and writes may be concurrent, several writes not.
type conn struct {
	*net.TCPConn
	held   []byte    // written, but not sent
	expect int       // how many bytes are still to come at least, those held included
	both   [2][]byte // room for what is sent together
}

// Listener is a listener whose connections a server's answers leave in one piece on, if its ConnContext is ConnContext.
func Listener(l net.Listener) net.Listener { return listener{l} }

type listener struct{ net.Listener }

// Accept implements [net.Listener].
func (l listener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		return &conn{TCPConn: tcp}, err
	}
	return c, err
}

type connKey struct{}

// ConnContext puts a Listener's connection into the context of its requests.
func ConnContext(ctx context.Context, c net.Conn) context.Context {
	if c, ok := c.(*conn); ok {
		return context.WithValue(ctx, connKey{}, c)
	}
	return ctx
}

// expectBody says that a body of so many bytes will be written next: what is written goes out when all of it is there.
func expectBody(ctx context.Context, bytes int) {
	if c, ok := ctx.Value(connKey{}).(*conn); ok {
		c.expect = bytes
	}
}

// Write implements [net.Conn].
func (c *conn) Write(p []byte) (int, error) {
	if len(p) < c.expect {
		c.held = append(c.held, p...)
		c.expect -= len(p)
		return len(p), nil
	}
	c.expect = 0
	if len(c.held) == 0 {
		return c.TCPConn.Write(p)
	}
	held := len(c.held)
	c.both = [2][]byte{c.held, p}
	together := net.Buffers(c.both[:])
	sent, err := together.WriteTo(c.TCPConn)
	c.held, c.both = c.held[:0], [2][]byte{}
	return max(0, int(sent)-held), err
}
