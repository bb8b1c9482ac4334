package github

import (
	"context"
	"errors"
	"net/url"
	"sync"

	gh "github.com/google/go-github/v84/github"

	"github.com/hipaactl/hipaactl/internal/resource"
)

var (
	getProtection = operation{
		path: "/repos/{owner}/{repo}/branches/{branch}/protection", permission: "administration:read", scope: "repo",
		absent: []string{"Branch not protected"},
	}
	listBranchRules = operation{path: "/repos/{owner}/{repo}/rules/branches/{branch}", permission: "metadata:read", scope: "repo"}
	listRulesets    = operation{path: "/repos/{owner}/{repo}/rulesets", permission: "metadata:read", scope: "repo"}
	getRuleset      = operation{path: "/repos/{owner}/{repo}/rulesets/{ruleset_id}", permission: "administration:write", scope: "repo"}
)

func branchParts() []part {
	return []part{
		{types: []string{"github_branch_protection"}, uses: []operation{getProtection}, run: readProtection},
		{types: []string{"github_repository_ruleset"}, uses: []operation{listBranchRules, listRulesets, getRuleset}, run: readRulesets},
	}
}

// readProtection reads the classic protection of the default branch. GitHub answers 404 where
// there is none, and also where the token may not see it: the first is believed of those
// alone who have rights with which they would see it.
func readProtection(ctx context.Context, p *place) {
	branch := p.repo.GetDefaultBranch()
	it := item{typ: "github_branch_protection", name: p.name() + ":" + branch}
	known := attrs{"id": it.name, "repository_id": p.name(), "pattern": branch}
	if branch == "" {
		return
	}
	protection, r, err := get[gh.Protection](ctx, p, getProtection, p.path(branch)...)
	it.read = r
	switch f := asFailure(err); {
	case isAbsent(err) && p.rights():
		return
	case isAbsent(err):
		f = &failure{op: getProtection, kind: "hidden"}
		p.lostOne(r, f)
		it.doubt(f.cause(), known)
	case f != nil && noBranch(err):
		it.doubt(resource.Cause{
			Kind: resource.NotVisible, What: getProtection.String(), Why: "the repository is empty, and GitHub shows protection only of a branch that is there",
			Settle: "audit again after the first push, or protect the branch with a ruleset",
		}, known)
	case f != nil:
		p.lostOne(r, f)
		it.doubt(f.cause(), known)
	default:
		it.attrs = protected(&protection)
		for name, v := range known {
			it.attrs[name] = v
		}
	}
	p.emit(it)
}

// doubt makes it something that may be there, of which only the given attributes are known.
func (it *item) doubt(c resource.Cause, known attrs) { it.maybe, it.attrs = &c, known }

// noBranch tells of a branch that does not exist yet.
func noBranch(err error) bool {
	var answer *gh.ErrorResponse
	return errors.As(err, &answer) && answer.Message == "Branch not found"
}

// protected is a protection as the provider writes it. Blocks that GitHub leaves out are not demanded.
// Source: https://docs.github.com/rest/branches/branch-protection#get-branch-protection
func protected(b *gh.Protection) attrs {
	a := attrs{
		"enforce_admins": b.EnforceAdmins != nil && b.EnforceAdmins.Enabled, "allows_force_pushes": b.AllowForcePushes != nil && b.AllowForcePushes.Enabled,
		"allows_deletions": b.AllowDeletions != nil && b.AllowDeletions.Enabled, "require_signed_commits": b.RequiredSignatures != nil && b.RequiredSignatures.GetEnabled(),
		"required_status_checks": []attrs{}, "required_pull_request_reviews": []attrs{},
	}
	if c := b.RequiredStatusChecks; c != nil {
		contexts := []string{}
		if c.Checks != nil {
			for _, check := range *c.Checks {
				contexts = append(contexts, check.Context)
			}
		} else if c.Contexts != nil {
			contexts = append(contexts, *c.Contexts...)
		}
		a["required_status_checks"] = []attrs{{"strict": c.Strict, "contexts": contexts}}
	}
	if v := b.RequiredPullRequestReviews; v != nil {
		a["required_pull_request_reviews"] = []attrs{{
			"required_approving_review_count": v.RequiredApprovingReviewCount, "dismiss_stale_reviews": v.DismissStaleReviews,
			"require_code_owner_reviews": v.RequireCodeOwnerReviews, "require_last_push_approval": v.RequireLastPushApproval,
		}}
	}
	return a
}

