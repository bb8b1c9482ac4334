package hipaactl.aws.securityhub.enabled_test

import data.hipaactl.aws.securityhub.enabled as policy

region(hubs, arns) := {"aws_securityhub_account": hubs, "aws_securityhub_standards_subscription": [{"standards_arn": arn} | some arn in arns]}

denied(hubs, arns) := asserted if {
	asserted := {d.assertion | some d in policy.deny} with input as region(hubs, arns)
}

nist := "arn:aws:securityhub:us-east-1::standards/nist-800-53/v/5.0.0"

test_standard if denied([{}], [nist]) == set()

test_default_standards if denied([{"enable_default_standards": true}], []) == set()

test_no_standard if {
	denied([{"enable_default_standards": false}], []) == {"standard"}
	denied([{}], ["arn:aws:securityhub:us-east-1::standards/aws-resource-tagging-standard/v/1.0.0"]) == {"standard"}
}

test_off if {
	denied([], [nist]) == {"enabled"}
	{n.assertion | some n in policy.not_applicable} == {"standard"} with input as region([], [])
	count(policy.not_applicable) == 0 with input as region([{}], [])
}
