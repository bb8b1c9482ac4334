package hipaactl.aws.sqs.queue_test

import data.hipaactl.aws.sqs.queue as policy

failed(attributes, phi) := assertions if {
	queue := object.union({"_": {"source": "code", "phi": phi, "policies": []}}, attributes)
	assertions := {d.assertion | some d in policy.deny} with input as queue
}

allow(principal, action, condition) := {"policy": {"Statement": [{
	"Effect": "Allow", "Principal": {"AWS": [principal]}, "Action": [action],
	"Resource": ["ref:self.arn"], "Condition": condition,
}]}}

arn := "arn:aws:iam::444455556666:root"

test_sound if {
	failed({}, "unmarked") == set()
	failed({"sqs_managed_sse_enabled": true}, "no") == set()
	failed({"sqs_managed_sse_enabled": false, "kms_master_key_id": "alias/clinic"}, "yes") == set()
	failed(allow(arn, "SQS:*", {}), "no") == set()
	failed(allow("*", "sqs:SendMessage", {"ArnEquals": {"aws:SourceArn": ["arn:aws:sns:us-east-1:111122223333:results"]}}), "no") == set()
}

test_switched_off if failed({"sqs_managed_sse_enabled": false}, "no") == {"encrypted"}

test_phi if {
	failed({"sqs_managed_sse_enabled": true}, "yes") == {"customer_key"}
	failed({"kms_master_key_id": "alias/aws/sqs"}, "yes") == {"customer_key"}
	{n.assertion | some n in policy.not_applicable} == {"customer_key"} with input as {"_": {"phi": "no"}}
}

test_public if failed(allow("*", "sqs:SendMessage", {}), "no") == {"private"}

test_every_action if {
	failed(allow(arn, "*", {}), "no") == {"actions"}
	failed(allow(arn, "*", {"StringEquals": {"aws:PrincipalOrgID": ["o-1"]}}), "no") == set()
}
