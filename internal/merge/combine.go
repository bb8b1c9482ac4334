package merge

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// combine makes one report of what stands beside the findings.
func (m *Merged) combine() finding.Report {
	out := finding.Report{Schema: finding.Schema, Complete: true, Rules: map[string]finding.Rule{}}
	citations := map[string]*finding.Tally{}
	var good []*result
	for _, r := range m.results {
		out.Results = append(out.Results, m.describe(r))
		if r.problem != "" {
			out.Complete = false
			out.Gaps = append(out.Gaps, finding.Gap{
				Kind: resource.GapFile, What: r.Name, Why: "the result could not be read: " + r.problem,
				Settle: "make the result again, and merge again", File: r.Name,
			})
			continue
		}
		good = append(good, r)
		m.addResult(&out, r)
		m.count(&out, citations, r)
	}
	for _, id := range slices.SortedFunc(maps.Keys(citations), hipaa.Compare) {
		out.Coverage.Citations = append(out.Coverage.Citations, *citations[id])
	}
	out.Coverage.Unprovable = unprovable(good)
	out.Tool, out.Profile, out.Repository = toolOf(good), profileOf(good), repositoryOf(good)
	out.Inventory = m.inventory(good)
	addComparisons(&out, good)
	slices.SortFunc(out.Sources, func(a, b finding.Source) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Name, b.Name))
	})
	out.Sources = slices.Compact(out.Sources)
	tidy(&out.Coverage)
	return out
}

// addComparisons keeps what changed since an earlier report where nothing else is merged with
// it. Several cannot be added up, since an earlier report may be that of only some of
// them; a baseline never is kept, as the gate would take what it holds for accepted. Notes say so.
func addComparisons(out *finding.Report, good []*result) {
	for _, r := range good {
		if b := r.head.Baseline; b != nil {
			out.Coverage.Notes = append(out.Coverage.Notes, fmt.Sprintf(
				"%s was compared with the %s %s (%d new, %d unchanged, %d gone); the merged report is not, so all its failures count", r.Name, b.Kind, b.Of, b.New, b.Unchanged, b.Fixed))
		}
		switch c := r.head.Comparison; {
		case c == nil:
		case len(out.Results) == 1:
			out.Comparison = c
		default:
			out.Coverage.Notes = append(out.Coverage.Notes, fmt.Sprintf(
				"what changed in %s since %s was left out: --compare shows what changed in all that is merged", r.Name, c.Of))
		}
	}
}

// describe says what became of one result.
func (m *Merged) describe(r *result) finding.Result {
	out := finding.Result{
		Name: r.Name, Digest: r.digest, Tool: r.head.Tool, Time: r.head.Time, Sources: r.head.Sources,
		Complete: r.head.Complete, Summary: r.head.Summary, Problem: r.problem,
	}
	if r.head.Profile != nil {
		out.Profile = r.head.Profile.Name
	}
	for g, t := range r.groups {
		if m.counts[g] == r {
			out.Counted += t.findings
		}
	}
	return out
}

func (m *Merged) addResult(out *finding.Report, r *result) {
	h := &r.head
	out.Complete = out.Complete && h.Complete
	out.AllowedIncomplete = out.AllowedIncomplete || h.AllowedIncomplete
	out.Time.Started = earliest(out.Time.Started, h.Time.Started)
	out.Time.Finished = max(out.Time.Finished, h.Time.Finished)
	out.Sources = append(out.Sources, h.Sources...)
	out.Attach(h.Attached...)
	for id, rule := range h.Rules {
		if have, ok := out.Rules[id]; ok {
			rule = richer(have, rule)
		}
		out.Rules[id] = rule
	}
	for _, g := range h.Gaps {
		g.Root, g.File = m.place(r, resource.Code, g.Root), m.place(r, resource.Code, g.File)
		out.Gaps = append(out.Gaps, g)
	}
	for _, p := range h.Parameters {
		if !slices.ContainsFunc(out.Parameters, func(o finding.Parameter) bool { return same(o, p) }) {
			out.Parameters = append(out.Parameters, p)
		}
	}
	addCoverage(&out.Coverage, h.Coverage)
	for _, root := range h.Coverage.Roots {
		out.Coverage.Roots = append(out.Coverage.Roots, m.place(r, resource.Code, root))
	}
}

// count adds the verdicts of a result that count, as a whole and by citation.
func (m *Merged) count(out *finding.Report, citations map[string]*finding.Tally, r *result) {
	for g, t := range r.groups {
		if m.counts[g] != r {
			continue
		}
		add(&out.Summary, t.summary)
		for _, c := range r.head.Rules[g.rule].Citations {
			if citations[c.ID] == nil {
				citations[c.ID] = &finding.Tally{Citation: c}
			}
			add(&citations[c.ID].Summary, t.summary)
		}
	}
}

func add(to *finding.Summary, s finding.Summary) {
	to.Pass += s.Pass
	to.Fail += s.Fail
	to.Unknown += s.Unknown
	to.NotApplicable += s.NotApplicable
	to.Waived += s.Waived
}

