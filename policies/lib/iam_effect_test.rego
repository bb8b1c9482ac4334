package hipaactl.lib.iam_effect_test

import data.hipaactl.lib.iam

allow := {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": ["s3:Get*", "s3:PutObject"], "Resource": ["ref:self.arn", "ref:self.arn/*"]}

deny := {"Effect": "Deny", "Principal": {"AWS": ["*"]}, "Action": ["s3:*"], "Resource": ["*"]}

under(condition) := object.union(deny, {"Condition": condition})

# less is the Deny without one of its elements, and with others.
less(name, more) := object.union(object.remove(deny, [name]), more)

# taken_back are Denies, each enough to keep the public out.
taken_back := {
	"everything": deny,
	"the actions by wildcard": object.union(deny, {"Action": ["S3:get*", "s3:Put?bject"]}),
	"all actions but others": less("Action", {"NotAction": ["sqs:*", "s3:ListBucket"]}),
	"the same resources": object.union(deny, {"Resource": ["ref:self.arn*"]}),
	"all resources but others": less("Resource", {"NotResource": ["arn:aws:s3:::another", "arn:aws:s3:::other/*"]}),
	"no resource, which is all": less("Resource", {}),
	"everybody among others": object.union(deny, {"Principal": {"AWS": ["111122223333", "*"]}}),
	"everybody but one": less("Principal", {"NotPrincipal": {"AWS": ["arn:aws:iam::111122223333:root"]}}),
	"an empty condition": under({}),
	"outside of the organisation": under({"StringNotEquals": {"aws:PrincipalOrgID": ["o-abc"]}}),
	"outside, if it exists": under({"StringNotEqualsIfExists": {"aws:PrincipalOrgID": ["o-abc"]}}),
	"outside of any of the paths": under({"ForAllValues:StringNotLike": {"aws:PrincipalOrgPaths": ["o-abc/r-def/*"]}}),
	"other networks": under({"NotIpAddress": {"aws:SourceIp": ["10.0.0.0/8", "203.0.113.0/24"]}}),
	"neither endpoint nor role": under({"StringNotEquals": {"aws:SourceVpce": ["vpce-1"]}, "ArnNotLike": {"aws:PrincipalArn": ["arn:aws:iam::111122223333:role/x*"]}}),
}

# left are Denies that leave something to the public.
left := {
	"a named principal": object.union(deny, {"Principal": {"AWS": ["111122223333"]}}),
	"a service": less("Principal", {"Principal": {"Service": ["cloudtrail.amazonaws.com"]}}),
	"everybody but everybody": less("Principal", {"NotPrincipal": {"AWS": ["*"]}}),
	"one action of two": object.union(deny, {"Action": ["s3:Get*"]}),
	"a part of an action": object.union(deny, {"Action": ["s3:GetObject", "s3:PutObject"]}),
	"one character for many": object.union(deny, {"Action": ["s3:Get?", "s3:PutObject"]}),
	"all actions but some of these": less("Action", {"NotAction": ["s3:GetBucket*"]}),
	"all actions but a wildcard": less("Action", {"NotAction": ["s3:*Acl"]}),
	"one resource of two": object.union(deny, {"Resource": ["ref:self.arn/*"]}),
	"another case of a resource": object.union(deny, {"Resource": ["REF:self.arn", "REF:self.arn/*"]}),
	"all resources but some of these": less("Resource", {"NotResource": ["ref:self.arn/public/*"]}),
	"without TLS": under({"Bool": {"aws:SecureTransport": ["false"]}}),
	"one organisation": under({"StringEquals": {"aws:PrincipalOrgID": ["o-abc"]}}),
	"any value of a list": under({"ForAnyValue:StringNotLike": {"aws:PrincipalOrgPaths": ["o-abc/*"]}}),
	"outside of everything": under({"StringNotLike": {"aws:PrincipalOrgID": ["*"]}}),
	"outside of something or everything": under({"StringNotLike": {"aws:PrincipalOrgID": ["o-abc", "*"]}}),
	"no value": under({"StringNotEquals": {"aws:PrincipalOrgID": []}}),
	"no organisation": under({"Null": {"aws:PrincipalOrgID": ["true"]}}),
	"not the world": under({"NotIpAddress": {"aws:SourceIp": ["0.0.0.0/0"]}}),
	"what the caller chooses": under({"StringNotEquals": {"aws:Referer": ["https://clinic.example"]}}),
	"a second condition": under({"StringNotEquals": {"aws:PrincipalOrgID": ["o-abc"]}, "Bool": {"aws:ViaAWSService": ["false"]}}),
	"a second key": under({"StringNotEquals": {"aws:PrincipalOrgID": ["o-abc"], "s3:prefix": ["x"]}}),
}

test_taken_back if {
	every case, other in taken_back {
		print(case)
		iam.public_statements({"Statement": [allow, other]}) == set()
		iam.public_statements({"Statement": [other, allow]}) == set()
	}
}

test_left if {
	every case, other in left {
		print(case)
		iam.public_statements({"Statement": [allow, other]}) == {0}
		iam.public_statements({"Statement": [other, allow]}) == {1}
	}
}

test_several_denies_take_back_together if {
	denies := [
		object.union(deny, {"Action": ["s3:Get*"], "Resource": ["ref:self.arn"]}),
		object.union(deny, {"Action": ["s3:Get*"], "Resource": ["ref:self.arn/*"]}),
		object.union(deny, {"Action": ["s3:Put*"]}),
	]
	iam.public_statements({"Statement": array.concat(denies, [allow])}) == set()
	iam.public_statements({"Statement": array.concat(array.slice(denies, 1, 3), [allow])}) == {2}
}

test_by_action if {
	document := {"Statement": [allow, object.union(deny, {"Action": ["s3:GetObject"]}), {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "NotAction": ["s3:Put*"], "Resource": ["ref:self.arn/*"]}]}
	iam.public_for(document, "s3:GetObject") == set()
	iam.public_for(document, "s3:GetObjectAcl") == {0, 2}
	iam.public_for(document, "s3:PutObject") == {0}
	iam.public_for(document, "s3:Get*") == {0, 2}
	iam.public_for(document, "s3:ListBucket") == {2}
	iam.public_for(document, "sqs:SendMessage") == {2}
}

test_the_same_condition_surely_holds if {
	condition := {"Bool": {"aws:SecureTransport": ["true"]}, "StringEquals": {"aws:Referer": ["b", "a"]}}
	open := object.union(allow, {"Condition": condition})
	iam.public_statements({"Statement": [open]}) == {0}
	iam.public_statements({"Statement": [open, under({"StringEquals": {"aws:Referer": ["a", "b"]}})]}) == set()
	iam.public_statements({"Statement": [open, under({"StringEquals": {"aws:Referer": ["a"]}})]}) == {0}
	iam.public_statements({"Statement": [open, under({"StringEquals": {"aws:Referer": ["a", "b"], "s3:prefix": ["x"]}})]}) == {0}
}

test_policies_of_identities if {
	everything := {"Effect": "Allow", "Action": ["*"], "Resource": ["*"]}
	no_iam := {"Effect": "Deny", "Action": ["iam:*"], "Resource": ["*"]}
	iam.allowed({"Statement": [everything, no_iam]}, everything, "s3:*")
	iam.allowed({"Statement": [everything, no_iam]}, everything, "*")
	not iam.allowed({"Statement": [everything, no_iam]}, everything, "iam:CreateUser")
	iam.allowed({"Statement": [everything, object.union(no_iam, {"Condition": {"StringNotEquals": {"aws:PrincipalOrgID": ["o-abc"]}}})]}, everything, "iam:*")
	iam.allowed({"Statement": [everything, object.union(no_iam, {"Resource": ["arn:aws:iam::*:user/${aws:username}"]})]}, everything, "iam:*")
}

test_named_principals_are_denied_by_name_or_all_at_once if {
	named := object.union(object.remove(allow, ["Principal"]), {"Principal": {"AWS": ["111122223333"], "Service": ["sns.amazonaws.com"]}})
	not iam.allowed({"Statement": [deny]}, named, "s3:GetObject")
	not iam.allowed({"Statement": [object.union(deny, {"Principal": named.Principal})]}, named, "s3:GetObject")
	iam.allowed({"Statement": [object.union(deny, {"Principal": {"AWS": ["111122223333"], "Service": ["sqs.amazonaws.com"]}})]}, named, "s3:GetObject")
	iam.allowed({"Statement": [less("Principal", {"NotPrincipal": {"AWS": ["444455556666"]}})]}, named, "s3:GetObject")
	iam.allowed({"Statement": [under({"StringNotEquals": {"aws:PrincipalOrgID": ["o-abc"]}})]}, named, "s3:GetObject")
}

test_what_a_denial_rests_on if {
	every other in [
		null,
		object.remove(deny, ["Effect"]),
		object.remove(deny, ["Action"]),
		object.remove(deny, ["Principal"]),
		object.union(deny, {"Action": ["s3:GetObject", null]}),
		object.union(deny, {"Resource": [null]}),
		object.union(deny, {"Principal": {"AWS": [null]}}),
		under({"StringNotEquals": {"aws:PrincipalOrgID": [null]}}),
	] {
		iam.paths("policy", {"Statement": [other, allow]}, 1) == ["policy.Statement[1]", "policy.Statement[0]"]
		iam.public_statements({"Statement": [other, allow]}) == {1}
	}
	every other in [deny, allow, left["without TLS"], object.union(allow, {"Action": [null]})] {
		iam.paths("_.policies[2].policy", {"Statement": [other, allow]}, 1) == ["_.policies[2].policy.Statement[1]"]
	}
	identity := {"Effect": "Deny", "Action": ["s3:*"], "Resource": ["*"]}
	iam.paths("policy", {"Statement": [identity, identity]}, 1) == ["policy.Statement[1]"]
}
