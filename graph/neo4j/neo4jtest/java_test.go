package neo4jtest

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fakeJava writes a command that says it is the release.
func fakeJava(t *testing.T, home, version string) string {
	t.Helper()
	path := filepath.Join(home, "bin", "java")
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	script := "#!/bin/sh\necho 'openjdk version \"" + version + "\" 2025-04-15' >&2\n"
	if err := os.WriteFile(path, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestJavaPaths(t *testing.T) {
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	home := fakeJava(t, filepath.Join(root, "home"), "21.0.4")
	onPath := fakeJava(t, filepath.Join(root, "path"), "17.0.15")
	system := fakeJava(t, filepath.Join(root, "jvm", "temurin-25"), "25")
	if err := os.Symlink(filepath.Join(root, "path"), filepath.Join(root, "jvm", "default")); err != nil {
		t.Fatal(err)
	}
	t.Setenv("JAVA_HOME", filepath.Join(root, "home"))
	t.Setenv("PATH", filepath.Dir(onPath))
	got := javaPaths([]string{filepath.Join(root, "jvm", "*", "bin", "java"), filepath.Join(root, "nothing", "*", "bin", "java")})
	if diff := cmp.Diff(got, []string{home, onPath, system}); diff != "" {
		t.Errorf("places (-got +want):\n%s", diff)
	}
	for path, want := range map[string]int{home: 21, onPath: 17, system: 25} {
		if got, err := releaseOf(t.Context(), path); err != nil || got != want {
			t.Errorf("%s: got release %d, error %v, want %d", path, got, err, want)
		}
	}
}

func TestVersionJava(t *testing.T) {
	for _, c := range []struct {
		name     string
		releases []string
		version  Version
		want     int // 0: none
	}{
		{"none", nil, Floor, 0},
		{"too old for all", []string{"11.0.2", "8"}, Floor, 0},
		{"the floor is made for 17 and 21", []string{"17.0.15", "25", "21.0.1"}, Floor, 21},
		{"the floor takes a newer one for want of them", []string{"11.0.2", "25"}, Floor, 25},
		{"the newest takes the newest", []string{"25", "17.0.15", "21.0.1"}, Newest, 25},
		{"the newest does not run on 17", []string{"17.0.15"}, Newest, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			for _, release := range c.releases {
				fakeJava(t, filepath.Join(root, release), release)
			}
			t.Setenv("JAVA_HOME", "")
			t.Setenv("PATH", root)
			got, err := c.version.java(t.Context(), []string{filepath.Join(root, "*", "bin", "java")})
			if got.release != c.want || errors.Is(err, ErrMissing) != (c.want == 0) {
				t.Errorf("got Java %d, error %v, want %d", got.release, err, c.want)
			}
		})
	}
}
