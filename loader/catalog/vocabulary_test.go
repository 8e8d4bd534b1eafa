package catalog

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
)

func load(t *testing.T) *Catalog {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The ids are a contract with everything that reads the graph: none may go, or change.
func TestVocabularyIDs(t *testing.T) {
	c := load(t)
	var rights, actors []string
	for _, r := range c.Rights() {
		rights = append(rights, r.ID.Vocabulary())
	}
	for _, a := range c.Actors() {
		actors = append(actors, a.ID.Vocabulary())
	}
	wantRights := strings.Fields(`life torture slavery liberty-security detention movement asylum nationality fair-trial equal-protection
		non-discrimination legal-personality privacy thought-religion expression information assembly association participation family child
		minority remedy self-determination work trade-union social-security standard-of-living food water housing health reproductive-health
		education cultural-life science property development environment peace truth disappearance disability women indigenous migrants
		refugees older peasants defend communicate esc cp`)
	wantActors := strings.Fields(`states states-parties business tech-companies private-sector financial-institutions human-rights-council
		general-assembly security-council ecosoc secretary-general ohchr high-commissioner special-procedures special-rapporteur working-group
		treaty-bodies upr advisory-committee un-system un-agency international-organizations regional-organizations nhri parliaments judiciary
		law-enforcement political-parties civil-society defenders journalists academia technical-community religious-leaders trade-unions
		women men children youth older-persons disabled-persons indigenous minorities migrants refugees lgbti victims vulnerable rural poor
		workers developing-countries african-descent prisoners`)
	if diff := cmp.Diff(rights, wantRights); diff != "" {
		t.Errorf("rights differ (-got +want):\n%s", diff)
	}
	if diff := cmp.Diff(actors, wantActors); diff != "" {
		t.Errorf("actors differ (-got +want):\n%s", diff)
	}
}

func TestVocabularyNodes(t *testing.T) {
	c := load(t)
	node, ok := c.Node("right:privacy")
	right, isRight := node.(*graph.Right)
	if !ok || !isRight {
		t.Fatalf("Node(right:privacy) = %v, %v", node, ok)
	}
	if diff := cmp.Diff(right.Basis, []graph.ID{"udhr#12", "iccpr#17"}); diff != "" {
		t.Errorf("basis of privacy differs (-got +want):\n%s", diff)
	}
	node, ok = c.Node("actor:ohchr")
	if actor, isActor := node.(*graph.Actor); !ok || !isActor || actor.Category != "un-secretariat" {
		t.Errorf("Node(actor:ohchr) = %v, %v", node, ok)
	}
	if node, ok = c.Node("actor:nobody"); ok {
		t.Errorf("Node(actor:nobody) = %v", node)
	}
}

func TestVocabularyIsWhole(t *testing.T) {
	c := load(t)
	ids := make(map[graph.ID]bool)
	for _, a := range c.Actors() {
		if ids[a.ID] = true; a.Title == "" || a.Category == "" || len(a.Phrases) == 0 {
			t.Errorf("actor %s lacks a title, a category or phrases", a.ID)
		}
	}
	for _, r := range c.Rights() {
		if r.Title == "" || len(r.Basis) == 0 {
			t.Errorf("right %s lacks a title or a basis", r.ID)
		}
		for _, holder := range r.Holders {
			if !ids[holder] {
				t.Errorf("right %s is held by %s, which is no actor", r.ID, holder)
			}
		}
	}
	for _, body := range []graph.Body{graph.HumanRightsCouncil, graph.GeneralAssembly, graph.SecurityCouncil, graph.EconomicAndSocialCouncil} {
		if !ids[body.Actor()] {
			t.Errorf("the body %s is no actor", body)
		}
	}
	forms := make(map[graph.Act]bool)
	for _, words := range c.Acts() {
		forms[words.Act] = true
	}
	for _, act := range graph.Acts() {
		if !forms[act] {
			t.Errorf("no words stand for the act %s", act)
		}
	}
}
