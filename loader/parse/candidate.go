package parse

import (
	"strings"
	"unicode/utf8"

	"recital/graph"
)

// candidates finds all digits in the body that may be marks of notes, in the order of the text.
func candidates(text string, fragments []fragment) []candidate {
	var all []candidate
	for i := range fragments {
		f := &fragments[i]
		if f.kind == NoteBlock || f.place == "" {
			continue
		}
		for _, l := range f.lines {
			all = lineCandidates(all, text, l)
		}
	}
	return all
}

// mayMark marks the bytes that a note's mark begins with.
var mayMark = func() (t [256]bool) {
	for _, c := range []byte("0123456789\xc2\xe2^") {
		t[c] = true
	}
	return t
}()

// unmarked returns the length of a beginning of the text, in steps of eight bytes, in which no mark begins. Eight bytes are tried at once, as in [calm].
func unmarked(s string) int {
	const each, top = 0x0101010101010101, 0x8080808080808080
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := eightBytes(s[i : i+8])
		low := w &^ top
		digits := (low + each*(0x80-'0')) &^ (low + each*(0x7f-'9'))
		raised := ^((low ^ each*'^') + each*0x7f)
		if (w|digits|raised)&top != 0 {
			break
		}
	}
	return i
}

// lineCandidates adds those of one line.
func lineCandidates(all []candidate, text string, l graph.Span) []candidate {
	for i := l.Start; i < l.End; i++ {
		c := text[i]
		if !mayMark[c] {
			i += unmarked(text[i+1 : l.End])
			continue
		}
		if c == '^' {
			if n := digitsAt(text[i+1 : l.End]); n > 0 && n <= 3 && i > l.Start && text[i-1] != ' ' { // "Rights^24", as scanners write what is raised
				all = append(all, candidate{start: i, end: i + 1 + n, number: leadingNumber(text[i+1 : i+1+n]), weight: certain, raised: true})
				i += n
			}
			continue
		}
		if c == 0xc2 || c == 0xe2 {
			if mark, n := smallDigits(text[i:l.End]); n > 0 {
				if !unit([]byte(text[max(l.Start, i-4):i])) {
					all = append(all, candidate{start: i, end: i + n, number: leadingNumber(mark), weight: certain, raised: true})
				}
				i += n - 1
			}
			continue
		}
		if !digit(c) {
			continue
		}
		start := i
		for i < l.End && digit(text[i]) {
			i++
		}
		if c, ok := bracketedMark(text, l, start, i); ok {
			all = append(all, c)
			continue
		}
		all = runCandidates(all, text, l, start, i)
		i-- // what ended the run may begin the next
	}
	return all
}

// digitsAt counts the digits that s begins with.
func digitsAt(s string) int {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n
}

// smallDigits reads superscript digits.
func smallDigits(s string) (mark string, size int) {
	for size < len(s) {
		d, n := superscript(s[size:])
		if n == 0 {
			break
		}
		mark += string(d)
		size += n
	}
	if len(mark) > 3 {
		return "", 0
	}
	return mark, size
}

// runCandidates adds what a run of digits [start, end) may hold: itself, or its last one to three digits.
func runCandidates(all []candidate, text string, l graph.Span, start, end int) []candidate {
	if !endsMark(text[end:l.End]) || end-start > 8 {
		return all
	}
	for k := 1; k <= 3 && k <= end-start; k++ {
		at := end - k
		if text[at] == '0' {
			continue
		}
		c := candidate{start: at, end: end, number: leadingNumber(text[at:end])}
		if at == start {
			c.weight, c.spaced, c.alone = whole(text, l, start, end)
		} else {
			c.weight = glued(text, l, start, at, end)
			c.alone = c.weight >= certain
		}
		if c.weight > 0 {
			all = append(all, c)
		}
	}
	return all
}

// bracketedMark reads a mark in round brackets, "Rights(7)": digits from start to end, close to what stands before.
func bracketedMark(text string, l graph.Span, start, end int) (candidate, bool) {
	if start-1 <= l.Start || text[start-1] != '(' || end >= l.End || text[end] != ')' || end-start > 3 || text[start] == '0' {
		return candidate{}, false
	}
	c := candidate{start: start - 1, end: end + 1, number: leadingNumber(text[start:end]), weight: strong}
	switch before := text[start-2]; {
	case before == ' ' || before == '(' || before == '/' || before == 0xa0:
		return candidate{}, false
	case digit(before):
		c.weight = doubtful // "article 5(1)"
	}
	return c, end+1 == l.End || !letter(text[end+1]) && !digit(text[end+1]) && text[end+1] != '('
}

