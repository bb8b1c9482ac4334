package hipaactl.lib.iam_test

import data.hipaactl.lib.iam

test_everybody if {
	iam.anyone({"Effect": "Allow", "Principal": {"AWS": ["*"]}})
	iam.anyone({"Effect": "Deny", "Principal": {"AWS": ["arn:aws:iam::111122223333:root", "*"]}})
	iam.anyone({"Effect": "Allow", "NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:root"]}})
	not iam.anyone({"Effect": "Deny", "NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:root"]}})
	not iam.anyone({"Effect": "Allow", "Principal": {"Service": ["cloudtrail.amazonaws.com"]}})
	not iam.anyone({"Effect": "Allow", "Principal": {"AWS": [null]}})
}

test_actions if {
	iam.covers({"Action": ["s3:Get*"]}, "s3:GetObject")
	iam.covers({"Action": ["S3:getobject"]}, "s3:GetObject")
	iam.covers({"Action": ["s3:GetObjec?"]}, "s3:GetObject")
	iam.covers({"NotAction": ["iam:*"]}, "s3:GetObject")
	not iam.covers({"NotAction": ["s3:*"]}, "s3:GetObject")
	not iam.covers({"Action": ["s3:GetObjectAcl"]}, "s3:GetObject")
	not iam.covers({"Action": ["s3.GetObject"]}, "s3:GetObject")
	not iam.covers({"Action": ["s3:Get[Object"]}, "s3:GetObject")
	not iam.covers({"Action": [null]}, "s3:GetObject")
	not iam.covers({}, "s3:GetObject")
}

