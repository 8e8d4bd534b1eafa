package parse

import "strings"

// splitSession returns where the blank stands that a scanner saw within the number that ends at end, before a stroke: "7 0/125"; 0 for none. The digits
// before the blank belong to the number where nothing else can stand before a number's last digit, or where the printed year says so: a
// note's mark may stand there, too.
func (z *squeezer) splitSession(end int) int {
	text := z.text
	start := digitsBefore(text, end)
	if start == end || start < 3 || text[start-1] != ' ' {
		return 0
	}
	from := digitsBefore(text, start-1)
	if from == start-1 || from <= z.start || from == 0 {
		return 0
	}
	first, second := text[from:start-1], text[start:end]
	whole := leadingNumber(first + second)
	switch n := len(first) + len(second); {
	case first[0] == '0' || n != 2 && (n != 4 || whole < 1946 || whole > 2100):
		return 0
	case text[from-1] != ' ' && text[from-1] != '(' && text[from-1] != '/':
		return 0
	case second[0] == '0', text[from-1] == '/', headed(text[:from-1]), z.datedSession(end, whole, leadingNumber(second)):
		z.scanned = true
		return start - 1
	}
	return 0
}

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
func (z *squeezer) datedSession(stroke, whole, part int) bool {
	text := z.text[stroke:min(len(z.text), stroke+40)]
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

// splitSerial returns where the blank stands that a scanner saw within the number that begins at start, behind a stroke: "70/12 5 of 18 December"; 0
// for none. It is looked for in texts that have other signs of a scanner, and before a date alone.
func (z *squeezer) splitSerial(start int) int {
	text := z.text
	end := start
	for end < len(text) && digit(text[end]) {
		end++
	}
	if !z.scanned || end == start || end+2 >= len(text) || text[end] != ' ' || !digit(text[end+1]) {
		return 0
	}
	stop := end + 1
	for stop < len(text) && digit(text[stop]) {
		stop++
	}
	rest, dated := strings.CutPrefix(text[stop:min(len(text), stop+24)], " of ")
	if !dated || stop-end-1+end-start > 3 || !month(strings.TrimLeft(rest, "0123456789 ")) {
		return 0
	}
	return end
}

// splitNumber returns where the blank stands that a scanner saw within the number from start to end, before a year or session in brackets: "235 3 (2017)"; 0
// for none. The digits before the blank belong to it behind the word "resolution", and where the Security Council had no such number in the year, but
// the whole.
func (z *squeezer) splitNumber(start, end, year int) int {
	text := z.text
	if start < 3 || text[start-1] != ' ' {
		return 0
	}
	from := digitsBefore(text, start-1)
	if from == start-1 || from <= z.start || text[from-1] != ' ' || end-from-1 > 4 || text[from] == '0' {
		return 0
	}
	part, whole := leadingNumber(text[start:end]), leadingNumber(text[from:start-1]+text[start:end])
	if headed(text[:from-1]) || year > 0 && !numbersOf(year, part) && numbersOf(year, whole) {
		return start - 1
	}
	return 0
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
