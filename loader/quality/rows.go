package quality

import (
	"fmt"
	"iter"
	"strings"
)

// tableRows yields the cells of each row of a table of values between tabs, with the row's number from 1. Rows that begin with # are comments. A
// row of another width is an error, the last thing yielded: a citation that was read by hand must not drop out of the measure.
func tableRows(data string, columns int) iter.Seq2[tableRow, error] {
	return func(yield func(tableRow, error) bool) {
		number := 0
		for line := range strings.Lines(data) {
			number++
			if strings.HasPrefix(line, "#") {
				continue
			}
			row := tableRow{number, strings.Split(strings.TrimSuffix(line, "\n"), "\t")}
			if len(row.cells) != columns {
				yield(row, fmt.Errorf("row %d: %d columns, want %d", number, len(row.cells), columns))
				return
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// tableRow is one row of a table.
type tableRow struct {
	number int
	cells  []string
}
