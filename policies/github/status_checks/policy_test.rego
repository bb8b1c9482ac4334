package hipaactl.github.status_checks_test

import data.hipaactl.github.status_checks

ref := {"enforcement": "active", "target": "branch", "conditions": [{"ref_name": [{"include": ["~DEFAULT_BRANCH"], "exclude": []}]}]}

ruleset(more) := object.union(ref, more)

repository(lists) := {"name": "records", "default_branch": "main", "archived": false, "_": object.union({"default": [], "classic": [], "ruleset": [], "organization": [], "phi": "unmarked"}, lists)}

failing(lists) := found if found := {d.assertion | some d in status_checks.deny} with input as repository(lists) with data.params as {"security_checks": ["*codeql*", "*secret*"]}

checks(strict, contexts) := {"pattern": "main", "required_status_checks": [{"strict": strict, "contexts": contexts}]}

rules(strict, contexts) := ruleset({"rules": [{"required_status_checks": [{"strict_required_status_checks_policy": strict, "required_check": [{"context": c} | some c in contexts]}]}]})

test_checked if {
	failing({"classic": [checks(true, ["CodeQL / analyze"])]}) == set()
	failing({"ruleset": [rules(true, ["secret-scan"])]}) == set()
	failing({"classic": [checks(true, ["build"])], "ruleset": [rules(false, ["secret-scan"])]}) == set()
}

test_not_checked if {
	failing({}) == {"required", "strict", "security"}
	failing({"classic": [checks(false, [])]}) == {"required", "strict", "security"}
	failing({"classic": [checks(false, ["build"])]}) == {"strict", "security"}
	failing({"ruleset": [rules(true, ["build", null])]}) == {"security"}
}

test_archived if count(status_checks.not_applicable) == 3 with input as {"archived": true}
