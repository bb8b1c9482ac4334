package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/hipaa"
	"github.com/hipaactl/hipaactl/internal/resource"
)

// assemble makes the report of what was seen and what the policies said about it.
func assemble(set *resource.Set, result checks.Result, policies *checks.Policies) (finding.Report, error) {
	digest, err := policies.Digest()
	if err != nil {
		return finding.Report{}, err
	}
	r := finding.Report{
		Schema:     finding.Schema,
		Tool:       finding.Tool{Name: "hipaactl", Version: currentBuild().Version, Policies: digest},
		Findings:   result.Findings,
		Gaps:       gapsOf(set, result.RuleErrors),
		Parameters: result.Parameters,
	}
	r.Complete = len(r.Gaps) == 0
	list := policies.List()
	r.Rules = rulesOf(list, result)
	waiverRule(r.Rules, r.Findings)
	r.Coverage = finding.Coverage{
		Roots: set.Seen.Roots, FilesParsed: set.Seen.FilesParsed, FilesFailed: set.Seen.FilesFailed,
		ModulesRead: set.Seen.ModulesRead, ModulesUnread: set.Seen.ModulesUnread,
		Resources: countResources(set), Judged: result.Judged, UnjudgedTypes: result.UnjudgedTypes,
		RulesEvaluated: result.RulesEvaluated, UnknownByCause: unknownByCause(result.Findings),
		Citations: talliesOf(r), Unprovable: unprovable(list), Notes: set.Notes,
		Accounts: accountsOf(set), Calls: callsOf(set),
	}
	r.Finish()
	return r, nil
}

func gapsOf(set *resource.Set, broken []checks.RuleError) []finding.Gap {
	gaps := make([]finding.Gap, 0, len(set.Gaps)+len(broken))
	for _, g := range set.Gaps {
		gaps = append(gaps, finding.Gap{
			Kind: g.Kind, Root: g.Root, What: g.What, Why: g.Why, Settle: g.Settle, File: g.Range.Filename, Line: g.Range.Start.Line,
		})
	}
	for _, e := range broken {
		gaps = append(gaps, e.Gap())
	}
	return gaps
}

// rulesOf describes the rules that have findings, so that the report can be read alone.
func rulesOf(list []checks.Metadata, result checks.Result) map[string]finding.Rule {
	used := map[string]bool{}
	for _, f := range result.Findings {
		used[f.Rule] = true
	}
	set := map[string]any{}
	for _, p := range result.Parameters {
		set[p.Rule+"."+p.Name] = p.Value
	}
	rules := map[string]finding.Rule{}
	for _, m := range resourceFirst(list) {
		if !used[m.ID] {
			continue
		}
		rule, second := rules[m.ID]
		if !second {
			rule = finding.Rule{
				Title: m.Title, Description: m.Description, Severity: m.Severity.Default, References: m.RelatedResources,
			}
		}
		rule.Remediation = remedy(rule.Remediation, m)
		rule.Citations = citationsOf(rule.Citations, m.Citations)
		for name, a := range m.Assertions {
			if rule.Assertions == nil {
				rule.Assertions = map[string]string{}
			}
			rule.Assertions[name] = a.Title
		}
		for name, p := range m.Params {
			if rule.Params == nil {
				rule.Params = map[string]any{}
			}
			rule.Params[name] = p.Default
			if v, ok := set[m.ID+"."+name]; ok {
				rule.Params[name] = v
			}
		}
		rules[m.ID] = rule
	}
	return rules
}

// citationsOf adds the paragraphs that are not there yet, described.
func citationsOf(have []finding.Citation, ids []string) []finding.Citation {
	for _, id := range ids {
		if slices.ContainsFunc(have, func(c finding.Citation) bool { return c.ID == id }) {
			continue
		}
		c := finding.Citation{ID: id, Kind: string(hipaa.Standard)}
		if known, ok := hipaa.Lookup(id); ok {
			c.Title, c.Kind = known.Title, string(known.Kind)
		}
		have = append(have, c)
	}
	return have
}

