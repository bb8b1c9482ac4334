package hipaactl.lib.iam_grants_test

import data.hipaactl.lib.iam_grants as grants

allow(action, resource) := {"Effect": "Allow", "Action": [action], "Resource": [resource]}

test_whole if {
	every resource in [
		"*", "**", "arn:*", "arn:aws:*", "arn:aws:kms:*", "arn:aws:kms:*:111122223333:*", "arn:aws:kms:*:*:key/*",
		"arn:ref:partition.name:kms:eu-west-1:ref:account.id:key/*", "arn:aws:iam::ref:account.id:role/*", "arn:aws:s3:::*",
		"arn:aws:s3:::*/*", "arn:aws:secretsmanager:*:*:secret:*", "arn:aws:sqs:*:*:*",
	] {
		grants.whole(resource)
	}
	every resource in [
		"", "arn:aws:kms:eu-west-1:111122223333:key/1234", "arn:aws:iam::111122223333:role/app-*", "arn:aws:iam::111122223333:role/team/*",
		"arn:aws:s3:::clinic/*", "arn:aws:s3:::clinic-*", "ref:aws_kms_key.arn", "ref:aws_s3_bucket.arn/*", "arn:aws:sqs:*:*:clinic-*",
		"arn:aws:iam::*:user/${aws:username}", "arn:aws:kms",
	] {
		not grants.whole(resource)
	}
}

test_wide if {
	document := {"Statement": [
		allow("kms:*", "*"),
		allow("kms:Decrypt", "ref:aws_kms_key.arn"),
		{"Effect": "Allow", "NotAction": ["iam:*"], "NotResource": ["arn:aws:s3:::clinic"]},
		{"Effect": "Allow", "Action": ["kms:*"], "NotResource": ["*"]},
		{"Effect": "Deny", "Action": ["kms:*"], "Resource": ["ref:aws_kms_key.arn"]},
		null,
		allow(null, "*"),
		allow("kms:Decrypt", null),
	]}
	grants.wide(document, "kms:Decrypt") == {0, 2}
	grants.wide(document, "iam:PassRole") == set()
	grants.wide({"Statement": array.concat(document.Statement, [{"Effect": "Deny", "Action": ["kms:De*"], "Resource": ["*"]}])}, "kms:Decrypt") == set()
	grants.wide({"Statement": array.concat(document.Statement, [{"Effect": "Deny", "Action": ["kms:De*"], "Resource": ["*"]}])}, "kms:Encrypt") == {0, 2}
}

test_tagged if {
	every key in ["aws:ResourceTag/team", "ec2:ResourceTag/team", "s3:ExistingObjectTag/class"] {
		grants.tagged({"Condition": {"StringEquals": {key: ["ward"]}}})
		grants.tagged({"Condition": {"StringEquals": {key: ["${aws:PrincipalTag/team}"]}}})
		not grants.tagged({"Condition": {"StringLike": {key: ["*"]}}})
		not grants.tagged({"Condition": {"StringEqualsIfExists": {key: ["ward"]}}})
		not grants.tagged({"Condition": {"StringNotEquals": {key: ["ward"]}}})
		not grants.tagged({"Condition": {"StringEquals": {key: [null]}}})
	}
	not grants.tagged({"Condition": {"StringEquals": {"aws:RequestTag/team": ["ward"]}}})
	not grants.tagged({})
}
