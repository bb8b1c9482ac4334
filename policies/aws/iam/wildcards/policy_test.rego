package hipaactl.aws.iam.wildcards_test

import data.hipaactl.aws.iam.wildcards as policy

of(statements) := {"policy": {"Statement": statements}, "_": {"stored_rows": [{"_": {"phi": "yes"}}]}}

failing(statements) := found if {
	found := {d.assertion | some d in policy.deny} with input as of(statements)
}

allow(action, resource) := {"Effect": "Allow", "Action": [action], "Resource": [resource]}

test_whole_services if {
	failing([allow("sqs:*", "*")]) == {"services", "writes"}
	failing([allow("cloudwatch:*", "*")]) == {"services"}
	failing([allow("rds:*", "arn:aws:rds:*:*:*")]) == {"services", "writes", "phi"}
	failing([allow("cloud*:*", "*")]) == {"services", "writes"}
	failing([allow("*", "*")]) == {"services", "writes", "marketplace", "phi"}
	failing([{"Effect": "Allow", "NotAction": ["iam:*"], "Resource": ["*"]}]) == {"services", "writes", "marketplace", "phi"}
	failing([allow("sqs:*", "ref:aws_sqs_queue.arn")]) == set()
	failing([allow("s3:*", "arn:aws:s3:::clinic/*")]) == set()
	failing([allow("sqs:Get*", "*")]) == set()
}

test_writes if {
	every action in ["s3:PutObject", "s3:Put*", "s3:*Object", "dynamodb:*Item", "kms:ScheduleKeyDeletion", "logs:Delete*"] {
		failing([allow(action, "*")]) == {"writes"}
		failing([allow(action, "arn:aws:s3:::clinic/*")]) == set()
		failing([object.union(allow(action, "*"), {"Condition": {"StringEquals": {"aws:ResourceTag/Team": ["ward"]}}})]) == set()
		failing([allow(action, "*"), {"Effect": "Deny", "Action": ["*"], "Resource": ["*"]}]) == set()
		failing([object.union(allow(action, "*"), {"Condition": {"Bool": {"aws:MultiFactorAuthPresent": ["true"]}}})]) == {"writes"}
	}
	failing([allow("rds:Delete*", "*")]) == {"writes", "phi"}
	failing([allow("s3:List*", "*"), allow("ec2:Describe*", "*"), allow("logs:CreateLogGroup", "*")]) == set()
}

test_marketplace if {
	subscribe := allow("aws-marketplace:Subscribe", "*")
	failing([subscribe]) == {"marketplace"}
	failing([object.union(subscribe, {"Condition": {"ForAnyValue:StringEquals": {"aws-marketplace:ProductId": ["prod-1"]}}})]) == set()
	failing([allow("aws-marketplace:ViewSubscriptions", "*")]) == set()
}

test_phi_only_where_there_is_some if {
	rows := {"policy": {"Statement": [allow("rds:*", "*")]}, "_": {"stored_rows": [{"_": {"phi": "unmarked"}}]}}
	{d.assertion | some d in policy.deny} == {"services", "writes"} with input as rows
	{n.assertion | some n in policy.not_applicable} == {"phi"} with input as rows
	count(policy.not_applicable) == 0 with input as of([])
}

test_unseen_parts if {
	failing([null, allow(null, "*"), allow("s3:*", null)]) == set()
	count(policy.deny) == 0 with input as {"_": {}}
}
