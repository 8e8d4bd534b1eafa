package quality

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/loader"
	"recital/loader/extract"
	"recital/loader/source"
)

// seedCited is a text, beside the seeds, that one of them quotes.
const seedCited = "A_HRC_RES_53_13.txt"

// TestSeeds compares what is read of the two seeds with what they say, read by hand paragraph by paragraph: every citation with its words, every right, actor,
// addressee, mandate and quotation, and nothing else. Their texts are not in the repository: where the corpus is not beside it, nor where RECITAL_CORPUS says,
// the facts alone are read.
func TestSeeds(t *testing.T) {
	data, err := os.ReadFile("testdata/seeds.tsv")
	if err != nil {
		t.Fatal(err)
	}
	want, either := make(map[string][]string), make(map[string]bool)
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "file" {
			continue
		}
		if len(cells) != 6 {
			t.Fatalf("%d columns in %q, want 6", len(cells), line)
		}
		fact := strings.Join(cells[1:5], " | ")
		if cells[5] != "yes" {
			either[cells[0]+fact] = true
			continue
		}
		want[cells[0]] = append(want[cells[0]], fact)
	}
	corpus := os.Getenv("RECITAL_CORPUS")
	if corpus == "" {
		corpus = "../../../shared/corpus"
	}
	if _, err := os.Stat(filepath.Join(corpus, "seeds")); err != nil {
		t.Logf("the corpus is not at %s: only the form of the facts was read", corpus)
		return
	}
	x := reader(t)
	for file, facts := range want {
		record := readSeed(t, x, corpus, file)
		got := slices.DeleteFunc(factsOf(record), func(fact string) bool { return either[file+fact] })
		slices.Sort(got)
		slices.Sort(facts)
		if diff := cmp.Diff(got, facts); diff != "" {
			t.Errorf("%s (-got +want):\n%s", file, diff)
		}
	}
}

// readSeed reads a seed; a commentary is compared with the other seed and the text that it quotes besides.
func readSeed(t *testing.T, x *loader.Loader, corpus, file string) loader.Record {
	t.Helper()
	read := func(path string) loader.Reading {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		reading, err := x.Read(source.Item{Name: filepath.Base(path), Data: data})
		if err != nil {
			t.Fatal(err)
		}
		return reading
	}
	reading := read(filepath.Join(corpus, "seeds", file))
	if reading.IsCommentary() {
		first, second := read(filepath.Join(corpus, "seeds", "A_HRC_RES_53_29.txt")), read(filepath.Join(corpus, "hrc", seedCited))
		reading.Compare([]extract.Cited{first.Cited(), second.Cited()})
	}
	return reading.Record()
}

// factsOf writes what a record says as the rows of seeds.tsv do.
func factsOf(r loader.Record) []string {
	var all []string
	add := func(cells ...string) { all = append(all, strings.Join(cells, " | ")) }
	for _, c := range r.Citations {
		id, words := c.Status, strings.Join(strings.Fields(c.Quote), " ")
		if c.ID != nil {
			id = *c.ID
		}
		if c.Note != "" {
			words = c.Note + ": " + words
		}
		add(c.Paragraph, "citation", id, words)
	}
	for _, n := range r.Rights {
		add(n.Paragraph, "right", n.ID, "")
	}
	for _, a := range r.Actors {
		kind := "actor"
		if a.Addressee {
			kind = "addressee"
		}
		add(a.Paragraph, kind, a.ID, "")
	}
	for _, m := range r.Mandates {
		words, who := m.Product, ""
		if m.Addressee != nil {
			who = *m.Addressee
		}
		if m.Forum != nil {
			words += " " + *m.Forum
		}
		if m.Session != nil {
			words += " " + strconv.Itoa(*m.Session)
		}
		add(m.Paragraph, "mandate", who, words)
	}
	for _, q := range r.Quotations {
		id, words := "", "title"
		if q.ID != nil {
			id = *q.ID
		}
		if q.Place != nil {
			words = *q.Place
		}
		words += " " + q.Verdict
		for _, f := range q.Findings {
			words += " " + f.Kind
		}
		add(q.Paragraph, "quotation", id, words)
	}
	return all
}
