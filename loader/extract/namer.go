package extract

import (
	"fmt"
	"strings"
	"sync"

	"recital/graph"
	"recital/loader/catalog"
)

// namer finds what paragraphs do, and the rights, actors and mandates they name. It is compiled once and then only read.
type namer struct {
	catalogue *catalog.Catalog
	lexicon   *lexicon
	class     []class // by word id
	closing   []bool  // by word id: as in phrases

	actorList []catalog.Actor
	actors    *phrases // values: index into actorList, or below zero a decoy or reference
	// Adjective and noun of names whose parts coordination may draw apart, "regional and international organizations".
	adjectives, nouns *phrases
	between           *phrases
	pairs             map[[2]int32][]int32 // adjective and noun: actors

	rightList []catalog.Right
	rights    *phrases // values: index into rightList
	objects   *phrases // what follows "right to" and "freedom of": values of object
	holders   map[int32]int32

	verbs    *phrases // values: index into acts, finite ones doubled
	acts     []graph.Act
	bases    map[wordID]graph.Act // "request", of the verbs that ask
	feelings *phrases
	adverbs  *phrases

	productList []catalog.Product
	products    *phrases // values: index into productList
	ordinalOf   []int    // by word id
	cardinalOf  []int

	spare sync.Pool // of *passage: their slices are grown already

	special specialActors
	known   knownRights
	word    grammarWords
}

// specialActors are the actors that rules know by themselves: by index into actorList, -1 for none; resources is a product.
type specialActors struct {
	resources                                                                                                          int32
	humanRightsCouncil, generalAssembly, securityCouncil, ecosoc, ohchr, treatyBodies, specialRapporteur, workingGroup int32
}

// knownRights are the rights that rules know by themselves: by index into rightList, -1 for none.
type knownRights struct{ esc, cp int32 }

// Values of actor phrases that are no actors.
const (
	decoy int32 = -1 - iota
	aCouncil
	anAssembly
	anOffice
	aCommittee
	otherCouncil
	otherAssembly
	otherOffice
	otherCommittee
)

var referenceValues = map[string]int32{
	"council": aCouncil, "assembly": anAssembly, "office": anOffice, "committee": aCommittee,
	"other-council": otherCouncil, "other-assembly": otherAssembly, "other-office": otherOffice, "other-committee": otherCommittee,
}

const (
	betweenReference = "between" // words that may stand between an adjective and its noun
	coordination     = " ~ "
)

// newNamer compiles the vocabulary. The data files are part of the program: a malformed one is a broken invariant.
func newNamer(c *catalog.Catalog, l *lexicon) *namer {
	n := &namer{
		catalogue: c, lexicon: l,
		actors: newPhrases(l), adjectives: newPhrases(l), nouns: newPhrases(l), between: newPhrases(l),
		pairs:  make(map[[2]int32][]int32),
		bases:  make(map[wordID]graph.Act),
		rights: newPhrases(l), objects: newPhrases(l), holders: make(map[int32]int32),
		verbs: newPhrases(l), feelings: newPhrases(l), adverbs: newPhrases(l), products: newPhrases(l),
	}
	for _, compile := range []func(*catalog.Catalog) error{n.compileActors, n.compileRights, n.compileActs, n.compileProducts} {
		if err := compile(c); err != nil {
			panic("extract: vocabulary: " + err.Error())
		}
	}
	n.ordinalOf, n.cardinalOf = byWord(l, ordinals), byWord(l, cardinals)
	n.classify()
	n.compile()
	return n
}

func (n *namer) compileActors(c *catalog.Catalog) error {
	n.actorList = c.Actors()
	for i, a := range n.actorList {
		for _, p := range a.Phrases {
			if err := n.addActor(p, int32(i)); err != nil {
				return fmt.Errorf("actor %s: %w", a.ID, err)
			}
		}
	}
	for _, p := range c.Decoys() {
		if err := n.actors.add(p, decoy); err != nil {
			return err
		}
	}
	for _, r := range c.References() {
		into, value := n.actors, referenceValues[r.Name]
		if r.Name == betweenReference {
			into = n.between
		} else if value == 0 {
			return fmt.Errorf("unknown reference %q", r.Name)
		}
		for _, p := range r.Phrases {
			if err := into.add(p, value); err != nil {
				return err
			}
		}
	}
	n.special = specialActors{
		humanRightsCouncil: n.actor("human-rights-council"), generalAssembly: n.actor("general-assembly"),
		securityCouncil: n.actor("security-council"), ecosoc: n.actor("ecosoc"), ohchr: n.actor("ohchr"),
		treatyBodies: n.actor("treaty-bodies"), specialRapporteur: n.actor("special-rapporteur"), workingGroup: n.actor("working-group"),
	}
	return nil
}

