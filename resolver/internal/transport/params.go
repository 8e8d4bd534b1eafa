// Package transport is GraphQL over HTTP (the 2025 draft of that name): it reads parameters from requests, negotiates media type
// and encoding, and writes answers. It executes nothing.
//
//	media, ok := transport.Negotiate(r.Header.Get("Accept"))
//	params, err := transport.Read(w, r, 1<<20)  // *transport.Refusal
//	transport.Answer{Status: 200, Media: media, Body: body}.Write(w, r)
package transport

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"sync"
)

// Params are the parameters of a GraphQL request.
type Params struct {
	Query         string
	OperationName string
	// DocumentID names a registered document instead of Query: "sha256:" and hexadecimal digits.
	DocumentID string
	Extensions map[string]any
	// Written is the variables as the client wrote them: the same text has the same values, so that an answer which is known needs
	// none of them. Free ends it.
	Written []byte

	body *bytes.Buffer // that Written is a part of; nil where it has memory of its own
}

// Free takes back the memory that the parameters were read into, for other requests: nobody may look at Written any more.
func (p *Params) Free() {
	if p.body != nil && p.body.Cap() <= keptBody {
		bodies.Put(p.body)
	}
	p.body, p.Written = nil, nil
}

// bodies are kept for their memory.
var bodies = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// keptBody bounds the memory that a kept body holds, in bytes: a long document.
const keptBody = 32 << 10

// Variables reads the variables as JSON; numbers are json.Number. Nil where there are none.
func (p *Params) Variables() (map[string]any, error) {
	var variables map[string]any
	if len(p.Written) == 0 {
		return nil, nil
	}
	if variables, simple := simpleObject(p.Written); simple {
		return variables, nil
	}
	if err := decode(p.Written, &variables); err != nil {
		return nil, &Refusal{BadParameter, http.StatusBadRequest, fmt.Sprintf("variables must be a JSON object or null: %v", err)}
	}
	return variables, nil
}

// Why says why a request was refused.
type Why string

// Reasons of refusals.
const (
	BadMethod     Why = "method"
	BadMediaType  Why = "media type"
	BadBody       Why = "body"
	BodyTooLarge  Why = "body size"
	BadParameter  Why = "parameter"
	TooManyValues Why = "values"
)

// Refusal is a request that is not GraphQL over HTTP.
type Refusal struct {
	Why     Why
	Status  int
	Message string
}

// Error implements error.
func (r *Refusal) Error() string { return r.Message }

// Read takes the parameters from a GET's address or a POST's JSON body of at most maxBody bytes. Other methods and media types are
// refused: a page of another site cannot send JSON without asking first.
func Read(w http.ResponseWriter, r *http.Request, maxBody int64) (*Params, error) {
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		return readAddress(r.URL, maxBody)
	case http.MethodPost:
		return readBody(w, r, maxBody)
	default:
		return nil, &Refusal{BadMethod, http.StatusMethodNotAllowed, "use GET or POST"}
	}
}

func readAddress(address *url.URL, maxBody int64) (*Params, error) {
	if int64(len(address.RawQuery)) > maxBody {
		return nil, tooLarge(maxBody)
	}
	values, err := url.ParseQuery(address.RawQuery)
	if err != nil {
		return nil, &Refusal{BadParameter, http.StatusBadRequest, "the address's query cannot be read: " + err.Error()}
	}
	p := &Params{
		Query: values.Get("query"), OperationName: values.Get("operationName"), DocumentID: values.Get("documentId"),
		Written: []byte(values.Get("variables")),
	}
	return p, p.values([]byte(values.Get("extensions")))
}

// values counts the variables and reads the extensions.
func (p *Params) values(extensions []byte) error {
	if err := countValues("variables", p.Written); err != nil {
		return err
	}
	if len(extensions) == 0 {
		return nil
	}
	if err := countValues("extensions", extensions); err != nil {
		return err
	}
	if err := decode(extensions, &p.Extensions); err != nil {
		return &Refusal{BadParameter, http.StatusBadRequest, fmt.Sprintf("extensions must be a JSON object or null: %v", err)}
	}
	return nil
}

