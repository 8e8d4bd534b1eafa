package graph

import (
	"fmt"
	"time"
)

// Date is a calendar day in the proleptic Gregorian calendar, without a time zone.
// It is comparable; the zero value means that the day is not known.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads "2023-07-14" (ISO 8601). The empty string is the zero Date.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, &SyntaxError{Input: s, What: "date", Reason: "want YYYY-MM-DD"}
	}
	return Date{t.Year(), t.Month(), t.Day()}, nil
}

// MustParseDate is ParseDate for tests and constants; it panics on a malformed date.
func MustParseDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// IsZero reports whether the day is not known.
func (d Date) IsZero() bool { return d == Date{} }

// String returns "2023-07-14", or "" for the zero Date. Strings of dates order as the dates do.
func (d Date) String() string {
	var room [len("2023-07-14")]byte
	return string(d.Append(room[:0]))
}

// Append appends what String returns.
func (d Date) Append(to []byte) []byte {
	if d.IsZero() {
		return to
	}
	if d.Year < 0 || d.Year > 9999 {
		return fmt.Appendf(to, "%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
	}
	// By hand: answers and orders of lists say many dates.
	to = append(to, "0000-00-00"...)
	text := to[len(to)-len("0000-00-00"):]
	placeDigits(text[:4], d.Year)
	placeDigits(text[5:7], int(d.Month))
	placeDigits(text[8:], d.Day)
	return to
}

// placeDigits writes a number to the end of its place, which has noughts before it.
func placeDigits(place []byte, n int) {
	for i := len(place) - 1; i >= 0 && n > 0; i-- {
		place[i] += byte(n % 10)
		n /= 10
	}
}

// Compare orders dates from the earliest; the unknown day comes before all.
func (d Date) Compare(e Date) int {
	switch {
	case d.Year != e.Year:
		return d.Year - e.Year
	case d.Month != e.Month:
		return int(d.Month) - int(e.Month)
	default:
		return d.Day - e.Day
	}
}

// MarshalText implements [encoding.TextMarshaler].
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}
