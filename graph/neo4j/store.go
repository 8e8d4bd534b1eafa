package neo4j

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/notifications"

	"recital/graph"
)

// Options says which server to use and how. The zero value of each field but URL is the good default.
type Options struct {
	// URL is the server's address: neo4j://HOST or neo4j+s://HOST (routed, with +s encrypted), bolt://HOST or bolt+s://HOST (exactly that
	// server); +ssc takes a certificate that nobody signed. The port is 7687 where none is given. It holds no credentials.
	URL string
	// User and Password; both empty for a server without authentication. The password appears in no error and no log.
	User, Password string
	// Database is the database's name; "" is the server's default.
	Database string
	// Timeout bounds each read; 0 is 10 s. Writes have ten times as long.
	Timeout time.Duration
	// Lease is how long the lock of a loader that died keeps others out; 0 is 15 s.
	Lease time.Duration
	// Pool is the number of connections at the most; 0 is 50.
	Pool int

	// Set by tests. Watch is told of every result; without it the server sends no notifications. Retry is how long a transaction is
	// tried again; 0 is 5 s. Batch is the number of rows of one transaction; 0 is 5,000.
	watch func(neo4j.ResultSummary)
	retry time.Duration
	batch int
}

// Limits of a connection, chosen so that a request fails while somebody still waits for it.
const (
	defaultTimeout   = 10 * time.Second
	writeFactor      = 10 // a transaction of a load writes thousands of rows
	defaultLease     = 15 * time.Second
	defaultPool      = 50
	connectTimeout   = 3 * time.Second
	acquireTimeout   = 3 * time.Second
	retryTime        = 5 * time.Second
	connectionAge    = 30 * time.Minute
	livenessTimeout  = time.Minute
	timeoutHeadstart = 200 * time.Millisecond // the server gives up first, and says so
)

// format is the version of the graph's shape in the database.
const format = 1

// leastVersion of the server: the first with dynamic labels and types.
const leastMajor, leastMinor = 5, 26

// Store is a graph.Store in a Neo4j server. It is safe for concurrent use; of several writers one writes at a time.
type Store struct {
	options    Options
	driver     neo4j.DriverWithContext
	statements *statements
	routed     bool
	bookmarks  atomic.Pointer[neo4j.Bookmarks] // of the last Apply, so that reads in a cluster see it
	writing    chan struct{}                   // holds one token: the right to write from this process
	reading    gate                            // of reads
	home       atomic.Pointer[string]          // the server's default database, once it has answered
	nodes      together[struct{}, graph.Node]
	firsts     together[firstPage, graph.Page[graph.LinkView]]
}

var _ graph.Store = (*Store)(nil)

// Open connects to the server and checks its version and that of the graph in it. It writes nothing.
func Open(ctx context.Context, o Options) (*Store, error) {
	o.Timeout, o.Lease, o.Pool = cmp.Or(o.Timeout, defaultTimeout), cmp.Or(o.Lease, defaultLease), cmp.Or(o.Pool, defaultPool)
	o.retry, o.batch = cmp.Or(o.retry, retryTime), cmp.Or(o.batch, batchRows)
	target, err := checkURL(o.URL)
	if err != nil {
		return nil, err
	}
	statements, err := loadStatements()
	if err != nil {
		return nil, err
	}
	token := neo4j.NoAuth()
	if o.User != "" || o.Password != "" {
		token = neo4j.BasicAuth(o.User, o.Password, "")
	}
	driver, err := neo4j.NewDriverWithContext(o.URL, token, func(c *config.Config) { configure(c, o) })
	if err != nil {
		return nil, fmt.Errorf("open %s: %w: %w", target.Redacted(), graph.ErrBadRequest, err)
	}
	s := &Store{
		options: o, driver: driver, statements: statements,
		routed: strings.HasPrefix(target.Scheme, "neo4j"), writing: make(chan struct{}, 1),
	}
	s.nodes.ask, s.firsts.ask = s.readNodes, s.readFirsts
	if err := s.greet(ctx); err != nil {
		_ = driver.Close(context.WithoutCancel(ctx)) // the first error says what is wrong
		return nil, classify(ctx, "open "+target.Redacted(), err)
	}
	return s, nil
}

