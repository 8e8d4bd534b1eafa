// Command schemacheck names what the schema breaks for clients of an older one, and exits 1 where it breaks something.
//
//	go run ./resolver/schemacheck            # against the last tag; nothing to do without one
//	go run ./resolver/schemacheck OLD NEW    # two files
//
// It looks at the schema alone: a field that means something else now is not seen.
package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"
)

const schemaFile = "schema.graphqls"

func main() {
	found, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "schemacheck:", err)
		os.Exit(2)
	}
	for _, change := range found {
		fmt.Println(change)
	}
	if len(found) > 0 {
		os.Exit(1)
	}
}

func run(args []string) ([]string, error) {
	switch len(args) {
	case 0:
		return sinceTag()
	case 2:
		old, err := os.ReadFile(args[0])
		if err != nil {
			return nil, fmt.Errorf("read the old schema: %w", err)
		}
		now, err := os.ReadFile(args[1])
		if err != nil {
			return nil, fmt.Errorf("read the new schema: %w", err)
		}
		return compare(old, now)
	default:
		return nil, fmt.Errorf("give two files, or none for the last tag; got %d", len(args))
	}
}

func sinceTag() ([]string, error) {
	tag, err := git("describe", "--tags", "--abbrev=0")
	if err != nil {
		fmt.Fprintln(os.Stderr, "schemacheck: no tag yet: nothing to compare with")
		return nil, nil
	}
	old, err := git("show", strings.TrimSpace(string(tag))+":"+schemaFile)
	if err != nil {
		return nil, fmt.Errorf("read the schema of the last tag: %w", err)
	}
	now, err := os.ReadFile(schemaFile)
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	return compare(old, now)
}

func git(args ...string) ([]byte, error) {
	var complaint bytes.Buffer
	cmd := exec.Command("git", args...)
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %w: %s", args[0], err, bytes.TrimSpace(complaint.Bytes()))
	}
	return out, nil
}

func compare(old, now []byte) ([]string, error) {
	was, err := parse("the old schema", old)
	if err != nil {
		return nil, err
	}
	is, err := parse("the new schema", now)
	if err != nil {
		return nil, err
	}
	return breaking(was, is), nil
}

func parse(name string, text []byte) (*ast.Schema, error) {
	schema, err := gqlparser.LoadSchema(&ast.Source{Name: schemaFile, Input: string(text)})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return schema, nil
}
