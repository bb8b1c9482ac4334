package terraform

import (
	"maps"
	"slices"

	"github.com/hashicorp/hcl/v2"
	"github.com/hashicorp/hcl/v2/hclsyntax"
)

// module is a parsed module directory. It does not change once it is built, so
// that every call of it, in any root, shares it.
type module struct {
	// dir is the directory as shown, abs the absolute one.
	dir, abs  string
	files     []*file
	failed    []failedFile
	variables map[string]*block
	// declarations are the variables' blocks, read.
	declarations map[string]*declaration
	locals       map[string]argument
	// resources by "aws_s3_bucket.b" and "data.aws_vpc.v".
	resources map[string]*block
	calls     map[string]*block
	outputs   map[string]*block
	providers []*block
	// required is the version constraint on the AWS provider, empty where there is none.
	required string
	// names are attribute names that are read of whole resources somewhere in the module.
	names map[string]bool
	// repeated are blocks whose address another block has already: Terraform refuses
	// the module, and only the first of each is evaluated.
	repeated []repeatedBlock
}

// repeatedBlock is a block that was declared before.
type repeatedBlock struct {
	what       string
	rng, first hcl.Range
}

// block is a top-level block. typ and name are its labels; for a data source,
// data is set.
type block struct {
	data      bool
	typ, name string
	body      body
	rng       hcl.Range
}

// failedFile is a file that was not read, and why.
type failedFile struct {
	name, why string
	rng       hcl.Range
}

func newModule(dir, abs string, files []*file) *module {
	m := &module{
		dir: dir, abs: abs, files: files,
		variables: map[string]*block{}, locals: map[string]argument{}, resources: map[string]*block{},
		calls: map[string]*block{}, outputs: map[string]*block{}, names: map[string]bool{},
	}
	for _, override := range []bool{false, true} {
		for _, f := range files {
			if f.override == override {
				m.addFile(f)
			}
		}
	}
	m.declarations = make(map[string]*declaration, len(m.variables))
	for name, b := range m.variables {
		m.declarations[name] = newDeclaration(b)
	}
	return m
}

func (m *module) addFile(f *file) {
	if f.diags.HasErrors() {
		d := firstError(f.diags)
		failed := failedFile{name: f.name, why: d.Summary}
		if d.Subject != nil {
			failed.rng = *d.Subject
		}
		m.failed = append(m.failed, failed)
		return
	}
	maps.Copy(m.names, f.names)
	if f.json != nil {
		m.addJSON(f)
		return
	}
	for _, b := range f.native.Blocks {
		m.addBlock(b.Type, b.Labels, nativeBody{b.Body}, b.DefRange(), f.override)
	}
}

// firstError is the first error; its Detail is not used, since it may quote the source.
func firstError(diags hcl.Diagnostics) *hcl.Diagnostic {
	for _, d := range diags {
		if d.Severity == hcl.DiagError {
			return d
		}
	}
	return &hcl.Diagnostic{Summary: "unknown error"}
}

// labelsOf is how many labels the top-level blocks have that matter here.
var labelsOf = map[string]int{
	"variable": 1, "locals": 0, "resource": 2, "data": 2, "module": 1, "output": 1, "provider": 1, "terraform": 0,
}

func (m *module) addJSON(f *file) {
	top, _ := newJSONBody(f.json, f.json.SrcRange)
	for _, typ := range top.attrNames() {
		depth, ok := labelsOf[typ]
		if !ok {
			continue
		}
		for _, object := range jsonObjects(top.items[typ]) {
			m.addJSONLabels(typ, nil, depth, object, f.override)
		}
	}
}

func (m *module) addJSONLabels(typ string, labels []string, depth int, object jsonBody, override bool) {
	if depth == 0 {
		m.addBlock(typ, labels, object, object.rng, override)
		return
	}
	for _, label := range object.attrNames() {
		for _, inner := range jsonObjects(object.items[label]) {
			m.addJSONLabels(typ, append(slices.Clone(labels), label), depth-1, inner, override)
		}
	}
}

func (m *module) addBlock(typ string, labels []string, b body, rng hcl.Range, override bool) {
	want, ok := labelsOf[typ]
	if !ok || len(labels) != want {
		return
	}
	switch typ {
	case "locals":
		for _, name := range b.attrNames() {
			a, _ := b.attr(name)
			if first, ok := m.locals[name]; ok && !override {
				m.repeated = append(m.repeated, repeatedBlock{"local." + name, a.rng, first.rng})
				continue
			}
			m.locals[name] = a
		}
	case "terraform":
		m.addRequired(b)
	case "resource":
		m.put(m.resources, "", labels[0]+"."+labels[1], &block{typ: labels[0], name: labels[1], body: b, rng: rng}, override)
	case "data":
		m.put(m.resources, "", "data."+labels[0]+"."+labels[1], &block{data: true, typ: labels[0], name: labels[1], body: b, rng: rng}, override)
	case "provider":
		m.addProvider(&block{name: labels[0], body: b, rng: rng}, override)
	default:
		table := map[string]map[string]*block{"variable": m.variables, "module": m.calls, "output": m.outputs}[typ]
		m.put(table, typ+".", labels[0], &block{name: labels[0], body: b, rng: rng}, override)
	}
}

// put adds a block; an override is laid over what is there. kind goes before the
// key where a message names the block.
func (m *module) put(table map[string]*block, kind, key string, b *block, override bool) {
	base, ok := table[key]
	switch {
	case ok && override:
		merged := *base
		merged.body = overlayBody{over: b.body, base: base.body}
		table[key] = &merged
	case ok:
		m.repeated = append(m.repeated, repeatedBlock{kind + key, b.rng, base.rng})
	default:
		table[key] = b
	}
}

func (m *module) addProvider(b *block, override bool) {
	if override {
		for i, base := range m.providers {
			if base.name == b.name && aliasOf(base.body) == aliasOf(b.body) {
				merged := *base
				merged.body = overlayBody{over: b.body, base: base.body}
				m.providers[i] = &merged
				return
			}
		}
	}
	m.providers = append(m.providers, b)
}

func aliasOf(b body) string { return literalArgument(b, "alias") }

// literalArgument is a constant string argument, empty where there is none.
func literalArgument(b body, name string) string {
	a, ok := b.attr(name)
	if !ok {
		return ""
	}
	return literalKey(a.expr)
}

// addRequired reads terraform { required_providers { aws = { version = "~> 5.0" } } }.
func (m *module) addRequired(b body) {
	for _, required := range b.nested("required_providers") {
		for _, name := range required.body.attrNames() {
			a, _ := required.body.attr(name)
			version := literalKey(a.expr)
			source := "hashicorp/" + name
			if object, ok := a.expr.(*hclsyntax.ObjectConsExpr); ok {
				if spec, ok := newJSONBody(object, a.rng); ok {
					version = literalArgument(spec, "version")
					if s := literalArgument(spec, "source"); s != "" {
						source = s
					}
				}
			}
			if source == "hashicorp/aws" || source == "registry.terraform.io/hashicorp/aws" || source == "registry.opentofu.org/hashicorp/aws" {
				m.required = version
			}
		}
	}
}

// localCalls are the relative sources of the module's calls: the directories
// that are called, and therefore no roots of their own.
func (m *module) localCalls() []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(m.calls)) {
		if source := literalArgument(m.calls[name].body, "source"); isLocalSource(source) {
			out = append(out, source)
		}
	}
	return out
}
