package extract

import (
	"strings"

	"recital/graph"
)

// maxSymbol is more bytes than any document symbol has.
const maxSymbol = 96

// singleSlash are the first parts of symbols that may have one slash only: S/4389, INFCIRC/153. Others need two: HIV/AIDS is none.
var singleSlash = map[string]bool{"A": true, "S": true, "E": true, "T": true, "INFCIRC": true, "CD": true, "ST": true, "NPT": true, "DP": true, "TD": true, "DC": true}

// symbolAt reads a document symbol that begins at word i, with the addenda named after it, and returns where to go on; i where there is none.
func (s *scan) symbolAt(i int) int {
	if s.words[i].glued || i > 0 && s.touches(i) && s.joined(i-1) {
		return i
	}
	if i > 1 && s.mark(i-1, fullStop) && s.touches(i) && s.touches(i-1) && s.string(i-2) == "EX" {
		i -= 2 // "EX.CL/Dec.215 (VII)", of the Executive Council of the African Union
	}
	if s.mark(i+1, slash) && isRoman(s.string(i)) && s.mark(i+2, numeral) {
		return s.romanAt(i)
	}
	if s.string(i) == "PRST" {
		return s.statementAt(i)
	}
	start := int(s.words[i].start)
	text, end := symbolText(s.text[start:])
	if text == "" {
		return i
	}
	if m := strings.LastIndex(text, "SR."); m > 0 || strings.Contains(text, "PV.") {
		if n := s.records(i, text, start+end); n > i {
			return n
		}
	}
	symbol, err := graph.ParseSymbol(firstHalf(text))
	if err != nil {
		return i
	}
	to := s.wordAfter(i, start+end)
	m := mention{kind: symbolled, from: i, to: to, head: -1, symbol: symbol}
	if s.open {
		m.head = len(s.heads) - 1
	}
	m.extra, m.to = s.elided(symbol, to)
	if date, after := s.dateAt(m.to); after > m.to {
		m.date, m.own, m.to = date, true, after
	}
	s.mentions = append(s.mentions, m)
	s.last = m.to
	return m.to
}

// firstHalf returns the half of a joint symbol that is the document's id. What is printed once behind the last half belongs to all of them:
// "A/76/668-S/2022/66/Corr.1" is the corrigendum of both.
func firstHalf(text string) string {
	first, last := text, ""
	for _, second := range []string{"-A/", "-S/", "-E/"} {
		if head, rest, ok := strings.Cut(first, second); ok {
			first, last = head, rest
		}
	}
	for _, part := range []string{"/Add.", "/Corr.", "/Rev."} {
		if at := strings.Index(last, part); at >= 0 && !strings.Contains(first, part) {
			return first + last[at:]
		}
	}
	return first
}

// records reads a range of meeting records, "A/C.6/56/SR.11-13": each of them. It returns i where no range follows the symbol.
func (s *scan) records(i int, text string, end int) int {
	to := s.wordAfter(i, end)
	dashed := to < len(s.words) && (s.mark(to, dash) || s.mark(to, numeral) && s.words[to].glued)
	if s.mark(to, dash) {
		to++
	}
	stop := strings.LastIndexByte(text, '.')
	first, last := 0, 0
	if dashed && isDigits(text[stop+1:]) && s.mark(to, numeral) {
		first, last = decimal(text[stop+1:]), decimal(s.numeral(to, 4))
	}
	if first == 0 || last <= first || last > first+40 {
		return i
	}
	base, err := graph.ParseSymbol(text)
	if err != nil {
		return i
	}
	m := mention{kind: symbolled, from: i, to: to + 1, head: -1, symbol: base}
	for n := first + 1; n <= last; n++ {
		if more, err := graph.ParseSymbol(text[:stop+1] + itoa(n)); err == nil {
			m.extra = append(m.extra, more)
		}
	}
	s.mentions = append(s.mentions, m)
	s.last = m.to
	return m.to
}

// joined reports whether a mark joins the word after it to the one before: "HIV/A/..." is no symbol.
func (s *scan) joined(i int) bool {
	switch s.words[i].id {
	case opening, closing, comma, semicolon, colon, quoteMark, dash, fullStop:
		return false
	}
	return true
}

