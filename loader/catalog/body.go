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
	report                        string // pattern of the symbols of its reports, without addenda
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
	c.bodyByID = make(map[graph.Body]int, len(rows))
	for _, row := range rows {
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
			report:     row[bodyReport],
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
	if pattern == "" {
		return ""
	}
	return strings.Replace(strings.Replace(pattern, "{s}", session, 1), "{n}", number, 1)
}

// ReportOf returns the body whose report to the General Assembly or the Economic and Social Council the symbol is: A/74/53/Add.1 is the Human Rights
// Council's.
func (c *Catalog) ReportOf(symbol graph.Symbol) (*Body, bool) {
	parts := strings.SplitN(symbol.String(), "/", 4)
	if len(parts) < 3 {
		return nil, false
	}
	pattern := parts[0] + "/{s}/" + parts[2]
	for at := range c.bodies {
		if report := c.bodies[at].report; report == pattern || report != "" && report == parts[0]+"/"+parts[1]+"/{s}" {
			return &c.bodies[at], true
		}
	}
	return nil, false
}
