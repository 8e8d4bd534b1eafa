package resolver

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net"
	"net/http"
	"runtime/debug"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/rs/cors"
	"github.com/vektah/gqlparser/v2/ast"

	"recital/graph"
	"recital/resolver/graphiql"
	"recital/resolver/internal/cache"
	"recital/resolver/internal/gql"
	"recital/resolver/internal/transport"
)

// server answers requests. It is safe for concurrent use.
type server struct {
	options   Options
	reader    graph.Reader // metered
	logger    *slog.Logger
	schema    *ast.Schema
	executor  *executor.Executor
	documents *cache.LRU[string, *document] // by their text
	persisted *cache.LRU[string, string]    // texts of documents by their hash
	answers   *cache.LRU[answerKey, *transport.Body]
	revisions *revisions
	turns     chan struct{} // one for each request being executed
	exports   *places
	clients   *clients
	metrics   *metrics
	// registered are the names of the operations of trusted documents: they may label metrics.
	registered map[string]bool
}

// Sizes of the caches of documents, in bytes of their texts: a front end has tens of documents of a few kilobytes. A parsed document with
// the fields collected of it takes some 50 times its text.
const (
	keptDocuments = 512 << 10
	keptPersisted = 4 << 20
)

func textBytes(text string) int { return len(text) }

// New makes the handler of /graphql, /export, /healthz, /readyz and /metrics. It asks the reader nothing yet.
func New(options Options) (http.Handler, error) {
	if options.Reader == nil {
		return nil, errors.New("resolver: Options.Reader is required")
	}
	options = options.complete()
	metrics := newMetrics()
	s := &server{
		options:   options,
		reader:    metered(options.Reader, metrics),
		logger:    options.Logger,
		documents: cache.New[string](keptDocuments, (*document).bytes),
		persisted: cache.New[string](keptPersisted, textBytes),
		answers:   cache.New[answerKey](options.AnswerBytes, (*transport.Body).Len),
		turns:     make(chan struct{}, options.Concurrent),
		exports:   newPlaces(),
		clients:   newClients(options.Rate),
		metrics:   metrics,
	}
	s.revisions = newRevisions(s.reader, options.RevisionAge)
	s.schema = withoutDefer(gql.NewExecutableSchema(gql.Config{}).Schema())
	executable := gql.NewExecutableSchema(gql.Config{Resolvers: root{s: s}, Schema: s.schema})
	s.executor = executor.New(executable)
	s.executor.SetErrorPresenter(s.present)
	s.executor.SetRecoverFunc(s.recover)
	s.executor.SetQueryCache(documentCache{s})
	s.executor.SetParserTokenLimit(options.Limits.Tokens)
	if err := s.register(); err != nil {
		return nil, err
	}
	return s.routes(), nil
}

// Serve is server.Serve for a handler of New's: it sets the server's ConnContext, so that an answer leaves in one piece.
func Serve(server *http.Server, l net.Listener) error {
	server.ConnContext = transport.ConnContext
	return server.Serve(transport.Listener(l))
}

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/graphql", s.serveGraphQL)
	mux.Handle("GET /graphql/", graphiql.Assets())
	mux.HandleFunc("/export", s.serveExport)
	mux.HandleFunc("GET /healthz", serveHealth)
	mux.HandleFunc("GET /readyz", s.serveReady)
	mux.Handle("GET /metrics", s.metrics.handler())
	return s.identified(s.crossOrigin(mux))
}

// withoutDefer is the schema without @defer, which would make several answers of one.
func withoutDefer(schema *ast.Schema) *ast.Schema {
	c := *schema
	c.Directives = maps.Clone(schema.Directives)
	delete(c.Directives, "defer")
	return &c
}

// corsAge is how long a browser remembers that it may ask, in seconds: a day.
const corsAge = 86400

func (s *server) crossOrigin(next http.Handler) http.Handler {
	if s.options.CORS.Off {
		return next
	}
	origins := s.options.CORS.Origins
	if origins == nil {
		origins = []string{"*"}
	}
	return cors.New(cors.Options{
		AllowedOrigins: origins,
		AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"*"}, // clients send names and versions of their own, and there are no credentials to protect
		ExposedHeaders: []string{"ETag", "Retry-After", requestIDHeader, truncatedHeader},
		MaxAge:         corsAge,
	}).Handler(next)
}

// recover turns a panic of a resolver into an error of its field, and keeps the place for the log.
func (s *server) recover(_ context.Context, panicked any) error {
	return fmt.Errorf("panic: %v\n%s", panicked, debug.Stack())
}

// root joins the resolvers of the types.
type root struct{ s *server }

var _ gql.ResolverRoot = root{}

func (r root) Actor() gql.ActorResolver             { return actorResolver{r.s} }
func (r root) Instrument() gql.InstrumentResolver   { return instrumentResolver{r.s} }
func (r root) Mandate() gql.MandateResolver         { return mandateResolver{r.s} }
func (r root) Mention() gql.MentionResolver         { return mentionResolver{r.s} }
func (r root) Paragraph() gql.ParagraphResolver     { return paragraphResolver{r.s} }
func (r root) Provision() gql.ProvisionResolver     { return provisionResolver{r.s} }
func (r root) Query() gql.QueryResolver             { return queryResolver{r.s} }
func (r root) Alternative() gql.AlternativeResolver { return alternativeResolver{r.s} }
func (r root) Reliance() gql.RelianceResolver       { return relianceResolver{r.s} }
func (r root) Right() gql.RightResolver             { return rightResolver{r.s} }

func (r root) CitationFilter() gql.CitationFilterResolver     { return linkAsOf{} }
func (r root) InstrumentFilter() gql.InstrumentFilterResolver { return nodeAsOf{} }
func (r root) MandateFilter() gql.MandateFilterResolver       { return nodeAsOf{} }
func (r root) MentionFilter() gql.MentionFilterResolver       { return nodeAsOf{} }
func (r root) NamingFilter() gql.NamingFilterResolver         { return linkAsOf{} }
func (r root) ParagraphFilter() gql.ParagraphFilterResolver   { return nodeAsOf{} }
func (r root) SearchFilter() gql.SearchFilterResolver         { return textAsOf{} }

// documentCache lets the executor find the documents that document has checked.
type documentCache struct{ *server }

// Get implements [graphql.Cache].
func (c documentCache) Get(_ context.Context, query string) (*ast.QueryDocument, bool) {
	d, found := c.documents.Get(query)
	if !found {
		return nil, false
	}
	return d.ast, true
}

// Add implements [graphql.Cache]: only checked documents are kept, and not by the executor.
func (documentCache) Add(context.Context, string, *ast.QueryDocument) {}

var _ graphql.Cache[*ast.QueryDocument] = documentCache{}
