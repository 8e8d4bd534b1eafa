package graph

import (
	"cmp"
	"net/url"
	"slices"
	"strings"
	"unicode"
)

// maxReading is the length of what ReadSymbol looks at, in bytes: a citation with its body and date, not a paragraph.
const maxReading = 256

// ReadSymbol reads what people write for a symbol: "HRC 53/29", "resolution 217 A (III)", "S/RES/1325 (2000)", "Security Council resolution
// 1325", "A_HRC_RES_53_29", "L.27/Rev.1" with its session, an address at the document service. It returns all that it may mean, most
// likely first ("53/29" is of the Human Rights Council or of the General Assembly); nil where it means none. A date or title
// behind "of" or "on" is passed over; other words that do not belong to a symbol make it none.
func ReadSymbol(s string) []Symbol {
	if len(s) > maxReading {
		return nil
	}
	s = strings.Trim(fromAddress(s), " \t\r\n\u00a0\"'“”‘’.,;:*")
	if inner, found := strings.CutPrefix(s, "("); found {
		s = strings.TrimSuffix(inner, ")")
	} else if inner, found := strings.CutPrefix(s, "["); found {
		s = strings.TrimSuffix(inner, "]")
	}
	for _, spelling := range []func(string) string{unchanged, spelled, unwrapped} {
		if symbol, err := ParseSymbol(spelling(s)); err == nil {
			return withParts(nil, symbol)
		}
	}
	r := symbolReading{rest: plainSpelling(s)}
	if !r.words() || !r.numbers() || !r.tail() {
		return nil
	}
	return r.candidates()
}

func unchanged(s string) string { return s }

// withParts adds a symbol and, where it names a range of lettered parts, each of them: one document may hold them all, or each have its own.
func withParts(symbols []Symbol, s Symbol) []Symbol {
	symbols = append(symbols, s)
	if parts := s.Parts(); len(parts) > 1 {
		symbols = append(symbols, parts...)
	}
	return symbols
}

// fromAddress takes the symbol out of an address of the document service; other texts it returns as they are.
func fromAddress(s string) string {
	trimmed := strings.TrimSpace(s)
	if !strings.Contains(trimmed, "undocs.org/") && !strings.Contains(trimmed, "docs.un.org/") && !strings.Contains(trimmed, "documents.un.org/") {
		return s
	}
	address, err := url.Parse(trimmed)
	if err != nil {
		return s
	}
	if symbol := address.Query().Get("s"); symbol != "" {
		return symbol
	}
	path := address.Path
	if address.Host == "" {
		_, path, _ = strings.Cut(path, "/")
	}
	path = strings.TrimLeft(path, "/")
	if language, rest, found := strings.Cut(path, "/"); found && slices.Contains([]string{"ar", "en", "es", "fr", "ru", "sp", "zh"}, language) {
		return rest
	}
	return path
}

// spelled writes a symbol whose slashes are something else, as in the names of files: "A_HRC_RES_53_29", "A RES 70 1", "a-hrc-res-53-29".
// What does not begin as a series does is "".
func spelled(s string) string {
	split := func(r rune) bool { return r == '_' || r == '/' || unicode.IsSpace(r) }
	if !strings.ContainsAny(s, "_/ ") {
		split = func(r rune) bool { return r == '-' }
	}
	fields := strings.FieldsFunc(s, split)
	if len(fields) < 3 || !isKnownSeries(strings.ToUpper(fields[0])) {
		return ""
	}
	var b strings.Builder
	for i, field := range fields {
		lower := strings.ToLower(fields[i])
		switch previous := strings.ToLower(fields[max(0, i-1)]); {
		case i == 0:
		case field != strings.ToUpper(field) && !isSymbolWord(lower):
			return "" // words, not a symbol
		case previous == "s" && i > 1, previous == "es" && i > 1:
			b.WriteByte('-')
		case field[0] == '(', len(field) == 1 && isLetter(field[0]) && i == len(fields)-1:
		case strings.HasPrefix(strings.ToUpper(b.String()), "S/RES/") && i == 3 && year(lower) > 0:
			field = "(" + field + ")"
		default:
			b.WriteByte('/')
		}
		b.WriteString(field)
	}
	return b.String()
}

// isSymbolWord reports whether a segment in small letters can be one of a symbol: a number, a letter, or one of the usual marks.
func isSymbolWord(segment string) bool {
	if strings.ContainsAny(segment, "0123456789") || len(segment) == 1 {
		return true
	}
	switch segment {
	case "hrc", "res", "dec", "prst", "os", "es", "gc", "cop", "cp", "wg", "inf":
		return true
	}
	return false
}