test_public if {
	iam.public({"Effect": "Allow", "Principal": {"AWS": ["*"]}})
	not iam.public({"Effect": "Deny", "Principal": {"AWS": ["*"]}})
	not iam.public({"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Condition": {"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}}})
}

# by is a statement with one condition.
by(operator, key, values) := {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Condition": {operator: {key: values}}}

test_narrowed_by_caller if {
	every key in ["aws:PrincipalOrgID", "aws:principalaccount", "kms:CallerAccount", "kms:ViaService", "aws:SourceVpce", "aws:SourceAccount"] {
		iam.narrowed(by("StringEquals", key, ["something"]))
		iam.narrowed(by("StringEquals", key, ["ref:aws_vpc_endpoint.id"]))
		iam.narrowed(by("ForAnyValue:StringLike", key, ["something"]))
		not iam.narrowed(by("StringEquals", key, []))
		not iam.narrowed(by("StringEquals", key, [null]))
		not iam.narrowed(by("StringLike", key, ["*"]))
		not iam.narrowed(by("StringLike", key, ["something", "some*"]))
		not iam.narrowed(by("StringEquals", key, ["${aws:PrincipalTag/x}"]))
		not iam.narrowed(by("StringNotEquals", key, ["something"]))
		not iam.narrowed(by("StringEqualsIfExists", key, ["something"]))
		not iam.narrowed(by("ForAllValues:StringEquals", key, ["something"]))
	}
}

test_not_narrowed_by_what_a_caller_chooses if {
	every key in ["aws:Referer", "aws:UserAgent", "aws:SecureTransport", "aws:PrincipalTag/team", "s3:prefix", "aws:username"] {
		not iam.narrowed(by("StringEquals", key, ["something"]))
	}
	not iam.narrowed(by("Bool", "aws:SecureTransport", ["true"]))
	not iam.narrowed(by("Null", "aws:PrincipalOrgID", ["false"]))
	not iam.narrowed({"Effect": "Allow"})
}

test_one_condition_of_several_is_enough if {
	iam.narrowed({"Condition": {"Bool": {"aws:SecureTransport": ["true"]}, "StringEquals": {"aws:Referer": ["x"], "aws:SourceVpc": ["vpc-1"]}}})
}

test_narrowed_by_network if {
	every range in ["10.0.0.0/8", "203.0.113.7", "203.0.113.0/24", "2001:db8::/32", "2001:db8::1", "172.16.0.0/12"] {
		iam.narrowed(by("IpAddress", "aws:SourceIp", [range]))
	}
	every range in ["0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "::/0", "2000::/3", "8.0.0.0/7", "somewhere"] {
		not iam.narrowed(by("IpAddress", "aws:SourceIp", [range]))
		not iam.narrowed(by("IpAddress", "aws:SourceIp", ["10.0.0.0/8", range]))
	}
	not iam.narrowed(by("NotIpAddress", "aws:SourceIp", ["10.0.0.0/8"]))
}

test_narrowed_by_arn if {
	every arn in [
		"arn:aws:iam::111122223333:role/clinic-*",
		"arn:aws:iam::ref:account.id:role/clinic-*",
		"arn:ref:partition.name:iam::ref:account.id:*",
		"arn:aws:s3:::clinic-records",
		"ref:aws_cloudfront_distribution.arn",
		"ref:aws_iam_role.arn",
	] {
		iam.narrowed(by("ArnLike", "aws:SourceArn", [arn]))
		iam.narrowed(by("ArnLike", "aws:PrincipalArn", [arn]))
	}
	every arn in ["*", "arn:*", "arn:aws:iam::*:role/clinic", "arn:aws:s3:*:*:*", "arn:aws:s3:::*"] {
		not iam.narrowed(by("ArnLike", "aws:SourceArn", [arn]))
	}
}

test_narrowed_behind_a_wildcard if {
	iam.narrowed(by("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", ["o-abc/r-def/*"]))
	iam.narrowed(by("StringLike", "aws:userid", ["AROAEXAMPLE:*"]))
	iam.narrowed(by("StringLike", "kms:ViaService", ["s3.*.amazonaws.com"]))
	not iam.narrowed(by("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", ["o-*/r-def/*"]))
}

test_account if {
	iam.account("arn:aws:iam::111122223333:root") == "111122223333"
	iam.account("111122223333") == "111122223333"
	iam.account("arn:ref:partition.name:iam::ref:account.id:root") == "ref.account.id"
	iam.account("arn:aws:s3:::clinic") == ""
	iam.account("ref:aws_iam_role.arn") == ""
	iam.account("*") == ""
}

# with_null is by with a second operator that says whether the key must be there.
with_null(operator, key, values, null_values) := object.union(by(operator, key, values), {"Condition": {"Null": {lower(key): null_values}}})

test_a_lenient_operator_narrows_where_the_key_must_be_there if {
	every operator in ["StringEqualsIfExists", "ForAllValues:StringEquals", "ForAllValues:StringLikeIfExists"] {
		not iam.narrowed(by(operator, "aws:PrincipalOrgID", ["o-abc"]))
		iam.narrowed(with_null(operator, "aws:PrincipalOrgID", ["o-abc"], ["false"]))
		not iam.narrowed(with_null(operator, "aws:PrincipalOrgID", ["o-abc"], ["true"]))
		not iam.narrowed(with_null(operator, "aws:PrincipalOrgID", ["*"], ["false"]))
	}
	not iam.narrowed(with_null("StringNotEqualsIfExists", "aws:PrincipalOrgID", ["o-abc"], ["false"]))
	not iam.narrowed(object.union(by("StringEqualsIfExists", "aws:PrincipalOrgID", ["o-abc"]), {"Condition": {"Null": {"aws:SourceVpc": ["false"]}}}))
}

test_mount_targets_of_a_file_system if {
	iam.narrowed(by("Bool", "elasticfilesystem:AccessedViaMountTarget", ["true"]))
	not iam.narrowed(by("Bool", "elasticfilesystem:AccessedViaMountTarget", ["false"]))
	not iam.narrowed(by("BoolIfExists", "elasticfilesystem:AccessedViaMountTarget", ["true"]))
	not iam.narrowed(by("Bool", "elasticfilesystem:AccessedViaMountTarget", [null]))
}

test_forms_of_principals if {
	every principal in [
		{"AWS": ["111122223333"]}, {"AWS": ["arn:aws:iam::111122223333:root", "AIDAEXAMPLE"]}, {"Service": ["sns.amazonaws.com"]},
		{"Federated": ["arn:aws:iam::111122223333:saml-provider/clinic"]}, {"CanonicalUser": ["ref:account.canonical_user_id"]}, {},
	] {
		iam.public_statements({"Statement": [{"Effect": "Allow", "Principal": principal, "Action": ["*"], "Resource": ["*"]}]}) == set()
	}
	every principal in [{"AWS": ["*"]}, {"AWS": ["111122223333", "*"]}, {"Service": ["sns.amazonaws.com"], "AWS": ["*"]}] {
		iam.public_statements({"Statement": [{"Effect": "Allow", "Principal": principal, "Action": ["*"], "Resource": ["*"]}]}) == {0}
	}
	iam.public_statements({"Statement": [{"Effect": "Allow", "NotPrincipal": {"AWS": ["111122223333"]}, "NotAction": ["s3:Put*"], "NotResource": ["x"]}]}) == {0}
	iam.public_statements({}) == set()
	iam.public_statements({"Statement": [null]}) == set()
}
