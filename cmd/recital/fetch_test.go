package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// wordFile makes a Word file with a paragraph for each line of the text.
func wordFile(t *testing.T, text string) []byte {
	t.Helper()
	var body strings.Builder
	body.WriteString(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for line := range strings.Lines(text) {
		body.WriteString("<w:p><w:r><w:t>")
		if err := xml.EscapeText(&body, []byte(strings.TrimSpace(line))); err != nil {
			t.Fatal(err)
		}
		body.WriteString("</w:t></w:r></w:p>")
	}
	body.WriteString("</w:body></w:document>")
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for name, content := range map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml":   body.String(),
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestLoadFetchesADocumentByItsSymbol(t *testing.T) {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/file":
			w.Header().Set("Content-Type", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
			if _, err := w.Write(wordFile(t, first)); err != nil {
				t.Error(err)
			}
		case r.URL.Query().Get("s") == "A/HRC/RES/40/91" && r.URL.Query().Get("t") == "docx":
			http.Redirect(w, r, "/file", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(service.Close)
	home := t.TempDir()
	if r := recital(t, home, "load", "--documents", service.URL, "A/HRC/RES/40/91"); r.status != statusDone {
		t.Fatalf("status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
	if r := recital(t, home, "cites", "HRC 40/91"); !strings.Contains(r.stdout, "A/HRC/RES/34/7") {
		t.Errorf("the fetched document cites nothing:\n%s%s", r.stdout, r.stderr)
	}
	r := recital(t, home, "load", "--documents", service.URL, "A/HRC/RES/40/92")
	if r.status != statusRefused || !strings.Contains(r.stdout, "A/HRC/RES/40/92") {
		t.Errorf("a symbol without a document: status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
}

func TestALoadGivenUpWhileItFetchesLeavesNoFiles(t *testing.T) {
	ctx, giveUp := context.WithCancel(t.Context())
	service := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		giveUp()
		<-r.Context().Done()
	}))
	t.Cleanup(service.Close)
	temporary := t.TempDir()
	t.Setenv("TMPDIR", temporary)
	var printed bytes.Buffer
	a := &app{stdout: &printed, stderr: &printed, getenv: func(string) string { return "" }}
	store := filepath.Join(t.TempDir(), "new.db")
	if status := a.run(ctx, []string{"load", "--store", store, "--documents", service.URL, "A/HRC/RES/40/91"}); status != statusFailed {
		t.Errorf("status %d\n%s", status, &printed)
	}
	left, err := os.ReadDir(temporary)
	if err != nil || len(left) > 0 {
		t.Errorf("it left %v (%v)", left, err)
	}
}

// What the explorer offers to load is read as a symbol, also where no organ issues documents of that series; what is not there is no symbol.
func TestArgumentsOfLoad(t *testing.T) {
	for _, tt := range []struct {
		arg, want string
	}{
		{"A/HRC/RES/53/29", "A/HRC/RES/53/29"},
		{"A/CONF.157/23", "A/CONF.157/23"},
		{"1/CP.21", "1/CP.21"},
		{"texts/53", ""},
		{"TEXTS/53.txt", ""},
		{"missing.pdf", ""},
	} {
		_, symbols, err := sortArguments([]string{tt.arg})
		got := ""
		if err == nil && len(symbols) == 1 {
			got = symbols[0].String()
		}
		if got != tt.want {
			t.Errorf("load %s: the symbol %q, want %q (%v)", tt.arg, got, tt.want, err)
		}
	}
}

func TestAFileTooLargeIsRefused(t *testing.T) {
	folder := write(t, map[string]string{"good.txt": first})
	large := filepath.Join(folder, "large.txt")
	if err := os.WriteFile(large, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(large, 200<<20); err != nil {
		t.Fatal(err)
	}
	r := recital(t, t.TempDir(), "load", folder)
	if r.status != statusRefused || !strings.Contains(r.stdout, "large.txt") {
		t.Errorf("status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
}

func TestASymbolThatContradictsTheFileIsSaid(t *testing.T) {
	folder := write(t, map[string]string{"A_HRC_RES_41_7.txt": first})
	home := t.TempDir()
	r := recital(t, home, "load", folder)
	if r.status != statusDone || !strings.Contains(r.stdout, "A/HRC/RES/41/7") || !strings.Contains(r.stdout, "Remarks: ") {
		t.Errorf("status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
	if r := recital(t, home, "show", "HRC 40/91"); r.status != statusDone {
		t.Errorf("the text's own symbol does not count: %s", r.stderr)
	}
}

func TestAFileThatIsNoStoreIsNotTouched(t *testing.T) {
	folder := write(t, map[string]string{"notes.db": "my notes", "first.txt": first})
	store := filepath.Join(folder, "notes.db")
	r := recital(t, t.TempDir(), "load", "--store", store, filepath.Join(folder, "first.txt"))
	if r.status != statusFailed || !strings.Contains(r.stderr, "notes.db") {
		t.Errorf("status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
	kept, err := os.ReadFile(store)
	if err != nil || string(kept) != "my notes" {
		t.Errorf("the file holds %q now (%v)", kept, err)
	}
}
