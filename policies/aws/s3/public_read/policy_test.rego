package hipaactl.aws.s3.public_read_test

import data.hipaactl.aws.s3.public_read as policy

bucket(lists) := {"_": object.union({"phi": "unmarked", "acls": [], "policies": [], "block": [], "account": []}, lists)}

attached(statement) := bucket({"policies": [{"policy": {"Statement": [statement]}}]})

allow(action) := {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": [action]}

on := {"ignore_public_acls": true, "restrict_public_buckets": true}

test_nothing_granted if {
	count(policy.deny) == 0 with input as bucket({})
	count(policy.deny) == 0 with input as bucket({"acls": [{"acl": "private"}]})
}

test_canned_acls if {
	every acl in ["public-read", "public-read-write", "authenticated-read"] {
		count(policy.deny) == 1 with input as bucket({"acls": [{"acl": acl}]})
	}
	every acl in ["private", "log-delivery-write", "aws-exec-read", "bucket-owner-full-control"] {
		count(policy.deny) == 0 with input as bucket({"acls": [{"acl": acl}]})
	}
}

grant(group, permission) := {"access_control_policy": [{"grant": [{"permission": permission, "grantee": [{"uri": group}]}]}]}

test_grants if {
	every group in ["AllUsers", "AuthenticatedUsers"] {
		uri := sprintf("http://acs.amazonaws.com/groups/global/%s", [group])
		every permission in ["READ", "READ_ACP", "FULL_CONTROL"] {
			count(policy.deny) == 1 with input as bucket({"acls": [grant(uri, permission)]})
		}
		count(policy.deny) == 0 with input as bucket({"acls": [grant(uri, "WRITE")]})
	}
	count(policy.deny) == 0 with input as bucket({"acls": [grant("http://acs.amazonaws.com/groups/s3/LogDelivery", "READ_ACP")]})
	count(policy.deny) == 0 with input as bucket({"acls": [{"access_control_policy": [{"grant": [{"permission": "READ", "grantee": [{}]}]}]}]})
}

test_acl_ignored if {
	count(policy.deny) == 0 with input as bucket({"acls": [{"acl": "public-read"}], "block": [on]})
	count(policy.deny) == 0 with input as bucket({"acls": [{"acl": "public-read"}], "account": [on]})
	count(policy.deny) == 1 with input as bucket({"acls": [{"acl": "public-read"}], "block": [{"restrict_public_buckets": true}]})
}

test_reading_actions if {
	every action in ["*", "s3:*", "s3:Get*", "s3:GetObject", "s3:getobject", "s3:ListBucket", "s3:*Acl", "s3:GetObjectLegalHold", "s3:?et*"] {
		count(policy.deny) == 1 with input as attached(allow(action))
	}
	every action in ["s3:PutObject", "s3:Delete*", "kms:*"] {
		count(policy.deny) == 0 with input as attached(allow(action))
	}
}

test_all_actions_but_some if {
	statement := {"Effect": "Allow", "Principal": {"AWS": ["*"]}}
	count(policy.deny) == 1 with input as attached(object.union(statement, {"NotAction": ["s3:Delete*"]}))
	count(policy.deny) == 0 with input as attached(object.union(statement, {"NotAction": ["s3:Get*", "s3:List*"]}))
}

test_who if {
	count(policy.deny) == 0 with input as attached({"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam::111122223333:root"]}, "Action": ["s3:*"]})
	count(policy.deny) == 0 with input as attached({"Effect": "Allow", "Principal": {"Service": ["cloudfront.amazonaws.com"]}, "Action": ["s3:*"]})
	count(policy.deny) == 1 with input as attached({"Effect": "Allow", "NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:root"]}, "Action": ["s3:*"]})
	count(policy.deny) == 0 with input as attached({"Effect": "Deny", "Principal": {"AWS": ["*"]}, "Action": ["s3:*"]})
}

test_conditions if {
	count(policy.deny) == 0 with input as attached(object.union(allow("s3:*"), {"Condition": {"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}}}))
	count(policy.deny) == 1 with input as attached(object.union(allow("s3:*"), {"Condition": {"IpAddress": {"aws:SourceIp": ["0.0.0.0/0"]}}}))
}

test_policy_restricted if {
	public := {"policies": [{"policy": {"Statement": [allow("s3:*")]}}]}
	count(policy.deny) == 0 with input as bucket(object.union(public, {"block": [on]}))
	count(policy.deny) == 0 with input as bucket(object.union(public, {"account": [on]}))
	count(policy.deny) == 1 with input as bucket(object.union(public, {"block": [{"ignore_public_acls": true}]}))
}

test_unseen_parts if {
	count(policy.deny) == 0 with input as attached({"Effect": "Allow", "Principal": {"AWS": [null]}, "Action": ["s3:*"]})
	count(policy.deny) == 0 with input as attached({"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": [null]})
	count(policy.deny) == 0 with input as bucket({"policies": [{"policy": {"Statement": [null]}}, {}], "acls": [{}]})
}

test_paths if {
	{{"_.policies[0].policy.Statement[0]", "_.block[*].restrict_public_buckets", "_.account[*].restrict_public_buckets"}} == {{p | some p in d.paths} |
		some d in policy.deny
	} with input as attached(allow("s3:*"))
}

with_deny(action, condition) := bucket({"policies": [{"policy": {"Statement": [
	allow("s3:GetObject"),
	{"Effect": "Deny", "Principal": {"AWS": ["*"]}, "Action": [action], "Condition": condition},
]}}]})

test_a_deny_takes_back if {
	count(policy.deny) == 0 with input as with_deny("s3:*", {})
	count(policy.deny) == 0 with input as with_deny("s3:GetObject", {"StringNotEquals": {"aws:PrincipalOrgID": ["o-abc"]}})
	count(policy.deny) == 1 with input as with_deny("s3:PutObject", {})
	count(policy.deny) == 1 with input as with_deny("s3:*", {"Bool": {"aws:SecureTransport": ["false"]}})
}

test_a_deny_that_was_not_seen_whole_may if {
	{p | some d in policy.deny; some p in d.paths; endswith(p, "]")} == {"_.policies[0].policy.Statement[0]", "_.policies[0].policy.Statement[1]"} with input as with_deny(
		"s3:*",
		{"StringNotEquals": {"aws:PrincipalOrgID": [null]}},
	)
}
