package parse

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"recital/graph"
)

func (p *parser) remark(format string, args ...any) {
	p.remarks = append(p.remarks, fmt.Sprintf(format, args...))
}

// A heading reader gathers what the lines before the enacting formula, and those after the last paragraph, say.
type headings struct {
	symbol   string // as its own line prints it
	number   string // "53/29", "217 (III)", "2015/24"
	title    string
	body     graph.Body
	date     graph.Date
	adopted  graph.Date // of the adopting meeting, from the closing lines
	decision bool
	line     string // the procedure
}

// heading fills the head: what the format says stays, then what the text says, then what the file's name says.
func (p *parser) heading() {
	h := p.readHeadings()
	symbol := p.symbolOf(&h)
	if p.head.Symbol.IsZero() {
		p.head.Symbol = symbol
	}
	p.weighHint(h.symbol == "")
	if p.head.Title == "" {
		p.head.Title = h.title
	}
	for _, d := range []graph.Date{h.date, h.adopted} {
		if p.head.Date.IsZero() {
			p.head.Date = d
		}
	}
	if p.head.Procedure == "" {
		p.head.Procedure = h.line
	}
	p.bodyAndKind(&h)
	if held := p.heldOn(); !held.IsZero() {
		p.head.Date = held
	}
	if p.head.Language == "" {
		p.head.Language = "en"
		if front := p.raw.Text[:min(len(p.raw.Text), 4000)]; strings.Contains(front, " de ") || strings.Contains(front, " les ") {
			if english, french := wordsOf(front); french > 2*english {
				p.head.Language = "fr"
			}
		}
	}
}

// weighHint weighs what the file's name says against the text, whose symbol may be printed or only made of its number. The text wins, but where the name
// adds the letter of a part, or the scanned number differs by a character, or the pages hold several resolutions and not the one asked for.
func (p *parser) weighHint(made bool) {
	asked, said := p.hint.symbol, p.head.Symbol
	switch {
	case asked.IsZero() || asked == said || p.hint.loose && !said.IsZero():
	case said.IsZero() || asked.Letter() != "" && asked.Base() == said:
		p.head.Symbol = asked
	case made && len(p.raw.Blocks) == 0 && (p.among || similar(asked.String(), said.String())):
		p.head.Symbol = asked
		p.remark("the text's number reads as %s: taken for %s, as its file is named", said, asked)
	default:
		p.remark("the text says it is %s, its file's name %s", said, asked)
	}
}

// similar reports whether two symbols differ by no more than two characters, as scanned ones do.
func similar(a, b string) bool {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	j := 0
	for j < len(a)-i && j < len(b)-i && a[len(a)-1-j] == b[len(b)-1-j] {
		j++
	}
	return len(a)-i-j <= 2 && len(b)-i-j <= 2
}

func (p *parser) bodyAndKind(h *headings) {
	if p.head.Body == "" {
		p.head.Body = h.body
	}
	if s := p.head.Symbol; !s.IsZero() {
		if body := s.Body(); body != "" {
			p.head.Body = body
		}
		if p.head.Session == "" {
			p.head.Session = s.Session()
		}
		if p.head.Kind == "" {
			p.head.Kind = s.Kind()
		}
	}
	switch {
	case p.head.Kind == "" || p.head.Kind == graph.OtherDocument && p.formula:
		p.head.Kind = graph.Resolution
		if h.decision {
			p.head.Kind = graph.Decision
		}
		if !p.formula {
			p.head.Kind = p.kindOfProse()
		}
	case p.head.Kind == graph.OtherDocument:
		p.head.Kind = p.kindOfProse()
	}
	if p.head.Kind == graph.Commentary {
		p.head.Body = "" // the bodies it speaks of did not issue it
	}
}

