package neo4j

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"recital/graph"
)

// account is what one document says of nodes that others may speak of too: its instrument, its stubs, and the links between them.
// The database keeps each document's, so that replacing one takes back exactly what it said.
type account struct {
	Instruments []*graph.Instrument
	Provisions  []*graph.Provision
	Rights      []*graph.Right
	Actors      []*graph.Actor
	Links       []graph.Link
}

// accountOf collects a document's account.
func accountOf(d *graph.Document) *account {
	a := &account{}
	a.tell(&d.Instrument)
	for _, stub := range d.Stubs {
		a.tell(stub)
	}
	for i := range d.Links {
		if isLoose(d, &d.Links[i]) {
			a.Links = append(a.Links, d.Links[i])
		}
	}
	return a
}

// tell adds a node, without the counts that a document's author may have left in it.
func (a *account) tell(n graph.Node) {
	switch n := n.(type) {
	case *graph.Instrument:
		i := *n
		i.Cites, i.CitedBy = 0, 0
		a.Instruments = append(a.Instruments, &i)
	case *graph.Provision:
		a.Provisions = append(a.Provisions, n)
	case *graph.Right:
		r := *n
		r.Mentions = 0
		a.Rights = append(a.Rights, &r)
	case *graph.Actor:
		actor := *n
		actor.Mentions = 0
		a.Actors = append(a.Actors, &actor)
	}
}

// isLoose reports whether others may say the link too: it starts at a stub, or says who adopted the instrument.
func isLoose(d *graph.Document, l *graph.Link) bool {
	if l.Type == graph.AdoptedBy || l.Type == graph.BasedOn {
		return true
	}
	_, found := slices.BinarySearchFunc(d.Stubs, l.From, func(n graph.Node, id graph.ID) int {
		return strings.Compare(string(n.NodeID()), string(id))
	})
	return found
}

// nodes returns the nodes of the account, the document's own instrument first.
func (a *account) nodes() []graph.Node {
	nodes := make([]graph.Node, 0, len(a.Instruments)+len(a.Provisions)+len(a.Rights)+len(a.Actors))
	for _, n := range a.Instruments {
		nodes = append(nodes, n)
	}
	for _, n := range a.Provisions {
		nodes = append(nodes, n)
	}
	for _, n := range a.Rights {
		nodes = append(nodes, n)
	}
	for _, n := range a.Actors {
		nodes = append(nodes, n)
	}
	return nodes
}

// pack writes the account as the database keeps it: JSON, compressed.
func (a *account) pack() ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		return nil, fmt.Errorf("pack an account: %w", err)
	}
	if err := json.NewEncoder(w).Encode(a); err != nil {
		return nil, fmt.Errorf("pack an account: %w", err)
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack an account: %w", err)
	}
	return b.Bytes(), nil
}

// unpackAccount reads what pack wrote.
func unpackAccount(value any) (*account, error) {
	packed, ok := value.([]byte)
	if !ok {
		return nil, fmt.Errorf("%w: an account is a %T", graph.ErrCorrupt, value)
	}
	r := flate.NewReader(bytes.NewReader(packed))
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, fmt.Errorf("%w: unpack an account: %w", graph.ErrCorrupt, err)
	}
	var a account
	if err := json.Unmarshal(text, &a); err != nil {
		return nil, fmt.Errorf("%w: read an account: %w", graph.ErrCorrupt, err)
	}
	return &a, nil
}

// looseKey is what there is at most one loose link of.
type looseKey struct {
	kind     graph.LinkType
	from, to graph.ID
	order    int64
}

func keyOfLoose(l *graph.Link) looseKey { return looseKey{l.Type, l.From, l.To, l.Order} }
