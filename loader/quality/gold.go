package quality

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"recital/graph"
	"recital/loader"
)

// annotation is a resolution annotated by hand, twice: an entry is sure where both readings have it and neither doubts it.
type annotation struct {
	Symbol    string        `json:"symbol"`
	Citations []goldEntry   `json:"citations"`
	Rights    []goldEntry   `json:"rights"`
	Actors    []goldActor   `json:"actors"`
	Mandates  []goldMandate `json:"mandates"`
}

type goldEntry struct {
	Label  string `json:"label"`
	Target string `json:"target"` // of a citation
	ID     string `json:"id"`     // of a right
	Status string `json:"status"`
}

type goldActor struct {
	Label     string `json:"label"`
	ID        string `json:"id"`
	Status    string `json:"status"`
	Addressee bool   `json:"addressee"`
	Agreed    bool   `json:"addressee_agreed"`
}

type goldMandate struct {
	Label     string  `json:"label"`
	Addressee *string `json:"addressee"`
	Session   *int    `json:"session"`
	Status    string  `json:"status"`
}

// sureStatus marks an entry on which both annotators agree.
const sureStatus = "sure"

// doubtedStatus marks an entry that may be there or not.
const doubtedStatus = "doubted"

// entry is one thing said of one paragraph: the unit that is compared.
type entry struct{ label, value string }

// bag counts entries: a thing said twice of a paragraph is two entries.
type bag map[entry]int

func (b bag) sorted() []entry {
	return slices.SortedFunc(maps.Keys(b), func(x, y entry) int {
		return cmp.Or(cmp.Compare(x.label, y.label), cmp.Compare(x.value, y.value))
	})
}

// comparison is one of the kinds that are compared.
type comparison struct{ sure, doubted, answers bag }

func newComparison() comparison { return comparison{sure: bag{}, doubted: bag{}, answers: bag{}} }

// known adds an entry of the annotators.
func (c comparison) known(e entry, status string) {
	if status == sureStatus {
		c.sure[e]++
	} else {
		c.doubted[e]++
	}
}

// goldKinds are the kinds of entries that are annotated, in the order of ScoreGold's reports.
func goldKinds() []string { return []string{"citations", "rights", "actors", "addressees", "mandates"} }

// Gold says where annotations and what belongs to them stand.
type Gold struct {
	// Folder has one JSON file for each resolution.
	Folder string
	// Texts is the folder of the resolutions, under the same names.
	Texts string
	// Vocabulary is instruments.tsv, the named instruments that the annotators had.
	Vocabulary string
}

