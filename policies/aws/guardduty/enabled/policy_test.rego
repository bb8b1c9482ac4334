package hipaactl.aws.guardduty.enabled_test

import data.hipaactl.aws.guardduty.enabled as policy

denied(detectors) := paths if {
	paths := {path | some d in policy.deny; some path in d.paths} with input as {"aws_guardduty_detector": detectors}
}

test_enabled if denied([{"enable": true}]) == set()

test_none if denied([]) == {"aws_guardduty_detector"}

test_suspended if {
	denied([{"enable": false}]) == {"aws_guardduty_detector[0].enable"}
	denied([{}]) == {"aws_guardduty_detector[0].enable"}
}
