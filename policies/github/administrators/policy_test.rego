package hipaactl.github.administrators_test

import data.hipaactl.github.administrators

ref := {"enforcement": "active", "target": "branch", "conditions": [{"ref_name": [{"include": ["~DEFAULT_BRANCH"], "exclude": []}]}]}

ruleset(more) := object.union(ref, more)

repository(lists) := {"name": "records", "default_branch": "main", "archived": false, "_": object.union({"default": [], "classic": [], "ruleset": [], "organization": [], "phi": "unmarked"}, lists)}

failing(lists) := found if found := {d.assertion | some d in administrators.deny} with input as repository(lists)

bypassed(actor, mode) := {"ruleset": [ruleset({"bypass_actors": [{"actor_type": actor, "bypass_mode": mode}]})]}

test_bound if {
	failing({"classic": [{"pattern": "main", "enforce_admins": true}]}) == set()
	failing({"ruleset": [ruleset({"bypass_actors": []})]}) == set()
}

test_exempt if {
	failing({}) == {"people"}
	failing({"classic": [{"pattern": "main", "enforce_admins": false}]}) == {"people"}
	failing(bypassed("RepositoryRole", "always")) == {"people", "list"}
	failing(bypassed("OrganizationAdmin", "exempt")) == {"people", "list"}
	failing(bypassed("Team", "pull_request")) == {"list"}
	failing(bypassed("DeployKey", "always")) == {"list"}
}

test_archived if count(administrators.not_applicable) == 2 with input as {"archived": true}
