package quality

import (
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"recital/graph"
	"recital/loader"
	"recital/loader/source"
)

// label is a citation read by hand: which target its words have.
type label struct {
	file, paragraph, note, words string
	target                       string // nothingOfOurs for a number of a body whose symbols we do not have: it must stay open
	kind                         string
}

// nothingOfOurs marks words that nothing may be resolved for.
const nothingOfOurs = "-"

// ScoreLabels measures lettered parts, decisions, statements, special sessions and other bodies' numbers against labels read by hand: a line each with
// kind, file, paragraph, note, words and target. The texts stand in the folder of texts and beside it, in archives too. Where the paragraphs of a
// text are counted otherwise than when it was read, the words alone tell the citation.
func ScoreLabels(ctx context.Context, reader Reader, file, texts string) (*Report, error) {
	labels, err := readLabels(file)
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", file, err)
	}
	r := newReport("labels")
	for item, err := range source.Walk(ctx, []string{filepath.Dir(filepath.Clean(texts))}, source.Options{}) {
		if err != nil {
			if ctx.Err() != nil {
				return nil, fmt.Errorf("score %s: %w", file, ctx.Err())
			}
			continue // a file that is refused has no label
		}
		of := labels[lastPart(item.Name)]
		if len(of) == 0 {
			continue
		}
		reading, err := reader.Read(item)
		if err != nil {
			return nil, fmt.Errorf("score %s: %s: %w", file, item.Name, err)
		}
		delete(labels, of[0].file)
		r.labels(of, reading.Record())
	}
	for _, left := range labels {
		r.Unplaced += len(left)
	}
	r.Corrected = r.Total
	r.finish()
	return r, nil
}

// lastPart returns the name of a file without folders and archives: "archives/old.tar.gz!A_RES_1(I).txt" is A_RES_1(I).txt.
func lastPart(name string) string {
	return path.Base(filepath.ToSlash(name[strings.LastIndexByte(name, '!')+1:]))
}

// readLabels reads the labels by file.
func readLabels(file string) (map[string][]label, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	labels := make(map[string][]label)
	for row, err := range tableRows(string(data), 6) {
		if err != nil {
			return nil, err
		}
		cells := row.cells
		labels[cells[1]] = append(labels[cells[1]], label{
			kind: cells[0], file: cells[1], paragraph: cells[2], note: cells[3], words: cells[4], target: strings.ToUpper(cells[5]),
		})
	}
	return labels, nil
}

// labels judges the labels of one text.
func (r *Report) labels(labels []label, record loader.Record) {
	r.Documents++
	for _, l := range labels {
		hits := l.hits(record)
		c := Case{File: l.file, Symbol: record.Symbol, Words: l.words, Want: l.target}
		if l.target != nothingOfOurs {
			r.silver(c, hits)
			continue
		}
		for _, hit := range hits {
			if hit.Status == string(graph.Resolved) && hit.Target != nil {
				c.Got = append(c.Got, *hit.Target)
			}
		}
		if len(c.Got) > 0 {
			r.Extra = append(r.Extra, c)
			r.count(entryKind{kind: l.kind, form: l.kind, body: l.kind}, Tally{Extra: 1})
		}
	}
}

// hits returns the citations over the label's words, of its own paragraph where there are any; of several parts of one number, the label's own.
func (l label) hits(record loader.Record) []loader.CitationRecord {
	var near, far []loader.CitationRecord
	for _, c := range record.Citations {
		if !strings.Contains(unblank(c.Quote), unblank(l.words)) && !strings.Contains(unblank(l.words), unblank(c.Quote)) {
			continue
		}
		far = append(far, c)
		if c.Paragraph == l.paragraph {
			near = append(near, c)
		}
	}
	if len(near) == 0 {
		near = far
	}
	same := slices.IndexFunc(near, func(c loader.CitationRecord) bool { return c.Target != nil && strings.EqualFold(*c.Target, l.target) })
	if same >= 0 {
		return near[same : same+1]
	}
	return near
}
