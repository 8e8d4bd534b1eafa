package neo4j

import (
	"strings"
	"testing"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// Watched makes every notification of the server an error of the test. That a label, type or property is not in the database yet is
// none: a small graph does not have them all.
func Watched(o Options, t *testing.T) Options {
	o.watch = func(summary neo4j.ResultSummary) {
		for _, n := range summary.Notifications() {
			if !strings.HasPrefix(n.Code(), "Neo.ClientNotification.Statement.Unknown") {
				t.Errorf("the server notes %s: %s", n.Code(), n.Description())
			}
		}
	}
	return o
}

// BareRows returns the rows that Apply writes for the documents, by label and by type, without the properties that serve search.
func BareRows(documents []*graph.Document) (nodes, links map[string][]any) {
	nodes, links = make(map[string][]any), make(map[string][]any)
	shared := make(map[graph.ID]bool)
	node := func(label string, p map[string]any) {
		delete(p, "words")
		delete(p, "keys")
		nodes[label] = append(nodes[label], map[string]any{"id": p["id"], "props": p})
	}
	for _, d := range documents {
		b := newBatch()
		if err := b.add(d, d.Fingerprint(), false); err != nil {
			panic(err)
		}
		for _, n := range b.accounts[0].nodes() {
			if row := sharedRow(n, n); !shared[n.NodeID()] || n.NodeID() == d.Instrument.ID {
				shared[n.NodeID()] = true
				node(string(n.NodeKind()), row["props"].(map[string]any))
			}
		}
		for label, rows := range map[string][]map[string]any{"Paragraph": b.paragraphs, "Mandate": b.mandates, "Mention": b.mentions} {
			for _, p := range rows {
				node(label, p)
			}
		}
		for _, row := range append(b.looseRows(), b.links...) {
			kind := row["type"].(string)
			links[kind] = append(links[kind], row)
		}
	}
	return nodes, links
}
