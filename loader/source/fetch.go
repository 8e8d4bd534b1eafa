package source

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"recital/graph"
)

// DocumentService is the address of the United Nations' public document service.
const DocumentService = "https://documents.un.org/api/symbol/access"

const (
	// politeWait stands between two requests; open programs that use the service wait 0.2 to 2 seconds.
	politeWait = time.Second
	// longestWait is the longest that a server may ask us to wait.
	longestWait = 2 * time.Minute
	// attempts is how often one address is asked.
	attempts = 4
	// requestTime bounds one request.
	requestTime = time.Minute
)

// A Fetcher fetches documents by their symbols from the document service, or from one like it. The zero value asks the United Nations'. It is safe for
// concurrent use: requests go out one after the other, with a polite wait between them.
type Fetcher struct {
	// Base is the address that s, l and t are added to; empty is DocumentService.
	Base string
	// Client makes the requests; nil is one with a time limit of a minute.
	Client *http.Client
	// Language of the text, as the service names it; empty is "en".
	Language string
	// Wait between two requests; 0 is a second, less is none.
	Wait time.Duration
	// Sleep waits; nil is the clock's. Tests give their own.
	Sleep func(context.Context, time.Duration) error

	mu    sync.Mutex
	asked bool
}

// errWrongType: the service answered with a page for people, as it does when it has no such document in the format.
var errWrongType = errors.New("no document of that symbol in that format")

// Fetch fetches a document, as Word file if there is one, else as PDF. Its name is the address it was asked at. An unknown symbol is
// graph.ErrNotFound; a service that does not answer is graph.ErrUnavailable.
func (f *Fetcher) Fetch(ctx context.Context, symbol graph.Symbol) (Item, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, format := range []string{"docx", "pdf"} {
		address := f.address(symbol, format)
		data, err := f.insist(ctx, address)
		switch {
		case err == nil:
			return Item{Name: address, Data: data}, nil
		case errors.Is(err, errWrongType):
			continue
		default:
			return Item{}, fmt.Errorf("fetch %s from %s: %w", symbol, address, err)
		}
	}
	return Item{}, fmt.Errorf("fetch %s: the document service has no such document: %w", symbol, graph.ErrNotFound)
}

func (f *Fetcher) address(symbol graph.Symbol, format string) string {
	base, language := f.Base, f.Language
	if base == "" {
		base = DocumentService
	}
	if language == "" {
		language = "en"
	}
	return base + "?" + url.Values{"s": {symbol.String()}, "l": {language}, "t": {format}}.Encode()
}

// A retry is an error after which the same request may succeed.
type retry struct {
	err   error
	after time.Duration // what the server asks for; 0 where it does not say
}

func (r *retry) Error() string { return r.err.Error() }
func (r *retry) Unwrap() error { return r.err }

// insist asks an address until it answers, has no such document, or was asked often enough.
func (f *Fetcher) insist(ctx context.Context, address string) ([]byte, error) {
	var err error
	for attempt := range attempts {
		if err := f.pause(ctx); err != nil {
			return nil, err
		}
		var data []byte
		if data, err = f.ask(ctx, address); err == nil {
			return data, nil
		}
		var again *retry
		if !errors.As(err, &again) || ctx.Err() != nil {
			return nil, err
		}
		wait := again.after
		if wait == 0 {
			wait = time.Second << attempt
		}
		if attempt+1 == attempts {
			break
		}
		if wait > longestWait {
			return nil, fmt.Errorf("the service asks to wait %v: %w", wait, graph.ErrUnavailable)
		}
		if err := f.sleep(ctx, wait); err != nil {
			return nil, err
		}
	}
	return nil, fmt.Errorf("asked %d times: %w: %w", attempts, err, graph.ErrUnavailable)
}

// pause keeps the polite wait between requests.
func (f *Fetcher) pause(ctx context.Context) error {
	wait := f.Wait
	if wait == 0 {
		wait = politeWait
	}
	if !f.asked || wait < 0 {
		f.asked = true
		return ctx.Err()
	}
	return f.sleep(ctx, wait)
}

func (f *Fetcher) sleep(ctx context.Context, wait time.Duration) error {
	if f.Sleep != nil {
		return f.Sleep(ctx, wait)
	}
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// ask makes one request.
func (f *Fetcher) ask(ctx context.Context, address string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("User-Agent", "recital (a citation graph of resolutions)")
	client := f.Client
	if client == nil {
		client = &http.Client{Timeout: requestTime}
	}
	response, err := client.Do(request)
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, &retry{err: err}
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, defaultFileSize+1))
	closing := response.Body.Close()
	switch {
	case response.StatusCode == http.StatusTooManyRequests || response.StatusCode >= 500:
		return nil, &retry{err: fmt.Errorf("answer %s", response.Status), after: retryAfter(response.Header)}
	case response.StatusCode == http.StatusNotFound || response.StatusCode == http.StatusGone:
		return nil, errWrongType
	case response.StatusCode != http.StatusOK:
		return nil, fmt.Errorf("answer %s: %w", response.Status, graph.ErrUnavailable)
	case err != nil:
		return nil, &retry{err: fmt.Errorf("the answer broke off after %d bytes: %w", len(data), err)}
	case closing != nil:
		return nil, &retry{err: closing}
	case len(data) > defaultFileSize:
		return nil, errors.New(tooLarge(int64(len(data)), defaultFileSize))
	}
	return data, whole(data)
}

// retryAfter reads the header of that name: seconds. A date is read against the answer's own.
func retryAfter(header http.Header) time.Duration {
	value := header.Get("Retry-After")
	if seconds, err := strconv.Atoi(value); err == nil && seconds > 0 {
		return time.Duration(seconds) * time.Second
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return 0
	}
	now, err := http.ParseTime(header.Get("Date"))
	if err != nil {
		return 0
	}
	return max(0, at.Sub(now))
}

// whole reports what an answer is by its bytes: a whole Word file or PDF, a broken one, or none, for a wrong symbol is answered with a web page and
// status 200.
func whole(data []byte) error {
	switch {
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		if _, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err != nil {
			return &retry{err: fmt.Errorf("the Word file broke off after %d bytes: %w", len(data), err)}
		}
		return nil
	case bytes.HasPrefix(data, []byte("%PDF-")):
		if !bytes.Contains(data[max(0, len(data)-4096):], []byte("%%EOF")) {
			return &retry{err: fmt.Errorf("the PDF broke off after %d bytes", len(data))}
		}
		return nil
	}
	return errWrongType
}