// statementAt reads "PRST/43/1" or "PRST OS/13/1" at i: a statement of the President of the Human Rights Council, or with a year of the
// Security Council's. Source: form 53, A/HRC/RES/49/25.
func (s *scan) statementAt(i int) int {
	at := i + 1
	if s.mark(at, slash) {
		at++
	}
	organizational := at < len(s.words) && s.string(at) == "OS"
	if organizational {
		at += 2
	}
	session, serial := s.numeral(at, 4), s.numeral(at+2, 3)
	if session == "" || serial == "" || !s.mark(at+1, slash) {
		return i
	}
	text := session + "/" + serial
	switch {
	case organizational:
		text = "A/HRC/PRST/OS/" + text
	case len(session) == 4:
		text = "S/PRST/" + text
	default:
		text = "A/HRC/PRST/" + text
	}
	symbol, err := graph.ParseSymbol(text)
	if err != nil {
		return i
	}
	s.mentions = append(s.mentions, mention{kind: symbolled, from: i, to: at + 3, head: -1, symbol: symbol})
	s.last = at + 3
	return at + 3
}

// wordAfter returns the first word, from word i on, that begins at or after the byte.
func (s *scan) wordAfter(i, at int) int {
	for i < len(s.words) && int(s.words[i].start) < at {
		i++
	}
	return i
}

// symbolText reads the bytes of a symbol at the start of the text: its canonical form without blanks, and its length in the text.
func symbolText(text string) (symbol string, end int) {
	b := make([]byte, 0, 32)
	slashes, digits, at := 0, 0, 0
	for at < len(text) && at < maxSymbol {
		c := text[at]
		switch {
		case byteClass[c] == letterByte:
			if gluedWord(text, at) {
				return finishSymbol(b, at, slashes, digits)
			}
			b = append(b, c)
		case byteClass[c] == digitByte:
			digits++
			b = append(b, c)
		case c == '/':
			slashes++
			b = append(b, c)
			at = skipBlank(text, at+1, isSymbolStart)
			continue
		case c == '.' && at+1 < len(text) && isAlnum(text[at+1]):
			b = append(b, c)
		case c == '.' && at+2 < len(text) && text[at+1] == ' ' && byteClass[text[at+2]] == digitByte && endsAbbreviated(b):
			b = append(b, c)
			at++
		case c == '(' || c == ' ' && at+1 < len(text) && text[at+1] == '(':
			inside, size := bracketText(text[at:], string(b))
			if size == 0 {
				return finishSymbol(b, at, slashes, digits)
			}
			b = append(b, inside...)
			at += size
			continue
		case c == '-' || strings.HasPrefix(text[at:], "‑") || strings.HasPrefix(text[at:], "–"):
			size := 1
			if c != '-' {
				size = 3
			}
			if at+size >= len(text) || !isAlnum(text[at+size]) || len(b) == 0 || isElided(b) {
				return finishSymbol(b, at, slashes, digits)
			}
			b = append(b, '-')
			at += size
			continue
		case c == ' ' && isPartLetter(text[at:], b):
			b = append(b, text[at+1])
			at += 2
			continue
		default:
			return finishSymbol(b, at, slashes, digits)
		}
		at++
	}
	return finishSymbol(b, at, slashes, digits)
}

// gluedWord reports whether a word follows a digit at once, "A/73/229and": a scanner lost the blank.
func gluedWord(text string, at int) bool {
	if at == 0 || byteClass[text[at-1]] != digitByte || text[at] < 'a' {
		return false
	}
	for _, word := range [...]string{"and", "of", "on", "or", "by", "in", "as", "to"} {
		if rest, ok := strings.CutPrefix(text[at:], word); ok && (rest == "" || byteClass[rest[0]] != letterByte) {
			return true
		}
	}
	return false
}

// isElided reports whether the symbol so far ends in an addendum's number: the hyphen after it begins a range, "Add.1-3".
func isElided(b []byte) bool {
	i := len(b)
	for i > 0 && byteClass[b[i-1]] == digitByte {
		i--
	}
	return i < len(b) && endsAbbreviatedStop(b[:i])
}

func endsAbbreviatedStop(b []byte) bool {
	n := len(b)
	return n > 0 && b[n-1] == '.' && endsAbbreviated(b[:n-1])
}

func endsAbbreviated(b []byte) bool {
	for _, short := range []string{"SR", "PV", "Add", "Corr", "Rev", "L", "CN", "AC", "Conf", "CONF", "Sect", "ADD", "CORR", "REV", "/RES", "/Res", "/Dec"} {
		if strings.HasSuffix(string(b), short) {
			return true
		}
	}
	return false
}

