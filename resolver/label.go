package resolver

import (
	"cmp"
	"context"

	"recital/graph"
)

// Label implements the field of the schema.
func (r instrumentResolver) Label(_ context.Context, obj *graph.Instrument) (string, error) {
	return or(obj.Title, obj.ID), nil
}

// Label implements the field of the schema.
func (r paragraphResolver) Label(_ context.Context, obj *graph.Paragraph) (string, error) {
	return string(obj.ID.Instrument()) + ", " + string(obj.Place), nil
}

// Label implements the field of the schema.
func (r rightResolver) Label(_ context.Context, obj *graph.Right) (string, error) {
	return or(obj.Title, obj.ID), nil
}

// Label implements the field of the schema.
func (r actorResolver) Label(_ context.Context, obj *graph.Actor) (string, error) {
	return or(obj.Title, obj.ID), nil
}

// Label implements the field of the schema.
func (r mandateResolver) Label(_ context.Context, obj *graph.Mandate) (string, error) {
	return or(cmp.Or(obj.Product, obj.Evidence.Quote), obj.ID), nil
}

// Label implements the field of the schema.
func (r mentionResolver) Label(_ context.Context, obj *graph.Mention) (string, error) {
	return or(obj.Evidence.Quote, obj.ID), nil
}

// or is the text, or the id where it is empty.
func or(text string, id graph.ID) string {
	if text == "" {
		return string(id)
	}
	return text
}
