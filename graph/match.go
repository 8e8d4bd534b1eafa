package graph

import (
	"fmt"
	"slices"
	"strings"
)

// Query is a text query made ready: both stores take the words to search for, the class of what they find and the snippet
// to show from here, so that their answers are equal.
type Query struct {
	// Words to be found, each in the text as one of its words as [Fold] leaves them; the last also where it begins one. Without
	// words nothing is found.
	Words []string

	whole   string   // the words joined
	symbols []Symbol // what the query reads as
}

// PrepareQuery reads the query's text and checks its filter: a kind of node that cannot be searched, or an unknown Holding, is
// [ErrBadRequest].
func PrepareQuery(q TextQuery) (Query, error) {
	for _, kind := range q.Kinds {
		if !slices.Contains(SearchedKinds(), kind) {
			return Query{}, fmt.Errorf("search for nodes of kind %q: %w: it cannot be searched", kind, ErrBadRequest)
		}
	}
	if err := q.Holding.check(); err != nil {
		return Query{}, fmt.Errorf("search: %w", err)
	}
	p := Query{Words: Fold(q.Text), symbols: ReadSymbol(q.Text)}
	p.whole = strings.Join(p.Words, " ")
	return p, nil
}

// SearchedKinds lists the kinds of nodes that [Reader.Search] finds; a fresh slice each call.
func SearchedKinds() []NodeKind {
	return []NodeKind{InstrumentNode, ParagraphNode, RightNode, ActorNode}
}

// Match reports whether the query's filter lets the node through, whatever its words are. Source is the paragraph's instrument.
func (q TextQuery) Match(n Node, source *Instrument) bool {
	kind := n.NodeKind()
	if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, kind) || !slices.Contains(SearchedKinds(), kind) {
		return false
	}
	if i, ok := n.(*Instrument); ok {
		source = i
	} else if kind != ParagraphNode {
		source = nil
	}
	f := instrumentFilter{Kinds: q.InstrumentKinds, Bodies: q.Bodies, Since: q.Since, Until: q.Until, Holding: q.Holding}
	return f.match(source)
}

// SearchTexts returns the texts of a node by whose words it is found, as they stand: of an instrument its title, names, symbols and id,
// of a right or an actor its title and id, of a paragraph its text and notes. A store indexes [FoldText] of each.
// Other nodes have none.
func SearchTexts(n Node) []string {
	switch n := n.(type) {
	case *Instrument:
		texts := append([]string{n.Title}, n.Names...)
		if !n.Symbol.IsZero() {
			texts = append(texts, n.Symbol.String())
		}
		for _, alias := range n.Aliases {
			texts = append(texts, alias.String())
		}
		if string(n.ID) != n.Symbol.String() {
			texts = append(texts, string(n.ID))
		}
		return texts
	case *Paragraph:
		texts := []string{n.Text}
		for i := range n.Notes {
			texts = append(texts, n.Notes[i].Text)
		}
		return texts
	case *Right:
		return []string{n.Title, n.ID.Vocabulary()}
	case *Actor:
		return []string{n.Title, n.ID.Vocabulary()}
	default:
		return nil
	}
}

// Classify says how the node answers the query's words, and whether it does.
func (q Query) Classify(n Node) (Class, bool) {
	if len(q.Words) == 0 {
		return 0, false
	}
	texts := SearchTexts(n)
	if !q.foundIn(texts) {
		return 0, false
	}
	if n.NodeKind() == ParagraphNode {
		return TextMatch, true
	}
	if i, ok := n.(*Instrument); ok && (slices.Contains(q.symbols, i.Symbol) && !i.Symbol.IsZero() ||
		slices.ContainsFunc(i.Aliases, func(s Symbol) bool { return slices.Contains(q.symbols, s) })) {
		return SymbolMatch, true
	}
	for _, text := range texts {
		if FoldText(text) == q.whole {
			return SymbolMatch, true
		}
	}
	return TitleMatch, true
}

