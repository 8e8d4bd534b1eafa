package extract

import "recital/graph"

// shape is the form of the number of a resolution or decision.
type shape uint8

// Shapes, each with an example and who numbers so.
const (
	noShape      shape = iota
	bySession          // 53/29: General Assembly since session 31, Human Rights Council, functional commissions, UNEA
	bySpecial          // S-9/1: General Assembly, Human Rights Council
	byEmergency        // ES-10/15: General Assembly
	byYear             // 1996/31: Economic and Social Council, Commission on Human Rights, boards
	withYear           // 1325 (2000): Security Council
	withRoman          // 2200 A (XXI): General Assembly to session 30, Economic and Social Council to 1977
	romanFirst         // IX/16: conferences of parties
	byParties          // 1/CP.21: conferences of parties
	byConference       // 31C/28: UNESCO
	byHealth           // WHA72.8, 58.16: World Health Assembly
	ofYear             // 250/2002: African Commission
	byLetter           // J (70): Economic Commission for Europe
	asDraft            // 53/27 rev.1: a draft of the Human Rights Council, loosely
	bare               // 1261: in a list of the Security Council, or of a body that numbers through
)

// number is a number as printed, in its parts.
type number struct {
	shape    shape
	session  string // "53", "9" of S-9, "1996", "2000", "XXI", "S-VI", "CP.21", "31"
	serial   string // "29"
	letters  string // "A", "ABC" for A to C
	revision string // "1", of a draft
	from     int    // its first word
	to       int    // after its last word
}

// reader reads the words of one unit.
type reader struct {
	*grammar
	text  string
	words []word
}

func (r *reader) is(i int, want role) bool {
	return i >= 0 && i < len(r.words) && r.role(r.words[i].id) == want
}

func (r *reader) mark(i int, want wordID) bool {
	return i >= 0 && i < len(r.words) && r.words[i].id == want
}

func (r *reader) string(i int) string {
	return r.text[r.words[i].start:r.words[i].end]
}

// touches reports whether word i follows word i-1 without a blank.
func (r *reader) touches(i int) bool {
	return i > 0 && i < len(r.words) && r.words[i-1].end == r.words[i].start
}

// near reports whether at most one byte stands between word i-1 and word i: OCR puts blanks into numbers ("40/ 18", form 92).
func (r *reader) near(i int) bool {
	return i > 0 && i < len(r.words) && r.words[i].start-r.words[i-1].end <= 1
}

// numeral returns the digits of word i where it is a numeral of at most max digits without a leading zero, else "".
func (r *reader) numeral(i, max int) string {
	if !r.mark(i, numeral) {
		return ""
	}
	s := r.string(i)
	if len(s) > max || s[0] == '0' {
		return ""
	}
	return s
}

// numberAt reads the number that begins at word i, a numeral; its shape is noShape where there is none. Read first: 1.-3. what
// stands before and makes it part of something else.
func (r *reader) numberAt(i int) number {
	first := r.numeral(i, 4)
	if first == "" || r.partOfOther(i) {
		return number{}
	}
	switch {
	case r.mark(i+1, slash) && r.near(i+1):
		return r.withSlash(i, first)
	case r.mark(i+1, opening) || r.capital(i+1) != 0 && (r.mark(i+2, opening) || r.mark(i+4, opening)):
		if n := r.withBracket(i, first); n.shape != noShape {
			return n
		}
	case r.mark(i+1, fullStop) && r.touches(i+1) && r.touches(i+2) && r.numeral(i+2, 2) != "" && len(first) == 2:
		return number{shape: byHealth, session: first, serial: r.string(i + 2), from: i, to: i + 3}
	case r.capital(i+1) == 'C' && r.mark(i+2, slash) && r.touches(i+2) && r.near(i+3) && r.numeral(i+3, 3) != "":
		return number{shape: byConference, session: first, serial: r.string(i + 3), from: i, to: i + 4}
	}
	n := number{shape: bare, serial: first, from: i, to: i + 1}
	if c := r.capital(i + 1); c != 0 && len(first) <= 4 && r.ends(i+2) {
		n.letters, n.to = string(c), i+2
	}
	return n
}

// partOfOther reports whether the numeral at i belongs to a larger token: a symbol, a decimal, a range of years.
func (r *reader) partOfOther(i int) bool {
	if r.words[i].glued && i > 0 {
		s := r.string(i - 1)
		return s != "S" && s != "ES" && s != "s"
	}
	if i == 0 || !r.touches(i) {
		return false
	}
	switch r.words[i-1].id {
	case comma, semicolon, opening, quoteMark, dash, closing, colon:
		return false
	case fullStop:
		return i > 1 && r.touches(i-1) && !r.is(i-2, roleNumber)
	}
	return true
}

