package source

import (
	"strconv"
	"strings"
)

// A levelFormat says how the paragraphs of one level of a Word list are numbered.
type levelFormat struct {
	format string // "decimal", "lowerLetter", "lowerRoman" ...
	text   string // "%1.", "(%2)"
	start  int
}

// maxLevels is how many levels Word's lists have.
const maxLevels = 9

// readNumbering reads the lists of a Word file.
func (w *docxWriter) readNumbering(root *element) {
	abstract := make(map[string]map[int]levelFormat)
	root.each("abstractNum", func(e *element) {
		levels := make(map[int]levelFormat)
		for _, c := range e.children {
			if c.name != "lvl" {
				continue
			}
			at, err := strconv.Atoi(c.attr("ilvl"))
			if err != nil || at < 0 || at >= maxLevels {
				continue
			}
			f := levelFormat{start: 1}
			for _, p := range c.children {
				switch p.name {
				case "numFmt":
					f.format = p.attr("val")
				case "lvlText":
					f.text = p.attr("val")
				case "start":
					if n, err := strconv.Atoi(p.attr("val")); err == nil {
						f.start = n
					}
				}
			}
			levels[at] = f
		}
		abstract[e.attr("abstractNumId")] = levels
	})
	w.formats = make(map[string]map[int]levelFormat)
	root.each("num", func(e *element) {
		if id := child(e, "abstractNumId"); id != nil {
			w.formats[e.attr("numId")] = abstract[id.attr("val")]
		}
	})
}

// number returns the automatic number of a paragraph, "1." or "(a)"; "" where it has none, or a bullet.
func (w *docxWriter) number(properties *element) string {
	numbered := child(properties, "numPr")
	if numbered == nil {
		return ""
	}
	id, level := "", 0
	if e := child(numbered, "numId"); e != nil {
		id = e.attr("val")
	}
	if e := child(numbered, "ilvl"); e != nil {
		if n, err := strconv.Atoi(e.attr("val")); err == nil {
			level = n
		}
	}
	format, ok := w.formats[id][level]
	if !ok || format.format == "bullet" || format.format == "none" {
		return ""
	}
	w.counters[counterKey(id, level)]++
	for deeper := level + 1; deeper < maxLevels; deeper++ {
		delete(w.counters, counterKey(id, deeper))
	}
	text := format.text
	for at := 0; at <= level; at++ {
		f, ok := w.formats[id][at]
		if !ok {
			continue
		}
		n := max(1, w.counters[counterKey(id, at)]) + f.start - 1
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(at+1), f.print(n))
	}
	return text
}

func counterKey(id string, level int) string { return id + "/" + strconv.Itoa(level) }

// print returns the n-th number in the level's format.
func (f levelFormat) print(n int) string {
	switch f.format {
	case "lowerLetter":
		return letterNumber(n)
	case "upperLetter":
		return strings.ToUpper(letterNumber(n))
	case "lowerRoman":
		return romanNumber(n)
	case "upperRoman":
		return strings.ToUpper(romanNumber(n))
	}
	return strconv.Itoa(n)
}
