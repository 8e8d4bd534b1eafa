package limit

import (
	"slices"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"

	"recital/graph"
)

// Estimate is what executing a valid operation may read, in nodes: one for each object of the answer, lists by the size asked
// for, and a fixed price for what the store computes. Scalars are free. Each fragment is looked at once for each size of list
// that it is spread in, so the time is linear in the document. Varies says whether other variables may have another cost.
func Estimate(doc *ast.QueryDocument, op *ast.OperationDefinition, variables map[string]any) (cost int, varies bool) {
	c := costs{fragments: doc.Fragments, variables: variables}
	if len(doc.Fragments) > 0 {
		c.memo = make(map[fragmentIn]int)
	}
	cost = c.selection(op.SelectionSet, 1)
	return cost, c.varies
}

// fragmentIn is a fragment spread in a list of a size.
type fragmentIn struct {
	name string
	size int
}

type costs struct {
	fragments ast.FragmentDefinitionList
	variables map[string]any
	memo      map[fragmentIn]int
	varies    bool // a variable was looked at
}

// selection adds the costs of fields; size is that of the page, walk or list that the fields belong to.
func (c *costs) selection(set ast.SelectionSet, size int) int {
	sum := 0
	for _, selection := range set {
		switch selection := selection.(type) {
		case *ast.Field:
			sum = add(sum, c.field(selection, size))
		case *ast.InlineFragment:
			sum = add(sum, c.selection(selection.SelectionSet, size))
		case *ast.FragmentSpread:
			sum = add(sum, c.spread(selection, size))
		}
	}
	return sum
}

func (c *costs) spread(s *ast.FragmentSpread, size int) int {
	key := fragmentIn{s.Name, size}
	if cost, known := c.memo[key]; known {
		return cost
	}
	f := c.fragments.ForName(s.Name)
	if f == nil {
		return 0
	}
	cost := c.selection(f.SelectionSet, size)
	c.memo[key] = cost
	return cost
}

// Prices of what the store computes beside reading nodes, in nodes.
const (
	introspection = 100  // the schema is in memory, but large
	count         = 5    // the length of a list
	facet         = 10   // the counts of a list by one key
	lookUp        = 3    // a symbol in any spelling
	searching     = 2000 // a letter that begins a word of every paragraph: some 160,000 rows of an index
	walking       = 10
	pathing       = 50
	comparing     = 50
	row           = 20 // of a matrix
	answering     = 20 // what answered a mandate
)

func (c *costs) field(f *ast.Field, size int) int {
	if strings.HasPrefix(f.Name, "__") {
		if len(f.SelectionSet) > 0 {
			return introspection
		}
		return 0
	}
	price, inner, times := c.price(f, size)
	if len(f.SelectionSet) == 0 {
		return price
	}
	each := add(1, c.selection(f.SelectionSet, inner))
	return add(price, multiply(each, times))
}

// price returns what a field costs by itself, the size its selection belongs to, and how many objects it returns.
func (c *costs) price(f *ast.Field, size int) (price, inner, times int) {
	if f.Definition == nil || f.ObjectDefinition == nil {
		return 1, 1, 1
	}
	if strings.HasSuffix(f.Definition.Type.Name(), "Connection") {
		own := 0
		if f.Name == "search" {
			own = searching
		}
		return own, c.page(f), 1
	}
	if own, inner, times, priced := c.computed(f); priced {
		return own, inner, times
	}
	switch f.Name {
	case "edges", "nodes", "steps", "shared", "rights", "actors", "paths":
		if c.holdsList(f) {
			return 0, c.innerSize(f, size), size
		}
	case "links":
		if f.ObjectDefinition.Name == "Subgraph" {
			return 0, 1, multiply(size, linksPerStep)
		}
	case "totalCount":
		return count, 1, 1
	}
	return 0, 1, c.listed(f)
}

// linksPerStep is about how many links of a walk there are for each of its nodes.
const linksPerStep = 2

// holdsList reports whether the field is the list that a sized object (a page, a walk, a matrix) holds.
func (c *costs) holdsList(f *ast.Field) bool {
	switch f.ObjectDefinition.Name {
	case "Subgraph", "SharedSet", "PathSet", "Matrix":
		return true
	default:
		return strings.HasSuffix(f.ObjectDefinition.Name, "Connection")
	}
}

// innerSize is the size that a list's entries pass on: paths have hops, others nothing.
func (c *costs) innerSize(f *ast.Field, _ int) int {
	if f.ObjectDefinition.Name == "PathSet" {
		return graph.MaxPathLength
	}
	return 1
}

