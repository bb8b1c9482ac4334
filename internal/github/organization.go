package github

import (
	"context"
	"net/url"

	gh "github.com/google/go-github/v84/github"

	"github.com/hipaactl/hipaactl/internal/resource"
)

var listMembers = operation{path: "/orgs/{org}/members", permission: "members:read", scope: "read:org"}

func organizationParts() []part {
	return []part{
		{types: []string{"github_organization", "github_organization_settings"}, uses: []operation{getOrganization, listMembers}, organization: true, run: readOrganization},
	}
}

// readOrganization reads what an organization demands of its members. GitHub tells only
// owners, and leaves it out of what it tells others.
func readOrganization(ctx context.Context, p *place) {
	if p.user {
		return // users have no members
	}
	org, r, err := get[gh.Organization](ctx, p, getOrganization, p.owner)
	if p.lost(r, err) {
		return
	}
	withheld := (&failure{op: getOrganization, kind: "withheld", need: "the organization permission administration (read) to an owner, or the classic scope admin:org"})
	or := func(v any) any {
		if optional(v) == nil {
			return withheld
		}
		return v
	}
	if p.wants("github_organization_settings") {
		p.emit(item{typ: "github_organization_settings", name: p.owner, read: r, attrs: attrs{"name": p.owner, "default_repository_permission": or(org.DefaultRepoPermission)}})
	}
	if !p.wants("github_organization") {
		return
	}
	insecure, ri, err := first[[]someEntry](ctx, p, listMembers, url.Values{"filter": {"2fa_disabled"}}, p.owner)
	without := p.answered(ri, err, len(insecure) > 0)
	owners := 0
	ro, err := list(ctx, p, listMembers, url.Values{"role": {"admin"}}, func(page []someEntry) { owners += len(page) }, p.owner)
	p.emit(item{typ: "github_organization", name: p.owner, read: r, reads: map[string]read{"members_without_two_factor": ri, "owners": ro}, attrs: attrs{
		"login": p.owner, "two_factor_requirement_enabled": or(org.TwoFactorRequirementEnabled), "members_without_two_factor": without, "owners": p.answered(ro, err, owners),
	}})
}

// answered is what a call says, or why it is unknown. Only owners may ask some things, and
// others are told that their request is malformed.
func (p *place) answered(r read, err error, v any) any {
	f := asFailure(err)
	if f == nil {
		return v
	}
	if f.kind == "refused" {
		f = &failure{op: f.op, kind: "denied", need: "the organization permission members (read) to an owner, who alone may ask this"}
	}
	p.lostOne(r, f)
	return resource.Cause(f.cause())
}
