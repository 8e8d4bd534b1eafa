package resolver

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"recital/resolver/export"
	"recital/resolver/internal/transport"
)

// exportStall is how long a client may take nothing of a file: then the connection is broken off, for a place among the few exports is
// not for who went away.
const exportStall = 30 * time.Second

// fileWriter sends a file, its head with the first byte, compressed where the client takes it so.
type fileWriter struct {
	w       http.ResponseWriter
	control *http.ResponseController
	r       *http.Request
	format  export.Format
	begun   bool
	packed  io.WriteCloser // nil where the file is sent as it is
}

func newFileWriter(w http.ResponseWriter, r *http.Request, format export.Format) *fileWriter {
	return &fileWriter{w: w, control: http.NewResponseController(w), r: r, format: format}
}

// Write implements [io.Writer].
func (f *fileWriter) Write(p []byte) (int, error) {
	if err := f.begin(); err != nil {
		return 0, err
	}
	if f.packed != nil {
		return f.packed.Write(p)
	}
	return f.w.Write(p)
}

// begin sends the head, once, and gives the client time for what is written next.
func (f *fileWriter) begin() error {
	if err := f.control.SetWriteDeadline(time.Now().Add(exportStall)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return fmt.Errorf("bound the time of writing: %w", err)
	}
	if f.begun {
		return nil
	}
	f.begun = true
	h := f.w.Header()
	h.Set("Content-Type", f.format.MediaType()+"; charset=utf-8")
	h.Set("Content-Disposition", fmt.Sprintf(`attachment; filename="recital.%s"`, f.format.Extension()))
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Encoding")
	packed, encoding, err := transport.Compress(f.w, f.r.Header.Get("Accept-Encoding"))
	if err != nil {
		return err
	}
	if f.packed = packed; packed != nil {
		h.Set("Content-Encoding", encoding)
	}
	f.w.WriteHeader(http.StatusOK)
	return nil
}

func (f *fileWriter) close() error {
	if err := f.begin(); err != nil || f.packed == nil || f.r.Method == http.MethodHead {
		return err
	}
	if err := f.packed.Close(); err != nil {
		return fmt.Errorf("send: %w", err)
	}
	return nil
}
