package quality

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"

	"recital/loader"
	"recital/loader/source"
)

// Decided counts citations of Human Rights Council texts whose target their printed date decides.
type Decided struct {
	Documents, Citations, Unplaced, Found, Right int
	Wrong                                        []Failure
}

// decidedCitation is a line of hrc_silver.jsonl.
type decidedCitation struct {
	Symbol  string  `json:"symbol"`
	Surface string  `json:"surface"`
	Target  *string `json:"target"`
	Before  string  `json:"before"`
}

// afterDecision matches "decisions 2/105 and " at the end of what stands before a number: decisions are no resolutions; not "resolutions 5/1 and ".
var afterDecision = regexp.MustCompile(`decisions? (\d+/\d+( and|,) )*$`)

// Silver compares what is read in the texts of folder with the decided citations of file, hrc_silver.jsonl.
func Silver(ctx context.Context, reader Reader, file, folder string) (Decided, error) {
	byPath, err := readDecided(file, folder)
	if err != nil {
		return Decided{}, err
	}
	paths := make([]string, 0, len(byPath))
	for path := range byPath {
		paths = append(paths, path)
	}
	sort.Strings(paths)
	d := Decided{Documents: len(paths)}
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return d, err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return d, err
		}
		var citations []loader.CitationRecord
		if reading, err := reader.Read(source.Item{Name: path, Data: data}); err == nil {
			citations = reading.Record().Citations // a refused text has none
		}
		used := make(map[int]bool)
		for _, c := range byPath[path] {
			d.count(data, c, citations, used)
		}
	}
	return d, nil
}

func readDecided(file, folder string) (map[string][]decidedCitation, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	byPath := make(map[string][]decidedCitation)
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		var c decidedCitation
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("%s: line %d: %w", file, n, err)
		}
		path := filepath.Join(folder, strings.ReplaceAll(c.Symbol, "/", "_")+".txt")
		if c.Target == nil || *c.Target == "" || afterDecision.MatchString(c.Before) {
			continue
		}
		if _, err := os.Stat(path); err == nil {
			byPath[path] = append(byPath[path], c)
		}
	}
	return byPath, lines.Err()
}

// count places a decided citation in the text by what stands before it, and compares.
func (d *Decided) count(data []byte, c decidedCitation, citations []loader.CitationRecord, used map[int]bool) {
	before := []rune(c.Before)
	start, end := -1, -1
	for _, cut := range []int{60, 40, 25, 12} {
		key := []byte(string(before[max(0, len(before)-cut):]) + c.Surface)
		at := bytes.Index(data, key)
		for at >= 0 && used[at] {
			next := bytes.Index(data[at+1:], key)
			if next < 0 {
				at = -1
				break
			}
			at += 1 + next
		}
		if at >= 0 {
			used[at] = true
			end = at + len(key)
			start = end - len(c.Surface)
			break
		}
	}
	if start < 0 {
		d.Unplaced++
		return
	}
	d.Citations++
	found, right := false, false
	failure := Failure{Document: c.Symbol, Gold: *c.Target, Context: string(before[max(0, len(before)-60):]) + c.Surface}
	for _, x := range citations {
		if x.Start >= end || start >= x.End {
			continue
		}
		found = true
		target := ""
		if x.Target != nil {
			target = *x.Target
		}
		failure.Answers = append(failure.Answers, target)
		right = right || equalSymbols(target, *c.Target) && strings.EqualFold(x.Status, "RESOLVED")
	}
	if found {
		d.Found++
	}
	if right {
		d.Right++
	} else {
		d.Wrong = append(d.Wrong, failure)
	}
}

func equalSymbols(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), ""), strings.Join(strings.Fields(b), ""))
}
