package neo4j_test

import (
	"context"
	"math/rand/v2"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"recital/graph"
	"recital/graph/graphtest"
)

// TestSharedStatements asks from many goroutines at once, some of which give up, what share statements then: each is answered as the model
// answers it alone.
func TestSharedStatements(t *testing.T) {
	store, model, texts := filled(t)
	const askers, questions, hasty = 12, 40, 10 // of a hundred
	group, ctx := errgroup.WithContext(t.Context())
	for n := range askers {
		random := rand.New(rand.NewPCG(uint64(n), 3))
		group.Go(func() error {
			for range questions {
				if random.IntN(100) < hasty {
					soon, cancel := context.WithTimeout(ctx, time.Duration(random.IntN(3000))*time.Microsecond)
					_, _ = store.Nodes(soon, []graph.ID{texts.Symbol(random.IntN(texts.Documents))}) // whether it comes in time is open
					cancel()
				}
				if err := askBoth(ctx, t, random, texts, store, model); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
}

// askBoth asks a random question of the store and of the model.
func askBoth(ctx context.Context, t *testing.T, random *rand.Rand, texts graphtest.Synthetic, store, model graph.Reader) error {
	t.Helper()
	ids := []graph.ID{"nothing", "nothing", "nothing"}[:1+random.IntN(3)]
	for i := range ids {
		if random.IntN(8) > 0 {
			ids[i] = texts.Symbol(random.IntN(texts.Documents))
		}
	}
	if random.IntN(2) == 0 {
		got, err := store.Nodes(ctx, ids)
		if err != nil {
			return err
		}
		want, err := model.Nodes(ctx, ids)
		if err == nil {
			sameItems(t, "nodes", got, want)
		}
		return err
	}
	f := graph.LinkFilter{Types: []graph.LinkType{graph.Cites}, Direction: []graph.Direction{graph.Out, graph.In}[random.IntN(2)]}
	page := graph.PageRequest{First: 3, Total: random.IntN(2) == 0}
	page.Parts = []graph.LinkParts{0, graph.LinkAlone, graph.LinkQuote | graph.FarTitle, graph.SourceOutline | graph.ParagraphText}[random.IntN(4)]
	got, err := store.Links(ctx, ids, f, page)
	if err != nil {
		return err
	}
	want, err := model.Links(ctx, ids, f, page)
	if err != nil {
		return err
	}
	sameItems(t, "shared", withoutNil(graphtest.Pare(got, page.Parts)), withoutNil(graphtest.Pare(want, page.Parts)))
	return nil
}
