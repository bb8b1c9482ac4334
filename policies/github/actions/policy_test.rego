package hipaactl.github.actions_test

import data.hipaactl.github.actions

denials(resource) := found if found := count(actions.deny) with input as resource

test_restricted if {
	denials({"enabled": true, "allowed_actions": "selected"}) == 0
	denials({"enabled": false, "allowed_actions": "all"}) == 0
	denials({"enabled_repositories": "none", "allowed_actions": "all"}) == 0
	denials({"default_workflow_permissions": "read", "can_approve_pull_request_reviews": false}) == 0
}

test_open if {
	denials({"enabled": true, "allowed_actions": "all"}) == 1
	denials({"enabled_repositories": "all", "allowed_actions": "all"}) == 1
	denials({"default_workflow_permissions": "write", "can_approve_pull_request_reviews": true}) == 2
}
