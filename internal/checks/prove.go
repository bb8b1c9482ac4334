package checks

import (
	"context"
	"fmt"
	"slices"

	"github.com/zclconf/go-cty/cty"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// unseenInProof is the cause of everything that a proof hides.
var unseenInProof = resource.Cause{Kind: resource.NotVisible, What: "hidden by a proof", Why: "to see whether the policy notices"}

// Prove tries the three properties that every policy must have, on one set:
//
// (a) hiding any declared value, a PHI mark, or the membership of any list
// leaves each verdict or makes it unknown;
// (b) hiding a value that a failing verdict's paths do not touch leaves it failing;
// (c) adding members to a list that declares `more: helps` never turns pass into fail.
//
// It returns a sentence for each violation. Load the one rule that is to be proved.
func (p *Policies) Prove(ctx context.Context, set *resource.Set, o EvalOptions) []string {
	pr := &prover{policies: p, set: set, options: o}
	pr.base = pr.verdicts(ctx, set)
	for _, pol := range p.all {
		pr.hide(ctx, pol)
		pr.add(ctx, pol)
	}
	slices.Sort(pr.broken)
	return slices.Compact(pr.broken)
}

type prover struct {
	policies *Policies
	set      *resource.Set
	options  EvalOptions
	base     map[verdictKey]finding.Finding
	broken   []string
}

// verdictKey names a verdict across changed sets.
type verdictKey struct{ source, root, address, assertion string }

// verdicts evaluates a set. Verdicts on stubs are left out: they come and go with the links.
func (pr *prover) verdicts(ctx context.Context, set *resource.Set) map[verdictKey]finding.Finding {
	out := map[verdictKey]finding.Finding{}
	for _, pol := range pr.policies.all {
		w := newWorld(set, pr.options.WholeAccount)
		prog := pr.policies.prepare(ctx, []*policy{pol}, pr.options.Now)[pol]
		for _, j := range w.jobs(pol, prog) {
			j.run(ctx)
			if j.err != nil {
				pr.broken = append(pr.broken, fmt.Sprintf("%s: %v", pol.Source, j.err))
			}
			for _, f := range j.found {
				if _, judged := pol.Resources[f.Resource.Type]; judged || pol.Scope != ScopeResource {
					out[verdictKey{pol.Source, f.Resource.Root, f.Resource.Address, f.Assertion}] = f
				}
			}
		}
	}
	return out
}

// hide tries (a) and (b) with everything that a policy declares.
func (pr *prover) hide(ctx context.Context, pol *policy) {
	seen := pr.occurrences(ctx, pol)
	for _, s := range pol.sites(pr.set) {
		what := pr.set.Resources[s.resource].Address.String() + "." + s.path.String()
		after := pr.verdicts(ctx, s.with(pr.set, resource.Unknown(cty.DynamicPseudoType, unseenInProof)))
		pr.kleene(what, after)
		if !pol.decidesLinks(pr.set.Resources[s.resource].Address.Type, s.path) {
			pr.untouched(what, pol, s, seen, after)
		}
		if v, _ := s.value.Unmark(); s.shape.Block() && v.IsKnown() && !v.IsNull() {
			pr.kleene("further "+what, pr.verdicts(ctx, s.with(pr.set, s.value.Mark(resource.Open{Cause: unseenInProof}))))
		}
	}
	for i, r := range pr.set.Resources {
		pr.hideResource(ctx, pol, i, r)
	}
	roots := map[string]bool{}
	for _, r := range pr.set.Resources {
		roots[r.Root] = true
	}
	for _, root := range sortedKeys(roots) {
		for _, gap := range []resource.Gap{
			{Kind: resource.GapFile, Root: root, What: "a file", Why: "it did not parse"},
			{Kind: resource.GapModule, Root: root, Opaque: true, What: "a module", Why: "it is not on disk"},
		} {
			more := *pr.set
			more.Gaps = append(slices.Clip(pr.set.Gaps), gap)
			pr.kleene(string(gap.Kind)+" in "+root, pr.verdicts(ctx, &more))
		}
	}
}

// hideResource hides whether a resource exists, where it links and whether it holds PHI.
func (pr *prover) hideResource(ctx context.Context, pol *policy, i int, r *resource.Resource) {
	if r.Address.Data {
		return
	}
	name := r.Address.String()
	pr.kleene("PHI mark of "+name, pr.verdicts(ctx, edit(pr.set, i, func(r *resource.Resource) {
		r.PHI = resource.PHI{Mark: resource.PHIUnknown, Causes: []resource.Cause{unseenInProof}}
	})))
	pr.kleene("existence of "+name, pr.verdicts(ctx, edit(pr.set, i, func(r *resource.Resource) {
		r.Existence = append(slices.Clip(r.Existence), resource.Condition{ID: "proof", Cause: unseenInProof})
	})))
	for link := range pol.links[r.Address.Type] {
		path, err := ParsePath(link[1:])
		if err != nil || r.Values == cty.NilVal || identifies(r.Address.Type, path) && attribute(r.Values, path[0].Name).IsNull() {
			continue
		}
		pr.kleene("link "+name+link, pr.verdicts(ctx, edit(pr.set, i, func(r *resource.Resource) {
			r.Values = replace(r.Values, path[:1], resource.Unknown(cty.DynamicPseudoType, unseenInProof))
		})))
	}
}

// kleene is property (a).
func (pr *prover) kleene(what string, after map[verdictKey]finding.Finding) {
	for key, before := range pr.base {
		now, ok := after[key]
		if !ok {
			pr.violated("(a) %s: without %s, the verdict on %s is gone", before.Rule, what, key.address)
		} else if now.Status != before.Status && now.Status != finding.Unknown {
			pr.violated("(a) %s: without %s, %s turns from %s into %s", ruleOf(before), what, key.address, before.Status, now.Status)
		}
	}
}

// untouched is property (b).
func (pr *prover) untouched(what string, pol *policy, s site, seen map[verdictKey][]occurrence, after map[verdictKey]finding.Finding) {
	for key, before := range pr.base {
		if key.source != pol.Source || before.Status != finding.Fail {
			continue
		}
		touched := false
		for _, text := range before.Paths {
			p, err := ParsePath(text)
			if err != nil {
				continue
			}
			for _, o := range seen[verdictKey{source: key.source, root: key.root, address: key.address}] {
				touched = touched || o.resource == s.resource && p.meets(append(slices.Clip(o.at), s.path...))
			}
		}
		if now := after[key]; !touched && now.Status != finding.Fail {
			pr.violated("(b) %s: without %s, which its paths do not name, %s turns from fail into %s", ruleOf(before), what, key.address, now.Status)
		}
	}
}

func (pr *prover) violated(format string, args ...any) {
	pr.broken = append(pr.broken, fmt.Sprintf(format, args...))
}

// ruleOf names a verdict's rule and assertion.
func ruleOf(f finding.Finding) string {
	if f.Assertion == "" {
		return f.Rule
	}
	return f.Rule + " " + f.Assertion
}

// decidesLinks tells whether hiding the attribute may change which resources are
// related or how they are called.
func (p *policy) decidesLinks(typ string, path Path) bool {
	for link := range p.links[typ] {
		if linkPath, err := ParsePath(link[1:]); err == nil && linkPath.meets(path) {
			return true
		}
	}
	ident := resource.IdentityOf(typ)
	for _, literal := range ident.Literal {
		if literal == path[0].Name {
			return true
		}
	}
	return ident.Names(path[0].Name)
}

// occurrence says that a resource's values stand at a path of a judged resource's input.
type occurrence struct {
	resource int
	at       Path
}

// occurrences lists where each resource stands in each judged resource's input.
func (pr *prover) occurrences(ctx context.Context, pol *policy) map[verdictKey][]occurrence {
	w := newWorld(pr.set, pr.options.WholeAccount)
	places := map[*resource.Resource]int{}
	for i, r := range pr.set.Resources {
		places[r] = i
	}
	out := map[verdictKey][]occurrence{}
	for _, j := range w.jobs(pol, pr.policies.prepare(ctx, []*policy{pol}, pr.options.Now)[pol]) {
		if j.builder.program.err != nil {
			continue
		}
		for _, in := range j.inputs(false) {
			id := in.identity()
			key := verdictKey{source: pol.Source, root: id.Root, address: id.Address}
			if i, ok := places[in.judged.Resource]; ok {
				out[key] = append(out[key], occurrence{i, nil})
			}
			base := Path{metaStep}
			if in.scope != "" {
				base = nil
			}
			out[key] = append(out[key], below(places, in.lists, base)...)
		}
	}
	return out
}

func below(places map[*resource.Resource]int, lists map[string][]*node, at Path) []occurrence {
	var out []occurrence
	for _, name := range sortedKeys(lists) {
		for i, n := range lists[name] {
			path := at.with(Step{Name: name}).with(Step{Index: i})
			out = append(out, occurrence{places[n.entity.Resource], path})
			out = append(out, below(places, n.lists, path.with(metaStep))...)
		}
	}
	return out
}
