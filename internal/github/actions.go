package github

import (
	"context"

	gh "github.com/google/go-github/v84/github"
)

var (
	getActions         = operation{path: "/repos/{owner}/{repo}/actions/permissions", permission: "administration:read", scope: "repo"}
	getWorkflowToken   = operation{path: "/repos/{owner}/{repo}/actions/permissions/workflow", permission: "administration:read", scope: "repo"}
	getActionsOfOwner  = operation{path: "/orgs/{org}/actions/permissions", permission: "administration:read", scope: "admin:org"}
	getWorkflowOfOwner = operation{path: "/orgs/{org}/actions/permissions/workflow", permission: "administration:read", scope: "admin:org"}
)

func actionsParts() []part {
	return []part{
		{types: []string{"github_actions_repository_permissions"}, uses: []operation{getActions}, run: readActions},
		{types: []string{"github_workflow_repository_permissions"}, uses: []operation{getWorkflowToken}, run: readWorkflowToken},
		{types: []string{"github_actions_organization_permissions"}, uses: []operation{getActionsOfOwner}, organization: true, run: readActionsOfOwner},
		{types: []string{"github_actions_organization_workflow_permissions"}, uses: []operation{getWorkflowOfOwner}, organization: true, run: readWorkflowOfOwner},
	}
}

func readActions(ctx context.Context, p *place) {
	got, r, err := get[gh.ActionsPermissionsRepository](ctx, p, getActions, p.path()...)
	if isAbsent(err) || p.lost(r, err) {
		return
	}
	a := attrs{"repository": p.name(), "enabled": got.Enabled, "allowed_actions": got.AllowedActions}
	if !got.GetEnabled() {
		a["allowed_actions"] = optional(got.AllowedActions) // GitHub leaves it out
	}
	p.emit(item{typ: "github_actions_repository_permissions", name: p.name(), read: r, attrs: a})
}

func readWorkflowToken(ctx context.Context, p *place) {
	got, r, err := get[gh.DefaultWorkflowPermissionRepository](ctx, p, getWorkflowToken, p.path()...)
	if isAbsent(err) || p.lost(r, err) {
		return
	}
	p.emit(item{typ: "github_workflow_repository_permissions", name: p.name(), read: r, attrs: attrs{
		"repository": p.name(), "default_workflow_permissions": got.DefaultWorkflowPermissions, "can_approve_pull_request_reviews": got.CanApprovePullRequestReviews,
	}})
}

func readActionsOfOwner(ctx context.Context, p *place) {
	if p.user {
		return
	}
	got, r, err := get[gh.ActionsPermissions](ctx, p, getActionsOfOwner, p.owner)
	if isAbsent(err) || p.lost(r, err) {
		return
	}
	a := attrs{"enabled_repositories": got.EnabledRepositories, "allowed_actions": got.AllowedActions}
	if got.GetEnabledRepositories() == "none" {
		a["allowed_actions"] = optional(got.AllowedActions)
	}
	p.emit(item{typ: "github_actions_organization_permissions", name: p.owner, read: r, attrs: a})
}

func readWorkflowOfOwner(ctx context.Context, p *place) {
	if p.user {
		return
	}
	got, r, err := get[gh.DefaultWorkflowPermissionOrganization](ctx, p, getWorkflowOfOwner, p.owner)
	if isAbsent(err) || p.lost(r, err) {
		return
	}
	p.emit(item{typ: "github_actions_organization_workflow_permissions", name: p.owner, read: r, attrs: attrs{
		"organization_slug": p.owner, "default_workflow_permissions": got.DefaultWorkflowPermissions, "can_approve_pull_request_reviews": got.CanApprovePullRequestReviews,
	}})
}