// unwrapped takes a symbol out of the words around it: "resolution A/RES/70/1 of 25 September 2015", "document A/77/53, para. 5". What
// holds no symbol is "".
func unwrapped(s string) string {
	for {
		word, rest, found := strings.Cut(s, " ")
		if !found || strings.Contains(word, "/") {
			break
		}
		if lower := strings.ToLower(word); !slices.Contains(readableWords, lower) && !slices.Contains([]string{"document", "documents", "report", "see", "doc", "doc."}, lower) {
			return ""
		}
		s = strings.TrimLeft(rest, " ")
	}
	for _, end := range []string{",", " of ", " on ", " entitled "} {
		s, _, _ = strings.Cut(s, end)
	}
	return s
}

// plainSpelling writes s in small letters, with one kind of blank, dash and bracket, and a blank around no sign.
func plainSpelling(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		c, kind := symbolByte(r)
		switch {
		case kind == keptByte:
			b.WriteByte(c)
		case kind == blankByte || r == '_':
			b.WriteByte(' ')
		case kind == strangeByte:
			b.WriteRune(r)
		}
	}
	plain := strings.Join(strings.Fields(b.String()), " ")
	for _, sign := range []string{"/", "(", ")", ".", "-"} {
		plain = strings.ReplaceAll(plain, " "+sign, sign)
		plain = strings.ReplaceAll(plain, sign+" ", sign)
	}
	return plain
}

// symbolReading is what a citation in words says.
type symbolReading struct {
	rest   string   // not read yet, in plain spelling
	said   []string // the words before the number
	prefix string   // "S-", "ES-", "OS/"
	a, b   string   // the numbers: session and number, year and number, number alone
	letter string   // of a part
	inside string   // the bracket: a year or Roman numerals
	shape  numberShape
	suffix string // "/Rev.1"
}

// numberShape says how the numbers stand.
type numberShape int

const (
	pairShape    numberShape = iota // 53/29
	draftShape                      // 53/L.27
	bracketShape                    // 1325 (2000), 217 A (III)
	singleShape                     // 1325
	dottedShape                     // 72.8
	unescoShape                     // 31 C/28
)

// words reads the words before the number; false where one does not belong there, or where no number comes.
func (r *symbolReading) words() bool {
	for r.rest != "" {
		if isDigit(r.rest[0]) {
			return true
		}
		length := strings.IndexFunc(r.rest, func(c rune) bool { return !unicode.IsLetter(c) })
		switch {
		case length < 0:
			return false
		case length == 0:
			if strings.IndexByte(" /.,-'", r.rest[0]) < 0 && !strings.HasPrefix(r.rest, "’") {
				return false
			}
			r.rest = strings.TrimPrefix(strings.TrimPrefix(r.rest, r.rest[:1]), "\x80\x99") // "’" is three bytes
			continue
		}
		word, after := r.rest[:length], r.rest[length:]
		word = cmp.Or(translated[word], word)
		switch {
		case (word == "s" || word == "es") && len(after) > 1 && after[0] == '-' && isDigit(after[1]):
			r.prefix, after = strings.ToUpper(word)+"-", after[1:]
		case word == "os" && len(after) > 1 && (after[0] == '/' || after[0] == ' ') && isDigit(after[1]):
			r.prefix, after = "OS/", after[1:]
		case !r.isReadable(word):
			return false
		default:
			r.said = append(r.said, word)
		}
		r.rest = after
	}
	return false
}

// isReadable reports whether a word may stand before or behind the number.
func (r *symbolReading) isReadable(word string) bool {
	return slices.Contains(readableWords, word) || r.says("committee") && slices.Contains(committeeWords, word)
}

// readableWords lists the words that may stand before a number; it is never changed.
var readableWords = []string{
	"a", "and", "assembly", "cat", "ced", "cedaw", "cerd", "cescr", "ccpr", "chr", "cmw", "comment", "commission", "committee", "council",
	"crc", "crpd", "dec", "decision", "decisions", "draft", "economic", "ecosoc", "environment", "ga", "gc", "general", "habitat", "health",
	"hrc", "human", "nations", "no", "of", "on", "president", "presidential", "prst", "recommendation", "res", "resolution",
	"resolutions", "rights", "s", "sc", "security", "social", "statement", "the", "trusteeship", "un", "unea", "unep", "unesco", "unga",
	"unhrc", "united", "unsc", "unscr", "wha", "who", "world", "its", "nr", "number", "by",
	"la", "le", "les", "du", "de", "del", "des", "l", "et", "y", "el", "los", "homme", "humanos", "rés", "special", "session", "emergency",
}

// translated leads from French and Spanish words to the English ones; it is never changed.
var translated = map[string]string{
	"résolution": "resolution", "résolutions": "resolutions", "décision": "decision", "conseil": "council", "assemblée": "assembly",
	"générale": "general", "sécurité": "security", "droits": "rights", "économique": "economic", "sociale": "social", "social": "social",
	"resolución": "resolution", "resoluciones": "resolutions", "decisión": "decision", "consejo": "council", "asamblea": "assembly",
	"seguridad": "security", "derechos": "rights", "económico": "economic", "homme": "human", "humanos": "human", "déclaration": "statement",
}

