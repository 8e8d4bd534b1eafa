package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"recital/graph"
	"recital/resolver"
	"recital/web"
)

// Times of the server. A client that is slower than these is broken or hostile.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	writeTimeout      = time.Minute // from the request's head to the answer's end; files have their own
	idleTimeout       = 2 * time.Minute
	drainTimeout      = 20 * time.Second
	leaveTime         = 500 * time.Millisecond // for clients to learn from an answer that the next one needs another connection
)

func (a *app) serveCommand() *cobra.Command {
	var f serveSettings
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the explorer at / and GraphQL at /graphql",
		Example: "  recital serve\n" +
			"  recital serve --store neo4j://localhost --addr :8080\n" +
			"  recital serve --cors https://example.org --rate 20",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Errorf("serve: unknown argument %q", args[0])}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error {
			a.settings(&f)
			return a.serve(cmd.Context(), f)
		},
	}
	f.flags(cmd)
	return cmd
}

func (a *app) serve(ctx context.Context, f serveSettings) (err error) {
	logger := slog.New(slog.NewJSONHandler(a.stderr, nil))
	tracer, flush, err := a.tracing(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, flush(context.WithoutCancel(ctx))) }()
	options := resolver.Options{Logger: logger, Tracer: tracer}
	if err := f.apply(&options); err != nil {
		return err
	}
	store, name, err := a.openStore(ctx, f.store, toRead)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	options.Reader = store
	warmed, stop := warmUp(ctx, logger, warming(store)...)
	defer stop()
	options.Warmed, options.Leaving = warmed, ctx.Done()
	handler, err := a.handler(options)
	if err != nil {
		return err
	}
	return a.listen(ctx, f.addr, name, handler, logger)
}

// listen serves until the context ends, then drains.
func (a *app) listen(ctx context.Context, addr, name string, handler http.Handler, logger *slog.Logger) error {
	var listen net.ListenConfig
	listener, err := listen.Listen(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true) // behind a proxy
	server := &http.Server{
		Handler: leaving(ctx, handler), ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelWarn), Protocols: protocols,
	}
	failed := make(chan error, 1)
	go func() { failed <- resolver.Serve(server, listener) }()
	if _, err := fmt.Fprintf(a.stdout, "Recital serves %s at http://%s/ (GraphQL at /graphql)\n", name, listener.Addr()); err != nil {
		return fmt.Errorf("say the address: %w", err)
	}
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	if err := listener.Close(); err != nil {
		return fmt.Errorf("listen no more: %w", err)
	}
	time.Sleep(leaveTime)
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	if err := server.Shutdown(drain); err != nil {
		return fmt.Errorf("drain: %w", err)
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) && !errors.Is(err, net.ErrClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// leaving tells clients to close their connections once the context has ended. Shutdown closes those that are idle, and a client that is
// just about to use one would not know whether its request was taken.
func leaving(ctx context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if ctx.Err() != nil {
			w.Header().Set("Connection", "close")
		}
		next.ServeHTTP(w, r)
	})
}

// handler joins the explorer and the API.
func (a *app) handler(options resolver.Options) (http.Handler, error) {
	trusted, err := web.TrustedDocuments()
	if err != nil {
		return nil, fmt.Errorf("read the explorer's operations: %w", err)
	}
	maps.Copy(trusted, options.Trusted)
	options.Trusted = trusted
	api, err := resolver.New(options)
	if err != nil {
		return nil, fmt.Errorf("set up the API: %w", err)
	}
	mux := http.NewServeMux()
	for _, path := range []string{"/graphql", "/graphql/", "/export", "/healthz", "/readyz", "/metrics"} {
		mux.Handle(path, api)
	}
	mux.Handle("/", web.Handler(web.Options{Known: knownTo(options.Reader)}))
	return mux, nil
}

// knownWithin is how long a page waits to learn whether the graph knows what it is about: its own question waits longer, and says what is wrong.
const knownWithin = 100 * time.Millisecond

// longestName is the most bytes of what an address can be about: no symbol, id or title is as long, and reading longer ones has its cost.
const longestName = 1000

// knownTo tells for the explorer's addresses whether a text stands for an instrument. A store that does not answer leaves it open.
func knownTo(reader graph.Reader) func(context.Context, string) bool {
	return func(ctx context.Context, text string) bool {
		if len(text) > longestName {
			return false
		}
		ctx, cancel := context.WithTimeout(ctx, knownWithin)
		defer cancel()
		_, err := graph.Find(ctx, reader, text)
		return !errors.Is(err, graph.ErrNotFound)
	}
}

func storeFlag(cmd *cobra.Command, store *string) {
	cmd.Flags().StringVar(store, "store", "", "builtin:, a file's path, neo4j://HOST or bolt://HOST (RECITAL_STORE)")
}
