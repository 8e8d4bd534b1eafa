package resolver

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"recital/resolver/export"
	"recital/resolver/internal/transport"
)

// exportTimeout is for a client that reads slowly.
const exportTimeout = 10 * time.Minute

// truncatedHeader says of a file that its selection had more than fits.
const truncatedHeader = "Recital-Truncated"

// serveExport streams a part of the graph as a file. Refusals are GraphQL's, as JSON; an error after the first byte breaks the
// connection off, so that nobody takes half a file for a whole one.
func (s *server) serveExport(w http.ResponseWriter, r *http.Request) {
	x := &exchange{w: w, r: r, media: transport.JSON, start: time.Now()}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		s.refuse(x, http.StatusMethodNotAllowed, MethodNotAllowed, "use GET")
		return
	}
	if wait, allowed := s.clients.allow(s.client(r), x.start); !allowed {
		w.Header().Set("Retry-After", seconds(wait))
		s.refuse(x, http.StatusTooManyRequests, RateLimited, "this client asks too often: wait as Retry-After says")
		return
	}
	leave, refused := s.exports.take(r.Context(), s.client(r), s.options.Patience)
	if refused != hasPlace {
		s.refusePlace(x, refused)
		return
	}
	defer leave()
	ctx, cancel := context.WithTimeout(r.Context(), exportTimeout)
	defer cancel()
	request, err := ExportRequest(ctx, s.reader, r.URL.Query())
	if err != nil {
		code, message := s.explain(err)
		if message == "" {
			message = err.Error()
		}
		s.refuse(x, exportStatus(code), code, message)
		return
	}
	out := newFileWriter(w, r, request.Format)
	request.Truncated = func() { w.Header().Set(truncatedHeader, "true") }
	if r.Method == http.MethodGet {
		err = export.Write(ctx, out, request)
	}
	if err == nil {
		err = out.close()
	}
	s.exported(x, out, err)
}

// refusePlace tells a client that its file cannot be written now.
func (s *server) refusePlace(x *exchange, why refusedPlace) {
	x.w.Header().Set("Retry-After", "5")
	if why == shareIsTaken {
		s.refuse(x, http.StatusTooManyRequests, RateLimited,
			fmt.Sprintf("%d files for this client are being written: ask again when one is finished", exportShare))
		return
	}
	s.refuse(x, http.StatusServiceUnavailable, TooBusy, "files for others are being written: try again in a moment")
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
