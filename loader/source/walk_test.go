package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sentence = "Recalling its resolution 70/1,\n"

func zipped(t *testing.T, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i+1 < len(members); i += 2 {
		f, err := w.Create(members[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(members[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarred(t *testing.T, members ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for i := 0; i+1 < len(members); i += 2 {
		header := &tar.Header{Name: members[i], Mode: 0o644, Size: int64(len(members[i+1])), Typeflag: tar.TypeReg}
		if err := w.WriteHeader(header); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(members[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// walked walks a folder with the files and returns the names that came, with the reasons of those refused.
func walked(t *testing.T, files map[string][]byte, o Options, paths ...string) []string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		full := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(paths) == 0 {
		paths = []string{"."}
	}
	for i := range paths {
		paths[i] = filepath.Join(dir, paths[i])
	}
	var got []string
	for item, err := range Walk(t.Context(), paths, o) {
		line := strings.TrimPrefix(strings.TrimPrefix(item.Name, dir), "/")
		var refusal *Refusal
		switch {
		case errors.As(err, &refusal):
			if refusal.File != item.Name {
				t.Errorf("refusal of %q under %q", refusal.File, item.Name)
			}
			line += ": " + strings.TrimPrefix(refusal.Place+": ", ": ") + refusal.Reason
		case err != nil:
			t.Fatal(err)
		}
		got = append(got, line)
	}
	return got
}

func TestWalk(t *testing.T) {
	text := []byte(sentence)
	big := strings.Repeat(sentence, 1000)
	bomb := strings.Repeat(" ", 20<<20)
	tests := []struct {
		name  string
		files map[string][]byte
		o     Options
		paths []string
		want  []string
	}{
		{
			name:  "folders in order, hidden files and notes to the reader passed over",
			files: map[string][]byte{"b.txt": text, "a/2.txt": text, "a/10.txt": text, ".git/x": text, "README.md": text, "c/.hidden": text},
			want:  []string{"a/10.txt", "a/2.txt", "b.txt"},
		},
		{
			name:  "members of archives under the archive's name, zip sorted, tar in its own order",
			files: map[string][]byte{"x.zip": zipped(t, "z.txt", "1", "a/b.txt", "2", "__MACOSX/b", "3"), "y.tar.gz": gzipped(t, tarred(t, "z.txt", "1", "a.txt", "2"))},
			want:  []string{"x.zip!a/b.txt", "x.zip!z.txt", "y.tar.gz!z.txt", "y.tar.gz!a.txt"},
		},
		{
			name:  "formats are told by the bytes: a tar without its name, one packed file",
			files: map[string][]byte{"a": tarred(t, "t.txt", "1"), "b.txt.gz": gzipped(t, text)},
			want:  []string{"a!t.txt", "b.txt.gz!b.txt"},
		},
		{
			name:  "an archive in an archive, and no deeper",
			files: map[string][]byte{"x.zip": zipped(t, "y.zip", string(zipped(t, "a.txt", "1", "z.zip", string(zipped(t, "b.txt", "2")))))},
			want:  []string{"x.zip!y.zip!a.txt", "x.zip!y.zip!z.zip: an archive within 2 others is not opened"},
		},
		{
			name:  "no such file, then the next",
			files: map[string][]byte{"a.txt": text},
			paths: []string{"none.txt", "a.txt"},
			want:  []string{"none.txt: no such file", "a.txt"},
		},
		{
			name:  "files and members above the limit",
			files: map[string][]byte{"a.txt": []byte(strings.Repeat("x", 3<<20)), "b.zip": zipped(t, "c.txt", strings.Repeat("y", 3<<20), "d.txt", "ok")},
			o:     Options{FileSize: 2 << 20},
			want:  []string{"a.txt: too large: 3 MB, at most 2 MB are read", "b.zip!c.txt: too large: 3 MB, at most 2 MB are read", "b.zip!d.txt"},
		},
		{
			name:  "a bomb: many times its size",
			files: map[string][]byte{"b.tar.gz": gzipped(t, tarred(t, "1.txt", bomb, "2.txt", "never")), "c.txt": text},
			want:  []string{"b.tar.gz!1.txt: archive refused from here on: unpacks to more than 200 times its size", "c.txt"},
		},
		{
			name:  "an archive with too much in it",
			files: map[string][]byte{"b.zip": zipped(t, "1.txt", big, "2.txt", big)},
			o:     Options{ArchiveSize: 40_000},
			want:  []string{"b.zip!1.txt", "b.zip!2.txt: archive refused from here on: unpacks to more than 0 MB"},
		},
		{
			name:  "too many members",
			files: map[string][]byte{"b.zip": zipped(t, "1.txt", "1", "2.txt", "2", "3.txt", "3")},
			o:     Options{Members: 2},
			want:  []string{"b.zip!1.txt", "b.zip!2.txt", "b.zip!3.txt: archive refused from here on: more than 2 members"},
		},
		{
			name:  "damaged archives",
			files: map[string][]byte{"a.zip": []byte("PK\x03\x04nothing"), "b.gz": []byte("\x1f\x8bnothing that unpacks"), "c.tar.gz": gzipped(t, tarred(t, "1.txt", big))[:80]},
			want: []string{
				"a.zip: damaged zip archive: zip: not a valid zip file", "b.gz: damaged gzip file: gzip: invalid header",
				"c.tar.gz: damaged gzip file: unexpected EOF",
			},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := walked(t, test.files, test.o, test.paths...)
			if diff := cmp.Diff(got, test.want); diff != "" {
				t.Errorf("got (-), want (+):\n%s", diff)
			}
		})
	}
}

// TestWalkEnds checks that a walk stops with its context, and when its consumer has had enough.
func TestWalkEnds(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(sentence), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	seen := 0
	for _, err := range Walk(ctx, []string{dir}, Options{}) {
		seen++
		last = err
		cancel()
	}
	if !errors.Is(last, context.Canceled) || seen != 2 {
		t.Errorf("after a cancel: %d items, last error %v", seen, last)
	}
	seen = 0
	for _, err := range Walk(t.Context(), []string{dir}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		seen++
		break
	}
	if seen != 1 {
		t.Errorf("after a break: %d items", seen)
	}
}