func countResources(set *resource.Set) int { return len(declared(set)) }

// declared are the resources but data sources and the companions that stand for inline
// blocks of another resource.
func declared(set *resource.Set) []*resource.Resource {
	return slices.DeleteFunc(slices.Clone(set.Resources), func(r *resource.Resource) bool { return r.Address.Data || !r.InlineOf.IsZero() })
}

// accountsOf lists the accounts that were read, each with its regions.
func accountsOf(set *resource.Set) []finding.Account {
	by := map[string]*finding.Account{}
	for _, s := range set.Scopes {
		id := s.Scope.Account
		if by[id] == nil {
			by[id] = &finding.Account{Account: id}
		}
		if region := s.Scope.Region; region != "" {
			by[id].Regions = extend(by[id].Regions, []string{region})
		}
	}
	out := make([]finding.Account, 0, len(by))
	for _, id := range slices.Sorted(maps.Keys(by)) {
		slices.Sort(by[id].Regions)
		out = append(out, *by[id])
	}
	return out
}

// callsOf counts the requests of a live source by service. Its operations are named
// "rds:DescribeDBInstances".
func callsOf(set *resource.Set) []finding.ServiceCalls {
	by := map[string]*finding.ServiceCalls{}
	for _, c := range set.Calls {
		service, _, _ := strings.Cut(c.Operation, ":")
		if by[service] == nil {
			by[service] = &finding.ServiceCalls{Service: service}
		}
		s := by[service]
		s.Calls += c.Attempts - c.Retries
		s.Retries += c.Retries
		if c.Failure != "" {
			s.Failed++
		}
	}
	out := make([]finding.ServiceCalls, 0, len(by))
	for _, service := range slices.Sorted(maps.Keys(by)) {
		out = append(out, *by[service])
	}
	return out
}

// unknownByCause counts the unknown verdicts that each thing unseen is part of.
func unknownByCause(findings []finding.Finding) []finding.Count {
	by := map[string]int{}
	for _, f := range findings {
		if f.Status != finding.Unknown {
			continue
		}
		seen := map[string]bool{}
		for _, c := range f.Causes {
			if !seen[c.What] {
				seen[c.What] = true
				by[c.What]++
			}
		}
		if len(f.Causes) == 0 {
			by["the policy cannot tell"]++
		}
	}
	out := make([]finding.Count, 0, len(by))
	for name, n := range by {
		out = append(out, finding.Count{Name: name, Count: n})
	}
	slices.SortFunc(out, func(a, b finding.Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// talliesOf counts the verdicts under each citation that has any, in regulation order.
func talliesOf(r finding.Report) []finding.Tally {
	by := map[string]*finding.Tally{}
	for _, f := range r.Findings {
		for _, c := range r.Rules[f.Rule].Citations {
			if by[c.ID] == nil {
				by[c.ID] = &finding.Tally{Citation: c}
			}
			by[c.ID].Summary.Add(f)
		}
	}
	out := make([]finding.Tally, 0, len(by))
	for _, t := range by {
		out = append(out, *t)
	}
	slices.SortFunc(out, func(a, b finding.Tally) int { return hipaa.Compare(a.ID, b.ID) })
	return out
}

// unprovable lists the citations that this run could not have shown to be met: those that
// need documents or people, and those that no selected policy cites.
func unprovable(list []checks.Metadata) []finding.Citation {
	cited := map[string]bool{}
	for _, m := range list {
		for _, id := range m.Citations {
			cited[id] = true
		}
	}
	var out []finding.Citation
	for _, c := range hipaa.All() {
		if c.Evidence == hipaa.Manual || !cited[c.ID] {
			out = append(out, finding.Citation{ID: c.ID, Title: c.Title, Kind: string(c.Kind)})
		}
	}
	return out
}
