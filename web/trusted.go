package web

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
)

// definition matches the first line of a definition in operations.graphql: "query Search($text: String!) {" and
// "fragment Act on Citation {", not a field called "query" within one, which is indented.
var definition = regexp.MustCompile(`(?m)^(query|fragment) (\w+)`)

// spread matches "...Act", the use of a fragment, and not "... on Resolution".
var spread = regexp.MustCompile(`\.\.\.(\w+)`)

// TrustedDocuments returns every operation that the explorer sends, with the fragments it uses, by the hexadecimal SHA-256
// of its text: what a server that answers known queries only must know. The explorer's build cuts the file in the same
// way (scripts/generate.mjs), and a test compares the two.
func TrustedDocuments() (map[string]string, error) {
	return trusted(operations)
}

func trusted(source string) (map[string]string, error) {
	definitions, order := cut(source)
	documents := map[string]string{}
	for _, name := range order {
		text := definitions[name]
		if !strings.HasPrefix(text, "query ") {
			continue
		}
		used := map[string]bool{name: true}
		if err := collect(definitions, text, used); err != nil {
			return nil, fmt.Errorf("trusted document %s: %w", name, err)
		}
		var parts []string
		for _, n := range order {
			if used[n] {
				parts = append(parts, definitions[n])
			}
		}
		document := strings.Join(parts, "\n")
		sum := sha256.Sum256([]byte(document))
		documents[hex.EncodeToString(sum[:])] = document
	}
	return documents, nil
}

// cut divides the file into its definitions, by name, and their order.
func cut(source string) (definitions map[string]string, order []string) {
	definitions = map[string]string{}
	at := definition.FindAllStringSubmatchIndex(source, -1)
	for i, m := range at {
		end := len(source)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		name := source[m[4]:m[5]]
		definitions[name] = plain(source[m[0]:end])
		order = append(order, name)
	}
	return definitions, order
}

// plain drops comments and indentation, which a server need not read.
func plain(text string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

// collect adds to used the fragments that text needs, and those that they need.
func collect(definitions map[string]string, text string, used map[string]bool) error {
	for _, m := range spread.FindAllStringSubmatch(text, -1) {
		name := m[1]
		if name == "on" || used[name] {
			continue
		}
		fragment, ok := definitions[name]
		if !ok {
			return fmt.Errorf("fragment %s is not defined", name)
		}
		used[name] = true
		if err := collect(definitions, fragment, used); err != nil {
			return err
		}
	}
	return nil
}
