package resolver

import (
	"context"

	"recital/graph"
)

// The filters' asOf says until in other words; where both are given the earlier holds. States of mandates are those of asOf.

type nodeAsOf struct{}

// AsOf implements the field of the schema.
func (nodeAsOf) AsOf(_ context.Context, obj *graph.NodeFilter, data *graph.Date) error {
	obj.Until = earlier(obj.Until, data)
	obj.AsOf = orWhenever(data)
	return nil
}

type linkAsOf struct{}

// AsOf implements the field of the schema.
func (linkAsOf) AsOf(_ context.Context, obj *graph.LinkFilter, data *graph.Date) error {
	obj.Until = earlier(obj.Until, data)
	return nil
}

type textAsOf struct{}

// AsOf implements the field of the schema.
func (textAsOf) AsOf(_ context.Context, obj *graph.TextQuery, data *graph.Date) error {
	obj.Until = earlier(obj.Until, data)
	return nil
}

// earlier is the earlier bound; a zero or missing one is none.
func earlier(until graph.Date, asOf *graph.Date) graph.Date {
	switch {
	case asOf == nil || asOf.IsZero():
		return until
	case until.IsZero() || asOf.Compare(until) < 0:
		return *asOf
	default:
		return until
	}
}
