package catalog

import (
	_ "embed"
	"strings"

	"recital/graph"
)

//go:embed bodies.tsv
var bodiesFile string

// Body is an organ that adopts resolutions, decisions or general comments, with its names in texts and the way its
// texts are numbered.
type Body struct {
	ID    graph.Body
	Title string
	// Names in full, beside the title; each stands for this body alone.
	Names []string
	// Short are names that several bodies share, "Council": which is meant, the text around says.
	Short []string
	// Shapes are the forms of number that it gives its resolutions: "n/n", "S-n/n", "ES-n/n", "year/n", "n(year)", "roman" ...
	Shapes []string
	// Source says where the body's mandate, and so its name, can be checked.
	Source string

	resolution, decision, comment string // patterns of symbols, with {s} session or year and {n} number
}

// Fields of a line of bodies.tsv.
const (
	bodyID = iota
	bodyTitle
	bodyNames
	bodyShort
	bodyShapes
	bodyResolution
	bodyDecision
	bodyComment
	bodyReport
	bodySource
)

func (c *Catalog) loadBodies() error {
	rows, err := table(bodiesFile)
	if err != nil {
		return err
	}
	c.bodyByID, c.reports = make(map[graph.Body]int, len(rows)), make(map[reportForm]int)
	for _, row := range rows {
		if before, behind, ok := strings.Cut(row[bodyReport], "/{s}"); ok {
			c.reports[reportForm{before, strings.TrimPrefix(behind, "/")}] = len(c.bodies)
		}
		c.bodyByID[graph.Body(row[bodyID])] = len(c.bodies)
		c.bodies = append(c.bodies, Body{
			ID:         graph.Body(row[bodyID]),
			Title:      row[bodyTitle],
			Names:      list(row[bodyNames]),
			Short:      list(row[bodyShort]),
			Shapes:     strings.Fields(row[bodyShapes]),
			Source:     row[bodySource],
			resolution: row[bodyResolution],
			decision:   row[bodyDecision],
			comment:    row[bodyComment],
		})
	}
	return nil
}

// Bodies returns the adopting bodies in the order of the data file, principal organs first; the slice must not be changed.
func (c *Catalog) Bodies() []Body { return c.bodies }

// Body returns the adopting body with the given id.
func (c *Catalog) Body(id graph.Body) (*Body, bool) {
	at, ok := c.bodyByID[id]
	if !ok {
		return nil, false
	}
	return &c.bodies[at], true
}

// Numbers reports whether the body gives its resolutions numbers of the shape.
func (b *Body) Numbers(shape string) bool {
	for _, s := range b.Shapes {
		if s == shape {
			return true
		}
	}
	return false
}

// Resolution returns the symbol's text of the body's resolution with the session (or year) and number; "" where the body has no
// symbols of its own that we know.
func (b *Body) Resolution(session, number string) string { return fill(b.resolution, session, number) }

// Decision is Resolution for decisions.
func (b *Body) Decision(session, number string) string { return fill(b.decision, session, number) }

// Comment returns the symbol's text of a committee's general comment or recommendation with the number.
func (b *Body) Comment(number string) string { return fill(b.comment, "", number) }

func fill(pattern, session, number string) string {
	s, n := strings.Index(pattern, "{s}"), strings.Index(pattern, "{n}")
	if 0 <= s && s < n { // the usual case in one step
		return pattern[:s] + session + pattern[s+len("{s}"):n] + number + pattern[n+len("{n}"):]
	}
	return strings.Replace(strings.Replace(pattern, "{s}", session, 1), "{n}", number, 1)
}

// reportForm is what stands before and behind the session in the symbols of a body's reports: "A" and "53" of A/74/53, "E/ICEF" of E/ICEF/2020.
type reportForm struct{ before, behind string }

// ReportOf returns the body whose report to the General Assembly or the Economic and Social Council the symbol is: A/74/53/Add.1 is the Human Rights
// Council's.
func (c *Catalog) ReportOf(symbol graph.Symbol) (*Body, bool) {
	first, rest, _ := strings.Cut(symbol.String(), "/")
	second, rest, found := strings.Cut(rest, "/")
	if !found {
		return nil, false
	}
	third, _, _ := strings.Cut(rest, "/")
	at, ok := c.reports[reportForm{first, third}]
	if !ok {
		at, ok = c.reports[reportForm{symbol.String()[:len(first)+1+len(second)], ""}]
	}
	if !ok {
		return nil, false
	}
	return &c.bodies[at], true
}