// foundIn reports whether every word of the query is one of the words of the texts.
func (q Query) foundIn(texts []string) bool {
	missing := slices.Clone(q.Words)
	last := q.Words[len(q.Words)-1]
	lastMissing := true
	missing = slices.DeleteFunc(missing[:len(missing)-1], func(word string) bool { return word == "" })
	for _, text := range texts {
		eachWord(text, func(word []byte, _ Span) bool {
			if lastMissing && strings.HasPrefix(string(word), last) {
				lastMissing = false
			}
			for i := 0; i < len(missing); i++ {
				if missing[i] == string(word) {
					missing = slices.Delete(missing, i, i+1)
					i--
				}
			}
			return lastMissing || len(missing) > 0
		})
		if !lastMissing && len(missing) == 0 {
			return true
		}
	}
	return false
}

// Hit returns the hit for a node that [Query.Classify] found, with its snippet. Source is the paragraph's instrument, nil for other nodes.
func (q Query) Hit(n Node, class Class, source *Instrument) Hit {
	h := Hit{Node: n, Class: class, Source: source}
	for i, text := range SearchTexts(n) {
		snippet, marks := Snippet(text, q.Words)
		if i == 0 || len(marks) > len(h.Marks) {
			h.Snippet, h.Marks = snippet, marks
		}
	}
	return h
}

// Snippet returns up to [SnippetWords] words of text, whole and as they stand, around the place where most of the given folded words
// are, the earliest of several; and where they stand in the snippet. The last word also marks words that it
// begins. Without any of the words in it, the snippet is the beginning of the text.
func Snippet(text string, words []string) (string, []Span) {
	places, found := placesOf(text, words)
	if len(places) == 0 {
		return "", nil
	}
	from, to := snippetWindow(found)
	start, end := places[from].Start, places[to-1].End
	for start > 0 && text[start-1] > ' ' && (from == 0 || start > places[from-1].End) {
		start-- // the quotation mark or bracket before the first word
	}
	for end < len(text) && text[end] > ' ' && (to == len(places) || end < places[to].Start) {
		end++ // the full stop behind the last
	}
	var marks []Span
	for i := from; i < to; i++ {
		if found[i] >= 0 {
			marks = append(marks, Span{places[i].Start - start, places[i].End - start})
		}
	}
	return text[start:end], marks
}

// placesOf returns where each word of text stands, and which of the given words it is, or begins with the last; -1 for none.
func placesOf(text string, words []string) (places []Span, found []int) {
	eachWord(text, func(word []byte, at Span) bool {
		is := slices.Index(words, string(word))
		if last := len(words) - 1; is < 0 && last >= 0 && strings.HasPrefix(string(word), words[last]) {
			is = last
		}
		places, found = append(places, at), append(found, is)
		return true
	})
	return places, found
}

// snippetWindow chooses the half-open range of words to show: with most different words found, in the middle of it where there is room.
func snippetWindow(found []int) (from, to int) {
	if len(found) <= SnippetWords {
		return 0, len(found)
	}
	inside := make(map[int]int)
	best, bestCount := 0, -1
	for i, word := range found {
		if word >= 0 {
			inside[word]++
		}
		start := i - SnippetWords + 1
		if start < 0 {
			continue
		}
		if len(inside) > bestCount {
			best, bestCount = start, len(inside)
		}
		if word := found[start]; word >= 0 {
			if inside[word]--; inside[word] == 0 {
				delete(inside, word)
			}
		}
	}
	first, last := best, best+SnippetWords-1
	for first < last && found[first] < 0 {
		first++
	}
	for last > first && found[last] < 0 {
		last--
	}
	if bestCount <= 0 {
		return 0, SnippetWords
	}
	from = max(0, first-(SnippetWords-(last-first+1))/2)
	from = min(from, len(found)-SnippetWords)
	return from, from + SnippetWords
}
