// Command generate makes package gql from schema.graphqls and gqlgen.yml with gqlgen, and then takes out what our answers never need.
//
//	go generate ./resolver
//
// gqlgen resolves every field as if it could fail, take time and have children: a context, a path entry and four closures each. Most
// fields of an answer are leaves that a struct has already; those are marshalled at once. It readies every object for @defer, which
// the server does not take; and it marshals every element of a list in a goroutine, also where none waits. bench/api/README.md says
// what an answer takes with and without.
package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"

	"github.com/99designs/gqlgen/api"
	"github.com/99designs/gqlgen/codegen/config"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func run() error {
	cfg, err := config.LoadConfigFromDefaultLocations()
	if err != nil {
		return fmt.Errorf("read gqlgen.yml: %w", err)
	}
	if err := api.Generate(cfg); err != nil {
		return fmt.Errorf("run gqlgen: %w", err)
	}
	text, err := os.ReadFile(cfg.Exec.Filename)
	if err != nil {
		return fmt.Errorf("read what gqlgen wrote: %w", err)
	}
	short, err := shorten(text)
	if err != nil {
		return err
	}
	if err := os.WriteFile(cfg.Exec.Filename, short, 0o644); err != nil {
		return fmt.Errorf("write it back: %w", err)
	}
	return nil
}

// leafField matches the function of a field whose value is a struct's field or simple method, marshalled without children:
// _Citation_act, whose context is made by NewScalarFieldContext; not _Citation_target, and not _InstrumentConnection_totalCount, which
// may fail.
var leafField = regexp.MustCompile(`(?m)^(func \(ec \*executionContext\) _\w+\(ctx context\.Context, field graphql\.CollectedField, obj [^\n]*\) \(ret graphql\.Marshaler\) \{)
	return graphql\.ResolveField\(
		ctx,
		ec\.OperationContext,
		field,
		func\(ctx context\.Context, field graphql\.CollectedField\) \(\*graphql\.FieldContext, error\) \{
			return ec\.fieldContext_\w+\(ctx, field\)
		\},
		func\(ctx context\.Context\) \(any, error\) \{
			return (obj\.[\w.]+(?:\(\))?), nil
		\},
		nil,
		func\(ctx context\.Context, selections ast\.SelectionSet, v ([^\n]*)\) graphql\.Marshaler \{
			return ec\.(marshal([NO])[^(\n]*)\(ctx, selections, v\)
		\},
		true,
		(?:true|false),
	\)
\}
(func \(ec \*executionContext\) fieldContext_\w+\([^\n]*\{
	return graphql\.NewScalarFieldContext\()`)

// What readies an object for @defer: its declarations, the branch of each field that takes time, and its end.
var (
	deferDeclared = regexp.MustCompile(`(?m)^	deferredFieldSet := graphql\.NewFieldSet\(nil\)
	deferLabelToView := make\(map\[string\]\*graphql\.FieldSetView\)
`)
	deferBranch = regexp.MustCompile(`(?ms)^\t\t\tif field\.IsDeferred\(\) \{\n.*?^\t\t\t\}\n\n`)
	deferEnd    = regexp.MustCompile(`(?ms)^	atomic\.AddInt32\(&ec\.Deferred, int32\(min\(len\(deferLabelToView\), math\.MaxInt32\)\)\)

	ec\.ProcessDeferredGroup\(graphql\.DeferredGroup\{.*?^	\}\)

	return out
`)
	sliceCall   = regexp.MustCompile(`graphql\.MarshalSliceConcurrently\(ctx, len\(v\), \d+, false, func`)
	waitingCall = regexp.MustCompile(`res = ec\._([A-Z]\w*?)_(\w+)\(ctx, field`) // _Instrument_cites, of what waits for the store
	mathImport  = regexp.MustCompile(`(?m)^	"math"\n`)                           // only the end used it
)

// shorten rewrites generated code. It fails where nothing looks as it did: gqlgen writes it otherwise then.
func shorten(text []byte) ([]byte, error) {
	for _, old := range []*regexp.Regexp{leafField, deferDeclared, deferBranch, deferEnd, sliceCall, waitingCall, mathImport} {
		if !old.Match(text) {
			return nil, fmt.Errorf("gqlgen no longer writes %.60q", old)
		}
	}
	text = leafField.ReplaceAllFunc(text, shortLeaf)
	text = deferDeclared.ReplaceAll(text, nil)
	text = deferBranch.ReplaceAll(text, nil)
	text = deferEnd.ReplaceAll(text, []byte("\treturn scalar.Object(fields, out.Values)\n"))
	text = sliceCall.ReplaceAll(text, []byte("scalar.Slice(ctx, sel, len(v), waitingFields, func"))
	return append(mathImport.ReplaceAll(text, nil), waitingFields(text)...), nil
}

// computed are fields with a resolver that only computes.
var computed = []string{"label", "url", "session", "months"}

// waitingFields declares the fields that the generated code resolves beside others, because they may wait.
func waitingFields(text []byte) []byte {
	var lines []string
	for _, m := range waitingCall.FindAllSubmatch(text, -1) {
		if slices.Contains(computed, string(m[2])) {
			continue
		}
		lines = append(lines, fmt.Sprintf("\t{Type: %q, Name: %q}: true,\n", m[1], m[2]))
	}
	slices.Sort(lines)
	return fmt.Appendf(nil, "\n// waitingFields are those that may wait for the store.\nvar waitingFields = map[scalar.FieldOf]bool{\n%s}\n",
		strings.Join(slices.Compact(lines), ""))
}

// shortLeaf rewrites a leaf field. An empty text is null where the schema lets the field be null.
func shortLeaf(match []byte) []byte {
	m := leafField.FindSubmatch(match)
	head, value, goType, marshal, nullable, rest := m[1], m[2], string(m[3]), m[4], string(m[5]) == "O", m[6]
	guard := ""
	if nullable && goType == "string" {
		guard = fmt.Sprintf("\tif %s == \"\" {\n\t\treturn graphql.Null\n\t}\n", value)
	}
	return fmt.Appendf(nil, "%s\n%s\treturn ec.%s(ctx, field.Selections, %s)\n}\n%s", head, guard, marshal, value, rest)
}
