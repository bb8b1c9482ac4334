package hipaactl.aws.iam.full_administrator_test

import data.hipaactl.aws.iam.full_administrator as policy

with_statement(statement) := {"policy": {"Statement": [statement]}}

allow(action, resource) := {"Effect": "Allow", "Action": [action], "Resource": [resource]}

test_everything if {
	every action in ["*", "*:*", "**"] {
		count(policy.deny) == 1 with input as with_statement(allow(action, "*"))
	}
	count(policy.deny) == 1 with input as with_statement({"Effect": "Allow", "Action": ["s3:GetObject", "*"], "Resource": ["ref:aws_s3_bucket.arn", "*"]})
	count(policy.deny) == 1 with input as with_statement({"Effect": "Allow", "Action": ["*"], "NotResource": ["ref:aws_s3_bucket.arn"]})
}

test_a_condition_does_not_make_it_less if {
	statement := object.union(allow("*", "*"), {"Condition": {"Bool": {"aws:MultiFactorAuthPresent": ["true"]}}})
	count(policy.deny) == 1 with input as with_statement(statement)
}

test_less_than_everything if {
	count(policy.deny) == 0 with input as with_statement(allow("s3:*", "*"))
	count(policy.deny) == 0 with input as with_statement(allow("*", "ref:aws_s3_bucket.arn"))
	count(policy.deny) == 0 with input as with_statement({"Effect": "Deny", "Action": ["*"], "Resource": ["*"]})
	count(policy.deny) == 0 with input as with_statement(allow(null, "*"))
	count(policy.deny) == 0 with input as with_statement(null)
	count(policy.deny) == 0 with input as {}
}

test_everything_but if {
	count(policy.deny) == 1 with input as with_statement({"Effect": "Allow", "NotAction": ["s3:DeleteBucket"], "Resource": ["*"]})
	count(policy.deny) == 0 with input as with_statement({"Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": ["*"]})
	count(policy.deny) == 1 with input as with_statement({"Effect": "Allow", "NotAction": ["iam:DeleteUser"], "Resource": ["*"]})
}

admin := "arn:aws:iam::aws:policy/AdministratorAccess"

attachment(kind, rest) := object.union({"_": {"type": sprintf("aws_iam%s_policy_attachment", [kind])}}, rest)

test_attachments if {
	every arn in [admin, "arn:ref:partition.name:iam::aws:policy/IAMFullAccess", "arn:aws-us-gov:iam::aws:policy/AdministratorAccess"] {
		every holder in ["role", "user", "group"] {
			attached := attachment(sprintf("_%s", [holder]), {"policy_arn": arn, holder: "ops"})
			count(policy.deny) == 1 with input as attached with data.params.break_glass as []
			count(policy.deny) == 0 with input as attached with data.params.break_glass as ["ops"]
		}
	}
	count(policy.deny) == 0 with input as attachment("_role", {"policy_arn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "role": "ops"})
	count(policy.deny) == 0 with input as attachment("_role", {"policy_arn": "ref:aws_iam_policy.arn", "role": "ops"})
	count(policy.deny) == 0 with input as attachment("_role", {"policy_arn": "arn:aws:iam::aws:policy/AdministratorAccess-Amplify", "role": "ops"})
	count(policy.deny) == 0 with input as attachment("_role", {"role": "ops"})
}

test_everybody_must_be_on_the_list if {
	attached := attachment("", {"policy_arn": admin, "roles": ["glass"], "users": ["jo"]})
	count(policy.deny) == 1 with input as attached with data.params.break_glass as ["glass"]
	count(policy.deny) == 0 with input as attached with data.params.break_glass as ["glass", "jo"]
	count(policy.deny) == 1 with input as attachment("", {"policy_arn": admin}) with data.params.break_glass as ["glass"]
}

test_the_holder_matters_where_there_is_a_list if {
	attached := attachment("_role", {"policy_arn": admin, "role": "ops"})
	{{"policy_arn"}} == {{p | some p in d.paths} | some d in policy.deny} with input as attached with data.params.break_glass as []
	{{"policy_arn", "role"}} == {{p | some p in d.paths} | some d in policy.deny} with input as attached with data.params.break_glass as ["glass"]
}

less(deny) := {"policy": {"Statement": [allow("*", "*"), object.union({"Effect": "Deny", "Resource": ["*"]}, deny)]}}

test_a_deny_of_iam_makes_it_less if {
	every deny in [{"Action": ["iam:*"]}, {"Action": ["organizations:*", "IAM:*"]}, {"NotAction": ["s3:*", "sqs:*"]}] {
		count(policy.deny) == 0 with input as less(deny)
	}
	every deny in [
		{"Action": ["iam:Delete*"]},
		{"Action": ["s3:*"]},
		{"NotAction": ["iam:*"]},
		{"Action": ["iam:*"], "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": ["false"]}}},
	] {
		count(policy.deny) == 1 with input as less(deny)
	}
	count(policy.deny) == 1 with input as {"policy": {"Statement": [allow("*", "*"), {"Effect": "Deny", "Action": ["iam:*"], "Resource": ["ref:aws_iam_role.arn"]}]}}
}

test_a_deny_that_was_not_seen_whole_may if {
	{{"policy.Statement[0]", "policy.Statement[1]"}} == {{p | some p in d.paths} | some d in policy.deny} with input as less({"Action": [null]})
}
