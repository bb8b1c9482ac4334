package hipaactl.github.signed_commits_test

import data.hipaactl.github.signed_commits

ref := {"enforcement": "active", "target": "branch", "conditions": [{"ref_name": [{"include": ["~DEFAULT_BRANCH"], "exclude": []}]}]}

ruleset(more) := object.union(ref, more)

repository(lists) := {"name": "records", "default_branch": "main", "archived": false, "_": object.union({"default": [], "classic": [], "ruleset": [], "organization": [], "phi": "unmarked"}, lists)}

denials(lists) := found if found := count(signed_commits.deny) with input as repository(lists)

test_signed if {
	denials({"classic": [{"pattern": "main", "require_signed_commits": true}]}) == 0
	denials({"ruleset": [ruleset({"rules": [{"required_signatures": true}]})]}) == 0
}

test_not_signed if {
	denials({}) == 1
	denials({"classic": [{"pattern": "main", "require_signed_commits": false}]}) == 1
	denials({"classic": [{"pattern": "other", "require_signed_commits": true}]}) == 1
	denials({"ruleset": [ruleset({"rules": [{"required_signatures": false}]})]}) == 1
}

test_archived if count(signed_commits.not_applicable) == 1 with input as {"archived": true}
