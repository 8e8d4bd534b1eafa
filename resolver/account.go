package resolver

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"recital/resolver/internal/transport"
)

// requestIDHeader carries the id of a request, the client's where it sends one.
const requestIDHeader = "X-Request-Id"

// longestName bounds what of a client's names is logged, in bytes.
const longestName = 64

// identified gives each request an id, which the answer and the log bear.
func (s *server) identified(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get(requestIDHeader)
		if !isRequestID(id) {
			id = rand.Text()
		}
		w.Header().Set(requestIDHeader, id)
		next.ServeHTTP(w, r.WithContext(transport.WithRequestID(r.Context(), id)))
	})
}

func isRequestID(id string) bool {
	if id == "" || len(id) > longestName {
		return false
	}
	for _, c := range []byte(id) {
		if c != '-' && c != '_' && c != '.' && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z') {
			return false
		}
	}
	return true
}

// account counts and logs an answered request. Variables are in neither: they may say what a person is looking for.
func (s *server) account(x *exchange, status int, code Code, from string) {
	took := time.Since(x.start)
	name, label := s.operationName(x), unregistered
	if s.registered[name] {
		label = name
	}
	name = name[:min(len(name), longestName)]
	if from == "" {
		from = "executed"
	}
	s.metrics.requests.WithLabelValues(label, strconv.Itoa(status), string(code)).Inc()
	s.metrics.durations.WithLabelValues(label).Observe(took.Seconds())
	s.metrics.answers.WithLabelValues(from).Inc()
	s.logger.LogAttrs(x.r.Context(), slog.LevelInfo, "request",
		slog.String("request", transport.RequestID(x.r.Context())), slog.String("operation", name), slog.Int("status", status),
		slog.String("code", string(code)), slog.String("from", from), slog.Duration("took", took))
}

// operationName is the name that the request chooses its operation by, or that of the only one of a document that is known; empty for none.
func (s *server) operationName(x *exchange) string {
	if x.params != nil && x.params.OperationName != "" {
		return x.params.OperationName
	}
	if x.doc == nil || len(x.doc.ast.Operations) != 1 {
		return ""
	}
	return x.doc.ast.Operations[0].Name
}

// unregistered stands for all operations that are not registered: clients choose their names.
const unregistered = "other"

// tracerName names our spans' library.
const tracerName = "recital/resolver"

// span begins the trace of a request, below the client's where it sends one.
func (s *server) span(ctx context.Context, oc *graphql.OperationContext) (context.Context, func()) {
	if s.options.Tracer == nil {
		return ctx, func() {}
	}
	ctx = propagation.TraceContext{}.Extract(ctx, propagation.HeaderCarrier(oc.Headers))
	ctx, span := s.options.Tracer.Tracer(tracerName).Start(ctx, "graphql query",
		trace.WithSpanKind(trace.SpanKindServer),
		trace.WithAttributes(attribute.String("graphql.operation.name", oc.Operation.Name), attribute.String("graphql.operation.type", "query")))
	return ctx, func() { span.End() }
}
