package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"recital/resolver"
)

// first is a resolution in the manner of the Council, in our own words.
const first = `Human Rights Council

Fortieth session

25 February-22 March 2019

Agenda item 3

Resolution adopted by the Human Rights Council on 21 March 2019

40/91. Quiet hours in public libraries

The Human Rights Council,

Guided by the Charter of the United Nations,

Recalling its resolution 34/7 of 23 March 2017 on the right to privacy in the digital age, and General Assembly resolution 70/125 of 16 December 2015,

Noting the Guiding Principles on Business and Human Rights, as endorsed by the Council in its resolution 17/4 of 16 June 2011,

1. Reaffirms the right to privacy of all readers;

2. Calls upon States to keep libraries open;

3. Requests the Office of the United Nations High Commissioner for Human Rights to prepare a report on quiet hours and to submit it to the Human Rights Council at its forty-fifth session.

52nd meeting
21 March 2019

[Adopted without a vote.]
`

// second cites first.
const second = `Human Rights Council

Forty-second session

9-27 September 2019

Agenda item 3

Resolution adopted by the Human Rights Council on 26 September 2019

42/93. Lending rights of readers

The Human Rights Council,

Recalling Human Rights Council resolution 40/91 of 21 March 2019 on quiet hours in public libraries,

1. Decides to remain seized of the matter.

39th meeting
26 September 2019
`

// result is what one run of the command gave.
type result struct {
	status         int
	stdout, stderr string
}

// recital runs one command line in a home of its own.
func recital(t *testing.T, home string, args ...string) result {
	t.Helper()
	return recitalWith(t, map[string]string{"HOME": home}, "", args...)
}

func recitalWith(t *testing.T, env map[string]string, stdin string, args ...string) result {
	t.Helper()
	var stdout, stderr bytes.Buffer
	a := &app{
		stdin: strings.NewReader(stdin), stdout: &stdout, stderr: &stderr,
		getenv: func(name string) string { return env[name] },
	}
	status := a.run(t.Context(), args)
	return result{status, stdout.String(), stderr.String()}
}

// write puts files into a fresh folder and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func TestLoadThenAsk(t *testing.T) {
	home := t.TempDir()
	folder := write(t, map[string]string{"first.txt": first, "second.txt": second})
	if r := recital(t, home, "load", folder); r.status != statusDone {
		t.Fatalf("load: status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"what an instrument cites", []string{"cites", "HRC 40/91"}, []string{"A/HRC/RES/34/7", "A/RES/70/125", "ungps", "A/HRC/RES/17/4", "un-charter"}},
		{"what cites it, with the words", []string{"cited-by", "A/HRC/RES/40/91"}, []string{"A/HRC/RES/42/93", "PP1", "40/91 of 21 March 2019"}},
		{"its paragraphs", []string{"show", "HRC 40/91"}, []string{"right:privacy", "actor:ohchr", "report", "session 45"}},
		{"a chain of two steps", []string{"chain", "HRC 42/93", "--depth", "2"}, []string{"A/HRC/RES/40/91", "A/HRC/RES/34/7"}},
		{"a path, flags first", []string{"path", "--format", "csv", "HRC 42/93", "ungps"}, []string{"1,1,A/HRC/RES/42/93,PP1,recalls,A/HRC/RES/40/91"}},
		{"words, without case", []string{"search", "QUIET", "hours"}, []string{"A/HRC/RES/40/91"}},
		{"json for programs", []string{"cites", "HRC 42/93", "--format", "json"}, []string{`"cites": "A/HRC/RES/40/91"`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := recital(t, home, test.args...)
			if r.status != statusDone {
				t.Fatalf("status %d: %s", r.status, r.stderr)
			}
			for _, want := range test.want {
				if !strings.Contains(r.stdout, want) {
					t.Errorf("%q is missing in\n%s", want, r.stdout)
				}
			}
		})
	}
}

