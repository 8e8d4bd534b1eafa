package parse

import (
	"errors"
	"strconv"
	"strings"

	"recital/graph"
)

// ErrNoParagraphs: the text has no paragraph in it.
var ErrNoParagraphs = errors.New("no paragraphs found in the text")

// Parse reads a document: heading, paragraphs with their places and footnotes, and the way back from each to the raw text.
//
// Text of a paragraph has neither its printed number, which its Place says, nor the marks of its notes. Lines are joined by a blank, or by nothing
// where a word or a symbol was cut in two; blanks and hyphens of all kinds are plain, soft hyphens and Markdown's signs are gone.
// Places: a resolution's paragraphs are PP1, PP2 ... and OP3, OP3(a)(ii) as numbered, those without numbers by their order; a presidential
// statement's are PP or OP by what they do; those of reports and commentaries are P1, P2 ... in graph.Operative; annexes have ANNEX-n, sub-headings HEAD-n.
//
// Quality is the share of what makes a whole resolution that was found: formula, symbol, title, date, preamble, numbered operative paragraphs,
// paragraphs that end as they should, nothing to remark.
func Parse(raw Raw) (Document, error) {
	whole, back := recognisable(raw)
	p := parser{raw: whole}
	p.gather()
	p.choose()
	p.places()
	document := p.document()
	if back != nil {
		document.unsqueeze(back)
		document.Links = raw.Links
	}
	if len(document.Paragraphs) == 0 {
		return document, ErrNoParagraphs
	}
	return document, nil
}

// recognisable brings a text to the form in which it is read, in two steps, with the map back to the text as it is; nil where nothing changed.
func recognisable(raw Raw) (Raw, Map) {
	squeezed, back := squeeze(raw)
	mended, before := mend(squeezed)
	switch {
	case before == nil:
		return mended, back
	case back == nil:
		return mended, before
	}
	return mended, compose(before, back)
}

// A parser is one document's way from Raw to Document.
type parser struct {
	raw       Raw
	hint      hint // what the file's name says
	head      Head
	fragments []fragment
	order     readingOrder
	remarks   []string
	plan      plan
	formula   bool
	headed    bool // neighbours were cut off: the text begins with its own heading
	among     bool // several resolutions stand on the pages, and none has the number asked for
}

// gather makes fragments, of the blocks where the format has them, else of lines.
func (p *parser) gather() {
	p.hint = readName(p.raw.Name)
	p.head = p.raw.Head
	if len(p.raw.Blocks) > 0 {
		p.fragments = fromBlocks(p.raw)
		return
	}
	all := lines(p.raw.Text)
	all = joints(p.raw.Text, columns(p.raw.Text, all))
	p.order = orderOf(all)
	symbol, title := runningHead(p.raw.Text, all)
	p.fragments = assemble(p.raw.Text, all, symbol, title)
	endNotes(p.raw.Text, p.fragments)
	dropNotesHeadings(p.raw.Text, p.fragments)
}

// choose finds what kind of text it is, drops what belongs to other documents on the same page, and reads the heading.
func (p *parser) choose() {
	if len(p.raw.Blocks) == 0 {
		p.dropTranslations()
		p.cutNeighbours()
	}
	for i := range p.fragments {
		f := &p.fragments[i]
		if f.kind == FormulaBlock || f.kind == "" && (formula(f.words(p.raw.Text, maxFormula+1)) || formulaLead(f.first(p.raw.Text)) > 0) {
			p.formula = true
			break
		}
		if f.kind == PreambleBlock {
			p.formula = true
			break
		}
	}
	p.heading()
	p.plan = p.planOf()
	if p.isAbout() {
		p.remark("the text prints %s, but has no paragraph of a resolution: taken for a text about it", p.head.Symbol)
		p.head.Symbol, p.head.Body, p.head.Session, p.head.Kind = graph.Symbol{}, "", "", graph.Commentary
		if strings.Contains(p.head.Title, "/") && !strings.Contains(p.head.Title, " ") {
			p.head.Title = "" // the symbol alone
		}
	}
	if p.plan == prosePlan && p.head.Title == "" {
		p.head.Title, p.head.Date = p.proseHead()
	}
}

// isAbout reports whether prose prints the symbol of a resolution at its head that neither its format nor its file's name gives it.
func (p *parser) isAbout() bool {
	return p.plan == prosePlan && p.head.Kind == graph.Resolution && p.raw.Head.Symbol.IsZero() && p.hint.symbol != p.head.Symbol
}

// planOf tells resolutions and statements from reports and commentaries.
func (p *parser) planOf() plan {
	switch {
	case p.head.Kind == graph.PresidentialStatement:
		return statementPlan
	case p.formula, p.head.Kind == graph.Resolution && p.opens():
		return resolutionPlan
	}
	return prosePlan
}

// A line of a heading that says when a text was written; "On 14 July 2023 the Council adopted its resolution." tells another's day.
const (
	shortLine = 60
	longLine  = 300
)

// proseHead returns the first line that reads as a title, and the first day printed near it.
func (p *parser) proseHead() (title string, date graph.Date) {
	date = p.head.Date
	for i := range p.fragments[:min(len(p.fragments), headLooked)] {
		f := &p.fragments[i]
		if f.kind == NoteBlock || f.number != "" {
			continue
		}
		s := strings.Trim(f.words(p.raw.Text, 300), "*_# ")
		if title == "" && len(s) > 12 && headingLike(s) {
			title = folded(s)
		}
		if first := f.first(p.raw.Text); date.IsZero() {
			date = numericDate(first)
			if date.IsZero() && (len(s) < shortLine || len(s) < longLine && ending(s) != '.') {
				date = dateIn(s)
			}
		}
	}
	return title, date
}

// headLooked is how many fragments a heading may take.
const headLooked = 60

