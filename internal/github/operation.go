package github

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/hipaactl/hipaactl/internal/resource"
)

// operation is one endpoint.
type operation struct {
	// path is the endpoint as GitHub's reference writes it, without its method, which is GET.
	path string
	// permission is the fine-grained permission that it needs, "administration:read", as
	// https://docs.github.com/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens
	// lists it. scope is the classic one.
	permission, scope string
	// absent are the messages with which a 404 says "not configured".
	absent []string
}

// String is the name in reports and causes.
func (o operation) String() string { return "GET " + o.path }

func (o operation) organization() bool { return strings.HasPrefix(o.path, "/orgs/") }

// grant says what allows the operation.
func (o operation) grant() string {
	kind := "repository"
	if o.organization() {
		kind = "organization"
	}
	name, level, _ := strings.Cut(o.permission, ":")
	return "the " + kind + " permission " + name + " (" + level + "), or the classic scope " + o.scope
}

// part reads some resource types of one repository, or of the owner.
type part struct {
	types []string
	// uses are all operations that run may call.
	uses []operation
	// organization tells of a part that reads the owner.
	organization bool
	run          func(context.Context, *place)
}

// parts are all of them, some in each file.
func parts() []part {
	return slices.Concat(repositoryParts(), branchParts(), fileParts(), securityParts(), accessParts(), actionsParts(), webhookParts(), organizationParts())
}

// partsFor are the parts that read something wanted.
func partsFor(w resource.Wanted) []part {
	return slices.DeleteFunc(parts(), func(p part) bool {
		return !slices.ContainsFunc(p.types, func(typ string) bool { return w[typ] != nil })
	})
}

// Types are the resource types that can be read, in order.
func Types() []string {
	all := map[string]bool{}
	for _, p := range parts() {
		for _, typ := range p.types {
			all[typ] = true
		}
	}
	return slices.Sorted(maps.Keys(all))
}

// notLive are types that only code has. Live, the same thing is read as another type.
var notLive = map[string]string{
	"github_branch_default":                      "the default branch stands in its github_repository",
	"github_organization_ruleset":                "each repository has those that apply to it, as github_repository_ruleset",
	"github_repository_collaborators":            "each collaborator is a github_repository_collaborator",
	"github_repository_custom_property":          "the values stand in tags_all of the github_repository",
	"github_repository_deployment_branch_policy": "it is a github_repository_environment_deployment_policy",
	"github_repository_topics":                   "the topics stand in the github_repository",
}

// own are the types of ours: what GitHub answers and no resource of Terraform stands for.
var own = []string{
	"github_code_scanning", "github_codeowners_errors", "github_dependabot_alert", "github_organization", "github_repository_directory", "github_secret_scanning_alerts",
}

// Own tells whether a type is of ours, so that code never holds it.
func Own(typ string) bool { return slices.Contains(own, typ) }

// Is tells whether a type is of GitHub.
func Is(typ string) bool { return strings.HasPrefix(typ, "github_") }

// CodeAlone tells whether nothing live is ever read for a type: it is of another provider,
// or what it stands for is read as another type.
func CodeAlone(typ string) bool {
	_, other := notLive[typ]
	return other || !Is(typ)
}

// Covered are the types of which can be read live what they stand for: as themselves, or as
// other types that say the same.
func Covered() map[string]bool {
	out := map[string]bool{}
	for _, typ := range Types() {
		out[typ] = true
	}
	for typ := range notLive {
		out[typ] = true
	}
	return out
}

// Reading is one operation by which wanted resources are read.
type Reading struct {
	// Operation is the call: "GET /repos/{owner}/{repo}/hooks".
	Operation string
	// Permission is the fine-grained one, "webhooks:read"; Organization tells that it is
	// one of an organization and not of a repository. Scope is the classic scope.
	Permission, Scope string
	Organization      bool
	// For are the wanted types that need it, in order.
	For []string
}

// Readings are the operations that read what is wanted, in order.
func Readings(w resource.Wanted) []Reading {
	by := map[string]*Reading{}
	for _, p := range partsFor(w) {
		for _, op := range p.uses {
			r := by[op.path]
			if r == nil {
				r = &Reading{Operation: op.String(), Permission: op.permission, Scope: op.scope, Organization: op.organization()}
				by[op.path] = r
			}
			for _, typ := range p.types {
				if w[typ] != nil && !slices.Contains(r.For, typ) {
					r.For = append(r.For, typ)
				}
			}
		}
	}
	var out []Reading
	for _, r := range by {
		slices.Sort(r.For)
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b Reading) int { return cmp.Compare(a.Operation, b.Operation) })
	return out
}
