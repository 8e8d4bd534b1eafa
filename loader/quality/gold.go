package quality

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"recital/loader"
	"recital/loader/source"
)

// Kinds of annotations, in the order in which they are reported.
var annotated = []string{"citations", "rights", "actors", "addressee", "mandates"}

// Marks counts one kind of annotations: what both annotators made, found or not, and what neither made.
type Marks struct {
	True, False, Missed int
	Failures            []string // "MISS 26_9 PP3 A/RES/41/128 (1)", in order
}

// F1 is the harmonic mean of precision and recall.
func (m Marks) F1() float64 {
	p, r := ratio(m.True, m.True+m.False), ratio(m.True, m.True+m.Missed)
	return 2 * p * r / max(1e-9, p+r)
}

// goldFile is a resolution annotated twice by hand.
type goldFile struct {
	Citations []goldEntry `json:"citations"`
	Rights    []goldEntry `json:"rights"`
	Actors    []goldEntry `json:"actors"`
	Mandates  []goldEntry `json:"mandates"`
}

type goldEntry struct {
	Label           string `json:"label"`
	Target          string `json:"target"`
	ID              string `json:"id"`
	Status          string `json:"status"`
	Addressee       any    `json:"addressee"` // of an actor whether it is one, of a mandate who
	AddresseeAgreed bool   `json:"addressee_agreed"`
	Session         *int   `json:"session"`
}

// Gold compares what is read in the annotated texts with the annotations: folder holds them, texts the resolutions and vocabulary is instruments.tsv.
func Gold(ctx context.Context, reader Reader, folder, texts, vocabulary string) (map[string]Marks, error) {
	names, err := vocabularySymbols(vocabulary)
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	marks := make(map[string]Marks, len(annotated))
	for _, file := range files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		gold, record, err := readGold(reader, file, texts)
		if err != nil {
			return nil, fmt.Errorf("score %s: %w", file, err)
		}
		base := strings.TrimSuffix(filepath.Base(file), ".json")
		compareGold(marks, base[min(len(base), 10):], gold, record, names)
	}
	return marks, nil
}

func readGold(reader Reader, file, texts string) (goldFile, loader.Record, error) {
	var gold goldFile
	data, err := os.ReadFile(file)
	if err != nil {
		return gold, loader.Record{}, err
	}
	if err := json.Unmarshal(data, &gold); err != nil {
		return gold, loader.Record{}, err
	}
	path := filepath.Join(texts, strings.TrimSuffix(filepath.Base(file), ".json")+".txt")
	text, err := os.ReadFile(path)
	if err != nil {
		return gold, loader.Record{}, err
	}
	reading, err := reader.Read(source.Item{Name: path, Data: text})
	if err != nil {
		return gold, loader.Record{}, err
	}
	return gold, reading.Record(), nil
}

// vocabularySymbols reads the symbols of the instruments that the annotators had names for.
func vocabularySymbols(path string) (map[string]string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	names := make(map[string]string)
	for i, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
		if fields := strings.Split(line, "\t"); i > 0 && len(fields) > 3 {
			names[fields[0]] = strings.ToUpper(strings.ReplaceAll(fields[3], " ", ""))
		}
	}
	return names, nil
}

// canonical brings an id or symbol to the form in which annotations are compared: a named instrument by its symbol where it has one.
func canonical(s string, names map[string]string) string {
	s = strings.TrimSpace(s)
	if symbol, ok := names[s]; ok {
		if symbol != "" {
			return symbol
		}
		return s
	}
	return strings.ToUpper(strings.Join(strings.Fields(s), ""))
}

// tally is annotations, or answers, each with how often it was made.
type tally map[string]int

