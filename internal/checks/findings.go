package checks

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// assertions are the names of what is judged: one, without a name, where a policy declares none.
func (b *builder) assertions() []string {
	if len(b.policy.Assertions) == 0 {
		return []string{""}
	}
	return sortedKeys(b.policy.Assertions)
}

// verdicts judges each assertion from what the policy said about the input under each PHI mark.
func (b *builder) verdicts(in *input, said [][]statement) []verdict {
	var out []verdict
	for _, name := range b.assertions() {
		if in.settled != nil {
			out = append(out, *in.settled)
			continue
		}
		all := make([]verdict, len(said))
		for i, s := range said {
			all[i] = in.judge(s, name, b.policy.Assertions[name].Reads)
		}
		out = append(out, agree(all, in.judged.PHI))
	}
	return out
}

// findings turns an input's verdicts, in the order of assertions, into findings.
func (j *job) findings(in *input, verdicts []verdict) {
	for i, name := range j.builder.assertions() {
		if in.judged.stub != nil && !tells(verdicts[i], in.judged) {
			continue
		}
		j.found = append(j.found, j.builder.finding(in, name, verdicts[i], j.about(in, name, verdicts[i])))
	}
}

// about is what a finding says of its verdict. Findings on equal inputs share it.
type about struct {
	paths, parts []string
	// evidence is shared by passes alone, which do without places.
	evidence []finding.Evidence
}

// aboutKey names what equal inputs share: with the same mark and nothing unseen or
// hidden, equal inputs have equal verdicts.
type aboutKey struct {
	slot      int
	assertion string
	phi       resource.PHIMark
}

func (j *job) about(in *input, assertion string, v verdict) *about {
	if in.settled != nil || in.judged.Source == resource.Live || len(in.cuts)+len(in.opens)+len(in.sensitive) > 0 {
		return j.builder.about(in, v) // live evidence names its calls
	}
	key := aboutKey{in.slot, assertion, in.judged.PHI.Mark}
	shared := j.seen[key]
	if shared == nil {
		shared = j.builder.about(in, v)
		j.seen[key] = shared
	}
	return shared
}

func (b *builder) about(in *input, v verdict) *about {
	a := &about{paths: make([]string, len(v.paths))}
	for i, p := range v.paths {
		a.paths[i] = p.shared()
	}
	slices.Sort(a.paths)
	a.paths = slices.Compact(a.paths)
	if v.status == finding.Fail || v.status == finding.Unknown {
		for _, p := range v.paths {
			a.parts = append(a.parts, stable(p, in.shown()))
		}
		slices.Sort(a.parts)
	}
	if v.status == finding.Pass {
		a.evidence = b.evidence(in, v)
	}
	return a
}

// tells tells whether a verdict on a stub says anything about what was seen: that
// nothing is known of a resource of another stack is no news, but what a seen
// companion holds is (a public policy, unless the other stack blocks it). An account
// is read whole, and what it holds no more is another's or a gap: there, only a fail tells.
func tells(v verdict, e *entity) bool {
	switch v.status {
	case finding.NotApplicable:
		return false
	case finding.Unknown:
		return e.Source != resource.Live &&
			(slices.ContainsFunc(v.causes, func(c resource.Cause) bool { return c != *e.stub }) || slices.ContainsFunc(v.paths, Path.entersMember))
	case finding.Pass:
		return e.Source != resource.Live
	case finding.Fail:
	}
	return true
}

