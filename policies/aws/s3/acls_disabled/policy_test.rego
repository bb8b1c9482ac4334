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

test_granted if {
	some_id("c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0", set(), {"enforced"})
	some_id("8e3bd1a6fd2a4b1dbe3c6ff0f2f0f3b60a6d3a6e0d3c3b2f1e0d9c8b7a695847", {"enforced", "acl"}, set())
}

some_id(id, denied, left) if {
	i := bucket("code", object.union(controls("BucketOwnerPreferred"), {"acls": [{"access_control_policy": [{"grant": [{"grantee": [{"id": id}]}]}]}]}))
	said(policy.deny) - said(policy.not_applicable) == denied with input as i
	said(policy.not_applicable) == left with input as i
}
