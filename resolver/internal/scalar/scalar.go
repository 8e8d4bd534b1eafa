// Package scalar turns the domain's values into GraphQL's and back: ids, symbols, dates, cursors, organs and enums.
//
// For each there is a pair MarshalX and UnmarshalX, which the generated code calls:
//
//	m := scalar.MarshalDate(graph.Date{Year: 2023, Month: 7, Day: 14}) // writes "2023-07-14"
//	d, err := scalar.UnmarshalDate("2023-07-14")
//
// A zero value is written as null where the domain uses it for "not known". The package knows nothing of requests.
package scalar

import (
	"errors"
	"fmt"
	"strings"

	"github.com/99designs/gqlgen/graphql"

	"recital/graph"
)

// ErrInput is wrapped by every error about an input value.
var ErrInput = errors.New("bad input")

// MarshalID writes an id; the zero id is null.
func MarshalID(id graph.ID) graphql.Marshaler { return word(string(id)) }

// UnmarshalID reads an id.
func UnmarshalID(v any) (graph.ID, error) {
	s, err := text("ID", v)
	return graph.ID(s), err
}

// MarshalSymbol writes a symbol; the zero symbol is null.
func MarshalSymbol(s graph.Symbol) graphql.Marshaler { return word(s.String()) }

// UnmarshalSymbol reads a symbol in its canonical form, or near it.
func UnmarshalSymbol(v any) (graph.Symbol, error) {
	s, err := text("Symbol", v)
	if err != nil || s == "" {
		return graph.Symbol{}, err
	}
	symbol, err := graph.ParseSymbol(s)
	if err != nil {
		return graph.Symbol{}, fmt.Errorf("%w: %w", ErrInput, err)
	}
	return symbol, nil
}

// MarshalDate writes a date; the zero date is null.
func MarshalDate(d graph.Date) graphql.Marshaler { return word(d.String()) }

// UnmarshalDate reads a date, "2023-07-14".
func UnmarshalDate(v any) (graph.Date, error) {
	if v == nil {
		return graph.Date{}, nil
	}
	s, err := text("Date", v)
	if err != nil {
		return graph.Date{}, err
	}
	if s == "" {
		return graph.Date{}, fmt.Errorf("%w: a Date is YYYY-MM-DD, not empty", ErrInput)
	}
	d, err := graph.ParseDate(s)
	if err != nil {
		return graph.Date{}, fmt.Errorf("%w: %w", ErrInput, err)
	}
	return d, nil
}

// MarshalCursor writes a cursor; the empty cursor is null.
func MarshalCursor(c graph.Cursor) graphql.Marshaler { return word(string(c)) }

// UnmarshalCursor reads a cursor; whether it belongs to the list is for the store to say.
func UnmarshalCursor(v any) (graph.Cursor, error) {
	s, err := text("Cursor", v)
	return graph.Cursor(s), err
}

// MarshalBody writes an organ's id; the zero value is null.
func MarshalBody(b graph.Body) graphql.Marshaler { return word(string(b)) }

// UnmarshalBody reads an organ's id, its name in words, or one of the few short names.
func UnmarshalBody(v any) (graph.Body, error) {
	s, err := text("Body", v)
	if err != nil {
		return "", err
	}
	id := strings.TrimPrefix(strings.Join(strings.Fields(strings.ToLower(s)), "-"), "actor:")
	switch id {
	case "hrc", "unhrc":
		return graph.HumanRightsCouncil, nil
	case "ga", "unga":
		return graph.GeneralAssembly, nil
	case "sc", "unsc":
		return graph.SecurityCouncil, nil
	case "economic-and-social-council":
		return graph.EconomicAndSocialCouncil, nil
	}
	return graph.Body(id), nil
}

// MarshalPlace writes a place.
func MarshalPlace(p graph.Place) graphql.Marshaler { return quoted(p) }

// UnmarshalPlace reads a place.
func UnmarshalPlace(v any) (graph.Place, error) {
	s, err := text("String", v)
	return graph.Place(s), err
}

// MarshalString writes a text. That an empty one is null where the schema lets it be is the generated code's: see internal/generate.
func MarshalString(s string) graphql.Marshaler { return quoted(s) }

// UnmarshalString reads a text.
func UnmarshalString(v any) (string, error) { return text("String", v) }

// word writes a text without characters that JSON escapes differently, or null for none.
func word(s string) graphql.Marshaler {
	if s == "" {
		return graphql.Null
	}
	return quoted(s)
}

// text reads a string; null is the empty one.
func text(what string, v any) (string, error) {
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	default:
		return "", fmt.Errorf("%w: %s cannot be made of %T", ErrInput, what, v)
	}
}