// says reports whether one of the words was said.
func (r *symbolReading) says(words ...string) bool {
	return slices.ContainsFunc(r.said, func(said string) bool { return slices.Contains(words, said) })
}

// digits takes a run of digits off the rest.
func (r *symbolReading) digits() string {
	run := digits(r.rest)
	r.rest = r.rest[len(run):]
	return run
}

// numbers reads the numbers and what is tied to them.
func (r *symbolReading) numbers() bool {
	r.a = r.digits()
	if letter, after := partLetter(r.rest); letter != "" && strings.HasPrefix(after, "(") {
		r.letter, r.rest = letter, after
	}
	rest := r.rest
	switch {
	case strings.HasPrefix(rest, "(") && strings.Contains(rest, ")"):
		r.shape = bracketShape
		r.inside, r.rest, _ = strings.Cut(rest[1:], ")")
	case strings.HasPrefix(rest, "/l.") && len(rest) > 3 && isDigit(rest[3]):
		r.shape, r.rest = draftShape, rest[len("/l."):]
		r.b = r.digits()
	case strings.HasPrefix(rest, " l.") && len(rest) > 3 && isDigit(rest[3]):
		r.shape, r.rest = draftShape, rest[len(" l."):]
		r.b = r.digits()
	case len(rest) > 1 && (rest[0] == '/' || rest[0] == ' ') && isDigit(rest[1]):
		r.rest = rest[1:]
		r.b = r.digits()
	case r.says("wha", "health") && len(rest) > 1 && rest[0] == '.' && isDigit(rest[1]):
		r.shape, r.rest = dottedShape, rest[1:]
		r.b = r.digits()
	case strings.HasPrefix(rest, " c/") || strings.HasPrefix(rest, "c/"):
		_, rest, _ = strings.Cut(rest, "/")
		r.shape, r.rest = unescoShape, strings.TrimPrefix(strings.TrimPrefix(rest, "resolution"), " ")
		r.b = r.digits()
		return r.b != ""
	default:
		r.shape = singleShape
	}
	return len(r.a) <= 5 && len(r.b) <= 5
}

// partLetter cuts the letter of a part, or a range, off the beginning of rest: " a(iii)", "b", " a-c", " a to c".
func partLetter(rest string) (letter, after string) {
	trimmed := strings.TrimPrefix(rest, " ")
	letters := 0
	for letters < len(trimmed) && isLetter(trimmed[letters]) {
		letters++
	}
	if letters == 0 || letters > 2 || trimmed[0] != trimmed[letters-1] { // after Z comes AA
		return "", rest
	}
	letter, after = trimmed[:letters], trimmed[letters:]
	for _, between := range []string{"-", " to ", " and "} {
		last, found := strings.CutPrefix(after, between)
		if found && letters == 1 && last != "" && isLetter(last[0]) && (len(last) == 1 || !isLetter(last[1])) && last[0] > letter[0] {
			return strings.ToUpper(letter + "-" + last[:1]), last[1:]
		}
	}
	return strings.ToUpper(letter), after
}

// tail reads what follows the numbers; false where it does not belong there.
func (r *symbolReading) tail() bool {
	if r.letter == "" && r.shape != singleShape {
		r.letter, r.rest = partLetter(r.rest)
	}
	if r.shape == pairShape {
		if inside, found := strings.CutPrefix(r.rest, "("); found {
			// The year of a resolution that has one already: "53/29 (2023)".
			if year, after, found := strings.Cut(inside, ")"); found && leadingNumber(year) > 0 {
				r.rest = after
			}
		}
	}
	for {
		rest := strings.TrimLeft(r.rest, " /")
		word := len(rest) - len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz"))
		number := strings.TrimLeft(rest[word:], ". ")
		if !isSupplement([]byte(rest[:word])) || number == "" || !isDigit(number[0]) {
			break
		}
		r.suffix += "/" + rest[:word] + "." + digits(number)
		r.rest = number[len(digits(number)):]
	}
	rest := strings.TrimSpace(r.rest)
	first, after, _ := strings.Cut(rest, " ")
	if slices.Contains([]string{"of", "adopted", "du", "de", "del"}, first) {
		r.bodyBehind(after)
		return true
	}
	return rest == "" || strings.HasPrefix(rest, ",") || first == "on" || first == "entitled"
}

// bodyBehind reads the body that is named behind the number: "resolution 70/1 of the General Assembly".
func (r *symbolReading) bodyBehind(rest string) {
	for word := range strings.FieldsFuncSeq(rest, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		word = cmp.Or(translated[word], word)
		if !r.isReadable(word) || word == "on" && !r.says("committee") {
			return // a date, a title
		}
		r.said = append(r.said, word)
	}
}
