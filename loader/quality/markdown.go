package quality

import (
	"fmt"
	"strings"
)

// page writes the page of numbers.
type page struct{ strings.Builder }

func (p *page) printf(format string, args ...any) { fmt.Fprintf(&p.Builder, format, args...) }

// unknownShown is how many uncatalogued names the page lists: as many as one reads.
const unknownShown = 40

// Markdown returns docs/accuracy.md: every number with its denominator, the command line, and the known faults of the measures. It holds no
// words of the texts but symbols, numbers and names.
func Markdown(reports []*Report, command string) []byte {
	p := &page{}
	p.printf("# Accuracy\n\nWritten by `%s --write docs/accuracy.md` (`make accuracy`); not edited by hand.\n\n", command)
	p.printf(`What is read is compared with what others say of the same texts: the links that the United Nations put on citations in its own
files, rendered as plain text first (*clean*: a paragraph a line; *page*: pages with running heads, notes at their feet and note marks glued to the words;
the others are rough: each text in one of several ways, as text is copied from web pages, with words and numbers cut at line ends, with characters that are not
seen or not the plain ones, with note marks lost or glued, as scanned, in two columns read one after the other or printed across, and in Markdown);
the bodies that printed dates decide in texts of the Human Rights Council (*silver*); resolutions annotated by hand (*gold*); and old texts read by hand, many cut out of their neighbours’ pages.

*Known* entries are what the measure has, *found* those over which a citation stands, *right* those with the right target, *wrong* those resolved to
another (the rest was left open), *extra* citations of resolutions that the measure does not know. Precision is right / (found + extra), recall right / known,
target accuracy right / found.

`)
	p.totals(reports)
	p.aims(reports)
	for _, r := range reports {
		p.breakdowns(r)
	}
	p.calibration(reports)
	p.faults(reports)
	p.unknown(reports)
	return []byte(strings.TrimRight(p.String(), "\n") + "\n")
}

func (p *page) totals(reports []*Report) {
	p.printf("| measure | texts | known | found | right | wrong | extra | neutral | precision | recall | F1 | target accuracy |\n|%s\n", strings.Repeat("---|", 12))
	for _, r := range reports {
		p.total(r, r.Measure, r.Total)
		if r.Corrected != r.Total {
			p.total(r, r.Measure+", links corrected", r.Corrected)
		}
	}
	p.printf("\n")
}

func (p *page) total(r *Report, name string, t Tally) {
	p.printf("| %s | %d | %d | %d | %d | %d | %d | %d | %.4f | %.4f | %.4f | %.4f |\n", name, r.Documents, t.Known, t.Found, t.Right, t.Wrong, t.Extra,
		r.Neutral+r.Unplaced, t.Precision(), t.Recall(), t.F1(), t.Accuracy())
}

// repeated reports whether a report is on the same texts in another rendering: its tables and cases are nearly those of the clean one.
func repeated(r *Report) bool {
	return strings.HasPrefix(r.Measure, "links ") && r.Measure != "links "+string(Clean)
}

func (p *page) breakdowns(r *Report) {
	if repeated(r) {
		return
	}
	for _, part := range []struct {
		name string
		rows []Row
	}{{"kind of symbol", r.Kinds}, {"form", r.Forms}, {"adopting body", r.Bodies}} {
		if len(part.rows) == 0 {
			continue
		}
		p.printf("## %s, by %s\n\n| %s | known | found | right | wrong | extra | F1 | target accuracy |\n|%s\n", r.Measure, part.name, part.name, strings.Repeat("---|", 8))
		for _, row := range part.rows {
			p.printf("| %s | %d | %d | %d | %d | %d | %.4f | %.4f |\n", row.Name, row.Known, row.Found, row.Right, row.Wrong, row.Extra, row.F1(), row.Accuracy())
		}
		p.printf("\n")
	}
}

