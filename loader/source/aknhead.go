package source

import (
	"slices"
	"strings"

	"recital/graph"
	"recital/loader/parse"
)

// languages are the codes of the official languages in FRBRlanguage, as ISO 639-1.
func languageOf(code string) string {
	switch strings.ToLower(code) {
	case "ara", "ar":
		return "ar"
	case "zho", "chi", "zh":
		return "zh"
	case "fra", "fre", "fr":
		return "fr"
	case "rus", "ru":
		return "ru"
	case "spa", "es":
		return "es"
	}
	return "en"
}

// aknHead reads the metadata of an AKN4UN document.
func aknHead(root *element) parse.Head {
	var h parse.Head
	aknSymbol(root, &h)
	root.each("docTitle", func(e *element) {
		if h.Title == "" && e.attr("refersTo") == "#resolutionTitle" {
			h.Title = strings.TrimSpace(e.plain())
		}
	})
	root.each("FRBRdate", func(e *element) {
		if h.Date.IsZero() && e.attr("name") == "adoption" {
			// A date that is none ("0001-01-01") stands where the markup's makers did not know it.
			if d, err := graph.ParseDate(e.attr("date")); err == nil && d.Year >= 1945 {
				h.Date = d
			}
		}
	})
	h.Language = "en"
	if e := root.find("FRBRlanguage"); e != nil {
		h.Language = languageOf(e.attr("language"))
	}
	if e := root.find("statement"); e != nil {
		switch e.attr("name") {
		case "resolution":
			h.Kind = graph.Resolution
		case "decision":
			h.Kind = graph.Decision
		case "presidentialStatement":
			h.Kind = graph.PresidentialStatement
		}
	}
	root.each("keyword", func(e *element) { h.Subjects = subject(h.Subjects, e) })
	root.each("step", func(e *element) { h.Drafts = draft(h.Drafts, e) })
	return h
}

// aknSymbol reads the document's symbol; a joint one ("A/77/895-S/2023/363") has its second half as an alias.
func aknSymbol(root *element, h *parse.Head) {
	root.each("docNumber", func(e *element) {
		text := e.plain()
		if !h.Symbol.IsZero() || !strings.Contains(text, "/") || e.attr("refersTo") != "#symbol" {
			return
		}
		if all, err := graph.JointSymbols(text); err == nil && len(all) > 0 {
			h.Symbol, h.Aliases = all[0], all[1:]
		}
	})
}

// subject adds a subject of the United Nations' own thesaurus, or a Sustainable Development Goal.
func subject(all []string, e *element) []string {
	name := e.attr("showAs")
	if dictionary := e.attr("dictionary"); !strings.HasPrefix(dictionary, "UNBIS") && dictionary != "SDGO" {
		return all
	}
	if name == "" || slices.Contains(all, name) {
		return all
	}
	return append(all, name)
}

// draft adds the symbol of a draft that a step of the workflow names.
func draft(all []graph.Symbol, e *element) []graph.Symbol {
	if !strings.HasPrefix(e.attr("outcome"), "draft") {
		return all
	}
	symbol, err := graph.ParseSymbol(e.attr("as"))
	if err != nil || slices.Contains(all, symbol) {
		return all
	}
	return append(all, symbol)
}
