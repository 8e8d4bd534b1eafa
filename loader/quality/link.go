package quality

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"recital/loader"
	"recital/loader/source"
)

// Reader reads a document all the way; *[loader.Loader] is one.
type Reader interface {
	Read(item source.Item) (loader.Reading, error)
}

// Tally counts citations against what is known of them.
type Tally struct {
	Documents, Missing  int // Missing were refused
	Gold, Neutral       int // links that count, and that do not
	Found, Right, Extra int // Extra are resolutions cited over no link
	Forms               map[string]Form
	// Wrong and Over are the failures in context, in the order of the documents.
	Wrong, Over []Failure
}

// Form counts one group of symbols.
type Form struct{ Gold, Found, Right int }

// Failure is a citation that is not what the link says, in its words.
type Failure struct {
	Document, Gold string
	Answers        []string
	Context        string
}

// Precision is the share of right answers among all given.
func (t Tally) Precision() float64 { return ratio(t.Right, t.Found+t.Extra) }

// Recall is the share of the links that were answered rightly.
func (t Tally) Recall() float64 { return ratio(t.Right, t.Gold) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	return 2 * p * r / max(1e-9, p+r)
}

// Accuracy is the share of right targets among the links found.
func (t Tally) Accuracy() float64 { return ratio(t.Right, t.Found) }

func ratio(a, b int) float64 { return float64(a) / float64(max(1, b)) }

// answer is a citation as the measure sees it: where, in code points, and the target in normal form.
type answer struct {
	start, end int
	symbol     string
}

// Links renders AKN4UN files, or all in the folders given, as plain text, reads them, and compares what was found with the files' own links.
func Links(ctx context.Context, reader Reader, paths []string, mode Rendering) (Tally, error) {
	files, err := linkedFiles(paths)
	if err != nil {
		return Tally{}, err
	}
	t := Tally{Forms: make(map[string]Form)}
	for i, file := range files {
		if err := ctx.Err(); err != nil {
			return t, err
		}
		d, err := readLinked(file)
		if err != nil {
			return t, fmt.Errorf("score %s: %w", file, err)
		}
		if d.symbol == "" || len(d.paragraphs) == 0 {
			continue
		}
		text, gold := render(d, mode)
		t.Documents++
		reading, err := reader.Read(source.Item{Name: fmt.Sprintf("%04d.txt", i), Data: []byte(text)})
		var answers []answer
		if err != nil {
			t.Missing++ // a refused document is one whose links were all missed
		} else {
			answers = answersOf(reading.Record(), text)
		}
		t.compare(d, []rune(text), gold, answers)
	}
	return t, nil
}

func linkedFiles(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			files = append(files, path)
			continue
		}
		found, err := filepath.Glob(filepath.Join(path, "*.xml"))
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	slices.Sort(files)
	return files, nil
}

// answersOf turns a record's citations into answers.
func answersOf(record loader.Record, text string) []answer {
	answers := make([]answer, 0, len(record.Citations))
	for _, c := range record.Citations {
		target := ""
		if c.Target != nil {
			target = normalize(*c.Target)
		}
		answers = append(answers, answer{utf8.RuneCountInString(text[:c.Start]), utf8.RuneCountInString(text[:c.End]), target})
	}
	return answers
}

func (t *Tally) compare(d *linkedDocument, text []rune, gold []goldLink, answers []answer) {
	used := make([]bool, len(answers))
	for _, g := range gold {
		var hits []answer
		for i, a := range answers {
			if a.start < g.end && g.start < a.end {
				hits = append(hits, a)
				if g.symbol != "" || a.symbol != d.symbol {
					used[i] = true
				}
			}
		}
		if counted.MatchString(g.symbol) {
			t.link(d, text, g, hits)
		}
	}
	for i, a := range answers {
		if !used[i] && resolutionSymbol.MatchString(a.symbol) {
			t.Extra++
			t.Over = append(t.Over, Failure{Document: d.symbol, Answers: []string{a.symbol}, Context: surroundings(text, a.start-90, a.end+25)})
		}
	}
}

// link counts one official link.
func (t *Tally) link(d *linkedDocument, text []rune, g goldLink, hits []answer) {
	if g.symbol == d.symbol || !sound(g.surface, g.symbol) {
		t.Neutral++
		return
	}
	name := formOf(g.symbol)
	if g.inNote {
		name += "·note"
	}
	form := t.Forms[name]
	defer func() { t.Forms[name] = form }()
	t.Gold++
	form.Gold++
	if len(hits) > 0 {
		t.Found++
		form.Found++
	}
	for _, x := range hits {
		if same(g.symbol, x.symbol) && !slices.ContainsFunc(hits, func(y answer) bool { return rival(g.symbol, x, y, text) }) {
			t.Right++
			form.Right++
			return
		}
	}
	failure := Failure{Document: d.symbol, Gold: g.symbol, Context: surroundings(text, g.start-120, g.end+30)}
	for _, x := range hits {
		failure.Answers = append(failure.Answers, x.symbol)
	}
	t.Wrong = append(t.Wrong, failure)
}

// rival reports whether y offers another resolution for the words of x; a citation across a page break lies over the notes between.
func rival(gold string, x, y answer, text []rune) bool {
	if y.start >= x.end || x.start >= y.end || !strings.Contains(y.symbol, "/RES/") || same(gold, y.symbol) {
		return false
	}
	return !slices.Contains(text[min(x.start, y.start):max(x.end, y.end)], '\f')
}

func surroundings(text []rune, from, to int) string {
	return strings.ReplaceAll(string(text[max(0, from):min(len(text), to)]), "\n", " ")
}
