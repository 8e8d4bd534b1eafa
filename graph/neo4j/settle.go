package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"recital/graph"
)

// settleRows is how many nodes one statement of settling takes.
const settleRows = 2000

// settle works out what follows from all documents together, for the nodes that this Apply touched; after a load that did
// not come to its end, for all.
func (a *application) settle(ctx context.Context) error {
	if a.lock.resumes {
		if err := a.doubtAll(ctx); err != nil {
			return err
		}
	}
	steps := []func(context.Context) error{a.retract, a.agree, a.recount, a.store.index}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return err
		}
	}
	stats, err := a.store.count(ctx)
	if err != nil {
		return err
	}
	slices.SortFunc(stats.Bodies, func(x, y graph.BodyCount) int {
		if x.Held != y.Held {
			return y.Held - x.Held
		}
		return strings.Compare(string(x.Body), string(y.Body))
	})
	text, err := json.Marshal(stats)
	if err != nil {
		return fmt.Errorf("write the counts: %w", err)
	}
	var revision graph.Revision
	for _, print := range a.held {
		revision = revision.Add(print)
	}
	return a.lock.done(ctx, revision, string(text))
}

// doubtAll puts in doubt every node and link that several documents may say.
func (a *application) doubtAll(ctx context.Context) error {
	err := a.store.readAll(ctx, readSharedIDs, nil, func(r *neo4j.Record) error {
		id, _ := r.Values[0].(string)
		a.doubtful[graph.ID(id)], a.touched[graph.ID(id)] = struct{}{}, struct{}{}
		return nil
	})
	if err != nil {
		return err
	}
	return a.store.readAll(ctx, readSharedLinks, nil, func(r *neo4j.Record) error {
		f := &fields{values: r.AsMap()}
		key := looseKey{graph.LinkType(f.text("type")), graph.ID(f.text("from")), graph.ID(f.text("to")), f.int64("order")}
		a.doubtfulLinks[key] = struct{}{}
		return f.bad
	})
}

