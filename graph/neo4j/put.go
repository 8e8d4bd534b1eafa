package neo4j

import (
	"context"
	"fmt"
	"slices"

	"recital/graph"
)

// rows are what one batch writes, worked out with what the database holds.
type rows struct {
	created []map[string]any // shared nodes that are not there yet
	changed []map[string]any // and those that are
	aliases []map[string]any
	links   []map[string]any // that are not there yet
	loose   []map[string]any // that may be there
}

// write writes a batch in one transaction.
func (a *application) write(ctx context.Context, b *batch) error {
	if err := a.learn(ctx, b); err != nil {
		return err
	}
	r := a.merge(b)
	created, loose := a.looseRows(b)
	r.links, r.loose = slices.Concat(b.links, created), loose
	slices.SortFunc(r.links, compareRows)
	err := a.store.transaction(ctx, func(t *transaction) error {
		if err := a.lock.keep(ctx, t); err != nil {
			return err
		}
		if err := t.clear(ctx, b, &r, created); err != nil {
			return err
		}
		if err := t.put(ctx, b, &r); err != nil {
			return err
		}
		// What comes next is the commit.
		return a.store.tell(ctx, commitBegin)
	})
	if err != nil {
		return err
	}
	return a.store.tell(ctx, commitEnd)
}

// clear makes room for a batch. The attempt before this one may have been committed: then nothing is taken to be absent any more.
func (t *transaction) clear(ctx context.Context, b *batch, r *rows, created []map[string]any) error {
	gone := b.replaced
	if t.attempt > 1 {
		gone = b.ids
	}
	if t.attempt == 2 {
		r.changed, r.created = append(r.changed, r.created...), nil
		r.links, r.loose = slices.Clone(b.links), append(r.loose, created...)
		slices.SortFunc(r.links, compareRows)
		slices.SortFunc(r.loose, compareRows)
	}
	if len(gone) == 0 {
		return nil
	}
	return t.run(ctx, deleteParts, map[string]any{"ids": textsOf(gone)})
}

// put writes the rows, ends of links before links.
func (t *transaction) put(ctx context.Context, b *batch, r *rows) error {
	for _, step := range []struct {
		name statement
		rows []map[string]any
	}{
		{createNodes, r.created},
		{writeNodes, r.changed},
		{createParagraphs, b.paragraphs},
		{createMandates, b.mandates},
		{createMentions, b.mentions},
	} {
		if err := t.rows(ctx, step.name, step.rows); err != nil {
			return err
		}
	}
	if err := t.connect(ctx, r.links); err != nil {
		return err
	}
	if err := t.rows(ctx, writeLoose, r.loose); err != nil {
		return err
	}
	if err := t.rows(ctx, writeAliases, r.aliases); err != nil {
		return err
	}
	return t.rows(ctx, writeSources, b.sources)
}

// connect creates links. The statement is given each end once: a hundred thousand links lead to some hundred rights and actors.
func (t *transaction) connect(ctx context.Context, links []map[string]any) error {
	if len(links) == 0 {
		return nil
	}
	var ids []string
	places := make(map[string]int)
	place := func(id string) int {
		at, found := places[id]
		if !found {
			at = len(ids)
			places[id] = at
			ids = append(ids, id)
		}
		return at
	}
	rows := make([]any, len(links))
	for i, l := range links {
		rows[i] = []any{l["type"], place(l["from"].(string)), place(l["to"].(string)), l["props"]}
	}
	records, err := t.ask(ctx, createLinks, map[string]any{"ids": ids, "rows": rows})
	if err != nil {
		return err
	}
	if made, _ := records[0].Values[0].(int64); int(made) != len(links) {
		return fmt.Errorf("%w: %d of %d links have both ends in the database", graph.ErrCorrupt, made, len(links))
	}
	return nil
}

// tell runs a statement about commits in a transaction of its own.
func (s *Store) tell(ctx context.Context, name statement) error {
	return s.transaction(ctx, func(t *transaction) error {
		return t.run(ctx, name, map[string]any{"lease": s.options.Lease.Milliseconds()})
	})
}
