package layering

import (
	"go/ast"
	"path"
	"slices"
	"testing"
)

// process is what belongs to the process as a whole. Only programs touch it, so
// that everything else can be tested, and run twice, in one process.
var process = []string{
	"Args", "Chdir", "Clearenv", "Environ", "Exit", "ExpandEnv", "Getenv", "LookupEnv", "Setenv", "Stderr", "Stdin", "Stdout", "Unsetenv",
}

// programs are the layers that hold a package main.
var programs = []string{"cmd", "bench"}

func TestProcessIsTouchedByProgramsAlone(t *testing.T) {
	for _, s := range sources(t) {
		if slices.Contains(programs, s.home) {
			continue
		}
		if s.ast.Name.Name == "main" {
			t.Errorf("%s: programs live in cmd", s.path)
		}
		if s.test {
			continue
		}
		for _, use := range s.uses("os", process...) {
			t.Errorf("%s: only cmd may", use)
		}
		for _, use := range s.uses("fmt", "Print", "Printf", "Println") {
			t.Errorf("%s: write to an io.Writer that the caller gives", use)
		}
		for _, path := range s.imports() {
			if path == "log" || path == "log/slog" {
				t.Errorf("%s imports %s: return a diagnostic, a gap or an error; cmd prints", s.path, path)
			}
		}
	}
}

func TestNoInit(t *testing.T) {
	for _, s := range sources(t) {
		for _, decl := range s.ast.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s: init hides work from the reader and from --help; call it where it is needed", s.at(fn))
			}
		}
	}
}

func TestPackagesSayWhatTheyAre(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t) {
		if dir := path.Dir(s.path); !s.test {
			documented[dir] = documented[dir] || s.ast.Doc != nil
		}
	}
	for dir, ok := range documented {
		if !ok {
			t.Errorf("package %s has no package comment: say what it turns into what, and who calls it", dir)
		}
	}
}

// TestNoTemplates keeps the program small: decision 17.
func TestNoTemplates(t *testing.T) {
	for _, s := range sources(t) {
		for _, path := range s.imports() {
			if !s.test && (path == "text/template" || path == "html/template") {
				t.Errorf("%s imports %s: with it the linker keeps every operation of every AWS client; see docs/decisions/0017", s.path, path)
			}
		}
	}
}
