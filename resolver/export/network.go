package export

import (
	"context"
	"encoding/xml"
	"strconv"
	"strings"

	"recital/graph"
)

// escape makes a text fit for XML, whatever characters it has.
func escape(s string) string {
	var b strings.Builder
	// Writing to a strings.Builder does not fail; EscapeText replaces what XML cannot hold.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

// nodeFields are the attributes of instruments in network files.
var nodeFields = [...]struct{ id, name, kind string }{
	{"d0", "label", "string"},
	{"d1", "title", "string"},
	{"d2", "kind", "string"},
	{"d3", "date", "string"},
	{"d4", "year", "int"},
	{"d5", "body", "string"},
	{"d6", "session", "string"},
	{"d7", "held", "boolean"},
	{"d8", "citedBy", "int"},
}

func nodeValues(i *graph.Instrument) [len(nodeFields)]string {
	year := ""
	if !i.Date.IsZero() {
		year = strconv.Itoa(i.Date.Year)
	}
	return [...]string{
		string(i.ID), i.Title, string(i.Kind), i.Date.String(), year, string(i.Body), i.Session, strconv.FormatBool(i.Held),
		strconv.Itoa(i.CitedBy),
	}
}

// linkFields are the attributes of links in network files.
var linkFields = [...]struct{ id, name, kind string }{
	{"e0", "count", "int"},
	{"e1", "acts", "string"},
	{"e2", "paragraph", "string"},
	{"e3", "quote", "string"},
	{"e4", "date", "string"},
	{"e5", "confidence", "double"},
}

func linkValues(l *graph.LinkView) [len(linkFields)]string {
	acts := make([]string, 0, len(l.Acts))
	for _, a := range l.Acts {
		acts = append(acts, string(a))
	}
	return [...]string{
		strconv.Itoa(l.Count), strings.Join(acts, " "), l.Paragraph.Place(), evidenceOf(l).Quote, l.Date.String(), number(l.Confidence),
	}
}

// writeGraphML writes instruments and the links between them. A link to an instrument outside the selection is left out.
func writeGraphML(ctx context.Context, w *writer, s selected) error {
	w.print(xml.Header, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`, "\n")
	for _, f := range nodeFields {
		w.print(`<key id="`, f.id, `" for="node" attr.name="`, f.name, `" attr.type="`, f.kind, `"/>`, "\n")
	}
	for _, f := range linkFields {
		w.print(`<key id="`, f.id, `" for="edge" attr.name="`, f.name, `" attr.type="`, f.kind, `"/>`, "\n")
	}
	w.print(`<graph id="recital" edgedefault="directed">`, "\n")
	for i, err := range s.instruments(ctx) {
		if err != nil {
			return err
		}
		w.print(`<node id="`, escape(string(i.ID)), `">`)
		for at, value := range nodeValues(i) {
			w.data(nodeFields[at].id, value)
		}
		w.print("</node>\n")
	}
	for l, err := range s.links(ctx, graph.RestsOn) {
		if err != nil {
			return err
		}
		w.print(`<edge source="`, escape(string(l.From)), `" target="`, escape(string(l.To)), `">`)
		for at, value := range linkValues(l) {
			w.data(linkFields[at].id, value)
		}
		w.print("</edge>\n")
	}
	w.print("</graph>\n</graphml>\n")
	return w.err
}

// data writes an attribute of GraphML; one without a value is left out.
func (w *writer) data(key, value string) {
	if value != "" {
		w.print(`<data key="`, key, `">`, escape(value), `</data>`)
	}
}

// writeGEXF writes the same for Gephi, in the version that networkx reads too.
func writeGEXF(ctx context.Context, w *writer, s selected) error {
	w.print(xml.Header, `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">`, "\n<meta><creator>Recital</creator></meta>\n",
		`<graph defaultedgetype="directed" mode="static">`, "\n", `<attributes class="node">`, "\n")
	for _, f := range nodeFields[1:] { // the label is GEXF's own
		w.print(`<attribute id="`, f.id, `" title="`, f.name, `" type="`, gexfType(f.kind), `"/>`, "\n")
	}
	w.print("</attributes>\n", `<attributes class="edge">`, "\n")
	for _, f := range linkFields {
		w.print(`<attribute id="`, f.id, `" title="`, f.name, `" type="`, gexfType(f.kind), `"/>`, "\n")
	}
	w.print("</attributes>\n<nodes>\n")
	for i, err := range s.instruments(ctx) {
		if err != nil {
			return err
		}
		w.print(`<node id="`, escape(string(i.ID)), `" label="`, escape(string(i.ID)), `"><attvalues>`)
		for at, value := range nodeValues(i) {
			if at > 0 {
				w.attvalue(nodeFields[at].id, value)
			}
		}
		w.print("</attvalues></node>\n")
	}
	w.print("</nodes>\n<edges>\n")
	n := 0
	for l, err := range s.links(ctx, graph.RestsOn) {
		if err != nil {
			return err
		}
		w.print(`<edge id="`, strconv.Itoa(n), `" source="`, escape(string(l.From)), `" target="`, escape(string(l.To)),
			`" weight="`, strconv.Itoa(max(l.Count, 1)), `"><attvalues>`)
		for at, value := range linkValues(l) {
			w.attvalue(linkFields[at].id, value)
		}
		w.print("</attvalues></edge>\n")
		n++
	}
	w.print("</edges>\n</graph>\n</gexf>\n")
	return w.err
}

// gexfType is GEXF's name of a type of GraphML's.
func gexfType(kind string) string {
	if kind == "int" {
		return "integer"
	}
	return kind
}

func (w *writer) attvalue(key, value string) {
	if value != "" {
		w.print(`<attvalue for="`, key, `" value="`, escape(value), `"/>`)
	}
}
