// Package layering holds no code, only the tests of what the code as a whole
// looks like: who imports whom, and where the outside world may be touched.
// golangci-lint checks most of it too; this needs nothing but `go test`.
package layering

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/hipaactl/hipaactl"

// source is one Go file of the module.
type source struct {
	// path is slash-separated and relative to the module's root.
	path string
	// home is the layer that owns the file: "checks" for internal/checks and what
	// is below it, else the first folder, "cmd" or "policies".
	home string
	test bool
	ast  *ast.File
	fset *token.FileSet
}

// imports are the import paths, unquoted.
func (s source) imports() []string {
	var all []string
	for _, spec := range s.ast.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			all = append(all, p)
		}
	}
	return all
}

// at is "file:line" of a node.
func (s source) at(n ast.Node) string {
	return s.path + ":" + strconv.Itoa(s.fset.Position(n.Pos()).Line)
}

// uses lists where the file uses a name of an imported package, for example os.Exit.
func (s source) uses(pkg string, names ...string) []string {
	local := ""
	for _, spec := range s.ast.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil && p == pkg {
			local = path.Base(pkg)
			if spec.Name != nil {
				local = spec.Name.Name
			}
		}
	}
	if local == "" {
		return nil
	}
	var found []string
	ast.Inspect(s.ast, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		if id, ok := sel.X.(*ast.Ident); ok && id.Name == local {
			for _, name := range names {
				if sel.Sel.Name == name {
					found = append(found, s.at(sel)+": "+pkg+"."+name)
				}
			}
		}
		return true
	})
	return found
}

// sources parses every Go file of this module; nested modules are not part of it.
func sources(t *testing.T) []source {
	t.Helper()
	root := filepath.Join("..", "..")
	var all []source
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return enter(root, rel, entry.Name())
		}
		if !strings.HasSuffix(file, ".go") {
			return nil
		}
		fset := token.NewFileSet()
		parsed, err := parser.ParseFile(fset, file, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		slash := filepath.ToSlash(rel)
		all = append(all, source{slash, layer(slash), strings.HasSuffix(slash, "_test.go") || forTests(path.Dir(slash)), parsed, fset})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Fatalf("found only %d Go files below %s: is this the module's root?", len(all), root)
	}
	return all
}

// enter skips the folders that Go itself ignores, and other modules.
func enter(root, rel, name string) error {
	if rel == "." {
		return nil
	}
	if name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") {
		return filepath.SkipDir
	}
	if _, err := os.Stat(filepath.Join(root, rel, "go.mod")); err == nil {
		return filepath.SkipDir
	}
	return nil
}

// layer names the layer of a file or of a package path below the module.
func layer(slash string) string {
	parts := strings.Split(slash, "/")
	if parts[0] == "internal" && len(parts) > 1 {
		return parts[1]
	}
	return parts[0]
}

// forTests tells whether a package only serves tests: its name ends in test, as
// httptest's does. Nothing else may import it.
func forTests(dir string) bool { return strings.HasSuffix(dir, "test") }