// checkURL refuses addresses that the driver would take in a way nobody means.
func checkURL(address string) (*url.URL, error) {
	u, err := url.Parse(address)
	if err != nil {
		return nil, fmt.Errorf("open a Neo4j store: %w: the address is malformed", graph.ErrBadRequest)
	}
	schemes := []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}
	switch {
	case !slices.Contains(schemes, u.Scheme):
		return nil, fmt.Errorf("open %s: %w: scheme %q is none of %s", u.Redacted(), graph.ErrBadRequest, u.Scheme, strings.Join(schemes, ", "))
	case u.User != nil:
		return nil, fmt.Errorf("open %s: %w: an address holds no credentials", u.Redacted(), graph.ErrBadRequest)
	case u.Hostname() == "":
		return nil, fmt.Errorf("open %s: %w: the address names no host", u.Redacted(), graph.ErrBadRequest)
	}
	return u, nil
}

func configure(c *config.Config, o Options) {
	c.MaxConnectionPoolSize = o.Pool
	c.ConnectionAcquisitionTimeout = acquireTimeout
	c.SocketConnectTimeout = connectTimeout
	c.ConnectionLivenessCheckTimeout = livenessTimeout
	c.MaxConnectionLifetime = connectionAge
	c.MaxTransactionRetryTime = o.retry
	c.TelemetryDisabled = true
	if o.watch == nil {
		c.NotificationsMinSeverity = notifications.DisabledLevel
	}
}

// greet checks that the server answers, is new enough, and holds no graph of a newer shape.
func (s *Store) greet(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, s.options.Timeout)
	defer cancel()
	// The greeting of the connection names the version; a statement might not be understood by an old server.
	info, err := s.driver.GetServerInfo(ctx)
	if err != nil {
		return err
	}
	version := strings.TrimPrefix(info.Agent(), "Neo4j/")
	if major, minor := versionOf(version); major < leastMajor || major == leastMajor && minor < leastMinor {
		return fmt.Errorf("%w: the server is Neo4j %s, Recital needs %d.%d or newer", graph.ErrUnavailable, version, leastMajor, leastMinor)
	}
	_, err = s.load(ctx)
	return err
}

// versionOf reads "5.26.30" and "2026.08.1"; zeros where it cannot.
func versionOf(version string) (major, minor int) {
	parts := strings.SplitN(version, ".", 3)
	major, _ = strconv.Atoi(parts[0]) // what is no number is too old
	if len(parts) > 1 {
		digits := strings.TrimRightFunc(parts[1], func(r rune) bool { return r < '0' || r > '9' })
		minor, _ = strconv.Atoi(digits)
	}
	return major, minor
}

// Close closes the connections. Calls still running fail.
func (s *Store) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), connectTimeout)
	defer cancel()
	if err := s.driver.Close(ctx); err != nil {
		return fmt.Errorf("close the Neo4j store: %w", err)
	}
	return nil
}

// session returns a session; it belongs to the caller's goroutine and must be closed.
func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	c := neo4j.SessionConfig{AccessMode: mode, DatabaseName: s.options.Database}
	if home := s.home.Load(); home != nil && c.DatabaseName == "" {
		c.DatabaseName = *home // or each session would have the server look it up
	}
	if last := s.bookmarks.Load(); last != nil && s.routed {
		c.Bookmarks = *last
	}
	return s.driver.NewSession(ctx, c)
}

// read runs one statement and hands each record to visit; the record is valid during the call alone. A call that meets a broken
// connection is made once more: the pool notices a restarted server only so.
func (s *Store) read(ctx context.Context, name statement, parameters map[string]any, visit func(*neo4j.Record) error) (err error) {
	ctx, cancel := context.WithTimeout(ctx, s.options.Timeout)
	defer cancel()
	text, err := s.statements.text(name, parameters)
	if err != nil {
		return err
	}
	leave, err := s.reading.enter(ctx, name, len(text))
	if err != nil {
		return err
	}
	defer func() { leave(err) }()
	return s.readWithin(ctx, s.options.Timeout, question{text, parameters}, visit)
}

