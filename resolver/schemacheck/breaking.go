package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/vektah/gqlparser/v2/ast"
)

// breaking lists, in words and sorted, what a client of the old schema may miss in the new one.
func breaking(old, now *ast.Schema) []string {
	var c changes
	for _, was := range old.Types {
		if was.BuiltIn {
			continue
		}
		is := now.Types[was.Name]
		switch {
		case is == nil:
			c.add("%s is gone", was.Name)
		case is.Kind != was.Kind:
			c.add("%s was %s and is %s", was.Name, was.Kind, is.Kind)
		default:
			c.definition(was, is)
		}
	}
	for name, was := range old.Directives {
		if is := now.Directives[name]; is == nil {
			c.add("@%s is gone", name)
		} else {
			c.arguments("@"+name, was.Arguments, is.Arguments)
		}
	}
	slices.Sort(c)
	return c
}

type changes []string

func (c *changes) add(format string, args ...any) { *c = append(*c, fmt.Sprintf(format, args...)) }

func (c *changes) definition(was, is *ast.Definition) {
	switch was.Kind {
	case ast.Object, ast.Interface:
		c.interfaces(was, is)
		c.fields(was, is)
	case ast.Union:
		c.missing(was.Types, is.Types, "%s can no longer be %s", was.Name)
	case ast.Enum:
		for _, value := range was.EnumValues {
			if is.EnumValues.ForName(value.Name) == nil {
				c.add("%s.%s is gone", was.Name, value.Name)
			}
		}
	case ast.InputObject:
		c.inputs(was, is)
	case ast.Scalar:
	}
}

func (c *changes) interfaces(was, is *ast.Definition) {
	c.missing(was.Interfaces, is.Interfaces, "%s is no longer a %s", was.Name)
}

func (c *changes) missing(was, is []string, format, name string) {
	for _, member := range was {
		if !slices.Contains(is, member) {
			c.add(format, name, member)
		}
	}
}

func (c *changes) fields(was, is *ast.Definition) {
	for _, field := range was.Fields {
		now := is.Fields.ForName(field.Name)
		name := was.Name + "." + field.Name
		if now == nil {
			c.add("%s is gone", name)
			continue
		}
		if !returns(now.Type, field.Type) {
			c.add("%s was %s and is %s", name, field.Type, now.Type)
		}
		c.arguments(name, field.Arguments, now.Arguments)
	}
}

func (c *changes) arguments(of string, was, is ast.ArgumentDefinitionList) {
	for _, argument := range was {
		now := is.ForName(argument.Name)
		switch {
		case now == nil:
			c.add("%s(%s:) is gone", of, argument.Name)
		case !returns(argument.Type, now.Type): // what was taken must be taken still
			c.add("%s(%s:) was %s and is %s", of, argument.Name, argument.Type, now.Type)
		case written(argument.DefaultValue) != written(now.DefaultValue):
			c.add("%s(%s:) was by default %s and is %s", of, argument.Name, written(argument.DefaultValue), written(now.DefaultValue))
		}
	}
	for _, argument := range is {
		if was.ForName(argument.Name) == nil && argument.Type.NonNull && argument.DefaultValue == nil {
			c.add("%s(%s:) is new and required", of, argument.Name)
		}
	}
}

func (c *changes) inputs(was, is *ast.Definition) {
	for _, field := range was.Fields {
		now := is.Fields.ForName(field.Name)
		switch {
		case now == nil:
			c.add("%s.%s is gone", was.Name, field.Name)
		case !returns(field.Type, now.Type):
			c.add("%s.%s was %s and is %s", was.Name, field.Name, field.Type, now.Type)
		}
	}
	for _, field := range is.Fields {
		if was.Fields.ForName(field.Name) == nil && field.Type.NonNull && field.DefaultValue == nil {
			c.add("%s.%s is new and required", was.Name, field.Name)
		}
	}
}

func written(v *ast.Value) string {
	if v == nil {
		return "nothing"
	}
	return cmp.Or(v.String(), "nothing")
}

// returns reports whether every value of type a is one of type b: a may promise more (never null), not less.
func returns(a, b *ast.Type) bool {
	switch {
	case b.NonNull && !a.NonNull:
		return false
	case (a.Elem == nil) != (b.Elem == nil):
		return false
	case a.Elem != nil:
		return returns(a.Elem, b.Elem)
	default:
		return a.NamedType == b.NamedType
	}
}
