package resolver

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"

	"recital/graph"
	"recital/resolver/export"
	"recital/resolver/internal/scalar"
	"recital/resolver/internal/transport"
)

const (
	exportTimeout    = 10 * time.Minute // a client that reads slowly
	exportConcurrent = 4                // each reads the store as fast as its client takes it
)

// serveExport streams a part of the graph as a file. Refusals are GraphQL's, as JSON; an error after the first byte breaks the
// connection off, so that nobody takes half a file for a whole one.
func (s *server) serveExport(w http.ResponseWriter, r *http.Request) {
	x := &exchange{w: w, r: r, media: transport.JSON, start: time.Now()}
	if wait, allowed := s.clients.allow(s.client(r), x.start); !allowed {
		w.Header().Set("Retry-After", seconds(wait))
		s.refuse(x, http.StatusTooManyRequests, RateLimited, "this client asks too often: wait as Retry-After says")
		return
	}
	select {
	case s.exports <- struct{}{}:
		defer func() { <-s.exports }()
	default:
		w.Header().Set("Retry-After", "5")
		s.refuse(x, http.StatusServiceUnavailable, TooBusy, "other exports are being written: try again in a moment")
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), exportTimeout)
	defer cancel()
	request, err := s.exportRequest(ctx, r.URL.Query())
	if err != nil {
		code, message := s.explain(err)
		if message == "" {
			message = err.Error()
		}
		s.refuse(x, exportStatus(code), code, message)
		return
	}
	out := &fileWriter{w: w, r: r, format: request.Format}
	err = export.Write(ctx, out, request)
	if err == nil {
		err = out.close()
	}
	s.exported(x, out, err)
}

// exported ends an export that was written, refused before its first byte, or broken off.
func (s *server) exported(x *exchange, out *fileWriter, err error) {
	switch {
	case err == nil:
		s.account(x, http.StatusOK, "", "")
	case !out.begun:
		code, message := s.explain(err)
		s.refuse(x, exportStatus(code), code, message)
	default:
		s.logger.LogAttrs(x.r.Context(), slog.LevelWarn, "export broken off",
			slog.String("request", transport.RequestID(x.r.Context())), slog.Any("error", err))
		panic(http.ErrAbortHandler)
	}
}

func exportStatus(code Code) int {
	switch code {
	case NotFound:
		return http.StatusNotFound
	case Internal:
		return http.StatusInternalServerError
	case Unavailable, TimedOut:
		return http.StatusServiceUnavailable
	default:
		return http.StatusBadRequest
	}
}

// exportParameters are all that /export takes.
var exportParameters = []string{"format", "chain", "direction", "depth", "limit", "asOf", "search", "kind", "body", "since", "until", "holding"}

// exportRequest reads the address: format, and either chain (with direction, depth, limit, asOf) or search (with kind, body, since,
// until, holding) or neither, for all.
func (s *server) exportRequest(ctx context.Context, values url.Values) (export.Request, error) {
	request := export.Request{Reader: s.reader, Format: export.Format(values.Get("format"))}
	if err := request.Format.Check(); err != nil {
		return request, err
	}
	for name := range values {
		if !slices.Contains(exportParameters, name) {
			return request, fmt.Errorf("%w: export has no parameter %q: it takes %s",
				graph.ErrBadRequest, name, strings.Join(exportParameters, ", "))
		}
	}
	var err error
	switch chain, search := values.Get("chain"), values.Get("search"); {
	case chain != "" && search != "":
		return request, fmt.Errorf("%w: choose a chain or a search", graph.ErrBadRequest)
	case chain != "":
		request.Selection.Chain, err = s.exportChain(ctx, chain, values)
	case search != "":
		request.Selection.Search, err = exportSearch(search, values)
	}
	return request, err
}

func (s *server) exportChain(ctx context.Context, start string, values url.Values) (*graph.ChainRequest, error) {
	from, err := known(ctx, s.reader, start)
	if err != nil {
		return nil, err
	}
	chain := &graph.ChainRequest{Start: from.ID, Direction: graph.Direction(strings.ToUpper(values.Get("direction")))}
	if chain.Direction != "" && chain.Direction != graph.Out && chain.Direction != graph.In {
		return nil, fmt.Errorf("%w: direction is OUT or IN", graph.ErrBadRequest)
	}
	for name, field := range map[string]*int{"depth": &chain.Depth, "limit": &chain.Limit} {
		if text := values.Get(name); text != "" {
			if *field, err = strconv.Atoi(text); err != nil {
				return nil, fmt.Errorf("%w: %s is a number", graph.ErrBadRequest, name)
			}
		}
	}
	chain.Filter.AsOf, err = exportDate(values, "asOf")
	return chain, err
}

func exportSearch(words string, values url.Values) (*graph.TextQuery, error) {
	if len(words) > longestText {
		return nil, &tooLongError{"the text of a search", len(words), longestText}
	}
	query := &graph.TextQuery{Text: words, Holding: graph.Holding(strings.ToUpper(values.Get("holding")))}
	for _, kind := range values["kind"] {
		query.InstrumentKinds = append(query.InstrumentKinds, graph.InstrumentKind(strings.ToUpper(kind)))
	}
	for _, text := range values["body"] {
		body, err := scalar.UnmarshalBody(text)
		if err != nil {
			return nil, err
		}
		query.Bodies = append(query.Bodies, body)
	}
	if err := checkTextQuery(query); err != nil {
		return nil, err
	}
	var err error
	if query.Since, err = exportDate(values, "since"); err != nil {
		return nil, err
	}
	query.Until, err = exportDate(values, "until")
	return query, err
}

func exportDate(values url.Values, name string) (graph.Date, error) {
	date, err := graph.ParseDate(values.Get(name))
	if err != nil {
		return date, fmt.Errorf("%w: %s is YYYY-MM-DD", graph.ErrBadRequest, name)
	}
	return date, nil
}

// fileWriter sends a file, its head with the first byte, compressed where the client takes it so.
type fileWriter struct {
	w      http.ResponseWriter
	r      *http.Request
	format export.Format
	begun  bool
	packed *gzip.Writer
}

// Write implements [io.Writer].
func (f *fileWriter) Write(p []byte) (int, error) {
	if !f.begun {
		f.begin()
	}
	if f.packed != nil {
		return f.packed.Write(p)
	}
	return f.w.Write(p)
}

func (f *fileWriter) begin() {
	f.begun = true
	h := f.w.Header()
	h.Set("Content-Type", f.format.MediaType()+"; charset=utf-8")
	h.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="recital.%s"`, f.format.Extension()))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Encoding")
	if strings.Contains(f.r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		f.packed = gzip.NewWriter(f.w)
	}
	f.w.WriteHeader(http.StatusOK)
}

func (f *fileWriter) close() error {
	if !f.begun {
		f.begin()
	}
	if f.packed == nil {
		return nil
	}
	if err := f.packed.Close(); err != nil && !errors.Is(err, io.ErrClosedPipe) {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}
