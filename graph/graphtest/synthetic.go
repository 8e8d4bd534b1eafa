package graphtest

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"recital/graph"
)

// Synthetic makes documents in numbers, for measurements: the same for the same fields. The zero value makes none.
type Synthetic struct {
	// Documents is the number of held texts.
	Documents int
	// RedLinks is the number of instruments that are cited and not held.
	RedLinks int
	// Paragraphs, Citations and Namings are those of each document.
	Paragraphs, Citations, Namings int
	// Words is the number of words of a paragraph's text; 0: the texts are left out, as in a data set of facts.
	Words int
}

// Corpus is about the corpus of real texts that the loader is measured with: 5,604 documents, 150,000 paragraphs, 100,000 citations,
// 400,000 namings.
func Corpus(words int) Synthetic {
	return Synthetic{Documents: 5604, RedLinks: 40_000, Paragraphs: 27, Citations: 18, Namings: 71, Words: words}
}

// Symbol returns the symbol of the n-th held text.
func (s Synthetic) Symbol(n int) graph.ID {
	return graph.ID(fmt.Sprintf("A/HRC/RES/%d/%d", 1+n/60, 1+n%60))
}

// All gives the documents in order.
func (s Synthetic) All() iter.Seq2[*graph.Document, error] {
	return func(yield func(*graph.Document, error) bool) {
		for n := range s.Documents {
			if !yield(s.document(n), nil) {
				return
			}
		}
	}
}

// Sizes of the vocabulary of synthetic texts.
const (
	syntheticWords  = 20_000
	syntheticRights = 60
	syntheticActors = 70
)

func (s Synthetic) document(n int) *graph.Document {
	random := rand.New(rand.NewPCG(uint64(n), 1))
	zipf := rand.NewZipf(random, 1.2, 4, syntheticWords-1)
	phrase := func(words int) string {
		var b strings.Builder
		for i := range words {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(syntheticWord(zipf.Uint64()))
		}
		return b.String()
	}
	date := graph.Date{Year: 1950 + n*73/max(1, s.Documents), Month: 1 + 11, Day: 1 + n%28}
	w := Write(held(string(s.Symbol(n)), phrase(8), date.String(), graph.HumanRightsCouncil, fmt.Sprint(1+n/60)))
	council := actor("human-rights-council")
	w.AdoptedBy(council)
	for p := range s.Paragraphs {
		text := phrase(max(1, s.Words))
		cites, names := share(s.Citations, s.Paragraphs, p), share(s.Namings, s.Paragraphs, p)
		for i := range cites {
			text += fmt.Sprintf(" resolution %d/%d%d of 14 July 2023", n%70, p, i)
		}
		for i := range names {
			text += fmt.Sprintf(" quoted words %d.", i)
		}
		act := graph.Acts()[random.IntN(len(graph.Acts()))]
		w.Paragraph(graph.Place(fmt.Sprintf("OP%d", p+1)), graph.Operative, act, text)
		for i := range cites {
			w.Cites(fmt.Sprintf("resolution %d/%d%d of 14 July 2023", n%70, p, i), s.target(random, n))
		}
		for i := range names {
			quote := fmt.Sprintf("quoted words %d.", i)
			if i%2 == 0 {
				w.Names(quote, right(fmt.Sprintf("right-%d", (int(zipf.Uint64())+i)%syntheticRights)), "")
			} else {
				w.Names(quote, actor(fmt.Sprintf("actor-%d", (int(zipf.Uint64())+i)%syntheticActors)), graph.Named)
			}
		}
	}
	d := w.Done()
	if s.Words == 0 {
		for i := range d.Paragraphs {
			d.Paragraphs[i].Text = ""
		}
	}
	return d
}

// syntheticWord is the n-th word of the vocabulary: the frequent ones are short.
func syntheticWord(n uint64) string {
	word := []byte{byte('a' + n%13)}
	for n += 13; n > 0; n /= 21 {
		word = append(word, byte('a'+n%21))
	}
	return string(word)
}

// share is the p-th of parts of a whole, in whole numbers.
func share(whole, parts, p int) int { return (p+1)*whole/parts - p*whole/parts }

// target draws what a citation leads to: mostly an earlier text, else a red link.
func (s Synthetic) target(random *rand.Rand, n int) *graph.Instrument {
	if s.RedLinks == 0 || n > 0 && random.IntN(5) < 2 {
		return stub(string(s.Symbol(random.IntN(max(1, n)))), graph.HumanRightsCouncil)
	}
	red := random.IntN(s.RedLinks)
	return stub(fmt.Sprintf("A/RES/%d/%d", 1+red/400, 1+red%400), graph.GeneralAssembly)
}
