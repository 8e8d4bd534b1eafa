package resolver

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"recital/resolver/graphiql"
	"recital/resolver/internal/limit"
	"recital/resolver/internal/scalar"
	"recital/resolver/internal/transport"
)

// costHeader asks for the cost of the request in the answer's extensions.
const costHeader = "Recital-Cost"

// exchange is one GraphQL request on its way through the server.
type exchange struct {
	w      http.ResponseWriter
	r      *http.Request
	media  transport.Media
	params *transport.Params
	text   string    // of the document, where it is known
	doc    *document // nil until it is read
	start  time.Time
}

// serveGraphQL answers GraphQL over HTTP. Cheap refusals come first, and an answer that is known is given before anything is read.
func (s *server) serveGraphQL(w http.ResponseWriter, r *http.Request) {
	x := &exchange{w: w, r: r, start: time.Now()}
	if servesPage(r) {
		graphiql.Page(w, r)
		return
	}
	media, acceptable := transport.Negotiate(r.Header.Get("Accept"))
	if x.media = media; !acceptable {
		x.media = transport.JSON
		s.refuse(x, http.StatusNotAcceptable, NotAcceptable, "accept application/graphql-response+json or application/json")
		return
	}
	if wait, allowed := s.clients.allow(s.client(r), x.start); !allowed {
		w.Header().Set("Retry-After", seconds(wait))
		s.refuse(x, http.StatusTooManyRequests, RateLimited, "this client asks too often: wait as Retry-After says")
		return
	}
	var refusal *transport.Refusal
	params, err := transport.Read(w, r, s.options.BodyBytes)
	if errors.As(err, &refusal) {
		if refusal.Why == transport.BadMethod {
			w.Header().Set("Allow", "GET, POST")
		}
		s.refuse(x, refusal.Status, refusalCode(refusal.Why), refusal.Message)
		return
	}
	x.params = params
	s.answer(x)
	params.Free()
}

// answer finds the answer to a well-formed request: with the client, in the cache, or by executing it.
func (s *server) answer(x *exchange) {
	hash, text, refusal := s.text(x.params)
	if refusal != nil {
		s.finish(x, refusal)
		return
	}
	x.text = text
	if x.doc, _ = s.documents.Get(text); x.doc == nil {
		if err := limit.Text(text, s.options.Limits); err != nil {
			s.finish(x, &reply{errors: s.refused(err)})
			return
		}
	}
	ctx, cancel := withTimeout(x.r.Context(), s.options.Timeout)
	defer cancel()
	revision, err := s.revisions.now(ctx)
	if err != nil {
		// Without the store nothing can be kept, but the document may be wrong anyway, or ask for the schema alone.
		s.logger.LogAttrs(ctx, slog.LevelError, "revision unknown",
			slog.String("request", transport.RequestID(ctx)), slog.Any("error", err))
		s.finish(x, s.execute(ctx, x, text, hash))
		return
	}
	key := keyOf(revision, x)
	etag := key.etag()
	if transport.Matches(x.r.Header.Get("If-None-Match"), etag) {
		// The text is not kept under its hash: "*" matches whatever it is.
		transport.NotModified(x.w, etag)
		s.account(x, http.StatusNotModified, "", "client")
		return
	}
	if body, kept := s.answers.Get(key); kept {
		s.persist(hash, text)
		transport.Answer{Status: http.StatusOK, Media: x.media, Body: body, ETag: etag}.Write(x.w, x.r)
		s.account(x, http.StatusOK, "", "server")
		return
	}
	reply := s.execute(ctx, x, text, hash)
	if now, err := s.revisions.now(ctx); reply.whole() && err == nil && now == revision {
		reply.etag, reply.key = etag, &key
	}
	s.finish(x, reply)
}

// reply is what executing, or refusing, came to.
type reply struct {
	data       json.RawMessage // nil where nothing was executed
	errors     gqlerror.List
	extensions map[string]any
	status     int // of the server's own troubles; 0 follows from the media type
	etag       string
	key        *answerKey // where to keep it
}

// whole reports whether the reply is an answer without errors.
func (r *reply) whole() bool { return r.data != nil && len(r.errors) == 0 }

func (s *server) execute(ctx context.Context, x *exchange, text, hash string) *reply {
	doc, refusal := s.document(x)
	if refusal != nil {
		return &reply{errors: refusal}
	}
	s.persist(hash, text)
	if doc.introspective && s.options.HideSchema {
		return failure(IntrospectionOff, "this server does not tell its schema: it is in schema.graphqls of the project")
	}
	op, refusal := operation(doc.ast, x.params.OperationName)
	if refusal != nil {
		return &reply{errors: refusal}
	}
	ctx = graphql.StartOperationTrace(ctx)
	variables, err := x.params.Variables()
	if err != nil {
		return malformed(err.Error())
	}
	oc, refused := s.executor.CreateOperationContext(ctx, &graphql.RawParams{
		Query: text, OperationName: x.params.OperationName, Variables: variables, Headers: x.r.Header,
		ReadTime: graphql.TraceTiming{Start: x.start, End: graphql.Now()},
	})
	if len(refused) > 0 {
		return &reply{errors: coded(aboutVariables(refused[:min(len(refused), shownErrors)], op), BadInput)}
	}
	cost := doc.cost(op, oc.Variables)
	s.metrics.cost.Observe(float64(cost))
	if cost > s.options.Limits.Cost {
		return &reply{errors: s.refused(&limit.Exceeded{What: limit.Cost, Limit: s.options.Limits.Cost, Got: cost})}
	}
	if !s.turn(ctx) {
		x.w.Header().Set("Retry-After", "1")
		busy := failure(TooBusy, "the server is busy: try again in a moment")
		busy.status = http.StatusServiceUnavailable
		return busy
	}
	defer func() { <-s.turns }()
	oc.DisableIntrospection = s.options.HideSchema
	reply := s.dispatch(scalar.WithCollected(ctx, doc.collected), oc)
	if x.r.Header.Get(costHeader) != "" {
		reply.extensions = map[string]any{"cost": map[string]int{"requested": cost, "limit": s.options.Limits.Cost}}
	}
	return reply
}

