package quality

import (
	"cmp"
	"hash/fnv"
	"math/rand/v2"
)

// A style is one way in which a text comes to a reader: how its characters were damaged, how notes are marked and where they stand,
// how lines and pages run. The zero style is a paragraph a line, superscript marks, the notes at the end.
type style struct {
	marks  numeral // of notes in the text; nil prints them in superscript
	leads  numeral // before the notes themselves; nil prints the number in superscript and a blank
	notes  notePlace
	layout layout
	width  int    // of wrapped lines, in characters; 0 is a paragraph a line
	hyphen string // put behind the part of a word that a line end cut; empty where words stay whole
	tight  bool   // no empty line between paragraphs
	indent string // before each paragraph
	head   string // before each line of the heading
	number string // behind a paragraph's number; empty is a full stop
	damage []damage
	before []string // lines above the text
	after  []string // lines below it
}

// A numeral prints the number of a note.
type numeral func(n int) string

// A notePlace is where notes stand.
type notePlace int

const (
	atEnd     notePlace = iota
	underNote           // at the end, below the heading "Notes"
	belowEach           // right after the paragraph that bears the mark
)

// A layout is how the text runs over its pages.
type layout int

const (
	running    layout = iota // one long page
	paged                    // pages with heads and feet, notes at the foot of the page
	columned                 // pages of two columns, one after the other
	sideBySide               // pages of two columns, printed across: each line holds a line of both
)

// A damage changes laid out characters. It must keep what they belong to.
type damage func(d *dice, glyphs []glyph) []glyph

// dice decides where damage falls: the same for the same text and mode, every time.
type dice struct{ *rand.Rand }

func newDice(file string, mode Mode) *dice {
	h := fnv.New64a()
	h.Write([]byte(string(mode) + "/" + file)) // never fails
	return &dice{rand.New(rand.NewPCG(h.Sum64(), uint64(len(file))))}
}

// one reports true once in n times.
func (d *dice) one(n int) bool { return d.IntN(n) == 0 }

// styles are the ways of each mode; a text is rendered in one of them, by its file's name. The two modes of the official measure have one.
var styles = map[Mode][]style{
	Clean: {{}},
	Page:  {{layout: paged, width: pageWidth, marks: bare}},
	Lost: {
		{marks: none, leads: none},
		{marks: none, leads: none, notes: underNote},
		{marks: none, leads: none, notes: belowEach},
		{marks: none, leads: spacedLead},
		{marks: none, leads: pointLead, notes: underNote},
		{marks: none, leads: none, width: 76},
		{marks: none, layout: paged, width: 84},
	},
	Glued: {
		{marks: bare, leads: spacedLead},
		{marks: bare, leads: gluedLead},
		{marks: bare, leads: pointLead, notes: underNote},
		{marks: bare, leads: spacedLead, width: 66},
		{marks: bare, leads: spacedLead, notes: belowEach},
		{marks: bare, leads: none},
		{marks: bracketed, leads: bracketLead},
		{marks: rounded, leads: roundedLead},
		{marks: spaced, leads: spacedLead},
		{leads: spacedLead, tight: true},
	},
	Soft: {
		{damage: []damage{softHyphens}},
		{damage: []damage{hidden("\u00ad")}, marks: bare, leads: spacedLead},
		{damage: []damage{hidden("\u200b")}},
		{damage: []damage{hidden("\u2060", "\u200d", "\ufeff")}, width: 70},
		{damage: []damage{softHyphens, hidden("\u00ad", "\u200b")}, width: 48, hyphen: "\u00ad"},
	},
	Odd: {
		{damage: []damage{hardBlanks("\u00a0")}},
		{damage: []damage{hardBlanks("\u2009", "\u202f", "\u00a0")}, marks: bare, leads: spacedLead},
		{damage: []damage{exchange(map[rune]string{'-': "\u2011"}), hardBlanks("\u00a0")}},
		{damage: []damage{exchangeLinked(map[rune]string{'/': "\u2215"})}},
		{damage: []damage{exchangeLinked(map[rune]string{'/': "\u2044"}), exchange(map[rune]string{'-': "\u2010"})}},
		{damage: []damage{exchangeLinked(wideDigits)}},
		{damage: []damage{exchangeLinked(map[rune]string{'/': "\uff0f", '(': "\uff08", ')': "\uff09"})}},
		{damage: []damage{hardBlanks("\u3000", "  ", "\t")}, width: 80},
	},
	Blanks: {
		{damage: []damage{blanks(" /", 0)}},
		{damage: []damage{blanks("/ ", 0)}, layout: paged, width: 78, marks: bare},
		{damage: []damage{blanks(" / ", 0)}},
		{damage: []damage{blanks(" / ", 0), cutWords(60)}, width: 74},
		{damage: []damage{blanks("/", 10)}},
		{damage: []damage{blanks("/ ", 10), cutWords(90)}, layout: paged, width: 88, marks: bare},
		{damage: []damage{misread}},
	},
	Scans: {
		{damage: []damage{cutAnywhere(200)}},
		{damage: []damage{cutAnywhere(100)}},
		{damage: []damage{cutAnywhere(50)}, width: 78},
		{damage: []damage{cutAnywhere(100)}, layout: paged, width: 84, marks: bare},
		{damage: []damage{cutNumbers(8)}},
		{damage: []damage{cutNumbers(4), blanks(" / ", 0)}},
		{damage: []damage{loseBlanks(50)}},
		{damage: []damage{loseBlanks(12)}, width: 80},
		{damage: []damage{loseBlanks(60), cutAnywhere(150)}},
	},
	Web: webStyles,
	Hyphens: {
		{width: 40, hyphen: "-"},
		{width: 52, hyphen: "-", marks: bare, leads: spacedLead},
		{width: 63, hyphen: "-", tight: true, indent: "    "},
		{width: 34, hyphen: "\u2010"},
		{width: 46, hyphen: "\u00ad", leads: spacedLead},
		{layout: paged, width: 58, hyphen: "-", marks: bare},
		{layout: paged, width: 44, hyphen: "-"},
	},
	Columns: {
		{layout: columned, width: 42, hyphen: "-", marks: bare},
		{layout: columned, width: 48, marks: bare},
		{layout: columned, width: 38, hyphen: "-"},
		{layout: columned, width: 45, hyphen: "\u00ad", tight: true, indent: "  "},
	},
	Across: {
		{layout: sideBySide, width: 46, marks: bare},
		{layout: sideBySide, width: 52, hyphen: "-", marks: bare},
		{layout: sideBySide, width: 40, hyphen: "-"},
		{layout: sideBySide, width: 56, tight: true, indent: "  "},
	},
	Marked: markdownStyles,
	HTML:   {{}},
	DOCX:   {{}},
	PDF:    {{layout: paged, width: pageWidth}},
}

// styleOf returns the style in which a mode renders a text.
func styleOf(mode Mode, file string) style {
	all := styles[mode]
	h := fnv.New32a()
	h.Write([]byte(file)) // never fails
	return all[int(h.Sum32()>>4)%len(all)]
}

func (s *style) mark(n int) string {
	if s.marks == nil {
		return raised(n)
	}
	return s.marks(n)
}

func (s *style) lead(n int) string {
	if s.leads == nil {
		return raisedLead(n)
	}
	return s.leads(n)
}

// foot is the lead of a note at the foot of a page: always in plain digits.
func (s *style) foot(n int) string {
	if s.leads == nil {
		return spacedLead(n)
	}
	return s.leads(n)
}

func (s *style) point() string { return cmp.Or(s.number, ".") }