// endsMark reports whether a mark can end before rest: before a blank, punctuation, or a sentence that lost its blank.
func endsMark(rest string) bool {
	if rest == "" {
		return true
	}
	switch c := rest[0]; {
	case c == ' ', c == ',', c == ';', c == '.', c == ':', c == ')', c == '*', c == '\t':
		return len(rest) < 2 || c != '.' && c != ',' || !digit(rest[1])
	case upper(c):
		return true
	case c >= utf8.RuneSelf:
		return !strings.HasPrefix(rest, "–") && !strings.HasPrefix(rest, "‑") && !strings.HasPrefix(rest, "°")
	}
	return false
}

// whole weighs a run of digits that is a mark as it stands, by what is before it.
func whole(text string, l graph.Span, start, end int) (weight int, spaced, alone bool) {
	if start == l.Start || end-start > 3 {
		return 0, false, false
	}
	before := text[l.Start:start]
	r, size := utf8.DecodeLastRuneInString(before)
	switch {
	case r >= 'a' && r <= 'z':
		return strong, false, lowerTail(before) >= 3 && (end == l.End || !letter(text[end]))
	case upper(byte(r)): // "INTERPOL1", "Protocol I4", not "G77"
		rest := strings.TrimRight(before, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
		switch word := before[len(rest):]; {
		case len(word) > 3:
			return strong, false, false
		case strings.Trim(word, "IVX") == "" && strings.HasSuffix(rest, " "):
			return strong / 2, false, false
		}
	case r == ',', r == ';', r == ':':
		if n := trailingDigits(before[:len(before)-1]); r == ',' && n > 0 && n < 4 && thousands(text[start:end]) { // not "11 March 1981,120"
			return 0, false, false
		}
		return strong, false, r != ':' && hangs(before[:len(before)-1], text[end:l.End])
	case r == ')', r == '”', r == '’', r == '»', r == '"', r == '\'':
		return strong, false, false
	case r == '.':
		return fullStop(before[:len(before)-size]), false, false
	case r == ' ', r == '\u00a0':
		return standing(before[:len(before)-size], text[end:l.End]), true, false
	}
	return 0, false, false
}

// hangs reports whether digits behind a comma or semicolon can only be a mark: a word stands before it, and the line ends or goes on small.
func hangs(before, after string) bool {
	if before == "" || !letter(before[len(before)-1]) && before[len(before)-1] != ')' && !strings.HasSuffix(before, "”") {
		return false
	}
	return after == "" || len(after) > 1 && after[0] == ' ' && lower(after[1])
}

// trailingDigits counts the digits that s ends with.
func trailingDigits(s string) int { return len(s) - digitsBefore(s, len(s)) }

func thousands(s string) bool { return len(s) == 3 }

// lowerTail counts the small letters that s ends with.
func lowerTail(s string) int {
	n := 0
	for n < len(s) && lower(s[len(s)-1-n]) {
		n++
	}
	return n
}

// abbreviations end with a full stop that a number may follow: "No.5", "L.77", "Add.1".
var abbreviations = wordSet("No Nos L Rev Add Corr Res Dec CONF Conf Sect art arts para paras p pp vol vols sect chap INF Inf CP CRP NGO PV SR WG WP AC C EA HA GC CN SS EX Doc doc Rec")

// fullStop weighs digits behind a full stop.
func fullStop(before string) int {
	start := len(before)
	for start > 0 && (letter(before[start-1]) || digit(before[start-1])) {
		start--
	}
	word := before[start:]
	if word == "" {
		return strong
	}
	if abbreviations[word] || digit(word[len(word)-1]) && len(word) < 4 || start > 0 && before[start-1] == '/' || len(word) == 1 {
		return 0
	}
	return strong
}

// ordered are words that a number of its own follows: "article 1", "Goal 4", "and 5".
var ordered = wordSet("article articles paragraph paragraphs para paras section sections chapter chapters goal goals target targets no nos annex resolution resolutions " +
	"decision decisions and or of to by at on in least than item items part parts phase table page pages rule rules principle principles the a from until till " +
	"between into for with after before since about some only all these those first last next past tier category group level schedule title cluster pillar " +
	"committee protocol protocols volume vol supplement january february march april may june july august september october november december")

// standing weighs a number between blanks: only what no other reading explains, and that best behind a comma.
func standing(before, after string) int {
	if after == "" { // at the end of a line, only behind punctuation: "the Security Council, 123"
		if before != "" && (before[len(before)-1] == ',' || before[len(before)-1] == ';') {
			return 2 * doubtful
		}
		return 0
	}
	if after[0] != ' ' && after[0] != ',' && after[0] != ';' && after[0] != '.' {
		return 0
	}
	rest := strings.TrimLeft(after, " ")
	if after[0] == ' ' && (rest == "" || !lower(rest[0]) || strings.HasPrefix(rest, "per cent") || strings.HasPrefix(rest, "percent")) || month(rest) {
		return 0
	}
	last := byte(0)
	if before != "" {
		last = before[len(before)-1]
	}
	if last == ',' && after[0] == ' ' {
		return 2 * doubtful
	}
	if !lower(last) {
		return 0
	}
	start := len(before) - lowerTail(before)
	for start > 0 && letter(before[start-1]) {
		start--
	}
	if ordered[strings.ToLower(before[start:])] {
		return 0
	}
	return faint
}

// glued weighs the last digits [at, end) of a run as a mark behind the number [start, at): "20187" is a year and a mark, "70/17" may be.
func glued(text string, l graph.Span, start, at, end int) int {
	before := text[l.Start:start]
	number := leadingNumber(text[start:at])
	whole := leadingNumber(text[start:end])
	if at-start == 4 && number >= 1900 && number <= 2100 && !strings.HasSuffix(before, "/") && !strings.HasSuffix(before, ".") && !strings.HasSuffix(before, "-") && !counted(before) {
		return certain
	}
	if strings.HasSuffix(before, "Agenda ") && number == 21 {
		return strong - 2
	}
	session, ok := strings.CutSuffix(before, "/")
	if !ok || text[start] == '0' {
		return 0
	}
	from := len(session)
	for from > 0 && digit(session[from-1]) {
		from--
	}
	if from == len(session) && from > 0 && strings.IndexByte("IVX", session[from-1]) >= 0 { // "decision VII/1113"
		return romanGlued(session, whole)
	}
	if from == len(session) || from > 0 && (session[from-1] == '/' || session[from-1] == '.' || letter(session[from-1])) {
		return 0
	}
	if len(session)-from == 4 { // "2015/243": resolutions of a year end below a hundred
		if whole > 120 {
			return strong - 2
		}
		return doubted(0, whole, text[end:l.End])
	}
	switch {
	case end-start > 3, whole > 400 && !decided(before):
		return strong + 2
	case whole > 400:
		return 0 // a decision by its number
	}
	return doubted(leadingNumber(session[from:]), whole, text[end:l.End])
}

// doubted weighs digits that may belong to the number: before a date they do, "70/17 of 3 May", for a mark stands behind the date; but for numbers that the
// General Assembly had not reached on the day, "70/15 of 25 September 2015".
func doubted(session, whole int, after string) int {
	rest, ok := strings.CutPrefix(plainBlanks(after), " of ")
	if !ok || rest == "" || !digit(rest[0]) {
		return doubtful
	}
	rest = strings.TrimLeft(rest, "0123456789 ")
	for _, early := range [...]string{"September ", "October "} {
		if year, ok := strings.CutPrefix(rest, early); ok && leadingNumber(year) == session+1945 && whole > earlyNumbers {
			return faint
		}
	}
	return 0
}

// earlyNumbers is how many resolutions the General Assembly adopts at most before November of a session.
const earlyNumbers = 14

// romanGlued weighs the digits behind "VII/", a decision of a conference of parties: their numbers stay below fifty.
func romanGlued(session string, whole int) int {
	rest := strings.TrimRight(session, "IVX")
	switch {
	case rest != "" && !strings.HasSuffix(rest, " "):
		return 0
	case whole > 60:
		return strong - 2
	}
	return doubtful
}

// decided reports whether the words before speak of a decision: those of the General Assembly have numbers from 401.
func decided(before string) bool {
	tail := strings.ToLower(before[max(0, len(before)-80):])
	return strings.LastIndex(tail, "decision") > strings.LastIndex(tail, "resolution")
}

// counted reports whether the words before say that a large number follows: "No. ", "vol. ", "$".
func counted(before string) bool {
	before = strings.TrimRight(before, " \u00a0")
	for _, end := range []string{"No.", "Nos.", "vol.", "$", "€", "p.", "para.", "S", "A"} {
		if strings.HasSuffix(before, end) {
			return true
		}
	}
	return false
}
