package main

import (
	_ "embed"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
	"github.com/vektah/gqlparser/v2/ast"
)

// directTemplate is the file direct.go of package gql.
//
//go:embed direct.gotpl
var directTemplate string

// direct is a gqlgen plugin: it makes for each type a function that writes an object straight into the answer; see scalar.Writer. It
// notes the types, and whether their functions take a pointer, as those of all but interfaces do.
type direct map[string]bool

// Name implements gqlgen's plugin.Plugin.
func (direct) Name() string { return "direct" }

// GenerateCode implements gqlgen's plugin.CodeGenerator.
func (d direct) GenerateCode(data *codegen.Data) error {
	for _, o := range data.Objects {
		if !o.Root && !o.IsReserved() {
			d[o.Name] = true
		}
	}
	for name := range data.Interfaces {
		d[name] = false
	}
	return templates.Render(templates.Options{
		PackageName: data.Config.Exec.Package, Filename: filepath.Join(filepath.Dir(data.Config.Exec.Filename), "direct.go"),
		Data: data, GeneratedHeader: true, Packages: data.Config.Packages, Template: directTemplate,
		Funcs:        map[string]any{"direct": isDirect, "value": valueOf, "write": write, "next": func(n int) int { return n + 1 }},
		PruneOptions: data.Config.GetPruneOptions(),
	})
}

// isDirect reports whether an object has the field at hand: a member or plain method of its Go type, or a resolver that only computes.
func isDirect(f *codegen.Field) bool {
	if len(f.Args) > 0 {
		return false
	}
	if f.IsResolver {
		return slices.Contains(computed, f.Name)
	}
	return !f.MethodHasContext && (f.GoFieldType == codegen.GoFieldVariable || f.NoErr)
}

// valueOf is the statement that sets v to the field's value.
func valueOf(f *codegen.Field) string {
	switch {
	case f.IsResolver:
		return fmt.Sprintf("v, err := ec.Resolvers.%s().%s(ctx, obj)\nif err != nil {\nreturn false\n}", f.Object.Name, f.GoFieldName)
	case f.GoFieldType == codegen.GoFieldMethod:
		return fmt.Sprintf("v := obj.%s()", f.GoFieldName)
	default:
		return fmt.Sprintf("v := obj.%s", f.GoFieldName)
	}
}

// write is the statements that write v, of the type, and return false where it cannot be.
func write(ref *config.TypeReference, v string) string {
	nullable := !ref.GQL.NonNull
	switch {
	case ref.IsSlice():
		return writeList(ref, v, nullable)
	case ref.Definition.Kind == ast.Scalar || ref.Definition.Kind == ast.Enum:
		if ref.IsPtr() {
			return orNull(v, nullable, writeLeaf(ref.Elem(), "*"+v, nullable))
		}
		return writeLeaf(ref, v, nullable)
	}
	call := fmt.Sprintf("if !ec.write%s(ctx, w, field.Selections, ", ref.Definition.Name)
	const end = ") {\nreturn false\n}"
	if !ref.IsNilable() {
		return call + "&" + v + end
	}
	return orNull(v, nullable, call+v+end)
}

// orNull writes null where v is nil, if it may be.
func orNull(v string, nullable bool, otherwise string) string {
	return fmt.Sprintf("if %s == nil {\nif !w.Null(%t) {\nreturn false\n}\n} else {\n%s\n}", v, nullable, otherwise)
}

func writeList(ref *config.TypeReference, v string, nullable bool) string {
	list := fmt.Sprintf("w.Raw(\"[\")\nfor i := range %s {\nw.Separate(i)\n%s\n}\nw.Raw(\"]\")", v, write(ref.Elem(), v+"[i]"))
	if !nullable {
		return list
	}
	return orNull(v, nullable, list)
}

// writeLeaf writes a scalar or enum that is no pointer. Numbers, booleans, dates, and the words of which a page has many, are written by the
// writer, which takes no memory for them; the others as their Marshal function says; an empty text is null where the schema lets the field be null.
func writeLeaf(ref *config.TypeReference, v string, nullable bool) string {
	switch ref.Marshaler.Name() {
	case "MarshalInt":
		return fmt.Sprintf("w.Int(%s)", v)
	case "MarshalFloatContext":
		return fmt.Sprintf("if !w.Float(%s) {\nreturn false\n}", v)
	case "MarshalBoolean":
		return fmt.Sprintf("w.Bool(%s)", v)
	case "MarshalDate":
		return fmt.Sprintf("if !w.Date(%s, %t) {\nreturn false\n}", v, nullable)
	case "MarshalAct":
		from := templates.CurrentImports.Lookup(ref.Marshaler.Pkg().Path())
		return fmt.Sprintf("if !w.Word(%s.ActName(%s), %t) {\nreturn false\n}", from, v, nullable)
	case "MarshalID", "MarshalCursor", "MarshalBody":
		return fmt.Sprintf("if !w.Word(string(%s), %t) {\nreturn false\n}", v, nullable)
	case "MarshalPlace":
		return fmt.Sprintf("w.Text(string(%s))", v)
	case "MarshalString":
		if text := fmt.Sprintf("w.Text(%s)", v); !nullable {
			return text
		} else if !strings.HasPrefix(v, "*") {
			return fmt.Sprintf("if %s == \"\" {\nw.Null(true)\n} else {\n%s\n}", v, text)
		}
	}
	from := templates.CurrentImports.Lookup(ref.Marshaler.Pkg().Path())
	return fmt.Sprintf("if !w.Value(%s.%s(%s), %t) {\nreturn false\n}", from, ref.Marshaler.Name(), v, nullable)
}
