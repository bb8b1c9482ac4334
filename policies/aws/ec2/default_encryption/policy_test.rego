package hipaactl.aws.ec2.default_encryption_test

import data.hipaactl.aws.ec2.default_encryption as policy

denials(members) := found if {
	found := policy.deny with input as {"aws_ebs_encryption_by_default": members}
}

test_on if count(denials([{"enabled": true}])) == 0

test_off if {
	denials([{"enabled": false}]) == {{"paths": ["aws_ebs_encryption_by_default[0].enabled"], "message": "encryption by default is off"}}
}

test_none if {
	{d.message | some d in denials([])} == {"nothing turns on encryption by default"}
}

test_on_and_off if count(denials([{"enabled": true}, {"enabled": false}])) == 1
