package parse

import (
	"strconv"
	"strings"

	"recital/graph"
)

// A stage is how far the reading of a document has come.
type stage int

const (
	front stage = iota
	preamble
	operative
	closing
	annexed
)

// A placer gives fragments their places. Fragments that get none are no paragraphs.
type placer struct {
	text      string
	fragments []fragment
	at        int // the fragment being placed
	plan      plan
	stage     stage
	preambles int // paragraphs of the present part
	lastOp    int
	annexes   int
	headings  int
	loose     int // paragraphs of a text that is no resolution
	numbered  bool
	foreign   bool // not in English: openings say nothing, the markup does
	headed    bool // the text begins with its own heading: no cover page stands before it
	formless  bool // no enacting formula stands in the text: the first paragraph opens the preamble
	ended     bool // the fragment before ended a sentence, or was a heading
	listed    bool // the fragment before announced a list, or was an item of one
	items     []level
	base      graph.Place // of the paragraph that items belong to
	part      graph.Part  // of base
	used      map[graph.Place]int
}

// A plan is what kind of text is being placed.
type plan int

const (
	resolutionPlan plan = iota // preamble and operative part
	statementPlan              // paragraphs that begin "The Security Council ..."
	prosePlan                  // a report or a commentary: P1, P2 ...
)

func (p *placer) run() {
	p.used = make(map[graph.Place]int, len(p.fragments))
	for i := range p.fragments {
		p.at = i
		f := &p.fragments[i]
		if f.kind == NoteBlock || len(f.lines) == 0 {
			continue
		}
		s := f.words(p.text, 400)
		switch p.plan {
		case resolutionPlan:
			p.resolution(i, f, s)
		case statementPlan:
			p.statement(f, s)
		default:
			p.prose(f, s)
		}
		end := ending(f.last(p.text))
		p.ended, p.listed = f.part == graph.Heading || end == '.', end == ':' || p.listed && end == ';'
	}
}

// resolution places a fragment of a resolution or decision.
func (p *placer) resolution(i int, f *fragment, s string) {
	if f.kind == FormulaBlock || formula(s) {
		p.begin(i)
		return
	}
	if f.kind == TitleBlock || f.kind == OtherBlock && p.stage != annexed {
		p.furniture(f, s)
		return
	}
	if p.stage == front && (f.kind == PreambleBlock || p.formless && surelyOpens(s) && f.kind != TitleBlock || p.headed && p.speaks(f, s)) {
		p.begin(i - 1)
	}
	if f.kind == HeadingBlock && surelyOpens(s) && finished(s) {
		f.kind = "" // some templates set the preamble of a section as they set headings
	}
	if p.stage == front || p.stage == closing {
		if n := formulaLead(f.first(p.text)); n > 0 && f.number == "" {
			p.begin(i)
			f.lines[0].Start += n
			s = s[min(n, len(s)):]
		}
	}
	switch {
	case annex(s):
		if p.stage != front {
			p.stage, p.base = annexed, ""
		}
	case p.stage == front:
		p.fore(f, s)
	case p.stage == annexed || f.kind == AnnexBlock:
		p.annex(f, s)
	case p.stage != annexed && (meeting(s) || votes(s) && f.number == ""):
		p.stage = closing
	case p.stage == closing:
		p.after(f, s)
	case p.stage == preamble:
		p.preambular(f, s)
	default:
		p.operative(f, s)
	}
}

// speaks reports whether a fragment before the formula is a paragraph: it says something, in full sentences. Resolutions of the first session say why
// before they name the Assembly (A/RES/13(I)).
func (p *placer) speaks(f *fragment, s string) bool {
	return f.kind == "" && !bracketed(s) && finished(f.last(p.text)) && (f.number != "" || f.size() > 100)
}

// begin starts the preamble of the document, or of its next part.
func (p *placer) begin(i int) {
	if p.stage == annexed {
		return
	}
	p.stage, p.preambles, p.lastOp, p.base = preamble, 0, 0, ""
	p.numbered = p.numbers(i + 1)
}

// numbers reports whether the operative paragraphs of the part that begins at i are numbered.
func (p *placer) numbers(i int) bool {
	for ; i < len(p.fragments); i++ {
		f := &p.fragments[i]
		if f.kind == NoteBlock || f.kind == OtherBlock || len(f.lines) == 0 {
			continue
		}
		s := f.words(p.text, 200)
		if f.kind == FormulaBlock || formula(s) || annex(s) || meeting(s) {
			return false
		}
		if n := leadingNumber(f.number); n == 1 || n == 2 {
			return true
		}
	}
	return false
}

