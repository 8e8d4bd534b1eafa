package catalog

import (
	_ "embed"
	"fmt"
	"strings"

	"recital/graph"
)

//go:embed rights.tsv
var rightsFile string

// RightForm says where a phrase stands for a right.
type RightForm string

// Forms of the phrases of rights.
const (
	// AnywherePhrase stands for the right wherever it is.
	AnywherePhrase RightForm = "phrase"
	// RightTo stands for it after "right to", or as a member of a list after that.
	RightTo RightForm = "to"
	// FreedomOf stands for it after "freedom of".
	FreedomOf RightForm = "of"
	// FreedomFrom stands for it after "freedom from" and "right to be free from".
	FreedomFrom RightForm = "from"
)

// Right is a right of the vocabulary and what names it in texts.
type Right struct {
	graph.Right
	// Holders are the groups whose rights this right is: "rights of the child" is the right, "children" its holders.
	Holders []graph.ID
	// Phrases by form, as patterns; rights.tsv says how they are written.
	Phrases map[RightForm][]string
}

// Fields of a line of rights.tsv.
const (
	rightID = iota
	rightTitle
	rightBasis
	rightHolders
	rightForm
	rightPhrases
)

// Rights returns the rights of the vocabulary in its order; the slice must not be changed.
func (c *Catalog) Rights() []Right { return c.rights }

// loadRights reads rights.tsv: several lines may add phrases to one right, the first gives the rest.
func (c *Catalog) loadRights() error {
	rows, err := table(rightsFile)
	if err != nil {
		return err
	}
	at := make(map[string]int)
	for _, row := range rows {
		i, ok := at[row[rightID]]
		if !ok {
			i = len(c.rights)
			at[row[rightID]] = i
			c.rights = append(c.rights, newRight(row))
		}
		form := RightForm(row[rightForm])
		switch form {
		case AnywherePhrase, RightTo, FreedomOf, FreedomFrom:
		default:
			return fmt.Errorf("right %s: unknown form %q", row[rightID], form)
		}
		c.rights[i].Phrases[form] = append(c.rights[i].Phrases[form], list(row[rightPhrases])...)
	}
	return nil
}

func newRight(row []string) Right {
	r := Right{
		Right:   graph.Right{ID: graph.RightID(row[rightID]), Title: row[rightTitle], Basis: provisions(row[rightBasis])},
		Phrases: make(map[RightForm][]string),
	}
	for _, holder := range list(row[rightHolders]) {
		r.Holders = append(r.Holders, graph.ActorID(holder))
	}
	return r
}

// provisions reads "udhr:3,9; cat": the ids udhr#3, udhr#9 and cat.
func provisions(field string) []graph.ID {
	var ids []graph.ID
	for _, part := range list(field) {
		instrument, articles, found := strings.Cut(part, ":")
		if !found {
			ids = append(ids, graph.ID(instrument))
			continue
		}
		for article := range strings.SplitSeq(articles, ",") {
			ids = append(ids, graph.ID(instrument).At(article))
		}
	}
	return ids
}

// vocabularyNode returns the right or actor with the id.
func (c *Catalog) vocabularyNode(id graph.ID) (graph.Node, bool) {
	for i := range c.rights {
		if c.rights[i].ID == id {
			return &c.rights[i].Right, true
		}
	}
	for i := range c.actors {
		if c.actors[i].ID == id {
			return &c.actors[i].Actor, true
		}
	}
	return nil, false
}
