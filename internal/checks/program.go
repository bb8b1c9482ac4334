package checks

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
)

// Capabilities are the built-in functions that policies may use: those whose
// result depends on their arguments alone. There is no clock (data.now is the
// time of observation), no network, no environment and no randomness.
func Capabilities() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.Builtins = slices.DeleteFunc(c.Builtins, func(b *ast.Builtin) bool {
		return b.Nondeterministic || b.Name == ast.Trace.Name || b.Name == ast.RegoMetadataChain.Name || b.Name == ast.RegoMetadataRule.Name
	})
	c.AllowNet = []string{}
	return c
}

// verbs are the rules a policy may define, in the order of a program's answer.
var verbs = [...]string{"deny", "not_applicable", "unknown"}

// program is a policy that is ready to run, or broken.
type program struct {
	compiler *ast.Compiler
	// query yields the sets of the policy's verbs under their names.
	query ast.Body
	// store holds data.params and data.now.
	store storage.Store
	// readsPHI tells that input._.phi may matter, memberPHI that a member's may.
	readsPHI, memberPHI bool
	// readsRegions tells that the policy looks at the Region of anything, readsAccount at which of the account were seen.
	readsRegions, readsAccount bool
	err                        error
}

// unit is a parsed policy with the libraries it imports.
type unit struct {
	policy  *policy
	module  *ast.Module
	modules map[string]*ast.Module
	reads   metaReads
}

// library is a parsed library, for all that import it.
type library struct {
	module *ast.Module
	reads  metaReads
}

// prepare compiles what is not compiled yet. A policy that does not compile gets
// a program with its error; the others are not affected.
func (p *Policies) prepare(needed []*policy, now time.Time) map[*policy]*program {
	p.compiled.mu.Lock()
	defer p.compiled.mu.Unlock()
	programs := p.compiled.programs
	libs, read := map[string]library{}, map[string]*ast.Module{}
	caps := Capabilities()
	var texts, ready []unit
	for _, pol := range needed {
		if programs[pol] != nil {
			continue
		}
		u, ok, err := p.compiled.unit(pol, read)
		if ok {
			ready = append(ready, u)
			continue
		}
		if err == nil {
			u, err = p.parse(pol, libs, caps)
		}
		if err != nil {
			programs[pol] = &program{err: err}
			continue
		}
		texts = append(texts, u)
	}
	linkAll(programs, ready, func(units []unit) (*ast.Compiler, error) { return compile(units, caps, compiledBefore()) })
	linkAll(programs, texts, func(units []unit) (*ast.Compiler, error) { return compile(units, caps, nil) })
	out := make(map[*policy]*program, len(needed))
	for _, pol := range needed {
		out[pol] = programs[pol].at(pol, now)
	}
	return out
}

// linkAll compiles the units together, or each by itself where one of them is broken.
func linkAll(programs map[*policy]*program, units []unit, compile func([]unit) (*ast.Compiler, error)) {
	if len(units) == 0 {
		return
	}
	shared, failed := compile(units)
	for _, u := range units {
		c, err := shared, failed
		if err != nil { // find the culprit
			c, err = compile([]unit{u})
		}
		if err != nil {
			programs[u.policy] = &program{err: err}
			continue
		}
		programs[u.policy] = u.link(c)
	}
}

// at is the program with the parameters and the time of observation.
func (p *program) at(pol *policy, now time.Time) *program {
	out := *p
	out.store = inmem.NewFromObject(map[string]any{"params": pol.params, "now": now.UTC().Format(time.RFC3339)})
	return &out
}

// parse reads a policy and, through its imports, its libraries.
func (p *Policies) parse(pol *policy, libs map[string]library, caps *ast.Capabilities) (unit, error) {
	u := unit{policy: pol, modules: map[string]*ast.Module{}}
	m, err := parseModule(pol.rego, caps)
	if err != nil {
		return u, err
	}
	u.module, u.modules[pol.Source], u.reads = m, m, readsOf(m)
	for queue := m.Imports; len(queue) > 0; queue = queue[1:] {
		pkg, ok := strings.CutPrefix(queue[0].Path.String(), "data.")
		if !ok {
			continue
		}
		lib, ok := p.libs[pkg]
		if !ok {
			return u, fmt.Errorf("%s:%d: import data.%s: no such library: it must be the package of a .rego file", pol.Source, queue[0].Location.Row, pkg)
		}
		if u.modules[lib.file] != nil {
			continue
		}
		known, ok := libs[lib.file]
		if !ok {
			if known.module, err = parseModule(lib, caps); err != nil {
				return u, err
			}
			known.reads = readsOf(known.module)
			libs[lib.file] = known
		}
		u.modules[lib.file], u.reads = known.module, u.reads.or(known.reads)
		queue = append(queue, known.module.Imports...)
	}
	return u, u.checkRules()
}

