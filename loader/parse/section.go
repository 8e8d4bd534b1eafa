package parse

import (
	"strings"

	"recital/graph"
)

// dropTranslations drops the fragments of another language, where pages print two languages side by side, as the Official Records of the first
// years do (English and French).
func (p *parser) dropTranslations() {
	text := p.raw.Text
	if !strings.Contains(text, "L’Assemblée générale") && !strings.Contains(text, "L'Assemblée générale") && !strings.Contains(text, "Le Conseil économique") &&
		!strings.Contains(text, "Le Conseil de sécurité") {
		return
	}
	kept, french, dropped := p.fragments[:0], false, 0
	for i := range p.fragments {
		f := &p.fragments[i]
		if e, fr := wordsOf(f.words(text, 2000)); e != fr {
			french = fr > e
		}
		if french {
			dropped++
			continue
		}
		kept = append(kept, *f)
	}
	p.fragments = kept
	if dropped > 0 {
		p.remark("%d paragraphs of the French column left out", dropped)
	}
}

// wordsOf counts the small words of English and of French.
func wordsOf(s string) (english, french int) {
	for w := range strings.FieldsSeq(s) {
		switch strings.ToLower(strings.Trim(w, ".,;:()")) {
		case "the", "of", "and", "to", "in", "that", "by", "with", "its", "for", "which", "from", "or", "this", "a", "on", "at", "as", "be":
			english++
		case "de", "la", "le", "les", "des", "du", "et", "que", "pour", "dans", "par", "une", "un", "aux", "sur", "au", "ses", "en", "à", "qui", "ou", "est", "ces", "séance":
			french++
		}
		if strings.HasPrefix(w, "l’") || strings.HasPrefix(w, "d’") || strings.HasPrefix(w, "L’") || strings.HasPrefix(w, "qu’") {
			french++
		}
	}
	return english, french
}

// A section is one resolution among others on the same pages.
type section struct {
	from, to int // fragments
	number   string
}

// cutNeighbours keeps the section that the file's name, or the text's own symbol, asks for, where several resolutions stand on the pages.
func (p *parser) cutNeighbours() {
	asked := askedNumber(p.hint.symbol)
	if asked == "" {
		return
	}
	all := p.sections()
	if len(all) == 0 {
		return
	}
	kept := chosen(all, func(number string) bool { return number == asked })
	if serial, _, bracketed := strings.Cut(asked, "("); len(kept) == 0 && bracketed { // "168 (III)" for 168 (II)
		kept = chosen(all, func(number string) bool { return strings.HasPrefix(number, serial+"(") && similar(number, asked) })
	}
	if len(kept) == 0 {
		kept = chosen(all, func(number string) bool { return similar(number, asked) && len(number) > 3 })
	}
	if len(kept) == 0 {
		if p.among = len(all) > 1; p.among {
			p.remark("no heading of %s found among %d on the pages: all kept", p.hint.symbol, len(all))
		}
		return
	}
	whole := len(p.fragments)
	p.fragments = p.ownFragments(kept)
	if len(p.fragments) < whole {
		if cut := len(all) - 1; cut > 0 || all[0].from > 0 {
			p.headed = kept[0].from > 0
			p.remark("%d neighbouring texts on the pages cut off", max(1, cut))
		}
	}
}

// chosen returns the sections whose numbers suit.
func chosen(all []section, suits func(string) bool) []section {
	var kept []section
	for _, s := range all {
		if s.number != "" && suits(s.number) {
			kept = append(kept, s)
		}
	}
	return kept
}

