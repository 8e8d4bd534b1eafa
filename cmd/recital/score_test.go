package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// scored is a resolution in AKN4UN in words of our own, with one link.
const scored = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><preface><p><docNumber>A/RES/76/91</docNumber>
<docTitle refersTo="#resolutionTitle">Quiet libraries</docTitle></p></preface><preamble><container name="Recalling"><p>Recalling its resolution
<a href="https://undocs.org/A/RES/74/12">74/12</a> of 27 November 2019,</p></container></preamble></statement></akomaNtoso>`

func TestScoreMeasuresAndChecks(t *testing.T) {
	home := t.TempDir()
	folder := filepath.Join(home, "xml")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "a.xml"), []byte(scored), 0o600); err != nil {
		t.Fatal(err)
	}
	numbers, page := filepath.Join(home, "scores.txt"), filepath.Join(home, "accuracy.md")
	r := recital(t, home, "score", "--update", numbers, "--write", page, folder)
	if r.status != statusDone || !strings.Contains(r.stdout, "links clean") || !strings.Contains(r.stdout, "links page") {
		t.Fatalf("status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
	if written, err := os.ReadFile(page); err != nil || !strings.Contains(string(written), "# Accuracy") {
		t.Errorf("the page: %v\n%s", err, written)
	}
	if r := recital(t, home, "score", "--check", numbers, folder); r.status != statusDone {
		t.Errorf("the same numbers: status %d\n%s", r.status, r.stderr)
	}
	kept, err := os.ReadFile(numbers)
	if err != nil {
		t.Fatal(err)
	}
	above := strings.Replace(string(kept), "links clean: recall\t1.0000", "links clean: recall\t1.0001", 1)
	if err := os.WriteFile(numbers, []byte(above), 0o600); err != nil {
		t.Fatal(err)
	}
	r = recital(t, home, "score", "--check", numbers, folder)
	if r.status != statusFailed || !strings.Contains(r.stderr, "links clean: recall was 1.0001, is 1.0000 (of 1)") {
		t.Errorf("a fallen number: status %d\n%s", r.status, r.stderr)
	}
	if r := recital(t, home, "score", "--mode", "clean", "--format", "json", folder); !strings.Contains(r.stdout, `"known": 1`) {
		t.Errorf("status %d\n%s%s", r.status, r.stdout, r.stderr)
	}
}

func TestScoreRefusesWhatItCannotMeasure(t *testing.T) {
	home := t.TempDir()
	tests := []struct {
		name string
		args []string
		want string
	}{
		{"no path", []string{"score"}, "want: recital score"},
		{"a path that is not there", []string{"score", filepath.Join(home, "nowhere")}, "no such file"},
		{"an empty folder", []string{"score", home}, "neither XML files with links nor annotations"},
		{"an unknown mode", []string{"score", "--mode", "braille", home}, `unknown mode "braille"`},
		{"an unknown format", []string{"score", "--format", "csv", home}, `unknown format "csv"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := recital(t, home, test.args...)
			if r.status != statusUsage || !strings.Contains(r.stderr, test.want) {
				t.Errorf("status %d, %s; want %q", r.status, r.stderr, test.want)
			}
		})
	}
}
