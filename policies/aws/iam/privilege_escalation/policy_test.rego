package hipaactl.aws.iam.privilege_escalation_test

import data.hipaactl.aws.iam.privilege_escalation as policy

denials(statements) := count(found) if {
	found := {d.message | some d in policy.deny} with input as {"policy": {"Statement": statements}}
}

allow(actions, resource) := {"Effect": "Allow", "Action": actions, "Resource": [resource]}

under(statement, condition) := object.union(statement, {"Condition": condition})

test_one_action_is_enough if {
	every action, _ in policy.sufficient {
		denials([allow([action], "*")]) == 1
		denials([allow([action], "arn:aws:iam::111122223333:role/app")]) == 0
		denials([allow([action], "*"), {"Effect": "Deny", "Action": [action], "Resource": ["*"]}]) == 0
	}
	denials([allow(["iam:Attach*"], "arn:aws:iam::111122223333:role/*")]) == 3
	denials([allow(["iam:Get*", "iam:List*", "iam:CreateRole"], "*")]) == 0
	denials([allow(["iam:CreateAccessKey"], "arn:aws:iam::*:user/${aws:username}")]) == 0
}

test_conditions_that_take_it if {
	boundary := {"StringEquals": {"iam:PermissionsBoundary": ["arn:aws:iam::111122223333:policy/boundary"]}}
	policies := {"ArnEquals": {"iam:PolicyARN": ["arn:aws:iam::aws:policy/ReadOnlyAccess"]}}
	denials([under(allow(["iam:AttachRolePolicy"], "*"), boundary)]) == 0
	denials([under(allow(["iam:AttachGroupPolicy"], "*"), boundary)]) == 1
	denials([under(allow(["iam:AttachGroupPolicy"], "*"), policies)]) == 0
	denials([under(allow(["iam:PutRolePolicy"], "*"), policies)]) == 1
	denials([under(allow(["iam:CreateAccessKey"], "*"), boundary)]) == 1
	denials([under(allow(["iam:CreateAccessKey"], "*"), {"Bool": {"aws:MultiFactorAuthPresent": ["true"]}})]) == 1
	denials([under(allow(["ssm:StartSession"], "*"), {"StringEquals": {"ssm:resourceTag/team": ["ward"]}})]) == 0
	every arn in ["*", "arn:aws:iam::aws:policy/*", "arn:aws:iam::111122223333:policy/*", "arn:aws:iam::aws:policy/AdministratorAccess"] {
		denials([under(allow(["iam:AttachRolePolicy"], "*"), {"ArnLike": {"iam:PolicyARN": [arn]}})]) == 1
		denials([under(allow(["iam:AttachRolePolicy"], "*"), {"ArnLike": {"iam:PolicyARN": ["arn:aws:iam::aws:policy/ReadOnlyAccess", arn]}})]) == 1
	}
	denials([under(allow(["iam:PutRolePolicy"], "*"), {"StringLike": {"iam:PermissionsBoundary": ["arn:aws:iam::111122223333:policy/*"]}})]) == 1
	denials([under(allow(["iam:AttachRolePolicy"], "*"), {"ArnEquals": {"iam:PolicyARN": ["ref:aws_iam_policy.arn"]}})]) == 0
}

to(service) := under(allow(["iam:PassRole"], "*"), {"StringLike": {"iam:PassedToService": [service]}})

test_passing_a_role if {
	every action, service in policy.running {
		denials([to(service), allow([action], "ref:x.arn")]) == 1
	}
	start := "lambda:CreateFunction"
	denials([allow(["iam:PassRole", start], "*")]) == 1
	denials([to("*.amazonaws.com"), allow([start], "*")]) == 1
	denials([allow(["iam:PassRole"], "ref:aws_iam_role.arn"), allow([start], "*")]) == 0
	denials([to("backup.amazonaws.com"), allow([start], "*")]) == 0
	denials([allow(["iam:PassRole", start], "*"), {"Effect": "Deny", "Action": [start], "Resource": ["*"]}]) == 0
	denials([allow([start], "*")]) == 0
	denials([allow(["iam:PassRole"], "*")]) == 0
}

test_paths if {
	both := {"policy": {"Statement": [allow(["iam:PassRole"], "*"), allow(["lambda:CreateFunction"], "*")]}}
	{d.paths | some d in policy.deny} == {["policy.Statement[0]", "policy.Statement[1]"]} with input as both
	one := {"policy": {"Statement": [allow(["iam:PassRole", "lambda:CreateFunction"], "*")]}}
	{d.paths | some d in policy.deny} == {["policy.Statement[0]"]} with input as one
}

test_unseen_parts if {
	denials([null, allow([null], "*"), allow(["iam:PassRole", "lambda:CreateFunction"], null)]) == 0
	count(policy.deny) == 0 with input as {}
}
