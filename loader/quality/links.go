package quality

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"recital/graph"
	"recital/loader"
	"recital/loader/source"
)

// Reader reads one document: *loader.Loader is one. It must be safe for concurrent use.
type Reader interface {
	Read(item source.Item) (loader.Reading, error)
}

// answer is a citation that the reader found.
type answer struct {
	graph.Span
	symbol     string // of the target, normalised; empty where none is offered
	resolved   bool
	confidence float64
	rule       string
}

// ScoreLinks reads each resolution as plain text and measures its citations against the official links.
//
// A link is found when a citation overlaps its words, and right when that citation has the link's symbol and no other resolution is
// offered for the same words. A citation of a resolution over no link is extra; those of decisions and documents are not, being seldom
// linked. Neutral are links to the text itself, links that are no symbol, and links that contradict their own words.
func ScoreLinks(ctx context.Context, reader Reader, texts []*Linked, mode Mode) (*Report, error) {
	every := sampled(mode)
	return scoreAll(ctx, "links "+string(mode), (len(texts)+every-1)/every, func(i int) (*Report, error) {
		i *= every
		if isFormat(mode) {
			return scoreFormat(reader, texts[i], mode, fmt.Sprintf("%04d.%s", i, mode))
		}
		return scoreLinked(reader, texts[i], Render(texts[i], mode), fmt.Sprintf("%04d.txt", i))
	})
}

// scoreAll scores count texts in parallel and adds up their reports in order.
func scoreAll(ctx context.Context, measure string, count int, score func(int) (*Report, error)) (*Report, error) {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	parts := make([]*Report, count)
	for i := range count {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			part, err := score(i)
			parts[i] = part
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, fmt.Errorf("score %s: %w", measure, err)
	}
	sum := newReport(measure)
	for _, part := range parts {
		sum.merge(part)
	}
	return sum.finish(), nil
}

// read reads a text and returns its record; a refusal is counted.
func (r *Report) read(reader Reader, name, text string) (loader.Record, error) {
	r.Documents++
	r.Bytes += len(text)
	reading, err := reader.Read(source.Item{Name: name, Data: []byte(text)})
	if loader.IsRefusal(err) {
		r.Refused++
		return loader.Record{}, nil
	}
	if err != nil {
		return loader.Record{}, err
	}
	r.unknown.take(reading)
	return reading.Record(), nil
}

func scoreLinked(reader Reader, l *Linked, rendering Rendering, name string) (*Report, error) {
	r := newReport("")
	record, err := r.read(reader, name, rendering.Text)
	if err != nil {
		return nil, err
	}
	j := linkJudge{linked: l, text: rendering.Text, answers: answersOf(record), report: r}
	j.judge(rendering.Links, nil)
	corrected := newReport("")
	j.report = corrected
	j.judge(rendering.Links, corrections)
	r.Corrected = corrected.Total
	return r, nil
}

func answersOf(record loader.Record) []answer {
	answers := make([]answer, len(record.Citations))
	for i, c := range record.Citations {
		answers[i] = answer{
			Span: graph.Span{Start: c.Start, End: c.End}, resolved: c.Status == string(graph.Resolved), confidence: c.Confidence, rule: c.Rule,
		}
		if c.Target != nil {
			answers[i].symbol = normalSymbol(*c.Target)
		}
	}
	return answers
}

// linkJudge compares the answers on one text with its links.
type linkJudge struct {
	linked  *Linked
	text    string
	answers []answer
	report  *Report
}

