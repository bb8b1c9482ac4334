package checks

import (
	"context"
	"fmt"
	"slices"
	"strings"

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
	var broken []string
	for _, pol := range p.all {
		pr := newProver(ctx, p, pol, set, o, &memory{})
		pr.hide(ctx)
		pr.add(ctx)
		broken = append(broken, pr.broken...)
	}
	slices.Sort(broken)
	return slices.Compact(broken)
}

// prover tries the properties of one policy on one set.
type prover struct {
	policy  *policy
	program *program
	memory  *memory
	set     *resource.Set
	whole   bool
	base    map[verdictKey]verdict
	broken  []string
}

func newProver(ctx context.Context, p *Policies, pol *policy, set *resource.Set, o EvalOptions, m *memory) *prover {
	pr := &prover{policy: pol, program: p.prepare([]*policy{pol}, o.Now)[pol], memory: m, set: set, whole: o.WholeAccount}
	pr.base = pr.verdicts(ctx, set)
	return pr
}

// verdictKey names a verdict across changed sets.
type verdictKey struct{ root, address, assertion string }

// verdicts evaluates a set. Verdicts on stubs are left out: they come and go with the links.
func (pr *prover) verdicts(ctx context.Context, set *resource.Set) map[verdictKey]verdict {
	out := map[verdictKey]verdict{}
	for _, j := range newWorld(set, pr.whole).jobs(pr.policy, pr.program, pr.memory) {
		inputs, all, err := j.judge(ctx)
		if err != nil {
			pr.violated("%s: %v", pr.policy.Source, err)
		}
		for i, in := range inputs {
			if in.judged.stub != nil {
				continue
			}
			id := in.identity()
			for k, name := range j.builder.assertions() {
				out[verdictKey{id.Root, id.Address, name}] = all[i][k]
			}
		}
	}
	return out
}

// hide tries (a) and (b) with everything that a policy declares.
func (pr *prover) hide(ctx context.Context) {
	pol, seen := pr.policy, pr.occurrences()
	for _, s := range pol.sites(pr.set) {
		what := pr.set.Resources[s.resource].Address.String() + "." + s.path.String()
		after := pr.verdicts(ctx, s.with(pr.set, resource.Unknown(cty.DynamicPseudoType, unseenInProof)))
		pr.kleene(what, after)
		if !pol.decidesLinks(pr.set.Resources[s.resource].Address.Type, s.path) {
			pr.untouched(what, s, seen, after)
		}
		if v, _ := s.value.Unmark(); (s.shape.Block() || s.shape.Kind == resource.Examined) && v.IsKnown() && !v.IsNull() {
			pr.kleene("further "+what, pr.verdicts(ctx, s.with(pr.set, s.value.Mark(resource.Open{Cause: unseenInProof}))))
		}
	}
	for i, r := range pr.set.Resources {
		pr.hideResource(ctx, i, r)
	}
	roots, scopes := map[string]bool{}, map[string]resource.Scope{}
	for _, r := range pr.set.Resources {
		if r.Source == resource.Live {
			scopes[r.Root] = r.Scope
		} else {
			roots[r.Root] = true
		}
	}
	for _, root := range sortedKeys(scopes) {
		more := *pr.set
		more.Gaps = append(slices.Clip(pr.set.Gaps), resource.Gap{Kind: resource.GapCall, Root: root, Scope: scopes[root], What: "a call", Why: "it was denied"})
		pr.kleene("a call in "+root, pr.verdicts(ctx, &more))
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
func (pr *prover) hideResource(ctx context.Context, i int, r *resource.Resource) {
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
	for link := range pr.policy.view().links[r.Address.Type] {
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
func (pr *prover) kleene(what string, after map[verdictKey]verdict) {
	for key, before := range pr.base {
		now, ok := after[key]
		if !ok {
			pr.violated("(a) %s: without %s, the verdict on %s is gone", pr.policy.ID, what, key.address)
		} else if now.status != before.status && now.status != finding.Unknown {
			pr.violated("(a) %s: without %s, %s turns from %s into %s", pr.name(key), what, key.address, before.status, now.status)
		}
	}
}

// untouched is property (b).
func (pr *prover) untouched(what string, s site, seen map[verdictKey][]occurrence, after map[verdictKey]verdict) {
	for key, before := range pr.base {
		if before.status != finding.Fail {
			continue
		}
		touched := false
		for _, p := range before.paths {
			for _, o := range seen[verdictKey{root: key.root, address: key.address}] {
				touched = touched || o.resource == s.resource && p.meets(append(slices.Clip(o.at), s.path...))
			}
		}
		if now := after[key]; !touched && now.status != finding.Fail {
			pr.violated("(b) %s: without %s, which its paths do not name, %s turns from fail into %s", pr.name(key), what, key.address, now.status)
		}
	}
}

func (pr *prover) violated(format string, args ...any) {
	pr.broken = append(pr.broken, fmt.Sprintf(format, args...))
}

// name is a verdict's rule and assertion.
func (pr *prover) name(key verdictKey) string {
	return strings.TrimSuffix(pr.policy.ID+" "+key.assertion, " ")
}

// decidesLinks tells whether hiding the attribute may change which resources are
// related or how they are called.
func (p *policy) decidesLinks(typ string, path Path) bool {
	for link := range p.view().links[typ] {
		if linkPath, err := ParsePath(link[1:]); err == nil && linkPath.unindexed().meets(path.unindexed()) {
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
func (pr *prover) occurrences() map[verdictKey][]occurrence {
	w := newWorld(pr.set, pr.whole)
	places := map[*resource.Resource]int{}
	for i, r := range pr.set.Resources {
		places[r] = i
	}
	out := map[verdictKey][]occurrence{}
	for _, j := range w.jobs(pr.policy, pr.program, pr.memory) {
		if pr.program.err != nil {
			continue
		}
		for _, in := range j.inputs(false) {
			id := in.identity()
			key := verdictKey{root: id.Root, address: id.Address}
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