func compareGold(marks map[string]Marks, document string, gold goldFile, record loader.Record, names map[string]string) {
	key := func(parts ...string) string { return document + " " + strings.Join(parts, " ") }
	split := func(entries []goldEntry, sure func(goldEntry) bool, optional func(goldEntry) bool, name func(goldEntry) string) (tally, tally) {
		a, b := tally{}, tally{}
		for _, e := range entries {
			if sure(e) {
				a[key(e.Label, name(e))]++
			}
			if optional(e) {
				b[key(e.Label, name(e))]++
			}
		}
		return a, b
	}
	agreed := func(e goldEntry) bool { return e.Status == "sure" }
	doubted := func(e goldEntry) bool { return e.Status != "sure" }
	id := func(e goldEntry) string { return e.ID }

	sure, optional := split(gold.Citations, agreed, doubted, func(e goldEntry) string { return canonical(e.Target, names) })
	marks["citations"] = marks["citations"].add("citations", sure, optional, citationTally(record, key, names))
	sure, optional = split(gold.Rights, agreed, doubted, id)
	marks["rights"] = marks["rights"].add("rights", sure, optional, rightTally(record, key))
	sure, optional = split(gold.Actors, agreed, doubted, id)
	named, asked := actorTallies(record, key)
	marks["actors"] = marks["actors"].add("actors", sure, optional, named)
	sure, optional = split(gold.Actors, func(e goldEntry) bool { return agreed(e) && e.Addressee == true && e.AddresseeAgreed },
		func(e goldEntry) bool { return !(agreed(e) && e.AddresseeAgreed) }, id)
	marks["addressee"] = marks["addressee"].add("addressee", sure, optional, asked)
	sure, optional = split(gold.Mandates, agreed, doubted, func(e goldEntry) string { return fmt.Sprint(e.Addressee, " ", number(e.Session)) })
	marks["mandates"] = marks["mandates"].add("mandates", sure, optional, mandateTally(record, key))
}

func citationTally(record loader.Record, key func(...string) string, names map[string]string) tally {
	answers := tally{}
	for _, c := range record.Citations {
		target, id := deref(c.Target), deref(c.ID)
		if c.Status == "OPEN" && target == "" {
			continue
		}
		if _, ok := names[id]; !ok && target != "" {
			id = target
		}
		answers[key(c.Paragraph, canonical(id, names))]++
	}
	return answers
}

func rightTally(record loader.Record, key func(...string) string) tally {
	answers := tally{}
	for _, r := range record.Rights {
		answers[key(r.Paragraph, r.ID)] = 1
	}
	return answers
}

func actorTallies(record loader.Record, key func(...string) string) (named, asked tally) {
	named, asked = tally{}, tally{}
	for _, a := range record.Actors {
		named[key(a.Paragraph, a.ID)] = 1
		if a.Addressee {
			asked[key(a.Paragraph, a.ID)] = 1
		}
	}
	return named, asked
}

func mandateTally(record loader.Record, key func(...string) string) tally {
	answers := tally{}
	for _, m := range record.Mandates {
		addressee := "<nil>"
		if m.Addressee != nil {
			addressee = *m.Addressee
		}
		answers[key(m.Paragraph, addressee, number(m.Session))]++
	}
	return answers
}

func number(n *int) string {
	if n == nil {
		return "<nil>"
	}
	return fmt.Sprint(*n)
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// add counts answers against annotations: what only one annotator made counts neither for nor against.
func (m Marks) add(kind string, sure, optional, answers tally) Marks {
	left := tally{}
	for k, n := range answers {
		left[k] = n
	}
	for _, k := range sortedKeys(sure) {
		hit := min(sure[k], left[k])
		m.True += hit
		left[k] -= hit
		if miss := sure[k] - hit; miss > 0 {
			m.Missed += miss
			m.Failures = append(m.Failures, fmt.Sprintf("%s MISS %s (%d)", kind, k, miss))
		}
	}
	for _, k := range sortedKeys(left) {
		if extra := left[k] - min(left[k], optional[k]); extra > 0 {
			m.False += extra
			m.Failures = append(m.Failures, fmt.Sprintf("%s EXTRA %s (%d)", kind, k, extra))
		}
	}
	return m
}

func sortedKeys(t tally) []string {
	keys := make([]string, 0, len(t))
	for k := range t {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, cmp.Compare)
	return keys
}