func (j *linkJudge) judge(links []Link, e errata) {
	used := make([]bool, len(j.answers))
	for _, link := range links {
		var hits []answer
		for i, a := range j.answers {
			if !a.Overlaps(link.Span) {
				continue
			}
			hits = append(hits, a)
			if link.Symbol != "" || a.symbol != j.linked.Symbol {
				used[i] = true
			}
		}
		link.Symbol = e.right(j.linked.File, link)
		j.link(link, hits)
	}
	for i, a := range j.answers {
		// Decisions and documents are seldom linked: not counted.
		if used[i] || !resolutionPattern.MatchString(a.symbol) || e.missing(j.linked.File, a.symbol) {
			continue
		}
		j.report.Total.Extra++
		for table, name := range map[*breakdown]string{
			&j.report.kinds: kindOf(a.symbol), &j.report.forms: formOf(a.symbol, j.text[a.Start:a.End]), &j.report.bodies: bodyOf(a.symbol),
		} {
			table.add(name, Tally{Extra: 1})
		}
		j.report.Extra = append(j.report.Extra, j.disagreement(Link{Span: a.Span, Words: a.symbol}, []answer{a}))
	}
}

// link judges one link by the answers over its words.
func (j *linkJudge) link(link Link, hits []answer) {
	if !symbolPattern.MatchString(link.Symbol) {
		return
	}
	if link.Symbol == j.linked.Symbol || !sound(link.Words, link.Symbol) {
		j.report.Neutral++
		return
	}
	k := entryKind{kind: kindOf(link.Symbol), form: formOf(link.Symbol, link.Words), body: bodyOf(link.Symbol)}
	if link.InNote {
		k.kind += "·note"
	}
	t := Tally{Known: 1}
	at := slices.IndexFunc(hits, func(a answer) bool { return same(link.Symbol, a.symbol) && !j.rivalled(a, hits, link.Symbol) })
	if len(hits) > 0 {
		t.Found = 1
	}
	switch {
	case at >= 0:
		t.Right = 1
		if hits[at].resolved {
			j.report.Calibration.add(hits[at].confidence, true)
		}
	case len(hits) == 0:
		j.report.Missed = append(j.report.Missed, j.disagreement(link, nil))
	default:
		if a, ok := surest(hits); ok {
			t.Wrong = 1
			j.report.Calibration.add(a.confidence, false)
		}
		j.report.Wrong = append(j.report.Wrong, j.disagreement(link, hits))
	}
	j.report.count(k, t)
}

// surest returns the resolved answer of the highest confidence.
func surest(hits []answer) (answer, bool) {
	var best answer
	for _, a := range hits {
		if a.resolved && (!best.resolved || a.confidence > best.confidence) {
			best = a
		}
	}
	return best, best.resolved
}

// rivalled reports whether another resolution is offered for the answer's words. An answer across the end of a page lies over the notes
// between, which are no rivals.
func (j *linkJudge) rivalled(a answer, hits []answer, symbol string) bool {
	return slices.ContainsFunc(hits, func(b answer) bool {
		return b.Overlaps(a.Span) && strings.Contains(b.symbol, "/RES/") && !same(symbol, b.symbol) &&
			!strings.Contains(j.text[min(a.Start, b.Start):max(a.End, b.End)], "\f")
	})
}

// contextBefore and contextAfter are how much of the text is shown with a disagreement, in bytes.
const (
	contextBefore = 120
	contextAfter  = 30
)

func (j *linkJudge) disagreement(link Link, got []answer) Case {
	c := Case{File: j.linked.File, Symbol: j.linked.Symbol, Words: link.Words, Want: link.Symbol, Text: around(j.text, link.Span)}
	for _, a := range got {
		c.Got = append(c.Got, fmt.Sprintf("%s (%s %.3f)", cmp.Or(a.symbol, "open"), a.rule, a.confidence))
	}
	return c
}

// around returns a span of the text with its surroundings on one line.
func around(text string, s graph.Span) string {
	return strings.TrimSpace(fold(strings.ToValidUTF8(text[max(0, s.Start-contextBefore):min(len(text), s.End+contextAfter)], "")))
}

func sortLinks(links []Link) {
	slices.SortFunc(links, func(a, b Link) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End), strings.Compare(a.Symbol, b.Symbol))
	})
}
