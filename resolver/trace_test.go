package resolver_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"recital/resolver"
)

func TestTraces(t *testing.T) {
	spans := tracetest.NewSpanRecorder()
	provider := sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(spans))
	handler := serve(t, resolver.Options{Reader: fixture(t), Tracer: provider})
	const parent = "4bf92f3577b34da6a3ce929d0e0e4736"
	a := post(t, handler, `query Secret($s: String!) { instrument(symbol: $s) { cites { nodes { act } } } }`,
		map[string]any{"s": "HRC 90/3"}, "Traceparent", "00-"+parent+"-00f067aa0ba902b7-01")
	if a.code() != "" {
		t.Fatal(string(a.body))
	}
	var names []string
	for _, span := range spans.Ended() {
		names = append(names, span.Name())
		if got := span.SpanContext().TraceID().String(); got != parent {
			t.Errorf("%s is of trace %s, want the client's", span.Name(), got)
		}
		if told := fmt.Sprint(span.Attributes()); strings.Contains(told, "90/3") {
			t.Errorf("%s tells a variable: %s", span.Name(), told)
		}
	}
	for _, want := range []string{"graphql query", "store Nodes", "store Links"} {
		if !slices.Contains(names, want) {
			t.Errorf("no span %q among %v", want, names)
		}
	}
}