func readBody(w http.ResponseWriter, r *http.Request, maxBody int64) (*Params, error) {
	if err := checkMedia(r.Header.Get("Content-Type")); err != nil {
		return nil, err
	}
	if r.ContentLength > maxBody {
		return nil, tooLarge(maxBody)
	}
	body, ok := bodies.Get().(*bytes.Buffer)
	if !ok {
		panic("transport: bodies holds something else")
	}
	body.Reset()
	body.Grow(int(max(r.ContentLength, 0)) + bytes.MinRead)
	p := &Params{body: body}
	_, err := body.ReadFrom(http.MaxBytesReader(w, r.Body, maxBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		err = tooLarge(maxBody)
	case err != nil:
		err = &Refusal{BadBody, http.StatusBadRequest, "the body could not be read to its end"}
	default:
		err = p.parse(body.Bytes())
	}
	if err != nil {
		p.Free()
		return nil, err
	}
	return p, nil
}

// checkMedia refuses a Content-Type that is not JSON in UTF-8.
func checkMedia(contentType string) error {
	if contentType == "application/json" { // as most are
		return nil
	}
	media, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || media != "application/json" {
		return &Refusal{BadMediaType, http.StatusUnsupportedMediaType, "send the request as Content-Type: application/json"}
	}
	if charset := parameters["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") {
		return &Refusal{BadMediaType, http.StatusUnsupportedMediaType, "send the request in UTF-8"}
	}
	return nil
}

func tooLarge(maxBody int64) error {
	return &Refusal{
		BodyTooLarge, http.StatusRequestEntityTooLarge,
		fmt.Sprintf("a request may have at most %d bytes: send several smaller ones", maxBody),
	}
}

// parse reads the JSON object of a POST.
func (p *Params) parse(body []byte) error {
	if trimmed := bytes.TrimSpace(body); len(trimmed) > 0 && trimmed[0] == '[' {
		return &Refusal{BadBody, http.StatusBadRequest, "batches are not taken: send one request for each operation"}
	}
	extensions, err := p.read(body)
	if err != nil {
		return err
	}
	return p.values(extensions)
}

// read takes the fields of the JSON object of a POST, and returns the extensions as they are written.
func (p *Params) read(body []byte) (extensions []byte, err error) {
	malformed := &Refusal{BadBody, http.StatusBadRequest, "the body must be a JSON object that is well formed"}
	fields, err := openObject(body)
	if err != nil {
		return nil, malformed
	}
	for first := true; ; first = false {
		name, value, err := fields.next(first)
		if err != nil {
			return nil, malformed
		}
		var text *string
		switch name {
		case "query":
			text = &p.Query
		case "operationName":
			text = &p.OperationName
		case "documentId":
			text = &p.DocumentID
		case "variables":
			p.Written = value
		case "extensions":
			extensions = value
		default:
			if value == nil {
				return extensions, nil
			}
			if !json.Valid(value) {
				return nil, malformed
			}
		}
		if text == nil {
			continue
		}
		var wrong *json.UnmarshalTypeError
		if *text, err = textOf(value); errors.As(err, &wrong) {
			return nil, &Refusal{BadParameter, http.StatusBadRequest, name + " must be a string or null"}
		} else if err != nil {
			return nil, malformed
		}
	}
}

// Bounds of the JSON of one parameter: no argument of the schema takes more.
const (
	maxValues = 5000
	maxNested = 32
	maxBytes  = 128 << 10
)

// countValues refuses JSON that would be expensive to read. It need not be well formed: that is found out by reading it.
func countValues(name string, raw []byte) error {
	if name != "query" && len(raw) > maxBytes { // a query's text has its own limit
		return &Refusal{
			TooManyValues, http.StatusBadRequest,
			fmt.Sprintf("%s may have at most %d bytes: send several requests", name, maxBytes),
		}
	}
	values, depth := 1, 0
	for i := 0; i < len(raw); i++ {
		switch raw[i] {
		case '"':
			for i++; i < len(raw) && raw[i] != '"'; i++ {
				if raw[i] == '\\' {
					i++
				}
			}
		case ',':
			values++
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
		if values > maxValues || depth > maxNested {
			return &Refusal{
				TooManyValues, http.StatusBadRequest,
				fmt.Sprintf("%s may hold at most %d values, %d deep: send several requests", name, maxValues, maxNested),
			}
		}
	}
	return nil
}

// decode reads exactly one JSON value, keeping numbers as written.
func decode(text []byte, target any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(target); err != nil {
		if errors.Is(err, io.EOF) {
			return errors.New("it is empty")
		}
		return errors.New("it is not well formed")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("something follows it")
	}
	return nil
}