func addCoverage(to *finding.Coverage, c finding.Coverage) {
	to.FilesParsed += c.FilesParsed
	to.FilesFailed += c.FilesFailed
	to.ModulesRead += c.ModulesRead
	to.ModulesUnread += c.ModulesUnread
	to.Resources += c.Resources
	to.Judged += c.Judged
	to.RulesEvaluated = max(to.RulesEvaluated, c.RulesEvaluated)
	to.UnjudgedTypes = append(to.UnjudgedTypes, c.UnjudgedTypes...)
	to.UnknownByCause = append(to.UnknownByCause, c.UnknownByCause...)
	to.Notes = append(to.Notes, c.Notes...)
	to.RulesSkipped = append(to.RulesSkipped, c.RulesSkipped...)
	to.Accounts = append(to.Accounts, c.Accounts...)
	to.Calls = append(to.Calls, c.Calls...)
}

// tidy joins what several results say of one thing.
func tidy(c *finding.Coverage) {
	c.Roots, c.Notes, c.RulesSkipped = distinct(c.Roots), distinct(c.Notes), distinct(c.RulesSkipped)
	c.UnjudgedTypes, c.UnknownByCause = counts(c.UnjudgedTypes), counts(c.UnknownByCause)
	slices.SortFunc(c.UnknownByCause, func(a, b finding.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	c.UnknownByCause = c.UnknownByCause[:min(len(c.UnknownByCause), maxCauses)]
	regions := map[string][]string{}
	for _, a := range c.Accounts {
		regions[a.Account] = append(regions[a.Account], a.Regions...)
	}
	c.Accounts = nil
	for _, id := range slices.Sorted(maps.Keys(regions)) {
		c.Accounts = append(c.Accounts, finding.Account{Account: id, Regions: distinct(regions[id])})
	}
	calls := map[string]finding.ServiceCalls{}
	for _, s := range c.Calls {
		sum := calls[s.Service]
		calls[s.Service] = finding.ServiceCalls{Service: s.Service, Calls: sum.Calls + s.Calls, Retries: sum.Retries + s.Retries, Failed: sum.Failed + s.Failed}
	}
	c.Calls = nil
	for _, name := range slices.Sorted(maps.Keys(calls)) {
		c.Calls = append(c.Calls, calls[name])
	}
}

// maxCauses bounds the list of what is unknown for which reason.
const maxCauses = 1000

// counts joins what has one name, in the order of the names.
func counts(all []finding.Count) []finding.Count {
	by := map[string]int{}
	for _, c := range all {
		by[c.Name] += c.Count
	}
	out := make([]finding.Count, 0, len(by))
	for _, name := range slices.Sorted(maps.Keys(by)) {
		out = append(out, finding.Count{Name: name, Count: by[name]})
	}
	return out
}

// unprovable are the citations that no result could have shown to be met.
func unprovable(good []*result) []finding.Citation {
	var out []finding.Citation
	for i, r := range good {
		if i == 0 {
			out = slices.Clone(r.head.Coverage.Unprovable)
			continue
		}
		out = slices.DeleteFunc(out, func(c finding.Citation) bool {
			return !slices.ContainsFunc(r.head.Coverage.Unprovable, func(o finding.Citation) bool { return o.ID == c.ID })
		})
	}
	return out
}

// toolOf names the versions that made the results.
func toolOf(good []*result) finding.Tool {
	var versions, digests []string
	for _, r := range good {
		versions, digests = append(versions, r.head.Tool.Version), append(digests, r.head.Tool.Policies)
	}
	return finding.Tool{Name: "hipaactl", Version: strings.Join(distinct(versions), ", "), Policies: strings.Join(distinct(digests), ", ")}
}

// profileOf is the profile of all results. Where they differ it says so: nobody may take
// the verdicts of a stricter or proposed rule for those of another.
func profileOf(good []*result) *finding.Profile {
	var names []string
	mixed := finding.Profile{Name: "mixed", Overridden: []string{}}
	for _, r := range good {
		p := r.head.Profile
		if p == nil {
			names = append(names, "default")
			continue
		}
		names = append(names, p.Name)
		mixed.Title, mixed.NotLaw = p.Title, mixed.NotLaw || p.NotLaw
		mixed.Overridden = distinct(append(mixed.Overridden, p.Overridden...))
	}
	switch names = distinct(names); {
	case len(names) == 0 || len(names) == 1 && names[0] == "default":
		return nil
	case len(names) == 1:
		mixed.Name = names[0]
	default:
		mixed.Title = "the results were judged by different profiles: " + strings.Join(names, ", ")
	}
	return &mixed
}

// repositoryOf is the one of all results, nil where they have several or none.
func repositoryOf(good []*result) *finding.Repository {
	var one *finding.Repository
	for _, r := range good {
		switch {
		case r.head.Repository == nil, one != nil && *one == *r.head.Repository:
		case one == nil:
			one = r.head.Repository
		default:
			return nil
		}
	}
	return one
}

// richer keeps the description of a rule that says more, since one text is as good as another
// but one with fewer citations may be of an older version.
func richer(a, b finding.Rule) finding.Rule {
	if cmp.Or(cmp.Compare(len(a.Citations), len(b.Citations)), cmp.Compare(text(a), text(b))) >= 0 {
		return a
	}
	return b
}

func same(a, b finding.Parameter) bool { return text(a) == text(b) }

// text is JSON for comparing.
func text(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Sprintf("%v", v) // what came from JSON goes back to it
	}
	return string(b)
}

func earliest(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

func distinct(all []string) []string {
	out := slices.Clone(all)
	slices.Sort(out)
	return slices.Compact(out)
}
