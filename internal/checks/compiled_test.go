package checks

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// builtIn is the tree of the built-in policies.
var builtIn = os.DirFS("../../policies")

// everyConstruct is a library with each construct that the format has a kind for.
const everyConstruct = `package lib

import data.other

default limit := 3

limit := 4 if input.large

else := 5 if input.medium

pair(x, [y, z]) := {"a": x, "b": [y, null, true, false, 1.5e3, -2]} if z in {"one", "two"}

all_named(xs) if {
	every i, x in xs {
		count(x.name) > i
		not x.name == other.name
	}
}

names contains x.name if some x in input.xs

by[k] := v if some k, v in input.map

nested.deep[k].leaf := {n | some n in input.map[k]} if some k in object.keys(input.map)

told := sprintf("%v %s", [[n | some n in input.list], {k: v | some k, v in input.map}])

instead := x if x := limit with input.large as true with input.small as input.xs[0].small

templated := $"of {input.size} bytes, {limit}"

empty := [[], {}, set(), ""]
`

func constructs(t testing.TB) fstest.MapFS {
	t.Helper()
	tree := fstest.MapFS{
		"lib/lib.rego":   {Data: []byte(everyConstruct)},
		"lib/other.rego": {Data: []byte("package other\n\nname := \"other\"\n")},
		"a/policy.rego":  {Data: []byte(compiledPolicy)},
	}
	for name, generate := range map[string]func(fs.FS) ([]byte, error){IndexFile: Index, CompiledFile: Compiled} {
		data, err := generate(tree)
		if err != nil {
			t.Fatal(err)
		}
		tree[name] = &fstest.MapFile{Data: data}
	}
	return tree
}

const compiledPolicy = `# METADATA
# title: Small
# description: Is small.
# custom:
#   id: T-SMALL-001
#   severity: high
#   citations: ["164.312(b)"]
#   resources:
#     thing: {size: number}
#   remediation: Make it small.
package small

import data.lib

deny contains {"paths": ["size"], "message": "it is large"} if input.size > lib.limit
`

// TestCompiledHoldsWhatTheCompilerMade of every built-in policy and of every construct.
func TestCompiledHoldsWhatTheCompilerMade(t *testing.T) {
	for name, tree := range map[string]fs.FS{"built in": builtIn, "constructs": constructs(t)} {
		p, err := Load(Options{Embedded: sourcesOf(tree), Idle: true})
		if err != nil {
			t.Fatal(err)
		}
		caps, libs, parsed := Capabilities(), map[string]library{}, map[string]*ast.Module{}
		for _, pol := range p.all {
			u, err := p.parse(pol, libs, caps)
			if err != nil {
				t.Fatal(err)
			}
			maps.Copy(parsed, u.modules)
		}
		want := ast.NewCompiler().WithCapabilities(caps)
		if want.Compile(parsed); want.Failed() {
			t.Fatal(want.Errors)
		}
		data, err := fs.ReadFile(tree, CompiledFile)
		if err != nil {
			t.Fatal(err)
		}
		got, err := readCompiled(data)
		if err != nil {
			t.Fatal(err)
		}
		if have, want := slices.Sorted(maps.Keys(got)), slices.Sorted(maps.Keys(parsed)); !slices.Equal(have, want) {
			t.Fatalf("%s: modules\n%v\nwant\n%v", name, have, want)
		}
		for file, m := range got {
			r := moduleReader{file: file, rest: m.rest}
			module := r.module()
			if err := r.failure(); err != nil || len(r.rest) > 0 {
				t.Fatalf("%s: %v, %d bytes left", file, err, len(r.rest))
			}
			if m.reads != readsOf(parsed[file]) {
				t.Errorf("%s: reads %+v, want %+v", file, m.reads, readsOf(parsed[file]))
			}
			if !module.Package.Path.Equal(want.Modules[file].Package.Path) || len(module.Rules) != len(want.Modules[file].Rules) {
				t.Fatalf("%s: package %v with %d rules", file, module.Package, len(module.Rules))
			}
			for i, rule := range module.Rules {
				made := want.Modules[file].Rules[i]
				if rule.Compare(made) != 0 || rule.String() != made.String() {
					t.Errorf("%s: a rule came back as\n%v\nwant\n%v", file, rule, made)
				}
				if rule.Location.Row != made.Location.Row || rule.Location.File != file || rule.Module != module {
					t.Errorf("%s: rule %d is at %v, want %v", file, i, rule.Location, made.Location)
				}
			}
		}
	}
}

// denials loads the tree and judges a thing of the size.
func denials(t *testing.T, tree fs.FS, size int64) Result {
	t.Helper()
	p, err := Load(Options{Embedded: tree})
	if err != nil {
		t.Fatal(err)
	}
	thing := &resource.Resource{
		Root: ".", Address: resource.Address{Type: "thing", Name: "x"}, Source: resource.Code,
		Values: cty.ObjectVal(map[string]cty.Value{"size": cty.NumberIntVal(size)}),
	}
	set := &resource.Set{Resources: []*resource.Resource{thing}}
	return p.Evaluate(t.Context(), set, EvalOptions{Now: time.Now()})
}

func TestCompiledIsUsedOnlyForItsText(t *testing.T) {
	tree := constructs(t)
	standing := func() string {
		t.Helper()
		r := denials(t, tree, 4)
		if len(r.RuleErrors) > 0 {
			return r.RuleErrors[0].Err.Error()
		}
		return string(r.Findings[0].Status)
	}
	if got := standing(); got != "fail" {
		t.Fatalf("4 of at most 3: %s", got)
	}

	lib := tree["lib/lib.rego"]
	tree["lib/lib.rego"] = &fstest.MapFile{Data: []byte(strings.Replace(everyConstruct, "limit := 3", "limit := 9", 1))}
	if got := standing(); got != "pass" {
		t.Errorf("with another library than was compiled: %s", got)
	}
	tree["lib/lib.rego"] = lib

	whole := tree[CompiledFile].Data
	for _, cut := range []int{len(whole) - 1, len(whole) / 2, 1} {
		tree[CompiledFile] = &fstest.MapFile{Data: whole[:cut]}
		if got := standing(); !strings.Contains(got, "damaged") && got != "fail" {
			t.Errorf("cut off after %d bytes of %d: %s", cut, len(whole), got)
		}
	}
	delete(tree, CompiledFile)
	if got := standing(); got != "fail" {
		t.Errorf("without a compiled file: %s", got)
	}
}

func TestCompiledRefuses(t *testing.T) {
	w := moduleWriter{at: map[string]uint64{}}
	w.term(ast.NewTerm(&ast.TemplateString{}))
	if w.err == nil || !strings.Contains(w.err.Error(), "TemplateString") {
		t.Errorf("a term that the format has no kind for: %v", w.err)
	}
}

func FuzzCompiled(f *testing.F) {
	f.Add(constructs(f)[CompiledFile].Data)
	f.Fuzz(func(_ *testing.T, data []byte) {
		modules, err := readCompiled(data)
		if err != nil {
			return
		}
		for _, m := range modules {
			r := moduleReader{rest: m.rest}
			_ = r.module()
		}
	})
}
