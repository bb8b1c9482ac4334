package hipaactl.github.default_branch_test

import data.hipaactl.github.default_branch

ruleset := {"enforcement": "active", "target": "branch", "conditions": [{"ref_name": [{"include": ["~DEFAULT_BRANCH"], "exclude": []}]}]}

repository(lists) := {"name": "records", "default_branch": "main", "archived": false, "_": object.union({"default": [], "classic": [], "ruleset": [], "organization": []}, lists)}

denials(lists) := found if found := count(default_branch.deny) with input as repository(lists)

test_protected if {
	denials({"classic": [{"pattern": "ma*"}]}) == 0
	denials({"ruleset": [ruleset]}) == 0
	denials({"default": [{"branch": "trunk"}], "classic": [{"pattern": "trunk"}]}) == 0
}

test_not_protected if {
	denials({}) == 1
	denials({"classic": [{"pattern": "release/*"}]}) == 1
	denials({"default": [{"branch": "trunk"}], "classic": [{"pattern": "main"}]}) == 1
}

test_not_in_force if {
	denials({"ruleset": [object.union(ruleset, {"enforcement": "evaluate"})]}) == 1
	denials({"ruleset": [object.union(ruleset, {"enforcement": "disabled"})]}) == 1
	denials({"ruleset": [object.union(ruleset, {"target": "tag"})]}) == 1
	denials({"ruleset": [object.union(ruleset, {"conditions": [{"ref_name": [{"include": ["~ALL"], "exclude": ["refs/heads/main"]}]}]})]}) == 1
	denials({"ruleset": [object.union(ruleset, {"conditions": [{"ref_name": [{"include": ["refs/heads/release/**"], "exclude": []}]}]})]}) == 1
}

organization(condition) := object.union(ruleset, {"conditions": [object.union(ruleset.conditions[0], condition)]})

test_of_the_organization if {
	denials({"organization": [organization({"repository_name": [{"include": ["~ALL"], "exclude": []}]})]}) == 0
	denials({"organization": [organization({"repository_name": [{"include": ["rec*"], "exclude": []}]})]}) == 0
	denials({"organization": [organization({"repository_id": ["ref:self.repo_id"]})]}) == 0
	denials({"organization": [organization({"repository_name": [{"include": ["~ALL"], "exclude": ["records"]}]})]}) == 1
	denials({"organization": [organization({"repository_name": [{"include": ["web"], "exclude": []}]})]}) == 1
	denials({"organization": [organization({"repository_id": ["ref:github_repository.repo_id"]})]}) == 1
}

unclear(lists) := found if found := count(default_branch.unknown) with input as repository(lists)

# Which repository has an id or a property, GitHub alone knows.
test_undecided if {
	by_property := organization({"repository_property": [{"include": [{"name": "data"}]}]})
	by_id := organization({"repository_id": ["7"]})
	every rules in [by_property, by_id] {
		denials({"organization": [rules]}) == 0
		unclear({"organization": [rules]}) == 1
		denials({"organization": [object.union(rules, {"enforcement": "evaluate"})]}) == 1
		unclear({"organization": [rules], "ruleset": [ruleset]}) == 0
	}
	unclear({}) == 0
}

test_archived if count(default_branch.not_applicable) == 1 with input as {"archived": true}
