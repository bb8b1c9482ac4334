package hipaactl.github.history_test

import data.hipaactl.github.history

ref := {"enforcement": "active", "target": "branch", "conditions": [{"ref_name": [{"include": ["~DEFAULT_BRANCH"], "exclude": []}]}]}

ruleset(more) := object.union(ref, more)

repository(lists) := {"name": "records", "default_branch": "main", "archived": false, "_": object.union({"default": [], "classic": [], "ruleset": [], "organization": [], "phi": "unmarked"}, lists)}

failing(lists) := found if found := {d.assertion | some d in history.deny} with input as repository(lists)

test_kept if {
	failing({"classic": [{"pattern": "main", "allows_force_pushes": false, "allows_deletions": false}]}) == set()
	failing({"ruleset": [ruleset({"rules": [{"non_fast_forward": true, "deletion": true}]})]}) == set()
	failing({"classic": [{"pattern": "main", "allows_force_pushes": true, "allows_deletions": false}], "ruleset": [ruleset({"rules": [{"non_fast_forward": true}]})]}) == set()
}

test_not_kept if {
	failing({}) == {"force_push", "deletion"}
	failing({"classic": [{"pattern": "main", "allows_force_pushes": true, "allows_deletions": true}]}) == {"force_push", "deletion"}
	failing({"ruleset": [ruleset({"rules": [{"non_fast_forward": true}]})]}) == {"deletion"}
}

test_archived if count(history.not_applicable) == 2 with input as {"archived": true}
