// Command generate makes package gql from schema.graphqls and gqlgen.yml with gqlgen, and then takes out what our answers never need.
//
//	go generate ./resolver
//
// gqlgen resolves every field as if it could fail, take time and have children: a context, a path entry and four closures each. Most
// fields of an answer are leaves that a struct has already; those are marshalled at once. It readies every object for @defer, which
// the server does not take; and it marshals every element of a list in a goroutine, also where none waits. Lists of objects that have all
// they are asked for are written straight into the answer: direct.go. It collects the fields of each selection for each request, where a
// document is asked again and again. bench/api/README.md says what an answer takes with and without.
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
	written := direct{}
	if err := api.Generate(cfg, api.AddPlugin(written)); err != nil {
		return fmt.Errorf("run gqlgen: %w", err)
	}
	text, err := os.ReadFile(cfg.Exec.Filename)
	if err != nil {
		return fmt.Errorf("read what gqlgen wrote: %w", err)
	}
	short, err := shorten(text, written)
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
	sliceCall = regexp.MustCompile(`(?m)graphql\.MarshalSliceConcurrently\(ctx, len\(v\), \d+, false, (func\(ctx context\.Context, i int\) graphql\.Marshaler \{
[^}]*return ec\.marshal[NO](\w+?)2(ᚕ|ᚖ)?[^}]*\})\)$`)
	waitingCall = regexp.MustCompile(`res = ec\._([A-Z]\w*?)_(\w+)\(ctx, field`) // _Instrument_cites, of what waits for the store
	objectCall  = regexp.MustCompile(`(?m)^	return ec\._([A-Z]\w*)\(ctx, sel, (&?v)\)$`)
	collectCall = regexp.MustCompile(`graphql\.CollectFields\(ec\.OperationContext, sel, `)
	inputsBuilt = regexp.MustCompile(`(?ms)^	inputUnmarshalMap := graphql\.BuildUnmarshalerMap\(.*?^	\)\n`) // for resolvers that read input themselves
	inputsGiven = regexp.MustCompile(`(?m)^\s*ctx = graphql\.WithUnmarshalerMap\(ctx, inputUnmarshalMap\)\n`)
	answerEnd   = regexp.MustCompile(`var buf bytes\.Buffer\n\s*data\.MarshalGQL\(&buf\)\n\s*response\.Data = buf\.Bytes\(\)`)
	bytesImport = regexp.MustCompile(`(?m)^	"bytes"\n`) // only the answer's end used it
	mathImport  = regexp.MustCompile(`(?m)^	"math"\n`)  // only the end used it
)

// shorten rewrites generated code. It fails where nothing looks as it did: gqlgen writes it otherwise then.
func shorten(text []byte, written direct) ([]byte, error) {
	for _, old := range []*regexp.Regexp{
		leafField, deferDeclared, deferBranch, deferEnd, sliceCall, objectCall, collectCall, inputsBuilt, inputsGiven, waitingCall, answerEnd,
		bytesImport, mathImport,
	} {
		if !old.Match(text) {
			return nil, fmt.Errorf("gqlgen no longer writes %.60q", old)
		}
	}
	text = leafField.ReplaceAllFunc(text, shortLeaf)
	text = deferDeclared.ReplaceAll(text, nil)
	text = deferBranch.ReplaceAll(text, nil)
	text = deferEnd.ReplaceAll(text, []byte("\treturn scalar.Object(fields, out.Values)\n"))
	text = sliceCall.ReplaceAllFunc(text, shortList(written))
	text = objectCall.ReplaceAllFunc(text, shortObject(written))
	text = collectCall.ReplaceAll(text, []byte("scalar.Fields(ctx, ec.OperationContext, sel, "))
	text = inputsGiven.ReplaceAll(inputsBuilt.ReplaceAll(text, nil), nil)
	text = bytesImport.ReplaceAll(answerEnd.ReplaceAll(text, []byte("response.Data = scalar.Bytes(data)")), nil)
	return append(mathImport.ReplaceAll(text, nil), waitingFields(text)...), nil
}

// shortList rewrites the marshalling of a list. Elements that are objects have a function in direct.go; those of the schema's own types and
// enums have none.
func shortList(written direct) func(match []byte) []byte {
	return func(match []byte) []byte {
		m := sliceCall.FindSubmatch(match)
		element, of, value := m[1], string(m[2]), "v[i]"
		takesPointer, object := written[of]
		if takesPointer && len(m[3]) == 0 {
			value = "&v[i]"
		}
		write := ""
		if object {
			write = fmt.Sprintf("\n\t\tWrite: func(w *scalar.Writer, i int) bool { return ec.write%s(ctx, w, sel, %s) },", of, value)
		}
		return fmt.Appendf(nil, "scalar.Slice(ctx, scalar.List{\n\t\tSelection: sel, Length: len(v), Waiting: waitingFields,%s\n\t\tElement: %s,\n\t})",
			write, element)
	}
}

// shortObject rewrites the marshalling of an object.
func shortObject(written direct) func(match []byte) []byte {
	return func(match []byte) []byte {
		m := objectCall.FindSubmatch(match)
		if _, object := written[string(m[1])]; !object {
			return match
		}
		return fmt.Appendf(nil, `	write := func(w *scalar.Writer) bool { return ec.write%s(ctx, w, sel, %s) }
	if text, whole := scalar.Direct(ctx, sel, waitingFields, write); whole {
		return text
	}
%s`, m[1], m[2], match)
	}
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
