package neo4j

import (
	"strings"

	"recital/graph"
)

// props are the properties of a node or relationship. A zero value is no property: null in Cypher.
type props map[string]any

// set adds a property unless it is zero.
func set[T comparable](p props, key string, value T) {
	var zero T
	if value != zero {
		p[key] = value
	}
}

// setText adds a string of any type, or leaves an empty one out.
func setText[S ~string](p props, key string, value S) { set(p, key, string(value)) }

// setTexts adds a list of strings of any type, or leaves an empty one out.
func setTexts[S ~string](p props, key string, values []S) {
	if len(values) == 0 {
		return
	}
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	p[key] = texts
}

// setSymbols adds a list of symbols, or leaves an empty one out.
func setSymbols(p props, key string, symbols []graph.Symbol) {
	texts := make([]string, len(symbols))
	for i, s := range symbols {
		texts[i] = s.String()
	}
	setTexts(p, key, texts)
}

// setSpan adds both ends of a span, also of an empty one.
func setSpan(p props, start, end string, s graph.Span) { p[start], p[end] = s.Start, s.End }

// setWords adds what the node is found by: words is indexed, keys are compared whole.
func setWords(p props, n graph.Node) {
	texts := graph.SearchTexts(n)
	keys := make([]string, 0, len(texts))
	for _, text := range texts {
		if folded := graph.FoldText(text); folded != "" {
			keys = append(keys, folded)
		}
	}
	setText(p, "words", strings.Join(keys, " "))
	if n.NodeKind() != graph.ParagraphNode {
		setTexts(p, "keys", keys)
	}
}

// instrumentProps returns the properties of an instrument. Own is what the documents that know it say; i may differ from it in what
// only all citations together tell, and then own is kept beside.
func instrumentProps(i, own *graph.Instrument) props {
	p := props{"id": string(i.ID), "held": i.Held}
	setText(p, "symbol", i.Symbol.String())
	setSymbols(p, "aliases", i.Aliases)
	setTexts(p, "names", i.Names)
	setText(p, "kind", i.Kind)
	setText(p, "title", i.Title)
	setText(p, "date", i.Date.String())
	set(p, "year", i.Date.Year)
	setText(p, "body", i.Body)
	setText(p, "session", i.Session)
	setText(p, "basis", i.Basis)
	setText(p, "procedure", i.Procedure)
	setTexts(p, "subjects", i.Subjects)
	set(p, "cites", i.Cites)
	set(p, "citedBy", i.CitedBy)
	if own.Title != i.Title {
		p["ownTitle"] = own.Title
	}
	if own.Date != i.Date {
		p["ownDate"] = own.Date.String()
	}
	setWords(p, i)
	return p
}

func provisionProps(n *graph.Provision) props {
	p := props{"id": string(n.ID), "instrument": string(n.ID.Instrument())}
	setText(p, "label", n.Label)
	return p
}

func rightProps(n *graph.Right) props {
	p := props{"id": string(n.ID)}
	setText(p, "title", n.Title)
	setTexts(p, "basis", n.Basis)
	set(p, "mentions", n.Mentions)
	setWords(p, n)
	return p
}

func actorProps(n *graph.Actor) props {
	p := props{"id": string(n.ID)}
	setText(p, "title", n.Title)
	setText(p, "category", n.Category)
	set(p, "mentions", n.Mentions)
	setWords(p, n)
	return p
}

func paragraphProps(n *graph.Paragraph, date graph.Date) props {
	p := props{"id": string(n.ID), "instrument": string(n.ID.Instrument()), "order": n.Order}
	setText(p, "place", n.Place)
	setText(p, "part", n.Part)
	setText(p, "opening", n.Opening)
	setText(p, "act", n.Act)
	setText(p, "text", n.Text)
	setText(p, "date", date.String())
	setSpan(p, "start", "end", n.Span)
	if len(n.Notes) > 0 {
		marks, texts := make([]string, len(n.Notes)), make([]string, len(n.Notes))
		starts, ends, ats := make([]int, len(n.Notes)), make([]int, len(n.Notes)), make([]int, len(n.Notes))
		for i, note := range n.Notes {
			marks[i], texts[i] = note.Mark, note.Text
			starts[i], ends[i], ats[i] = note.Span.Start, note.Span.End, note.At
		}
		p["noteMarks"], p["notes"], p["noteStarts"], p["noteEnds"], p["noteAts"] = marks, texts, starts, ends, ats
	}
	setWords(p, n)
	return p
}