// ScoreGold measures what is read of annotated resolutions, one report each for citations, rights, actors, addressees and mandates. What one
// annotator alone has, or doubts, counts neither way. A named instrument and its symbol are the same target.
func ScoreGold(ctx context.Context, reader Reader, gold Gold) ([]*Report, error) {
	files, err := filepath.Glob(filepath.Join(gold.Folder, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", gold.Folder, err)
	}
	names, err := vocabulary(gold.Vocabulary)
	if err != nil {
		return nil, fmt.Errorf("score %s: %w", gold.Folder, err)
	}
	slices.Sort(files)
	var all []annotated
	for _, file := range files {
		one, err := readGold(file)
		if err != nil {
			return nil, fmt.Errorf("score %s: %w", file, err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		all = append(all, annotated{one, filepath.Join(gold.Texts, name+".txt")})
	}
	return scoreEach(ctx, reader, names, "gold", all)
}

// annotated is an annotation and the file of its text.
type annotated struct {
	annotation
	text string
}

func readGold(file string) (annotation, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return annotation{}, err
	}
	var gold annotation
	return gold, json.Unmarshal(data, &gold)
}

// scoreEach measures all annotated texts, a report for each kind of entry; their names begin with measure.
func scoreEach(ctx context.Context, reader Reader, names map[string]string, measure string, all []annotated) ([]*Report, error) {
	reports := make([]*Report, len(goldKinds()))
	for i, kind := range goldKinds() {
		reports[i] = newReport(measure + " " + kind)
	}
	for _, one := range all {
		if err := ctx.Err(); err != nil {
			return nil, fmt.Errorf("score %s: %w", one.text, err)
		}
		parts, err := scoreAnnotated(reader, names, one)
		if err != nil {
			return nil, fmt.Errorf("score %s: %w", one.text, err)
		}
		for i, part := range parts {
			reports[i].merge(part)
		}
	}
	for _, r := range reports {
		r.finish()
	}
	return reports, nil
}

// vocabulary reads the symbols of the named instruments by their ids.
func vocabulary(file string) (map[string]string, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	names := make(map[string]string)
	_, rows, _ := strings.Cut(string(data), "\n") // the first line names the columns
	for row := range strings.Lines(rows) {
		if cells := strings.Split(row, "\t"); len(cells) > 3 {
			names[cells[0]] = strings.ToUpper(unblank(cells[3]))
		}
	}
	return names, nil
}

func scoreAnnotated(reader Reader, names map[string]string, one annotated) ([]*Report, error) {
	words, err := os.ReadFile(one.text)
	if err != nil {
		return nil, err
	}
	file := filepath.Base(one.text)
	first := newReport("") // holds the names and the bytes of the text, which count once
	record, err := first.read(reader, file, string(words))
	if err != nil {
		return nil, err
	}
	g := goldJudge{names: names, gold: one.annotation, record: record}
	reports := []*Report{first}
	for range goldKinds()[1:] {
		r := newReport("")
		r.Documents, r.Refused = first.Documents, first.Refused
		reports = append(reports, r)
	}
	for i, c := range []comparison{g.citations(), g.rights(), g.actors(), g.addressees(), g.mandates()} {
		reports[i].compare(c, file, one.Symbol)
	}
	return reports, nil
}

// goldJudge sorts what is annotated and what was read into comparisons.
type goldJudge struct {
	names  map[string]string
	gold   annotation
	record loader.Record
}

// target makes a citation's target comparable: a named instrument by its symbol where it has one.
func (g goldJudge) target(s string) string {
	s = strings.TrimSpace(s)
	symbol, named := g.names[s]
	switch {
	case !named:
		return strings.ToUpper(unblank(s))
	case symbol == "":
		return s
	}
	return symbol
}

func (g goldJudge) citations() comparison {
	c := newComparison()
	for _, e := range g.gold.Citations {
		c.known(entry{e.Label, g.target(e.Target)}, e.Status)
	}
	for _, x := range g.record.Citations {
		if x.Status == string(graph.Open) && x.Target == nil {
			continue
		}
		value := ""
		if x.Target != nil {
			value = *x.Target
		}
		if x.ID != nil {
			if _, named := g.names[*x.ID]; named || value == "" {
				value = *x.ID
			}
		}
		c.answers[entry{x.Paragraph, g.target(value)}]++
	}
	return c
}

func (g goldJudge) rights() comparison {
	c := newComparison()
	for _, e := range g.gold.Rights {
		c.known(entry{e.Label, e.ID}, e.Status)
	}
	for _, x := range g.record.Rights {
		c.answers[entry{x.Paragraph, x.ID}] = 1
	}
	return c
}

func (g goldJudge) actors() comparison {
	c := newComparison()
	for _, e := range g.gold.Actors {
		c.known(entry{e.Label, e.ID}, e.Status)
	}
	for _, x := range g.record.Actors {
		c.answers[entry{x.Paragraph, x.ID}] = 1
	}
	return c
}

func (g goldJudge) addressees() comparison {
	c := newComparison()
	for _, e := range g.gold.Actors {
		switch {
		case e.Status != sureStatus || !e.Agreed:
			c.known(entry{e.Label, e.ID}, doubtedStatus)
		case e.Addressee:
			c.known(entry{e.Label, e.ID}, sureStatus)
		}
	}
	for _, x := range g.record.Actors {
		if x.Addressee {
			c.answers[entry{x.Paragraph, x.ID}] = 1
		}
	}
	return c
}

func (g goldJudge) mandates() comparison {
	c := newComparison()
	for _, e := range g.gold.Mandates {
		c.known(entry{e.Label, mandateValue(e.Addressee, e.Session)}, e.Status)
	}
	for _, x := range g.record.Mandates {
		c.answers[entry{x.Paragraph, mandateValue(x.Addressee, x.Session)}]++
	}
	return c
}

func mandateValue(addressee *string, session *int) string {
	who, when := "nobody named", "no session"
	if addressee != nil {
		who = *addressee
	}
	if session != nil {
		when = "session " + strconv.Itoa(*session)
	}
	return who + ", " + when
}

// compare counts a comparison: what is doubted excuses as many answers.
func (r *Report) compare(c comparison, file, symbol string) {
	for _, e := range c.sure.sorted() {
		right := min(c.sure[e], c.answers[e])
		t := Tally{Known: c.sure[e], Found: right, Right: right}
		r.Total.add(t)
		if missed := t.Known - right; missed > 0 {
			r.Missed = append(r.Missed, Case{File: file, Symbol: symbol, Words: e.label, Want: e.value, Count: missed})
		}
	}
	for _, e := range c.answers.sorted() {
		extra := c.answers[e] - min(c.answers[e], c.sure[e])
		if extra -= min(extra, c.doubted[e]); extra > 0 {
			r.Total.Extra += extra
			r.Extra = append(r.Extra, Case{File: file, Symbol: symbol, Words: e.label, Got: []string{cmp.Or(e.value, "open")}, Count: extra})
		}
	}
	r.Corrected = r.Total
}