// actor returns the index of the actor with an id of the vocabulary, -1 for none.
func (n *namer) actor(id string) int32 {
	for i := range n.actorList {
		if n.actorList[i].ID == graph.ActorID(id) {
			return int32(i)
		}
	}
	return -1
}

// addActor adds a pattern, or the pairs of one whose adjective and noun may stand apart.
func (n *namer) addActor(pattern string, value int32) error {
	pattern = strings.ReplaceAll(pattern, "rganization", "rgani(z|s)ation") // Security Council texts spell it both ways
	before, after, apart := strings.Cut(pattern, coordination)
	if !apart {
		return n.actors.add(pattern, value)
	}
	adjectives, err := expand(before)
	if err != nil {
		return err
	}
	nouns, err := expand(after)
	if err != nil {
		return err
	}
	for _, adjective := range adjectives {
		for _, noun := range nouns {
			pair := [2]int32{n.adjectives.once(adjective), n.nouns.once(noun)}
			n.pairs[pair] = append(n.pairs[pair], value)
		}
	}
	return nil
}

// object is a value of objects: the right, and the heads it may follow.
type object int32

const (
	afterTo object = 1 << (16 + iota)
	afterOf
	afterFrom
	objectRight object = 1<<16 - 1
)

var objectForms = map[catalog.RightForm]object{catalog.RightTo: afterTo, catalog.FreedomOf: afterOf, catalog.FreedomFrom: afterFrom}

func (n *namer) compileRights(c *catalog.Catalog) error {
	n.rightList = c.Rights()
	n.known = knownRights{esc: n.right("esc"), cp: n.right("cp")}
	for i, r := range n.rightList {
		for _, holder := range r.Holders {
			n.holders[n.actor(holder.Vocabulary())] = int32(i)
		}
		for form, phrases := range r.Phrases {
			for _, p := range phrases {
				into, value := n.rights, int32(i)
				if form != catalog.AnywherePhrase {
					into, value = n.objects, int32(objectForms[form]|object(i))
				}
				if err := into.add(p, value); err != nil {
					return fmt.Errorf("right %s: %w", r.ID, err)
				}
			}
		}
	}
	return nil
}

// right returns the index of the right with an id of the vocabulary, -1 for none.
func (n *namer) right(id string) int32 {
	for i := range n.rightList {
		if n.rightList[i].ID == graph.RightID(id) {
			return int32(i)
		}
	}
	return -1
}

// Forms of verbs, in the values of verbs beside the index of the act.
const (
	finiteVerb     int32 = 1 << 16
	participleVerb int32 = 1 << 17
	expressingVerb int32 = 1 << 18
	actIndex       int32 = 1<<16 - 1
)

func (n *namer) compileActs(c *catalog.Catalog) error {
	for _, words := range c.Acts() {
		index := int32(len(n.acts))
		n.acts = append(n.acts, words.Act)
		into, value := n.verbs, index
		switch words.Form {
		case catalog.Finite:
			value |= finiteVerb
			n.addBases(words)
		case catalog.Participle:
			value |= participleVerb
		case catalog.Expressing:
			value |= expressingVerb
		case catalog.Feeling:
			into = n.feelings
		case catalog.Adverb:
			into = n.adverbs
		}
		for _, p := range words.Phrases {
			if err := into.add(p, value); err != nil {
				return fmt.Errorf("act %s: %w", words.Act, err)
			}
		}
	}
	return nil
}

// addBases adds the infinitives of verbs that ask: "request" of "requests".
func (n *namer) addBases(words catalog.ActWords) {
	for _, p := range words.Phrases {
		first, _, _ := strings.Cut(p, " ")
		if base, ok := strings.CutSuffix(first, "s"); ok && asks[words.Act] {
			n.bases[n.lexicon.add(base)] = words.Act
		}
	}
}

func (n *namer) compileProducts(c *catalog.Catalog) error {
	n.productList = c.Products()
	n.special.resources = -1
	for i, product := range n.productList {
		if product.Family == catalog.ResourceProduct {
			n.special.resources = int32(i)
		}
		for _, p := range product.Phrases {
			if err := n.products.add(p, int32(i)); err != nil {
				return fmt.Errorf("product %s: %w", product.Name, err)
			}
		}
	}
	return nil
}

// byWord returns the values of a map by the ids of its words.
func byWord(l *lexicon, values map[string]int) []int {
	var list []int
	for name, value := range values {
		id := l.add(name)
		for len(list) <= int(id) {
			list = append(list, 0)
		}
		list[id] = value
	}
	return list
}
