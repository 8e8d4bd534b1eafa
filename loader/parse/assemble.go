package parse

import (
	"strings"

	"recital/graph"
)

// An assembler gathers lines into fragments: it leaves out page furniture, sets notes apart, and joins what a line end or a page break
// cut in two.
type assembler struct {
	text      string
	width     int    // of a full line, where the text is wrapped; 0 where each paragraph is one line
	head      string // the running head: the document's own symbol
	title     string // the document's title, which may follow it in running heads
	bare      string // the title without blanks
	fragments []fragment
	spans     []graph.Span         // of the lines of fragments: room for all
	body      int                  // index of the last fragment that is no note; -1 at first
	note      int                  // index of the note that lines may continue; -1 for none
	area      bool                 // between the rule and the end of the page, where notes stand
	lastNote  int                  // number of the last note
	lastItem  int                  // number of the last numbered paragraph
	broken    bool                 // a page break stands before the next line
	repeated  map[string]headCount // lines at the top of pages, digits aside
	buffer    []byte
	totals    map[string]int // how often "/14" stands alone behind a page's number
}

// assemble turns lines into fragments.
func assemble(text string, all []line, head, title string) []fragment {
	a := assembler{text: text, width: wrapWidth(all), head: head, title: title, bare: string(withoutBlanks(nil, title)), body: -1, note: -1}
	a.fragments = make([]fragment, 0, paragraphs(all))
	a.spans = make([]graph.Span, 0, len(all))
	a.repeated = runningHeads(text, all)
	a.totals = pageTotals(text, all)
	for i := range all {
		a.add(all[i])
	}
	return a.fragments
}

// wrapWidth returns the length of a full line where the text is wrapped: where lines follow lines without an empty one between, and
// few are long. 0: each paragraph is one line.
func wrapWidth(all []line) int {
	longest, following := 0, 0
	var counts [256]int
	for _, l := range all {
		n := l.end - l.start
		if n > 200 {
			longest++
			continue
		}
		counts[n]++
		if l.blank == 0 {
			following++
		}
	}
	if longest > len(all)/20 || following < len(all)/3 {
		return 0
	}
	// The length that a tenth of the lines reach: full lines, without the odd one that hangs over.
	seen := 0
	for n := len(counts) - 1; n > 0; n-- {
		if seen += counts[n]; seen > len(all)/10 {
			return n
		}
	}
	return 0
}

// headLines is how many lines at the top of a page may be its running head.
const headLines = 4

// headCount is on how many pages a line stands at the top, and the last of them.
type headCount struct{ pages, last int }

// runningHeads counts the pages that a line stands at the top of, digits aside: what comes back on another page is a running head.
func runningHeads(text string, all []line) map[string]headCount {
	var heads map[string]headCount
	var buffer []byte
	page := 0
	for _, l := range all {
		if l.broken {
			page++
		}
		if l.top == 0 || l.top > headLines || l.end-l.start > maxFurniture {
			continue
		}
		if heads == nil {
			heads = make(map[string]headCount)
		}
		buffer = withoutDigits(buffer, text[l.start:l.end])
		if h := heads[string(buffer)]; h.last != page {
			heads[string(buffer)] = headCount{h.pages + 1, page}
		}
	}
	return heads
}

// withoutDigits returns s without its digits and blanks, in the buffer.
func withoutDigits(buffer []byte, s string) []byte {
	buffer = withoutBlanks(buffer, s)
	kept := buffer[:0]
	for _, c := range buffer {
		if !digit(c) {
			kept = append(kept, c)
		}
	}
	return kept
}

// withoutBlanks returns s without its blanks, in the buffer.
func withoutBlanks(buffer []byte, s string) []byte {
	buffer = buffer[:0]
	for i := 0; i < len(s); {
		if n := blankLength(s[i:]); n > 0 {
			i += n
			continue
		}
		buffer = append(buffer, s[i])
		i++
	}
	return buffer
}

