package github

import (
	gh "github.com/google/go-github/v84/github"
)

// ruleset is what one ruleset demands of the default branch.
type ruleset struct {
	deletion, nonFastForward, signatures bool
	pullRequests                         []gh.PullRequestRuleParameters
	checks                               []gh.RequiredStatusChecksRuleParameters
}

// effective sorts the rules that GitHub says are in force by their rulesets. Those of which
// no policy asks count too: what they stand in governs the branch.
func effective(into map[int64]*ruleset, all *gh.BranchRules) {
	of := func(m gh.BranchRuleMetadata) *ruleset {
		if into[m.RulesetID] == nil {
			into[m.RulesetID] = &ruleset{}
		}
		return into[m.RulesetID]
	}
	for _, r := range all.Deletion {
		of(*r).deletion = true
	}
	for _, r := range all.NonFastForward {
		of(*r).nonFastForward = true
	}
	for _, r := range all.RequiredSignatures {
		of(*r).signatures = true
	}
	for _, r := range all.PullRequest {
		s := of(r.BranchRuleMetadata)
		s.pullRequests = append(s.pullRequests, r.Parameters)
	}
	for _, r := range all.RequiredStatusChecks {
		s := of(r.BranchRuleMetadata)
		s.checks = append(s.checks, r.Parameters)
	}
	for _, other := range [][]*gh.BranchRuleMetadata{all.Creation, all.RequiredLinearHistory} {
		for _, r := range other {
			of(*r)
		}
	}
	for _, r := range all.Update {
		of(r.BranchRuleMetadata)
	}
	for _, r := range all.CodeScanning {
		of(r.BranchRuleMetadata)
	}
	for _, r := range all.Workflows {
		of(r.BranchRuleMetadata)
	}
}

// attrs is the rules block as the provider writes it.
func (s *ruleset) attrs() attrs {
	reviews, checks := []attrs{}, []attrs{}
	for _, p := range s.pullRequests {
		reviews = append(reviews, attrs{
			"required_approving_review_count": p.RequiredApprovingReviewCount, "dismiss_stale_reviews_on_push": p.DismissStaleReviewsOnPush,
			"require_code_owner_review": p.RequireCodeOwnerReview, "require_last_push_approval": p.RequireLastPushApproval,
		})
	}
	for _, c := range s.checks {
		required := []attrs{}
		for _, one := range c.RequiredStatusChecks {
			required = append(required, attrs{"context": one.Context})
		}
		checks = append(checks, attrs{"strict_required_status_checks_policy": c.StrictRequiredStatusChecksPolicy, "required_check": required})
	}
	return attrs{
		"deletion": s.deletion, "non_fast_forward": s.nonFastForward, "required_signatures": s.signatures,
		"pull_request": reviews, "required_status_checks": checks,
	}
}