func (p *page) calibration(reports []*Report) {
	p.printf("## Confidence\n\nOf the resolved citations over known entries, how many are right, by the confidence that they claim. Bins without citations are left out;\n" +
		"the error is the mean difference of claim and share, weighed by citations. Extra citations have no verdict and are not counted.\n\n")
	p.printf("| measure | confidence | citations | mean claim | share right |\n|---|---|---|---|---|\n")
	for _, r := range reports {
		for _, b := range r.Calibration {
			if b.Count > 0 {
				p.printf("| %s | %.2f-%.2f | %d | %.4f | %.4f |\n", r.Measure, b.From, b.From+binWidth, b.Count, b.Sum/float64(b.Count), share(b.Right, b.Count))
			}
		}
		if count := r.Calibration.Count(); count > 0 {
			p.printf("| %s | all: error %.4f | %d | | |\n", r.Measure, r.Calibration.Error(), count)
		}
	}
	p.printf("\n")
}

// faults lists where the measures are wrong, and where we are.
func (p *page) faults(reports []*Report) {
	p.printf("## Known faults of the links\n\nRead by hand, each in its text. The numbers \"links corrected\" take these into account; nothing in the extraction is bent to them.\n\n")
	p.printf("| file | words | link | right | why |\n|---|---|---|---|---|\n")
	missing := make(map[string]int)
	for _, e := range Errata() {
		if e.Right == missingLink {
			missing[kindOf(e.Link)]++
			continue
		}
		p.printf("| %s | %s | %s | %s | %s |\n", e.File, e.Words, e.Link, e.Right, e.Why)
	}
	p.printf("\nCitations without a link (one for each file and symbol; all in `loader/quality/errata.tsv`):")
	sep := " "
	for _, kind := range []string{"A/RES", "HRC/RES", "E/RES", "S/RES"} {
		p.printf("%s%d of %s", sep, missing[kind], kind)
		sep = ", "
	}
	p.printf(".\n\n## Disagreements\n\nAll that is wrong or missed against the measures as they are (of the links, in the clean rendering), those of the list above included.\n\n")
	p.printf("| measure | text | words | measure says | read as |\n|---|---|---|---|---|\n")
	for _, r := range reports {
		if repeated(r) {
			continue
		}
		for _, cases := range [][]Case{r.Missed, r.Wrong} {
			for _, c := range cases {
				got := strings.Join(c.Got, "; ")
				if len(c.Got) > 2 {
					got = fmt.Sprintf("%s and %d more", c.Got[0], len(c.Got)-1)
				}
				p.printf("| %s | %s | %s | %s | %s |\n", r.Measure, c.Symbol, c.Words, c.Want, got)
			}
		}
	}
	p.printf("\n")
	p.beyond(reports)
}

// beyond lists what stands in annotated texts and not in their annotations.
func (p *page) beyond(reports []*Report) {
	p.printf("## Beyond the annotations\n\nCitations that were read in the *gold* texts and count as extra. They were annotated with a list of 90 named instruments; those below are not in it, but in " +
		"the catalogue, and each stands in the paragraph that is given: looked up there by hand. The number would reach its aim if they were left out; then what the text cites would be lost.\n\n")
	p.printf("| measure | text | paragraph | read | times |\n|---|---|---|---|---|\n")
	for _, r := range reports {
		if !strings.HasPrefix(r.Measure, "gold") {
			continue
		}
		for _, c := range r.Extra {
			p.printf("| %s | %s | %s | %s | %d |\n", r.Measure, c.Symbol, c.Words, strings.Join(c.Got, "; "), max(1, c.Count))
		}
	}
	p.printf("\n")
}

func (p *page) unknown(reports []*Report) {
	p.printf("## Names that are not in the catalogue\n\nCapitalised names that look like instruments, that no citation covers and that the catalogue does not have, the most frequent first.\n\n")
	p.printf("| measure | name | times | texts | first in |\n|---|---|---|---|---|\n")
	for _, r := range reports {
		if repeated(r) || strings.HasPrefix(r.Measure, "gold") {
			continue
		}
		for _, n := range r.Unknown[:min(len(r.Unknown), unknownShown)] {
			p.printf("| %s | %s | %d | %d | %s |\n", r.Measure, n.Words, n.Count, n.Documents, n.First)
		}
	}
}

// A figure is one number of a report with its denominator.
type figure func(*Report) (value float64, of int)

