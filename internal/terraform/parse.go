package terraform

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"

	"github.com/hipaactl/hipaactl/internal/terraform/opaque"
)

// file is one parsed configuration file.
type file struct {
	// name is the path as shown, slash-separated.
	name     string
	src      []byte
	native   *hclsyntax.Body
	json     *hclsyntax.ObjectConsExpr
	override bool
	diags    hcl.Diagnostics
	// names are the attributes that the file's relative traversals read.
	names map[string]bool
}

// configFiles picks the configuration files of a directory from its listing:
// .tofu shadows the .tf of its name, editors' and hidden files are left out.
// Source: https://opentofu.org/docs/language/files/
func configFiles(names []string) []string {
	has := make(map[string]bool, len(names))
	for _, n := range names {
		has[n] = true
	}
	var out []string
	for _, n := range names {
		if !isConfig(n) || strings.HasPrefix(n, ".") || strings.HasSuffix(n, "~") || strings.HasPrefix(n, "#") {
			continue
		}
		if base, ok := strings.CutSuffix(n, ".tf"); ok && has[base+".tofu"] {
			continue
		}
		if base, ok := strings.CutSuffix(n, ".tf.json"); ok && has[base+".tofu.json"] {
			continue
		}
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

func isConfig(name string) bool {
	for _, ext := range []string{".tf", ".tf.json", ".tofu", ".tofu.json"} {
		if strings.HasSuffix(name, ext) {
			return true
		}
	}
	return false
}

// isOverride tells whether a file is merged over the others.
func isOverride(name string) bool {
	base, _, _ := strings.Cut(name, ".")
	return base == "override" || strings.HasSuffix(base, "_override")
}

// readConfig reads a file, refusing what is no text or too large.
func readConfig(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, withoutPath(err)
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("not a regular file")
	}
	if info.Size() > maxFileSize {
		return nil, fmt.Errorf("larger than %d MiB", maxFileSize>>20)
	}
	src, err := os.ReadFile(path)
	return src, withoutPath(err)
}

// withoutPath drops the path from an error: messages name files as the user does.
func withoutPath(err error) error {
	var pathErr *os.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// parseFile parses one file. It always returns a file; what is wrong with it is in diags.
func parseFile(name string, src []byte) *file {
	f := &file{name: name, override: isOverride(filepath.Base(name)), names: map[string]bool{}}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	f.src = src
	start := hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos}
	switch {
	case !utf8.Valid(src):
		f.diags = hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "The file is not UTF-8 text", Subject: &start}}
	case bytes.IndexByte(src, 0) >= 0:
		f.diags = hcl.Diagnostics{{Severity: hcl.DiagError, Summary: "The file holds NUL bytes", Subject: &start}}
	default:
		f.diags = checkNesting(src, name)
	}
	if f.diags.HasErrors() {
		return f
	}
	if strings.HasSuffix(name, ".json") {
		f.parseJSON()
	} else {
		f.parseNative()
	}
	return f
}

func (f *file) parseNative() {
	parsed, diags := hclsyntax.ParseConfig(f.src, f.name, hcl.InitialPos)
	f.diags = diags
	if diags.HasErrors() {
		return
	}
	f.native = parsed.Body.(*hclsyntax.Body)
	f.rewriteBody(f.native, f.rewriter())
}

func (f *file) parseJSON() {
	object, diags := parseJSON(f.src, f.name)
	f.diags = diags
	if diags.HasErrors() {
		return
	}
	f.rewriter().Rewrite(object)
	f.json = object
}

func (f *file) rewriter() *opaque.Rewriter {
	return &opaque.Rewriter{
		Traversal: func(e *hclsyntax.ScopeTraversalExpr) hclsyntax.Expression {
			f.readsNames(e.Traversal)
			return &reference{e}
		},
		Indexed: newIndexed,
		Wrap:    func(e hclsyntax.Expression) hclsyntax.Expression { return &bounded{e} },
		Name:    func(name string) { f.names[name] = true },
	}
}

// readsNames remembers what is read of a value that may be a whole resource.
func (f *file) readsNames(t hcl.Traversal) {
	switch t.RootName() {
	case "local", "each", "var", "module":
		for _, step := range t[1:] {
			if attr, ok := step.(hcl.TraverseAttr); ok {
				f.names[attr.Name] = true
			}
		}
	}
}

func (f *file) rewriteBody(b *hclsyntax.Body, r *opaque.Rewriter) {
	for _, attr := range b.Attributes {
		attr.Expr = r.Rewrite(attr.Expr)
	}
	for _, block := range b.Blocks {
		switch {
		case block.Type == "variable":
			continue // types and defaults are read as they stand
		case block.Type == "dynamic":
			if it := block.Body.Attributes["iterator"]; it != nil {
				delete(block.Body.Attributes, "iterator")
				f.rewriteBody(block.Body, r)
				block.Body.Attributes["iterator"] = it
				continue
			}
		}
		f.rewriteBody(block.Body, r)
	}
}

// unreadable is a file that could not be read at all.
func unreadable(name, why string) *file {
	return &file{name: name, override: isOverride(filepath.Base(name)), diags: hcl.Diagnostics{{
		Severity: hcl.DiagError, Summary: why,
		Subject: &hcl.Range{Filename: name, Start: hcl.InitialPos, End: hcl.InitialPos},
	}}}
}
