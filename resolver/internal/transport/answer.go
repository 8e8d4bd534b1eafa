package transport

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Body is the bytes of an answer, and what they are when compressed: an answer that is kept is compressed once.
// It is safe for concurrent use and must not be changed.
type Body struct {
	plain      []byte
	gzip, zstd packed
}

// packed is the bytes when compressed, which they are when they are first asked for.
type packed struct {
	once  sync.Once
	bytes []byte
}

func (p *packed) by(compress func([]byte) []byte, plain []byte) []byte {
	p.once.Do(func() { p.bytes = compress(plain) })
	return p.bytes
}

// NewBody makes a body of the bytes, which it keeps.
func NewBody(plain []byte) *Body { return &Body{plain: plain} }

// Len returns the number of bytes, not compressed.
func (b *Body) Len() int { return len(b.plain) }

// Bytes returns the bytes, not compressed.
func (b *Body) Bytes() []byte { return b.plain }

// minCompressed is the least size worth compressing: one packet.
const minCompressed = 1400

// encoded returns the body as the client likes it, and the name of the encoding.
func (b *Body) encoded(accept string) ([]byte, string) {
	if len(b.plain) < minCompressed {
		return b.plain, ""
	}
	switch encoding(accept) {
	case "zstd":
		return b.zstd.by(zstded, b.plain), "zstd"
	case "gzip":
		return b.gzip.by(gzipped, b.plain), "gzip"
	default:
		return b.plain, ""
	}
}

// encoding picks the encoding for an Accept-Encoding header: the one with the highest quality, zstd among equals; none where the
// client would rather have the bytes as they are.
func encoding(accept string) string {
	best, bestQuality, plain := "", 0.0, 0.0
	for _, part := range strings.Split(accept, ",") {
		name, quality := weighed(part)
		switch {
		case name == "identity":
			plain = quality
		case name != "zstd" && name != "gzip":
		case quality > bestQuality || quality == bestQuality && quality > 0 && name == "zstd":
			best, bestQuality = name, quality
		}
	}
	if plain > bestQuality {
		return ""
	}
	return best
}

// weighed reads one entry of an Accept-Encoding header: "gzip;q=0.5". What cannot be read has no weight.
func weighed(part string) (name string, quality float64) {
	name, parameter, _ := strings.Cut(part, ";")
	name = strings.ToLower(strings.TrimSpace(name))
	q, found := strings.CutPrefix(strings.ReplaceAll(parameter, " ", ""), "q=")
	if !found {
		return name, 1
	}
	quality, err := strconv.ParseFloat(q, 64)
	if err != nil {
		return name, 0
	}
	return name, quality
}

// Compress returns a writer that sends to w what it is given as the client likes it, and the name of the encoding; nil for no encoding.
// Its Close does not close w.
func Compress(w io.Writer, accept string) (io.WriteCloser, string, error) {
	switch encoding(accept) {
	case "zstd":
		packed, err := zstd.NewWriter(w, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1))
		if err != nil {
			return nil, "", fmt.Errorf("compress: %w", err)
		}
		return packed, "zstd", nil
	case "gzip":
		return gzip.NewWriter(w), "gzip", nil
	default:
		return nil, "", nil
	}
}

// zstdEncoder is shared: EncodeAll is safe for concurrent use.
var zstdEncoder = sync.OnceValue(func() *zstd.Encoder {
	encoder, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(2))
	if err != nil {
		panic("transport: constant zstd options are refused: " + err.Error())
	}
	return encoder
})

func zstded(plain []byte) []byte { return zstdEncoder().EncodeAll(plain, nil) }

func gzipped(plain []byte) []byte {
	var buffer bytes.Buffer
	w, err := gzip.NewWriterLevel(&buffer, gzip.BestSpeed)
	if err != nil {
		panic("transport: a constant gzip level is refused: " + err.Error())
	}
	if _, err := w.Write(plain); err != nil {
		panic("transport: writing to memory failed: " + err.Error())
	}
	if err := w.Close(); err != nil {
		panic("transport: writing to memory failed: " + err.Error())
	}
	return buffer.Bytes()
}

// Answer is what a client gets.
type Answer struct {
	Status int
	Media  Media
	Body   *Body
	// ETag of an answer that stays true for a revision; empty for others, which must not be kept.
	ETag string
}

// Write sends the answer. A client that is gone is no error of ours.
func (a Answer) Write(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Type", string(a.Media)+"; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	setCaching(h, a.ETag)
	body, encoding := a.Body.encoded(r.Header.Get("Accept-Encoding"))
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodHead {
		w.WriteHeader(a.Status)
		return
	}
	if r.ProtoMajor == 1 { // later versions have several answers on a connection
		expectBody(r.Context(), len(body))
	}
	w.WriteHeader(a.Status)
	_, _ = w.Write(body)
}

// NotModified answers a client that has the answer already.
func NotModified(w http.ResponseWriter, etag string) {
	setCaching(w.Header(), etag)
	w.WriteHeader(http.StatusNotModified)
}

func setCaching(h http.Header, etag string) {
	h.Add("Vary", "Accept, Accept-Encoding")
	if etag == "" {
		h.Set("Cache-Control", "no-store")
		return
	}
	h.Set("Etag", etag)
	h.Set("Cache-Control", "public, no-cache") // may be kept, must be asked about
}

// Matches reports whether an If-None-Match header names the tag.
func Matches(header, etag string) bool {
	if header == "" {
		return false
	}
	for _, tag := range strings.Split(header, ",") {
		tag = strings.TrimSpace(tag)
		if tag == "*" || strings.TrimPrefix(tag, "W/") == strings.TrimPrefix(etag, "W/") {
			return true
		}
	}
	return false
}

type requestIDKey struct{}

// WithRequestID puts the request's id into its context.
func WithRequestID(ctx context.Context, id string) context.Context {
	return context.WithValue(ctx, requestIDKey{}, id)
}

// RequestID returns the id that WithRequestID put there; empty where there is none.
func RequestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey{}).(string)
	return id
}
