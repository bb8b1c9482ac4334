package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/aws"
	"github.com/hipaactl/hipaactl/internal/checks"
	"github.com/hipaactl/hipaactl/internal/finding"
	"github.com/hipaactl/hipaactl/internal/github"
	"github.com/hipaactl/hipaactl/internal/leaks"
	repo "github.com/hipaactl/hipaactl/internal/repository"
)

// rule is a rule as policy list, policy show and explain print it. Its halves, a policy on
// resources and one on the account, are one rule.
type rule struct {
	ID string `json:"id"`
	// Service is what the rule is about: s3, iam. For a user's rule it is the id's second part.
	Service     string           `json:"service"`
	Title       string           `json:"title"`
	Description string           `json:"description"`
	Severity    finding.Severity `json:"severity"`
	// PHISeverity is that on resources that hold PHI.
	PHISeverity finding.Severity `json:"phi_severity"`
	Citations   []string         `json:"citations"`
	// NPRM are citations of the rule proposed on 6 January 2025, which is not law.
	NPRM []string `json:"nprm"`
	// Engines are the kinds of source that the rule can judge: code stands for
	// configuration, plans and state, live for accounts of AWS, github for settings of GitHub,
	// files for what leaks and repo examine.
	Engines []string `json:"engines"`
	// Scopes are what is judged: resource, account, region.
	Scopes []string `json:"scopes"`
	// Resources are the resource types that are judged.
	Resources   []string                `json:"resources"`
	Assertions  map[string]string       `json:"assertions"`
	Params      map[string]checks.Param `json:"params"`
	Remediation string                  `json:"remediation"`
	References  []string                `json:"references"`
	// Sources are the policy files.
	Sources []string `json:"sources"`
	// User tells that they come from a --policies directory.
	User bool `json:"user"`
}

// resourceFirst sorts policies by rule, the half that judges resources first: its title is
// the rule's. What a parameter adds comes last.
func resourceFirst(list []checks.Metadata) []checks.Metadata {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b checks.Metadata) int {
		half := func(m checks.Metadata) int {
			if m.When != "" {
				return 2 // what a parameter adds
			}
			return slices.Index([]string{checks.ScopeResource, m.Scope}, m.Scope)
		}
		return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(half(a), half(b)))
	})
	return list
}

// remedy joins what the halves of a rule advise.
func remedy(have string, m checks.Metadata) string {
	switch {
	case have == "" || have == m.Remediation:
		return m.Remediation
	case m.Remediation == "":
		return have
	}
	return have + " For the " + m.Scope + " as a whole: " + m.Remediation
}

// rulesByID joins policies into rules.
func rulesByID(list []checks.Metadata) []rule {
	var out []rule
	within := newReach()
	for _, m := range resourceFirst(list) {
		if len(out) == 0 || out[len(out)-1].ID != m.ID {
			out = append(out, rule{
				ID: m.ID, Service: serviceOf(m), Title: m.Title, Description: m.Description, Severity: m.Severity.Default, PHISeverity: m.Severity.PHI,
				Citations: []string{}, NPRM: []string{}, Engines: []string{},
				Assertions: map[string]string{}, Params: map[string]checks.Param{}, References: []string{}, User: m.User,
			})
		}
		r := &out[len(out)-1]
		r.Remediation = remedy(r.Remediation, m)
		r.Citations = extend(r.Citations, m.Citations)
		r.NPRM = extend(r.NPRM, m.NPRM)
		r.Engines = extend(r.Engines, within.engines(m))
		slices.Sort(r.Engines)
		r.Scopes = extend(r.Scopes, []string{m.Scope})
		r.Resources = extend(r.Resources, slices.Sorted(maps.Keys(m.Resources)))
		r.References = extend(r.References, m.RelatedResources)
		r.Sources = append(r.Sources, m.Source)
		for name, a := range m.Assertions {
			r.Assertions[name] = a.Title
		}
		maps.Copy(r.Params, m.Params)
	}
	return out
}

// serviceOf is the folder of a built-in policy, aws/s3/versioning or github/reviews, and the
// middle of another's id, ACME-OWN-001.
func serviceOf(m checks.Metadata) string {
	parts := strings.Split(m.Source, "/")
	switch {
	case !m.User && len(parts) > 3:
		return parts[1]
	case !m.User && len(parts) > 2:
		return parts[0]
	}
	parts = strings.Split(strings.ToLower(m.ID), "-")
	return parts[min(1, max(0, len(parts)-2))]
}

// skipped are the rules that the user left out by name, in order.
func (o policyOptions) skipped() ([]string, error) {
	if len(o.skip) == 0 {
		return nil, nil
	}
	all, err := o.all().load()
	if err != nil {
		return nil, err
	}
	var out []string
	for _, r := range rulesByID(all.List()) { // sorted
		if matchesAny(o.skip, r.ID) {
			out = append(out, r.ID)
		}
	}
	return out, nil
}

// The engines.
const (
	engineCode   = "code"
	engineLive   = "live"
	engineGitHub = "github"
	engineFiles  = "files"
)

func (r rule) hasEngine(name string) bool { return slices.Contains(r.Engines, name) }

// reach is what can be read live: the types of each source.
type reach struct{ aws, github map[string]bool }

func newReach() reach { return reach{aws: aws.Covered(), github: github.Covered()} }

// engines are those of a policy: code where Terraform has a type that it judges, live where
// all of them can be read from an account, github where they can from GitHub.
func (r reach) engines(m checks.Metadata) []string {
	if subjectOf(m) != onResources {
		return []string{engineFiles}
	}
	var out []string
	code, live, hub := false, true, true
	for typ := range m.Resources {
		code = code || !aws.Own(typ) && !github.Own(typ)
		live = live && r.aws[typ]
		hub = hub && r.github[typ]
	}
	if hub {
		out = append(out, engineGitHub)
	}
	if code {
		out = append(out, engineCode)
	}
	if live {
		out = append(out, engineLive)
	}
	return out
}

// subjectOf is what a policy is about: what leaks finds in files, what repo reads of a
// repository, or what is configured.
func subjectOf(m checks.Metadata) subject {
	for typ := range m.Resources {
		switch {
		case leaks.Own(typ):
			return onFiles
		case repo.Own(typ):
			return onRepository
		}
	}
	return onResources
}

// extend appends what is not there yet.
func extend(have, more []string) []string {
	for _, s := range more {
		if !slices.Contains(have, s) {
			have = append(have, s)
		}
	}
	return have
}
