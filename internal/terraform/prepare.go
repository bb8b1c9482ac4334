package terraform

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/go-version"
	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
	"github.com/hipaactl/hipaactl/internal/terraform/provider"
)

// prepare reads what the whole root needs before anything is evaluated.
func (r *root) prepare() {
	var err error
	r.installed, err = installed(r.mod.abs, nil)
	if err != nil {
		r.gap(resource.Gap{
			Kind: resource.GapFile, What: joinShown(r.mod.dir, ".terraform/modules/modules.json"),
			Why: "it cannot be read", Settle: "run terraform init again",
		})
	}
	r.version = r.providerVersion()
	r.functions = r.newFunctions()
	names := map[string]bool{}
	r.reachable(nil, r.mod, "", map[string]bool{}, func(m *module) { maps.Copy(names, m.names) })
	r.names = slices.Sorted(maps.Keys(names))
}

// reachable visits the modules that the root's calls lead to, each once.
func (r *root) reachable(outer *instance, m *module, key string, seen map[string]bool, visit func(*module)) {
	if m == nil || seen[m.abs+"\x00"+key] || strings.Count(key, ".") > maxModuleDepth {
		return
	}
	seen[m.abs+"\x00"+key] = true
	visit(m)
	in := &instance{root: r, mod: m, key: key, level: strings.Count(key, ".")}
	if outer != nil {
		in.args = &arguments{scope: outer.base}
	}
	in.base = &scope{in: in}
	for _, name := range slices.Sorted(maps.Keys(m.calls)) {
		if len(seen) > maxReachable {
			return
		}
		child, _, _ := in.findModule(name, m.calls[name])
		r.reachable(in, child, joinKey(key, name), seen, visit)
	}
}

// maxReachable bounds the module calls that are followed for attribute names.
const maxReachable = 5000

// pathValue is path.module, path.root or path.cwd, all relative to the root module.
func (in *instance) pathValue(attr string, rng hcl.Range) (cty.Value, hcl.Diagnostics) {
	switch attr {
	case "module":
		return cty.StringVal(filepath.ToSlash(relative(in.root.mod.abs, in.mod.abs))), nil
	case "root", "cwd":
		return cty.StringVal("."), nil
	}
	return in.base.invalid(rng)
}

// providerVersion is the AWS provider's major version: that of the lock file,
// else the newest that the version constraint allows.
func (r *root) providerVersion() provider.Version {
	if src, err := readConfig(filepath.Join(r.mod.abs, ".terraform.lock.hcl")); err == nil {
		if major := lockedMajor(src); major > 0 {
			return provider.Version{Major: major}
		}
	}
	constraint := r.mod.required
	if constraint == "" {
		return provider.Version{}
	}
	parsed, err := version.NewConstraint(constraint)
	if err != nil {
		r.notes = append(r.notes, r.mod.dir+": the AWS provider's version constraint is not understood; version 6 is assumed")
		return provider.Version{}
	}
	for _, major := range []int{6, 5, 4, 3, 2} {
		if allowsMajor(parsed, major) {
			return provider.Version{Major: major}
		}
	}
	return provider.Version{}
}

// allowsMajor tells whether any usual release of a major version satisfies a constraint.
func allowsMajor(c version.Constraints, major int) bool {
	for _, rest := range []string{".0.0", ".999.999"} {
		if v, err := version.NewVersion(strconv.Itoa(major) + rest); err == nil && c.Check(v) {
			return true
		}
	}
	for minor := 1; minor < 120; minor++ {
		for _, patch := range []string{".0", ".1", ".999"} {
			v, err := version.NewVersion(strconv.Itoa(major) + "." + strconv.Itoa(minor) + patch)
			if err == nil && c.Check(v) {
				return true
			}
		}
	}
	return false
}

var awsProvider = regexp.MustCompile(`^registry\.(terraform\.io|opentofu\.org)/hashicorp/aws$`)

// lockedMajor reads the AWS provider's version from .terraform.lock.hcl, 0 where it names none.
func lockedMajor(src []byte) int {
	if checkNesting(src, ".terraform.lock.hcl").HasErrors() {
		return 0
	}
	f, diags := hclsyntax.ParseConfig(src, ".terraform.lock.hcl", hcl.InitialPos)
	if diags.HasErrors() {
		return 0
	}
	for _, b := range f.Body.(*hclsyntax.Body).Blocks {
		if b.Type != "provider" || len(b.Labels) != 1 || !awsProvider.MatchString(b.Labels[0]) {
			continue
		}
		text := literalArgument(nativeBody{b.Body}, "version")
		if v, err := version.NewVersion(text); err == nil {
			return v.Segments()[0]
		}
	}
	return 0
}