// readAll is read for a load: it looks at the whole graph where a reader looks at a page of it, and has as long as a write.
func (s *Store) readAll(ctx context.Context, name statement, parameters map[string]any, visit func(*neo4j.Record) error) error {
	return s.readWithin(ctx, writeFactor*s.options.Timeout, question{s.statements.fixed[name], parameters}, visit)
}

// question is a statement with its parameters.
type question struct {
	text       string
	parameters map[string]any
}

func (s *Store) readWithin(ctx context.Context, limit time.Duration, q question, visit func(*neo4j.Record) error) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	visited := false
	once := func() error {
		return s.readOnce(ctx, limit, q, func(r *neo4j.Record) error {
			visited = true
			return visit(r)
		})
	}
	err := once()
	if err != nil && !visited && ctx.Err() == nil && neo4j.IsRetryable(err) {
		err = once()
	}
	return err
}

// What may come between a read and a load; a statement sees what is committed as it goes, not one state of the graph.
var (
	// errChanged: a node was taken out while it was being read.
	errChanged = fmt.Errorf("%w: the graph changes too fast to be read", graph.ErrUnavailable)
	// errMoved: documents were committed meanwhile, so that the answer may mix what one of them said before and says now.
	errMoved = errors.New("a commit came between")
)

// Patience of a read that a load gets in the way of. Commits take some milliseconds of the time of a batch; a read so long that there is
// always one within it is answered all the same after these attempts.
const (
	readAttempts = 20
	shortestWait = time.Millisecond
	longestWait  = 64 * time.Millisecond
)

// whole makes a read, and again when a load got in its way.
func whole(ctx context.Context, once func() error) error {
	var err error
	wait := shortestWait
	for range readAttempts {
		if err = once(); !isChanged(err) && !errors.Is(err, errMoved) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(wait):
			wait = min(2*wait, longestWait)
		}
	}
	if errors.Is(err, errMoved) {
		return nil
	}
	return errChanged
}

// guard compares what a statement says first and last of commits.
type guard struct {
	first []any
	moved bool
}

// takes reports whether the record is the guard's alone. The first column of a guarded statement tells: it holds what is to be said of commits
// at that moment, in records before and after the answer's, or, in each of the answer's, what there was to be said before and after it.
func (g *guard) takes(r *neo4j.Record) bool {
	if len(r.Keys) == 0 || r.Values[0] == nil {
		return false
	}
	said, _ := r.Values[0].([]any)
	switch r.Keys[0] {
	case "guard":
		g.hears(said)
		return true
	case "guards":
		for _, one := range said {
			now, _ := one.([]any)
			g.hears(now)
		}
	}
	return false
}

func (g *guard) hears(now []any) {
	if len(now) != 2 {
		g.moved = true
		return
	}
	if g.first == nil {
		g.first = now
	}
	g.moved = g.moved || now[1] == true || now[0] != g.first[0]
}

// filtered gives the parameters of a statement as one map: the server keeps a plan for each combination of parameters' types, null
// being one, and with one map there is one.
func filtered(parameters map[string]any) map[string]any { return map[string]any{"p": parameters} }

// consume takes what the server says after the records, where somebody wants to know it.
func (s *Store) consume(ctx context.Context, result neo4j.ResultWithContext) error {
	if s.options.watch == nil && s.home.Load() != nil {
		return nil
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return err
	}
	if database := summary.Database(); database != nil && database.Name() != "" {
		name := database.Name()
		s.home.CompareAndSwap(nil, &name)
	}
	if s.options.watch != nil {
		s.options.watch(summary)
	}
	return nil
}

// readOnce returns the driver's errors as they are.
func (s *Store) readOnce(ctx context.Context, limit time.Duration, q question, visit func(*neo4j.Record) error) (err error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() {
		if closing := session.Close(ctx); err == nil {
			err = closing
		}
	}()
	result, err := session.Run(ctx, q.text, q.parameters, neo4j.WithTxTimeout(max(time.Millisecond, limit-timeoutHeadstart)))
	if err != nil {
		return err
	}
	var record *neo4j.Record
	var g guard
	for result.NextRecord(ctx, &record) {
		if g.takes(record) {
			continue
		}
		if err := visit(record); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return err
	}
	if err := s.consume(ctx, result); err != nil {
		return err
	}
	if g.moved {
		return errMoved
	}
	return nil
}
