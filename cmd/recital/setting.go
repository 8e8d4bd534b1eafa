package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"recital/resolver"
)

// serveSettings are what `recital serve` was told; flags win over variables.
type serveSettings struct {
	store, addr, cors, rate, clientHeader, trusted string
	hideSchema, trustedOnly                        bool
}

func (f *serveSettings) flags(cmd *cobra.Command) {
	storeFlag(cmd, &f.store)
	flags := cmd.Flags()
	flags.StringVar(&f.addr, "addr", "", "address to listen on (RECITAL_ADDR; default 127.0.0.1:8080)")
	flags.StringVar(&f.cors, "cors", "", "origins whose pages may read answers, by commas, or off (RECITAL_CORS; default any)")
	flags.StringVar(&f.rate, "rate", "", "requests a second for each client (RECITAL_RATE; default no bound)")
	flags.StringVar(&f.clientHeader, "client-header", "", "header in which a trusted proxy names the client (RECITAL_CLIENT_HEADER)")
	flags.BoolVar(&f.hideSchema, "hide-schema", false, "refuse introspection")
	flags.StringVar(&f.trusted, "trusted", "", "file or folder of documents (.graphql, or .json from hash to document) that clients may name by their SHA-256")
	flags.BoolVar(&f.trustedOnly, "trusted-only", false, "answer only these and the explorer's own operations")
}

// settings fills what no flag said from the environment.
func (a *app) settings(f *serveSettings) {
	for name, value := range map[string]*string{
		"RECITAL_ADDR": &f.addr, "RECITAL_CORS": &f.cors, "RECITAL_RATE": &f.rate, "RECITAL_CLIENT_HEADER": &f.clientHeader,
	} {
		if *value == "" {
			*value = a.getenv(name)
		}
	}
	if f.addr == "" {
		f.addr = "127.0.0.1:8080"
	}
}

// apply puts the settings into the API's options.
func (f *serveSettings) apply(o *resolver.Options) error {
	o.HideSchema, o.TrustedOnly, o.ClientHeader = f.hideSchema, f.trustedOnly, f.clientHeader
	var err error
	if o.Trusted, err = trustedDocuments(f.trusted); err != nil {
		return err
	}
	switch f.cors {
	case "":
	case "off":
		o.CORS.Off = true
	default:
		o.CORS.Origins = strings.Split(f.cors, ",")
	}
	if f.rate != "" {
		perSecond, err := strconv.ParseFloat(f.rate, 64)
		if err != nil || perSecond <= 0 {
			return &usageError{fmt.Errorf("serve: rate %q: want requests a second, more than 0", f.rate)}
		}
		o.Rate.PerSecond = perSecond
	}
	return nil
}

// tracing sends traces to where OTEL_EXPORTER_OTLP_ENDPOINT (or _TRACES_ENDPOINT) says, nowhere where they are not set. The returned function
// sends what is left.
func (a *app) tracing(ctx context.Context) (trace.TracerProvider, func(context.Context) error, error) {
	if a.getenv("OTEL_EXPORTER_OTLP_ENDPOINT") == "" && a.getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") == "" {
		return nil, func(context.Context) error { return nil }, nil
	}
	exporter, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("set up traces: %w", err)
	}
	provider := sdktrace.NewTracerProvider(sdktrace.WithBatcher(exporter))
	return provider, provider.Shutdown, nil
}
