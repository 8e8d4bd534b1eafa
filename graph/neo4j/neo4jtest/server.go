package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Times that a server may take: a loaded machine with two cores needs several times the usual seven seconds.
const (
	startTimeout = 3 * time.Minute
	stopTimeout  = 20 * time.Second
	pollInterval = 100 * time.Millisecond
)

// Login says whether the server asks for credentials.
type Login string

// Logins; the zero value asks for none.
const (
	Anonymous Login = ""
	Fresh     Login = "FRESH" // neo4j/neo4j, which the server wants changed first: see [Server.SetPassword]
)

// Speed says what Java compiles the server's code for.
type Speed string

// Speeds. Most tests end before Java has found out what to compile well: without that they take two thirds of the processor's time.
const (
	SoonReady Speed = ""
	FullSpeed Speed = "FULL" // for measurements and large loads
)

// Options says which server to start. The zero value: the floor version, without login, 512 MB of heap.
type Options struct {
	Version Version
	Login   Login
	Speed   Speed
	HeapMB  int // MB of Java heap; 0 is 512
	// Settings are further lines of neo4j.conf, "name=value".
	Settings []string
}

// Server is a running, or killed, Neo4j. It is not safe for concurrent use, but URL and Version are.
type Server struct {
	options  Options
	java     string
	jars     string
	home     string
	port     int
	mu       sync.Mutex // of command, which the report about a hung test reads
	command  *exec.Cmd
	watch    watch
	exited   chan struct{} // closed when the process is gone
	user     string
	password string
}

// Start starts a server and waits until it takes connections. Stop must be called.
func Start(ctx context.Context, o Options) (*Server, error) {
	if o.Version == "" {
		o.Version = Floor
	}
	if o.HeapMB == 0 {
		o.HeapMB = 512
	}
	s := &Server{options: o}
	if err := s.find(ctx); err != nil {
		return nil, err
	}
	home, err := os.MkdirTemp("", "recital-neo4j-")
	if err != nil {
		return nil, fmt.Errorf("make the server's folder: %w", err)
	}
	s.home = home
	if o.Login == Fresh {
		s.user, s.password = "neo4j", "neo4j"
	}
	if err := s.configure(ctx); err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}
	if err := s.Restart(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// find looks for Java and the jars, fetching the jars where they are missing.
func (s *Server) find(ctx context.Context) error {
	found, err := s.options.Version.java(ctx, javaFolders())
	if err != nil {
		return err
	}
	jars, err := s.options.Version.jars()
	if err != nil {
		return err
	}
	if !s.options.Version.prepared(jars) {
		if _, err := exec.LookPath("mvn"); err != nil {
			return fmt.Errorf("%w: its jars are not in %s, and mvn is not installed", ErrMissing, jars)
		}
		if err := s.options.Version.fetch(ctx, jars, os.Stderr); err != nil {
			return err
		}
	}
	s.java, s.jars = found.path, jars
	return nil
}

// configure writes the server's settings for a free port.
func (s *Server) configure(ctx context.Context) error {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return fmt.Errorf("find a free port: %w", err)
	}
	s.port = listener.Addr().(*net.TCPAddr).Port
	if err := listener.Close(); err != nil {
		return fmt.Errorf("free the port: %w", err)
	}
	address := "127.0.0.1:" + strconv.Itoa(s.port)
	settings := []string{
		"server.bolt.listen_address=" + address,
		"server.bolt.advertised_address=" + address,
		"server.http.enabled=false",
		"server.https.enabled=false",
		"server.memory.pagecache.size=128m",
		"db.tx_log.rotation.retention_policy=keep_none",
		"dbms.usage_report.enabled=false",
		"dbms.security.auth_enabled=" + strconv.FormatBool(s.options.Login != Anonymous),
	}
	settings = append(settings, s.options.Settings...)
	conf := filepath.Join(s.home, "conf")
	if err := os.MkdirAll(conf, 0o755); err != nil {
		return fmt.Errorf("make the settings' folder: %w", err)
	}
	file := filepath.Join(conf, "neo4j.conf")
	if err := os.WriteFile(file, []byte(strings.Join(settings, "\n")+"\n"), 0o644); err != nil {
		return fmt.Errorf("write the settings: %w", err)
	}
	return nil
}

// Restart starts the server again on its old port and data, after [Server.Kill], and waits until it takes connections.
func (s *Server) Restart(ctx context.Context) error {
	if err := s.spawn(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, startTimeout)
	defer cancel()
	if err := s.wait(ctx); err != nil {
		s.Kill()
		return fmt.Errorf("start Neo4j %s: %w; its log is in %s", s.options.Version, err, s.LogFolder())
	}
	return nil
}

