package extract

import (
	"slices"
	"strings"

	"recital/graph"
)

// articleAt reads "its article 20", "articles 47 and 49 thereof" at the word "article": places in what was named before. "Its article VI obligations" are a
// party's. Source: form 65; A/HRC/RES/49/31, A/RES/77/126.
func (s *scan) articleAt(i int) int {
	switch lower(s.string(i)) {
	case "article", "articles":
	default:
		return i + 1
	}
	its, opens := i > 0 && lower(s.string(i-1)) == "its", i > 0 && s.words[i-1].capital // "Its article 17 protects"
	to := s.articleNumbers(i + 1)
	thereof := to < len(s.words) && s.string(to) == "thereof"
	if to == i+1 || !thereof && (!its || !opens && s.qualifies(to)) {
		return i + 1
	}
	m := mention{kind: backward, back: backArticle, from: i, to: to, head: -1, noun: i}
	if its {
		m.from--
	}
	s.mentions = append(s.mentions, m)
	return to
}

// articleNumbers returns where a list of articles ends: "2, 3, 9 and 20", "I to XIII", "14 (1)".
func (s *scan) articleNumbers(i int) int {
	end := i
	for at := i; at < len(s.words) && at < i+pinpointReach; at++ {
		w := s.words[at]
		switch {
		case w.id == numeral, w.capital && isRoman(s.string(at)):
			end = at + 1
		case w.id == opening && s.mark(at+2, closing):
			end, at = at+3, at+2
		case w.id == comma, w.id == dash, s.is(at, roleAnd), s.is(at, roleTo):
		default:
			return end
		}
	}
	return end
}

// qualifies reports whether a word follows that the article only describes: "its article V consultation request", "its article 14 declaration".
func (s *scan) qualifies(i int) bool {
	if i >= len(s.words) || s.words[i].id != unknownWord && s.words[i].id < firstWord {
		return false
	}
	switch s.reader.role(s.words[i].id) {
	case noRole:
	case roleOf, roleThe, roleAnd, roleTo, roleIn, roleBy, roleOn, roleAs, roleThat, roleLink:
		return false
	default:
		return true
	}
	word := s.string(i)
	return word != "which" && word != "states" && word != "provides" && !strings.HasSuffix(word, "ing")
}

// articleReach is how many words may stand between a name and "its article".
const articleReach = 30

// article adds articles to the instrument named before them in the sentence as its pinpoint; to one that has a pinpoint already they are a citation of their own:
// "article 19 of the Covenant, and also its article 20". Where the paragraph names none, they are of the one that the paragraph before names; of several, which
// one is not said.
func (d *document) article(u unit, m *mention) {
	at, cited := d.articled(u, m)
	if at >= 0 {
		c := &d.found[at]
		words, provisions := d.articles(m)
		switch {
		case c.Pinpoint == "":
			c.Pinpoint, c.Provisions = words, provisions
		case !strings.Contains(c.Pinpoint, words):
			d.ofArticle(u, m, []Citation{*c})
		}
		return
	}
	if cited || m.from == m.noun || u.note >= 0 {
		return
	}
	for i := 1; i < m.from; i++ {
		if d.scan.words[i].capital {
			return // somebody else's
		}
	}
	var named []Citation
	for n := len(d.found) - 1; n >= 0 && d.found[n].Paragraph >= u.paragraph-1 && len(named) < maxBodiesBack; n-- {
		c := &d.found[n]
		if c.Note < 0 && byItsName(c) && !slices.ContainsFunc(named, func(have Citation) bool { return have.Target == c.Target }) {
			named = append(named, *c)
		}
	}
	if len(named) > 0 {
		d.ofArticle(u, m, named)
	}
}

// articles returns the words of the articles, and the places that they are.
func (d *document) articles(m *mention) (words string, provisions []string) {
	return d.scan.text[d.scan.words[m.noun].start:d.scan.words[m.to-1].end], d.provisions(m.noun, m.to)
}

// ofArticle adds a citation of articles of one of the named instruments, the last first.
func (d *document) ofArticle(u unit, m *mention, named []Citation) {
	span := d.span(m.from, m.to)
	c := Citation{
		Where: Where{Paragraph: u.paragraph, Note: u.note, Words: span}, Core: span, Target: named[0].Target, Symbol: named[0].Symbol, Kind: named[0].Kind,
		Status: graph.Resolved, Confidence: 0.85, Rule: "article",
	}
	c.Pinpoint, c.Provisions = d.articles(m)
	if len(named) > 1 {
		c.Target, c.Symbol, c.Status, c.Confidence, c.Reason = "", graph.Symbol{}, graph.Ambiguous, 0.5, "whose article it is is not said"
		for _, of := range slices.Backward(named) {
			c.Candidates = append(c.Candidates, Candidate{Target: of.Target, Symbol: of.Symbol, Kind: of.Kind, Confidence: 1 / float64(len(named)+1)})
		}
	}
	d.found = append(d.found, c)
}

// byItsName reports whether a citation is one of an instrument by its name, which may have articles.
func byItsName(c *Citation) bool {
	return c.Status == graph.Resolved && (c.Rule == "name" || c.Rule == "short-name") && (c.Kind == graph.Treaty || c.Kind == graph.Declaration)
}

// articled returns the index of the citation by name that stands in the unit before the articles, with nothing between that may have articles too: -1 for none; cited
// says whether the unit cites anything before them.
func (d *document) articled(u unit, m *mention) (at int, cited bool) {
	n := len(d.found) - 1
	if n < 0 || d.found[n].Paragraph != u.paragraph || d.found[n].Note != u.note {
		return -1, false
	}
	c := &d.found[n]
	if !byItsName(c) || n > 0 && d.found[n-1].Where == c.Where {
		return -1, true
	}
	s := &d.scan
	end := int32(c.Words.End - d.offset)
	stops := 0
	for i := m.from - 1; i >= 0 && s.words[i].start >= end; i-- {
		w := s.words[i]
		switch {
		case m.from-i > articleReach, w.id == semicolon, w.id == fullStop && stops > 0:
			return -1, true
		case w.id == fullStop:
			stops++
		case w.capital && !s.is(i, roleMonth) && (i == 0 || s.words[i-1].id != fullStop):
			return -1, true
		}
	}
	return n, true
}
