package hipaactl.github.reviews_test

import data.hipaactl.github.reviews

ref := {"enforcement": "active", "target": "branch", "conditions": [{"ref_name": [{"include": ["~DEFAULT_BRANCH"], "exclude": []}]}]}

ruleset(more) := object.union(ref, more)

repository(lists) := {"name": "records", "default_branch": "main", "archived": false, "_": object.union({"default": [], "classic": [], "ruleset": [], "organization": [], "phi": "unmarked"}, lists)}

review(n, flag) := {"required_approving_review_count": n, "dismiss_stale_reviews": flag, "dismiss_stale_reviews_on_push": flag, "require_last_push_approval": flag}

thresholds := {"minimum_approvals": 1, "minimum_approvals_phi": 2}

failing(lists) := found if found := {d.assertion | some d in reviews.deny} with input as repository(lists) with data.params as thresholds

test_reviewed if {
	failing({"classic": [{"pattern": "main", "required_pull_request_reviews": [review(1, true)]}]}) == set()
	failing({"ruleset": [ruleset({"rules": [{"pull_request": [review(1, true)]}]})]}) == set()
}

# The strictest of all holds.
test_added_up if failing({
	"classic": [{"pattern": "main", "required_pull_request_reviews": [review(0, true)]}],
	"ruleset": [ruleset({"rules": [{"pull_request": [review(1, false)]}]})],
}) == set()

test_not_reviewed if {
	failing({}) == {"approvals", "stale", "last_push"}
	failing({"classic": [{"pattern": "main", "required_pull_request_reviews": [review(1, false)]}]}) == {"stale", "last_push"}
	failing({"ruleset": [ruleset({"rules": [{"pull_request": []}]})]}) == {"approvals", "stale", "last_push"}
}

test_phi if {
	failing({"phi": "yes", "classic": [{"pattern": "main", "required_pull_request_reviews": [review(1, true)]}]}) == {"approvals"}
	failing({"phi": "yes", "classic": [{"pattern": "main", "required_pull_request_reviews": [review(2, true)]}]}) == set()
}

test_archived if count(reviews.not_applicable) == 3 with input as {"archived": true}
