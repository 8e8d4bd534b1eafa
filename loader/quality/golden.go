package quality

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ErrFell says that a number is below the one kept.
var ErrFell = errors.New("a number fell")

// number is one figure that is kept: its value is counted in ten-thousandths, so that equal texts give equal files.
type number struct {
	name  string
	value float64
	of    int // its denominator
	lower bool
}

// numbers returns the figures of a report that are kept.
func (r *Report) numbers() []number {
	list := []number{
		{name: r.Measure + ": precision", value: r.Total.Precision(), of: r.Total.Found + r.Total.Extra},
		{name: r.Measure + ": recall", value: r.Total.Recall(), of: r.Total.Known},
		{name: r.Measure + ": F1", value: r.Total.F1(), of: r.Total.Known},
		{name: r.Measure + ": target accuracy", value: r.Total.Accuracy(), of: r.Total.Found},
	}
	if r.Corrected != r.Total {
		list = append(list,
			number{name: r.Measure + ", corrected: F1", value: r.Corrected.F1(), of: r.Corrected.Known},
			number{name: r.Measure + ", corrected: target accuracy", value: r.Corrected.Accuracy(), of: r.Corrected.Found})
	}
	if r.Calibration.Count() > 0 {
		list = append(list, number{name: r.Measure + ": calibration error", value: r.Calibration.Error(), of: r.Calibration.Count(), lower: true})
	}
	return list
}

func (n number) rounded() string { return strconv.FormatFloat(n.value, 'f', 4, 64) }

// Numbers returns the figures of the reports as a file to be kept under version control: a line each with name, value and denominator.
func Numbers(reports []*Report) []byte {
	var b strings.Builder
	b.WriteString("# Written by recital score --update; see docs/accuracy.md. Name, value, denominator.\n")
	for _, r := range reports {
		for _, n := range r.numbers() {
			fmt.Fprintf(&b, "%s\t%s\t%d\n", n.name, n.rounded(), n.of)
		}
	}
	return []byte(b.String())
}

// Check compares the reports with the numbers kept. The error wraps [ErrFell] and names each number that fell (or, of errors, rose) with both
// values; kept numbers of measures that are not among the reports are not compared.
func Check(kept []byte, reports []*Report) error {
	now := make(map[string]number)
	for _, r := range reports {
		for _, n := range r.numbers() {
			now[n.name] = n
		}
	}
	var fallen []error
	for line := range strings.Lines(string(kept)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(cells) < 2 {
			continue
		}
		n, measured := now[cells[0]]
		if !measured {
			continue
		}
		value, err := strconv.ParseFloat(cells[1], 64)
		if err != nil {
			return fmt.Errorf("%s: %w", cells[0], err)
		}
		current, err := strconv.ParseFloat(n.rounded(), 64)
		if err != nil {
			return fmt.Errorf("%s: %w", cells[0], err)
		}
		if current < value && !n.lower || current > value && n.lower {
			fallen = append(fallen, fmt.Errorf("%w: %s was %s, is %s (of %d)", ErrFell, n.name, cells[1], n.rounded(), n.of))
		}
	}
	return errors.Join(fallen...)
}