func mandateProps(n *graph.Mandate, date graph.Date) props {
	p := props{"id": string(n.ID), "instrument": string(n.ID.Instrument())}
	set(p, "order", n.Order)
	setText(p, "act", n.Act)
	setText(p, "addressee", n.Addressee)
	setText(p, "product", n.Product)
	setText(p, "forum", n.Forum)
	set(p, "dueSession", n.Session)
	setText(p, "due", n.Due)
	set(p, "months", n.Months)
	setText(p, "date", date.String())
	setEvidence(p, &n.Evidence)
	return p
}

func mentionProps(n *graph.Mention, date graph.Date) props {
	p := props{"id": string(n.ID), "instrument": string(n.ID.Instrument())}
	set(p, "order", n.Order)
	setText(p, "status", n.Status)
	setText(p, "act", n.Act)
	setText(p, "reason", n.Reason)
	setText(p, "date", date.String())
	setEvidence(p, &n.Evidence)
	setFindings(p, n.Findings)
	return p
}

func setEvidence(p props, e *graph.Evidence) {
	if e == nil {
		return
	}
	setText(p, "quote", e.Quote)
	setSpan(p, "start", "end", e.Span)
	setSpan(p, "wordsStart", "wordsEnd", e.Words)
	setText(p, "note", e.Note)
	setText(p, "rule", e.Rule)
}

func setFindings(p props, findings []graph.Finding) {
	if len(findings) == 0 {
		return
	}
	kinds, details := make([]string, len(findings)), make([]string, len(findings))
	for i, f := range findings {
		kinds[i], details[i] = string(f.Kind), f.Detail
	}
	p["findings"], p["findingDetails"] = kinds, details
}

// linkProps returns the properties of a link; its type and ends are the relationship's. Count marks a RestsOn.
func linkProps(l *graph.Link) props {
	p := props{"order": l.Order}
	setText(p, "owner", l.Owner)
	setText(p, "date", l.Date.String())
	setText(p, "act", l.Act)
	setEvidence(p, l.Evidence)
	set(p, "confidence", l.Confidence)
	setText(p, "pinpoint", l.Pinpoint)
	setText(p, "printedDate", l.Claim.Date.String())
	setText(p, "printedTitle", l.Claim.Title)
	setText(p, "role", l.Role)
	if l.Type == graph.RestsOn {
		p["count"] = l.Count
	}
	setTexts(p, "acts", l.Acts)
	setText(p, "paragraph", l.Paragraph)
	setAlternatives(p, l.Alternatives)
	setFindings(p, l.Findings)
	return p
}

func setAlternatives(p props, alternatives []graph.Alternative) {
	if len(alternatives) == 0 {
		return
	}
	ids, confidences := make([]string, len(alternatives)), make([]float64, len(alternatives))
	for i, a := range alternatives {
		ids[i], confidences[i] = string(a.Instrument), a.Confidence
	}
	p["alternatives"], p["alternativeConfidences"] = ids, confidences
}

// relationship returns the type of the relationship that keeps a link: chains are in the words people use.
func relationship(t graph.LinkType) string {
	if t == graph.RestsOn {
		return string(graph.Cites)
	}
	return string(t)
}

// sharedRow returns the row that writes a node of which several documents may speak. Own is what they say of it together.
func sharedRow(n, own graph.Node) map[string]any {
	labels := []string{string(n.NodeKind())}
	var p props
	switch n := n.(type) {
	case *graph.Instrument:
		p = instrumentProps(n, own.(*graph.Instrument))
		if label := kindLabel(n.Kind); label != "" {
			labels = append(labels, label)
		}
	case *graph.Provision:
		p = provisionProps(n)
	case *graph.Right:
		p = rightProps(n)
	case *graph.Actor:
		p = actorProps(n)
	}
	return map[string]any{"id": string(n.NodeID()), "labels": labels, "props": map[string]any(p)}
}

// kindLabel returns the label that tells the kind of an instrument; "" for an unknown kind.
func kindLabel(k graph.InstrumentKind) string {
	switch k {
	case graph.Resolution:
		return "Resolution"
	case graph.Decision:
		return "Decision"
	case graph.PresidentialStatement:
		return "PresidentialStatement"
	case graph.Treaty:
		return "Treaty"
	case graph.Declaration:
		return "Declaration"
	case graph.Principles:
		return "Principles"
	case graph.Agenda:
		return "Agenda"
	case graph.Compact:
		return "Compact"
	case graph.Programme:
		return "Programme"
	case graph.Recommendation:
		return "Recommendation"
	case graph.GeneralComment:
		return "GeneralComment"
	case graph.Report:
		return "Report"
	case graph.Initiative:
		return "Initiative"
	case graph.Draft:
		return "Draft"
	case graph.Judgment:
		return "Judgment"
	case graph.Commentary:
		return "Commentary"
	case graph.OtherDocument:
		return "OtherDocument"
	default:
		return ""
	}
}
