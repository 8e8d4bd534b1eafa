// Package limit refuses GraphQL documents that would cost more than they are worth, before anything expensive looks at them.
//
// [Shape] looks at a parsed document, in time linear in its length whatever its fragments do: it runs before validation, which is
// quadratic in repeated names. [Estimate] says, after validation, what executing an operation would read:
//
//	if err := limit.Shape(doc, limits); err != nil { ... }  // *limit.Exceeded
//	cost, varies := limit.Estimate(doc, operation, variables)
//
// The package knows GraphQL and the schema's shape, not the store, and not HTTP.
package limit

import "fmt"

// Kind names a limit.
type Kind string

// The limits. Each message says how to ask instead.
const (
	Bytes      Kind = "bytes of text"
	Tokens     Kind = "tokens"
	Depth      Kind = "depth"
	Aliases    Kind = "aliases"
	RootFields Kind = "root fields"
	Directives Kind = "directives"
	Names      Kind = "repetitions of one name"
	Fields     Kind = "fields"
	Cost       Kind = "units of cost"
	Characters Kind = "characters in a name"
)

// Limits of one document. A zero field has the default.
type Limits struct {
	// Bytes of the document's text; default 64 KiB: 2,000 tokens with long names and comments.
	Bytes int
	// Tokens in the document; default 2,000: the explorer's largest has some 600.
	Tokens int
	// Depth of fields within fields, fragments followed; default 20: introspection by the common tools has 15.
	Depth int
	// Aliases, fragments followed; default 50.
	Aliases int
	// RootFields, fragments followed; default 20.
	RootFields int
	// Directives in the document; default 50.
	Directives int
	// Names is how often one response name may stand in one selection, fragments and fields of one name merged; default 20.
	Names int
	// Fields with fragments followed; default 5,000.
	Fields int
	// Cost as [Estimate] says it; default 30,000: about a third of a second of one core.
	Cost int
}

// Defaults of the limits.
const (
	defaultBytes      = 64 << 10
	defaultTokens     = 2000
	defaultDepth      = 20
	defaultAliases    = 50
	defaultRootFields = 20
	defaultDirectives = 50
	defaultNames      = 20
	defaultFields     = 5000
	defaultCost       = 30000
)

// Complete fills in the defaults.
func (l Limits) Complete() Limits {
	for _, f := range []struct {
		field *int
		value int
	}{
		{&l.Bytes, defaultBytes},
		{&l.Tokens, defaultTokens},
		{&l.Depth, defaultDepth},
		{&l.Aliases, defaultAliases},
		{&l.RootFields, defaultRootFields},
		{&l.Directives, defaultDirectives},
		{&l.Names, defaultNames},
		{&l.Fields, defaultFields},
		{&l.Cost, defaultCost},
	} {
		if *f.field == 0 {
			*f.field = f.value
		}
	}
	return l
}

// Exceeded is a document beyond a limit.
type Exceeded struct {
	What  Kind
	Limit int
	Got   int // 0 where counting stopped at the limit
}

// Error says what was exceeded and how to ask instead.
func (e *Exceeded) Error() string {
	got := ""
	if e.Got > 0 {
		got = fmt.Sprintf(", this one has %d", e.Got)
	}
	return fmt.Sprintf("a request may have at most %d %s%s: %s", e.Limit, e.What, got, e.What.advice())
}

func (k Kind) advice() string {
	switch k {
	case Bytes, Tokens:
		return "send several smaller requests, or name fewer fields"
	case Depth:
		return "ask for the inner nodes by id in a second request, or use chain"
	case Aliases:
		return "use nodes(ids) for many nodes, or send several requests"
	case RootFields:
		return "use nodes(ids) for many nodes, or send several requests"
	case Directives:
		return "leave out the fields instead"
	case Names:
		return "name each field once, in one fragment"
	case Fields:
		return "fragments are counted as often as they are spread: spread fewer"
	case Characters:
		return "no name of the schema is so long"
	default:
		return "ask for smaller pages (first), fewer levels, or send several requests"
	}
}
