package export

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"recital/graph"
)

// line writes one value as JSON and a line feed.
func (w *writer) line(v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("write %T: %w", v, err)
	}
	w.print(string(text), "\n")
	return w.err
}

// writeJSONL writes every node of the selection, then every link: what the selected texts say, and what they name.
func writeJSONL(ctx context.Context, w *writer, s selected) error {
	for n, err := range s.nodes(ctx) {
		if err != nil {
			return err
		}
		if err := w.line(nodeRecord(n)); err != nil {
			return err
		}
	}
	for l, err := range s.everyLink(ctx) {
		if err != nil {
			return err
		}
		if err := w.line(linkRecord(&l.Link)); err != nil {
			return err
		}
	}
	return nil
}

// record is a line of JSONL; fields without a value are left out.
type record map[string]any

func (r record) put(name string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case []string:
		if len(v) == 0 {
			return
		}
	case int:
		if v == 0 {
			return
		}
	case float64:
		if v == 0 {
			return
		}
	case bool:
		if !v {
			return
		}
	}
	r[name] = value
}

func nodeRecord(n graph.Node) record {
	r := record{"node": string(n.NodeKind()), "id": string(n.NodeID())}
	switch n := n.(type) {
	case *graph.Instrument:
		r.put("symbol", n.Symbol.String())
		r.put("aliases", words(n.Aliases))
		r.put("names", n.Names)
		r.put("kind", string(n.Kind))
		r.put("title", n.Title)
		r.put("date", n.Date.String())
		r.put("body", string(n.Body))
		r.put("session", n.Session)
		r.put("basis", string(n.Basis))
		r["held"] = n.Held
		r.put("procedure", n.Procedure)
		r.put("subjects", n.Subjects)
	case *graph.Paragraph:
		r.put("instrument", string(n.ID.Instrument()))
		r.put("place", string(n.Place))
		r.put("part", string(n.Part))
		r.put("order", n.Order)
		r.put("opening", n.Opening)
		r.put("act", string(n.Act))
		r.put("text", n.Text)
	case *graph.Provision:
		r.put("label", n.Label)
	case *graph.Right:
		r.put("title", n.Title)
	case *graph.Actor:
		r.put("title", n.Title)
		r.put("category", n.Category)
	case *graph.Mandate:
		r.putMandate(n)
	case *graph.Mention:
		r.put("status", string(n.Status))
		r.put("act", string(n.Act))
		r.put("reason", n.Reason)
		r.putEvidence(&n.Evidence)
	}
	return r
}

func (r record) putMandate(m *graph.Mandate) {
	r.put("act", string(m.Act))
	r.put("addressee", string(m.Addressee))
	r.put("product", m.Product)
	r.put("forum", string(m.Forum))
	r.put("session", m.Session)
	r.put("due", m.Due)
	r.put("months", m.Months)
	r.putEvidence(&m.Evidence)
}

func (r record) putEvidence(e *graph.Evidence) {
	if e == nil {
		return
	}
	r.put("quote", e.Quote)
	r["startByte"], r["endByte"] = e.Span.Start, e.Span.End
	r.put("note", e.Note)
	r.put("rule", e.Rule)
}

func linkRecord(l *graph.Link) record {
	r := record{"link": string(l.Type), "from": string(l.From), "to": string(l.To)}
	r.put("date", l.Date.String())
	r.put("act", string(l.Act))
	r.put("role", string(l.Role))
	r.put("pinpoint", l.Pinpoint)
	r.put("confidence", l.Confidence)
	r.put("count", l.Count)
	r.put("findings", findings(l.Findings))
	r.put("alternatives", alternatives(l.Alternatives))
	r.putEvidence(l.Evidence)
	return r
}

func alternatives(list []graph.Alternative) []string {
	var ids []string
	for _, a := range list {
		ids = append(ids, string(a.Instrument))
	}
	return ids
}

func words(symbols []graph.Symbol) []string {
	return strings.Fields(joined(symbols))
}

// jsonldContext says what the names mean: the European Legislation Identifier's terms, and schema.org's where it has none.
const jsonldContext = `{"eli":"http://data.europa.eu/eli/ontology#","schema":"https://schema.org/","xsd":"http://www.w3.org/2001/XMLSchema#",` +
	`"id":"@id","type":"@type","title":"eli:title","identifier":"eli:id_local","date":{"@id":"eli:date_document","@type":"xsd:date"},` +
	`"author":"eli:passed_by","kind":"schema:legislationType","alternateName":"schema:alternateName",` +
	`"url":{"@id":"schema:url","@type":"@id"},"cites":{"@id":"eli:cites","@type":"@id"}}`

// base names instruments in linked data: a name, not an address that answers.
const base = "urn:recital:"

// legalResource is an instrument in JSON-LD.
type legalResource struct {
	ID            string   `json:"id"`
	Type          []string `json:"type"`
	Identifier    string   `json:"identifier,omitempty"`
	Title         string   `json:"title,omitempty"`
	AlternateName []string `json:"alternateName,omitempty"`
	Date          string   `json:"date,omitempty"`
	Author        string   `json:"author,omitempty"`
	Kind          string   `json:"kind,omitempty"`
	URL           string   `json:"url,omitempty"`
	Cites         []string `json:"cites,omitempty"`
}

// writeJSONLD writes one object whose @graph has the instruments with what they cite.
func writeJSONLD(ctx context.Context, w *writer, s selected) error {
	w.print(`{"@context":`, jsonldContext, `,"@graph":[`)
	separator := "\n"
	for batch, err := range s.batches(ctx) {
		if err != nil {
			return err
		}
		cites, err := s.citesOf(ctx, batch)
		if err != nil {
			return err
		}
		for _, i := range batch {
			w.print(separator)
			separator = ","
			if err := w.line(resource(i, cites[i.ID])); err != nil {
				return err
			}
		}
	}
	w.print("]}\n")
	return w.err
}

func (s selected) citesOf(ctx context.Context, batch []*graph.Instrument) (map[graph.ID][]string, error) {
	ids := make([]graph.ID, 0, len(batch))
	for _, i := range batch {
		ids = append(ids, i.ID)
	}
	cites := make(map[graph.ID][]string, len(batch))
	for l, err := range s.linksOf(ctx, ids, graph.LinkFilter{Types: []graph.LinkType{graph.RestsOn}}) {
		if err != nil {
			return nil, err
		}
		if s.passes == nil || s.passes(l.From, l.To) {
			cites[l.From] = append(cites[l.From], name(l.To))
		}
	}
	return cites, nil
}

func resource(i *graph.Instrument, cites []string) legalResource {
	return legalResource{
		ID: name(i.ID), Type: []string{"eli:LegalResource", "schema:Legislation"}, Identifier: i.Symbol.String(), Title: i.Title,
		AlternateName: i.Names, Date: i.Date.String(), Author: string(i.Body), Kind: string(i.Kind), URL: iri(i.Symbol.URL()), Cites: cites,
	}
}

// name is an instrument's name in linked data.
func name(id graph.ID) string { return base + iri(string(id)) }

// iri escapes what an IRI cannot hold.
func iri(s string) string {
	return strings.NewReplacer(" ", "%20", "<", "%3C", ">", "%3E", `"`, "%22", "{", "%7B", "}", "%7D", "|", "%7C", `\`, "%5C",
		"^", "%5E", "`", "%60", "#", "%23", "[", "%5B", "]", "%5D").Replace(s)
}
