package quality

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"recital/graph"
	"recital/loader"
)

// silverLine is a line of hrc_silver.jsonl: a citation whose body its printed date decides.
type silverLine struct {
	Symbol  string  `json:"symbol"`
	Surface string  `json:"surface"`
	Target  *string `json:"target"` // null where the date decides nothing
	Before  string  `json:"before"`
}

// silverText is a text with the citations decided in it.
type silverText struct {
	path  string
	lines []silverLine
}

// Matches "decisions 2/102 and " at the end of what stands before a number: decisions are no resolutions. Not "resolution ".
var decisionsBefore = regexp.MustCompile(`decisions? (\d+/\d+( and|,) )*$`)

// ScoreSilver measures the adopting body in texts of the Human Rights Council, which stand in the folder hrc beside the file of lines. A
// citation is right when a resolved one over its number has the decided target.
func ScoreSilver(ctx context.Context, reader Reader, file string) (*Report, error) {
	texts, err := silverTexts(file)
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", file, err)
	}
	return scoreAll(ctx, "silver", len(texts), func(i int) (*Report, error) { return scoreSilver(reader, texts[i]) })
}

// silverTexts groups the decided lines by text, sorted by path. Lines of texts that are not held are passed over.
func silverTexts(file string) ([]silverText, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	byPath := make(map[string][]silverLine)
	number := 0
	for line := range bytes.Lines(data) {
		number++
		var l silverLine
		if err := json.Unmarshal(line, &l); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		if l.Target == nil || *l.Target == "" || decisionsBefore.MatchString(l.Before) {
			continue
		}
		path := filepath.Join(filepath.Dir(file), "hrc", strings.ReplaceAll(l.Symbol, "/", "_")+".txt")
		byPath[path] = append(byPath[path], l)
	}
	var texts []silverText
	for path, lines := range byPath {
		switch _, err := os.Stat(path); {
		case err == nil:
			texts = append(texts, silverText{path: path, lines: lines})
		case !errors.Is(err, fs.ErrNotExist):
			return nil, err
		}
	}
	slices.SortFunc(texts, func(a, b silverText) int { return cmp.Compare(a.path, b.path) })
	return texts, nil
}

func scoreSilver(reader Reader, s silverText) (*Report, error) {
	r := newReport("")
	data, err := os.ReadFile(s.path)
	if err != nil {
		return nil, err
	}
	text := string(data)
	record, err := r.read(reader, filepath.Base(s.path), text)
	if err != nil {
		return nil, err
	}
	p := placer{text: text, used: make(map[int]bool)}
	for _, line := range s.lines {
		span, ok := p.place(line)
		if !ok {
			r.Unplaced++
			continue
		}
		r.silver(Case{
			File: filepath.Base(s.path), Symbol: line.Symbol, Words: line.Surface,
			Want: strings.ToUpper(unblank(*line.Target)), Text: around(text, span),
		}, citationsOver(record, span))
	}
	r.Corrected = r.Total
	return r, nil
}

func citationsOver(record loader.Record, span graph.Span) []loader.CitationRecord {
	var over []loader.CitationRecord
	for _, c := range record.Citations {
		if span.Overlaps(graph.Span{Start: c.Start, End: c.End}) {
			over = append(over, c)
		}
	}
	return over
}

// silver judges one decided citation by the citations over its number.
func (r *Report) silver(c Case, hits []loader.CitationRecord) {
	t := Tally{Known: 1, Found: min(1, len(hits))}
	confidence := 0.0
	for _, hit := range hits {
		target := ""
		if hit.Target != nil {
			target = strings.ToUpper(unblank(*hit.Target))
		}
		c.Got = append(c.Got, fmt.Sprintf("%s (%s %.3f)", cmp.Or(target, "open"), hit.Rule, hit.Confidence))
		if hit.Status != string(graph.Resolved) || t.Right == 1 {
			continue
		}
		confidence, t.Wrong = hit.Confidence, 1
		if target == c.Want {
			t.Right, t.Wrong = 1, 0
		}
	}
	if t.Right+t.Wrong > 0 {
		r.Calibration.add(confidence, t.Right == 1)
	}
	switch {
	case t.Found == 0:
		r.Missed = append(r.Missed, c)
	case t.Right == 0:
		r.Wrong = append(r.Wrong, c)
	}
	r.count(entryKind{kind: kindOf(c.Want), form: formOf(c.Want, c.Words), body: bodyOf(c.Want)}, t)
}

// placer finds where in a text its lines stand, each place once.
type placer struct {
	text string
	used map[int]bool // beginnings of the words looked for
}

// place finds a number by what stands before it, from the longest stretch to the shortest: texts differ in blanks at paragraphs' ends.
func (p *placer) place(line silverLine) (graph.Span, bool) {
	before := []rune(line.Before)
	for _, length := range []int{60, 40, 25, 12} {
		key := string(before[max(0, len(before)-length):]) + line.Surface
		for from := 0; ; {
			at := strings.Index(p.text[from:], key)
			if at < 0 {
				break
			}
			at += from
			if !p.used[at] {
				p.used[at] = true
				end := at + len(key)
				return graph.Span{Start: end - len(line.Surface), End: end}, true
			}
			from = at + 1
		}
	}
	return graph.Span{}, false
}
