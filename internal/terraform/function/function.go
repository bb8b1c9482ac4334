package function

import (
	"io/fs"
	"maps"

	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/function"
)

// Options say what the file functions may read.
type Options struct {
	// Tree is the scanned repository, or nil where there are no files to read. Use
	// the FS of an os.Root: it refuses symbolic links that lead out of the tree.
	Tree fs.FS
	// Root is the absolute path at which Tree lies.
	Root string
	// Dir is the absolute path that relative ones start from: as in Terraform, the
	// directory of the root module, also for the modules that it calls.
	Dir string
}

// New makes the functions of one root module by name, each under its own name and
// under core::. They are safe for concurrent use. An error of a call names no
// value of the configuration; see Error for those that are not its mistake.
func New(o Options) map[string]function.Function {
	files := repository{tree: o.Tree, root: o.Root, dir: o.Dir}
	entries := carrying()
	maps.Copy(entries, limited())
	maps.Copy(entries, files.functions())
	for name, f := range inspecting() {
		entries[name] = entry{Function: f}
	}
	out := impure()
	for name, e := range entries {
		out[name] = wrap(name, e)
	}
	out["try"], out["can"] = tryFunc, canFunc

	t := &templates{files: files, functions: namespaced(inside(out)), parsed: map[string]hclsyntax.Expression{}}
	vars := anyParam("vars")
	out["templatefile"] = wrap("templatefile", entry{
		Function: define(t.file, nil, function.Parameter{Name: "path", Type: cty.String, AllowUnknown: true, AllowMarked: true}, vars),
		uses:     []use{inspects, carries},
	})
	out["templatestring"] = wrap("templatestring", entry{
		Function: define(t.fromText, nil, function.Parameter{Name: "template", Type: cty.String, AllowUnknown: true, AllowMarked: true}, vars),
		uses:     []use{carries},
	})
	return namespaced(out)
}

// namespaced adds each function under its name in the namespace of Terraform's own.
func namespaced(m map[string]function.Function) map[string]function.Function {
	out := make(map[string]function.Function, 2*len(m))
	for name, f := range m {
		out[name], out["core::"+name] = f, f
	}
	return out
}