func TestExtractKeepsItsContract(t *testing.T) {
	folder := write(t, map[string]string{"first.txt": "\ufeff" + first})
	file := filepath.Join(folder, "first.txt")
	r := recital(t, t.TempDir(), "extract", "--format", "jsonl", file)
	if r.status != statusDone {
		t.Fatalf("status %d: %s", r.status, r.stderr)
	}
	var record struct {
		Source, Symbol, Title, Date, Body string
		Paragraphs                        []struct{ Label, Text string }
		Citations                         []struct {
			Paragraph, Quote string
			Target           *string
			Start, End       int
		}
		Rights, Actors []struct {
			Quote      string
			Start, End int
		}
		Mandates []struct {
			Paragraph, Forum string
			Session          int
		}
	}
	if err := json.Unmarshal([]byte(r.stdout), &record); err != nil {
		t.Fatal(err)
	}
	if record.Source != file || record.Symbol != "A/HRC/RES/40/91" || record.Date != "2019-03-21" || record.Body != "human-rights-council" {
		t.Errorf("heading: got %+v", record)
	}
	raw := "\ufeff" + first
	if len(record.Citations) < 5 || len(record.Rights) == 0 || len(record.Actors) < 2 {
		t.Errorf("found too little: %s", r.stdout)
	}
	for _, c := range record.Citations {
		if raw[c.Start:c.End] != c.Quote {
			t.Errorf("citation %q: the span holds %q", c.Quote, raw[c.Start:c.End])
		}
	}
	for _, n := range append(record.Rights, record.Actors...) {
		if raw[n.Start:n.End] != n.Quote {
			t.Errorf("naming %q: the span holds %q", n.Quote, raw[n.Start:n.End])
		}
	}
	if len(record.Mandates) != 1 || record.Mandates[0].Forum != "HRC" || record.Mandates[0].Session != 45 || record.Mandates[0].Paragraph != "OP3" {
		t.Errorf("mandates: got %+v", record.Mandates)
	}
}

func TestExtractReadsStandardInput(t *testing.T) {
	r := recitalWith(t, map[string]string{"HOME": t.TempDir()}, first, "extract", "--format", "jsonl", "-")
	if r.status != statusDone || !strings.Contains(r.stdout, `"symbol":"A/HRC/RES/40/91"`) {
		t.Errorf("status %d: %s%s", r.status, r.stdout, r.stderr)
	}
	text := recitalWith(t, map[string]string{"HOME": t.TempDir()}, first, "extract", "--text", "-")
	if text.stdout != first {
		t.Errorf("--text changed the text: %q", text.stdout)
	}
}

func TestWrongUsage(t *testing.T) {
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"an unknown command", []string{"frobnicate"}, "frobnicate"},
		{"an unknown flag", []string{"show", "--loud", "53/29"}, "--loud"},
		{"no argument", []string{"load"}, "load"},
		{"an unknown format", []string{"show", "53/29", "--format", "xml"}, `"xml"`},
		{"an unknown store", []string{"show", "53/29", "--store", "ftp://there"}, "ftp"},
		{"a password in the address", []string{"show", "53/29", "--store", "neo4j://me:secret@localhost"}, "RECITAL_NEO4J_PASSWORD"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := recital(t, t.TempDir(), test.args...)
			if r.status != statusUsage || !strings.Contains(r.stderr, test.want) {
				t.Errorf("status %d, want %d; %q is missing in %s", r.status, statusUsage, test.want, r.stderr)
			}
			if strings.Contains(r.stderr, "secret") {
				t.Errorf("the password is in the message: %s", r.stderr)
			}
		})
	}
}

func TestBadDocumentsAreRefusedAndTheOthersLoaded(t *testing.T) {
	var bomb bytes.Buffer
	z := zip.NewWriter(&bomb)
	for _, name := range []string{"a.txt", "b.txt"} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(make([]byte, 70<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, file, text, want string
	}{
		{"an empty file", "empty.txt", "", "empty"},
		{"a binary file", "picture.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", "picture.txt"},
		{"a text that is no resolution", "recipe.txt", "Take two eggs and a cup of flour. Stir.", "recipe.txt"},
		{"deep XML", "deep.xml", "<akomaNtoso>" + strings.Repeat("<p>", 100000), "deep.xml"},
		{"a zip bomb", "bomb.zip", bomb.String(), "bomb.zip"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			home := t.TempDir()
			folder := write(t, map[string]string{"good.txt": first, test.file: test.text})
			r := recital(t, home, "load", folder)
			if r.status != statusRefused || !strings.Contains(r.stdout, test.want) || !strings.Contains(r.stdout, "Loaded 1 documents") {
				t.Errorf("status %d, want %d and %q in\n%s%s", r.status, statusRefused, test.want, r.stdout, r.stderr)
			}
			if ask := recital(t, home, "cites", "HRC 40/91"); ask.status != statusDone {
				t.Errorf("the good document is not there: %s", ask.stderr)
			}
		})
	}
}

