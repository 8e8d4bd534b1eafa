package resolver

import (
	"context"
	"fmt"

	"golang.org/x/sync/errgroup"

	"recital/graph"
	"recital/resolver/internal/view"
)

// size is an argument that says how far or how much.
type size struct {
	what  string
	given *int
	to    *int // where the domain takes it, to which 0 is "not said"
}

// sized puts sizes where they belong. The domain bounds them; that 0 was said it would not see.
func sized(sizes ...size) error {
	for _, s := range sizes {
		switch {
		case s.given == nil:
		case *s.given == 0:
			return fmt.Errorf("%s of 0: %w: from 1", s.what, graph.ErrBadRequest)
		default:
			*s.to = *s.given
		}
	}
	return nil
}

// Chain implements the field of the schema.
func (r queryResolver) Chain(
	ctx context.Context, start string, direction *graph.Direction, depth, limit *int, filter *graph.WalkFilter,
) (*view.Subgraph, error) {
	follow, err := walkFilter(filter)
	if err != nil {
		return nil, err
	}
	from, err := known(ctx, r.reader, start)
	if err != nil {
		return nil, err
	}
	request := graph.ChainRequest{Start: from.ID, Filter: follow}
	if direction != nil {
		request.Direction = *direction
	}
	if err := sized(size{"depth", depth, &request.Depth}, size{"limit", limit, &request.Limit}); err != nil {
		return nil, err
	}
	found, err := graph.Chain(ctx, r.reader, request)
	if err != nil {
		return nil, err
	}
	return view.SubgraphOf(&found), nil
}

// Neighbourhood implements the field of the schema.
func (r queryResolver) Neighbourhood(
	ctx context.Context, start string, depth, limit *int, filter *graph.WalkFilter,
) (*view.Subgraph, error) {
	follow, err := walkFilter(filter)
	if err != nil {
		return nil, err
	}
	from, err := known(ctx, r.reader, start)
	if err != nil {
		return nil, err
	}
	request := graph.NeighbourhoodRequest{Start: from.ID, Filter: follow}
	if err := sized(size{"depth", depth, &request.Depth}, size{"limit", limit, &request.Limit}); err != nil {
		return nil, err
	}
	found, err := graph.Neighbourhood(ctx, r.reader, request)
	if err != nil {
		return nil, err
	}
	return view.SubgraphOf(&found), nil
}

// Path implements the field of the schema.
func (r queryResolver) Path(ctx context.Context, from, to string, filter *graph.WalkFilter) (*view.Path, error) {
	one := 1
	found, err := r.Paths(ctx, from, to, &one, nil, filter)
	if err != nil || len(found.Paths) == 0 {
		return nil, err
	}
	return found.Paths[0], nil
}

// Paths implements the field of the schema.
func (r queryResolver) Paths(
	ctx context.Context, from, to string, count, maxLength *int, filter *graph.WalkFilter,
) (*view.PathSet, error) {
	follow, err := walkFilter(filter)
	if err != nil {
		return nil, err
	}
	ends, err := knownIDs(ctx, r.reader, []string{from, to})
	if err != nil {
		return nil, err
	}
	request := graph.PathsRequest{From: ends[0], To: ends[1], Filter: follow}
	if err := sized(size{"count", count, &request.Count}, size{"maxLength", maxLength, &request.MaxLength}); err != nil {
		return nil, err
	}
	found, err := graph.Paths(ctx, r.reader, request)
	if err != nil {
		return nil, err
	}
	return view.PathSetOf(&found), nil
}

// maxCommon is the number of instruments that common takes; see graph.CommonRequest.
const maxCommon = 10

// Common implements the field of the schema.
func (r queryResolver) Common(
	ctx context.Context, instruments []string, depth, limit *int, filter *graph.WalkFilter,
) (*graph.SharedSet, error) {
	if err := atMost("common", len(instruments), maxCommon); err != nil {
		return nil, err
	}
	follow, err := walkFilter(filter)
	if err != nil {
		return nil, err
	}
	ids, err := knownIDs(ctx, r.reader, instruments)
	if err != nil {
		return nil, err
	}
	request := graph.CommonRequest{IDs: ids, Filter: follow}
	if err := sized(size{"depth", depth, &request.Depth}, size{"limit", limit, &request.Limit}); err != nil {
		return nil, err
	}
	found, err := graph.Common(ctx, r.reader, request)
	return &found, err
}

