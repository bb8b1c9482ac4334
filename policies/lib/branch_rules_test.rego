package hipaactl.lib.branch_rules_test

import data.hipaactl.lib.branch_rules

test_patterns if {
	branch_rules.matches("main", "main")
	branch_rules.matches("ma*", "main")
	branch_rules.matches("release/*", "release/1")
	branch_rules.matches("release/**", "release/1/2")
	not branch_rules.matches("*", "release/1")
	not branch_rules.matches("main", "maintenance")
	not branch_rules.matches(null, "main")
}

test_refs if {
	branch_rules.names_branch("refs/heads/main") with input as {"default_branch": "main", "_": {"default": []}}
	branch_rules.names_branch("~DEFAULT_BRANCH") with input as {"default_branch": "main", "_": {"default": []}}
	not branch_rules.names_branch("main") with input as {"default_branch": "main", "_": {"default": []}}
}

test_default_elsewhere if {
	branch_rules.branch == "trunk" with input as {"default_branch": "main", "_": {"default": [{"branch": "trunk"}]}}
	branch_rules.branch == "main" with input as {"default_branch": "main", "_": {"default": []}}
}
