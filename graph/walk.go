package graph

import "context"

// Caps of walks: what one answer can hold and a person can read.
const (
	DefaultDepth     = 3   // steps of a chain when none are asked for
	MaxDepth         = 8   // steps of a chain at the most: longer ones reach nearly everything
	DefaultWalkNodes = 200 // nodes in an answer when none are asked for
	MaxWalkNodes     = 2000
	DefaultPaths     = 3
	MaxPaths         = 20
	MaxPathLength    = 8 // hops
)

// WalkFilter narrows the RestsOn links that a walk follows, and so the nodes that it reaches.
type WalkFilter struct {
	Acts      []Act            // links with any of these acts
	FarKinds  []InstrumentKind // of the instrument that a link reaches
	FarBodies []Body
	// AsOf leaves out links of instruments adopted later, and those without a date: the graph as a drafter of that day could have
	// seen it. Zero: no bound.
	AsOf Date
}

// Step is a node that a walk reached.
type Step struct {
	Node *Instrument
	// Depth is the number of links from the start, the least there are.
	Depth int
	// More counts the node's links in the walk's direction (for a neighbourhood both) that the filter lets through and whose far ends are
	// not in the answer: what following on from here would add.
	More int
}

// Subgraph is what a walk found. Where there is no room for all nodes of a depth, the most cited (in a neighbourhood: the most connected, by what
// they cite and what cites them) are kept, ties by id. Steps are sorted by Depth, then id; in a neighbourhood from the most connected. Links are all the RestsOn links that the filter lets through
// between nodes of the answer and that leave (direction Out) or reach (In) a node of less than the full depth, sorted by From, To.
type Subgraph struct {
	Steps []Step
	Links []Link
	// Truncated: a node within the depth was left out for want of room.
	Truncated bool
}

// ChainRequest asks for what an instrument rests on (Out), or what rests on it (In), to a depth.
type ChainRequest struct {
	Start     ID
	Direction Direction // "" is Out
	Depth     int       // 0 is DefaultDepth; above MaxDepth is ErrBadRequest
	Limit     int       // nodes, the start included; 0 is DefaultWalkNodes; above MaxWalkNodes is ErrBadRequest
	Filter    WalkFilter
}

// NeighbourhoodRequest asks for the nodes around an instrument, in both directions.
type NeighbourhoodRequest struct {
	Start  ID
	Depth  int // 0 is 2
	Limit  int // as in ChainRequest; 0 is 50
	Filter WalkFilter
}

// PathsRequest asks for the shortest ways from one instrument to another along RestsOn links.
type PathsRequest struct {
	From, To ID
	Count    int // 0 is DefaultPaths; above MaxPaths is ErrBadRequest
	// MaxLength in hops; 0 is MaxPathLength, above it ErrBadRequest.
	MaxLength int
	Filter    WalkFilter
}

// Path is one way: Nodes has one entry more than Links, and Links[i] joins Nodes[i] to Nodes[i+1].
type Path struct {
	Nodes []*Instrument
	Links []Link
}

// PathSet is the answer to a PathsRequest: simple paths (no node twice, so none from an instrument to itself), sorted by length, then by the ids along them.
type PathSet struct {
	Paths []Path
	// Truncated: there may be more paths within the length than were asked for, or than the search could visit.
	Truncated bool
}

// CommonRequest asks what two or more instruments all rest on.
type CommonRequest struct {
	IDs    []ID // two to ten
	Depth  int  // 0 is 1: what all cite directly
	Limit  int  // 0 is DefaultWalkNodes
	Filter WalkFilter
}

// Shared is an authority that all the instruments asked about rest on.
type Shared struct {
	Node *Instrument
	// Depths are the least numbers of links from each of the instruments, in the order of the request.
	Depths []int
}

// SharedSet is the answer to a CommonRequest, the instruments asked about left out: sorted by the sum of Depths, then CitedBy from the highest, then id.
type SharedSet struct {
	Shared    []Shared
	Truncated bool
}

// Walker is what a store offers that can walk faster than link by link; the walks use it where it is there.
// Its answers are those of the walks over a plain Reader, byte for byte. The requests it gets are complete and within the caps.
type Walker interface {
	Chain(ctx context.Context, request ChainRequest) (Subgraph, error)
	Neighbourhood(ctx context.Context, request NeighbourhoodRequest) (Subgraph, error)
	Paths(ctx context.Context, request PathsRequest) (PathSet, error)
	Common(ctx context.Context, request CommonRequest) (SharedSet, error)
}
