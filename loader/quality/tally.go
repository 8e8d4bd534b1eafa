package quality

import (
	"cmp"
	"maps"
	"slices"
)

// Tally counts answers against what a measure knows.
type Tally struct {
	// Known is the number of entries that the measure has.
	Known int `json:"known"`
	// Found of the known have an answer over the same words.
	Found int `json:"found"`
	// Right of the found have the right target.
	Right int `json:"right"`
	// Wrong of the found are resolved, and to another target; what is neither right nor wrong was left open.
	Wrong int `json:"wrong"`
	// Extra answers stand where the measure knows nothing.
	Extra int `json:"extra"`
}

// add adds the counts of another tally.
func (t *Tally) add(o Tally) {
	t.Known += o.Known
	t.Found += o.Found
	t.Right += o.Right
	t.Wrong += o.Wrong
	t.Extra += o.Extra
}

// Precision is the share of the answers that are right; 0 without answers.
func (t Tally) Precision() float64 { return share(t.Right, t.Found+t.Extra) }

// Recall is the share of the known that are answered right; 0 where nothing is known.
func (t Tally) Recall() float64 { return share(t.Right, t.Known) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Accuracy is the share of the found that have the right target.
func (t Tally) Accuracy() float64 { return share(t.Right, t.Found) }

func share(part, whole int) float64 { return float64(part) / float64(max(1, whole)) }

// Row is a line of a table: a tally with its name.
type Row struct {
	Name string `json:"name"`
	Tally
}

// breakdown is a table under way.
type breakdown map[string]Tally

func (b breakdown) add(name string, t Tally) {
	sum := b[name]
	sum.add(t)
	b[name] = sum
}

func (b breakdown) merge(o breakdown) {
	for name, t := range o {
		b.add(name, t)
	}
}

// rows returns the table sorted by name.
func (b breakdown) rows() []Row {
	rows := make([]Row, 0, len(b))
	for _, name := range slices.Sorted(maps.Keys(b)) {
		rows = append(rows, Row{Name: name, Tally: b[name]})
	}
	return rows
}

// Bins of confidence: ten, from lowestBin in steps of binWidth. Confidence below the lowest counts in the lowest: citations
// below the extractor's threshold are left open and make no claim.
const (
	binCount  = 10
	lowestBin = 0.5
	binWidth  = 0.05
)

// Bin is how often citations of one degree of confidence are right.
type Bin struct {
	From  float64 `json:"from"` // the bin's lower end; its upper end is binWidth above
	Count int     `json:"count"`
	Right int     `json:"right"`
	Sum   float64 `json:"sum"` // of their confidences
}

// Error is how far the confidence is from the share that is right.
func (b Bin) Error() float64 {
	if b.Count == 0 {
		return 0
	}
	return max(b.Sum-float64(b.Right), float64(b.Right)-b.Sum) / float64(b.Count)
}

// Calibration is how often citations are right, by confidence.
type Calibration [binCount]Bin

func (c *Calibration) add(confidence float64, right bool) {
	at := int((confidence - lowestBin) / binWidth * (1 + 1e-12)) // 0.95 is the lower end of the last bin, whatever its last bit
	b := &c[min(max(at, 0), binCount-1)]
	b.Count++
	b.Sum += confidence
	if right {
		b.Right++
	}
}

func (c *Calibration) merge(o Calibration) {
	for i := range c {
		c[i].Count += o[i].Count
		c[i].Right += o[i].Right
		c[i].Sum += o[i].Sum
	}
}

// number sets the lower ends of the bins.
func (c *Calibration) number() {
	for i := range c {
		c[i].From = lowestBin + float64(i)*binWidth
	}
}

// Count is the number of citations in all bins.
func (c *Calibration) Count() int {
	count := 0
	for _, b := range c {
		count += b.Count
	}
	return count
}

// Error is the mean of the bins' errors, each weighed by its citations: the expected calibration error.
func (c *Calibration) Error() float64 {
	sum := 0.0
	for _, b := range c {
		sum += b.Error() * float64(b.Count)
	}
	return sum / float64(max(1, c.Count()))
}

// Case is one disagreement with a measure.
type Case struct {
	File   string   `json:"file"`
	Symbol string   `json:"symbol"` // of the text
	Words  string   `json:"words"`  // as the measure has them; the target for what is extra
	Want   string   `json:"want"`   // empty for what is extra
	Got    []string `json:"got"`
	Text   string   `json:"context"`
	Count  int      `json:"count,omitempty"` // where several are counted as one
}

// Report is the outcome of one measure.
type Report struct {
	// Measure names it: "links clean", "silver", "gold rights".
	Measure   string `json:"measure"`
	Documents int    `json:"documents"`
	// Refused documents could not be read; all that the measure knows of them is missed.
	Refused int `json:"refused"`
	// Neutral entries of the measure count neither way; Unplaced ones were not found in the text.
	Neutral  int   `json:"neutral"`
	Unplaced int   `json:"unplaced"`
	Bytes    int   `json:"bytes"` // of text read
	Total    Tally `json:"total"`
	// Corrected is Total after the errata: links read by hand and found wrong or missing.
	Corrected Tally `json:"corrected"`
	// Kinds, Forms and Bodies break Total down by the kind of symbol, the form of the words, and the body that adopted the target.
	Kinds  []Row `json:"kinds,omitempty"`
	Forms  []Row `json:"forms,omitempty"`
	Bodies []Row `json:"bodies,omitempty"`
	// Missed, Wrong and Extra are all disagreements, in the order of the texts.
	Missed []Case `json:"missed,omitempty"`
	Wrong  []Case `json:"wrong,omitempty"`
	Extra  []Case `json:"extra,omitempty"`
	// Calibration counts resolved citations over known entries.
	Calibration Calibration `json:"calibration"`
	// Unknown are capitalised names that look like instruments and that no citation covers, the most frequent first.
	Unknown []Name `json:"unknown,omitempty"`

	kinds, forms, bodies breakdown
	unknown              census
}

func newReport(measure string) *Report {
	return &Report{Measure: measure, kinds: breakdown{}, forms: breakdown{}, bodies: breakdown{}, unknown: census{}}
}

// merge adds the report of one more text.
func (r *Report) merge(o *Report) {
	r.Documents += o.Documents
	r.Refused += o.Refused
	r.Neutral += o.Neutral
	r.Unplaced += o.Unplaced
	r.Bytes += o.Bytes
	r.Total.add(o.Total)
	r.Corrected.add(o.Corrected)
	r.kinds.merge(o.kinds)
	r.forms.merge(o.forms)
	r.bodies.merge(o.bodies)
	r.Missed = append(r.Missed, o.Missed...)
	r.Wrong = append(r.Wrong, o.Wrong...)
	r.Extra = append(r.Extra, o.Extra...)
	r.Calibration.merge(o.Calibration)
	r.unknown.merge(o.unknown)
}

// finish turns what was gathered into tables.
func (r *Report) finish() *Report {
	r.Kinds, r.Forms, r.Bodies = r.kinds.rows(), r.forms.rows(), r.bodies.rows()
	r.Calibration.number()
	r.Unknown = r.unknown.names()
	return r
}

// count adds one known entry to the total and to the tables.
func (r *Report) count(k entryKind, t Tally) {
	r.Total.add(t)
	r.kinds.add(k.kind, t)
	r.forms.add(k.form, t)
	r.bodies.add(k.body, t)
}

// entryKind is where an entry stands in the tables.
type entryKind struct{ kind, form, body string }

// Name is a capitalised name that no citation covers.
type Name struct {
	Words     string `json:"words"`
	Count     int    `json:"count"`
	Documents int    `json:"documents"`
	First     string `json:"first"` // symbol of the first text that has it
}

// census counts names under way.
type census map[string]Name

func (c census) add(words, symbol string, fresh bool) {
	n := c[words]
	n.Words = words
	n.Count++
	if fresh {
		n.Documents++
	}
	n.First = cmp.Or(n.First, symbol)
	c[words] = n
}

func (c census) merge(o census) {
	for words, n := range o {
		sum := c[words]
		n.Count += sum.Count
		n.Documents += sum.Documents
		n.First = cmp.Or(sum.First, n.First)
		c[words] = n
	}
}

func (c census) names() []Name {
	return slices.SortedFunc(maps.Values(c), func(a, b Name) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Words, b.Words))
	})
}