func TestLoadNamesTheFileThatIsNotThere(t *testing.T) {
	r := recital(t, t.TempDir(), "load", "nowhere.txt")
	if r.status != statusFailed || !strings.Contains(r.stderr, "nowhere.txt") {
		t.Errorf("status %d: %s", r.status, r.stderr)
	}
}

func TestOfTwoTextsTheBetterIsKept(t *testing.T) {
	half, _, _ := strings.Cut(first, "1. Reaffirms")
	folder := write(t, map[string]string{"a.txt": half, "b.txt": first})
	home := t.TempDir()
	r := recital(t, home, "load", folder)
	if !strings.Contains(r.stdout, "Left aside for a better text: 1") || !strings.Contains(r.stdout, "a.txt") {
		t.Errorf("the report does not say which text was left aside:\n%s%s", r.stdout, r.stderr)
	}
	if ask := recital(t, home, "show", "HRC 40/91"); !strings.Contains(ask.stdout, "OP3") {
		t.Errorf("the worse text was kept:\n%s", ask.stdout)
	}
}

func TestServeStopsWhenTold(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	a := &app{
		stdin: strings.NewReader(""), stdout: writer, stderr: &bytes.Buffer{},
		getenv: func(name string) string { return map[string]string{"HOME": home}[name] },
	}
	done := make(chan int, 1)
	go func() { done <- a.run(ctx, []string{"serve", "--store", builtinURL, "--addr", "127.0.0.1:0"}) }()
	line := make([]byte, 256)
	n, err := reader.Read(line)
	if err != nil || !strings.Contains(string(line[:n]), "http://127.0.0.1:") {
		t.Fatalf("got %q, %v", line[:n], err)
	}
	cancel()
	if status := <-done; status != statusDone {
		t.Errorf("got status %d, want %d", status, statusDone)
	}
}

func TestExportIsWholeOrNotThere(t *testing.T) {
	home := t.TempDir()
	if r := recital(t, home, "load", write(t, map[string]string{"first.txt": first, "second.txt": second})); r.status != statusDone {
		t.Fatalf("load: %s", r.stderr)
	}
	file := filepath.Join(home, "chain.graphml")
	if r := recital(t, home, "export", "--format", "graphml", "--chain", "HRC 42/93", "--output", file); r.status != statusDone {
		t.Fatalf("export: %s", r.stderr)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(strings.TrimSpace(string(data)), "</graphml>") || !strings.Contains(string(data), "A/HRC/RES/40/91") {
		t.Errorf("got %s", data)
	}
	r := recital(t, home, "export", "--format", "graphml", "--output", filepath.Join(home, "missing", "x"))
	if r.status != statusFailed || !strings.Contains(r.stderr, "missing") {
		t.Errorf("status %d: %s", r.status, r.stderr)
	}
	if r := recital(t, home, "export", "--format", "pdf"); r.status != statusUsage {
		t.Errorf("an unknown format: status %d", r.status)
	}
}

func TestServeSettings(t *testing.T) {
	tests := []struct {
		name string
		args []string
	}{
		{"a rate that is no number", []string{"serve", "--rate", "many"}},
		{"a rate of nothing", []string{"serve", "--rate", "0"}},
		{"an argument", []string{"serve", "here"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if r := recital(t, t.TempDir(), test.args...); r.status != statusUsage {
				t.Errorf("status %d: %s", r.status, r.stderr)
			}
		})
	}
	a := &app{getenv: func(name string) string {
		return map[string]string{"RECITAL_CORS": "https://a.example,https://b.example", "RECITAL_RATE": "5"}[name]
	}}
	f := serveSettings{rate: "20"}
	a.settings(&f)
	var o resolver.Options
	if err := f.apply(&o); err != nil {
		t.Fatal(err)
	}
	if len(o.CORS.Origins) != 2 || o.Rate.PerSecond != 20 || f.addr != "127.0.0.1:8080" {
		t.Errorf("got %+v, %+v: a flag wins over a variable", f, o)
	}
}
