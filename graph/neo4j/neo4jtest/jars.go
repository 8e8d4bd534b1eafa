package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// Version is a release of Neo4j, as Maven names it.
type Version string

// Releases that the store is tested on.
const (
	Floor  Version = "5.26.30"   // the newest of the oldest line that the store accepts
	Newest Version = "2026.08.1" // needs Java 21
)

// ErrMissing: Java, Maven or the jars are not there.
var ErrMissing = errors.New("no Neo4j for tests")

// javaFor is the least release of Java that each version runs on.
func (v Version) javaFor() int {
	if v == Newest {
		return 21
	}
	return 17
}

// entryPoint is the class that starts the community server.
func (v Version) entryPoint() string {
	if v == Newest {
		return "org.neo4j.server.Neo4jCommunity"
	}
	return "org.neo4j.server.CommunityEntryPoint"
}

// jars returns the folder that holds, or will hold, the version's jars.
func (v Version) jars() (string, error) {
	cache := os.Getenv("RECITAL_TEST_CACHE")
	if cache == "" {
		user, err := os.UserCacheDir()
		if err != nil {
			return "", fmt.Errorf("find the cache folder: %w", err)
		}
		cache = filepath.Join(user, "recital")
	}
	return filepath.Join(cache, "neo4j-"+string(v)), nil
}

// prepared reports whether the folder holds the whole of the version: its mark is written last.
func (v Version) prepared(folder string) bool {
	_, err := os.Stat(filepath.Join(folder, "neo4j-"+string(v)+".jar"))
	return err == nil
}

// javaVersion matches the release in the first line of `java -version`: `openjdk version "17.0.15" 2025-04-15`,
// not the runtime's build numbers in the lines after it.
var javaVersion = regexp.MustCompile(`version "(\d+)`)

// Java returns the path of the java command and its release, 17 or 21; ErrMissing where there is none.
func Java(ctx context.Context) (path string, release int, err error) {
	path, err = exec.LookPath("java")
	if home := os.Getenv("JAVA_HOME"); err != nil && home != "" {
		path, err = exec.LookPath(filepath.Join(home, "bin", "java"))
	}
	if err != nil {
		return "", 0, fmt.Errorf("%w: java is not installed", ErrMissing)
	}
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	if err != nil {
		return "", 0, fmt.Errorf("%w: %s -version: %w", ErrMissing, path, err)
	}
	match := javaVersion.FindSubmatch(out)
	if match == nil {
		return "", 0, fmt.Errorf("%w: %s -version says no version", ErrMissing, path)
	}
	release, err = strconv.Atoi(string(match[1]))
	if err != nil {
		return "", 0, fmt.Errorf("%w: %s -version: %w", ErrMissing, path, err)
	}
	return path, release, nil
}

// Prepare brings what the version needs, telling log each step: Java and Maven by apt-get where they are missing and the
// user may install, and the jars by Maven. It does nothing where they are there already.
func Prepare(ctx context.Context, v Version, log io.Writer) error {
	folder, err := v.jars()
	if err != nil {
		return err
	}
	if err := install(ctx, log); err != nil {
		return err
	}
	_, release, err := Java(ctx)
	if err != nil {
		return err
	}
	if release < v.javaFor() {
		return fmt.Errorf("%w: Neo4j %s needs Java %d, found %d", ErrMissing, v, v.javaFor(), release)
	}
	if v.prepared(folder) {
		say(log, "Neo4j %s is in %s", v, folder)
		return nil
	}
	say(log, "fetching Neo4j %s (about 120 MB) by Maven into %s", v, folder)
	return v.fetch(ctx, folder, log)
}

// pom asks Maven for the server and all that it needs.
const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion>
<groupId>recital</groupId><artifactId>server</artifactId><version>1</version>
<dependencies><dependency>
<groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>VERSION</version>
</dependency></dependencies></project>
`

// fetch copies the jars into a folder beside the wanted one and renames it when it is whole, so that a broken
// fetch leaves nothing that looks prepared.
func (v Version) fetch(ctx context.Context, folder string, log io.Writer) error {
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return fmt.Errorf("make the cache folder: %w", err)
	}
	work, err := os.MkdirTemp(filepath.Dir(folder), "fetch-")
	if err != nil {
		return fmt.Errorf("make a folder to fetch into: %w", err)
	}
	defer func() { _ = os.RemoveAll(work) }() // after the rename nothing of use is left in it
	file := filepath.Join(work, "pom.xml")
	if err := os.WriteFile(file, []byte(strings.Replace(pom, "VERSION", string(v), 1)), 0o644); err != nil {
		return fmt.Errorf("write the pom: %w", err)
	}
	jars := filepath.Join(work, "jars")
	maven := exec.CommandContext(ctx, "mvn", "-B", "-q", "-f", file, "dependency:copy-dependencies",
		"-DincludeScope=runtime", "-DoutputDirectory="+jars)
	maven.Stdout, maven.Stderr = log, log
	if err := maven.Run(); err != nil {
		return fmt.Errorf("%w: mvn: %w", ErrMissing, err)
	}
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("clear %s: %w", folder, err)
	}
	if err := os.Rename(jars, folder); err != nil {
		return fmt.Errorf("put the jars in their place: %w", err)
	}
	return nil
}

// install installs the missing ones of Java and Maven.
func install(ctx context.Context, log io.Writer) error {
	var missing []string
	for _, need := range []struct{ command, pkg string }{{"java", "default-jre-headless"}, {"mvn", "maven"}} {
		if _, err := exec.LookPath(need.command); err != nil {
			missing = append(missing, need.pkg)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	apt, err := exec.LookPath("apt-get")
	if err != nil || os.Geteuid() != 0 {
		return fmt.Errorf("%w: %s is not installed and may not be installed by this user", ErrMissing, strings.Join(missing, ", "))
	}
	say(log, "installing %s by apt-get", strings.Join(missing, ", "))
	for _, arguments := range [][]string{{"update"}, append([]string{"install", "-y", "--no-install-recommends"}, missing...)} {
		command := exec.CommandContext(ctx, apt, append([]string{"-q"}, arguments...)...)
		command.Env = append(os.Environ(), "DEBIAN_FRONTEND=noninteractive")
		command.Stdout, command.Stderr = log, log
		if err := command.Run(); err != nil {
			return fmt.Errorf("%w: apt-get %s: %w", ErrMissing, arguments[0], err)
		}
	}
	return nil
}

// say writes one line to the log. A log that cannot be written to must not stop the preparation.
func say(log io.Writer, format string, arguments ...any) {
	_, _ = fmt.Fprintf(log, format+"\n", arguments...)
}
