package export

import (
	"context"
	"fmt"
	"strings"

	"recital/graph"
)

// writeRIS writes instruments as references. Source of the tags: the RIS format specification of Research Information Systems.
func writeRIS(ctx context.Context, w *writer, s selected) error {
	for i, err := range s.instruments(ctx) {
		if err != nil {
			return err
		}
		w.print("TY  - ", risType(i.Kind), "\r\n")
		w.tag("ID", string(i.ID))
		w.tag("TI", titleOr(i))
		w.tag("AU", author(i.Body))
		if !i.Date.IsZero() {
			w.tag("PY", fmt.Sprintf("%04d", i.Date.Year))
			w.tag("DA", fmt.Sprintf("%04d/%02d/%02d", i.Date.Year, int(i.Date.Month), i.Date.Day))
		}
		w.tag("SN", i.Symbol.String())
		w.tag("UR", i.Symbol.URL())
		w.print("ER  - \r\n\r\n")
	}
	return w.err
}

func (w *writer) tag(name, value string) {
	if value != "" {
		w.print(name, "  - ", oneLine(value), "\r\n")
	}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// risType is the type of reference: laws and treaties as statutes, reports as such.
func risType(kind graph.InstrumentKind) string {
	switch kind {
	case graph.Report:
		return "RPRT"
	case graph.Judgment:
		return "CASE"
	case graph.Commentary:
		return "GEN"
	default:
		return "STAT"
	}
}

// titleOr is the title, or the symbol of what has none.
func titleOr(i *graph.Instrument) string {
	if i.Title != "" {
		return i.Title
	}
	return string(i.ID)
}

// writeBibTeX writes instruments as entries. Titles and organs are in braces, so that styles keep their capitals.
func writeBibTeX(ctx context.Context, w *writer, s selected) error {
	for i, err := range s.instruments(ctx) {
		if err != nil {
			return err
		}
		w.print("@", bibType(i.Kind), "{", bibKey(i.ID))
		w.field("title", titleOr(i))
		w.field("author", author(i.Body))
		if !i.Date.IsZero() {
			w.field("year", fmt.Sprintf("%04d", i.Date.Year))
			w.field("month", fmt.Sprintf("%d", int(i.Date.Month)))
			w.field("day", fmt.Sprintf("%d", i.Date.Day))
		}
		w.field("number", i.Symbol.String())
		if a := i.Symbol.URL(); a != "" {
			w.print(",\n  url = {", iri(a), "}")
		}
		w.print("\n}\n\n")
	}
	return w.err
}

func (w *writer) field(name, value string) {
	if value != "" {
		w.print(",\n  ", name, " = {{", latex(oneLine(value)), "}}")
	}
}

func bibType(kind graph.InstrumentKind) string {
	if kind == graph.Report {
		return "techreport"
	}
	return "misc"
}

// bibKey is the id with the characters that keys may have.
func bibKey(id graph.ID) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', r == '/', r == '.', r == '-':
			return r
		default:
			return ':'
		}
	}, string(id))
}

// latex escapes what LaTeX takes for its own.
func latex(s string) string {
	return strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "#", `\#`, "_", `\_`, "$", `\$`,
		"~", `\textasciitilde{}`, "^", `\textasciicircum{}`).Replace(s)
}
