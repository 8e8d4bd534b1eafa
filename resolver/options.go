package resolver

import (
	"log/slog"
	"time"

	"go.opentelemetry.io/otel/trace"

	"recital/graph"
	"recital/resolver/internal/limit"
)

// Options says what a server answers from and how much it lets clients ask. The zero value of each field but Reader is a good default.
type Options struct {
	// Reader is what is asked; required. Safe for concurrent use.
	Reader graph.Reader
	// Warmed is closed when the reader answers as fast as it ever will: /readyz says ready no sooner. Nil is from the start.
	Warmed <-chan struct{}
	// Leaving is closed when the server is about to end: /readyz says so, that nothing new is sent to it. Nil is never.
	Leaving <-chan struct{}
	// Logger gets one line for each request, without variables; nil logs nothing.
	Logger *slog.Logger
	// Trusted are documents by the SHA-256 of their text, in hexadecimal, that clients may name instead of sending them.
	Trusted map[string]string
	// TrustedOnly refuses all other documents.
	TrustedOnly bool
	// HideSchema refuses introspection.
	HideSchema bool
	// Limits of one document.
	Limits Limits
	// CORS says whose pages may read answers in a browser.
	CORS CORS
	// Rate bounds each client; the default does not.
	Rate Rate
	// BodyBytes is the size of a request at the most; default 1 MiB.
	BodyBytes int64
	// Concurrent is how many requests are executed at once, others wait; default 64.
	Concurrent int
	// Patience is how long a request waits for its turn before it is told that the server is busy; default 2 s.
	Patience time.Duration
	// Timeout is how long one request may be executed; default 10 s.
	Timeout time.Duration
	// Batching is how long a call to the store waits for others of its kind within a request; default 500 µs.
	Batching time.Duration
	// RevisionAge is how long the store's revision is believed before it is asked for again; default 100 ms.
	RevisionAge time.Duration
	// AnswerBytes bounds the cache of answers, keyed by revision, document and variables; default 64 MiB, below 0 none.
	AnswerBytes int
	// Tracer makes OpenTelemetry spans of requests and fields; nil makes none.
	Tracer trace.TracerProvider
	// ClientHeader names the header that a trusted proxy puts the client's address in; empty is the connection's address.
	ClientHeader string
}

// Limits of one document; each zero field has a default that is in internal/limit with its reason.
type Limits = limit.Limits

// CORS says which other origins' pages may read answers. The API has nothing private and no cookies, so by default all may.
type CORS struct {
	// Origins that may; nil is any.
	Origins []string
	// Off lets none.
	Off bool
}

// Rate is a token bucket for each client's address.
type Rate struct {
	// PerSecond is how many requests a second a client may make for ever; 0 is no bound.
	PerSecond float64
	// Burst is how many it may make at once; default 2 s worth.
	Burst int
}

const (
	defaultBody        = 1 << 20
	defaultConcurrent  = 64
	defaultPatience    = 2 * time.Second
	defaultTimeout     = 10 * time.Second
	defaultBatching    = 500 * time.Microsecond
	defaultRevisionAge = 100 * time.Millisecond
	defaultAnswers     = 64 << 20
	defaultBurst       = 2 // seconds
)

func (o Options) complete() Options {
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	o.Limits = o.Limits.Complete()
	orDefault(&o.BodyBytes, defaultBody)
	orDefault(&o.Concurrent, defaultConcurrent)
	orDefault(&o.Patience, defaultPatience)
	orDefault(&o.Timeout, defaultTimeout)
	orDefault(&o.Batching, defaultBatching)
	orDefault(&o.RevisionAge, defaultRevisionAge)
	orDefault(&o.AnswerBytes, defaultAnswers)
	orDefault(&o.Rate.Burst, max(1, int(o.Rate.PerSecond*defaultBurst)))
	return o
}

func orDefault[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}