// fore places what stands before the formula: only the line in brackets that names the report or the draft cites.
func (p *placer) fore(f *fragment, s string) {
	if bracketed(s) {
		p.heading(f)
	}
}

func bracketed(s string) bool {
	return strings.HasPrefix(s, "[on the ") || strings.HasPrefix(s, "[without ") || strings.HasPrefix(s, "[Without ") || strings.HasPrefix(s, "[On ")
}

// furniture places a title or a line of a cover page.
func (p *placer) furniture(f *fragment, s string) {
	switch {
	case bracketed(s) && p.stage == front:
		p.heading(f)
	case meeting(s) && p.stage != front:
		p.stage = closing
	case p.stage == operative && f.kind == OtherBlock && strings.Contains(s, "  "):
		p.again(f) // a table within the operative part
	}
}

func (p *placer) heading(f *fragment) {
	p.headings++
	p.set(f, graph.Heading, graph.Place("HEAD-"+strconv.Itoa(p.headings)))
}

// set gives a place; one that is taken gets a suffix, "OP3~2".
func (p *placer) set(f *fragment, part graph.Part, place graph.Place) {
	p.used[place]++
	if n := p.used[place]; n > 1 {
		place = graph.Place(string(place) + "~" + strconv.Itoa(n))
	}
	f.part, f.place = part, place
}

// preambular places a fragment of the preamble, or finds that the operative part begins.
func (p *placer) preambular(f *fragment, s string) {
	switch {
	case f.kind == HeadingBlock, f.kind != PreambleBlock && f.number == "" && p.headingHere(s):
		p.heading(f)
		return
	case f.number != "" && digit(f.number[0]), f.kind == OperativeBlock && (f.number != "" && p.preambles == 0 || p.foreign):
		p.stage = operative
		p.operative(f, s)
		return
	case f.number != "" && p.base != "":
		p.item(f)
		return
	case f.kind != PreambleBlock && openingOf(s) == operativeOpening && (!p.numbered || adoptsText(s)):
		p.stage = operative
		p.operative(f, s)
		return
	}
	if p.listed && openingOf(s) == noOpening && p.base != "" {
		p.again(f) // a list without numbers under a preambular paragraph
		return
	}
	p.preambles++
	p.anchor(f, graph.Preamble, "PP"+strconv.Itoa(p.preambles))
}

func (p *placer) headingHere(s string) bool {
	return headingLike(s) && openingOf(s) == noOpening && len(s) < 160
}

// adoptsText reports whether a paragraph adopts a text that follows it without the heading of an annex: "Adopts the following declaration:".
func adoptsText(s string) bool {
	return strings.HasPrefix(s, "Adopts the following ") || strings.HasPrefix(s, "Proclaims the following ") || strings.HasPrefix(s, "Approves the following ")
}

// anchor places a paragraph that items may follow.
func (p *placer) anchor(f *fragment, part graph.Part, place string) {
	p.base, p.part, p.items = graph.Place(place), part, p.items[:0]
	p.set(f, part, p.base)
	p.base = f.place
}

// operative places a fragment of the operative part.
func (p *placer) operative(f *fragment, s string) {
	switch {
	case f.number != "" && digit(f.number[0]):
		p.lastOp = leadingNumber(f.number)
		number := strconv.Itoa(p.lastOp)
		rest := f.number[len(number):]
		if rest == "" {
			p.anchor(f, graph.Operative, "OP"+number)
			return
		}
		if base := graph.Place("OP" + number); graph.Place(p.root()) != base {
			p.base, p.part = base, graph.Operative
		}
		p.deep(f, rest)
	case f.number != "" && p.base != "":
		p.item(f)
	case f.kind == HeadingBlock, f.kind != OperativeBlock && p.headingHere(s):
		p.heading(f)
	case f.number == "" && openingOf(s) == preambularOpening && surelyOpens(s) && (p.ended || ending(f.last(p.text)) == ','):
		p.begin(p.at) // the preamble of a further section, without a formula
		p.preambular(f, s)
	case openingOf(s) == operativeOpening && adoptsText(s), !p.numbered && (openingOf(s) == operativeOpening || p.lastOp == 0 || p.foreign):
		p.lastOp++
		p.anchor(f, graph.Operative, "OP"+strconv.Itoa(p.lastOp))
		if adoptsText(s) && ending(f.last(p.text)) == ':' {
			p.stage, p.base = annexed, ""
		}
	default:
		p.again(f)
	}
}

