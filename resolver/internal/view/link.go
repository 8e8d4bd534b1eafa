package view

import (
	"strconv"
	"strings"

	"recital/graph"
)

// Ends are the nodes that a link from a paragraph joins, and the instrument of the paragraph.
type Ends struct {
	Link      *graph.Link
	Paragraph *graph.Paragraph
	Source    *graph.Instrument
}

// EndsOf takes the citing end of a link that a store handed out.
func EndsOf(l *graph.LinkView) Ends {
	return Ends{Link: &l.Link, Paragraph: l.SourceParagraph, Source: l.Source}
}

// Act is the nearer verb.
func (e *Ends) Act() graph.Act { return e.Link.Act }

// Date is that of the citing instrument.
func (e *Ends) Date() graph.Date { return e.Link.Date }

// Evidence is the words of the link in their text.
func (e *Ends) Evidence() *Evidence { return EvidenceOf(e.Link.Evidence, e.Paragraph) }

// Citation is a link Cites with both its ends.
type Citation struct {
	Ends
	Target *graph.Instrument
}

// citesPart marks the id of a citation: the paragraph's, this, the place of the words, a colon, the target's.
const citesPart = "!cites-"

// ID names the citation: it is readable and stable as long as the text is.
func (c *Citation) ID() graph.ID {
	return c.Link.From + citesPart + graph.ID(strconv.FormatInt(c.Link.Order, 10)) + ":" + c.Link.To
}

// ParseCitationID returns the paragraph, the order and the target that a citation's id names.
func ParseCitationID(id graph.ID) (paragraph graph.ID, order int64, target graph.ID, ok bool) {
	from, rest, found := strings.Cut(string(id), citesPart)
	if !found {
		return "", 0, "", false
	}
	place, to, found := strings.Cut(rest, ":")
	if !found {
		return "", 0, "", false
	}
	order, err := strconv.ParseInt(place, 10, 64)
	if err != nil || order < 0 {
		return "", 0, "", false
	}
	return graph.ID(from), order, graph.ID(to), true
}

// Status of a citation is always the same.
func (c *Citation) Status() graph.Status { return graph.Resolved }

// Confidence from 0 to 1.
func (c *Citation) Confidence() float64 { return c.Link.Confidence }

// Pinpoint as printed.
func (c *Citation) Pinpoint() string { return c.Link.Pinpoint }

// Claim is what is printed of the target.
func (c *Citation) Claim() *graph.Claim { return &c.Link.Claim }

// Alternatives to the target.
func (c *Citation) Alternatives() []*graph.Alternative { return Pointers(c.Link.Alternatives) }

// Findings on the citation.
func (c *Citation) Findings() []*graph.Finding { return Pointers(c.Link.Findings) }

// Pinpoint is a link Pinpoints with both its ends.
type Pinpoint struct {
	Ends
	Target *graph.Provision
}

// Naming is a link Names with both its ends.
type Naming struct {
	Ends
	Target graph.Node
}

// Role in which an actor is named.
func (n *Naming) Role() graph.Role { return n.Link.Role }

// Reliance is a link RestsOn with both its ends.
type Reliance struct {
	Link   *graph.Link
	Source *graph.Instrument
	Target *graph.Instrument
	// First is the paragraph of the first citation where the store handed it out; nil after a walk.
	First *graph.Paragraph
}

// Count of the citations.
func (r *Reliance) Count() int { return r.Link.Count }

// Acts of the citations.
func (r *Reliance) Acts() []graph.Act { return r.Link.Acts }

// Act of the first citation.
func (r *Reliance) Act() graph.Act { return r.Link.Act }

// Confidence of the surest citation.
func (r *Reliance) Confidence() float64 { return r.Link.Confidence }

// Date of the citing instrument.
func (r *Reliance) Date() graph.Date { return r.Link.Date }

// Candidate is an instrument that a mention may mean.
type Candidate struct {
	Instrument *graph.Instrument
	Confidence float64
}

// Pointers returns the addresses of the values; never nil.
func Pointers[T any](values []T) []*T {
	pointers := make([]*T, 0, len(values))
	for i := range values {
		pointers = append(pointers, &values[i])
	}
	return pointers
}
