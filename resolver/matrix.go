package resolver

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"recital/graph"
	"recital/resolver/internal/view"
)

// matrix is counted rows that have no columns yet.
type matrix struct {
	rights []*graph.Right
	counts []map[graph.ID]int // of paragraphs, for each right by actor
}

// view gives the matrix its columns: the actors asked for, or the n named most beside these rights.
func (m matrix) view(ctx context.Context, reader graph.Reader, asked []graph.ID, n int) (*view.Matrix, error) {
	if len(asked) == 0 {
		asked = m.mostNamed(n)
	}
	v := &view.Matrix{Rights: m.rights, Actors: []*graph.Actor{}, Cells: []*view.Cell{}}
	if len(asked) == 0 {
		return v, nil
	}
	nodes, err := reader.Nodes(ctx, asked)
	if err != nil {
		return nil, err
	}
	for _, node := range nodes {
		if actor := as[graph.Actor](node); actor != nil {
			v.Actors = append(v.Actors, actor)
		}
	}
	for i, right := range m.rights {
		for _, actor := range v.Actors {
			if count := m.counts[i][actor.ID]; count > 0 {
				v.Cells = append(v.Cells, &view.Cell{Right: right.ID, Actor: actor.ID, Count: count})
			}
		}
	}
	return v, nil
}

func (m matrix) mostNamed(n int) []graph.ID {
	sums := make(map[graph.ID]int)
	for _, row := range m.counts {
		for actor, count := range row {
			sums[actor] += count
		}
	}
	ids := slices.SortedFunc(maps.Keys(sums), func(a, b graph.ID) int {
		return cmp.Or(sums[b]-sums[a], cmp.Compare(a, b))
	})
	return ids[:min(len(ids), max(n, 0))]
}
