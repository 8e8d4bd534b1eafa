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

// List is what the generated code knows of a list.
type List struct {
	Selection ast.SelectionSet
	Length    int
	// Waiting are the fields of the schema that may wait for the store.
	Waiting map[FieldOf]bool
	// Element marshals one element in a context of its own.
	Element func(ctx context.Context, i int) graphql.Marshaler
	// Write writes one element that has all that is asked for; false gives up. Nil for elements without fields.
	Write func(w *Writer, i int) bool
}

// Slice marshals the elements of a list: together where some field of it waits, else one after the other, and straight into the answer
// where that can be. The generated code marshals each list with it: see internal/generate.
func Slice(ctx context.Context, l List) graphql.Array {
	if waits(ctx, l.Selection, l.Waiting) {
		return graphql.MarshalSliceConcurrently(ctx, l.Length, workers, false, l.Element)
	}
	if l.Write != nil && l.Length > 0 {
		if text, whole := direct(l.Length, l.Write); whole {
			return graphql.Array{text}
		}
	}
	array := make(graphql.Array, l.Length)
	for i := range l.Length {
		inner := graphql.WithFieldContext(ctx, &graphql.FieldContext{Index: &i})
		if !marshalOne(inner, array, i, l.Element) {
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

// forWaiting is the use of a selection of which it is asked whether it waits.
type forWaiting struct{}

// waits reports whether a field of a valid selection waits for the store, at any depth.
func waits(ctx context.Context, set ast.SelectionSet, waiting map[FieldOf]bool) bool {
	return Once(ctx, set, forWaiting{}, func() bool { return anyWaits(set, waiting) })
}

func anyWaits(set ast.SelectionSet, waiting map[FieldOf]bool) bool {
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
		if anyWaits(inner, waiting) {
			return true
		}
	}
	return false
}