// sections cuts the fragments at the headings of resolutions. What stands before the first heading is a section without a number when
// it has paragraphs; the lines of a document's own head go with the first.
func (p *parser) sections() []section {
	var all []section
	for i := range p.fragments {
		f := &p.fragments[i]
		if f.kind == NoteBlock || f.number != "" {
			continue
		}
		s := headline.trim(f.words(p.raw.Text, 200))
		if len(all) > 0 && otherMatters(s) {
			all[len(all)-1].to = i
			all = append(all, section{from: i, to: len(p.fragments)})
			continue
		}
		n := titleNumber(s)
		if n == 0 || f.size() > 600 || len(all) > 0 && p.annexes(i) {
			continue
		}
		number := plainNumber(s[:n])
		if inner := bracketOf(s[:n]); scannedFirst(inner) && strings.ContainsAny(inner, "l1") && (finished(s) || bracketOf(askedNumber(p.hint.symbol)) != bracketOf(number)) {
			continue // "6 (1). Any dispute shall be referred to the Court." numbers a paragraph
		}
		if len(all) > 0 && all[len(all)-1].number == number {
			continue // the same heading again, at the top of a page
		}
		if len(all) > 0 {
			all[len(all)-1].to = i
		} else if p.hasParagraphs(i) {
			all = append(all, section{to: i})
		}
		from := i
		if len(all) == 0 {
			from = 0
		}
		all = append(all, section{from: from, to: len(p.fragments), number: number})
	}
	return all
}

// annexes reports whether "Annex" stands alone before fragment i: what it heads is part of the text, a resolution of another body that is annexed to it
// (E/RES/2016/11), and no neighbour.
func (p *parser) annexes(i int) bool {
	for i--; i >= 0; i-- {
		f := &p.fragments[i]
		if f.kind == NoteBlock {
			continue
		}
		word, rest, _ := strings.Cut(strings.Trim(f.words(p.raw.Text, longestMatter), " .*_"), " ")
		return strings.EqualFold(word, "annex") && strings.Trim(rest, "IVX") == ""
	}
	return false
}

// longestMatter is how long such a heading may be.
const longestMatter = 24

// otherMatters reports whether a fragment is the heading of what stands behind the resolutions of a chapter: decisions of other kinds, notes on elections.
func otherMatters(s string) bool {
	if len(s) > longestMatter {
		return false
	}
	switch strings.ToLower(strings.TrimRight(s, " .:")) {
	case "other decisions", "note", "notes":
		return true
	}
	return false
}

// hasParagraphs reports whether there is a paragraph before fragment i: then a neighbour's end stands there.
func (p *parser) hasParagraphs(i int) bool {
	for j := range i {
		f := &p.fragments[j]
		if f.kind != NoteBlock && (f.number != "" || meeting(f.words(p.raw.Text, 100)) || openingOf(f.first(p.raw.Text)) != noOpening && f.size() > 100) {
			return true
		}
	}
	return false
}

// plainNumber brings the number of a heading to the form of askedNumber: "217(III)", "34/65", "629(1989)". Letters of parts are left out.
func plainNumber(s string) string {
	for _, word := range []string{"Resolution", "RESOLUTION", "Decision", "DECISION"} {
		s = strings.TrimPrefix(s, word)
	}
	var b strings.Builder
	depth := 0
	scanned := scannedFirst(bracketOf(s))
	for i := range len(s) {
		switch c := s[i]; {
		case c == '(':
			depth++
			b.WriteByte(c)
		case c == ')':
			depth--
			b.WriteByte(c)
		case c == ' ' || c == '.' || c == '*':
		case depth > 0 && scanned:
			b.WriteByte('I')
		case upper(c) && depth == 0 && c != 'S' && c != 'E':
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

// bracketOf returns what stands in the brackets of a number, "III" of "217 A (III)"; "" where it has none.
func bracketOf(s string) string {
	_, inner, found := strings.Cut(s, "(")
	if !found {
		return ""
	}
	inner, _, _ = strings.Cut(inner, ")")
	return inner
}

// askedNumber returns the number within a symbol of a resolution: "217(III)" of A/RES/217(III)A, "34/65" of A/RES/34/65B; "" for other symbols.
func askedNumber(symbol graph.Symbol) string {
	text := symbol.String()
	at := strings.LastIndex(text, "/RES/")
	if at < 0 {
		return ""
	}
	return plainNumber(text[at+len("/RES/"):])
}
