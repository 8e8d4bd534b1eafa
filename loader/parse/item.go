package parse

import (
	"strings"

	"recital/graph"
)

// A style is how the items of one level are numbered.
type style int

const (
	byLetter style = iota
	byRoman
	byDigit
)

// A level is the last item of one level of a list.
type level struct {
	text  string // without its brackets: "a", "ii"
	style style
	value int
}

// newLevel reads an item's number as it stands by itself: "i" is a Roman one.
func newLevel(text string) level {
	for _, s := range []style{byDigit, byRoman, byLetter} {
		if v := valueIn(text, s); v > 0 {
			return level{text, s, v}
		}
	}
	return level{text, byLetter, 1}
}

// valueIn returns the number that text is in a style, 0 where it is none.
func valueIn(text string, s style) int {
	switch s {
	case byDigit:
		if allDigits(text) {
			return leadingNumber(text)
		}
	case byRoman:
		if roman(text) {
			return romanValue(text)
		}
	default:
		if len(text) == 1 && lower(text[0]) {
			return int(text[0]-'a') + 1
		}
		if len(text) == 2 && lower(text[0]) && text[0] == text[1] {
			return 26 + int(text[0]-'a') + 1
		}
	}
	return 0
}

// item places an item below the base paragraph: on the level whose last item it follows, or on a new one.
func (p *placer) item(f *fragment) {
	text := strings.Trim(f.number, "()")
	if strings.Contains(text, ")") { // "(a)(i)" in one
		p.deep(f, f.number)
		return
	}
	p.items = nextItem(p.items, text, p.followedBy(f))
	p.set(f, p.part, graph.Place(p.root())+graph.Place(itemsString(p.items)))
}

// nextItem returns the levels after an item. follower is the number of the item after it: "(i)" after "(h)" is a letter when "(j)" follows, and
// the first of a new level when "(ii)" does.
func nextItem(items []level, text, follower string) []level {
	for i := len(items) - 1; i >= 0; i-- {
		at := items[i]
		if v := valueIn(text, at.style); v == at.value+1 {
			if text == "i" && at.style == byLetter && follower == "ii" {
				continue
			}
			return append(items[:i], level{text, at.style, v})
		}
	}
	fresh := newLevel(text)
	if fresh.style == byRoman && fresh.value > 1 && len(text) == 1 { // "(v)" or "(x)" alone is more likely a letter
		fresh = level{text, byLetter, valueIn(text, byLetter)}
	}
	if fresh.value == 1 {
		for i := range items {
			if items[i].style == fresh.style { // a list begins anew on a level that is open already
				return append(items[:i], fresh)
			}
		}
		return append(items, fresh)
	}
	for i := len(items) - 1; i >= 0; i-- { // items were left out
		if v := valueIn(text, items[i].style); v > items[i].value {
			return append(items[:i], level{text, items[i].style, v})
		}
	}
	return append(items[:0], fresh)
}

// followedBy returns the text of the item after "(i)", "" where none follows.
func (p *placer) followedBy(f *fragment) string {
	if !strings.HasSuffix(f.number, "(i)") {
		return ""
	}
	for i := p.at + 1; i < len(p.fragments); i++ {
		if g := &p.fragments[i]; g.kind != NoteBlock && g.number != "" {
			return strings.Trim(g.number[strings.LastIndexByte(g.number, '(')+1:], ")")
		}
	}
	return ""
}

func itemsString(items []level) string {
	var b strings.Builder
	for _, l := range items {
		b.WriteString("(" + l.text + ")")
	}
	return b.String()
}
