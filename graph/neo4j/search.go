package neo4j

import (
	"context"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// Limits of what the full-text index is asked: it splits longer words, and takes no more clauses than a thousand.
const (
	maxIndexedWord  = 255 // UTF-16 units; bytes are never fewer
	maxIndexedWords = 200
)

// Search implements graph.Reader.
func (s *Store) Search(ctx context.Context, text graph.TextQuery, page graph.PageRequest) (graph.Page[graph.Hit], error) {
	out := graph.Page[graph.Hit]{Total: -1}
	query, err := graph.PrepareQuery(text)
	if err != nil {
		return out, err
	}
	window, err := page.Window()
	if err != nil {
		return out, err
	}
	var key graph.HitKey
	if window.Bound != "" {
		if key, err = graph.ParseHitCursor(window.Bound); err != nil {
			return out, err
		}
	}
	if page.Total {
		out.Total = 0
	}
	if len(query.Words) == 0 {
		return out, ctx.Err()
	}
	parameters := searchParameters(text, query)
	parameters["limit"], parameters["bounded"], parameters["backward"] = window.Limit+1, window.Bound != "", window.Backward
	parameters["class"], parameters["rank"], parameters["id"] = int(key.Class), -key.CitedBy, string(key.ID)
	err = whole(ctx, func() error {
		var found cutting
		if err := s.searchIndexes(ctx, text.Kinds, parameters, found.record); err != nil {
			return err
		}
		if page.Total {
			out.Total = int(found.total)
		}
		out.Edges = nil
		for _, entry := range found.cut(window, &out.HasPrevious, &out.HasNext) {
			hit, err := decodeHit(query, entry)
			if err != nil {
				return err
			}
			out.Edges = append(out.Edges, graph.Edge[graph.Hit]{Cursor: hit.Key().Cursor(), Node: hit})
		}
		return nil
	})
	return out, classify(ctx, "search", err)
}

// Full-text indexes. That of names has what people are shown while they type; a graph that an older version loaded last does not have it.
const (
	namesIndex = "recital_names"
	wordsIndex = "recital_words"
)

// searchIndexes asks the indexes that have the kinds of nodes asked for. Where nothing was ever loaded there is none, and nothing is found.
func (s *Store) searchIndexes(ctx context.Context, kinds []graph.NodeKind, parameters map[string]any, visit func(*neo4j.Record) error) error {
	texts := len(kinds) == 0 || slices.Contains(kinds, graph.ParagraphNode)
	names := []any{namesIndex, wordsIndex}
	if texts && len(slices.Compact(slices.Sorted(slices.Values(kinds)))) == 1 {
		names = []any{nil}
	}
	parameters["texts"] = texts
	for _, parameters["names"] = range names {
		if err := s.read(ctx, readSearch, filtered(parameters), visit); !isMissingIndex(err) {
			return err
		}
	}
	return nil
}

// decodeHit reads class, labels, node and the paragraph's instrument.
func decodeHit(query graph.Query, entry []any) (graph.Hit, error) {
	class, _ := entry[0].(int64)
	n, err := decodeNode(entry[1], entry[2])
	if err != nil {
		return graph.Hit{}, err
	}
	source, err := owned(entry[3], (*fields).instrument)
	if err != nil {
		return graph.Hit{}, err
	}
	return query.Hit(n, graph.Class(class), source), nil
}

// searchParameters says a query in the words of the statement and of the index.
func searchParameters(text graph.TextQuery, query graph.Query) map[string]any {
	symbols := make([]string, 0, 2)
	for _, symbol := range graph.ReadSymbol(text.Text) {
		symbols = append(symbols, symbol.String())
	}
	lucene, rest := indexQuery(query.Words)
	words := make([]string, len(query.Words))
	for i, word := range query.Words {
		words[i] = " " + word + wordEnd(query.Words, i)
	}
	return map[string]any{
		"lucene": lucene, "rest": rest, "words": words, "whole": strings.Join(query.Words, " "), "symbols": symbols, "kinds": textsOf(text.Kinds),
		"instrumentKinds": textsOf(text.InstrumentKinds), "bodies": textsOf(text.Bodies),
		"since": dateOf(text.Since), "until": dateOf(text.Until), "held": heldOf(text.Holding),
	}
}

// wordEnd is what must follow a word of a query in a text that has a blank behind each of its words: the last may go on.
func wordEnd(words []string, i int) string {
	if i == len(words)-1 {
		return ""
	}
	return " "
}

// indexQuery says in Lucene's syntax that each word must be there, the last at least as a beginning, and returns what the
// index cannot look for, with blanks where a word must end. Folded words hold letters and digits alone, so nothing needs escaping; and they
// are lower case, so none of them is an operator.
func indexQuery(words []string) (lucene string, rest []string) {
	var b strings.Builder
	rest = []string{}
	seen := make(map[string]bool, len(words))
	last := len(words) - 1
	for i, word := range words {
		if seen[word] && i != last {
			continue
		}
		seen[word] = true
		if len(word) > maxIndexedWord || len(seen) > maxIndexedWords && i != last {
			rest = append(rest, " "+word+wordEnd(words, i))
			continue
		}
		b.WriteByte('+')
		b.WriteString(word)
		if i == last {
			b.WriteByte('*')
		}
		b.WriteByte(' ')
	}
	if b.Len() == 0 {
		// Only words too long for the index: all texts are looked at.
		return "*:*", rest
	}
	return strings.TrimSpace(b.String()), slices.Compact(rest)
}
