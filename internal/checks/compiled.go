package checks

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// CompiledFile is the generated file of compiled policies, beside the index. A start spends
// most of its time on parsing and compiling the Rego of the policies that it needs; this is
// what OPA's compiler made of them, written down. A module counts only as long as its text
// is the one it was made of, and a policy only where all its modules do: else its text is
// compiled as any other.
//
// The file is the modules in the order of their names, each a length and
//
//	name, SHA-256 of the text, names of the imported modules, reads of `_` (metaReads),
//	strings, package, rules
//
// Numbers are unsigned varints; a list and a string begin with their length; names,
// variables, strings and numbers of the rules are positions in the module's strings.
const CompiledFile = "compiled.bin"

// Compiled generates the file of a tree of policies. The same tree gives the same bytes.
func Compiled(tree fs.FS) ([]byte, error) {
	p, err := Load(Options{Embedded: sourcesOf(tree), Idle: true})
	if err != nil {
		return nil, err
	}
	caps := Capabilities()
	libs, modules := map[string]library{}, map[string]*ast.Module{}
	for _, pol := range p.all {
		u, err := p.parse(pol, libs, caps)
		if err != nil {
			return nil, err
		}
		maps.Copy(modules, u.modules)
	}
	c := ast.NewCompiler().WithCapabilities(caps)
	if c.Compile(modules); c.Failed() {
		return nil, c.Errors
	}
	var out []byte
	for _, name := range slices.Sorted(maps.Keys(modules)) {
		text, err := fs.ReadFile(tree, name)
		if err != nil {
			return nil, err
		}
		module, err := p.encode(name, text, modules[name], c.Modules[name])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = binary.AppendUvarint(out, uint64(len(module)))
		out = append(out, module...)
	}
	return out, nil
}

// sourcesOf is the tree without what was generated of it.
func sourcesOf(tree fs.FS) fs.FS {
	return partOfTree{tree, map[string]bool{IndexFile: true, CompiledFile: true}}
}

// encode writes one module: what was parsed tells of its imports and reads, compiled of its rules.
func (p *Policies) encode(name string, text []byte, parsed, compiled *ast.Module) ([]byte, error) {
	sum := sha256.Sum256(text)
	out := appendText(nil, name)
	out = append(out, sum[:]...)
	var imports []string
	for _, i := range parsed.Imports {
		if pkg, ok := strings.CutPrefix(i.Path.String(), "data."); ok {
			imports = append(imports, p.libs[pkg].file)
		}
	}
	out = binary.AppendUvarint(out, uint64(len(imports)))
	for _, file := range imports {
		out = appendText(out, file)
	}
	out = append(out, readsOf(parsed).bits())
	w := moduleWriter{at: map[string]uint64{}}
	w.terms(compiled.Package.Path)
	w.number(len(compiled.Rules))
	for _, r := range compiled.Rules {
		w.rule(r)
	}
	out = binary.AppendUvarint(out, uint64(len(w.strings)))
	for _, s := range w.strings {
		out = appendText(out, s)
	}
	return append(out, w.out...), w.err
}

func appendText(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

func (r metaReads) bits() (bits byte) {
	for i, set := range []bool{r.phi, r.memberPHI, r.regions, r.account} {
		if set {
			bits |= 1 << i
		}
	}
	return bits
}

// or is what either looks at.
func (r metaReads) or(o metaReads) metaReads { return readsOfBits(r.bits() | o.bits()) }

func readsOfBits(bits byte) metaReads {
	return metaReads{phi: bits&1 > 0, memberPHI: bits&2 > 0, regions: bits&4 > 0, account: bits&8 > 0}
}

// errCompiled tells that a compiled file is not one.
var errCompiled = errors.New("the compiled policies are damaged: run `go generate ./policies`")

// compiledModules finds the modules of a CompiledFile by their names.
type compiledModules map[string]*compiledModule

// compiledModule is a module whose rules are read when a policy needs them.
type compiledModule struct {
	name    string
	sum     string // SHA-256 of the text
	imports []string
	reads   metaReads
	rest    []byte // strings, package and rules
}

// readCompiled takes a CompiledFile apart.
func readCompiled(data []byte) (modules compiledModules, err error) {
	r := &moduleReader{rest: data}
	defer func() { err = errors.Join(err, r.failure()) }()
	modules = compiledModules{}
	for len(r.rest) > 0 && !r.bad {
		in := moduleReader{rest: r.take(r.number())}
		m := &compiledModule{name: in.text(), sum: string(in.take(sha256.Size))}
		for range in.count() {
			m.imports = append(m.imports, in.text())
		}
		m.reads, m.rest = readsOfBits(in.byte()), in.rest
		modules[m.name], r.bad = m, r.bad || in.bad
	}
	return modules, nil
}

// unit is the policy with its libraries as the CompiledFile has them; false where it has not,
// or where the text of one is another now. read holds the modules that were read.
func (c *compiled) unit(pol *policy, read map[string]*ast.Module) (unit, bool, error) {
	if !pol.indexed {
		return unit{}, false, nil
	}
	if c.before == nil {
		var err error
		if c.before, err = readCompiled(c.data); err != nil {
			return unit{}, false, err
		}
	}
	return c.before.unit(pol, read)
}

func (c compiledModules) unit(pol *policy, read map[string]*ast.Module) (unit, bool, error) {
	u := unit{policy: pol, modules: map[string]*ast.Module{}}
	for queue := []string{pol.rego.name}; len(queue) > 0; queue = queue[1:] {
		name := queue[0]
		if u.modules[name] != nil {
			continue
		}
		m := c[name]
		if m == nil {
			return u, false, nil
		}
		if read[name] == nil {
			text, err := fs.ReadFile(pol.rego.tree, name)
			if err != nil {
				return u, false, err
			}
			if sum := sha256.Sum256(text); string(sum[:]) != m.sum {
				return u, false, nil
			}
			r := moduleReader{file: name, rest: m.rest}
			read[name] = r.module()
			if err := r.failure(); err != nil {
				return u, false, err
			}
		}
		u.modules[name], u.reads = read[name], u.reads.or(m.reads)
		queue = append(queue, m.imports...)
	}
	u.module = u.modules[pol.rego.name]
	return u, true, nil
}
