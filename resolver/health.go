package resolver

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"time"

	"recital/resolver/internal/transport"
)

// serveHealth says that the process runs.
func serveHealth(w http.ResponseWriter, _ *http.Request) {
	say(w, http.StatusOK, "ok\n")
}

// readyTimeout is how long a store may take to answer and still be called ready.
const readyTimeout = 2 * time.Second

// serveReady says whether the store answers, as fast as it will.
func (s *server) serveReady(w http.ResponseWriter, r *http.Request) {
	select {
	case <-s.options.Leaving:
		say(w, http.StatusServiceUnavailable, "the server is ending\n")
		return
	default:
	}
	if s.options.Warmed != nil {
		select {
		case <-s.options.Warmed:
		default:
			say(w, http.StatusServiceUnavailable, "the store is warming up\n")
			return
		}
	}
	ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
	defer cancel()
	if _, err := s.reader.Stats(ctx); err != nil {
		s.logger.LogAttrs(ctx, slog.LevelWarn, "not ready",
			slog.String("request", transport.RequestID(ctx)), slog.Any("error", err))
		say(w, http.StatusServiceUnavailable, "the store does not answer\n")
		return
	}
	say(w, http.StatusOK, "ready\n")
}

func say(w http.ResponseWriter, status int, words string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, words) // a client that is gone is no error of ours
}
