package scalar

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// Collected keeps, for all requests of one document, which fields its selections have for each type, and what else follows from a selection
// alone. The zero value is ready. It is safe for concurrent use.
type Collected struct {
	known sync.Map // []graphql.CollectedField by selection
	made  sync.Map // by purpose; see Once
}

// selection is a list of selections, and the type that its fields are collected for by the place of its name, which the generated code has
// once.
type selection struct {
	first  *ast.Selection
	length int
	of     *string
}

func selectionOf(set ast.SelectionSet, satisfies []string) selection {
	s := selection{first: &set[0], length: len(set)}
	if len(satisfies) > 0 {
		s.of = &satisfies[0]
	}
	return s
}

// NewCollected returns room for the fields of a document; nil where they are not the same for all requests, as variables say by @skip and
// @include what is asked for.
func NewCollected(doc *ast.QueryDocument) *Collected {
	for _, op := range doc.Operations {
		if isDirected(op.SelectionSet) {
			return nil
		}
	}
	for _, fragment := range doc.Fragments {
		if isDirected(fragment.SelectionSet) {
			return nil
		}
	}
	return new(Collected)
}

// isDirected reports whether there is a directive in a selection.
func isDirected(set ast.SelectionSet) bool {
	for _, s := range set {
		var directives ast.DirectiveList
		var inner ast.SelectionSet
		switch s := s.(type) {
		case *ast.Field:
			directives, inner = s.Directives, s.SelectionSet
		case *ast.InlineFragment:
			directives, inner = s.Directives, s.SelectionSet
		case *ast.FragmentSpread:
			directives = s.Directives // what it spreads is looked at by itself
		}
		if len(directives) > 0 || isDirected(inner) {
			return true
		}
	}
	return false
}

type collectedKey struct{}

// WithCollected puts the room for the fields of a request's document into its context; nil keeps none.
func WithCollected(ctx context.Context, c *Collected) context.Context {
	return context.WithValue(ctx, collectedKey{}, c)
}

// Fields returns the fields that a selection has for a type, which satisfies the names; without names, for all types. They must not be
// changed: other requests of the document share them. Collected once, their own selections stay the same too.
func Fields(ctx context.Context, oc *graphql.OperationContext, set ast.SelectionSet, satisfies []string) []graphql.CollectedField {
	if len(set) == 0 {
		return nil
	}
	c, _ := ctx.Value(collectedKey{}).(*Collected)
	if c == nil {
		return graphql.CollectFields(oc, set, satisfies)
	}
	key := selectionOf(set, satisfies)
	fields, known := c.known.Load(key)
	if !known {
		fields, _ = c.known.LoadOrStore(key, graphql.CollectFields(oc, set, satisfies))
	}
	return fields.([]graphql.CollectedField) // it holds nothing else
}

// purpose is what something is made of a selection for: use tells its kinds apart.
type purpose[P comparable] struct {
	selection
	use P
}

// Once returns what make makes of a selection, for a use: made once for all requests of a document, where the fields of its selections are the
// same for all of them. The use has a type of its own for each kind of thing. Who gets it must not change it.
func Once[P comparable, T any](ctx context.Context, set ast.SelectionSet, use P, make func() T) T {
	c, _ := ctx.Value(collectedKey{}).(*Collected)
	if c == nil || len(set) == 0 {
		return make()
	}
	key := purpose[P]{selectionOf(set, nil), use}
	thing, known := c.made.Load(key)
	if !known {
		thing, _ = c.made.LoadOrStore(key, make())
	}
	return thing.(T) // a use has things of one type
}