// memo is what one of many repositories asks for all of them.
type memo struct {
	once    sync.Once
	ruleset gh.RepositoryRuleset
	read    read
	err     error
}

// readRulesets reads the rulesets that may govern the default branch. Which of the active
// ones do, GitHub says itself: of those the condition is the default branch, whatever patterns
// they are configured with, and of the others nothing.
func readRulesets(ctx context.Context, p *place) {
	branch := p.repo.GetDefaultBranch()
	rules := map[int64]*ruleset{}
	var idle []*gh.RepositoryRuleset
	r, err := list(ctx, p, listBranchRules, nil, func(page gh.BranchRules) { effective(rules, &page) }, p.path(branch)...)
	if isAbsent(err) {
		return // the owner's plan has no rulesets for the repository
	}
	if p.lost(r, err) {
		return
	}
	for id, found := range rules {
		p.emitRuleset(ctx, id, found, r)
	}
	r, err = list(ctx, p, listRulesets, url.Values{"includes_parents": {"true"}}, func(page []*gh.RepositoryRuleset) {
		for _, s := range page {
			if s.Enforcement != gh.RulesetEnforcementActive && deref(s.Target) == gh.RulesetTargetBranch {
				idle = append(idle, s)
			}
		}
	}, p.path()...)
	p.lostOne(r, err) // they demand nothing
	for _, s := range idle {
		p.emitIdle(s, r)
	}
}

// emitIdle shows a ruleset that is turned off or only evaluates. Nothing of what it would
// demand holds, and nobody need bypass it.
func (p *place) emitIdle(s *gh.RepositoryRuleset, r read) {
	id := itoa(int(s.GetID()))
	p.emit(item{typ: "github_repository_ruleset", name: p.name() + ":" + id, read: r, attrs: attrs{
		"id": id, "name": s.Name, "repository": p.name(), "target": "branch", "enforcement": string(s.Enforcement),
		"conditions": []attrs{}, "bypass_actors": []attrs{}, "rules": []attrs{(&ruleset{}).attrs()},
	}})
}

// emitRuleset asks for what the rules of a branch do not say: who may bypass them.
func (p *place) emitRuleset(ctx context.Context, id int64, found *ruleset, r read) {
	p.run.mu.Lock()
	m := p.run.rulesets[id]
	if m == nil {
		m = &memo{}
		p.run.rulesets[id] = m
	}
	p.run.mu.Unlock()
	m.once.Do(func() {
		m.ruleset, m.read, m.err = get[gh.RepositoryRuleset](ctx, p, getRuleset, p.path(itoa(int(id)))...)
	})
	s := m.ruleset
	a := attrs{
		"id": itoa(int(id)), "name": s.Name, "repository": p.name(), "target": "branch", "enforcement": "active",
		"conditions": []attrs{{"ref_name": []attrs{{"include": []string{"~DEFAULT_BRANCH"}, "exclude": []string{}}}}},
		"rules":      []attrs{found.attrs()},
	}
	switch f := asFailure(m.err); {
	case f != nil:
		p.lostOne(m.read, f)
		a["name"], a["bypass_actors"] = f, f
	case s.BypassActors == nil:
		a["bypass_actors"] = &failure{op: getRuleset, kind: "withheld", need: "the repository permission administration (write), which alone shows who may bypass a ruleset"}
	default:
		a["bypass_actors"] = actors(s.BypassActors)
	}
	p.emit(item{typ: "github_repository_ruleset", name: p.name() + ":" + itoa(int(id)), read: r, attrs: a, reads: map[string]read{"name": m.read, "bypass_actors": m.read}})
}

func actors(all []*gh.BypassActor) []attrs {
	out := make([]attrs, 0, len(all))
	for _, b := range all {
		out = append(out, attrs{"actor_type": (*string)(b.ActorType), "bypass_mode": (*string)(b.BypassMode)})
	}
	return out
}