// kindOfProse tells a report from a commentary: a document of the United Nations has a symbol of its own.
func (p *parser) kindOfProse() graph.InstrumentKind {
	text := p.raw.Text[:min(len(p.raw.Text), 4000)]
	switch {
	case p.madeStatement():
		return graph.PresidentialStatement
	case p.head.Symbol.IsZero():
		return graph.Commentary
	case strings.Contains(text, "Report of the ") || strings.Contains(text, "REPORT OF THE ") || strings.Contains(text, "The present report"):
		return graph.Report
	}
	return graph.OtherDocument
}

// madeStatement: "the President of the Security Council made the following statement".
func (p *parser) madeStatement() bool {
	return strings.Contains(p.raw.Text[:min(len(p.raw.Text), 4000)], "made the following statement")
}

// heldOn returns the day of the meeting at which a presidential statement was made: zero for other texts. The date at the head, which formats repeat, is that
// of the printing, and of a statement printed again it may be of another year (S/PRST/2005/10). A day that contradicts the symbol's year is a misprint.
func (p *parser) heldOn() graph.Date {
	if p.head.Kind != graph.PresidentialStatement {
		return graph.Date{}
	}
	_, after, ok := strings.Cut(p.raw.Text[:min(len(p.raw.Text), 4000)], "meeting of the Security Council, held on ")
	if !ok {
		return graph.Date{}
	}
	day := dateIn(after[:min(len(after), longestDay)])
	if year := p.head.Symbol.Year(); year > 0 && day.Year != year {
		return graph.Date{}
	}
	return day
}

// longestDay is how many bytes a printed day may take, with what stands in its blanks: "29 September 2005".
const longestDay = 24

// readHeadings looks at the fragments in front of the formula and at the closing lines.
func (p *parser) readHeadings() headings {
	var h headings
	at, text := 0, p.raw.Text
	for ; at < len(p.fragments); at++ {
		f := &p.fragments[at]
		if f.kind == NoteBlock || len(f.lines) == 0 {
			continue
		}
		s := f.words(text, 1000)
		if f.kind == FormulaBlock || formula(s) {
			h.formula(s)
			break
		}
		if n := formulaLead(s); n > 0 {
			h.formula(s[:n])
			break
		}
		if at > headLooked || f.kind == PreambleBlock {
			break
		}
		if f.kind == "" && f.number != "" { // a number taken from a title: "3. Follow-up"
			continue
		}
		p.frontLines(&h, f)
		h.front(headline.trim(s))
	}
	for ; at < len(p.fragments); at++ {
		f := &p.fragments[at]
		if f.kind == NoteBlock || len(f.lines) == 0 || f.number != "" || f.lines[0].Len() > maxClosing {
			continue
		}
		h.closing(emphasis.trim(f.words(text, 600)))
	}
	return h
}

// frontLines looks for the document's own symbol, which stands alone in a line.
func (p *parser) frontLines(h *headings, f *fragment) {
	if h.symbol != "" {
		return
	}
	for _, l := range f.lines {
		if s := ownSymbol(p.raw.Text[l.Start:l.End]); s != "" {
			h.symbol = s
			return
		}
	}
}

func (h *headings) formula(s string) {
	if h.body == "" || strings.Contains(s, "Council") || strings.Contains(s, "Assembly") {
		if body := bodyNamed(s); body != "" {
			h.body = body
		}
	}
}

// front reads one fragment before the formula.
func (h *headings) front(s string) {
	if strings.HasPrefix(s, "Decision adopted by") || strings.HasPrefix(s, "Decision ") {
		h.decision = true
	}
	if strings.HasPrefix(s, "Resolution adopted ") || strings.HasPrefix(s, "Resolutions adopted ") || strings.HasPrefix(s, "Adopted ") || h.decision || strings.HasPrefix(s, "RESOLUTION ADOPTED") {
		if body := bodyNamed(s); body != "" {
			h.body = body
		}
		if h.date.IsZero() {
			h.date = dateIn(s)
		}
	}
	if n := titleNumber(s); n > 0 && (h.number == "" || h.title == "") {
		h.number = strings.TrimRight(s[:n], " .")
		title := strings.Trim(s[n:], "*_ ")
		if strings.HasPrefix(title, "Resolution of ") || strings.HasPrefix(title, "of ") {
			h.date, title = dateIn(title), ""
		}
		h.title = folded(title)
		return
	}
	if h.body == "" {
		h.body = bodyNamed(s)
	}
	if h.date.IsZero() && strings.HasPrefix(s, "on ") && len(s) < 40 {
		h.date = dateIn(s)
	}
}

