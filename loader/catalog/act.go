package catalog

import (
	_ "embed"
	"fmt"

	"recital/graph"
)

//go:embed acts.tsv
var actsFile string

// ActForm is the grammatical form of words that stand for an act.
type ActForm string

// Forms of the words of acts.
const (
	Finite     ActForm = "finite"     // "recalls": opens operative paragraphs
	Participle ActForm = "participle" // "recalling": opens preambular paragraphs
	Expressing ActForm = "expressing" // "expresses": what is expressed says the act
	Feeling    ActForm = "feeling"    // "concern": what is expressed
	Adverb     ActForm = "adverb"     // "also": stands around the verb and changes nothing
)

// ActWords are words that stand for an act.
type ActWords struct {
	Act  graph.Act
	Form ActForm
	// Phrases are patterns, written as those of actors.tsv.
	Phrases []string
}

// Fields of a line of acts.tsv.
const (
	actName = iota
	actForm
	actPhrases
)

// Acts returns the words that stand for acts; the slice must not be changed.
func (c *Catalog) Acts() []ActWords { return c.acts }

func (c *Catalog) loadActs() error {
	rows, err := table(actsFile)
	if err != nil {
		return err
	}
	known := make(map[graph.Act]bool)
	for _, act := range graph.Acts() {
		known[act] = true
	}
	for _, row := range rows {
		words := ActWords{Act: graph.Act(row[actName]), Form: ActForm(row[actForm]), Phrases: list(row[actPhrases])}
		if !known[words.Act] {
			return fmt.Errorf("unknown act %q", words.Act)
		}
		switch words.Form {
		case Finite, Participle, Expressing, Feeling, Adverb:
		default:
			return fmt.Errorf("act %s: unknown form %q", words.Act, words.Form)
		}
		c.acts = append(c.acts, words)
	}
	return nil
}
