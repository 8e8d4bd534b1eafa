package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"mime"
	"net/http"
	"path"
	"strconv"
	"strings"
	"time"
)

const (
	// A built file's name holds a hash of its content, so it never changes: a year is the most that RFC 9111 caches honour.
	cacheForever = "public, max-age=31536000, immutable"
	// Pages name the hashed files of their build: ask each time, the ETag makes it cheap.
	cacheAsk = "no-cache"
	// Below this a compressed body with its header is hardly smaller than the plain one.
	gzipFrom = 512
)

// Content-Security-Policy: everything from this server alone, nothing inline. Pictures also from blob: and data:, for the
// export of a drawing as PNG. Pages under /embed may stand in other people's pages, the rest may not.
const (
	policy       = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors "
	policyPage   = policy + "'self'"
	policyEmbed  = policy + "*"
	embedPrefix  = "/embed/"
	assetsPrefix = "/assets/"
)

// asset is one file, ready to be sent.
type asset struct {
	body    []byte
	gzipped []byte // nil where compression does not pay
	media   string
	etag    string
}

// Options are what the handler is told of the server that it is part of.
type Options struct {
	// Known reports whether a text of an address ("A/HRC/RES/53/29") stands for anything; who cannot tell says that it does. nil: all do.
	Known func(ctx context.Context, text string) bool
}

type handler struct {
	assets map[string]asset // by path, "/assets/main-1234.js"
	page   asset            // answers every other path: the explorer reads its state from the address
	views  views
	asks   questions
	known  func(ctx context.Context, text string) bool
}

// Handler serves the explorer at the root of a server: its files with a year's caching, and its one page for every other
// path, so that an address like /i/A/HRC/RES/53/29 can be opened and mailed. Where there is nothing at an address the page, which says so in
// words, comes with status 404. Only GET and HEAD are answered. It is safe for concurrent use.
func Handler(options Options) http.Handler {
	root := files
	if !Built() {
		return &handler{page: mustRead(root, "dist.html"), views: mustViews()}
	}
	h := &handler{assets: map[string]asset{}, page: mustRead(root, "dist/index.html"), views: mustViews(), asks: mustQuestions(), known: options.Known}
	err := fs.WalkDir(root, "dist", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || name == "dist/index.html" {
			return err
		}
		h.assets[strings.TrimPrefix(name, "dist")] = mustRead(root, name)
		return nil
	})
	if err != nil {
		panic(fmt.Sprintf("web: embedded dist cannot be walked: %v", err))
	}
	return h
}

// mustRead panics where an embedded file cannot be read: the binary itself would be broken.
func mustRead(root fs.FS, name string) asset {
	body, err := fs.ReadFile(root, name)
	if err != nil {
		panic(fmt.Sprintf("web: embedded file: %v", err))
	}
	sum := sha256.Sum256(body)
	a := asset{body: body, media: mediaType(name), etag: `"` + hex.EncodeToString(sum[:12]) + `"`}
	if len(body) >= gzipFrom && compressible(a.media) {
		a.gzipped = compress(body)
	}
	return a
}

// mediaType is by extension, fixed for the types we build: the machine's mime table may say otherwise.
func mediaType(name string) string {
	switch ext := path.Ext(name); ext {
	case ".html":
		return "text/html; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".json":
		return "application/json"
	case ".txt":
		return "text/plain; charset=utf-8"
	default:
		if t := mime.TypeByExtension(ext); t != "" {
			return t
		}
		return "application/octet-stream"
	}
}

func compressible(media string) bool {
	return strings.HasPrefix(media, "text/") || media == "image/svg+xml" || media == "application/json"
}

func compress(body []byte) []byte {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		panic(fmt.Sprintf("web: gzip level: %v", err))
	}
	// Writes to a bytes.Buffer do not fail; Close reports what Write did.
	_, _ = w.Write(body)
	if err := w.Close(); err != nil {
		panic(fmt.Sprintf("web: gzip to memory: %v", err))
	}
	return b.Bytes()
}

// ServeHTTP implements [http.Handler].
func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "the explorer answers GET and HEAD only", http.StatusMethodNotAllowed)
		return
	}
	header := w.Header()
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "same-origin")
	header.Set("Content-Security-Policy", policyPage)
	if strings.HasPrefix(r.URL.Path, embedPrefix) {
		header.Set("Content-Security-Policy", policyEmbed)
	}
	if a, ok := h.assets[r.URL.Path]; ok {
		caching := cacheAsk
		if strings.HasPrefix(r.URL.Path, assetsPrefix) {
			caching = cacheForever
		}
		a.serve(w, r, caching)
		return
	}
	if strings.HasPrefix(r.URL.Path, assetsPrefix) || r.URL.Path == "/favicon.ico" {
		header.Set("Cache-Control", cacheAsk)
		http.NotFound(w, r)
		return
	}
	if !h.found(r) {
		h.page.serveNotFound(w, r)
		return
	}
	if id, ok := h.views.reader(r.URL.Path); ok {
		header.Set("Link", "<"+h.asks.reader(id)+">; rel=preload; as=fetch; crossorigin")
	}
	h.page.serve(w, r, cacheAsk)
}

// found reports whether the explorer has something to show at an address.
func (h *handler) found(r *http.Request) bool {
	subject, found := h.views.find(r.URL.Path)
	return found && (subject == "" || h.known == nil || h.known(r.Context(), subject))
}

// serveNotFound sends a file with status 404 and without an ETag: what is not there today is asked for again tomorrow.
func (a asset) serveNotFound(w http.ResponseWriter, r *http.Request) {
	header := w.Header()
	header.Set("Content-Type", a.media)
	header.Set("Cache-Control", cacheAsk)
	body := a.encoded(w, r)
	header.Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(http.StatusNotFound)
	if r.Method == http.MethodHead {
		return
	}
	_, _ = w.Write(body) // a client that has gone away is nobody to tell
}

// encoded is the body as the client takes it, which the header then says.
func (a asset) encoded(w http.ResponseWriter, r *http.Request) []byte {
	if a.gzipped == nil {
		return a.body
	}
	w.Header().Set("Vary", "Accept-Encoding")
	if !acceptsGzip(r.Header.Get("Accept-Encoding")) {
		return a.body
	}
	w.Header().Set("Content-Encoding", "gzip")
	return a.gzipped
}

func (a asset) serve(w http.ResponseWriter, r *http.Request, caching string) {
	header := w.Header()
	header.Set("Content-Type", a.media)
	header.Set("Cache-Control", caching)
	body, etag := a.encoded(w, r), a.etag
	if header.Get("Content-Encoding") != "" {
		// The compressed form is other bytes, so another strong ETag.
		etag = strings.TrimSuffix(etag, `"`) + `-gz"`
	}
	header.Set("ETag", etag)
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(body))
}

// acceptsGzip reports whether an Accept-Encoding header allows gzip: named without q=0.
func acceptsGzip(accept string) bool {
	for item := range strings.SplitSeq(accept, ",") {
		coding, parameters, _ := strings.Cut(item, ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			q := strings.ReplaceAll(strings.ToLower(parameters), " ", "")
			return !strings.HasPrefix(q, "q=0") || strings.HasPrefix(q, "q=0.") && strings.Trim(q, "q=0.") != ""
		}
	}
	return false
}
