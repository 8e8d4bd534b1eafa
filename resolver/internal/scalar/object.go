package scalar

import (
	"io"

	"github.com/99designs/gqlgen/graphql"
)

// Object writes the fields of an object that are all resolved, in their order; no two have the same alias. The generated code ends
// each object with it: see internal/generate.
func Object(fields []graphql.CollectedField, values []graphql.Marshaler) graphql.Marshaler {
	return object{fields, values}
}

type object struct {
	fields []graphql.CollectedField
	values []graphql.Marshaler
}

// MarshalGQL implements [graphql.Marshaler]. The writer is memory, which takes everything.
func (o object) MarshalGQL(w io.Writer) {
	separator := `{"`
	for i := range o.fields {
		_, _ = io.WriteString(w, separator)
		_, _ = io.WriteString(w, o.fields[i].Alias) // a name of GraphQL: nothing in it to escape
		_, _ = io.WriteString(w, `":`)
		o.values[i].MarshalGQL(w)
		separator = `,"`
	}
	if len(o.fields) == 0 {
		_, _ = io.WriteString(w, "{")
	}
	_, _ = io.WriteString(w, "}")
}
