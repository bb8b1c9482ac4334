package waiver

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/hcl/v2"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// Run is what waivers are applied to.
type Run struct {
	Limits
	// Selected are the ids of the rules that were evaluated.
	Selected []string
	// Set is what was judged.
	Set *resource.Set
	// Broken tells that something was not judged beside what the set's gaps say, so that
	// nothing can be said about the use of a waiver.
	Broken bool
	// Named is a file's name as it goes into fingerprints: from the repository's root.
	Named func(string) string
}

// Apply fills in the waivers of findings that one covers, and appends the findings about
// the waivers themselves. Passes are never waived.
func (b Book) Apply(findings []finding.Finding, run Run) []finding.Finding {
	problems := slices.Clone(b.Problems)
	declared := index(run.Set)
	for i := range b.Waivers {
		w := &b.Waivers[i]
		if wrong := run.Judge(*w); len(wrong) > 0 {
			problems = append(problems, wrong...)
			continue
		}
		covered := w.covers(findings, declared)
		if len(covered) > run.Findings {
			problems = append(problems, w.problem(demandWidth, finding.High,
				fmt.Sprintf("is too wide: it covers %d findings, and may cover %d", len(covered), run.Findings)))
			continue
		}
		if len(covered) == 0 {
			if severity, ok := run.unused(w); ok {
				problems = append(problems, w.problem(demandUse, severity, "is not used: nothing that it is about fails or is unknown"))
			}
			continue
		}
		for _, at := range covered {
			if findings[at].Waiver == nil {
				findings[at].Waiver = w.Document()
			}
		}
	}
	return append(findings, report(problems, run.Named)...)
}

func (w *Waiver) problem(demand string, severity finding.Severity, message string) Problem {
	return Problem{Demand: demand, Severity: severity, Name: w.Name(), Message: message, At: w.At}
}

// key identifies a resource among those of a run.
type key struct {
	root, address string
	source        resource.Source
}

// index finds the resource that a finding names.
func index(set *resource.Set) map[key]*resource.Resource {
	out := make(map[key]*resource.Resource, len(set.Resources))
	for _, r := range set.Resources {
		if !r.InlineOf.IsZero() {
			continue
		}
		out[key{r.Root, r.Address.String(), r.Source}] = r
		out[key{r.Root, r.Shown(), r.Source}] = r
	}
	return out
}

// covers lists the findings that a waiver is about and that need one.
func (w *Waiver) covers(findings []finding.Finding, declared map[key]*resource.Resource) []int {
	var out []int
	for i := range findings {
		f := &findings[i]
		if f.Status != finding.Fail && f.Status != finding.Unknown || f.Rule == ID {
			continue
		}
		if w.names(f) && (w.Block == nil || w.Block.holds(declared[key{f.Resource.Root, f.Resource.Address, f.Resource.Source}])) {
			out = append(out, i)
		}
	}
	return out
}

// names tells whether a finding is of the rule, resource and place that a waiver names.
func (w *Waiver) names(f *finding.Finding) bool {
	name := f.Resource.Address
	if isARN(w.Resource) {
		name = f.Resource.ARN
	}
	return resource.Glob(w.Rule, f.Rule) &&
		(w.Assertion == "" || w.Assertion == f.Assertion) &&
		(w.Resource == "" && w.Block != nil || resource.Glob(w.Resource, name)) &&
		(w.Root == "" || resource.Glob(w.Root, cmp.Or(f.Resource.Root, "."))) &&
		(w.Account == "" || w.Account == f.Resource.Account)
}

// holds tells whether a resource is declared by the block, or below the module call.
func (b *Block) holds(r *resource.Resource) bool {
	if r == nil {
		return false
	}
	if !b.Module {
		return !r.Location.Downloaded && r.Location.Range.Filename == b.File && b.within(r.Location.Range.Start)
	}
	for _, call := range r.Location.Callers {
		if call.Filename == b.File && b.within(call.Start) {
			return true
		}
	}
	return false
}

// within tells whether what begins there is part of the block.
func (b *Block) within(at hcl.Pos) bool {
	if b.FromColumn > 0 && (at.Line == b.From && at.Column < b.FromColumn || at.Line == b.To && at.Column > b.ToColumn) {
		return false
	}
	return at.Line >= b.From && at.Line <= b.To
}

// unused tells whether a waiver that covers nothing is of no use, and how bad that is: where
// not everything was read, or not what it is about, nobody knows. One that names neither
// its root nor its account may be about one that was not asked for.
func (run Run) unused(w *Waiver) (finding.Severity, bool) {
	set := run.Set
	if run.Broken || len(set.Gaps) > 0 || !slices.ContainsFunc(run.Selected, func(id string) bool { return resource.Glob(w.Rule, id) }) {
		return "", false
	}
	if w.Block != nil {
		return finding.Low, true
	}
	live := len(set.Scopes) > 0
	switch {
	case w.Account != "":
		return finding.Low, slices.ContainsFunc(set.Scopes, func(s resource.ScopeRead) bool { return s.Scope.Account == w.Account })
	case w.Root != "":
		return finding.Low, slices.ContainsFunc(set.Seen.Roots, func(root string) bool { return resource.Glob(w.Root, root) })
	}
	return finding.Info, live == isARN(w.Resource)
}

// report turns problems into findings. What is wrong twice in the same way is two.
func report(problems []Problem, named func(string) string) []finding.Finding {
	out := make([]finding.Finding, 0, len(problems))
	times := map[string]int{}
	for _, p := range problems {
		file := p.At.File
		if named != nil {
			file = named(file)
		}
		id := strings.Join([]string{p.Demand, p.Name, file}, "\x00")
		times[id]++
		out = append(out, finding.Finding{
			Rule: ID, Assertion: p.Demand, Status: finding.Fail, Severity: p.Severity, PHI: "unmarked",
			Message:     "The waiver " + p.Message + "; it suppresses nothing",
			Fingerprint: finding.Fingerprint(ID, p.Demand, "", p.Name, []string{file, strconv.Itoa(times[id])}),
			Resource:    finding.Resource{Address: p.Name, Type: "waiver", Source: resource.Code},
			Location:    finding.Location{File: p.At.File, Line: p.At.Line, EndLine: p.At.Line},
		})
	}
	return out
}
