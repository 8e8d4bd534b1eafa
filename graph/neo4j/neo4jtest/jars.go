package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Version is a release of Neo4j, as Maven names it.
type Version string

// Releases that the store is tested on.
const (
	Floor  Version = "5.26.30"   // the newest of the oldest line that the store accepts
	Newest Version = "2026.08.1" // needs Java 21 or newer
)

// ErrMissing: Java, Maven or the jars are not there.
var ErrMissing = errors.New("no Neo4j for tests")

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

// Prepare brings what the version needs, telling log each step: Java and Maven by apt-get where they are missing and the
// user may install, and the jars by Maven. It does nothing where they are there already. For [Newest] no Java is installed: it
// is tested where a system has one that is new enough.
func Prepare(ctx context.Context, v Version, log io.Writer) error {
	folder, err := v.jars()
	if err != nil {
		return err
	}
	found, err := v.java(ctx, javaFolders())
	if errors.Is(err, ErrMissing) && v == Floor {
		if err = install(ctx, log, "java", "default-jre-headless"); err == nil {
			found, err = v.java(ctx, javaFolders())
		}
	}
	if err != nil {
		return err
	}
	if v.prepared(folder) {
		say(log, "Neo4j %s is in %s and runs on Java %d, %s", v, folder, found.release, found.path)
		return nil
	}
	if _, err := exec.LookPath("mvn"); err != nil {
		if err := install(ctx, log, "mvn", "maven"); err != nil {
			return err
		}
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

// install installs the package that brings the command.
func install(ctx context.Context, log io.Writer, command, pkg string) error {
	apt, err := exec.LookPath("apt-get")
	if err != nil || os.Geteuid() != 0 {
		return fmt.Errorf("%w: %s is not installed and may not be installed by this user", ErrMissing, command)
	}
	say(log, "installing %s by apt-get", pkg)
	for _, arguments := range [][]string{{"update"}, {"install", "-y", "--no-install-recommends", pkg}} {
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
