package hipaactl.aws.opensearch.access_control_test

import data.hipaactl.aws.opensearch.access_control as policy

denied(blocks) := assertions if {
	assertions := {d.assertion | some d in policy.deny} with input as {"advanced_security_options": blocks}
}

test_controlled if denied([{"enabled": true, "anonymous_auth_enabled": false}]) == set()

test_off if {
	denied([{"enabled": false}]) == {"fine_grained"}
	denied([]) == {"fine_grained"}
}

test_anonymous if denied([{"enabled": true, "anonymous_auth_enabled": true}]) == {"named_users"}
