package resolver_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"recital/graph"
	"recital/graph/graphtest"
	"recital/resolver"
)

// TestHeldIn asks of texts that are cited and not held whether another text that is held has them.
func TestHeldIn(t *testing.T) {
	named := func(id graph.ID, symbol string) *graph.Instrument {
		return &graph.Instrument{ID: id, Symbol: graph.MustParseSymbol(symbol), Kind: graph.Agenda, Basis: graph.FromCatalogue}
	}
	held := func(id graph.ID, symbol string) *graphtest.Draft {
		return graphtest.Write(graph.Instrument{ID: id, Symbol: graph.MustParseSymbol(symbol), Kind: graph.Resolution}).
			Paragraph("OP1", graph.Operative, graph.Recalls, "Recalls the goals, their annex and the Covenant;")
	}
	model := graphtest.NewModel()
	err := model.Apply(context.Background(), documents([]*graph.Document{
		held("agenda", "A/RES/99/1").Cites("the goals", named("goals", "A/RES/99/1")).
			Cites("annex", named("annex", "A/RES/99/2A")).Cites("the Covenant", named("covenant", "A/RES/99/3")).Done(),
		held("A/RES/99/2", "A/RES/99/2").Done(),
	}))
	if err != nil {
		t.Fatal(err)
	}
	handler := serve(t, resolver.Options{Reader: model})
	for _, tc := range []struct {
		name, symbol string
		want         any
	}{
		{"what another held text bears the symbol of", "goals", map[string]any{"id": "agenda"}},
		{"a lettered part of a held whole", "annex", map[string]any{"id": "A/RES/99/2"}},
		{"what nothing holds", "covenant", nil},
		{"what is held itself", "agenda", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a := post(t, handler, `query ($symbol: String!) { instrument(symbol: $symbol) { heldIn { id } } }`, map[string]any{"symbol": tc.symbol})
			var got struct{ Instrument map[string]any }
			if err := json.Unmarshal(a.Data, &got); err != nil {
				t.Fatalf("%v: %s", err, a.body)
			}
			if diff := cmp.Diff(tc.want, got.Instrument["heldIn"]); diff != "" {
				t.Error(diff)
			}
		})
	}
}
