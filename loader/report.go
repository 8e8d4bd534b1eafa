package loader

import (
	"errors"
	"fmt"
	"sort"

	"recital/graph"
	"recital/loader/extract"
	"recital/loader/source"
)

// Report says what a load read and what it refused.
type Report struct {
	Documents int // read into the graph
	Bytes     int64
	Texts     map[string]int // documents by format
	Refused   []Refused      // sorted by file
	Replaced  []Refused      // texts left aside for a better one of the same instrument
	Remarks   []Refused      // on documents that were read
	// Mentions of instruments by status, in the documents read.
	Resolved, Ambiguous, Open int
	Rights, Actors, Mandates  int
	// Quotations of commentaries by what comparing them with the texts that they cite gave.
	Quotations map[extract.Verdict]int
	// Findings are the contradictions in what the texts print, in the order of the documents.
	Findings []Refused
	// Newest is the date of the newest document that was read.
	Newest graph.Date
}

// Refused names a file, the place in it where there is one, and a reason.
type Refused struct {
	File   string
	Place  string
	Reason string
}

func newReport() *Report {
	return &Report{Texts: make(map[string]int), Quotations: make(map[extract.Verdict]int)}
}

// Mentions counts all mentions of instruments: the edges and the open ones.
func (r *Report) Mentions() int { return r.Resolved + r.Ambiguous + r.Open }

func (r *Report) refuse(outcome Outcome) {
	entry := Refused{File: outcome.Name, Reason: outcome.Refusal.Error()}
	var refusal *source.Refusal
	if errors.As(outcome.Refusal, &refusal) {
		entry = Refused{File: refusal.File, Place: refusal.Place, Reason: refusal.Reason}
	}
	r.Refused = append(r.Refused, entry)
}

func (r *Report) surpassed(outcome Outcome, loser, winner graph.Source) {
	r.Replaced = append(r.Replaced, Refused{
		File: outcome.Name, Place: string(outcome.Document.Instrument.ID), Reason: comparison(loser, winner),
	})
}

func (r *Report) replaced(outcome Outcome, winner, loser graph.Source) {
	r.Documents--
	r.Replaced = append(r.Replaced, Refused{
		File: loser.Name, Place: string(outcome.Document.Instrument.ID), Reason: comparison(loser, winner),
	})
}

func comparison(loser, winner graph.Source) string {
	if loser.Digest == winner.Digest {
		return fmt.Sprintf("the same bytes as %s", winner.Name)
	}
	if loser.Quality == winner.Quality {
		return fmt.Sprintf("another text of the same instrument, %s, is as good (quality %.2f) and was chosen by its digest",
			winner.Name, winner.Quality)
	}
	return fmt.Sprintf("%s is a better text of the same instrument (quality %.2f against %.2f)", winner.Name, winner.Quality, loser.Quality)
}

func (r *Report) read(outcome Outcome) {
	document := outcome.Document
	r.Documents++
	r.Bytes += outcome.Size
	r.Texts[document.Source.Format]++
	if document.Instrument.Date.Compare(r.Newest) > 0 {
		r.Newest = document.Instrument.Date
	}
	for _, remark := range outcome.Remarks {
		r.Remarks = append(r.Remarks, Refused{File: outcome.Name, Place: string(document.Instrument.ID), Reason: remark})
	}
	for i := range document.Links {
		r.count(outcome.Name, &document.Links[i])
	}
	for i := range document.Mentions {
		mention := &document.Mentions[i]
		if mention.Status == graph.Ambiguous {
			r.Ambiguous++
		} else {
			r.Open++
		}
		r.find(outcome.Name, mention.ID, mention.Findings)
	}
	r.Mandates += len(document.Mandates)
}

func (r *Report) count(name string, link *graph.Link) {
	switch {
	case link.Type == graph.Cites:
		r.Resolved++
		r.find(name, link.From, link.Findings)
	case link.Type == graph.Names && link.Role == "":
		r.Rights++
	case link.Type == graph.Names:
		r.Actors++
	}
}

func (r *Report) find(name string, place graph.ID, findings []graph.Finding) {
	for _, finding := range findings {
		r.Findings = append(r.Findings, Refused{File: name, Place: string(place), Reason: finding.Detail})
	}
}

// compared adds what comparing a commentary gave.
func (r *Report) compared(reading *Reading) {
	name, place := reading.Source.Source.Name, func(w extract.Where) graph.ID { return reading.Document.Paragraphs[w.Paragraph].ID }
	for verdict, n := range reading.Review.Counts() {
		r.Quotations[verdict] += n
	}
	for i := range reading.Review.Quotations {
		q := &reading.Review.Quotations[i]
		r.find(name, place(q.Where), q.Findings)
	}
	for _, remark := range reading.Review.Remarks {
		r.find(name, place(reading.Result.Citations[remark.Citation].Where), []graph.Finding{remark.Finding})
	}
}

// remarkOn says that a commentary from an earlier load cites an instrument of this one.
func (r *Report) remarkOn(commentary, cited graph.ID) {
	reason := fmt.Sprintf("held from an earlier load, it cites %s, whose text came now: load it again to compare its quotations", cited)
	r.Remarks = append(r.Remarks, Refused{File: string(commentary), Reason: reason})
}

func (r *Report) finish() {
	for _, list := range [][]Refused{r.Refused, r.Replaced} {
		sort.SliceStable(list, func(i, j int) bool { return list[i].File < list[j].File })
	}
}
