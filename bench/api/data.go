package main

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"

	"recital/graph"
)

// Size of the measured graph: that which other servers were measured with.
const (
	instruments    = 20_000
	paragraphsEach = 10
	linksEach      = 20 // citations of an instrument, two a paragraph
)

// documents is the measured graph: instruments that cite earlier ones, some of them (as texts do) much more than others.
// The same seed gives the same graph.
func documents(seed uint64) iter.Seq2[*graph.Document, error] {
	return func(yield func(*graph.Document, error) bool) {
		random := rand.New(rand.NewPCG(seed, 0))
		for n := range instruments {
			if !yield(document(random, n), nil) {
				return
			}
		}
	}
}

func symbol(n int) graph.Symbol {
	return graph.MustParseSymbol(fmt.Sprintf("A/HRC/RES/%d/%d", 1+n/100, 1+n%100))
}

func date(n int) graph.Date {
	return graph.Date{Year: 1950 + n/270, Month: 1, Day: 1 + n%28}
}

func document(random *rand.Rand, n int) *graph.Document {
	s := symbol(n)
	d := &graph.Document{
		Instrument: graph.Instrument{
			ID: s.ID(), Symbol: s, Kind: graph.Resolution, Title: fmt.Sprintf("Question number %d of the promotion of rights", n),
			Date: date(n), Body: graph.HumanRightsCouncil, Session: fmt.Sprint(1 + n/100), Held: true, Basis: graph.FromText,
		},
		Source: graph.Source{Name: s.String(), Format: "text", Quality: 1},
	}
	stubs := make(map[graph.ID]bool)
	for p := range paragraphsEach {
		d.Paragraphs = append(d.Paragraphs, paragraph(d.Instrument.ID, p+1, d.Instrument.Date))
		d.Links = append(d.Links, graph.Link{
			Type: graph.PartOf, From: d.Paragraphs[p].ID, To: d.Instrument.ID, Owner: d.Instrument.ID,
			Order: int64(p+1) << 32, Date: d.Instrument.Date,
		})
		for l := range linksEach / paragraphsEach {
			if n == 0 {
				continue
			}
			to := symbol(int(float64(n) * random.Float64() * random.Float64())).ID() // the earlier, the likelier
			d.Links = append(d.Links, citation(&d.Paragraphs[p], d.Instrument.ID, to, l))
			if !stubs[to] && to != d.Instrument.ID {
				stubs[to] = true
				target := graph.MustParseSymbol(string(to))
				d.Stubs = append(d.Stubs, &graph.Instrument{
					ID: to, Symbol: target, Kind: graph.Resolution, Body: target.Body(), Session: target.Session(), Basis: graph.FromCitations,
				})
			}
		}
	}
	slices.SortFunc(d.Links, graph.CompareLinks)
	slices.SortFunc(d.Stubs, func(a, b graph.Node) int { return strings.Compare(string(a.NodeID()), string(b.NodeID())) })
	return d
}

// citedWords stand twice in each paragraph.
const citedWords = "resolution 1/1"

func paragraph(instrument graph.ID, n int, date graph.Date) graph.Paragraph {
	place := graph.Place(fmt.Sprintf("PP%d", n))
	text := "Recalling its " + citedWords + " on the question and also its " + citedWords + " on the promotion of all rights,"
	return graph.Paragraph{
		ID: instrument.At(string(place)), Place: place, Part: graph.Preamble, Order: n, Opening: "Recalling", Act: graph.Recalls,
		Text: text, Span: graph.Span{Start: (n - 1) * len(text), End: n * len(text)}, Date: date,
	}
}

func citation(p *graph.Paragraph, owner, to graph.ID, which int) graph.Link {
	start := len("Recalling its ")
	if which > 0 {
		start += len(citedWords + " on the question and also its ")
	}
	words := graph.Span{Start: start, End: start + len(citedWords)}
	return graph.Link{
		Type: graph.Cites, From: p.ID, To: to, Owner: owner, Order: int64(p.Order)<<32 + int64(start), Date: p.Date, Act: graph.Recalls,
		Confidence: 0.99, Evidence: &graph.Evidence{
			Quote: citedWords, Words: words, Rule: "measured",
			Span: graph.Span{Start: p.Span.Start + words.Start, End: p.Span.Start + words.End},
		},
	}
}