// spawn starts the process.
func (s *Server) spawn() error {
	log, err := os.OpenFile(filepath.Join(s.home, "console.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("open the server's log: %w", err)
	}
	heap := strconv.Itoa(s.options.HeapMB) + "m"
	arguments := []string{"-Xms" + heap, "-Xmx" + heap}
	if s.options.Speed == SoonReady {
		arguments = append(arguments, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
	}
	for _, opened := range []string{"java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"} {
		arguments = append(arguments, "--add-opens=java.base/"+opened+"=ALL-UNNAMED")
	}
	arguments = append(arguments, "-cp", filepath.Join(s.jars, "*"), s.options.Version.entryPoint(),
		"--home-dir="+s.home, "--config-dir="+filepath.Join(s.home, "conf"), "--console-mode")
	command := exec.Command(s.java, arguments...)
	command.Stdout, command.Stderr = log, log
	tie(command)
	exited, started := make(chan struct{}), make(chan error)
	go func() {
		// The kernel ties the child to the thread that started it, not to the process: the thread must stay.
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer close(exited)
		err := command.Start()
		started <- err
		if err == nil {
			_ = command.Wait() // a killed server's exit status says nothing
		}
		_ = log.Close() // nothing more is written to it
	}()
	if err := <-started; err != nil {
		return fmt.Errorf("start %s: %w", s.java, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.command, s.exited = command, exited
	return nil
}

// wait returns when the server takes connections.
func (s *Server) wait(ctx context.Context) error {
	driver, err := neo4j.NewDriverWithContext(s.URL(), s.token())
	if err != nil {
		return err
	}
	defer func() { _ = driver.Close(ctx) }() // the answer is known by then
	for {
		err := driver.VerifyConnectivity(ctx)
		if err == nil || isExpired(err) {
			return nil
		}
		select {
		case <-ctx.Done():
			return fmt.Errorf("not ready in time: %w", err)
		case <-s.exited:
			return errors.New("the process ended")
		case <-time.After(pollInterval):
		}
	}
}

func (s *Server) token() neo4j.AuthToken {
	if s.options.Login == Anonymous {
		return neo4j.NoAuth()
	}
	return neo4j.BasicAuth(s.user, s.password, "")
}

// isExpired reports that a server is up and only wants its first password changed.
func isExpired(err error) bool {
	var server *neo4j.Neo4jError
	return errors.As(err, &server) && strings.HasSuffix(server.Code, ".CredentialsExpired")
}

// URL returns the server's address, which is the same after Restart.
func (s *Server) URL() string { return "bolt://127.0.0.1:" + strconv.Itoa(s.port) }

// RoutingURL returns the address for a driver that asks the server for its routes.
func (s *Server) RoutingURL() string { return "neo4j://127.0.0.1:" + strconv.Itoa(s.port) }

// LogFolder returns where the server's own logs are, for a message about a failed test.
func (s *Server) LogFolder() string { return s.home }

// SetPassword changes the password, as a server with a [Fresh] login wants before anything else.
func (s *Server) SetPassword(ctx context.Context, password string) error {
	err := s.run(ctx, "system", "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
		map[string]any{"old": s.password, "new": password})
	if err != nil {
		return fmt.Errorf("change the server's password: %w", err)
	}
	s.password = password
	return nil
}

// Wipe takes all nodes and relationships out of the database. Constraints and indexes stay: without them the server would plan every
// statement anew.
func (s *Server) Wipe(ctx context.Context) error {
	if err := s.run(ctx, "neo4j", "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", nil); err != nil {
		return fmt.Errorf("wipe the server: %w", err)
	}
	return nil
}

// Run runs a statement on the server's data, for what a test wants there beforehand.
func (s *Server) Run(ctx context.Context, statement string) error {
	return s.run(ctx, "neo4j", statement, nil)
}

// Count runs a statement that answers with one number.
func (s *Server) Count(ctx context.Context, statement string) (int, error) {
	rows, err := s.Rows(ctx, statement, nil)
	if err != nil {
		return 0, err
	}
	if len(rows) != 1 || len(rows[0]) != 1 {
		return 0, fmt.Errorf("count: %d rows", len(rows))
	}
	n, ok := rows[0][0].(int64)
	if !ok {
		return 0, fmt.Errorf("count: %v is no number", rows[0][0])
	}
	return int(n), nil
}

// Rows runs a statement and returns its answer, row by row.
func (s *Server) Rows(ctx context.Context, statement string, parameters map[string]any) (rows [][]any, err error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(s.URL(), s.token())
	if err != nil {
		return nil, err
	}
	answer, err := neo4j.ExecuteQuery(ctx, driver, statement, parameters, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("neo4j"))
	if err := errors.Join(err, driver.Close(ctx)); err != nil {
		return nil, err
	}
	for _, record := range answer.Records {
		rows = append(rows, record.Values)
	}
	return rows, nil
}

func (s *Server) run(ctx context.Context, database, statement string, parameters map[string]any) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	driver, err := neo4j.NewDriverWithContext(s.URL(), s.token())
	if err != nil {
		return err
	}
	session := driver.NewSession(ctx, neo4j.SessionConfig{DatabaseName: database})
	result, err := session.Run(ctx, statement, parameters)
	if err == nil {
		_, err = result.Consume(ctx)
	}
	return errors.Join(err, session.Close(ctx), driver.Close(ctx))
}

// Kill ends the server at once, as a power failure would; its data stays for Restart.
func (s *Server) Kill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.command == nil {
		return
	}
	_ = s.command.Process.Kill() // it may be gone already
	<-s.exited
	s.command = nil
}

// CPU returns the processor's time that the server has used since it started; an error where the system does not tell.
func (s *Server) CPU() (time.Duration, error) {
	if s.command == nil {
		return 0, errors.New("the server was stopped")
	}
	return cpuTime(s.command.Process.Pid)
}

// Stop ends the server and removes its files.
func (s *Server) Stop() error {
	s.Kill()
	if err := os.RemoveAll(s.home); err != nil {
		return fmt.Errorf("remove the server's folder: %w", err)
	}
	return nil
}
