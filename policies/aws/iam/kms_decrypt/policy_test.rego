package hipaactl.aws.iam.kms_decrypt_test

import data.hipaactl.aws.iam.kms_decrypt as policy

denials(statements) := count(found) if {
	found := {d.message | some d in policy.deny} with input as {"policy": {"Statement": statements}}
}

allow(action, resource) := {"Effect": "Allow", "Action": [action], "Resource": [resource]}

test_every_key if {
	denials([allow("kms:*", "*")]) == 2
	denials([allow("*", "*")]) == 2
	denials([allow("kms:Decrypt", "arn:aws:kms:*:111122223333:key/*")]) == 1
	denials([allow("kms:ReEncrypt*", "*")]) == 1
	denials([allow("kms:De*", "arn:aws:kms:*:*:*")]) == 1
	denials([{"Effect": "Allow", "NotAction": ["iam:*"], "Resource": ["*"]}]) == 2
	denials([{"Effect": "Allow", "Action": ["kms:Decrypt"], "NotResource": ["ref:aws_kms_key.arn"]}]) == 1
}

test_some_keys if {
	denials([allow("kms:*", "ref:aws_kms_key.arn")]) == 0
	denials([allow("kms:Encrypt", "*")]) == 0
	denials([allow("kms:ReEncryptTo", "*"), allow("kms:Describe*", "*")]) == 0
	denials([object.union(allow("kms:Decrypt", "*"), {"Condition": {"ForAnyValue:StringEquals": {"kms:ResourceAliases": ["alias/clinic"]}}})]) == 0
	denials([object.union(allow("kms:Decrypt", "*"), {"Condition": {"StringEquals": {"aws:ResourceTag/team": ["ward"]}}})]) == 0
	denials([object.union(allow("kms:Decrypt", "*"), {"Condition": {"StringEquals": {"kms:ViaService": ["s3.eu-west-1.amazonaws.com"]}}})]) == 1
	denials([object.union(allow("kms:Decrypt", "*"), {"Condition": {"StringLike": {"kms:ResourceAliases": ["alias/*"]}}})]) == 1
}

test_denied if {
	denials([allow("kms:*", "*"), {"Effect": "Deny", "Action": ["kms:*"], "Resource": ["*"]}]) == 0
	denials([allow("kms:*", "*"), {"Effect": "Deny", "Action": ["kms:Decrypt"], "Resource": ["*"]}]) == 1
	denials([allow("kms:*", "*"), {"Effect": "Deny", "Action": ["kms:*"], "Resource": ["*"], "Condition": {"Bool": {"aws:MultiFactorAuthPresent": ["false"]}}}]) == 2
}

test_unseen_parts if {
	denials([null, allow(null, "*"), allow("kms:Decrypt", null)]) == 0
	count(policy.deny) == 0 with input as {}
}
