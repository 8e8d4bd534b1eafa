package scalar

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

// FieldOf names a field of a type of the schema.
type FieldOf struct{ Type, Name string }

// workers is how many elements of a list are marshalled at once: more than a page, so that what they ask of the store is asked together.
const workers = 128

// Slice marshals the elements of a list: one after the other where they have all that the selection asks for, together where some
// field of it waits. The generated code marshals each list with it: see internal/generate.
func Slice(
	ctx context.Context, sel ast.SelectionSet, length int, waiting map[FieldOf]bool,
	element func(ctx context.Context, i int) graphql.Marshaler,
) graphql.Array {
	if waits(sel, waiting) {
		return graphql.MarshalSliceConcurrently(ctx, length, workers, false, element)
	}
	array := make(graphql.Array, length)
	for i := range length {
		inner := graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &i})
		if !marshalOne(inner, array, i, element) {
			return nil
		}
	}
	return array
}

// marshalOne marshals one element, and reports whether it did not panic; what it panicked with is an error of the answer.
func marshalOne(
	ctx context.Context, array graphql.Array, i int, element func(ctx context.Context, i int) graphql.Marshaler,
) (whole bool) {
	defer func() {
		if r := recover(); r != nil {
			graphql.AddError(ctx, graphql.Recover(ctx, r))
			whole = false
		}
	}()
	array[i] = element(ctx, i)
	return true
}

// waits reports whether a field of a valid selection waits for the store, at any depth.
func waits(set ast.SelectionSet, waiting map[FieldOf]bool) bool {
	for _, selection := range set {
		var inner ast.SelectionSet
		switch selection := selection.(type) {
		case *ast.Field:
			if selection.ObjectDefinition == nil || waiting[FieldOf{selection.ObjectDefinition.Name, selection.Name}] {
				return true
			}
			inner = selection.SelectionSet
		case *ast.InlineFragment:
			inner = selection.SelectionSet
		case *ast.FragmentSpread:
			if selection.Definition == nil {
				return true
			}
			inner = selection.Definition.SelectionSet
		}
		if waits(inner, waiting) {
			return true
		}
	}
	return false
}