// Compare implements the field of the schema.
func (r queryResolver) Compare(ctx context.Context, left, right string) (*view.Comparison, error) {
	ids, err := knownIDs(ctx, r.reader, []string{left, right})
	if err != nil {
		return nil, err
	}
	nodes, err := r.reader.Nodes(ctx, ids)
	if err != nil {
		return nil, err
	}
	links, err := allLinks(ctx, r.reader, ids, graph.LinkFilter{Types: []graph.LinkType{graph.RestsOn}})
	if err != nil {
		return nil, err
	}
	var sides [2][]*view.Reliance
	turn := reliance(nil)
	for i := range sides {
		for j := range links[i] {
			sides[i] = append(sides[i], turn(&links[i][j]))
		}
	}
	return view.Compare(as[graph.Instrument](nodes[0]), as[graph.Instrument](nodes[1]), sides[0], sides[1]), nil
}

// The size of a matrix, and how many of its rows are counted at once.
const (
	defaultMatrix = 20
	maxMatrix     = 60 // more than the rights or actors of the vocabulary
	matrixWorkers = 4
)

// Matrix implements the field of the schema.
func (r queryResolver) Matrix(
	ctx context.Context, rights, actors []graph.ID, filter *graph.NodeFilter, size *int,
) (*view.Matrix, error) {
	n := defaultMatrix
	if size != nil {
		n = *size
	}
	if n < 1 {
		return nil, fmt.Errorf("matrix of size %d: %w: from 1 to %d", n, graph.ErrBadRequest, maxMatrix)
	}
	if err := atMost("matrix", max(n, len(rights), len(actors)), maxMatrix); err != nil {
		return nil, err
	}
	rows, err := r.matrixRights(ctx, rights, n)
	if err != nil {
		return nil, err
	}
	counts := make([]map[graph.ID]int, len(rows))
	group, counting := errgroup.WithContext(ctx)
	group.SetLimit(matrixWorkers)
	for i, right := range rows {
		group.Go(func() error {
			var err error
			counts[i], err = r.actorsBeside(counting, right.ID, filter)
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return matrix{rows, counts}.view(ctx, r.reader, actors, n)
}

// matrixRights is the rights asked for, or the n that are named most.
func (r queryResolver) matrixRights(ctx context.Context, ids []graph.ID, n int) ([]*graph.Right, error) {
	var nodes []graph.Node
	var err error
	if len(ids) > 0 {
		nodes, err = r.reader.Nodes(ctx, ids)
	} else if n > 0 {
		var page graph.Page[graph.Node]
		page, err = r.reader.List(ctx, graph.NodeFilter{Kind: graph.RightNode, Order: graph.ByCitedBy}, graph.PageRequest{First: n})
		nodes = page.Items()
	}
	if err != nil {
		return nil, err
	}
	rights := []*graph.Right{}
	for _, node := range nodes {
		if right := as[graph.Right](node); right != nil {
			rights = append(rights, right)
		}
	}
	return rights, nil
}

// actorsBeside counts the paragraphs that name the right, by the actors they name.
func (r queryResolver) actorsBeside(ctx context.Context, right graph.ID, filter *graph.NodeFilter) (map[graph.ID]int, error) {
	paragraphs := filterOr(filter)
	paragraphs.Kind = graph.ParagraphNode
	paragraphs.Names = append([]graph.ID{right}, paragraphs.Names...)
	if err := canonical(ctx, r.reader, paragraphs); err != nil {
		return nil, err
	}
	counted, err := r.reader.Facets(ctx, graph.FacetRequest{Nodes: *paragraphs, Keys: []graph.FacetKey{graph.FacetActor}})
	if err != nil {
		return nil, err
	}
	counts := make(map[graph.ID]int)
	for _, facet := range counted {
		for _, v := range facet.Values {
			counts[graph.ActorID(graph.ID(v.Value).Vocabulary())] = v.Count
		}
	}
	return counts, nil
}