func isAlnum(c byte) bool { return byteClass[c] == letterByte || byteClass[c] == digitByte }

func isSymbolStart(c byte) bool { return byteClass[c] == digitByte || c >= 'A' && c <= 'Z' }

// skipBlank passes over one blank after a slash where a part of a symbol follows: a line may end there.
func skipBlank(text string, at int, part func(byte) bool) int {
	if at+1 >= len(text) || text[at] != ' ' && text[at] != '\n' || !part(text[at+1]) {
		return at
	}
	if rest := text[at+1:]; byteClass[rest[0]] == digitByte || hasAnyPrefix(rest, "Add.", "Corr.", "Rev.", "Res.", "RES/", "L.", "PRST/") {
		return at + 1
	}
	return at
}

// isPartLetter reports whether " A" after "A/RES/59/113" names a part of the resolution.
func isPartLetter(text string, b []byte) bool {
	if len(text) < 2 || text[1] < 'A' || text[1] > 'Z' || len(text) > 2 && (isAlnum(text[2]) || text[2] == '/') {
		return false
	}
	return strings.Contains(string(b), "/RES/") && byteClass[b[len(b)-1]] == digitByte && text[1] != 'I'
}

// bracketText reads a bracketed part of a symbol: "(Sect. 8)", "(2000)", "(Part I)", "(XXI)". Its size is 0 where the brackets hold something else.
func bracketText(text, before string) (inside string, size int) {
	text = text[:min(len(text), 32)]
	open := strings.IndexByte(text, '(')
	end := strings.IndexByte(text, ')')
	if end < 0 || end-open > 24 || before == "" {
		return "", 0
	}
	content := strings.Join(strings.Fields(text[open+1:end]), "")
	switch {
	case content == "" || !strings.Contains(before, "/") && open > 0:
		return "", 0
	case isDigits(content) && len(content) == 4:
		if !strings.Contains(before, "RES/") {
			return "", 0
		}
	case isRoman(content), strings.HasPrefix(content, "S-") && isRoman(content[2:]), isAmerican(content):
	case hasAnyPrefix(content, "Sect", "Part", "PART", "Vol", "VOL", "Prog", "Supp", "SUPP", "Introd", "Income", "Chap", "Parts", "Annex", "Plan", "Foreword"):
	case open == 0 && len(content) <= 6 && isAlnum(content[0]):
	default:
		return "", 0
	}
	if strings.EqualFold(content, "SUPP") {
		return "", end + 1
	}
	return "(" + content + ")", end + 1
}

// isAmerican reports whether the brackets hold a session of the Organization of American States: "LV-O/25". Source: form 48, S/RES/2793 (2025).
func isAmerican(content string) bool {
	session, year, ok := strings.Cut(content, "/")
	return ok && isDigits(year) && len(session) > 2 && (strings.HasSuffix(session, "-O") || strings.HasSuffix(session, "-E")) && isRoman(session[:len(session)-2])
}

func isDigits(s string) bool {
	for i := range len(s) {
		if byteClass[s[i]] != digitByte {
			return false
		}
	}
	return s != ""
}

func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

// finishSymbol trims what cannot end a symbol and decides whether the bytes are one.
func finishSymbol(b []byte, at, slashes, digits int) (symbol string, end int) {
	for len(b) > 0 && (b[len(b)-1] == '/' || b[len(b)-1] == '-' || b[len(b)-1] == '.') {
		if b[len(b)-1] == '/' {
			slashes--
		}
		b = b[:len(b)-1]
		at--
	}
	if digits == 0 || slashes < 1 {
		return "", 0
	}
	symbol = string(b)
	head, _, _ := strings.Cut(symbol, "/")
	if slashes < 2 && !singleSlash[head] && !strings.Contains(symbol, "/Res.") && !strings.Contains(symbol, "/Dec.") && !strings.Contains(symbol, "/RES.") || !isUpper(head) {
		return "", 0
	}
	return symbol, at
}

// isUpper reports whether the first part of a symbol is capitals, with dots or a number: "A", "UNEP", "GC(53)".
func isUpper(s string) bool {
	for i := range len(s) {
		if s[i] >= 'a' && s[i] <= 'z' {
			return s == "Assembly"
		}
	}
	return true
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
