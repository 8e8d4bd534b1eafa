package quality

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"recital/graph"
	"recital/loader"
	"recital/loader/catalog"
)

// headNouns are the words that say that a name is that of an instrument: "Convention on ...", "... Rules".
var headNouns = words(`Accord Accords Act Agenda Agreement Charter Code Commitment Compact Concordat Consensus Convention Conventions Covenant
	Declaration Framework Guidelines Instrument Outcome Pact Pathway Plan Platform Principles Programme Protocol Protocols Recommendation
	Recommendations Rules Standards Statute Strategy Treaty`)

// vagueNouns head the names of many things; they are those of instruments only before the words that follow here: "Plan of Action".
var vagueNouns = map[string][]string{
	"Programme": {"of Action"}, "Plan": {"of Action", "of Implementation", "for"}, "Act": {"of"}, "Platform": {"for Action"},
	"Outcome": {"Document"}, "Code": {"of"}, "Framework": {"for", "of", "on", "Convention"}, "Standards": {"of", "for", "on"},
	"Commitment": {"to", "on", "for"}, "Instrument": {"for", "on", "to"},
}

// linkWords may stand in lower case within a name, before more of it: "Convention on the Rights of the Child".
var linkWords = words(`a against all and at by concerning for from in its of on or relating the their to with`)

// organNouns begin the names of organs, which may hold the name of an instrument: "Committee on ...", "Conference of the Parties to ...".
var organNouns = words(`Ad Board Centre Chair Commission Committee Conference Council Court Decade Department Executive Expert Forum Fund Government Group High
	Implementation Independent Institute International-Day Meeting Mission Office Panel President Programme Review Secretariat Secretary-General Section
	Special Sub-Commission Subcommittee Summit Supplement Team Tribunal Unit Working World-Day Year`)

func words(list string) map[string]bool {
	set := make(map[string]bool)
	for word := range strings.FieldsSeq(list) {
		set[word] = true
	}
	return set
}

// Uncatalogued returns the names that the catalogue does not have: neither as a title or other name, nor within one, nor around one.
func Uncatalogued(names []Name, catalogue *catalog.Catalog) []Name {
	var known []string
	for _, entry := range catalogue.Instruments() {
		for _, name := range append([]string{entry.Title}, entry.Names...) {
			if strings.Contains(name, " ") { // one word, "Covenant", would hide too much
				known = append(known, strings.ToLower(name))
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(names), func(n Name) bool {
		name := strings.ToLower(n.Words)
		return slices.ContainsFunc(known, func(k string) bool { return strings.Contains(k, name) || strings.Contains(name, k) })
	})
}

// take counts the names in a reading that look like instruments and that no citation covers.
func (c census) take(reading loader.Reading) {
	taken := make(map[[2]int][]graph.Span)
	for i := range reading.Result.Citations {
		w := reading.Result.Citations[i].Where
		taken[[2]int{w.Paragraph, w.Note}] = append(taken[[2]int{w.Paragraph, w.Note}], w.Words)
	}
	symbol := reading.Document.Instrument.Symbol.String()
	seen := make(map[string]bool)
	count := func(text string, covered []graph.Span) {
		for _, span := range namesIn(text) {
			if slices.ContainsFunc(covered, span.Overlaps) {
				continue
			}
			name := text[span.Start:span.End]
			c.add(name, symbol, !seen[name])
			seen[name] = true
		}
	}
	for i := range reading.Parsed.Paragraphs {
		p := &reading.Parsed.Paragraphs[i]
		count(p.Text, taken[[2]int{i, -1}])
		for n := range p.Notes {
			count(p.Notes[n].Text, taken[[2]int{i, n}])
		}
	}
}

// A token is a word with where it stands.
type token struct {
	graph.Span
	text    string
	capital bool
	joined  bool // only a blank stands between it and the word before
}

// namesIn returns the capitalised names around head nouns, none within another: "the Harbour Convention on Quiet Waters" without "the".
func namesIn(text string) []graph.Span {
	tokens := tokensOf(text)
	var names []graph.Span
	for i := 0; i < len(tokens); i++ {
		if !headNouns[tokens[i].text] || !heads(tokens, i, text) {
			continue
		}
		from := i
		for from > 0 && tokens[from].joined && (tokens[from-1].capital || joins(tokens, from-1)) {
			from--
		}
		to := endOf(tokens, i)
		organ := slices.ContainsFunc(tokens[organStart(tokens, from):i], func(t token) bool { return organNouns[t.text] })
		for from < i && !tokens[from].capital {
			from++
		}
		capitals := 0
		for _, t := range tokens[from : to+1] {
			if t.capital {
				capitals++
			}
		}
		if last := tokens[to].text; !organ && capitals > 1 && last != "Organization" && last != "Series" {
			names = append(names, graph.Span{Start: tokens[from].Start, End: tokens[to].End})
		}
		i = to
	}
	return names
}

// organStart goes back from a name to where the name of an organ around it would begin: "Conference of the Parties to the ...".
func organStart(tokens []token, from int) int {
	for from > 0 && tokens[from].joined {
		switch before := tokens[from-1]; {
		case before.capital, before.text == "of", before.text == "on", before.text == "the", before.text == "to", before.text == "for":
			from--
		default:
			return from
		}
	}
	return from
}

// joins reports whether a link word stands between two capitalised words of one name; going back only "of" and "on" do, since "and", "to"
// and "in" mostly begin something else.
func joins(tokens []token, at int) bool {
	return at > 0 && tokens[at].joined && tokens[at-1].capital && (tokens[at].text == "of" || tokens[at].text == "on")
}

// heads reports whether a head noun heads a name: the vague ones only with what must follow.
func heads(tokens []token, at int, text string) bool {
	follow, vague := vagueNouns[tokens[at].text]
	return !vague || slices.ContainsFunc(follow, func(words string) bool {
		return strings.HasPrefix(text[tokens[at].End:], " "+words+" ") || strings.HasSuffix(text, " "+words)
	})
}

// endOf returns the last word of the name that a head noun begins: capitalised words, with link words between.
func endOf(tokens []token, at int) int {
	end := at
	for next := at + 1; next < len(tokens) && tokens[next].joined; next++ {
		switch {
		case tokens[next].capital:
			end = next
		case !linkWords[tokens[next].text] || next-end > 3:
			return end
		}
	}
	return end
}

func tokensOf(text string) []token {
	var tokens []token
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.IsLetter(r) {
			at += size
			continue
		}
		end := at + strings.IndexFunc(text[at:]+" ", func(r rune) bool {
			return !unicode.IsLetter(r) && r != '-' && r != '’' && r != '\'' && r != '\u2011'
		})
		t := token{Span: graph.Span{Start: at, End: end}, text: text[at:end], capital: unicode.IsUpper(r)}
		if len(tokens) > 0 {
			t.joined = text[tokens[len(tokens)-1].End:at] == " "
		}
		tokens = append(tokens, t)
		at = end
	}
	return tokens
}
