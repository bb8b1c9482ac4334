package hipaactl.aws.s3.acls_disabled_test

import data.hipaactl.aws.s3.acls_disabled as policy

said(rules) := {s.assertion | some s in rules}

bucket(source, lists) := {"_": object.union({"source": source, "controls": [], "acls": [], "distributions": []}, lists)}

controls(value) := {"controls": [{"rule": [{"object_ownership": value}]}]}

test_enforced if {
	said(policy.deny) == set() with input as bucket("code", controls("BucketOwnerEnforced"))
	said(policy.deny) == set() with input as bucket("code", {})
	said(policy.deny) == {"enforced"} with input as bucket("live", {})
	said(policy.deny) == {"enforced"} with input as bucket("code", controls("BucketOwnerPreferred"))
}

test_acl if {
	said(policy.deny) == {"acl"} with input as bucket("code", {"acls": [{}]})
	said(policy.deny) == set() with input as bucket("live", object.union(controls("BucketOwnerEnforced"), {"acls": [{}]}))
	said(policy.not_applicable) == {"acl"} with input as bucket("live", {})
}

test_needed if {
	said(policy.not_applicable) == {"enforced", "acl"} with input as bucket("code", {"distributions": [{}]})
}
