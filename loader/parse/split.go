package parse

import "strings"

// digitsBefore returns where the run of digits that ends at end begins.
func digitsBefore(text string, end int) int {
	for end > 0 && digit(text[end-1]) {
		end--
	}
	return end
}

// headed reports whether the words before a number leave no room for the mark of a note.
func headed(before string) bool {
	before = before[max(0, len(before)-16):]
	word := strings.ToLower(before[strings.LastIndexByte(before, ' ')+1:])
	switch word {
	case "resolution", "resolutions", "decision", "decisions", "and", "or", "by", "in":
		return true
	}
	return false
}

// datedSession reports whether the year printed behind a number, "4/91 of 13 December 2019", is that of session whole and not of session part:
// the General Assembly's began in 1946, one a year, the Human Rights Council's in 2006, three a year.
func (m *mender) datedSession(stroke, whole, part int) bool {
	text := m.text[stroke:min(len(m.text), stroke+40)]
	at := strings.Index(text, " of ")
	if at < 0 || strings.ContainsAny(text[:at], ",;()") {
		return false
	}
	date := strings.TrimLeft(text[at+4:], "0123456789 ")
	if !month(date) {
		return false
	}
	year := leadingNumber(strings.TrimLeft(date, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz "))
	return sits(whole, year) && !sits(part, year)
}

// sits reports whether a session of that number may have sat in the year.
func sits(session, year int) bool {
	assembly, council := year-1945-session, 2006+(session-1)/3-year
	return assembly == 0 || assembly == 1 || session > 3 && -1 <= council && council <= 1
}

// councils are the numbers that the Security Council's resolutions had reached at the end of some years.
var councils = []struct{ year, number int }{
	{1945, 0}, {1950, 89}, {1960, 160}, {1970, 291}, {1980, 484}, {1990, 683}, {1995, 1035}, {2000, 1334}, {2010, 1966}, {2020, 2560},
}

// numbersOf reports whether the Security Council may have adopted a resolution of the number in the year, with room for what is between the years known.
func numbersOf(year, number int) bool {
	const room, perYear = 40, 65
	low, high := 0, 0
	for i, c := range councils {
		if c.year < year {
			low, high = c.number, c.number+perYear*(year-c.year)
		}
		if c.year >= year && i > 0 {
			high = min(high, c.number)
			low += (c.number - low) * (year - 1 - councils[i-1].year) / (c.year - councils[i-1].year)
			break
		}
	}
	return low-room <= number && number <= high+room
}