func f1(r *Report) (float64, int)       { return r.Total.F1(), r.Total.Known }
func accuracy(r *Report) (float64, int) { return r.Total.Accuracy(), r.Total.Found }
func recall(r *Report) (float64, int)   { return r.Total.Recall(), r.Total.Known }
func wrong(r *Report) (float64, int)    { return share(r.Total.Wrong, r.Total.Known), r.Total.Known }

func correctedF1(r *Report) (float64, int) { return r.Corrected.F1(), r.Corrected.Known }

func correctedAccuracy(r *Report) (float64, int) { return r.Corrected.Accuracy(), r.Corrected.Found }

func calibrationError(r *Report) (float64, int) { return r.Calibration.Error(), r.Calibration.Count() }

// An aim is what a figure should reach: at least the bound or, of errors, at most.
type aim struct {
	measure string
	name    string
	figure  figure
	bound   float64
	atMost  bool
}

// aims are those of the project for these texts.
var aims = []aim{
	{measure: "links clean", name: "F1, links as they are", figure: f1, bound: 0.995},
	{measure: "links clean", name: "target accuracy, links as they are", figure: accuracy, bound: 0.9995},
	{measure: "links clean", name: "F1, links corrected", figure: correctedF1, bound: 0.998},
	{measure: "links clean", name: "target accuracy, links corrected", figure: correctedAccuracy, bound: 0.9995},
	{measure: "links page", name: "F1, links as they are", figure: f1, bound: 0.995},
	{measure: "links page", name: "target accuracy, links as they are", figure: accuracy, bound: 0.9995},
	{measure: "links page", name: "F1, links corrected", figure: correctedF1, bound: 0.998},
	{measure: "links page", name: "target accuracy, links corrected", figure: correctedAccuracy, bound: 0.9995},
	{measure: "links clean", name: "calibration error", figure: calibrationError, bound: 0.02, atMost: true},
	{measure: "silver", name: "right", figure: recall, bound: 0.998},
	{measure: "silver", name: "wrong rather than open", figure: wrong, bound: 0.001, atMost: true},
	{measure: "silver", name: "calibration error", figure: calibrationError, bound: 0.02, atMost: true},
	{measure: "gold citations", name: "F1", figure: f1, bound: 0.97},
	{measure: "gold rights", name: "F1", figure: f1, bound: 0.95},
	{measure: "gold actors", name: "F1", figure: f1, bound: 0.95},
	{measure: "gold addressees", name: "F1", figure: f1, bound: 0.95},
	{measure: "gold mandates", name: "F1", figure: f1, bound: 0.95},
	{measure: "labels", name: "F1", figure: f1, bound: 0.99},
	{measure: "old texts", name: "F1", figure: f1, bound: 0.97},
}

// aimsOf returns the aims of a measure: those listed, and for rough renderings one for all.
func aimsOf(measure string) []aim {
	var of []aim
	for _, a := range aims {
		if a.measure == measure {
			of = append(of, a)
		}
	}
	if mode, rendered := strings.CutPrefix(measure, "links "); len(of) == 0 && rendered {
		of = append(of, aim{measure: "links " + mode, name: "F1, links corrected", figure: correctedF1, bound: 0.99})
		of = append(of, aim{measure: "links " + mode, name: "target accuracy, links corrected", figure: correctedAccuracy, bound: 0.99})
	}
	return of
}

// aims prints what the numbers should reach on these texts, and whether they do.
func (p *page) aims(reports []*Report) {
	p.printf("## What was aimed at\n\n| measure | figure | aim | reached | |\n|---|---|---|---|---|\n")
	for _, r := range reports {
		for _, a := range aimsOf(r.Measure) {
			value, of := a.figure(r)
			sign, met := "≥", value >= a.bound
			if a.atMost {
				sign, met = "≤", value <= a.bound
			}
			verdict := "no"
			if met {
				verdict = "yes"
			}
			p.printf("| %s | %s | %s %g | %.5f (of %d) | %s |\n", a.measure, a.name, sign, a.bound, value, of, verdict)
		}
	}
	p.printf("\nNot measured by this command: the two seeds, read by hand.\n\n")
}
