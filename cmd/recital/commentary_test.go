package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// commentary is a note on first, in the manner of an organization: of its quotations two stand there, one is altered, one is not there.
const commentary = `What the new resolution on libraries means for readers

1 April 2019

Last week the Council unanimously adopted Human Rights Council resolution 40/91. It “[r]eaffirms the right to privacy of all readers” and calls upon States to „keep libraries open“.

It asks for "a report on very quiet hours in summer". We miss the words “and to feed the cats of librarians”.
`

func TestLoadComparesCommentaries(t *testing.T) {
	report := []string{
		"Quotations: 4 compared with the texts they quote: 2 verbatim, 1 altered, 1 not found\n",
		`A/HRC/RES/40/91 is said to be adopted unanimously; the text says "Adopted without a vote."`,
		"“and to feed the cats of librarians”", "“very” is added",
	}
	shown := []string{"quotes OP1", "quotes OP2", "quotes OP3", "FACT_CONTRADICTS", "QUOTE_NOT_FOUND", "QUOTE_ALTERED"}
	tests := []struct {
		name  string
		loads [][]string // the files of each load, one after the other
		want  []string   // in the last report
	}{
		{"before the text, in one load", [][]string{{"a-note.txt", "first.txt"}}, report},
		{"after the text, in another load", [][]string{{"first.txt"}, {"a-note.txt"}}, report},
		{"before the text, in another load", [][]string{{"a-note.txt"}, {"first.txt"}}, []string{
			"text:a-note: held from an earlier load, it cites A/HRC/RES/40/91, whose text came now: load it again",
		}},
		{"before the text, and again", [][]string{{"a-note.txt"}, {"first.txt"}, {"a-note.txt"}}, report},
		{"without the text", [][]string{{"a-note.txt"}}, []string{"0 not found; 4 not compared: their texts are not held"}},
	}
	folder := write(t, map[string]string{"first.txt": first, "a-note.txt": commentary})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			home := t.TempDir()
			var last result
			for _, names := range tt.loads {
				args := []string{"load"}
				for _, name := range names {
					args = append(args, filepath.Join(folder, name))
				}
				if last = recital(t, home, args...); last.status != statusDone {
					t.Fatalf("load: status %d\n%s%s", last.status, last.stdout, last.stderr)
				}
			}
			contains(t, last.stdout, tt.want)
			if len(tt.loads[0]) == 2 {
				contains(t, recital(t, home, "show", "text:a-note").stdout, shown)
			}
		})
	}
}

func contains(t *testing.T, text string, parts []string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in\n%s", part, text)
		}
	}
}

func TestExtractComparesCommentaries(t *testing.T) {
	folder := write(t, map[string]string{"a-note.txt": commentary, "first.txt": first})
	note := filepath.Join(folder, "a-note.txt")
	r := recital(t, t.TempDir(), "extract", "--format", "jsonl", note, filepath.Join(folder, "first.txt"))
	if r.status != statusDone {
		t.Fatalf("status %d: %s", r.status, r.stderr)
	}
	var record struct {
		Quotations []struct {
			Verdict, Quote, Place string
			Start, End            int
			Differences           []struct{ Quoted, Printed string }
		}
	}
	if err := json.NewDecoder(strings.NewReader(r.stdout)).Decode(&record); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, q := range record.Quotations {
		if commentary[q.Start:q.End] != q.Quote {
			t.Errorf("the text holds %q, the quote is %q", commentary[q.Start:q.End], q.Quote)
		}
		got = append(got, strings.TrimSpace(q.Verdict+" "+q.Place))
	}
	if want := "VERBATIM OP1, VERBATIM OP2, ALTERED OP3, NOT FOUND"; strings.Join(got, ", ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, ", "), want)
	}
	contains(t, recital(t, t.TempDir(), "extract", note, filepath.Join(folder, "first.txt")).stdout, []string{"A/HRC/RES/40/91#OP3", "ALTERED"})
}
