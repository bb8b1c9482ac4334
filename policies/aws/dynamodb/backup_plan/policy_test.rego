package hipaactl.aws.dynamodb.backup_plan_test

import data.hipaactl.aws.dynamodb.backup_plan as policy

table(selections) := {"name": "visits", "_": {"type": "aws_dynamodb_table", "nearby": selections, "settings": []}}

test_covered if {
	every pattern in ["ref:self.arn", "arn:aws:dynamodb:*:*:table/*", "arn:aws:dynamodb:*:*:table/vis*", "*"] {
		count(policy.deny) + count(policy.unknown) == 0 with input as table([{"resources": [pattern]}])
	}
}

test_uncovered if {
	count(policy.deny) == 1 with input as table([])
	count(policy.deny) == 1 with input as table([{"resources": ["arn:aws:dynamodb:*:*:table/prod-*"]}])
}

test_nobody_can_tell if count(policy.unknown) == 1 with input as table([{"resources": ["arn:aws:dynamodb:eu-west-1:*:table/*"]}])