// add takes the next line.
func (a *assembler) add(l line) {
	s := a.text[l.start:l.end]
	if l.broken {
		a.pageBreak()
	}
	if a.furnished(s, l) {
		if l.broken || pageMark(s) || a.broken {
			a.broken = true
		} else if len(a.fragments) > 0 {
			a.pageBreak()
		}
		return
	}
	if c := rule(s); c != 0 {
		a.area, a.note = c == '_' || c == '-' && a.broken, -1
		return
	}
	l.broken, a.broken = a.broken, false
	if a.noteLine(l, s) {
		return
	}
	if l.broken {
		a.area, a.note = false, -1
	}
	if strings.IndexByte(s, '*') < 0 { // nearly all
		a.bodyLine(l)
		return
	}
	for i, part := range a.glued(l) {
		if i == 0 || !a.noteLine(part, a.text[part.start:part.end]) {
			a.bodyLine(part)
		}
	}
}

// pageBreak ends the notes of a page.
func (a *assembler) pageBreak() {
	a.broken, a.area, a.note = true, false, -1
}

// furnished reports whether a line is furniture: by its form, as the running head, or because it stands at the top of several pages.
func (a *assembler) furnished(s string, l line) bool {
	if len(s) > maxFurniture {
		return false
	}
	if furniture(s) && (!loneNumber(s) || a.isPageNumber(s, l)) {
		return true
	}
	first := l.top > 0 && l.top <= headLines
	if first && a.comesBack(s) && label0(s) && !surelyOpens(s) && !finished(s) {
		return true
	}
	if first && len(s) >= 8 && (strings.Contains(a.title, s) || strings.Contains(a.bare, string(a.withoutBlanks(s)))) {
		return true // the title alone, or a line of it
	}
	return a.body >= 0 && a.runningHead(s)
}

// comesBack reports whether a line stands at the top of several pages, digits aside.
func (a *assembler) comesBack(s string) bool {
	a.buffer = withoutDigits(a.buffer, s)
	return a.repeated[string(a.buffer)].pages > 1
}

// isPageNumber tells a page's number from a number that a narrow line holds alone: "71/187" of "resolution 71/187" may.
func (a *assembler) isPageNumber(s string, l line) bool {
	if l.blank > 0 || l.broken || l.foot || a.body < 0 {
		return true
	}
	_, total, paged := strings.Cut(s, "/")
	return paged && a.totals[total] > 1
}

// pageTotals counts what stands behind the slash in lines like "2/14": pages of one document have one total.
func pageTotals(text string, all []line) map[string]int {
	var totals map[string]int
	for _, l := range all {
		if n := l.end - l.start; n < 3 || n > 9 || !digit(text[l.start]) || !pageOfPages(text[l.start:l.end]) {
			continue
		}
		_, total, _ := strings.Cut(text[l.start:l.end], "/")
		if totals == nil {
			totals = make(map[string]int)
		}
		totals[total]++
	}
	return totals
}

// label0 reports that a line begins with no paragraph number.
func label0(s string) bool {
	_, n := label(s)
	return n == 0
}

// runningHead: the document's symbol, alone or with the beginning of the title, on later pages.
func (a *assembler) runningHead(s string) bool {
	if a.head == "" {
		return false
	}
	s = strings.TrimPrefix(s, "United Nations ")
	rest, ok := strings.CutPrefix(s, a.head)
	if !ok {
		rest, ok = strings.CutSuffix(s, a.head)
	}
	if !ok {
		return a.spacedHead(s)
	}
	rest = strings.TrimSpace(rest)
	return rest == "" || begins(a.title, rest) || furniture(rest) || a.spacedHead(s)
}

// spacedHead reports whether a line is the running head but for its blanks, which justified lines and scanners set as they like.
func (a *assembler) spacedHead(s string) bool {
	if strings.IndexByte(s[:min(len(s), len(a.head))], '/') < 0 {
		return false
	}
	rest, ok := strings.CutPrefix(string(a.withoutBlanks(s)), a.head)
	return ok && (rest == "" || begins(a.bare, rest))
}