// retract asks all documents about the nodes and links in doubt: what none of them says is taken out, the rest is put as they say it.
func (a *application) retract(ctx context.Context) error {
	if len(a.doubtful) == 0 && len(a.doubtfulLinks) == 0 {
		return nil
	}
	nodes, links := make(map[graph.ID]graph.Node), make(map[looseKey]*graph.Link)
	err := a.readAccounts(ctx, nil, func(_ graph.ID, told *account) error {
		for _, n := range told.nodes() {
			if _, asked := a.doubtful[n.NodeID()]; asked {
				nodes[n.NodeID()] = graph.Merge(nodes[n.NodeID()], n)
			}
		}
		for i := range told.Links {
			key := keyOfLoose(&told.Links[i])
			if _, asked := a.doubtfulLinks[key]; asked && (links[key] == nil || links[key].Owner < told.Links[i].Owner) {
				links[key] = &told.Links[i]
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := a.retractNodes(ctx, nodes); err != nil {
		return err
	}
	return a.retractLinks(ctx, links)
}

func (a *application) retractNodes(ctx context.Context, said map[graph.ID]graph.Node) error {
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(a.doubtful)), settleRows) {
		var gone []graph.ID
		var rows, aliases []map[string]any
		for _, id := range chunk {
			n := said[id]
			if n == nil {
				gone = append(gone, id)
				delete(a.known, id)
				delete(a.touched, id)
				continue
			}
			known := &shared{own: n}
			known.show(n)
			a.known[id] = known
			rows = append(rows, sharedRow(n, n))
			aliases = append(aliases, aliasRowsToo(n)...)
		}
		err := a.change(ctx, func(t *transaction) error {
			if len(gone) > 0 {
				if err := t.run(ctx, deleteNodes, map[string]any{"ids": textsOf(gone)}); err != nil {
					return err
				}
			}
			if err := t.rows(ctx, writeNodes, rows); err != nil {
				return err
			}
			return t.rows(ctx, writeAliases, aliases)
		})
		if err != nil {
			return err
		}
	}
	return a.change(ctx, func(t *transaction) error { return t.run(ctx, deleteAliases, nil) })
}

// aliasRowsToo is aliasRows with a row of no aliases too, which takes away those that an instrument had.
func aliasRowsToo(n graph.Node) []map[string]any {
	if rows := aliasRows(n); rows != nil || n.NodeKind() != graph.InstrumentNode {
		return rows
	}
	return []map[string]any{{"id": string(n.NodeID()), "aliases": [][]any{}}}
}

func (a *application) retractLinks(ctx context.Context, said map[looseKey]*graph.Link) error {
	var rows []map[string]any
	for key := range a.doubtfulLinks {
		row := map[string]any{"type": string(key.kind), "from": string(key.from), "to": string(key.to), "order": key.order, "props": nil}
		if l := said[key]; l != nil {
			row["props"] = map[string]any(linkProps(l))
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, compareRows)
	for chunk := range slices.Chunk(rows, settleRows) {
		if err := a.change(ctx, func(t *transaction) error { return t.rows(ctx, replaceLoose, chunk) }); err != nil {
			return err
		}
	}
	return nil
}

// agree gives instruments known from citations alone the title and date that most of those give them.
func (a *application) agree(ctx context.Context) error {
	ids := slices.Sorted(maps.Keys(a.touched))
	if err := a.readKnown(ctx, slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool { return a.known[id] != nil })); err != nil {
		return err
	}
	ids = slices.DeleteFunc(ids, func(id graph.ID) bool { return !a.known[id].cited() })
	for chunk := range slices.Chunk(ids, settleRows) {
		claims, err := a.readClaims(ctx, chunk)
		if err != nil {
			return err
		}
		var rows []map[string]any
		for _, id := range chunk {
			known := a.known[id]
			own := known.own.(*graph.Instrument)
			agreed := *own
			if claim := graph.Consensus(claims[id]); claim != (graph.Claim{}) {
				if claim.Title != "" {
					agreed.Title = claim.Title
				}
				if !claim.Date.IsZero() {
					agreed.Date = claim.Date
				}
			}
			if agreed.Title != known.title || agreed.Date != known.date {
				known.show(&agreed)
				rows = append(rows, sharedRow(&agreed, own))
			}
		}
		if err := a.change(ctx, func(t *transaction) error { return t.rows(ctx, settleNodes, rows) }); err != nil {
			return err
		}
	}
	return nil
}

// cited reports whether the node is an instrument known from citations alone.
func (k *shared) cited() bool {
	if k == nil {
		return false
	}
	i, ok := k.own.(*graph.Instrument)
	return ok && i.Basis == graph.FromCitations && !i.Held
}

// recount counts citations and namings of the nodes touched.
func (a *application) recount(ctx context.Context) error {
	for chunk := range slices.Chunk(slices.Sorted(maps.Keys(a.touched)), settleRows) {
		err := a.change(ctx, func(t *transaction) error {
			ids := map[string]any{"ids": textsOf(chunk)}
			if err := t.run(ctx, countInstruments, ids); err != nil {
				return err
			}
			return t.run(ctx, countNamed, ids)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// change is a transaction under the lock.
func (a *application) change(ctx context.Context, work func(*transaction) error) error {
	return a.store.transaction(ctx, func(t *transaction) error {
		if err := a.lock.keep(ctx, t); err != nil {
			return err
		}
		return work(t)
	})
}

// readKnown reads nodes that several documents may speak of; ids that no node has stay unknown.
func (a *application) readKnown(ctx context.Context, ids []graph.ID) error {
	for chunk := range slices.Chunk(ids, settleRows) {
		err := a.store.readAll(ctx, readKnown, map[string]any{"ids": textsOf(chunk)}, func(r *neo4j.Record) error {
			n, err := decodeNode(r.Values[0], r.Values[1])
			if err != nil || n == nil {
				return err
			}
			known := &shared{}
			known.show(n)
			known.own = withoutCounts(n, r.Values[1])
			a.known[n.NodeID()] = known
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// withoutCounts returns a node as documents say it, without what the store counts and works out.
func withoutCounts(n graph.Node, properties any) graph.Node {
	switch n := n.(type) {
	case *graph.Instrument:
		values, _ := properties.(map[string]any)
		return (&fields{values: values}).own()
	case *graph.Right:
		n.Mentions = 0
	case *graph.Actor:
		n.Mentions = 0
	}
	return n
}

// readAccounts visits what documents say of shared nodes: the given documents, or all for nil.
func (a *application) readAccounts(ctx context.Context, ids []graph.ID, visit func(graph.ID, *account) error) error {
	return a.store.readAll(ctx, readAccounts, map[string]any{"ids": textsOf(ids)}, func(r *neo4j.Record) error {
		id, _ := r.Values[0].(string)
		told, err := unpackAccount(r.Values[1])
		if err != nil {
			return fmt.Errorf("document %s: %w", id, err)
		}
		return visit(graph.ID(id), told)
	})
}

// readClaims reads what citations say of each instrument, as links that hold no more than that.
func (a *application) readClaims(ctx context.Context, ids []graph.ID) (map[graph.ID][]graph.Link, error) {
	claims := make(map[graph.ID][]graph.Link)
	err := a.store.readAll(ctx, readClaims, map[string]any{"ids": textsOf(ids)}, func(r *neo4j.Record) error {
		id, _ := r.Values[0].(string)
		said, _ := r.Values[1].([]any)
		for _, one := range said {
			values, ok := one.([]any)
			if !ok || len(values) != 3 {
				return fmt.Errorf("%w: a claim about %s is %v", graph.ErrCorrupt, id, one)
			}
			f := &fields{values: map[string]any{"owner": values[0], "date": values[1], "title": values[2]}}
			claims[graph.ID(id)] = append(claims[graph.ID(id)], graph.Link{
				Type: graph.Cites, Owner: graph.ID(f.text("owner")), Claim: graph.Claim{Date: f.date("date"), Title: f.text("title")},
			})
			if f.bad != nil {
				return f.bad
			}
		}
		return nil
	})
	return claims, err
}