// withSlash reads 53/29, S-9/1, 1996/31, 1/CP.21, 250/2002 at i.
func (r *reader) withSlash(i int, first string) number {
	if r.near(i+2) && i+2 < len(r.words) && r.touches(i+2) && r.words[i+2].id != numeral {
		return r.withParties(i, first)
	}
	second := r.numeral(i+2, 4)
	if second == "" || !r.near(i+2) || r.mark(i+3, slash) && r.touches(i+3) {
		return number{}
	}
	n := number{shape: bySession, session: first, serial: second, from: i, to: i + 3}
	switch {
	case r.words[i].glued && i > 0:
		n.from = i - 1
		n.shape = bySpecial
		if len(r.string(i-1)) == 2 {
			n.shape = byEmergency
		}
	case len(first) == 4:
		n.shape = byYear
		if first < "1946" || first > "2099" || len(second) > 3 {
			return number{}
		}
	case len(second) == 4:
		n.shape = ofYear
		if second < "1946" || second > "2099" {
			return number{}
		}
	}
	if r.draftAt(&n) {
		return n
	}
	n.letters, n.to = r.lettersAt(n.to)
	return n
}

// draftAt reads the revision of a draft after a number: "53/27 rev.1" stands for A/HRC/53/L.27/Rev.1 (form 63).
func (r *reader) draftAt(n *number) bool {
	if n.shape != bySession || n.to >= len(r.words) || lower(r.string(n.to)) != "rev" {
		return false
	}
	at := n.to + 1
	if r.mark(at, fullStop) {
		at++
	}
	if r.numeral(at, 2) == "" {
		return false
	}
	n.shape, n.revision, n.to = asDraft, r.string(at), at+1
	return true
}

// withParties reads 1/CP.21 at i. Source: form 49, decision 1/CP.21 in A/HRC/RES/56/8.
func (r *reader) withParties(i int, first string) number {
	switch r.string(i + 2) {
	case "CP", "CMP", "CMA", "COP", "MOP":
	default:
		return number{}
	}
	if !r.mark(i+3, fullStop) || r.numeral(i+4, 3) == "" || !r.near(i+4) {
		return number{}
	}
	return number{shape: byParties, session: r.string(i+2) + "." + r.string(i+4), serial: first, from: i, to: i + 5}
}

// withBracket reads 1325 (2000), 1514 (XV), 2200 A (XXI), 217 A (III), 3362 (S-VII), 217 (III) A, 663 A to D (XXIV) at i.
func (r *reader) withBracket(i int, first string) number {
	n := number{serial: first, from: i}
	open := i + 1
	if c := r.capital(open); c != 0 {
		n.letters = string(c)
		open++
		switch last := r.capital(open + 1); {
		case last <= c || !r.mark(open+2, opening):
		case r.is(open, roleTo), r.mark(open, dash):
			n.letters += lettersUpTo(c, last)
			open += 2
		case r.is(open, roleAnd): // "2963 C and D (XXVII)"
			n.letters += string(last)
			open += 2
		}
	}
	if !r.mark(open, opening) || open+2 >= len(r.words) {
		return number{}
	}
	var end int
	if n.shape, n.session, end = r.bracketed(&n, open+1); n.shape == noShape {
		return number{}
	}
	n.to = end
	if n.shape == withRoman && n.letters == "" {
		n.letters, n.to = r.lettersAt(n.to)
	}
	if n.shape == withYear {
		n.letters = "" // "161 A (1961)": the Council's symbols have no parts
	}
	if year := r.numeral(n.to, 4); n.shape == withRoman && len(year) == 4 && year >= "1946" && year <= "2099" {
		n.to++ // "542 (LXXIII) 2022", of the African Commission
	}
	return n
}

// bracketed reads the year or session in brackets that begins at word i, and where the bracket ends.
func (r *reader) bracketed(n *number, i int) (shape, string, int) {
	end := i + 1
	switch inside := r.string(i); {
	case r.mark(i, numeral) && len(inside) == 4 && inside >= "1946" && inside <= "2099" && r.mark(end, closing):
		return withYear, inside, end + 1
	case isRoman(inside) && r.mark(end, closing):
		return withRoman, inside, end + 1
	case (inside == "S" || inside == "ES") && r.words[end].glued && isRoman(r.string(end)) && r.mark(end+1, closing):
		return withRoman, inside + "-" + r.string(end), end + 2
	}
	return r.scannedSession(n, i)
}

// capital returns the letter where word i is one capital letter alone, else 0.
func (r *reader) capital(i int) byte {
	if i >= len(r.words) || r.words[i].end-r.words[i].start != 1 || !r.words[i].capital || r.words[i].glued {
		return 0
	}
	return r.text[r.words[i].start]
}