// root returns the base place without its suffix.
func (p *placer) root() string {
	root, _, _ := strings.Cut(string(p.base), "~")
	return root
}

// deep places a point whose whole number is known, "(a)(ii)". A single item goes on with the items before it: some markup sets "(i)" beside
// the "(a)" it belongs to.
func (p *placer) deep(f *fragment, rest string) {
	var parts []string
	for part := range strings.SplitSeq(strings.ReplaceAll(rest, ".", ")"), ")") {
		if part = strings.ToLower(strings.Trim(part, "( ")); part != "" && (letter(part[0]) || digit(part[0])) {
			parts = append(parts, part)
		}
	}
	if len(parts) == 1 {
		p.items = nextItem(p.items, parts[0], p.followedBy(f))
	} else {
		p.items = p.items[:0]
		for _, part := range parts {
			p.items = append(p.items, newLevel(part))
		}
	}
	p.set(f, p.part, graph.Place(p.root())+graph.Place(itemsString(p.items)))
}

// again places a paragraph without a number that goes on with the one before it.
func (p *placer) again(f *fragment) {
	if p.base == "" {
		p.lastOp++
		p.anchor(f, graph.Operative, "OP"+strconv.Itoa(p.lastOp))
		return
	}
	p.set(f, p.part, graph.Place(p.root()))
}

// after looks, behind the adopting meeting, for an annex that has no heading: a numbered or a long paragraph that is no list of votes.
func (p *placer) after(f *fragment, s string) {
	if votes(s) || f.number == "" && len(s) < 300 {
		return
	}
	if f.number != "" && f.size() > 60 {
		p.stage = annexed
		p.annex(f, s)
	}
}

func (p *placer) annex(f *fragment, s string) {
	if f.kind == HeadingBlock || f.number == "" && headingLike(s) && len(s) < 120 {
		p.heading(f)
		return
	}
	p.annexes++
	p.set(f, graph.Annexed, graph.Place("ANNEX-"+strconv.Itoa(p.annexes)))
}

// statement places a fragment of a presidential statement: by its verb, looking back (recalls, reaffirms) or asking something.
func (p *placer) statement(f *fragment, s string) {
	switch {
	case f.kind == TitleBlock, f.kind == OtherBlock, annex(s), meeting(s) && len(s) < 60:
		return
	case f.kind == HeadingBlock, f.number == "" && headingLike(s) && len(s) < 120:
		if p.preambles+p.lastOp > 0 {
			p.heading(f)
		}
		return
	case f.number != "" && p.base != "" && f.number[0] == '(':
		p.item(f)
		return
	}
	if backward(s) {
		p.preambles++
		p.anchor(f, graph.Preamble, "PP"+strconv.Itoa(p.preambles))
		return
	}
	p.lastOp++
	p.anchor(f, graph.Operative, "OP"+strconv.Itoa(p.lastOp))
}

// backward reports whether a paragraph of a statement looks back: it says how the statement came to be, recalls, or reaffirms.
func backward(s string) bool {
	s = strings.TrimLeft(s, "“\"‘' ")
	if strings.HasPrefix(s, "At the ") || strings.HasPrefix(s, "Following ") || strings.HasPrefix(s, "After ") {
		return true
	}
	for _, name := range []string{"The Security Council", "The Council", "The Human Rights Council"} {
		if rest, ok := strings.CutPrefix(s, name); ok {
			word, _ := firstWord(strings.TrimLeft(rest, " ,"))
			return word == "recalls" || word == "reaffirms" || word == "also" && strings.HasPrefix(strings.TrimLeft(rest, " ,"), "also recalls") || strings.HasSuffix(word, "ing")
		}
	}
	return openingOf(s) == preambularOpening
}

// prose places a fragment of a report or a commentary.
func (p *placer) prose(f *fragment, s string) {
	switch {
	case f.kind == TitleBlock, f.kind == OtherBlock:
		return
	case f.kind == HeadingBlock, f.number == "" && headingLike(s) && len(s) < 120:
		if p.loose > 0 {
			p.heading(f)
		}
		return
	case f.number != "" && f.number[0] == '(' && p.base != "":
		p.item(f)
		return
	}
	p.loose++
	if n := leadingNumber(f.number); n > p.loose && n < p.loose+50 {
		p.loose = n
	}
	p.anchor(f, graph.Operative, "P"+strconv.Itoa(p.loose))
}
