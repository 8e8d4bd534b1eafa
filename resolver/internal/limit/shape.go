package limit

import "github.com/vektah/gqlparser/v2/ast"

// Shape refuses a document whose shape is beyond the limits. The document need not be valid: unknown fragments count nothing and
// cycles are left to validation.
func Shape(doc *ast.QueryDocument, limits Limits) error {
	s := shape{fragments: doc.Fragments, memo: make(map[string]*measure, len(doc.Fragments))}
	directives := 0
	for _, f := range doc.Fragments {
		s.fragment(f.Name) // those that no operation spreads count, too: validation looks at them
		directives = add(directives, len(f.Directives))
	}
	for _, op := range doc.Operations {
		m := s.selection(op.SelectionSet)
		directives = add(directives, len(op.Directives))
		for _, c := range []Exceeded{
			{Depth, limits.Depth, m.depth},
			{RootFields, limits.RootFields, m.top},
			{Aliases, limits.Aliases, m.aliases},
			{Fields, limits.Fields, m.fields},
		} {
			if c.Got > c.Limit {
				return &c
			}
		}
	}
	if directives = add(directives, s.directives); directives > limits.Directives {
		return &Exceeded{Directives, limits.Directives, directives}
	}
	return s.names(doc, limits)
}

// measure is what a selection comes to with its fragments followed.
type measure struct {
	depth, top, aliases, fields int
}

// shape measures each fragment once.
type shape struct {
	fragments  ast.FragmentDefinitionList
	memo       map[string]*measure // nil while a fragment is being measured: a cycle
	directives int                 // on fields and spreads, each counted where it is written
}

// saturated is where counting stops: far above every limit, far below overflow.
const saturated = 1 << 30

func add(a, b int) int { return min(a+b, saturated) }

func (s *shape) fragment(name string) measure {
	if m, seen := s.memo[name]; seen {
		if m == nil {
			return measure{}
		}
		return *m
	}
	s.memo[name] = nil
	f := s.fragments.ForName(name)
	if f == nil {
		return measure{}
	}
	m := s.selection(f.SelectionSet)
	s.memo[name] = &m
	return m
}

func (s *shape) selection(set ast.SelectionSet) measure {
	var sum measure
	for _, selection := range set {
		var m measure
		switch selection := selection.(type) {
		case *ast.Field:
			s.directives = add(s.directives, len(selection.Directives))
			inner := s.selection(selection.SelectionSet)
			m = measure{depth: inner.depth + 1, top: 1, aliases: inner.aliases, fields: add(inner.fields, 1)}
			if selection.Alias != selection.Name {
				m.aliases = add(m.aliases, 1)
			}
		case *ast.InlineFragment:
			s.directives = add(s.directives, len(selection.Directives))
			m = s.selection(selection.SelectionSet)
		case *ast.FragmentSpread:
			s.directives = add(s.directives, len(selection.Directives))
			m = s.fragment(selection.Name)
		}
		sum = measure{max(sum.depth, m.depth), add(sum.top, m.top), add(sum.aliases, m.aliases), add(sum.fields, m.fields)}
	}
	return sum
}

// looks is how often names may look at each field that is allowed: with its spread, and again where fragments are looked at by themselves.
const looks = 4

// names refuses selections that repeat a response name too often. Fields of one name in one selection are merged, as validation and
// execution do, and their selections looked at as one; fragments are followed once in each.
func (s *shape) names(doc *ast.QueryDocument, limits Limits) error {
	n := names{shape: s, limits: limits, budget: looks * limits.Fields}
	for _, op := range doc.Operations {
		if err := n.merged([]ast.SelectionSet{op.SelectionSet}); err != nil {
			return err
		}
	}
	for _, f := range doc.Fragments {
		if err := n.merged([]ast.SelectionSet{f.SelectionSet}); err != nil {
			return err
		}
	}
	return nil
}

type names struct {
	*shape
	limits Limits
	budget int // selections that may still be looked at
}

func (n *names) merged(sets []ast.SelectionSet) error {
	g := gathering{names: n, inner: make(map[string][]ast.SelectionSet), counts: make(map[string]int), seen: make(map[string]bool)}
	for _, set := range sets {
		if err := g.gather(set); err != nil {
			return err
		}
	}
	for _, name := range g.order {
		if sets := g.inner[name]; len(sets) > 0 {
			if err := n.merged(sets); err != nil {
				return err
			}
		}
	}
	return nil
}

// gathering is one merged selection: its response names, how often each stands there, and the selections below each.
type gathering struct {
	*names
	inner  map[string][]ast.SelectionSet
	counts map[string]int
	order  []string        // of the names, so that the same document gets the same answer
	seen   map[string]bool // fragments that were followed
}

func (g *gathering) gather(set ast.SelectionSet) error {
	for _, selection := range set {
		if g.budget--; g.budget < 0 {
			return &Exceeded{What: Fields, Limit: g.limits.Fields}
		}
		var err error
		switch selection := selection.(type) {
		case *ast.Field:
			err = g.field(selection)
		case *ast.InlineFragment:
			err = g.gather(selection.SelectionSet)
		case *ast.FragmentSpread:
			if f := g.fragments.ForName(selection.Name); f != nil && !g.seen[selection.Name] {
				g.seen[selection.Name] = true
				err = g.gather(f.SelectionSet)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (g *gathering) field(f *ast.Field) error {
	g.counts[f.Alias]++
	if g.counts[f.Alias] == 1 {
		g.order = append(g.order, f.Alias)
	}
	if g.counts[f.Alias] > g.limits.Names {
		return &Exceeded{What: Names, Limit: g.limits.Names}
	}
	if len(f.SelectionSet) > 0 {
		g.inner[f.Alias] = append(g.inner[f.Alias], f.SelectionSet)
	}
	return nil
}
