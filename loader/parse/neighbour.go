package parse

import (
	"sort"
	"strconv"
	"strings"
)

// An owner says whose a note is, where several resolutions stand on the pages.
type owner int

const (
	nobody    owner = iota // no mark of it was found
	ours                   // its mark stands in the sections kept
	neighbour              // its mark stands elsewhere
)

// notesReach is how many bytes behind the kept sections their notes may stand: at the foot of the last page.
const notesReach = 20_000

// ownFragments returns the fragments of the sections kept. Notes stand at the foot of a page, for all that stand on it: kept are those whose marks stand in
// the sections, also where they stand behind them, and none of the neighbours'.
func (p *parser) ownFragments(kept []section) []fragment {
	owners := p.owners(kept)
	end := p.fragments[kept[len(kept)-1].to-1].lead
	own, note, foreign := p.fragments[:0], 0, 0 // in place: each is read before its place is written
	for i := range p.fragments {
		f := &p.fragments[i]
		if f.kind != NoteBlock {
			if within(kept, i) {
				own = append(own, *f)
			}
			continue
		}
		switch near := within(kept, i) || f.lead > end && f.lead < end+notesReach; {
		case near && owners[note] == ours:
			own = append(own, *f)
		case near:
			foreign++
		}
		note++
	}
	if foreign > 0 {
		p.remark("%d footnotes belong to neighbouring texts on the pages", foreign)
	}
	return own
}

// within reports whether fragment i stands in one of the sections.
func within(all []section, i int) bool {
	for _, s := range all {
		if s.from <= i && i < s.to {
			return true
		}
	}
	return false
}

// owners says of each note whose it is: by its mark, in whatever text on the pages it stands, the surer marks first; where none was found, by the notes beside it.
func (p *parser) owners(kept []section) []owner {
	book := newNoteBook(p.fragments)
	if len(book.notes) == 0 {
		return nil
	}
	bounds := book.bounds(p.fragments, p.order)
	sure, faintly := make([]owner, len(book.notes)), make([]owner, len(book.notes))
	pages := pagesOf(p.raw.Text)
	lost := false // a mark of ours that has no note
	var all []candidate
	for i := range p.fragments {
		f := &p.fragments[i]
		if f.kind == NoteBlock {
			continue
		}
		who := neighbour
		if within(kept, i) {
			who = ours
		}
		all = all[:0]
		for _, l := range f.lines {
			all = lineCandidates(all, p.raw.Text, l)
		}
		for _, c := range all {
			owned := sure
			if c.weight < strong {
				owned = faintly
			}
			note := book.waiting(c.number, p.order.at(c.start), bounds)
			if note >= 0 && (c.spaced || c.weight > doubtful) && owned[note] != ours && pages.at(c.start) == pages.at(book.notes[note].lead) {
				owned[note] = who
			}
			lost = lost || who == ours && c.weight >= certain && len(book.byKey[strconv.Itoa(c.number)]) == 0
		}
	}
	for i := range sure {
		if sure[i] == nobody {
			sure[i] = faintly[i]
		}
	}
	p.settle(sure, book, kept, lost)
	return sure
}

// settle gives the notes whose marks were not found to an owner: ours have the numbers between those of ours that are known, and no neighbour's notes
// on both sides; behind the sections they are ours only where a mark of ours has lost its note.
func (p *parser) settle(owners []owner, book *noteBook, kept []section, lost bool) {
	first, last := 0, 0
	for i, f := range book.notes {
		if n := leadingNumber(f.mark); owners[i] == ours && n > 0 {
			if first == 0 || n < first {
				first = n
			}
			last = max(last, n)
		}
	}
	end := p.fragments[kept[len(kept)-1].to-1].lead
	pages := pagesOf(p.raw.Text)
	known := append([]owner(nil), owners...)
	for i, f := range book.notes {
		if known[i] != nobody {
			continue
		}
		before, after := p.beside(known, book, pages, i)
		n := leadingNumber(f.mark)
		switch {
		case first < last && n > 0 && (n < first || n > last), before != ours && after != ours && max(before, after) == neighbour, f.lead > end && !lost && max(before, after) != nobody:
			owners[i] = neighbour
		default:
			owners[i] = ours
		}
	}
}

// beside returns the owners of the nearest notes with known ones before and behind note i: those of its own page, where it has any.
func (p *parser) beside(known []owner, book *noteBook, pages pageStarts, i int) (before, after owner) {
	page := pages.at(book.notes[i].lead)
	near := func(same bool) (before, after owner) {
		for j := range known {
			switch {
			case known[j] == nobody || same && pages.at(book.notes[j].lead) != page:
			case j < i:
				before = known[j]
			case after == nobody:
				after = known[j]
			}
		}
		return before, after
	}
	if before, after = near(true); max(before, after) != nobody {
		return before, after
	}
	return near(false)
}

// pageStarts are where the pages begin, as far as the text marks them. A note stands on the page of its mark.
type pageStarts []int

// pagesOf finds the marks of scanners between pages, "<!-- Page 2 -->".
func pagesOf(text string) pageStarts {
	var pages pageStarts
	for at := 0; ; at++ {
		i := strings.Index(text[at:], "<!-- Page ")
		if i < 0 {
			return pages
		}
		at += i
		pages = append(pages, at)
	}
}

// at returns the page on which a byte of the text stands.
func (p pageStarts) at(offset int) int { return sort.SearchInts(p, offset+1) }
