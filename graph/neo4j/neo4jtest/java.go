package neo4jtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// java is an installed Java.
type java struct {
	path    string
	release int // 17, 21, 25 ...
}

// javaFolders are where systems keep Java beside the one on the path: Linux distributions, Java's installers on macOS, Homebrew.
func javaFolders() []string {
	return []string{
		"/usr/lib/jvm/*/bin/java",
		"/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java",
		"/opt/homebrew/opt/openjdk*/bin/java",
	}
}

// least is the oldest release of Java that the version runs on.
func (v Version) least() int {
	if v == Newest {
		return 21
	}
	return 17
}

// fitness orders releases of Java for the version, 0 for one that it does not run on. The floor version is made for 17 and 21 and
// takes a newer one only for want of them.
func (v Version) fitness(release int) int {
	switch {
	case release < v.least():
		return 0
	case v == Floor && (release == 17 || release == 21):
		return 1000 + release
	default:
		return release
	}
}

// java returns the installed Java that suits the version best, of equals the one that is looked for first; [ErrMissing] where there
// is none.
func (v Version) java(ctx context.Context, folders []string) (java, error) {
	var best java
	found := []string{"looked in JAVA_HOME, PATH, " + strings.Join(folders, ", ")}
	for _, path := range javaPaths(folders) {
		release, err := releaseOf(ctx, path)
		if err != nil {
			found = append(found, err.Error()) // a broken one does not hide the others
			continue
		}
		found = append(found, fmt.Sprintf("%s is %d", path, release))
		if v.fitness(release) > v.fitness(best.release) {
			best = java{path, release}
		}
	}
	if best.path == "" {
		return best, fmt.Errorf("%w: Neo4j %s needs Java %d or newer: %s", ErrMissing, v, v.least(), strings.Join(found, "; "))
	}
	return best, nil
}

// Installed returns [ErrMissing], with what was looked for and what was found, where no Java is installed that the version runs on.
func (v Version) Installed(ctx context.Context) error {
	_, err := v.java(ctx, javaFolders())
	return err
}

// javaPaths lists the commands to try, each once, links followed: systems keep several names for one Java.
func javaPaths(folders []string) []string {
	var candidates []string
	if home := os.Getenv("JAVA_HOME"); home != "" {
		candidates = append(candidates, filepath.Join(home, "bin", "java"))
	}
	candidates = append(candidates, "java") // on the path
	for _, folder := range folders {
		matches, _ := filepath.Glob(folder) // its only error is a bad pattern
		candidates = append(candidates, matches...)
	}
	var paths []string
	for _, candidate := range candidates {
		path, err := exec.LookPath(candidate)
		if err != nil {
			continue
		}
		if target, err := filepath.EvalSymlinks(path); err == nil {
			path = target
		}
		if !slices.Contains(paths, path) {
			paths = append(paths, path)
		}
	}
	return paths
}

// javaVersion matches the release in the first line of `java -version`: `openjdk version "17.0.15" 2025-04-15`,
// not the runtime's build numbers in the lines after it.
var javaVersion = regexp.MustCompile(`version "(\d+)`)

// releaseOf asks a java command for its release.
func releaseOf(ctx context.Context, path string) (int, error) {
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("%s -version: %w", path, err)
	}
	match := javaVersion.FindSubmatch(out)
	if match == nil {
		return 0, errors.New(path + " -version says no version")
	}
	release, err := strconv.Atoi(string(match[1]))
	if err != nil {
		return 0, fmt.Errorf("%s -version: %w", path, err)
	}
	return release, nil
}
