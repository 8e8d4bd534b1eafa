package quality

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"recital/graph"
	"recital/loader"
	"recital/loader/catalog"
	"recital/loader/source"
)

// Columns of a file of old texts.
const (
	oldFile = iota
	oldPortion
	oldLine // where the cited words begin; of an own row, the lines of the resolution: "17-55,90"
	oldWords
	oldTarget // a symbol, an instrument's id, own, or nothingOfOurs
	oldSure   // yes, or no
	oldColumns
)

// ownLines is the target of the row that says which lines of a file are the resolution's.
const ownLines = "own"

// oldCitation is a citation of an old text: the line of the file where its words begin, and its target.
type oldCitation struct {
	line          int
	words, target string
	sure          bool
}

// ScoreOld measures what is read of old texts, many of them cut out of pages that hold their neighbours, against citations read by hand (old.tsv says its
// form): by line and target, since who counts their paragraphs may err. Whatever is cited for a neighbour's words is extra. What the reader doubted counts
// neither way. The texts stand in the folder of texts and beside it, in archives too.
func ScoreOld(ctx context.Context, reader Reader, file, texts string, c *catalog.Catalog) (*Report, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", file, err)
	}
	all, err := parseOld(string(data))
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", file, err)
	}
	judge := goldJudge{names: make(map[string]string)}
	for _, instrument := range c.Instruments() {
		judge.names[string(instrument.ID)] = strings.ToUpper(instrument.Symbol.String())
	}
	r := newReport("old texts")
	for item, err := range source.Walk(ctx, []string{filepath.Dir(filepath.Clean(texts))}, source.Options{}) {
		if err != nil {
			if ctx.Err() != nil {
				return nil, fmt.Errorf("score %s: %w", file, ctx.Err())
			}
			continue // a file that is refused has no citation
		}
		name := lastPart(item.Name)
		known, asked := all[name]
		if !asked {
			continue
		}
		delete(all, name)
		record, err := r.read(reader, name, string(item.Data))
		if err != nil {
			return nil, fmt.Errorf("score %s: %s: %w", file, item.Name, err)
		}
		r.old(judge, known, record, string(item.Data))
	}
	for name, left := range all { // a text that is not there is missed, not passed over
		r.old(judge, left, loader.Record{Source: name}, "")
	}
	r.Corrected = r.Total
	r.finish()
	return r, nil
}

// parseOld reads the citations by file.
func parseOld(data string) (map[string][]oldCitation, error) {
	all := make(map[string][]oldCitation)
	for row, err := range tableRows(data, oldColumns) {
		if err != nil {
			return nil, err
		}
		cells := row.cells
		if cells[oldFile] == "file" { // the names of the columns
			continue
		}
		known := all[cells[oldFile]]
		if cells[oldTarget] != ownLines && cells[oldTarget] != nothingOfOurs {
			at, err := strconv.Atoi(cells[oldLine])
			if err != nil {
				return nil, fmt.Errorf("row %d: line: %w", row.number, err)
			}
			known = append(known, oldCitation{line: at, words: cells[oldWords], target: cells[oldTarget], sure: cells[oldSure] == "yes"})
		}
		all[cells[oldFile]] = known
	}
	return all, nil
}

// An oldAnswer is a citation that was resolved, with the lines that its words stand on.
type oldAnswer struct {
	from, to int
	target   string
	quote    string
	taken    bool
}

// old judges one text: sure citations first take the answers on their line, or the next to it, then doubted ones excuse theirs.
func (r *Report) old(judge goldJudge, known []oldCitation, record loader.Record, text string) {
	answers := judge.oldAnswers(record, text)
	for _, sure := range []bool{true, false} {
		for _, k := range known {
			if k.sure != sure {
				continue
			}
			at := nearest(answers, k.line, judge.target(k.target))
			if at >= 0 {
				answers[at].taken = true
			}
			switch {
			case !sure:
				r.Neutral++
			case at >= 0:
				r.Total.add(Tally{Known: 1, Found: 1, Right: 1})
			default:
				r.Total.add(Tally{Known: 1})
				r.Missed = append(r.Missed, Case{File: record.Source, Symbol: record.Symbol, Words: lineOf(k.line, k.words), Want: k.target, Count: 1})
			}
		}
	}
	for _, a := range answers {
		if !a.taken {
			r.Total.Extra++
			r.Extra = append(r.Extra, Case{File: record.Source, Symbol: record.Symbol, Words: lineOf(a.from, a.quote), Got: []string{a.target}, Count: 1})
		}
	}
}

func lineOf(line int, words string) string { return "line " + strconv.Itoa(line) + ": " + words }

// oldAnswers returns the resolved citations of a record with their lines in the text.
func (g goldJudge) oldAnswers(record loader.Record, text string) []oldAnswer {
	var answers []oldAnswer
	line := func(at int) int { return strings.Count(text[:min(at, len(text))], "\n") + 1 }
	for _, c := range record.Citations {
		if c.Status != string(graph.Resolved) || c.ID == nil {
			continue
		}
		value := *c.ID
		if _, named := g.names[value]; !named && c.Target != nil {
			value = *c.Target
		}
		answers = append(answers, oldAnswer{from: line(c.Start), to: line(c.End), target: g.target(value), quote: c.Quote})
	}
	return answers
}

// nearest returns the answer with the target nearest to the line; -1 where none is on it or beside it: a number may begin on the next line.
func nearest(answers []oldAnswer, line int, target string) int {
	best := -1
	for i, a := range answers {
		if a.taken || a.target != target || a.from-1 > line || a.to+1 < line {
			continue
		}
		if best < 0 || distance(a, line) < distance(answers[best], line) {
			best = i
		}
	}
	return best
}

func distance(a oldAnswer, line int) int { return max(a.from-line, line-a.from) }