// begins reports whether a title begins with what a running head prints of it.
func begins(title, head string) bool {
	return len(title) >= 8 && len(head) >= 8 && strings.HasPrefix(title, strings.TrimRight(head, ". …"))
}

// withoutBlanks returns s without its blanks, in the buffer.
func (a *assembler) withoutBlanks(s string) []byte {
	a.buffer = withoutBlanks(a.buffer, s)
	return a.buffer
}

// glued cuts a line where lost line breaks left "**" between two paragraphs: "human rights***The Human Rights Council,**Guided by".
func (a *assembler) glued(l line) []line {
	s := a.text[l.start:l.end]
	var parts []line
	from, note := 0, a.lastNote
	for i := 1; i+2 < len(s); i++ {
		if s[i] != '*' || s[i+1] != '*' {
			continue
		}
		j := i
		for j < len(s) && s[j] == '*' {
			j++
		}
		if j < len(s) && s[i-1] != ' ' && i > from && beginsBehind(s[i-1], s[j:], j-i, &note) {
			parts = append(parts, line{start: l.start + from, end: l.start + i, indent: l.indent, blank: l.blank, broken: l.broken})
			l.blank, l.broken, from = 1, false, j
		}
		i = j
	}
	return append(parts, line{start: l.start + from, end: l.end, indent: l.indent, blank: l.blank, broken: l.broken})
}

// beginsBehind reports whether what stands behind so many asterisks begins a paragraph, or the note after the last.
func beginsBehind(before byte, s string, asterisks int, lastNote *int) bool {
	if c := s[0]; upper(c) || c == '[' || digit(c) && (!digit(before) || asterisks >= 4) {
		return true
	}
	mark, _ := superscripts(s)
	if mark == "" || before != '.' && before != ';' || leadingNumber(mark) != *lastNote+1 {
		return false
	}
	*lastNote++
	return true
}

// bodyLine adds a line of the body: to the fragment before, or as a new one.
func (a *assembler) bodyLine(l line) {
	s := a.text[l.start:l.end]
	var previous *fragment
	if a.body >= 0 {
		previous = &a.fragments[a.body]
	}
	if previous != nil && a.continues(previous, l, s) {
		previous.lines = a.extend(previous.lines, l)
		return
	}
	f := fragment{lead: l.start, at: -1, broken: l.broken, blank: l.blank > 0}
	number, n := label(s)
	if n > 0 {
		f.number = number
		l.start += n
		a.count(number)
	} else {
		l.start += bullet(s)
	}
	f.lines = a.extend(nil, l)
	a.fragments = append(a.fragments, f)
	a.body, a.note = len(a.fragments)-1, -1
}

// paragraphs returns about how many fragments the lines make.
func paragraphs(all []line) int {
	n := len(all) / 8
	for i := range all {
		if all[i].blank > 0 {
			n++
		}
	}
	return min(n, len(all))
}

// extend adds a line to those of a fragment. The lines of all fragments stand in one stretch of memory; those of one that a note parts go elsewhere.
func (a *assembler) extend(lines []graph.Span, l line) []graph.Span {
	span, n := graph.Span{Start: l.start, End: l.end}, len(a.spans)
	if n == cap(a.spans) || len(lines) > 0 && &lines[len(lines)-1] != &a.spans[n-1] {
		return append(lines, span)
	}
	a.spans = append(a.spans, span)
	return a.spans[n-len(lines) : n+1 : n+1]
}

// count remembers the number of a numbered paragraph.
func (a *assembler) count(number string) {
	if n := leadingNumber(number); n > 0 {
		a.lastItem = n
	}
}

// leadingNumber returns the number that s begins with, 0 for none.
func leadingNumber(s string) int {
	n := 0
	for i := 0; i < len(s) && i < 6 && digit(s[i]); i++ {
		n = 10*n + int(s[i]-'0')
	}
	return n
}