// parseModule reads a file. Without capabilities the parser would work them out for each.
func parseModule(r regoFile, caps *ast.Capabilities) (*ast.Module, error) {
	text, err := r.text()
	if err != nil {
		return nil, err
	}
	return ast.ParseModuleWithOpts(r.file, text, ast.ParserOptions{RegoVersion: ast.RegoV1, Capabilities: caps})
}

// checkRules refuses what the engine would silently not ask for.
func (u unit) checkRules() error {
	denies := false
	for _, rule := range u.module.Rules {
		name := rule.Head.Ref().String()
		partial := rule.Head.RuleKind() == ast.MultiValue
		if slices.Contains(verbs[:], strings.SplitN(name, "[", 2)[0]) && !partial {
			return fmt.Errorf("%s:%d: %s must be a set: write `%s contains {...} if`", u.policy.Source, rule.Location.Row, name, name)
		}
		denies = denies || name == "deny"
	}
	if !denies {
		return fmt.Errorf("%s:1: the policy has no deny rule: write `deny contains {\"paths\": [...], \"message\": ...} if`", u.policy.Source)
	}
	return nil
}

// compile runs the compiler without the stages to skip.
func compile(units []unit, caps *ast.Capabilities, skip []ast.StageID) (*ast.Compiler, error) {
	modules := map[string]*ast.Module{}
	for _, u := range units {
		maps.Copy(modules, u.modules)
	}
	c := ast.NewCompiler().WithCapabilities(caps).WithSkipStages(skip...)
	c.Compile(modules)
	if c.Failed() {
		return nil, c.Errors
	}
	return c, nil
}

// compiledBefore are the stages whose work a CompiledFile holds: all but those that build what
// stands beside the modules.
func compiledBefore() []ast.StageID {
	beside := []ast.StageID{
		ast.StageSetModuleTree, ast.StageSetRuleTree, ast.StageBuildRuleIndices, ast.StageBuildComprehensionIndices,
	}
	return slices.DeleteFunc(ast.AllStages(), func(s ast.StageID) bool { return slices.Contains(beside, s) })
}

// link writes the query that judges an input: each verb that the policy defines is
// bound to what it says.
func (u unit) link(c *ast.Compiler) *program {
	defined := map[string]bool{}
	for _, rule := range u.module.Rules {
		defined[rule.Head.Ref().String()] = true
	}
	p := &program{
		compiler: c, readsPHI: u.reads.phi, memberPHI: u.reads.memberPHI,
		readsRegions: u.reads.regions, readsAccount: u.reads.account,
	}
	for _, verb := range verbs {
		if defined[verb] {
			said := u.module.Package.Path.Append(ast.StringTerm(verb))
			p.query.Append(ast.Equality.Expr(ast.VarTerm(verb), ast.NewTerm(said)))
		}
	}
	return p
}

// metaReads is what a module looks at in `_`.
type metaReads struct{ phi, memberPHI, regions, account bool }

// ownPHI is input._.phi.
var ownPHI = ast.Ref{ast.InputRootDocument, metaKey, phiKey}

// readsOf finds out whether a module looks at PHI marks and at Regions (x._.region,
// input._.regions). A mention other than input._.phi may be that of a member, so that
// members need theirs.
func readsOf(m *ast.Module) metaReads {
	var r metaReads
	ast.WalkTerms(m, func(t *ast.Term) bool {
		switch v := t.Value.(type) {
		case ast.Ref:
			for i := 1; i < len(v); i++ {
				meta := v[i-1].Equal(metaKey)
				r.account = r.account || meta && (v[i].Equal(regionsKey) || v[i].Equal(allRegionsKey))
				r.regions = r.regions || r.account || meta && v[i].Equal(regionKey)
			}
			if v.HasPrefix(ownPHI) {
				r.phi = true
				return true
			}
		case ast.String:
			if v == "phi" {
				r.phi, r.memberPHI = true, true
			}
		}
		return false
	})
	return r
}

// compileUser compiles the user's own policies, so that their errors are load errors.
func (p *Policies) compileUser() error {
	var user []*policy
	for _, pol := range p.all {
		if pol.User {
			user = append(user, pol)
		}
	}
	var errs []error
	programs := p.prepare(user, time.Time{})
	for _, pol := range user {
		errs = append(errs, programs[pol].err)
	}
	return errors.Join(errs...)
}
