package parse

import (
	"maps"
	"strings"
)

// needed are words that numbers, names of organs and citations need; a scanned text has them even where it cuts each.
var needed = wordSet("resolution resolutions decision decisions general assembly security council human rights economic social commission committee declaration " +
	"convention covenant protocol president presidential statement statements adopted annex entitled document report " +
	"january february march april may june july august september october november december " +
	"fccc unep conf icef add corr rev amend pv sr prst")

// small are words that another word may have been glued to, and that a piece of one is not.
var small = wordSet("a an and as at by for from in into its it of on or our the this that these those to with see all also is are was be both no not per which paragraph paragraphs")

// common are the words that every text has: they count as if they stood in it so often more.
var common = func() map[string]int {
	const bonus = 50
	all := make(map[string]int)
	for _, words := range []map[string]bool{needed, small} {
		for w := range words {
			all[w] = bonus
		}
	}
	return all
}()

// A run is a word as printed, from its first letter to its last, and how often it stands in the text.
type run struct{ start, end, count int }

// scannedWords makes the words of a scanned text whole: it joins the pieces of those that stand elsewhere in one piece, and parts what was glued.
func (m *mender) scannedWords() {
	runs := m.runs()
	m.words = make(map[string]int, len(common)+len(runs)/4)
	maps.Copy(m.words, common)
	for i := range runs {
		if word := m.folded(runs[i]); len(word) > 1 || common[string(word)] > 0 {
			m.words[string(word)]++
		}
	}
	for i := range runs {
		runs[i].count = m.words[string(m.folded(runs[i]))]
	}
	for i := 0; i < len(runs); i++ {
		if n := m.pieces(runs[i:]); n > 1 {
			for k := range n - 1 {
				m.drop(runs[i+k].end)
			}
			i += n - 1
			continue
		}
		m.part(runs[i])
	}
}

// runs returns the words of the text, not counted yet.
func (m *mender) runs() []run {
	text := m.text
	runs := make([]run, 0, len(text)/5)
	for i := 0; i < len(text); i++ {
		if !letter(text[i]) {
			continue
		}
		start := i
		for i < len(text) && letter(text[i]) {
			i++
		}
		runs = append(runs, run{start: start, end: i})
	}
	return runs
}

// fold returns the letters from start to end in lower case.
func (m *mender) fold(start, end int) string { return strings.ToLower(m.text[start:end]) }

// folded returns a run in lower case, in the buffer.
func (m *mender) folded(r run) []byte {
	m.buffer = m.buffer[:0]
	return m.append(r)
}

// append adds a run in lower case to the buffer.
func (m *mender) append(r run) []byte {
	for _, c := range []byte(m.text[r.start:r.end]) {
		m.buffer = append(m.buffer, c|0x20)
	}
	return m.buffer
}

// maxPieces bounds into how many pieces a word may be cut.
const maxPieces = 3

// pieces returns how many of the runs are pieces of one word, 1 for none: the whole stands in the text more often than the rarer piece, or is one of
// those that citations need.
func (m *mender) pieces(runs []run) int {
	rarest, best := runs[0].count, 1
	for n := 1; n < min(maxPieces, len(runs)); n++ {
		before, next := runs[n-1], runs[n]
		if next.start != before.end+1 || !blank(m.text[before.end]) || upper(m.text[next.start]) && !upper(m.text[before.end-1]) {
			break
		}
		if n == 1 {
			m.folded(before)
		}
		rarest = min(rarest, next.count)
		if word := m.append(next); m.words[string(word)] > rarest*2 {
			best = n + 1
		}
	}
	return best
}

// part puts blanks into a run of letters that a scanner glued to a number, or to another word: "of19", "9of", "itsresolution".
func (m *mender) part(r run) {
	text := m.text
	word := m.fold(r.start, r.end)
	if r.end < len(text) && digit(text[r.end]) && (small[word] || needed[word] || m.gluedTo(r) > 0) {
		m.insert(r.end)
	}
	if r.start > 0 && digit(text[r.start-1]) && (small[word] || needed[word]) && !strings.HasSuffix(text[:r.start-1], "/") {
		m.insert(r.start)
	}
	if len(word) < 3 || m.words[word] > 2 {
		return
	}
	if at := m.gluedTo(r); at > 0 {
		m.insert(at)
		m.part(run{start: r.start, end: at})
	}
}

// longNeeded is how long a word must be to be known within another: "Addis" is not "Add" and "is".
const longNeeded = 6

// gluedTo returns where the second of two words that stand in one run begins; 0 where they are one. One of the two is among those that citations need, or the
// second a symbol: "GeneralAssembly", "itsresolution", "SeeA/70/1".
func (m *mender) gluedTo(r run) int {
	text := m.text
	if r.end-r.start < longNeeded+2 && !strings.HasPrefix(text[r.end:], "/") {
		return 0 // no room for two
	}
	for at := r.end - 1; at > r.start; at-- {
		first, second := m.fold(r.start, at), m.fold(at, r.end)
		symbol := strings.HasPrefix(text[r.end:], "/") && strings.ToUpper(text[at:r.end]) == text[at:r.end] && lower(text[at-1])
		if symbol && (at-1 == r.start || lower(text[at-2])) {
			return at
		}
		known := needed[second] && len(second) >= longNeeded || needed[first] && len(first) >= longNeeded
		if !known || len(first) == 1 {
			continue
		}
		if m.words[second] > 2 && m.words[first] > 2 || needed[second] && m.gluedTo(run{start: r.start, end: at}) > 0 {
			return at
		}
	}
	return 0
}
