package catalog

import (
	_ "embed"
	"strings"

	"recital/graph"
)

//go:embed actors.tsv
var actorsFile string

// Actor is an actor of the vocabulary and what names it in texts.
type Actor struct {
	graph.Actor
	// Phrases are patterns; actors.tsv says how they are written.
	Phrases []string
}

// Reference is a short name that several bodies share ("the Council"): the text before it decides which is meant.
type Reference struct {
	// Name is "council", "assembly", "office" or "committee", with "other-" before it for the full names of bodies of that
	// sort that are no actors of the vocabulary.
	Name    string
	Phrases []string
}

// Fields of a line of actors.tsv.
const (
	actorID = iota
	actorTitle
	actorCategory
	actorPhrases
)

// Ids of lines that are no actors.
const (
	decoyLine       = "-"
	referencePrefix = "~"
)

// Actors returns the actors of the vocabulary in its order; the slice must not be changed.
func (c *Catalog) Actors() []Actor { return c.actors }

// Decoys returns the phrases that hold an actor's name and name none: "Heads of State"; the slice must not be changed.
func (c *Catalog) Decoys() []string { return c.decoys }

// References returns the short names of bodies; the slice must not be changed.
func (c *Catalog) References() []Reference { return c.references }

// loadActors reads actors.tsv: several lines may add phrases to one actor, the first gives the rest.
func (c *Catalog) loadActors() error {
	rows, err := table(actorsFile)
	if err != nil {
		return err
	}
	at := make(map[string]int)
	for _, row := range rows {
		id, phrases := row[actorID], list(row[actorPhrases])
		if id == decoyLine {
			c.decoys = append(c.decoys, phrases...)
			continue
		}
		if name, ok := strings.CutPrefix(id, referencePrefix); ok {
			c.references = append(c.references, Reference{Name: name, Phrases: phrases})
			continue
		}
		i, ok := at[id]
		if !ok {
			i = len(c.actors)
			at[id] = i
			c.actors = append(c.actors, Actor{
				Actor: graph.Actor{ID: graph.ActorID(id), Title: row[actorTitle], Category: row[actorCategory]},
			})
		}
		c.actors[i].Phrases = append(c.actors[i].Phrases, phrases...)
	}
	return nil
}