// turn waits for one of the places of requests being executed.
func (s *server) turn(ctx context.Context) bool {
	select {
	case s.turns <- struct{}{}:
		return true
	default:
	}
	timer := time.NewTimer(s.options.Patience)
	defer timer.Stop()
	select {
	case s.turns <- struct{}{}:
		return true
	case <-timer.C:
		return false
	case <-ctx.Done():
		return false
	}
}

func (s *server) dispatch(ctx context.Context, oc *graphql.OperationContext) *reply {
	ctx, end := s.span(ctx, oc)
	defer end()
	respond, ctx := s.executor.DispatchOperation(withLoads(ctx, s.reader, s.options.Batching), oc)
	response := respond(ctx)
	if response == nil { // the context ended before anything was read
		late := failure(TimedOut, "the answer took too long: ask for less, or page")
		late.status = http.StatusGatewayTimeout
		return late
	}
	return &reply{data: response.Data, errors: response.Errors[:min(len(response.Errors), shownErrors)]}
}

// operation picks the operation of a document that a request means.
func operation(doc *ast.QueryDocument, name string) (*ast.OperationDefinition, gqlerror.List) {
	op := doc.Operations.ForName(name)
	if op == nil {
		wrong := gqlerror.Errorf("operationName %q names none of the document's operations", name)
		if name == "" {
			wrong = gqlerror.Errorf("the document has several operations: operationName must name one")
		}
		return nil, coded(gqlerror.List{wrong}, UnknownOperation)
	}
	return op, nil
}

func failure(code Code, message string) *reply {
	return &reply{errors: coded(gqlerror.List{gqlerror.Errorf("%s", message)}, code)}
}

// refuse answers what is not a GraphQL request, or not now.
func (s *server) refuse(x *exchange, status int, code Code, message string) {
	r := failure(code, message)
	r.status = status
	s.finish(x, r)
}

// finish writes the reply, and keeps it where it can be asked for again. What is kept has memory of its own, what is not is written in memory that
// answers share.
func (s *server) finish(x *exchange, reply *reply) {
	keep := reply.key != nil && s.answers.Keeps(len(reply.data))
	var text []byte
	if keep {
		text = reply.encode(make([]byte, 0, len(reply.data)+len(`{"data":}`)))
	} else {
		text = reply.encode(scalar.Room())
		defer scalar.Free(text)
	}
	scalar.Free(reply.data)
	body := transport.NewBody(text)
	if keep {
		s.answers.Put(*reply.key, body)
	}
	status := reply.status
	if status == 0 {
		status = http.StatusOK
		if reply.data == nil && x.media == transport.Response {
			status = http.StatusBadRequest
		}
	}
	transport.Answer{Status: status, Media: x.media, Body: body, ETag: reply.etag}.Write(x.w, x.r)
	s.account(x, status, reply.code(), "")
}

// code is that of the first error; empty without errors.
func (r *reply) code() Code {
	if len(r.errors) == 0 {
		return ""
	}
	code, _ := r.errors[0].Extensions["code"].(string)
	return Code(code)
}

// encode appends the reply as JSON. A request that was not executed has no data entry.
func (r *reply) encode(to []byte) []byte {
	to = append(to, '{')
	if len(r.errors) > 0 {
		to = appendJSON(append(to, `"errors":`...), r.errors)
	}
	if r.data != nil {
		if len(r.errors) > 0 {
			to = append(to, ',')
		}
		to = append(append(to, `"data":`...), r.data...)
	}
	if r.extensions != nil {
		to = appendJSON(append(to, `,"extensions":`...), r.extensions)
	}
	return append(to, '}')
}

func appendJSON(to []byte, v any) []byte {
	text, err := json.Marshal(v)
	if err != nil {
		panic("resolver: errors and extensions are made of strings and numbers: " + err.Error())
	}
	return append(to, text...)
}

// answerKey names an answer that is the same for ever: what was asked of which revision.
type answerKey [sha256.Size]byte

func keyOf(revision string, x *exchange) answerKey {
	var of [sha256.Size]byte
	if x.doc != nil {
		of = x.doc.sum
	} else {
		of = sha256.Sum256([]byte(x.text))
	}
	var room [512]byte // of most requests
	key := append(room[:0], of[:]...)
	for _, part := range [...]string{revision, string(x.media), x.r.Header.Get(costHeader), x.params.OperationName} {
		key = append(append(key, part...), 0)
	}
	return sha256.Sum256(append(key, x.params.Written...))
}

// etagBytes of the key are enough to tell answers apart.
const etagBytes = 12

// etag is weak, since encodings of the same answer share it.
func (k answerKey) etag() string { return `W/"` + hex.EncodeToString(k[:etagBytes]) + `"` }