// closing reads one fragment behind the operative part.
func (h *headings) closing(s string) {
	if meeting(s) && h.adopted.IsZero() {
		h.adopted = dateIn(s)
	}
	if h.adopted.IsZero() && len(s) < 30 {
		if d := dateIn(s); !d.IsZero() {
			h.adopted = d
		}
	}
	if h.line != "" || !strings.HasPrefix(strings.TrimLeft(s, "[ "), "Adopted ") {
		return
	}
	line := strings.TrimLeft(s, "[ ")
	if end := strings.IndexAny(line, "]\n"); end >= 0 {
		line = line[:end]
	}
	if end := strings.Index(line, ". "); end >= 0 {
		line = line[:end+1]
	}
	if len(line) <= maxClosing {
		h.line = folded(line)
	}
}

// folded joins the words of s by single blanks.
func folded(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == '\u00a0' || r == '*' }), " ")
}

// bodyNamed returns the organ that a line names.
func bodyNamed(s string) graph.Body {
	s = strings.ToLower(s)
	for _, b := range []struct {
		name string
		body graph.Body
	}{
		{"human rights council", graph.HumanRightsCouncil},
		{"environment assembly", graph.EnvironmentAssembly},
		{"habitat assembly", graph.UNHabitatAssembly},
		{"economic and social council", graph.EconomicAndSocialCouncil},
		{"commission on human rights", graph.CommissionOnHumanRights},
		{"trusteeship council", graph.TrusteeshipCouncil},
		{"security council", graph.SecurityCouncil},
		{"general assembly", graph.GeneralAssembly},
	} {
		if strings.Contains(s, b.name) {
			return b.body
		}
	}
	return ""
}

// dateIn returns the first day printed in s: "14 July 2023"; zero where there is none.
func dateIn(s string) graph.Date {
	for i, month := range months {
		for at := 0; ; {
			found := strings.Index(s[at:], month)
			if found < 0 {
				break
			}
			at += found
			day := trailingNumber(strings.TrimRight(s[:at], " \u00a0"))
			year := leadingNumber(strings.TrimLeft(s[at+len(month):], " \u00a0,*"))
			if day >= 1 && day <= 31 && year >= 1945 && year <= 2200 {
				d := graph.Date{Year: year, Month: time.Month(i + 1), Day: day}
				if time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Day() == day { // not 31 June
					return d
				}
			}
			at += len(month)
		}
	}
	return graph.Date{}
}

// numericDate reads a day in figures alone in a line: "26-07-2023", "26/07/2023", "2023-07-26".
func numericDate(s string) graph.Date {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '/' || r == '.' })
	if len(parts) != 3 || len(s) > 10 {
		return graph.Date{}
	}
	if len(parts[0]) == 2 {
		parts[0], parts[2] = parts[2], parts[0]
	}
	d, err := graph.ParseDate(strings.Join(parts, "-"))
	if err != nil {
		return graph.Date{}
	}
	return d
}

// trailingNumber returns the number of one or two digits that s ends with, 0 for none.
func trailingNumber(s string) int {
	start := len(s)
	for start > 0 && digit(s[start-1]) {
		start--
	}
	n, err := strconv.Atoi(s[start:])
	if err != nil || len(s)-start > 2 {
		return 0
	}
	return n
}