func (b *builder) finding(in *input, assertion string, v verdict, a *about) finding.Finding {
	e := in.judged
	severity, title := b.policy.Severity, b.policy.Title
	if assertion != "" {
		severity, title = b.policy.Assertions[assertion].Severity, b.policy.Assertions[assertion].Title
	}
	f := finding.Finding{
		Rule: b.policy.ID, Assertion: assertion, Status: v.status, Severity: severity.Of(e.PHI.Mark),
		Message: message(v, title), Paths: a.paths, Causes: v.causes[:min(len(v.causes), maxCauses)], Evidence: a.evidence,
		PHI: phiText(e.PHI.Mark), PHIWhy: e.PHI.Why, PHIPath: phiPath(e.PHI.Path), Resource: in.identity(), Location: in.location(v.paths),
	}
	if f.Causes == nil {
		f.Causes = []resource.Cause{}
	}
	if v.status != finding.Pass {
		f.Evidence = b.evidence(in, v)
	}
	parts := a.parts
	if in.scope != "" { // accounts and regions of one root share their address
		parts = append([]string{e.Scope.AccountKey, e.Scope.RegionKey}, parts...)
		slices.Sort(parts)
	}
	if !e.InlineOf.IsZero() { // several inline forms of one resource share its address
		parts = append([]string{ast.ObjectTerm(in.own...).String()}, parts...)
	}
	f.Fingerprint = finding.Fingerprint(f.Rule, f.Assertion, f.Resource.Root, f.Resource.Address, parts)
	if v.status == finding.Fail || v.status == finding.Unknown {
		f.Grounds = finding.Grounds(f.Rule, f.Assertion, parts)
	}
	return f
}

func message(v verdict, title string) string {
	switch {
	case v.message != "":
		return v.message
	case v.status == finding.Unknown && len(v.causes) > 0:
		return "cannot tell: " + v.causes[0].What + ": " + v.causes[0].Why
	}
	return title
}

func phiText(mark resource.PHIMark) string {
	if mark == resource.PHIUnmarked {
		return "unmarked"
	}
	return string(mark)
}

// phiPath is the way of a mark as reports show it, nil where it did not travel.
func phiPath(way []resource.PHIStep) []finding.PHIStep {
	if len(way) == 0 {
		return nil
	}
	out := make([]finding.PHIStep, len(way))
	for i, s := range way {
		out[i] = finding.PHIStep(s)
	}
	return out
}

// identity is what the finding is about. A stub has no place of its own: there it
// is the companion; and what stands for an old inline block is the resource that holds it.
func (in *input) identity() finding.Resource {
	e := in.judged
	if e.stub != nil {
		for _, name := range slices.Sorted(maps.Keys(e.companions)) {
			if len(e.companions[name]) > 0 {
				e = e.companions[name][0]
				break
			}
		}
	}
	address, typ := e.shown, e.Address.Type
	if !e.InlineOf.IsZero() {
		address, typ = e.InlineOf.String(), e.InlineOf.Type
	}
	out := finding.Resource{
		Root: e.Root, Address: address, Type: typ, Source: e.Source,
		Account: e.Scope.Account, Region: e.Scope.Region, ARN: e.ARN,
	}
	if in.scope != "" {
		out.Address, out.Type = in.scope, in.scope
	}
	return out
}

// stable is a path with a list member's content in place of its index, so that
// an inserted or moved sibling does not change it. What stands behind a member's `_`
// is no content of it: a companion's own companions, and whether it holds PHI.
func stable(p Path, term *ast.Term) string {
	var b strings.Builder
	for i, s := range p {
		if s.Name != "" || s.Index == Every {
			b.WriteString(Path{s}.String())
			b.WriteByte('.')
			continue
		}
		member, err := term.Value.Find(astRef(p[:i+1]))
		content := "absent"
		if err == nil {
			content = ownText(member)
		}
		sum := sha256.Sum256([]byte(content))
		b.WriteString("[#" + hex.EncodeToString(sum[:6]) + "].")
	}
	return b.String()
}

// ownText is a value without the `_` of a related list's member.
func ownText(v ast.Value) string {
	object, ok := v.(ast.Object)
	if !ok || object.Get(metaKey) == nil {
		return v.String()
	}
	own := ast.NewObject()
	object.Foreach(func(key, value *ast.Term) {
		if !key.Equal(metaKey) {
			own.Insert(key, value)
		}
	})
	return own.String()
}

func astRef(p Path) ast.Ref {
	ref := make(ast.Ref, len(p))
	for i, s := range p {
		if s.Name != "" {
			ref[i] = ast.StringTerm(s.Name)
		} else {
			ref[i] = ast.InternedTerm(s.Index)
		}
	}
	return ref
}
