package quality

import (
	_ "embed"
	"strings"
)

//go:embed errata.tsv
var errataFile string

// Erratum is a link that was read by hand and found wrong or missing.
type Erratum struct {
	File  string // base name of the file
	Words string // as linked; empty for a missing link
	Link  string // the symbol that is linked, or that should be
	Right string // the right symbol; MISSING where nothing is linked; "-" where the words mean no symbol
	Why   string
}

// missingLink marks an erratum for a citation that nobody linked.
const missingLink = "MISSING"

// errata are looked up by file and link.
type errata map[Erratum]string

// corrections are the errata of errata.tsv.
var corrections = newErrata(Errata())

// Errata returns the links that were read by hand and found wrong or missing, in the order of errata.tsv.
func Errata() []Erratum {
	var list []Erratum
	for line := range strings.Lines(errataFile) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := append(strings.Split(line, "\t"), "", "", "", "")
		list = append(list, Erratum{File: cells[0], Words: cells[1], Link: cells[2], Right: cells[3], Why: cells[4]})
	}
	return list
}

func newErrata(list []Erratum) errata {
	e := errata{}
	for _, x := range list {
		key := Erratum{File: x.File, Words: x.Words, Link: normalSymbol(x.Link)}
		if x.Right == missingLink {
			key.Words, key.Right = "", missingLink
		}
		e[key] = normalSymbol(x.Right)
	}
	return e
}

// right returns what a link should be.
func (e errata) right(file string, link Link) string {
	if right, ok := e[Erratum{File: file, Words: link.Words, Link: link.Symbol}]; ok {
		return right
	}
	return link.Symbol
}

// missing reports whether a citation of the symbol in the file lacks its link.
func (e errata) missing(file, symbol string) bool {
	_, ok := e[Erratum{File: file, Link: symbol, Right: missingLink}]
	return ok
}