// opens reports whether any fragment begins as the paragraphs of resolutions do.
func (p *parser) opens() bool {
	for i := range p.fragments {
		if f := &p.fragments[i]; f.kind != NoteBlock && surelyOpens(f.first(p.raw.Text)) {
			return true
		}
	}
	return false
}

func (p *parser) places() {
	placer := placer{text: p.raw.Text, fragments: p.fragments, plan: p.plan, headed: p.headed, formless: !p.formula, foreign: p.head.Language != "en"}
	placer.run()
}

// document builds the paragraphs and ties the notes to them.
func (p *parser) document() Document {
	book := newNoteBook(p.fragments)
	if len(p.raw.Blocks) == 0 {
		book.align(p.raw.Text, p.fragments, p.order)
	}
	placed := p.placed()
	b := &builder{text: p.raw.Text, notes: book, pages: make([]Piece, 0, placed+len(book.notes))}
	d := Document{Head: p.head, Links: p.raw.Links, Paragraphs: make([]Paragraph, 0, placed)}
	owners := make([]int, len(book.notes)) // the paragraph before each note, from 1
	next := 0
	for i := range p.fragments {
		f := &p.fragments[i]
		if f.kind == NoteBlock {
			owners[next] = len(d.Paragraphs)
			next++
			continue
		}
		if f.place == "" {
			continue
		}
		text, m, found := b.build(f, true)
		if text == "" {
			continue
		}
		d.Paragraphs = append(d.Paragraphs, Paragraph{})
		paragraph := &d.Paragraphs[len(d.Paragraphs)-1]
		paragraph.Place, paragraph.Part, paragraph.Order, paragraph.Text, paragraph.Map = f.place, f.part, len(d.Paragraphs), text, m
		paragraph.Span = m.Raw(graph.Span{End: len(text)})
		for _, mark := range found {
			if mark.note >= 0 {
				b.attach(paragraph, mark.note, mark.at)
			}
		}
	}
	p.orphans(&d, b, owners)
	d.Quality = p.quality(&d)
	d.Remarks = p.remarks
	return d
}

// placed counts the fragments that are paragraphs.
func (p *parser) placed() int {
	n := 0
	for i := range p.fragments {
		if f := &p.fragments[i]; f.kind != NoteBlock && f.place != "" {
			n++
		}
	}
	return n
}

// attach gives a note to the paragraph that bears its mark.
func (b *builder) attach(paragraph *Paragraph, note, at int) {
	f := b.notes.notes[note]
	text, m, _ := b.build(f, false)
	n := graph.Note{Mark: b.ownMark(paragraph.Place, f.mark), Text: text, At: at, Span: f.span()}
	paragraph.Notes = append(paragraph.Notes, n)
	paragraph.NoteMaps = append(paragraph.NoteMaps, m)
	b.notes.taken[note] = true
	f.place = paragraph.Place
}

// A noteKey is a note's mark with the paragraph that bears it.
type noteKey struct {
	place graph.Place
	mark  string
}

// ownMark makes a note's mark unique in its paragraph, as places are: a paragraph over two pages may bear two asterisks.
func (b *builder) ownMark(place graph.Place, mark string) string {
	if b.marked == nil {
		b.marked = make(map[noteKey]int, len(b.notes.notes))
	}
	key := noteKey{place, mark}
	b.marked[key]++
	if n := b.marked[key]; n > 1 {
		return mark + "~" + strconv.Itoa(n)
	}
	return mark
}

// orphans gives notes whose marks were not found to the last paragraph before them, at its end: their words are not lost.
func (p *parser) orphans(d *Document, b *builder, owners []int) {
	if len(d.Paragraphs) == 0 {
		return
	}
	lost := 0
	for note, f := range b.notes.notes {
		if f.place != "" {
			continue
		}
		lost++
		owner := &d.Paragraphs[max(0, owners[note]-1)]
		b.attach(owner, note, len(owner.Text))
	}
	if lost > 0 {
		p.remark("%d of %d footnotes have no mark in the text: each stands with the paragraph before it", lost, len(b.notes.notes))
	}
}

// quality judges how whole the document is.
func (p *parser) quality(d *Document) float64 {
	score, pp, op, whole := 0.0, 0, 0, 0
	for i := range d.Paragraphs {
		switch d.Paragraphs[i].Part {
		case graph.Preamble:
			pp++
		case graph.Operative:
			op++
		}
		if finished(d.Paragraphs[i].Text) || d.Paragraphs[i].Part == graph.Heading {
			whole++
		}
	}
	for _, part := range []struct {
		found  bool
		weight float64
	}{
		{p.formula || p.plan == statementPlan, 0.2},
		{!d.Head.Symbol.IsZero(), 0.15},
		{d.Head.Title != "", 0.1},
		{!d.Head.Date.IsZero(), 0.1},
		{pp > 0, 0.1},
		{op > 0, 0.1},
		{len(p.raw.Blocks) > 0, 0.05},
		{len(p.remarks) == 0, 0.05},
	} {
		if part.found {
			score += part.weight
		}
	}
	if n := len(d.Paragraphs); n > 0 {
		score += 0.15 * float64(whole) / float64(n)
	}
	if p.plan == prosePlan {
		score /= 2
	}
	return score
}

// runningHead finds what pages repeat at their top: the document's symbol, as its first lines print it, and its title.
func runningHead(text string, all []line) (symbol, title string) {
	for i, l := range all {
		if i > 60 {
			break
		}
		s := text[l.start:l.end]
		if symbol == "" {
			if own := ownSymbol(s); own != "" {
				symbol = own
				continue
			}
		}
		if n := titleNumber(s); n > 0 && title == "" {
			title = strings.Trim(s[n:], "*_ ")
		}
	}
	return symbol, title
}