// computed prices the fields that the store computes.
func (c *costs) computed(f *ast.Field) (price, inner, times int, priced bool) {
	switch f.ObjectDefinition.Name + "." + f.Name {
	case "Query.nodes":
		return 0, 1, c.length(f, "ids"), true
	case "Query.resolution", "Query.instrument", "Query.citation":
		return lookUp, 1, 1, true
	case "Query.find":
		return lookUp, usualCandidates, 1, true
	case "Query.chain":
		return walking, c.number(f, "limit", graph.DefaultWalkNodes), 1, true
	case "Query.neighbourhood":
		return walking, c.number(f, "limit", usualNeighbours), 1, true
	case "Query.common":
		return walking, c.number(f, "limit", graph.DefaultWalkNodes), 1, true
	case "Query.path":
		return pathing, graph.MaxPathLength, 1, true
	case "Query.paths":
		return pathing, c.number(f, "count", graph.DefaultPaths), 1, true
	case "Query.compare":
		return comparing, 1, 1, true
	case "Query.matrix":
		size := max(c.number(f, "size", usualRows), c.length(f, "rights"), c.length(f, "actors"))
		return multiply(row, size), size, 1, true
	case "Citation.alternatives":
		return 0, 1, usualAlternatives, true
	case "Mandate.answers", "Mandate.state":
		return answering, 1, usualAnswers, true
	case "Instrument.timeline":
		return facet, 1, 1, true
	default:
		if f.Name == "facets" {
			return multiply(facet, c.length(f, "keys")), 1, 1, true
		}
		return 0, 0, 0, false
	}
}

// Usual sizes of lists that have no size argument.
const (
	usualCandidates = 3
	usualNeighbours = 50
	usualRows       = 20
	usualAnswers    = 3
	usualList       = 5
	usualCompared   = 50
	// graph.MaxAlternatives at the most, and one citation in a hundred has any.
	usualAlternatives = 1
)

// listed is the usual number of objects in a list that is no connection, 1 for what is no list.
func (c *costs) listed(f *ast.Field) int {
	if f.Definition.Type.Elem == nil {
		return 1
	}
	switch f.ObjectDefinition.Name {
	case "Comparison":
		return usualCompared
	case "Path":
		return graph.MaxPathLength
	default:
		return usualList
	}
}

// page is the number of entries that a connection is asked for.
func (c *costs) page(f *ast.Field) int {
	for _, name := range []string{"first", "last"} {
		if n, ok := integer(c.argument(f, name)); ok {
			return max(0, min(n, graph.MaxPage))
		}
	}
	return graph.DefaultPage
}

// number is a numeric argument, within what the domain allows.
func (c *costs) number(f *ast.Field, name string, missing int) int {
	n, ok := integer(c.argument(f, name))
	if !ok {
		return missing
	}
	return max(0, min(n, graph.MaxWalkNodes))
}

func (c *costs) length(f *ast.Field, name string) int {
	switch list := c.argument(f, name).(type) {
	case []any:
		return len(list)
	case nil:
		return 0
	default:
		return 1 // GraphQL takes one value for a list of one
	}
}

// argument is the value of one argument, nil where there is none: what Field.ArgumentMap says of it, without looking at the others.
func (c *costs) argument(f *ast.Field, name string) any {
	value := (*ast.Value)(nil)
	if a := f.Arguments.ForName(name); a != nil {
		value = a.Value
		c.varies = c.varies || holdsVariable(value)
		if _, given := c.variables[value.Raw]; value.Kind == ast.Variable && !given {
			value = nil
		}
	}
	if d := f.Definition.Arguments.ForName(name); value == nil && d != nil {
		value = d.DefaultValue
	}
	v, err := value.Value(c.variables)
	if err != nil {
		return nil // the field itself says that it is no number
	}
	return v
}

// holdsVariable reports whether a value is a variable, or has one in it.
func holdsVariable(v *ast.Value) bool {
	return v.Kind == ast.Variable || slices.ContainsFunc(v.Children, func(c *ast.ChildValue) bool { return holdsVariable(c.Value) })
}

// integer reads a number as it comes from a document (int64) or from JSON variables.
func integer(v any) (int, bool) {
	switch n := v.(type) {
	case int64:
		return int(max(-saturated, min(n, saturated))), true
	case int:
		return n, true
	case float64:
		return int(max(-saturated, min(n, saturated))), true
	case interface{ Int64() (int64, error) }: // json.Number
		i, err := n.Int64()
		return int(max(-saturated, min(i, saturated))), err == nil
	default:
		return 0, false
	}
}

func multiply(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	if a > saturated/b {
		return saturated
	}
	return a * b
}
