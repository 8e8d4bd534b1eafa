package extract

import (
	"strings"
	"sync"

	"recital/graph"
	"recital/loader/catalog"
)

// citer finds citations. It does not change once made.
type citer struct {
	catalogue *catalog.Catalog
	lexicon   *lexicon
	grammar   *grammar
	bodies    *nameSet // values: indexes into places
	names     *nameSet // values: indexes into aliases
	aliases   [][]int  // entries of the catalogue that a name stands for
	places    []bodyName
	begins    setMask // of words that something may begin at: a name, a body, a mention of another kind
	// Of the catalogue's entries, by index:
	nouns    [][]wordID // what they are, "Convention"
	children [][]int    // their protocols
	ids      map[graph.ID]int
	// judgments are the entries that courts have given, by index.
	judgments []int
	printed   map[string]int // by volume and number of the Treaty Series
	// scans are the buffers of documents that were read, used again for the next.
	scans sync.Pool
}

// bodyName is what a body's name stands for.
type bodyName struct {
	text   string
	bodies []int // indexes of the catalogue's bodies, principal organs first; one for a full name
	short  bool
}

func newCiter(c *catalog.Catalog, l *lexicon) *citer {
	x := &citer{catalogue: c, lexicon: l, grammar: newGrammar(l), bodies: newNameSet(l), names: newNameSet(l)}
	x.addBodies()
	x.addNames()
	x.bodies.compile(nil, true)
	x.names.compile(nil, true)
	x.relate()
	x.begins = x.names.bit | x.bodies.bit | opensMention
	return x
}

// compile is called when the lexicon has all its words.
func (x *citer) compile() {
	for id := range x.lexicon.names {
		if wordID(id) == numeral || wordID(id) == fullStop || x.grammar.role(wordID(id)) > lastIdle {
			x.lexicon.openers.class(wordID(id), opensMention, 0)
		}
	}
}

func (x *citer) addBodies() {
	shorts := make(map[string]int)
	for at := range x.catalogue.Bodies() {
		body := &x.catalogue.Bodies()[at]
		for _, name := range append([]string{body.Title}, body.Names...) {
			x.bodies.add(name, len(x.places))
			x.places = append(x.places, bodyName{text: name, bodies: []int{at}})
		}
		for _, short := range body.Short {
			k, ok := shorts[short]
			if !ok {
				k = len(x.places)
				shorts[short] = k
				x.bodies.add(short, k)
				x.places = append(x.places, bodyName{text: short, short: true})
			}
			x.places[k].bodies = append(x.places[k].bodies, at)
		}
	}
}

// maxStretch bounds the bytes that are read at once: a paragraph is never so long, and memory does not grow with what is none.
const maxStretch = 1 << 18

// open begins a document: its paragraphs follow in order, then close.
func (x *citer) open(in Input) *document {
	d := newDocument(x, in)
	if used, ok := x.scans.Get().(*scan); ok {
		d.scan = *used
	}
	if d.scan.targets == nil {
		d.scan.targets = make(map[string]*target)
	}
	d.found = d.scan.found
	return d
}

// target is what the catalogue knows of a symbol.
type target struct {
	symbol graph.Symbol
	id     graph.ID
	known  catalog.Known
	listed bool // in the registry
}

// maxTargets bounds how many targets a worker remembers.
const maxTargets = 1 << 14

// target returns what a symbol that we wrote ourselves stands for, nil where it is none: the same few are cited again and again, by one document and
// the next.
func (d *document) target(text string) *target {
	if t, ok := d.scan.targets[text]; ok {
		return t
	}
	symbol, err := graph.ParseSymbol(text)
	if err != nil {
		return nil
	}
	t := &target{symbol: symbol, id: d.x.catalogue.IDFor(symbol)}
	t.known, t.listed = d.x.catalogue.Known(symbol)
	if len(d.scan.targets) >= maxTargets {
		clear(d.scan.targets)
	}
	d.scan.targets[text] = t
	return t
}

// paragraph reads a paragraph, whose text was split into the words, and its notes.
func (d *document) paragraph(i int, words []word) {
	paragraph := &d.in.Paragraphs[i]
	u := unit{paragraph: i, note: -1, text: paragraph.Text, part: paragraph.Part}
	if len(u.text) > maxStretch {
		d.readAll(u)
	} else {
		d.offset = 0
		d.read(u, words)
	}
	for n := range paragraph.Notes {
		d.readAll(unit{paragraph: i, note: n, text: paragraph.Notes[n].Text, part: paragraph.Part})
	}
}

// close returns the citations in reading order, and gives the document's buffers to the next.
func (d *document) close() []Citation {
	used := d.scan
	if used.words, used.text = nil, ""; cap(d.words) <= maxStretch/4 {
		used.spare = d.words[:0]
	}
	found := append([]Citation(nil), d.found...)
	clear(d.found) // they lead to the text
	used.found = d.found[:0]
	d.x.scans.Put(&used)
	return found
}

// readAll splits a unit into words and reads it, in stretches that end at a blank.
func (d *document) readAll(u unit) {
	text := u.text
	d.offset = 0
	for len(text) > maxStretch {
		end := strings.LastIndexByte(text[:maxStretch], ' ') + 1
		if end == 0 {
			end = maxStretch
		}
		u.text = text[:end]
		d.split(u)
		d.offset += end
		text = text[end:]
	}
	u.text = text
	d.split(u)
}

func (d *document) split(u unit) {
	if d.words == nil {
		d.words = d.scan.spare
	}
	d.words = d.x.lexicon.words(u.text, d.words[:0])
	d.read(u, d.words)
}
