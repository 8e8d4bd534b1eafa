package parse

import (
	"sort"

	"recital/graph"
)

// A noteBook holds the notes of a document until their marks are found.
type noteBook struct {
	notes []*fragment
	taken []bool
	byKey map[string][]int // notes by mark, in reading order
	marks []mark           // marks whose place in the raw text is known, by place
}

// A mark is the mark of a note in the raw text.
type mark struct {
	start, end int
	note       int
	spaced     bool // it stands between blanks
}

func newNoteBook(fragments []fragment) *noteBook {
	b := &noteBook{}
	for i := range fragments {
		f := &fragments[i]
		if f.kind != NoteBlock {
			continue
		}
		if b.byKey == nil {
			b.byKey = make(map[string][]int)
		}
		b.byKey[f.mark] = append(b.byKey[f.mark], len(b.notes))
		if f.at >= 0 {
			b.marks = append(b.marks, mark{start: f.at, end: f.at + f.width, note: len(b.notes)})
		}
		b.notes = append(b.notes, f)
	}
	b.taken = make([]bool, len(b.notes))
	for _, m := range b.marks {
		b.taken[m.note] = true
	}
	b.sort()
	return b
}

func (b *noteBook) sort() {
	sort.SliceStable(b.marks, func(i, j int) bool { return b.marks[i].start < b.marks[j].start })
}

// take returns the first note with the mark that has not been taken, and takes it; -1 where there is none.
func (b *noteBook) take(key string) int {
	waiting := b.byKey[key]
	for len(waiting) > 0 && b.taken[waiting[0]] {
		waiting = waiting[1:]
	}
	if b.byKey != nil {
		b.byKey[key] = waiting
	}
	if len(waiting) == 0 {
		return -1
	}
	b.taken[waiting[0]] = true
	return waiting[0]
}

// within reports whether a mark of known place stands in a line.
func (b *noteBook) within(l graph.Span) bool { return len(b.marksIn(l)) > 0 }

// marksIn returns the marks of known place in a line, in order.
func (b *noteBook) marksIn(l graph.Span) []mark {
	if len(b.marks) == 0 {
		return nil
	}
	i := sort.Search(len(b.marks), func(i int) bool { return b.marks[i].start >= l.Start })
	j := i
	for j < len(b.marks) && b.marks[j].end <= l.End {
		j++
	}
	return b.marks[i:j]
}
