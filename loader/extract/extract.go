package extract

import (
	"recital/graph"
	"recital/loader/catalog"
)

// Extractor finds what texts mention. It does not change after [New] and is safe for concurrent use.
type Extractor struct {
	catalogue *catalog.Catalog
	lexicon   *lexicon
	citer     *citer
	namer     *namer
}

// New prepares the catalogue's names, words and phrases for reading. It costs some tens of milliseconds: call it once.
func New(c *catalog.Catalog) *Extractor {
	l := newLexicon()
	x := &Extractor{catalogue: c, lexicon: l, citer: newCiter(c, l), namer: newNamer(c, l)}
	x.citer.compile()
	return x
}

// Extract returns what the paragraphs mention. It is pure: the same input gives the same result.
func (x *Extractor) Extract(in Input) Result {
	d := x.citer.open(in)
	if title := in.Instrument.Title; in.Instrument.Kind == graph.Commentary && title != "" {
		d.rememberTitle(x.Extract(Input{Paragraphs: []graph.Paragraph{{Part: graph.Operative, Text: title}}}).Citations)
	}
	r := x.namer.visit(in, d.paragraph)
	citations := d.close()
	for i := range citations {
		citations[i].Act = r.act(in, citations[i].Where)
	}
	return Result{Openings: r.openings, Citations: citations, Rights: r.rights, Actors: r.actors, Mandates: r.mandates}
}

// unit is one stretch of text that is read by itself: a paragraph or one of its notes.
type unit struct {
	paragraph int
	note      int // -1 for the paragraph itself
	text      string
	part      graph.Part
}
