package hipaactl.aws.s3.sharing_test

import data.hipaactl.aws.s3.sharing as policy

point(block) := {"public_access_block_configuration": block, "_": {"type": "aws_s3_access_point", "phi": "no", "policies": []}}

all := {"block_public_acls": true, "block_public_policy": true, "ignore_public_acls": true, "restrict_public_buckets": true}

failing(document) := names if {
	names := {d.assertion | some d in policy.deny} with input as document with data.params.accounts as []
}

open(document) := names if {
	names := {d.assertion | some d in policy.unknown} with input as document with data.params.accounts as []
}

test_access_points if {
	failing(point([])) == set()
	failing(point([all])) == set()
	every flag, _ in all {
		failing(point([object.union(all, {flag: false})])) == {"blocked"}
	}
	{n.assertion | some n in policy.not_applicable} == {"accounts"} with input as point([all])
}

own := "arn:ref:partition.name:iam::ref:account.id:root"

one := "arn:aws:iam::111122223333:root"

two := "arn:aws:iam::444455556666:role/partner"

bucket(source, phi, principal, condition) := {"_": {
	"type": "aws_s3_bucket",
	"source": source,
	"phi": phi,
	"policies": [{"policy": {"Statement": [{
		"Effect": "Allow", "Principal": principal, "Condition": condition,
		"Action": ["s3:GetObject"], "Resource": ["ref:self.arn/*"],
	}]}}],
}}

test_accounts if {
	failing(bucket("code", "yes", {"AWS": [own]}, {})) == set()
	failing(bucket("code", "yes", {"AWS": [own, two]}, {})) == set()
	open(bucket("code", "yes", {"AWS": [own, two]}, {})) == {"accounts"}
	failing(bucket("code", "yes", {"AWS": [one, two]}, {})) == {"accounts"}
	failing(bucket("live", "yes", {"AWS": [two]}, {})) == {"accounts"}
	failing(bucket("live", "no", {"AWS": [two]}, {})) == set()
	count(policy.deny) == 0 with input as bucket("live", "yes", {"AWS": [two]}, {}) with data.params.accounts as ["444455556666"]
	count(policy.deny) == 1 with input as bucket("live", "yes", {"AWS": [one, two]}, {}) with data.params.accounts as ["444455556666"]
}

test_everybody if {
	failing(bucket("live", "yes", {"AWS": ["*"]}, {})) == {"accounts"}
	failing(bucket("live", "yes", {"AWS": ["*"]}, {"StringEquals": {"aws:PrincipalAccount": ["444455556666"]}})) == {"accounts"}
	failing(bucket("live", "yes", {"AWS": ["*"]}, {"ArnLike": {"aws:PrincipalArn": [two]}})) == {"accounts"}
	failing(bucket("live", "yes", {"AWS": ["*"]}, {"StringEquals": {"s3:DataAccessPointAccount": ["444455556666"]}})) == {"accounts"}
	failing(bucket("live", "yes", {"AWS": ["*"]}, {"StringEquals": {"aws:PrincipalAccount": ["ref:account.id"]}})) == set()
	open(bucket("live", "yes", {"AWS": ["*"]}, {"StringEquals": {"aws:PrincipalAccount": ["ref:account.id"], "aws:PrincipalOrgID": ["o-abc"]}})) == set()
}

test_whose_account_is_not_told if {
	failing(bucket("live", "yes", {"AWS": ["*"]}, {"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}})) == set()
	open(bucket("live", "yes", {"AWS": ["*"]}, {"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}})) == {"accounts"}
	open(bucket("live", "yes", {"CanonicalUser": ["79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"]}, {})) == {"accounts"}
	open(bucket("code", "yes", {"CanonicalUser": ["ref:account.canonical_user_id"]}, {})) == set()
}
