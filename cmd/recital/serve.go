package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
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
	idleTimeout       = 2 * time.Minute
	drainTimeout      = 20 * time.Second
)

func (a *app) serveCommand() *cobra.Command {
	var store, addr string
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the explorer at / and GraphQL at /graphql",
		Example: "  recital serve\n" +
			"  recital serve --store neo4j://localhost --addr :8080",
		Args: arguments(0, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return &usageError{fmt.Errorf("serve: unknown argument %q", args[0])}
			}
			if addr == "" {
				addr = a.getenv("RECITAL_ADDR")
			}
			if addr == "" {
				addr = "127.0.0.1:8080"
			}
			return a.serve(cmd.Context(), store, addr)
		},
	}
	storeFlag(cmd, &store)
	cmd.Flags().StringVar(&addr, "addr", "", "address to listen on (RECITAL_ADDR; default 127.0.0.1:8080)")
	return cmd
}

func (a *app) serve(ctx context.Context, storeFlag, addr string) (err error) {
	logger := slog.New(slog.NewJSONHandler(a.stderr, nil))
	store, name, err := a.openStore(ctx, storeFlag, toRead)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	handler, err := a.handler(store, logger)
	if err != nil {
		return err
	}
	var listen net.ListenConfig
	listener, err := listen.Listen(ctx, "tcp", addr)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	protocols := new(http.Protocols)
	protocols.SetHTTP1(true)
	protocols.SetUnencryptedHTTP2(true) // behind a proxy
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, IdleTimeout: idleTimeout,
		ErrorLog: slog.NewLogLogger(logger.Handler(), slog.LevelWarn), Protocols: protocols,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	if _, err := fmt.Fprintf(a.stdout, "Recital serves %s at http://%s/ (GraphQL at /graphql)\n", name, listener.Addr()); err != nil {
		return fmt.Errorf("say the address: %w", err)
	}
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), drainTimeout)
	defer cancel()
	if err := server.Shutdown(drain); err != nil {
		return fmt.Errorf("drain: %w", err)
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}

// handler joins the explorer and the API.
func (a *app) handler(store graph.Reader, logger *slog.Logger) (http.Handler, error) {
	trusted, err := web.TrustedDocuments()
	if err != nil {
		return nil, fmt.Errorf("read the explorer's operations: %w", err)
	}
	api, err := resolver.New(resolver.Options{Reader: store, Logger: logger, Trusted: trusted})
	if err != nil {
		return nil, fmt.Errorf("set up the API: %w", err)
	}
	mux := http.NewServeMux()
	for _, path := range []string{"/graphql", "/graphql/", "/export", "/healthz", "/readyz", "/metrics"} {
		mux.Handle(path, api)
	}
	mux.Handle("/", web.Handler())
	return mux, nil
}

func storeFlag(cmd *cobra.Command, store *string) {
	cmd.Flags().StringVar(store, "store", "", "builtin:, a file's path, neo4j://HOST or bolt://HOST (RECITAL_STORE)")
}