// lettersAt reads the letters of parts after a number: "A", "A and B", "A to C", "A-C", and where they end.
// Source: form 27, "33/28 A to C" in A/RES/34/65, "76/247 A to C" in A/RES/77/4.
func (r *reader) lettersAt(i int) (string, int) {
	c := r.capital(i)
	if c == 0 || !r.ends(i+1) {
		return "", i
	}
	letters := string(c)
	for i++; i < len(r.words); {
		last, w := letters[len(letters)-1], r.words[i]
		if w.glued && w.capital && w.end-w.start == 1 { // "75/101 A-B"
			letters += lettersUpTo(last, r.text[w.start])
			i++
			continue
		}
		at := i + 1
		if r.mark(i, comma) && r.is(at, roleAnd) {
			at++
		}
		next := r.capital(at)
		switch {
		case next <= last || !r.ends(at+1):
			return letters, i
		case r.is(i, roleTo), r.mark(i, dash):
			letters += lettersUpTo(last, next)
		case r.mark(i, comma), r.is(i, roleAnd):
			letters += string(next)
		default:
			return letters, i
		}
		i = at + 1
	}
	return letters, i
}

// lettersUpTo returns the letters after last up to next: a range of parts.
func lettersUpTo(last, next byte) string {
	if next <= last || next > 'Z' {
		return ""
	}
	letters := make([]byte, 0, next-last)
	for c := last + 1; c <= next; c++ {
		letters = append(letters, c)
	}
	return string(letters)
}

// ends reports whether word i may follow a complete number.
func (r *reader) ends(i int) bool {
	if i >= len(r.words) {
		return true
	}
	switch r.words[i].id {
	case comma, semicolon, fullStop, closing, opening, dash, quoteMark, colon:
		return true
	}
	if r.words[i].glued {
		return true
	}
	switch r.role(r.words[i].id) {
	case roleOf, roleAnd, roleOn, roleIn, roleTo, roleBoth, roleBy, roleAs, roleDated, roleAnnex, rolePinpoint, roleEntitled, roleThe, roleLink:
		return true
	}
	return !r.words[i].capital
}

// isRoman reports whether s is a Roman number of a session, I to LXX.
func isRoman(s string) bool {
	if s == "" || len(s) > 8 {
		return false
	}
	for i := range len(s) {
		switch s[i] {
		case 'I', 'V', 'X', 'L':
		default:
			return false
		}
	}
	return true
}

// dateAt reads a date of adoption after a number, at word i: "of 18 June 2007", ", of 1 8 November 1985", "dated 5 May 2020". It returns
// where the date ends; i where there is none.
func (r *reader) dateAt(i int) (graph.Date, int) {
	at := i
	if r.mark(at, comma) && (r.is(at+1, roleOf) || r.is(at+1, roleDated)) {
		at++
	}
	switch {
	case r.is(at, roleAdopted) && r.is(at+1, roleOn):
		at += 2
	case r.is(at, roleOf), r.is(at, roleDated), r.is(at, roleOn) && r.mark(at+1, numeral):
		at++
	default:
		return graph.Date{}, i
	}
	if date, end := r.dayAt(at); end > at {
		return date, end
	}
	return graph.Date{}, i
}

// dayAt reads "18 June 2007" at word i and returns where it ends, i where there is none.
func (r *reader) dayAt(i int) (graph.Date, int) {
	day := r.numeral(i, 2)
	at := i + 1
	if len(day) == 1 && r.mark(at, numeral) && len(r.string(at)) == 1 { // OCR: "1 8 November" (form 92)
		day += r.string(at)
		at++
	}
	monthAt := at
	if day == "" || !r.is(at, roleMonth) || !r.mark(at+1, numeral) {
		return graph.Date{}, i
	}
	year := r.string(at + 1)
	for len(year) < 4 && r.mark(at+2, numeral) && r.words[at+2].start-r.words[at+1].end == 1 && len(year)+len(r.string(at+2)) <= 4 { // OCR: "20 15"
		at++
		year += r.string(at + 1)
	}
	if len(year) < 4 {
		return graph.Date{}, i
	}
	date := graph.Date{Year: decimal(year[:4]), Month: r.month(r.words[monthAt].id), Day: decimal(day)}
	if date.Day > 31 || date.Year < 1900 {
		return graph.Date{}, i
	}
	return date, at + 2
}

// decimal reads at most nine digits.
func decimal(digits string) int {
	n := 0
	for i := range len(digits) {
		n = n*10 + int(digits[i]-'0')
	}
	return n
}
