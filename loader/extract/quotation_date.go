package extract

import (
	"fmt"
	"strings"
	"time"

	"recital/graph"
)

var monthNames = map[string]time.Month{
	"january": time.January, "february": time.February, "march": time.March, "april": time.April, "may": time.May, "june": time.June,
	"july": time.July, "august": time.August, "september": time.September, "october": time.October, "november": time.November,
	"december": time.December,
}

// CompareDate compares the day that a sentence says an instrument was adopted on with the known one. ok is false where they agree, where
// the sentence gives no single day, or where it does not speak of the adoption.
func CompareDate(sentence string, known graph.Date) (finding graph.Finding, ok bool) {
	if known.IsZero() || known.Day == 0 || !strings.Contains(lower(sentence), "adopted") {
		return graph.Finding{}, false
	}
	days := daysIn(sentence)
	if len(days) != 1 || days[0] == known {
		return graph.Finding{}, false
	}
	return graph.Finding{Kind: graph.DateContradicts, Detail: fmt.Sprintf("said to be adopted on %s; it was adopted on %s", days[0], known)}, true
}

// daysIn returns the days that a text gives in full: "13 July 2023", "July 13, 2023".
func daysIn(text string) []graph.Date {
	words := strings.FieldsFunc(lower(text), func(r rune) bool { return !isWordRune(r) })
	var days []graph.Date
	for i, w := range words {
		month := monthNames[w]
		if month == 0 || i+1 >= len(words) || i == 0 {
			continue
		}
		switch {
		case isDay(words[i-1]) && isYear(words[i+1]):
			days = append(days, graph.Date{Year: decimal(words[i+1]), Month: month, Day: dayNumberOf(words[i-1])})
		case i+2 < len(words) && isDay(words[i+1]) && isYear(words[i+2]):
			days = append(days, graph.Date{Year: decimal(words[i+2]), Month: month, Day: dayNumberOf(words[i+1])})
		}
	}
	return days
}

// isDay: "3", "13th".
func isDay(w string) bool {
	n := dayNumberOf(w)
	return n >= 1 && n <= 31
}

func dayNumberOf(w string) int {
	for _, ordinal := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, ordinal)
	}
	if w == "" || len(w) > 2 || strings.Trim(w, "0123456789") != "" {
		return 0
	}
	return decimal(w)
}

func isYear(w string) bool {
	return len(w) == 4 && strings.Trim(w, "0123456789") == "" && (w[0] == '1' || w[0] == '2')
}
