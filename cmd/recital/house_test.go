package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// house says which packages of the module each package may import: downward only (docs/design.md, "The house").
// A name ending in /... stands for a package and all below it. The first entry that fits a package decides.
var house = []struct {
	pkg string
	may []string
}{
	{"graph", nil},
	{"graph/...", []string{"graph", "graph/..."}},
	{"loader/parse", []string{"graph"}},
	{"loader/source", []string{"graph", "loader/parse"}},
	{"loader/catalog/...", []string{"graph", "loader/..."}}, // the commands that make its data read texts
	{"loader/catalog", []string{"graph"}},
	{"loader/extract", []string{"graph", "loader/catalog"}},
	{"loader/...", []string{"graph", "loader/..."}},
	{"loader", []string{"graph", "loader/..."}},
	{"resolver/...", []string{"graph", "resolver/..."}},
	{"resolver", []string{"graph", "resolver/..."}},
	{"web", nil},
	{"cmd/recital", []string{"..."}},
	{"bench/...", []string{"..."}},
}

func TestHouseImportsDownward(t *testing.T) {
	root := filepath.Join("..", "..")
	packages := 0
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && entry.Name() != ".." && (strings.HasPrefix(entry.Name(), ".") || entry.Name() == "node_modules" || entry.Name() == "testdata") {
			return fs.SkipDir
		}
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		folder, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		packages++
		checkImports(t, filepath.ToSlash(folder), name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if packages < 20 {
		t.Fatalf("read %d files: the test does not see the module", packages)
	}
}

func checkImports(t *testing.T, pkg, file string) {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	may, known := allowed(pkg)
	if !known {
		t.Errorf("%s: package %s has no place in the house: add it to docs/design.md and here", file, pkg)
	}
	for _, spec := range parsed.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatal(err)
		}
		ours, isOurs := strings.CutPrefix(imported, "recital/")
		if !isOurs {
			if pkg == "graph" && strings.Contains(strings.Split(imported, "/")[0], ".") {
				t.Errorf("%s imports %s: graph stands on the standard library alone", file, imported)
			}
			continue
		}
		if !slices.ContainsFunc(may, func(pattern string) bool { return fits(pattern, ours) }) {
			t.Errorf("%s imports %s: %s may import only %v", file, imported, pkg, may)
		}
	}
}

func allowed(pkg string) ([]string, bool) {
	for _, room := range house {
		if room.pkg == pkg {
			return room.may, true
		}
	}
	for _, room := range house {
		if below, ok := strings.CutSuffix(room.pkg, "/..."); ok && strings.HasPrefix(pkg, below+"/") {
			return room.may, true
		}
	}
	return nil, false
}

func fits(pattern, pkg string) bool {
	if below, ok := strings.CutSuffix(pattern, "..."); ok {
		return strings.HasPrefix(path.Clean(pkg)+"/", below)
	}
	return pattern == pkg
}
