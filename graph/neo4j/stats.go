package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// loadRecord is what the database notes of loads.
type loadRecord struct {
	revision   string
	stats      graph.Stats
	unfinished bool
	found      bool
}

// load reads the record; the zero record where nothing was ever loaded.
func (s *Store) load(ctx context.Context) (loadRecord, error) {
	var l loadRecord
	err := s.read(ctx, readStats, nil, func(r *neo4j.Record) error {
		f := &fields{values: r.AsMap()}
		l.found, l.revision, l.unfinished = true, f.text("revision"), f.bool("unfinished")
		if written := f.int("format"); written > format {
			return fmt.Errorf("%w: the graph has format %d, this version knows %d", graph.ErrNewerStore, written, format)
		}
		if text := f.text("stats"); text != "" {
			if err := json.Unmarshal([]byte(text), &l.stats); err != nil {
				return fmt.Errorf("%w: the record of the last load: %w", graph.ErrCorrupt, err)
			}
		}
		if text := f.text("manifest"); text != "" {
			if err := json.Unmarshal([]byte(text), &l.stats.Manifest); err != nil {
				return fmt.Errorf("%w: the record of the data set: %w", graph.ErrCorrupt, err)
			}
		}
		return f.bad
	})
	return l, err
}

// meanwhile has a server that was gone learn the statement that most questions begin with, and returns what waits for that: an API asks the counts
// first, for the revision, and a server that has just started takes two seconds for each of the two, one after the other as well as both at
// once.
func (s *Store) meanwhile(ctx context.Context) (wait func()) {
	var learnt sync.WaitGroup
	if s.reading.learns(readNodes) {
		learnt.Go(func() {
			// An error is the server's trouble, of which those who ask for nodes are told.
			_ = s.read(ctx, readNodes, filtered(map[string]any{"ids": []string{}}), func(*neo4j.Record) error { return nil })
		})
	}
	return learnt.Wait
}

// Stats implements graph.Reader. It tells what the last settled load left: the counts are not made anew.
func (s *Store) Stats(ctx context.Context) (graph.Stats, error) {
	defer s.meanwhile(ctx)()
	l, err := s.load(ctx)
	if err != nil {
		return graph.Stats{}, classify(ctx, "read the counts", err)
	}
	stats := l.stats
	stats.Revision = l.revision
	if stats.Revision == "" {
		stats.Revision = graph.Revision{}.String()
	}
	if stats.Nodes == nil {
		stats.Nodes = make(map[graph.NodeKind]int)
	}
	if stats.Links == nil {
		stats.Links = make(map[graph.LinkType]int)
	}
	return stats, nil
}

// Unfinished reports whether a load began and did not come to its end: every document is whole, but counts, and titles known from
// citations alone, may be behind. The same load again completes it.
func (s *Store) Unfinished(ctx context.Context) (bool, error) {
	l, err := s.load(ctx)
	if err != nil {
		return false, classify(ctx, "read the record of loads", err)
	}
	return l.unfinished, nil
}

// SetManifest says what the data set was made from.
func (s *Store) SetManifest(ctx context.Context, m graph.Manifest) error {
	text, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("write the manifest: %w", err)
	}
	if err := s.schema(ctx); err != nil {
		return classify(ctx, "write the manifest", err)
	}
	err = s.transaction(ctx, func(t *transaction) error {
		return t.run(ctx, writeManifest, map[string]any{"manifest": string(text)})
	})
	return classify(ctx, "write the manifest", err)
}

// count counts the graph for the record.
func (s *Store) count(ctx context.Context) (graph.Stats, error) {
	stats := graph.Stats{Nodes: make(map[graph.NodeKind]int), Links: make(map[graph.LinkType]int)}
	err := s.readAll(ctx, readCounts, nil, func(r *neo4j.Record) error {
		counts, _ := r.Values[0].(map[string]any)
		f := &fields{values: counts}
		stats.Resolved, stats.Ambiguous, stats.Open = f.int("cites"), f.int("ambiguous"), f.int("open")
		stats.Findings = f.int("findings")
		nodes := map[graph.NodeKind]int{
			graph.InstrumentNode: f.int("instruments"), graph.ParagraphNode: f.int("paragraphs"),
			graph.ProvisionNode: f.int("provisions"), graph.RightNode: f.int("rights"), graph.ActorNode: f.int("actors"),
			graph.MandateNode: f.int("mandates"), graph.MentionNode: stats.Ambiguous + stats.Open,
		}
		links := map[graph.LinkType]int{
			graph.Cites: stats.Resolved, graph.RestsOn: f.int("restsOn"), graph.Pinpoints: f.int("pinpoints"),
			graph.Names: f.int("names"), graph.PartOf: f.int("partOf"), graph.BasedOn: f.int("basedOn"),
			graph.AdoptedBy: f.int("adoptedBy"), graph.Addresses: f.int("addresses"), graph.MayMean: f.int("mayMean"),
		}
		for kind, n := range nodes {
			if n > 0 {
				stats.Nodes[kind] = n
			}
		}
		for kind, n := range links {
			if n > 0 {
				stats.Links[kind] = n
			}
		}
		bodies, _ := r.Values[1].([]any)
		for _, row := range bodies {
			values, _ := row.([]any)
			body, _ := values[0].(string)
			held, _ := values[1].(int64)
			cited, _ := values[2].(int64)
			stats.Bodies = append(stats.Bodies, graph.BodyCount{Body: graph.Body(body), Held: int(held), Cited: int(cited)})
		}
		return f.bad
	})
	return stats, err
}
