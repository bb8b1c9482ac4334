package github

import (
	"context"
	"net/url"

	gh "github.com/google/go-github/v84/github"
)

var (
	listCollaborators = operation{path: "/repos/{owner}/{repo}/collaborators", permission: "metadata:read", scope: "repo"}
	listKeys          = operation{path: "/repos/{owner}/{repo}/keys", permission: "administration:read", scope: "repo"}
	listEnvironments  = operation{path: "/repos/{owner}/{repo}/environments", permission: "actions:read", scope: "repo"}
	listPolicies      = operation{path: "/repos/{owner}/{repo}/environments/{environment}/deployment-branch-policies", permission: "actions:read", scope: "repo"}
)

func accessParts() []part {
	return []part{
		{types: []string{"github_repository_collaborator"}, uses: []operation{listCollaborators}, run: readCollaborators},
		{types: []string{"github_repository_deploy_key"}, uses: []operation{listKeys}, run: readKeys},
		{
			types: []string{"github_repository_environment", "github_repository_environment_deployment_policy"},
			uses:  []operation{listEnvironments, listPolicies}, run: readEnvironments,
		},
	}
}

// readCollaborators reads who is no member of the organization and may nevertheless reach the repository.
func readCollaborators(ctx context.Context, p *place) {
	var all []*gh.User
	r, err := list(ctx, p, listCollaborators, url.Values{"affiliation": {"outside"}}, func(page []*gh.User) { all = append(all, page...) }, p.path()...)
	p.lost(r, err)
	for _, u := range all {
		p.emit(item{typ: "github_repository_collaborator", name: p.name() + ":" + u.GetLogin(), read: r, attrs: attrs{
			"repository": p.name(), "username": u.Login, "permission": permission(u),
		}})
	}
}

// permission is the one that the provider would name; nil where the answer does not say.
func permission(u *gh.User) any {
	roles := map[string]string{"read": "pull", "write": "push"}
	if role := u.GetRoleName(); roles[role] != "" {
		return roles[role]
	} else if role != "" {
		return role
	}
	if u.Permissions.GetAdmin() {
		return "admin"
	}
	return u.RoleName
}

// readKeys reads what deploy keys may do, never a key.
func readKeys(ctx context.Context, p *place) {
	var all []*gh.Key
	r, err := list(ctx, p, listKeys, nil, func(page []*gh.Key) { all = append(all, page...) }, p.path()...)
	p.lost(r, err)
	for _, k := range all {
		p.emit(item{typ: "github_repository_deploy_key", name: p.name() + ":" + itoa(int(k.GetID())), read: r, attrs: attrs{
			"repository": p.name(), "title": k.Title, "read_only": k.ReadOnly,
		}})
	}
}

// readEnvironments reads who has to approve a deployment, and from which branches one may be.
func readEnvironments(ctx context.Context, p *place) {
	var all []*gh.Environment
	r, err := list(ctx, p, listEnvironments, nil, func(page gh.EnvResponse) { all = append(all, page.Environments...) }, p.path()...)
	if isAbsent(err) || p.lost(r, err) && len(all) == 0 {
		return
	}
	for _, e := range all {
		p.emit(item{typ: "github_repository_environment", name: p.name() + ":" + e.GetName(), read: r, attrs: environment(p, e)})
		if e.DeploymentBranchPolicy.GetCustomBranchPolicies() {
			p.readPolicies(ctx, e.GetName())
		}
	}
}

func environment(p *place, e *gh.Environment) attrs {
	reviewers, self := []attrs{}, false
	for _, rule := range e.ProtectionRules {
		if rule.GetType() != "required_reviewers" {
			continue
		}
		self = rule.GetPreventSelfReview()
		people := map[string][]int64{}
		for _, who := range rule.Reviewers {
			switch by := who.Reviewer.(type) {
			case *gh.User:
				people["users"] = append(people["users"], by.GetID())
			case *gh.Team:
				people["teams"] = append(people["teams"], by.GetID())
			}
		}
		reviewers = append(reviewers, attrs{"users": people["users"], "teams": people["teams"]})
	}
	policy := []attrs{}
	if b := e.DeploymentBranchPolicy; b != nil {
		policy = append(policy, attrs{"protected_branches": b.ProtectedBranches, "custom_branch_policies": b.CustomBranchPolicies})
	}
	return attrs{
		"repository": p.name(), "environment": e.Name, "reviewers": reviewers, "prevent_self_review": self,
		"can_admins_bypass": e.CanAdminsBypass, "deployment_branch_policy": policy,
	}
}

func (p *place) readPolicies(ctx context.Context, environment string) {
	const typ = "github_repository_environment_deployment_policy"
	var all []*gh.DeploymentBranchPolicy
	r, err := list(ctx, p, listPolicies, nil, func(page gh.DeploymentBranchPolicyResponse) { all = append(all, page.BranchPolicies...) }, p.path(environment)...)
	p.lost(r, err, typ)
	for _, b := range all {
		a := attrs{"repository": p.name(), "environment": environment, "branch_pattern": b.Name}
		if b.GetType() == "tag" {
			a["branch_pattern"] = nil
		}
		p.emit(item{typ: typ, name: p.name() + ":" + environment + ":" + itoa(int(b.GetID())), read: r, attrs: a})
	}
}
